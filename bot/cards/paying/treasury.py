"""The treasurer's cards: a payment that is claimed, money that is owed, each with a second tap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Button, Press, Style
from bot.cards.kit.approving import asked_for, waits_line
from bot.cards.kit.base import MOST_COPIED, Attachment, Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs, quoted, reference
from bot.cards.paying.bank import epc_of
from bot.texts import Code, Safe, Text
from bot.texts.ibans import account_of
from core.deal.approval import ApprovalKind, AskedDeposit
from core.deal.events import TransferKind
from core.deal.milestone import State
from core.deal.model import Transfer, TransferState
from core.paying import reference_of
from core.ports import Expecting
from core.values.money import Money
from core.values.words import Words


@dataclass(frozen=True, slots=True)
class OwedTransfer:
    """A transfer and where it goes, as of now."""

    part: Part
    transfer: Transfer
    to: str
    """The destination in force, or the source that a refund goes back to; empty if nobody said."""
    changes_at: datetime | None
    """When a changed destination comes into force; None where no change waits."""
    digest: str
    """Of what is shown, so that the second tap confirms exactly that."""
    changed_at: datetime | None = None
    """Since when a destination is in force that was changed while this was owed."""

    @property
    def nowhere(self) -> bool:
        """A payout whose receiver has not said where to."""
        return self.transfer.kind is TransferKind.PAYOUT and not self.to


def about(t: Text, part: Part) -> Safe:
    """Which deal and milestone."""
    title, number = part.deal_title, Code(part.deal.id)
    return t("desk-money-about", title=title, milestone=part.title, deal=number)


def claim_card(t: Text, part: Part) -> Card:
    """The client says they paid: what to look for on the statement."""
    milestone, claim = part.milestone, part.milestone.claim
    if claim is None:
        return Card(lines(t("desk-claim-settled"), about(t, part)))
    text = lines(
        t("desk-claim-head", amount=milestone.missing),
        about(t, part),
        t("desk-claim-reference", reference=Code(reference(part.deal, part.number))),
        t("desk-claim-payer", payer=str(claim.payer), day=t.written_day(claim.paid_on)),
        t("desk-claim-by", name=part.name(part.deal.client)),
        t("desk-proof-asked", at=claim.at) if claim.proof_asked else "",
        waits_line(t, asked_for(part.deal, ApprovalKind.DEPOSIT, part.number)),
    )
    press = _pressing(part)
    confirm = Button(t.plain("desk-button-confirm-deposit"), press("dep"), style=Style.GO)
    once_more = milestone.again is not None and milestone.state is not State.FUNDING
    if part.deal.frozen_at is not None and not once_more:  # what arrived has arrived
        return Card(lines(text, t("desk-claim-frozen")), rows_of([confirm]))
    buttons = [
        confirm,
        Button(t.plain("desk-button-not-arrived"), press("no")),
        Button(t.plain("desk-button-different"), press("diff")),
    ]
    if not claim.proof_asked:
        buttons.append(Button(t.plain("desk-button-proof"), press("proof")))
    return Card(text, rows_of(buttons))


class _pressing:  # noqa: N801 - reads as a function where it is used
    """Presses about a milestone as it is seen."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def __call__(self, verb: str, arg: str = "") -> Press:
        return Press(verb, self.part.deal.id, self.part.number, self.part.milestone.seen, arg)


def deposit_confirm(t: Text, part: Part, amount: Money) -> Card:
    """The second tap repeats the amount, the reference and the payer."""
    claim = part.milestone.claim
    text = lines(
        t(
            "desk-deposit-sure",
            amount=amount,
            reference=Code(reference(part.deal, part.number)),
            payer="" if claim is None else str(claim.payer),
        ),
        about(t, part),
        "" if amount == part.milestone.missing else _differs(t, part, amount),
    )
    press = _pressing(part)
    label = t.plain("desk-button-confirm-deposit-of", amount=amount)
    buttons = [
        Button(label, press("depok", str(amount.minor)), style=Style.GO),
        Button(t.plain("desk-button-back"), press("claim")),
    ]
    return Card(text, rows_of(buttons))


