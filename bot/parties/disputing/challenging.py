"""*Challenge arbiter*: the ground; the words and the last tap are those of every case."""

from __future__ import annotations

from bot.buttons import POINT, Press
from bot.cards.disputing.challenging import ground_card
from bot.parties.kit.gathering import start_gather
from bot.parties.kit.presses import OnAct
from bot.parties.kit.shown import Screen, Shown
from bot.parties.kit.update import Update
from core.deal.challenge import ChallengeGround
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.disputing import ChallengeArbiter
from core.values.errors import Stale
from core.values.window import Window
from core.values.words import Words
from core.views import DealView


def _had(view: DealView, m: Milestone) -> tuple[Dispute, Window]:
    """Raises Stale where nobody has it."""
    case = view.deal.dispute(m.number)
    if case is None or case.challenge_by is None:
        raise Stale
    return case, case.challenge_by


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """On which ground. Raises as core, before a word is written."""
    case, clock = _had(view, m)
    asked = ChallengeArbiter(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        taken_at=clock.opened_at,
        ground=ChallengeGround.OTHER,
        words=Words.of("", ""),
    )
    await update.app.escrow.would(asked)
    return Shown(Screen(ground_card(view, m, case, update.t), view.deal.id))


async def chose(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """The ground, then the words; they are about who has the case now."""
    if press.arg not in tuple(ChallengeGround):
        raise Stale
    _, clock = _had(view, m)
    taken = clock.opened_at.isoformat()
    return await start_gather(
        update, "challenge", view.deal.id, m.number, ground=press.arg, taken=taken
    )


PRESSES = (OnAct(Act.CHALLENGE, begin), OnAct(Act.CHALLENGE, chose, POINT))
