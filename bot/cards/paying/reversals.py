"""The desk's cards of a payment that a bank took back: which, what it does, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.buttons import Button, Press, Style
from bot.cards.kit.approving import asked_for, waits_line
from bot.cards.kit.base import MOST_BUTTONS, Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs, quoted, reference
from bot.texts import Code, Safe, Text
from core.deal.approval import ApprovalKind, AskedOutcome, AskedReversal
from core.deal.deposit import Deposit
from core.deal.reversal import Reversal, ReversalState
from core.ports import Expecting
from core.values.money import Money
from core.values.words import Words


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment of a milestone, and what a bank could still take back of it."""

    milestone: int
    place: int
    deposit: Deposit
    left: Money

    @property
    def name(self) -> str:
        """What a button carries."""
        return f"{self.milestone}.{self.place}"


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a bank took back, as it stands, and what the colleagues are called."""

    part: Part
    reversal: Reversal
    by: str
    closed_by: str


def about_payment(t: Text, part: Part) -> Safe:
    """Of which milestone, whose, and by which reference it was to come."""
    known = Code(reference(part.deal, part.number))
    about = t(
        "desk-money-about", title=part.deal_title, milestone=part.title, deal=Code(part.deal.id)
    )
    return lines(about, t("desk-recall-client", name=part.name(part.deal.client), reference=known))


def pick(t: Text, part: Part, paid: Sequence[Paid], known: Sequence[Reversal]) -> Card:
    """Which payment; and what was taken back before."""
    if not paid and not known:
        return Card(t("desk-recall-none"))
    buttons = [
        Button(
            t.plain("desk-button-recall", amount=one.left, number=place),
            Press("rec", part.deal.id, arg=one.name),
        )
        for place, one in enumerate(paid, 1)
    ]
    buttons += [
        Button(
            t.plain("desk-button-recalled", amount=one.amount),
            Press("revs", part.deal.id, arg=str(one.number)),
        )
        for one in known
    ]
    told = [
        t(
            "desk-recall-deposit",
            number=place,
            amount=one.deposit.amount,
            source=one.deposit.source,
            at=one.deposit.at,
        )
        for place, one in enumerate(paid, 1)
    ]
    text = paragraphs(lines(t("desk-recall-which"), about_payment(t, part)), lines(*told))
    return Card(text, rows_of(buttons[:MOST_BUTTONS]))


def ask_amount(t: Text, part: Part, left: Money, owner: str, form: Expecting) -> Card:
    """How much of a payment."""
    asked = t("desk-recall-amount", name=owner, amount=left)
    press = Press("recall", part.deal.id, part.number, None, str(left.minor))
    buttons = [Button(t.plain("desk-button-recall-all", amount=left), press), back_out(t, form)]
    return Card(lines(asked, about_payment(t, part)), rows_of(buttons))


def ask_why(t: Text, part: Part, amount: Money, owner: str, form: Expecting) -> Card:
    """The colleague's next words say what the bank says."""
    asked = t("desk-recall-why", name=owner, amount=amount)
    return Card(lines(asked, about_payment(t, part)), rows_of([back_out(t, form)]))


def digest(*said: str) -> str:
    """Of what the second tap shows, so that it does exactly that."""
    return sha256("\0".join(said).encode()).hexdigest()[:8]


def sure(t: Text, part: Part, amount: Money, words: Words, form: Expecting, mark: str) -> Card:
    """The second tap: how much, and that it can stop the deal."""
    asked = t("desk-recall-sure", amount=amount)
    press = Press("recok", part.deal.id, part.number, None, mark)
    buttons = [
        Button(t.plain("desk-button-recall-sure"), press, style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    return Card(paragraphs(asked, about_payment(t, part), quoted(str(words))), rows_of(buttons))


def reversal_card(t: Text, recalled: Recalled) -> Card:
    """What became of the money, what the bank said in the end, and what can be said now."""
    one, part = recalled.reversal, recalled.part
    waits = asked_for(part.deal, ApprovalKind.OUTCOME, one.number)
    text = paragraphs(
        lines(
            t("desk-reversal-head", state=one.state, amount=one.amount, name=recalled.closed_by),
            about_payment(t, part),
        ),
        lines(t("desk-reversal-said", name=recalled.by, at=one.at), quoted(t.said(one.words))),
        lines(*_parts(t, one), _then(t, part, one)),
        quoted(t.said(one.why)) if one.why is not None else "",
        waits_line(t, waits),
    )
    return Card(text, rows_of(_buttons(t, recalled)))


def _parts(t: Text, one: Reversal) -> list[Safe]:
    told = [("refunded", one.refunded), ("taken", one.taken), ("beyond", one.beyond)]
    return [t("desk-reversal-part", what=what, amount=amount) for what, amount in told if amount]


def _then(t: Text, part: Part, one: Reversal) -> Safe:
    """Until when it is to be paid again, where the deal stands still for it."""
    m = part.deal.milestone(one.milestone)
    if one.state is not ReversalState.LOST or m.fund_by is None or one.flag is None:
        return Safe("")
    return t("desk-reversal-again", missing=m.missing, until=m.fund_by.ends_at)


def _buttons(t: Text, recalled: Recalled) -> list[Button]:
    one, deal = recalled.reversal, recalled.part.deal
    ways = {
        ReversalState.OPEN: (ReversalState.WON, ReversalState.LOST),
        ReversalState.LOST: (ReversalState.CLEARED, ReversalState.WON),
        ReversalState.CLEARED: (ReversalState.WON,),
    }
    return [
        Button(
            t.plain("desk-button-outcome", becomes=becomes),
            Press("bank", deal.id, arg=f"{one.number}.{becomes.value}"),
        )
        for becomes in ways.get(one.state, ())
    ]


def ask_outcome(
    t: Text, recalled: Recalled, becomes: ReversalState, owner: str, form: Expecting
) -> Card:
    """The colleague's next words say why."""
    asked = t("desk-outcome-why", name=owner, becomes=becomes)
    return Card(lines(asked, about_payment(t, recalled.part)), rows_of([back_out(t, form)]))


def outcome_sure(
    t: Text,
    recalled: Recalled,
    becomes: ReversalState,
    words: Words,
    form: Expecting,
    mark: str,
) -> Card:
    """The second tap."""
    one, part = recalled.reversal, recalled.part
    press = Press("bankok", part.deal.id, None, None, mark)
    buttons = [
        Button(t.plain("desk-button-outcome-sure"), press, style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    asked = t("desk-outcome-sure", becomes=becomes, amount=one.amount)
    return Card(paragraphs(asked, about_payment(t, part), quoted(str(words))), rows_of(buttons))


def reversal_asked(t: Text, part: Part, asked: AskedReversal) -> Safe:
    """What a second treasurer looks for on the statement."""
    return lines(
        t("desk-recall-asked", amount=asked.amount),
        about_payment(t, part),
        quoted(t.said(asked.words)),
    )


def outcome_asked(t: Text, part: Part, asked: AskedOutcome) -> Safe:
    """What a second treasurer says yes to."""
    told = t("desk-outcome-asked", becomes=asked.becomes, amount=asked.amount)
    return lines(told, about_payment(t, part), quoted(t.said(asked.words)))
