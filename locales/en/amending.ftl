## What waits for an answer, on the deal's card. $due becomes $then; $until: the time to answer

proposal-time = { $who ->
        [you] You asked for { $more } more for “{ $title }”. { $name } can answer until { $until }. If { $name } agrees, it is due by { $then }; if { $name } says nothing, the date stays.
       *[other] { $name } asks for { $more } more for “{ $title }”. Answer by { $until }. If you agree, it is due by { $then }; if you say nothing, the date stays.
    }
# $pause: how long; $due becomes $then, were it agreed to now
proposal-pause = { $who ->
        [you] You asked for a pause of { $pause } for “{ $title }”. { $name } can answer until { $until }. If { $name } agrees, the work stands still from then on and is due that much later; if { $name } says nothing, it goes on as it is.
       *[other] { $name } asks for a pause of { $pause } for “{ $title }”. Answer by { $until }. If you agree, the work stands still from then on and is due that much later; if you say nothing, it goes on as it is.
    }
# $why it is paused; $words: the freelancer's own, of what is missing
milestone-paused = { $why ->
        [material] { $role ->
            [freelancer] You wait for something from { $name }: “{ $words }”
           *[client] { $name } waits for something from you: “{ $words }”
        }
       *[agreed] You both agreed to this pause.
    }
# $split: whether the freelancer gets all of it, some or none; $share before our fee, $net after it
proposal-end = { $who ->
        [you] You proposed to end “{ $title }”: { proposal-shares }
            { $name } can answer until { $until }. If { $name } says nothing, the proposal lapses and the deal goes on by its own dates.
       *[other] { $name } proposes to end “{ $title }”: { proposal-shares }
            Answer by { $until }. If you say nothing, the proposal lapses and the deal goes on by its own dates.
    }
proposal-shares = { $role ->
        [freelancer] { $split ->
            [all] { $share } for you{ proposal-fee }, nothing back to the client.
            [none] nothing for you, { $back } back to the client.
           *[some] { $share } for you{ proposal-fee }, { $back } back to the client.
        }
       *[client] { $split ->
            [all] { $share } for the freelancer{ proposal-fee }, nothing back to you.
            [none] nothing for the freelancer, { $back } back to you.
           *[some] { $share } for the freelancer{ proposal-fee }, { $back } back to you.
        }
    }
proposal-fee = { $charged ->
        [true] { " " }({ $net } after our fee of { $fee })
       *[false] { "" }
    }
# A change of the terms; $before becomes $after, the price of all milestones together
proposal-terms = { $who ->
        [you] You proposed to change the terms. { change-total } { $name } can answer until { $until }. If { $name } says nothing, the terms stay as they are.
       *[other] { $name } proposes to change the terms. { change-total } Answer by { $until }. If you say nothing, the terms stay as they are.
    }
change-total = { $same ->
        [true] The price of the deal stays { $after }.
       *[false] The price of the deal: { $before } → { $after }.
    }
change-added = { $at_once ->
        [true] What is added opens when both of you agree to it, and is paid for before its work begins.
       *[false] What is added is paid for before its work begins.
    }
change-back = { $role ->
        [client] { $back } of what is held for “{ $title }” goes back to you at once; { $stays } stays held.
       *[other] { $back } of what is held for “{ $title }” goes back to the client at once; { $stays } stays held.
    }
proposal-why = You may write a few words now: they go with it.
proposal-said = Your words go with it: “{ $words }”

## While it is paused: until when, and what then. $then: when it would be due

turn-pause-ends-material = { $who ->
        [you] Your turn: send { $name } what is missing, or say that it is all there, by { $until }. The time of { $name } stands still until then.
            If you do neither, it goes on: “{ $title }” is due by { $then }, and you cannot cancel it as late.
       *[other] { $name } can send it until { $until }. Your time stands still until then.
            If { $name } does nothing, it goes on: “{ $title }” is due by { $then }, and { $name } cannot cancel it as late.
    }
turn-pause-ends-agreed = { $who ->
        [you] “{ $title }” stands still until { $until }; you can go on before. After that it goes on by itself, and is due by { $then }.
       *[other] “{ $title }” stands still until { $until }; { $name } can go on before. After that it goes on by itself, and is due by { $then }.
    }

## Buttons

