## The live card of a deal

the-other-side = the other side
# $name: the other side; $role: what the reader is
deal-head = <b>{ $title }</b>
    { $role ->
        [client] You pay, { $name } works.
        [freelancer] { $name } pays, you work.
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
       *[void] ✖️
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
       *[void] ended without money
    }
milestones-before = { $count ->
        [one] { $count } milestone before these
       *[other] { $count } milestones before these
    }
milestones-after = { $count ->
        [one] { $count } milestone after these
       *[other] { $count } milestones after these
    }
milestone-arrived = Arrived: { $arrived }. Missing: { $missing }.
milestone-claimed = Reported as paid on { $at }. We are looking for it.
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
       *[confirmed] arrived
    }
deal-ended = { $why ->
        [completed] This deal is done.
        [discarded] This draft was discarded.
        [idle] This draft was left for too long and has ended.
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
    If it is late, the money stays held; some time after that it can be cancelled.
turn-may-cancel-late = { $who ->
        [you] { $title } is late. Hand it in now.
       *[other] { $name } is late with { $title }.
    }
    From { $until } on it can be cancelled as late.
turn-dormancy-notice = { $who ->
        [you] { $title } is late. Hand it in, or say how it goes.
       *[other] { $name } is late with { $title }. You may wait, or cancel it under More….
    }
    If nobody does anything until { $until }, both get a last warning.
turn-dormant = Nothing has happened with { $title } for a long time. If neither of you does anything until { $until }, { $amount } goes back to the client.
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
    If nothing comes for a long time after that, an arbiter looks.
turn-late-cancel-ends = { $who ->
        [you] { $name } wants to cancel { $title } as late. Object, or hand in the work, by { $until }.
       *[other] { $name } can object or hand in the work until { $until }.
    }
    If nothing is said, { $amount } goes back to the client.
turn-drop-rest = { $who ->
        [you] Your turn: go on with { $title }, or drop the rest, by { $until }.
       *[other] { $name } decides until { $until } whether { $title } goes on.
    }
    If nothing is said, the rest is dropped; nothing was paid for it.
turn-dispute-take = An arbiter takes the case of { $title } by { $until }. The money is frozen, nothing is lost.
turn-dispute-ruling = The arbiter decides about { $title } by { $until }. The money is frozen, nothing is lost.

## Buttons

button-back = Back
button-done = Done
button-more = More…
button-diary = Diary
button-agreement = Agreement (PDF)
button-receipts = Receipts
button-help = Get help
button-remind = Remind them
button-whatsapp = WhatsApp
button-copy-text = Copy text
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
# The words that go with a criterion when the freelancer presses that
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
confirm-cancel-late = Cancel { $title } because it is late? { $name } has some time to object or to hand in the work. If neither comes, <b>{ $amount }</b> goes back to you.
yes-cancel-late = Yes, cancel as late
done-cancel-late = { $name } is told.
confirm-take-back-cancel = Let { $name } go on with { $title }? The money stays held: <b>{ $amount }</b>.
yes-take-back-cancel = Yes, let it go on
done-take-back-cancel = The work goes on.
confirm-cancel-funding = Cancel { $title }? Nothing is held for it. What arrived goes back: <b>{ $amount }</b>. Milestones after it end too, if this is the first.
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
gather-got-album = Kept.
gather-more = Send more, or press Done.
gather-nothing = A sticker or a place can not be kept. Write it in words, or send a file.
gather-left = Left.

## Handing in

submit-note = Criterion { $number } of { $count }: <b>{ $criterion }</b>
    How does the work meet it? Write a word, or press Done as agreed.
submit-answer = Point { $number } of { $count }: <b>{ $point }</b>
    What did you do about it? Write a word, or press Done as agreed.
submit-summary = <b>{ $title }</b>: this is what you hand in.
submit-message = Your message:
submit-then = { $name } then looks at it. You can take it back for a short while.
yes-submit = Yes, submit
done-submit = { $name } is told that the work is in.
work-files = { $count ->
        [one] { $count } file: { $names }
       *[other] { $count } files: { $names }
    }
work-no-files = No files.
work-links = Links:
work-criterion = <b>{ $criterion }</b>
work-point = Asked: <b>{ $point }</b>
quoted = “{ $words }”
words-erased = (these words were erased)

## Remind them

remind-how = Paste this where they read you:
remind-until = “{ $title }”: please look at { $link }. It waits for you until { $until }.
remind-open = “{ $title }”: please look at { $link }. It waits for you.