def _differs(t: Text, part: Part, amount: Money) -> Safe:
    expected = part.milestone.missing
    short = amount < expected
    apart = expected - amount if short else amount - expected
    how = "short" if short else "over"
    return t("desk-deposit-differs", how=how, expected=expected, apart=apart)


def deposit_asked(t: Text, part: Part, asked: AskedDeposit) -> Safe:
    """What a second treasurer looks for on the statement."""
    return lines(
        t(
            "desk-deposit-asked",
            amount=asked.amount,
            reference=Code(reference(part.deal, part.number)),
            payer=asked.source,
        ),
        about(t, part),
    )


def deposit_done(t: Text, part: Part, amount: Money, by: str) -> Card:
    """What the card becomes."""
    return Card(lines(t("desk-deposit-done", amount=amount, name=by), about(t, part)))


def not_arrived(t: Text, part: Part) -> Card:
    """The second tap repeats the amount and whose claim it is."""
    name, press = part.name(part.deal.client), _pressing(part)
    asked = t("desk-not-arrived-sure", amount=part.milestone.missing, name=name)
    buttons = [
        Button(t.plain("desk-button-not-arrived"), press("nox"), style=Style.DANGER),
        Button(t.plain("desk-button-back"), press("claim")),
    ]
    return Card(lines(asked, about(t, part)), rows_of(buttons))


def claim_rejected(t: Text, part: Part, by: str) -> Card:
    """What the card becomes."""
    return Card(lines(t("desk-claim-rejected", name=by), about(t, part)))


def ask_amount(t: Text, part: Part, owner: str, form: Expecting) -> Card:
    """*Different amount*: the treasurer's next words, here, are it."""
    text = t("desk-deposit-amount", name=owner, amount=part.milestone.missing)
    return Card(lines(text, about(t, part)), rows_of([back_out(t, form)]))


def amount_choices(t: Text, part: Part, choices: Sequence[Money]) -> Card:
    """What was typed can be read in several ways."""
    press = _pressing(part)
    buttons = [Button(t.money(choice), press("damt", str(choice.minor))) for choice in choices]
    return Card(t("desk-deposit-which", count=len(choices)), rows_of(buttons))


def suspense(t: Text, part: Part, amount: Money) -> Card:
    """Money that came too late or twice."""
    return Card(lines(t("desk-suspense", amount=amount), about(t, part)))


def doubled(t: Text, owed: OwedTransfer, told: Mapping[str, object]) -> Card:
    """A rail that says under another reference that it sent what had arrived."""
    text = t(
        "desk-transfer-doubled",
        kind=owed.transfer.kind,
        amount=owed.transfer.amount,
        name=owed.part.name(owed.transfer.person),
        rail=str(told["rail"]),
        known=Code(str(told["known"]) or "–"),
        again=Code(str(told["again"])),
    )
    return Card(lines(text, about(t, owed.part)))


def owed_card(t: Text, owed: OwedTransfer) -> Card:
    """A payout or a refund that somebody has to send; nothing is sent to nowhere."""
    transfer = owed.transfer
    if not transfer.owed:
        return _left_card(t, owed)
    text = lines(_owed_text(t, owed), about(t, owed.part))
    if owed.nowhere:
        return Card(text)
    if owed.part.deal.frozen_at is not None:
        return Card(text, rows_of([owed_button(t, owed, "out")]))
    payout = transfer.kind is TransferKind.PAYOUT
    key = "desk-button-confirm-payout" if payout else "desk-button-confirm-refund"
    buttons = [
        Button(t.plain(key), _of(owed, "out"), style=Style.GO),
        Button(t.plain("desk-button-failed"), _of(owed, "fail")),
    ]
    if payout:
        account = owed.to.partition("\n")[0][:MOST_COPIED]
        buttons.append(Button(t.plain("desk-button-copy-account"), copy=account))
    if qr_of(owed):
        buttons.append(Button(t.plain("desk-button-qr"), _of(owed, "payqr")))
    copied = transfer_reference(owed)
    buttons.append(Button(t.plain("desk-button-copy-reference"), copy=copied))
    return Card(text, rows_of(buttons))