button-ask-time = Ask for more time
button-grant-time = Grant more time
button-accept-time = Give { $more } more
button-accept-time-several = Give more time…
button-reject-time = Refuse more time
button-withdraw-time = Stop asking for time
button-wait-material = Waiting for the client
button-give-material = Here it is
button-all-there = It is all there
button-resume = Go on working
button-ask-pause = Ask for a pause
button-accept-pause = Agree to the pause
button-reject-pause = Refuse the pause
button-withdraw-pause = Stop asking to pause
button-propose-end = Propose to end it
button-accept-end = Accept and end it
button-reject-end = Do not end it
button-withdraw-end = Take proposal back
button-amend = Propose a change
button-accept-change = Accept the change
button-reject-change = Refuse the change
button-withdraw-change = Take change back
tap-propose-change = Propose it
tap-drop = Drop it
tap-keep = Do not drop it

## More…

more-ask-time = <b>Ask for more time</b>: { $name } can agree to a later date.
more-grant-time = <b>Grant more time</b>: you move the date, and { $name } is told.
more-accept-time = <b>Give more time</b>: the date moves as { $name } asks.
more-reject-time = <b>Refuse more time</b>: the work stays due when it is.
more-withdraw-time = <b>Stop asking for time</b>: the date stays.
more-wait-material = <b>Waiting for the client</b>: you say what is missing, and your time stands still until { $name } sends it.
more-ask-pause = <b>Ask for a pause</b>: if { $name } agrees, the work stands still, and is due that much later.
more-withdraw-pause = <b>Stop asking to pause</b>: the work goes on as it is.
more-propose-end = <b>Propose to end it</b>: you say who gets how much; no money moves unless { $name } agrees.
more-accept-end = <b>Accept and end it</b>: the money is shared as { $name } proposes.
more-reject-end = <b>Do not end it</b>: the work goes on as before.
more-withdraw-end = <b>Take proposal back</b>: { $name } cannot accept it any more.
more-amend = <b>Propose a change</b>: add, change or drop milestones; nothing changes unless { $name } accepts.
more-withdraw-change = <b>Take change back</b>: { $name } cannot accept it any more.

## Asking and proposing

change-what = Which milestone would you like to change? You can also add one. While money is held for a milestone, its price can fall but not rise: for more work, add a milestone. Nothing changes unless { $name } accepts.
change-foot = Nothing is proposed yet. If you propose it now, { $name } can answer until { $until }. If { $name } says nothing, the terms stay as they are.
done-amend = We tell { $name } what you propose.
confirm-accept-change = { $name } proposes this change. If you accept, it holds at once for both of you. You can answer until { $until }; if you say nothing, the terms stay as they are.
yes-accept-change = Yes, accept it
done-accept-change = You both accepted: the terms are changed.
done-reject-change = The terms stay as they are. We tell { $name }.
done-withdraw-change = You took your proposal back. The terms stay as they are.

# $asks: the freelancer asks; otherwise the client gives
time-length = { $asks ->
        [true] How much more time do you need for “{ $title }”?
       *[false] How much more time do you give { $name } for “{ $title }”?
    } It is due by { $due }. Press one, or write how long, or a new date.
confirm-ask-time = Ask { $name } for { $more } more? “{ $title }” would then be due by { $then }, not by { $due }.
    { $name } can answer until { $until }. If { $name } says nothing, the date stays.
yes-ask-time = Yes, ask
done-ask-time = We ask { $name }.
confirm-grant-time = Give { $name } { $more } more? “{ $title }” is then due by { $then }, not by { $due }. You cannot take this back.
yes-grant-time = Yes, give { $more }
done-grant-time = We tell { $name }.
done-accept-time = The date is moved. We tell { $name }.
done-reject-time = The date stays. We tell { $name }.
done-withdraw-time = You do not ask for more time any more.
gather-wait = What do you need from { $name } before you can go on with “{ $title }”? Write it, and add files if you like. { $name } reads it. Then press <b>Done</b>: your time stands still from then on.
done-wait-material = Your time stands still. We tell { $name } what is missing.
gather-give = { $name } needs for “{ $title }”: <b>{ $question }</b>
    Send texts and files. { $name } gets them. Then press <b>Done</b>: { $name } goes on from there.
