## Instants and durations

# $day: 19 May; $time: 18:00; $city: Madrid
moment = { $day }, { $time } ({ $city })

duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
# $larger: 1 hour; $smaller: 30 minutes
duration-two = { $larger } { $smaller }

## Money

# Beside amounts and in sentences; other currencies are said by their codes
rial = rial
# $figure: 120,000,000
money-rials =
    { $count ->
        [one] { $figure } rial
       *[other] { $figure } rials
    }
# $rials: 120,000,000 rials; $tomans: 12 million
money-rials-toman = { $rials } ({ $tomans } toman)

## How money moves: the one place that says it, for every text that does. See bot/cards/kit/ways.py

# $silence: what this deal agreed for a client who stays silent, or either where no deal is meant
way-out = { $reader ->
        [client] It is released to the freelancer when you approve the work{ $silence ->
            [release] , when both of you agree to it, when an arbiter decides so, or when you say nothing within { $review } after a submission ({ $again } after changes), as the agreement says.
            [either] , when both of you agree to it, when an arbiter decides so, or, where the agreement says so, when you let the time to look pass.
           *[escalate] , when both of you agree to it, or when an arbiter decides so.
        }
        [freelancer] It is released to you when the client approves the work{ $silence ->
            [release] , when both of you agree to it, when an arbiter decides so, or when the client says nothing within { $review } after a submission ({ $again } after changes), as the agreement says.
            [either] , when both of you agree to it, when an arbiter decides so, or, where the agreement says so, when the client lets the time to look pass.
           *[escalate] , when both of you agree to it, or when an arbiter decides so.
        }
       *[anybody] It is released to the freelancer when the client approves the work{ $silence ->
            [release] , when both agree to it, when an arbiter decides so, or when the client says nothing within { $review } after a submission ({ $again } after changes), as the agreement says.
            [either] , when both agree to it, when an arbiter decides so, or, where the agreement says so, when the client lets the time to look pass.
           *[escalate] , when both agree to it, or when an arbiter decides so.
        }
    }
# $grace: how late it has to be; $object: the time to object; $idle and $warning: until it ends by itself
way-back = { $reader ->
        [client] It comes back to you when both of you agree to it, when an arbiter decides so, when the freelancer gives up the work, or when you cancel because it is more than { $grace } late, nothing was submitted, and the freelancer does not object within { $object }.{ $granted ->
                [true] { " " }Until work is submitted, you can cancel for { $percent } % of what is held: that goes to the freelancer, and the rest comes back to you if the freelancer does not object within { $answer }.
               *[false] { "" }
            }
            If late work stands still for { $idle }, we warn you both; if it still does { $warning } later, the money comes back to you.
        [freelancer] It goes back to the client when both of you agree to it, when an arbiter decides so, when you give up the work, or when the client cancels because it is more than { $grace } late, nothing was submitted, and you do not object within { $object }.{ $granted ->
                [true] { " " }Until work is submitted, the client can cancel for { $percent } % of what is held: that goes to you, and the rest goes back to the client if you do not object within { $answer }.
               *[false] { "" }
            }
            If late work stands still for { $idle }, we warn you both; if it still does { $warning } later, the money goes back to the client.
       *[anybody] It goes back to the client when both agree to it, when an arbiter decides so, when the freelancer gives up the work, or when the client cancels because it is more than { $grace } late, nothing was submitted, and the freelancer does not object within { $object }.{ $granted ->
                [true] { " " }Until work is submitted, the client can cancel for { $percent } % of what is held: that goes to the freelancer, and the rest goes back if the freelancer does not object within { $answer }.
               *[false] { "" }
            }
            If late work stands still for { $idle }, we warn both; if it still does { $warning } later, the money goes back to the client.
    }

## What a message says beside its own words

# $name: with the @username or the number, where it is known; $at: when it was written
said-forward =
    { $origin ->
        [hidden_user] ↪️ Forwarded from { $name } (account hidden), { $at }:
        [chat] ↪️ Forwarded from the group { $name }, { $at }:
        [channel] ↪️ Forwarded from the channel { $name }, { $at }:
       *[user] ↪️ Forwarded from { $name }, { $at }:
    }
said-quote =
    { $whose ->
        [us] ⤷ In answer to our message of { $at }:
        [self] ⤷ In answer to a message of their own, { $at }:
        [unknown] ⤷ In answer to:
        [hidden_user] ⤷ In answer to { $name } (account hidden), { $at }:
        [chat] ⤷ In answer to the group { $name }, { $at }:
        [channel] ⤷ In answer to the channel { $name }, { $at }:
       *[user] ⤷ In answer to { $name }, { $at }:
    }
