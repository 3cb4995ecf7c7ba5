## Whose turn it is, until when, and what happens if nothing is done

# $amount: what is missing; $arrived: whether some of it came, and whether there is time once more;
# $waiting: what came; $then: until when there is time once more
turn-funding-lapses = { $who ->
        [you] Your turn: pay { $amount } for “{ $title }” by { $until }.
       *[other] { $name } is to pay { $amount } for “{ $title }” by { $until }. The work does not start before that.
    }
    { $arrived ->
        [first] If the rest has not arrived by then, there is time once more, until { $then }.
        [last] If the rest has not arrived by then, this milestone ends and { $waiting } goes back to where it came from.
       *[none] If it is not paid by then, this milestone ends and nothing is owed for it.
    }
turn-deposit-check = The client says that “{ $title }” is paid. { $late ->
        [true] We check it. We were to answer by { $until } and are late; our team is reminded.
       *[false] We check it and answer by { $until }.
    } Until we answer, the time to pay stands still.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] Your turn: go on with “{ $title }”, or drop the rest, by { $until }.
           *[other] { $name } can go on with “{ $title }” until { $until }.
        }
        If that does not happen, “{ $title }” and what comes after it are dropped. Nothing was paid for them.
       *[false] “{ $title }” cannot begin, since the milestone before it ended without a release. Either of you may drop the rest.
        Without that, it is dropped by itself on { $until }. Nothing was paid for it.
    }

# The bank took the payment back for good; $amount: what is to be paid once more
turn-fund-again = { $who ->
        [you] Your turn: pay { $amount } for “{ $title }” once more, by { $until }. The bank took your payment back, and keeps it.
       *[other] { $name } is to pay { $amount } for “{ $title }” once more, by { $until }. The bank took the payment back, and keeps it.
    }
    Until then this deal stands still, and no other time runs out. If it is not paid by then, this milestone ends unpaid; what was submitted stays in the deal.

# A deal that our team has stopped. $late: whether we were to have looked into it by $until
turn-hold-flag = This deal stands still. What is held stays held: no money moves, nothing ends, and no time runs out for either of you. { $late ->
        [true] We were to look into it by { $until } and are late; our team is reminded.
       *[false] Our team looks into it by { $until }.
    }
    When it goes on, you both have the time that was left, and we tell you. You can still write to { $name } and to us.
# $why: our team's words
still-why = Our team says: { $why }

## Buttons

button-receipt = Receipt
button-receipts = Receipts
button-copy-account = Copy account
button-copy-reference = Copy reference
button-pay = Pay { $amount }
button-pay-missing = Pay the missing { $amount }
button-ask-shortfall = Ask to accept { $amount }
button-accept-shortfall = Accept { $amount }
button-pay-several = Pay a milestone…
button-ask-shortfall-several = Ask to accept less…
button-accept-shortfall-several = Accept what came…
button-go-on = Go on with the next
button-drop = Drop the rest
button-cancel-funding = Cancel milestone

## More…

more-pay = <b>Pay</b>: we hold the money. { way-out }
more-ask-shortfall = <b>Ask to accept</b>: { $name } is asked to take what arrived as the whole. Without a yes the price stays.
more-accept-shortfall = <b>Accept</b> what arrived as the whole.
more-go-on = <b>Go on with the next</b> milestone.
more-drop = <b>Drop the rest</b>: the milestones that are not paid yet end.
more-cancel-funding = <b>Cancel milestone</b>: it ends before it is paid in full. What arrived for it goes back.

## The second tap

confirm-pay = Pay <b>{ $amount }</b> for “{ $title }”? We hold the money. { way-out }
yes-pay = Yes, pay { $amount }
done-pay = { $amount } is held now.
confirm-cancel-funding = Cancel “{ $title }”? Nothing is held for it. { $arrived ->
        [true] What arrived goes back: <b>{ $amount }</b>.{" "}
       *[false] {""}
    }{ $at_once ->
        [true] The other milestones stay as they are.
       *[false] If it is the first milestone, those after it end too.
    }
yes-cancel-funding = Yes, cancel it
done-cancel-funding = Cancelled.
confirm-ask-shortfall = Ask { $name } to take <b>{ $amount }</b> as the whole, in place of { $price }?
yes-ask-shortfall = Yes, ask { $name }
done-ask-shortfall = We asked { $name }.
confirm-accept-shortfall = Take <b>{ $amount }</b> as the whole, in place of { $price }? The work starts then.
yes-accept-shortfall = Yes, accept { $amount }
done-accept-shortfall = { $amount } is held. You can start.
confirm-go-on = Go on with “{ $title }”? It costs <b>{ $amount }</b>, to be paid next.
yes-go-on = Yes, go on
done-go-on = The next step is to pay { $amount }.
confirm-drop = Drop “{ $title }” and the milestones after it? Nothing was paid for them.
yes-drop = Yes, drop the rest
done-drop = Dropped.

## Paying by bank transfer

pay-no-account = We have no bank account for this currency yet. Press <b>Get help</b>, and we tell you how to pay.
pay-how = Pay for “{ $title }” by bank transfer. We hold the money. { way-out }
pay-other-how = { $payer } pays this. Forward this message; the transfer has to carry the reference.
pay-amount = Amount: <b>{ $amount }</b>
pay-holder = To: { $holder }
pay-account = Account: { $number }
pay-bank = Bank: { $bank }
# Of the account
pay-country = Country: { $country }
pay-reference = Reference: { $reference }
pay-note = { $note }
pay-then = Once it is sent, press the green button. Nothing is held before we have found the money on our account.
pay-ask-payer = Whose name is on the account that the money came from? Write it, or press your own.
pay-ask-other = Who pays? Write the name that is on the payer's account.
pay-ask-day = When was it sent? Write the day, or choose one.
pay-ask-receipt = If you have a receipt, send a picture or a file of it now.
pay-claim-summary = You report: <b>{ $amount }</b> for “{ $title }”, sent by { $payer } on { $day }, { $receipt ->
        [true] with a receipt.
       *[false] without a receipt.
    }
pay-claim-then = We look for the money on our account. Once we have found it, it is held and the work starts.
button-send-proof = Send the receipt
button-claim-paid = I've paid
button-they-have-paid = They have paid
button-someone-else = Someone else pays
button-today = Today
button-yesterday = Yesterday
yes-claim-paid = Yes, I've paid
done-claim-paid = Thank you. We look for the money.

