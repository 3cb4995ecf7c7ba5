## Buttons

button-diary = Diary
button-diary-add = Add to diary
button-talk = Send to { $name }

## More…

more-diary = <b>Add to diary</b>: a note or a file about the work, which { $name } sees too.
more-talk = <b>Send to { $name }</b>: a message that is kept with the deal.

## Diary, talk, help

gather-diary = Write or send what belongs in the diary. { $name } sees it too, and it cannot be changed later. Then press <b>Done</b>.
gather-say = Write to { $name }. It is kept with the deal. Then press <b>Done</b>.
gather-help = What do you need help with? Our team reads it and answers here, in this bot. Whoever writes to you elsewhere in our name is not one of us. Then press <b>Done</b>.
gather-help-read-by = ⚠️ { $name } is one of our team, and can read what you write here. Somebody else of our team answers you.
digest = <b>What came without a sound</b>
digest-line = “{ $title }”, { $name }: { $what }
digest-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
digest-entries = { $count ->
        [one] { $count } diary entry
       *[other] { $count } diary entries
    }
digest-more = { $count ->
        [one] And one deal more: see <b>My deals</b>.
       *[other] And { $count } deals more: see <b>My deals</b>.
    }
done-diary = It is in the diary.
done-say = Sent to { $name }.
done-help = Our team has it and answers you here.
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
       *[false] something was changed: press <b>Get help</b>
    }. Check code of the last: { $hash }
diary-empty = Nothing is written in the diary yet.
diary-whole = Entry { $number } of the diary.
diary-which = Which deal's diary?
diary-none = There is no running deal. A diary opens once the money of a milestone is held.
button-entry = Entry { $number }
loose-what = We kept your message. Where in “{ $title }” should it go?
loose-which = We kept your message. Which deal is it about?
loose-which-milestone = We kept your message. Which milestone is it about?
loose-no-deal = We kept your message, but know of no deal that it belongs to. Do you need help from our team?
loose-change = That sounds like a change. Make it a formal change request? A plain message does not count as one, and stops no deadline.
loose-file = Submit it, or add it to the diary? A file sent as a message does not count as submitted.
loose-later = More time, a change of the agreement, a pause, taking a dispute back and ending it together cannot be done by a button yet. Write to the other side, or ask our team.
button-formal-change = Make it formal
button-submit-it = Submit it
button-never-mind = Never mind
help-files-only = (files without words)
# Phrases that make a message sound like a change request, in small letters, between commas
words-of-change = change, fix, instead, redo, different, wrong, could you make, please make, adjust, replace, move the, bigger, smaller, brighter, darker, remove, missing, not what, can you add, please add
# Phrases that ask for what can not be done by a button yet
words-of-later = more time, extension, extend, few more days, another week, pause, on hold, amend, change the price, cancel together, end it together, settle, take back the dispute, take the dispute back, withdraw the dispute, drop the dispute

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-diary-written = { $name } wrote in the diary of “{ $deal }”:
notice-message-sent = { $name } writes about “{ $deal }”:
notice-outside-named = ⚠️ { $outside ->
        [card] There is a card number in what was written about “{ $deal }”.
        [account] There is a bank account in what was written about “{ $deal }”.
        [wallet] There is a crypto wallet in what was written about “{ $deal }”.
        [direct] Something written about “{ $deal }” sounds like paying each other directly.
       *[other] …
    } Money that is paid outside this deal is not held: we cannot bring it back, and no arbiter can decide about it. If it was meant for something else, there is nothing to do.
notice-help = <b>Our team answers</b>:

## Asking, replying, help

desk-send-prompt = Send this to them?
desk-button-send-to-side =
    { $role ->
        [freelancer] Send to the freelancer
       *[client] Send to the client
    }
desk-button-send-to = Send to { $name }
desk-button-keep = Keep inside
desk-kept = It stays among colleagues.
desk-help-asked = 💬 <b>{ $name }</b> ({ $person }) asks for help
desk-help-about = About { $code }
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
refusal-diary-closed = { $state ->
        [completed] The diary is closed, since the deal is over. You can still write to the other side.
        [cancelled] The diary is closed, since the deal is over. You can still write to the other side.
       *[other] The diary opens once the money of a milestone is held.
    }
refusal-help-full = You asked our team { $limit ->
        [one] { $limit } time
       *[other] { $limit } times
    } in a day. All of it has arrived, and the answer comes here. What you wrote last is kept: press <b>Done</b> again in { $seconds }.
refusal-help-full-strangers = Many people ask our team just now. What you wrote is kept: press <b>Done</b> again in { $seconds }.
