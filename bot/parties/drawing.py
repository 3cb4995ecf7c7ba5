"""The one place that draws what a handler says is seen next."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, assert_never

from bot.buttons import Press
from bot.cards import Card
from bot.cards.deal import deal_card
from bot.cards.inviting.invite import proposal_card
from bot.parties import drafting, inviting, people
from bot.parties.kit.asking import ask, ask_next
from bot.parties.kit.overtaken import close_overtaken
from bot.parties.kit.screens import house_of, screen
from bot.parties.kit.shown import (
    Below,
    LiveCard,
    OpenQuestion,
    Place,
    Screen,
    Shown,
    TheChange,
    TheDeal,
    TheTerms,
)
from bot.parties.kit.terms import editing, involved
from bot.parties.kit.update import Update
from bot.parties.line.trouble import ordered
from bot.texts.invites import hash_of
from core.deal.model import DealState
from core.inviting import viewable
from core.values.errors import NotNow, NotYours
from core.values.ids import DealId
from core.views import DealView

EARLY: Final = (DealState.DRAFT, DealState.INVITED)
"""There is no live card yet."""


async def draw(update: Update, shown: Shown | None) -> None:
    """What is said in passing, the place, and once a form was left the next one that waits.

    Raises NotYours for a deal of others.
    """
    if shown is None:
        return
    if shown.said:
        await update.alert(shown.said, dialog=False)
    if shown.place is not None:
        await _draw(update, shown.place)
    if shown.closed:
        await ask_next(update)


async def _draw(update: Update, place: Place) -> None:
    match place:
        case Card():
            await update.show(place)
        case Below():
            await update.say(place.card)
        case Screen():
            await screen(update, place.deal, place.card)
        case LiveCard():
            await update.show(place.card)
            shown = update.sent[-1] if update.sent else update.message
            if shown is not None:
                await _lives(update, place.deal, shown.message_id)
        case OpenQuestion():
            await ask(update, place.row, new=place.new)
        case TheTerms():
            await draw(update, await drafting.the_terms(update, place.deal))
        case TheChange():
            await draw(update, await drafting.the_change(update, place.deal))
        case TheDeal():
            await _deal(update, place.deal)
        case _:
            assert_never(place)


async def _deal(update: Update, deal: DealId) -> None:
    """From the agreement on the live card, drawn when it leaves; else what there is of it so far.

    So the newest message is always the one to act on; what a notice sent meanwhile is newer, and
    stays.
    """

    async def act() -> tuple[DealView, int | None]:
        view = await involved(update, deal)
        if view.deal.state in EARLY or view.deal.claim_of(update.person.id) is not None:
            return view, None
        return view, await _live(update, view)

    view, message_id = await update.app.pacer.leave(update.chat, act, messages=0)
    if message_id is None:
        await _early(update, view)
    else:
        await _lives(update, deal, message_id)


async def _live(update: Update, view: DealView) -> int:
    """The pressed message becomes the live card; below an older one it is sent anew."""
    app = update.app
    card = deal_card(view, update.t, house_of(app))
    card = await people.with_city_asked(app, view, card, update.t)
    with ordered():
        return await screen(update, view.deal.id, card)


async def _early(update: Update, view: DealView) -> None:
    """A draft's open question or preview, an invite's link or the version on the table.

    A waiting claim has the three words.
    """
    deal, state = view.deal.id, view.deal.state
    if view.deal.claim_of(update.person.id) is not None:
        if state is DealState.INVITED:
            await draw(update, await inviting.waiting(update, deal))
        else:
            await update.show(Card(update.t("refusal-invite-over", why=view.deal.ended_why)))
    elif state is DealState.DRAFT:
        await draw(update, await drafting.resume(update, await editing(update, deal)))
    elif view.deal.invitee is None:
        await draw(update, await inviting.invite(update, deal))
    else:
        await update.show(proposal_card(view, update.t))


async def _lives(update: Update, deal: DealId, message_id: int) -> None:
    """That message is the deal's live card now: an older one is to lose its buttons."""
    if await update.app.edge.set_card(update.person.id, deal, message_id):
        update.app.escrow.woken()


# Where a button was old


async def can_see(update: Update, press: Press) -> bool:
    """Whether there is something of the deal that this person may see."""
    view = await update.view(press.deal)
    if view is None:
        return False
    person = update.person.id
    if person in view.deal.parties or view.deal.claim_of(person) is not None:
        return True
    with suppress(NotNow, NotYours):
        viewable(view.deal, person, hash_of(inviting.secret_in(press)))
        return view.deal.state is DealState.INVITED
    return False


async def draw_fresh(update: Update, press: Press) -> None:
    """How the deal of a press stands, for whoever may see something of it.

    A form that leads nowhere any more is what old buttons often belong to: it is closed.
    """
    if press.deal is not None:
        try:
            await _deal(update, press.deal)
        except NotYours:
            with suppress(NotNow, NotYours):
                secret = inviting.secret_in(press)
                await draw(update, await inviting.invited(update, press.deal, secret))
    await close_overtaken(update)
