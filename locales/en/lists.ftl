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
        [invited] { $title } · not agreed yet
        [agreed] { $title } · agreed
        [active] { $title } · going on
        [completed] { $title } · done
       *[other] { $title } · ended
    }
deals-line =
    { $other ->
        [none] • “{ $title }”: { $total }
       *[other] • “{ $title }” with { $other }: { $total }
    }
deals-no-total = no price yet
money-head = <b>Money</b>
money-nothing = We hold nothing for you and owe you nothing.
money-held-for-me = Held for your work as the freelancer: { $amounts }
money-held-by-me = Held of what you paid as the client: { $amounts }
money-to-be-paid-out = To be sent to you: { $amounts }
money-to-be-refunded = To be refunded to you: { $amounts }
money-on-its-way = Sent to you, and not known to have arrived: { $amounts }
money-history = <b>Last movements</b>
money-moved =
    { $what ->
        [held] { $day }: { $amount } held for “{ $title }”
        [released] { $day }: { $amount } released for “{ $title }”
        [fee] { $day }: our fee of { $amount } for “{ $title }”
        [refunded] { $day }: { $amount } refunded for “{ $title }”
        [payout-sent] { $day }: payout of { $amount } for “{ $title }” sent
        [refund-sent] { $day }: refund of { $amount } for “{ $title }” sent
        [payout-arrived] { $day }: payout of { $amount } for “{ $title }” arrived
        [refund-arrived] { $day }: refund of { $amount } for “{ $title }” arrived
        [came-back] { $day }: { $amount } for “{ $title }” came back to us from the bank
        [taken-back] { $day }: your bank took { $amount } for “{ $title }” back
        [not-held] { $day }: { $amount } for “{ $title }” not held any more, since a bank took a payment back
        [unbooked] { $day }: { $amount } for “{ $title }” not held any more, since it was booked by mistake
        [given-back] { $day }: your bank gave us { $amount } for “{ $title }” back
       *[other] { $day }: { $amount }, “{ $title }”
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
        [fee] our fee
        [refunded] refunded
        [payout-sent] payout sent
        [refund-sent] refund sent
        [payout-arrived] payout arrived
        [refund-arrived] refund arrived
        [came-back] came back to us
        [taken-back] taken back by your bank
        [not-held] not held any more
        [unbooked] booked by mistake
        [given-back] given back to us by your bank
       *[other] moved
    }
statement-head-amount = Amount
statement-footer = As of { $at }
money-csv = Your whole history, for a spreadsheet.
