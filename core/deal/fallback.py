"""What is stated in advance for a round of changes that an arbiter ordered, and nobody makes."""

from __future__ import annotations

from dataclasses import dataclass

from core.values.ids import PersonId
from core.values.money import Money


@dataclass(frozen=True, slots=True)
class Fallback:
    """The split of the hold as it was ordered."""

    by: PersonId
    to_freelancer: Money
    gone: Money
    """What had gone to the freelancer before, our fee included: what goes after that counts."""

    def share(self, held: Money, gone: Money) -> Money:
        """The freelancer's of what is held now: what was released or given back since is theirs.

        `gone` is what has gone to the freelancer by now.
        """
        left = self.to_freelancer - (gone - self.gone)
        return min(max(left, Money(0, held.currency)), held)
