"""A change of what is agreed: what it may be, and what comes of it once both said yes.

Milestones change, and nothing beside them: title, work, files, rules, currency, sides and fee stay
as both accepted them, since they hold for what is under way too. What a milestone is to bring is
said by its criteria. Of a milestone

- that nobody paid for anything may change, and it may be dropped: its number is not used again;
- that is being paid nothing changes until that is settled;
- that holds money its criteria change, and while it is worked on its days; its amount only falls,
  to more than what has left the hold, and the difference goes back to where it came from. More
  money is a milestone of its own, paid before its work as each of them is;
- that is over, or with the arbiter, nothing changes.

New ones stand behind; where all milestones are open at once, so are they.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.deal.context import Context
from core.deal.events import AMENDED, Event, Ground, MilestoneVoided
from core.deal.milestone import TABLE, Milestone, State, Step
from core.deal.model import Deal, DealState, DealStep, Working
from core.deal.offering import terms_being_edited, within_limits
from core.deal.proposal import Proposal, ProposalKind
from core.deal.settle import Decision, end_if_over, let_decide, open_all, open_milestone, settle
from core.deal.terms import Acceptance, Agreement, MilestoneTerms, Offer, Terms
from core.deal.who import in_deal_state, party
from core.values.errors import BadInput, NotNow, OverLimit
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import TITLE_LIMIT, Words, within


def may_amend(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """Either side of an agreed deal, one change open at a time, and so often a side.

    Raises NotNow: "deal-wrong-state", "proposal-open", "changes-used".
    """
    party(deal, actor)
    in_deal_state(deal, DealStep.AMEND)
    if deal.amendment is not None:
        raise NotNow("proposal-open")
    made = [p for p in deal.proposals if p.kind is ProposalKind.TERMS and p.by == actor]
    if len(made) >= ctx.policy.max_versions:
        raise NotNow("changes-used", limit=ctx.policy.max_versions)


def more_within_limits(deal: Deal, after: Terms, ctx: Context) -> None:
    """The operator's limits of today hold for what would be more, not for what is agreed already.

    Raises as `within_limits`.
    """
    now, then = deal.terms.total, after.total
    if now is not None and then is not None and then > now:
        within_limits(after, ctx, deal.parties)


def fits(deal: Deal, before: Terms, after: Terms, ctx: Context) -> None:
    """Whether what differs from `before` to `after` may differ from what is agreed.

    Raises BadInput: "only-milestones-change", and with the number of the milestone
    "milestone-is-over", "milestone-stands-still", "milestone-being-paid", "milestone-is-held",
    "title-is-agreed", "amount-only-falls", "amount-has-left", "days-are-over", "due-is-past".
    """
    if replace(before, milestones=()) != replace(after, milestones=()):
        raise BadInput("only-milestones-change")
    rows = zip(
        deal.milestones, deal.terms.milestones, before.milestones, after.milestones, strict=False
    )
    for m, agreed, old, new in rows:
        if new not in (old, agreed):
            _may_become(m, agreed, new, ctx.now)


def _may_become(m: Milestone, agreed: MilestoneTerms, new: MilestoneTerms, now: datetime) -> None:
    if m.state.final:
        raise BadInput("milestone-is-over", number=m.number)
    if (m.state, Step.AMEND) not in TABLE:
        raise BadInput("milestone-stands-still", number=m.number)
    if m.unpaid:
        return
    if m.state is State.FUNDING:
        raise BadInput("milestone-being-paid", number=m.number)
    _held_becomes(m, agreed, new, now)


def _held_becomes(m: Milestone, agreed: MilestoneTerms, new: MilestoneTerms, now: datetime) -> None:
    if new.dropped:
        raise BadInput("milestone-is-held", number=m.number)
    if new.title != agreed.title:
        raise BadInput("title-is-agreed", number=m.number)
    if new.amount is not None and new.amount != agreed.amount:
        _falls(m, new.amount)
    if new.duration != agreed.duration:
        _moves(m, agreed, new, now)


def _moves(m: Milestone, agreed: MilestoneTerms, new: MilestoneTerms, now: datetime) -> None:
    if m.state is not State.IN_PROGRESS:
        raise BadInput("days-are-over", number=m.number)
    if _due(m, agreed, new, now) <= now:
        raise BadInput("due-is-past", number=m.number)


def _falls(m: Milestone, amount: Money) -> None:
    if amount >= m.amount:
        raise BadInput(
            "amount-only-falls", number=m.number, amount=(m.amount.minor, m.amount.currency)
        )
    if m.amount - amount >= m.held:
        left = m.amount - m.held
        raise BadInput("amount-has-left", number=m.number, left=(left.minor, left.currency))


def _due(m: Milestone, old: MilestoneTerms, new: MilestoneTerms, now: datetime) -> datetime:
    """Other days move the date by their difference; what is late already counts from now."""
    if m.due_at is None or old.duration is None or new.duration is None:
        return now
    more = new.duration - old.duration
    return m.due_at + more if new.duration < old.duration else max(m.due_at, now) + more


def open_to_change(m: Milestone) -> tuple[str, ...]:
    """The parts of a milestone's terms that may change now: what its buttons offer."""
    if (m.state, Step.AMEND) not in TABLE or (m.state is State.FUNDING and not m.unpaid):
        return ()
    if m.unpaid:
        return ("title", "amount", "duration", "criteria", "dropped")
    days = ("duration",) if m.state is State.IN_PROGRESS else ()
    return (*(("amount",) if m.held.minor > 1 else ()), *days, "criteria")


