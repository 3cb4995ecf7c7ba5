"""*Offer…* in a dispute, what the other side and the arbiter offer, and what is told us alone."""

from __future__ import annotations

from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.amending.offering import Offering, accept_card, sure_offer, sure_sealed
from bot.cards.kit.heading import other_name
from bot.cards.kit.proposals import names_open
from bot.parties.amending.kit import SURE, is_text, numbered, send, sent, take_why, until, why
from bot.parties.kit.amounts import AMOUNT, ask_amount, is_figure, take_typed
from bot.parties.kit.forms import as_seen, at, blank, form, keep
from bot.parties.kit.presses import OnAct, OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import OpenQuestion, Screen, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update
from core.amending import (
    AcceptSettlement,
    OfferSettlement,
    RejectSettlement,
    SealFigure,
    UnsealFigure,
    WithdrawSettlement,
)
from core.deal.milestone import Milestone
from core.deal.proposal import ProposalKind
from core.deal.step import Act
from core.deal.terms import Role
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.money import Money
from core.views import DealView

OFFER: Final = "offer"
SEALED: Final = "sealed"
_FORMS: Final = {Act.OFFER: OFFER, Act.SEAL: SEALED}
Answer = type[AcceptSettlement] | type[RejectSettlement] | type[WithdrawSettlement]


async def begin(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """How much, or where it was left."""
    what = _FORMS[Act(press.verb)]
    row = await form(update, what, view.deal.id, m.number)
    row = row or blank(update, what, view.deal.id, m.number, AMOUNT)
    return Shown(OpenQuestion(await keep(update, row)))


def _named(row: Expecting, m: Milestone) -> Money | None:
    """What was named of what is held still; None: it is asked (anew)."""
    share = row.data.get("share")
    held = row.data.get("held") == m.held.minor
    if row.field != SURE or not held or not isinstance(share, int):
        return None
    return Money(share, m.held.currency)


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    named = _named(row, m)
    if named is None:
        return await ask_amount(update, row)
    if row.what == SEALED:
        return sure_sealed(view, m, row, named, update.t)
    policy = update.app.escrow.policy
    waits = view.deal.open_proposal(m.number, ProposalKind.SETTLE)
    made = Offering(
        named,
        0 if waits is None else waits.number,
        until(view, policy.settlement_answer, policy),
        said=why(row),
    )
    return sure_offer(view, m, row, made, update.t)


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """How much; of an offer, then why. Another amount takes the place of the first."""
    view = await own_view(update, row.deal)
    named = _named(row, view.deal.milestone(row.number))
    if row.what == OFFER and named is not None and not is_figure(message, named.currency):
        return await take_why(update, message, row)
    return await take_typed(update, message, row)


async def take_share(update: Update, row: Expecting, amount: Money) -> Shown:
    """Of an offer: what they would get themselves. Told us alone: what is for the freelancer."""
    view = await own_view(update, row.deal)
    held = view.deal.milestone(row.number).held
    if amount > held:
        raise BadInput("share-out-of-range", held=(held.minor, held.currency))
    theirs = row.what == OFFER and view.role is Role.CLIENT
    share = held - amount if theirs else amount
    return Shown(
        OpenQuestion(await keep(update, at(row, SURE, share=share.minor, held=held.minor)))
    )


async def _own_form(update: Update, what: str, press: Press, share: int) -> Expecting | None:
    """The form that a second tap sends; None where this very tap closed it. Raises Stale."""
    row = await form(update, what, press.deal, press.milestone)
    if row is None:
        if not await update.begun():
            raise Stale
        return None
    if row.field != SURE or row.data.get("share") != share:
        raise Stale
    return row


async def _send(update: Update, press: Press) -> Shown:
    """The second tap, which says how much, and in the place of which offer."""
    share, _, counters = press.arg.partition(".")
    if not (share.isdecimal() and counters.isdecimal()):
        raise Stale
    row = await _own_form(update, OFFER, press, int(share))
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    command = OfferSettlement(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        to_freelancer=Money(int(share), m.held.currency),
        held=m.held,
        counters=int(counters),
        words=why(row),
    )
    await send(update, press, view, row, command)
    return sent(update, view, "done-offer", other_name(view, update.t))


async def _seal(update: Update, press: Press) -> Shown:
    """The second tap; what is shown then tells nothing but what they said themselves."""
    figure = numbered(press)
    row = await _own_form(update, SEALED, press, figure)
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    command = SealFigure(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        figure=Money(figure, m.held.currency),
        held=m.held,
    )
    await send(update, press, view, row, command)
    return sent(update, view, "done-seal", other_name(view, update.t))


async def _unseal(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """Taken back at once: nobody else knew of it."""
    asked = UnsealFigure(actor=view.viewer, deal=view.deal.id, milestone=m.number, seen=press.shown)
    await update.do(asked)
    return Shown(TheDeal(view.deal.id), update.t("done-unseal"))


def _looks(act: Act) -> OnAct:
    """*Accept…*: what it means, first."""

    async def look(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
        if not names_open(view, act, press):
            raise Stale
        proposal, plays = view.deal.proposal(numbered(press)), house_of(update.app).plays(m)
        card = accept_card(view, m, proposal, act, update.t, play=plays)
        return Shown(Screen(card, view.deal.id))

    return OnAct(act, look)


def _answers(verb: str, act: Act, command: Answer) -> OnPress:
    """What this tap does: core says whether that offer still waits."""

    async def do(update: Update, press: Press) -> Shown:
        view = await own_view(update, press.deal)
        m, number = view.deal.milestone(press.number), numbered(press)
        asked = command(actor=view.viewer, deal=view.deal.id, milestone=m.number, proposal=number)
        try:
            await update.do(asked)
        except NotNow as no:
            raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
        after = await own_view(update, press.deal)
        over = "yes" if after.deal.milestone(m.number).state.final else "no"
        said = update.t(f"done-{act.value}", name=other_name(view, update.t), over=over)
        return Shown(TheDeal(view.deal.id), said)

    return OnPress(verb, do, act)


FORMS = tuple(
    FormKind(what, ask, take, is_text, act=act, begins=AMOUNT, take_amount=take_share)
    for act, what in _FORMS.items()
)
PRESSES = (
    OnAct(Act.OFFER, begin),
    OnPress(Act.OFFER + DO, _send, Act.OFFER),
    OnAct(Act.SEAL, begin),
    OnPress(Act.SEAL + DO, _seal, Act.SEAL),
    OnAct(Act.UNSEAL, _unseal),
    _looks(Act.ACCEPT_OFFER),
    _answers(Act.ACCEPT_OFFER + DO, Act.ACCEPT_OFFER, AcceptSettlement),
    _answers(Act.REJECT_OFFER, Act.REJECT_OFFER, RejectSettlement),
    _answers(Act.WITHDRAW_OFFER, Act.WITHDRAW_OFFER, WithdrawSettlement),
    _looks(Act.ACCEPT_ADVICE),
    _answers(Act.ACCEPT_ADVICE + DO, Act.ACCEPT_ADVICE, AcceptSettlement),
    _answers(Act.REJECT_ADVICE, Act.REJECT_ADVICE, RejectSettlement),
)
