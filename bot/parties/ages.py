"""Which buttons of the parties' bot get old, and when: as their handlers would answer them.

What shows something whatever happens (the deal, the diary, papers, help, settings) never does. A
button of an act is old once the act is not offered any more, and one that is bound to a milestone
once that stands otherwise than it was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.deal import LOOKS
from bot.cards.invite import MARK
from bot.parties.deals.forms import NEEDS
from bot.parties.deals.steps import DO, STEPS, SURE
from bot.parties.terms.asking import mark_of
from bot.reads import Reads
from bot.texts.invites import hash_of
from core.deal.model import DealState
from core.deal.offering import terms_being_edited
from core.deal.step import Act
from core.inviting import may_answer_invited, viewable
from core.values.errors import Refusal
from core.values.ids import DealId, PersonId
from core.views import DealView

ACTS: Final[Mapping[str, Act]] = MappingProxyType(
    {
        **{look.verb: act for act, look in LOOKS.items()},
        **{verb + end: step.act for verb, step in STEPS.items() for end in ("", SURE, DO)},
        "payclaim": Act.CLAIM_PAID,
        "payother": Act.CLAIM_PAID,
        "payclaimx": Act.CLAIM_PAID,
        "partx": Act.RELEASE_PART,
        "subx": Act.SUBMIT,
        "chgx": Act.REQUEST_CHANGES,
    }
)
"""Verbs by what they do; that a form is open for it besides is the form's own matter."""
_QUESTIONS: Final[Mapping[str, Act]] = MappingProxyType(
    {
        **dict.fromkeys(("payname", "payday", "payskip", "payprev"), Act.CLAIM_PAID),
        **dict.fromkeys(("subok", "subprev"), Act.SUBMIT),
        **dict.fromkeys(
            ("chgdone", "chgkind", "chgcrit", "chgdue", "chgout", "chgpage", "chgprev"),
            Act.REQUEST_CHANGES,
        ),
    }
)
"""Buttons of a form, by what the form prepares."""
_OF_ANY_FORM: Final = frozenset({"talkend", "talkany", "talkmore", "parta", "dispprev"})
"""The same, where the argument begins with the form's name."""
_INVITER: Final[Mapping[str, Act]] = MappingProxyType(
    {
        "claims": Act.CONFIRM,
        "renew": Act.RENEW,
        "renew-now": Act.RENEW,
        "withdraw": Act.WITHDRAW_INVITE,
        "withdraw-now": Act.WITHDRAW_INVITE,
    }
)


class PartiesAges:
    """Implements `bot.mail.courier.buttons.Ages`."""

    def __init__(self, reads: Reads) -> None:
        """All of it only reads."""
        self._reads = reads

    def fades(self, press: Press) -> bool:
        """Talk goes on for as long as there is another to hear it."""
        if press.deal is None or act_of(press) is Act.TALK:
            return False
        bound = press.milestone is not None and press.seen is not None
        return bound or act_of(press) is not None or press.verb in _EARLY

    async def old(self, chat: int, deal: DealId, presses: Sequence[Sequence[Press]]) -> list[bool]:
        """By the deal as it stands for whose chat it is."""
        view = await self._reads.view(deal, PersonId(chat))
        if view is None:
            return [False] * len(presses)
        return [any(not holds(view, press) for press in of_one) for of_one in presses]


def act_of(press: Press) -> Act | None:
    """What a button does, or prepares."""
    if press.verb in _OF_ANY_FORM:
        return NEEDS.get(press.arg.partition(".")[0])
    return ACTS.get(press.verb) or _QUESTIONS.get(press.verb)


def holds(view: DealView, press: Press) -> bool:
    """Whether a button would do now what it says."""
    early = _EARLY.get(press.verb)
    if early is not None:
        return early(view, press)
    number, act = press.milestone, act_of(press)
    if number is not None and press.seen is not None:
        there = number <= len(view.deal.milestones)
        if not there or view.deal.milestone(number).seen != press.seen:
            return False
    return act is None or view.may(act, number)


def _inviter(view: DealView, press: Press) -> bool:
    if press.arg in _INVITER:
        return view.may(_INVITER[press.arg])
    if view.deal.state is not DealState.INVITED:
        return False
    return view.deal.invitee is None or press.arg not in ("text", "email")


def _invited(view: DealView, press: Press) -> bool:
    """The one who opened the link, and who is bound."""
    act, _, rest = press.arg.partition(".")
    if act in ("decline", "decline-now"):
        return view.may(Act.DECLINE)
    secret, _, mark = rest.partition(".")
    if act == "accept":
        return view.may(Act.ACCEPT) and _on_table(view, secret)
    deal, person = view.deal, view.viewer
    try:
        viewable(deal, person, hash_of(secret))
    except Refusal:
        return False
    claimed = person == deal.invitee or deal.claim_of(person) is not None
    free = deal.state is DealState.INVITED and not (claimed and act in ("ok", "edit", "no"))
    return free and (act not in ("ok", "edit") or _on_table(view, mark))


def _on_table(view: DealView, mark: str) -> bool:
    offer = view.deal.offer
    return offer is not None and offer.fingerprint[:MARK] == mark


def _claimant(view: DealView, press: Press) -> bool:
    answer, _, number = press.arg.partition(".")
    if not number.isdecimal():
        return False
    if answer in ("yes", "no"):
        waits = view.deal.claim_of(PersonId(int(number))) is not None
        return waits and view.may(Act.CONFIRM)
    try:
        may_answer_invited(view.deal, view.viewer, PersonId(int(number)))
    except Refusal:
        return False
    return True


def _terms(view: DealView, press: Press) -> bool:
    """A draft's own buttons, and those of who may suggest changes.

    What sends the terms is bound to them as they are on the card.
    """
    act, _, rest = press.arg.partition(".")
    if act in ("invite", "create", "send"):
        shown = terms_being_edited(view.deal, view.viewer)
        if rest.partition(".")[0] != mark_of(shown):
            return False
    if view.deal.state is DealState.DRAFT:
        return True
    return view.deal.state is DealState.INVITED and view.may(Act.SUGGEST)


_EARLY: Final[Mapping[str, Callable[[DealView, Press], bool]]] = MappingProxyType(
    {"inv": _inviter, "claim": _invited, "claimant": _claimant, "terms": _terms}
)
"""Verbs of the time before the agreement: after it the live card is the one to act on."""