## Receipts

receipts-head = Payments in and out:
receipt-milestone = <b>{ $number }. { $title }</b>
receipt-deposit = Arrived on { $at }: { $amount } (no. { $number })
receipt-held = Held: { $amount }
receipt-released = Released to the freelancer: { $amount }
receipt-fee = Our fee: { $amount }
receipt-refunded = Refunded to the client: { $amount }
receipt-taken-back = { $state ->
        [open] Taken back by the bank on { $at }, which has not decided: { $amount }
        [won] Taken back by the bank on { $at }, and given back since: { $amount }
       *[lost] Taken back by the bank on { $at }, and kept: { $amount }
    }
receipt-ordered = { $kind ->
        [legal] A court or an authority said where the money goes.
       *[fraud] Ended by our team after its check.
    }
# $until: by when we send it; $changes: whether a changed payout account waits, until $from
receipt-transfer = { $kind ->
        [payout] Payout to you
       *[refund] Refund to you
    }: { $amount }, { $state ->
        [pending] we send it by { $until }
        [nowhere] we send it once you have said where to
        [late] not sent yet, and due since { $until }; our team is reminded
        [frozen] not sent while the deal stands still
        [missed] sent; you said that it has not arrived, and our team looks after it
        [sent] sent
        [arrived] arrived
        [returned] it came back to us from the bank; we send it again
        [failed] it has not reached you; our team looks after it
       *[other] …
    }{ $changes ->
        [true] . Until { $from } it goes to the account that you had before your change, and from then on to the new one.
       *[false] {""}
    }
paper-receipts = Receipts
paper-footer = Deal { $code }
paper-deal = Deal
paper-fee = Our fee
paper-milestone = Milestone
paper-held = Held
paper-released = Released
paper-refunded = Refunded
paper-deposits = Payments that arrived

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

# $several: whether more than this one wait for their payment
notice-milestone-opened = { $several ->
        [true] You can pay for the milestones now, in any sequence. We hold what you pay, each for itself.
       *[false] Next is “{ $title }”. We hold what you pay for it.
    } { way-out }
notice-payment-claimed = { $name } says that “{ $title }” is paid. Do not start before we tell you that it is held.
notice-proof-asked = We look for your payment for “{ $title }” and ask for a receipt that shows its date and amount. What you told us stays as it is.
notice-claim-rejected = We have not found your payment for “{ $title }”. Please check it with your bank, and tell us again once it is sent.
notice-deposit-short = { $arrived } arrived for “{ $title }”. { $missing } is missing, so the work has not started.
notice-deposit-late = { $amount } arrived for “{ $title }” too late, or once more than needed. It goes back to where it came from.
notice-shortfall-asked = { $name } asks you to take { $arrived } as the whole for “{ $title }”, in place of { $amount }. If you say nothing, the price stays.
notice-milestone-funded = { $held } is held for “{ $title }”. { $frozen ->
        [true] The work starts once this deal goes on.
       *[false] { $role ->
            [freelancer] You can start now.
           *[other] { $name } can start now.
        } The work diary is open.
    }
# $by: the side that ended it, or the clock
notice-milestone-voided = { $why ->
        [unpaid] “{ $title }” has ended unpaid: the bank took the payment back, and it was not paid once more. What was submitted stays in the deal.
        [funding-lapses] “{ $title }” has ended before the work began: it was not paid in time.
        [cancel-funding] “{ $title }” has ended before the work began: { $by ->
            [client] the client cancelled it.
            [freelancer] the freelancer cancelled it.
           *[clock] it was cancelled.
        }
        [unfunded] “{ $title }” has ended before the work began: the first milestone was not paid.
       *[dropped] “{ $title }” has ended before the work began: { $by ->
            [client] the client dropped it.
            [freelancer] the freelancer dropped it.
           *[clock] it was dropped, since the time to go on with it is over.
        }
    }
# $stands: whether the milestone has to be paid again
notice-deposit-reversed = { $stands ->
        [true] { $role ->
            [freelancer] The bank took back { $amount } of the payment for “{ $title }”. Please stop working on it: it is not paid any more. We tell you once it is held again.
           *[other] Your bank took back { $amount } of your payment for “{ $title }”. The work stops until it is paid again.
        }
       *[false] Your bank took back { $amount } of your payment for “{ $title }”, which is over. We look into it with the bank. If you did not want that, please write to us.
    }
# Of a deposit that the desk had booked otherwise; $stops: whether work that had begun stops for it
notice-deposit-corrected = { $stops ->
        [true] { $role ->
            [freelancer] We told you that “{ $title }” is paid. That was our mistake: of { $was } that we had booked, { $right } is for it. Please stop working on it; we tell you once all of it is held again. What happened:
           *[other] We had booked { $was } for “{ $title }” by mistake; { $right } is for it. The work stops until the rest is paid. What happened:
        }
       *[false] We had booked { $was } for “{ $title }” by mistake; { $right } is for it. What happened:
    }
notice-reversal-won = The bank has given back { $amount } for “{ $title }”. We have it again.
# $stands: whether it is to be paid once more, until $until
notice-reversal-lost = { $stands ->
        [true] { $role ->
            [freelancer] The bank keeps { $amount } of the payment for “{ $title }”. { $name } can pay it once more until { $until }. You need not work on it before that.
           *[other] The bank keeps { $amount } of your payment for “{ $title }”. You can pay it once more until { $until }; without that the milestone ends unpaid. New deals have to wait until our team has looked into it.
        }
       *[false] The bank keeps { $amount } of your payment for “{ $title }”. New deals have to wait until our team has looked into it. If it was a mistake, please write to us.
    }
notice-held-again = { $held } is held for “{ $title }” again.
notice-payer-cleared = You can begin new deals with us again.
# $why: what is told of it
notice-flag-set = { $why ->
        [operator] Our team has stopped this deal for now. This is the reason:
        [chargeback] The payment for this deal is in question at the bank that it came from. Our team has stopped the deal for now, until that is settled.
       *[check] Our team has stopped this deal for now, to check something. That says nothing against either of you.
    }
