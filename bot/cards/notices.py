"""What people are told: what happened first, then how the deal stands, and the buttons that act.

    news_of([notice, ...], view, person, t, house)     one message of several that wait together
    notice_card(notice, view, person, t, house)        the same of one, as one card

News of a deal that has a card *is* its live card; talk and the diary change nothing on it, so they
come by themselves. What somebody wrote or sent keeps its words: the deal opens below it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.buttons import Button, Press
from bot.cards.amending.offering import ENDED, NOT_AGREED, OFFERED
from bot.cards.deal import Above, deal_rows, has_card, standing, transfer_line
from bot.cards.disputing import decided, sides
from bot.cards.invite_notices import invite_notice
from bot.cards.inviting.agreement import agreed_lines
from bot.cards.kit.acts import OPEN
from bot.cards.kit.base import Attachment, Card, Rows, rows_of
from bot.cards.kit.heading import SHORT_TITLE, act_button, milestone_title, other_name
from bot.cards.kit.house import PLAY, House
from bot.cards.kit.shares import of_deal
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import Said, blocks, clipped, how_many, together
from bot.cards.working.handing_in import submission
from bot.cards.working.points import asked_points
from bot.texts import Safe, Text, typed
from core.deal.events import Ground
from core.deal.model import DealState, Transfer
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.step import Act
from core.deal.terms import Role
from core.values.money import Money
from core.values.words import FileRef
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
            "final": True,
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
        """What who confirmed it knows: a rail that it arrived, a treasurer that it is sent."""
        rails = {transfer.rail for transfer in transfers_of(self)}
        return {"reached": "arrived" if rails == {PLAY} else "sent"}

    def _ground(self) -> dict[str, object]:
        """What an approval left held was a part."""
        data = typed(self.notice.data)
        left = data.get("left")
        part = data.get("ground") == Ground.APPROVAL and isinstance(left, Money) and bool(left)
        return {"ground": "part"} if part else {}


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
    if view is None or kind not in _MOVES:
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


_MOVES: Final = frozenset({"money-settled", "transfer-confirmed", "transfer-failed"})


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
        "shortfall-asked": Kind(money=True),
        "milestone-funded": Kind(money=True, held=True),
        "milestone-voided": Kind(),
        "money-settled": Kind(_settled, money=True),
        "waiting-returned": Kind(money=True),
        "transfer-confirmed": Kind(money=True),
        "transfer-failed": Kind(money=True),
        "work-submitted": Kind(_submitted, money=True),
        "submission-taken-back": Kind(),
        "changes-requested": Kind(_changes),
        "late-cancel-opened": Kind(money=True),
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
        **dict.fromkeys(("dispute-taken", "dispute-assigned"), Kind()),
        "answer-overdue": Kind(),
        **dict.fromkeys(ENDED, Kind(money=True)),
        "question-asked": Kind(_of_dispute(sides.question)),
        "ruling-made": Kind(_of_dispute(decided.ruling), money=True),
        "ruling-accepted": Kind(),
        "ruling-executed": Kind(_of_dispute(decided.executed), money=True),
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
        "diary-written": Kind(_words, acts=(Act.DIARY,)),
        "message-sent": Kind(_words, acts=(Act.TALK,)),
        "ratings-shown": Kind(),
        "outside-named": Kind(acts=()),
        "flag-set": Kind(_words, money=True),
        "flag-lifted": Kind(money=True),
        "reminded": Kind(),
        "clocks-extended": Kind(),
    }
)


@dataclass(frozen=True, slots=True)
class News:
    """One message: `card` is its words and buttons, `parts` what goes before it, a notice each.

    As many notices are told as have parts. `live`: it is the live card of the deal.
    """

    card: Card
    parts: tuple[tuple[FileRef | Attachment, ...], ...]
    live: bool = False


def joins(first: Notice, other: Notice) -> bool:
    """Whether both may be told in one message."""
    return first.kind in KINDS and other.kind in KINDS and first.deal == other.deal


def news_of(
    notices: Sequence[Notice], view: DealView | None, person: Person, t: Text, house: House
) -> News | None:
    """One message of as many of them as it holds; None for a kind that no person gets."""
    first = notices[0]
    if first.kind not in KINDS:
        return _of_the_invite(first, view, person, t, house)
    told = [Told(notice, view, person, t, house) for notice in notices]
    said = [_said(one, told[:place]) for place, one in enumerate(told)]
    tail = _tail(told)
    told, said = told[: (count := how_many(said, tail))], said[:count]
    text, cut = together(said, _tail(told))
    kept = any(one.kept for one in said) or (view is not None and view.deal.state.final)
    ring = any(one.notice.ring for one in told)
    return News(
        Card(text, _rows(told, kept=kept), ring=ring),
        tuple((*one.files, *files) for one, files in zip(said, cut, strict=True)),
        live=_is_live(told),
    )


def notice_card(
    notice: Notice, view: DealView | None, person: Person, t: Text, house: House
) -> Card | None:
    """One notice with its files; None for a kind that no person gets."""
    news = news_of([notice], view, person, t, house)
    if news is None:
        return None
    [parts] = news.parts
    files = tuple(part for part in parts if isinstance(part, FileRef))
    attached = tuple(part for part in parts if isinstance(part, Attachment))
    return replace(news.card, files=files, attachments=attached)


def _of_the_invite(
    notice: Notice, view: DealView | None, person: Person, t: Text, house: House
) -> News | None:
    """Told by itself; where the invite is over, in the place of its card."""
    people = {person.id: person} if view is None else view.people
    card = invite_notice(notice, view, t, people, house)
    if card is None:
        return None
    over = view is not None and view.role is not None and view.deal.state is DealState.CANCELLED
    bare = replace(card, files=(), attachments=(), ring=notice.ring)
    return News(bare, ((*card.files, *card.attachments),), live=over)


def _said(told: Told, before: Sequence[Told]) -> Said:
    """Nothing of money whose settlement, in the same message, tells where it is now."""
    notice = told.notice
    known = {tr for one in before if one.notice.kind == "money-settled" for tr in transfers_of(one)}
    if notice.kind == "transfer-confirmed" and known & {*transfers_of(told)}:
        return Said(())
    news = (told.t(f"notice-{notice.kind}", **(told.args() | _instants(notice))),)
    return KINDS[notice.kind].say(told, news)


def _instants(notice: Notice) -> dict[str, object]:
    """Instants whose keys do not end in `_at`."""
    found: dict[str, object] = {}
    for key in ("until", "due"):
        value = notice.data.get(key)
        if isinstance(value, str):
            found[key] = datetime.fromisoformat(value)
    return found


def _is_live(told: Sequence[Told]) -> bool:
    view = told[0].view
    moves = any(KINDS[one.notice.kind].acts is None for one in told)
    return moves and view is not None and has_card(view)


def _tail(told: Sequence[Told]) -> Safe:
    """Below what happened: how the deal stands, and what every message about money says."""
    view, t, house = told[0].view, told[0].t, told[0].house
    kinds = [KINDS[one.notice.kind] for one in told]
    above = Above(
        held=any(kind.held or _left(one) for kind, one in zip(kinds, told, strict=True)),
        ended=any(kind.ended for kind in kinds),
        transfers=frozenset(tr.number for one in told for tr in transfers_of(one)),
    )
    money = any(kind.money for kind in kinds)
    shown = standing(view, t, house, above) if view is not None and _is_live(told) else None
    held = view is not None and not view.deal.state.final and not above.held
    says_it = shown is not None and held
    play = t("play-money") if money and not says_it and _plays(told) else None
    return blocks(shown, play, phrase_line(told[0].person, t) if money else None)


def _left(told: Told) -> bool:
    """Whether it says how much of the money is still held."""
    left = typed(told.notice.data).get("left")
    return told.notice.kind == "money-settled" and isinstance(left, Money) and bool(left)


def _plays(told: Sequence[Told]) -> bool:
    view, house = told[0].view, told[0].house
    return view is not None and any(
        house.plays(view.deal.milestone(one.milestone))
        for one in told
        if one.milestone is not None and KINDS[one.notice.kind].money
    )


def _rows(told: Sequence[Told], *, kept: bool) -> Rows:
    first = told[0]
    view, t, deal = first.view, first.t, first.notice.deal
    if view is not None and _is_live(told):
        return deal_rows(view, t, first.house, kept=kept)
    buttons = []
    acts = dict.fromkeys(act for one in told for act in KINDS[one.notice.kind].acts or ())
    if view is not None and view.role is not None:
        for act in acts:
            offered = next((o for o in view.offered if o.act is act), None)
            if offered is not None:
                buttons.append(act_button(view, t, act, offered.milestone))
    if deal is not None:
        buttons.append(Button(t.plain("button-open-deal"), Press(OPEN, deal)))
    buttons.append(Button(t.plain("button-help"), Press("help", deal)))
    return rows_of(buttons)
