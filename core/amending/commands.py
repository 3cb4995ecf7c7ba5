"""What can be asked about changing what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.commands import MilestoneCommand, SeenCommand
from core.values.money import Money
from core.values.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMoreTime(SeenCommand):
    """The freelancer asks for `more` time, and may say why."""

    more: timedelta
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantMoreTime(SeenCommand):
    """The client gives `more` time of their own accord."""

    more: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeEnd(SeenCommand):
    """Either side proposes to end the milestone: `to_freelancer` of what is held, the rest back.

    The second tap: binds what is held, as it was shown.
    """

    to_freelancer: Money
    held: Money
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCommand(MilestoneCommand):
    """Asked of one proposal, which never changes: its number binds all that it says."""

    proposal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptProposal(ProposalCommand):
    """The other side says yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectProposal(ProposalCommand):
    """The other side says no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawProposal(ProposalCommand):
    """Whoever made it takes it back."""
