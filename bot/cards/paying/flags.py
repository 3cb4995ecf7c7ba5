"""The desk's cards of a deal that stands still: why, since when, who lets it go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs, quoted
from bot.cards.paying.treasury import OwedTransfer, owed_button
from bot.texts import Code, Safe, Text, escape
from core.deal.flag import FlagKind, HoldFlag, LiftAsk
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import Words


@dataclass(frozen=True, slots=True)
class StillDeal:
    """A deal and its flags, as they stand now."""

    part: Part
    now: datetime
    staff: Mapping[PersonId, str]
    owed: Sequence[OwedTransfer] = field(default=())
    """What is owed to somebody outside, and is not sent meanwhile."""

    def colleague(self, person: PersonId | None) -> str:
        """What a colleague is called."""
        return "" if person is None else self.staff.get(person, str(person))


ORDERED: Final = (FlagKind.LEGAL, FlagKind.FRAUD)
"""Under which an order, or proof, can move the money."""


def _about(t: Text, part: Part) -> Safe:
    held = sum((m.held for m in part.deal.milestones), Money(0, part.milestone.amount.currency))
    return t(
        "desk-flag-about",
        deal=Code(part.deal.id),
        title=part.deal_title,
        client=part.name(part.deal.client),
        freelancer=part.name(part.deal.freelancer),
        held=held,
    )


def ask_kind(t: Text, part: Part) -> Card:
    """Why it is to stand still: the first question of `/freeze`."""
    buttons = [
        Button(t.plain("desk-button-flag", kind=kind), Press("frz", part.deal.id, arg=kind.value))
        for kind in FlagKind
    ]
    return Card(lines(t("desk-freeze-kind"), _about(t, part)), rows_of(buttons))


def ask_reason(t: Text, part: Part, kind: FlagKind, owner: str, form: Expecting) -> Card:
    """The next words of the colleague are the reason."""
    asked = t("desk-freeze-reason", name=owner, kind=kind)
    return Card(lines(asked, _about(t, part)), rows_of([back_out(t, form)]))


def digest(kind: FlagKind, words: Words) -> str:
    """Of what the second tap shows, so that it sets exactly that."""
    return sha256(f"{kind.value}\0{words.digest}".encode()).hexdigest()[:8]


def sure(t: Text, part: Part, kind: FlagKind, words: Words, form: Expecting) -> Card:
    """The second tap: what stands still, what both will read, and the reason."""
    text = paragraphs(t("desk-freeze-sure", kind=kind), _about(t, part), quoted(str(words)))
    press = Press("frzok", part.deal.id, arg=digest(kind, words))
    buttons = [
        Button(t.plain("desk-button-freeze"), press, style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    return Card(text, rows_of(buttons))


def done(t: Text, part: Part, kind: FlagKind, by: str) -> Card:
    """What the question becomes."""
    return Card(lines(t("desk-freeze-done", kind=kind, name=by), _about(t, part)))


def flag_card(t: Text, stopped: StillDeal) -> Card:
    """The flags that stand, with what can be done; or that it goes on."""
    part, standing = stopped.part, stopped.part.deal.standing
    if not standing:
        last = max(part.deal.flags, key=lambda flag: flag.lifted_at or flag.at, default=None)
        key, names = ("desk-flag-none", {}) if last is None else _lifted(stopped, last)
        return Card(lines(t(key, **names), _about(t, part)))
    owed = [t("desk-flag-owed", kind=o.transfer.kind, amount=o.transfer.amount, name=_to(o))
            for o in stopped.owed]  # fmt: skip
    text = paragraphs(
        lines(t("desk-flag-head", since=part.deal.frozen_at or standing[0].at), _about(t, part)),
        *(_flag(t, stopped, flag) for flag in standing),
        lines(*owed),
    )
    return Card(text, rows_of(_buttons(t, stopped)))


def _lifted(stopped: StillDeal, flag: HoldFlag) -> tuple[str, dict[str, object]]:
    asked = "" if flag.ask is None else stopped.colleague(flag.ask.by)
    return "desk-flag-over", {"asked": asked, "name": stopped.colleague(flag.lifted_by)}


def _to(owed: OwedTransfer) -> str:
    return owed.part.name(owed.transfer.person)


def _flag(t: Text, stopped: StillDeal, flag: HoldFlag) -> Safe:
    late = "yes" if flag.window.ended(stopped.now) else "no"
    said = t(
        "desk-flag",
        number=flag.number,
        kind=flag.kind,
        name=stopped.colleague(flag.by),
        at=flag.at,
        until=flag.window.ends_at,
        late=late,
    )
    ask = _open_ask(flag, stopped.now)
    asked = () if ask is None else _asked(t, stopped, ask)
    return lines(said, quoted(t.said(flag.words)), *asked)


def _asked(t: Text, stopped: StillDeal, ask: LiftAsk) -> tuple[Safe, Safe]:
    name, until = stopped.colleague(ask.by), ask.window.ends_at
    return t("desk-flag-asked", name=name, until=until), quoted(t.said(ask.words))


def _open_ask(flag: HoldFlag, now: datetime) -> LiftAsk | None:
    return None if flag.ask is None or flag.ask.window.ended(now) else flag.ask


def _buttons(t: Text, stopped: StillDeal) -> Iterator[Button]:
    deal = stopped.part.deal
    for flag in deal.standing:
        ask = _open_ask(flag, stopped.now)
        if ask is not None:
            press = Press("unfrz", deal.id, arg=f"{flag.number}.{ask.number}")
            yield Button(_label(t, stopped, flag, "lift"), press, style=Style.GO)
        for m in deal.under_way if flag.kind in ORDERED else ():
            if m.held:
                press = Press("ord", deal.id, m.number, None, str(flag.number))
                yield Button(_order_label(t, deal, flag, m), press)
        press = Press("asklift", deal.id, arg=str(flag.number))
        yield Button(_label(t, stopped, flag, "ask-lift"), press)
    for owed in stopped.owed[:2]:
        yield owed_button(t, owed)


def _order_label(t: Text, deal: Deal, flag: HoldFlag, m: Milestone) -> str:
    """Of which milestone, where several are open."""
    label = t.plain("desk-button-order", kind=flag.kind)
    if len(deal.under_way) == 1:
        return label
    return t.plain("button-of-one", label=escape(label), number=m.number)


def _label(t: Text, stopped: StillDeal, flag: HoldFlag, what: str) -> str:
    """Which of them, where several stand."""
    if len(stopped.part.deal.standing) == 1:
        return t.plain("desk-button-lift" if what == "lift" else "desk-button-ask-lift")
    key = "desk-button-lift-of" if what == "lift" else "desk-button-ask-lift-of"
    return t.plain(key, number=flag.number)


def ask_why(t: Text, part: Part, owner: str, form: Expecting) -> Card:
    """*Ask to lift*: the colleague's next words say why it may go on."""
    asked = t("desk-lift-why", name=owner)
    return Card(lines(asked, _about(t, part)), rows_of([back_out(t, form)]))


def lift_sure(t: Text, stopped: StillDeal, flag: HoldFlag, ask: LiftAsk) -> Card:
    """The second tap of *Lift*: what was asked, by whom, and what goes on."""
    deal = stopped.part.deal
    last = "yes" if len(deal.standing) == 1 else "no"
    text = paragraphs(
        t("desk-lift-sure", last=last),
        _about(t, stopped.part),
        lines(*_asked(t, stopped, ask)),
    )
    press = Press("unfrzok", deal.id, arg=f"{flag.number}.{ask.number}")
    buttons = [
        Button(t.plain("desk-button-lift-sure"), press, style=Style.GO),
        Button(t.plain("desk-button-back"), Press("flags", deal.id)),
    ]
    return Card(text, rows_of(buttons))
