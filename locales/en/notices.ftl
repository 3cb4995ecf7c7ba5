## What people are told. $name: the other side; $title: the milestone; $deal: the deal's title

you = You
button-open-deal = The deal
notice-deal-agreed = <b>You have an agreement</b>, about { $total } in all.
notice-deal-completed = <b>The deal is done.</b> Thank you.
notice-milestone-opened = Next is { $title }. The money for it is held until you approve the work.
notice-payment-claimed = { $name } says that { $title } is paid. Do not start before we tell you that it is held.
notice-proof-asked = We look for your payment for { $title } and ask for a receipt that shows its date and amount. What you told us stays as it is.
notice-claim-rejected = We have not found your payment for { $title }. Please check it with your bank, and tell us again once it is on its way.
notice-deposit-short = { $arrived } arrived for { $title }. That is not all of it, so the work has not started.
notice-deposit-late = { $amount } arrived for { $title }, which did not wait for it any more. It goes back to where it came from.
notice-shortfall-asked = { $name } asks you to take { $arrived } as the whole for { $title }, in place of { $amount }.
notice-milestone-funded = { $held } is held for { $title }. { $role ->
        [freelancer] You can start now.
       *[other] { $name } can start now.
    } The work diary is open.
notice-milestone-voided = { $title } has ended without money: { $why ->
        [funding-lapses] it was not paid in time.
        [cancel-funding] it was cancelled before it was paid.
       *[other] it was dropped.
    }
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
notice-waiting-returned = { $amount } that arrived for { $title } goes back to where it came from.
notice-transfer-confirmed = { $amount } { $transfer_kind ->
        [payout] for { $title } has been paid out to you.
       *[refund] for { $title } has been paid back to you.
    }
notice-transfer-failed = { $amount } for { $title } did not reach you. It stays yours: the desk looks after it and may ask where to send it.
notice-work-submitted = { $name } handed in { $title }.
notice-submission-taken-back = { $name } took { $title } back to work on it. There is nothing for you to do now.
notice-changes-requested = { $name } asks for changes to { $title }.
notice-late-cancel-opened = { $name } wants to cancel { $title } because it is late.
notice-late-cancel-taken-back = { $name } lets the work on { $title } go on.
notice-dormancy-noticed = This is the last warning about “{ $title }”.
notice-window-unserved = We could not reach { $name } about “{ $title }”. We try again on { $again_at }; the time to answer counts from when it arrives.
notice-dispute-opened = { $name } asks an arbiter to decide about “{ $title }”.
notice-dispute-silence = The time to look at “{ $title }” has ended without a word, so an arbiter looks.
notice-dispute-contested = The freelancer disagrees with a point about “{ $title }”, so an arbiter looks.
notice-dispute-objected = The freelancer objects to cancelling “{ $title }”, so an arbiter looks.
notice-dispute-abandoned = The changes to “{ $title }” have not come, so an arbiter looks.
notice-dispute-unserved = We could not reach both of you about “{ $title }”, so an arbiter looks.
notice-statement-made = { $name } told their side about { $title }.
notice-evidence-filed = { $name } added evidence about { $title }.
notice-dispute-taken = An arbiter has taken the case of { $title }. They write only through this bot, and only by role.
notice-dispute-assigned = { $again ->
        [true] The decision about “{ $title }” was overdue, so the case went to another arbiter.
       *[false] An arbiter was drawn by lot for the dispute about “{ $title }”.
    } They write only through this bot, and only as “the arbiter”.
notice-answer-overdue = { $to ->
        [dispute] Your time to answer in the dispute about “{ $title }” is over. That is no guilt: the arbiter now decides by the facts, and until the decision you can still tell your side.
       *[question] Your time to answer the arbiter's question about “{ $title }” is over. Until the decision you can still answer.
    }
notice-question-asked = The arbiter asks you about “{ $title }”:
question-until = Please answer by { $until }. After that the arbiter may decide without it.
notice-ruling-made = The arbiter has decided about { $title }.
notice-diary-written = { $name } wrote in the diary of { $deal }:
notice-message-sent = { $name } writes about { $deal }:
notice-outside-named = ⚠️ { $outside ->
        [card] There is a card number in what was written about “{ $deal }”.
        [account] There is a bank account in what was written about “{ $deal }”.
        [wallet] There is a crypto wallet in what was written about “{ $deal }”.
        [direct] Something written about “{ $deal }” sounds like paying each other directly.
       *[other] …
    } Only money that is paid through the deal is held: we can not bring back any other, and no arbiter can decide about it. If it was meant for something else, there is nothing to do.
notice-file-lost = 📎 { $name } is part of the message below and could not be sent. Press <i>Get help</i>, and our team looks for it.
notice-reminded = This is a reminder.
notice-clocks-extended = We were out of reach for { $seconds }. What ran in that time has been given back.

## Changes and disputes

point-heading = { $number }. { $kind ->
        [defect] Not what we agreed ({ $criterion })
        [preference] I'd like it different
        [extra] Something extra
       *[other] …
    }
statement-heading = <b>{ $name }</b>, asking for { $sought }:
ruling-amounts = To the freelancer: { $freelancer }. To the client: { $client }.
ruling-criterion = Measured by: { $criterion }
ruling-evidence = Relied on:
ruling-reasons = <b>Reasons</b>
