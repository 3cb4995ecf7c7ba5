"""The one invited: the terms before anything is asked, then yes, changes, a question or no."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.inviting.invite import sure_card, waiting_card, words_wanted_card
from bot.cards.inviting.invited import Invited, all_terms_card, invited_card
from bot.cards.kit.terms import MARK
from bot.cards.menu import safe_card
from bot.mail.heard import saying, sent_file
from bot.parties.inviting.passing import place_of
from bot.parties.kit.forms import blank, closing, keep, quit_form, remember_sent
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import house_of
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal, TheTerms
from bot.parties.kit.terms import involved
from bot.parties.kit.update import FormKind, Update, salted
from bot.texts.invites import TOKEN_LENGTH, hash_of, typed_code
from core.deal.model import DealStep
from core.deal.step import Act
from core.deal.terms import Offer
from core.deal.who import in_deal_state
from core.inviting import AcceptTerms, AskInviter, ClaimInvite, DeclineInvite, viewable
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DealId
from core.values.words import within
from core.views import DealView

_QUESTION: Final = "ask-inviter"


# What they see


async def by_secret(update: Update, typed: str) -> Shown:
    """The terms of an invite, by its link's token or a code as it was typed.

    Raises NotYours("invite-unknown", "own-invite") and NotNow.
    """
    secret = typed if len(typed) == TOKEN_LENGTH else typed_code(typed) or typed
    secret_hash = hash_of(secret)
    deal = await update.app.reads.invite(secret_hash)
    if deal is None:
        # Only an open invite is found by its secret; what became of this one is still told.
        deal = DealId(await update.app.edge.flag(place_of(secret_hash)) or "")
    return await invited(update, deal, secret)


async def invited(update: Update, deal: DealId | None, secret: str) -> Shown:
    """What this person sees of it: the terms, or how far they came. Raises as `by_secret`."""
    view = await _seen_with(update, deal, secret)
    person = update.person.id
    claim = view.deal.claim_of(person)
    if person == view.deal.invitee:
        return Shown(TheDeal(view.deal.id))
    if claim is not None:
        return Shown(waiting_card(view, claim, update.t))
    return Shown(invited_card(view, await _offered(update, view, secret), update.t))


async def _offered(update: Update, view: DealView, secret: str) -> Invited:
    """Who invites, and how it would be paid."""
    app, policy, currency = update.app, update.app.escrow.policy, view.deal.currency
    return Invited(
        secret,
        view.people.get(view.deal.creator),
        await app.reads.record(view.deal.creator),
        policy,
        house_of(app).play,
        None if currency is None else app.settings.rails.manual.accounts.get(currency),
    )


async def waiting(update: Update, deal: DealId | None) -> Shown:
    """The claimant's card until the inviter answers. Raises NotNow("nobody-waits")."""
    view = await involved(update, deal)
    claim = view.deal.claim_of(update.person.id)
    if claim is None:
        raise NotNow("nobody-waits")
    return Shown(waiting_card(view, claim, update.t))


def secret_in(press: Press) -> str:
    """What the one who opened the link follows, where a button of theirs carries it."""
    return press.arg.partition(".")[0] if press.family == "claim" else ""


async def _seen_with(update: Update, deal: DealId | None, secret: str) -> DealView:
    """The deal, for one who has the secret. Raises as `viewable`."""
    view = await update.view(deal or None)
    if view is None:
        raise NotYours("invite-unknown")
    viewable(view.deal, update.person.id, hash_of(secret))
    return view


async def _see(update: Update, press: Press) -> Shown:
    """*Back* to the terms."""
    return await invited(update, press.deal, secret_in(press))


async def _terms(update: Update, press: Press) -> Shown:
    """*All terms*."""
    secret = secret_in(press)
    view = await _seen_with(update, press.deal, secret)
    return Shown(all_terms_card(view, await _offered(update, view, secret), update.t))


async def _safe(update: Update, press: Press) -> Shown:
    back = Press("claim.see", press.deal, arg=secret_in(press))
    return Shown(safe_card(back, update.t, update.app.settings))


# What they say to it


async def _accept(update: Update, press: Press) -> Shown:
    """*Accept* of who opened the link."""
    deal = await _claim(update, press, accept=True)
    return await waiting(update, deal)


async def _suggest(update: Update, press: Press) -> Shown:
    """*Suggest changes* of who opened the link."""
    deal = await _claim(update, press, accept=False)
    return Shown(TheTerms(deal))


