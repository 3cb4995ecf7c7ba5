## Whose turn it is, until when, and what happens if nothing is done

turn-funding-lapses = { $who ->
        [you] Your turn: pay { $amount } for { $title } by { $until }.
       *[other] { $name } is to pay { $amount } for { $title } by { $until }. Do not start before that.
    }
    If nothing is paid, this milestone is off and nobody owes anything.
turn-deposit-check = We are looking for the payment of { $title } and answer by { $until }. Nothing runs against anybody until then.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] Your turn: go on with { $title }, or drop the rest, by { $until }.
           *[other] { $name } decides until { $until } whether { $title } goes on.
        }
        If nothing is said, the rest is dropped; nothing was paid for it.
       *[false] { $title } can not begin, since the part before it ended. Either of you may drop the rest.
        If neither does, it is dropped by itself at { $until }; nothing was paid for it.
    }

## Buttons

button-receipt = Receipt
button-receipts = Receipts
button-copy-account = Copy account
button-copy-reference = Copy reference
button-pay = Pay { $amount }
button-pay-missing = Pay the missing { $amount }
button-ask-shortfall = Ask { $name } to accept { $amount }
button-accept-shortfall = Accept { $amount }
button-go-on = Go on with the next
button-drop = Drop the rest
button-cancel-funding = Cancel this milestone

## More…

more-pay = <b>Pay</b>: the money is held until you approve.
more-ask-shortfall = <b>Ask { $name }</b> to take what arrived as the whole.
more-accept-shortfall = <b>Accept</b> what arrived as the whole.
more-go-on = <b>Go on with the next</b> milestone.
more-drop = <b>Drop the rest</b>: what is not paid yet ends.
more-cancel-funding = <b>Cancel this milestone</b>: nothing is held for it yet.

## The second tap

confirm-pay = Pay <b>{ $amount }</b> for { $title }? It is held, and goes to { $name } only when you approve the work.
yes-pay = Yes, pay { $amount }
done-pay = { $amount } is held now.
confirm-cancel-funding = Cancel { $title }? Nothing is held for it. { $arrived ->
        [true] What arrived goes back: <b>{ $amount }</b>.{" "}
       *[false] {""}
    }Milestones after it end too, if this is the first.
yes-cancel-funding = Yes, cancel it
done-cancel-funding = Cancelled.
confirm-ask-shortfall = Ask { $name } to take <b>{ $amount }</b> as the whole, in place of { $price }?
yes-ask-shortfall = Yes, ask { $name }
done-ask-shortfall = { $name } is asked.
confirm-accept-shortfall = Take <b>{ $amount }</b> as the whole, in place of { $price }? The work starts then.
yes-accept-shortfall = Yes, accept { $amount }
done-accept-shortfall = { $amount } is held. You can start.
confirm-go-on = Go on with { $title }? It costs <b>{ $amount }</b>, to be paid next.
yes-go-on = Yes, go on
done-go-on = It goes on.
confirm-drop = Drop { $title } and everything after it? Nothing was paid for it.
yes-drop = Yes, drop the rest
done-drop = Dropped.

## Paying by bank transfer

pay-no-account = We have no bank account for this currency yet. Press Get help, and we tell you how to pay.
pay-how = Pay for { $title } by bank transfer. The money is held, and goes to { $name } only when you approve the work.
pay-other-how = This is for { $payer } to pay. Forward it to them; the reference has to be on the transfer.
pay-amount = Amount: <b>{ $amount }</b>
pay-holder = To: { $holder }
pay-account = Account: { $number }
pay-bank = Bank: { $bank }
pay-reference = Reference: { $reference }
pay-note = { $note }
pay-then = When it is sent, press the green button. Nothing is held before we have seen the money.
pay-ask-payer = Whose name is on the account that the money came from? Write it, or press your own.
pay-ask-other = Who pays? Write the name that is on their account.
pay-ask-day = When was it sent? Write the day, or choose one.
pay-ask-receipt = If you have a receipt, send a picture or a file of it now.
pay-claim-summary = You report: <b>{ $amount }</b> for { $title }, sent by { $payer } on { $day }, { $receipt ->
        [true] with a receipt.
       *[false] without a receipt.
    }
pay-claim-then = We look for the money at the bank. The work starts once it is there.
button-send-proof = Send the receipt
button-claim-paid = I've paid
button-they-have-paid = They have paid
button-someone-else = Someone else pays
button-today = Today
button-yesterday = Yesterday
yes-claim-paid = Yes, I've paid
done-claim-paid = Thank you. We look for the money now.

## Receipts

receipts-head = What came in and what went out:
receipt-milestone = <b>{ $number }. { $title }</b>
receipt-deposit = Arrived on { $at }: { $amount } (no. { $number })
receipt-held = Held: { $amount }
receipt-released = Released: { $amount }
receipt-fee = Fee of the house: { $amount }
receipt-refunded = Sent back: { $amount }
receipt-transfer = { $kind ->
        [payout] Payout to you
       *[refund] Refund to you
    }: { $amount }, { $state ->
        [confirmed] arrived
        [failed] failed, the desk looks after it
        [pending] on its way
       *[other] …
    }