# $what: what it holds, such as a number or a place; nothing of it where it is $bare
said-thing =
    { $thing ->
        [contact] 👤 Contact
        [location] 📍 Location
        [venue] 📍 Place
        [poll] 📊 Poll
        [dice] 🎲 Dice
        [sticker] Sticker
        [story] Story
        [giveaway] Giveaway
        [paid_media] Paid media
        [invoice] Invoice
        [game] Game
        [checklist] Checklist
        [photo] 🖼 Photo
        [voice] 🎤 Voice message
        [video_note] 🎥 Video message
        [animation] 🎞 GIF
        [audio] 🎵 Audio
        [video] 🎥 Video
       *[document] 📎 File
    }{ $bare ->
        [true] { "" }
       *[other] : { $what }
    }

## People and money

the-other-side = the other side
deleted-person = deleted person
play-money = This is play money: it is worth nothing, and no real money moves.
safety-phrase = Your safety phrase: { $phrase }
words-erased = (these words were erased)
numbered = { $number }. { $words }
plain-words = { $words }

you = You

## Buttons

button-back = Back
button-done = Done
button-send-anyway = Send it anyway
button-help = Get help
button-skip = Skip
button-earlier = Earlier
button-later = Later
button-open-deal = The deal
# Of a step that goes on several open milestones: which one is asked next
button-several = { $label }…
# Of a step on one of several open milestones
button-of-one = { $label } · { $number }
button-milestone = { $number }. { $title }, { $amount }
choose-milestone = <b>{ $label }</b> Which milestone?
tap-help = Get help
tap-menu = Menu
tap-back = Back
tap-next = Next
tap-previous = Previous
tap-done = Done
tap-skip = Skip
tap-edit = Change…
tap-remove = Remove

## Collecting texts and files

gather-got = Saved: { $files ->
        [0] no files
        [one] { $files } file
       *[other] { $files } files
    }, { $texts ->
        [0] no texts
        [one] { $texts } text
       *[other] { $texts } texts
    }.
gather-missing = { $count ->
    [one] { $count } was not saved:
   *[other] { $count } were not saved:
 }
gather-missing-these = { $which }. { $why }
gather-missing-more = { $count ->
    [one] And { $count } more after these.
   *[other] And { $count } more after these.
 }
gather-incomplete = Send it without what was not saved?
gather-cut = Your text is too long for one message, so all of it was saved as a file.
gather-more = Send more, or press <b>Done</b>.
gather-nothing = This cannot be saved here. Write it in words, or send a file.
gather-left = Closed. Nothing was sent.
work-files = { $count ->
        [one] { $count } file: { $names }
       *[other] { $count } files: { $names }
    }
work-no-files = No files.
amount-which = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
amount-all = All: { $amount }
amount-nothing = Nothing

## Around everything

form-overtaken = { $what ->
        [rating] This deal cannot be rated any more
        [asktime] More time for “{ $title }” cannot be asked for any more
        [granttime] More time for “{ $title }” cannot be given any more
        [wait] Your time for “{ $title }” cannot stand still for this any more
        [give] “{ $title }” does not wait for this any more
        [askpause] A pause of “{ $title }” cannot be asked for any more
        [end] An end of “{ $title }” cannot be proposed any more
        [offer] Nothing can be offered about “{ $title }” any more
        [sealed] A private figure for “{ $title }” cannot be told any more
        [submit] Your work for “{ $title }” cannot be submitted any more
        [changes] Changes to “{ $title }” cannot be asked for any more
        [part] Some of the money of “{ $title }” cannot be released any more
        [paid] No payment has to be reported for “{ $title }” any more
        [dispute] No dispute about “{ $title }” can be opened any more
        [side] The arbiter has decided about “{ $title }”, or the dispute is over
        [object] It is too late to object to the cancelling of “{ $title }”
        [contest] There is no open point about “{ $title }” to disagree with
        [review] A review of the decision about “{ $title }” cannot be asked for any more
        [challenge] The arbiter of “{ $title }” cannot be challenged any more, or another one has the case by now
        [evidence] Evidence about “{ $title }” cannot be added any more
        [answer] The arbiter does not need this answer any more
        [diary] The diary of this deal is closed
        [say] Messages cannot be sent in this deal any more
        [ask-inviter] Your question cannot be sent any more: the invite is over or has a new link
        [answer-invited] This question does not need an answer any more
       *[terms] These terms cannot be changed any more
    }. Something else happened first. What you were writing was not sent.
notice-file-lost = 📎 { $name } is part of the message below and could not be sent. Press <b>Get help</b>, and our team looks for it.

frame-old-button = That button is old. Here is how it stands
frame-dead-button = That button is old and does nothing any more. /deals has your deals, /start the menu.
frame-private-only = Deals are between you and this bot alone. Please open our private chat.
frame-too-fast = That was a lot at once. This message and what you sent after it were not read. Please wait { $wait }, then send them again.
frame-too-fast-press = That was very fast. Please wait { $wait }.
frame-edit = Changing this message changes nothing here. If it matters, send it again as a new message.
frame-edit-in-form = Changing this message changes nothing here. To correct an answer, press <b>Back</b> at the question, and answer it again.
frame-unread = We could not read this message, and nothing of it was saved. Please write it in words, or send it as a file, a photo or a voice message.
frame-unread-part = Some of this message could not be read, and was not saved. Please send that again: in words, or as a file, a photo or a voice message.
edit-used = This message was sent on already and stays as it was: your edit does not reach the other side. To correct it or to add to it, send a new message.
edit-answered = This answer stays as it was. Press <b>Change…</b> to change it.
edit-stays = What you sent first stays as it was.
frame-heard = Done.

