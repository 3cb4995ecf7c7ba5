## What a decision relies on

exhibit =
    { $kind ->
        [terms] Terms, version { $number }
        [acceptance] Acceptance { $number }
        [diary] Diary entry { $number }
        [message] Message { $number }
        [submission] Submission { $number }
        [round] Request for changes { $number }
        [statement] Statement { $number }
        [question] Question { $number } and its answer
        [evidence] Evidence { $number }
       *[other] …
    }
exhibit-at = { $name }, { $at }
exhibit-line = – { $name }

## Whose turn it is, until when, and what happens if nothing is done

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
# $called: by whom the arbiter was called; alone: by nobody, and one of them can now
turn-negotiation-ends = { $called ->
        [you] You called the arbiter about “{ $title }”. If { $name } agrees, the arbiter is called at once, otherwise on { $until }. Until then you can still agree between you.
        [other] { $name } called the arbiter about “{ $title }”. With <b>Call the arbiter</b> you agree to that at once; otherwise the arbiter is called on { $until }. Until then you can still agree between you.
        [alone] You and { $name } can agree between you about “{ $title }” until { $until }. After that an arbiter decides who gets the money; either of you can call the arbiter before.
       *[nobody] You and { $name } can agree between you about “{ $title }” until { $until }. After that an arbiter decides who gets the money; from { $then } on either of you alone can call the arbiter, and both of you together at any time.
    } { $amount } stays held, untouched.
turn-evidence-ends = { $who ->
        [you] You can add evidence about “{ $title }” until { $until }. If you have none, press <b>Nothing to add</b>: once both of you have, the arbiter can decide.
       *[other] { $name } can add evidence about “{ $title }” until { $until }, and you can answer it.
    }
    After that the arbiter decides who gets the money. Until the decision { $amount } stays held, untouched.
turn-dispute-take = { $late ->
        [true] An arbiter was to take the dispute about “{ $title }” by { $until }. None has yet: one who is free is drawn by lot, and our team is reminded.
       *[false] An arbiter, who decides who gets the money for “{ $title }”, takes the dispute by { $until }; if none has by then, one who is free is drawn by lot.
    } Until the decision { $amount } stays held, untouched.
turn-dispute-ruling = { $late ->
        [true] The arbiter was to decide by { $until } who gets the money for “{ $title }”, and is late: another arbiter gets the case, if one is free, and our team is reminded.
       *[false] The arbiter decides who gets the money for “{ $title }” by { $until }; if not, another arbiter gets the case, if one is free.
    } Until the decision { $amount } stays held, untouched.
turn-ruling-final = { $late ->
        [true] The decision about “{ $title }” is about to be carried out: both of you are being told of it first.
       *[false] The decision about “{ $title }” is carried out after { $until }, and before that once both of you accept it.
    } { $amount } stays held, untouched.

dispute-asks = { $who ->
        [you] You ask for { $amount }.
       *[other] { $name } asks for { $amount }.
    }

# The decision while it can still change; $open: whether the reader may ask for a review
dispute-decided = The arbiter decided: { proposal-shares }{ $accepted ->
        [you] {" "}You accepted it.
        [other] {" "}{ $name } accepted it.
       *[nobody] {""}
    }{ $open ->
        [true] {" "}You can ask for a review until it is carried out.
       *[false] {""}
    }

## Buttons

button-accept-ruling = Accept the decision
button-ask-review = Ask for a review
button-answer = Answer the arbiter
button-object = Object
button-contest = I disagree with a point
button-state = My side
button-evidence = Add evidence
button-call-arbiter = Call the arbiter
button-add-nothing = Nothing to add
button-challenge = Challenge arbiter
button-dispute = Open dispute

## More…

more-accept-ruling = <b>Accept the decision</b>: once { $name } does too, it is carried out at once.
more-ask-review = <b>Ask for a review</b>: another arbiter looks at the decision, once. It has to rest on one of the reasons that you can choose there.
more-answer = <b>Answer the arbiter</b>: there is a question for you.
more-object = <b>Object</b>: an arbiter then decides who gets the money.
more-contest = <b>I disagree with a point</b>: { $name } drops it or asks for it as a change of the terms; if { $name } does neither, an arbiter decides.
more-state = <b>My side</b>: say what you ask for, and why. { $name } and the arbiter read it.
more-evidence = <b>Add evidence</b>: texts and files that { $name } and the arbiter see.
more-call-arbiter = <b>Call the arbiter</b>: the arbiter decides who gets the money, once { $name } agrees to that; a date is said beforehand for when { $name } does not.
more-add-nothing = <b>Nothing to add</b>: once { $name } says so too, the arbiter can decide.
more-challenge = <b>Challenge arbiter</b>: if you think that the arbiter is not neutral, another one gets the case, once.
more-dispute = <b>Open dispute</b>: an arbiter decides who gets the money; until then it stays held, untouched.

## Disputes

amount-dispute = How much of the { $held } held for “{ $title }” should come to you? Choose, or write an amount.{ $free ->
        [true] {""}
       *[false] {" "}Our fee, { $percent }, comes off it.
    }
amount-side = How much of the { $held } held for “{ $title }” should come to you? Choose, or write an amount.{ $free ->
        [true] {""}
       *[false] {" "}Our fee, { $percent }, comes off it.
    }
contest-which = { $name } asked for these changes. Which point do you disagree with?

review-which = Another arbiter can look at the decision about “{ $title }” once, for either of you, whoever asks first. That the decision feels wrong is not enough: what happened?
button-review-ground =
    { $why ->
        [evidence] New evidence
        [conflict] Arbiter not neutral
        [procedure] I was not heard
        [arithmetic] Wrong amounts
       *[other] …
    }
