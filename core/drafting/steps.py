"""From the first answer of a draft to the terms that are sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.deal.changing import fits, may_amend, more_within_limits
from core.deal.context import Context
from core.deal.events import InviteClaimed
from core.deal.model import Deal, DealState, DealStep, Working
from core.deal.newcomer import may_hold, may_hold_more
from core.deal.offering import (
    LONGEST,
    accepted_now,
    currency_here,
    next_offer,
    propose,
    terms_being_edited,
    with_claim,
    within_limits,
)
from core.deal.settle import Decision, close
from core.deal.step import Act, DealOfferOf, DealStepOf, anybody
from core.deal.terms import MilestoneTerms, Rules, Terms, diff
from core.drafting.commands import (
    AddFile,
    DiscardDraft,
    DiscardEdits,
    Edit,
    EditTerms,
    RemoveFile,
    RemoveMilestone,
    SendTerms,
    SetCurrency,
    SetDescription,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.drafting.events import DealStarted, EditsDiscarded, TermsEdited
from core.drafting.guards import (
    may_discard,
    may_do_again,
    may_edit,
    may_send_terms,
    may_suggest,
)
from core.values.errors import BadInput, NotNow, OverLimit
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import window
from core.values.words import TITLE_LIMIT, Words

MOST_ROUNDS: Final = 10
MOST_CANCEL_FEE: Final = 90
"""Per cent: for nearly all of the price the client had better have the work."""


def start(deal: DealId, cmd: StartDeal, ctx: Context) -> Decision:
    """A new draft. Raises OverLimit("too-many-drafts"), as `may_do_again` and as `edit`."""
    if ctx.facts.drafts >= ctx.policy.max_drafts:
        raise OverLimit("too-many-drafts", limit=ctx.policy.max_drafts)
    ended = ctx.facts.ended
    again = None if cmd.again is None else may_do_again(ended, cmd.actor)
    terms = _blank(cmd, ctx) if ended is None else _as_before(ended, cmd.actor, ctx)
    terms = _edited(terms, cmd.edits, ctx)
    within_limits(terms, ctx, (cmd.actor,))
    idle = window(ctx.now, ctx.policy.draft_idle, ctx.policy, ctx.zone(cmd.actor))
    begun = Deal(
        deal, DealState.DRAFT, cmd.actor, terms, ctx.now, ctx.now, window=idle, again=again
    )
    may_hold(begun, terms, cmd.actor, ctx)
    return begun, (DealStarted(cmd.actor),)


def _blank(cmd: StartDeal, ctx: Context) -> Terms:
    only = ctx.policy.currencies[0] if len(ctx.policy.currencies) == 1 else None
    return Terms(
        Rules.default(ctx.policy),
        creator_role=cmd.role,
        currency=cmd.currency or only,
        fee_bps=ctx.policy.fee_bps,
    )


def _as_before(ended: Deal, actor: PersonId, ctx: Context) -> Terms:
    """What was agreed, each on their side; under the house's fee of today.

    What its writer had erased is a gap, to be said anew.
    """
    terms = ended.terms
    milestones = tuple(
        replace(m, title=_kept(m.title), criteria=tuple(line for line in m.criteria if _kept(line)))
        for m in terms.kept
    )
    before = replace(
        terms,
        creator_role=ended.role_of(actor),
        title=_kept(terms.title),
        description=_kept(terms.description),
        milestones=milestones,
        fee_bps=ctx.policy.fee_bps,
        same_hands=False,
    )
    return _in_order(before)


def _kept(words: Words | None) -> Words | None:
    return None if words is None or words.text is None else words


def edit(deal: Deal, cmd: EditTerms, ctx: Context) -> Decision:
    """Answers in a draft, a counter-offer or a change of what is agreed; all or none."""
    before = terms_being_edited(deal, cmd.actor)
    after = _edited(before, cmd.edits, ctx, stay=len(deal.milestones))
    if deal.agreement is None:
        within_limits(after, ctx, (*deal.parties, cmd.actor))
    else:
        more_within_limits(deal, after, ctx)
        fits(deal, before, after, ctx)
    may_hold_more(deal, before, after, cmd.actor, ctx)
    if deal.state is not DealState.DRAFT and after.creator_role is not before.creator_role:
        raise BadInput("role-is-agreed")
    changed = tuple(item.path for item in diff(before, after))
    return _with_edited(deal, cmd.actor, after, ctx), (TermsEdited(cmd.actor, changed),)


def _edited(terms: Terms, edits: tuple[Edit, ...], ctx: Context, stay: int = 0) -> Terms:
    """`stay`: so many milestones are agreed, and keep their numbers."""
    for change in edits:
        terms = _apply(terms, change, ctx, stay)
    return terms


def _with_edited(deal: Deal, actor: PersonId, terms: Terms, ctx: Context) -> Deal:
    if deal.state is DealState.DRAFT:
        idle = window(ctx.now, ctx.policy.draft_idle, ctx.policy, ctx.zone(actor))
        return replace(deal, terms=terms, window=idle, seen=deal.seen + 1)
    claim = deal.claim_of(actor)
    if claim is not None:
        return with_claim(deal, replace(claim, counter=terms, sent=None, acceptance=None))
    begun = Working(actor, terms)
    if deal.agreement is None:
        return replace(deal, working=begun)
    return replace(deal, changing=(*(one for one in deal.changing if one.by != actor), begun))


def _apply(terms: Terms, change: Edit, ctx: Context, stay: int) -> Terms:
    match change:
        case SetRole():
            return replace(terms, creator_role=change.role)
        case SetTitle():
            return replace(terms, title=_short(change.title))
        case SetDescription():
            return replace(terms, description=change.description)
        case SetCurrency():
            return _with_currency(terms, change.currency, ctx)
        case AddFile() | RemoveFile():
            return _with_file(terms, change, ctx)
        case SetMilestone() | RemoveMilestone():
            return _with_milestone(terms, change, ctx, stay)
        case SetRules():
            return replace(terms, rules=_rules(terms.rules, change, ctx))


def _with_file(terms: Terms, change: AddFile | RemoveFile, ctx: Context) -> Terms:
    """With one more, or without one; the same file is there once."""
    added = (change.file,) if isinstance(change, AddFile) else ()
    if added and len(terms.files) >= ctx.policy.max_files:
        raise OverLimit("too-many-files", limit=ctx.policy.max_files)
    sha256 = change.file.sha256 if isinstance(change, AddFile) else change.sha256
    rest = tuple(file for file in terms.files if file.sha256 != sha256)
    return replace(terms, files=(*rest, *added))


def _short(words: Words) -> Words:
    if len(str(words)) > TITLE_LIMIT:
        raise BadInput("text-too-long", limit=TITLE_LIMIT, length=len(str(words)))
    return words


def _with_currency(terms: Terms, code: str, ctx: Context) -> Terms:
    currency_here(code, ctx)
    if any(m.amount is not None and m.amount.currency != code for m in terms.milestones):
        raise BadInput("currency-has-amounts")
    return replace(terms, currency=code)


def _with_milestone(
    terms: Terms, change: SetMilestone | RemoveMilestone, ctx: Context, stay: int
) -> Terms:
    known = list(terms.milestones)
    if isinstance(change, RemoveMilestone):
        if 1 <= change.number <= stay:
            known[change.number - 1] = replace(known[change.number - 1], dropped=True)
            return replace(terms, milestones=tuple(known))
        kept = tuple(m for number, m in enumerate(known, 1) if number != change.number)
        return _in_order(replace(terms, milestones=kept))
    if not 1 <= change.number <= len(known) + 1:
        raise BadInput("no-such-milestone")
    if change.number > ctx.policy.max_milestones:
        raise OverLimit("too-many-milestones", limit=ctx.policy.max_milestones)
    if change.number > len(known):
        known.append(MilestoneTerms())
    old = known[change.number - 1]
    known[change.number - 1] = MilestoneTerms(
        old.title if change.title is None else _short(change.title),
        old.amount if change.amount is None else _amount(terms, change.amount),
        old.duration if change.duration is None else _duration(change.duration),
        old.criteria if change.criteria is None else _criteria(change.criteria, ctx),
    )
    return replace(terms, milestones=tuple(known))


def _in_order(terms: Terms) -> Terms:
    """Of a single milestone nothing is agreed about the order of several."""
    if len(terms.milestones) > 1:
        return terms
    return replace(terms, rules=replace(terms.rules, all_at_once=False))


def _amount(terms: Terms, amount: Money) -> Money:
    if amount.currency != terms.currency:
        raise BadInput("amount-other-currency", currency=terms.currency)
    if amount.minor <= 0:
        raise BadInput("amount-not-positive")
    return amount


def _duration(duration: timedelta) -> timedelta:
    if not timedelta(0) < duration <= LONGEST:
        raise BadInput("duration-out-of-range", days=LONGEST.days)
    return duration


def _criteria(criteria: tuple[Words, ...], ctx: Context) -> tuple[Words, ...]:
    if len(criteria) > ctx.policy.max_criteria:
        raise OverLimit("too-many-criteria", limit=ctx.policy.max_criteria)
    return tuple(criteria)


def _rules(rules: Rules, change: SetRules, ctx: Context) -> Rules:
    for review in (change.review_window, change.review_window_after_revision):
        if review is not None and not ctx.policy.min_review <= review <= LONGEST:
            raise BadInput(
                "review-out-of-range", seconds=int(ctx.policy.min_review.total_seconds())
            )
    for other in (change.late_grace, change.funding_window):
        if other is not None and not timedelta(0) < other <= LONGEST:
            raise BadInput("duration-out-of-range", days=LONGEST.days)
    if change.revision_rounds is not None and not 0 <= change.revision_rounds <= MOST_ROUNDS:
        raise BadInput("rounds-out-of-range", most=MOST_ROUNDS)
    wanted = change.cancel_fee_percent
    fee = rules.cancel_fee_percent if wanted is None else wanted
    if not 0 <= fee <= MOST_CANCEL_FEE:
        raise BadInput("cancel-fee-out-of-range", most=MOST_CANCEL_FEE)
    return Rules(
        change.review_window or rules.review_window,
        change.review_window_after_revision or rules.review_window_after_revision,
        change.on_silence or rules.on_silence,
        rules.revision_rounds if change.revision_rounds is None else change.revision_rounds,
        change.late_grace or rules.late_grace,
        change.funding_window or rules.funding_window,
        fee,
        rules.all_at_once if change.all_at_once is None else change.all_at_once,
    )


def discard_edits(deal: Deal, cmd: DiscardEdits, _ctx: Context) -> Decision:
    """Leave a counter-offer, or a change of what is agreed, that was begun."""
    claim = deal.claim_of(cmd.actor)
    if claim is not None:
        deal = with_claim(deal, replace(claim, counter=None, sent=None))
    elif deal.working is not None and deal.working.by == cmd.actor:
        deal = replace(deal, working=None)
    elif any(one.by == cmd.actor for one in deal.changing):
        deal = replace(deal, changing=tuple(one for one in deal.changing if one.by != cmd.actor))
    else:
        raise NotNow("nothing-changed")
    return deal, (EditsDiscarded(cmd.actor),)


def discard(deal: Deal, cmd: DiscardDraft, ctx: Context) -> Decision:
    """The draft ends."""
    return close(deal, ctx, DealStep.DISCARD, "discarded", cmd.actor)


def send(deal: Deal, cmd: SendTerms, ctx: Context) -> Decision:
    """Send the counter-offer that was edited."""
    terms = terms_being_edited(deal, cmd.actor)
    if terms.gaps():
        raise BadInput("terms-incomplete", gaps=list(terms.gaps()))
    if not diff(deal.terms, terms):
        raise BadInput("nothing-changed")
    may_hold_more(deal, deal.terms, terms, cmd.actor, ctx)
    offer = next_offer(deal, cmd.actor, terms, ctx)
    accepted = accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx)
    waiting = deal.claim_of(cmd.actor)
    if waiting is not None:
        claimed = InviteClaimed(cmd.actor, accepts=False, safety_words=waiting.safety_words)
        return with_claim(deal, replace(waiting, sent=accepted)), (claimed,)
    return propose(deal, offer, accepted, ctx)


STEPS: Final = (
    DealStepOf(Act.EDIT, EditTerms, may_edit, edit),
    DealOfferOf(Act.SUGGEST, EditTerms, may_suggest),
    DealOfferOf(Act.AMEND, EditTerms, may_amend),
    DealStepOf(None, DiscardEdits, anybody, discard_edits),
    DealStepOf(Act.DISCARD, DiscardDraft, may_discard, discard),
    DealStepOf(Act.SEND_TERMS, SendTerms, may_send_terms, send),
)
