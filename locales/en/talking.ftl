## Buttons

button-diary = Diary
button-diary-add = Add to diary
button-talk = Send to { $name }

## More…

more-diary = <b>Add to diary</b>: a note or a file about the work, which { $name } sees too.
more-talk = <b>Send to { $name }</b>: a message that is kept with the deal.

## Diary, talk, help

gather-diary = Write or send what belongs in the diary. { $name } sees it too, and nobody can change it later. Then press Done.
gather-say = Write to { $name }. It is kept with the deal. Then press Done.
gather-help = What do you need help with? Somebody of the desk reads it and answers here. They never write first, and never ask for money. Then press Done.
gather-help-read-by = ⚠️ { $name } is one of our team, and can read what you write here. Somebody else of our team answers you.
done-diary = It is in the diary.
done-say = Sent to { $name }.
done-help = The desk has it and answers you here.
done-never-mind = Nothing was sent.
diary-entry = <b>{ $number }</b> { $name }, { $at } · { $hash }
diary-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
diary-chain = { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, { $whole ->
        [true] none changed or missing
       *[false] something was changed: press Get help
    }. Fingerprint of the last: { $hash }
diary-empty = Nothing is written in the diary yet.
diary-whole = Entry { $number } of the diary.
diary-which = Which deal's diary?
diary-none = There is no running deal. A diary opens when a deal is paid.
button-entry = Entry { $number }
loose-what = I kept that. Where should it go? ({ $title })
loose-which = I kept that. Which deal is it about?
loose-no-deal = I kept that. Should the desk read it?
loose-change = That sounds like a change. Make it a formal change request? Only then does it have to be answered.
loose-file = Submit it, or add it to the diary? A file sent in talk does not count as handed in.
loose-later = More time, a change of the agreement, a pause, taking a dispute back and ending it together can not be done by a button yet. Write to the other side, or ask the desk.
button-formal-change = Formal change request
button-submit-it = Submit it
button-never-mind = Never mind
help-files-only = (files only)
# Phrases that make a message sound like a change request, in small letters, between commas
words-of-change = change, fix, instead, redo, different, wrong, could you make, please make, adjust, replace, move the, bigger, smaller, brighter, darker, remove, missing, not what, can you add, please add
# Phrases that ask for what can not be done by a button yet
words-of-later = more time, extension, extend, few more days, another week, pause, on hold, amend, change the price, cancel together, end it together, settle, take back the dispute, take the dispute back, withdraw the dispute, drop the dispute

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-diary-written = { $name } wrote in the diary of { $deal }:
notice-message-sent = { $name } writes about { $deal }:
notice-outside-named = ⚠️ { $outside ->
        [card] There is a card number in what was written about “{ $deal }”.
        [account] There is a bank account in what was written about “{ $deal }”.
        [wallet] There is a crypto wallet in what was written about “{ $deal }”.
        [direct] Something written about “{ $deal }” sounds like paying each other directly.
       *[other] …
    } Only money that is paid through the deal is held: we can not bring back any other, and no arbiter can decide about it. If it was meant for something else, there is nothing to do.
notice-help = <b>The desk answers</b>:

## Asking, replying, help

desk-send-prompt = Does this go out?
desk-button-send-to-side =
    { $role ->
        [freelancer] Send to the freelancer
       *[client] Send to the client
    }
desk-button-send-to = Send to { $name }
desk-button-keep = Keep inside
desk-kept = Kept among colleagues.
desk-help-asked = 💬 <b>{ $name }</b> ({ $person }) asks for help
desk-help-about = About { $deal }
desk-help-own-side = ⚠️ { $name }, of our list, is the other side of this deal and does not answer here.
desk-help-answer =
    To { $name } { $sent ->
        [yes] ✓
        [no] ✗ they blocked the bot
       *[waits] …
    }

## Refusals

refusal-conflict-help =
    { $months ->
        [one] You had a deal with one of them in the last { $months } month, so somebody else has to answer.
       *[other] You had a deal with one of them in the last { $months } months, so somebody else has to answer.
    }
refusal-diary-closed = The diary is closed, since the deal is over.
refusal-help-full = You asked our team { $limit } times in a day. They have all of it and answer here. What you wrote last is kept: press Done again in { $seconds }.
refusal-help-full-strangers = Many people ask our team just now. What you wrote is kept: press Done again in { $seconds }.
