"""Who may do what, when, and what everybody else is told: the rulebook's rights as one table.

It is written from the rulebook and knows no guard. `expected` reads one cell of the matrix
person × act × place; the tests of the core and of both bots walk it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from core.deal.step import Act
from core.deal.terms import Role
from core.values.roles import DeskRole


class Who(Enum):
    """Whose act it is."""

    EITHER = auto()
    FREELANCER = auto()
    CLIENT = auto()
    INVITER = auto()
    TAKES_PART = auto()
    """A party, or who waits to be confirmed."""
    ARBITER = auto()
    CASE = auto()
    """The arbiter who has the case."""
    HEAD = auto()
    TREASURER = auto()


@dataclass(frozen=True)
class Standing:
    """What somebody is to a deal."""

    side: Role | None = None
    inviter: bool = False
    waits: bool = False
    roles: frozenset[DeskRole] = frozenset()
    has_case: bool = False
    conflict: str = ""
    """`deals`: had a deal with either; `deposit`: confirmed the money; `recused`: stepped back."""


@dataclass(frozen=True)
class Rule:
    """An act: whose, in which places, and what is said elsewhere."""

    who: Who
    at: frozenset[str] = frozenset()
    """Places where the first milestone, or the deal, allows it."""
    otherwise: str = "wrong-state"
    but: Mapping[str, str] = field(default_factory=dict)
    """What is said instead in some places; `place:freelancer` for one person alone."""
    second: frozenset[str] = frozenset()
    """Places where the second milestone allows it."""
    planned: str = "wrong-state"
    """What is said of a milestone that has not begun."""
    conflicts: bool = False
    """Whether a conflict of interest bars it."""


def _set(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(",") if name.strip())


TERMS: Final = _set(
    "draft, done again, invited, claimed, two claims, claim counters, sent again, bound,"
    "countered, countering"
)
DRAFTS: Final = _set("draft, done again")
INVITED: Final = TERMS - DRAFTS
UNBOUND: Final = _set("invited, claimed, two claims, claim counters")
BOUND: Final = INVITED - UNBOUND
FUNDING: Final = _set("agreed, payment claimed, short, shortfall asked, short claimed")
LATE: Final = _set("late, asked late")
CHANGED: Final = _set("change proposed")
"""Other terms wait for the client's answer."""
WORKING: Final = (
    LATE
    | CHANGED
    | _set("fee granted, working, time asked, asked in time, pause asked, left waiting, changing")
)
REVISING: Final = _set("revising, both proposed, ordered")
CONTESTED: Final = _set("contested, all contested")
"""One point waits of two, and the only one that there is."""
REVIEW: Final = _set(
    "submitted, hour later, part released, tiny, end proposed, taken back, dismissed"
)
UNDER_WAY: Final = WORKING | REVISING | CONTESTED | REVIEW
CANCELLING: Final = _set("cancelling, leaving")
PAUSED: Final = _set("material asked, paused")
TIME_ASKED: Final = _set("time asked, asked in time, asked late, both proposed")
"""The freelancer's question for more time waits."""
END_PROPOSED: Final = _set("end proposed, both proposed")
"""By the freelancer, and by the client."""
TAKEN: Final = _set("taken, asked, heard, disputed again, reviewing, advised")
BETWEEN: Final = _set("disputed, offered, negotiating")
"""No arbiter was called yet."""
ADDS: Final = _set("called, taken, asked, disputed again, advised")
"""Either side may still add something."""
DISPUTED: Final = TAKEN | BETWEEN | {"called"}
DECIDED: Final = _set("decided")
"""There is a ruling, whose money is still held."""
ENDED: Final = _set("completed, on its way, rated, both rated, long over, never paid")
"""The deal, and not its first milestone alone."""
OVER: Final = ENDED | _set("split, withdrawn, conceded")
ALL_AT_ONCE: Final = MappingProxyType({"all at once": ("working", "submitted")})
"""Several milestones are open, and each of them allows what the only one that is would."""
_OF_ONE: Final = TERMS | FUNDING | UNDER_WAY | PAUSED | CANCELLING | DISPUTED | DECIDED | OVER
PLACES: Final = _OF_ONE | {*ALL_AT_ONCE}
LIVE: Final = _OF_ONE - TERMS - ENDED
_PAID = _set("payment claimed, short claimed")


