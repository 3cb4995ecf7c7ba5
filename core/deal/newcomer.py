"""What somebody who is new here may have held at once, where the operator set a figure for it."""

from __future__ import annotations

from collections.abc import Iterable

from core.deal.allowance import PROVEN
from core.deal.context import Context
from core.deal.milestone import Milestone
from core.deal.model import Deal, DealState
from core.deal.terms import MilestoneTerms, Role, Terms
from core.values.errors import OverLimit
from core.values.ids import PersonId
from core.values.money import Money


def at_once(deal: Deal) -> Money | None:
    """The most of a client's money that this deal may come to hold at one time from now on.

    Of milestones one after the other that is the largest of those that are not over, since each is
    held alone; of those that are open all at once it is their sum. One counts with what is held for
    it and what is still to be paid, and before that with its price. An invite counts as the deal
    that it may become; a draft and a deal that is over count for nothing. So who agrees within the
    limit is not stopped by it at a later milestone. None before there is a currency.
    """
    if deal.state.final or deal.state is DealState.DRAFT:
        return None if deal.currency is None else Money(0, deal.currency)
    return under(deal, deal.terms)


def under(deal: Deal, terms: Terms) -> Money | None:
    """The same of this deal under these terms, a draft's too: what is paid for stays as it is."""
    if terms.currency is None:
        return None
    none = Money(0, terms.currency)
    there = {m.number: m for m in deal.milestones}
    each = [_of(there.get(at), said) or none for at, said in enumerate(terms.milestones, 1)]
    if terms.rules.all_at_once:
        return sum(each, none)
    return max(each, key=lambda one: one.minor, default=none)


def _of(m: Milestone | None, said: MilestoneTerms) -> Money | None:
    """What it may hold; None for nothing, or nothing said yet."""
    if said.dropped or (m is not None and m.state.final):
        return None
    if m is None or m.unpaid:
        return said.amount
    return m.held + m.price if m.to_pay else m.held


def open_of(deals: Iterable[Deal]) -> dict[str, int]:
    """What these deals may come to hold at once, by currency."""
    found: dict[str, int] = {}
    for deal in deals:
        amount = at_once(deal)
        if amount is not None:
            found[amount.currency] = found.get(amount.currency, 0) + amount.minor
    return found


def payer(deal: Deal, terms: Terms, actor: PersonId) -> PersonId | None:
    """Who would pay under these terms, as far as anybody is known: one who claims is who asks."""
    if terms.creator_role is None:
        return None
    if terms.creator_role is Role.CLIENT:
        return deal.creator
    to = None if deal.again is None else deal.again.to
    return deal.invitee or to or (actor if actor != deal.creator else None)


def may_hold(
    deal: Deal, terms: Terms, actor: PersonId, ctx: Context, client: PersonId | None = None
) -> None:
    """A client who is new here has no more held at once than the operator lets them.

    What counts is `at_once` of every deal that they pay in, and this one `under` these terms;
    `client` is who is about to be one, where the deal does not know it yet.
    Raises OverLimit: "newcomer-limit" for the client, with the limit, what is open, what this adds
    and how many deals are to be completed; "client-is-new" for anybody else, who reads nothing of
    the client's other deals.
    """
    pays, asked = client or payer(deal, terms, actor), under(deal, terms)
    new = None if pays is None else ctx.facts.newcomers.get(pays)
    if new is None or not asked or asked.currency not in new.limits:
        return
    most, held = new.limits[asked.currency], new.open.get(asked.currency, 0)
    if asked.minor + held <= most:
        return
    if pays != actor:
        raise OverLimit("client-is-new")
    raise OverLimit(
        "newcomer-limit",
        limit=(most, asked.currency),
        held=(held, asked.currency),
        asked=(asked.minor, asked.currency),
        done=PROVEN,
        left=PROVEN - new.done,
    )


def may_hold_more(deal: Deal, before: Terms, after: Terms, actor: PersonId, ctx: Context) -> None:
    """The same of other terms, where they would hold more, or where somebody else would pay.

    So what is too much already can be made less, a word at a time. Raises as `may_hold`.
    """
    was, becomes = under(deal, before), under(deal, after)
    same = payer(deal, before, actor) == payer(deal, after, actor)
    if same and was and becomes and was.currency == becomes.currency and becomes <= was:
        return
    may_hold(deal, after, actor, ctx)
