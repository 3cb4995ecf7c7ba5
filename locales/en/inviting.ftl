## Whose turn it is, until when, and what happens if nothing is done

turn-invite-expires = { $who ->
        [nobody] It has not been accepted yet. It is open until { $until }.
        [claims] Your turn: say whether it is who you mean, by { $until }.
        [you] Your turn: answer by { $until }.
       *[other] { $name } can answer until { $until }.
    } Without an answer the invite ends, and no money is owed.

## Buttons

button-agreement = Agreement (PDF)
tap-create-invite = Create invite
tap-send-to = Send to { $name }
sent-to = Sent to { $name }
tap-other-language = In another language…
tap-change-terms = Your changes…
tap-share = Share in Telegram
tap-whatsapp = WhatsApp
tap-email = Email
tap-copy = Copy text
tap-copy-link = Copy link
tap-copy-code = Copy code
tap-new-link = New link
tap-renew = New link
tap-withdraw = Withdraw
tap-who-waits = Who waits ({ $count })
tap-accept = Accept
tap-all-terms = All terms
tap-suggest = Suggest changes
tap-decline = Decline
tap-ask = Ask a question
tap-its-them = Yes, it's them
tap-not-them = No
tap-answer = Answer
tap-open-deal = Open the deal

## The agreement

agreement-here = This is what you both accepted.

agreed-fingerprint = Both accepted the same text. Its check code begins with { $fingerprint }.
agreement-title = Agreement · { $deal }
agreement-between = Between
agreement-freelancer = Freelancer
agreement-client = Client
agreement-person = { $name } (Telegram ID { $id })
agreement-at = Agreed at
agreement-version = Version
agreement-fingerprint = Check code of the text
agreement-what = What is agreed
agreement-total = In all
agreement-work = The work
agreement-files = Files
agreement-sum = SHA-256
agreement-size = Size in bytes
agreement-rules = Rules
agreement-accepted = Who accepted, and when
agreement-who = Who
agreement-when = When
agreement-language = Language shown
agreement-button = Button
agreement-reference = Record
agreement-footer = { $operator } · { $deal }

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-deal-agreed = <b>You have an agreement</b>, for { $total } in all.

## The invite, for the one invited

ask-code = Please send the invite's code, such as <code>7K3F-9QZM-2A4B</code>, or its whole link.

invited-head =
    { $role ->
        [client] <b>{ $name }</b> invites you as the freelancer.
       *[other] <b>{ $name }</b> invites you as the client.
    }
# On one screen of a phone: at most 600 characters for one payment
invited-deal =
    { $count ->
        [one] <b>{ $title }</b>: { $total }, { $length } after payment
       *[other] <b>{ $title }</b>: { $total } in { $count } payments
            { $at_once ->
                [true] One of them
               *[false] First
            }: { $first }, { $amount }, { $length } after payment
    }
between-criteria = {"; "}
invited-criteria = Criteria: { $criteria }
invited-rules =
    { $rounds ->
        [0] No rounds of changes for taste; what misses a criterion is revised for free. { $review } to look.
        [one] { $rounds } round of changes, { $review } to look.
       *[other] { $rounds } rounds of changes, { $review } to look.
    }
invited-described =
    { $files ->
        [0] The work is described under All terms.
        [one] More about the work, and { $files } file: All terms.
       *[other] More about the work, and { $files } files: All terms.
    }
invited-paid-client = Accepting is free. { $way ->
        [play] Then pay within { $funding }, with play money: nothing real.
        [bank] Then pay within { $funding }, by transfer to { $holder }; its treasurer confirms it.
       *[unknown] Then pay within { $funding }; there is no account for this currency yet, so ask us first.
    }
invited-paid-freelancer = { $way ->
        [play] It is paid with play money: nothing real.
        [bank] The client pays by transfer to { $holder }; its treasurer confirms it.
       *[unknown] There is no account for this currency yet, so ask us first.
    } Start when we tell you that the money is held.
invited-money-client = Held until you approve, both agree{ $silent ->
        [true] , an arbiter decides, or you stay silent for { $review } after a submission.
       *[false] { " " }or an arbiter decides.
    }
    You can cancel late work not submitted; the freelancer may object. Later: by decision, by agreement, or if the freelancer gives up.
    Late work left for { $idle }: a warning, { $warning } later a refund.
invited-cancel-fee = { $reader ->
        [client] Until work is submitted you can also cancel for { $percent } %; the freelancer may object.
       *[freelancer] Until you submit, the client can also cancel and leave you { $percent } %; you may object.
    }
invited-at-once = { $reader ->
        [client] All at once: you are asked for { $total } in all, each payment for itself.
       *[freelancer] All at once: each milestone is paid for itself, in any sequence.
    }
invited-money-freelancer = The client can cancel late work before you submit; you may object. After that the client alone cannot take the money back.
    You are paid when the client approves, both agree{ $silent ->
        [true] , an arbiter decides so, or the client stays silent for { $review }.
       *[false] { " " }or an arbiter decides so.
    }
invited-number = Your phone number stays hidden.
invited-again =
    { $role ->
        [client] <b>{ $name }</b>, who pays, would like another deal with you.
       *[other] <b>{ $name }</b>, who does the work, would like another deal with you.
    }
