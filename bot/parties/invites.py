"""The inviter's side: the link and ways to pass it on, and who claims it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.invite import (
    Passing,
    claim_card,
    email_card,
    invite_card,
    sure_card,
    words_card,
    words_wanted_card,
)
from bot.mail.heard import saying, sent_file
from bot.parties.deals.forms import OVER, blank, closing, quit_form, remember_sent
from bot.parties.deals.gather import QUESTIONS, ask_next
from bot.parties.deals.show import own_view, strip
from bot.parties.fresh import show_after
from bot.parties.kit import App, Asked, Pressed, Update, salted
from core.deal.model import DealState
from core.deal.person import Person
from core.deal.step import Act
from core.inviting import (
    AnswerInvited,
    ConfirmClaimant,
    CreateInvite,
    RefuseClaimant,
    RenewInvite,
    WithdrawInvite,
    may_answer_invited,
)
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DealId, PersonId
from core.values.words import within
from core.views import DealView

router = Router(name="invites")
ANSWER = "answer-invited"


def place_of(secret_hash: str) -> str:
    """Where the edge remembers whose secret this was, so that an old link gets a true answer."""
    return f"invite:{secret_hash[:32]}"


async def _remember(update: Update, deal: DealId) -> None:
    """Write it down for the secrets that stand, and not for those of a replay."""
    view = await update.view(deal)
    if view is None or view.deal.invite is None:
        return
    for secret_hash in (view.deal.invite.token_hash, view.deal.invite.code_hash):
        await update.app.edge.set_flag(place_of(secret_hash), deal)


async def create(update: Update, deal: DealId, locale: str) -> None:
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
    await _remember(update, deal)


def passing_for(app: App, view: DealView, inviter: Person) -> Passing | None:
    """The open invite in the language chosen for the other side; None where there is none."""
    invite = view.deal.invite
    if invite is None or view.deal.state is not DealState.INVITED:
        return None
    secrets = app.invites.again(view.deal.id, invite.nonce)
    theirs = app.texts.get(invite.locale, inviter.zone)
    return Passing(app.username, secrets, theirs, app.texts.get(inviter.locale, inviter.zone))


def passing_of(update: Update, view: DealView) -> Passing:
    """As `passing_for`. Raises NotNow("invite-over", why)."""
    passing = passing_for(update.app, view, update.person)
    if passing is None:
        raise NotNow("invite-over", why=view.deal.ended_why)
    return passing


async def show_invite(update: Update, deal: DealId | None, *, fresh: bool = False) -> None:
    """The inviter's card; `fresh` sends the picture and the text to paste before it."""
    view = await own_view(update, deal)
    if view.deal.creator != update.person.id:
        raise NotYours("inviter-only")
    passing = passing_of(update, view)
    name = update.person.name
    if fresh:
        if update.message is not None:
            await strip(update, update.message.message_id)
        await update.say(words_card(passing.words(view, name)))
    await update.show(invite_card(view, passing, name, update.t, picture=fresh))
    await _is_live(update, view.deal.id)


async def _is_live(update: Update, deal: DealId) -> None:
    """The invite is the deal's live card until the agreement: an older one loses its buttons."""
    pressed = update.message.message_id if update.message is not None else None
    shown = update.sent[-1].message_id if update.sent else pressed
    if shown is None:
        return
    if await update.app.edge.set_card(update.person.id, deal, shown):
        update.app.escrow.woken()