challenge-which = Why should another arbiter decide about “{ $title }”? You can ask for that once in this dispute. Your reason is not examined: another arbiter who is free is drawn by lot and has the whole time to decide.
# $may: nobody: no other arbiter is free
challenge-can = { $may ->
        [yes] If you think that this arbiter is not neutral, you can ask for another one with <b>Challenge arbiter</b>, once in this dispute, until { $until } and before the decision.
       *[nobody] No other arbiter of ours is free to decide about this at the moment, so this one cannot be challenged. If you think that this arbiter is not neutral, tell our team with <b>Get help</b>.
    }
button-challenge-ground =
    { $why ->
        [interest] Gains from it
        [knows] Knows other side
        [before] Took part before
        [other] Something else
       *[none] …
    }
# On the card while such an arbiter has the case
arbiter-outside = The arbiter who has this dispute belongs to another house, which lends us its arbiters, and decides by the same rules.
challenge-heading = <b>{ $name }</b>, { $why ->
        [interest] saying that the arbiter gains or loses by the decision
        [knows] saying that the arbiter knows you
        [before] saying that the arbiter had a part in the deal before
        [other] for another reason
       *[none] …
    }:
confirm-accept-ruling = You accept the decision about <b>“{ $title }”</b>. You then cannot ask for a review of it any more, and once { $name } accepts it too it is carried out at once:
yes-accept-ruling = Yes, I accept
done-accept-ruling =
    { $final ->
        [true] You accepted the decision. It is carried out.
       *[false] You accepted the decision.
    }
gather-review = What was wrong with how the decision about “{ $title }” was made? Write it, and add files if you like. { $name } and the arbiter who reviews it read it. Then press <b>Done</b>.
gather-challenge = Why do you think that the arbiter of “{ $title }” is not neutral? Write it, and add files if you like. { $name } and the arbiters read it. Then press <b>Done</b>.
gather-dispute = Why should an arbiter decide about “{ $title }”? Write it, and add files if you like. Then press <b>Done</b>.
gather-side = Tell your side about “{ $title }”. { $name } and the arbiter read it. Add files if you like, then press <b>Done</b>.
gather-object = Why should “{ $title }” not be cancelled? Write it, and add files if you like. { $name } and the arbiter read it. Then press <b>Done</b>.
gather-contest = Why do you disagree with this point? Write it, and add files if you like. { $name } reads it, and so does the arbiter if there is one. Then press <b>Done</b>.
gather-evidence = Send texts and files about “{ $title }”. { $name } and the arbiter see them. Then press <b>Done</b>.
gather-answer = The arbiter asks: <b>{ $question }</b>
    Write your answer, and add files if you like. Then press <b>Done</b>.
case-dispute = You open a dispute about <b>“{ $title }”</b>. The other side answers, and you can agree between you; if you do not, an arbiter decides who gets the money. Until then it stays held, untouched.
case-side = Your side about <b>“{ $title }”</b>:
case-object = You object to the cancelling of <b>“{ $title }”</b>. An arbiter then decides who gets the money; until then it stays held, untouched. You name no amount now; with <b>My side</b> you can name one later.
case-review = You ask for a review of the decision about <b>“{ $title }”</b>. The other side can answer, then another arbiter upholds the decision, changes it, or has it made anew. The money stays held, untouched, until then. There is one review.
# $length: the time to answer
case-contest = You disagree with a point about <b>“{ $title }”</b>. { $name } then has { $length } to drop it or to ask for it as a change of the terms. Your time stands still meanwhile. If { $name } does neither, an arbiter decides who gets the money, and until then it stays held, untouched.
case-challenge = You challenge the arbiter of <b>“{ $title }”</b>. The arbiter does not decide about this any more; another one is drawn by lot and has the whole time to decide. You can do this once in this dispute. After that there may be no other arbiter left who can be challenged, or can review the decision. The money stays held, untouched.{ $asked ->
        [true] {" "}What this arbiter asked you stays open: the next one reads your answer.
       *[false] {""}
    }
case-words = Your words:
case-sought = You ask for { $sought } of the { $held } held.{ $free ->
        [true] {""}
       *[false] {" "}Less our fee of { $fee }, that is { $payout } for you.
    }
contest-then = { $name } reads this, and so does the arbiter if there is one.
case-then = The other side and the arbiter read this. What you wrote stays in the case.
yes-dispute = Yes, open dispute
yes-side = Yes, send my side
yes-object = Yes, object
yes-review = Yes, ask for review
yes-challenge = Yes, another arbiter
yes-contest = Yes, I disagree
done-dispute = The dispute is open. Until an arbiter has decided who gets the money, it stays held, untouched.
done-side = Sent to the other side and the arbiter.
done-object = You objected. Until an arbiter has decided who gets the money, it stays held, untouched.
done-review = You asked for a review. Until another arbiter has looked at the decision, the money stays held, untouched.
done-challenge = Another arbiter has the case now, drawn by lot.
done-contest = We tell { $name } that you disagree. Your time stands still meanwhile.
done-evidence = Added to the case: the other side and the arbiter see it.
done-answer = The arbiter has your answer.

## Calling the arbiter, and having nothing to add

confirm-call-arbiter = { $how ->
        [agrees] { $name } called the arbiter about “{ $title }”. If you agree, the arbiter is called now and decides who gets the money.
        [alone] Call the arbiter about “{ $title }” now? The arbiter then decides who gets the money.
       *[waits] Call the arbiter about “{ $title }”? If { $name } agrees, the arbiter is called at once, otherwise on { $until }, and decides who gets the money.
    } This cannot be undone, but until the decision you can still agree with { $name }. { $amount } stays held, untouched.
yes-call-arbiter = Yes, call
done-call-arbiter = { $called ->
        [true] The arbiter is called.
       *[false] You called the arbiter. We ask { $name }.
    }
