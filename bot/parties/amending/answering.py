"""Yes, no, and taking it back: each button is bound to the one proposal that its card showed."""

from __future__ import annotations

from typing import Any

from bot.buttons import DO, Press
from bot.cards.amending.asking import accept_end_card
from bot.cards.amending.changing import accept_change_card
from bot.cards.kit.heading import other_name
from bot.cards.kit.proposals import names_open
from bot.parties.amending.kit import numbered
from bot.parties.kit.forms import as_seen
from bot.parties.kit.presses import OnAct, OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.amending import (
    AcceptAmendment,
    AcceptProposal,
    RejectAmendment,
    RejectProposal,
    WithdrawAmendment,
    WithdrawProposal,
)
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.values.errors import NotNow, Stale
from core.views import DealView

Answer = type[AcceptProposal] | type[RejectProposal] | type[WithdrawProposal]
AmendmentCommand = AcceptAmendment | RejectAmendment | WithdrawAmendment


def _answers(verb: str, act: Act, command: Answer) -> OnPress:
    """What this tap does: core says whether that proposal still waits."""

    async def do(update: Update, press: Press) -> Shown:
        view = await own_view(update, press.deal)
        m, number = view.deal.milestone(press.number), numbered(press)
        asked = command(actor=view.viewer, deal=view.deal.id, milestone=m.number, proposal=number)
        try:
            await update.do(asked)
        except NotNow as no:
            raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
        said = update.t(f"done-{act.value}", name=other_name(view, update.t))
        return Shown(TheDeal(view.deal.id), said)

    return OnPress(verb, do, act)


async def _look_at_end(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """*Accept*: what it means, first."""
    if not names_open(view, Act.ACCEPT_END, press):
        raise Stale
    proposal = view.deal.proposal(numbered(press))
    card = accept_end_card(view, m, proposal, update.t, play=house_of(update.app).plays(m))
    return Shown(Screen(card, view.deal.id))


def _answers_change(verb: str, act: Act, command: type[AmendmentCommand]) -> OnPress:
    """The same of a change of what is agreed, which is of the deal."""

    async def do(update: Update, press: Press) -> Shown:
        view = await own_view(update, press.deal)
        at: dict[str, Any] = {"actor": view.viewer, "deal": view.deal.id}
        if command is AcceptAmendment:
            at |= {"said": update.t.locale, "button": update.t.plain("yes-accept-change")}
        await update.do(command(**at, proposal=numbered(press)))
        said = update.t(f"done-{act.value}", name=other_name(view, update.t))
        return Shown(TheDeal(view.deal.id), said)

    return OnPress(verb, do, act)


async def _look_at_change(update: Update, press: Press) -> Shown:
    """*Accept the change*: every difference first."""
    view = await own_view(update, press.deal)
    waits = view.deal.amendment
    if waits is None or not view.may(Act.ACCEPT_CHANGE):
        raise Stale
    if not names_open(view, Act.ACCEPT_CHANGE, press):
        raise Stale
    return Shown(Screen(accept_change_card(view, waits, update.t), view.deal.id))


PRESSES = (
    _answers(Act.ACCEPT_TIME, Act.ACCEPT_TIME, AcceptProposal),
    _answers(Act.REJECT_TIME, Act.REJECT_TIME, RejectProposal),
    _answers(Act.WITHDRAW_TIME, Act.WITHDRAW_TIME, WithdrawProposal),
    _answers(Act.ACCEPT_PAUSE, Act.ACCEPT_PAUSE, AcceptProposal),
    _answers(Act.REJECT_PAUSE, Act.REJECT_PAUSE, RejectProposal),
    _answers(Act.WITHDRAW_PAUSE, Act.WITHDRAW_PAUSE, WithdrawProposal),
    OnAct(Act.ACCEPT_END, _look_at_end),
    _answers(Act.ACCEPT_END + DO, Act.ACCEPT_END, AcceptProposal),
    _answers(Act.REJECT_END, Act.REJECT_END, RejectProposal),
    _answers(Act.WITHDRAW_END, Act.WITHDRAW_END, WithdrawProposal),
    OnPress(Act.ACCEPT_CHANGE, _look_at_change, Act.ACCEPT_CHANGE),
    _answers_change(Act.ACCEPT_CHANGE + DO, Act.ACCEPT_CHANGE, AcceptAmendment),
    _answers_change(Act.REJECT_CHANGE, Act.REJECT_CHANGE, RejectAmendment),
    _answers_change(Act.WITHDRAW_CHANGE, Act.WITHDRAW_CHANGE, WithdrawAmendment),
)
