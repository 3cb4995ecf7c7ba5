"""In what order notices leave: who goes first, and what waits for what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from core.deal.notice import Notice
from core.values.ids import DESK, SYSTEM, DealId, PersonId

LANE: Final = "lane"
"""What in a notice's data names a lane of its own, beside the other notices of its receiver."""

# What follows a notice that has arrived is owed as notices are, and says nothing by itself.
CARD_REDRAWN: Final = "card-redrawn"
"""The receiver's live card of a deal, where it stands, with the news that it told."""
NEWS: Final = "news"
"""In the data of that: which notices were told, by their numbers in the queue."""
CARD_OLD: Final = "card-old"
"""A message that is the live card no longer loses its buttons."""
BUTTONS_OLD: Final = "buttons-old"
"""Any other message, one of whose buttons would be answered as old, loses them."""
WORDS_DELIVERED: Final = "words-delivered"
"""The desk learns whether Telegram accepted what it said to somebody."""

CASE_WANTED: Final = "case-wanted"
"""The desk's file of a case is to be drawn anew, or its topic filled; nothing is said besides."""

HELP_ASKED: Final = "help-asked"
STRANGER_ASKED: Final = "stranger-asked"
"""The same of somebody who never had a deal: whoever has one goes before them."""
ASKED: Final = frozenset({HELP_ASKED, STRANGER_ASKED})


class Rank(IntEnum):
    """The lowest goes first."""

    FIRST = 1
    """At the desk: what frees somebody's money, or answers a press."""
    NOTICE = 2
    TALK = 3
    HELP = 4
    """Of people who have a deal, or had one."""
    STRANGERS = 5
    LATER = 6
    """What nobody waits for: reminders, digests."""


OF_MESSAGES: Final = frozenset({BUTTONS_OLD, CARD_OLD, CARD_REDRAWN})
"""They tell of no step: nothing in the deal is otherwise because of them."""

_OF_PEOPLE: Final[Mapping[str, Rank]] = MappingProxyType(
    {"reminded": Rank.LATER, "clocks-extended": Rank.LATER, BUTTONS_OLD: Rank.LATER}
)
AT_THE_DESK: Final[Mapping[str, Rank]] = MappingProxyType(
    {
        "payment-claimed": Rank.FIRST,
        "deposit-suspense": Rank.FIRST,
        "transfer-due": Rank.FIRST,
        "transfer-failed": Rank.FIRST,
        WORDS_DELIVERED: Rank.FIRST,
        "dispute-taken": Rank.FIRST,
        "dispute-handed-over": Rank.FIRST,
        "ruling-made": Rank.FIRST,
        "statement-made": Rank.TALK,
        "evidence-filed": Rank.TALK,
        "question-answered": Rank.TALK,
        "message-sent": Rank.TALK,
        "diary-written": Rank.TALK,
        HELP_ASKED: Rank.HELP,
        STRANGER_ASKED: Rank.STRANGERS,
        BUTTONS_OLD: Rank.LATER,
    }
)
"""Everything else there is a NOTICE: new disputes, what is overdue, alarms."""
_MONEY: Final = frozenset({"payment-claimed", "deposit-suspense"})


def rank_of(notice: Notice) -> Rank:
    """How urgent a notice is."""
    ranks = _OF_PEOPLE if notice.to > SYSTEM else AT_THE_DESK
    return ranks.get(notice.kind, Rank.NOTICE)


def lane_of(notice: Notice) -> str:
    """Notices of one lane leave in order, and one that can not leave holds up its lane alone.

    A person's are one lane. At the desk a case, a payment, a transfer, a person who asks for help
    (about whatever deals) and a kind of alarm have one each.
    """
    own = notice.data.get(LANE)
    if notice.to > SYSTEM:
        return str(notice.to) if own is None else f"{notice.to}:{own}"
    return f"{notice.to}:{_of_desk(notice) if own is None else own}"


def _of_desk(notice: Notice) -> str:
    deal, part, data = notice.deal, notice.milestone, notice.data
    if notice.kind in ASKED:
        return f"help:{data.get('person')}"
    if notice.kind == "desk-alarmed":
        return f"alarm:{deal}:{part}:{data.get('key')}"
    if notice.kind in ("bot-deaf", "bot-heard"):
        return f"hearing:{data.get('bot')}"
    if notice.kind in ("disk-low", "disk-again"):
        return "disk"
    if "transfer" in data:
        return f"transfer:{deal}:{data['transfer']}"
    if deal is None:
        return notice.kind
    return f"{'money' if notice.kind in _MONEY else 'case'}:{deal}:{part}"


def of_a_stranger(notice: Notice) -> Notice:
    """As what was owed by somebody without an agreed deal."""
    return replace(notice, kind=STRANGER_ASKED) if notice.kind == HELP_ASKED else notice


def redrawn(person: PersonId, deal: DealId, news: Collection[int] = ()) -> Notice:
    """In the lane of its receiver: what is newer makes it needless."""
    return Notice(person, CARD_REDRAWN, deal, data={NEWS: list(news)}, ring=False)


def news_in(redraw: Notice) -> list[int]:
    """Which notices a card told that is drawn anew."""
    found = redraw.data.get(NEWS)
    return [int(number) for number in found] if isinstance(found, list) else []


def old_card(person: PersonId, deal: DealId, message: int) -> Notice:
    """In a lane of its own: it waits for no notice, and holds up none."""
    return Notice(
        person, CARD_OLD, deal, data={"message": message, LANE: f"card:{deal}"}, ring=False
    )


def old_buttons(to: PersonId, deal: DealId, message: int) -> Notice:
    """Those of one deal one after the other, behind everything that somebody waits for."""
    data = {"message": message, LANE: f"buttons:{deal}"}
    return Notice(to, BUTTONS_OLD, deal, data=data, ring=False)


def delivered(notice: Notice, *, ok: bool) -> Notice:
    """What the desk learns of a notice with its words; not `ok` where the bot is blocked."""
    data = {**notice.data, "kind": notice.kind, "person": notice.to, "ok": ok}
    return Notice(
        DESK,
        WORDS_DELIVERED,
        notice.deal,
        notice.milestone,
        data={**data, LANE: f"words:{notice.deal}:{notice.milestone}:{notice.to}"},
        words=notice.words,
        ring=False,
    )
