## Buttons

tap-payout-details = Where to be paid
tap-language = Language
tap-my-city = My city…
tap-not-now = Not now
tap-zone = Time zone
tap-phrase = Safety phrase
tap-reminders = Reminders
tap-mute = Fewer reminders
tap-unmute = All reminders
tap-no-digest = No daily summary
tap-digest = Daily summary
tap-export = Export data
tap-erase = Erase data
tap-erase-sure = Yes, erase it

## Who somebody is

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
# Of deals in which they worked: how many were handed in by their dates, all parts of them
record-on-time = Work submitted on time: { $on_time } of { $worked }.
# $mean: of the stars that other sides gave, of $best
record-rated = Rated { $mean } of { $best } from { $count ->
        [one] { $count } deal
       *[other] { $count } deals
    }.
person-line = <b>{ $name }</b>, { $username }, Telegram ID { $id }
person-line-bare = <b>{ $name }</b>, no username, Telegram ID { $id }

## Rate: how they found each other, after the end. $name: the other side; $best: the most stars

button-rate = Rate
button-rate-again = Change rating
tap-stars = { $stars } ★
# $again: they gave $before already; $until: when one rating is shown alone
ask-stars = How was it to work with { $name }? Give up to { $best } stars. { $name } sees them once you both have rated, or on { $until }.{ $again ->
        [false] { "" }
       *[true] { " " }You gave { $before } of { $best } before; what you give now takes its place, words too.
    }
rating-why = You may write a few words now, at most { $limit } characters. They are shown to { $name }.
rating-said = Your words go with it: “{ $words }”
confirm-rate = Give { $name } { $stars } of { $best } stars? { $name } sees it once { $name } has rated too, or on { $until }; until then you can change it. After that it stays, and its stars count in what others read of { $name }.
yes-rate = Yes, { $stars } of { $best }
done-rate = Your rating of { $name } is saved.
rating-sealed = You gave { $name } { $stars } of { $best } stars{ $said ->
        [true] : “{ $words }”
       *[false] .
    } { $name } sees it once { $name } has rated too, or on { $until }.
rating-theirs = { $rated ->
        [false] { $name } did not rate.
       *[true] { $name } gave you { $stars } of { $best } stars{ $said ->
            [true] : “{ $words }”
           *[false] .
        }
    }
rating-mine = { $rated ->
        [false] You did not rate.
       *[true] You gave { $name } { $stars } of { $best } stars{ $said ->
            [true] : “{ $words }”
           *[false] .
        }
    }
notice-ratings-shown = The ratings of “{ $deal }” are open now.
refusal-rate-not-ended = A deal can be rated once it has ended and no money is held any more.
refusal-rate-nothing = Nothing was paid for in this deal, so there is nothing to rate.
refusal-rate-shown = The ratings of this deal are open now, so they stay as they are.
refusal-rate-late = The time to rate this deal is over.
refusal-stars-out-of-range = Press one to { $best } stars.

## Settings

notice-destination = Your payout account for { $currency } was changed. The new one counts from { $from_at }. If this was not you, press <b>Get help</b> now.

notice-more-allowed = Our team has looked at your limit: we hold { $amount } at most for you at once from now on, over all deals in which you pay. Once you have completed { $done } deals, this limit for new clients is over.
notice-no-more-allowed = Our team took your raised limit back: we hold { $amount } at most for you at once again, until you have completed { $done } deals. What is held stays held. Questions? Press <b>Get help</b>.

settings-head = <b>Settings</b>
settings-language = Language: { $language }
settings-zone = Time zone: { $city }
settings-phrase = Safety phrase: { $phrase }
settings-no-phrase = Safety phrase: none. It would stand on our messages about money, so that you know they are from us.
settings-payout = Payout account for { $currency }: { $details }
settings-muted = { $muted ->
        [true] Reminders: of what can cost money
       *[false] Reminders: all
    }
settings-digest = { $digest ->
        [true] Daily summary: on
       *[false] Daily summary: off
    }
ask-reminders = { $muted ->
        [true] You are reminded of what can cost money: work and changes that are due, a submission to look at, a dispute, a decision.
       *[false] You are reminded before anything of your deals ends. With <b>Fewer reminders</b> that is so for what can cost money: work and changes that are due, a submission to look at, a dispute, a decision. You read of all that happens in any case.
    }
ask-digest = { $digest ->
        [true] Once a day you read how many messages and diary entries came that you have not answered. They come without a sound.
       *[false] Messages and diary entries come without a sound, and no summary follows.
    }