notice-flag-lifted = This deal goes on. You both have the time that was left; the dates below are the new ones.
# Of money that fits no milestone; $amount is what is here
notice-money-unmatched = { $amount } is at our bank and seems to be meant for “{ $deal }”, which waits for no such payment now. Our team looks into it: it pays for what waits for it, or goes back to where it came from.
notice-money-sent-back = We have sent the refund of { $amount }, which did not fit “{ $deal }”, to where it came from.
notice-money-came-back = { $amount }, of which we had sent the refund, is at our bank again. Please write to us with Get help where it should go.
notice-waiting-returned = { $amount } that arrived for “{ $title }” goes back to where it came from.
# It left us; once it should be there, and nobody has said so, its receiver is asked
notice-transfer-sent = { $transfer_kind ->
        [payout] We have sent you { $amount } for “{ $title }”. Once it is on your account, press <b>It arrived</b>.
       *[refund] We have sent you the refund of { $amount } for “{ $title }”. Once it is on your account, press <b>It arrived</b>.
    }
# $reached: who says that it is there: the way to pay, the statement; of what is older, that we sent it
notice-transfer-confirmed = { $transfer_kind ->
        [payout] { $reached ->
            [arrived] { $amount } for “{ $title }” has reached you.
            [statement] { $amount } for “{ $title }” has reached you, as the bank's statement says. If it is not on your account, press <b>Get help</b>.
           *[sent] We have sent you { $amount } for “{ $title }”.
        }
       *[refund] { $reached ->
            [arrived] The refund of { $amount } for “{ $title }” has reached you.
            [statement] The refund of { $amount } for “{ $title }” has reached you, as the bank's statement says. If it is not on your account, press <b>Get help</b>.
           *[sent] We have sent you the refund of { $amount } for “{ $title }”.
        }
    }
notice-arrival-asked = { $transfer_kind ->
        [payout] We have sent you { $amount } for “{ $title }”. It should be on your account by now. Please look there, then press <b>It arrived</b> or <b>It did not arrive</b>.
       *[refund] We have sent you the refund of { $amount } for “{ $title }”. It should be on your account by now. Please look there, then press <b>It arrived</b> or <b>It did not arrive</b>.
    }
button-arrived = It arrived
button-not-arrived = It did not arrive
button-arrived-of = It arrived: { $amount }
button-not-arrived-of = It did not arrive: { $amount }
# $at: when we sent it
confirm-arrived = Is the <b>{ $amount }</b> for “{ $title }”, which we sent on { $at }, on your account? Then it is done with.
confirm-not-arrived = Is the <b>{ $amount }</b> for “{ $title }”, which we sent on { $at }, not on your account? Please look there first. Then our team asks the bank where it is.
yes-arrived = Yes, it is there
yes-not-arrived = No, it is not there
done-arrived = Thank you: { $amount } is on your account.
done-not-arrived = Our team looks after it.
notice-transfer-returned = { $transfer_kind ->
        [payout] { $amount } for “{ $title }”, which we had sent to you, came back to us from the bank. We still owe it to you. Please check where you are to be paid; then we send it again. Why it came back:
       *[refund] The refund of { $amount } for “{ $title }”, which we had sent to you, came back to us from the bank. We still owe it to you. Please write to us with Get help where it should go. Why it came back:
    }
notice-transfer-failed = { $amount } for “{ $title }” did not reach you. We still owe it to you: our team looks after it and may ask where to send it.

## The treasurer

desk-claim-head = 💶 <b>{ $amount }</b>: the client says they paid
desk-claim-reference = Reference: { $reference }
desk-claim-payer = Payer: { $payer }, paid on { $day }
desk-claim-by = Client: { $name }
desk-claim-settled = This payment is answered already.
desk-claim-rejected = ✗ Not arrived, says { $name }. We tell the client.
desk-not-arrived-sure = Say that <b>{ $amount }</b> of { $name } did not arrive? We tell the client, and the time to pay runs on.
desk-button-confirm-deposit = Confirm deposit
desk-button-not-arrived = Not arrived
desk-button-proof = Ask for proof
desk-proof-asked = ⏳ Asked for a receipt on { $at }.
desk-button-different = Different amount
desk-button-confirm-deposit-of = Confirm deposit: { $amount }
desk-deposit-sure = Did <b>{ $amount }</b> arrive from <b>{ $payer }</b>, reference { $reference }?
desk-deposit-differs =
    { $how ->
        [short] ⚠️ { $apart } less than the { $expected } expected: work does not start yet, we ask the client for the rest.
       *[over] ⚠️ { $apart } more than the { $expected } expected: the excess goes back.
    }
desk-deposit-asked = <b>{ $amount }</b> from <b>{ $payer }</b>, reference { $reference }
desk-deposit-done = ✓ { $amount } arrived, says { $name }.
desk-deposit-amount = { $name }, how much arrived? { $amount } was expected. Your next message here is taken as the amount.
desk-deposit-which = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
desk-suspense = 💶 { $amount } came too late or twice. It pays for nothing here; we owe it back to where it came from.
desk-transfer-doubled =
    { $kind ->
        [payout] ⚠️ Payout of { $amount } to { $name }: { $rail } confirms it again, under another reference.
       *[refund] ⚠️ Refund of { $amount } to { $name }: { $rail } confirms it again, under another reference.
    }
    In the books: { $known }
    Now said: { $again }
    Ask { $rail } whether this was sent too, and have it returned if it was.
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
        [payout] ⚠️ The freelancer has not said where to; the bot asks. Once that is answered, /payouts shows it.
       *[refund] ⚠️ No source is recorded.
    }
desk-owed-came = It came with reference { $reference }; we saw it on { $at }.
desk-owed-changes = ⚠️ It was changed: the new account is in force from { $at }. Until then send to the one above.
desk-owed-changed = ⚠️ It was changed while this was owed: this account is in force since { $at }. If in doubt, ask the receiver before you send it.
desk-owed-reference = Reference: { $reference }
desk-owed-failed = ⚠️ It failed before: { $why }
desk-owed-returned = ⚠️ It was sent and came back: { $why }
desk-returned-why = { $name }, why did it come back? Your next message here is taken as the reason, and { $receiver } reads it.
desk-returned-sure = ↩️ Is <b>{ $amount }</b> for <b>{ $name }</b> on our account again? It is owed again then, and no milestone opens again. They read this:
desk-owed-until = Send it by { $until }.
desk-owed-sure = Did you send exactly this?
desk-owed-done =
    { $kind ->
        [payout] { $state ->
            [arrived] ✓ Payout of { $amount } to { $name } has arrived.
           *[sent] ↗️ Payout of { $amount } to { $name } is sent.
        }
       *[refund] { $state ->
            [arrived] ✓ Refund of { $amount } to { $name } has arrived.
           *[sent] ↗️ Refund of { $amount } to { $name } is sent.
        }
    }
