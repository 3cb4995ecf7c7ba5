## Whose turn it is, until when, and what happens if nothing is done

# $amount: what is held; $then: from when the client can cancel
turn-work-due = { $who ->
        [you] Your turn: submit “{ $title }” by { $until }.
            If you have submitted nothing by { $then }, { $name } can cancel because it is late. If you object, an arbiter decides who gets { $amount }; if you do nothing, it goes back to { $name }.
       *[other] { $name } is to submit “{ $title }” by { $until }.
            If nothing is submitted by { $then }, you can cancel because it is late. If { $name } objects, an arbiter decides who gets { $amount }; if { $name } does nothing, it comes back to you.
    }
# The client let a question for material go unanswered; $then: when both are warned for the last time
turn-work-due-waited = { $who ->
        [you] Your turn: submit “{ $title }” by { $until }. { $name } did not send what you waited for, and cannot cancel because it is late.
            If neither of you does anything by { $then }, we warn you both; if you then do nothing either, { $amount } goes back to { $name }.
       *[other] { $name } is to submit “{ $title }” by { $until }. You did not send what { $name } waited for, so you cannot cancel because it is late.
            If neither of you does anything by { $then }, we warn you both; if you then do nothing either, { $amount } comes back to you.
    }
turn-may-cancel-late = { $who ->
        [you] “{ $title }” is late. Submit it before { $until }: from then on { $name } can cancel because it is late. If you object, an arbiter decides who gets { $amount }; if you do nothing, it goes back to { $name }.
       *[other] { $name } is late with “{ $title }”. From { $until } on you can cancel because it is late. If { $name } objects, an arbiter decides who gets { $amount }; if { $name } does nothing, it comes back to you.
    }
turn-dormancy-notice = { $who ->
        [you] “{ $title }” is late, and { $name } can cancel because of it. Submit it, or write in the diary how it goes.
       *[other] { $name } is late with “{ $title }”. You can wait, or press <b>More…</b> to cancel.
    }
    If neither of you does anything here until { $until }, we warn you both and say when { $amount } goes back to the client.
turn-dormancy-notice-waited = { $who ->
        [you] “{ $title }” is late. { $name } did not send what you waited for, and cannot cancel because of it. Submit it, or write in the diary how it goes.
       *[other] { $name } is late with “{ $title }”. You did not send what { $name } waited for, so you cannot cancel because of it. You can wait, or press <b>More…</b> to propose an end or to open a dispute.
    }
    If neither of you does anything here until { $until }, we warn you both and say when { $amount } goes back to the client.
turn-dormant = Neither of you has done anything here since { $since }. If that stays so until { $until }, { $amount } for “{ $title }” goes back to the client.
turn-review-ends-escalate = { $who ->
        [you] Your turn: look at “{ $title }” by { $until }.
            If you say nothing by then, an arbiter decides who gets { $amount }.
       *[other] { $name } has until { $until } to look at “{ $title }”.
            If { $name } says nothing by then, an arbiter decides who gets { $amount }.
    }
# $charged: whether our fee comes out of it
turn-review-ends-release = { $who ->
        [you] Your turn: look at “{ $title }” by { $until }.
            If you say nothing by then, { $amount } is released to { $name }, as the agreement says.
       *[other] { $name } has until { $until } to look at “{ $title }”.
            If { $name } says nothing by then, { $amount } is released to you{ $charged ->
                [true] , less our fee,
               *[false] ,
            } as the agreement says.
    }
turn-abandoned = { $who ->
        [you] Your turn: submit the changes to “{ $title }” by { $until }.
            If you have not submitted them by { $then }, an arbiter decides who gets { $amount }.
       *[other] { $name } is to submit the changes to “{ $title }” by { $until }.
            If { $name } has not submitted them by { $then }, an arbiter decides who gets { $amount }.
    }
turn-fallback = { $who ->
        [you] Your turn: submit the changes to “{ $title }” that the arbiter decided on by { $until }.
            If you have not submitted them by then, { $freelancer }{ $free ->
                [true] {""}
               *[false] , less our fee of { $fee },
            } goes to you and { $client } goes back to { $name }.
       *[other] { $name } is to submit the changes to “{ $title }” that the arbiter decided on by { $until }.
            If { $name } has not submitted them by then, { $freelancer }{ $free ->
                [true] {""}
               *[false] , less our fee of { $fee },
            } goes to { $name } and { $client } comes back to you.
    }
turn-contest-ends = { $who ->
        [you] Your turn: drop what { $name } disagrees with about “{ $title }”, or ask for it as a change of the terms, by { $until }. The time of { $name } stands still until then.
            If you do nothing, an arbiter decides who gets { $amount }.
       *[other] { $name } can drop what you disagree with about “{ $title }”, or ask for it as a change of the terms, until { $until }. Your time stands still until then.
            If { $name } does nothing, an arbiter decides who gets { $amount }.
    }
