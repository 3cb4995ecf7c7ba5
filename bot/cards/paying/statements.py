"""A bank's statement as its treasurer sees it: what is certain, likely and why, or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final, Protocol

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import lines, paragraphs
from bot.cards.kit.wording import clipped
from bot.statements import BankStatement
from bot.texts import Code, Safe, Text
from core.paying import LineFound, LineIs, Target, Why
from core.values.money import Money

MOST_LINES: Final = 12
"""Lines of one kind that a card lists."""
_WORDS: Final = 140
_NAME: Final = 60


class FileFound(Protocol):
    """What is found of a file: `bot.rails.importing.Looked`."""

    @property
    def statements(self) -> tuple[BankStatement, ...]:
        """Whose they are, over which days."""
        ...

    @property
    def pending(self) -> int:
        """Lines that the bank has not booked yet."""
        ...

    @property
    def certain(self) -> tuple[LineFound, ...]:
        """What is booked by one confirmation."""
        ...

    @property
    def likely(self) -> tuple[LineFound, ...]:
        """What is looked at one by one."""
        ...

    @property
    def unknown(self) -> tuple[LineFound, ...]:
        """Money that came, for nothing that we know."""
        ...

    @property
    def listed(self) -> tuple[LineFound, ...]:
        """What went, or moved nothing."""
        ...

    @property
    def done(self) -> tuple[LineFound, ...]:
        """What was dealt with before."""
        ...


def mark_of(findings: Iterable[LineFound]) -> str:
    """Of all that a card shows of them, so that a tap does exactly that."""
    said = (
        "\0".join((found.line.external_id, *(f"{t.is_}{t.deal}{t.number}" for t in found.targets)))
        for found in findings
    )
    return sha256("\n".join(said).encode()).hexdigest()[:10]


def file_card(t: Text, found: FileFound, *said: Safe) -> Card:
    """The whole file: one list of what is certain, and how many of the rest. `said` came of it."""
    text = paragraphs(
        *(_statement(t, one) for one in found.statements),
        _some(t, "desk-file-certain", found.certain, targets=True),
        _counted(t, "desk-file-likely", found.likely),
        _some(t, "desk-file-unknown", found.unknown),
        _some(t, "desk-file-listed", found.listed),
        lines(
            t("desk-file-done", count=len(found.done)) if found.done else "",
            t("desk-file-pending", count=found.pending) if found.pending else "",
            t("desk-file-all-done") if not _left(found) else "",
        ),
        lines(*said),
    )
    return Card(text, rows_of(_buttons(t, found)))


def _left(found: FileFound) -> bool:
    return bool(found.certain or found.likely or found.unknown or found.listed)


def _statement(t: Text, one: BankStatement) -> Safe:
    since, until = (
        t.written_day(day.isoformat()) if day is not None else "–" for day in (one.since, one.until)
    )
    balances = (one.opening, one.closing)
    ends = Safe("")
    if one.opening is not None and one.closing is not None:
        ends = t("desk-file-balance", opening=balances[0], closing=balances[1])
    account = t("desk-file-account", account=one.account, currency=one.currency)
    return lines(account, t("desk-file-days", since=since, until=until), ends)


def _counted(t: Text, key: str, findings: Sequence[LineFound]) -> Safe:
    return t(key, count=len(findings)) if findings else Safe("")


def _some(t: Text, key: str, findings: Sequence[LineFound], *, targets: bool = False) -> Safe:
    """The first of them, and how many more there are."""
    if not findings:
        return Safe("")
    shown = findings[:MOST_LINES]
    more = len(findings) - len(shown)
    return lines(
        t(key, count=len(findings), amounts=_sums(t, findings)),
        *(lines(line_told(t, one), _arrow(t, one.targets[0]) if targets else "") for one in shown),
        t("desk-file-more", count=more) if more else "",
    )


def _sums(t: Text, findings: Iterable[LineFound]) -> str:
    sums: dict[str, Money] = {}
    for found in findings:
        amount = found.line.amount
        sums[amount.currency] = sums.get(amount.currency, Money(0, amount.currency)) + amount
    return " + ".join(t.money(one) for one in sums.values())


def line_told(t: Text, found: LineFound) -> Safe:
    """One line, as the bank has it."""
    line = found.line
    name = clipped(line.name, _NAME) if line.name else t.plain("desk-line-nobody")
    day = t.written_day(line.booked_on.isoformat())
    return t("desk-file-line", line=line.at, amount=line.amount, day=day, name=name)


def _arrow(t: Text, target: Target) -> Safe:
    return Safe("→ " + _target(t, target))


def _target(t: Text, target: Target) -> Safe:
    code = Code(str(target.deal))
    return t("desk-line-to", what=target.is_.value, number=target.number, code=code)


def _buttons(t: Text, found: FileFound) -> list[Button]:
    buttons = []
    if found.certain:
        label = t.plain("desk-button-file-book", count=len(found.certain))
        press = Press("stbook", arg=mark_of(found.certain))
        buttons.append(Button(label, press, style=Style.GO))
    if found.likely:
        label = t.plain("desk-button-file-likely", count=len(found.likely))
        buttons.append(Button(label, Press("stlook", arg="0")))
    if found.unknown:
        label = t.plain("desk-button-file-keep", count=len(found.unknown))
        buttons.append(Button(label, Press("stkeep", arg=mark_of(found.unknown))))
    if found.listed:
        label = t.plain("desk-button-file-list", count=len(found.listed))
        buttons.append(Button(label, Press("stseen", arg=mark_of(found.listed))))
    return buttons


def likely_card(t: Text, found: FileFound, place: int, *said: Safe) -> Card:
    """One that is likely, by itself: its words, why it is no more, and what it can be."""
    one = found.likely[place]
    words = clipped(" ".join(one.line.text.split()), _WORDS)
    text = paragraphs(
        lines(*said),
        lines(line_told(t, one), t("desk-line-words", words=words) if words else ""),
        lines(*(t("desk-line-why", why=why.value) for why in one.why)),
        lines(*(_arrow(t, target) for target in one.targets)),
    )
    mark = mark_of([one])
    buttons = [
        Button(_label(t, target), Press("sttake", arg=f"{mark}.{number}"))
        for number, target in enumerate(one.targets)
        if target.is_ is not LineIs.REVERSED and Why.OTHER_AMOUNT not in one.why
    ]
    suspense = one.line.amount.minor > 0
    key = "desk-button-to-suspense" if suspense else "desk-button-line-seen"
    buttons.append(Button(t.plain(key), Press("sttake", arg=f"{mark}.-")))
    if place + 1 < len(found.likely):
        press = Press("stlook", arg=str(place + 1))
        buttons.append(Button(t.plain("desk-button-line-leave"), press))
    buttons.append(Button(t.plain("desk-button-back"), Press("stfile")))
    return Card(text, rows_of(buttons))


def _label(t: Text, target: Target) -> str:
    if target.is_ is LineIs.DOUBLE:
        return t.plain("desk-button-line-double")
    return f"{target.deal}-{target.number}"