# $until: by when it should be there
desk-way-since = Sent on { $at }; that it arrived is not said yet. It should be there by { $until }.
desk-way-asked = We asked its receiver on { $at }.
desk-way-missed = ⚠️ Its receiver says that it has not arrived: { $at }. Ask the bank where it is.
desk-way-head = ↗️ <b>Sent, not known to have arrived</b>: { $count }
# $age: how long ago it was sent
desk-way-row =
    { $stands ->
        [missed] ⚠️ { $code } · { $title } · { $amount } · sent { $age } ago; its receiver says that it has not arrived
        [overdue] ⏰ { $code } · { $title } · { $amount } · sent { $age } ago
       *[open] { $code } · { $title } · { $amount } · sent { $age } ago
    }
desk-there-sure = Does the statement say that <b>{ $amount }</b> reached <b>{ $name }</b>? We tell its receiver, and it is done with.
desk-button-there = Arrived
desk-button-there-of = Arrived: { $amount }
desk-owed-why = { $name }, why did it fail? Your next message here is taken as the reason; the receiver does not read it.
desk-button-confirm-payout = Confirm payout
desk-button-qr = QR code
desk-button-copy-account = Copy account
desk-button-copy-reference = Copy reference
desk-button-confirm-refund = Confirm refund
desk-button-confirm-payout-of = Confirm payout: { $amount }
desk-button-confirm-refund-of = Confirm refund: { $amount }
desk-button-failed = It failed

## Payouts as a file for the bank

desk-payout-offer = { $count ->
        [one] One payout or refund is owed. It can leave as a file for the bank.
       *[other] { $count } payouts and refunds are owed. They can leave as a file for the bank.
    }
desk-button-pay-owed = Pay what is owed
desk-payout-head = 🏦 <b>For a file to the bank</b>: { $count }
desk-payout-line = • { $code } · { $amount } · { $name }
desk-payout-left = <b>Not in a file</b>, with why:
desk-payout-why =
    { $why ->
        [in-file] It is in an open file already.
        [other-rail] It leaves in another way.
        [frozen] The deal stands still.
        [nowhere] Where it goes is not known yet.
        [changes] Its payout account was changed, and the new one does not count yet.
        [no-iban] There is no valid IBAN with a name.
        [by-two] Another treasurer has to see it too.
        [no-account] We have no IBAN in this currency.
       *[other] …
    }
desk-payout-open = 📄 Open file { $code }: { $count ->
        [one] one payout
       *[other] { $count } payouts
    }, { $amount }. Did the bank take it?
desk-button-payout-file = File: { $amount }
desk-payout-file = 📄 File { $code }: { $count ->
        [one] one payout
       *[other] { $count } payouts
    }, <b>{ $amount }</b>. Nothing is sent yet. Give it to the bank, then say here what the bank did.
desk-button-took = The bank took it
desk-button-not-taken = Not taken
desk-button-took-of = Bank took it: { $amount }
desk-button-not-taken-of = Not taken: { $amount }
desk-payout-took-sure = Did the bank take exactly this file, { $code }? { $count ->
        [one] One payout
       *[other] { $count } payouts
    }, <b>{ $amount }</b> in all: each is marked as sent, and its receiver reads it.
desk-payout-not-taken-sure = Is file { $code } not with the bank, with { $count ->
        [one] one payout
       *[other] { $count } payouts
    }, <b>{ $amount }</b> in all? Then all of it can be in another file. If the bank carries it out after all, money leaves again.
desk-payout-closed = File { $code } is closed: what the bank did is said.
desk-payout-sent = ✓ Of file { $code } marked as sent: { $count }
desk-payout-apart = ⚠️ { $code } · { $amount } is not marked as sent. { $why } Ask the bank what became of it.
desk-payout-dropped = File { $code } is closed, nothing of it is sent. For another file again: { $count }
refusal-payout-nothing-due = Nothing that is owed can be in such a file now.
refusal-payout-in-file = A colleague has just made a file with some of it. Look at what is owed again.
refusal-payout-file-closed = What the bank did with this file is said already.
refusal-payout-changed = Where it goes was changed since the file was made.
refusal-payout-by-two = Another treasurer has to see it too: confirm it on its own card.
refusal-no-such-payout-file = There is no such file.

## A payment that a bank took back

desk-recall-none = Nothing was paid for this deal that a bank could take back.
desk-recall-which = ↩️ <b>Which payment did the bank take back?</b>
desk-recall-client = Client: { $name }, reference { $reference }
desk-recall-deposit = { $number }. { $amount } from { $source }, seen on { $at }
desk-button-recall = { $number }: { $amount }
desk-button-recalled = Taken back: { $amount }
desk-recall-amount = { $name }, how much of the { $amount } did the bank take back? Press the button, or write an amount.
desk-button-recall-all = All: { $amount }
desk-recall-why = { $name }, what does the bank say of the { $amount } that it took back? Your next message here is kept with it; the two sides do not read it.
desk-recall-sure = ↩️ Did the bank really take back <b>{ $amount }</b>? What is still held goes with it: work that has begun stops, and a deal with submitted work stands still until you say what came of it. What was released stays with the freelancer, and is our loss.
desk-recall-asked = The bank took back <b>{ $amount }</b>.
desk-button-recall-sure = Yes, it took it
desk-reversal-head = { $state ->
        [open] ↩️ <b>The bank took back { $amount }</b>, and has not decided.
        [won] ✓ <b>The bank gave back { $amount }</b>, says { $name }.
        [lost] ✗ <b>The bank keeps { $amount }</b>. Who paid begins no new deal until the desk clears that.
        [cleared] ✗ <b>The bank keeps { $amount }</b>. Who paid may begin deals again, says { $name }.
       *[other] …
    }
