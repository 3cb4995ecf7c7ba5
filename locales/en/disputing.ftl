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
turn-dispute-take = An arbiter takes the dispute about “{ $title }” by { $until }; if nobody does, one is drawn by lot. Until the decision { $amount } stays held, untouched.
turn-dispute-ruling = The arbiter decides about “{ $title }” by { $until }; if not, another arbiter gets it. Until the decision { $amount } stays held, untouched.

## Buttons

button-answer = Answer the arbiter
button-object = Object
button-contest = I disagree with a point
button-state = My side
button-evidence = Add evidence
button-dispute = Open dispute

## More…

more-answer = <b>Answer the arbiter</b>: there is a question for you.
more-object = <b>Object</b>: an arbiter looks at it.
more-contest = <b>I disagree with a point</b>: an arbiter looks at it.
more-state = <b>My side</b>: tell the arbiter how you see it.
more-evidence = <b>Add evidence</b>: texts and files that both sides see.
more-dispute = <b>Open dispute</b>: the money is frozen and an arbiter decides.

## Disputes

amount-dispute = How much of the { $held } that is held for { $title } should come to you? Choose, or write an amount.
amount-side = How much of the { $held } that is held for { $title } should come to you? Choose, or write an amount.
contest-which = Which point of { $name } do you disagree with? An arbiter then looks at it.

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

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-dispute-opened = { $name } asks an arbiter to decide about “{ $title }”.
notice-dispute-silence = The time to look at “{ $title }” has ended without a word, so an arbiter looks.
notice-dispute-contested = The freelancer disagrees with a point about “{ $title }”, so an arbiter looks.
notice-dispute-objected = The freelancer objects to cancelling “{ $title }”, so an arbiter looks.
notice-dispute-abandoned = The changes to “{ $title }” have not come, so an arbiter looks.
notice-dispute-unserved = We could not reach both of you about “{ $title }”, so an arbiter looks.
notice-statement-made = { $name } told their side about { $title }.
notice-evidence-filed = { $name } added evidence about { $title }.
notice-dispute-taken = An arbiter has taken the case of { $title }. They write only through this bot, and only by role.
notice-dispute-assigned = { $again ->
        [true] The decision about “{ $title }” was overdue, so the case went to another arbiter.
       *[false] An arbiter was drawn by lot for the dispute about “{ $title }”.
    } They write only through this bot, and only as “the arbiter”.
notice-answer-overdue = { $to ->
        [dispute] Your time to answer in the dispute about “{ $title }” is over. That is no guilt: the arbiter now decides by the facts, and until the decision you can still tell your side.
       *[question] Your time to answer the arbiter's question about “{ $title }” is over. Until the decision you can still answer.
    }
notice-question-asked = The arbiter asks you about “{ $title }”:
question-until = Please answer by { $until }. After that the arbiter may decide without it.
notice-ruling-made = The arbiter has decided about { $title }.

## Changes and disputes

statement-heading = <b>{ $name }</b>, asking for { $sought }:
ruling-amounts = To the freelancer: { $freelancer }. To the client: { $client }.
ruling-criterion = Measured by: { $criterion }
ruling-evidence = Relied on:
ruling-reasons = <b>Reasons</b>

## The case file

# $title, $milestone: people's titles; $number of $count milestones
desk-case-title =
    { $count ->
        [one] ⚖️ <b>{ $title }</b> · { $milestone }
       *[other] ⚖️ <b>{ $title }</b> · { $milestone } ({ $number } of { $count })
    }
