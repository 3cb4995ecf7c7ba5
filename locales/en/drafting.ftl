## Whose turn it is, until when, and what happens if nothing is done

turn-draft-idle = Finish it by { $until }. After that we delete the draft.

## Terms in words

role-freelancer = freelancer
role-client = client

terms-untitled = (no title yet)
terms-title = <b>{ $title }</b>
terms-total =
    { $count ->
        [one] { $total } in one payment
       *[other] { $total } in { $count } payments
    }
terms-work = The work:
terms-files =
    { $count ->
        [one] File: { $names }
       *[other] Files: { $names }
    }
terms-milestone =
    { $count ->
        [one] <b>{ $title }</b>: { $amount }
       *[other] <b>{ $number }. { $title }</b>: { $amount }
    }
terms-milestone-unpriced =
    { $count ->
        [one] <b>{ $title }</b>
       *[other] <b>{ $number }. { $title }</b>
    }
terms-milestone-dropped = <b>{ $number }. { $title }</b>: dropped
terms-duration = { $length } after the payment arrives
# What a date comes to that was typed for a length, and from when that counts
date-counts-as = { $what ->
        [paid] { $date } is taken as { $length }. They count from when the payment arrived: look at the new date before you propose it.
        [review] { $date } is taken as { $length }: the client has as long from each submission, so the date is known then.
       *[work] { $date } is taken as { $length }: they begin once the payment arrives, so the date is known then.
    }
terms-criterion = • { $criterion }
terms-rounds =
    { $rounds ->
        [0] No rounds of changes for matters of taste; what misses a criterion is revised for free.
        [one] { $rounds } round of changes for matters of taste; what misses a criterion is revised for free.
       *[other] { $rounds } rounds of changes for matters of taste; what misses a criterion is revised for free.
    }
terms-review = The client has { $length } to look at a submission, { $again } after changes.
terms-silence-escalate = If the client says nothing by then, an arbiter decides who gets the money.
terms-silence-release = If the client says nothing by then, the money is released to the freelancer.
terms-late = If work is more than { $grace } late and nothing was submitted, the client may cancel it; the freelancer may object.
terms-cancel-fee = Until work is submitted, the client may cancel for { $percent } % of what is held: that goes to the freelancer, who may object.
terms-funding = The client has { $length } to pay: from the agreement, and for a later milestone from its turn.
terms-at-once = All milestones are open at once: each is paid for itself, in any sequence, and none waits for another to end.
terms-funding-at-once = The client has { $length } to pay: from the agreement, and for a milestone that is added later from when both agreed to it.
# $net of $total is what remains, all of it being released; where nothing is $priced yet, nothing is said
terms-fee = Our fee is { $percent } of what is released, and the freelancer bears it{ $priced ->
        [true] : of { $total }, { $net } goes to the freelancer.
       *[false] .
    } We take nothing from a refund.
terms-same-hands = One and the same person of our team confirms payments and decides disputes.
terms-in-file =
    { $count ->
        [one] <b>{ $title }</b>, { $total } in one payment. The terms are long: they are whole in the file above.
       *[other] <b>{ $title }</b>, { $total } in { $count } payments. The terms are long: they are whole in the file above.
    }
terms-money-client =
    <b>Your money</b>
    You pay nothing by accepting. { $at_once ->
        [true] You are then asked to pay for all milestones, each for itself, within { $funding }; one that is not paid by then ends, and you owe nothing for it.
       *[false] You then have { $funding } to pay; if you do not, the deal ends and you owe nothing.
    }
    What you pay is held. { way-out }
    { way-back }
terms-money-freelancer =
    <b>Your money</b>
    { $at_once ->
        [true] The client has { $funding } to pay for each milestone. Start on one when we tell you that its money is held, not before.
       *[false] The client has { $funding } to pay. Start when we tell you that the money is held, not before.
    }
    { way-out }
    { way-back }
    Once you have submitted, the client alone cannot take the money back.

diff-added = <b>{ $label }</b>, new: { $after }
diff-removed = <b>{ $label }</b>, removed: <s>{ $before }</s>
diff-changed = <b>{ $label }</b>: <s>{ $before }</s> → { $after }
diff-milestone-title = Milestone { $number }, title
diff-milestone-amount = Milestone { $number }, amount
diff-milestone-duration = Milestone { $number }, time
diff-milestone-criteria = Milestone { $number }, criterion { $place }
diff-milestone-dropped = Milestone { $number }
diff-dropped = { $dropped ->
        [true] <b>{ $label }</b>: dropped
       *[false] <b>{ $label }</b>: not dropped any more
    }