desk-reversal-said = { $name }, on { $at }:
desk-reversal-part = { $what ->
        [refunded] It was owed back to the client, and has reached them so: { $amount }
        [taken] It was held for the work: { $amount }
        [beyond] It had been released or sent; our loss if the bank keeps it: { $amount }
       *[other] …
    }
desk-reversal-again = The client can pay { $missing } once more until { $until }.
desk-button-outcome = { $becomes ->
        [won] It came back
        [lost] The bank keeps it
        [cleared] Allow new deals
       *[other] …
    }
desk-outcome-why = { $becomes ->
        [won] { $name }, how do you know that it came back? Your next message here is kept as the reason.
        [lost] { $name }, how do you know that the bank keeps it? Your next message here is kept as the reason.
        [cleared] { $name }, why may they begin new deals? Your next message here is kept as the reason, and a colleague has to agree.
       *[other] …
    }
desk-outcome-sure = { $becomes ->
        [won] Did <b>{ $amount }</b> come back? It is held again, or owed to the client where it is of no use any more.
        [lost] Does the bank keep <b>{ $amount }</b>? The client has time to pay once more where work was submitted, and begins no new deal until the desk clears that.
        [cleared] Let them begin new deals, though the bank kept <b>{ $amount }</b>?
       *[other] …
    }
desk-outcome-asked = { $becomes ->
        [won] The bank gave back <b>{ $amount }</b>.
        [lost] The bank keeps <b>{ $amount }</b>.
        [cleared] Who paid may begin deals again, though the bank kept <b>{ $amount }</b>.
       *[other] …
    }
desk-button-outcome-sure = Yes, that is so

## What was booked wrongly

desk-correct-none = No payment of this deal was booked by the desk.
desk-correct-which = ✏️ <b>Which payment is booked wrongly?</b>
desk-correct-amount = { $name }, how much of the { $amount } arrived for this milestone? Press a button, or write the right amount.
desk-button-correct-nothing = Nothing arrived
desk-button-correct-aside = For something else
desk-correct-rest = { $name }, { $right } is right then. What about the other { $rest }?
desk-button-rest-never = It did not arrive
desk-correct-why = { $name }, what happened? Your next message here is the reason, and both sides read it.
desk-correct-sure = ✏️ <b>Is this right now?</b> Where it is less, work that has begun stops until the rest is paid.
# $what: with the difference, $off
desk-correct-change = { $what ->
        [aside] Booked: { $was }. Right: <b>{ $right }</b>. The other { $off } waits in suspense.
        [more] Booked: { $was }. Right: <b>{ $right }</b>. { $off } more arrived.
       *[never] Booked: { $was }. Right: <b>{ $right }</b>. The other { $off } did not arrive.
    }
desk-button-correct-sure = Yes, correct it
desk-correct-done = ✓ <b>Corrected</b> by { $name }.

## A legal order, and proven fraud

desk-button-order = { $kind ->
        [fraud] Send it back
       *[legal] Move it by law
    }
desk-order-to = { $kind ->
        [fraud] ↩️ Is the fraud proven? What is held, { $held }, goes back to its source. A colleague has to agree to exactly this; then it is done at once.
       *[legal] ⚖️ Where does the court or the authority send what is held, { $held }? A colleague has to agree to exactly this; then it is done at once.
    }
desk-button-order-to = { $to ->
        [freelancer] To the freelancer
       *[client] To the client
    }
desk-order-document = { $name }, please send the document now, as a file or a picture. It is kept with the deal; the two sides do not see it.
desk-order-wants-document = Please send the document first, as a file or a picture.
desk-order-why = { $name }, who says so, and of which date is it? Your next message here is kept with it; the two sides do not read it.
desk-order-sure = Ask a colleague for exactly this? Nothing moves before one agrees.
desk-order-asked = { $to ->
        [freelancer] All that is held, <b>{ $held }</b>, goes to the freelancer, { $name }.
       *[client] All that is held, <b>{ $held }</b>, goes back to the client, { $name }, where it came from.
    }
desk-order-file = Document: { $file }, check code { $mark }
desk-button-order-sure = Yes, ask a colleague

## A deal that the desk has stopped

desk-flag-about = { $deal } · { $title }
    Client: { $client } · freelancer: { $freelancer } · held: { $held }
desk-allow-usage = Write /allow 123456789 2000 { $currency } to raise what is held at once for a new client, or /allow 123456789 { $currency } to take that back.
desk-allow-more = { $name } ({ $person }): { $amount } at most held at once, instead of { $limit }.
desk-allow-back = { $name } ({ $person }): { $limit } at most held at once again.
desk-allow-why = { $name }, why? Your next message here is taken as the reason. Colleagues read it, and the client does not.
desk-allow-sure = The client is told of it, without the reason.
desk-button-allow = Raise the limit
desk-button-allow-back = Take it back
desk-allow-done = ✓ { $name } has done this, and the client is told:

desk-freeze-kind = ⏸ Stop this deal? Nothing moves while it stands still, and a colleague has to agree before it goes on. Why?
desk-button-flag = { $kind ->
        [fraud] Fraud
        [legal] Legal matter
        [chargeback] Chargeback
        [operator] Our own reason
       *[other] …
    }
desk-freeze-reason = { $name }, what is the reason? Your next message here is taken as it. { $kind ->
        [fraud] The two sides do not read it: they read that our team checks something.
        [legal] The two sides do not read it: they read that our team checks something.
        [chargeback] The two sides do not read it: they read that the payment is in question at the bank.
        [operator] Both sides read it, word for word.
       *[other] …
    }
desk-freeze-sure = ⏸ Stop this deal now, for this reason? { $kind ->
        [fraud] Both sides are told that our team checks something, not what.
        [legal] Both sides are told that our team checks something, not what.
        [chargeback] Both sides are told that the payment is in question at the bank.
        [operator] Both sides are told, with these words.
       *[other] …
    }
desk-button-freeze = Stop this deal
desk-freeze-done = { $kind ->
        [fraud] ⏸ Stopped by { $name }: fraud. Both sides are told that our team checks something.
        [legal] ⏸ Stopped by { $name }: a legal matter. Both sides are told that our team checks something.
        [chargeback] ⏸ Stopped by { $name }: a chargeback. Both sides are told that the payment is in question.
        [operator] ⏸ Stopped by { $name }. Both sides are told, with the reason.
       *[other] …
    }
