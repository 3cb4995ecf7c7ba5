"""Everything that can be pressed, typed and filled in, by its name: a line each in its topic."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from bot.parties import (
    amending,
    deal,
    disputing,
    drafting,
    inviting,
    lists,
    menu,
    papers,
    paying,
    people,
    talking,
    working,
)
from bot.parties.kit import amounts, gathering
from bot.parties.kit.presses import PressOf
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import FormKind, Update

OnCommand = Callable[[Update, str], Awaitable[Shown | None]]
"""What answers a command, with the words behind it."""

_TOPICS: Final = (drafting, inviting, paying, working, amending, disputing, talking, people)

FORMS: Final[Mapping[str, FormKind]] = MappingProxyType(
    {form.what: form for form in (*(form for t in _TOPICS for form in t.FORMS), menu.FORM)}
)
PRESSES: Final[Mapping[str, PressOf]] = MappingProxyType(
    {
        press.verb: press
        for room in (*_TOPICS, deal, lists, menu, papers, gathering, amounts)
        for press in room.PRESSES
    }
)
COMMANDS: Final[Mapping[str, OnCommand]] = MappingProxyType(
    {
        "start": menu.on_start,
        "new": menu.on_new,
        "deals": menu.on_deals,
        "money": menu.on_money,
        "diary": talking.diary_command,
        "settings": menu.on_settings,
        "verify": menu.on_verify,
        "privacy": menu.on_privacy,
        "help": menu.on_help,
        "cancel": menu.on_cancel,
    }
)
