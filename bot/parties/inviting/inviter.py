"""The inviter's side: the invite is made, passed on, renewed, withdrawn."""

from __future__ import annotations

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.inviting.invite import email_card, invite_card, language_card, sure_card, words_card
from bot.parties.inviting.passing import invited_by, passing_of, remember
from bot.parties.kit.forms import form
from bot.parties.kit.presses import OnPress, Pressed
from bot.parties.kit.screens import strip
from bot.parties.kit.shown import Below, LiveCard, Shown, TheDeal
from bot.parties.kit.terms import TERMS, Editing, editing, involved
from bot.parties.kit.update import Update
from core.deal.step import Act
from core.inviting import CreateInvite, InviteAgain, RenewInvite, WithdrawInvite
from core.values.errors import NotYours, Stale
from core.values.ids import DealId
from core.views import DealView

# The invite is made


async def _create(update: Update, press: Press) -> Shown:
    """*Create invite*, its text in one's own language."""
    now = await _bound(update, press, press.arg)
    return await _make(update, now.deal, update.t.locale)


async def _again(update: Update, press: Press) -> Shown:
    """*Send to NAME*: who is known from the deal before gets it without a link."""
    now = await _bound(update, press, press.arg)
    t, to = update.t, now.addressed
    name = "" if to is None else to.name
    said, button = t.locale, t.plain("tap-send-to", name=name)
    await update.do(InviteAgain(actor=update.person.id, deal=now.deal, said=said, button=button))
    return Shown(TheDeal(now.deal), t.plain("sent-to", name=name), closed=True)


async def _languages(update: Update, press: Press) -> Shown:
    """*In another language…*: the text for the other side."""
    now = await _bound(update, press, press.arg)
    return Shown(language_card(now.deal, update.app.texts.languages(), press.arg, update.t))


async def _in_language(update: Update, press: Press) -> Shown:
    """The same, in the language that was chosen."""
    mark, _, locale = press.arg.partition(".")
    now = await _bound(update, press, mark)
    if locale not in update.app.texts.languages():
        raise NotYours("button-unknown")
    return await _make(update, now.deal, locale)


async def _bound(update: Update, press: Press, mark: str) -> Editing:
    """The draft, while its terms are those of the card. Raises Stale, and as `editing`."""
    now = await editing(update, press.deal)
    await form(update, TERMS, now.deal)  # brought to the top, the first to be closed as overtaken
    now.bound_to(mark)
    return now


async def _make(update: Update, deal: DealId, locale: str) -> Shown:
    """The invite, with fresh secrets; handled again, the first ones stand."""
    new = update.app.invites.new(deal)
    await update.do(
        CreateInvite(
            actor=update.person.id,
            deal=deal,
            nonce=new.nonce,
            token_hash=new.token_hash,
            code_hash=new.code_hash,
            locale=locale,
            said=update.t.locale,
            button=update.t.plain("tap-create-invite"),
        )
    )
    await remember(update, deal)
    return await _fresh(update, deal, closed=True)


# Its card


async def invite(update: Update, deal: DealId | None) -> Shown:
    """The inviter's card: the deal's live one until the agreement. Raises NotYours and NotNow."""
    return _card(update, await invited_by(update, deal))


async def _fresh(update: Update, deal: DealId, *, closed: bool = False) -> Shown:
    """The card of new secrets, with its picture."""
    view = await invited_by(update, deal)
    if update.message is not None:
        await strip(update, update.message.message_id)
    return _card(update, view, picture=True, closed=closed)


def _card(update: Update, view: DealView, *, picture: bool = False, closed: bool = False) -> Shown:
    passing, name = passing_of(update, view), update.person.name
    card = invite_card(view, passing, name, update.t, picture=picture)
    return Shown(LiveCard(card, view.deal.id), closed=closed)


async def _open(update: Update, press: Press) -> Shown:
    """How it stands."""
    view = await involved(update, press.deal)
    return Shown(TheDeal(view.deal.id))


async def _text(update: Update, press: Press) -> Shown:
    view = await invited_by(update, press.deal)
    passing = passing_of(update, view)
    said = passing.words(view, update.person.name)
    return Shown(Below(words_card(said, passing, update.t)))


async def _email(update: Update, press: Press) -> Shown:
    view = await invited_by(update, press.deal)
    passing = passing_of(update, view)
    said = passing.words(view, update.person.name)
    title = str(view.deal.terms.title or "")
    return Shown(Below(email_card(said, passing, title, update.t)))


def _sure(act: Act, name: str) -> Pressed:
    """What is asked before it is done."""

    async def ask(update: Update, press: Press) -> Shown:
        view = await invited_by(update, press.deal)
        if not view.may(act):
            raise Stale
        return Shown(sure_card(view, name, update.t))

    return ask


async def _renew(update: Update, press: Press) -> Shown:
    deal = (await invited_by(update, press.deal)).deal.id
    new = update.app.invites.new(deal)
    await update.do(
        RenewInvite(
            actor=update.person.id,
            deal=deal,
            nonce=new.nonce,
            token_hash=new.token_hash,
            code_hash=new.code_hash,
        )
    )
    await remember(update, deal)
    return await _fresh(update, deal)


async def _withdraw(update: Update, press: Press) -> Shown:
    view = await invited_by(update, press.deal)
    await update.do(WithdrawInvite(actor=update.person.id, deal=view.deal.id))
    return Shown(Card(update.t("invite-withdrawn")))


PRESSES = (
    OnPress("invite.create", _create),
    OnPress("invite.again", _again),
    OnPress("invite.languages", _languages),
    OnPress("invite.language", _in_language),
    OnPress("inv", _open),
    OnPress("inv.text", _text),
    OnPress("inv.email", _email),
    OnPress("inv.renew", _sure(Act.RENEW, "renew"), Act.RENEW),
    OnPress("inv.renew" + DO, _renew, Act.RENEW),
    OnPress("inv.withdraw", _sure(Act.WITHDRAW_INVITE, "withdraw"), Act.WITHDRAW_INVITE),
    OnPress("inv.withdraw" + DO, _withdraw, Act.WITHDRAW_INVITE),
)