done-give-material = Sent to { $name }, who goes on now.
# $due: when the work is due then
confirm-all-there = Is all that { $name } needs for “{ $title }” there? The time of { $name } goes on at once, and the work is due by { $due }.
yes-all-there = Yes, it is all there
done-all-there = We tell { $name } that nothing is missing.
confirm-resume = Go on with “{ $title }”? Your time goes on at once, and the work is due by { $due }.
yes-resume = Yes, go on
done-resume = Your time goes on. We tell { $name }.
# $left: how long it may still be paused in all
pause-length = How long should “{ $title }” stand still? { $name } has to agree. Press one, or write how long: at most { $left } more.
confirm-ask-pause = Ask { $name } for a pause of { $pause }? It begins once { $name } agrees: if that is now, it lasts until { $ends }, and “{ $title }” is then due by { $then }, not by { $due }.
    { $name } can answer until { $until }. If { $name } says nothing, the work goes on as it is.
yes-ask-pause = Yes, ask
done-ask-pause = We ask { $name }.
done-accept-pause = The work is paused. We tell { $name }.
done-reject-pause = The work goes on. We tell { $name }.
done-withdraw-pause = You do not ask for a pause any more.
amount-end = { $held } is held for “{ $title }”. How much of it do you propose for yourself? { $role ->
        [freelancer] The rest goes back to { $name }.
       *[client] The rest goes to { $name }.
    } { $free ->
        [true] { "" }
       *[false] Our fee of { $percent } comes out of your share.
    }
confirm-propose-end = Propose to { $name } to end “{ $title }” now: { proposal-shares }
    No money moves unless { $name } accepts. { $name } can answer until { $until }. If { $name } says nothing, the proposal lapses and the deal goes on by its own dates.
yes-propose-end = Yes, propose it
done-propose-end = We tell { $name } what you propose.
confirm-accept-end = End “{ $title }” now, as { $name } proposes: { proposal-shares }
    This cannot be undone.
yes-accept-end = Yes, end it: { $share } / { $back }
done-accept-end = You both agreed: it is ended.
done-reject-end = It goes on. We tell { $name }.
done-withdraw-end = You took your proposal back.

## What people are told

notice-time-asked = { $name } asks for more time for “{ $title }”.
notice-time-given = { $name } gives you { $seconds } more for “{ $title }”.
notice-time-refused = { $name } does not agree to more time for “{ $title }”. The date stays.
notice-time-unanswered = { $name } has not answered in time about more time for “{ $title }”. The date stays.
notice-time-withdrawn = { $name } does not ask for more time for “{ $title }” any more.
notice-time-granted = { $name } gives you { $seconds } more for “{ $title }”.
notice-material-asked = { $name } needs something from you to go on with “{ $title }”:
notice-material-given = { $name } sent what you waited for, for “{ $title }”. Your time goes on.
notice-material-all-there = { $name } says that nothing is missing for “{ $title }”. Your time goes on.
notice-material-unanswered = { $role ->
        [freelancer] { $name } did not send what you waited for, for “{ $title }”. Your time goes on, and { $name } cannot cancel it as late. If you cannot go on without it, open a dispute, or propose to end it.
       *[client] You did not send { $name } what was missing for “{ $title }”. The time of { $name } goes on, and you cannot cancel it as late. If you are not happy, open a dispute, or propose to end it.
    }
notice-work-resumed = { $name } goes on with “{ $title }”.
notice-pause-asked = { $name } asks for a pause of “{ $title }”.
notice-pause-agreed = { $name } agrees to a pause of “{ $title }”.
notice-pause-refused = { $name } does not agree to a pause of “{ $title }”. It goes on as before.
notice-pause-unanswered = { $name } has not answered in time about a pause of “{ $title }”. It goes on as before.
notice-pause-withdrawn = { $name } does not ask for a pause of “{ $title }” any more.
notice-pause-over = The pause of “{ $title }” is over: the work goes on.
notice-end-proposed = { $name } proposes to end “{ $title }”.
notice-end-refused = { $name } does not agree to end “{ $title }”. It goes on as before.
notice-end-unanswered = { $name } has not answered in time whether “{ $title }” ends. It goes on as before.
notice-end-withdrawn = { $name } does not propose to end “{ $title }” any more.
notice-change-proposed = { $name } proposes to change the terms of this deal.
notice-change-agreed = { $name } accepted your change: the terms are changed. The agreement that counts now is under <b>Agreement (PDF)</b>.
notice-change-refused = { $name } does not agree to your change. The terms stay as they are.
notice-change-unanswered = { $name } has not answered in time about your change. The terms stay as they are.
notice-change-withdrawn = { $name } does not propose to change the terms any more. They stay as they are.
notice-change-lapsed = The change that you proposed has lapsed: a milestone in it is not as it was. The terms stay as they are; you can propose the change again.

