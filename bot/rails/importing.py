"""A bank's statement against what is expected: read, matched, and booked line by line.

Each line is one command of its own, and what came of it is kept in the same transaction. So a
process that is killed goes on where it was, and the same line does nothing again, whoever sends it.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from bot.config.rails import Account
from bot.reads import Edge, Reads
from bot.statements import BankStatement, Columns, heading_of, read
from core.deal.commands import Command
from core.deal.events import ApprovalAsked
from core.deal.model import Deal, TransferState
from core.escrow import Escrow, Executed, Form
from core.paying import (
    BookSuspense,
    ConfirmDeposit,
    ConfirmTransfer,
    HeldAgain,
    KeptLine,
    LineEnd,
    LineFound,
    LineIs,
    Matcher,
    MilestoneFunded,
    ReturnTransfer,
    SayArrived,
    StatementLine,
    Target,
    Why,
    kept,
    plain,
)
from core.ports import UnitOfWork
from core.values.errors import BadInput, NotNow, Refusal
from core.values.ids import DESK, DealId, PersonId
from core.values.words import Words

T = TypeVar("T")
RAIL: Final = "manual"
_LARGE: Final = 100_000
"""Bytes that are read at once."""
_MANY: Final = 300
"""Lines that are matched at once."""
_SOURCE: Final = 300
_WORDS: Final = 300
_BOOKED: Final = frozenset(
    {
        "deposit-booked-before",
        "deposit-used-elsewhere",
        "transfer-not-sent",
        "transfer-sent",
        "transfer-not-on-its-way",
    }
)
_SHORTEST: Final = 6
"""Digits of a national number by which an IBAN is known that ends with it."""
_NO_DEAL: Final = frozenset({Why.AMOUNT_ALONE, Why.AMOUNT_AND_NAME, Why.TWO_DEALS, Why.CUT})
"""Where what is found is too little to tell the client of a deal that money is there."""


class Came(StrEnum):
    """What came of a line that was to be booked."""

    DONE = "done"
    ASKED = "asked"
    """It takes two, and waits for a second person."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file, and what each of its lines is."""

    statements: tuple[BankStatement, ...]
    findings: tuple[LineFound, ...]

    @property
    def pending(self) -> int:
        """Lines that are not booked by the bank yet."""
        return sum(one.pending for one in self.statements)

    @property
    def certain(self) -> tuple[LineFound, ...]:
        """What is booked by one confirmation."""
        return tuple(one for one in self.findings if one.done is None and one.sure)

    @property
    def likely(self) -> tuple[LineFound, ...]:
        """What is asked about, one by one."""
        open_ = (one for one in self.findings if one.done is None and not one.sure)
        return tuple(one for one in open_ if one.targets)

    @property
    def unknown(self) -> tuple[LineFound, ...]:
        """Money that came, for nothing that we know."""
        return tuple(one for one in self._else if one.line.amount.minor > 0)

    @property
    def listed(self) -> tuple[LineFound, ...]:
        """What went, or moved nothing: charges of the bank's, among others."""
        return tuple(one for one in self._else if one.line.amount.minor <= 0)

    @property
    def _else(self) -> list[LineFound]:
        open_ = (one for one in self.findings if one.done is None and not one.sure)
        return [one for one in open_ if not one.targets]

    @property
    def left(self) -> bool:
        """Whether anything of it is to be dealt with."""
        return any(one.done is None for one in self.findings)

    @property
    def done(self) -> tuple[LineFound, ...]:
        """What was dealt with before."""
        return tuple(one for one in self.findings if one.done is not None)