def _say(key: str, places: frozenset[str] | str) -> dict[str, str]:
    return dict.fromkeys(_set(places) if isinstance(places, str) else places, key)


_WAITS = "proposal-open"
_WAITING = "sent again:freelancer, bound:freelancer"
_EDITED = {
    **_say("not-your-turn", f"{_WAITING}, countered:client, countering:client"),
    **{f"{place}:freelancer": "terms-sent" for place in UNBOUND},
}
_UNCHANGED = _say("nothing-changed", "claimed, two claims, sent again, bound, countered")
_DEAL = "deal-wrong-state"
_STAGE = "dispute-wrong-stage"
_LAST = "not-heard"
_CLOSED = _say(_STAGE, "decided, split, taken back, dismissed, ordered, conceded")
_NOT_TAKEN = {**_say(_STAGE, BETWEEN | {"called"}), **_CLOSED}
UNRULED: Final = DISPUTED - {"reviewing"}
_RULED = {**_CLOSED, "reviewing": _STAGE}
_BY_CLIENT = _set("disputed, negotiating, called, taken, asked, heard, offered, advised")
_NOT_BY = (*(f"{place}:freelancer" for place in _BY_CLIENT), "disputed again:client")
"""Whose dispute it is not."""
_NAMED_NO_AMOUNT = ("disputed:client", "offered:client")
"""Whose other side has named no amount."""


def _case(
    who: Who, at: str | frozenset[str], but: Mapping[str, str], *, conflicts: bool = False
) -> Rule:
    """An act in a dispute."""
    places = _set(at) if isinstance(at, str) else at
    none = "no-dispute"
    return Rule(who, places, none, but, planned=none, conflicts=conflicts)


def _proposed(at: frozenset[str], *others: str) -> Rule:
    """An act on what is proposed there, which is not of these: `place:side`."""
    none = "nothing-proposed"
    return Rule(Who.EITHER, at, none, dict.fromkeys(others, none), planned=none)


_TIME_BY = tuple(f"{place}:freelancer" for place in TIME_ASKED)
_TIME_TO = tuple(f"{place}:client" for place in TIME_ASKED)
_END_BY = ("end proposed:freelancer", "both proposed:client")
_END_TO = ("end proposed:client", "both proposed:freelancer")


