## Buttons

tap-new-deal = New deal
tap-have-invite = I have an invite
tap-my-deals = My deals
tap-money = Money
tap-settings = Settings
tap-how = How it works
tap-safe = Is this safe?
tap-open-private = Open the private chat

## Menu and pages

frame-no-form = I was not waiting for a message. Everything starts in the menu.
# What somebody may begin with who says nothing yet: single words, in any language
words-of-greeting = hi, hello, hey, hiya, howdy, yo, hallo, hola, ola, olá, ciao, bonjour, bonsoir, salut, salam, salaam, namaste, privet, привет, здравствуйте, مرحبا, أهلا, السلام, שלום, 你好, 您好, こんにちは, 안녕하세요, नमस्ते, there, everyone, all, good, morning, afternoon, evening, day, bot, dear, sir, madam, please, begin, go, ok, okay, test

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

verify-how = Please send the code behind the command, such as <code>/verify 7K3F9QZM</code>. It may be a deal's number, an invite's code, or the number or @username of somebody who says they are of our team.
verify-invite = Yes, { $code } is an open invite made here. Press <b>I have an invite</b> in the menu to read it.
verify-deal = Yes, { $code } is your deal “{ $title }” with { $other }, agreed by both. Its check code begins with { $fingerprint }.
verify-open-deal = Yes, { $code } is your deal “{ $title }”. It is not agreed yet.
verify-nothing = No: { $code } is neither an open invite nor a deal of yours. Whoever sent it to you may not be who they say.
verify-desk = Yes, { $code } belongs to our team. But nobody of our team ever writes to you first: if somebody did, it was not them.
verify-not-desk = No, { $code } is not one of our team. If somebody with this name says that they are, it is not true: please do not pay or answer them.
verify-other-side = { $code } is { $other }, the other side of your deal “{ $title }”, and not one of our team. The money of that deal goes through us alone.
verify-yourself = { $code } is you.
