"""Open forms of a deal: rows that say what a person's next words are for, and survive a restart.

A person may have several open. Buttons of one bring it to the top; messages that fit no form are
kept below all of them, so that they never stand in an answer's way.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from aiogram.types import Message

from bot.mail.heard import saying, sent_file
from bot.mail.kept import ASKED, CAME_IN, used
from bot.parties.kit import BOT, Update, salted
from core.deal.commands import Command
from core.deal.step import Act
from core.escrow import Executed, Form
from core.ports import Expecting, UnitOfWork
from core.values.errors import NotNow, Refusal, Stale
from core.values.ids import DealId, PersonId
from core.values.marks import is_choice
from core.values.words import FileRef, Words, within

LOOSE: Final = "loose:"
"""What begins the name of a message that fits no form."""

NEEDS: Final[dict[str, Act]] = {}
"""By form: the act that it prepares; the files of a topic register theirs here."""

OVER: Final[dict[str, Callable[[Update, Expecting], Awaitable[bool]]]] = {}
"""By form that prepares no act: whether it leads nowhere any more."""

Question = Callable[[Update, Expecting], Awaitable[None]]


_OF_A_FILE: Final = ("sha256", "name", "mime", "size", "kind")


def file_data(file: FileRef, message: Message | None = None) -> dict[str, object]:
    """A file as a form keeps it, with the message that it came in."""
    sent = None if message is None else sent_file(message)
    came = {} if message is None or sent is None else came_in(message, sent.unique)
    return {name: getattr(file, name) for name in _OF_A_FILE} | came


def came_in(message: Message, unique: str) -> dict[str, object]:
    """Which message a file came in, and which file of Telegram it is."""
    return {CAME_IN: message.message_id, "unique": unique}


def file_of(data: Mapping[str, Any]) -> FileRef:
    """A file that a form keeps."""
    return FileRef(**{name: data[name] for name in _OF_A_FILE})


def listed(row: Expecting, key: str) -> list[Any]:
    """What a form keeps in a list."""
    kept = row.data.get(key)
    return list(kept) if isinstance(kept, list | tuple) else []


def files_of(data: Mapping[str, Any], key: str = "files") -> tuple[FileRef, ...]:
    """The files that a form keeps."""
    return tuple(file_of(file) for file in data.get(key, ()))


def words_data(said: Words) -> dict[str, str]:
    """Words as a form keeps them: with their salt, so that they are the same words later."""
    return {"text": said.text or "", "salt": said.salt}


def said_data(message: Message, row: Expecting | None = None) -> list[dict[str, Any]]:
    """What a message says, as the form that it is for keeps it; nothing for a file alone."""
    shown = None if row is None else row.data.get("shown")
    asked = shown if isinstance(shown, int) else None
    said = saying(message, asked=asked)
    return [as_said(message, said, asked)] if said else []


def as_said(message: Message, said: str, asked: int | None) -> dict[str, Any]:
    """What a message says, with its number, and with our question where it is in answer to that."""
    answers = message.reply_to_message
    named = {ASKED: asked} if answers is not None and answers.message_id == asked else {}
    return {**words_data(salted(said)), CAME_IN: message.message_id, **named}


def words_of(data: Mapping[str, Any], key: str) -> tuple[Words, ...]:
    """The words that a form keeps in a list."""
    return tuple(Words.of(said["text"], said["salt"]) for said in data.get(key, ()))


def joined(data: Mapping[str, Any], key: str = "texts") -> Words | None:
    """What was typed in several messages, as one text. Raises BadInput("text-too-long")."""
    parts = data.get(key)
    return Words.of(within(run_on(parts)), parts[0]["salt"]) if parts else None


def said_of(point: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the messages of a point said; nothing for one of files alone."""
    own = {"text": point["text"], "salt": point["salt"]}
    said = point.get("said", [own])
    return [text for text in said if not is_choice(text["text"])]


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


async def is_overtaken(update: Update, row: Expecting) -> bool:
    """Whether what a form prepares is not offered any more."""
    if row.what in OVER:
        return await OVER[row.what](update, row)
    act = NEEDS.get(row.what)
    if act is None:
        return False
    view = await update.view(row.deal)
    return view is None or not view.may(act, row.milestone)


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


async def do_closing(update: Update, row: Expecting, command: Command) -> None:
    """Do what a form was for, and close it: its words went out as they are. Raises Refusal."""
    await update.do(command, closing(row))
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


def run_on(texts: Iterable[Any]) -> str:
    """What was typed in several messages, as one text."""
    return "\n\n".join(str(text["text"]) for text in texts)


async def as_seen(
    update: Update, no: Refusal, deal: DealId, milestone: int, seen: int | None
) -> Refusal:
    """An old button is old, whatever else keeps the step from being done."""
    view = await update.view(deal)
    if isinstance(no, NotNow) and view is not None and len(view.deal.milestones) >= milestone:
        moved = view.deal.milestone(milestone).seen != seen
        return Stale() if moved else no
    return no
