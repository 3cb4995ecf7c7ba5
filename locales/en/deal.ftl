## The live card of a deal

the-other-side = the other side
# $name: the other side; $role: what the reader is
deal-head = <b>{ $title }</b>
    { $role ->
        [client] You pay, { $name } works.
        [freelancer] You work, { $name } pays.
       *[none] With { $name }.
    } Deal { $deal }
deal-draft = This is a draft. Nobody else sees it yet.
deal-invite = The terms are out, and not agreed yet.
# $current: whether it is the one that the deal waits for
milestone-line = { $state ->
        [planned] ▫️
        [funding] 💳
        [in-progress] 🛠
        [submitted] 👀
        [revising] ✏️
        [cancelling] ⏳
        [disputed] ⚖️
        [released] ✅
        [refunded] ↩️
        [split] ➗
        [void] ✖️
       *[other] …
    } { $number }. { $title }, { $amount }: { $state ->
        [planned] later
        [funding] waits for the payment
        [in-progress] in work
        [submitted] handed in, to be looked at
        [revising] being changed
        [cancelling] is about to be cancelled
        [disputed] with the arbiter
        [released] done and released
        [refunded] ended, the money went back
        [split] ended, the money was shared
        [void] ended without money
       *[other] …
    }
# Under news: the milestone without its state, which the news and the turn say
stands-milestone = { $number }. { $title }, { $amount }
milestones-before = { $count ->
        [one] { $count } milestone before these
       *[other] { $count } milestones before these
    }
milestones-after = { $count ->
        [one] { $count } milestone after these
       *[other] { $count } milestones after these
    }
milestone-arrived = Arrived: { $arrived }. Missing: { $missing }.
milestone-claimed = Reported as paid on { $at }.
milestone-part-released = Released so far: { $amount }
milestone-rounds = Rounds of changes used: { $used } of { $agreed }
deal-held = Held: { $amount }{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
play-money = This is play money: nobody pays or gets anything real.
safety-phrase = Your safety phrase: { $phrase }
deal-transfer = { $kind ->
        [payout] To you
       *[refund] Back to you
    }: { $amount }, { $state ->
        [pending] on its way, expected by { $until }
        [failed] it did not arrive, the desk looks after it
        [confirmed] arrived
       *[other] …
    }
deal-ended = { $why ->
        [completed] This deal is done.
        [discarded] This draft was discarded.
        [idle] This draft was not finished in time and has ended.
        [declined] The other side said no.
        [withdrawn] The invite was withdrawn.
        [expired] The invite ran out of time.
        [unfunded] This deal ended before anything was paid.
        [unpaid] This deal ended, and all money went back.
       *[other] This deal has ended.
    }

## Whose turn it is, until when, and what happens if nothing is done

turn-draft-idle = Finish it by { $until }. After that it is cleared away.
turn-invite-expires = { $who ->
        [nobody] Nobody has accepted it yet. It is open until { $until }.
        [claims] Your turn: say whether it is who you mean, by { $until }.
        [you] Your turn: answer by { $until }.
       *[other] { $name } can answer until { $until }.
    } Without an answer the invite ends, and nobody owes anything.
turn-funding-lapses = { $who ->
        [you] Your turn: pay { $amount } for { $title } by { $until }.
       *[other] { $name } is to pay { $amount } for { $title } by { $until }. Do not start before that.
    }
    If nothing is paid, this milestone is off and nobody owes anything.
turn-deposit-check = We are looking for the payment of { $title } and answer by { $until }. Nothing runs against anybody until then.
turn-work-due = { $who ->
        [you] Your turn: hand in { $title } by { $until }.
       *[other] { $name } is to hand in { $title } by { $until }.
    }
    If it is late, the money stays held; from { $then } on the client can cancel it.
turn-may-cancel-late = { $who ->
        [you] { $title } is late. Hand it in now.
       *[other] { $name } is late with { $title }.
    }
    From { $until } on it can be cancelled as late.
turn-dormancy-notice = { $who ->
        [you] { $title } is late. Hand it in, or say how it goes.
       *[other] { $name } is late with { $title }. You may wait, or press More… to cancel it.
    }
    If nobody does anything until { $until }, both get a last warning.
turn-dormant = Neither of you has done anything here since { $since }. If that stays so until { $until }, { $amount } for “{ $title }” goes back to the client.
clocks-wait = { $why ->
        [paused] ⏸ We are having a break: deadlines wait, and get this time back.
       *[deaf] ⏳ Messages do not reach us at the moment, so deadlines wait: nothing ends and no money moves because somebody seems silent. What you press counts as soon as it reaches us, before any deadline.
    }
turn-review-ends-escalate = { $who ->
        [you] Your turn: look at { $title } by { $until }.
       *[other] { $name } looks at { $title } until { $until }.
    }
    If nothing is said, an arbiter looks; no money moves by itself.
turn-review-ends-release = { $who ->
        [you] Your turn: look at { $title } by { $until }.
       *[other] { $name } looks at { $title } until { $until }.
    }
    If nothing is said, { $amount } is released, as you both agreed.
turn-abandoned = { $who ->
        [you] Your turn: hand in the changes to { $title } by { $until }.
       *[other] { $name } is to hand in the changes to { $title } by { $until }.
    }
    If nothing has come by { $then }, an arbiter looks; no money moves by itself.
turn-late-cancel-ends = { $who ->
        [you] Your turn: object to the end of { $title }, or hand it in, by { $until }.
       *[other] { $name } can object or hand in the work until { $until }.
    }
    If nothing is said, { $amount } goes back to the client.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] Your turn: go on with { $title }, or drop the rest, by { $until }.
           *[other] { $name } decides until { $until } whether { $title } goes on.
        }
        If nothing is said, the rest is dropped; nothing was paid for it.
       *[false] { $title } can not begin, since the part before it ended. Either of you may drop the rest.
        If neither does, it is dropped by itself at { $until }; nothing was paid for it.
    }
