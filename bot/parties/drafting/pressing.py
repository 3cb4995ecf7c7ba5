"""What every button of the terms' form goes through."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.buttons import Press
from bot.parties.drafting.asking import open_form, what_is_next
from bot.parties.drafting.form import Ask, TermsForm
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import Shown
from bot.parties.kit.terms import Editing, editing
from bot.parties.kit.update import Update
from core.values.errors import NotYours, Stale
from core.values.ids import DealId, PersonId


@dataclass(frozen=True, slots=True)
class TermsPress:
    """A press on a card of the form, and the form as it is."""

    update: Update
    press: Press
    now: Editing
    form: TermsForm | None

    @property
    def person(self) -> PersonId:
        """Who pressed."""
        return self.update.person.id

    @property
    def deal(self) -> DealId:
        """Whose terms they are."""
        return self.now.deal

    @property
    def choice(self) -> str:
        """What the button chooses."""
        return self.press.arg

    @property
    def figure(self) -> int:
        """The figure of ours that it chooses. Raises NotYours for one that is forged."""
        if not (self.choice.isascii() and self.choice.isdecimal()) or len(self.choice) > 4:  # noqa: PLR2004
            raise NotYours("button-unknown")
        return int(self.choice)

    @property
    def number(self) -> int:
        """The milestone that the button is about. Raises Stale where there is none."""
        number = self.press.milestone or 1
        if not 1 <= number <= max(len(self.now.terms.milestones), 1):
            raise Stale
        return number

    def asked(self, *asks: Ask) -> TermsForm:
        """The open form, if one of these is what it asks. Raises Stale."""
        if self.form is None or self.form.ask not in asks:
            raise Stale
        return self.form


Step = Callable[[TermsPress], Awaitable[Shown]]


def of_terms(action: str, step: Step) -> OnPress:
    """A button of the form. Raises NotYours, and Stale where the terms can not be changed now."""

    async def do(update: Update, press: Press) -> Shown:
        now = await editing(update, press.deal)
        form = await open_form(update, now.deal)
        if form is not None and form.by == update.request:
            # Handled before a stop: the answer is in, the card is not.
            return await what_is_next(update, now.deal)
        return await step(TermsPress(update, press, now, form))

    return OnPress(f"terms.{action}", do)
