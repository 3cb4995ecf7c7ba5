"""The message of a notice: what happened, what happens then, and the buttons that do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.buttons import Button, Press
from bot.cards.agreement import where_button
from bot.cards.base import Card, rows_of
from bot.cards.deal import (
    OPEN,
    SHORT_TITLE,
    act_button,
    milestone_title,
    other_name,
    proof_button,
    turn_line,
    wanted_acts,
)
from bot.cards.house import House
from bot.cards.invite_notices import invite_notice
from bot.cards.steps import phrase_line
from bot.cards.trouble import evidence_text, points_text, question_text, ruling_text, statement_text
from bot.cards.wording import blocks, clipped, fitted
from bot.cards.work import submission_text
from bot.texts import Safe, Text, typed
from core.deal.events import Ground
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.step import Act
from core.deal.terms import Role
from core.values.money import Money
from core.views import DealView


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice's card is made of."""

    notice: Notice
    view: DealView | None
    person: Person
    t: Text
    house: House

    @property
    def milestone(self) -> int | None:
        """The milestone that it is about."""
        return self.notice.milestone

    def args(self) -> dict[str, object]:
        """What its text may name: the other side, the milestone, amounts and dates of its data."""
        view, number = self.view, self.milestone
        known: dict[str, object] = {
            "name": "",
            "title": "",
            "deal": "",
            "role": "none",
            "amount": "",
        }
        if view is not None:
            known["name"] = other_name(view, self.t)
            known["deal"] = clipped(str(view.deal.terms.title or ""), SHORT_TITLE)
            known["role"] = "none" if view.role is None else view.role.value
        if view is not None and number is not None:
            m = view.deal.milestone(number)
            known |= {
                "title": milestone_title(view, number),
                "amount": m.amount,
                "missing": m.missing,
            }
        return known | typed(self.notice.data) | self._ground()

    def _ground(self) -> dict[str, object]:
        """What an approval left held was a part."""
        data = typed(self.notice.data)
        left = data.get("left")
        part = data.get("ground") == Ground.APPROVAL and isinstance(left, Money) and bool(left)
        return {"ground": "part"} if part else {}


Make = Callable[[Told, tuple[Safe, ...], tuple[Safe, ...]], Card]


