"""What happened to a milestone, in a few words each, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.kit.desk import Part
from bot.texts import Safe, Text
from core.deal.dispute import Dispute, Opening
from core.deal.pause import Pause, PauseEnd
from core.deal.points import Contest, Round


def moments(t: Text, part: Part, dispute: Dispute) -> Iterator[tuple[datetime, Safe]]:
    """All of them, in no order."""
    yield from _of_the_work(t, part)
    for each in dispute.openings:
        yield from _of(t, each)
    if dispute.filing is not None:
        yield dispute.filing.window.opened_at, t("desk-moment-arbitration")
    for made in dispute.challenges:
        yield made.at, t("desk-moment-challenged")
    for each in dispute.earlier:
        yield each.ended_at, t("desk-moment-ended", stage=each.stage)
    if dispute.ended_at is not None:
        yield dispute.ended_at, t("desk-moment-ended", stage=dispute.stage)


def _of_the_work(t: Text, part: Part) -> Iterator[tuple[datetime, Safe]]:
    milestone = part.milestone
    for agreed in part.deal.agreements:
        yield agreed.at, t("desk-moment-agreed", version=agreed.version)
    for deposit in milestone.deposits:
        yield deposit.at, t("desk-moment-paid", amount=deposit.amount)
    if milestone.due_at is not None:
        yield milestone.due_at, t("desk-moment-due")
    for work in milestone.submissions:
        yield work.at, t("desk-moment-submitted", number=work.number, files=len(work.files))
    yield from _pauses(t, milestone.pauses)
    for asked in milestone.rounds:
        yield asked.at, t("desk-moment-changes", number=asked.number, points=len(asked.items))
        yield from _contests(t, asked)


def _of(t: Text, opening: Opening) -> Iterator[tuple[datetime, Safe]]:
    yield opening.opened_at, t("desk-moment-disputed")
    for made in opening.rulings:
        yield made.at, t("desk-moment-ruled")
    if opening.review is not None:
        yield opening.review.at, t("desk-moment-review")
    if opening.sent_back is not None:
        yield opening.sent_back.at, t("desk-moment-sent-back")


def _contests(t: Text, asked: Round) -> Iterator[tuple[datetime, Safe]]:
    for contest in asked.contests:
        yield contest.at, t("desk-moment-contested", number=contest.item + 1)
        if contest.ended_at is not None:
            yield contest.ended_at, ended(t, contest)


def ended(t: Text, contest: Contest) -> Safe:
    """What came of a point with which the freelancer disagreed."""
    return t("desk-moment-contest-ended", end=contest.end or "", number=contest.item + 1)


def _pauses(t: Text, pauses: Sequence[Pause]) -> Iterator[tuple[datetime, Safe]]:
    for pause in pauses:
        yield pause.at, t("desk-moment-paused", why=pause.why)
        if pause.ended_at is not None and pause.end is not PauseEnd.OVERTAKEN:
            yield pause.ended_at, t("desk-moment-resumed", end=pause.end)
