"""The receipts, as text and as pages."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title
from bot.cards.kit.house import House
from bot.cards.kit.shares import told_of
from bot.cards.kit.wording import blocks, clipped, lines
from bot.papers.blocks import Block, Document, Heading, Pairs, Paragraph, Table
from bot.texts import Safe, Text
from core.deal.approval import ApprovalState
from core.deal.milestone import Milestone, State
from core.deal.terms import Role
from core.values.money import Money
from core.views import DealView


def receipts_card(view: DealView, t: Text, house: House, *, play: bool) -> Card:
    """What came in and what went out, milestone by milestone."""
    told = [_of_milestone(view, m, t) for m in view.deal.milestones if m.deposits]
    text = blocks(
        head(view, t),
        lines(t("receipts-head"), t("play-money") if play else None),
        *told,
        lines(
            *(
                t("receipt-transfer", **told_of(view, house, tr))
                for tr in view.deal.transfers
                if tr.person == view.viewer
            )
        ),
    )
    return Card(text, rows_of([back(view, t)]))


def _of_milestone(view: DealView, m: Milestone, t: Text) -> Safe:
    parts = [t("receipt-milestone", number=m.number, title=milestone_title(view, m.number, 40))]
    parts += [
        t("receipt-deposit", amount=d.amount, at=d.at, number=clipped(d.external_id, 40))
        for d in m.deposits[-5:]
    ]
    parts += [t(f"receipt-{key}", amount=amount) for key, amount in _amounts(m) if amount]
    return lines(*parts, *(t(key, **args) for key, args in _beside(view, m)))


def _beside(view: DealView, m: Milestone) -> Iterator[tuple[str, dict[str, object]]]:
    """What a bank took of it, and what was ordered; what had been released is no matter of theirs.

    Of fraud no more is said than that our team looked into it.
    """
    for one in view.deal.reversals:
        theirs = one.taken if view.role is Role.FREELANCER else one.amount
        if one.milestone == m.number and theirs:
            yield "receipt-taken-back", {"amount": theirs, "at": one.at, "state": one.state}
    for approval in view.deal.approvals:
        order = approval.order if approval.state is ApprovalState.APPROVED else None
        if order is not None and order.milestone == m.number:
            yield "receipt-ordered", {"kind": view.deal.flags[order.flag - 1].kind}


def _amounts(m: Milestone) -> tuple[tuple[str, Money], ...]:
    return (("held", m.held), ("released", m.released), ("fee", m.fee), ("refunded", m.refunded))


def receipts_document(view: DealView, t: Text, house: str, *, play: bool) -> Document:
    """The same on paper, as it stands now."""
    rows = []
    for m in view.deal.milestones:
        if m.state is State.PLANNED:
            continue
        amounts = [t.money(amount) for _, amount in _amounts(m)]
        rows.append((f"{t.number(m.number)}. {milestone_title(view, m.number)}", *amounts))
    head_row = tuple(
        t.plain(f"paper-{key}") for key in ("milestone", "held", "released", "fee", "refunded")
    )
    deposits = [
        (t.moment(d.at, year=True), f"{t.money(d.amount)} · {d.external_id}")
        for m in view.deal.milestones
        for d in m.deposits
    ]
    play_line = [Paragraph(t.plain("play-money"))] if play else []
    told: list[Block] = [
        Pairs(
            (
                (
                    t.plain("paper-deal"),
                    t.plain("paper-title", title=str(view.deal.terms.title), deal=view.deal.id),
                ),
            )
        ),
        *play_line,
        Table(head_row, tuple(rows), (4, 3, 3, 2, 3)),
        Heading(t.plain("paper-deposits")),
        Pairs(tuple(deposits)),
        *(
            Paragraph(t.plain(key, **args))
            for m in view.deal.milestones
            for key, args in _beside(view, m)
        ),
    ]
    return Document(
        title=t.plain("paper-receipts"),
        house=house,
        created=view.now,
        locale=t.locale,
        rtl=t.rtl,
        blocks=tuple(told),
        footer=t.plain("paper-footer", code=view.deal.id),
        undrawn=t.plain("paper-undrawn"),
    )
