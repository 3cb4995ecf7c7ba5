## What waits for an answer, on the deal's card. $due becomes $then; $until: the time to answer

proposal-time = { $who ->
        [you] You asked for { $more } more for “{ $title }”. { $name } can answer until { $until }. If { $name } agrees, it is due by { $then }; if { $name } says nothing, the date stays.
       *[other] { $name } asks for { $more } more for “{ $title }”. Answer by { $until }. If you agree, it is due by { $then }; if you say nothing, the date stays.
    }
# $split: whether the freelancer gets all of it, some or none; $share before our fee, $net after it
proposal-end = { $who ->
        [you] You proposed to end “{ $title }”: { proposal-shares }
            { $name } can answer until { $until }. If { $name } says nothing, the proposal lapses and the deal goes on by its own dates.
       *[other] { $name } proposes to end “{ $title }”: { proposal-shares }
            Answer by { $until }. If you say nothing, the proposal lapses and the deal goes on by its own dates.
    }
proposal-shares = { $role ->
        [freelancer] { $split ->
            [all] { $share } for you{ proposal-fee }, nothing back to the client.
            [none] nothing for you, { $back } back to the client.
           *[some] { $share } for you{ proposal-fee }, { $back } back to the client.
        }
       *[client] { $split ->
            [all] { $share } for the freelancer{ proposal-fee }, nothing back to you.
            [none] nothing for the freelancer, { $back } back to you.
           *[some] { $share } for the freelancer{ proposal-fee }, { $back } back to you.
        }
    }
proposal-fee = { $charged ->
        [true] { " " }({ $net } after our fee of { $fee })
       *[false] { "" }
    }
proposal-why = You may write a few words now: they go with it.
proposal-said = Your words go with it.

## Buttons

button-ask-time = Ask for more time
button-grant-time = Grant more time
button-accept-time = Give { $more } more
button-reject-time = Refuse more time
button-withdraw-time = Stop asking for time
button-propose-end = Propose to end it
button-accept-end = Accept and end it
button-reject-end = Do not end it
button-withdraw-end = Take proposal back

## More…

more-ask-time = <b>Ask for more time</b>: { $name } can agree to a later date.
more-grant-time = <b>Grant more time</b>: you move the date, and { $name } is told.
more-accept-time = <b>Give more time</b>: the date moves as { $name } asks.
more-reject-time = <b>Refuse more time</b>: the work stays due when it is.
more-withdraw-time = <b>Stop asking for time</b>: the date stays.
more-propose-end = <b>Propose to end it</b>: you say who gets how much; no money moves unless { $name } agrees.
more-accept-end = <b>Accept and end it</b>: the money is shared as { $name } proposes.
more-reject-end = <b>Do not end it</b>: the work goes on as before.
more-withdraw-end = <b>Take proposal back</b>: { $name } cannot accept it any more.

## Asking and proposing

# $asks: the freelancer asks; otherwise the client gives
time-length = { $asks ->
        [true] How much more time do you need for “{ $title }”?
       *[false] How much more time do you give { $name } for “{ $title }”?
    } It is due by { $due }. Press one, or write how long, or a new date.
confirm-ask-time = Ask { $name } for { $more } more? “{ $title }” would then be due by { $then }, not by { $due }.
    { $name } can answer until { $until }. If { $name } says nothing, the date stays.
yes-ask-time = Yes, ask
done-ask-time = We ask { $name }.
confirm-grant-time = Give { $name } { $more } more? “{ $title }” is then due by { $then }, not by { $due }. You cannot take this back.
yes-grant-time = Yes, give { $more }
done-grant-time = We tell { $name }.
done-accept-time = The date is moved. We tell { $name }.
done-reject-time = The date stays. We tell { $name }.
done-withdraw-time = You do not ask for more time any more.
amount-end = { $held } is held for “{ $title }”. How much of it do you propose for yourself? { $role ->
        [freelancer] The rest goes back to { $name }.
       *[client] The rest goes to { $name }.
    } { $free ->
        [true] { "" }
       *[false] Our fee of { $percent } comes out of your share.
    }
confirm-propose-end = Propose to { $name } to end “{ $title }” now: { proposal-shares }
    No money moves unless { $name } accepts. { $name } can answer until { $until }. If { $name } says nothing, the proposal lapses and the deal goes on by its own dates.
yes-propose-end = Yes, propose it
done-propose-end = We tell { $name } what you propose.
confirm-accept-end = End “{ $title }” now, as { $name } proposes: { proposal-shares }
    This cannot be undone.
yes-accept-end = Yes, end it
done-accept-end = You both agreed: it is ended.
done-reject-end = It goes on. We tell { $name }.
done-withdraw-end = You took your proposal back.

## What people are told

notice-time-asked = { $name } asks for more time for “{ $title }”.
notice-time-given = { $name } gives you { $seconds } more for “{ $title }”.
notice-time-refused = { $name } does not agree to more time for “{ $title }”. The date stays.
notice-time-unanswered = { $name } has not answered in time about more time for “{ $title }”. The date stays.
notice-time-withdrawn = { $name } does not ask for more time for “{ $title }” any more.
notice-time-granted = { $name } gives you { $seconds } more for “{ $title }”.
notice-end-proposed = { $name } proposes to end “{ $title }”.
notice-end-refused = { $name } does not agree to end “{ $title }”. It goes on as before.
notice-end-unanswered = { $name } has not answered in time whether “{ $title }” ends. It goes on as before.
notice-end-withdrawn = { $name } does not propose to end “{ $title }” any more.

## Why not

refusal-proposal-open = One such question is open already. Wait for the answer, or take it back first.
refusal-proposals-used = This can be asked { $limit ->
        [one] once
       *[other] { $limit } times
    } for one milestone, and you have used that up. Write to the other side, or open a dispute.
refusal-nothing-proposed = That is answered already, or its time is over.
refusal-own-proposal = You proposed this yourself: the other side answers it.
refusal-other-proposal = The other side proposed this, so you cannot take it back.
refusal-share-out-of-range = Write an amount that is not more than what is held, { $held }.
refusal-time-asked = You were asked for more time. Answer that first.
refusal-no-such-proposal = There is no such proposal in this deal.
