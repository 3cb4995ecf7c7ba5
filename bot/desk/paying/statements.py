"""A bank's file that a treasurer sends to the group: matched, and booked by its buttons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from telegram import Message

from bot.buttons import Press
from bot.cards.kit.wording import short
from bot.cards.paying import statements as cards
from bot.desk.kit.call import BOT, Call
from bot.desk.kit.files import received
from bot.desk.kit.gate import Pressed
from bot.mail.heard import sent_file, typed
from bot.rails.importing import Came, Importing, Looked
from bot.statements import Columns
from bot.statements import typed as columns_typed
from bot.texts import Safe
from bot.texts import typed as typed_data
from core.paying import LineFound, Target
from core.values.errors import NotNow, Refusal, Stale
from core.values.roles import DeskRole
from core.values.words import FileRef

KIND: Final = "statement"
"""Of what a message of ours stands for: the file that its card shows."""
ENDINGS: Final = (".xml", ".sta", ".mta", ".mt940", ".940", ".swi", ".txt", ".csv", ".tsv", ".camt")
"""How the names of banks' files end."""
_MOST_TOLD: Final = 6
"""Lines that were refused and are told on a card."""


def is_file(call: Call, message: Message) -> bool:
    """Whether it is a file as banks name theirs, sent by a treasurer."""
    sent = sent_file(message)
    named = sent is not None and sent.name.lower().endswith(ENDINGS)
    return named and call.person in call.app.escrow.staff.treasurers


async def sent(call: Call, message: Message) -> None:
    """Show what it says; columns of a table stand in its caption, where nobody could guess them.

    Raises BadInput: as `files.received` and `Importing.look`, with the line and what to do.
    """
    await call.seated()
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)
    caption = typed(message)
    columns = columns_typed(caption) if "=" in caption else None
    [file] = await received(call, message)
    found = await _look(call, file, columns)
    shown = await call.say(cards.file_card(call.t, found), reply=True)
    row = {"kind": KIND, "hash": file.sha256, "name": file.name, "mime": file.mime,
           "size": file.size}  # fmt: skip
    await call.app.edge.set_relay(BOT, call.chat, shown.message_id, row)


def _importing(call: Call) -> Importing:
    app = call.app
    return Importing(app.escrow, app.reads, app.edge, app.settings.rails.manual.accounts)


async def _look(call: Call, file: FileRef, columns: Columns | None = None) -> Looked:
    content = await call.app.vault.get(file)
    return await _importing(call).look(content, file.name, columns)


async def _again(call: Call) -> Looked:
    """The file of the pressed card as it stands now.

    Raises Stale, NotYours for who is no treasurer, NotNow("file-no-statement").
    """
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)
    message = call.message
    row = None if message is None else await call.app.edge.relay(BOT, call.chat, message.message_id)
    if row is None or row.get("kind") != KIND:
        raise Stale
    file = FileRef(str(row["hash"]), str(row["name"]), str(row["mime"]), int(str(row["size"])))
    try:
        return await _look(call, file)
    except FileNotFoundError:
        raise NotNow("file-no-statement") from None


async def shown(call: Call, _press: Press) -> None:
    """*Back*: the whole file."""
    await call.show(cards.file_card(call.t, await _again(call)))


async def book(call: Call, press: Press) -> None:
    """One confirmation for all that is certain."""
    found = await _again(call)
    await _all(call, press, found, [(one, one.targets[0]) for one in found.certain])


async def keep(call: Call, press: Press) -> None:
    """All that came for nothing that we know, into suspense."""
    found = await _again(call)
    await _all(call, press, found, [(one, None) for one in found.unknown])


async def seen(call: Call, press: Press) -> None:
    """What there is nothing to book for is not shown as new again."""
    found = await _again(call)
    await _all(call, press, found, [(one, None) for one in found.listed])


Steps = list[tuple[LineFound, Target | None]]


async def _all(call: Call, press: Press, found: Looked, steps: Steps) -> None:
    """Exactly what the card showed. Raises Stale, and shows how it stands."""
    if press.arg != cards.mark_of(one for one, _ in steps):
        await call.show(cards.file_card(call.t, found))
        raise Stale
    said = await _booked(call, steps)
    await call.show(cards.file_card(call.t, await _again(call), *said))


async def _booked(call: Call, steps: Steps) -> list[Safe]:
    """What came of them, and of each that was refused why."""
    importing, done, asked = _importing(call), 0, 0
    refused: list[Safe] = []
    for one, target in steps:
        try:
            came = await importing.book(one, target, call.person)
        except Refusal as no:
            why = call.t.plain(f"refusal-{no.key}", **typed_data(short(no.data)))
            refused.append(call.t("desk-file-refused", line=one.line.at, why=why))
        else:
            done += came is Came.DONE
            asked += came is Came.ASKED
    return list(_told(call, done, asked, refused))


def _told(call: Call, done: int, asked: int, refused: list[Safe]) -> Iterable[Safe]:
    if done:
        yield call.t("desk-file-came", count=done, name=call.called)
    if asked:
        yield call.t("desk-file-asked", count=asked)
    yield from refused[:_MOST_TOLD]
    if len(refused) > _MOST_TOLD:
        yield call.t("desk-file-more", count=len(refused) - _MOST_TOLD)


async def look(call: Call, press: Press) -> None:
    """One that is likely. Raises Stale where there are not so many any more."""
    found = await _again(call)
    place = int(press.arg) if press.arg.isdecimal() else len(found.likely)
    if place >= len(found.likely):
        await call.show(cards.file_card(call.t, found))
        raise Stale
    await call.show(cards.likely_card(call.t, found, place))


async def take(call: Call, press: Press) -> None:
    """It is that, or nothing that we know; then the next one. Raises Stale, and shows the file."""
    found = await _again(call)
    mark, _, number = press.arg.partition(".")
    place = next((n for n, one in enumerate(found.likely) if cards.mark_of([one]) == mark), None)
    if place is None:
        await call.show(cards.file_card(call.t, found))
        raise Stale
    one = found.likely[place]
    if number != "-" and not (number.isdecimal() and int(number) < len(one.targets)):
        raise Stale
    target = None if number == "-" else one.targets[int(number)]
    said = await _booked(call, [(one, target)])
    now = await _again(call)
    left = min(place, len(now.likely) - 1)
    if left < 0:
        await call.show(cards.file_card(call.t, now, *said))
    else:
        await call.show(cards.likely_card(call.t, now, left, *said))


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "stfile": shown,
        "stbook": book,
        "stkeep": keep,
        "stseen": seen,
        "stlook": look,
        "sttake": take,
    }
)
