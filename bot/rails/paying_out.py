"""What is owed by bank transfer, as a file for the bank: what can be in it, and what came of it.

Making a file moves nothing. Once the bank took it each payout of exactly that file is said to be
sent, by a command of its own: whoever says it twice, or dies in between, says it once.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.config.rails import Account
from bot.rails.pain import Payment, fits, pain
from bot.reads import Reads
from bot.texts.ibans import iban_in
from core.deal.context import Context
from core.deal.events import ApprovalAsked, TransferKind
from core.deal.model import Deal
from core.escrow import Escrow, Executed, Form
from core.paying import (
    ConfirmTransfer,
    Due,
    Going,
    PayoutLine,
    PayoutLineState,
    PayoutLineStep,
    PayoutSaid,
    WhyNot,
    sends_by_two,
    total_of,
)
from core.ports import UnitOfWork
from core.values.errors import BadInput, NotNow, Refusal, Stale
from core.values.ids import DESK, DealId, PersonId
from core.values.money import Money
from core.values.roles import DeskRole

RAIL: Final = "manual"
_WITH: Final = "HF"


@dataclass(frozen=True, slots=True)
class Made:
    """A file for the bank."""

    message: str
    content: bytes
    lines: tuple[PayoutLine, ...]

    @property
    def total(self) -> Money:
        """Of all in it."""
        return total_of(self.lines)


class PayingOut:
    """Files of payouts, of the house's accounts by currency."""

    def __init__(self, escrow: Escrow, reads: Reads, accounts: Mapping[str, Account]) -> None:
        """Everything that the desk and the command line have."""
        self._escrow = escrow
        self._reads = reads
        self._accounts = accounts

    async def due(self) -> list[Due]:
        """All that is owed, each with why it can be in no file, the oldest first."""
        open_ = {(line.deal, line.transfer) for line in await self._reads.payout_lines()}
        found: list[Due] = []
        for deal, number in await self._reads.owed():
            view = await self._reads.view(deal, DESK)
            if view is not None and view.deal.transfer(number).owed:
                beside = [one for one in found if one.deal == deal and one.why is None]
                found.append(await self._one(view.deal, number, beside, open_))
        return found

    async def _one(
        self, deal: Deal, number: int, beside: Sequence[Due], open_: set[tuple[DealId, int]]
    ) -> Due:
        transfer = deal.transfer(number)
        person = await self._reads.person(transfer.person)
        now = min(self._escrow.now(), await self._reads.heard(transfer.person))
        going = Going.of(transfer, person, now)
        iban, name = _account(going.to, transfer.kind, "" if person is None else person.name)
        title = str(deal.terms.title or "")
        bare = Due(deal.id, title, transfer, name, iban, going.digest, None)
        if (deal.id, number) in open_:
            return replace(bare, why=WhyNot.IN_FILE)
        return replace(bare, why=self._why(deal, bare, going, beside))

    def _why(self, deal: Deal, due: Due, going: Going, beside: Sequence[Due]) -> WhyNot | None:
        transfer, currency = due.transfer, due.transfer.amount.currency
        ours = self._accounts.get(currency)
        ctx = Context(self._escrow.now(), self._escrow.policy, self._escrow.staff)
        also = [one.transfer.amount for one in beside]
        said = {
            WhyNot.OTHER_RAIL: transfer.rail != RAIL,
            WhyNot.FROZEN: deal.frozen_at is not None,
            WhyNot.NOWHERE: not going.to,
            WhyNot.CHANGES: going.changes_at is not None,
            WhyNot.NO_IBAN: not due.iban or not due.name,
            WhyNot.BY_TWO: sends_by_two(deal, transfer, ctx, also),
            WhyNot.NO_ACCOUNT: ours is None or not iban_in(ours.iban) or not fits(currency),
        }
        return next((why for why, is_so in said.items() if is_so), None)

    async def make(self, currency: str, by: PersonId, *, expected: Money | None = None) -> Made:
        """One file of all that can be in it; it is kept what is in it, and where that goes.

        Raises NotYours for who is no treasurer; Stale where it is not `expected` in all;
        NotNow: "payout-nothing-due", "payout-in-file" where a colleague was first.
        """
        self._escrow.staff.needs(by, DeskRole.TREASURER)
        due = [
            one
            for one in await self.due()
            if one.why is None and one.transfer.amount.currency == currency
        ]
        if not due:
            raise NotNow("payout-nothing-due")
        if expected is not None and total_of(due) != expected:
            raise Stale
        now = self._escrow.now()
        message = f"{_WITH}{now:%Y%m%d%H%M%S}{secrets.token_hex(3).upper()}"
        payments = [Payment(d.reference, d.name, d.iban, d.transfer.amount) for d in due]
        content = pain(self._accounts[currency], payments, message, now.date())
        lines = tuple(
            PayoutLine(message, d.deal, d.transfer.number, d.transfer.returns, d.transfer.amount,
                       d.digest, now, by)
            for d in due
        )  # fmt: skip
        await self._escrow.note(lambda uow: uow.keep_payouts(lines), request=f"payouts:{message}")
        return Made(message, content, lines)

    async def open_files(self) -> dict[str, list[PayoutLine]]:
        """Those of which nobody has said what the bank did, by their message ids."""
        found: dict[str, list[PayoutLine]] = {}
        for line in await self._reads.payout_lines():
            found.setdefault(line.file, []).append(line)
        return found

    async def of(self, message: str) -> tuple[PayoutLine, ...]:
        """What is in a file. Raises BadInput("no-such-payout-file")."""
        lines = await self._reads.payout_lines(message)
        if not lines:
            raise BadInput("no-such-payout-file")
        return tuple(lines)

    async def took(self, message: str, by: PersonId) -> list[PayoutSaid]:
        """The bank took it: each payout of it that nobody spoke of yet is sent.

        Raises NotYours for who is no treasurer; BadInput("no-such-payout-file").
        """
        self._escrow.staff.needs(by, DeskRole.TREASURER)
        found = [one for one in await self.of(message) if one.state is PayoutLineState.OPEN]
        return [await self._sent(line, by) for line in found]

    async def _sent(self, line: PayoutLine, by: PersonId) -> PayoutSaid:
        try:
            await self._as_made(line)
            command = ConfirmTransfer(
                actor=by, deal=line.deal, transfer=line.transfer, external_id=line.reference,
                shown=line.shown,
            )  # fmt: skip
            request = f"payouts:{line.file}:{line.reference}"
            keep = _closing(line, PayoutLineStep.SEND, by, self._escrow.now())
            await self._escrow.execute(command, request=request, form=keep)
        except Refusal as no:
            await self._apart(line, by)
            return PayoutSaid(line, no)
        return PayoutSaid(line)

    async def _as_made(self, line: PayoutLine) -> None:
        """Raises NotNow: "payout-changed", "transfer-returned-since", "deal-frozen"."""
        view = await self._reads.view(line.deal, DESK)
        if view is None:
            raise NotNow("payout-changed")
        transfer = view.deal.transfer(line.transfer)
        person = await self._reads.person(transfer.person)
        now = min(self._escrow.now(), await self._reads.heard(transfer.person))
        if transfer.returns != line.returns:
            raise NotNow("transfer-returned-since")
        if Going.of(transfer, person, now).digest != line.shown:
            raise NotNow("payout-changed")

    async def _apart(self, line: PayoutLine, by: PersonId) -> None:
        at, request = self._escrow.now(), f"payouts:{line.file}:{line.reference}:apart"

        def close(uow: UnitOfWork) -> None:
            uow.close_payout(line, PayoutLineStep.SET_APART, by, at)

        await self._escrow.note(close, request=request)

    async def dropped(self, message: str, by: PersonId) -> int:
        """The bank did not take it: nothing of it is sent, and all may be in another file.

        Raises as `took`.
        """
        self._escrow.staff.needs(by, DeskRole.TREASURER)
        lines = [line for line in await self.of(message) if line.state is PayoutLineState.OPEN]
        at = self._escrow.now()

        def close(uow: UnitOfWork) -> None:
            for line in lines:
                uow.close_payout(line, PayoutLineStep.DROP, by, at)

        await self._escrow.note(close, request=f"payouts:{message}:dropped")
        return len(lines)


def _closing(line: PayoutLine, step: PayoutLineStep, by: PersonId, at: datetime) -> Form:
    """In the transaction of the command. What takes two moves nothing yet, and is taken back."""

    def close(uow: UnitOfWork, done: Executed) -> None:
        if any(isinstance(event, ApprovalAsked) for event in done.events):
            raise NotNow("payout-by-two")
        uow.close_payout(line, step, by, at)

    return close


def _account(to: str, kind: TransferKind, known: str) -> tuple[str, str]:
    """The IBAN and whose it is: of a payout on a line of its own, of a refund behind a name."""
    if kind is TransferKind.PAYOUT:
        first, _, holder = to.partition("\n")
        return iban_in(first), holder.strip() or known
    before, _, last = to.rpartition(",")
    return iban_in(last), before.strip() or known