turn-late-cancel-ends = { $who ->
        [you] Your turn: { $name } cancels “{ $title }” because it is late. Object, or submit the work, by { $until }: then an arbiter decides who gets { $amount }.
            If you do neither, { $amount } goes back to { $name }.
       *[other] { $name } can object or submit “{ $title }” until { $until }: then an arbiter decides who gets { $amount }.
            If { $name } does neither, { $amount } comes back to you.
    }

# $keeps of $amount: the agreed fee, from which ours is $charged; $rest: what comes back
turn-fee-cancel-ends = { $who ->
        [you] Your turn: { $name } cancels “{ $title }” for the agreed fee. Object, or submit the work, by { $until }: then an arbiter decides who gets { $amount }.
            If you do neither, { $keeps } is released to you{ $charged ->
                [true] , less our fee,
               *[false] { "" }
            } and { $rest } goes back to { $name }.
       *[other] { $name } can object or submit “{ $title }” until { $until }: then an arbiter decides who gets { $amount }.
            If { $name } does neither, { $keeps } is released to { $name } and { $rest } comes back to you.
    }

## Buttons

button-approve = Approve and release
button-request-changes = Request changes
button-take-back-cancel = Let the work go on
button-drop-point = Drop the point
button-move-point = Make it a change
button-agree-points = Agree after all
button-submit = Submit work
button-take-back = Take it back
button-release-part = Release some money
button-cancel-late = Cancel as late
button-cancel-for-fee = Cancel for the fee
button-withdraw = Withdraw
button-done-as-agreed = Done as agreed
button-word-on-one = A word on one…
# The words that go with a criterion of which the freelancer says nothing else
done-as-agreed = Done as agreed.

## More…

more-approve = <b>Approve and release</b>: the work is as agreed, and { $name } gets the money.
more-request-changes = <b>Request changes</b>: say what is missing.
more-take-back-cancel = <b>Let the work go on</b>: you stop cancelling it.
more-drop-point = <b>Drop the point</b>: you do not ask for it any more.
more-move-point = <b>Make it a change</b>: you ask for the point as a change of the terms, which { $name } can accept or refuse.
more-agree-points = <b>Agree after all</b>: you make the changes as { $name } asked, in the time that was left.
more-submit = <b>Submit work</b>: { $name } looks at it.
more-take-back = <b>Take it back</b>: it counts as not submitted.
more-release-part = <b>Release some money</b>: less than what is held; the rest stays held.
more-cancel-late = <b>Cancel as late</b>: the money comes back to you, unless { $name } objects or submits the work in time; then an arbiter decides.
more-cancel-for-fee = <b>Cancel for the fee</b>: { $name } gets the agreed part and the rest comes back to you, unless { $name } objects or submits the work in time; then an arbiter decides.
more-withdraw = <b>Withdraw</b>: you give up the work, and the money goes back to { $name }.

## The second tap

# $net: what the freelancer gets of it, once our $fee is taken
confirm-approve = Release <b>{ $amount }</b> to { $name } for “{ $title }”? You approve submission { $submission } of { $at }. { $charged ->
        [true] Our fee comes out of it, { $fee }: { $name } gets { $net }.{ " " }
       *[false] { "" }
    }This cannot be undone.
yes-approve = Yes, release { $amount }
done-approve = { $amount } released to { $name }.
confirm-withdraw = Give up “{ $title }”? <b>{ $amount }</b> goes back to { $name }, and you get nothing of it.
again-withdraw = Are you sure? “{ $title }” ends, and <b>{ $amount }</b> goes back to { $name }. This cannot be undone.
yes-withdraw = Yes, withdraw: { $amount } back
done-withdraw = { $amount } goes back to { $name }.
confirm-cancel-late = Cancel “{ $title }” because it is late? If you do it now, { $name } can object or submit the work until { $until }; then an arbiter decides. If { $name } does neither, <b>{ $amount }</b> goes back to you.
yes-cancel-late = Yes, cancel as late
done-cancel-late = We tell { $name }.
# $keeps is what the freelancer then gets of $amount, less our $fee where it is $charged; $rest comes back
confirm-cancel-for-fee = Cancel “{ $title }” for the agreed fee? If you do it now, { $name } can object or submit the work until { $until }; then an arbiter decides. If { $name } does neither, <b>{ $keeps }</b> of { $amount } is released to { $name } and <b>{ $rest }</b> comes back to you.
yes-cancel-for-fee = Yes, { $rest } back
done-cancel-for-fee = We tell { $name }.
confirm-take-back-cancel = Let { $name } go on with “{ $title }”? The money stays held: <b>{ $amount }</b>.
yes-take-back-cancel = Yes, let it go on
done-take-back-cancel = It is not cancelled. The work goes on.
# $others: what becomes of the rest of the request; $look: how long the client then has to look
confirm-drop-point = Do you drop this point about <b>“{ $title }”</b>? { $others ->
        [over] Nothing is left of what you asked for then, so you look at the work again: you have { $look } for it.
        [waits] What else { $name } disagrees with still waits for you.
       *[goes-on] { $name } goes on with the other points, in the time that was left.
    }
