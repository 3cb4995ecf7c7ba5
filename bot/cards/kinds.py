"""How each kind of notice is told: its words, and what it says of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from bot.cards.amending.changing import change_said
from bot.cards.amending.offering import ENDED, NOT_AGREED, OFFERED
from bot.cards.deal import transfer_line
from bot.cards.disputing import challenging, decided, sides
from bot.cards.inviting.agreement import agreed_lines
from bot.cards.kit.heading import SHORT_TITLE, milestone_title, other_name
from bot.cards.kit.house import PLAY, House
from bot.cards.kit.shares import of_deal
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import Said, clipped
from bot.cards.working.contested import contested_said, point_said
from bot.cards.working.handing_in import submission
from bot.cards.working.points import asked_points
from bot.texts import Safe, Text, typed
from core.deal.events import Ground
from core.deal.milestone import State
from core.deal.model import Transfer
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
            **dict.fromkeys(("name", "title", "deal", "amount", "reviewed"), ""),
            "role": "none",
            "by": "clock",
            "final": True,
            "several": view is not None and _several_to_pay(view),
            "frozen": view is not None and view.deal.frozen_at is not None,
            **of_deal(None if view is None else view.deal),
            **way_out(None if view is None else view.deal.terms.rules, self._reader()),
        }
        if view is not None:
            known["name"] = other_name(view, self.t)
            known["deal"] = clipped(str(view.deal.terms.title or ""), SHORT_TITLE)
            known["role"] = "none" if view.role is None else view.role.value
            known["total"] = view.deal.terms.total or ""
        if view is not None and number is not None:
            m = view.deal.milestone(number)
            known |= {
                "title": milestone_title(view, number),
                "amount": m.amount,
                "missing": m.missing,
            }
        return known | typed(self.notice.data) | self._ground() | self._reached()

    def _reader(self) -> Role | None:
        return None if self.view is None else self.view.role

    def _reached(self) -> dict[str, object]:
        """What who confirmed it knows; of what was told before it was kept with it, by its rail."""
        if "reached" in self.notice.data:
            return {}
        rails = {transfer.rail for transfer in transfers_of(self)}
        return {"reached": "arrived" if rails == {PLAY} else "sent"}

    def _ground(self) -> dict[str, object]:
        """What an approval left held was a part; what both agreed to leave, a lower price."""
        said = _LEFT.get(str(self.notice.data.get("ground")))
        return {"ground": said} if said and leaves_some(self) else {}


def _several_to_pay(view: DealView) -> bool:
    return sum(1 for m in view.deal.under_way if m.state is State.FUNDING) > 1


_LEFT: Final = {Ground.APPROVAL.value: "part", Ground.AGREEMENT.value: "lower"}
"""Grounds that leave something held, and what they are then."""


Say = Callable[[Told, tuple[Safe, ...]], Said]


def _plain(_told: Told, news: tuple[Safe, ...]) -> Said:
    return Said(news)


def _words(told: Told, news: tuple[Safe, ...]) -> Said:
    """Somebody's own words and files, whole."""
    said = told.t.said(told.notice.words)
    words = ((Safe(""), said),) if said else ()
    return Said(news, words, files=told.notice.files)


def _submitted(told: Told, news: tuple[Safe, ...]) -> Said:
    if told.view is None or told.milestone is None:
        return Said(news)
    return submission(told.view, told.view.deal.milestone(told.milestone), news, told.t)


def _changes(told: Told, news: tuple[Safe, ...]) -> Said:
    view, number = told.view, told.notice.data.get("round")
    if view is None or told.milestone is None or not isinstance(number, int):
        return Said(news)
    m = view.deal.milestone(told.milestone)
    return asked_points(view, m, m.rounds[number - 1], news, told.t)


def _contested(told: Told, news: tuple[Safe, ...]) -> Said:
    if told.view is None or told.milestone is None:
        return Said(news)
    return contested_said(told.view, told.view.deal.milestone(told.milestone), news, told.t)


