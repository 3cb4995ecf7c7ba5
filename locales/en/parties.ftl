## The parties' bot: menu, drafts, invites, lists, settings

role-freelancer = freelancer
role-client = client

# Buttons

tap-new-deal = New deal
tap-have-invite = I have an invite
tap-my-deals = My deals
tap-money = Money
tap-settings = Settings
tap-how = How it works
tap-safe = Is this safe?
tap-help = Get help
tap-menu = Menu
tap-back = Back
tap-next = Next
tap-previous = Previous
tap-done = Done
tap-skip = Skip
tap-edit = Change…
tap-remove = Remove
tap-open-private = Open the private chat
tap-role-freelancer = I'm the freelancer
tap-role-client = I'm the client
tap-more-templates = More…
tap-remove-files = Remove the files
tap-parts-several = Several milestones
# $amount: 500 IRR; $toman: 50
tap-rial-or-toman = { $amount } ({ $toman } toman)
tap-add-milestone = Add a milestone
tap-that-is-all = That's all
tap-rules-ok = Keep these rules
tap-rounds =
    { $rounds ->
        [0] No revision rounds
        [one] { $rounds } revision round
       *[other] { $rounds } revision rounds
    }
tap-review = { $length } to review
tap-silence-escalate = If the client stays silent: an arbiter looks
tap-silence-release = If the client stays silent: it is released
tap-create-invite = Create invite
tap-send-to = Send to { $name }
sent-to = Sent to { $name }
tap-discard = Discard
tap-leave-changes = Discard changes
tap-send-changes = Send changes
tap-edit-title = Title
tap-edit-work = The work
tap-edit-payment = The payment
tap-edit-milestones = Milestones…
tap-edit-rules = Rules
tap-swap-role = I'm the other side
tap-other-language = In another language…
tap-change-m-title = Title
tap-change-m-amount = Amount
tap-change-m-days = Time
tap-change-m-criteria = Criteria
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
tap-deals-open = Going on
tap-deals-ended = Ended
tap-statement = Statement (PDF)
tap-csv = History (CSV)
tap-payout-details = Where to be paid
tap-language = Language
tap-my-city = My city…
tap-not-now = Not now
tap-zone = Time zone
tap-phrase = Safety phrase

# Around everything

frame-old-button = That button is old. Here is how it stands
frame-dead-button = That button is old and does nothing any more. /deals has your deals, /start the menu.
frame-private-only = Deals are between you and this bot alone. Please open our private chat.
frame-too-fast = That was a lot at once. From this message on nothing was taken. Please wait { $wait }, then send it again from here.
frame-too-fast-press = That was very fast. Please wait { $wait }.
frame-edit = Changing this message changes nothing here. If it matters, send it again as a new message.
frame-edit-in-form = Changing this message changes nothing here. To correct an answer, press Back at the question, and answer it again.
frame-unread = We could not read this message, and nothing of it was kept. Please write it in words, or send it as a file, a photo or a voice message.
frame-unread-part = A part of this message could not be read, and was not kept. Please send that part again: in words, or as a file, a photo or a voice message.
edit-used = This message was sent on already, and stays there as it was: your change does not reach it. To correct it or to add to it, send a new message.
edit-answered = This answer stays as it was. Press Edit to change it.
edit-stays = What you sent first stays as it was.
frame-no-form = I was not waiting for a message. Everything starts in the menu.
frame-heard = Done.
# What somebody may begin with who says nothing yet: single words, in any language
words-of-greeting = hi, hello, hey, hiya, howdy, yo, hallo, hola, ola, olá, ciao, bonjour, bonsoir, salut, salam, salaam, namaste, privet, привет, здравствуйте, مرحبا, أهلا, السلام, שלום, 你好, 您好, こんにちは, 안녕하세요, नमस्ते, there, everyone, all, good, morning, afternoon, evening, day, bot, dear, sir, madam, please, begin, go, ok, okay, test

