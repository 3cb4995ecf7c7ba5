## Buttons

tap-deals-open = Going on
tap-deals-ended = Ended
tap-statement = Statement (PDF)
tap-csv = History (CSV)

## My deals and Money

deals-open = <b>Your deals</b>
deals-ended = <b>Ended deals</b>
deals-none-open = You have no open deal.
deals-none-ended = No deal of yours has ended yet.
deals-label =
    { $state ->
        [draft] { $title } · draft
        [invited] { $title } · invited
        [agreed] { $title } · agreed
        [active] { $title } · going on
        [completed] { $title } · done
       *[other] { $title } · ended
    }
deals-line =
    { $other ->
        [none] • { $title }: { $total }
       *[other] • { $title } with { $other }: { $total }
    }
deals-no-total = no price yet
money-head = <b>Money</b>
money-nothing = Nothing is held or owed at the moment.
money-held-for-me = Held for you, as the freelancer: { $amounts }
money-held-by-me = Held of yours, as the client: { $amounts }
money-to-be-paid-out = On its way to you: { $amounts }
money-to-be-refunded = On its way back to you: { $amounts }
money-history = <b>Last movements</b>
money-moved =
    { $what ->
        [held] { $day }: { $amount } held for { $title }
        [released] { $day }: { $amount } released, { $title }
        [fee] { $day }: { $amount } fee, { $title }
        [refunded] { $day }: { $amount } refunded, { $title }
        [payout-sent] { $day }: { $amount } paid out, { $title }
        [refund-sent] { $day }: { $amount } sent back, { $title }
       *[other] { $day }: { $amount }, { $title }
    }
statement-title = Statement
statement-here = Your money as it stands now, and every movement.
statement-history = Every movement
statement-head-day = When
statement-head-deal = Deal
statement-head-what = What
statement-what =
    { $what ->
        [held] held
        [released] released
        [fee] fee
        [refunded] refunded
        [payout-sent] paid out
        [refund-sent] sent back
       *[other] moved
    }
statement-head-amount = Amount
statement-footer = As of { $at }
money-csv = Your whole history, for a spreadsheet.
