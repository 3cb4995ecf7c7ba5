## The live card of a deal

# $name: the other side; $role: what the reader is
deal-head = <b>{ $title }</b>
    { $role ->
        [client] You pay, { $name } works.
        [freelancer] You work, { $name } pays.
       *[none] With { $name }.
    } Deal { $deal }
deal-draft = This is a draft. Nobody else sees it yet.
deal-invite = The terms are out, and not agreed yet.
# $current: whether it is the one that the deal waits for
milestone-line = { $state ->
        [planned] ▫️
        [funding] 💳
        [in-progress] 🛠
        [submitted] 👀
        [revising] ✏️
        [cancelling] ⏳
        [disputed] ⚖️
        [released] ✅
        [refunded] ↩️
        [split] ➗
        [void] ✖️
       *[other] …
    } { $number }. { $title }, { $amount }: { $state ->
        [planned] later
        [funding] waits for the payment
        [in-progress] in work
        [submitted] handed in, to be looked at
        [revising] being changed
        [cancelling] is about to be cancelled
        [disputed] with the arbiter
        [released] done and released
        [refunded] ended, the money went back
        [split] ended, the money was shared
        [void] ended without money
       *[other] …
    }
# Under news: the milestone without its state, which the news and the turn say
stands-milestone = { $number }. { $title }, { $amount }
milestones-before = { $count ->
        [one] { $count } milestone before these
       *[other] { $count } milestones before these
    }
milestones-after = { $count ->
        [one] { $count } milestone after these
       *[other] { $count } milestones after these
    }
milestone-arrived = Arrived: { $arrived }. Missing: { $missing }.
milestone-claimed = Reported as paid on { $at }.
milestone-part-released = Released so far: { $amount }
milestone-rounds = Rounds of changes used: { $used } of { $agreed }
deal-held = Held: { $amount }{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
deal-transfer = { $kind ->
        [payout] To you
       *[refund] Back to you
    }: { $amount }, { $state ->
        [pending] on its way, expected by { $until }
        [failed] it did not arrive, the desk looks after it
        [confirmed] arrived
       *[other] …
    }
deal-ended = { $why ->
        [completed] This deal is done.
        [discarded] This draft was discarded.
        [idle] This draft was not finished in time and has ended.
        [declined] The other side said no.
        [withdrawn] The invite was withdrawn.
        [expired] The invite ran out of time.
        [unfunded] This deal ended before anything was paid.
        [unpaid] This deal ended, and all money went back.
       *[other] This deal has ended.
    }

## Whose turn it is, until when, and what happens if nothing is done

clocks-wait = { $why ->
        [paused] ⏸ We are having a break: deadlines wait, and get this time back.
       *[deaf] ⏳ Messages do not reach us at the moment, so deadlines wait: nothing ends and no money moves because somebody seems silent. What you press counts as soon as it reaches us, before any deadline.
    }

## Buttons

button-more = More…
button-again = Do it again
button-remind = Remind them
button-whatsapp = WhatsApp
button-copy-text = Copy text
button-deal-draft = Go on
button-deal-invite = Show the terms

## More…

more-nothing = There is nothing else to do here now.

## Remind them

remind-how = Paste this where they read you:
remind-until = “{ $title }”: please look at { $link }. It waits for you until { $until }.
remind-open = “{ $title }”: please look at { $link }. It waits for you.

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-money-settled = { $ground ->
        [approval] { $title }: the work is approved.
        [part] { $title }: a part of the money is released.
        [silence] { $title }: the time to look has ended without a word, so the money is released, as agreed.
        [ruling] { $title }: the arbiter's decision is carried out.
        [withdrawal] { $title }: the freelancer gave the work up.
        [late-cancel] { $title } was cancelled as late.
        [dormancy] “{ $title }” ended, since neither of you did anything after the last warning.
       *[other] { $title }: money moved.
    }
settled-payout = { $role ->
        [freelancer] To you: { $amount }
       *[other] To the freelancer: { $amount }
    }
settled-fee = Fee of the house: { $amount }
settled-refund = { $role ->
        [client] Back to you: { $amount }
       *[other] Back to the client: { $amount }
    }
settled-left = Still held: { $amount }
notice-window-unserved = We could not reach { $name } about “{ $title }”. We try again on { $again_at }; the time to answer counts from when it arrives.
notice-reminded = This is a reminder.
notice-clocks-extended = We were out of reach for { $seconds }. What ran in that time has been given back.

## The agreement

agreed-phrase = You have no safety phrase yet. It would stand on every message about money, so that you know it is from us: press <b>Safety phrase</b>.
agreed-where = Please say where you want to be paid: press <b>Where to be paid</b>.