refusal-button-unknown = That button does nothing here. Please use the buttons of the newest message.
refusal-number-unreadable = Please send a number, such as 2.
refusal-iban-wrong = The IBAN in it has a wrong digit: its check digits do not fit. Please compare it with your bank's, and send it once more.
refusal-iban-length = The IBAN in it has { $length } letters and digits, and one of that country has { $expected }. Please look at it again, and send it once more.
refusal-iban-country = There is no IBAN that begins with { $country }. Please look at it again, and send it once more.
refusal-iban-several = There are several IBANs in it. Please send the one to which we should pay.
refusal-holder-unreadable = Please send the name of the account's holder, in letters.
refusal-payout-too-short = That is too short to pay to. Please send your IBAN, or the name of the account's holder, its number and the bank.
refusal-city-unknown = I do not know that place. Please send the nearest large city, such as Madrid, or your location.
refusal-code-unreadable = That is no invite's code. It has 12 letters and digits, such as 7K3F-9QZM-2A4B.
refusal-too-many-guesses = That is too many codes at once. You can try again in { $seconds }.

# Menu and pages

menu =
    <b>{ $operator }</b> holds the client's money until the work is approved.
    The two of you agree in writing first. If you can not agree later, a human arbiter decides.
    What would you like to do?
page-how =
    <b>How it works</b>

    1. One of you writes down the work, the price and how it is judged, and sends an invite.
    2. The other accepts, or suggests changes. Both accept exactly the same text.
    3. The client pays in. The money is held, the work begins.
    4. The freelancer submits, the client approves, and the money goes out. Until then it stays held.
    5. Changes are asked for point by point. What does not meet the agreed criteria is revised for free.
    6. If you can not agree, an arbiter looks at the agreed criteria and decides, with reasons.

    Large work is paid milestone by milestone. Nothing is paid in advance to anybody.
page-privacy =
    <b>What { $operator } keeps</b>

    Your Telegram ID, your name and username, your language and time zone, and what you write, send and press in your deals. Never your phone number, and no contacts.
    The other side sees your name and your record: how many deals you did and how they ended.
    Whoever invites you or is invited by you also sees your username and Telegram ID, to know that it is you.
    Files of a deal are kept with it, because messages can disappear and an agreement must not.
page-help =
    <b>Help</b>

    /new starts a deal, /deals lists yours, /money shows what is held and paid.
    /settings has language, time zone, safety phrase and where to be paid.
    /verify and a code tells whether an invite or a deal is real, and whether somebody is of our team.
    /cancel leaves a question. What you had answered stays.

    Get help writes to the desk. People of { $operator } never write to you first.
safe-who =
    <b>Is this safe?</b>

    This bot is run by { $operator }.
safe-website = It is named on { $website }: please look there whether it is this bot.
safe-real = The money is in { $operator }'s own account until it goes out. No side can take it alone.
safe-play = Here only play money is moved: it is worth nothing.
safe-decides = If the two of you can not agree, an arbiter of the desk decides, who belongs to neither side.
safe-never = Nobody of the desk ever writes to you first, asks for a card number, or asks you to pay elsewhere.

command-new = New deal
command-deals = My deals
command-money = What is held and paid
command-diary = Write in a deal's diary
command-settings = Language, time, payout
command-verify = Is this code or person real?
command-privacy = What is kept about you
command-help = Help
command-cancel = Leave this question
bot-description =
    { $operator } holds the client's money until the freelancer's work is approved.

    You agree in writing, the client pays in, the work is done, and only then the money goes out. If you can not agree, a human arbiter decides.

    Our people never write to you first.
bot-short = The client's money is held until the work is approved. Run by { $operator }. We never write first.

nothing-to-cancel = There is no open question. /deals has your deals.
cancelled = Left. What you had answered is kept, and /deals has it.
cancelled-unsent = Left. Nothing was sent or changed.
ask-code = Please send the invite's code, such as <code>7K3F-9QZM-2A4B</code>, or its whole link.

verify-how = Please send the code behind the command, such as <code>/verify 7K3F9QZM</code>. It may be a deal's number, an invite's code, or the number or @username of somebody who says they are of our team.
verify-invite = Yes, { $code } is an open invite made here. Press <b>I have an invite</b> in the menu to read it.
verify-deal = Yes, { $code } is your deal “{ $title }” with { $other }, agreed by both. Its check code begins with { $fingerprint }.
verify-open-deal = Yes, { $code } is your deal “{ $title }”. It is not agreed yet.
verify-nothing = No: { $code } is neither an open invite nor a deal of yours. Whoever sent it to you may not be who they say.
verify-desk = Yes, { $code } belongs to our team. But nobody of our team ever writes to you first: if somebody did, it was not them.
verify-not-desk = No, { $code } is not one of our team. If somebody with this name says that they are, it is not true: please do not pay or answer them.
verify-other-side = { $code } is { $other }, the other side of your deal “{ $title }”, and not one of our team. The money of that deal goes through us alone.
verify-yourself = { $code } is you.

