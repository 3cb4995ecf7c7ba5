"""What can be asked about changing what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.commands import DealCommand, MilestoneCommand, SeenCommand
from core.values.money import Money
from core.values.words import FileRef, Words


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
class WaitForMaterial(SeenCommand):
    """The freelancer can not go on before the client sends something: `words` say what."""

    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveMaterial(SeenCommand):
    """The client sends what the freelancer waits for."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialIsThere(SeenCommand):
    """The client says that nothing is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeWork(SeenCommand):
    """The freelancer goes on with what is paused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPause(SeenCommand):
    """Either side asks that the work stands still for `length`, and may say why."""

    length: timedelta
    words: Words | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSettlement(SeenCommand):
    """Either side offers to end the dispute: `to_freelancer` of what is held, the rest back.

    The second tap: binds what is held, and `counters`, the other side's offer on the screen,
    which this one takes the place of (0: there was none).
    """

    to_freelancer: Money
    held: Money
    counters: int = 0
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseSettlement(MilestoneCommand):
    """The arbiter who has the case proposes a share; `held` is what the preview showed."""

    to_freelancer: Money
    held: Money
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptSettlement(ProposalCommand):
    """The other side says yes; of the arbiter's, one of the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectSettlement(ProposalCommand):
    """The other side says no; of the arbiter's, one of the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawSettlement(ProposalCommand):
    """Whoever offered it takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealFigure(SeenCommand):
    """A side of a dispute tells us alone what it would take, of `held`: for the freelancer.

    From the freelancer it is the least, from the client the most.
    """

    figure: Money
    held: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsealFigure(SeenCommand):
    """Whoever told it takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAmendment(DealCommand):
    """Either side proposes the change of what is agreed that it edited, accepted by its sender.

    The second tap: `shown` is the fingerprint, as of version 0, of the terms on the card.
    """

    shown: str
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentCommand(DealCommand):
    """Asked of one change, which never changes: its number binds all that it says."""

    proposal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAmendment(AmendmentCommand):
    """The other side accepts exactly these terms."""

    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectAmendment(AmendmentCommand):
    """The other side says no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAmendment(AmendmentCommand):
    """Whoever proposed it takes it back."""
