"""What people are told: what happened first, then how the deal stands, and the buttons that act.

    news_of([notice, ...], view, person, t, house)     one message of several that wait together
    notice_card(notice, view, person, t, house)        the same of one, as one card

News of a deal that has a card *is* its live card; talk and the diary change nothing on it, so they
come by themselves. What somebody wrote or sent keeps its words: the deal opens below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.buttons import Button, Press
from bot.cards.deal import Above, deal_rows, has_card, standing
from bot.cards.invite_notices import invite_notice
from bot.cards.kinds import KINDS, Told, leaves_some, transfers_of
from bot.cards.kit.acts import OPEN, one_of
from bot.cards.kit.base import Attachment, Card, Rows, rows_of
from bot.cards.kit.heading import act_button
from bot.cards.kit.house import House
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import Said, blocks, how_many, together
from bot.texts import Safe, Text
from core.deal.model import DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.values.words import FileRef
from core.views import DealView


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


OPENED: Final = "milestone-opened"
"""Of several that are open at once, in one message, one tells it of all."""


def _said(told: Told, before: Sequence[Told]) -> Said:
    """Nothing of money whose settlement, in the same message, tells where it is now."""
    notice = told.notice
    known = {tr for one in before if one.notice.kind == "money-settled" for tr in transfers_of(one)}
    gone = notice.kind in ("transfer-sent", "transfer-confirmed")
    if gone and known & {*transfers_of(told)}:
        return Said(())
    if (
        notice.kind == OPENED
        and told.args()["several"]
        and any(one.notice.kind == OPENED for one in before)
    ):
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
        held=any(kind.held or leaves_some(one) for kind, one in zip(kinds, told, strict=True)),
        ended=any(kind.ended for kind in kinds),
        decided=any(one.notice.kind == "ruling-made" for one in told),
        transfers=frozenset(tr.number for one in told for tr in transfers_of(one)),
        milestones=frozenset(filter(None, map(_about, told))),
    )
    money = any(kind.money for kind in kinds)
    shown = standing(view, t, house, above) if view is not None and _is_live(told) else None
    held = view is not None and not view.deal.state.final and not above.held
    says_it = shown is not None and held
    play = t("play-money") if money and not says_it and _plays(told) else None
    return blocks(shown, play, phrase_line(told[0].person, t) if money else None)


def _about(told: Told) -> int | None:
    """The milestone that it is about; what opened is one of those that did."""
    return None if told.notice.kind == OPENED else told.milestone


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
        buttons += [act_button(view, t, act, one_of(view, act)) for act in acts if view.may(act)]
    if deal is not None:
        buttons.append(Button(t.plain("button-open-deal"), Press(OPEN, deal)))
    buttons.append(Button(t.plain("button-help"), Press("help", deal)))
    return rows_of(buttons)
