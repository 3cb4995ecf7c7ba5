"""Presses every button that stands anywhere, one after the other, and takes it all back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from copy import deepcopy
from typing import Any

from tests.kit.fakes import FakeStore
from tests.kit.memory import MemoryEdge
from tests.kit.phones import Person, Phones, Shown, plain

OLD = "That button is old"
NO_DEALS = frozenset({"money", "deals", "menu", "set", "new"})
"""They lead somewhere at any time."""


@asynccontextmanager
async def taken_back(store: FakeStore, phones: Phones, edge: MemoryEdge) -> AsyncIterator[None]:
    """Whatever happens inside has not happened: what stands in the chats, the deal, the forms."""
    rows, chats = store.rows.copy(), {chat: list(shown) for chat, shown in phones.chats.items()}
    looks = [(s, s.text, deepcopy(s.buttons)) for shown in chats.values() for s in shown]
    kept: dict[str, Any] = {
        name: dict(getattr(edge, name)) for name in ("cards", "relays", "flags", "usage")
    }
    delivered, next_id = edge.delivered, phones.next_id
    try:
        yield
    finally:
        store.rows, phones.next_id, edge.delivered = rows, next_id, delivered
        phones.chats.clear()
        phones.chats.update(chats)
        for shown, text, buttons in looks:
            shown.text, shown.buttons = text, buttons
        for name, value in kept.items():
            getattr(edge, name).clear()
            getattr(edge, name).update(value)


def presses(person: Person) -> list[tuple[Shown, str, str]]:
    """Each button of each message with what it carries, the newest last."""
    return [
        (shown, button["text"], button["callback_data"])
        for shown in person.chat
        for row in shown.buttons
        for button in row
        if button.get("callback_data") and button["callback_data"].split("|")[0] not in NO_DEALS
    ]


async def old_buttons(world: Any, people: Iterable[Person]) -> list[str]:
    """What is answered as old, of all that stands."""
    found = []
    for person in people:
        for shown, label, data in presses(person):
            ages, world.app.buttons.ages = (
                world.app.buttons.ages,
                None,
            )  # nothing is noted meanwhile
            async with taken_back(world.store, person.phones, world.app.edge):
                person.phones.answers.append({})
                await person.press_data(data, shown)
                alert = person.alert
            world.app.buttons.ages = ages
            if alert.startswith(OLD):
                found.append(f"{person.name}: {label} ({data}) under {plain(shown.text)[:60]!r}")
    return found