class Importing:
    """Statements of the house's accounts, by currency as the configuration has them."""

    def __init__(
        self, escrow: Escrow, reads: Reads, edge: Edge, accounts: Mapping[str, Account]
    ) -> None:
        """Everything that both bots and the command line have."""
        self._escrow = escrow
        self._reads = reads
        self._edge = edge
        self._accounts = {c: plain(one.iban or one.account) for c, one in accounts.items()}

    async def look(self, content: bytes, name: str = "", columns: Columns | None = None) -> Looked:
        """What it says, and what that is. Columns that are told are kept for every such table.

        Raises BadInput: as `bot.statements.read`, "statement-not-ours", "statement-no-account".
        """
        mark = heading_of(content)
        learnt = columns or Columns()
        before = None if mark is None else await self._edge.flag(_flag(mark))
        if before is not None:
            learnt = learnt.over(Columns.read(json.loads(before)))
        ours = self._ours()
        told = await _beside(len(content) > _LARGE, lambda: read(content, name, learnt.over(ours)))
        statements = tuple(self._own(one) for one in told)
        if mark is not None and columns is not None:
            await self._edge.set_flag(_flag(mark), json.dumps(learnt.plain()))
        lines = [line for one in statements for line in one.lines]
        return Looked(statements, await self.again(lines))

    async def again(self, lines: Sequence[StatementLine]) -> tuple[LineFound, ...]:
        """What they are as it stands now."""
        if not lines:
            return ()
        candidates = await self._reads.candidates(lines)
        return await _beside(len(lines) > _MANY, lambda: Matcher(candidates).all(lines))

    def _ours(self) -> Columns:
        """Of a table that does not say whose it is: the house's, where it has one account."""
        if len(self._accounts) != 1:
            return Columns()
        [(currency, account)] = self._accounts.items()
        return Columns(account=account, currency=currency)

    def _own(self, statement: BankStatement) -> BankStatement:
        """The same under the number that the configuration has, whatever its bank calls it."""
        if not self._accounts:
            raise BadInput("statement-no-account")
        told, ours = statement.account, self._accounts.get(statement.currency, "")
        long = len(told) >= _SHORTEST
        if not ours or not (told == ours or (long and ours.endswith(told.lstrip("0")))):
            raise BadInput("statement-not-ours", account=told, currency=statement.currency)
        lines = tuple(replace(line, account=ours) for line in statement.lines)
        return replace(statement, account=ours, lines=lines)

    async def book(
        self, found: LineFound, target: Target | None, by: PersonId, *, request: str | None = None
    ) -> Came:
        """Do what it is: of no target, keep money that came in suspense, and list what went.

        Raises Refusal: of the command; NotNow("line-changed") where what was certain is it no
        more, "line-done" where something else came of it before.
        """
        line = found.line
        view = None if target is None else await self._reads.view(target.deal, DESK)
        end, command = _what(found, target, by, None if view is None else view.deal)
        about_ = None if target is None else (target.deal, target.number)
        keep = _keeping(found, command, kept(line, end, by, self._escrow.now(), about_))
        if command is None:
            request = f"line:{line.external_id}"
            await self._escrow.note(lambda uow: keep(uow, Executed(None)), request=request)
            return Came.DONE
        deal = None if view is None else view.deal
        try:
            if (sends := _sends(line, target, by, deal)) is not None:
                before = None if request is None else f"{request}:sent"
                if _waits(await self._escrow.execute(sends, request=before)):
                    return Came.ASKED
            done = await self._escrow.execute(command, request=request, form=keep)
        except Refusal as no:
            if no.key == "approval-waits":
                return Came.ASKED
            if no.key in _BOOKED and (await self.again([line]))[0].done is end:
                return Came.DONE  # a colleague was first, or the tap before
            raise
        return Came.ASKED if _waits(done) else Came.DONE


async def _beside(large: bool, work: Callable[[], T]) -> T:  # noqa: FBT001 - how much it is
    """In a thread of its own, where it takes so long that others would wait for an answer."""
    return await asyncio.to_thread(work) if large else work()


def _waits(done: Executed) -> bool:
    return any(isinstance(event, ApprovalAsked) for event in done.events)


def _keeping(found: LineFound, command: Command | None, one: KeptLine) -> Form:
    """In the transaction of the command: it is kept, or all of it is taken back."""
    exact = found.sure and isinstance(command, ConfirmDeposit)

    def keep(uow: UnitOfWork, done: Executed) -> None:
        if _waits(done):
            return
        funded = any(isinstance(event, MilestoneFunded | HeldAgain) for event in done.events)
        if exact and done.events and not funded:
            raise NotNow("line-changed", line=found.line.at)
        before = None if uow.keep_line(one) else uow.kept_line(one.account, one.reference)
        if before is not None and before.end is not one.end:
            raise NotNow("line-done", line=found.line.at)

    return keep