diff-creator-role = Who invites
diff-title = Title
diff-description = The work
diff-files = File
diff-currency = Currency
diff-fee-bps = Our fee
diff-same-hands = One person confirms payments and decides disputes
diff-review-window = Time to look
diff-review-window-after-revision = Time to look after changes
diff-on-silence = If the client says nothing
diff-revision-rounds = Rounds of changes
diff-cancel-fee-percent = Fee to cancel
diff-all-at-once = All milestones at once
diff-late-grace = Grace when late
diff-funding-window = Time to pay
diff-silence-escalate = an arbiter decides
diff-silence-release = the money is released
diff-yes = yes
diff-no = no

preview-head =
    { $role ->
        [client] You are the client. This is what the freelancer will see:
       *[other] You are the freelancer. This is what the client will see:
    }
preview-unreachable = { $name } has stopped this bot, so we cannot send it. Pass on a link instead.
counter-head = <b>Your changes</b>
counter-foot = Nothing is sent yet.
counter-nothing = You have not changed anything yet.
counter-sent = Your changes are sent
edit-head = What would you like to change?
edit-which-milestone = Which milestone?
discard-sure = Delete this draft? It cannot be brought back.
discarded = Draft deleted. /new starts another deal.

## Buttons

tap-role-freelancer = I'm the freelancer
tap-role-client = I'm the client
tap-more-templates = More…
tap-remove-files = Remove the files
tap-parts-several = Several milestones
tap-add-milestone = Add a milestone
tap-that-is-all = That's all
tap-rules-ok = Use these rules
tap-rounds =
    { $rounds ->
        [0] No rounds for taste
        [one] { $rounds } round of changes
       *[other] { $rounds } rounds of changes
    }
tap-review = { $length } to look
tap-cancel-fee =
    { $granted ->
        [true] Fee to cancel: { $percent } %
       *[false] No fee to cancel
    }
tap-no-cancel-fee = No cancelling
tap-order-in-turn = One after another
tap-order-at-once = All at once
tap-silence-escalate = Silence: an arbiter
tap-silence-release = Silence: release
tap-discard = Discard
tap-leave-changes = Delete changes
tap-send-changes = Send changes
tap-edit-title = Title
tap-edit-work = The work
tap-edit-payment = The payment
tap-edit-milestones = Milestones…
tap-edit-rules = Rules
tap-swap-role = I'm the other side
tap-change-m-title = Title
tap-change-m-amount = Amount
tap-change-m-days = Time
tap-change-m-criteria = Criteria

## Questions of a draft

new-role =
    Which side are you in this deal?

    Or send all of it at once, as the freelancer:
    <code>Logo, 300 EUR, 5 days: three concepts; SVG</code>
ask-title = What is it about? { $templates ->
        [true] Send a short title, or start from a template. You can describe the work from the next line on.
       *[other] Send a short title.
    }
ask-work = Describe the work in your own words, with files and links: a brief, a sketch, an example. It becomes part of what you both agree on.
ask-files = Is there more that belongs to it: words, files, links? Send it, or press the button below.
ask-currency = In which currency?
ask-m-title =
    Milestone { $number }: what is its title?

    Or all of it at once: <code>Drafts; 300; 5; three concepts; SVG files</code>
ask-m-amount =
    { $several ->
        [true] Milestone { $number }: how much?
       *[other] How much?
    } { $currency ->
        [none] With its currency, such as <i>300 EUR</i>.
       *[other] In { $currency }.
    }

    Or with the time: <code>300 EUR, 5 days</code>
ask-all-at-once =
    It is one payment, unless you press below. Or send all of it at once:
    <code>Drafts; 300; 5; three concepts; SVG files</code>
ask-which-amount = { $count ->
        [one] A dot before three digits can be misread. Is this the amount? If not, write it again.
       *[other] That can be read in two ways. Which one is it?
    }
ask-m-days =
    { $several ->
        [true] Milestone { $number }: how long may it take, counted from the payment? Such as <i>5 days</i>, <i>2 weeks</i> or <i>12 May</i>.
       *[other] How long may the work take, counted from the payment? Such as <i>5 days</i>, <i>2 weeks</i> or <i>12 May</i>.
    }

    The criteria may follow: <code>5 days: three concepts; SVG files</code>
