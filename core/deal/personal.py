"""A step that is about a person and no deal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.deal.commands import Command
from core.deal.context import Context
from core.deal.events import Event
from core.deal.person import Person
from core.values.errors import NotYours

PersonDecision = tuple[Person | None, tuple[Event, ...]]


PersonStep = Callable[[Person | None, Any, Context], PersonDecision]


def known(step: Callable[[Person, Any, Context], PersonDecision]) -> PersonStep:
    """Of somebody whom we met. Raises NotYours("stranger")."""

    def taken(person: Person | None, command: Command, ctx: Context) -> PersonDecision:
        if person is None:
            raise NotYours("stranger")
        return step(person, command, ctx)

    return taken
