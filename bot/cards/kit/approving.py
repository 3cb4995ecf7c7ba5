"""What waits for a second person of the desk: exactly what is done once another approves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import back_out, lines, paragraphs, quoted
from bot.texts import Safe, Text
from core.deal.approval import Approval, ApprovalKind, ApprovalState
from core.deal.four_eyes import open_in
from core.deal.model import Deal
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.money import Money

_MARK: Final = 12
"""Characters of the fingerprint that a button carries; the database compares all of it."""

MOST_WHY: Final = 1000
"""Characters of a no that a card shows, which are all that one may have."""


@dataclass(frozen=True, slots=True)
class ByTwo:
    """One approval of a deal, and what the colleagues are called."""

    deal: Deal
    approval: Approval
    staff: Mapping[PersonId, str]

    @property
    def waits(self) -> bool:
        """Whether somebody can still approve it."""
        return self.approval.state is ApprovalState.OPEN

    @property
    def mark(self) -> str:
        """What a button is bound to: the number, and the beginning of the fingerprint."""
        return f"{self.approval.number}.{self.approval.fingerprint(self.deal.id)[:_MARK]}"

    @property
    def amount(self) -> Money:
        """What it is about, in all."""
        asked = self.approval.ruling or self.approval.order
        return asked.held if asked is not None else _moved(self.approval)

    def name(self, person: PersonId | None) -> str:
        """What a colleague is called."""
        return "" if person is None else self.staff.get(person, str(person))

    def press(self, verb: str) -> Press:
        """A button about exactly this."""
        return Press(verb, self.deal.id, self.approval.asked.milestone, None, self.mark)


def _moved(approval: Approval) -> Money:
    bank = approval.deposit or approval.transfer or approval.reversal
    asked = bank or approval.outcome or approval.correction
    if asked is None:
        msg = "nothing that moves an amount"
        raise ValueError(msg)
    return asked.amount


def asked_for(deal: Deal, kind: ApprovalKind, number: int) -> Approval | None:
    """What waits about this milestone's deposit or ruling, or about this transfer."""
    return next((one for one in open_in(deal) if one.about == (kind, number)), None)


def approval_card(t: Text, two: ByTwo, about: Safe, *, changed: bool = False) -> Card:
    """What waits, by whom, until when; or how it ended. `changed`: it goes elsewhere by now."""
    approval = two.approval
    if not two.waits:
        return Card(paragraphs(_over(t, two), about))
    head = lines(
        t("desk-approval-head", kind=approval.kind, name=two.name(approval.by)),
        t("desk-approval-until", until=approval.window.ends_at),
        t("desk-approval-changed") if changed else "",
    )
    label = t.plain("desk-button-approve", amount=two.amount)
    approve = [] if changed else [Button(label, two.press("two"), style=Style.GO)]
    back = Button(t.plain("desk-button-unask"), two.press("twox"))
    no = [] if changed else [Button(t.plain("desk-button-refuse"), two.press("twono"))]
    return Card(paragraphs(head, about), rows_of([*approve, *no, back]))


def reminding(t: Text, two: ByTwo, card: Card, people: Sequence[Safe]) -> Card:
    """What waits, once more before its time is over, to those who could say yes."""
    told = t("desk-approval-waits", until=two.approval.window.ends_at, names=t.listed(people))
    return replace(card, text=paragraphs(told, card.text))


def refused(t: Text, card: Card, person: Safe) -> Card:
    """That it was said no to, for who had asked."""
    return replace(card, text=paragraphs(t("desk-approval-for", name=person), card.text))


def ask_why_not(t: Text, two: ByTwo, colleague: str, form: Expecting) -> Card:
    """A colleague types why not."""
    asked = t("desk-approval-why-not", colleague=colleague, name=two.name(two.approval.by))
    return Card(asked, rows_of([back_out(t, form)]))


def approval_sure(t: Text, two: ByTwo, about: Safe) -> Card:
    """The second tap repeats all of it."""
    label = t.plain("desk-button-approve-sure", amount=two.amount)
    buttons = [
        Button(label, two.press("twook"), style=Style.DANGER),
        Button(t.plain("desk-button-back"), two.press("twos")),
    ]
    asked = t("desk-approval-sure", kind=two.approval.kind, name=two.name(two.approval.by))
    return Card(paragraphs(asked, about), rows_of(buttons))


def _over(t: Text, two: ByTwo) -> Safe:
    approval = two.approval
    told = t(
        "desk-approval-over",
        state=approval.state,
        name=two.name(approval.by),
        second=two.name(approval.second),
    )
    return told if approval.why is None else lines(told, quoted(t.said(approval.why), MOST_WHY))


def waits_line(t: Text, approval: Approval | None) -> Safe:
    """On a card that could be pressed again meanwhile."""
    if approval is None:
        return Safe("")
    return t("desk-approval-line", until=approval.window.ends_at)
