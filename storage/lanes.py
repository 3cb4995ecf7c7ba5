"""In what order notices leave: who goes first, and what waits for what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from core.deal.notice import ALWAYS, Notice
from core.ports import BUTTONS_OLD, CARD_OLD, CARD_REDRAWN, LANE, NEWS, WORDS_DELIVERED, Rank
from core.talking import ASKED, HELP_ASKED, STRANGER_ASKED
from core.values.ids import SYSTEM, DealId, PersonId

_OF_PEOPLE: Final[Mapping[str, Rank]] = MappingProxyType(
    dict.fromkeys(("reminded", "clocks-extended", "digest", BUTTONS_OLD), Rank.LATER)
)
AT_THE_DESK: Final[Mapping[str, Rank]] = MappingProxyType(
    {
        "payment-claimed": Rank.FIRST,
        "deposit-suspense": Rank.FIRST,
        "suspense-return-asked": Rank.FIRST,
        "transfer-due": Rank.FIRST,
        "transfer-failed": Rank.FIRST,
        "transfer-doubled": Rank.FIRST,
        WORDS_DELIVERED: Rank.FIRST,
        "dispute-taken": Rank.FIRST,
        "dispute-handed-over": Rank.FIRST,
        "ruling-made": Rank.FIRST,
        "ruling-sent-back": Rank.FIRST,
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
    if "item" in data and deal is None:
        return f"suspense:{data['item']}"
    if notice.kind in ("disk-low", "disk-again"):
        return "disk"
    if "transfer" in data:
        return f"transfer:{deal}:{data['transfer']}"
    if deal is None:
        return notice.kind
    return f"{'money' if notice.kind in _MONEY else 'case'}:{deal}:{part}"


def redrawn(person: PersonId, deal: DealId, news: Collection[int] = ()) -> Notice:
    """In the lane of its receiver: what is newer makes it needless."""
    return Notice(person, CARD_REDRAWN, deal, data={NEWS: list(news)}, ring=False, holds=ALWAYS)


def old_card(person: PersonId, deal: DealId, message: int) -> Notice:
    """In a lane of its own: it waits for no notice, and holds up none."""
    return Notice(
        person,
        CARD_OLD,
        deal,
        data={"message": message, LANE: f"card:{deal}"},
        ring=False,
        holds=ALWAYS,
    )


def old_buttons(to: PersonId, deal: DealId, message: int) -> Notice:
    """Those of one deal one after the other, behind everything that somebody waits for."""
    data = {"message": message, LANE: f"buttons:{deal}"}
    return Notice(to, BUTTONS_OLD, deal, data=data, ring=False, holds=ALWAYS)