def _point(told: Told, news: tuple[Safe, ...]) -> Said:
    """Which point is not asked for any more."""
    view, number, item = told.view, told.notice.data.get("round"), told.notice.data.get("item")
    if view is None or told.milestone is None or not isinstance(number, int):
        return Said(news)
    m = view.deal.milestone(told.milestone)
    asked = m.rounds[number - 1]
    place = item if isinstance(item, int) else 0
    return point_said(view, m, asked, place, news, told.t)


def _of_dispute(say: Callable[..., Said]) -> Say:
    def said(told: Told, news: tuple[Safe, ...]) -> Said:
        view, number = told.view, told.milestone
        case = None if view is None or number is None else view.deal.dispute(number)
        if view is None or case is None:
            return Said(news)
        return say(view, case, told.notice, news, told.t)

    return said


def _agreed(told: Told, news: tuple[Safe, ...]) -> Said:
    return Said((*news, *agreed_lines(told.view, told.t)))


def _change(told: Told, news: tuple[Safe, ...]) -> Said:
    """What would be different, whole."""
    number = told.notice.data.get("proposal")
    return change_said(told.view, number, news, told.t) if told.view else Said(news)


def _settled(told: Told, news: tuple[Safe, ...]) -> Said:
    """Each amount that moved; of what is on its way to its reader, until when."""
    data = typed(told.notice.data)
    payout, fee, role = data.get("payout"), data.get("fee"), told.args()["role"]
    if isinstance(payout, Money) and isinstance(fee, Money) and fee:
        data["gross"] = payout + fee
    own = (
        {}
        if told.view is None
        else {
            tr.kind.value: transfer_line(told.view, told.t, told.house, tr)
            for tr in transfers_of(told)
        }
    )
    lines = [
        own.get(key) or told.t(f"settled-{key}", amount=amount, role=role)
        for key in ("gross", "fee", "payout", "refund", "left")
        if isinstance(amount := data.get(key), Money) and amount
    ]
    return Said((Safe("\n".join([*news, *lines])),))


def transfers_of(told: Told) -> tuple[Transfer, ...]:
    """What is, or was, on its way to its reader because of what it tells."""
    view, kind = told.view, told.notice.kind
    if view is None or kind not in MOVES:
        return ()
    data = typed(told.notice.data)
    named = {str(data.get("transfer_kind")): data.get("amount")}
    amounts = data if kind == "money-settled" else named
    return tuple(
        transfer
        for transfer in view.deal.transfers
        if transfer.person == view.viewer
        and transfer.milestone == told.milestone
        and transfer.amount == amounts.get(transfer.kind.value)
    )