RULES: Final[Mapping[Act, Rule]] = MappingProxyType(
    {
        # terms and invite
        Act.EDIT: Rule(
            Who.TAKES_PART,
            TERMS | (LIVE - CHANGED),
            _DEAL,
            {**_EDITED, **_say(_WAITS, CHANGED)},
        ),
        Act.INVITE: Rule(Who.INVITER, DRAFTS, _DEAL),
        Act.INVITE_AGAIN: Rule(
            Who.INVITER, _set("done again"), _DEAL, _say("nobody-there", "draft")
        ),
        Act.DISCARD: Rule(Who.INVITER, DRAFTS, _DEAL),
        Act.RENEW: Rule(Who.INVITER, UNBOUND, _DEAL, _say("invite-used", BOUND)),
        Act.WITHDRAW_INVITE: Rule(Who.INVITER, INVITED, _DEAL),
        Act.CONFIRM: Rule(
            Who.INVITER,
            UNBOUND - {"invited"},
            _DEAL,
            _say("nobody-waits", BOUND | {"invited"}),
        ),
        Act.SUGGEST: Rule(Who.TAKES_PART, INVITED, _DEAL, _EDITED),
        Act.SEND_TERMS: Rule(Who.TAKES_PART, INVITED, _DEAL, {**_UNCHANGED, **_EDITED}),
        Act.ACCEPT: Rule(
            Who.TAKES_PART,
            BOUND,
            _DEAL,
            {
                **_say("nobody-waits", UNBOUND),
                **_say("not-your-turn", f"{_WAITING}, countered:client, countering:client"),
            },
        ),
        Act.DECLINE: Rule(
            Who.TAKES_PART,
            INVITED,
            _DEAL,
            {f"{place}:freelancer": "withdraw-instead" for place in INVITED},
        ),
        # money
        Act.PAY: Rule(Who.CLIENT, FUNDING - _PAID, but=_say("claim-unanswered", _PAID)),
        Act.CLAIM_PAID: Rule(Who.CLIENT, FUNDING - _PAID, but=_say("claim-unanswered", _PAID)),
        Act.ASK_SHORTFALL: Rule(
            Who.CLIENT,
            _set("short"),
            but={
                **_say("claim-unanswered", _PAID),
                "agreed": "nothing-arrived",
                "shortfall asked": "already-asked",
            },
        ),
        Act.ACCEPT_SHORTFALL: Rule(
            Who.FREELANCER,
            _set("shortfall asked"),
            but=_say("not-asked", FUNDING - {"shortfall asked"}),
        ),
        Act.CANCEL_FUNDING: Rule(Who.EITHER, FUNDING - _PAID, but=_say("claim-unanswered", _PAID)),
        Act.GO_ON: Rule(Who.CLIENT, second=_set("split"), planned="not-its-turn"),
        Act.DROP: Rule(
            Who.EITHER, second=_set("split, withdrawn, conceded"), planned="not-its-turn"
        ),
        Act.CONFIRM_DEPOSIT: Rule(Who.TREASURER, PLACES, second=PLACES),
        Act.REJECT_CLAIM: Rule(Who.TREASURER, _PAID, but=_say("no-claim", FUNDING - _PAID)),
        # work
        Act.SUBMIT: Rule(Who.FREELANCER, WORKING | REVISING | CANCELLING),
        Act.TAKE_BACK: Rule(
            Who.FREELANCER,
            _set("submitted, end proposed"),
            but=_say("take-back-late", "hour later, part released, tiny, taken back, dismissed"),
        ),
        Act.APPROVE: Rule(Who.CLIENT, REVIEW | REVISING | CONTESTED),
        Act.REQUEST_CHANGES: Rule(Who.CLIENT, REVIEW),
        Act.CONTEST: Rule(
            Who.FREELANCER,
            (REVISING | {"contested"}) - {"ordered"},
            but={"ordered": "order-stands", "all contested": "points-contested"},
        ),
        Act.DROP_POINT: Rule(Who.CLIENT, CONTESTED),
        Act.MOVE_POINT: Rule(Who.CLIENT, CONTESTED),
        Act.TAKE_BACK_CONTEST: Rule(Who.FREELANCER, CONTESTED),
        Act.RELEASE_PART: Rule(
            Who.CLIENT,
            (REVIEW | REVISING | CONTESTED) - {"tiny"},
            but={"tiny": "nothing-to-part"},
        ),
        Act.WITHDRAW: Rule(Who.FREELANCER, WORKING | REVISING | CONTESTED | PAUSED),
        Act.CANCEL_LATE: Rule(
            Who.CLIENT,
            LATE,
            but={
                **_say("not-late", WORKING - LATE),
                "asked in time": "time-asked",
                "left waiting": "left-waiting",
            },
        ),
        Act.CANCEL_FOR_FEE: Rule(
            Who.CLIENT, _set("fee granted"), but=_say("no-cancel-fee", WORKING - {"fee granted"})
        ),
        Act.TAKE_BACK_CANCEL: Rule(Who.CLIENT, CANCELLING),
        Act.OBJECT: Rule(Who.FREELANCER, CANCELLING),
        Act.DIARY: Rule(Who.EITHER, PLACES - TERMS - FUNDING - ENDED, otherwise="diary-closed"),
        Act.TALK: Rule(Who.EITHER, PLACES - UNBOUND - DRAFTS, otherwise="nobody-there"),
        Act.RATE: Rule(
            Who.EITHER,
            _set("completed, on its way, rated"),
            otherwise="rate-not-ended",
            but={
                "both rated": "rate-shown",
                "long over": "rate-late",
                **_say("rate-nothing", "never paid"),
            },
        ),
        # proposals
        Act.ASK_TIME: Rule(
            Who.FREELANCER, (WORKING | REVISING) - TIME_ASKED, but=_say(_WAITS, TIME_ASKED)
        ),
        Act.GRANT_TIME: Rule(
            Who.CLIENT, (WORKING | REVISING) - TIME_ASKED, but=_say(_WAITS, TIME_ASKED)
        ),
        Act.ACCEPT_TIME: _proposed(TIME_ASKED, *_TIME_BY),
        Act.REJECT_TIME: _proposed(TIME_ASKED, *_TIME_BY),
        Act.WITHDRAW_TIME: _proposed(TIME_ASKED, *_TIME_TO),
        Act.WAIT_MATERIAL: Rule(Who.FREELANCER, WORKING | REVISING),
        Act.GIVE_MATERIAL: Rule(
            Who.CLIENT, _set("material asked"), but={"paused": "nothing-missing"}
        ),
        Act.ALL_THERE: Rule(Who.CLIENT, _set("material asked"), but={"paused": "nothing-missing"}),
        Act.RESUME: Rule(Who.FREELANCER, PAUSED),
        Act.ASK_PAUSE: Rule(
            Who.EITHER,
            (WORKING | REVISING) - {"pause asked"},
            but=_say(_WAITS, "pause asked"),
        ),
        Act.ACCEPT_PAUSE: _proposed(_set("pause asked"), "pause asked:client"),
        Act.REJECT_PAUSE: _proposed(_set("pause asked"), "pause asked:client"),
        Act.WITHDRAW_PAUSE: _proposed(_set("pause asked"), "pause asked:freelancer"),
        Act.PROPOSE_END: Rule(
            Who.EITHER, (UNDER_WAY | PAUSED) - END_PROPOSED, but=_say(_WAITS, END_PROPOSED)
        ),
        Act.ACCEPT_END: _proposed(END_PROPOSED, *_END_BY),
        Act.REJECT_END: _proposed(END_PROPOSED, *_END_BY),
        Act.WITHDRAW_END: _proposed(END_PROPOSED, *_END_TO),
        Act.AMEND: Rule(Who.EITHER, LIVE - CHANGED, _DEAL, _say(_WAITS, CHANGED)),
        Act.ACCEPT_CHANGE: _proposed(CHANGED, "change proposed:freelancer"),
        Act.REJECT_CHANGE: _proposed(CHANGED, "change proposed:freelancer"),
        Act.WITHDRAW_CHANGE: _proposed(CHANGED, "change proposed:client"),
        # dispute
        Act.DISPUTE: Rule(
            Who.EITHER, (UNDER_WAY | PAUSED) - {"ordered"}, but=_say("order-stands", "ordered")
        ),
        Act.STATE: _case(Who.EITHER, DISPUTED, _CLOSED),
        Act.EVIDENCE: _case(Who.EITHER, DISPUTED, _CLOSED),
        Act.TAKE_BACK_DISPUTE: _case(
            Who.EITHER,
            DISPUTED - {"reviewing"},
            {**_CLOSED, **dict.fromkeys(_NOT_BY, "opener-only"), "reviewing": _STAGE},
        ),
        Act.CONCEDE: _case(
            Who.EITHER,
            DISPUTED - {"reviewing"},
            {
                **_CLOSED,
                **dict.fromkeys(_NAMED_NO_AMOUNT, "nothing-asked"),
                "reviewing": _STAGE,
            },
        ),
        Act.ANSWER: _case(
            Who.EITHER,
            "asked",
            {
                **_say("no-question", (DISPUTED - {"asked"}) | {"asked:freelancer"}),
                **_say(_STAGE, BETWEEN),
                **_CLOSED,
            },
        ),
        Act.CALL_ARBITER: _case(
            Who.EITHER,
            "negotiating",
            {
                **_say(_STAGE, DISPUTED - {"negotiating"}),
                **_CLOSED,
                "negotiating:freelancer": "arbiter-called",
            },
        ),
        Act.ADD_NOTHING: _case(
            Who.EITHER,
            ADDS,
            {**_say(_STAGE, BETWEEN | {"reviewing"}), **_CLOSED, "heard": "adds-nothing"},
        ),
        Act.CHALLENGE: _case(
            Who.EITHER, TAKEN - {"reviewing"}, {**_NOT_TAKEN, "reviewing": "challenge-over"}
        ),
        Act.ACCEPT_RULING: _case(
            Who.EITHER,
            DECIDED,
            _say(_STAGE, DISPUTED | {"split", "taken back", "dismissed", "ordered", "conceded"}),
        ),
        Act.ASK_REVIEW: _case(
            Who.EITHER,
            DECIDED,
            _say(_STAGE, DISPUTED | {"split", "taken back", "dismissed", "ordered", "conceded"}),
        ),
        Act.OFFER: _case(Who.EITHER, UNRULED, {**_RULED, "offered:freelancer": "proposal-open"}),
        Act.ACCEPT_OFFER: _proposed(_set("offered"), "offered:freelancer"),
        Act.REJECT_OFFER: _proposed(_set("offered"), "offered:freelancer"),
        Act.WITHDRAW_OFFER: _proposed(_set("offered"), "offered:client"),
        Act.ACCEPT_ADVICE: _proposed(_set("advised"), "advised:freelancer"),
        Act.REJECT_ADVICE: _proposed(_set("advised")),
        Act.SEAL: _case(Who.EITHER, UNRULED, _RULED),
        Act.UNSEAL: _case(
            Who.EITHER,
            "offered",
            {
                **_RULED,
                **_say("nothing-sealed", UNRULED - {"offered"}),
                "offered:client": "nothing-sealed",
            },
        ),
        # the desk
        Act.ADVISE: _case(
            Who.CASE,
            TAKEN - {"advised", "reviewing"},
            {**_RULED, **_say("not-your-case", BETWEEN | {"called"}), "advised": "advised-already"},
        ),
        Act.TAKE: _case(
            Who.ARBITER,
            "called",
            {**_say("dispute-taken", TAKEN), **_say(_STAGE, BETWEEN | {"decided"})},
            conflicts=True,
        ),
        Act.TAKE_OVER: _case(Who.HEAD, TAKEN, _NOT_TAKEN, conflicts=True),
        Act.HAND_OVER: _case(Who.CASE, TAKEN, _NOT_TAKEN),
        Act.RECUSE: _case(Who.ARBITER, DISPUTED - BETWEEN, {**_say(_STAGE, BETWEEN), **_CLOSED}),
        Act.ASK: _case(Who.CASE, TAKEN, _NOT_TAKEN),
        # Nothing is ruled before both sides had their say: the last that is looked at.
        Act.RULE: _case(
            Who.CASE,
            "heard, reviewing",
            {**_NOT_TAKEN, **_say(_LAST, "taken, asked, disputed again, advised")},
            conflicts=True,
        ),
    }
)
"""`CONFIRM_TRANSFER` is about no milestone: see the tests of transfers."""

