"""The one invited: the terms before anything is asked, then yes, changes, a question or no."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.invite import MARK, Invited, invited_card, sure_card, waiting_card, words_wanted_card
from bot.cards.menu import safe_card
from bot.mail.heard import saying, sent_file
from bot.parties.deals.forms import OVER, blank, closing, quit_form, remember_sent
from bot.parties.deals.gather import QUESTIONS, ask_next
from bot.parties.fresh import show_after
from bot.parties.invites import place_of
from bot.parties.kit import Asked, Pressed, Update, salted
from bot.parties.terms.asking import ask, involved
from bot.texts.invites import hash_of, typed_code
from core.deal.model import DealStep
from core.deal.step import Act
from core.deal.who import in_deal_state
from core.inviting import AcceptTerms, AskInviter, ClaimInvite, DeclineInvite, viewable
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DealId
from core.values.words import within
from core.views import DealView

router = Router(name="invited")
QUESTION = "ask-inviter"


def secret_of(text: str) -> str:
    """The link's token as it is, or a code as it was typed."""
    return typed_code(text) or text


async def open_invite(update: Update, secret: str) -> None:
    """The terms of an invite. Raises NotYours("invite-unknown", "own-invite") and NotNow."""
    secret_hash = hash_of(secret)
    deal = await update.app.reads.invite(secret_hash)
    if deal is None:
        # Only an open invite is found by its secret; what became of this one is still told.
        deal = DealId(await update.app.edge.flag(place_of(secret_hash)) or "")
    await show_invited(update, deal, secret)


async def show_invited(update: Update, deal: DealId, secret: str) -> None:
    """What this person sees of it: the terms, or how far they came."""
    view = await _seen_with(update, deal, secret)
    person = update.person.id
    claim = view.deal.claim_of(person)
    if person == view.deal.invitee:
        await show_after(update, deal)
    elif claim is not None:
        await update.show(waiting_card(view, claim, update.t))
    else:
        record = await update.app.reads.record(view.deal.creator)
        inviter = view.people.get(view.deal.creator)
        policy = update.app.escrow.policy
        unfinished = policy.dormant_after + policy.dormancy_notice
        seen = Invited(secret, inviter, record, unfinished)
        await update.show(invited_card(view, seen, update.t))


async def _seen_with(update: Update, deal: DealId | None, secret: str) -> DealView:
    """The deal, for one who has the secret. Raises as `viewable`."""
    view = await update.view(deal or None)
    if view is None:
        raise NotYours("invite-unknown")
    viewable(view.deal, update.person.id, hash_of(secret))
    return view


@router.callback_query(Pressed("claim"))
async def on_claim(_event: object, update: Update, press: Press) -> None:
    """*Accept*, *Suggest changes*, *Decline*, *Ask a question*, confirmed or not."""
    act, _, rest = press.arg.partition(".")
    secret, _, mark = rest.partition(".")
    if press.deal is None:
        raise NotYours("button-unknown")
    match act:
        case "ok" | "edit":
            await _claim(update, press.deal, secret, mark, accept=act == "ok")
        case "safe":
            back = Press("claim", press.deal, arg=f"see.{secret}")
            await update.show(safe_card(back, update.t, update.app.settings))
        case "see":
            await show_invited(update, press.deal, secret)
        case "ask":
            await _open_question(update, press.deal, secret)
        case "quit":
            await quit_form(update, QUESTION, press.deal)
            await show_invited(update, press.deal, secret)
            await ask_next(update)
        case "no":
            view = await _seen_with(update, press.deal, secret)
            await _decline(update, view.deal.id, proof=hash_of(secret))
        case "accept":
            await _accept(update, press.deal, mark=rest)
        case "decline":
            view = await involved(update, press.deal)
            if not view.may(Act.DECLINE):
                raise Stale
            await update.show(sure_card(view, "decline", update.t))
        case "decline-now":
            await _decline(update, press.deal, proof=None)
        case _:
            raise NotYours("button-unknown")


async def _claim(update: Update, deal: DealId, secret: str, mark: str, *, accept: bool) -> None:
    """The claim, bound to the version that was on the card. Raises Stale for another one."""
    view = await _seen_with(update, deal, secret)
    offer = view.deal.offer
    if offer is None or offer.fingerprint[:MARK] != mark:
        raise Stale
    t = update.t
    await update.do(
        ClaimInvite(
            actor=update.person.id,
            deal=deal,
            proof=hash_of(secret),
            fingerprint=offer.fingerprint if accept else None,
            said=t.locale,
            button=t.plain("tap-accept" if accept else "tap-suggest"),
        )
    )
    if accept:
        await show_waiting(update, deal)
    else:
        await ask(update, deal, ask_edit=True)


async def show_waiting(update: Update, deal: DealId) -> None:
    """The claimant's card until the inviter answers. Raises NotNow("nobody-waits")."""
    view = await involved(update, deal)
    claim = view.deal.claim_of(update.person.id)
    if claim is None:
        raise NotNow("nobody-waits")
    await update.show(waiting_card(view, claim, update.t))


async def _accept(update: Update, deal: DealId, mark: str) -> None:
    view = await involved(update, deal)
    offer = view.deal.offer
    if offer is None or offer.fingerprint[:MARK] != mark:
        raise Stale
    await update.do(
        AcceptTerms(
            actor=update.person.id,
            deal=deal,
            fingerprint=offer.fingerprint,
            said=update.t.locale,
            button=update.t.plain("tap-accept"),
        )
    )
    await show_after(update, deal)


async def _decline(update: Update, deal: DealId, proof: str | None) -> None:
    await update.do(DeclineInvite(actor=update.person.id, deal=deal, proof=proof))
    await update.show(Card(update.t("invite-declined")))


async def _open_question(update: Update, deal: DealId, secret: str) -> None:
    await _seen_with(update, deal, secret)
    row = blank(update, QUESTION, deal, None, "words", secret=secret)
    await update.app.escrow.note(lambda uow: uow.expect(row), request=update.next_request())
    await ask_for_question(update, row)


async def ask_for_question(update: Update, row: Expecting) -> None:
    """What they would like to know."""
    back = Press("claim", row.deal, arg=f"quit.{row.data.get('secret', '')}")
    await update.say(words_wanted_card(update.t("ask-inviter"), back, update.t))


async def _not_asked(update: Update, row: Expecting) -> bool:
    """Whether the invite takes no question any more: it is over, another's, or has a new link."""
    try:
        view = await _seen_with(update, row.deal, str(row.data.get("secret", "")))
        in_deal_state(view.deal, DealStep.CLAIM)
    except (NotNow, NotYours):
        return True
    return False


QUESTIONS[QUESTION] = ask_for_question
OVER[QUESTION] = _not_asked


@router.message(Asked(QUESTION))
async def on_question(message: Message, update: Update, expecting: Expecting) -> None:
    """A question before any yes or no."""
    secret = str(expecting.data.get("secret", ""))
    if expecting.deal is None:
        raise NotYours("invite-unknown")
    said = saying(message)
    if not said or sent_file(message) is not None:
        raise BadInput("empty-text")  # what can not go out whole is not sent in part
    command = AskInviter(
        actor=update.person.id,
        deal=expecting.deal,
        proof=hash_of(secret),
        words=salted(within(said)),
    )
    await update.do(command, form=closing(expecting))
    await remember_sent(update, expecting, message)
    await update.say(Card(update.t("question-sent")))
    await show_invited(update, expecting.deal, secret)
    await ask_next(update)
