## Buttons

tap-new-deal = New deal
tap-have-invite = I have an invite
tap-my-deals = My deals
tap-money = Money
tap-settings = Settings
tap-how = How it works
tap-safe = Is this safe?
tap-open-private = Open private chat

## Menu and pages

frame-no-form = We were not waiting for a message. To begin, press <b>Menu</b>.
# What somebody may begin with who says nothing yet: single words, in any language
words-of-greeting = hi, hello, hey, hiya, howdy, yo, hallo, hola, ola, olá, ciao, bonjour, bonsoir, salut, salam, salaam, namaste, privet, привет, здравствуйте, مرحبا, أهلا, السلام, שלום, 你好, 您好, こんにちは, 안녕하세요, नमस्ते, there, everyone, all, good, morning, afternoon, evening, day, bot, dear, sir, madam, please, begin, go, ok, okay, test

menu =
    <b>{ $operator }</b> holds the client's money while the freelancer works.
    The two of you agree in writing first. If you cannot agree later, an arbiter decides about the money.
    What would you like to do?
page-how =
    <b>How it works</b>

    1. One of you writes down the work, the price and the criteria, and sends an invite.
    2. The other accepts, or suggests changes. Both accept exactly the same text.
    3. The client pays. We hold the money, and the work begins.
    4. The freelancer submits the work. The client approves it, or asks for changes point by point; what does not meet the agreed criteria is revised for free.
    5. If you cannot agree, an arbiter looks at the agreed criteria and decides about the money, with reasons.

    <b>The money</b>
    We hold it once the client's payment has arrived. { way-out }
    How it comes back to the client stands in each invite, under <b>All terms</b>.
    Large work is paid milestone by milestone. The freelancer gets no money in advance.
page-privacy =
    <b>What { $operator } keeps about you</b>

    • Your Telegram ID, name, username, language and time zone, since when you are here, and whether you stopped the bot; your safety phrase and your payout accounts.
    • What you write, send and press in your deals, and when, with the files: messages can disappear, and an agreement must not.
    • Of payments: amounts, days, references, the payer's name and the receipt that you send.
    We do not see your phone number, your contacts or your location unless you send them.

    <b>Who sees it</b>
    • The other side: your name, your record (how many deals you did, how they ended, whether your work came on time, the stars that other sides gave you) and what is in your deal. At the invite and in the agreement also your username and your Telegram ID.
    • In a dispute: the arbiters read the whole deal.
    • Our team: treasurers see payments, payers and payout accounts. What you write to us with <b>Get help</b> and the cases of disputes are in our team's group in Telegram.
    • Telegram carries all messages and keeps them by its own rules.

    <b>How long</b>
    Deals with their files, what was paid, and your settings: as long as { $operator } runs this bot. We have set no earlier date for them.
    What you typed and did not send: 180 days. Files that went into no deal: 90 days. The bot's queue of messages: 60 days. Backups may keep it longer.

    <b>To see it, correct it or have it deleted</b>
    Under <b>Settings</b>, <b>Export data</b> gives you all of it as a file, and <b>Erase data</b> deletes it. To correct it, press <b>Get help</b> and write to our team. While one of your deals is open, what belongs to it stays. Afterwards amounts, dates and check codes stay too, since the books and the other side's agreement rest on them.
    { $shown } answers for your data. You may complain to the data protection authority of your country.
page-help =
    <b>Help</b>

    /new starts a deal, /deals lists yours, /money shows what is held and paid.
    /settings has language, time zone, safety phrase and where to be paid.
    /verify and a code tells whether an invite or a deal is real, and whether somebody is of our team.
    /cancel leaves a question. What you had answered stays.

    <b>Get help</b> writes to our team, and the answer comes here. Whoever writes to you from another account in the name of { $operator } is not us.
safe-who =
    <b>Is this safe?</b>

    This bot is run by { $operator }{ $country ->
        [none] .
       *[other] , { $country }.
    }
safe-website = { $website } names the bot of { $operator }: look there whether it is this one.
safe-real = The client's money goes to the bank account of { $holder }. It is kept there for the two of you, and { $operator } may not use it for anything else. { way-out } How it comes back to the client stands in the terms.
safe-play = Here play money is moved: it is worth nothing.
safe-decides = If the two of you cannot agree, an arbiter decides, with reasons: somebody who is neither of you{ $months ->
        [0] .
        [one] , and who had no deal with either of you in the last { $months } month.
       *[other] , and who had no deal with either of you in the last { $months } months.
    }
safe-never = We write to you in this bot. Whoever writes from another account in our name, or wants you to pay somewhere else than the deal says, is not us. We do not ask for passwords, PINs or a bank's codes.
safe-complaint = A complaint? Press <b>Get help</b>. If our answer does not settle it, you can still go to a consumer body or a court{ $country ->
        [none] { "" }
       *[other] { " " }in { $country }
    }, also after an arbiter's decision.

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
    { $operator } holds the client's money while the freelancer works.

    You agree in writing, the client pays, and we hold the money. { way-out }

    We write to you in this bot. Whoever writes from another account in our name is not us.
