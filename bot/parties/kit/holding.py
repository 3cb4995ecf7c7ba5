"""What a form holds of what was sent: all of it, or exactly named what was left out.

Whatever comes in one go is taken whole: only the size of the form itself says where it ends, and
what did not fit is remembered by its number and name, told once for all of it, and asked about
before anything goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from aiogram.types import Message

from bot.mail.heard import is_only_named, sent_file
from bot.mail.kept import ASKED, CAME_IN
from bot.parties.kit.data import came_in, file_data, file_of, listed, run_on, said_data
from bot.parties.kit.files import received_files
from bot.parties.kit.forms import at, keep
from bot.parties.kit.update import Update, text_file
from core.ports import Expecting
from core.values.errors import BadInput, OverLimit, Refusal
from core.values.words import TEXT_LIMIT, Words, within

MOST_NAMED: Final = 100
"""Files left out that a form remembers; there may be more, and then the number says so."""
MOST_IN_A_FILE: Final = 200_000
"""Characters of one file of texts."""
_BETWEEN: Final = "\n\n"
"""Between the texts of one file."""
_LEFT_OUT: Final = (BadInput, OverLimit)


async def collected(
    update: Update, message: Message, row: Expecting, **data: object
) -> tuple[Expecting, bool]:
    """The form with this message's text and file added, and whether it opens no album's rest.

    What can not be kept of it is left out by name. Raises TryAgain, RetryAfter or StoreAway.
    """
    if row.data.get("last") == update.request:
        return row, True
    album = message.media_group_id
    first = album is None or row.data.get("album") != album
    if first:
        data["since"] = message.message_id
    more = await with_message(update, message, row)
    kept = at(more, row.field, album=album, last=update.request, **data)
    return await keep(update, kept), first


async def with_message(update: Update, message: Message, row: Expecting) -> Expecting:
    """The form with this message's text and file beside those that it keeps."""
    said = said_data(message, row)
    files, refused = await taken(update, message)
    more = named_only(await with_more(update, row, said, files), message)
    sent = sent_file(message)
    if refused is None or sent is None:
        return more
    number = came(more) + 1
    known = came_in(message, sent.unique)
    return left_out(at(more, row.field, came=number), number, sent.name, refused, known)


def named_only(row: Expecting, message: Message) -> Expecting:
    """The form, which remembers that what a message shows can not be kept."""
    if not is_only_named(message):
        return row
    number = came(row) + 1
    return left_out(at(row, row.field, came=number), number, "", BadInput("only-named"))


async def taken(update: Update, message: Message) -> tuple[list[dict[str, object]], Refusal | None]:
    """The file of a message as a form keeps it, or why it can not be kept."""
    try:
        return [file_data(file, message) for file in await received_files(update, message)], None
    except _LEFT_OUT as no:
        return [], no


async def with_more(
    update: Update, row: Expecting, said: Iterable[Any], sent: Iterable[Any]
) -> Expecting:
    """The form with more texts and files; those that do not fit are left out by name.

    Texts that do not fit beside the others are kept in one file: all of them are one text at last.
    """
    most = update.app.escrow.policy.max_files
    texts, files, cut = listed(row, "texts"), listed(row, "files"), row.data.get("cut")
    for one in said:
        if len(run_on([*texts, one])) <= TEXT_LIMIT:
            texts.append(one)
        elif len(files) < most or cut:
            files, cut = await _longer(update, files, cut, one)
        else:
            number = came(row) + 1
            row = at(row, row.field, came=number)
            row = left_out(row, number, "", OverLimit("too-many-files", limit=most))
    for file in sent:
        number = came(row) + 1
        row = at(row, row.field, came=number)
        if len(files) < most:
            files.append(file)
        else:
            no = OverLimit("too-many-files", limit=most)
            known = {name: file[name] for name in (CAME_IN, "unique") if name in file}
            row = left_out(row, number, str(file["name"]), no, known)
    return at(row, row.field, texts=texts, files=files, cut=cut)


async def _longer(
    update: Update, files: list[Any], cut: object, one: Mapping[str, Any]
) -> tuple[list[Any], object]:
    """The file of what is too long for one text, with this text at its end; a new one at need."""
    text = update.t.said(one["text"])
    part = {**_by_digest(one), "chars": len(text)}
    before = next((file for file in files if file["sha256"] == cut), None)
    if before is not None:
        with suppress(FileNotFoundError):
            content = (await update.app.vault.get(file_of(before))).decode()
            if len(content) + len(text) < MOST_IN_A_FILE:
                longer = await text_file(update, f"{content}{_BETWEEN}{text}", before["name"])
                data = file_data(longer) | {"said": [*before.get("said", []), part]}
                return [data if file is before else file for file in files], data["sha256"]
    data = file_data(await text_file(update, text, f"text-{len(files) + 1}.txt")) | {"said": [part]}
    return [*files, data], data["sha256"]


def _by_digest(one: Mapping[str, Any]) -> dict[str, Any]:
    """What a form keeps of a text that it keeps in a file."""
    digest = Words.of(one["text"], one["salt"]).digest
    named = {name: one[name] for name in (CAME_IN, ASKED) if name in one}
    return {"salt": one["salt"], "digest": digest, **named}


async def longer_corrected(
    update: Update, file: Mapping[str, Any], one: Mapping[str, Any]
) -> dict[str, Any]:
    """A file of long texts with another text instead of what its message said before.

    Raises BadInput("text-too-long", "file-gone").
    """
    try:
        content = (await update.app.vault.get(file_of(file))).decode()
    except FileNotFoundError:
        raise BadInput("file-gone", name=file["name"]) from None
    texts, parts, at_char = [], [], 0
    for part in file["said"]:
        text = content[at_char : at_char + part["chars"]]
        at_char += part["chars"] + len(_BETWEEN)
        if part.get(CAME_IN) == one[CAME_IN]:
            text = update.t.said(one["text"])
            part = {**_by_digest(one), "chars": len(text)}  # noqa: PLW2901 - the corrected one
        texts.append(text)
        parts.append(part)
    whole = within(_BETWEEN.join(texts), MOST_IN_A_FILE)
    return file_data(await text_file(update, whole, file["name"])) | {"said": parts}


def came(row: Expecting) -> int:
    """How many files were sent to the form, whatever became of them."""
    known = row.data.get("came")
    return known if isinstance(known, int) else len(listed(row, "files"))


def left_out(
    row: Expecting,
    number: int,
    name: str,
    no: Refusal,
    known: Mapping[str, object] | None = None,
) -> Expecting:
    """The form, which remembers what it could not take; `known` is which message it came in."""
    count = missing_of(row) + 1
    left = listed(row, "left")
    if len(left) < MOST_NAMED:
        why = {"key": no.key, "data": dict(no.data)}
        left.append({"number": number, "name": name[:60], **why, **(known or {})})
    return at(row, row.field, left=left, missing=count)


def whole(row: Expecting) -> bool:
    """Whether nothing was left out, or its sender said that it may go without."""
    return not missing_of(row)


def missing_of(row: Expecting) -> int:
    """How much was left out."""
    missing = row.data.get("missing")
    return missing if isinstance(missing, int) else 0


def without(row: Expecting) -> Expecting:
    """What was left out is known to its sender, and wanted no more."""
    return at(row, row.field, left=[], missing=0)
