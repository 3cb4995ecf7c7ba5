"""Nobody is told of what only its writer sees."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.deal.events import Event
from core.drafting.events import DealStarted, EditsDiscarded, TermsEdited

SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        DealStarted: "who began the draft sees it",
        TermsEdited: "nobody else sees a draft, or a counter-offer or change before it is sent",
        EditsDiscarded: "nobody else saw them",
    }
)