turn-dispute-answer = { $who ->
        [you] Your turn: say what you ask for in the dispute about “{ $title }”, and why, by { $until }.
       *[other] { $name } can answer in the dispute about “{ $title }” until { $until }.
    }
    No answer is no guilt: an arbiter then decides by the facts. Until the decision { $amount } stays held, untouched.
turn-question-answer = { $who ->
        [you] Your turn: answer the arbiter's question about “{ $title }” by { $until }.
       *[other] { $name } can answer the arbiter's question about “{ $title }” until { $until }.
    }
    After that the arbiter may decide without the answer. Until the decision { $amount } stays held, untouched.
turn-dispute-take = An arbiter takes the dispute about “{ $title }” by { $until }; if nobody does, one is drawn by lot. Until the decision { $amount } stays held, untouched.
turn-dispute-ruling = The arbiter decides about “{ $title }” by { $until }; if not, another arbiter gets it. Until the decision { $amount } stays held, untouched.

## Buttons

button-back = Back
button-done = Done
button-send-anyway = Send it anyway
button-more = More…
button-diary = Diary
button-diary-add = Add to diary
button-agreement = Agreement (PDF)
button-receipt = Receipt
button-receipts = Receipts
button-again = Do it again
button-help = Get help
button-remind = Remind them
button-whatsapp = WhatsApp
button-copy-text = Copy text
button-copy-account = Copy account
button-copy-reference = Copy reference
button-deal-draft = Go on
button-deal-invite = Show the terms
button-answer = Answer the arbiter
button-approve = Approve and release
button-request-changes = Request changes
button-pay = Pay { $amount }
button-pay-missing = Pay the missing { $amount }
button-ask-shortfall = Ask { $name } to accept { $amount }
button-accept-shortfall = Accept { $amount }
button-object = Object
button-take-back-cancel = Let the work go on
button-submit = Submit work
button-contest = I disagree with a point
button-go-on = Go on with the next
button-drop = Drop the rest
button-state = My side
button-evidence = Add evidence
button-take-back = Take it back
button-release-part = Release a part
button-talk = Send to { $name }
button-cancel-late = Cancel as late
button-withdraw = Withdraw
button-cancel-funding = Cancel this milestone
button-dispute = Open dispute
button-done-as-agreed = Done as agreed
button-word-on-one = A word on one…
# The words that go with a criterion of which the freelancer says nothing else
done-as-agreed = Done as agreed.

## More…

