"""What was proposed about a milestone, as the desk reads it: in the file, the topic, the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.cards.disputing.exhibits import fee_args
from bot.cards.kit.desk import Part, lines
from bot.texts import Safe, Text
from core.deal.proposal import IN_DISPUTE, Proposal, ProposalKind, ProposalState
from core.values.ids import PersonId

MOST: Final = 5
"""In the pinned file, the last ones; all of them are in the topic and in the whole file."""
TOLD: Final = frozenset({ProposalKind.MORE_TIME, ProposalKind.END, *IN_DISPUTE})
Names = Mapping[PersonId, str]
"""What colleagues are called."""


def made_in(part: Part, *, dispute: bool) -> Sequence[Proposal]:
    """What was proposed about this milestone: all of it, or what ends a dispute."""
    kinds = IN_DISPUTE if dispute else TOLD
    found = part.deal.proposals
    return [p for p in found if p.milestone == part.number and p.kind in kinds]


def offers(t: Text, part: Part, staff: Names) -> Safe:
    """The last offers and what became of each."""
    found = made_in(part, dispute=True)[-MOST:]
    if not found:
        return Safe("")
    return lines(t("desk-offers"), *(what_became(t, part, staff, p) for p in found))


def proposed(t: Text, part: Part, staff: Names, p: Proposal) -> Safe:
    """Who proposes what, to the cent."""
    shares: dict[str, object] = dict.fromkeys(("freelancer", "client", "fee", "payout"), "")
    shares["free"] = True
    if p.to_freelancer is not None and p.held is not None:
        shares = fee_args(p.to_freelancer, part.deal.terms.fee_bps)
        shares |= {"freelancer": p.to_freelancer, "client": p.held - p.to_freelancer}
    role = part.role(p.by)
    name = staff.get(p.by, str(p.by)) if role == "nobody" else part.name(p.by)
    return t("desk-proposed", kind=p.kind, role=role, name=name, more=p.more or "", **shares)


def what_became(t: Text, part: Part, staff: Names, p: Proposal) -> Safe:
    """The same, and what became of it; of an arbiter's, who of the two has said yes."""
    waits = p.state is ProposalState.OPEN
    agreed = part.role(p.agreed[0]) if p.agreed and waits else "nobody"
    what, until = proposed(t, part, staff, p), p.window.ends_at
    return t("desk-proposed-became", what=what, state=p.state, until=until, yes=agreed)