def _left_card(t: Text, owed: OwedTransfer) -> Card:
    """What was sent may arrive, fail, and come back; what arrived may come back."""
    back = Button(t.plain("desk-button-came-back"), sending(owed, "ret"))
    if not owed.transfer.on_its_way:
        return Card(lines(_sent(t, owed), about(t, owed.part)), rows_of([back]))
    buttons = [
        Button(t.plain("desk-button-there"), sending(owed, "there"), style=Style.GO),
        back,
        Button(t.plain("desk-button-failed"), sending(owed, "lost")),
    ]
    return Card(lines(_sent(t, owed), about(t, owed.part), *_way(t, owed)), rows_of(buttons))


def _way(t: Text, owed: OwedTransfer) -> list[Safe]:
    """Since when it is on its way, and what its receiver says."""
    transfer = owed.transfer
    told = [t("desk-owed-reference", reference=Code(transfer.external_id))]
    if transfer.sent_at is not None and transfer.arrival is not None:
        until = transfer.arrival.ends_at
        told.append(t("desk-way-since", at=transfer.sent_at, until=until))
    if transfer.missed_at is not None:
        told.append(t("desk-way-missed", at=transfer.missed_at))
    elif transfer.asked_at is not None:
        told.append(t("desk-way-asked", at=transfer.asked_at))
    return told


def qr_of(owed: OwedTransfer) -> tuple[Attachment, ...]:
    """The picture that a banking app reads, so that nothing is typed; none where it can not be."""
    transfer = owed.transfer
    iban, name = account_of(owed.to, transfer.kind, owed.part.name(transfer.person))
    return epc_of(name, iban, transfer.amount, transfer_reference(owed))


def owed_button(t: Text, owed: OwedTransfer, verb: str = "owed") -> Button:
    """Of a deal that stands still: what left the account before is confirmed all the same."""
    kind, amount = owed.transfer.kind, owed.transfer.amount
    return Button(t.plain("desk-button-sent-before", kind=kind, amount=amount), _of(owed, verb))


def _of(owed: OwedTransfer, verb: str) -> Press:
    transfer = owed.transfer
    arg = f"{transfer.number}.{owed.digest}"
    return Press(verb, owed.part.deal.id, transfer.milestone, None, arg)


def _owed_text(t: Text, owed: OwedTransfer) -> Safe:
    transfer = owed.transfer
    return lines(
        t(
            "desk-owed-head",
            kind=transfer.kind,
            amount=transfer.amount,
            name=owed.part.name(transfer.person),
        ),
        t("desk-owed-to", kind=transfer.kind, details=Code(owed.to))
        if owed.to
        else t("desk-owed-nowhere", kind=transfer.kind),
        _came(t, owed),
        "" if owed.changes_at is None else t("desk-owed-changes", at=owed.changes_at),
        "" if owed.changed_at is None else t("desk-owed-changed", at=owed.changed_at),
        t("desk-owed-reference", reference=Code(transfer_reference(owed))),
        t("desk-owed-failed", why=transfer.why) if transfer.state is TransferState.FAILED else "",
        "" if transfer.returned is None else t("desk-owed-returned", why=t.said(transfer.returned)),
        waits_line(t, asked_for(owed.part.deal, ApprovalKind.TRANSFER, transfer.number)),
        _by_when(t, owed),
    )


