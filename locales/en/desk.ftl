## The arbiters' group: who may, and what the bot says about itself

desk-for-arbiters = This is for arbiters.
desk-old-button = That button is old. Here is how it stands.
desk-not-your-form = This form belongs to a colleague.
desk-anonymous = You write in the name of the group, so we can not tell who you are. Turn off <b>Remain anonymous</b> in your admin rights and write it again.
desk-anonymous-words = This was written in the name of the group, so we can not tell whose words they are. They are not lost: whoever wrote them presses the button. To write in your own name, turn off <b>Remain anonymous</b> in your admin rights.
desk-button-mine = These are my words
desk-words-taken = { $name } says that these words are theirs.
desk-told = { $text }
desk-hello =
    <b>This is the desk's bot.</b>
    It works in the arbiters' group alone: a topic for each dispute, the treasurer's cards in General.
    It never writes to freelancers or clients; what you send them goes out through the other bot, by role, without your name.
    Write /help in the group for its commands.
desk-stranger = This is for arbiters. If you have a deal with us, write to the bot where you made it: <b>Get help</b> there reaches the same people.
desk-help =
    <b>In a dispute's topic</b>: the buttons under the pinned case file. What you write stays among colleagues; a reply to a party's words asks first whether it goes out.
    /queue – everything that waits
    /mine – your cases, by deadline
    /case ID – a deal's disputes; makes a deleted topic again
    /person ID – somebody, by number or @username
    /deposits – payments to confirm
    /payouts – payouts and refunds to send
    /verify CODE – is this deal, invite or colleague real?
    /cancel – leave the form that you are in

desk-command-unknown = There is no command /{ $name }. There are: { $commands }
desk-command-later = /{ $name } comes with a later version. There are: { $commands }
desk-command-queue = What waits for the desk
desk-command-mine = My cases, by deadline
desk-command-case = A deal's disputes: /case ID
desk-command-person = Somebody: /person ID
desk-command-deposits = Payments to confirm
desk-command-payouts = Payouts and refunds to send
desk-command-verify = Is it real? /verify CODE
desk-command-help = What I do
desk-command-cancel = Leave the form that I am in

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
desk-button-open-topic = Open the topic: { $title }
desk-button-back = Back
desk-button-next = Next
desk-button-more = More

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
desk-overdue =
    { $kind ->
        [dispute-take] ⏰ Nobody has taken this case. That was due { $since }.
        [transfer] ⏰ This was to be sent by { $since }, and nobody has said that it is.
        [deposit-check] ⏰ The client was to have an answer by { $since }.
        [dispute-ruling] ⏰ The ruling was due { $since }.
       *[other] …
    }
desk-file-lost = ⚠️ The vault does not have this file:

desk-set-aside = ⚠️ Something that { $person } did crashed the bot “{ $bot }” each time it was tried, and was set aside. Code in the log: { $code }. They were told.
desk-set-aside-many = ⚠️ Since { $since }, { $count } updates were set aside. The log has them all. The last one:
desk-no-topics = ⚠️ I may not make topics in this group, so disputes and calls for help can not be shown. They are kept, and the pinned board counts them. Please make me an administrator with <b>Manage topics</b>, and switch topics on; what waits then follows by itself.
desk-topics-again = ✅ Topics can be made again. What waited for one is on its way.
desk-books-broken =
    { $count ->
        [one] 🚨 The books do not hold: { $count } fault
       *[other] 🚨 The books do not hold: { $count } faults
    }, the first at { $where }. Please confirm no payment and no payout before the operator has looked: <code>holdfast ledger verify</code>
desk-bot-deaf =
    🚨 { $bot ->
        [desk] This bot has not received anything
       *[parties] The bot of clients and freelancers has not received anything
    } since { $since }. { $why ->
        [rival] Another program fetches its messages. Please have the operator stop that program, or get a new token from @BotFather and write it into <code>config.toml</code>.
        [webhook] A webhook is set for it. Please have the operator stop the program that set it, and delete the webhook.
       *[away] We get no answer from Telegram, or our database does not store what comes in. The log says which.
    } Until it receives messages again, its deadlines wait: no money moves because somebody seems silent.
