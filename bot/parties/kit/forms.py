"""Open forms of a deal: rows that say what a person's next words are for, and survive a restart.

A person may have several open. Buttons of one bring it to the top; messages that fit no form are
kept below all of them, so that they never stand in an answer's way.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from aiogram.types import Message

from bot.mail.kept import used
from bot.parties.kit.data import said_data
from bot.parties.kit.update import BOT, Update
from core.deal.commands import Command
from core.escrow import Executed, Form
from core.ports import Expecting, UnitOfWork
from core.values.errors import NotNow, Refusal, Stale
from core.values.ids import DealId, PersonId

LOOSE: Final = "loose:"
"""What begins the name of a message that fits no form."""


def _is(row: Expecting, what: str, deal: DealId | None, milestone: int | None) -> bool:
    return (row.what, row.deal, row.milestone) == (what, deal, milestone)


async def form(
    update: Update, what: str, deal: DealId | None = None, milestone: int | None = None
) -> Expecting | None:
    """The open form whose button was pressed, now the one that is asked; None when it is closed.

    Raises Stale where it leads nowhere any more, unless it is this very tap that led there, and is
    handled again to its end.
    """
    row = await _raised(update, what, deal, milestone)
    if row is not None and await is_overtaken(update, row) and not await update.begun():
        raise Stale
    return row


async def opened(
    update: Update, what: str, deal: DealId | None = None, milestone: int | None = None
) -> Expecting:
    """As `form`. Raises Stale where it is closed."""
    row = await form(update, what, deal, milestone)
    if row is None:
        raise Stale
    return row


async def is_overtaken(update: Update, row: Expecting) -> bool:
    """Whether what a form prepares is not offered any more."""
    kind = update.kind(row)
    if kind is None or kind.act is None:
        return kind is not None and kind.over is not None and await kind.over(update, row)
    view = await update.view(row.deal)
    return view is None or not view.may(kind.act, row.milestone)


async def _raised(
    update: Update, what: str, deal: DealId | None, milestone: int | None
) -> Expecting | None:
    person = update.person.id
    request = update.next_request()  # also when it is not used: a replay must count alike
    if what.startswith(LOOSE):
        # They stay where they are, beneath the form that waits for words.
        return await update.app.reads.form(person, BOT, what)
    row = await update.app.reads.expecting(person, BOT)
    if row is not None and not _is(row, what, deal, milestone):
        await update.app.escrow.note(
            lambda uow: _raise(uow, person, what, deal, milestone), request=request
        )
        row = await update.app.reads.expecting(person, BOT)
    return row if row is not None and _is(row, what, deal, milestone) else None


def _raise(
    uow: UnitOfWork, person: PersonId, what: str, deal: DealId | None, milestone: int | None
) -> None:
    found = uow.form(person, BOT, what, deal, milestone)
    if found is not None:
        uow.expect(found)


async def keep(update: Update, row: Expecting, *, instead_of: Expecting | None = None) -> Expecting:
    """Write the form, and read what stands: after a crash, what was written the first time.

    `instead_of` is what it takes over from, closed in the same transaction.
    """

    def write(uow: UnitOfWork) -> None:
        if instead_of is not None:
            uow.close(instead_of)
        uow.expect(row)

    await update.app.escrow.note(write, request=update.next_request())
    written = await update.app.reads.expecting(row.person, BOT)
    return (
        row if written is None or not _is(written, row.what, row.deal, row.milestone) else written
    )


async def keep_loose(
    update: Update, row: Expecting, *, instead_of: Expecting | None = None
) -> None:
    """Keep a message that fits no form, beneath the forms that wait for words.

    `instead_of` is a form that is closed with it.
    The newest ones of a person are kept: a button under an older one is an old button.
    """
    most = update.app.settings.limits.loose_messages

    def write(uow: UnitOfWork) -> None:
        if instead_of is not None:
            uow.close(instead_of)
        uow.set_aside(row, most)

    # A request of its own kind: handled again, such words have not been taken by any form.
    await update.app.escrow.note(write, request=f"{update.next_request()}:loose")


def closing(row: Expecting) -> Form:
    """Close exactly this form in the transaction of a command."""

    def close(uow: UnitOfWork, _outcome: Executed) -> None:
        uow.close(row)

    return close


async def do_closing(
    update: Update, row: Expecting, command: Command, also: Expecting | None = None
) -> None:
    """Do what a form was for, and close it: its words went out as they are. Raises Refusal.

    `also` is a form that what comes of it leaves behind.
    """

    def close(uow: UnitOfWork, outcome: Executed) -> None:
        closing(row)(uow, outcome)
        if also is not None:
            uow.close(also)

    await update.do(command, close)
    await remember_used(update, row)


async def remember_used(update: Update, row: Expecting) -> None:
    """Of each message of a form whose words went out: a later change of it comes too late."""
    messages = used(row.data, what=row.what, deal=row.deal)
    if messages:
        await update.app.edge.set_relays(BOT, update.chat, messages)


async def remember_sent(update: Update, row: Expecting, message: Message) -> None:
    """The same of a message that went out at once."""
    messages = used(said_data(message, row), what=row.what, deal=row.deal)
    await update.app.edge.set_relays(BOT, update.chat, messages)


async def do_all(update: Update, row: Expecting, first: Command, then: Command | None) -> None:
    """Do what a form was for. It closes with the last command, so that a kill between loses none.

    Raises Refusal; where only `then` is refused, the form is closed all the same.
    """
    if then is None:
        await do_closing(update, row, first)
        return
    await update.do(first)
    try:
        await do_closing(update, row, then)
    except Refusal:
        await drop(update, row)
        await remember_used(update, row)
        raise


async def drop(update: Update, row: Expecting) -> None:
    """Close exactly this form, with no command."""
    await update.app.escrow.note(lambda uow: uow.close(row), request=update.next_request())


async def quit_form(
    update: Update, what: str, deal: DealId | None, milestone: int | None = None
) -> bool:
    """*Back* out of a form: it is closed, if it still is open; returns whether it was."""
    row = await _raised(update, what, deal, milestone)
    if row is not None:
        await drop(update, row)
    return row is not None


def blank(
    update: Update,
    what: str,
    deal: DealId | None,
    milestone: int | None,
    field: str,
    /,
    **data: object,
) -> Expecting:
    """A form at its first question."""
    return Expecting(update.person.id, BOT, what, deal, milestone, field, data)


def at(row: Expecting, field: str, /, **data: object) -> Expecting:
    """The form at another question, with more answers."""
    return replace(row, field=field, data={**row.data, **data})


async def as_seen(
    update: Update, no: Refusal, deal: DealId, milestone: int, seen: int | None
) -> Refusal:
    """An old button is old, whatever else keeps the step from being done."""
    view = await update.view(deal)
    if isinstance(no, NotNow) and view is not None and len(view.deal.milestones) >= milestone:
        moved = view.deal.milestone(milestone).seen != seen
        return Stale() if moved else no
    return no


async def hand_over(
    update: Update, said: Expecting, to: str, deal: DealId, milestone: int | None
) -> Expecting:
    """What was said outside of any form becomes part of one, which is opened; in one transaction.

    Raises Refusal as `FormKind.take_over`.
    """
    kind = update.kinds[to]
    row = await form(update, to, deal, milestone)
    row = row or blank(update, to, deal, milestone, kind.begins)
    more = row if kind.take_over is None else await kind.take_over(update, row, said)
    return await keep(update, more, instead_of=said)
