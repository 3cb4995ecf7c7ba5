"""Buttons: each verb has one line, in its topic's `PRESSES`, that says what answers it.

What a press needs is looked up before its handler is called: nothing (`OnPress`), the milestone as
it was shown (`OnAct`), the form that it belongs to (`OnForm`). All of them are listed in
`bot.parties.tables`, and `act` tells when a button is old.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.buttons import Press
from bot.parties.kit.forms import opened
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import FormKind, Update
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import Stale
from core.views import DealView

Pressed = Callable[[Update, Press], Awaitable[Shown | None]]
PressedOnMilestone = Callable[[Update, Press, DealView, Milestone], Awaitable[Shown | None]]
PressedInForm = Callable[[Update, Press, Expecting], Awaitable[Shown | None]]


@dataclass(frozen=True, slots=True)
class OnPress:
    """A button that finds by itself what it is about. `act` is what it does."""

    verb: str
    do: Pressed
    act: Act | None = None

    async def answer(self, update: Update, press: Press) -> Shown | None:
        """What is seen next. Raises Refusal."""
        return await self.do(update, press)


@dataclass(frozen=True, slots=True)
class OnAct:
    """A button of a milestone that does, or prepares, an act. `more` tells it from the first."""

    act: Act
    do: PressedOnMilestone
    more: str = ""

    @property
    def verb(self) -> str:
        """The act's value."""
        return self.act + self.more

    async def answer(self, update: Update, press: Press) -> Shown | None:
        """As `OnPress.answer`; Stale where the milestone stands otherwise than it was shown."""
        view, m = await looked_at(update, press, self.act)
        return await self.do(update, press, view, m)


@dataclass(frozen=True, slots=True)
class OnForm:
    """A button of an open form: of `kind`, or where that is None of the one that it names."""

    verb: str
    do: PressedInForm
    kind: FormKind | None = None

    @property
    def act(self) -> Act | None:
        """What the form prepares."""
        return None if self.kind is None else self.kind.act

    async def answer(self, update: Update, press: Press) -> Shown | None:
        """As `OnPress.answer`; Stale where the form is closed."""
        what = named_form(press) if self.kind is None else self.kind.what
        if what not in update.kinds:
            raise Stale
        return await self.do(update, press, await opened(update, what, press.deal, press.milestone))


PressOf = OnPress | OnAct | OnForm


def named_form(press: Press) -> str:
    """The form that a button of any form names first of all."""
    return press.arg.partition(".")[0]


async def looked_at(update: Update, press: Press, act: Act) -> tuple[DealView, Milestone]:
    """The milestone of a press. Raises Stale where it stands otherwise than when it was shown."""
    view = await own_view(update, press.deal)
    number = press.number
    if not view.may(act, number) or view.deal.milestone(number).seen != press.seen:
        raise Stale
    return view, view.deal.milestone(number)
