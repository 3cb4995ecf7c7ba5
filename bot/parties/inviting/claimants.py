"""Who claims an invite: the inviter says who it is, and answers what is asked before a yes."""

from __future__ import annotations

from typing import Final

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.inviting.invite import claim_card, words_wanted_card
from bot.mail.heard import saying, sent_file
from bot.parties.inviting.passing import invited_by
from bot.parties.kit.forms import blank, closing, keep, quit_form, remember_sent
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Below, OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update, salted
from core.deal.step import Act
from core.inviting import AnswerInvited, ConfirmClaimant, RefuseClaimant, may_answer_invited
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, NotYours
from core.values.ids import PersonId
from core.values.words import within
from core.views import DealView

_ANSWER: Final = "answer-invited"


async def _claims(update: Update, press: Press) -> Shown:
    """One message for each who waits. Raises NotNow("nobody-waits")."""
    view = await invited_by(update, press.deal)
    if not view.deal.claims:
        raise NotNow("nobody-waits")
    *before, last = [
        claim_card(view, claim, await update.app.reads.record(claim.person), update.t)
        for claim in view.deal.claims
    ]
    for card in before:
        await update.say(card)
    return Shown(Below(last))


async def _of(update: Update, press: Press) -> tuple[DealView, PersonId]:
    """The deal, and the person whom the button is about. Raises NotYours."""
    view = await own_view(update, press.deal)
    them = claimant_of(press)
    if them is None:
        raise NotYours("button-unknown")
    return view, them


def claimant_of(press: Press) -> PersonId | None:
    """Whom a button is about; None for a forged one."""
    number = press.arg
    return PersonId(int(number)) if number.isascii() and number.isdecimal() else None


async def _confirm(update: Update, press: Press) -> Shown:
    """*Yes, it's them*."""
    view, them = await _of(update, press)
    await update.do(ConfirmClaimant(actor=update.person.id, deal=view.deal.id, person=them))
    return Shown(TheDeal(view.deal.id))


async def _refuse(update: Update, press: Press) -> Shown:
    """*No*."""
    view, them = await _of(update, press)
    await update.do(RefuseClaimant(actor=update.person.id, deal=view.deal.id, person=them))
    return Shown(Card(update.t("claim-refused")))


async def _answer(update: Update, press: Press) -> Shown:
    """*Answer*."""
    view, them = await _of(update, press)
    may_answer_invited(view.deal, update.person.id, them)
    row = await keep(update, blank(update, _ANSWER, view.deal.id, None, "words", to=them))
    return Shown(OpenQuestion(row, new=True))


async def _quit(update: Update, press: Press) -> Shown:
    """*Back* from the answer."""
    view, _ = await _of(update, press)
    await quit_form(update, _ANSWER, view.deal.id)
    return Shown(TheDeal(view.deal.id), closed=True)


async def _ask(update: Update, row: Expecting) -> Card:
    """What they answer."""
    back = Press("claimant.quit", row.deal, arg=str(row.data.get("to", "")))
    return words_wanted_card(update.t("ask-answer-invited"), back, update.t)


async def _not_awaited(update: Update, row: Expecting) -> bool:
    """Whether the one who asked is not among those invited any more."""
    view, to = await update.view(row.deal), row.data.get("to")
    return view is None or not isinstance(to, int) or not may_be_answered(view, PersonId(to))


def may_be_answered(view: DealView, them: PersonId) -> bool:
    """Whether somebody who asked before the agreement still waits for what is said."""
    try:
        may_answer_invited(view.deal, view.viewer, them)
    except (NotNow, NotYours):
        return False
    return True


async def _take(update: Update, message: Message, row: Expecting) -> Shown:
    """The inviter's answer to a question."""
    to = row.data.get("to")
    if row.deal is None or not isinstance(to, int):
        raise NotNow("nobody-waits")
    said = saying(message)
    if not said or sent_file(message) is not None:
        raise BadInput("empty-text")  # what can not go out whole is not sent in part
    command = AnswerInvited(
        actor=update.person.id, deal=row.deal, to=PersonId(to), words=salted(within(said))
    )
    await update.do(command, form=closing(row))
    await remember_sent(update, row, message)
    return Shown(Card(update.t("answer-sent")), closed=True)


FORM: Final = FormKind(_ANSWER, _ask, _take, over=_not_awaited)
PRESSES = (
    OnPress("inv.claims", _claims, Act.CONFIRM),
    OnPress("claimant.yes", _confirm, Act.CONFIRM),
    OnPress("claimant.no", _refuse, Act.CONFIRM),
    OnPress("claimant.say", _answer),
    OnPress("claimant.quit", _quit),
)