# Questions of a draft

new-role =
    Who are you in this deal?

    Or send all of it at once, as the freelancer:
    <code>Logo, 300 EUR, 5 days: three concepts; SVG</code>
ask-title = What is it about? { $templates ->
        [true] Send a short title, or start from a template.
       *[other] Send a short title.
    }
ask-work = Describe the work in your own words, with files and links: a brief, a sketch, an example. It becomes part of what you both agree on.
ask-files = Is there more that belongs to it: words, files, links? Send it, or press the button below.
ask-currency = In which currency?
ask-m-title =
    Milestone { $number }: what is its title?

    Or all of it at once: <code>Drafts; 300; 5; three concepts; SVG files</code>
ask-m-amount =
    { $several ->
        [true] Milestone { $number }: how much?
       *[other] How much?
    } { $currency ->
        [none] With its currency, such as <i>300 EUR</i>.
       *[other] In { $currency }.
    }
ask-all-at-once =
    It is one payment, unless you press below. Or send all of it at once:
    <code>Drafts; 300; 5; three concepts; SVG files</code>
ask-which-amount = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
ask-m-days =
    { $several ->
        [true] Milestone { $number }: how long may it take, counted from the payment? Such as <i>5 days</i>, <i>2 weeks</i> or <i>12 May</i>.
       *[other] How long may the work take, counted from the payment? Such as <i>5 days</i>, <i>2 weeks</i> or <i>12 May</i>.
    }
ask-m-criteria =
    { $several ->
        [true] Milestone { $number }: how can both of you tell that it is done? One criterion a line. Only these will count.
       *[other] How can both of you tell that it is done? One criterion a line. Only these will count.
    }
ask-more = Is there another milestone?
ask-rules = These rules hold for both. Press one to change it.
ask-rounds = How many revision rounds, for changes that are a matter of taste? What misses a criterion is revised for free anyway.
ask-review = How long may the client look at each submission? At least { $least }.
ask-so-far = So far: { $value }
ask-needs-text = Please answer in words here.
ask-needs-button = Please press one of the buttons below.

template-logo = Logo
template-brochure = Catalogue, brochure
template-banner = Banner
template-web = Web page
template-app = App
template-social = Social media posts
template-writing = Content writing
template-translation = Translation
template-logo-title = Logo
template-logo-criteria =
    three different concepts
    the chosen one in colour and in black and white
    SVG and PNG files
template-brochure-title = Catalogue or brochure
template-brochure-criteria =
    all pages laid out with the texts and pictures supplied
    a PDF ready for print, with bleed and crop marks
    the editable source files
template-banner-title = Banner
template-banner-criteria =
    the sizes that were asked for
    PNG or JPG files for the screen, PDF for print
    the editable source file
template-web-title = Web page
template-web-1-title = Design
template-web-1-criteria =
    a design of each page, for phone and computer
    fonts and pictures that may be used
template-web-2-title = Finished page
template-web-2-criteria =
    looks like the approved design in current browsers
    works on phone and computer
    the source code is handed over
template-app-title = App
template-app-1-title = Design and plan
template-app-1-criteria =
    a design of each screen
    a list of what the app does, screen by screen
template-app-2-title = Working app
template-app-2-criteria =
    does what the list says on the devices agreed
    no known crash
    the source code is handed over, with how to build it
template-social-title = Social media posts
template-social-criteria =
    the number of posts agreed, with text and picture
    in the sizes of the networks agreed
    delivered as files ready to publish
template-writing-title = Content writing
template-writing-criteria =
    the number of words agreed
    written for this and published nowhere else
    free of spelling mistakes
template-translation-title = Translation
template-translation-criteria =
    the whole text is translated
    names, numbers and layout are kept
    free of spelling mistakes

# Terms in words

terms-untitled = (no title yet)
terms-title = <b>{ $title }</b>
terms-total =
    { $count ->
        [one] { $total } in one payment
       *[other] { $total } in { $count } payments
    }
terms-work = The work:
terms-files =
    { $count ->
        [one] File: { $names }
       *[other] Files: { $names }
    }
terms-milestone =
    { $count ->
        [one] <b>{ $title }</b>: { $amount }
       *[other] <b>{ $number }. { $title }</b>: { $amount }
    }
