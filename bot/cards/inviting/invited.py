"""What the one invited sees: on one screen what counts, and behind *All terms* everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.inviting.invite import outside_line, record_line
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.terms import MARK, fee_line, safety_text, whole_or_file
from bot.cards.kit.wording import LABEL, blocks, clipped, lines
from bot.config.rails import Account
from bot.texts import Safe, Text
from core.deal.person import Person
from core.deal.reputation import Record
from core.deal.terms import Role, Terms
from core.values.policy import OnSilence, Policy
from core.views import DealView

TITLE: Final = 60
CRITERIA: Final = 120
"""Characters of all the criteria together; what is cut short is whole under *All terms*."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What the one invited sees the terms with: the secret that they followed, and who invites."""

    secret: str
    inviter: Person | None
    record: Record | None
    policy: Policy
    """How long late work may stand still before it is refunded by itself, and what was warned."""
    play: bool = True
    """Whether it is paid with play money."""
    account: Account | None = None
    """Where it is transferred to otherwise."""

    @property
    def name(self) -> str:
        """Who invites."""
        return self.inviter.name if self.inviter is not None else ""


def invited_card(view: DealView, invited: Invited, t: Text) -> Card:
    """What is read before anything is asked of the one who opened the link."""
    terms = view.deal.terms
    text = blocks(
        _who(terms, invited, t, clipped(invited.name, LABEL)),
        lines(*_what(terms, t)),
        lines(*_money(terms, invited, t)),
        lines(outside_line(terms, t)),
    )
    return Card(text, rows_of(_buttons(view, invited, t)))


def all_terms_card(view: DealView, invited: Invited, t: Text) -> Card:
    """The terms whole, and all that is to be said of the money; *Back* to what counts."""
    terms = view.deal.terms
    tail = lines(
        "",
        safety_text(terms, _reader(terms), invited.policy, t),
        "",
        t("invited-free", name=invited.name),
        outside_line(terms, t),
    )
    head = lines(_who(terms, invited, t, invited.name), "")
    text, files = whole_or_file(head, terms, tail, t)
    see = Press("claim.see", view.deal.id, arg=invited.secret)
    return Card(text, rows_of((Button(t.plain("tap-back"), see),)), attachments=files)


def _reader(terms: Terms) -> Role:
    return (terms.creator_role or Role.FREELANCER).other


def _who(terms: Terms, invited: Invited, t: Text, name: str) -> Safe:
    return lines(
        t("invited-head", name=name, role=terms.creator_role or ""),
        record_line(invited.record, invited.inviter, t),
    )


def _what(terms: Terms, t: Text) -> Iterator[Safe]:
    """The terms in short: of several payments the first, which is the one to decide on now."""
    first = terms.milestones[0]
    yield t(
        "invited-deal",
        count=len(terms.milestones),
        title=clipped(str(terms.title or ""), TITLE),
        total=terms.total or "",
        first=clipped(str(first.title or ""), TITLE),
        amount=first.amount or "",
        length=first.duration or "",
        at_once=terms.rules.all_at_once,
    )
    between = t.plain("between-criteria")
    criteria = clipped(between.join(str(criterion) for criterion in first.criteria), CRITERIA)
    yield t("invited-criteria", criteria=criteria)
    rules = terms.rules
    yield t("invited-rules", rounds=rules.revision_rounds, review=rules.review_window)
    if terms.description is not None or terms.files:
        yield t("invited-described", files=len(terms.files))


def _money(terms: Terms, invited: Invited, t: Text) -> Iterator[Safe]:
    """How it is paid, who confirms it, and every way that it can go from there."""
    role = _reader(terms).value
    way = "play" if invited.play else "bank" if invited.account is not None else "unknown"
    rules = terms.rules
    yield t(
        f"invited-paid-{role}",
        way=way,
        funding=rules.funding_window,
        holder=invited.account.holder if invited.account is not None else "",
    )
    if rules.all_at_once:
        yield t("invited-at-once", reader=role, total=terms.total or "")
    yield t(
        f"invited-money-{role}",
        silent=rules.on_silence is OnSilence.RELEASE,
        review=rules.review_window,
        idle=invited.policy.dormant_after,
        warning=invited.policy.dormancy_notice,
    )
    if rules.cancel_fee_percent:
        yield t("invited-cancel-fee", reader=role, percent=rules.cancel_fee_percent)
    if role == "freelancer" and (fee := fee_line(terms, t)) is not None:
        yield fee
    yield t("invited-number")


def _buttons(view: DealView, invited: Invited, t: Text) -> list[Button]:
    deal, offer = view.deal.id, view.deal.offer
    if offer is None:
        return []
    bound = f"{invited.secret}.{offer.fingerprint[:MARK]}"
    decline = Press("claim.no", deal, arg=invited.secret)
    return [
        Button(t.plain("tap-accept"), Press("claim.ok", deal, arg=bound), style=Style.GO),
        Button(t.plain("tap-all-terms"), Press("claim.terms", deal, arg=invited.secret)),
        Button(t.plain("tap-suggest"), Press("claim.edit", deal, arg=bound)),
        Button(t.plain("tap-decline"), decline, style=Style.DANGER),
        Button(t.plain("tap-ask"), Press("claim.ask", deal, arg=invited.secret)),
        Button(t.plain("tap-safe"), Press("claim.safe", deal, arg=invited.secret)),
    ]
