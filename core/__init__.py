"""The domain of Holdfast: standard library only, no input or output.

One word per concept:

Deal            what two people have going, from the invite to the end
Terms           what is proposed; an Agreement is the version both accepted, with its fingerprint
freelancer, client; party   the two sides; either of them
arbiter; desk   who rules; the arbiters' group
treasurer       who confirms manual deposits and payouts
Invite          the single-use link to a deal
Milestone       one priced part, accepted on its own
Criterion       one line by which a milestone is judged done
Hold            the client's money set aside for one milestone
fund, release, refund       money enters a hold; goes to the freelancer; goes back
Deposit, Payout money crossing the border in; out, by a rail
Transfer        one payout or refund that is owed to somebody outside, until it is confirmed
Rail            a way to pay
Diary, entry    the deal's work log
Submission      work handed in
Round           one request for changes, and its answer
Dispute, Ruling escalation to the arbiter; the arbiter's reasoned outcome
Evidence        what a party files in a dispute, kept with its SHA-256
Entry, Posting, Account     a balanced set; one leg of it; where it lands
Window          a stretch of time that somebody has, and whether they were told of it
Deadline        an instant at which the core acts
Notice; courier a message owed to a person; who delivers it
seen            the version of the milestone (or terms) that the person was looking at
Refusal         a polite no, with data and a text key
Words           what a person wrote: salted, hashed, erasable
"""
