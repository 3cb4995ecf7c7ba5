"""The statements of the outbox."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Integer,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
    update,
)

from core.ports import CARD_REDRAWN, OF_MESSAGES, Rank
from core.talking import ASKED
from core.values.ids import SYSTEM
from storage import tables as t
from storage.columns import Whole
from storage.lanes import AT_THE_DESK
from storage.prepared import Listed, Row

_N, _W = t.notices.c, t.words.c
_BEFORE: Final = t.notices.alias("before")
_AFTER: Final = t.notices.alias("after")
_ASKED: Final = or_(*(_N.kind == kind for kind in sorted(ASKED)))
"""Not by `in_`: what is prepared has no list in it."""
_RANK: Final = {
    "parties": case((_N.later == 1, int(Rank.LATER)), else_=int(Rank.NOTICE)),
    "desk": case(
        *((_N.kind == kind, int(rank)) for kind, rank in AT_THE_DESK.items()),
        else_=int(Rank.NOTICE),
    ),
}
_OVERTAKEN: Final = (
    select(_AFTER.c.id)
    .where(
        _AFTER.c.state == "queued",
        _AFTER.c.lane == _N.lane,
        _AFTER.c.id > _N.id,
        or_(
            # Cards of one deal: the next one shows all that this one would.
            and_(
                _AFTER.c.deal == _N.deal,
                _N.kind == CARD_REDRAWN,
                _AFTER.c.kind == CARD_REDRAWN,
            ),
            # Alarms about one thing: the newest says how it stands.
            and_(_N.kind == "desk-alarmed", _AFTER.c.kind == _N.kind),
        ),
    )
    .exists()
)
_FULL: Final = tuple(f"full_{rank.value}" for rank in Rank)


def full(ranks: Iterable[int]) -> Row:
    """The parameters for these ranks: their own number, or one that no rank has."""
    among = set(ranks)
    return {name: rank if rank in among else -1 for name, rank in zip(_FULL, Rank, strict=True)}


_TURN: Final = {
    "parties": (_N.later,),
    # Nobody's second call for help goes before somebody else's first.
    "desk": (_RANK["desk"], case((_ASKED, _N.next_at), else_=0)),
}


def _whole(bot: str) -> Any:  # noqa: ANN401 - a statement
    return select(
        *(_N.id, _N.recipient, _N.kind, _N.deal, _N.milestone, _N.data, _N.words, _N.files),
        *(_N.ring, _N.seen, _N.later, _N.lane, _N.attempts, _N.parts, _N.request),
        type_coerce(_N.serves, Whole).label("serves"),
        *(_W.salt, _W.text, _RANK[bot].label("rank"), _OVERTAKEN.label("overtaken")),
    ).outerjoin(t.words, (_W.deal == func.coalesce(_N.deal, "")) & (_W.digest == _N.words))


def _next(bot: str, but: list[BindParameter[str]]) -> Any:  # noqa: ANN401 - a statement
    first = (
        select(_BEFORE.c.id)
        .where(
            _BEFORE.c.state == "queued",
            _BEFORE.c.lane == _N.lane,
            _BEFORE.c.id < _N.id,
        )
        .exists()
    )
    return (
        _whole(bot)
        .where(
            _N.state == "queued",
            _N.recipient > SYSTEM if bot == "parties" else _N.recipient <= SYSTEM,
            _N.lane.not_in(but),
            _RANK[bot].not_in([bindparam(name, type_=Integer) for name in _FULL]),
            # Never put off: due, whatever clock the one had who owed it.
            (_N.next_at <= bindparam("now")) | (_N.next_at == _N.queued_at),
            _N.lease <= bindparam("now"),
            ~first,
        )
        .order_by(*_TURN[bot], _N.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=t.notices)
    )


_FIRST: Final = t.notices.alias("the_first")


def _alike(bot: str) -> Any:  # noqa: ANN401 - a statement
    asked = (_ASKED, _N.parts == 0)
    return (
        _whole(bot)
        .join(_FIRST, (_FIRST.c.id == bindparam("of_notice")) & (_FIRST.c.lane == _N.lane))
        .where(
            _N.state == "queued",
            _N.id > _FIRST.c.id,
            func.coalesce(_N.deal, "") == func.coalesce(_FIRST.c.deal, ""),
            *(asked if bot == "desk" else ()),
        )
        .order_by(_N.id)
        .limit(50)  # pragma: no mutate - more than one message holds
    )


ALIKE: Final = {bot: _alike(bot) for bot in ("parties", "desk")}
TOLD: Final = Listed("id", lambda ids: _whole("parties").where(_N.id.in_(ids)).order_by(_N.id))
NEWEST: Final = (
    _whole("parties")
    .join(
        _FIRST,
        (_FIRST.c.id == bindparam("of_notice"))
        & (_N.recipient == _FIRST.c.recipient)
        & (_N.deal == _FIRST.c.deal),
    )
    .where(
        _N.state == "sent",
        _N.kind.not_in(sorted(OF_MESSAGES)),
        _N.ended_at
        == select(func.max(_AFTER.c.ended_at))
        .where(
            _AFTER.c.recipient == _FIRST.c.recipient,
            _AFTER.c.deal == _FIRST.c.deal,
            _AFTER.c.state == "sent",
            _AFTER.c.kind.not_in(sorted(OF_MESSAGES)),
        )
        .scalar_subquery(),
    )
    .order_by(_N.id)
)
"""What the newest message told of the same deal: all of it is marked at one instant."""
NEXT: Final = {bot: Listed("but", partial(_next, bot)) for bot in ("parties", "desk")}
LEASED: Final = (
    update(t.notices)
    .where(_N.id.in_(bindparam("ids")), _N.state == "queued")
    .values(lease=bindparam("until"))
)
LEFT: Final = {
    bot: update(t.notices)
    .where(
        _N.state == "queued",
        whose,
        _N.lease > 0,
        _N.id.not_in(bindparam("mine")),
    )
    .values(lease=0)
    for bot, whose in (("parties", _N.recipient > SYSTEM), ("desk", _N.recipient <= SYSTEM))
}
END: Final = Listed(
    "id",
    lambda ids: (
        update(t.notices)
        .where(_N.id.in_(ids), _N.state == "queued")
        .values(state=bindparam("end"), ended_at=bindparam("now"), why=bindparam("because"))
        .returning(_N.id, _N.kind, _N.lane)
    ),
)
BEHIND: Final = (
    update(t.notices)
    .where(_N.state == "queued", _N.lane == bindparam("of_lane"), _N.next_at < bindparam("now"))
    .values(next_at=bindparam("now"))
)
TOOK: Final = update(t.notices).where(_N.id == bindparam("row")).values(parts=bindparam("taken"))
AGAIN: Final = (
    update(t.notices)
    .where(_N.id == bindparam("row"))
    .values(
        next_at=bindparam("at_"),
        lease=0,
        attempts=_N.attempts + bindparam("tried"),
    )
)
LAGS: Final = {
    bot: select(_N.later, func.min(_N.next_at).label("oldest"))
    .where(_N.state == "queued", whose)
    .group_by(_N.later)
    for bot, whose in (("parties", _N.recipient > SYSTEM), ("desk", _N.recipient <= SYSTEM))
}
