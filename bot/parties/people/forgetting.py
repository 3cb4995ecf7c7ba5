"""*Erase me*: asked once more, and not while anything is open."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards.people import erase_card, erased_card
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import Update
from core.people import EraseMe


async def asked(update: Update, _press: Press) -> Shown:
    """What goes and what stays. Raises NotNow("still-open")."""
    await update.would(EraseMe(actor=update.person.id))
    return Shown(erase_card(update.t))


async def sure(update: Update, _press: Press) -> Shown:
    """It is done. Whoever writes after that is met as somebody new."""
    await update.do(EraseMe(actor=update.person.id))
    return Shown(erased_card(update.t))


PRESSES = (OnPress("set.erase", asked), OnPress("set.erase-sure", sure))
