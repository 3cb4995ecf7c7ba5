"""The menu and the commands."""

from __future__ import annotations

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.menu import PAGES, code_card, menu_card, page_card, verify_card
from bot.mail import heard
from bot.mail.limits import Verdict
from bot.parties import drafting, inviting, people
from bot.parties.drawing import draw
from bot.parties.kit.asking import ask_next
from bot.parties.kit.forms import LOOSE, blank, keep
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import strip
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.terms import involved
from bot.parties.kit.update import BOT, FormKind, Update
from bot.parties.lists import deals, money
from bot.parties.verifying import verified
from bot.texts.invites import DEAL_LINK, codes_in, link_in, typed_code
from core.ports import Expecting, UnitOfWork
from core.values.errors import NotYours, OverLimit
from core.values.ids import DealId

CODE = "invite-code"
TERMS = "terms"
"""The form of a draft: it stays when it is left."""


def menu(update: Update) -> Card:
    """What this is, and where to go."""
    return menu_card(update.t, update.app.settings)


async def on_start(update: Update, typed: str) -> Shown:
    """Alone, the menu; with what a link carries, the invite or the deal."""
    payload = typed.strip()
    if not payload:
        return Shown(menu(update))
    return await follow(update, link_in(payload, update.app.username) or payload)


async def follow(update: Update, payload: str) -> Shown:
    """What a link of ours carries, or a code: the deal or the invite. Raises Refusal."""
    if payload.startswith(DEAL_LINK):
        view = await involved(update, DealId(payload.removeprefix(DEAL_LINK)))
        return Shown(TheDeal(view.deal.id))
    one_guess(update)
    return await inviting.by_secret(update, payload)


def one_guess(update: Update) -> None:
    """Raises OverLimit("too-many-guesses"): a code may be mistyped, not searched for."""
    person, guesses = update.person.id, update.app.guesses
    if guesses.ask(person) is not Verdict.FINE:
        raise OverLimit("too-many-guesses", seconds=guesses.free_in(person))


async def on_new(update: Update, _typed: str) -> Shown:
    """A new deal."""
    return await drafting.new_deal(update)


async def on_deals(update: Update, _typed: str) -> Shown:
    """*My deals*."""
    return Shown(await deals(update))


async def on_money(update: Update, _typed: str) -> Shown:
    """*Money*."""
    return Shown(await money(update))


async def on_settings(update: Update, _typed: str) -> Shown:
    """*Settings*."""
    return Shown(await people.settings_shown(update))


async def on_privacy(update: Update, _typed: str) -> Shown:
    """What is kept of people."""
    return Shown(page_card("privacy", update.t, update.app.settings))


async def on_help(update: Update, _typed: str) -> Shown:
    """Where there is help."""
    return Shown(page_card("help", update.t, update.app.settings))


async def on_verify(update: Update, typed: str) -> Shown:
    """Whether a deal, an invite, or somebody who says they are of the desk is real."""
    if not typed.strip():
        return Shown(verify_card("how", update.t))
    one_guess(update)
    return Shown(await verified(update, typed.strip()))


async def on_cancel(update: Update, _typed: str) -> Shown | None:
    """Leave the form that is asked now; another open one is asked again. A draft stays."""
    before = await update.app.reads.expecting(update.person.id, BOT)
    if before is None or before.what.startswith(LOOSE):
        await update.say(Card(update.t("nothing-to-cancel")))
        return await _there(update, None)

    def close(uow: UnitOfWork) -> None:
        uow.forget(update.person.id, BOT)

    await update.app.escrow.note(close, request=update.next_request())
    await _strip_question(update, before)
    await update.say(Card(update.t("cancelled" if before.what == TERMS else "cancelled-unsent")))
    if await ask_next(update):
        return None
    # A draft's card would ask the question again that was just left.
    return await _there(update, None if before.what == TERMS else before.deal)


async def _strip_question(update: Update, left: Expecting) -> None:
    """The question that was left; a live card that had become it goes with the next one."""
    shown = left.data.get("shown")
    live = None if left.deal is None else await update.app.edge.card(update.person.id, left.deal)
    if isinstance(shown, int) and shown != live:
        await strip(update, shown)


async def _there(update: Update, deal: DealId | None) -> Shown:
    """What one has when no question is open: the deal that it was about, or all of them."""
    view = await update.view(deal)
    takes_part = view is not None and (
        update.person.id in view.deal.parties or view.deal.claim_of(update.person.id) is not None
    )
    if deal is not None and takes_part and view is not None and not view.deal.state.final:
        return Shown(TheDeal(deal))
    if await update.app.reads.deals(update.person.id, limit=1):
        return Shown(await deals(update))
    return Shown(menu(update))


async def on_menu(update: Update, _press: Press) -> Shown:
    """*Menu*. *Back* from the code's question closes it; no other form is touched."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == CODE:
        await update.forget(CODE)
    return Shown(menu(update))


async def on_page(update: Update, press: Press) -> Shown:
    """A page of words."""
    if press.arg not in PAGES:
        raise NotYours("button-unknown")
    return Shown(page_card(press.arg, update.t, update.app.settings))


async def on_have_invite(update: Update, _press: Press) -> Shown:
    """*I have an invite*: its code."""
    return Shown(OpenQuestion(await keep(update, blank(update, CODE, None, None, "code"))))


async def ask_code(update: Update, _row: Expecting) -> Card:
    """Which code."""
    return code_card(update.t)


async def take_code(update: Update, message: Message, _row: Expecting) -> Shown:
    """A typed code, or a link or the whole invite pasted."""
    text = heard.typed(message)
    secret = (
        link_in(text, update.app.username) or typed_code(text) or next(iter(codes_in(text)), "")
    )
    if not secret:
        one_guess(update)
        raise NotYours("code-unreadable")
    await draw(update, await follow(update, secret))
    await update.forget(CODE)
    return Shown(closed=True)


FORM = FormKind(CODE, ask_code, take_code, begins="code")
PRESSES = (
    OnPress("menu", on_menu),
    OnPress("menu.page", on_page),
    OnPress("menu.code", on_have_invite),
)
