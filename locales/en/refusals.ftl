## Refusals: what a person is told instead of what they asked for.
## Many are shown in a dialog of 200 characters. No state, no code, and what to do next.

## Wrong person

refusal-stranger = This deal is between two other people.
refusal-other-side = That is for the other side to do.
refusal-inviter-only = Only the one who sent the invite can do that.
refusal-own-invite = This is your own invite. Send the link to the other side.
refusal-own-deal = You are a party to this deal, so somebody else has to decide it.
refusal-not-on-the-list = This is for arbiters.
refusal-for-arbiters = This is for arbiters.
refusal-for-heads = This is for the head arbiter.
refusal-for-treasurers = This is for treasurers.
refusal-not-in-the-group = We do not see you in the arbiters' group, so nothing was done. Whoever runs it can add you again.
refusal-not-your-case = Another arbiter has this case.
refusal-conflict-recused = You stepped back from this case, so somebody else has to rule.
refusal-conflict-deals =
    { $months ->
        [one] You had a deal with one of them in the last { $months } month, so somebody else has to rule.
       *[other] You had a deal with one of them in the last { $months } months, so somebody else has to rule.
    }
refusal-conflict-deposit = You confirmed the money of this milestone, so somebody else has to rule.
refusal-conflict-help =
    { $months ->
        [one] You had a deal with one of them in the last { $months } month, so somebody else has to answer.
       *[other] You had a deal with one of them in the last { $months } months, so somebody else has to answer.
    }

## Wrong moment

refusal-stale = That button is old. Here is how it stands.
refusal-wrong-state = That can not be done with this milestone now.
refusal-deal-wrong-state = That can not be done with this deal now.
refusal-not-over-yet = This deal is not over yet.
refusal-dispute-wrong-stage = That can not be done in this dispute now.
refusal-clock-only = That happens by itself when its time comes.
refusal-not-your-turn = It is the other side's turn. You will hear from us.
refusal-not-its-turn = This milestone's turn has not come.
refusal-not-late = The work is not late enough for that.
refusal-take-back-late = It is too late to take it back: the client can ask for changes, or you can add to the diary.
refusal-terms-sent = The terms are with the other side. To change them, withdraw the invite and make a new one.
refusal-role-is-agreed = Who is the freelancer and who the client can not change any more.
refusal-withdraw-instead = You sent this invite: withdraw it instead.
refusal-invite-used = This invite has been used. Ask for a new one.
refusal-invite-over = This invite is over. Ask for a new one.
refusal-invite-unknown = We do not know this invite. Check the link or the code.
refusal-nobody-there = Nobody is on the other side yet.
refusal-other-unreachable = They have stopped this bot, so this can not be sent to them. Open the draft again and pass on a link instead.
refusal-nobody-waits = Nobody is waiting for that any more.
refusal-not-asked = The client has not asked you that.
refusal-already-asked = You have asked already. The other side will answer.
refusal-not-heard = { $role ->
        [freelancer] The freelancer still has time to answer. It can be ruled once they have, or from { $until_at } on.
        [client] The client still has time to answer. It can be ruled once they have, or from { $until_at } on.
       *[both] Both sides still have time to answer. It can be ruled once they have, or from { $until_at } on.
    }
refusal-no-question = There is no open question for you.
refusal-nothing-changed = Nothing has changed yet. Change something first, or accept.
refusal-nothing-arrived = No money has arrived yet.
refusal-nothing-to-part = What is left is too little to release a part.
refusal-proof-asked = The client is asked for a receipt already.
refusal-no-claim = Nobody says that they paid.
refusal-claim-unanswered = We are still checking the payment. Please wait for the answer.
refusal-deposit-used-elsewhere = This payment has been booked already.
refusal-other-rail = This milestone is being paid in another way.
refusal-transfer-done = This payout is confirmed already.
refusal-diary-closed = The diary is closed, since the deal is over.
refusal-no-dispute = There is no open dispute here.
refusal-cannot-take = That colleague can not rule on this case: ask somebody else, or leave it open.
refusal-dispute-taken = Another arbiter took this case already.
refusal-already-recused = You have stepped back from this case already.
refusal-last-arbiter = You are the only one left who could rule on this deal, so somebody else has to confirm its payments.
refusal-no-treasurer = Nobody at the desk could confirm the payments of this deal and leave somebody else to rule, so it can not be made here.
refusal-no-arbiter = Nobody at the desk could rule on this deal, so it can not be made here.
refusal-rounds-used = All agreed rounds of changes are used ({ $rounds }). You can still report what was not done as agreed.

## Not here

refusal-no-such-deal = There is no such deal. Check the code.
refusal-no-such-milestone = There is no such milestone.
refusal-no-such-criterion = There is no such criterion.
refusal-no-such-point = There is no such point.
refusal-no-such-evidence = There is no such evidence.
refusal-no-such-transfer = There is no such payout.

## What was typed or sent