invited-free = Opening the link binds you to nothing, and you pay nothing by accepting. We do not show your phone number to { $name }.
outside-in-terms = ⚠️ { $outside ->
        [card] There is a card number in these terms.
        [account] There is a bank account in these terms.
        [wallet] There is a crypto wallet in these terms.
        [direct] Something in these terms sounds like paying each other directly.
       *[other] …
    } Money that is not paid through this deal is not held, and we cannot get it back for you.
waiting-accepted = You accepted. We now ask { $name } whether it is really you.
waiting-sent = Your changes are sent. We now ask { $name } whether it is really you.
waiting-open = We now ask { $name } whether it is really you. Meanwhile you can prepare your changes.
waiting-words = So that both of you can be sure, send these three check words where you met: { $words }
ask-inviter = Please write your question. It goes to the one who invites you, with your name.
ask-answer-invited = Please write your answer.
question-sent = Your question is sent. The answer comes here.
answer-sent = Your answer is sent.
invite-asked = <b>{ $name }</b>, who has your invite, asks:
invited-answered = <b>{ $name }</b> answers:

claim-accepts = Somebody accepts your invite to “{ $title }”:
claim-counters = Somebody suggests changes to your invite to “{ $title }”:
claim-wants = Somebody opened your invite to “{ $title }” and wants to suggest changes:
claim-words = Is it who you mean? They see the same three check words: { $words }. Ask for them where you met, and press <b>Yes, it's them</b> if they match.
claim-refused = We told them that they are not the one you mean. The link still works for the one you invited.
proposal-theirs = <b>{ $name }</b> suggests changes to “{ $title }”. Version { $version }:
proposal-mine = You sent version { $version } of “{ $title }”. It is the turn of { $name }.

## The invite, for its maker

invite-which-language = In which language should the other side read the invite?
# Without markup: this is pasted elsewhere.
invite-words =
    { $name } invites you to a deal: “{ $title }”, { $total }.
    { $operator } holds the money. Opening the link binds you to nothing:
    { $link }
    No link? Write to @{ $username }, press “I have an invite” and type { $code }.
invite-subject = Invite: “{ $title }”
invite-email = For an e-mail: tap the subject and then the text to copy them, and paste them into your mail program.
invite-ready = <b>The invite to “{ $title }” is ready.</b> Send this to the other side:
invite-until = Open until { $until }. Without an answer by then it ends, and no money is owed.
invite-claims =
    { $count ->
        [one] Somebody opened it and waits for your answer.
       *[other] { $count } people opened it and wait for your answer.
    }
invite-withdrawn = Invite withdrawn. Its link no longer works.
invite-declined = Declined. You owe nothing.
sure-withdraw = Withdraw the invite to “{ $title }”? Its link stops working, and the deal ends.
sure-renew = Make a new link for “{ $title }”? The old one and its code stop working.
sure-decline = Decline “{ $title }”? You are then no longer part of this deal.

## Notices of the invite

notice-claim-declined = Somebody declined your invite to “{ $title }”. The link still works for somebody else.
notice-claim-gone = An answer to your invite to “{ $title }” does not count any more. The link still works.
notice-claim-ended-refused = The one who invited says that you are not the one they mean. Your answer to “{ $title }” does not count any more.
notice-claim-ended-another = The one who invited has agreed on “{ $title }” with somebody else. Your answer does not count any more.
notice-claim-ended = Your answer to “{ $title }” does not count any more.
notice-confirmed = <b>{ $name }</b> confirmed that it is you.
notice-cancelled-withdrawn = The one who invited withdrew the invite to “{ $title }”. The deal has ended; you owe nothing.
notice-cancelled-declined = { $name } declined “{ $title }”. The deal has ended; no money moved.
notice-cancelled-expired = The time to answer is over: the deal “{ $title }” has ended. No money moved.
notice-cancelled = The deal “{ $title }” has ended. No money moved.

## Refusals

refusal-code-unreadable = That is not the code of an invite. It has 12 letters and digits, such as <code>7K3F-9QZM-2A4B</code>.
refusal-too-many-guesses = That is too many codes at once. You can try again in { $seconds }.
refusal-inviter-only = That is up to the one who sent the invite.
refusal-own-invite = This is your own invite. Send the link to the other side.
refusal-withdraw-instead = You sent this invite: withdraw it instead.
refusal-invite-used = This invite has been used. Ask for a new one.
refusal-invite-over = This invite is over. Ask for a new one.
refusal-invite-unknown = We do not know this invite. Check the link or the code.
refusal-nobody-there = There is no other side yet.
refusal-other-unreachable = They have stopped this bot, so we cannot send it. Open the draft again and pass on a link instead.
refusal-nobody-waits = No one is waiting for that any more.
refusal-no-treasurer = This deal cannot be made here: our team has no one to confirm its payments besides those who would decide a dispute.
refusal-no-arbiter = This deal cannot be made here: we have no arbiter who could decide a dispute about it.
refusal-too-many-deals = You have as many open deals as fit ({ $limit }).
refusal-too-many-questions = Before accepting, at most { $limit ->
        [one] { $limit } question
       *[other] { $limit } questions
    } can be asked.
refusal-claims-full = Others have answered this invite and wait to be confirmed. Ask the one who invited you.