_ROLES: Final = {
    Who.ARBITER: (DeskRole.ARBITER, "for-arbiters"),
    Who.CASE: (DeskRole.ARBITER, "for-arbiters"),
    Who.HEAD: (DeskRole.HEAD, "for-heads"),
    Who.TREASURER: (DeskRole.TREASURER, "for-treasurers"),
}


def at_the_desk(who: Who) -> bool:
    """Whether it is an act of the desk's bot."""
    return who in _ROLES


def refused(who: Who, person: Standing) -> str | None:
    """Why it is not this person's act at all; None where it is."""
    if who in _ROLES:
        role, key = _ROLES[who]
        if not person.roles:
            return "not-on-the-list"
        if role not in person.roles:
            return key
        return "own-deal" if person.side or person.waits else None
    if person.side is None:
        return None if who is Who.TAKES_PART and person.waits else "stranger"
    if who is Who.INVITER:
        return None if person.inviter else "inviter-only"
    wanted = {Who.FREELANCER: Role.FREELANCER, Who.CLIENT: Role.CLIENT}.get(who, person.side)
    return None if wanted is person.side else "other-side"


def expected(act: Act, person: Standing, place: str, number: int | None) -> str | None:
    """The refusal of a cell; None where it is allowed. `number` is the milestone's."""
    if place in ALL_AT_ONCE:
        each = ALL_AT_ONCE[place]
        return expected(act, person, each[(number or 1) - 1], number and 1)
    rule = RULES[act]
    no = refused(rule.who, person)
    if no is not None:
        return no
    if number == 2:
        no = None if place in rule.second else rule.planned
    else:
        name = person.side.value if person.side else "waiting"
        said = rule.but.get(f"{place}:{name}", rule.but.get(place))
        no = said or (None if place in rule.at else rule.otherwise)
    if no in (_LAST, "advised-already"):
        return _of_the_case(act, rule, person, place) or no
    return no or _of_the_case(act, rule, person, place)


def _of_the_case(act: Act, rule: Rule, person: Standing, place: str) -> str | None:
    """What only who has the case may do, and conflicts of interest."""
    taken = place in TAKEN
    if act is Act.TAKE_OVER and person.has_case:
        return "dispute-taken"
    theirs = rule.who is Who.CASE or (act is Act.RECUSE and taken)
    if theirs and not person.has_case:
        return "not-your-case"
    if act is Act.RECUSE and person.conflict == "recused":
        return "already-recused"
    return f"conflict-{person.conflict}" if rule.conflicts and person.conflict else None
