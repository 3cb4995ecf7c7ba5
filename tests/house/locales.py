"""What the checker of languages knows of `locales/` and of the code that speaks."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "locales"
SPEAKERS = ("bot", "core", "storage")
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
SAYING = frozenset({"t", "text"})
"""What a `Text` is called where it is used: `t(…)`."""
SAYING_ATTRIBUTES = frozenset({"t", "plain"})
"""And as an attribute: `update.t(…)`, `t.plain(…)`."""


@dataclass
class Message:
    """What one message uses."""

    variables: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    words: str = ""
    """The text without its placeables: markup is looked for here."""
    plurals: list[set[str]] = field(default_factory=list)
    choices: dict[str, set[str]] = field(default_factory=dict)
    """Variants by the variable that selects them, plurals aside."""


class _Reader(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found = Message()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.found.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.found.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.found.messages.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.found.words += node.value

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = {
            v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants
        }
        named = {key for key in keys if not key.isdecimal()}
        if named & (CATEGORIES - {"other"}) or keys != named:
            self.found.plurals.append(named)
        elif isinstance(node.selector, ftl.VariableReference):
            self.found.choices.setdefault(node.selector.id.name, set()).update(named)
        self.generic_visit(node)


def languages() -> list[str]:
    return sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())


def entries(language: str) -> Iterator[tuple[Path, ftl.EntryType]]:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in parse(file.read_text(encoding="utf-8")).body:
            yield file, entry


def messages(language: str) -> dict[str, Message]:
    found = {}
    for _, entry in entries(language):
        if isinstance(entry, ftl.Message):
            reader = _Reader()
            reader.visit(entry)
            found[entry.id.name] = reader.found
    return found


def plural_categories(language: str) -> set[str]:
    return {*Locale.parse(language, sep="-").plural_form.tags, "other"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for room in SPEAKERS:
        for file in sorted((ROOT / room).rglob("*.py")):
            if "playground" not in file.parts:
                yield file, ast.parse(file.read_text(encoding="utf-8"))


def constants() -> set[str]:
    """Every string of the code that could be a key."""
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z][a-z0-9-]*", node.value)
    }


def said() -> Iterator[tuple[str, ast.expr]]:
    """The first argument of every call that says something, and where."""
    return ((where, call.args[0]) for where, call in calls())


def given(call: ast.Call) -> set[str] | None:
    """What a call tells a text by name; None where it hands on what it has."""
    names = {word.arg for word in call.keywords}
    return None if None in names else {name for name in names if name}


def needed(texts: dict[str, Message], key: str) -> set[str]:
    """The variables of a text, with those of the texts that it is made of."""
    message = texts[key]
    return message.variables.union(*(needed(texts, part) for part in message.messages))


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that says something, and where."""
    for file, tree in trees():
        if file.relative_to(ROOT).parts[0] != "bot":
            continue  # storage has a `text` of its own: SQLAlchemy's
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = node.func
                if (isinstance(called, ast.Name) and called.id in SAYING) or (
                    isinstance(called, ast.Attribute) and called.attr in SAYING_ATTRIBUTES
                ):
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def refusals() -> dict[str, list[set[str]]]:
    """Every refusal that the code can raise: its key, and the data that each place gives."""
    names = {"Refusal", "NotYours", "NotNow", "BadInput", "Ambiguous", "OverLimit", "NotOffered"}
    found: dict[str, list[set[str]]] = {"stale": [set()]}
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                key = node.args[0] if node.args else None
                if node.func.id in names and isinstance(key, ast.Constant):
                    given = {word.arg for word in node.keywords if word.arg}
                    found.setdefault(str(key.value), []).append(given)
    return found
