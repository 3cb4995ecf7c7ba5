"""When the buttons of an invite are old, where that is not told by what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.terms import MARK
from bot.parties.inviting.claimants import claimant_of, may_be_answered
from bot.parties.inviting.guest import secret_in
from bot.parties.kit.terms import are_still
from bot.texts.invites import hash_of
from core.deal.model import DealState
from core.deal.step import Act
from core.inviting import viewable
from core.values.errors import Refusal
from core.views import DealView


def _is_open(view: DealView, _press: Press) -> bool:
    return view.deal.state is DealState.INVITED


def _is_passed_on(view: DealView, press: Press) -> bool:
    return _is_open(view, press) and view.deal.invitee is None


def _is_seen(view: DealView, press: Press) -> bool:
    """What the secret opens."""
    try:
        viewable(view.deal, view.viewer, hash_of(secret_in(press)))
    except Refusal:
        return False
    return _is_open(view, press)


def _is_free(view: DealView, press: Press) -> bool:
    """The same, for who said nothing to it yet."""
    person, deal = view.viewer, view.deal
    claimed = person == deal.invitee or deal.claim_of(person) is not None
    return _is_seen(view, press) and not claimed


def _is_claimable(view: DealView, press: Press) -> bool:
    """The same, of the version on the table."""
    return _is_free(view, press) and _on_table(view, press.arg.partition(".")[2])


def _is_acceptable(view: DealView, press: Press) -> bool:
    return view.may(Act.ACCEPT) and _on_table(view, press.arg)


def _on_table(view: DealView, mark: str) -> bool:
    offer = view.deal.offer
    return offer is not None and offer.fingerprint[:MARK] == mark


def _waits(view: DealView, press: Press) -> bool:
    them = claimant_of(press)
    claims = them is not None and view.deal.claim_of(them) is not None
    return claims and view.may(Act.CONFIRM)


def _listens(view: DealView, press: Press) -> bool:
    them = claimant_of(press)
    return them is not None and may_be_answered(view, them)


EARLY: Final[Mapping[str, Callable[[DealView, Press], bool]]] = MappingProxyType(
    {
        "invite.create": are_still,
        "invite.again": are_still,
        "invite.languages": are_still,
        "invite.language": are_still,
        "inv": _is_open,
        "inv.text": _is_passed_on,
        "inv.email": _is_passed_on,
        "claim.see": _is_seen,
        "claim.terms": _is_seen,
        "claim.safe": _is_seen,
        "claim.ask": _is_seen,
        "claim.quit": _is_seen,
        "claim.no": _is_free,
        "claim.ok": _is_claimable,
        "claim.edit": _is_claimable,
        "claim.accept": _is_acceptable,
        "claimant.yes": _waits,
        "claimant.no": _waits,
        "claimant.say": _listens,
        "claimant.quit": _listens,
    }
)
"""By verb, whether a button would do now what it says."""