## Offers in a dispute

# Beside a bar such as ▓▓▓░░; $mine and $theirs: percents of what is held
offer-bar = You { $mine } { $bar } { $theirs } { $name }
# $whose: of the arbiter's, agreed: the reader has said yes, waits: the other side has
offer-line = { $whose ->
        [you] You offer { $name }: { proposal-shares }
            { $name } can answer until { $until }. If { $name } says nothing, the offer lapses and the dispute goes on.
        [arbiter] The arbiter proposes: { proposal-shares }
            Answer by { $until }. It holds if both of you accept; if not, the dispute goes on.
        [agreed] The arbiter proposes: { proposal-shares }
            You accepted. { $name } can answer until { $until }. If { $name } says nothing, the dispute goes on.
        [waits] The arbiter proposes: { proposal-shares }
            { $name } accepted. Answer by { $until }. If you say nothing, the dispute goes on.
       *[other] { $name } offers: { proposal-shares }
            Answer by { $until }. If you say nothing, the offer lapses and the dispute goes on.
    }
sealed-line = { $role ->
        [freelancer] You told us privately: at least { $figure } for you. We show this neither to { $name } nor to the arbiter.
       *[client] You told us privately: at most { $figure } for the freelancer. We show this neither to { $name } nor to the arbiter.
    }
button-offer = Offer…
button-accept-offer = Accept their offer
button-reject-offer = Refuse their offer
button-withdraw-offer = Take offer back
button-accept-advice = Accept the proposal
button-reject-advice = Refuse the proposal
button-seal = Tell us privately…
button-unseal = Take figure back
more-reject-offer = <b>Refuse their offer</b>: the dispute goes on.
more-withdraw-offer = <b>Take offer back</b>: { $name } cannot accept it any more.
more-reject-advice = <b>Refuse the proposal</b> of the arbiter: the dispute goes on.
more-seal = <b>Tell us privately…</b> what you would settle for. If the figures of both of you meet, the dispute ends at the middle; if not, neither { $name } nor the arbiter learns of yours.
more-unseal = <b>Take figure back</b>: what you told us privately does not count any more.
more-offer = <b>Offer…</b>: you say who gets how much; no money moves unless { $name } accepts.
amount-offer = { $held } is held for “{ $title }”. How much of it should come to you? { $role ->
        [freelancer] The rest goes back to { $name }.
       *[client] The rest goes to { $name }.
    } { $free ->
        [true] { "" }
       *[false] Our fee of { $percent } comes out of your share.
    }
amount-sealed = { $role ->
        [freelancer] { $held } is held for “{ $title }”. What is the least of it that you would settle for?
       *[client] { $held } is held for “{ $title }”. What is the most of it that you would leave to { $name }?
    } We tell neither { $name } nor the arbiter. If { $name } has told us a figure that meets yours, the dispute ends at once at the middle of the two. { $free ->
        [true] { "" }
       *[false] Our fee of { $percent } comes out of your share.
    }
confirm-offer = Offer { $name } to settle “{ $title }”: { proposal-shares }
    { $counter ->
        [true] Your offer takes the place of the one that { $name } made.{ " " }
       *[false] { "" }
    }No money moves unless { $name } accepts. { $name } can answer until { $until }; if { $name } says nothing, the offer lapses and the dispute goes on.
yes-offer = Yes, offer it
done-offer = We tell { $name } what you offer.
confirm-seal = { $role ->
        [freelancer] Keep privately that you would settle “{ $title }” for at least { $figure } of the { $held } held?
       *[client] Keep privately that you would leave at most { $figure } of the { $held } held for “{ $title }” to { $name }?
    } If { $name } has told us, or tells us later, a figure that meets yours, the dispute ends at once: the middle of the two is for the freelancer, the rest goes back to the client, and this cannot be undone. If they do not meet, neither { $name } nor the arbiter learns of yours.
yes-seal = Yes, keep { $figure }
done-seal = We keep it to ourselves.
done-unseal = Your figure does not count any more.
confirm-accept-offer = Settle “{ $title }” as { $name } offers: { proposal-shares }
    The dispute then ends without a decision. This cannot be undone.