MOVES: Final = frozenset(
    {
        "money-settled",
        "transfer-sent",
        "transfer-confirmed",
        "transfer-failed",
        "transfer-returned",
        "arrival-asked",
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of notice is told.

    `money`: it speaks of money. `held`, `ended`: it says what is held, or that the deal is over.
    `acts`: it moves nothing, so it is no live card, and these are what its buttons do.
    """

    say: Say = field(default=_plain)
    money: bool = False
    held: bool = False
    ended: bool = False
    acts: tuple[Act, ...] | None = None


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "deal-agreed": Kind(_agreed),
        "deal-completed": Kind(ended=True),
        "milestone-opened": Kind(money=True),
        "payment-claimed": Kind(),
        "proof-asked": Kind(money=True),
        "claim-rejected": Kind(money=True),
        "deposit-short": Kind(money=True),
        "deposit-late": Kind(money=True),
        **dict.fromkeys(
            ("money-unmatched", "money-sent-back", "money-came-back"), Kind(money=True, acts=())
        ),
        "shortfall-asked": Kind(money=True),
        "milestone-funded": Kind(money=True, held=True),
        "milestone-voided": Kind(),
        "money-settled": Kind(_settled, money=True),
        "waiting-returned": Kind(money=True),
        "transfer-sent": Kind(money=True),
        "transfer-confirmed": Kind(money=True),
        "arrival-asked": Kind(money=True),
        "transfer-failed": Kind(money=True),
        "transfer-returned": Kind(_words, money=True),
        "work-submitted": Kind(_submitted, money=True),
        "submission-taken-back": Kind(),
        "changes-requested": Kind(_changes),
        "point-contested": Kind(_contested, money=True),
        **dict.fromkeys(("point-dropped", "point-moved"), Kind(_point)),
        "contest-taken-back": Kind(),
        "late-cancel-opened": Kind(money=True),
        "fee-cancel-opened": Kind(money=True),
        "late-cancel-taken-back": Kind(),
        "dormancy-noticed": Kind(money=True),
        "window-unserved": Kind(),
        "dispute-opened": Kind(_of_dispute(sides.statement), money=True),
        "dispute-silence": Kind(money=True),
        "dispute-contested": Kind(_of_dispute(sides.statement), money=True),
        "dispute-objected": Kind(_of_dispute(sides.statement), money=True),
        "dispute-abandoned": Kind(money=True),
        "dispute-unserved": Kind(money=True),
        "statement-made": Kind(_of_dispute(sides.statement)),
        "evidence-filed": Kind(_of_dispute(sides.evidence)),
        **dict.fromkeys(("arbiter-called", "arbitration-begun"), Kind(money=True)),
        **dict.fromkeys(
            ("dispute-taken", "dispute-assigned"), Kind(_of_dispute(challenging.taken))
        ),
        "arbiter-challenged": Kind(_of_dispute(challenging.challenged)),
        "answer-overdue": Kind(),
        **dict.fromkeys(ENDED, Kind(money=True)),
        "question-asked": Kind(_of_dispute(sides.question)),
        "ruling-made": Kind(_of_dispute(decided.ruling), money=True),
        "ruling-accepted": Kind(),
        "ruling-executed": Kind(_of_dispute(decided.executed), money=True),
        "work-goes-on": Kind(money=True),
        "revision-ordered": Kind(_changes, money=True),
        "order-ignored": Kind(money=True),
        "review-asked": Kind(_of_dispute(decided.review), money=True),
        "ruling-sent-back": Kind(_of_dispute(decided.sent_back), money=True),
        "time-asked": Kind(_words),
        **dict.fromkeys(("time-given", "time-refused", "time-unanswered"), Kind()),
        **dict.fromkeys(("time-withdrawn", "time-granted"), Kind()),
        **dict.fromkeys(("material-asked", "material-given", "pause-asked"), Kind(_words)),
        **dict.fromkeys(("material-all-there", "material-unanswered", "work-resumed"), Kind()),
        **dict.fromkeys(("pause-agreed", "pause-refused", "pause-unanswered"), Kind()),
        **dict.fromkeys(("pause-withdrawn", "pause-over"), Kind()),
        **dict.fromkeys(OFFERED, Kind(_words, money=True)),
        **dict.fromkeys(NOT_AGREED, Kind()),
        "change-proposed": Kind(_change, money=True),
        "change-agreed": Kind(_agreed, money=True),
        "change-refused": Kind(),
        "change-unanswered": Kind(),
        "change-withdrawn": Kind(),
        "change-lapsed": Kind(),
        "diary-written": Kind(_words, acts=(Act.DIARY,)),
        "message-sent": Kind(_words, acts=(Act.TALK,)),
        "ratings-shown": Kind(),
        "outside-named": Kind(acts=()),
        "flag-set": Kind(_words, money=True),
        "flag-lifted": Kind(money=True),
        "deposit-corrected": Kind(_words, money=True),
        "deposit-reversed": Kind(money=True),
        "reversal-won": Kind(money=True),
        "reversal-lost": Kind(money=True),
        "held-again": Kind(money=True),
        "payer-cleared": Kind(acts=()),
        "reminded": Kind(),
        "clocks-extended": Kind(),
    }
)


def leaves_some(told: Told) -> bool:
    """Whether it says how much of the money is still held."""
    left = typed(told.notice.data).get("left")
    return told.notice.kind == "money-settled" and isinstance(left, Money) and bool(left)
