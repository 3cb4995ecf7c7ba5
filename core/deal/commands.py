"""What every command has: who asks, of which deal, of which milestone, and as it was seen."""

from __future__ import annotations

from dataclasses import dataclass

from core.values.ids import DealId, PersonId, SuspenseId


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Anything asked by somebody."""

    actor: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealCommand(Command):
    """Asked of one deal."""

    deal: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneCommand(DealCommand):
    """Asked of one milestone."""

    milestone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCommand(MilestoneCommand):
    """Asked of one milestone, as it was seen."""

    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCommand(DealCommand):
    """Asked of money that is owed to somebody outside."""

    transfer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspenseCommand(Command):
    """Asked of money that matches nothing."""

    item: SuspenseId
