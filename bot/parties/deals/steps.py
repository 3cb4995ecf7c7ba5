"""Steps of one button: the first tap says what it means, the second repeats it and does it.

What the second tap carries is what the screen showed, so that core can tell when it moved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.buttons import Press
from bot.cards.house import PLAY
from bot.cards.steps import Asking, confirm_card
from bot.parties.deals.forms import as_seen
from bot.parties.deals.show import finished, house_of, own_view, screen
from bot.parties.kit import Pressed, Update
from core.deal.commands import Command, SeenCommand
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.paying import AcceptShortfall, AskShortfall, CancelFunding, DropRest, GoOn, Pay
from core.values.errors import NotNow, Stale
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import window
from core.views import DealView
from core.working import (
    ApproveMilestone,
    CancelLate,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)

Build = Callable[[DealView, Milestone, Press], Command]


@dataclass(frozen=True, slots=True)
class Tap:
    """One act: `build` makes its command from the second tap; `twice` asks once more."""

    act: Act
    build: Build
    twice: bool = False


def _plain(kind: type[SeenCommand]) -> Build:
    return lambda view, m, press: kind(
        actor=view.viewer, deal=view.deal.id, milestone=m.number, seen=press.shown
    )


def _shown(m: Milestone, press: Press) -> tuple[int, Money]:
    """The submission and the amount that the screen showed."""
    submission, _, minor = press.arg.partition(".")
    if not (submission.isdecimal() and minor.isdecimal()):
        raise Stale
    return int(submission), Money(int(minor), m.amount.currency)


def _approve(view: DealView, m: Milestone, press: Press) -> Command:
    submission, amount = _shown(m, press)
    return ApproveMilestone(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        submission=submission,
        amount=amount,
    )


def _withdraw(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = _shown(m, press)
    return WithdrawWork(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )


def _accept_shortfall(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = _shown(m, press)
    return AcceptShortfall(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )


def _pay(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = _shown(m, press)
    return Pay(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
        rail=PLAY,
    )


STEPS: Final[Mapping[str, Tap]] = MappingProxyType(
    {
        "payplay": Tap(Act.PAY, _pay),
        "payask": Tap(Act.ASK_SHORTFALL, _plain(AskShortfall)),
        "payacc": Tap(Act.ACCEPT_SHORTFALL, _accept_shortfall),
        "paycan": Tap(Act.CANCEL_FUNDING, _plain(CancelFunding)),
        "subback": Tap(Act.TAKE_BACK, _plain(TakeBackSubmission)),
        "appr": Tap(Act.APPROVE, _approve),
        "with": Tap(Act.WITHDRAW, _withdraw, twice=True),
        "late": Tap(Act.CANCEL_LATE, _plain(CancelLate)),
        "lateback": Tap(Act.TAKE_BACK_CANCEL, _plain(TakeBackCancel)),
        "dropgo": Tap(Act.GO_ON, _plain(GoOn)),
        "drop": Tap(Act.DROP, _plain(DropRest)),
    }
)
SURE: Final = "y"
"""Behind a verb: asked once more."""
DO: Final = "x"
"""Behind a verb: do it."""

router = Router(name="deal-steps")


async def looked_at(update: Update, press: Press, act: Act) -> tuple[DealView, Milestone]:
    """The milestone of a press. Raises Stale where it stands otherwise than when it was shown."""
    view = await own_view(update, press.deal)
    number = press.number
    if not view.may(act, number) or view.deal.milestone(number).seen != press.seen:
        raise Stale
    return view, view.deal.milestone(number)


async def ask_first(update: Update, press: Press, verb: str, *, again: bool = False) -> None:
    """The screen between the first tap and the second."""
    step = STEPS[verb]
    view, m = await looked_at(update, press, step.act)
    then = verb + (SURE if step.twice and not again else DO)
    until = _could_object_until(view, update.app.escrow.policy)
    asking = Asking(step.act, then, until, again=again)
    card = confirm_card(view, m, asking, update.t, house_of(update.app))
    await screen(update, view.deal.id, card)


def _could_object_until(view: DealView, policy: Policy) -> datetime:
    """The end of the freelancer's window, were the work cancelled as late now."""
    person = view.people.get(view.deal.freelancer or view.viewer)
    zone = None if person is None else person.zone
    return window(view.now, policy.late_notice, policy, zone).ends_at


@router.callback_query(Pressed(*STEPS))
async def first_tap(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Say what it means."""
    await ask_first(update, press, press.verb)


@router.callback_query(Pressed(*(verb + SURE for verb, step in STEPS.items() if step.twice)))
async def asked_again(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Say it once more."""
    await ask_first(update, press, press.verb.removesuffix(SURE), again=True)


@router.callback_query(Pressed(*(verb + DO for verb in STEPS)))
async def second_tap(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Do it."""
    step = STEPS[press.verb.removesuffix(DO)]
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    command = step.build(view, m, press)
    try:
        await update.do(command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
    said = update.t(f"done-{step.act.value}", **amounts(view, m, press))
    await finished(update, view.deal.id, said)


def amounts(view: DealView, m: Milestone, press: Press) -> dict[str, object]:
    """What the passing line names: what moved, as it was when it was tapped."""
    _, _, minor = press.arg.partition(".")
    other = view.other
    amount = Money(int(minor), m.amount.currency) if minor.isdecimal() else m.held
    return {"amount": amount, "name": "" if other is None else other.name}
