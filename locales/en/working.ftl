## Whose turn it is, until when, and what happens if nothing is done

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

## Buttons

button-approve = Approve and release
button-request-changes = Request changes
button-take-back-cancel = Let the work go on
button-submit = Submit work
button-take-back = Take it back
button-release-part = Release a part
button-cancel-late = Cancel as late
button-withdraw = Withdraw
button-done-as-agreed = Done as agreed
button-word-on-one = A word on one…
# The words that go with a criterion of which the freelancer says nothing else
done-as-agreed = Done as agreed.

## More…

more-approve = <b>Approve and release</b>: you are content as it is.
more-request-changes = <b>Request changes</b>: say what is missing.
more-take-back-cancel = <b>Let the work go on</b>: the cancelling stops.
more-submit = <b>Submit work</b>: { $name } looks at it.
more-take-back = <b>Take it back</b>: as if it had not been handed in.
more-release-part = <b>Release a part</b>: less than what is held; the rest stays.
more-cancel-late = <b>Cancel as late</b>: { $name } can object, otherwise the money goes back.
more-withdraw = <b>Withdraw</b>: you give the work up, and the money goes back.

## The second tap

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
confirm-take-back = Take { $title } back? { $name } can not approve it then, and it counts as not handed in.
yes-take-back = Yes, take it back
done-take-back = Taken back.

## Handing in

gather-submit = Send the work for { $title }: files, or links to it. You may add a message to { $name }. Then press Done.

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
work-words = Said with it:
work-links = Links:
work-criterion = <b>{ $criterion }</b>
work-point = Asked: <b>{ $point }</b>

## A part, and what a side seeks

amount-part = How much of the { $held } that is held do you release to { $name } now? Write the amount. The rest stays held.
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
yes-changes = Yes, send it
done-changes = { $name } is told what to change.

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-deal-completed = <b>The deal is done.</b> Thank you.
notice-work-submitted = { $name } handed in { $title }.
notice-submission-taken-back = { $name } took { $title } back to work on it. There is nothing for you to do now.
notice-changes-requested = { $name } asks for changes to { $title }.
notice-late-cancel-opened = { $name } wants to cancel { $title } because it is late.
notice-late-cancel-taken-back = { $name } lets the work on { $title } go on.
notice-dormancy-noticed = This is the last warning about “{ $title }”.

## Changes and disputes

point-heading = { $number }. { $kind ->
        [defect] Not what we agreed ({ $criterion })
        [preference] I'd like it different
        [extra] Something extra
       *[other] …
    }

## Refusals

refusal-not-late = The work is not late enough for that.
refusal-take-back-late = It is too late to take it back: the client can ask for changes, or you can add to the diary.
refusal-nothing-to-part = What is left is too little to release a part.
refusal-rounds-used = All agreed rounds of changes are used ({ $rounds }). You can still report what was not done as agreed.
refusal-no-such-point = There is no such point.
refusal-round-too-short = A round of changes needs at least { $seconds }.
refusal-submission-empty = Add at least one file or link: a submission has to hold the work.
refusal-submission-notes = Please say a word on each criterion (there are { $count }).
refusal-submission-answers = Please answer each open point (there are { $count }).
refusal-no-points = Please name at least one point to change.
refusal-point-needs-criterion = Please choose which criterion this departs from.
refusal-part-out-of-range = A part has to be less than what is held, { $held }.
refusal-too-many-points = At most this many points fit in one request: { $limit }.
refusal-amendment = Something extra needs a deal of its own: make a new one for it.