more-nothing = There is nothing else to do here now.
more-answer = <b>Answer the arbiter</b>: there is a question for you.
more-approve = <b>Approve and release</b>: you are content as it is.
more-request-changes = <b>Request changes</b>: say what is missing.
more-pay = <b>Pay</b>: the money is held until you approve.
more-ask-shortfall = <b>Ask { $name }</b> to take what arrived as the whole.
more-accept-shortfall = <b>Accept</b> what arrived as the whole.
more-object = <b>Object</b>: an arbiter looks at it.
more-take-back-cancel = <b>Let the work go on</b>: the cancelling stops.
more-submit = <b>Submit work</b>: { $name } looks at it.
more-contest = <b>I disagree with a point</b>: an arbiter looks at it.
more-go-on = <b>Go on with the next</b> milestone.
more-drop = <b>Drop the rest</b>: what is not paid yet ends.
more-state = <b>My side</b>: tell the arbiter how you see it.
more-evidence = <b>Add evidence</b>: texts and files that both sides see.
more-take-back = <b>Take it back</b>: as if it had not been handed in.
more-diary = <b>Add to diary</b>: a note or a file about the work, which { $name } sees too.
more-release-part = <b>Release a part</b>: less than what is held; the rest stays.
more-talk = <b>Send to { $name }</b>: a message that is kept with the deal.
more-cancel-late = <b>Cancel as late</b>: { $name } can object, otherwise the money goes back.
more-withdraw = <b>Withdraw</b>: you give the work up, and the money goes back.
more-cancel-funding = <b>Cancel this milestone</b>: nothing is held for it yet.
more-dispute = <b>Open dispute</b>: the money is frozen and an arbiter decides.

## The second tap

confirm-pay = Pay <b>{ $amount }</b> for { $title }? It is held, and goes to { $name } only when you approve the work.
yes-pay = Yes, pay { $amount }
done-pay = { $amount } is held now.
confirm-approve = Release <b>{ $amount }</b> to { $name } for { $title }? You approve submission { $submission }, handed in on { $at }. This can not be undone.
yes-approve = Yes, release { $amount }
done-approve = { $amount } released to { $name }.
confirm-withdraw = Give up { $title }? <b>{ $amount }</b> goes back to { $name }, and you get nothing for it.
again-withdraw = Are you sure? <b>{ $amount }</b> goes back to { $name } at once. This can not be undone.
yes-withdraw = Yes, withdraw: { $amount } back
done-withdraw = { $amount } goes back to { $name }.
confirm-cancel-late = Cancel “{ $title }” because it is late? If you do it now, { $name } can object or hand in the work until { $until }. If { $name } does neither, <b>{ $amount }</b> goes back to you.
yes-cancel-late = Yes, cancel as late
done-cancel-late = { $name } is told.
confirm-take-back-cancel = Let { $name } go on with { $title }? The money stays held: <b>{ $amount }</b>.
yes-take-back-cancel = Yes, let it go on
done-take-back-cancel = The work goes on.
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
confirm-take-back = Take { $title } back? { $name } can not approve it then, and it counts as not handed in.
yes-take-back = Yes, take it back
done-take-back = Taken back.
confirm-go-on = Go on with { $title }? It costs <b>{ $amount }</b>, to be paid next.
yes-go-on = Yes, go on
done-go-on = It goes on.
confirm-drop = Drop { $title } and everything after it? Nothing was paid for it.
yes-drop = Yes, drop the rest
done-drop = Dropped.

## Collecting texts and files

gather-submit = Send the work for { $title }: files, or links to it. You may add a message to { $name }. Then press Done.
gather-got = Kept: { $files ->
        [0] no files
        [one] { $files } file
       *[other] { $files } files
    }, { $texts ->
        [0] no texts
        [one] { $texts } text
       *[other] { $texts } texts
    }.
gather-missing = { $count ->
    [one] { $count } was not kept:
   *[other] { $count } were not kept:
 }
gather-missing-these = { $which }. { $why }
gather-missing-more = { $count ->
    [one] And { $count } more after these.
   *[other] And { $count } more after these.
 }
gather-incomplete = Send it anyway, without this?
gather-cut = What is too long for one text is kept whole, as a file.
gather-more = Send more, or press Done.
gather-nothing = This can not be kept. Write it in words, or send a file.
gather-left = Left.

## Handing in

submit-note = Criterion { $number } of { $count }: <b>{ $criterion }</b>
    How does the work meet it? Write it, or press Done as agreed.
submit-answer = Point { $number } of { $count }: <b>{ $point }</b>
    What did you do about it? Write it, or press Done as agreed.
