"""A deal's view, made once for all who ask at about the same time.

A press looks at its deal before the command and twice after it, and each message that follows looks
once more. What a view is made of is read anew each time; only where all of it is the same, and the
clock has moved by less than a second, is the view that was made of it handed on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.deal.context import Context
from core.deal.model import Deal
from core.values.ids import DealId, PersonId
from core.views import DealView, view_of

MOST: Final = 256  # pragma: no mutate - a choice
"""Views that are kept, the last ones."""
A_MOMENT: Final = timedelta(seconds=1)
"""What is offered may begin or end with the clock: so late may a card be told of it. A step itself
is always decided by the clock."""


class Seen:
    """The views that were made last."""

    def __init__(self) -> None:
        """None yet."""
        self._made: dict[tuple[DealId, PersonId], tuple[Context, DealView]] = {}
        """The oldest first."""

    def view(self, deal: Deal, viewer: PersonId, ctx: Context) -> DealView:
        """As `view_of`, its instant included."""
        kept = self._made.pop((deal.id, viewer), None)
        if kept is not None and _same(kept[1].deal, kept[0], deal, ctx):
            self._made[deal.id, viewer] = kept
            return replace(kept[1], now=ctx.now)
        made = view_of(deal, viewer, ctx)
        self._made[deal.id, viewer] = ctx, made
        for oldest in list(self._made)[:-MOST]:
            self._made.pop(oldest, None)
        return made


def _same(was: Deal, then: Context, deal: Deal, ctx: Context) -> bool:
    """The same rows give the same deal (`storage.mapping.read_row`), so identity is enough."""
    return (
        was is deal
        and timedelta(0) <= ctx.now - then.now < A_MOMENT
        and replace(then, now=ctx.now) == ctx
    )