terms-milestone-unpriced =
    { $count ->
        [one] <b>{ $title }</b>
       *[other] <b>{ $number }. { $title }</b>
    }
terms-duration = { $length } after the payment arrives
terms-criterion = • { $criterion }
terms-rounds =
    { $rounds ->
        [0] No rounds of changes for taste; what misses a criterion is revised for free.
        [one] { $rounds } round of changes for taste; what misses a criterion is revised for free.
       *[other] { $rounds } rounds of changes for taste; what misses a criterion is revised for free.
    }
terms-review = { $length } to look at each submission.
terms-silence-escalate = If the client stays silent, an arbiter looks; no money moves by itself.
terms-silence-release = If the client stays silent until then, the money goes to the freelancer.
terms-fee = Of what is released, { $percent } is the house's fee. Refunds cost nothing.
terms-same-hands = One and the same person of the desk confirms payments and decides disputes.
terms-in-file =
    { $count ->
        [one] <b>{ $title }</b>, { $total } in one payment. The terms are long: they are whole in the file above.
       *[other] <b>{ $title }</b>, { $total } in { $count } payments. The terms are long: they are whole in the file above.
    }
terms-money-client =
    <b>Your money</b>
    You pay nothing by accepting. You then have { $funding } to pay in, or it ends by itself.
    What you pay is held. It goes out when you approve, or when an arbiter decides so.
    Before anything was submitted you can cancel if the work is late. After that, your money comes back only if an arbiter decides so, or the freelancer gives up the work.
    Work that is never handed in is refunded by itself, at the latest { $longest } after you paid.
terms-money-freelancer =
    <b>Your money</b>
    Start when you are told that the money is held, not before.
    After you submit, the client has { $review } to look. What is held can then not be taken back by the client alone.
    You are paid out when the client approves, or when an arbiter decides so.

diff-added = <b>{ $label }</b>: new: { $after }
diff-removed = <b>{ $label }</b>: gone: <s>{ $before }</s>
diff-changed = <b>{ $label }</b>: <s>{ $before }</s> → { $after }
diff-milestone-title = Milestone { $number }, title
diff-milestone-amount = Milestone { $number }, amount
diff-milestone-duration = Milestone { $number }, time
diff-milestone-criteria = Milestone { $number }, criterion { $place }
diff-creator-role = Who invites
diff-title = Title
diff-description = The work
diff-files = File
diff-currency = Currency
diff-fee-bps = Fee (hundredths of a percent)
diff-same-hands = One person at the desk
diff-review-window = Time to review
diff-review-window-after-revision = Time to review after changes
diff-on-silence = If the client stays silent
diff-revision-rounds = Revision rounds
diff-late-grace = Grace when late
diff-funding-window = Time to pay in
diff-silence-escalate = an arbiter looks
diff-silence-release = it is released
diff-yes = yes
diff-no = no

preview-head =
    { $role ->
        [client] You are the client. This is what the freelancer will see:
       *[other] You are the freelancer. This is what the client will see:
    }
preview-unreachable = { $name } has stopped this bot, so this can not be sent to them. Pass on a link instead.
counter-head = <b>Your changes</b>
counter-foot = Nothing is sent yet.
counter-nothing = You have not changed anything yet.
counter-sent = Your changes are sent
edit-head = What would you like to change?
edit-which-milestone = Which milestone?
discard-sure = Discard this? It can not be brought back.
discarded = Discarded. /new starts another deal.

# The invite, for its maker

invite-which-language = In which language should the other side read the invite?
# Without markup: this is pasted elsewhere.
invite-words =
    { $name } invites you to agree on “{ $title }”, { $total }.
    The money is held until the work is approved. Looking is free:
    { $link }
    No link? Write to @{ $username }, press “I have an invite”, and type { $code }.
invite-subject = Invite: { $title }
invite-email = For an e-mail: tap the subject and then the text to copy them, and paste them into your mail program.
invite-ready = <b>The invite to “{ $title }” is ready</b> ({ $deal }). Send this to the other side:
invite-until = Open until { $until }. If nothing is done until then, it ends; no money moves.
invite-claims =
    { $count ->
        [one] Somebody opened it and waits for your answer.
       *[other] { $count } people opened it and wait for your answer.
    }