submit-summary = <b>{ $title }</b>: this is what you hand in.
submit-which = Which one is not just as agreed, or needs a word of yours?
submit-which-point = Asked: { $point }
submit-all-agreed = { $count ->
        [one] By submitting you say that it is done as agreed.
       *[other] By submitting you say that all { $count } of these are done as agreed.
    }
submit-rest-agreed = By submitting you say of each line without words of your own that it is done as agreed.
submit-then = { $name } then looks at it. For { $length } after you submit it you can take it back, as long as { $name } has not acted.
yes-submit = Yes, submit
done-submit = { $name } is told that the work is in.
work-files = { $count ->
        [one] { $count } file: { $names }
       *[other] { $count } files: { $names }
    }
work-no-files = No files.
work-words = Said with it:
work-links = Links:
work-criterion = <b>{ $criterion }</b>
work-point = Asked: <b>{ $point }</b>
words-erased = (these words were erased)

## Remind them

remind-how = Paste this where they read you:
remind-until = “{ $title }”: please look at { $link }. It waits for you until { $until }.
remind-open = “{ $title }”: please look at { $link }. It waits for you.

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
button-skip = Skip
yes-claim-paid = Yes, I've paid
done-claim-paid = Thank you. We look for the money now.

## A part, and what a side seeks

amount-part = How much of the { $held } that is held do you release to { $name } now? Write the amount. The rest stays held.
amount-dispute = How much of the { $held } that is held for { $title } should come to you? Choose, or write an amount.
amount-side = How much of the { $held } that is held for { $title } should come to you? Choose, or write an amount.
amount-which = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
amount-all = All: { $amount }
amount-nothing = Nothing
confirm-release-part = Release <b>{ $amount }</b> to { $name } for { $title }? { $left } stays held. This can not be undone.
yes-release-part = Yes, release { $amount }

## Changes

points-collect = What should change in { $title }? Send one point a message: a text, a picture or a voice message. Then press Done.
points-so-far = { $count ->
        [one] { $count } point so far.
       *[other] { $count } points so far.
    }
points-noted = { $count ->
        [one] { $count } point noted.
       *[other] { $count } points noted.
    } Send the next one, or press Done.
# The words of a point that is only a picture or a voice message
point-without-words = See the file.
point-kind = Point { $number } of { $count }: <b>{ $point }</b>
    What is it?
    <b>Not what we agreed</b>: it departs from a criterion. Free, as often as needed.
    <b>I'd like it different</b>: uses a round of changes ({ $left } of { $agreed } left).
    <b>Something extra</b>: work that was not agreed.
point-extra = Point { $number }: <b>{ $point }</b>
    Something extra is not part of what you agreed, so it can not be asked for here. Changing the agreement while it runs will come later; for now, make a new deal for it. Leave this point out, or say that it is something else.
point-criterion = Point { $number }: which criterion does it depart from?
numbered = { $number }. { $words }
points-due = Until when should { $name } have it done? At least { $least }. Choose, or write days or a date.
points-summary = You ask for changes to { $title }:
points-files = { $count ->
        [one] With { $count } file.
       *[other] With { $count } files.
    }
points-cost = { $counts ->
        [true] This uses a round of changes: { $used } of { $agreed }.
       *[false] This is free: it uses no round of changes.
    }
points-until = { $name } has { $due } for it.
button-defect = Not what we agreed
button-preference = I'd like it different
button-extra = Something extra
button-leave-out = Leave this point out
button-earlier = Earlier
button-later = Later
yes-changes = Yes, send it
done-changes = { $name } is told what to change.
contest-which = Which point of { $name } do you disagree with? An arbiter then looks at it.

## Disputes

gather-dispute = Why should an arbiter decide about { $title }? Write it, and add files if you like. Then press Done.
gather-side = Tell your side about { $title }. Both { $name } and the arbiter read it. Add files if you like, then press Done.
gather-object = Why do you object to cancelling { $title }? Write it, and add files if you like. Then press Done.
gather-contest = Why do you disagree with this point? Write it, and add files if you like. Then press Done.
gather-evidence = Send texts and files about { $title }. Both { $name } and the arbiter see them. Then press Done.
gather-answer = The arbiter asks: <b>{ $question }</b>
    Write your answer, and add files if you like. Then press Done.
