"""Words that come again: their effect is committed, and the answer did not get through."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards import Card
from bot.parties.drawing import draw_fresh
from bot.parties.kit.asking import ask_next
from bot.parties.kit.forms import LOOSE
from bot.parties.kit.update import Update
from core.ports import Expecting


async def heard_before(update: Update, expecting: Expecting | None) -> bool:
    """Whether an earlier try took these words; then what is asked now is shown, or what came of it.

    By now the form is a question further, and must not read the words once more as its answer. A
    refusal changed nothing, and what fits no form finds its own place again. Raises Refusal.
    """
    before = await update.app.reads.answered(update.first_requests())
    if before is None or before.refusal is not None:
        return False
    if expecting is not None and not expecting.what.startswith(LOOSE):
        await ask_next(update)
    elif before.deal is not None:
        await draw_fresh(update, Press("deal", before.deal))
    else:
        await update.say(Card(update.t("frame-heard")))
    return True