paper-receipts = Receipts
paper-footer = Deal { $deal }
paper-deal = Deal
paper-fee = Fee of the house
paper-milestone = Milestone
paper-held = Held
paper-released = Released
paper-refunded = Sent back
paper-deposits = Payments that arrived

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-milestone-opened = Next is { $title }. The money for it is held until you approve the work.
notice-payment-claimed = { $name } says that { $title } is paid. Do not start before we tell you that it is held.
notice-proof-asked = We look for your payment for { $title } and ask for a receipt that shows its date and amount. What you told us stays as it is.
notice-claim-rejected = We have not found your payment for { $title }. Please check it with your bank, and tell us again once it is on its way.
notice-deposit-short = { $arrived } arrived for { $title }. That is not all of it, so the work has not started.
notice-deposit-late = { $amount } arrived for { $title }, which did not wait for it any more. It goes back to where it came from.
notice-shortfall-asked = { $name } asks you to take { $arrived } as the whole for { $title }, in place of { $amount }.
notice-milestone-funded = { $held } is held for { $title }. { $role ->
        [freelancer] You can start now.
       *[other] { $name } can start now.
    } The work diary is open.
notice-milestone-voided = { $title } has ended without money: { $why ->
        [funding-lapses] it was not paid in time.
        [cancel-funding] it was cancelled before it was paid.
       *[other] it was dropped.
    }
notice-waiting-returned = { $amount } that arrived for { $title } goes back to where it came from.
notice-transfer-confirmed = { $amount } { $transfer_kind ->
        [payout] for { $title } has been paid out to you.
       *[refund] for { $title } has been paid back to you.
    }
notice-transfer-failed = { $amount } for { $title } did not reach you. It stays yours: the desk looks after it and may ask where to send it.

## The treasurer

desk-claim-head = 💶 <b>{ $amount }</b>: the client says they paid
desk-claim-reference = Reference: { $reference }
desk-claim-payer = Payer: { $payer }, paid on { $day }
desk-claim-by = Client: { $name }
desk-claim-settled = This payment is answered already.
desk-claim-rejected = ✗ Not arrived, says { $name }. The client is told.
desk-not-arrived-sure = Say that <b>{ $amount }</b> of { $name } did not arrive? They are told, and their time to pay runs on.
desk-button-confirm-deposit = Confirm deposit
desk-button-not-arrived = Not arrived
desk-button-proof = Ask for proof
desk-proof-asked = ⏳ Asked for a receipt on { $at }.
desk-button-different = Different amount
desk-button-confirm-deposit-of = Confirm deposit: { $amount }
desk-deposit-sure = Did <b>{ $amount }</b> arrive from <b>{ $payer }</b>, reference { $reference }?
desk-deposit-differs =
    { $how ->
        [short] ⚠️ { $apart } less than the { $expected } expected: work does not start yet, the client is asked for the rest.
       *[over] ⚠️ { $apart } more than the { $expected } expected: the excess goes back.
    }
desk-deposit-done = ✓ { $amount } arrived, says { $name }.
desk-deposit-amount = { $name }, how much arrived? { $amount } were expected. Your next message here is taken as the amount.
desk-deposit-which = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
desk-suspense = 💶 { $amount } came too late or twice. It funds nothing; it is owed back to where it came from.
desk-transfer-doubled =
    { $kind ->
        [payout] ⚠️ Payout of { $amount } to { $name }: { $rail } confirms it again, under another reference.
       *[refund] ⚠️ Refund of { $amount } to { $name }: { $rail } confirms it again, under another reference.
    }
    In the books: { $known }
    Now said: { $again }
    Ask { $rail } whether this was sent besides, and have it returned if it was.
desk-owed-head =
    { $kind ->
        [payout] 💸 Payout: <b>{ $amount }</b> to { $name }
       *[refund] ↩️ Refund: <b>{ $amount }</b> to { $name }
    }
desk-owed-to =
    { $kind ->
        [payout] To: { $details }
       *[refund] Back to: { $details }
    }
desk-owed-nowhere =
    { $kind ->
        [payout] ⚠️ They have not said where to; the bot asks them. Once they have, /payouts shows it.
       *[refund] ⚠️ No source is recorded.
    }
desk-owed-came = It came with reference { $reference }; we saw it on { $at }.
desk-owed-changes = ⚠️ They changed it: the new one is in force from { $at }. Until then only this one.
desk-owed-reference = Reference: { $reference }
desk-owed-failed = ⚠️ It failed before: { $why }
desk-owed-until = Send it by { $until }.
desk-owed-sure = Did you send exactly this?
desk-owed-done =
    { $kind ->
        [payout] ✓ Payout of { $amount } to { $name } is sent.
       *[refund] ✓ Refund of { $amount } to { $name } is sent.
    }
desk-owed-why = { $name }, why did it fail? Your next message here is taken as the reason; the receiver does not read it.
desk-button-confirm-payout = Confirm payout
desk-button-copy-account = Copy account
desk-button-copy-reference = Copy reference
desk-button-confirm-refund = Confirm refund
desk-button-confirm-payout-of = Confirm payout: { $amount }
desk-button-confirm-refund-of = Confirm refund: { $amount }
desk-button-failed = It failed

## Refusals

refusal-not-its-turn = This milestone's turn has not come.
refusal-not-asked = The client has not asked you that.
refusal-already-asked = You have asked already. The other side will answer.
refusal-nothing-arrived = No money has arrived yet.
refusal-proof-asked = The client is asked for a receipt already.
refusal-no-claim = Nobody says that they paid.
refusal-claim-unanswered = We are still checking the payment. Please wait for the answer.
refusal-deposit-used-elsewhere = This payment has been booked already.
refusal-other-rail = This milestone is being paid in another way.
refusal-transfer-done = This payout is confirmed already.
refusal-last-arbiter = You are the only one left who could rule on this deal, so somebody else has to confirm its payments.
refusal-no-such-transfer = There is no such payout.
refusal-deposit-currency = That is not the deal's currency, which is { $currency }.

refusal-no-play-money = Play money is not used here.
refusal-no-manual-rail = There is nothing to report here: payments are confirmed by themselves.
