"""An invite for who passes it on: its secrets, and whose an old one was."""

from __future__ import annotations

from bot.cards.inviting.invite import Passing
from bot.parties.kit.screens import own_view
from bot.parties.kit.update import App, Update
from core.deal.model import DealState
from core.deal.person import Person
from core.values.errors import NotNow, NotYours
from core.values.ids import DealId
from core.views import DealView


async def invited_by(update: Update, deal: DealId | None) -> DealView:
    """The deal of its inviter. Raises NotYours("no-such-deal", "stranger", "inviter-only")."""
    view = await own_view(update, deal)
    if view.deal.creator != update.person.id:
        raise NotYours("inviter-only")
    return view


def place_of(secret_hash: str) -> str:
    """Where the edge remembers whose secret this was, so that an old link gets a true answer."""
    return f"invite:{secret_hash[:32]}"


async def remember(update: Update, deal: DealId) -> None:
    """Write it down for the secrets that stand, and not for those of a replay."""
    view = await update.view(deal)
    if view is None or view.deal.invite is None:
        return
    for secret_hash in (view.deal.invite.token_hash, view.deal.invite.code_hash):
        await update.app.edge.set_flag(place_of(secret_hash), deal)


def passing_for(app: App, view: DealView, inviter: Person) -> Passing | None:
    """The open invite in the language chosen for the other side; None where there is none."""
    invite = view.deal.invite
    if invite is None or view.deal.state is not DealState.INVITED:
        return None
    secrets = app.invites.again(view.deal.id, invite.nonce)
    theirs = app.texts.get(invite.locale, inviter.zone)
    mine = app.texts.get(inviter.locale, inviter.zone)
    return Passing(app.settings.operator.name, app.username, secrets, theirs, mine)


def passing_of(update: Update, view: DealView) -> Passing:
    """As `passing_for`. Raises NotNow("invite-over", why)."""
    passing = passing_for(update.app, view, update.person)
    if passing is None:
        raise NotNow("invite-over", why=view.deal.ended_why)
    return passing
