"""An answer of the terms that was edited: the work in their words is corrected until it is sent.

Any other answer is one value that was read and answered: where it can be changed is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from aiogram.types import Message

from bot.cards.edited import answered_card, unknown_card, used_card
from bot.mail.heard import saying, sent_file
from bot.mail.kept import TOLD
from bot.parties.drafting.asking import what_is_next
from bot.parties.kit.files import received_files
from bot.parties.kit.reacting import react
from bot.parties.kit.shown import Shown
from bot.parties.kit.terms import TERMS, Editing, editing
from bot.parties.kit.update import BOT, Update, salted
from core.drafting import AddFile, Edit, EditTerms, RemoveFile, SetDescription
from core.values.errors import BadInput, NotYours, Stale
from core.values.ids import DealId
from core.values.words import FileRef, Words, within

ANSWERED: Final = "terms"
"""The kind of a message that answered a question of the terms."""


async def remember_answer(
    update: Update, deal: DealId, message: Message, *, work: bool, file: FileRef | None = None
) -> None:
    """What a message of the terms said; `work`: in their words, as a part of the description."""
    sent = sent_file(message)
    said = {
        "kind": ANSWERED,
        "deal": deal,
        "work": work,
        "said": saying(message),
        "unique": "" if sent is None else sent.unique,
        "file": "" if file is None else file.sha256,
    }
    await update.app.edge.set_relay(BOT, update.chat, message.message_id, said)


async def correct_answer(
    update: Update, message: Message, known: Mapping[str, Any]
) -> Shown | None:
    """Take what it says now into the terms, or say why not. Raises BadInput or OverLimit."""
    deal, sent = DealId(known["deal"]), sent_file(message)
    unique = "" if sent is None else sent.unique
    if (saying(message), unique) == (known["said"], known["unique"]):
        return None
    number = message.message_id
    forms = await update.app.reads.forms(update.person.id, BOT)
    in_form = any((row.what, row.deal) == (TERMS, deal) for row in forms)
    try:
        now = await editing(update, deal)
    except (NotYours, Stale):
        now = None
    if now is None or _is_sent(update, now, known["said"]):
        await _told(update, message, known)
        return Shown(used_card(deal, update.t, number))
    if not known["work"] or not _has(now, known["said"]):
        await _told(update, message, known)
        at_hand = unknown_card(update.t, number, in_form=True)
        return Shown(at_hand if in_form else answered_card(deal, update.t, number))
    await _correct(update, now, message, known)
    await react(message)
    # The preview shows what they said before.
    return None if in_form else await what_is_next(update, deal)


async def _told(update: Update, message: Message, known: Mapping[str, Any]) -> None:
    told = {**known, "kind": TOLD}
    await update.app.edge.set_relay(BOT, update.chat, message.message_id, told)


def _is_sent(update: Update, now: Editing, said: str) -> bool:
    """Whether the other side has these words already: a counter-offer repeats what was offered."""
    claim = now.view.deal.claim_of(update.person.id)
    offered = str(now.view.deal.terms.description or "")
    return not now.draft and (said in offered or (claim is not None and claim.sent is not None))


def _has(now: Editing, said: str) -> bool:
    return not said or _place(now, said) is not None


def _place(now: Editing, said: str) -> int | None:
    """Where the description has these words, as whole lines."""
    described = now.terms.description
    text = "" if described is None else described.text or ""
    place = f"\n{text}\n".find(f"\n{said}\n")
    return None if place < 0 else place


def _described(now: Editing, before: str, said: str) -> Words | None:
    """The description with other words instead of these; without any it is none."""
    described = now.terms.description
    text = "" if described is None else described.text or ""
    place = _place(now, before) if before else None
    if place is None:
        lines = [text, said]
    else:
        lines = [text[: max(place - 1, 0)], said, text[place + len(before) + 1 :]]
    whole = "\n".join(line for line in lines if line)
    return salted(within(whole)) if whole else None


async def _correct(
    update: Update, now: Editing, message: Message, known: Mapping[str, Any]
) -> None:
    """The description with what it says now, and its file. Raises BadInput or OverLimit."""
    deal, said = now.view.deal.id, saying(message)
    edits: list[Edit] = []
    if not said and sent_file(message) is None:
        raise BadInput("empty-text")
    if said != known["said"]:
        edits.append(SetDescription(_described(now, known["said"], said)))
    sent, file = sent_file(message), None
    if sent is not None and sent.unique != known["unique"]:
        [file] = await received_files(update, message)
        edits += [RemoveFile(known["file"])] if known["file"] else []
        edits.append(AddFile(file))
    await update.do(EditTerms(actor=update.person.id, deal=deal, edits=tuple(edits)))
    await remember_answer(update, deal, message, work=True, file=file)