desk-flag-head = ⏸ <b>Stands still</b> since { $since }
desk-flag = { $number }. { $kind ->
        [fraud] <b>Fraud</b>
        [legal] <b>Legal matter</b>
        [chargeback] <b>Chargeback</b>
        [operator] <b>Our own reason</b>
       *[other] …
    }, says { $name } on { $at }. { $late ->
        [yes] ⏰ It was to be looked into by { $until }.
       *[no] To be looked into by { $until }.
    }
desk-flag-asked = { $name } asks to lift it. A colleague can press <b>Lift</b> until { $until }, or say no here:
desk-flag-owed =
    { $kind ->
        [payout] 💸 Not to be sent now: the payout of { $amount } to { $name }
       *[refund] ↩️ Not to be sent now: the refund of { $amount } to { $name }
    }
desk-flag-none = ▶️ This deal does not stand still.
desk-flag-over = ▶️ This deal goes on. { $asked } asked for it, { $name } agreed.
desk-button-ask-lift = Ask to lift
desk-button-ask-lift-of = Ask to lift { $number }
desk-button-lift = Lift
desk-button-lift-of = Lift { $number }
desk-lift-why = { $name }, why may this flag be lifted? Your next message here is taken as the reason, and is kept. A colleague then says yes or no to it.
desk-lift-sure = ▶️ Lift this flag? { $last ->
        [yes] The deal goes on at once: both sides are told, and have the time that was left.
       *[no] The deal still stands still: another flag stands.
    }
desk-button-lift-sure = Yes, lift it
desk-button-sent-before =
    { $kind ->
        [payout] Payout sent before: { $amount }
       *[refund] Refund sent before: { $amount }
    }
desk-owed-frozen = ⏸ This deal stands still: do not send this now. If it left the account before { $since }, confirm that it did; what is sent is sent.
desk-claim-frozen = ⏸ This deal stands still. If the money has arrived, confirm it: it is held, and the work starts once the deal goes on. The rest waits.

## Money at the bank that nobody has claimed

desk-arrived-ask =
    { $name }, write what the statement says, a line each:
    the amount with its currency
    the bank's own reference of this transfer
    who paid, with the account that it came from
    the value date
    For example:
    <code>300.00 EUR
    FT26113-8841
    Carla Client, ES91 2100 0418 4502
    2026-05-19</code>
desk-arrived-head = 💶 <b>Money on the statement</b>
desk-arrived-amount = Amount: <b>{ $amount }</b>
desk-arrived-payer = Payer: { $payer }
desk-arrived-reference = The bank's reference: { $reference }
desk-arrived-day = Value date: { $day }
desk-arrived-deal = Deal { $code }: “{ $title }”
desk-arrived-currency = ⚠️ This deal is in { $currency }: no milestone of it can take this money.
desk-arrived-no-milestone = No milestone of this deal waits for such money now.
desk-arrived-waits = “{ $title }” waits for { $missing }{ $how ->
        [exact] : exactly this.
        [short] . ⚠️ This is { $apart } less: it waits, and we ask the client for the rest.
       *[over] . ⚠️ This is { $apart } more: the excess goes back.
    }
desk-arrived-before = ⚠️ Booked for “{ $title }” already: { $amount } from { $source }, reference { $reference }, on { $at }. Is it the same money?
desk-arrived-where = { $found ->
        [true] What is it for? If it is for another deal, write that deal's number here.
       *[false] What is it for? Write the number of its deal here; if that is not known, keep it in suspense.
    }
desk-button-book-for = For “{ $title }”
desk-button-to-suspense = Keep in suspense
desk-arrived-sure = Book <b>{ $amount }</b> for “{ $title }” of deal { $code }?
desk-button-book-amount = Book { $amount }
desk-suspense-sure = Keep <b>{ $amount }</b> in suspense? Whose it is stays open until you match it to a deal or refund it.
desk-suspense-sure-about = Keep <b>{ $amount }</b> in suspense? It seems to be meant for deal { $code }, “{ $title }”. Its client is told that the money is here and that we look into it.
desk-button-keep-amount = Keep { $amount }
desk-arrived-known = Reference { $reference } is booked already, for deal { $code }, “{ $title }”. Nothing was booked once more. If this is another transfer, use the number that the bank gave it.
desk-item-open = 💶 <b>{ $amount } in suspense</b>: find out by { $until } what it is.
desk-item-matched = ✓ <b>{ $amount }</b> was matched to { $code }, says { $name }.
desk-item-returned = ↩️ <b>{ $amount }</b> was refunded on { $at }, says { $name }.
desk-item-number = Number: { $item }
desk-item-booked = Booked by { $name } on { $at }
desk-item-about = It seems to be meant for deal { $code }.
desk-item-asked = ⏳ <b>Waiting for a second treasurer.</b> { $name } says that the refund was sent, on { $at }.
desk-item-overdue = ⏰ This money is in suspense, and was to be looked into by { $since }.
desk-button-match = Match to a deal
desk-button-sent-back = Refund sent
desk-button-came-back = It came back
desk-match-ask = { $name }, which deal is <b>{ $amount }</b> for? Write its number here.
desk-match-which = Which milestone is <b>{ $amount }</b> for?
desk-match-missing = “{ $title }” waits for { $missing }.
desk-match-other = If it is for another deal, write that deal's number here.
desk-back-sure = Did <b>{ $amount }</b> leave the account, back to <b>{ $source }</b>?
desk-button-back-amount = Refund sent: { $amount }
desk-came-sure = Did the refund of <b>{ $amount }</b> come back to us? It is in suspense again then.
desk-button-came-amount = It came back: { $amount }
desk-board-suspense = 🏷 <b>In suspense</b>: { $count }
desk-board-item =
    { $stands ->
        [overdue] ⏰ { $code } · { $amount } · was due { $until }
       *[open] { $code } · { $amount } · by { $until }
    }

## Refusals

