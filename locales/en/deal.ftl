## The live card of a deal

# $name: the other side; $role: what the reader is
deal-head = <b>{ $title }</b>
    { $role ->
        [client] You are the client, { $name } is the freelancer.
        [freelancer] You are the freelancer, { $name } is the client.
       *[none] With { $name }.
    } Deal { $code }
deal-draft = This is a draft. The other side does not see it yet.
deal-invite = The terms are sent, and not agreed yet.
# $current: whether it is the one that the deal waits for
milestone-line = { $state ->
        [planned] ▫️
        [funding] 💳
        [in-progress] 🛠
        [submitted] 👀
        [revising] ✏️
        [paused] ⏸
        [contested] ✋
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
        [in-progress] in progress
        [submitted] submitted, to be looked at
        [revising] being changed
        [paused] paused
        [contested] changes that are disagreed with
        [cancelling] being cancelled
        [disputed] in dispute
        [released] released
        [refunded] ended, refunded
        [split] ended, divided between both
        [void] ended before it was paid
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
milestone-at-bank = { $amount } of its payment is with the bank, which took it back and has not decided.
# $arrived: what came of what is to be paid once more
milestone-pay-again = To be paid once more: { $missing }. Arrived of it: { $arrived }.
milestone-arrived = Arrived: { $arrived }. Missing: { $missing }.
# $proof: whether we asked for a receipt since, on $at
milestone-claimed = { $proof ->
        [true] Reported as paid by the client. On { $at } we asked for a receipt.
       *[false] Reported as paid by the client on { $at }.
    }
milestone-part-released = Released so far: { $amount }
milestone-rounds = Rounds of changes used: { $used } of { $agreed }
deal-held = Held: { $amount }{ $play ->
        [true] {" "}(play money)
       *[false] {""}
    }
# $until: by when we send it, or were to; $changes: whether a changed payout account waits, until $from
deal-transfer = { $kind ->
        [payout] To you
       *[refund] Back to you
    }: { $amount }, { $state ->
        [pending] we send it by { $until }
        [nowhere] we send it once you have said where to
        [late] not sent yet, and due since { $until }; our team is reminded
        [frozen] not sent while the deal stands still
        [missed] sent; you said that it has not arrived, and our team looks after it
        [sent] sent
        [arrived] arrived
        [returned] it came back to us from the bank; we send it again
        [failed] it has not reached you; our team looks after it
       *[other] …
    }{ $changes ->
        [true] . Until { $from } it goes to the account that you had before your change, and from then on to the new one.
       *[false] {""}
    }
# $net, $fee, $refunded: of the whole deal
deal-ended = { $why ->
        [completed] This deal is done.
        [shared] This deal has ended. In all, { $net } is for the freelancer and { $refunded } goes back to the client.{ $charged ->
            [true] { " " }Our fee is { $fee }.
           *[false] { "" }
        }
        [discarded] This draft was deleted.
        [idle] This draft was not finished in time and has ended.
        [declined] The other side declined.
        [withdrawn] The invite was withdrawn.
        [expired] The invite was not answered in time.
        [unfunded] This deal ended before the work began: its first milestone was not paid.
        [unfunded-all] This deal ended before the work began: no milestone was paid.
        [unpaid] This deal has ended. Nothing was released; what was held goes back to the client.
       *[other] This deal has ended.
    }

## Whose turn it is, until when, and what happens if nothing is done

clocks-wait = { $why ->
        [paused] ⏸ We are having a break: deadlines wait, and are moved by as much.
       *[deaf] ⏳ Messages do not reach us at the moment, so deadlines wait: nothing ends and no money moves because somebody seems silent. What you press counts as soon as it reaches us, before any deadline.
    }
# Beside those that are told of
turns-more = { $count ->
        [one] { $count } more milestone is open.
       *[other] { $count } more milestones are open.
    }

## Buttons

button-more = More…
button-why = Why can't I…?
button-again = Do it again
button-remind = Remind them
button-whatsapp = WhatsApp
button-copy-text = Copy text
button-deal-draft = Go on
button-deal-invite = Show the terms

## More…

more-nothing = There are no other steps here now.

## Why can't I…?

why-head = What is yours to do and does not go now:
why-nothing = Whatever is yours to do here now has its button.
# $steps: labels of buttons; $words: why not, and what would change that
why-line = <b>{ $steps }</b>: { $words }
why-wrong-state = That goes while the milestone { $when }.
why-when = { $state ->
        [planned] has not begun
        [funding] waits for the payment
        [in-progress] is in progress
        [paused] stands still
        [contested] has a point that the freelancer disagrees with
        [submitted] is being looked at
        [revising] is being changed
        [cancelling] is being cancelled
        [disputed] is in dispute
        [released] is released
        [refunded] is refunded
        [split] is divided between both
        [void] has ended unpaid
       *[other] …
    }

## Remind them

remind-how = Paste this into a chat that the other side reads:
remind-until = “{ $title }”: please look at { $link }. It waits for you until { $until }. { remind-then }
# What happens if the other side does nothing; short, since with all above it fits a copy button
remind-then = { $what ->
        [invite-expires] Without an answer the invite ends.
        [funding-lapses] { $arrived ->
            [first] After that there is time once more, until { $then }.
            [last] After that the milestone ends, and what arrived goes back.
           *[none] After that the milestone ends.
        }
        [fund-again] After that the milestone ends unpaid.
        [drop-rest] After that it is dropped.
        [work-due] If nothing is submitted by { $then }, the client can cancel it.
        [may-cancel-late] From then on the client can cancel it, since it is late.
        [dormancy-notice] After that comes the last warning before the money goes back.
        [pause-ends-material] If you neither send what is missing nor say that it is all there, the work goes on without it.
        [work-due-waited] It is late after that.
        [dormancy-notice-waited] After that comes the last warning before the money goes back.
        [proposal-ends] Without an answer, things stay as they are.
        [dormant] If nothing is done by then, the money goes back.
        [review-ends-escalate] If you say nothing by then, an arbiter decides who gets the money.
        [review-ends-release] If you say nothing by then, the money is released, as agreed.
        [abandoned] If it is not submitted by { $then }, an arbiter decides who gets the money.
        [fee-cancel-ends] If you neither object nor submit it by then, the agreed fee is released to you and the rest goes back.
        [fallback] If nothing is submitted by then, the money is divided as the arbiter decided.
        [contest-ends] If you neither drop the point nor ask for it as a change of the terms, an arbiter decides who gets the money.
        [late-cancel-ends] If you neither object nor submit it by then, the money goes back.
        [dispute-answer] After that an arbiter decides by the facts.
        [negotiation-ends] After that an arbiter decides who gets the money.
        [evidence-ends] After that the arbiter decides who gets the money.
        [question-answer] After that the arbiter may decide without it.
       *[other] { "" }
    }
# Of several that wait: one line each, as short as can be
remind-several = “{ $title }”: please look at { $link }. These wait for you:
remind-one = { $terms ->
        [true] The change of the terms: { $until }
       *[false] “{ $title }”: { $until }
    }, { $what ->
        [invite-expires] then the invite ends.
        [funding-lapses] { $arrived ->
            [first] then once more until { $then }.
           *[other] then it ends.
        }
        [fund-again] then it ends unpaid.
        [drop-rest] then it is dropped.
        [work-due] from { $then } on the client can cancel it.
        [may-cancel-late] then the client can cancel it.
        [dormancy-notice] then comes the last warning.
        [pause-ends-material] then the work goes on.
        [work-due-waited] then it is late.
        [dormancy-notice-waited] then comes the last warning.
        [proposal-ends] then things stay as they are.
        [dormant] then the money goes back.
        [review-ends-escalate] then an arbiter decides.
        [review-ends-release] then the money is released.
        [abandoned] from { $then } on an arbiter decides.
        [fee-cancel-ends] then it is cancelled for the fee.
        [fallback] then the money is divided.
        [contest-ends] then an arbiter decides.
        [late-cancel-ends] then the money goes back.
        [dispute-answer] then an arbiter decides.
        [negotiation-ends] then an arbiter decides.
        [evidence-ends] then the arbiter decides.
        [question-answer] then the arbiter may decide.
       *[other] and it goes on.
    }
remind-more = { $count ->
        [one] One more milestone waits.
       *[other] { $count } more milestones wait.
    }
remind-open = “{ $title }”: please look at { $link }. It waits for you.

## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

notice-money-settled = { $ground ->
        [approval] “{ $title }”: the client has approved the work.
        [part] “{ $title }”: the client has released some of the money.
        [silence] “{ $title }”: the client said nothing in the time to look, so the money is released, as the agreement says.
        [agreement] “{ $title }”: you both agreed to end it.
        [lower] “{ $title }”: you both agreed to a lower price.
        [ruling] “{ $title }”: we carry out the arbiter's decision.
        [legal-order] “{ $title }”: a court or an authority has said where the money goes, and we carry that out.
        [fraud] “{ $title }”: our team has ended it after its check.
        [withdrawal] “{ $title }”: the freelancer gave the work up.
        [cancel-fee] “{ $title }”: the client has cancelled it for the agreed fee.
        [late-cancel] “{ $title }”: the client has cancelled it because it was late.
        [dormancy] “{ $title }”: ended, since neither of you did anything after the last warning.
       *[other] “{ $title }”: money moved.
    }
# Before what is taken from it
settled-gross = Released: { $amount }
settled-payout = { $role ->
        [freelancer] To you: { $amount }
       *[other] To the freelancer: { $amount }
    }
settled-fee = Our fee: { $amount }
settled-refund = { $role ->
        [client] Back to you: { $amount }
       *[other] Back to the client: { $amount }
    }
settled-left = Still held: { $amount }
notice-window-unserved = We could not reach { $name } about “{ $title }”. We try again on { $again_at }; the time to answer counts from when it arrives.
notice-reminded = This is a reminder.
notice-clocks-extended = We were out of reach for { $seconds }. Deadlines that ran are moved by as much.

## The agreement

agreed-phrase = You have no safety phrase yet. It would stand on every message about money, so that you know it is from us: press <b>Safety phrase</b>.
agreed-where = Please say where you want to be paid: press <b>Where to be paid</b>.