confirm-add-nothing = You have nothing to add about “{ $title }”? Once { $name } says so too, the arbiter can decide. If { $name } adds something, you can answer it; until the decision you can still add evidence yourself.
yes-add-nothing = Yes, nothing to add
done-add-nothing = You have nothing to add to the case as it stands.
notice-arbiter-called = { $name } called the arbiter about “{ $title }”.
notice-arbitration-begun = { $why ->
        [small] Both of you have spoken about “{ $title }”, and the amount is small
        [unanswered] There was no answer in the dispute about “{ $title }” in time, which is no guilt
        [both] Both of you called the arbiter about “{ $title }”
        [alone] You did not agree about “{ $title }” after the arbiter was asked for
       *[time] You did not agree about “{ $title }” in time
    }: an arbiter is called and decides who gets the money. You can still add evidence, and still agree between you.
refusal-arbiter-called = You called the arbiter already.
refusal-adds-nothing = Nothing more of yours is waited for here: you have nothing to add, or the time for it is over.
desk-arbitration =
    { $why ->
        [small] 📣 Both have spoken, and the claim is small: an arbiter is called. Who takes it?
        [unanswered] 📣 There was no answer in time: an arbiter is called. Who takes it?
        [both] 📣 Both sides call the arbiter. Who takes it?
        [alone] 📣 One side called the arbiter, and they did not agree since. Who takes it?
       *[time] 📣 The two did not agree in time: an arbiter is called. Who takes it?
    }
desk-evidence-over = 📎 The time to add to this case is over: it can be ruled unless an answer is still waited for.

## Ending it between the two: taken back, or what is asked is given

button-drop-dispute = Take dispute back
button-concede = Give what is asked
more-drop-dispute = <b>Take dispute back</b>: no arbiter decides, and the work goes on where it was.
more-concede = <b>Give what is asked</b>: { $name } gets what { $name } asks for, and the dispute ends.
confirm-drop-dispute = Take the dispute about “{ $title }” back? No arbiter decides then, and { $amount } stays held. What was said stays in the case; you can open a dispute again.
# $stands: where the work goes on; of a review with what silence means
dispute-goes-on = { $stands ->
        [in-progress] { $role ->
            [freelancer] The work goes on: it is due by { $until }.
           *[client] The work goes on: { $name } has until { $until } to submit it.
        }
        [revising] { $role ->
            [freelancer] The changes go on: they are due by { $until }.
           *[client] The changes go on: { $name } has until { $until } to submit them.
        }
        [submitted-release] { $role ->
            [freelancer] { $name } then has until { $until } to look at it. If { $name } says nothing by then, { $amount } is released to you, as the agreement says.
           *[client] You then have until { $until } to look at it. If you say nothing by then, { $amount } is released to { $name }, as the agreement says.
        }
       *[submitted-escalate] { $role ->
            [freelancer] { $name } then has until { $until } to look at it. If { $name } says nothing by then, an arbiter decides who gets { $amount }.
           *[client] You then have until { $until } to look at it. If you say nothing by then, an arbiter decides who gets { $amount }.
        }
    }
yes-drop-dispute = Yes, take it back
done-drop-dispute = The dispute is taken back. We tell { $name }.
confirm-concede = Give { $name } what { $name } asks for “{ $title }”? { proposal-shares }
    The dispute then ends without a decision. This cannot be undone.
yes-concede = Yes, give { $sought }
done-concede = The dispute is over. We tell { $name }.
notice-dispute-taken-back = { $name } took the dispute about “{ $title }” back. No arbiter decides, and the work goes on.
notice-dispute-conceded = { $name } gives you what you asked for in the dispute about “{ $title }”.
refusal-opener-only = The other side opened this dispute, so taking it back is up to the other side.
refusal-dispute-stays = Neither of you opened this dispute, so it cannot be taken back. You can still agree with the other side.
refusal-dispute-no-way-back = This dispute cannot be taken back. You can still agree with the other side.
refusal-nothing-asked = The other side has named no amount yet.
desk-between-them =
    { $kind ->
        [dispute-taken-back] ↩️ { $role ->
            [freelancer] The freelancer, { $name },
           *[client] The client, { $name },
        } took this dispute back. Nothing is left to decide; the work goes on.
       *[dispute-conceded] 🤝 { $role ->
            [freelancer] The freelancer, { $name },
           *[client] The client, { $name },
        } gives the other side what it asks for. Nothing is left to decide.
    }
desk-case-ended =
    { $stage ->
        [withdrawn] <b>Taken back by who opened it.</b> The work goes on.
        [lapsed] <b>Over without a decision.</b> The money that it was about went another way.
        [settled] <b>Settled between the two.</b> Freelancer { $freelancer }, client { $client }.
       *[other] …
    }
desk-moment-ended =
    { $stage ->
        [ruled] ruling carried out, the work goes on
        [withdrawn] dispute taken back
        [lapsed] over, since the money went another way
        [settled] settled between the two
       *[other] …
    }

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-dispute-opened = { $name } opened a dispute about who gets the money for “{ $title }”.
notice-dispute-silence = { $role ->
        [client] You did not answer within the time to look at “{ $title }”
       *[freelancer] { $name } did not answer within the time to look at “{ $title }”
    }, so an arbiter decides who gets the money. Silence is no guilt.
notice-dispute-contested = { $role ->
        [client] You did not answer in time for what { $name } disagrees with about “{ $title }”
       *[freelancer] { $name } did not answer in time for what you disagree with about “{ $title }”
    }, so an arbiter decides who gets the money. Silence is no guilt.
notice-dispute-objected = { $name } objects to the cancelling of “{ $title }”, so an arbiter decides who gets the money.
notice-dispute-abandoned = The changes to “{ $title }” were not submitted in time, so an arbiter decides who gets the money.
notice-dispute-unserved = We could not reach one of you about “{ $title }”, so an arbiter decides who gets the money. That is no guilt.
notice-statement-made = { $name } has answered in the dispute about “{ $title }”:
notice-evidence-filed = { $name } added evidence about “{ $title }”.
notice-dispute-taken = An arbiter has taken the dispute about “{ $title }” and writes to you in this bot, as “the arbiter”. Whoever writes to you elsewhere in our name is not one of us.
notice-dispute-assigned = { $again ->
        [true] The decision about “{ $title }” was overdue, so another arbiter has the case now
       *[false] An arbiter was drawn by lot for the dispute about “{ $title }”
    } and writes to you in this bot, as “the arbiter”. Whoever writes to you elsewhere in our name is not one of us.
