## The arbiters' group: who may, and what the bot says about itself

desk-for-arbiters = This is for arbiters.
desk-old-button = That button is old. Here is how it stands.
desk-not-your-form = This form belongs to a colleague.
desk-anonymous = You write in the name of the group, so we cannot tell who you are. Turn off <b>Remain anonymous</b> in your admin rights and write it again.
desk-anonymous-words = This was written in the name of the group, so we cannot tell whose words they are. They are kept: whoever wrote them presses the button. To write in your own name, turn off <b>Remain anonymous</b> in your admin rights.
desk-button-mine = These are my words
desk-words-taken = { $name } says that these words are theirs.
desk-told = { $text }
desk-hello =
    <b>This is the desk's bot.</b>
    It works in the arbiters' group alone: a topic for each dispute, the treasurer's cards in General.
    It does not write to freelancers or clients; what you send them goes through the other bot, by role, without your name.
    Write /help in the group for its commands.
desk-stranger = This is for arbiters. If you have a deal with us, write to the bot where you made it: <b>Get help</b> there reaches the same people.
desk-help =
    <b>In a dispute's topic</b>: the buttons under the pinned case file. What you write stays among colleagues; a reply to a party's words asks first whether it is sent.
    /queue – all that waits
    /mine – your cases, by deadline
    /case ID – a deal's disputes; makes a deleted topic again
    /person ID – somebody, by Telegram ID or @username
    /deposits – payments to confirm
    /deposit – money on the statement, claimed or not
    /suspense – money that matches nothing
    /payouts – payouts and refunds to send; with an ID, those sent too
    /holds – deals that stand still
    /freeze ID – stop a deal
    /recall ID – a bank took a payment back
    /allow ID AMOUNT CURRENCY – have more held at once for a new client
    /correct ID – a payment was booked wrongly
    /verify CODE – is this deal, invite or colleague real?
    /cancel – leave the form that you are in
    Arbiters of other houses take cases, rule and review here, and approve rulings; they confirm no money and take nothing over.

desk-command-unknown = There is no command /{ $name }. There are: { $commands }
desk-command-later = /{ $name } comes with a later version. There are: { $commands }
desk-command-queue = What waits for the desk
desk-command-mine = Your cases, by deadline
desk-command-case = A deal's disputes: /case ID
desk-command-person = Somebody: /person ID
desk-command-deposits = Payments to confirm
desk-command-deposit = Money on the statement, claimed or not
desk-command-suspense = Money that matches nothing
desk-command-payouts = Payouts and refunds to send
desk-command-holds = Deals that stand still
desk-command-freeze = Stop a deal: /freeze ID
desk-command-recall = A bank took a payment back: /recall ID
desk-command-allow = A new client's limit: /allow
desk-command-correct = A payment was booked wrongly: /correct ID
desk-command-verify = Is it real? /verify CODE
desk-command-help = What this bot does
desk-command-cancel = Leave the form that you are in
desk-button-open-topic = Open topic · { $title }
desk-button-back = Back
desk-button-next = Next
desk-button-more = More
desk-overdue =
    { $kind ->
        [dispute-take] ⏰ No arbiter has taken this case. That was due { $since }.
        [transfer] ⏰ This was to be sent by { $since }, and is not marked as sent.
        [deposit-check] ⏰ The client was to have an answer by { $since }.
        [dispute-ruling] ⏰ The ruling was due { $since }.
        [hold-flag] ⏰ This deal stands still, and was to be looked into by { $since }.
       *[other] …
    }
desk-file-lost = ⚠️ The vault does not have this file:

desk-set-aside = ⚠️ Something that { $person } did crashed the bot “{ $bot }” each time it was tried, and was set aside. Code in the log: { $code }. They were told.
desk-set-aside-many = ⚠️ Since { $since }, { $count } updates were set aside. The log has them all. The last one:
desk-no-topics = ⚠️ We may not make topics in this group, so disputes and calls for help cannot be shown. They are kept, and the pinned board counts them. Please make this bot an administrator with <b>Manage topics</b>, and switch topics on; what waits then follows by itself.
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

desk-money-about = { $deal } · { $title } · { $milestone }

## Asking, replying, help

desk-form-wants-words = Please write it in words. What was asked is still open.
desk-edit-used = This was sent already and stays as it was: your change does not reach it. To add to it, write again.
desk-edit-stays = What you wrote first stays as it was.
desk-words-only = This cannot be sent from here. Please write it in words.
desk-form-open =
    { $what ->
        [rule] You are in the middle of a ruling on { $code }. Finish it there, or leave it.
        [advise] You are about to propose something in { $code }. Do it there, or leave it.
        [ask] You are about to ask a question in { $code }. Write it there, or leave it.
        [deposit] You are about to type an amount for { $code }. Type it there, or leave it.
        [freeze] You are about to say why { $code } is to be stopped. Say it there, or leave it.
        [recall] You are about to say what the bank says of { $code }. Say it there, or leave it.
        [correct] You are in the middle of correcting a payment of { $code }. Finish it there, or leave it.
        [order] You are about to move the money of { $code } by law. Do it there, or leave it.
        [outcome] You are about to say what came of a payment of { $code }. Say it there, or leave it.
        [refuse] You are about to say no to something of { $code }. Say why there, or leave it.
        [lift] You are about to say why { $code } may go on. Say it there, or leave it.
        [arrived] You are about to say what arrived at the bank. Say it there, or leave it.
        [match] You are about to say which deal some money is for. Write it there, or leave it.
        [returned] You are about to say why a transfer of { $code } came back. Say it there, or leave it.
        [allow] You are about to say why somebody may have more held. Say it there, or leave it.
       *[failed] You are about to say why a transfer of { $code } failed. Say it there, or leave it.
    }
