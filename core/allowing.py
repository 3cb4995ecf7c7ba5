"""The desk lets somebody who is new here have more held at once, and takes that back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from core.deal.allowance import Allowance
from core.deal.commands import Command
from core.deal.context import Context
from core.deal.events import Event
from core.deal.notice import ALWAYS, Notice, plain
from core.deal.person import Person
from core.deal.personal import PersonDecision, PersonStep, known
from core.values.errors import BadInput, NotNow, NotOffered, NotYours
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowMore(Command):
    """`person` may have so much held at once from now on; it takes the place of an earlier one."""

    person: PersonId
    amount: Money
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowNoMore(Command):
    """What holds for everybody who is new holds for `person` again. What is held stays held."""

    person: PersonId
    currency: str
    words: Words


@dataclass(frozen=True, slots=True)
class MoreAllowed(Event):
    """The desk raised a limit for somebody."""

    allowance: Allowance


@dataclass(frozen=True, slots=True)
class NoMoreAllowed(Event):
    """The desk took a raised limit back."""

    person: PersonId
    limit: Money
    """What holds for them again."""
    words: Words


def may_allow(actor: PersonId, person: PersonId, ctx: Context) -> None:
    """A treasurer, as of everything that is about money, for nobody whom they deal with.

    Raises NotYours: as `Staff.needs`; "own-limit", "conflict-limit".
    """
    ctx.staff.needs(actor, DeskRole.TREASURER)
    if actor == person:
        raise NotYours("own-limit")
    if ctx.facts.conflicted:
        raise NotYours("conflict-limit", months=ctx.policy.conflict_months)


def _limit(currency: str, ctx: Context) -> Money:
    """What holds for everybody who is new. Raises NotOffered("no-limit-there")."""
    if currency not in ctx.policy.newcomer_limit:
        raise NotOffered("no-limit-there", currency=currency)
    return Money(ctx.policy.newcomer_limit[currency], currency)


def _allow(person: Person, command: AllowMore, ctx: Context) -> PersonDecision:
    """Raises as `may_allow`; NotOffered("no-limit-there"); BadInput("allows-no-more")."""
    may_allow(command.actor, person.id, ctx)
    limit = _limit(command.amount.currency, ctx)
    if command.amount <= limit:
        raise BadInput("allows-no-more", limit=plain(limit))
    made = Allowance(person.id, command.amount, command.actor, ctx.now, command.words)
    return None, (MoreAllowed(made),)


def _allow_no_more(person: Person, command: AllowNoMore, ctx: Context) -> PersonDecision:
    """Raises as `may_allow`; NotOffered("no-limit-there"); NotNow("nothing-allowed")."""
    may_allow(command.actor, person.id, ctx)
    limit = _limit(command.currency, ctx)
    if command.currency not in ctx.facts.allowed:
        raise NotNow("nothing-allowed")
    return None, (NoMoreAllowed(person.id, limit, command.words),)


def _more(deal: DealId | None, event: MoreAllowed) -> Iterator[Notice]:
    data = {"amount": plain(event.allowance.amount)}
    yield Notice(event.allowance.person, "more-allowed", deal, data=data, holds=ALWAYS)


def _no_more(deal: DealId | None, event: NoMoreAllowed) -> Iterator[Notice]:
    data = {"amount": plain(event.limit)}
    yield Notice(event.person, "no-more-allowed", deal, data=data, holds=ALWAYS)


PERSON_STEPS: Final[Mapping[type[Command], PersonStep]] = MappingProxyType(
    {AllowMore: known(_allow), AllowNoMore: known(_allow_no_more)}
)
OF_PEOPLE: Final[Mapping[type[Event], Callable[[DealId | None, Any], Iterator[Notice]]]] = (
    MappingProxyType({MoreAllowed: _more, NoMoreAllowed: _no_more})
)
