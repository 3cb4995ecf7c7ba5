"""Steps of one button around the work: taking it, taking back, giving up, ending what is late."""

from __future__ import annotations

from bot.buttons import Press
from bot.parties.kit.taps import Tap, plain, priced, tapped
from core.deal.commands import Command
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.views import DealView
from core.working import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)


def _approve(view: DealView, m: Milestone, press: Press) -> Command:
    submission, _ = tapped(m, press)
    return priced(ApproveMilestone, submission=submission)(view, m, press)


_TAPS = (
    Tap(Act.APPROVE, _approve),
    Tap(Act.TAKE_BACK, plain(TakeBackSubmission)),
    Tap(Act.WITHDRAW, priced(WithdrawWork), twice=True),
    Tap(Act.CANCEL_LATE, plain(CancelLate)),
    Tap(Act.CANCEL_FOR_FEE, priced(CancelForFee)),
    Tap(Act.TAKE_BACK_CANCEL, plain(TakeBackCancel)),
)
PRESSES = tuple(press for tap in _TAPS for press in tap.presses())