refusal-empty-text = There are no words in that. Please write something.
refusal-only-named = It is noted that you sent it, but bots can not see what a story, paid media, a game, an invoice or a giveaway shows. Send what matters as a picture or a file.
refusal-text-too-long = That is too long: { $length } characters, and { $limit } fit.
refusal-zone-unknown = We do not know this place. Write a large city nearby, or send your location.
refusal-amount-unreadable = That is not an amount we can read. Write it like 300 or 300.50, in { $currency }.
refusal-amount-not-positive = The amount has to be more than nothing.
refusal-amount-too-large = That amount is too large.
refusal-amount-decimals = { $currency } has { $decimals ->
    [0] no decimals
    [one] at most { $decimals } decimal
   *[other] at most { $decimals } decimals
 }. Please write it without the rest.
refusal-amount-other-currency = This deal is in { $currency }.
refusal-amount-ambiguous = That can be read in more than one way. Please write it with its currency, and without a dot or comma between the thousands.
refusal-currency-unknown = We do not know the currency { $currency }.
refusal-currency-not-here = { $currency } is not offered here. You can choose: { $offered }.
refusal-currency-has-amounts = There are amounts in another currency already. Change them first.
refusal-deposit-currency = That is not the deal's currency, which is { $currency }.
refusal-duration-unreadable = We can not read that as a time. Write 5 days, 2 weeks or a date such as 12 May.
refusal-duration-out-of-range = That is too short or too long. At most: { $days } days.
refusal-date-in-future = That day is still to come. Write the day on which the money was sent.
refusal-date-is-past = That day has passed. Write a later one.
refusal-date-ambiguous = That can be two dates. Write the month as a word, such as 12 May, or the year first: 2026-05-12.
refusal-review-out-of-range = The time to review has to be at least { $seconds }.
refusal-round-too-short = A round of changes needs at least { $seconds }.
refusal-rounds-out-of-range = Rounds of changes: from 0 to { $most }.
refusal-terms-incomplete = Something is missing in the terms. Please complete them first.
refusal-submission-empty = Add at least one file or link: a submission has to hold the work.
refusal-submission-notes = Please say a word on each criterion (there are { $count }).
refusal-submission-answers = Please answer each open point (there are { $count }).
refusal-no-points = Please name at least one point to change.
refusal-point-needs-criterion = Please choose which criterion this departs from.
refusal-part-out-of-range = A part has to be less than what is held, { $held }.
refusal-above-held = That is more than what is held, { $held }.
refusal-sought-out-of-range = The amount has to be from nothing up to what is held, { $held }.
refusal-split-out-of-range = { $held } are held. The freelancer's share is at least nothing and at most all of it.
refusal-reasons-too-short = Please give fuller reasons: at least { $least } characters, now { $length }.
refusal-file-too-large = That file is too large: at most { $limit_mb } MB fit. Send a smaller one, or a link to it.
refusal-file-away = We could not get “{ $name }” from Telegram. Please send this file again.
refusal-file-gone = “{ $name }” is not here any more, so it can not be changed. Please send its text again. Our team has been told.
refusal-nothing-collected = There is nothing to send yet. Write something, or send a file.

## Limits

refusal-too-many-drafts = You have as many drafts as fit ({ $limit }). Finish or discard one first.
refusal-too-many-deals = You have as many open deals as fit ({ $limit }).
refusal-too-many-milestones = A deal holds at most this many milestones: { $limit }.
refusal-too-many-criteria = A milestone holds at most this many criteria: { $limit }.
refusal-too-many-files = At most this many files fit: { $limit }. Pack them into one, or send a link.
refusal-files-full = You sent { $limit_mb } MB of files in the last { $days } days, and more does not fit. This one was not kept: send a link to it.
refusal-files-full-stranger = Until you have a first agreed deal, { $limit_mb } MB of files fit. This one was not kept: send a link to it.
refusal-files-no-room = We can not take files just now. This one was not kept: write it in words or send a link, or send the file again later.
refusal-too-much-today = That is as much as fits in one day ({ $limit }). You can go on in { $seconds }.
refusal-help-full = You asked our team { $limit } times in a day. They have all of it and answer here. What you wrote last is kept: press Done again in { $seconds }.
refusal-help-full-strangers = Many people ask our team just now. What you wrote is kept: press Done again in { $seconds }.
refusal-too-many-points = At most this many points fit in one request: { $limit }.
refusal-too-many-questions = You have asked as much as can be asked before accepting ({ $limit }).
refusal-too-many-versions = The terms have been changed as often as they can be ({ $limit }). Accept, or decline.
refusal-claims-full = Others have answered this invite and wait to be confirmed. Ask the one who invited you.
refusal-deal-too-large = That is more than this house takes in one deal, { $limit }.
refusal-four-eyes-cap = Deals here have to stay below { $limit } for now.
refusal-currency-without-threshold = Deals in { $currency } are not possible here.

## Not offered

refusal-no-play-money = Play money is not used here.
refusal-no-manual-rail = There is nothing to report here: payments are confirmed by themselves.
refusal-amendment = Something extra needs a deal of its own: make a new one for it.