def _what(
    found: LineFound, target: Target | None, by: PersonId, deal: Deal | None
) -> tuple[LineEnd, Command | None]:
    if target is not None:
        return _MAKES[target.is_](found.line, target, by, deal)
    if found.line.amount.minor > 0:
        return LineEnd.SUSPENSE, _suspense(found, by)
    return LineEnd.LISTED, None


_Made = tuple[LineEnd, Command | None]


def _deposit(line: StatementLine, target: Target, by: PersonId, _deal: Deal | None) -> _Made:
    return LineEnd.DEPOSIT, ConfirmDeposit(
        actor=by,
        deal=target.deal,
        milestone=target.number,
        amount=line.amount,
        rail=RAIL,
        external_id=line.external_id,
        source=source_of(line),
        value_on=line.value_on.isoformat(),
    )


def _double(_line: StatementLine, _target: Target, _by: PersonId, _deal: Deal | None) -> _Made:
    return LineEnd.DOUBLE, None


def _sent(line: StatementLine, target: Target, by: PersonId, deal: Deal | None) -> _Made:
    """What is on the statement has left us and is there; what arrived is not said again."""
    del line
    if deal is not None and deal.transfer(target.number).state is TransferState.CONFIRMED:
        return LineEnd.SENT, None
    return LineEnd.SENT, SayArrived(
        actor=by, deal=target.deal, transfer=target.number, returns=target.returns
    )


def _sends(
    line: StatementLine, target: Target | None, by: PersonId, deal: Deal | None
) -> ConfirmTransfer | None:
    """What is to be said before it can have arrived: of what nobody has said that they sent it."""
    if target is None or target.is_ is not LineIs.SENT or deal is None:
        return None
    if not deal.transfer(target.number).owed:
        return None
    return ConfirmTransfer(
        actor=by, deal=target.deal, transfer=target.number, external_id=line.external_id
    )


def _returned(line: StatementLine, target: Target, by: PersonId, _deal: Deal | None) -> _Made:
    said = (line.text or line.returned or line.bank_reference or "–")[:_WORDS]
    return LineEnd.RETURNED, ReturnTransfer(
        actor=by,
        deal=target.deal,
        transfer=target.number,
        returns=target.returns,
        words=Words.of(said, secrets.token_hex(16)),
    )


def _reversed(line: StatementLine, _target: Target, _by: PersonId, _deal: Deal | None) -> _Made:
    """A deposit that a bank takes back has a road of its own, with its reason and its clocks.

    Raises NotNow("line-reverses").
    """
    raise NotNow("line-reverses", line=line.at)


_Make = Callable[[StatementLine, Target, PersonId, Deal | None], _Made]
_MAKES: Final[Mapping[LineIs, _Make]] = MappingProxyType(
    {
        LineIs.DEPOSIT: _deposit,
        LineIs.DOUBLE: _double,
        LineIs.SENT: _sent,
        LineIs.RETURNED: _returned,
        LineIs.REVERSED: _reversed,
    }
)


def _flag(mark: str) -> str:
    return f"columns:{mark}"


def source_of(line: StatementLine) -> str:
    """Where a refund would go: who paid, and from which account."""
    told = ", ".join(filter(None, (line.name, line.number)))
    return (told or line.text or line.bank_reference or line.reference)[:_SOURCE]


def _suspense(found: LineFound, by: PersonId) -> BookSuspense:
    line = found.line
    return BookSuspense(
        actor=by,
        amount=line.amount,
        rail=RAIL,
        external_id=line.external_id,
        source=source_of(line),
        value_on=line.value_on.isoformat(),
        about=about(found),
    )


def about(found: LineFound) -> DealId | None:
    """The one deal that money seems meant for, whose client is told then."""
    deals = {target.deal for target in found.targets}
    return next(iter(deals)) if len(deals) == 1 and not _NO_DEAL & {*found.why} else None
