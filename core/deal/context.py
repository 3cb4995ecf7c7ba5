"""What the pipeline loaded besides the deal, so that every rule can stand in core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from core.deal.allowance import Newcomer
from core.deal.diary import Unread
from core.deal.model import Deal
from core.deal.person import Person
from core.deal.ruling import Exhibit
from core.deal.suspense import Suspense
from core.values.errors import NotYours
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.policy import Policy
from core.values.roles import DeskRole


@dataclass(frozen=True, slots=True)
class Staff:
    """The operator's list of people at the desk."""

    arbiters: frozenset[PersonId] = frozenset()
    heads: frozenset[PersonId] = frozenset()
    treasurers: frozenset[PersonId] = frozenset()
    outside: frozenset[PersonId] = frozenset()
    """Arbiters of other houses: no heads and no treasurers here."""

    def roles(self, person: PersonId) -> frozenset[DeskRole]:
        """What this person may do at the desk; who is head or of another house is an arbiter."""
        roles = set()
        if person in self.who_rule:
            roles.add(DeskRole.ARBITER)
        if person in self.outside:
            roles.add(DeskRole.OUTSIDE)
        if person in self.heads:
            roles.add(DeskRole.HEAD)
        if person in self.treasurers:
            roles.add(DeskRole.TREASURER)
        return frozenset(roles)

    def needs(self, person: PersonId, role: DeskRole) -> None:
        """Raises NotYours: "not-on-the-list", or "for-arbiters" and its like: whose step it is."""
        held = self.roles(person)
        if not held:
            raise NotYours("not-on-the-list")
        if role in held:
            return
        match role:
            case DeskRole.ARBITER | DeskRole.OUTSIDE:
                raise NotYours("for-arbiters")
            case DeskRole.HEAD:
                raise NotYours("for-heads")
            case DeskRole.TREASURER:
                raise NotYours("for-treasurers")

    @property
    def who_rule(self) -> frozenset[PersonId]:
        """Everybody who could rule."""
        return self.arbiters | self.heads | self.outside

    @property
    def same_hands(self) -> bool:
        """Whether one person alone confirms deposits and rules."""
        return len(self.who_rule | self.treasurers) == 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts and relations that one command needs; empty where it needs none."""

    people: Mapping[PersonId, Person] = field(default_factory=dict)
    drafts: int = 0
    ended: Deal | None = None
    """What is to be done again."""
    open_deals: int = 0
    unfinished: Sequence[DealId] = ()
    """The actor's deals in which anything is open: drafts, and money that is still owed, too."""
    conflicted: bool = False
    """The actor had an agreed deal with either party within the lookback."""
    sides: frozenset[PersonId] = frozenset()
    """Whose deal it is that a call for help is about."""
    unread: Sequence[Unread] = ()
    """What the person's digest is to tell."""
    messages: frozenset[Exhibit] = frozenset()
    """What both sides said across, by which a ruling may go."""
    posted: bool = False
    """The books have this deposit already."""
    suspense: Suspense | None = None
    """The money that matches nothing which the command is about, under lock."""
    fresh: SuspenseId | None = None
    """The id of money in suspense that may come of it: nothing has it."""
    returned: int = 0
    """What of its rail and currency was sent back out of suspense today, in minor units."""
    about: Deal | None = None
    """The deal that such money seems to be meant for."""
    conflicts: frozenset[PersonId] = frozenset()
    """Who of the desk had such a deal, where a case is assigned."""
    gone: frozenset[PersonId] = frozenset()
    """Who of the desk left its group: nobody waits for them."""
    charged_back: frozenset[PersonId] = frozenset()
    """Whose payment a bank took back for good, and nobody of the desk has cleared it."""
    newcomers: Mapping[PersonId, Newcomer] = field(default_factory=dict)
    """Of who may pay, those who are new here, where the operator has a limit for them."""
    allowed: frozenset[str] = frozenset()
    """The currencies in which the desk lets the person that it is about have more held."""
    load: Mapping[PersonId, int] = field(default_factory=dict)
    """How many cases each of them has."""
    draw: int = 0
    """A number by chance, of which an assignment makes its choice."""


@dataclass(frozen=True, slots=True)
class Context:
    """The instant, the operator's rules, the desk, the facts, and the request that asks."""

    now: datetime
    policy: Policy
    staff: Staff
    facts: Facts = field(default_factory=Facts)
    request: str = ""
    second: PersonId | None = None
    """Who of the desk approves exactly what is decided; None where nobody else has looked at it."""
    heard: datetime | None = None
    """Until when everything that the parties did is known; None where no rule asks."""

    def over(self, at: datetime) -> bool:
        """Whether the time until `at` is over: what was done by then is known too."""
        return (self.now if self.heard is None else min(self.now, self.heard)) >= at

    def zone(self, person: PersonId | None) -> str | None:
        """The person's time zone, if they were met."""
        known = None if person is None else self.facts.people.get(person)
        return None if known is None else known.zone