bot-short = Money of a deal, held by { $operator }. We write to you here alone.

verify-how = Please send the code behind the command, such as <code>/verify 7K3F9QZM</code>. It may be a deal's number, an invite's code, or the Telegram ID or @username of somebody who says they are of our team.
verify-invite = Yes, { $code } is an open invite made here. Press <b>I have an invite</b> in the menu to read it.
verify-deal = Yes, { $code } is your deal “{ $title }” with { $other }, agreed by both. Its check code begins with { $fingerprint }.
verify-open-deal = Yes, { $code } is your deal “{ $title }”. It is not agreed yet.
verify-nothing = No: { $code } is neither an open invite nor a deal of yours. Whoever sent it to you may not be who they say.
verify-desk = Yes, { $code } is one of our team. But our team writes to you in this bot: if an account wrote to you itself, send it no money and no codes, and tell us with /help.
verify-not-desk = No, { $code } is not one of our team. If somebody writes to you in our name from there, it is not us: send no money and no codes, and tell us with /help. If it is the person you have a deal with, go on as agreed: you pay and are paid through the deal in this bot.
verify-other-side = { $code } is { $other }, the other side of your deal “{ $title }”, and not one of our team. The money of that deal goes through us.
verify-yourself = { $code } is you.

## The rules, as `holdfast rulebook` prints them

tap-rules = All rules
tap-figures = Times and limits
rules-title = The rules of a deal
rules-money = The money
rules-out = The client's money is held. { way-out }
rules-back = { way-back }
rules-bank = If a bank takes a payment back before any work is submitted, the work stops until it is paid again. After that the deal stands still; if the bank keeps the money, the client can pay it once more in the time below, and without that the milestone ends unpaid. What was released stays with the freelancer.
rules-law = A court or an authority can decide otherwise about money that is held, and money that is proven to be stolen goes back to its source. Another person of our team has to see the document too.
rules-steps = What each can do with a milestone
rules-step = While it { $when }: { $steps }
rules-figures = How long and how often, where a deal says nothing else
rules-figure = { $what }: { $figure }
rule-invite-ttl = To answer an invite
rule-funding-window = To pay for a milestone
rule-funding-grace = Once more to pay, if some of it arrived
rule-fund-again = To pay once more what a bank took back
rule-review-window = To look at a submission
rule-review-window-after-revision = To look again after changes
rule-revision-rounds = Rounds of changes that are a matter of taste
rule-min-round = To make changes, at least
rule-late-grace = Late, before the client can cancel
rule-late-notice = To object to that, or to submit
rule-fee-notice = To object to cancelling for a fee, or to submit
rule-dormant-after = Late without a sign from either, before both are warned
rule-dormancy-notice = From the warning until the money goes back
rule-contest-answer = To answer for a point that the freelancer disagrees with, before an arbiter looks
rule-abandoned-after = Changes overdue, before an arbiter looks
rule-submission-take-back = To take a submission back
rule-extension-answer = To answer who asks for more time
rule-max-extensions = How often more time can be asked for, each milestone
rule-end-answer = To answer a proposal to end it
rule-amendment-answer = To answer a change of the terms
rule-max-ends = How often each side can propose an end, each milestone
rule-drop-after = After a divided milestone, for the client to go on
rule-deposit-check = For us to check a reported payment
rule-payout = For us to send a payout or a refund
rule-arrival = Before we ask whether what we sent has arrived
rule-payout-change-wait = Before a changed payout account counts
rule-dispute-answer = To answer a dispute
rule-dispute-least-left = Time left at least, once the work goes on after a dispute
rule-dispute-negotiation = To agree without an arbiter
rule-dispute-evidence = To add evidence
rule-dispute-question = To answer an arbiter's question
rule-dispute-take = For an arbiter to take a dispute
rule-dispute-challenge = To challenge the arbiter, once each
rule-dispute-ruling = For the arbiter to decide
rule-settlement-answer = To answer an offer in a dispute
rule-max-sealed = How often each side can tell us alone what it would settle for
rule-ruling-review = To accept a decision, or to have it looked at again
rule-ruled-time-least = More time by a decision, at least
rule-ruled-time-longest = More time by a decision, at most
rule-dispute-review = For another arbiter to look at a decision
rule-pause-answer = To answer who asks for a pause
rule-pause-longest = Pauses of a milestone in all
rule-material-answer = To send material, or to say that it is all there
rule-least-after-material = Left at least, once the material is there
rule-max-pauses = How often each side can ask for a pause, each milestone
rule-flag-check = For us to look into a deal that we have stopped
rule-outage-grace = More time, if we were out of reach when it ran out
rule-rating-window = To rate each other after the end
rule-fee-bps = Our fee on what is released