desk-bot-heard =
    ✅ { $bot ->
        [desk] This bot receives messages again, after
       *[parties] The bot of clients and freelancers receives messages again, after
    } { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. What people did meanwhile is handled now, before any deadline.
desk-vault-lost = 🚨 The vault has lost a file that somebody was to get: “{ $name }”, hash { $sha256 }. They were told. Please have the operator look: <code>holdfast vault verify</code>
desk-disk-low = 🚨 The disk is almost full ({ $left_mb } MB left). Files that people send are refused until there is room; once nothing is left, nothing can be stored, and deadlines wait. Please have the operator make room.
desk-disk-again = ✅ There is room on the disk again: { $left_mb } MB. Files are accepted again.
desk-form-over = This form is over.

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
desk-form-wants-words = Please write it in words. What was asked is still open.
desk-edit-used = This was sent already and stays as it was: your change does not reach it. To add to it, write again.
desk-edit-ruled = The decision is made. Its reasons stay as they were.
desk-edit-stays = What you wrote first stays as it was.
desk-words-only = This cannot go out from here. Please write it in words.
desk-form-open =
    { $what ->
        [rule] You are in the middle of a ruling on { $deal }. Finish it there, or leave it.
        [ask] You are about to ask a question in { $deal }. Write it there, or leave it.
        [deposit] You are about to type an amount for { $deal }. Type it there, or leave it.
       *[failed] You are about to say why a transfer of { $deal } failed. Say it there, or leave it.
    }
desk-button-leave = Leave it
desk-form-left = Left. Nothing was sent or decided.
desk-no-form = You are in no form.
desk-send-prompt = Does this go out?
desk-button-send-to-side =
    { $role ->
        [freelancer] Send to the freelancer
       *[client] Send to the client
    }
desk-button-send-to = Send to { $name }
desk-button-keep = Keep inside
desk-kept = Kept among colleagues.
desk-sent-as-question =
    { $role ->
        [freelancer] Sent to the freelancer as a question.
       *[client] Sent to the client as a question.
    }
desk-help-asked = 💬 <b>{ $name }</b> ({ $person }) asks for help
desk-help-about = About { $deal }
desk-help-own-side = ⚠️ { $name }, of our list, is the other side of this deal and does not answer here.
desk-help-answer =
    To { $name } { $sent ->
        [yes] ✓
        [no] ✗ they blocked the bot
       *[waits] …
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
refusal-share-unreadable = I read a share such as 60 % or 33.33 %, with two decimals at most, or an amount.

## The treasurer

desk-money-about = { $deal } · { $title } · { $milestone }
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

## The board and the lists

desk-board-head = <b>What waits for the desk</b>
desk-board-counts = Overdue: { $overdue } · deadlines today: { $today }
desk-board-section =
    { $kind ->
        [dispute-take] ❗️ <b>Waiting for an arbiter</b>: { $count }
        [dispute-ruling] 🔎 <b>Taken</b>: { $count }
        [deposit-check] 💶 <b>Deposits to confirm</b>: { $count }
        [transfer] 💸 <b>Payouts and refunds to confirm</b>: { $count }
       *[other] …
    }
desk-board-row =
    { $overdue ->
        [yes] ⏰ { $deal } · { $title } · was due { $until }
       *[no] { $deal } · { $title } · by { $until }
    }
desk-board-more = and { $count } more
desk-board-held = <b>Held in all</b>{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
desk-board-amount = { $amount }
desk-board-nothing-held = <b>Held in all</b>: nothing
desk-list-mine = <b>Your cases</b>
desk-list-empty =
    { $what ->
        [mine] You have no case.
        [deposits] No payment to confirm.
       *[payouts] Nothing is owed to anybody outside.
    }
desk-nobody = Nobody by that number or name was met here. Write /person 123456789 or /person @name.
desk-person =
    <b>{ $name }</b> { $username }
    Number { $person }, here since { $since }
desk-person-record = Deals done: { $done }; disputed: { $disputed }; ruled against: { $against }
desk-person-unreachable = ✗ They blocked the bot.
desk-person-role =
    { $role ->
        [arbiter] On the list: arbiter
        [head] On the list: head arbiter
        [treasurer] On the list: treasurer
       *[other] …
    }
desk-verified =
    { $what ->
        [invite] ✓ This invite is ours and open.
        [deal] ✓ This deal is ours.
        [desk] ✓ This is somebody of our desk.
        [person] This is somebody we know, but nobody of our desk.
       *[nothing] ✗ No deal, open invite or colleague of ours has that code. An invite that was accepted, withdrawn or has ended is not open any more, and is not known by its code.
    }