def bound_to(deal: Deal, after: Terms) -> tuple[tuple[int, int], ...]:
    """What a change of these milestones rests on: how each of them stands."""
    rows = zip(deal.milestones, deal.terms.milestones, after.milestones, strict=False)
    return tuple((m.number, _stands(m)) for m, old, new in rows if old != new)


def _stands(m: Milestone) -> int:
    return 0 if m.unpaid else m.seen


def with_criteria(
    deal: Deal, actor: PersonId, number: int, asked: tuple[Words, ...], ctx: Context
) -> Deal:
    """What is asked for as new criteria of a milestone, in the change that this side has begun.

    Raises OverLimit("too-many-criteria"); BadInput as `fits`, and "empty-text" for erased words.
    """
    room_for(deal, actor, number, len(asked), ctx)
    before = terms_being_edited(deal, actor)
    rows, at = before.milestones, number - 1
    criteria = (*rows[at].criteria, *map(_in_one_line, asked))
    changed = replace(rows[at], criteria=criteria, dropped=False)
    after = replace(before, milestones=(*rows[:at], changed, *rows[number:]))
    fits(deal, before, after, ctx)
    begun = Working(actor, after)
    return replace(deal, changing=(*(one for one in deal.changing if one.by != actor), begun))


def with_milestones(deal: Deal, actor: PersonId, asked: tuple[Words, ...], ctx: Context) -> Deal:
    """What is asked for as new milestones of the change that this side has begun.

    Each has the words as its title and its criterion; price and days are still to be said.
    Raises OverLimit("too-many-milestones"); BadInput("empty-text") for erased words.
    """
    before = terms_being_edited(deal, actor)
    lines = [_in_one_line(words) for words in asked]
    added = tuple(MilestoneTerms(title=_as_title(line), criteria=(line,)) for line in lines)
    if len(before.milestones) + len(added) > ctx.policy.max_milestones:
        raise OverLimit("too-many-milestones", limit=ctx.policy.max_milestones)
    begun = Working(actor, replace(before, milestones=(*before.milestones, *added)))
    return replace(deal, changing=(*(one for one in deal.changing if one.by != actor), begun))


def _as_title(line: Words) -> Words:
    text = line.text or ""
    if len(text) <= TITLE_LIMIT:
        return line
    return Words.of(f"{text[: TITLE_LIMIT - 1].rstrip()}…", line.salt)


