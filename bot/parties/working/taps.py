"""Steps of one button around the work: taking it, taking back, giving up, ending what is late."""

from __future__ import annotations

from bot.buttons import Press
from bot.parties.kit.taps import Tap, plain, tapped
from core.deal.commands import Command
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.views import DealView
from core.working import (
    ApproveMilestone,
    CancelLate,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)


def _approve(view: DealView, m: Milestone, press: Press) -> Command:
    submission, amount = tapped(m, press)
    return ApproveMilestone(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        submission=submission,
        amount=amount,
    )


def _withdraw(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = tapped(m, press)
    return WithdrawWork(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )


_TAPS = (
    Tap(Act.APPROVE, _approve),
    Tap(Act.TAKE_BACK, plain(TakeBackSubmission)),
    Tap(Act.WITHDRAW, _withdraw, twice=True),
    Tap(Act.CANCEL_LATE, plain(CancelLate)),
    Tap(Act.TAKE_BACK_CANCEL, plain(TakeBackCancel)),
)
PRESSES = tuple(press for tap in _TAPS for press in tap.presses())