notice-arbiter-challenged = { $name } challenged the arbiter of “{ $title }”. Another arbiter, drawn by lot, has the case now, with the whole time to decide, and writes to you in this bot, as “the arbiter”. What { $name } says was not examined. The money stays held, untouched.
notice-answer-overdue = { $to ->
        [dispute] Your time to answer in the dispute about “{ $title }” is over. That is no guilt: the arbiter now decides by the facts, and until the decision you can still tell your side.
       *[question] Your time to answer the arbiter's question about “{ $title }” is over. Until the decision you can still answer.
    }
notice-question-asked = The arbiter asks you about “{ $title }”:
# Where another arbiter has the case than the one who asked
question-stays = The arbiter before had asked you something. You can still answer it: the arbiter who has the case now reads your answer.
question-until = Please answer by { $until }. After that the arbiter may decide without it.
notice-ruling-made = { $reviewed ->
        [upheld] Another arbiter has reviewed the decision about “{ $title }” and upholds it. It is carried out now.
        [changed] Another arbiter has reviewed the decision about “{ $title }” and changes it. The new decision is carried out now.
       *[none] { $final ->
            [true] The arbiter has decided about “{ $title }”. The decision is carried out now.
           *[false] The arbiter has decided about “{ $title }”. The money stays held, untouched, until the decision is carried out.
        }
    }
notice-ruling-accepted = { $name } accepts the decision about “{ $title }”. If you accept it too, it is carried out at once.
notice-ruling-executed = { $accepted ->
        [true] Both of you accept the decision about “{ $title }”. It is carried out now.
       *[false] The time for a review of the decision about “{ $title }” is over. It is carried out now.
    }
notice-work-goes-on = { $going ->
        [extend] There is more time for “{ $title }”, as the arbiter decided.
        [dismiss] The dispute about “{ $title }” is over, as the arbiter decided.
       *[other] …
    } { $stands ->
        [in-progress] The work goes on.
        [revising] The changes go on.
        [submitted] The submission can be looked at again.
       *[other] …
    } The money stays held.
notice-revision-ordered = Changes to “{ $title }” are due, as the arbiter decided. The money stays held meanwhile. What is to be changed:
notice-order-ignored = Nothing was submitted of the changes to “{ $title }” that the arbiter decided on. What the decision says for that is carried out now.
notice-review-asked = { $name } asks another arbiter to look at the decision about “{ $title }”: { $why ->
        [evidence] there is new evidence that could not be added before
        [conflict] the arbiter was not neutral
        [procedure] the rules of the dispute were not kept
        [arithmetic] the amounts are wrong
       *[other] …
    }, { $name } says. The money stays held, untouched. You can answer with <b>My side</b>.
notice-ruling-sent-back = An arbiter has reviewed the decision about “{ $title }”: another arbiter makes it anew. The money stays held, untouched.

## Changes and disputes

statement-heading = <b>{ $name }</b>, { $asks ->
        [contested] disagreeing with a point; no amount is asked for
        [objected] objecting to the cancelling; no amount is asked for
       *[amount] asking for { $amount }
    }:
ruling-amounts =
    To the freelancer: { $freelancer }{ $free ->
        [true] {""}
       *[false] , less our fee of { $fee }: { $payout }
    }
    Back to the client: { $client }
ruling-goes-on = { $outcome ->
        [extend] The freelancer has what was left of the time and { $more } more. The money stays held, untouched, and the work goes on.
        [dismiss] { $by ->
            [you] The dispute that you opened had no ground.
            [nobody] There is no ground for this dispute, which neither of you opened.
           *[other] The dispute that { $name } opened had no ground.
        } The money stays held, untouched, and the work goes on with what was left of its time.
        [order] The freelancer is to make the changes below. The time for them is { $more } from when the decision is carried out. Until then, and meanwhile, the money stays held, untouched.
       *[other] …
    }
ruling-fallback = If nothing is submitted in that time:
ruling-points = <b>To be changed</b>
ruling-criterion = Measured by: { $criterion }
ruling-evidence = Relied on:
ruling-reasons = <b>Reasons</b>
ruling-then = { $reviewable ->
        [true] You can accept the decision, or ask for its one review by another arbiter.
       *[false] You can accept the decision. Our team has no other arbiter who could review it at the moment: each has decided about it or knows one of you.
    } A court stays open to both of you.
ruling-court = If you disagree with the decision, a court stays open to both of you.

## The case file

# $title, $milestone: people's titles; $number of $count milestones
desk-case-title =
    { $count ->
        [one] ⚖️ <b>{ $title }</b> · { $milestone }
       *[other] ⚖️ <b>{ $title }</b> · { $milestone } · { $number } of { $count }
    }
