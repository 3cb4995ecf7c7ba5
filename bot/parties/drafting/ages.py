"""When the buttons of the terms are old."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.parties.drafting import choosing, listing, sending
from bot.parties.kit.terms import are_still, may_change
from core.views import DealView

EARLY: Final[Mapping[str, Callable[[DealView, Press], bool]]] = MappingProxyType(
    {
        **{of.verb: may_change for of in (*choosing.PRESSES, *listing.PRESSES, *sending.PRESSES)},
        "terms.send": are_still,
    }
)
"""By verb, whether a button would do now what it says."""