refusal-deal-frozen = This deal stands still while our team looks into something, so this cannot be done now. We tell you when it goes on. You can still write to the other side, and to us.
refusal-nothing-to-freeze = There is nothing to stop: it is not agreed yet, or it has ended and nothing is owed.
refusal-no-flag = This deal does not stand still.
refusal-flag-stands = It stands still for that reason already.
refusal-lift-own = You asked for it yourself, so a colleague has to agree.
refusal-lift-lapsed = What was asked has lapsed. Ask again, then a colleague can agree.
refusal-lift-waits = No colleague is there to agree, so it can be lifted from { $until_at } on.
refusal-no-order = That needs a flag for a legal matter or for fraud that stands on this deal.
refusal-nothing-held = Nothing is held here that could be moved.
refusal-fraud-goes-back = What is proven to be fraud goes back to its source, and nowhere else.
refusal-flag-of-bank = This deal stands still for a payment that the bank took back. It goes on once you have said what came of that.
refusal-deposit-of-rail = The way to pay confirmed this payment itself, so it is not corrected by hand.
refusal-nothing-to-correct = That is what is booked. Please write another amount, or zero.
refusal-deposit-taken-back = A bank took this payment back, so it is not corrected any more. /recall shows what came of it.
refusal-set-aside-whole = What came from suspense goes back there whole, and of any other payment a part is set aside once.
# $amount: of what is to be taken off
refusal-set-aside-before = What was set aside of it is in suspense, and comes from there: see /suspense.
refusal-correction-rests = { $amount } of it has left this milestone already, so so much cannot be taken off.
refusal-work-rests = Work was submitted because { $amount } is held here. That stays, and our team makes it good.
refusal-part-is-here = { $amount } of the same transfer is booked on this milestone, so the rest is for something else.
refusal-reversal-closed = What came of this is said already.
refusal-nothing-reversed = No bank took anything back here.
refusal-no-such-reversal = No bank took that back here.
refusal-no-such-deposit = There is no such payment here.
refusal-above-deposit = That is more than is left of this payment, which is { $left }.
refusal-reversal-used-elsewhere = That the bank took this back is booked already.
refusal-own-limit = This is your own limit: another treasurer has to decide about it.
refusal-conflict-limit =
    { $months ->
        [one] You have a deal with them, or had one in the last { $months } month: another treasurer has to decide about this.
       *[other] You have a deal with them, or had one in the last { $months } months: another treasurer has to decide about this.
    }
refusal-no-limit-there = There is no limit for new clients in { $currency }, so nothing has to be raised.
refusal-allows-no-more = Every new client may have { $limit } held at once: type more than that. To take a raised limit back, leave the amount out.
refusal-nothing-allowed = Their limit is not raised.
refusal-payer-frozen = A bank took back a payment of yours, so new deals have to wait until our team has looked into it. Deals that are under way go on. Press <b>Get help</b> and we talk about it.
refusal-other-cannot-begin = The other side cannot begin new deals with us at the moment, so this has to wait.
refusal-not-its-turn = This milestone's turn has not come: the one before it has to end first, with its money released or divided between both.
refusal-not-asked = The client has not asked you that. Once the client does, you can answer.
refusal-already-asked = You have asked already, and the other side has not answered yet. Wait for the answer, or pay what is missing.
refusal-nothing-arrived = No money has arrived yet. Once some of it has, you can ask the freelancer to accept it.
refusal-proof-asked = The client is asked for a receipt already.
refusal-no-claim = The client has not said that it is paid.
refusal-claim-unanswered = We are still checking the payment. That goes again once we have answered.
refusal-deposit-booked-before = The bank's reference { $reference } is booked already: nothing was booked once more. /suspense and the deal show it.
refusal-milestone-not-waiting = This milestone waits for no money now: what arrived does not start it again. Keep it in suspense, or refund it.
refusal-no-such-suspense = We know of no such money.
refusal-booked-by-side = Whoever booked this money is a side of this deal, so it cannot pay for it. Send it back to where it came from: then it can be paid anew.
refusal-booked-by-arbiter = Whoever booked this money may not decide about what it pays for, and too few arbiters would be left for this deal. Send it back to where it came from: then it can be paid anew.
refusal-suspense-closed = This money is not in suspense any more.
refusal-statement-lines = That is not all of it. Write four lines: the amount with its currency, the bank's reference, who paid, and the value date.
refusal-amount-needs-currency = Please write the amount with its currency, such as 300.00 EUR.
refusal-date-unreadable = We cannot read that date. Write the value date like 2026-05-19.
refusal-transfer-not-sent = This was not sent by us, or came back already.
refusal-transfer-paid-by-bank = After we sent this refund, the client's bank took money of the same milestone back from us. So it is not simply owed again: the client could get the money once more. Book what came back as money on the statement, and keep it in suspense; if the refund still stands as sent, say that it arrived: the client has this money from their bank.
refusal-transfer-returned-since = This came back or failed since you saw it. Look at its card again.
refusal-deposit-used-elsewhere = This payment has been booked already.
refusal-other-rail = This milestone is being paid in another way.
refusal-transfer-done = This transfer has left us already, and is confirmed.
refusal-transfer-sent = This was marked as sent already. Nothing was sent once more.
refusal-transfer-not-on-its-way = This is not on its way now: it was not sent yet, came back, or has arrived.
refusal-arrival-early = It can take until { $until_at }. If it is not there by then, say so here.
refusal-arrival-denied = You have told us already that it did not arrive. Our team looks after it.
refusal-last-arbiter = If you confirm it, no arbiter is left who may decide this deal. Somebody else has to confirm its payments.
refusal-no-such-transfer = There is no such transfer.
refusal-deposit-currency = That is not the deal's currency, which is { $currency }.

refusal-no-play-money = Play money is not used here.
refusal-no-manual-rail = There is nothing to report here: payments are confirmed by themselves.

### A bank's statement as a file