desk-case-held = { $deal } · { $stage ->
        [ruled] held until the ruling
        [settled] held until they settled
       *[other] held
    }: <b>{ $amount }</b>{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-case-cause =
    { $cause ->
        [silence] The client did not answer the submission in time.
        [contested] The freelancer disagrees with a point of the change request.
        [objected] The client wanted to cancel because it is late; the freelancer objects.
        [abandoned] The changes were not submitted in time.
        [unserved] Telegram could not reach somebody whose time was running.
        [opened]
        { $role ->
            [freelancer] The freelancer, { $name }, opened this dispute.
            [client] The client, { $name }, opened this dispute.
           *[other] This dispute was opened.
        }
       *[other] …
    }
desk-case-position =
    <b>{ $role ->
        [freelancer] Freelancer
       *[client] Client
    }: { $name }</b> { $asks ->
        [contested] disagrees with a point; no amount asked for
        [objected] objects to the cancelling; no amount asked for
       *[amount] asks for { $amount }
    }
desk-case-no-answer =
    { $role ->
        [freelancer] <b>Freelancer: { $name }</b> has not said anything yet; waited for until { $until }. Silence is no guilt.
       *[client] <b>Client: { $name }</b> has not said anything yet; waited for until { $until }. Silence is no guilt.
    }
desk-case-silent =
    { $role ->
        [freelancer] <b>Freelancer: { $name }</b> has not said anything about this. Silence is no guilt.
       *[client] <b>Client: { $name }</b> has not said anything about this. Silence is no guilt.
    }
desk-case-criteria = <b>Criteria</b>
desk-case-criterion = { $number }. { $words }
desk-case-note =
    { $role ->
        [freelancer]     <i>Freelancer:</i> { $words }
       *[client]     <i>Client:</i> { $words }
    }
desk-case-rounds = <b>Rounds of changes</b>: { $used } of { $agreed } used
desk-case-round = Round { $number }, { $at }
desk-case-item =
    { $kind ->
        [defect] – <i>the client says: not as agreed (criterion { $criterion }):</i> { $words }
        [preference] – <i>the client says: matter of taste:</i> { $words }
        [extra] – <i>the client says: extra work:</i> { $words }
        [ordered] – <i>ordered by an arbiter (criterion { $criterion }):</i> { $words }
       *[other] – { $words }
    }
desk-case-answered =     → <i>the freelancer says:</i> { $words }
desk-case-contested =     → <i>the freelancer disagrees:</i> { $words }
desk-case-contest-ended =     → { $what }
desk-case-evidence = <b>Evidence</b>
desk-case-filed =
    { $role ->
        [freelancer] { $number }. freelancer: { $what }
       *[client] { $number }. client: { $what }
    }
desk-case-said = { $diary ->
        [one] Diary: { $diary } entry
       *[other] Diary: { $diary } entries
    }, { $messages ->
        [one] said across: { $messages } message
       *[other] said across: { $messages } messages
    }
desk-button-whole = Whole file
desk-case-timeline = <b>Timeline</b>
desk-case-moment = { $at }: { $what }
desk-moment-agreed = agreed, version { $version }
desk-moment-paid = paid { $amount }
desk-moment-due = work due
desk-moment-submitted =
    { $files ->
        [one] submission { $number }, { $files } file
       *[other] submission { $number }, { $files } files
    }
desk-moment-changes =
    { $points ->
        [one] changes asked, round { $number }, { $points } point
       *[other] changes asked, round { $number }, { $points } points
    }
desk-moment-paused = { $why ->
        [material] the freelancer waits for material
       *[agreed] paused, as both agreed
    }
desk-moment-resumed = { $end ->
        [given] the client sent what was missing
        [all-there] the client said that nothing was missing
        [over] the time of the pause was over
       *[resumed] the freelancer went on
    }
# $number of the point in its request for changes
desk-moment-contested = the freelancer disagrees with point { $number }
desk-moment-contest-ended = { $end ->
        [dropped] the client dropped point { $number }
        [moved] the client asks for point { $number } as a change of the terms
        [taken-back] the freelancer agrees to point { $number } after all
        [unanswered] the client did not answer for point { $number }
       *[overtaken] point { $number } was not answered for any more
    }
desk-moment-disputed = dispute
desk-moment-arbitration = arbiter called
desk-moment-ruled = ruling
desk-moment-review = review asked for
desk-moment-sent-back = to be ruled anew
desk-case-challenge =
    { $role ->
        [freelancer] <b>The freelancer, { $name }, challenged { $arbiter }</b>: { desk-challenge-why }
       *[client] <b>The client, { $name }, challenged { $arbiter }</b>: { desk-challenge-why }
    }
desk-challenge-why =
    { $why ->
        [interest] gains or loses by the decision
        [knows] knows the other side
        [before] had a part in the deal before
        [other] another reason
       *[none] …
    }
desk-moment-challenged = arbiter challenged
desk-case-outside = Who has this case is of another house; both sides read that.
# $may: nobody: no other arbiter is free
desk-case-challengeable = { $may ->
        [yes] Until { $until } a side that has not done so yet can challenge the arbiter; another is then drawn by lot.
       *[nobody] A side could challenge the arbiter until { $until }, but no other arbiter is free to rule here: it is refused.
    }
desk-case-review =
    { $role ->
        [freelancer] <b>The freelancer, { $name }, asks for a review</b>: { desk-review-why }
       *[client] <b>The client, { $name }, asks for a review</b>: { desk-review-why }
    }
desk-review-why =
    { $why ->
        [evidence] new evidence that could not be filed before.
        [conflict] a conflict of interest of the arbiter.
        [procedure] the procedure was not kept.
        [arithmetic] the amounts are not what the reasons say.
       *[other] …
    }
desk-case-sent-back = <b>{ $name } reviewed the ruling: it is to be made anew</b> by another arbiter.
desk-case-decided = The money is still held: { $reviewable ->
        [true] either side may ask for a review.
       *[false] either side may accept the ruling; no other arbiter is free to review it.
    }{ $accepted ->
        [true] {" "}Accepted by { $names }.
       *[false] {""}
    }
desk-case-side =
    { $role ->
        [freelancer] freelancer { $name }
       *[client] client { $name }
    }
desk-case-ruling =
    <b>Ruled by { $name }{ $outcome ->
        [release] : release.
        [refund] : refund.
        [split] : split.
        [extend] : more time.
        [dismiss] : dismissed.
        [order] : changes ordered.
       *[other] .
    }</b>{ $moves ->
        [false] {""}
       *[true] {" "}Freelancer { $freelancer }{ $free ->
            [true] {""}
           *[false] {" "}(less our fee of { $fee }: { $payout })
        }, client { $client }.
    }
desk-ruling-goes-on =
    { $outcome ->
        [extend] The freelancer has { $more } more{ $dated ->
            [true] {","} counted from when this is carried out: until { $then }, if that is now.
           *[false] {"."}
        } The money stays held; the work goes on where it was.
        [dismiss] { $role ->
            [freelancer] The freelancer, { $name }, opened this dispute, and it had no ground.
            [client] The client, { $name }, opened this dispute, and it had no ground.
           *[nobody] Neither side opened this dispute, and there is no ground for it.
        } The money stays held; the work goes on with what was left of its time.
        [order] The freelancer has { $more } to make these changes{ $dated ->
            [true] {","} counted from when this is carried out: until { $then }, if that is now.
           *[false] {"."}
        } The money stays held meanwhile.
       *[other] …
    }
desk-case-stage =
    { $stage ->
        [answering] 💬 Whoever has not spoken can answer until { $until }. No arbiter is called yet.
        [negotiation] 🗣 The two can agree between them until { $until }. No arbiter is called yet.
        [open] ⏳ Waits for an arbiter until { $until }.
        [taken] 🔎 <b>{ $name }</b> has it. Ruling due { $until }.
        [decided] 📆 The ruling of <b>{ $name }</b> is carried out after { $until }.
        [review] ‼️ The review waits for another arbiter until { $until }.
        [reviewing] 🔬 <b>{ $name }</b> reviews the ruling. Due { $until }.
       *[other] …
    }
desk-case-frozen = ⏸ This deal stands still since { $since }: nothing is ruled or asked until it goes on, and no time runs out.
desk-case-hears =
    { $role ->
        [freelancer] ⏳ It can be ruled once the freelancer has answered and has nothing to add, or from { $until } on.
        [client] ⏳ It can be ruled once the client has answered and has nothing to add, or from { $until } on.
       *[both] ⏳ It can be ruled once both have answered and have nothing to add, or from { $until } on.
    }
desk-case-waits = { $why ->
        [paused] ⏸ We are having a break: deadlines wait, and get this time back.
       *[deaf] ⏳ Messages do not reach us at the moment, so deadlines wait, yours too: nothing ends and no money moves because somebody seems silent. General says which bot it is, and why.
    }
desk-case-allowed = <b>What the rulebook lets the desk do now</b>
desk-case-may =
    { $act ->
        [take] Take it: { $names }
        [take-over] Take it over: { $names }
        [ask] Ask either side: { $names }
        [advise] Propose something to both, once: { $names }
        [rule] Rule: { $names }
        [hand-over] Hand it over: { $names }
        [recuse] Say that they know one of the two: { $names }
       *[other] { $names }
    }
desk-case-nobody = ⚠️ No arbiter on the list may act on this dispute. The operator has to add one.
desk-case-closed = Nothing is left to do here.
desk-case-found = { $deal } · <b>{ $title }</b>
desk-case-none = { $deal } · <b>{ $title }</b>: no dispute.

desk-button-take = Take
desk-button-take-over = Take over
desk-button-hand-over = Hand over
desk-button-recuse = I know one of them
desk-button-ask-client = Ask the client
desk-button-ask-freelancer = Ask the freelancer
desk-button-rule = Rule…
desk-button-propose = Propose…
desk-button-send-proposal = Send to both
desk-advise-head = 💡 <b>{ $name } proposes a settlement of “{ $deal }”</b>
desk-advise-then = Both are asked, and it holds if both accept. You can propose once in this dispute; what you rule later is free of it.
desk-advised = Sent to both. Their answers come here.
desk-settled = { $offered ->
        [true] 🤝 Both accepted the same offer. Nothing is left to decide.
       *[false] 🤝 The two have settled. Nothing is left to decide.
    }
desk-offers = <b>Offers</b>
# $free: whether we take no fee of it; $more: of more time, how much
desk-proposed =
    { $role ->
        [freelancer] freelancer { $name }
        [client] client { $name }
       *[other] arbiter { $name }
    }: { $kind ->
        [more-time] { $more } more time
        [end] to end it, freelancer { $freelancer }{ desk-proposed-fee }, client { $client }
        [settle] freelancer { $freelancer }{ desk-proposed-fee }, client { $client }
        [advice] to both, freelancer { $freelancer }{ desk-proposed-fee }, client { $client }
       *[other] …
    }
desk-proposed-fee = { $free ->
        [true] {""}
       *[false] {" "}(less our fee of { $fee }: { $payout })
    }
desk-proposed-became = – { $what } · { $state ->
        [open] { $yes ->
            [freelancer] the freelancer accepted; the client can answer until { $until }
            [client] the client accepted; the freelancer can answer until { $until }
           *[nobody] can be answered until { $until }
        }
        [accepted] accepted
        [rejected] refused
        [withdrawn] taken back
        [expired] not answered
        [superseded] overtaken by something else
       *[other] …
    }
desk-item-proposed = 💡 <b>Offer</b>, { $at }: { $what }
desk-record-proposed = Proposal { $number }

desk-taken = It is yours now.
desk-handed-over = It is open for a colleague again.
desk-given = { $name } has it now.
desk-recused = Noted. You will not rule on this case.
desk-sure-take-over = Take this case over from { $name }? You then have it, and { $name } has not.
desk-sure-hand-over = { $free ->
        [false] No other arbiter is free to rule here now. Leave it open for whoever takes it?
       *[true] Who gets this case? The buttons name who is free to rule.
    }
desk-sure-recuse = Do you know one of them? Then you will not rule on this case, and that cannot be undone.
desk-button-leave-open = Leave it open
desk-line =
    { $kind ->
        [dispute-taken] 🔎 { $name } took this case.
        [dispute-assigned] 🎲 This case was not taken in time. The lot fell on { $name }.
        [dispute-reassigned] ⏰ The ruling is overdue, so the case went to another by lot: { $name }.
        [dispute-taken-over] ↪️ { $name } took this case over from { $to }.
        [recused] ↩️ { $name } knows one of them and does not rule here.
        [challenged] ⚖️ A side challenged { $name }, who does not rule here any more. The lot fell on { $to }.
        [dispute-given] ↪️ { $name } handed this case over to { $to }.
       *[dispute-handed-over] ↩️ { $name } gave this case back. Who takes it?
    }
# Where a case changes hands, however that came
desk-hands-begun = What { $name } had begun to write here is closed.
desk-hands-questions = Questions that are open stay open: the answers come here, to whoever has the case.
desk-answer-overdue =
    { $who ->
        [freelancer] ⌛ The freelancer's time to answer is over. Silence is no guilt; the ruling waits for it no longer.
        [client] ⌛ The client's time to answer is over. Silence is no guilt; the ruling waits for it no longer.
       *[both] ⌛ The time of both to answer is over. Silence is no guilt; the ruling waits for it no longer.
    }

## What is posted in a topic

desk-item-whole = 📚 <b>The whole case</b>: every version, word and file with its hash. <b>Whole file</b> under the case file makes it anew.
desk-item-terms = 📝 <b>The work, as it was agreed</b>
desk-item-agreed = 🤝 <b>What was agreed, and how</b>
desk-item-talk =
    { $kind ->
        [diary] 📒 <b>Diary before the dispute</b>: { $count ->
            [one] { $count } entry
           *[other] { $count } entries
        }
       *[message] ✉️ <b>Said across before the dispute</b>: { $count ->
            [one] { $count } message
           *[other] { $count } messages
        }
    }
desk-item-said = ✉️ <b>{ $what }</b>, { $name }
desk-item-rest = … The rest is in the whole file.
desk-item-submission = 📦 <b>Submission { $number }</b> by { $name }, { $at }
desk-item-round = 🔁 <b>Request for changes { $number }</b>, { $at }
desk-item-statement =
    🗣 <b>{ $role ->
        [freelancer] Freelancer
       *[client] Client
    } { $name }</b> { $asks ->
        [contested] disagrees with a point; no amount asked for
        [objected] objects to the cancelling; no amount asked for
       *[amount] asks for { $amount }
    }, { $at }
desk-item-evidence =
    { $role ->
        [freelancer] 📎 <b>Evidence { $number }</b>, freelancer { $name }, { $at }
       *[client] 📎 <b>Evidence { $number }</b>, client { $name }, { $at }
    }
# $sent: waits, yes or no
desk-item-question =
    { $role ->
        [freelancer] ❓ <b>Question { $number } to the freelancer</b>, by { $name } { $sent ->
            [yes] ✓
            [no] ✗ they blocked the bot
           *[waits] …
        }
       *[client] ❓ <b>Question { $number } to the client</b>, by { $name } { $sent ->
            [yes] ✓
            [no] ✗ they blocked the bot
           *[waits] …
        }
    }
desk-item-answer =
    { $role ->
        [freelancer] 💬 <b>Freelancer { $name }</b> answers question { $number }
       *[client] 💬 <b>Client { $name }</b> answers question { $number }
    }

## Asking, replying, help

desk-ask =
    { $role ->
        [freelancer] { $name }, write your question to the freelancer here. Your next message in this topic is sent as it is, without your name.
       *[client] { $name }, write your question to the client here. Your next message in this topic is sent as it is, without your name.
    }
desk-edit-ruled = The ruling is made. Its reasons stay as they were.
desk-sent-as-question =
    { $role ->
        [freelancer] Sent to the freelancer as a question.
       *[client] Sent to the client as a question.
    }

## The ruling

desk-rule-head = ⚖️ <b>{ $name } rules on “{ $deal }”</b>
desk-rule-outcome = What becomes of the { $amount } held?{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-rule-silent =
    { $role ->
        [freelancer] Freelancer { $name } has not answered.
       *[client] Client { $name } has not answered.
    }
desk-button-release = Release { $amount }
desk-button-refund = Refund { $amount }
desk-button-split = Split…
desk-button-going = Work goes on…
desk-rule-going =
    { $some ->
        [true] The { $amount } stays held. How does the work go on?
       *[false] We do not know any more where this work stood before the dispute, so it cannot go on.
    }
desk-button-goes-on =
    { $outcome ->
        [extend] More time…
        [dismiss] Dismiss the dispute
        [order] Require changes…
       *[other] …
    }
desk-rule-points =
    { $full ->
        [true] That is as much as one ruling holds: { $most }. Tap <b>Next</b>.
       *[false] { $count ->
            [0] What is to be changed? Write the first point here, one a message. Nothing else can be asked for afterwards.
            [one] Write the next point, or tap <b>Next</b>. So far: { $count }.
           *[other] Write the next point, or tap <b>Next</b>. So far: { $count }.
        }
    }
desk-button-drop-point = Remove the last
desk-rule-point-of = “{ $words }”: which criterion is this about?
desk-rule-point = { $number }. { $words } (criterion { $criterion })
desk-rule-time =
    { $orders ->
        [true] How long does the freelancer have for it? From { $least } to { $most }, once the ruling is carried out.
       *[false] How much more time does the freelancer get? From { $least } to { $most }, on top of what was left.
    }
    Choose, or write days, such as <code>5</code>, hours, such as <code>36 h</code>, or a date, such as <code>12 December</code>: it then lasts to the end of that day at the least, where the freelancer is.
desk-button-uphold = Uphold the ruling
desk-button-send-back = Have it made anew
desk-rule-upholds = <b>Upheld.</b>
desk-rule-sends-back = <b>To be ruled anew</b>: by another arbiter, and that ruling is final.
desk-rule-share =
    { $orders ->
        [true] { $amount } is held. How much of it is for the freelancer if nothing is submitted in that time? Both sides read it beforehand.
       *[false] { $amount } is held. How much of it is for the freelancer?
    }
    Write an amount, or a share such as <code>60 %</code> or <code>33.33 %</code>. The rest is refunded to the client.
desk-rule-decided =
    { $outcome ->
        [release] <b>Release</b>
        [refund] <b>Refund</b>
        [split] <b>Split</b>
        [extend] <b>More time</b>
        [dismiss] <b>Dismissed</b>
        [order] <b>Changes ordered</b>
       *[other] …
    }{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-rule-to-freelancer = Freelancer { $name }: <b>{ $amount }</b>
desk-rule-fee =     less our fee of { $fee }: { $payout }
desk-rule-to-client = Client { $name }: <b>{ $amount }</b>
desk-rule-criterion = Which criterion decides it?
desk-button-no-criterion = None of them
desk-rule-evidence =
    { $count ->
        [0] What do you rely on? Tap each, then <b>Next</b>.
        [one] What do you rely on? { $count } chosen.
       *[other] What do you rely on? { $count } chosen.
    }
desk-rule-reasons =
    Write your reasons here, { $least } to { $most } characters: what happened, and why this follows from what was agreed. Both sides read them.
    Your own next message in this topic is taken as the reasons.
desk-rule-no-criterion = No single criterion.
desk-rule-no-evidence = Nothing of the file is named.
desk-ruling-criterion = Criterion: { $words }
desk-ruling-relied = – { $name }: { $what }
desk-button-others = Other items…
desk-button-chapter =
    { $chapter ->
        [terms] Terms
        [work] Submissions, changes
        [diary] Diary
        [talk] Messages
       *[positions] Sides and questions
    }
desk-record-accepted =
    Version { $version }, by the button “{ $button }”, in { $language }
    Fingerprint { $fingerprint }
    Update { $request }
desk-record-note = On criterion { $number }: { $words }
desk-record-answer = On “{ $point }”: { $words }
desk-record-sought = { $asks ->
        [contested] Disagrees with a point; no amount asked for.
        [objected] Objects to the cancelling; no amount asked for.
       *[amount] Asks for { $amount }.
    }
desk-record-answered =
    { $role ->
        [freelancer] Freelancer’s answer: { $words }
       *[client] Client’s answer: { $words }
    }
desk-whole-title = Case { $code } · { $title }
desk-whole-milestone = Milestone { $number } · { $title }
desk-whole-party =
    { $role ->
        [freelancer] Freelancer { $name } ({ $id })
       *[client] Client { $name } ({ $id })
    }
desk-whole-now = As it stood { $at }.
desk-ruling-reasons = <b>Reasons</b>
desk-rule-warning =
    { $role ->
        [freelancer] ⚠️ Freelancer { $name } has not answered in time. Silence is no guilt.
       *[client] ⚠️ Client { $name } has not answered in time. Silence is no guilt.
    }
desk-rule-confirm =
    { $then ->
        [now] Confirming moves the money at once and cannot be undone.
        [goes-now] Confirming lets the work go on at once and cannot be undone.
        [goes-later] Confirming tells both sides and cannot be undone. The work goes on once both accept the ruling, or its time is over.
        [anew] Confirming tells both sides and cannot be undone. The money stays held.
       *[held] Confirming tells both sides and cannot be undone. The money stays held until both accept the ruling, or its time is over.
    }
desk-button-confirm-ruling = Confirm the ruling
desk-rule-done =
    { $back ->
        [true] ✅ <b>The review is done.</b> Both sides are told.
       *[false] ✅ <b>The ruling is made.</b> Both sides are told.
    }

## Refusals

refusal-more-time-too-short = A decision gives at least { $seconds } more.
refusal-more-time-too-long = A decision gives at most { $seconds } more.
refusal-order-stands = The arbiter has decided what is to be changed, and that stands. Once it is submitted, a dispute can be opened about it.
refusal-nothing-to-revise = Nothing was submitted so far, so there is nothing to change. Give more time instead.
refusal-work-is-in = The work is submitted, so more time to do it is of no use.
refusal-share-unreadable = Write a share such as 60 % or 33.33 %, with two decimals at most, or an amount.
refusal-not-your-case = Another arbiter has this case.
refusal-conflict-recused = You stepped back from this case, or a side challenged you, so somebody else has to decide.
refusal-conflict-ruled = You have decided this case already, so somebody else has to look at it.
refusal-ruling-accepted = You have accepted this decision already.
refusal-challenge-used = You have challenged an arbiter in this dispute already, and that is possible once.
refusal-challenge-over = An arbiter can be challenged within { $seconds } from getting the case. With <b>Get help</b> you reach our team.
refusal-no-other-arbiter = Our team has no other arbiter who could decide about this at the moment, so this one cannot be challenged. With <b>Get help</b> you reach our team.
refusal-review-used = This decision was reviewed already, and there is one review.
refusal-no-reviewer = Our team has no other arbiter who could review this decision at the moment: each has decided about it or knows one of you. A court stays open to you; with <b>Get help</b> you reach our team.
refusal-conflict-deals =
    { $months ->
        [one] You had a deal with one of them in the last { $months } month, so somebody else has to decide.
       *[other] You had a deal with one of them in the last { $months } months, so somebody else has to decide.
    }
refusal-conflict-deposit = You confirmed the money of this milestone, so somebody else has to decide.
refusal-dispute-wrong-stage = As this dispute stands, that cannot be done.
refusal-not-heard = { $role ->
        [freelancer] The freelancer still has time to answer. The decision can be made after the answer, or from { $until_at } on.
        [client] The client still has time to answer. The decision can be made after the answer, or from { $until_at } on.
       *[both] Both sides still have time to answer. The decision can be made after both answers, or from { $until_at } on.
    }
refusal-no-question = There is no open question for you.
refusal-no-dispute = There is no open dispute here.
refusal-cannot-take = That colleague cannot decide this case: ask somebody else, or leave it open.
refusal-dispute-taken = Another arbiter took this case already.
refusal-already-recused = You have stepped back from this case already.
refusal-no-such-criterion = There is no such criterion.
refusal-no-such-evidence = There is no such evidence.
refusal-sought-out-of-range = The amount has to be from nothing up to what is held, { $held }.
refusal-split-out-of-range = { $held } is held. The freelancer's share is from nothing to all of it.
refusal-reasons-too-short = Please give fuller reasons: at least { $least ->
        [one] { $least } character
       *[other] { $least } characters
    }, now { $length }.
