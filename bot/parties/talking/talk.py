"""Words to the other side and calls for help, begun by a button."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards import Card
from bot.parties.kit.data import files_of, joined
from bot.parties.kit.forms import do_closing
from bot.parties.kit.gathering import gathers, start_gather
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update, chosen
from core.deal.step import Act
from core.ports import Expecting
from core.talking import AskHelp, Say
from core.values.errors import Stale
from core.values.ids import DealId


async def say(update: Update, row: Expecting, deal: DealId) -> None:
    """What a form holds goes across."""
    command = Say(
        actor=update.person.id, deal=deal, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)


async def ask_desk(update: Update, row: Expecting, about: DealId | None) -> None:
    """What a form holds goes to the desk. Raises OverLimit."""
    said = joined(row.data) or chosen(update.t, "help-files-only")
    files, person, quota = files_of(row.data), update.person.id, update.app.quota
    again = await update.begun()
    if not again:
        await quota.may_ask(person, len(files))
    command = AskHelp(actor=person, about=about, words=said, files=files)
    await do_closing(update, row, command)
    if not again:
        await quota.asked(person)


async def begin_talk(update: Update, press: Press) -> Shown:
    """*Send to …* in *More…*."""
    view = await own_view(update, press.deal)
    if not view.may(Act.TALK):
        raise Stale
    return await start_gather(update, "say", view.deal.id)


async def say_it(update: Update, row: Expecting) -> Shown:
    """*Done*: it goes across."""
    if row.deal is None:
        raise Stale
    view = await own_view(update, row.deal)
    await say(update, row, row.deal)
    name = "" if view.other is None else view.other.name
    return Shown(TheDeal(row.deal), update.t("done-say", name=name), closed=True)


async def begin_help(update: Update, press: Press) -> Shown:
    """*Get help*: about a deal, or about none; also for a person without any.

    Where the other side sits at the desk, who asks knows it before they write.
    """
    view = await update.view(press.deal)
    if view is None or update.person.id not in view.deal.parties:
        return await start_gather(update, "help", None, below=True, read_by="")
    other = view.other
    sits = other is not None and bool(update.app.escrow.staff.roles(other.id))
    reader = other.name if other is not None and sits else ""
    return await start_gather(update, "help", view.deal.id, below=True, read_by=reader)


async def help_asked(update: Update, row: Expecting) -> Shown:
    """*Done*: the desk reads it."""
    await ask_desk(update, row, row.deal)
    said = update.t("done-help")
    if row.deal is None:
        return Shown(Screen(Card(said), None))
    return Shown(TheDeal(row.deal), said, closed=True)


SAY = gathers("say", say_it, Act.TALK)
HELP = gathers("help", help_asked)
PRESSES = (
    OnPress(Act.TALK.value, begin_talk, Act.TALK),
    OnPress("help", begin_help),
)