@router.callback_query(Pressed("inv"))
async def on_invite(_event: object, update: Update, press: Press) -> None:
    """The buttons of the inviter's card; without an argument, the card itself."""
    view = await own_view(update, press.deal)
    if press.arg == "":
        await show_after(update, view.deal.id)
        return
    if view.deal.creator != update.person.id:
        raise NotYours("inviter-only")
    match press.arg:
        case "text":
            passing = passing_of(update, view)
            await update.say(words_card(passing.words(view, update.person.name)))
        case "email":
            passing = passing_of(update, view)
            said = passing.words(view, update.person.name)
            title = str(view.deal.terms.title or "")
            await update.say(email_card(said, passing, title, update.t))
        case "claims":
            await show_claims(update, view)
        case "renew" | "withdraw":
            act = Act.RENEW if press.arg == "renew" else Act.WITHDRAW_INVITE
            if not view.may(act):
                raise Stale
            await update.show(sure_card(view, press.arg, update.t))
        case "renew-now":
            await _renew(update, view.deal.id)
        case "withdraw-now":
            await update.do(WithdrawInvite(actor=update.person.id, deal=view.deal.id))
            await update.show(Card(update.t("invite-withdrawn")))
        case _:
            raise NotYours("button-unknown")


async def _renew(update: Update, deal: DealId) -> None:
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
    await _remember(update, deal)
    await show_invite(update, deal, fresh=True)


# Who claims it


async def show_claims(update: Update, view: DealView) -> None:
    """One message for each who waits. Raises NotNow("nobody-waits")."""
    if not view.deal.claims:
        raise NotNow("nobody-waits")
    for claim in view.deal.claims:
        record = await update.app.reads.record(claim.person)
        await update.say(claim_card(view, claim, record, update.t))


@router.callback_query(Pressed("claimant"))
async def on_claimant(_event: object, update: Update, press: Press) -> None:
    """*Yes, it's them*, *No*, *Answer*; the argument carries whom it is about."""
    view = await own_view(update, press.deal)
    deal, me, (answer, them) = view.deal.id, update.person.id, _claimant(press.arg)
    match answer:
        case "yes":
            await update.do(ConfirmClaimant(actor=me, deal=deal, person=them))
            await show_after(update, deal)
        case "no":
            await update.do(RefuseClaimant(actor=me, deal=deal, person=them))
            await update.show(Card(update.t("claim-refused")))
        case "say":
            may_answer_invited(view.deal, me, them)
            row = blank(update, ANSWER, deal, None, "words", to=them)
            await update.app.escrow.note(lambda uow: uow.expect(row), request=update.next_request())
            await ask_for_answer(update, row)
        case "quit":
            await quit_form(update, ANSWER, deal)
            await show_after(update, deal)
            await ask_next(update)
        case _:
            raise NotYours("button-unknown")


def _claimant(arg: str) -> tuple[str, PersonId]:
    answer, _, person = arg.partition(".")
    if not (person.isascii() and person.isdecimal()):
        raise NotYours("button-unknown")
    return answer, PersonId(int(person))


async def ask_for_answer(update: Update, row: Expecting) -> None:
    """What they answer."""
    back = Press("claimant", row.deal, arg=f"quit.{row.data.get('to', '')}")
    await update.say(words_wanted_card(update.t("ask-answer-invited"), back, update.t))


async def _not_awaited(update: Update, row: Expecting) -> bool:
    """Whether the one who asked is not among those invited any more."""
    view, to = await update.view(row.deal), row.data.get("to")
    if view is None or not isinstance(to, int):
        return True
    try:
        may_answer_invited(view.deal, update.person.id, PersonId(to))
    except (NotNow, NotYours):
        return True
    return False


QUESTIONS[ANSWER] = ask_for_answer
OVER[ANSWER] = _not_awaited


@router.message(Asked(ANSWER))
async def on_answer(message: Message, update: Update, expecting: Expecting) -> None:
    """The inviter's answer to a question."""
    to = expecting.data.get("to")
    if expecting.deal is None or not isinstance(to, int):
        raise NotNow("nobody-waits")
    said = saying(message)
    if not said or sent_file(message) is not None:
        raise BadInput("empty-text")  # what can not go out whole is not sent in part
    command = AnswerInvited(
        actor=update.person.id, deal=expecting.deal, to=PersonId(to), words=salted(within(said))
    )
    await update.do(command, form=closing(expecting))
    await remember_sent(update, expecting, message)
    await update.say(Card(update.t("answer-sent")))
    await ask_next(update)
