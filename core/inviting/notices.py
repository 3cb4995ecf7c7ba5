"""Whom the events of an invite are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, to
from core.inviting.events import (
    ClaimantConfirmed,
    ClaimEnded,
    InviteAsked,
    InviteCreated,
    InvitedAnswered,
    InviteRenewed,
)


def _invite_asked(deal: Deal, event: InviteAsked, _by: By) -> Iterator[Notice]:
    for notice in to(deal, deal.creator, "invite-asked", person=event.by):
        yield replace(notice, words=event.words)


def _invited_answered(deal: Deal, event: InvitedAnswered, _by: By) -> Iterator[Notice]:
    for notice in to(deal, event.to, "invited-answered"):
        yield replace(notice, words=event.words)


def _claim_ended(deal: Deal, event: ClaimEnded, _by: By) -> Iterator[Notice]:
    if event.why == "declined":
        yield from to(deal, deal.creator, "claim-declined", person=event.person)
    else:
        yield from to(deal, event.person, "claim-ended", why=event.why)


def _claimant_confirmed(deal: Deal, event: ClaimantConfirmed, _by: By) -> Iterator[Notice]:
    if deal.agreement is None:
        yield from to(deal, event.person, "claimant-confirmed")


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        InviteAsked: _invite_asked,
        InvitedAnswered: _invited_answered,
        ClaimEnded: _claim_ended,
        ClaimantConfirmed: _claimant_confirmed,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        InviteCreated: "the one invited has no chat with us yet",
        InviteRenewed: "the one invited has no chat with us yet",
    }
)