desk-button-leave = Leave it
desk-form-left = The form is closed. Nothing was sent or decided.
desk-no-form = You are in no form.

## The board and the lists

desk-board-head = <b>What waits for the desk</b>
desk-board-counts = Overdue: { $overdue } · deadlines today: { $today }
desk-board-section =
    { $kind ->
        [dispute-take] ❗️ <b>Waiting for an arbiter</b>: { $count }
        [dispute-ruling] 🔎 <b>Taken</b>: { $count }
        [deposit-check] 💶 <b>Deposits to confirm</b>: { $count }
        [transfer] 💸 <b>Payouts and refunds to confirm</b>: { $count }
        [approval-ends] ⏳ <b>Waiting for another’s approval</b>: { $count }
        [hold-flag] ⏸ <b>Standing still</b>: { $count }
       *[other] …
    }
desk-board-row =
    { $stands ->
        [overdue] ⏰ { $code } · { $title } · was due { $until }
        [still] ⏸ { $code } · { $title } · stands still, to be looked into by { $until }
       *[open] { $code } · { $title } · by { $until }
    }
desk-board-sent = ↗️ <b>Sent, not known to have arrived</b>: { $count }{ $some ->
        [false] {""}
       *[true] {" "}({ $late } should be there by now)
    } /payouts
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
        [holds] No deal stands still.
        [suspense] No money is in suspense.
       *[payouts] Nothing is owed to anybody outside.
    }
desk-list-still = ⏸ { $count } more in deals that stand still: /holds
desk-verified =
    { $what ->
        [invite] ✓ This invite is ours and open.
        [deal] ✓ This deal is ours.
        [desk] ✓ This is somebody of our desk.
        [person] This is somebody we know, but not of our desk.
       *[nothing] ✗ No deal, open invite or colleague of ours has that code. An invite that was accepted, withdrawn or has ended is not open any more, and is not known by its code.
    }

## What takes two people

desk-approval-head =
    { $kind ->
        [deposit] ⏳ <b>Waits for another treasurer.</b> { $name } says that this arrived:
        [transfer] ⏳ <b>Waits for another treasurer.</b> { $name } says that this was sent:
        [reversal] ⏳ <b>Waits for another treasurer.</b> { $name } says so:
        [order] ⏳ <b>Waits for a colleague.</b> { $name } asks for this:
        [outcome] ⏳ <b>Waits for another treasurer.</b> { $name } says so:
        [correction] ⏳ <b>Waits for another treasurer.</b> { $name } says that this was booked wrongly:
        [ruling] ⏳ <b>Waits for another arbiter.</b> { $name } wants to rule so:
       *[other] …
    }
desk-approval-until = Nothing is done before a colleague approves exactly this. They can until { $until }; after that it has to be asked for again.
desk-approval-changed = ⚠️ It goes to another account by now, so this cannot be approved. Take it back, and confirm what was sent anew.
desk-approval-sure =
    { $kind ->
        [deposit] Did you see this on the statement yourself? { $name } says so too:
        [transfer] Did you see yourself that this was sent, to exactly this? { $name } says so too:
        [reversal] Did you see this on the statement yourself? { $name } says so too:
        [order] Have you read the document yourself? { $name } asks for exactly this, and it is done at once:
        [outcome] Do you say so too, as { $name } does? It is done at once:
        [correction] Did you look at the statement yourself? { $name } says so too, and it is done at once:
        [ruling] Do you approve exactly this ruling of { $name }? It is made at once, and cannot be undone:
       *[other] …
    }
desk-approval-over =
    { $state ->
        [approved] ✓ <b>Done.</b> { $name } asked for it, { $second } approved.
        [withdrawn] { $name } took this back. Nothing was done.
        [refused] ✗ <b>{ $second } said no</b>, and nothing was done. { $name } had asked for it, and can ask anew. Why not:
        [void] ✗ This is void, and nothing of it was done: something else was asked for, or it is not so any more. { $name } had asked for it.
        [lapsed] ✗ The time to approve it has passed, and nothing was done. { $name } can ask for it again:
       *[other] …
    }
desk-approval-waits = ⏰ This still waits, and lapses at { $until }. { $names }
desk-approval-for = { $name }, a colleague said no:
desk-approval-why-not = { $colleague }, why not? Write it here. { $name } reads it, and nothing of it is done.
desk-approval-line = ⏳ A colleague is asked to approve it until { $until }.
desk-button-approve = Approve: { $amount }
desk-button-approve-sure = Yes, approve { $amount }
desk-button-refuse = Say no…
desk-button-unask = Take back

## Refusals

refusal-four-eyes-alone = A colleague has to approve so much, and no other here could. Nothing was done. Whoever runs this can add one.
refusal-approval-waits = Exactly this waits for another colleague already, who can approve it until { $until_at }.
refusal-approve-own = You asked for this yourself, so a colleague has to approve it.
refusal-approval-lapsed = The time to approve it has passed. It has to be asked for again.
refusal-approval-void = This does not fit any more, so it is void and nothing of it was done.
refusal-nothing-to-approve = Nothing here waits to be approved any more.
refusal-not-your-asking = A colleague asked for this, and takes it back if need be.
refusal-not-on-the-list = This is for arbiters.
refusal-for-arbiters = This is for arbiters.
refusal-for-heads = This is for the head arbiter.
refusal-for-treasurers = This is for treasurers.
refusal-not-in-the-group = We do not see you in the arbiters' group, so nothing was done. Whoever runs it can add you again.
