"""The whole case in one document: every version, word and file with its hash, in order.

HTML, since it holds every script that people write in; nothing in it is loaded from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from bot.cards.disputing.about import Case
from bot.cards.disputing.case import held_line
from bot.cards.disputing.record import Recorded, record
from bot.cards.kit.base import Attachment
from bot.texts import Safe, Text, escape
from core.values.words import FileRef

_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
    "section{border-top:1px solid #ccc;padding:.6rem 0}h2{font-size:1rem;margin:.2rem 0}"
    ".said{white-space:pre-wrap;overflow-wrap:anywhere}"
    "small,code{color:#555;font-size:.8rem;overflow-wrap:anywhere}"
)


def whole_file(t: Text, case: Case, now: datetime) -> Attachment:
    """As it stands `now`; the same record gives the same bytes but for that date."""
    part = case.part
    title = t.plain("desk-whole-title", code=part.deal.id, title=part.deal_title)
    side = "rtl" if t.rtl else "ltr"
    page = "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{t.locale}" dir="{side}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            *(f"<p>{line}</p>" for line in _head(t, case, now)),
            *(_section(t, case, place, each) for place, each in enumerate(record(t, case), 1)),
            "</body></html>",
        )
    )
    return Attachment(f"case-{part.deal.id}-{part.number}.html", "text/html", page.encode())


def _head(t: Text, case: Case, now: datetime) -> Iterator[Safe]:
    part = case.part
    yield t("desk-whole-milestone", number=part.number, title=part.title)
    yield held_line(t, case, part.deal.id)
    for person in part.deal.parties:
        yield t("desk-whole-party", role=part.role(person), name=part.name(person), id=str(person))
    yield t("desk-whole-now", at=t.moment(now, year=True))


def _section(t: Text, case: Case, place: int, each: Recorded) -> str:
    who = "" if each.by is None else f" · {escape(_who(t, case, each))}"
    instant = each.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    told = [
        f"<section><h2>{place}. {escape(each.head)}{who}</h2>",
        f"<small>{escape(t.moment(each.at, year=True))} · {instant}</small>",
        f'<div class="said" dir="auto">{each.body}</div>' if each.body else "",
        *(_file(file) for file in each.files),
        f"<small>SHA-256 {each.digest}</small>" if each.digest else "",
        "</section>",
    ]
    return "\n".join(part for part in told if part)


def _who(t: Text, case: Case, each: Recorded) -> str:
    role = case.part.role(each.by)
    if role == "nobody":
        return case.colleague(each.by)
    return t.plain("desk-whole-party", role=role, name=case.part.name(each.by), id=str(each.by))


def _file(file: FileRef) -> str:
    return (
        f"<div>📎 <bdi>{escape(file.name)}</bdi> <small>{file.size} B · {escape(file.mime)} · "
        f"SHA-256 {file.sha256}</small></div>"
    )
