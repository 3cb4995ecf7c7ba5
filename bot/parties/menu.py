"""The menu and the commands."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.draft import role_card
from bot.cards.menu import PAGES, code_card, menu_card, page_card, verify_card
from bot.mail import heard
from bot.mail.limits import Limit, Verdict
from bot.parties.deals.forms import LOOSE
from bot.parties.deals.gather import QUESTIONS, ask_next
from bot.parties.deals.show import strip
from bot.parties.fresh import show_after
from bot.parties.invited import open_invite, secret_of
from bot.parties.kit import BOT, Asked, Pressed, Typed, Update
from bot.parties.lists import show_deals, show_money
from bot.parties.settings import show_settings
from bot.parties.terms.form import WHAT as TERMS
from bot.texts.invites import DEAL_LINK, TOKEN_LENGTH, codes_in, hash_of, link_in, typed_code
from core.ports import Expecting, UnitOfWork, gone_flag
from core.values.errors import NotYours, OverLimit
from core.values.ids import ID_LENGTH, DealId, PersonId, read_code
from core.views import DealView

router = Router(name="menu")
CODE = "invite-code"
MOST_DEALS = 20
"""Of those that run, and of those that ended, in which somebody's other side is looked for."""


@router.message(Typed("start"))
async def on_start(
    _message: Message, update: Update, command: CommandObject, guesses: Limit
) -> None:
    """Alone, the menu; with what a link carries, the invite or the deal."""
    payload = (command.args or "").strip()
    if payload:
        await follow(update, link_in(payload, update.app.username) or payload, guesses)
    else:
        await update.say(menu_card(update.t, update.app.settings))


async def follow(update: Update, payload: str, guesses: Limit) -> None:
    """What a link of ours carries, or a code: the deal or the invite."""
    if payload.startswith(DEAL_LINK):
        await show_after(update, DealId(payload.removeprefix(DEAL_LINK)))
        return
    _one_guess(update, guesses)
    await open_invite(update, payload if len(payload) == TOKEN_LENGTH else secret_of(payload))


def _one_guess(update: Update, guesses: Limit) -> None:
    """Raises OverLimit("too-many-guesses"): a code may be mistyped, not searched for."""
    person = update.person.id
    if guesses.ask(person) is not Verdict.FINE:
        raise OverLimit("too-many-guesses", seconds=guesses.free_in(person))


@router.message(Typed("new"))
async def on_new(_message: Message, update: Update) -> None:
    """A new deal."""
    await update.say(role_card(update.t))


@router.message(Typed("deals"))
async def on_deals(_message: Message, update: Update) -> None:
    """*My deals*."""
    await show_deals(update, ended=False, page=0)


@router.message(Typed("money"))
async def on_money(_message: Message, update: Update) -> None:
    """*Money*."""
    await show_money(update)


@router.message(Typed("settings"))
async def on_settings(_message: Message, update: Update) -> None:
    """*Settings*."""
    await show_settings(update)


@router.message(Typed("privacy", "help"))
async def on_page(_message: Message, update: Update, command: CommandObject) -> None:
    """Pages of words."""
    await update.say(page_card(command.command, update.t, update.app.settings))


@router.message(Typed("cancel"))
async def on_cancel(_message: Message, update: Update) -> None:
    """Leave the form that is asked now; another open one is asked again. A draft stays."""
    before = await update.app.reads.expecting(update.person.id, BOT)
    if before is None or before.what.startswith(LOOSE):
        await update.say(Card(update.t("nothing-to-cancel")))
        await _show_there(update, None)
        return

    def close(uow: UnitOfWork) -> None:
        uow.forget(update.person.id, BOT)

    await update.app.escrow.note(close, request=update.next_request())
    await _strip_question(update, before)
    await update.say(Card(update.t("cancelled" if before.what == TERMS else "cancelled-unsent")))
    if not await ask_next(update):
        # A draft's card would ask the question again that was just left.
        await _show_there(update, None if before.what == TERMS else before.deal)


async def _strip_question(update: Update, left: Expecting) -> None:
    """The question that was left; a live card that had become it goes with the next one."""
    shown = left.data.get("shown")
    live = None if left.deal is None else await update.app.edge.card(update.person.id, left.deal)
    if isinstance(shown, int) and shown != live:
        await strip(update, shown)


