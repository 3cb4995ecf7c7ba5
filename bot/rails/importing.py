"""A bank's statement against what is expected: read, matched, and booked line by line.

Each line is one command of its own, and what came of it is kept in the same transaction. So a
process that is killed goes on where it was, and the same line does nothing again, whoever sends it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from bot.config.rails import Account
from bot.rails.booking import RAIL, sends_of, what_of
from bot.reads import Edge, Reads
from bot.statements import BankStatement, Columns, heading_of, read, same_account
from core.deal.commands import Command
from core.deal.events import ApprovalAsked
from core.escrow import Escrow, Executed, Form
from core.paying import (
    ConfirmDeposit,
    HeldAgain,
    KeptLine,
    LineEnd,
    LineFound,
    Matcher,
    MilestoneFunded,
    ReturnTransfer,
    StatementLine,
    Target,
    Why,
    kept,
    plain,
    typed_reference,
)
from core.ports import UnitOfWork
from core.values.errors import BadInput, NotNow, Refusal
from core.values.ids import DESK, DealId, PersonId

T = TypeVar("T")
_LARGE: Final = 100_000
"""Bytes that are read at once."""
_MANY: Final = 300
"""Lines that are matched at once."""
_BOOKED: Final = frozenset(
    {
        "deposit-booked-before",
        "deposit-used-elsewhere",
        "transfer-not-sent",
        "transfer-sent",
        "transfer-not-on-its-way",
    }
)
_DOUBTS: Final = frozenset({Why.SEEN_BEFORE, Why.TYPED})
"""What may be in the books already is not put into suspense among many others."""
_NEWLY: Final = frozenset({Why.BY_HAND, Why.ASKED, Why.TYPED})
"""What a treasurer has to have read before the line goes into suspense."""


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
        return tuple(one for one in open_ if one.targets or _doubted(one))

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
        return [one for one in open_ if not one.targets and not _doubted(one)]

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
        """What it says, and what that is.

        Columns that are told are kept for every such table, but not whose it is: another account
        of the same bank has the same heading.

        Raises BadInput: as `bot.statements.read`, "statement-not-ours", "statement-no-account".
        """
        mark = heading_of(content)
        learnt = columns or Columns()
        before = None if mark is None else await self._edge.flag(_flag(mark))
        if before is not None:
            learnt = learnt.over(Columns.read(json.loads(before)).of_any)
        large, ours = len(content) > _LARGE, self._accounts
        told = await _beside(large, lambda: read(content, name, learnt, ours))
        statements = tuple(self._own(one) for one in told)
        if mark is not None and columns is not None:
            await self._edge.set_flag(_flag(mark), json.dumps(learnt.of_any.plain()))
        lines = [line for one in statements for line in one.lines]
        return Looked(statements, await self.again(lines))

    async def again(
        self, lines: Sequence[StatementLine], within: Collection[DealId] | None = None
    ) -> tuple[LineFound, ...]:
        """What they are as it stands now; of what they do not name, `within` these deals alone."""
        if not lines:
            return ()
        candidates = await self._reads.candidates(lines, within)
        return await _beside(len(lines) > _MANY, lambda: Matcher(candidates).all(lines))

    def _own(self, statement: BankStatement) -> BankStatement:
        """The same under the number that the configuration has, whatever its bank calls it."""
        if not self._accounts:
            raise BadInput("statement-no-account")
        told, ours = statement.account, self._accounts.get(statement.currency, "")
        if not ours or not same_account(told, ours):
            raise BadInput("statement-not-ours", account=told, currency=statement.currency)
        lines = tuple(replace(line, account=ours) for line in statement.lines)
        return replace(statement, account=ours, lines=lines)

    async def book(
        self, found: LineFound, target: Target | None, by: PersonId, *, request: str | None = None
    ) -> Came:
        """Do what it is: of no target, keep money that came in suspense, and list what went.

        It is looked at once more first: a colleague may have been there since.
        Raises Refusal: of the command; NotNow("line-changed") where it is not any more what was
        shown, "line-done" where something else came of it before, and as `what_of`.
        """
        line = found.line
        view = None if target is None else await self._reads.view(target.deal, DESK)
        end, command = what_of(found, target, by, None if view is None else view.deal)
        [now] = await self.again([line], [] if target is None else [target.deal])
        if now.done is end:
            return Came.DONE
        _as_shown(found, now, target)
        about_ = None if target is None else (target.deal, target.number)
        keep = _keeping(found, command, kept(line, end, by, self._escrow.now(), about_))
        if command is None:
            request = f"line:{line.external_id}"
            await self._escrow.note(lambda uow: keep(uow, Executed(None)), request=request)
            return Came.DONE
        deal = None if view is None else view.deal
        try:
            if (sends := sends_of(line, target, by, deal)) is not None:
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
    asked = replace(one, end=LineEnd.ASKED)

    def keep(uow: UnitOfWork, done: Executed) -> None:
        _not_since(uow, found, command)
        funded = any(isinstance(event, MilestoneFunded | HeldAgain) for event in done.events)
        waits = _waits(done)
        if exact and done.events and not funded and not waits:
            raise NotNow("line-changed", line=found.line.at)
        keeps = asked if waits else one
        before = None if uow.keep_line(keeps) else uow.kept_line(one.account, one.reference)
        if before is not None and before.end is not keeps.end:
            raise NotNow("line-done", line=found.line.at)

    return keep


def _not_since(uow: UnitOfWork, found: LineFound, command: Command | None) -> None:
    """Nobody has booked it since it was looked at, by hand or by a second yes.

    Raises NotNow: "line-done", "line-changed".
    """
    line = found.line
    if line.amount.minor <= 0:
        return
    if command is None and uow.posted(f"deposit:{RAIL}:{line.external_id}"):
        raise NotNow("line-done", line=line.at)
    typed = typed_reference(line)
    known = Why.TYPED in found.why or isinstance(command, ReturnTransfer)
    if typed and not known and uow.posted(f"deposit:{RAIL}:{typed}"):
        raise NotNow("line-changed", line=line.at)


def _doubted(found: LineFound) -> bool:
    """Whether money that came may be in the books already."""
    return found.line.amount.minor > 0 and bool(_DOUBTS & {*found.why})


def _as_shown(found: LineFound, now: LineFound, target: Target | None) -> None:
    """Raises NotNow: "line-done"; "line-changed" where anything speaks against it by now."""
    if now.done is not None:
        raise NotNow("line-done", line=found.line.at)
    new = {*now.why} - {*found.why} - {Why.SEEN_BEFORE}
    changed = bool(now.like - found.like)
    if target is None:
        changed = changed or bool(new & _NEWLY)
    else:
        unsure = found.sure and not now.sure and Why.SEEN_BEFORE not in now.why
        changed = changed or target not in now.targets or unsure or bool(new)
    if changed:
        raise NotNow("line-changed", line=found.line.at)


def _flag(mark: str) -> str:
    return f"columns:{mark}"
