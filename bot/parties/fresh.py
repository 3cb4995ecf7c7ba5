"""Where a deal's card is found, whatever state it is in."""

from __future__ import annotations

from contextlib import suppress

from bot.buttons import Press
from bot.cards import Card
from bot.cards.invite import proposal_card
from bot.parties.deals.overtaken import close_overtaken
from bot.parties.deals.show import show_deal
from bot.parties.kit import Update
from bot.texts.invites import hash_of
from core.deal.model import DealState
from core.inviting import viewable
from core.values.errors import NotNow, NotYours
from core.values.ids import DealId


async def show_after(update: Update, deal: DealId) -> None:
    """The card of a deal as it stands for this person. Raises NotYours for a stranger.

    A draft shows its open question or preview, an invite the link or the version on the table, a
    waiting claim the three words, and everything from the agreement on the live card.
    """
    # Each of these shows a card whose buttons lead back here.
    from bot.parties.invited import show_waiting  # noqa: PLC0415
    from bot.parties.invites import show_invite  # noqa: PLC0415
    from bot.parties.terms.asking import editing, involved  # noqa: PLC0415
    from bot.parties.terms.presses import resume  # noqa: PLC0415

    view = await involved(update, deal)
    person = update.person.id
    if view.deal.claim_of(person) is not None:
        if view.deal.state is DealState.INVITED:
            await show_waiting(update, deal)
        else:
            await update.show(Card(update.t("refusal-invite-over", why=view.deal.ended_why)))
    elif view.deal.state is DealState.DRAFT:
        await resume(update, await editing(update, deal))
    elif view.deal.state is not DealState.INVITED:
        await show_deal(update, deal)
    elif view.deal.invitee is None:
        await show_invite(update, deal)
    else:
        await update.show(proposal_card(view, update.t))


async def can_see(update: Update, press: Press) -> bool:
    """Whether there is something of the deal that this person may see."""
    view = await update.view(press.deal)
    if view is None:
        return False
    person = update.person.id
    if person in view.deal.parties or view.deal.claim_of(person) is not None:
        return True
    with suppress(NotNow, NotYours):
        viewable(view.deal, person, hash_of(_secret(press)))
        return view.deal.state is DealState.INVITED
    return False


def _secret(press: Press) -> str:
    """What the one who opened the link follows, where a button of theirs carries it."""
    return press.arg.split(".")[1] if press.verb == "claim" and "." in press.arg else ""


async def show_fresh(update: Update, press: Press) -> None:
    """As `show_after`, for whoever may see something of it.

    A form that leads nowhere any more is what old buttons often belong to: it is closed.
    """
    from bot.parties.invited import show_invited  # noqa: PLC0415 - as above

    if press.deal is not None:
        try:
            await show_after(update, press.deal)
        except NotYours:
            with suppress(NotNow, NotYours):
                await show_invited(update, press.deal, _secret(press))
    await close_overtaken(update)