nothing-to-cancel = There is no open question. /deals has your deals.
cancelled = This question is closed. Your answers so far are saved: /deals has them.
cancelled-unsent = This question is closed. Nothing was sent or changed.
ask-so-far = So far: { $value }

## Papers

paper-undrawn = Some letters or signs here could not be drawn. They stand in brackets by their names, and every word of this paper is attached to it as words.txt.
paper-title = { $title } ({ $deal })

## Refusals: what a person is told instead of what they asked for.
## Many are shown in a dialog of 200 characters. No state, no code, and what to do next.

refusal-button-unknown = That button does nothing here. Please use the buttons of the newest message.
refusal-number-unreadable = Please send a number, such as 2.

refusal-stranger = This deal is between two other people.
refusal-other-side = That is for the other side to do.
refusal-newcomer-limit =
    That is too much for now: until you have completed { $done } deals with us, we hold { $limit } at most for you at once. Your other open deals may come to { $held }, and this one to { $asked }.
    What helps: smaller milestones, paid one after the other; { $left ->
        [one] one more completed deal
       *[other] { $left } more completed deals
    }; or press <b>Get help</b> and ask our team to raise it for you.
refusal-client-is-new = The client is new here, and this is more than we hold for a new client at once. Smaller milestones, paid one after the other, may fit. The client can ask our team to raise the limit.
refusal-own-deal = You are a party to this deal, so somebody else has to decide about it.

refusal-stale = That button is old. Here is how it stands.
refusal-wrong-state = That cannot be done with this milestone now.
refusal-deal-wrong-state = That cannot be done with this deal now.
refusal-clock-only = That happens by itself at its time.
refusal-not-your-turn = It is the other side's turn. You will hear from us.

refusal-deal-missing = Write the code of the deal behind the command, in the same line.
refusal-no-such-deal = There is no such deal. Check the code.
refusal-no-such-milestone = There is no such milestone.

refusal-empty-text = There are no words in that. Please write something.
refusal-only-named = We noted that you sent it, but bots cannot see what a story, paid media, a game, an invoice or a giveaway shows. Send what matters as a picture or a file.
refusal-text-too-long = That is too long: { $length } characters, and { $limit } fit.
refusal-amount-unreadable = That is not an amount we can read. Write it like 300 or 300.50, in { $currency }.
refusal-amount-negative = An amount here is nothing or more: leave the minus out.
refusal-amount-not-positive = The amount has to be more than nothing.
refusal-amount-too-large = That amount is too large.
refusal-amount-decimals = { $currency } has { $decimals ->
    [0] no decimals
    [one] at most { $decimals } decimal
   *[other] at most { $decimals } decimals
 }. Please write it without the rest.
refusal-amount-other-currency = This deal is in { $currency }.
refusal-amount-ambiguous = That can be read in more than one way. Please write it with its currency, and without a dot or comma between the thousands.
refusal-amounts-two-currencies = One deal has one currency. Write all amounts in the same one, or make a deal of its own for the other.
refusal-currency-unknown = We do not know the currency { $currency }.
refusal-duration-unreadable = We cannot read that as a time. Write 5 days, 2 weeks or a date such as 12 May.
refusal-duration-out-of-range = That is too short or too long. At most: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
refusal-date-in-future = That day is still to come. Write the day on which the money was sent.
refusal-date-is-past = That day is over. Write a later one.
refusal-date-ambiguous = That can be two dates. Write the month as a word, such as 12 May, or the year first: 2026-05-12.
refusal-above-held = That is more than what is held, { $held }.
refusal-file-too-large = That file is too large: at most { $limit_mb } MB fit. Send a smaller one, or a link to it.
refusal-file-away = We could not get “{ $name }” from Telegram. Please send this file again.
refusal-file-gone = “{ $name }” is not here any more, so it cannot be changed. Please send its text again. Our team has been told.
refusal-nothing-collected = There is nothing to send yet. Write something, or send a file.
refusal-too-many-files = At most this many files fit: { $limit }. Pack them into one, or send a link.
refusal-files-full = You sent { $limit_mb } MB of files in the last { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, and more does not fit. This one was not saved: send a link to it.
refusal-files-full-stranger = Until you have a first agreed deal, { $limit_mb } MB of files fit. This one was not saved: send a link to it.
refusal-files-no-room = We cannot take files just now. This one was not saved: write it in words or send a link, or send the file again later.
refusal-too-much-today = That is as much as fits in one day ({ $limit }). You can go on in { $seconds }.
