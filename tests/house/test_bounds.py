"""What people can make grow has a bound: no table and no map of the program is forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage import housekeeping
from storage.tables import metadata

ROOT: Final = Path(__file__).parents[2]
APART: Final = ("playground", "cli", "migrations", "cards")
"""Telegram for a rehearsal, what ends by itself, and what is made anew for each message."""
MAPS: Final = {
    # What comes in
    "Intake._lanes": "lanes with something in hand: `IN_HAND`",
    "Intake._here": "`IN_HAND`",
    "Intake._fresh": "part of what is here",
    "Intake._workers": "one a lane in hand",
    "SqlInbox._kept": "what `Flood` lets in of each lane in a day, until it is answered",
    "_Window._came": "one number a lane, forgotten with its minute or day",
    "Limit._people": "`MOST_REMEMBERED`, then only those of the last window",
    "_Person.times": "as many as the limit allows",
    "Once._told": "`MOST_REMEMBERED`, the oldest go first",
    "Patience._troubles": "its own `_MOST_REMEMBERED`",
    # What goes out
    "Courier._alone": "notices that crashed together with others, until each is settled",
    "Courier._busy": "one a person who is sent something now",
    "Courier._tasks": "`AT_ONCE`",
    "Courier._of_rank": "a number a rank",
    "SqlOutbox._taken": "`AT_ONCE`, leased",
    "Pacer._own": "chats written to within `_FORGET_AFTER`",
    "Pacer._refused": "chats that a 429 is about, until it is over",
    "Seen._made": "`MOST`, the oldest go first",
    "Assembly.usernames": "one a bot",
    "DeskApp.usernames": "the same",
    "DeskApp._locks": "weak: gone with the last who holds one",
    "Buttons._changing": "edits on their way; each ends",
    "Buttons._renewed": "as Buttons._sent",
    "Buttons._sent": "messages sent since the last look, a second ago",
    "Buttons._moved": "deals in which something happened since the last look",
    # What runs by itself
    "Timers._running": "a fixed number of jobs",
    "Timers._nudged": "a fixed number of jobs",
    "Timers._busy": "a fixed number of jobs",
    "Sweeping._broken": "deadlines that broke within `BROKEN_FOR`",
    "Texts._said": "texts that a language lacks",
    # What lives as long as one transaction, or is made of the program's own statements
    "ReadSoFar.deals": "one transaction",
    "ReadSoFar.people": "one transaction",
    "Pending.deals": "one transaction",
    "Pending.requests": "one transaction",
    "Pending.people": "one transaction",
    "Pending.unread": "one transaction",
    "Pending.words": "one transaction",
    "Pending.files": "one transaction",
    "Met.words": "one row",
    "Met.files": "one row",
    "Listed._made": "one a length of list, padded",
    "_Judge._sums": "one audit",
    "_Judge._owed": "one audit",
    "Columns.of": "one a kind of column",
    "Topic.data": "one row",
    "TopicRow.data": "one row",
    "TopicMemory.posted": "one row of a topic: the items of one case",
    "TopicMemory.parts": "one row of a topic: the items of one case",
    "TopicMemory.delivered": "one row of a topic: the items of one case",
}
"""Maps and sets that objects keep, and what bounds each."""
GROW: Final = {"dict", "set", "deque", "defaultdict", "Counter", "WeakValueDictionary"}


def test_every_table_has_an_age_or_a_reason_to_be_kept() -> None:
    aged = {rule.table for rule in housekeeping.AGED}
    kept = set(housekeeping.KEPT)
    assert aged | kept == set(metadata.tables.values())
    assert not aged & kept


def test_every_reason_says_what_bounds_the_table() -> None:
    assert all(len(reason) > 10 for reason in housekeeping.KEPT.values())


def test_every_map_that_an_object_keeps_is_known_with_its_bound() -> None:
    found = {name for root in ("bot", "storage") for name in _maps(ROOT / root)}
    assert found - MAPS.keys() == set(), "name what bounds it in MAPS"
    assert MAPS.keys() - found == set()


def _maps(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("*.py")):
        if not set(path.parts) & set(APART):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    yield from (f"{node.name}.{name}" for name in _kept(node))


def _kept(owner: ast.ClassDef) -> Iterator[str]:
    """Attributes that begin empty and can grow."""
    for node in ast.walk(owner):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or not _grows(node.value):
            continue
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
            yield target.attr
        elif isinstance(target, ast.Name) and node in owner.body:
            yield target.id


def _grows(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Dict):
        return not value.keys
    if not isinstance(value, ast.Call):
        return False
    made: ast.expr = value.func
    if ast.unparse(made) == "field":
        factories = [word.value for word in value.keywords if word.arg == "default_factory"]
        made = factories[0] if factories else made
    names = {node.id for node in ast.walk(made) if isinstance(node, ast.Name)}
    return bool(names & GROW)
