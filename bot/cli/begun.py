"""What an interrupted `holdfast init` has learnt, kept beside the configuration to come.

Colleagues who tapped, their links and the groups that were found survive Ctrl+C and a power cut.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.cli.config_file import ROLES, write_alone

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(slots=True)
class Group:
    """A group that the desk's bot is in, and who spoke there or added the bot."""

    id: int
    title: str
    people: dict[int, str] = field(default_factory=dict)
    members: int | None = None
    well: bool = False
    """Whether the desk can work in it: topics, and the rights."""
    coded: bool = False
    """Whether somebody wrote the code there that this terminal shows."""


@dataclass(slots=True)
class Begun:
    """Who came so far, and by which secrets they come."""

    tokens: dict[str, str] = field(default_factory=dict)
    bot: int = 0
    """Whose links they are: with another bot for the desk everybody taps again."""
    links: dict[str, str] = field(default_factory=lambda: {role: _secret(role) for role in ROLES})
    code: str = field(
        default_factory=lambda: "".join(secrets.choice(CODE_LETTERS) for _ in range(6))
    )
    roles: dict[str, list[int]] = field(default_factory=lambda: {role: [] for role in ROLES})
    names: dict[int, str] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)

    @property
    def people(self) -> set[int]:
        """Everybody with any role."""
        return {person for people in self.roles.values() for person in people}

    @property
    def rules(self) -> bool:
        """Whether somebody came who may rule."""
        return bool(self.roles["arbiter"] or self.roles["head"])

    @property
    def learnt(self) -> bool:
        """Whether there is anything that somebody would have to do again."""
        return bool(self.people or self.groups)

    def vouched(self, group: Group) -> bool:
        """Whether a colleague spoke there or added the bot, or this terminal's code was written."""
        return group.coded or bool(self.people & set(group.people))

    def usable(self) -> list[Group]:
        """Groups in which the desk can work, those that are vouched for alone if there are any."""
        well = [group for group in self.groups.values() if group.well]
        coded = [group for group in well if group.coded]
        return coded or [group for group in well if self.vouched(group)] or well


def path_beside(config: Path) -> Path:
    """Where it is kept."""
    return config.with_name(f".{config.name}.begun")


def keep(config: Path, begun: Begun) -> None:
    """Written as soon as anything was learnt, readable by the operator alone."""
    if begun.learnt:
        write_alone(path_beside(config), json.dumps(asdict(begun), ensure_ascii=False))


def found(config: Path) -> Begun | None:
    """What an earlier one has learnt; None where there is none, or it can not be read."""
    try:
        read = json.loads(path_beside(config).read_text(encoding="utf-8"))
        return _begun(read)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _secret(role: str) -> str:
    return f"{role}-{secrets.token_hex(6)}"


def _begun(read: Mapping[str, Any]) -> Begun:
    return Begun(
        tokens=dict(read["tokens"]),
        bot=int(read["bot"]),
        links={role: str(read["links"].get(role) or _secret(role)) for role in ROLES},
        code=str(read["code"]),
        roles={role: [int(one) for one in read["roles"].get(role, ())] for role in ROLES},
        names={int(person): str(name) for person, name in read["names"].items()},
        groups={
            int(number): Group(
                int(one["id"]),
                str(one["title"]),
                {int(person): str(name) for person, name in one["people"].items()},
                one["members"],
                bool(one["well"]),
                bool(one["coded"]),
            )
            for number, one in read["groups"].items()
        },
    )


def forget(config: Path) -> None:
    """The configuration is written, or it is begun anew."""
    path_beside(config).unlink(missing_ok=True)