yes-drop-point = Yes, drop it
done-drop-point = You dropped the point. We tell { $name }.
confirm-move-point = Do you ask for this as a change of the terms of <b>“{ $title }”</b>? The point leaves your request, and you go over the change and propose it next: as a criterion for the same price, or as a milestone with a price of its own. It counts once { $name } accepts it. { $others ->
        [over] Nothing else is left of your request then, so you look at the work again: you have { $look } for it.
        [waits] What else { $name } disagrees with still waits for you.
       *[goes-on] { $name } goes on with the other points, in the time that was left.
    }
yes-move-point = For the same price
yes-move-apart = With its own price
done-move-point = The point left your request. Propose the change now.
confirm-agree-points = Do you make the changes to <b>“{ $title }”</b> as { $name } asked for them? Your time goes on with what was left of it.
yes-agree-points = Yes, I make them
done-agree-points = Your time goes on. We tell { $name }.
confirm-take-back = Take “{ $title }” back? { $name } cannot approve it then. It counts as not submitted, and your time runs on as before.
yes-take-back = Yes, take it back
done-take-back = You took it back.

## Submitting

gather-submit = Send the work for “{ $title }”: files, or links to it. You may add a message to { $name }. Then press <b>Done</b>.

submit-note = Criterion { $number } of { $count }: <b>{ $criterion }</b>
    How does the work meet it? Write it, or press <b>Done as agreed</b>.
submit-answer = Point { $number } of { $count }: <b>{ $point }</b>
    What did you do about it? Write it, or press <b>Done as agreed</b>.
submit-summary = <b>{ $title }</b>: this is what you submit.
submit-which = Which one is not just as agreed, or needs a word of yours?
submit-which-point = Asked: { $point }
submit-all-agreed = { $count ->
        [one] By submitting you say that it is done as agreed.
       *[other] By submitting you say that all { $count } of these are done as agreed.
    }
submit-rest-agreed = By submitting you say of each line without words of your own that it is done as agreed.
submit-then = { $name } then looks at it. For { $length } after you submit it you can take it back, as long as { $name } has not acted.
yes-submit = Yes, submit
done-submit = We tell { $name } that the work is in.
work-words = Said with it:
work-links = Links:
work-criterion = <b>{ $criterion }</b>
work-point = Asked: <b>{ $point }</b>

## Some of the money, and what a side seeks

amount-part = How much of the { $held } that is held do you release to { $name } now? Write the amount. The rest stays held.
confirm-release-part = Release <b>{ $amount }</b> to { $name } for “{ $title }”? { $left } stays held. { $charged ->
        [true] Our fee comes out of it, { $fee }: { $name } gets { $net }.{ " " }
       *[false] { "" }
    }This cannot be undone.
yes-release-part = Yes, release { $amount }

## Changes

points-collect = What should change in “{ $title }”? Send one point a message: a text, a picture or a voice message. Then press <b>Done</b>.
points-so-far = { $count ->
        [one] { $count } point so far.
       *[other] { $count } points so far.
    }
points-noted = { $count ->
        [one] { $count } point noted.
       *[other] { $count } points noted.
    } Send the next one, or press <b>Done</b>.
# The words of a point that is only a picture or a voice message
point-without-words = See the file.
point-kind = Point { $number } of { $count }: <b>{ $point }</b>
    What is it?
    <b>Not what we agreed</b>: it departs from a criterion. Free, as often as needed.
    <b>I'd like it different</b>: uses a round of changes ({ $left } of { $agreed } left).
    <b>Something extra</b>: work that was not agreed. You propose it as a change of the terms, with a price and time of its own.
point-extra = Point { $number }: <b>{ $point }</b>
    Something extra is not part of what you agreed, so it is a change of the terms, and none can be proposed now. { $why }
    What you wrote stays here. Leave this point out, or say that it is something else.
point-criterion = Point { $number }: which criterion does it depart from?
points-due = By when should { $name } have it done? At least { $least }. Choose, or write days or a date.
points-summary = You ask for changes to “{ $title }”:
points-files = { $count ->
        [one] With { $count } file.
       *[other] With { $count } files.
    }
points-cost = { $counts ->
        [true] This uses a round of changes: { $used } of { $agreed }.
       *[false] This is free: it uses no round of changes.
    }