ask-m-criteria =
    { $several ->
        [true] Milestone { $number }: how can both of you tell that it is done? One criterion a line. The work is judged by them.
       *[other] How can both of you tell that it is done? One criterion a line. The work is judged by them.
    }
ask-more = Is there another milestone?
ask-rules = These rules hold for both of you. Rounds of changes are for matters of taste; what misses a criterion is revised for free anyway. Press one of them below to change it.
ask-rounds = How many rounds of changes, for matters of taste? What misses a criterion is revised for free anyway.
ask-review = How long may the client look at each submission? At least { $least }.
ask-cancel-fee = May the client cancel for a fee until work is submitted? Choose how much of the money the freelancer then keeps, or type a number of per cent. Without that, the client alone can cancel when the work is late.
ask-order =
    How are the milestones paid and worked on?

    <b>One after another</b>: the next is paid when its turn comes, after the one before it.
    <b>All at once</b>: all of them are open from the agreement on. The client is asked to pay for all within { $funding }, in any sequence. Each is paid for itself, and none waits for another to end.
ask-needs-text = Please answer in words here.
ask-needs-button = Please press one of the buttons below.

template-logo = Logo
template-brochure = Catalogue, brochure
template-banner = Banner
template-web = Web page
template-app = App
template-social = Social media posts
template-writing = Content writing
template-translation = Translation
template-logo-title = Logo
template-logo-criteria =
    more than one concept to choose from
    the chosen one in colour and in black and white
    SVG and PNG files
template-brochure-title = Catalogue or brochure
template-brochure-criteria =
    all pages laid out with the texts and pictures supplied
    a PDF ready for print, with bleed and crop marks
    the editable source files
template-banner-title = Banner
template-banner-criteria =
    the texts and pictures supplied are used
    PNG or JPG files for the screen, PDF for print
    the editable source file
template-web-title = Web page
template-web-1-title = Design
template-web-1-criteria =
    a design of each page, for phone and computer
    fonts and pictures that may be used
template-web-2-title = Finished page
template-web-2-criteria =
    looks like the approved design in current browsers
    works on phone and computer
    the source code is handed over
template-app-title = App
template-app-1-title = Design and plan
template-app-1-criteria =
    a design of each screen
    a list of what the app does, screen by screen
template-app-2-title = Working app
template-app-2-criteria =
    does what the list of the first milestone says
    does not crash while doing it
    the source code is handed over, with how to build it
template-social-title = Social media posts
template-social-criteria =
    each post with text and picture
    each picture in the size of its network
    files ready to publish
template-writing-title = Content writing
template-writing-criteria =
    written for this deal and not published before
    free of spelling mistakes
    a text file that can be edited
template-translation-title = Translation
template-translation-criteria =
    the whole text is translated
    names, numbers and layout are kept
    free of spelling mistakes

## Refusals

refusal-not-over-yet = This deal is not over yet.
refusal-terms-sent = The terms are with the other side. To change them, withdraw the invite and make a new one.
refusal-role-is-agreed = Who is the freelancer and who the client cannot be changed any more.
refusal-nothing-changed = Nothing has changed yet. Change something first, or accept.
refusal-currency-not-here = { $currency } is not offered here. You can choose: { $offered }.
refusal-currency-has-amounts = There are amounts in another currency already. Change them first.
refusal-review-out-of-range = The time to look has to be at least { $seconds }.
refusal-cancel-fee-out-of-range = The fee to cancel: from 0 to { $most } per cent.
refusal-rounds-out-of-range = Rounds of changes: from 0 to { $most }.
refusal-terms-incomplete = Something is missing in the terms. Please complete them first.

refusal-too-many-drafts = You have as many drafts as fit ({ $limit }). Finish or delete one first.
refusal-too-many-milestones = A deal holds at most this many milestones: { $limit }.
refusal-too-many-criteria = A milestone holds at most this many criteria: { $limit }.
refusal-too-many-versions = The terms have been changed as often as they can be ({ $limit }). Accept, or decline.
refusal-deal-too-large = That is more than we take in one deal: at most { $limit }.
refusal-four-eyes-cap =
    Deals here have to stay below { $limit } for now. For more, two people of our team have to { $lacks ->
        [arbiters] decide together if it comes to a dispute, and there are not enough arbiters.
        [treasurers] confirm each payment together, and there are not enough treasurers.
        [people] confirm each payment together, and two who did not have to be able to decide: there are not enough of us.
       *[other] …
    }
refusal-currency-without-threshold = Deals in { $currency } are not possible here.