refusal-statement-empty = There is no line in this file.
refusal-statement-too-large = This file has more than { $limit } MB. Ask the bank for a shorter time, and send the parts one by one.
refusal-statement-lines-many = This file has more than { $limit } lines. Ask the bank for a shorter time, and send the parts one by one.
refusal-statement-kind = This is no statement that we can read. Ask the bank for one of these: { $kinds }.
refusal-statement-xml = Line { $line }: the file breaks off or is damaged there. Nothing of it was booked. Download it from the bank again.
refusal-statement-xml-entities = This file refers to other files or holds shortened text, as no bank's does. It was not opened. Download it from the bank again.
refusal-statement-field = Line { $line }: “{ $field }” is missing there, or unreadable. Nothing of the file was booked. Ask the bank for the statement once more, or for another kind.
refusal-statement-amount = Line { $line }: “{ $amount }” is no amount. Nothing of the file was booked. Ask the bank for the statement once more, or for another kind.
refusal-statement-currency = Line { $line }: the currency { $currency } is none that we know, or not the account's own. Nothing of the file was booked.
refusal-statement-day = Line { $line }: “{ $day }” is no date. Nothing of the file was booked. Ask the bank for the statement once more, or for another kind.
refusal-statement-sum = Line { $line }: the file does not add up. It begins with { $opening }, its lines come to { $lines }, and it ends with { $closing }: { $apart } apart. Nothing of it was booked. Download it from the bank again, whole.
refusal-statement-columns = We do not know which column is which: { $columns }. Send the file again with this in its caption, with your own numbers: { $example }. Next time we know.
refusal-statement-columns-typed = “{ $typed }” says of no column what it is. Write it like this: { $example }
refusal-statement-columns-currency = Line { $line }: the file does not say its currency. Send it again with this in its caption: { $example }
refusal-statement-account = Line { $line }: the file does not say whose account it is. Send it again with this in its caption, with your own number: { $example }
refusal-statement-days = Line { $line }: day and month can be read both ways. Send the file again with this in its caption, d for day, m for month, y for year: { $example }
refusal-statement-decimals = Line { $line }: “{ $amount }” can be read as two amounts. Send the file again with “comma” or “point” in its caption: { $example }
refusal-statement-no-account = There is no bank account of ours to compare this with: no account for bank transfers is set up.
refusal-statement-not-ours = This is the statement of { $account } in { $currency }, which is no account of ours. Nothing of it was booked.
refusal-statement-apart = Line { $line }: the file says { $said }, which does not go with { $told }, as its other parts, its caption or our settings have it. Nothing of it was booked. Check whose file it is and what stands in its caption.
refusal-statement-sign = Line { $line }: “{ $sign }” does not say whether the money came in or went out. Nothing of the file was booked. Ask the bank for another kind, or for amounts with a minus.
refusal-statement-status = Line { $line }: we do not know whether “{ $status }” means that the money was booked. Nothing of the file was booked. Ask the bank for its booked lines alone, or for another kind.
refusal-line-changed = Line { $line }: the deal has moved since this was looked at. Send the file again to see how it stands.
refusal-line-done = Line { $line } was booked as something else meanwhile. Send the file again to see how it stands.
refusal-line-other-amount = Line { $line }: the payment is of { $amount }, and a payment leaves and comes back whole. Nothing is booked.
refusal-line-reverses = Line { $line }: the bank takes a payment back. Say so with /recall and the number of the deal: that stops the work, and sets its own clocks.

desk-line-why =
    { $why ->
        [two-deals] It names several deals.
        [no-milestone] It names the deal, and no milestone of it.
        [not-waiting] That milestone waits for no money: what is booked for it goes back to who paid.
        [deal-ended] That deal has ended: what is booked for it goes back to who paid.
        [by-hand] A treasurer has confirmed this amount by hand. It may be the same money.
        [asked] A colleague has asked for a second yes to money of this milestone.
        [short] It is less than what is missing.
        [over] It is more than what is missing: the excess goes back.
        [currency] The deal it names is in another currency.
        [payer] The client named somebody else as the payer.
        [batch] The bank booked several payments as one, without saying which.
        [reverses] The bank takes back what it booked before.
        [cut] The reference was cut short.
        [amount-and-name] Amount and name fit, and there is no reference.
        [amount-and-account] Amount and account fit, and there is no reference.
        [amount-alone] The amount fits a payment that somebody says was sent. Neither name nor reference does.
        [other-amount] The reference fits, and the amount does not.
        [older] The reference is of an earlier sending.
        [return-reason] The bank gives a reason for a return: it may be a payment of ours that came back.
        [seen-before] A line just like this came with another file. It may be the same money.
        [typed] Its bank reference is booked with another amount. It may be the same money.
        [void] That payment was taken back before it was sent.
        [twice] Another line of this file is for the same.
        [nothing] Nothing moved.
        [no-reference] It carries no reference of ours.
       *[other] { $why }
    }
refusal-file-no-statement = The file of this card is not here any more. Send it again.
desk-file-account = 🏦 <b>{ $account }</b>, { $currency }
desk-file-days = { $since } to { $until }
desk-file-balance = { $opening }, then { $closing }
desk-file-pending =
    { $count ->
        [one] { $count } line is not booked by the bank yet: it comes with a later file.
       *[other] { $count } lines are not booked by the bank yet: they come with a later file.
    }
desk-file-done =
    { $count ->
        [one] { $count } line was dealt with before.
       *[other] { $count } lines were dealt with before.
    }
desk-file-certain = ✅ <b>Certain</b>: { $count }
desk-file-likely = 🔍 <b>Likely, one by one</b>: { $count }
desk-file-unknown = ❔ <b>For nothing that we know</b>: { $count }, { $amounts }
desk-file-listed = ➖ <b>Nothing to book</b>: { $count }, { $amounts }
desk-file-more = … and { $count } more.
desk-file-all-done = ✅ This file is dealt with.
desk-file-line = Line { $line }: <b>{ $amount }</b>, { $day }, { $name }
desk-line-nobody = without a name
desk-line-words = “{ $words }”
desk-line-to =
    { $what ->
        [deposit] payment of milestone { $number } of deal { $code }
        [double] milestone { $number } of deal { $code }, confirmed by hand already: nothing is booked once more
        [sent] transfer { $number } of deal { $code }, booked out by the bank: it counts as arrived
        [returned] transfer { $number } of deal { $code }, which came back
        [reversed] milestone { $number } of deal { $code }, whose payment the bank takes back
       *[other] { $code }
    }
desk-button-file-book = Book { $count }
desk-button-file-likely = Look at { $count }
desk-button-file-keep = To suspense: { $count }
desk-button-file-list = Seen: { $count }
desk-button-line-double = The same money
desk-button-line-seen = Seen
desk-button-line-leave = Leave it
desk-file-came = ✓ { $count } done by { $name }.
desk-file-asked =
    { $count ->
        [one] ⏳ { $count } waits for a second treasurer.
       *[other] ⏳ { $count } wait for a second treasurer.
    }
desk-file-refused = ⚠️ Line { $line }: { $why }