async def _claim(update: Update, press: Press, *, accept: bool) -> DealId:
    """The claim, bound to the version that was on the card. Raises Stale for another one."""
    secret, _, mark = press.arg.partition(".")
    view = await _seen_with(update, press.deal, secret)
    offer, t = _on_table(view, mark), update.t
    await update.do(
        ClaimInvite(
            actor=update.person.id,
            deal=view.deal.id,
            proof=hash_of(secret),
            fingerprint=offer.fingerprint if accept else None,
            said=t.locale,
            button=t.plain("tap-accept" if accept else "tap-suggest"),
        )
    )
    return view.deal.id


async def _accept_bound(update: Update, press: Press) -> Shown:
    """*Accept* of who is bound to the deal."""
    view = await involved(update, press.deal)
    offer = _on_table(view, press.arg)
    await update.do(
        AcceptTerms(
            actor=update.person.id,
            deal=view.deal.id,
            fingerprint=offer.fingerprint,
            said=update.t.locale,
            button=update.t.plain("tap-accept"),
        )
    )
    return Shown(TheDeal(view.deal.id))


def _on_table(view: DealView, mark: str) -> Offer:
    """The version of the card. Raises Stale for another one."""
    offer = view.deal.offer
    if offer is None or offer.fingerprint[:MARK] != mark:
        raise Stale
    return offer


async def _decline(update: Update, press: Press) -> Shown:
    """*Decline* of who opened the link: it was read before it is asked."""
    view = await _seen_with(update, press.deal, secret_in(press))
    return await _declined(update, view.deal.id, proof=hash_of(secret_in(press)))


async def _sure(update: Update, press: Press) -> Shown:
    """*Decline* of who claimed it, or is bound."""
    view = await involved(update, press.deal)
    if not view.may(Act.DECLINE):
        raise Stale
    return Shown(sure_card(view, "decline", update.t))


async def _decline_bound(update: Update, press: Press) -> Shown:
    if press.deal is None:
        raise NotYours("no-such-deal")
    return await _declined(update, press.deal, proof=None)


async def _declined(update: Update, deal: DealId, proof: str | None) -> Shown:
    await update.do(DeclineInvite(actor=update.person.id, deal=deal, proof=proof))
    return Shown(Card(update.t("invite-declined")))


# A question before any yes or no


async def _question(update: Update, press: Press) -> Shown:
    """*Ask a question*."""
    secret = secret_in(press)
    view = await _seen_with(update, press.deal, secret)
    row = await keep(update, blank(update, _QUESTION, view.deal.id, None, "words", secret=secret))
    return Shown(OpenQuestion(row, new=True))


async def _quit(update: Update, press: Press) -> Shown:
    """*Back* from the question."""
    await quit_form(update, _QUESTION, press.deal)
    return replace(await _see(update, press), closed=True)


async def _ask(update: Update, row: Expecting) -> Card:
    """What they would like to know."""
    back = Press("claim.quit", row.deal, arg=_secret_of(row))
    return words_wanted_card(update.t("ask-inviter"), back, update.t)


def _secret_of(row: Expecting) -> str:
    return str(row.data.get("secret", ""))


async def _not_asked(update: Update, row: Expecting) -> bool:
    """Whether the invite takes no question any more: it is over, another's, or has a new link."""
    try:
        view = await _seen_with(update, row.deal, _secret_of(row))
        in_deal_state(view.deal, DealStep.CLAIM)
    except (NotNow, NotYours):
        return True
    return False


async def _take(update: Update, message: Message, row: Expecting) -> Shown:
    """What they ask."""
    if row.deal is None:
        raise NotYours("invite-unknown")
    said = saying(message)
    if not said or sent_file(message) is not None:
        raise BadInput("empty-text")  # what can not go out whole is not sent in part
    command = AskInviter(
        actor=update.person.id,
        deal=row.deal,
        proof=hash_of(_secret_of(row)),
        words=salted(within(said)),
    )
    await update.do(command, form=closing(row))
    await remember_sent(update, row, message)
    await update.say(Card(update.t("question-sent")))
    return replace(await invited(update, row.deal, _secret_of(row)), closed=True)


FORM: Final = FormKind(_QUESTION, _ask, _take, over=_not_asked)
PRESSES = (
    OnPress("claim.see", _see),
    OnPress("claim.terms", _terms),
    OnPress("claim.safe", _safe),
    OnPress("claim.ok", _accept),
    OnPress("claim.edit", _suggest),
    OnPress("claim.no", _decline),
    OnPress("claim.ask", _question),
    OnPress("claim.quit", _quit),
    OnPress("claim.accept", _accept_bound, Act.ACCEPT),
    OnPress("claim.decline", _sure, Act.DECLINE),
    OnPress("claim.decline" + DO, _decline_bound, Act.DECLINE),
)
