"""The rules for people as Markdown, with the figures of a house."""

from __future__ import annotations

import argparse

from bot.cards.rulebook import rulebook
from bot.cli.out import DONE, say
from bot.cli.settings import settings_of
from bot.texts import Text, Texts, plain
from core.values.policy import Policy

_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


def markdown(t: Text, policy: Policy) -> str:
    """All of it, in one language."""
    parts = [f"# {_plain(t('rules-title'))}"]
    for section in rulebook(t, policy):
        parts.append(f"## {_plain(section.title)}")
        parts.append("\n".join(f"- {_plain(line)}" for line in section.lines))
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    return plain(text).translate(_ISOLATES).replace("\n", " ")


def run(args: argparse.Namespace) -> int:
    """`holdfast rulebook`: the rules of this house."""
    settings = settings_of(args, needed=False)
    t = Texts().get(args.language or settings.operator.default_locale)
    say(markdown(t, settings.policy()).rstrip("\n"))
    return DONE