invite-withdrawn = Withdrawn. The link no longer works.
invite-declined = Declined. Nothing else happens, and nothing is asked of you.
sure-withdraw = Withdraw the invite to “{ $title }”? Its link stops working, and the deal ends.
sure-renew = Make a new link for “{ $title }”? The old one and its code stop working.
sure-decline = Decline “{ $title }”? It ends for you.

record =
    { $done ->
        [one] { $done } deal done
       *[other] { $done } deals done
    }, { $disputed ->
        [0] none disputed
        [one] { $disputed } disputed
       *[other] { $disputed } disputed
    }, { $against ->
        [0] none decided against them
        [one] { $against } decided against them
       *[other] { $against } decided against them
    }, here since { $since }.
record-clean =
    { $done ->
        [one] { $done } deal done
       *[other] { $done } deals done
    }, none disputed, here since { $since }.
record-none = No deal done here yet; here since { $since }.
record-since = Here since { $since }.
record-new = New here.
person-line = <b>{ $name }</b>, { $username }, Telegram ID { $id }
person-line-bare = <b>{ $name }</b>, no username, Telegram ID { $id }

# The invite, for the one invited

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
            First: { $first }, { $amount }, { $length } after payment
    }
invited-criteria = Wanted: { $criteria }
invited-rules =
    { $rounds ->
        [0] No rounds of changes, { $review } to look.
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
invited-money-client = It is held until you approve{ $silent ->
        [true] , an arbiter decides, or you stay silent for { $review } after a submission.
       *[false] { " " }or an arbiter decides.
    }
    Late work you can cancel until it is submitted; the freelancer may object. After that it comes back only by decision, or if the freelancer gives up.
    If nobody acts, it comes back after { $longest }.
invited-money-freelancer = The client can cancel late work before you submit; you may object. After that the client alone can not take the money back.
    You are paid when the client approves{ $silent ->
        [true] , an arbiter decides so, or the client stays silent for { $review }.
       *[false] { " " }or an arbiter decides so.
    }
invited-number = We never show your phone number.
invited-again =
    { $role ->
        [client] <b>{ $name }</b>, who pays, would like another deal with you.
       *[other] <b>{ $name }</b>, who does the work, would like another deal with you.
    }
invited-free = Looking is free, and accepting takes no money. { $name } never sees your phone number.
outside-in-terms = ⚠️ { $outside ->
        [card] There is a card number in these terms.
        [account] There is a bank account in these terms.
        [wallet] There is a crypto wallet in these terms.
        [direct] Something in these terms sounds like paying each other directly.
       *[other] …
    } Only money that is paid through the deal is held.
waiting-accepted = You accepted. { $name } is now asked whether it is really you.
waiting-sent = Your changes are sent. { $name } is now asked whether it is really you.
waiting-open = { $name } is now asked whether it is really you. Meanwhile you can prepare your changes.
waiting-words = To be sure of one another, send these three words where you met: { $words }
ask-inviter = Please write your question. It goes to the one who invites you, with your name.
ask-answer-invited = Please write your answer.
question-sent = Your question is sent. The answer comes here.
answer-sent = Your answer is sent.
invite-asked = <b>{ $name }</b>, who has your invite, asks:
invited-answered = <b>{ $name }</b> answers:

claim-accepts = Somebody accepts your invite to “{ $title }”:
claim-counters = Somebody suggests changes to your invite to “{ $title }”:
claim-wants = Somebody opened your invite to “{ $title }” and wants to suggest changes:
claim-words = Is it who you mean? They see the same three words: { $words }. Ask them for these where you met. Only then press Yes.
claim-refused = They are told so. The link still works for the one you mean.
proposal-theirs = <b>{ $name }</b> suggests changes to “{ $title }”. Version { $version }:
proposal-mine = You sent version { $version } of “{ $title }”. It is { $name }'s turn.

# The agreement

agreed-fingerprint = Both accepted the same text. Its check code begins with { $fingerprint }.
agreed-phrase = You have no safety phrase yet. It would stand on every message about money, so that you know it is from us: press <b>Safety phrase</b>.
agreed-where = Please say where you want to be paid: press <b>Where to be paid</b>.
agreement-title = Agreement { $deal }
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
agreement-reference = Reference
agreement-footer = { $operator } · { $deal }

# Notices of the invite

notice-claim-declined = They declined your invite to “{ $title }”. The link still works for somebody else.
notice-claim-gone = Their answer to “{ $title }” ended meanwhile.
notice-claim-ended-refused = The one who invited says that you are not the one they mean. Your answer to “{ $title }” does not count any more.
notice-claim-ended-another = “{ $title }” was agreed with somebody else. Your answer does not count any more.
notice-claim-ended = Your answer to “{ $title }” does not count any more.
notice-confirmed = <b>{ $name }</b> knows that it is you.
notice-cancelled-withdrawn = “{ $title }” was withdrawn by the one who invited.
notice-cancelled-declined = { $name } declined “{ $title }”. It ended.
notice-cancelled-expired = The time to answer is over: “{ $title }” ended. No money moved.
notice-cancelled = “{ $title }” ended. No money moved.
notice-destination = Your { $currency } payout details are changed. They count from { $from_at }. If this was not you, get help now.
notice-help = <b>The desk answers</b>:

# My deals and Money

deals-open = <b>Your deals</b>
deals-ended = <b>Ended deals</b>
deals-none-open = You have no open deal.
deals-none-ended = No deal of yours has ended yet.
deals-label =
    { $state ->
        [draft] { $title } · draft
        [invited] { $title } · invited
        [agreed] { $title } · agreed
        [active] { $title } · going on
        [completed] { $title } · done
       *[other] { $title } · ended
    }
deals-line =
    { $other ->
        [none] • { $title }: { $total }
       *[other] • { $title } with { $other }: { $total }
    }
deals-no-total = no price yet
money-head = <b>Money</b>
money-nothing = Nothing is held or owed at the moment.
money-held-for-me = Held for you, as the freelancer: { $amounts }
money-held-by-me = Held of yours, as the client: { $amounts }
money-to-be-paid-out = On its way to you: { $amounts }
money-to-be-refunded = On its way back to you: { $amounts }
money-history = <b>Last movements</b>
money-moved =
    { $what ->
        [held] { $day }: { $amount } held for { $title }
        [released] { $day }: { $amount } released, { $title }
        [fee] { $day }: { $amount } fee, { $title }
        [refunded] { $day }: { $amount } refunded, { $title }
        [payout-sent] { $day }: { $amount } paid out, { $title }
        [refund-sent] { $day }: { $amount } sent back, { $title }
       *[other] { $day }: { $amount }, { $title }
    }
statement-title = Statement
statement-here = Your money as it stands now, and every movement.
statement-history = Every movement
statement-head-day = When
statement-head-deal = Deal
paper-title = { $title } ({ $deal })
statement-head-what = What
statement-what =
    { $what ->
        [held] held
        [released] released
        [fee] fee
        [refunded] refunded
        [payout-sent] paid out
        [refund-sent] sent back
       *[other] moved
    }
statement-head-amount = Amount
statement-footer = As of { $at }
money-csv = Your whole history, for a spreadsheet.

# Settings

settings-head = <b>Settings</b>
settings-language = Language: { $language }
settings-zone = Time zone: { $city }
settings-phrase = Safety phrase: { $phrase }
settings-no-phrase = Safety phrase: none. It would stand on every message about money, so that you know it is from us.
settings-payout = Paid in { $currency } to { $details }
settings-which-language = Which language?
ask-zone = Please send your city, such as Madrid, or your location (the paperclip, then Location).
ask-my-city = Where are you? Times here are those of { $city } until you say. This is asked once.
city-not-now = You find it under Settings whenever you want.
ask-which-city = Which of these has your time?
ask-phrase = Please send a few words that only you know, such as a line of a song. They will stand on every message about money.
ask-payout-currency = In which currency?
ask-payout = Where do you want to be paid in { $currency }? Send your IBAN. For an account without one: the name of its holder, its number and the bank.
ask-payout-holder = In whose name is the account { $details }? Send the name as the bank has it, or press it here if it is the same.
ask-payout-sure =
    Your { $currency } payouts will go to:
    { $details }

    Is every letter and digit right, and the holder's name there?
tap-payout-sure = Yes, it is right
ask-payout-change = Change where you are paid in { $currency }?
    Until now: { $old }
    Then: { $new }
    For your safety the change counts only after { $wait }. Until then payouts go where they went before.
tap-payout-change = Yes, change it
payout-kept = Kept. Payouts in { $currency } go to { $details }.
payout-kept-later = Kept. For your safety a change waits: payouts in { $currency } go to { $details } only from { $at }. Until then they go where you said before.