exported = { $left ->
        [0] Here is what we keep about you: your settings and deals, what was said in them and all that you wrote (data.json), your money (money.csv) and the files of your deals.
        [one] Here is what we keep about you: your settings and deals, what was said in them and all that you wrote (data.json), your money (money.csv) and the files of your deals. One file was too large for a message, or is lost: it is named at the end of data.json. <b>Get help</b> if you need it.
       *[other] Here is what we keep about you: your settings and deals, what was said in them and all that you wrote (data.json), your money (money.csv) and the files of your deals. { $left } files were too large for a message, or are lost: they are named at the end of data.json. <b>Get help</b> if you need them.
    }
ask-erase =
    <b>Erase you here?</b>

    <b>What goes:</b> your name, your settings, your safety phrase, your payout accounts, and all that you wrote, also in the deals that you had. The other side then reads “deleted person”.
    <b>What stays:</b> amounts, dates, check codes and your Telegram ID, since the books and the other side's agreement rest on them; files that you handed over; the documents and messages that others have in Telegram. Backups keep the rest until they are replaced.

    It cannot be undone.
erased = You are erased here. If you write to us again, we meet you as somebody new.
refusal-still-open =
    { $count ->
        [one] Not yet: the deal { $deals } is still open, or money of it is on its way.
       *[other] Not yet: { $count } deals are still open, or money of them is on its way: { $deals }.
    } Once it is over, you can be erased.
settings-which-language = Which language?
ask-zone = Please send your city, such as Madrid, or your location (the paperclip, then Location).
ask-my-city = Times here are those of { $city }. Are you elsewhere? <b>My city…</b> changes them.
city-not-now = You find it under <b>Settings</b> whenever you want.
ask-which-city = Which of these has your time?
ask-phrase = Please send a few words that others would not guess, such as a line of a song. They will stand on our messages about money.
ask-payout-currency = In which currency?
ask-payout = Where do you want to be paid in { $currency }? Send your IBAN. For an account without one: the name of its holder, its number and the bank.
ask-payout-holder = In whose name is the account { $details }? Send the name as the bank has it, or press the name below if it is the same.
ask-payout-sure =
    Your { $currency } payouts will go to:
    { $details }

    Is every letter and digit right, and the holder's name there?
tap-payout-sure = Yes, it is right
ask-payout-change = Change your payout account for { $currency }?
    Until now: { $old }
    Then: { $new }
    For your safety the change counts after { $wait }. Until then payouts go to the account you have now.
tap-payout-change = Yes, change it
payout-kept = Saved. Payouts in { $currency } go to { $details }.
payout-kept-later = Saved. For your safety a change waits: payouts in { $currency } go to { $details } from { $at }. Until then they go to the account before.

## The board and the lists

desk-nobody = We know no one by that Telegram ID or name. Write /person 123456789 or /person @name.
desk-person =
    <b>{ $name }</b> { $username }
    Telegram ID { $person }, here since { $since }
desk-person-record = Deals done: { $done }; disputed: { $disputed }; ruled against: { $against }
# Of work in deals that ended, how much came by its dates; the mean of stars, 0 where nobody rated
desk-person-more = Work on time: { $on_time } of { $worked }; rated: { $any ->
        [false] not yet
       *[true] { $mean } of { $best }, from { $rated }
    }
desk-person-lost = ⚠️ A bank kept back what they had paid: they begin no new deal until the desk clears that.
desk-button-lost = Payment of { $code }
desk-bound = Held for them at once: { $amount } at most, until { $proven } deals are completed. So far: { $done }.
desk-bound-raised = Raised to { $amount } by { $name }, { $at }:
desk-bound-how = A treasurer raises it with /allow ID AMOUNT CURRENCY and takes that back with /allow ID CURRENCY.
desk-person-unreachable = ✗ They blocked the bot.
desk-person-role =
    { $role ->
        [arbiter] On the list: arbiter
        [head] On the list: head arbiter
        [treasurer] On the list: treasurer
        [outside] On the list: of another house
       *[other] …
    }

## Refusals

refusal-iban-wrong = The IBAN in it has a wrong digit: its check digits do not fit. Please compare it with your bank's, and send it once more.
refusal-iban-length = The IBAN in it has { $length } letters and digits, and one of that country has { $expected }. Please look at it again, and send it once more.
refusal-iban-country = There is no IBAN that begins with { $country }. Please look at it again, and send it once more.
refusal-iban-several = There are several IBANs in it. Please send the one to which we should pay.
refusal-holder-unreadable = Please send the name of the account's holder, in letters.
refusal-payout-too-short = That is too short to pay to. Please send your IBAN, or the name of the account's holder, its number and the bank.
refusal-city-unknown = We do not know that place. Please send the nearest large city, such as Madrid, or your location.
refusal-zone-unknown = We do not know this place. Write a large city nearby, or send your location.
