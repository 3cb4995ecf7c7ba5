"""Short lines about what happened, and what the desk let pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.cards.kit.base import Card
from bot.cards.kit.desk import lines, paragraphs
from bot.texts import Code, Safe, Text


def line(t: Text, kind: str, name: str, to: str = "", more: Sequence[Safe] = ()) -> Card:
    """A colleague took it, gave it to another, or gave it back; and what of what is open."""
    return Card(lines(t("desk-line", kind=kind, name=name, to=to), *more))


def between_them(t: Text, kind: str, role: str, name: str) -> Card:
    """A side took the dispute back, or gave the other what it asked for."""
    return Card(t("desk-between-them", kind=kind, role=role, name=name))


def settled(t: Text, *, offered: bool) -> Card:
    """Both agreed: by an offer, or since what they told us alone met."""
    return Card(t("desk-settled", offered=offered))


def answer_overdue(t: Text, who: str) -> Card:
    """A side let its time to answer pass, so a ruling can be made."""
    return Card(t("desk-answer-overdue", who=who))


def arbitration(t: Text, why: str) -> Card:
    """The desk is called to a case."""
    return Card(t("desk-arbitration", why=why))


def evidence_over(t: Text) -> Card:
    """A ruling waits no longer for what either side may add."""
    return Card(t("desk-evidence-over"))


def overdue(t: Text, kind: str, since: str, card: Card | None = None) -> Card:
    """The desk let a date pass; `card` is what it is about, with the buttons that end it."""
    said = Card(t("desk-overdue", kind=kind, since=datetime.fromisoformat(since)))
    return said if card is None else replace(card, text=paragraphs(said.text, card.text))


def books_broken(t: Text, data: Mapping[str, object]) -> Card:
    """The nightly audit found that the books do not hold."""
    return Card(t("desk-books-broken", count=data.get("count", 0), where=Code(data.get("where"))))


def hearing(t: Text, kind: str, data: Mapping[str, object]) -> Card:
    """A bot hears nobody, and what to do; or it hears again."""
    bot = str(data.get("bot", ""))
    if kind == "bot-heard":
        return Card(t("desk-bot-heard", bot=bot, minutes=data.get("minutes", 0)))
    since = datetime.fromisoformat(str(data["since"]))
    return Card(t("desk-bot-deaf", bot=bot, why=str(data.get("why", "")), since=since))


def disk(t: Text, kind: str, data: Mapping[str, object]) -> Card:
    """Room on the disk runs out, and what that means; or there is some again."""
    key = "desk-disk-low" if kind == "disk-low" else "desk-disk-again"
    return Card(t(key, left_mb=data.get("left_mb", 0)))


def file_lost(t: Text, data: Mapping[str, object]) -> Card:
    """Somebody asked for a file that the vault has no more."""
    return Card(t("desk-vault-lost", name=data.get("name", ""), sha256=Code(data.get("sha256"))))


def set_aside(t: Text, data: Mapping[str, object], count: int, since: str) -> Card:
    """Updates that crashed three times: a code leads to each in the log. `data` is of the last."""
    code, person = Code(data.get("code", "")), Code(data.get("person", ""))
    last = t("desk-set-aside", code=code, person=person, bot=str(data.get("bot", "")))
    if count == 1:
        return Card(last)
    many = t("desk-set-aside-many", count=count, since=datetime.fromisoformat(since))
    return Card(paragraphs(many, last))
