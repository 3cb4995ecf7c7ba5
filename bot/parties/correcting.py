"""A message that was edited: what it says now, wherever what it said before still waits.

What was used stays as it was; its writer is told so, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from aiogram.types import Message

from bot.mail.heard import saying, sent_file
from bot.mail.kept import ASKED, CAME_IN, file_of, holds, says_the_same, text_of
from bot.parties.kit.asking import ask_again
from bot.parties.kit.data import as_said, run_on, said_of
from bot.parties.kit.forms import LOOSE
from bot.parties.kit.gathering import COLLECT
from bot.parties.kit.holding import MOST_IN_A_FILE, longer_corrected, taken
from bot.parties.kit.reacting import react
from bot.parties.kit.screens import strip
from bot.parties.kit.update import BOT, Update
from bot.parties.working import POINT, point_of
from core.ports import Expecting
from core.values.errors import BadInput, OverLimit, Stale
from core.values.words import TEXT_LIMIT, within

_ANSWERS: Final = ("notes", "answers")
"""Lists of texts that each answer a question, so that none may be empty."""
_COLLECTING: Final = (COLLECT, POINT, "")
"""Questions whose card shows nothing of what was said."""

Json = dict[str, Any]


async def corrected(update: Update, message: Message) -> bool:
    """Take what an edited message says now, if a form keeps it; whether one does.

    Raises Refusal where it can not be taken: what it said before stays.
    """
    forms = await update.app.reads.forms(update.person.id, BOT)
    row = next((row for row in forms if holds(row.data, message.message_id)), None)
    if row is None:
        return False
    after = await _with(update, row, message)
    if after is not None:
        taken: list[bool] = []
        await update.app.escrow.note(
            lambda uow: taken.append(uow.rewrite(after, row)), request=update.next_request()
        )
        if not any(taken):
            raise Stale
        await react(message)
        await _show(update, after, asked=row == forms[0])
    return True


async def _show(update: Update, row: Expecting, *, asked: bool) -> None:
    """A card that shows what was said before is old: the question is asked anew below."""
    shown = row.data.get("shown")
    if row.what.startswith(LOOSE) or row.field in _COLLECTING:
        return
    if asked:
        await ask_again(update, row)
    elif isinstance(shown, int):
        await strip(update, shown)


async def _with(update: Update, row: Expecting, message: Message) -> Expecting | None:
    """The form with what the message says now; None where that is what it said before.

    Raises BadInput or OverLimit.
    """
    number, sent = message.message_id, sent_file(message)
    before, file = text_of(row.data, number), file_of(row.data, number)
    asked = None if before is None else before.get(ASKED)
    said = saying(message, asked=asked)
    if not said and sent is None:
        raise BadInput("empty-text")
    data: Json = deepcopy(dict(row.data))
    if not says_the_same(before, said):
        one = [as_said(message, said, asked)] if said else []
        await _put_text(update, row, data, number, one)
    if sent is not None and (file is None or file["unique"] != sent.unique):
        await _put_file(update, data, message)
    return None if data == row.data else replace(row, data=data)


async def _put_text(
    update: Update, row: Expecting, data: Json, number: int, one: list[Json]
) -> None:
    """What a message says now, in the place of what it said, or of its file."""
    for key in _ANSWERS:
        if holds(data.get(key), number):
            within(one[0]["text"] if one else "")
            data[key] = _instead(data[key], number, one)
            return
    for place, point in enumerate(data.get("points", ())):
        if holds(point, number):
            said = _instead(said_of(point), number, one)
            data["points"][place] = {**point, **point_of(update, said, point["files"])}
            return
    long = next((file for file in data.get("files", ()) if holds(file.get("said"), number)), None)
    if long is not None:
        await _put_long(update, data, long, one)
    elif not holds(data.get("receipt"), number):
        texts = _instead(data.get("texts") or [], number, one)
        if not texts and row.field not in _COLLECTING:
            raise BadInput("empty-text")  # it was asked for, and answered with these words
        whole = run_on(texts)
        if len(whole) > TEXT_LIMIT:
            raise BadInput("text-too-long", limit=TEXT_LIMIT, length=len(whole))
        data["texts"] = texts


async def _put_long(update: Update, data: Json, file: Json, one: list[Json]) -> None:
    """In the file of what is too long for one text."""
    within(one[0]["text"] if one else "", MOST_IN_A_FILE)
    longer = await longer_corrected(update, file, one[0])
    data["files"] = [longer if each is file else each for each in data["files"]]
    if data.get("cut") == file["sha256"]:
        data["cut"] = longer["sha256"]


def _instead(texts: Sequence[Json], number: int, one: list[Json]) -> list[Json]:
    """The texts with another one of this message, where it was or where it came."""
    rest = [text for text in texts if text.get(CAME_IN) != number]
    before = next((n for n, text in enumerate(texts) if text.get(CAME_IN) == number), None)
    later = (n for n, text in enumerate(rest) if text.get(CAME_IN, 0) > number)
    place = next(later, len(rest)) if before is None else before
    return [*rest[:place], *one, *rest[place:]]


async def _put_file(update: Update, data: Json, message: Message) -> None:
    """Another file of a message, in the place of the one that it had, or beside its words."""
    number = message.message_id
    within_point = next((p for p in data.get("points", ()) if holds(p, number)), None)
    home = data if within_point is None else within_point
    key = "receipt" if holds(data.get("receipt"), number) else "files"
    files: list[Json] = list(home.get(key) or [])
    before = next((n for n, file in enumerate(files) if _is_of(file, number)), None)
    if before is None and holds(data.get("left"), number):
        return  # it was left out, and its sender knows
    most = update.app.escrow.policy.max_files
    if before is None and len(files) >= most:
        raise OverLimit("too-many-files", limit=most)
    fresh, refused = await taken(update, message)
    if refused is not None:
        raise refused
    place = len(files) if before is None else before
    home[key] = [*files[:place], *fresh, *files[place + (before is not None) :]]


def _is_of(file: Json, number: int) -> bool:
    return file.get(CAME_IN) == number and "sha256" in file