desk-case-held = { $deal } · { $stage ->
        [ruled] held until the ruling
       *[open] held
    }: <b>{ $amount }</b>{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-case-cause =
    { $cause ->
        [silence] The client did not answer the work in time.
        [contested] The freelancer disagrees with a point of the change request.
        [objected] The freelancer objects to the client's late cancel.
        [abandoned] The changes were not handed in in time.
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
    { $role ->
        [freelancer] <b>Freelancer: { $name }</b> asks for { $amount }
       *[client] <b>Client: { $name }</b> asks for { $amount }
    }
desk-case-no-answer =
    { $role ->
        [freelancer] <b>Freelancer: { $name }</b> has not said anything yet; waited for until { $until }. Silence is no guilt.
       *[client] <b>Client: { $name }</b> has not said anything yet; waited for until { $until }. Silence is no guilt.
    }
desk-case-silent =
    { $role ->
        [freelancer] <b>Freelancer: { $name }</b> has not said anything about this.
       *[client] <b>Client: { $name }</b> has not said anything about this. Silence is no guilt.
    }
desk-case-criteria = <b>Criteria</b>
desk-case-criterion = { $number }. { $words }
desk-case-note =
    { $role ->
        [freelancer]     <i>Freelancer:</i> { $words }
       *[client]     <i>Client:</i> { $words }
    }
desk-case-rounds = <b>Revision rounds</b>: { $used } of { $agreed } used
desk-case-round = Round { $number }, { $at }
desk-case-item =
    { $kind ->
        [defect] – <i>not as agreed (criterion { $criterion }):</i> { $words }
        [preference] – <i>would like it different:</i> { $words }
        [extra] – <i>something extra:</i> { $words }
       *[other] – { $words }
    }
desk-case-answered =     → { $words }
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
desk-moment-disputed = dispute
desk-moment-ruled = ruling
desk-case-ruling =
    { $outcome ->
        [release] <b>Ruled by { $name }: release.</b> Freelancer { $freelancer }, client { $client }.
        [refund] <b>Ruled by { $name }: refund.</b> Freelancer { $freelancer }, client { $client }.
        [split] <b>Ruled by { $name }: split.</b> Freelancer { $freelancer }, client { $client }.
       *[other] <b>Ruled by { $name }.</b> Freelancer { $freelancer }, client { $client }.
    }
desk-case-stage =
    { $stage ->
        [open] ⏳ Waits for an arbiter until { $until }.
        [taken] 🔎 <b>{ $name }</b> has it. Ruling due { $until }.
       *[other] …
    }
desk-case-hears =
    { $role ->
        [freelancer] ⏳ It can be ruled once the freelancer has answered, or from { $until } on.
        [client] ⏳ It can be ruled once the client has answered, or from { $until } on.
       *[both] ⏳ It can be ruled once both have answered, or from { $until } on.
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
        [rule] Rule: { $names }
        [hand-over] Hand it over: { $names }
        [recuse] Say that they know one of the two: { $names }
       *[other] { $names }
    }
desk-case-nobody = ⚠️ Nobody on the list may act on this dispute. The operator has to add an arbiter.
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

desk-taken = It is yours now.
desk-handed-over = It is open for a colleague again.
desk-given = { $name } has it now.
desk-recused = Noted. You will not rule on this one.
desk-sure-take-over = Take this case over from { $name }? They have it no longer then.
desk-sure-hand-over = { $free ->
        [false] Nobody else is free to rule here now. Leave it open for whoever takes it?
       *[true] Who gets this case? Only who is free to rule is named.
    }
desk-sure-recuse = Do you know one of them? You then never rule on this case, and it can not be taken back.
desk-button-leave-open = Leave it open
desk-line =
    { $kind ->
        [dispute-taken] 🔎 { $name } took this case.
        [dispute-assigned] 🎲 Nobody took this case in time. The lot fell on { $name }.
        [dispute-reassigned] ⏰ The ruling is overdue, so the case went to another by lot: { $name }.
        [recused] ↩️ { $name } knows one of them and does not rule here.
        [dispute-given] ↪️ { $name } handed this case over to { $to }.
       *[dispute-handed-over] ↩️ { $name } gave this case back. Who takes it?
    }
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
    { $role ->
        [freelancer] 🗣 <b>Freelancer { $name }</b> asks for { $amount }, { $at }
       *[client] 🗣 <b>Client { $name }</b> asks for { $amount }, { $at }
    }
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
        [freelancer] { $name }, write your question to the freelancer here. Your next message in this topic goes out as it is, without your name.
       *[client] { $name }, write your question to the client here. Your next message in this topic goes out as it is, without your name.
    }
desk-edit-ruled = The decision is made. Its reasons stay as they were.
desk-sent-as-question =
    { $role ->
        [freelancer] Sent to the freelancer as a question.
       *[client] Sent to the client as a question.
    }

## The ruling

desk-rule-head = ⚖️ <b>{ $name } rules on “{ $deal }”</b>
desk-rule-outcome = What becomes of the { $amount } that are held?{ $play ->
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
desk-rule-share =
    { $amount } are held. How much is for the freelancer?
    Write an amount, or a share such as <code>60 %</code> or <code>33.33 %</code>. The rest goes back to the client.
desk-rule-decided =
    { $outcome ->
        [release] <b>Release</b>
        [refund] <b>Refund</b>
        [split] <b>Split</b>
       *[other] …
    }{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-rule-to-freelancer = Freelancer { $name }: <b>{ $amount }</b>
desk-rule-fee =     of which fee { $fee }, paid out { $payout }
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
    Only your own next message in this topic is taken.
desk-rule-no-criterion = No single criterion.
desk-rule-no-evidence = Nothing of the file is named.
desk-ruling-criterion = Criterion: { $words }
desk-ruling-relied = – { $name }: { $what }
desk-button-others = Other items…
desk-button-chapter =
    { $chapter ->
        [terms] Terms
        [work] Submissions and changes
        [diary] Diary
        [talk] Messages
       *[positions] Statements, questions
    }
desk-record-accepted =
    Version { $version }, by the button “{ $button }”, in { $language }
    Fingerprint { $fingerprint }
    Update { $request }
desk-record-note = On criterion { $number }: { $words }
desk-record-answer = On “{ $point }”: { $words }
desk-record-sought = Asks for { $amount }.
desk-record-answered =
    { $role ->
        [freelancer] Freelancer’s answer: { $words }
       *[client] Client’s answer: { $words }
    }
desk-whole-title = Case { $deal }: { $title }
desk-whole-milestone = Milestone { $number }: { $title }
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
desk-rule-confirm = This moves the money at once and can not be undone.
desk-button-confirm-ruling = Confirm: freelancer { $freelancer }, client { $client }
desk-rule-done = ✅ <b>The ruling is made.</b> Both sides are told.

## Refusals

refusal-share-unreadable = I read a share such as 60 % or 33.33 %, with two decimals at most, or an amount.
refusal-not-your-case = Another arbiter has this case.
refusal-conflict-recused = You stepped back from this case, so somebody else has to rule.
refusal-conflict-deals =
    { $months ->
        [one] You had a deal with one of them in the last { $months } month, so somebody else has to rule.
       *[other] You had a deal with one of them in the last { $months } months, so somebody else has to rule.
    }
refusal-conflict-deposit = You confirmed the money of this milestone, so somebody else has to rule.
refusal-dispute-wrong-stage = That can not be done in this dispute now.
refusal-not-heard = { $role ->
        [freelancer] The freelancer still has time to answer. It can be ruled once they have, or from { $until_at } on.
        [client] The client still has time to answer. It can be ruled once they have, or from { $until_at } on.
       *[both] Both sides still have time to answer. It can be ruled once they have, or from { $until_at } on.
    }
refusal-no-question = There is no open question for you.
refusal-no-dispute = There is no open dispute here.
refusal-cannot-take = That colleague can not rule on this case: ask somebody else, or leave it open.
refusal-dispute-taken = Another arbiter took this case already.
refusal-already-recused = You have stepped back from this case already.
refusal-no-such-criterion = There is no such criterion.
refusal-no-such-evidence = There is no such evidence.
refusal-sought-out-of-range = The amount has to be from nothing up to what is held, { $held }.
refusal-split-out-of-range = { $held } are held. The freelancer's share is at least nothing and at most all of it.
refusal-reasons-too-short = Please give fuller reasons: at least { $least } characters, now { $length }.