async def _show_there(update: Update, deal: DealId | None) -> None:
    """What one has when no question is open: the deal that it was about, or all of them."""
    view = await update.view(deal)
    takes_part = view is not None and (
        update.person.id in view.deal.parties or view.deal.claim_of(update.person.id) is not None
    )
    if deal is not None and takes_part and view is not None and not view.deal.state.final:
        await show_after(update, deal)
    elif await update.app.reads.deals(update.person.id, limit=1):
        await show_deals(update, ended=False, page=0)
    else:
        await update.say(menu_card(update.t, update.app.settings))


@router.callback_query(Pressed("menu"))
async def on_menu(_event: CallbackQuery, update: Update, press: Press) -> None:
    """*Menu*, and the pages behind it."""
    if press.arg == "code":
        await update.expect(CODE, question="code")
        await update.show(code_card(update.t))
    elif press.arg in PAGES:
        await update.show(page_card(press.arg, update.t, update.app.settings))
    else:
        await _close_code(update)
        await update.show(menu_card(update.t, update.app.settings))


async def _close_code(update: Update) -> None:
    """*Back* from the code's question closes it; no other form is touched."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == CODE:
        await update.forget(CODE)


async def ask_code(update: Update, _row: Expecting) -> None:
    """The question, once more."""
    await update.say(code_card(update.t))


QUESTIONS[CODE] = ask_code


@router.message(Asked(CODE))
async def on_code(message: Message, update: Update, guesses: Limit) -> None:
    """A typed code, or a link or the whole invite pasted."""
    text = heard.typed(message)
    secret = (
        link_in(text, update.app.username) or typed_code(text) or next(iter(codes_in(text)), "")
    )
    if not secret:
        _one_guess(update, guesses)
        raise NotYours("code-unreadable")
    await follow(update, secret, guesses)
    await update.forget(CODE)
    await ask_next(update)


@router.message(Typed("verify"))
async def on_verify(
    _message: Message, update: Update, command: CommandObject, guesses: Limit
) -> None:
    """Whether a deal, an invite, or somebody who says they are of the desk is real."""
    typed = (command.args or "").strip()
    if not typed:
        await update.say(verify_card("how", update.t))
        return
    _one_guess(update, guesses)
    await update.say(await _verified(update, typed))


async def _verified(update: Update, typed: str) -> Card:
    t, reads = update.t, update.app.reads
    number = typed.isascii() and typed.isdecimal()
    if typed.startswith("@") or (number and len(typed) > ID_LENGTH):
        return await _verified_person(update, typed)
    secret = link_in(typed, update.app.username) or typed_code(typed)
    if secret is not None and await reads.invite(hash_of(secret)) is not None:
        return verify_card("invite", t, code=typed)
    view = await update.view(DealId(read_code(typed)))
    if view is not None and update.person.id in view.deal.parties:
        agreement = view.deal.agreement
        return verify_card(
            "deal" if agreement is not None else "open-deal",
            t,
            code=view.deal.id,
            title=str(view.deal.terms.title or ""),
            other=view.other.name if view.other is not None else "-",
            fingerprint=agreement.fingerprint[:16] if agreement is not None else "",
        )
    if number:
        return await _verified_person(update, typed)
    return verify_card("nothing", t, code=typed[:40])


async def _verified_person(update: Update, typed: str) -> Card:
    """Who is of the team, and who is one's own other side.

    Whether anybody else is known here is told to nobody.
    """
    app, t, code = update.app, update.t, typed[:40]
    known = await app.reads.find_person(typed)
    found = int(typed) if not typed.startswith("@") else known.id if known is not None else 0
    person = PersonId(found)
    if person == update.person.id:
        return verify_card("yourself", t, code=code)
    if app.escrow.staff.roles(person) and await app.edge.flag(gone_flag(person)) is None:
        return verify_card("desk", t, code=code)
    theirs = await _deal_with(update, person)
    if theirs is not None and theirs.other is not None:
        title = str(theirs.deal.terms.title or "")
        return verify_card("other-side", t, code=code, other=theirs.other.name, title=title)
    return verify_card("not-desk", t, code=code)


async def _deal_with(update: Update, person: PersonId) -> DealView | None:
    """One's newest deal with somebody, running ones first."""
    for ended in (False, True):
        for row in await update.app.reads.deals(update.person.id, ended=ended, limit=MOST_DEALS):
            view = await update.view(row.deal)
            if view is not None and person in view.deal.parties:
                return view
    return None