def _by_when(t: Text, owed: OwedTransfer) -> Safe:
    since = owed.part.deal.frozen_at
    if since is not None:
        return t("desk-owed-frozen", since=since)
    return t("desk-owed-until", until=owed.transfer.window.ends_at)


def _came(t: Text, owed: OwedTransfer) -> Safe:
    """Of a refund: by what the treasurer finds the account that it came from."""
    deposits = owed.part.milestone.deposits
    if owed.transfer.kind is not TransferKind.REFUND or not deposits:
        return Safe("")
    known = Code(reference(owed.part.deal, owed.part.number))
    return t("desk-owed-came", reference=known, at=deposits[-1].at)


def transfer_reference(owed: OwedTransfer) -> str:
    """What the treasurer writes into the transfer, unique in the house."""
    one = owed.transfer
    return reference_of(owed.part.deal.id, one.number, one.returns)


def transfer_confirm(t: Text, owed: OwedTransfer) -> Card:
    """The second tap repeats amount, name and destination."""
    payout = owed.transfer.kind is TransferKind.PAYOUT
    key = "desk-button-confirm-payout-of" if payout else "desk-button-confirm-refund-of"
    label = t.plain(key, amount=owed.transfer.amount)
    buttons = [
        Button(label, _of(owed, "outok"), style=Style.GO),
        Button(t.plain("desk-button-back"), _of(owed, "owed")),
    ]
    text = lines(t("desk-owed-sure"), _owed_text(t, owed), about(t, owed.part))
    return Card(text, rows_of(buttons))


def transfer_asked(t: Text, owed: OwedTransfer) -> Safe:
    """What a second treasurer looks for: amount, name and where it went."""
    text = _owed_text(t, owed) if owed.transfer.owed else _sent(t, owed)
    return lines(text, about(t, owed.part))


def _sent(t: Text, owed: OwedTransfer) -> Safe:
    transfer = owed.transfer
    name = owed.part.name(transfer.person)
    state = "arrived" if transfer.known_there else "sent"
    return t("desk-owed-done", kind=transfer.kind, amount=transfer.amount, name=name, state=state)


def ask_why(t: Text, owed: OwedTransfer, owner: str, form: Expecting) -> Card:
    """*It failed*: the treasurer's next words, here, say why."""
    sent = "" if owed.transfer.owed else _sent(t, owed)
    text = lines(t("desk-owed-why", name=owner), sent, about(t, owed.part))
    return Card(text, rows_of([back_out(t, form)]))


def sending(owed: OwedTransfer, verb: str, mark: str = "") -> Press:
    """Of what was sent: wherever its receiver is to be paid by now."""
    transfer = owed.transfer
    arg = f"{transfer.number}.{transfer.returns}{mark}"
    return Press(verb, owed.part.deal.id, transfer.milestone, None, arg)


def ask_returned(t: Text, owed: OwedTransfer, owner: str, form: Expecting) -> Card:
    """*It came back*: the treasurer's next words, here, are for the receiver."""
    asked = t("desk-returned-why", name=owner, receiver=owed.part.name(owed.transfer.person))
    return Card(lines(asked, _sent(t, owed), about(t, owed.part)), rows_of([back_out(t, form)]))


def returned_arg(owed: OwedTransfer, words: Words) -> str:
    """What the button of the second tap carries."""
    return sending(owed, "retok", f".{words.digest[:8]}").arg


def returned_sure(t: Text, owed: OwedTransfer, words: Words, form: Expecting) -> Card:
    """The second tap repeats amount and name, and what its receiver reads."""
    transfer = owed.transfer
    name = owed.part.name(transfer.person)
    press = sending(owed, "retok", f".{words.digest[:8]}")
    label = t.plain("desk-button-came-amount", amount=transfer.amount)
    buttons = [
        Button(label, press, style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    asked = t("desk-returned-sure", amount=transfer.amount, name=name)
    return Card(paragraphs(asked, about(t, owed.part), quoted(str(words))), rows_of(buttons))
