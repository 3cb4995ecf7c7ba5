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

## What a decision relies on

exhibit =
    { $kind ->
        [terms] Terms, version { $number }
        [acceptance] Acceptance { $number }
        [diary] Diary entry { $number }
        [message] Message { $number }
        [submission] Submission { $number }
        [round] Request for changes { $number }
        [statement] Statement { $number }
        [question] Question { $number } and its answer
        [evidence] Evidence { $number }
       *[other] …
    }
exhibit-at = { $name }, { $at }
exhibit-line = – { $name }

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