yes-accept-offer = Yes, settle it
done-accept-offer = You both agreed: the dispute is over.
done-reject-offer = The dispute goes on. We tell { $name }.
done-withdraw-offer = You took your offer back.
confirm-accept-advice = Settle “{ $title }” as the arbiter proposes: { proposal-shares }
    { $whose ->
        [waits] { $name } accepted it, so the dispute then ends at once. This cannot be undone.
       *[other] If { $name } accepts too, the dispute ends at once, and this cannot be undone. Until then you can still refuse.
    }
yes-accept-advice = Yes, accept it
done-accept-advice = { $over ->
        [yes] You both agreed: the dispute is over.
       *[no] You accepted. We tell { $name }.
    }
done-reject-advice = The dispute goes on. We tell { $name }.
notice-settlement-offered = { $name } offers to settle the dispute about “{ $title }”.
notice-settlement-advised = The arbiter proposes how to settle the dispute about “{ $title }”.
notice-settlement-refused = { $name } does not accept your offer about “{ $title }”. The dispute goes on.
notice-settlement-withdrawn = { $name } took the offer about “{ $title }” back. The dispute goes on.
notice-settlement-unanswered = { $name } has not answered your offer about “{ $title }” in time. The dispute goes on.
notice-advice-agreed = { $name } accepts what the arbiter proposes about “{ $title }”.
notice-advice-refused = { $name } does not accept what the arbiter proposes about “{ $title }”. The dispute goes on.
notice-advice-unanswered = What the arbiter proposed about “{ $title }” was not accepted by both of you in time. The dispute goes on.
notice-sealed-met = What both of you told us privately about “{ $title }” met, so the dispute ends at the middle of the two.

## Why not

refusal-agreed-already = You accepted this already. It holds once the other side accepts too.
refusal-advised-already = The arbiter has proposed something in this dispute already.
refusal-sealed-used = This can be told { $limit ->
        [one] once
       *[other] { $limit } times
    } in one dispute, and you have used that up. You can still offer something with Offer….
refusal-nothing-sealed = You have told us nothing privately in this dispute.

refusal-proposal-open = One such question is open already. Wait for the answer, or take it back first.
refusal-proposals-used = This can be asked { $limit ->
        [one] once
       *[other] { $limit } times
    } for one milestone, and you have used that up. Write to the other side, or open a dispute.
refusal-nothing-proposed = That is answered already, or its time is over.
refusal-own-proposal = You proposed this yourself: the other side answers it.
refusal-other-proposal = The other side proposed this, so you cannot take it back.
refusal-share-out-of-range = Write an amount that is not more than what is held, { $held }.
refusal-time-asked = You were asked for more time. Answer that first.
refusal-nothing-missing = The work does not wait for anything from you now.
refusal-left-waiting = You did not answer what the freelancer needed from you, so you cannot cancel this as late. You can open a dispute, or propose to end it.
refusal-pauses-used = This milestone was paused as long as it may be: { $seconds } in all.
refusal-pause-out-of-range = That is no length for a pause here. This milestone can be paused for { $seconds } more at most.
refusal-no-such-proposal = There is no such proposal in this deal.
refusal-changes-used = You can propose a change { $limit ->
        [one] once
       *[other] { $limit } times
    } in one deal, and you have used that up. Write to the other side.
refusal-only-milestones-change = Once a deal is agreed, its milestones can change and nothing else. For anything else make a new deal.
refusal-milestone-is-over = Milestone { $number } is over, so it cannot change any more.
refusal-milestone-stands-still = Milestone { $number } cannot change now: first it has to be settled how it goes on.
refusal-milestone-being-paid = Milestone { $number } is being paid, so it cannot change now. Wait until the payment is settled.
refusal-milestone-is-held = Money is held for milestone { $number }, so it cannot be dropped. Press <b>Propose to end it</b> under <b>More…</b> instead.
refusal-title-is-agreed = Money is held for milestone { $number }, so its title stays. Change its criteria instead.
refusal-amount-only-falls = { $amount } is held for milestone { $number }, so its price can fall but not rise. For more, add a milestone.
refusal-amount-has-left = The price of milestone { $number } has to be more than { $left }: so much has left what was held for it.
refusal-days-are-over = The work of milestone { $number } was submitted, so its time does not count any more.
refusal-due-is-past = Then milestone { $number } would be due already. Give it more time.