def room_for(deal: Deal, actor: PersonId, number: int, count: int, ctx: Context) -> None:
    """Raises OverLimit("too-many-criteria") where so many more do not fit."""
    had = len(terms_being_edited(deal, actor).milestones[number - 1].criteria)
    if had + count > ctx.policy.max_criteria:
        raise OverLimit("too-many-criteria", limit=ctx.policy.max_criteria)


def _in_one_line(asked: Words) -> Words:
    """A criterion is one line, of which each version keeps the salt."""
    line = within(" ".join((asked.text or "").split()))
    return asked if line == asked.text else Words.of(line, asked.salt)


def overtaken(deal: Deal, amendment: Proposal) -> bool:
    """Whether the deal is over, or a milestone that would change is not as it was."""
    if deal.state not in (DealState.AGREED, DealState.ACTIVE):
        return True
    return any(_stands(deal.milestone(number)) != stood for number, stood in amendment.bound)


def amend(
    deal: Deal, offer: Offer, both: tuple[Acceptance, ...], ctx: Context, actor: PersonId
) -> Decision:
    """Both accepted this version: it is what is agreed, and the milestones are as it says."""
    stood, before, agreed = deal.milestones, deal.terms, deal.agreement
    if agreed is None:
        raise NotNow("nobody-waits")
    deal = replace(
        deal.take(DealStep.AMEND),
        terms=offer.terms,
        offers=(*deal.offers, offer),
        earlier=(*deal.earlier, agreed),
        agreement=Agreement(offer.version, offer.terms, offer.fingerprint, ctx.now, both),
        acceptances=(*deal.acceptances, *both),
        changing=(),
        seen=deal.seen + 1,
    )
    events: list[Event] = []
    for m, old, new in zip(stood, before.milestones, offer.terms.milestones, strict=False):
        if old != new:
            deal, came = _become(deal, m, old, new, ctx, actor)
            events += came
    added = tuple(
        Milestone.planned(number, m.amount)
        for number, m in enumerate(offer.terms.milestones, 1)
        if number > len(stood) and m.amount is not None
    )
    deal = replace(deal, milestones=(*deal.milestones, *added))
    at_once = offer.terms.rules.all_at_once
    deal, opened = open_all(deal, added, ctx) if at_once else _turn(deal, stood, ctx)
    deal, ended = end_if_over(deal, ctx, actor)
    return deal, (*events, *opened, *ended)


def _become(
    deal: Deal,
    m: Milestone,
    old: MilestoneTerms,
    new: MilestoneTerms,
    ctx: Context,
    actor: PersonId,
) -> Decision:
    if new.dropped:
        step = Step.DROP if m.state is State.PLANNED else Step.CANCEL_FUNDING
        gone = replace(m.take(step), window=None, ended_at=ctx.now)
        return deal.with_milestone(gone), (MilestoneVoided(m.number, AMENDED, actor),)
    m = m.take(Step.AMEND)
    if m.window is not None and m.state is State.IN_PROGRESS and old.duration != new.duration:
        due = _due(m, old, new, ctx.now)
        m = replace(m, due_at=due, window=replace(m.window, ends_at=due))
    if new.amount is None or new.amount == old.amount:
        return deal.with_milestone(m), ()
    back = m.amount - new.amount
    m = replace(m, amount=new.amount)
    if m.unpaid:
        return deal.with_milestone(m), ()
    none = Money(0, back.currency)
    return settle(deal, m, ctx, Ground.AGREEMENT, none, back)


def _turn(deal: Deal, stood: tuple[Milestone, ...], ctx: Context) -> Decision:
    """Where the one whose turn it was is dropped, the next has it.

    Where the client was still to say whether the deal goes on, they say it of the next.
    """
    waited = next((m for m in stood if m.unpaid and m.window is not None), None)
    following = next((m for m in deal.milestones if m.state is State.PLANNED), None)
    if waited is None or following is None or not deal.milestone(waited.number).state.final:
        return deal, ()
    if waited.state is State.FUNDING:
        return open_milestone(deal, following, ctx, Step.OPEN)
    return let_decide(deal, following, ctx), ()