case-dispute = You open a dispute about <b>{ $title }</b>. The money is frozen until an arbiter has decided.
case-side = Your side about <b>{ $title }</b>:
case-object = You object to cancelling <b>{ $title }</b>. An arbiter then looks at it.
case-contest = You disagree with a point about <b>{ $title }</b>. An arbiter then looks at it; the money is frozen until then.
case-words = Your words:
case-sought = You ask for { $sought } of the { $held } that is held.
case-then = The other side and the arbiter read this. It can not be taken back.
yes-dispute = Yes, open dispute
yes-side = Yes, send my side
yes-object = Yes, object
yes-contest = Yes, I disagree
done-dispute = The dispute is open. The money is frozen, nothing is lost.
done-side = Your side is told.
done-object = You objected. An arbiter looks at it.
done-contest = An arbiter looks at it.
done-evidence = It is added to the case.
done-answer = The arbiter has your answer.

## Diary, talk, help

gather-diary = Write or send what belongs in the diary. { $name } sees it too, and nobody can change it later. Then press Done.
gather-say = Write to { $name }. It is kept with the deal. Then press Done.
gather-help = What do you need help with? Somebody of the desk reads it and answers here. They never write first, and never ask for money. Then press Done.
gather-help-read-by = ⚠️ { $name } is one of our team, and can read what you write here. Somebody else of our team answers you.
done-diary = It is in the diary.
done-say = Sent to { $name }.
done-help = The desk has it and answers you here.
done-never-mind = Nothing was sent.
diary-entry = <b>{ $number }</b> { $name }, { $at } · { $hash }
diary-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
diary-chain = { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, { $whole ->
        [true] none changed or missing
       *[false] something was changed: press Get help
    }. Fingerprint of the last: { $hash }
diary-empty = Nothing is written in the diary yet.
diary-whole = Entry { $number } of the diary.
diary-which = Which deal's diary?
diary-none = There is no running deal. A diary opens when a deal is paid.
button-entry = Entry { $number }
plain-words = { $words }
form-overtaken = { $what ->
        [submit] Your work for { $title } can not be handed in any more
        [changes] Changes to { $title } can not be asked for any more
        [part] A part of { $title } can not be released any more
        [paid] No payment has to be reported for { $title } any more
        [dispute] No dispute about { $title } can be opened any more
        [side] Your side about { $title } can not be told any more
        [object] It is too late to object for { $title }
        [contest] There is no point of { $title } to disagree with any more
        [evidence] The case about { $title } takes nothing more
        [answer] The arbiter does not wait for this answer any more
        [diary] The diary of this deal is closed
        [say] Nothing more can be sent across in this deal
        [ask-inviter] Your question can not be sent any more: the invite is over or has a new link
        [answer-invited] Nobody waits for this answer any more
       *[terms] These terms can not be changed any more
    }: meanwhile something else happened. That question is closed, nothing of it was sent.
loose-what = I kept that. Where should it go? ({ $title })
loose-which = I kept that. Which deal is it about?
loose-no-deal = I kept that. Should the desk read it?
loose-change = That sounds like a change. Make it a formal change request? Only then does it have to be answered.
loose-file = Submit it, or add it to the diary? A file sent in talk does not count as handed in.
loose-later = More time, a change of the agreement, a pause, taking a dispute back and ending it together can not be done by a button yet. Write to the other side, or ask the desk.
button-formal-change = Formal change request
button-submit-it = Submit it
button-never-mind = Never mind
help-files-only = (files only)
# Phrases that make a message sound like a change request, in small letters, between commas
words-of-change = change, fix, instead, redo, different, wrong, could you make, please make, adjust, replace, move the, bigger, smaller, brighter, darker, remove, missing, not what, can you add, please add
# Phrases that ask for what can not be done by a button yet
words-of-later = more time, extension, extend, few more days, another week, pause, on hold, amend, change the price, cancel together, end it together, settle, take back the dispute, take the dispute back, withdraw the dispute, drop the dispute

## Receipts

agreement-here = This is what you both accepted.
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
paper-undrawn = Some letters or signs here could not be drawn. They stand in brackets by their names, and every word of this paper is attached to it as words.txt.
paper-deal = Deal
paper-fee = Fee of the house
paper-milestone = Milestone
paper-held = Held
paper-released = Released
paper-refunded = Sent back
paper-deposits = Payments that arrived