def _plain(_told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
    return Card(blocks(*first, *last))


def _words(told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
    """Somebody's own words and files, whole."""
    said = told.t.said(told.notice.words)
    quoted = [(Safe(""), said)] if said else []
    text, attached = fitted(list(first), quoted, list(last), "message.txt")
    return Card(text, files=told.notice.files, attachments=attached)


def _submitted(told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
    if told.view is None or told.milestone is None:
        return _plain(told, first, last)
    return submission_text(told.view, told.view.deal.milestone(told.milestone), first, last, told.t)


def _changes(told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
    view, number = told.view, told.notice.data.get("round")
    if view is None or told.milestone is None or not isinstance(number, int):
        return _plain(told, first, last)
    m = view.deal.milestone(told.milestone)
    return points_text(view, m, m.rounds[number - 1], first, last, told.t)


def _of_dispute(make: Callable[..., Card]) -> Make:
    def made(told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
        view, number = told.view, told.milestone
        case = None if view is None or number is None else view.deal.dispute(number)
        if view is None or case is None:
            return _plain(told, first, last)
        return make(view, case, told.notice, first, last, told.t)

    return made


def _settled(told: Told, first: tuple[Safe, ...], last: tuple[Safe, ...]) -> Card:
    """Each amount that moved, and what is still held."""
    data = typed(told.notice.data)
    role = told.args()["role"]
    lines = [
        told.t(f"settled-{key}", amount=amount, role=role)
        for key in ("payout", "fee", "refund", "left")
        if isinstance(amount := data.get(key), Money) and amount
    ]
    return Card(blocks(*first, Safe("\n".join(lines)), *last))


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of notice looks.

    `acts` are what its buttons do; `money`: it speaks of money; `turn`: it says whose turn it is,
    until when and what then, as any does that offers a step which somebody waits for; `dated`: that
    is in its own words.
    """

    acts: tuple[Act, ...] = ()
    money: bool = False
    turn: bool = False
    dated: bool = False
    make: Make = field(default=_plain)


ANY_TIME: Final = frozenset({Act.DIARY, Act.TALK, Act.EVIDENCE})
"""Nobody waits for these, and nothing follows if they are not done."""
_WORK: Final = (Act.SUBMIT, Act.CONTEST)
_CASE: Final = (Act.STATE, Act.EVIDENCE)

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "deal-completed": Kind(),
        "milestone-opened": Kind((Act.PAY,), money=True, turn=True),
        "payment-claimed": Kind(),
        "proof-asked": Kind((), money=True),
        "claim-rejected": Kind((Act.PAY,), money=True, turn=True),
        "deposit-short": Kind((Act.PAY, Act.ASK_SHORTFALL), money=True, turn=True),
        "deposit-late": Kind(money=True),
        "shortfall-asked": Kind((Act.ACCEPT_SHORTFALL,), money=True),
        "milestone-funded": Kind((Act.SUBMIT, Act.DIARY), money=True, turn=True),
        "milestone-voided": Kind((Act.GO_ON, Act.DROP)),
        "money-settled": Kind((Act.GO_ON, Act.DROP), money=True, make=_settled),
        "waiting-returned": Kind(money=True),
        "transfer-confirmed": Kind(money=True),
        "transfer-failed": Kind(money=True),
        "work-submitted": Kind(
            (Act.APPROVE, Act.REQUEST_CHANGES), money=True, turn=True, make=_submitted
        ),
        "submission-taken-back": Kind(),
        "changes-requested": Kind(_WORK, turn=True, make=_changes),
        "late-cancel-opened": Kind((Act.OBJECT, Act.SUBMIT), money=True, turn=True),
        "late-cancel-taken-back": Kind((Act.SUBMIT,)),
        "dormancy-noticed": Kind((Act.SUBMIT, Act.DIARY), money=True, turn=True),
        "window-unserved": Kind(),
        "dispute-opened": Kind(_CASE, money=True, make=_of_dispute(statement_text)),
        "dispute-silence": Kind(_CASE, money=True),
        "dispute-contested": Kind(_CASE, money=True, make=_of_dispute(statement_text)),
        "dispute-objected": Kind(_CASE, money=True, make=_of_dispute(statement_text)),
        "dispute-abandoned": Kind(_CASE, money=True),
        "dispute-unserved": Kind(_CASE, money=True),
        "statement-made": Kind(_CASE, make=_of_dispute(statement_text)),
        "evidence-filed": Kind(_CASE, make=_of_dispute(evidence_text)),
        "dispute-taken": Kind(_CASE, turn=True),
        "dispute-assigned": Kind(_CASE, turn=True),
        "answer-overdue": Kind((Act.ANSWER, Act.STATE), turn=True),
        "question-asked": Kind((Act.ANSWER,), dated=True, make=_of_dispute(question_text)),
        "ruling-made": Kind(money=True, make=_of_dispute(ruling_text)),
        "diary-written": Kind((Act.DIARY,), make=_words),
        "message-sent": Kind((Act.TALK,), make=_words),
        "outside-named": Kind(),
        "reminded": Kind(turn=True),
        "clocks-extended": Kind(turn=True),
    }
)


def notice_card(
    notice: Notice, view: DealView | None, person: Person, t: Text, house: House
) -> Card | None:
    """The card in the receiver's language; None for a kind that no person gets."""
    people = {person.id: person} if view is None else view.people
    early = invite_notice(notice, view, t, people, house)
    if early is not None:
        return replace(early, ring=notice.ring)
    kind = KINDS.get(notice.kind)
    if kind is None:
        return None
    told = Told(notice, view, person, t, house)
    first = (t(f"notice-{notice.kind}", **(told.args() | _instants(notice))),)
    card = kind.make(told, first, _last(told, kind))
    return Card(
        card.text,
        rows_of(_buttons(told, kind)),
        files=card.files,
        attachments=card.attachments,
        ring=notice.ring,
    )


def _instants(notice: Notice) -> dict[str, object]:
    """Instants whose keys do not end in `_at`."""
    found: dict[str, object] = {}
    for key in ("until", "due"):
        value = notice.data.get(key)
        if isinstance(value, str):
            found[key] = datetime.fromisoformat(value)
    return found


def _last(told: Told, kind: Kind) -> tuple[Safe, ...]:
    view, t = told.view, told.t
    turn = turn_line(view, t) if view is not None and _waits(view, kind) else None
    if not kind.money:
        return () if turn is None else (turn,)
    play = None
    if view is not None and told.milestone is not None:
        plays = told.house.plays(view.deal.milestone(told.milestone))
        play = t("play-money") if plays else None
    where = t("agreed-where") if _asks_where(told) else None
    last = (turn, where, play, phrase_line(told.person, t))
    return tuple(line for line in last if line is not None)


def _waits(view: DealView, kind: Kind) -> bool:
    """Whether it is to say whose turn it is, and until when."""
    return kind.turn or (
        not kind.dated and any(view.may(act) for act in kind.acts if act not in ANY_TIME)
    )


def _asks_where(told: Told) -> bool:
    """Whether a freelancer has nowhere to get the money that is told of, or it failed there."""
    view = told.view
    if view is None:
        return False
    match told.notice.kind:
        case "milestone-funded":
            return told.house.asks_where(view)
        case "money-settled" | "ruling-made":
            return told.house.pays_nowhere(view)
        case "transfer-failed":
            return view.role is Role.FREELANCER
        case _:
            return False


def _buttons(told: Told, kind: Kind) -> list[Button]:
    view, t, deal = told.view, told.t, told.notice.deal
    buttons = []
    if view is not None and view.role is not None:
        acts = (
            kind.acts if told.notice.kind != "reminded" else tuple(a for a, _ in wanted_acts(view))
        )
        for act in acts:
            offered = next((o for o in view.offered if o.act is act), None)
            if offered is not None:
                buttons.append(act_button(view, t, act, offered.milestone))
    if told.notice.kind == "proof-asked" and view is not None:
        buttons += proof_button(view, t)
    if view is not None and _asks_where(told):
        buttons.append(where_button(view.deal.id, str(view.deal.currency), t))
    if deal is not None:
        buttons.append(Button(t.plain("button-open-deal"), Press(OPEN, deal)))
    buttons.append(Button(t.plain("button-help"), Press("help", deal)))
    return buttons
