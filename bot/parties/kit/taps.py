"""Steps of one button: the first tap says what it means, the second repeats it and does it.

What the second tap carries is what the screen showed, so that core can tell when it moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.buttons import DO, SURE, Press
from bot.cards.kit.steps import Asking, confirm_card
from bot.parties.kit.forms import as_seen
from bot.parties.kit.presses import OnAct, OnPress, PressOf
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.commands import Command, SeenCommand
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.values.errors import NotNow, Stale
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import window
from core.views import DealView

Build = Callable[[DealView, Milestone, Press], Command]


@dataclass(frozen=True, slots=True)
class Tap:
    """One act: `build` makes its command from the second tap; `twice` asks once more.

    `first` is its own button, where that is not answered by something else.
    """

    act: Act
    build: Build
    twice: bool = False
    first: bool = True

    def presses(self) -> Iterator[PressOf]:
        """Its buttons."""
        if self.first:
            yield OnAct(self.act, self.ask)
        if self.twice:
            yield OnAct(self.act, self._ask_again, SURE)
        yield OnPress(self.act + DO, self._do, self.act)

    async def ask(self, update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
        """What it means."""
        return self._asked(update, view, m, again=False)

    async def _ask_again(
        self, update: Update, _press: Press, view: DealView, m: Milestone
    ) -> Shown:
        return self._asked(update, view, m, again=True)

    def _asked(self, update: Update, view: DealView, m: Milestone, *, again: bool) -> Shown:
        then = self.act + (SURE if self.twice and not again else DO)
        until = _could_object_until(view, update.app.escrow.policy, self.act)
        asking = Asking(self.act, then, until, again=again)
        card = confirm_card(view, m, asking, update.t, house_of(update.app))
        return Shown(Screen(card, view.deal.id))

    async def _do(self, update: Update, press: Press) -> Shown:
        view = await own_view(update, press.deal)
        m = view.deal.milestone(press.number)
        command = self.build(view, m, press)
        try:
            await update.do(command)
        except NotNow as no:
            raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
        said = update.t(f"done-{self.act.value}", **_amounts(view, m, press))
        return Shown(TheDeal(view.deal.id), said)


def plain(kind: type[SeenCommand]) -> Build:
    """Of a command that carries nothing but the milestone as it was seen."""
    return lambda view, m, press: kind(
        actor=view.viewer, deal=view.deal.id, milestone=m.number, seen=press.shown
    )


def priced(kind: Callable[..., Command], **more: object) -> Build:
    """Of a command that carries besides the amount that the screen showed."""

    def build(view: DealView, m: Milestone, press: Press) -> Command:
        _, amount = tapped(m, press)
        return kind(
            actor=view.viewer,
            deal=view.deal.id,
            milestone=m.number,
            seen=press.shown,
            amount=amount,
            **more,
        )

    return build


def tapped(m: Milestone, press: Press) -> tuple[int, Money]:
    """The submission and the amount that the screen showed."""
    submission, _, minor = press.arg.partition(".")
    if not (submission.isdecimal() and minor.isdecimal()):
        raise Stale
    return int(submission), Money(int(minor), m.amount.currency)


def _could_object_until(view: DealView, policy: Policy, act: Act) -> datetime:
    """The end of the freelancer's window, were the work cancelled now."""
    person = view.people.get(view.deal.freelancer or view.viewer)
    zone = None if person is None else person.zone
    length = policy.fee_notice if act is Act.CANCEL_FOR_FEE else policy.late_notice
    return window(view.now, length, policy, zone).ends_at


def _amounts(view: DealView, m: Milestone, press: Press) -> dict[str, object]:
    """What the passing line names: what moved, as it was when it was tapped."""
    _, _, minor = press.arg.partition(".")
    other = view.other
    amount = Money(int(minor), m.amount.currency) if minor.isdecimal() else m.held
    return {"amount": amount, "name": "" if other is None else other.name}