points-until = { $name } has { $due } for it, from when you send it: until { $until }, if you send it now.
# What is extra becomes a milestone of a change that is proposed next
points-extra = What is extra is not part of this request. You say its price and how long it takes next, and propose it to { $name } as a change of the terms.
points-extra-files = Its files do not go with a change of the terms. Send them to { $name } once it is agreed.
yes-extra = Yes, go on
done-extra = Say the price and how long it takes now, then propose it.
done-changes-extra = We tell { $name } what to change. What is extra is next: say its price and how long it takes, then propose it.
button-defect = Not what we agreed
button-preference = I'd like it different
button-extra = Something extra
button-leave-out = Leave this point out
yes-changes = Yes, send it
done-changes = We tell { $name } what to change.

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

# $net, $fee, $refunded: of the whole deal
notice-deal-completed = { $how ->
        [shared] <b>The deal has ended.</b> In all, { $net } is for the freelancer and { $refunded } goes back to the client.{ $charged ->
            [true] { " " }Our fee is { $fee }.
           *[false] { "" }
        }
       *[released] <b>The deal is done.</b> Thank you.
    }
notice-work-submitted = { $name } submitted “{ $title }”.
notice-submission-taken-back = { $name } took “{ $title }” back: it counts as not submitted. There is nothing for you to do now.
notice-changes-requested = { $name } asks for changes to “{ $title }”.
notice-point-contested = { $name } disagrees with what you asked to change about “{ $title }”.
# $over: whether nothing is left of the request for changes
notice-point-dropped = { $name } does not ask for this about “{ $title }” any more.{ $over ->
        [true] { " " }Nothing is left to change: { $name } looks at the work again.
       *[false] { "" }
    }
notice-point-moved = { $name } does not ask for this as one of the changes to “{ $title }” any more, and can propose it as a change of the terms, which you can accept or refuse.{ $over ->
        [true] { " " }Nothing is left to change: { $name } looks at the work again.
       *[false] { "" }
    }
notice-contest-taken-back = { $name } makes the changes to “{ $title }” as you asked for them.
notice-late-cancel-opened = { $name } wants to cancel “{ $title }” because it is late.
notice-fee-cancel-opened = { $name } wants to cancel “{ $title }” for the agreed fee.
notice-late-cancel-taken-back = { $name } does not cancel “{ $title }” any more: the work goes on.
notice-dormancy-noticed = This is the last warning about “{ $title }”.

## Changes and disputes

point-heading = { $number }. { $kind ->
        [defect] Not what we agreed ({ $criterion })
        [preference] I'd like it different
        [extra] Something extra
        [ordered] The arbiter decided ({ $criterion })
       *[other] …
    }

# Which of several, for *Drop the point* or *Make it a change*
contested-which = { $act ->
        [drop-point] Which point do you drop?
       *[move-point] Which point do you ask for as a change of the terms?
    }
contested-why = { $role ->
        [freelancer] You disagree:
       *[client] { $name } disagrees:
    }
# On the deal's card: the client's $point and the freelancer's $words
milestone-contested = { $role ->
        [freelancer] You disagree with point { $number }, “{ $point }”: “{ $words }”
       *[client] { $name } disagrees with point { $number }, “{ $point }”: “{ $words }”
    }
milestone-contested-more = { $count ->
        [one] And with { $count } more point.
       *[other] And with { $count } more points.
    }

## Refusals

refusal-point-contested = You disagreed with this point before. You can make the change, or open a dispute.
refusal-points-contested = You disagreed with each point before. You can make the changes, or open a dispute.

refusal-not-late = The work is not late enough for that. If nothing is submitted by { $late_at }, you can cancel it then.
refusal-submitted-already = You alone cannot cancel this: work was submitted, or no date was set for it. Look at the work, ask for changes, or open a dispute.
refusal-no-cancel-fee = Your agreement has no fee for which the work can be cancelled. You can propose an end to the other side.
refusal-cancel-fee-too-small = Too little is held for a fee and a rest. You can propose an end to the other side.
refusal-take-back-late = It is too late to take it back: the client can ask for changes, or you can add to the diary.
refusal-nothing-to-part = Too little is held to release some of it and leave the rest. You can approve the work and release all of it.
refusal-rounds-used = No round of changes is left (agreed: { $rounds }). You can still report what was not done as agreed.
refusal-no-such-point = There is no such point.
refusal-round-too-short = A round of changes needs at least { $seconds }.
refusal-submission-empty = Add at least one file or link: a submission has to hold the work.
refusal-submission-notes = Please say a word on each criterion (number: { $count }).
refusal-submission-answers = Please answer each open point (number: { $count }).
refusal-order-defects-only = An arbiter has decided what was missing. You can still report what was not done as agreed.
refusal-no-points = Please name at least one point to change.
refusal-point-needs-criterion = Please choose which criterion this departs from.
refusal-part-out-of-range = Release less than what is held, { $held }. To release all of it, approve the work.
refusal-too-many-points = At most this many points fit in one request: { $limit }.
