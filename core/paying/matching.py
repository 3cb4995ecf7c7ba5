"""What a line of a bank's statement is for: certain, likely and why, or unknown.

Certain is what names one milestone that waits for exactly this money, or one transfer of exactly
this amount, and contradicts nothing that we know of who pays. All else a treasurer looks at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from core.deal.four_eyes import open_in
from core.deal.milestone import Milestone
from core.deal.model import Deal, Transfer, TransferState
from core.paying.codes import alike, codes_in, letters_of, numbers_in
from core.paying.finding import Candidates, LineFound, LineIs, Payee, Target, Why
from core.paying.lines import LineEnd, StatementLine, plain, typed_reference
from core.values.ids import ID_LENGTH, DealId
from core.values.money import Money

_CUT: Final = 6
"""Characters of a code that are left of it at the least, where a bank cut the words short."""
_TRANSFER: Final = re.compile(r"[^0-9A-Z]{0,3}T ?([0-9]{1,3})(?: ?R([0-9]{1,3}))?(?![0-9])")
_PAIR: Final = re.compile(r"-([0-9]{1,3})-([0-9]{1,3})")


class Matcher:
    """One file against what there is."""

    def __init__(self, candidates: Candidates) -> None:
        """Look it over once: lines are many."""
        self._of = candidates
        self._sorted = sorted(candidates.codes)
        self._claimed: dict[Money, list[tuple[Deal, Milestone]]] = {}
        self._owed: dict[Money, list[tuple[Deal, Transfer]]] = {}
        self._kept = {(one.account, one.reference): one.end for one in candidates.kept}
        self._likenesses: dict[str, set[str]] = {}
        for one in candidates.kept:
            self._likenesses.setdefault(one.likeness, set()).add(one.reference)
        self._linked = Counter(
            (one.deal, one.number, one.amount)
            for one in candidates.kept
            if one.end is LineEnd.DOUBLE
        )
        for deal in candidates.deals.values():
            for m in deal.milestones:
                if m.claim is not None and m.to_pay:
                    self._claimed.setdefault(m.missing, []).append((deal, m))
            for transfer in deal.transfers:
                if transfer.state is not TransferState.CONFIRMED:
                    self._owed.setdefault(transfer.amount, []).append((deal, transfer))

    def all(self, lines: Iterable[StatementLine]) -> tuple[LineFound, ...]:
        """Each of a file; of several that are certain to be the same thing, the first alone is."""
        taken: set[Target] = set()
        found, beside = [], dict[str, set[str]]()
        for line in lines:
            one = self.match(line)
            if one.sure and one.targets[0] in taken:
                one = replace(one, why=(Why.TWICE,), sure=False)
            taken |= set(one.targets) if one.sure else set()
            found.append(one)
            beside.setdefault(line.likeness, set()).add(line.reference)
        return tuple(
            replace(one, like=one.like | beside[one.line.likeness] - {one.line.reference})
            for one in found
        )

    def match(self, line: StatementLine) -> LineFound:
        """What it is."""
        done = self._done(line)
        if done is not None:
            return LineFound(line, done=done)
        if not line.amount:
            return LineFound(line, (), (Why.NOTHING,))
        found = self._came(line) if line.amount.minor > 0 else self._went(line)
        like = frozenset(self._likenesses.get(line.likeness, set()) - {line.reference})
        doubts = (*self._typed(line), *((Why.SEEN_BEFORE,) if like else ()))
        sure = found.sure and not doubts
        return replace(found, why=(*doubts, *found.why), sure=sure, like=like)

    def _done(self, line: StatementLine) -> LineEnd | None:
        """How it ended, or that its money is in the books under the bank's own reference."""
        before = self._kept.get((line.account, line.reference))
        if before is LineEnd.ASKED:
            before = None
        if before is not None or line.amount.minor <= 0:
            return before
        if line.external_id in self._of.booked:
            return LineEnd.DEPOSIT
        same = self._of.typed.get(typed_reference(line)) == line.amount
        return LineEnd.DOUBLE if same else None

    def _typed(self, line: StatementLine) -> tuple[Why, ...]:
        """Whether the books have the bank's own reference, and not as so much: `_done` is asked."""
        typed = typed_reference(line) if line.amount.minor > 0 else ""
        return (Why.TYPED,) if typed and typed in self._of.booked else ()

    # money that came

    def _came(self, line: StatementLine) -> LineFound:
        back = self._came_back(line)
        if back is not None:
            return back
        codes = self._codes(line)
        if not codes:
            return self._without_code(line)
        deals = {found: self._of.deals.get(DealId(found)) for found in codes}
        known = [deal for deal in deals.values() if deal is not None]
        if len(known) != 1:
            targets = tuple(t for deal in known for t in _waiting(deal, line.amount))
            return LineFound(line, targets, (Why.TWO_DEALS,) if known else (Why.NO_REFERENCE,))
        return self._of_deal(line, known[0], codes[str(known[0].id)])

    def _codes(self, line: StatementLine) -> dict[str, list[str]]:
        return codes_in((line.end_to_end, line.text), self._of.codes)

    def _came_back(self, line: StatementLine) -> LineFound | None:
        """A transfer of ours that is here again."""
        sent = self._named(line)
        if sent is not None:
            owner, transfer, returns = sent
            target = Target(LineIs.RETURNED, owner.id, transfer.number, transfer.returns)
            why = _why_not(line, transfer, returns)
            left = _left(transfer)
            return LineFound(line, (target,), why, sure=left and not why)
        if not line.returned:
            return None
        amount = line.amount
        targets = [
            Target(LineIs.RETURNED, deal.id, one.number, one.returns)
            for code in self._codes(line)
            if (deal := self._of.deals.get(DealId(code))) is not None
            for one in deal.transfers
            if one.amount == amount and _left(one)
        ]
        return LineFound(line, tuple(targets), (Why.RETURN_REASON,)) if targets else None

    def _named(self, line: StatementLine) -> tuple[Deal, Transfer, int] | None:
        """The transfer whose own reference it carries, and which sending of it that was."""
        for words in (line.end_to_end, line.text):
            for code, afters in codes_in((words,), self._of.codes).items():
                found = _TRANSFER.match(afters[0].upper())
                if found is None and words == line.end_to_end:
                    found = _PAIR.fullmatch(afters[0])
                deal = self._of.deals.get(DealId(code))
                if deal is None or found is None:
                    continue
                again = 0 if found[2] is None else int(found[2])
                if 0 < int(found[1]) <= len(deal.transfers):
                    return deal, deal.transfer(int(found[1])), again
        return None

    def _of_deal(self, line: StatementLine, deal: Deal, afters: Sequence[str]) -> LineFound:
        """One code: which milestone, and whether anything speaks against it."""
        numbers = numbers_in(afters, len(deal.milestones))
        if len(numbers) != 1:
            targets = _waiting(deal, line.amount)
            ended = () if targets else (_over(deal),)
            return LineFound(line, targets, (Why.NO_MILESTONE, *ended))
        m = deal.milestone(*numbers)
        if m.amount.currency != line.amount.currency:
            return LineFound(line, (), (Why.CURRENCY,))
        target = Target(LineIs.DEPOSIT, deal.id, m.number)
        twice = self._by_hand(line, deal, m)
        if not m.to_pay:
            return LineFound(line, (*twice, target), (*_hands(twice), _over(deal)))
        why = (*_hands(twice), *_asked(deal, m, line), *_against(line, m))
        return LineFound(line, (*twice, target), why, sure=not why)

    def _by_hand(self, line: StatementLine, deal: Deal, m: Milestone) -> tuple[Target, ...]:
        """Whether a treasurer has confirmed the same amount, and no line of a statement did."""
        by_hand = [
            one
            for one in m.deposits
            if one.amount == line.amount and not one.external_id.startswith(f"{line.account}/")
        ]
        if len(by_hand) > self._linked[deal.id, m.number, line.amount]:
            return (Target(LineIs.DOUBLE, deal.id, m.number),)
        return ()

    def _without_code(self, line: StatementLine) -> LineFound:
        """By how a code begins, or by what somebody says they paid."""
        begins = self.begins_of(line)
        cut = None if begins is None else self._of.deals.get(begins)
        if cut is not None:
            return LineFound(line, _waiting(cut, line.amount), (Why.CUT,))
        claimed = self._claimed.get(line.amount, [])
        named = [(d, m) for d, m in claimed if m.claim and alike(str(m.claim.payer), line.name)]
        chosen = named or claimed
        why = Why.AMOUNT_AND_NAME if named else Why.AMOUNT_ALONE
        targets = tuple(Target(LineIs.DEPOSIT, d.id, m.number) for d, m in chosen[:_MOST])
        return LineFound(line, targets, (why if targets else Why.NO_REFERENCE,))

    def begins_of(self, line: StatementLine) -> DealId | None:
        """The code that the words may end in the middle of, whether its deal is loaded or not."""
        letters = letters_of(line.text)[0]
        for length in range(ID_LENGTH - 1, _CUT - 1, -1):
            begins = letters[-length:]
            place = bisect_left(self._sorted, begins)
            fits = [one for one in self._sorted[place : place + 2] if one.startswith(begins)]
            if len(begins) == length and len(fits) == 1:
                return DealId(fits[0])
        return None

    # money that went

    def _went(self, line: StatementLine) -> LineFound:
        amount = Money(-line.amount.minor, line.amount.currency)
        sent = self._named(line)
        if sent is not None:
            owner, transfer, returns = sent
            target = Target(LineIs.SENT, owner.id, transfer.number, transfer.returns)
            why = _why_not(line, transfer, returns)
            return LineFound(line, (target,), why, sure=not why)
        codes = self._codes(line)
        if line.reverses:
            return self._taken_back(line, amount, codes)
        coded = [
            Target(LineIs.SENT, deal.id, one.number, one.returns)
            for code in codes
            if (deal := self._of.deals.get(DealId(code))) is not None
            for one in deal.transfers
            if one.amount == amount
        ]
        if coded:
            return LineFound(line, tuple(coded[:_MOST]), (Why.NO_MILESTONE,))
        return self._by_payee(line, amount)

    def _taken_back(
        self, line: StatementLine, amount: Money, codes: Mapping[str, object]
    ) -> LineFound:
        targets = [
            Target(LineIs.REVERSED, deal.id, m.number)
            for code in codes
            if (deal := self._of.deals.get(DealId(code))) is not None
            for m in deal.milestones
            if any(one.amount == amount for one in m.deposits)
        ]
        return LineFound(line, tuple(targets[:_MOST]), (Why.REVERSES,))

    def _by_payee(self, line: StatementLine, amount: Money) -> LineFound:
        owed = self._owed.get(amount, [])
        by_account, by_name = [], []
        for deal, transfer in owed:
            payee = self._of.payees.get((deal.id, transfer.number), Payee())
            target = Target(LineIs.SENT, deal.id, transfer.number, transfer.returns)
            if line.number and line.number in plain(payee.to):
                by_account.append(target)
            elif alike(payee.name, line.name) or alike(payee.to, line.name):
                by_name.append(target)
        if by_account:
            return LineFound(line, tuple(by_account[:_MOST]), (Why.AMOUNT_AND_ACCOUNT,))
        if by_name:
            return LineFound(line, tuple(by_name[:_MOST]), (Why.AMOUNT_AND_NAME,))
        return LineFound(line, (), (Why.NO_REFERENCE,))


_MOST: Final = 8
"""Things that one line is offered for."""


def _left(transfer: Transfer) -> bool:
    """Whether it has been sent."""
    return transfer.state not in (
        TransferState.PENDING,
        TransferState.FAILED,
        TransferState.RETURNED,
        TransferState.VOID,
    )


def _why_not(line: StatementLine, transfer: Transfer, returns: int) -> tuple[Why, ...]:
    other = abs(line.amount.minor) != transfer.amount.minor
    mixed = line.amount.currency != transfer.amount.currency
    why = [Why.OTHER_AMOUNT] if other or mixed else []
    why += [Why.VOID] if transfer.state is TransferState.VOID else []
    return (*why, *((Why.OLDER,) if returns != transfer.returns else ()))


def _waiting(deal: Deal, amount: Money) -> tuple[Target, ...]:
    """Its milestones that wait for money of this currency, first those that wait for just that."""
    parts = [m for m in deal.milestones if m.to_pay and m.amount.currency == amount.currency]
    parts.sort(key=lambda m: m.missing != amount)
    return tuple(Target(LineIs.DEPOSIT, deal.id, m.number) for m in parts[:_MOST])


def _over(deal: Deal) -> Why:
    return Why.DEAL_ENDED if deal.state.final else Why.NOT_WAITING


def _hands(twice: Sequence[Target]) -> tuple[Why, ...]:
    return (Why.BY_HAND,) if twice else ()


def _asked(deal: Deal, m: Milestone, line: StatementLine) -> tuple[Why, ...]:
    """Whether a colleague has asked for a second yes to money of this milestone."""
    for one in open_in(deal):
        if one.deposit is not None and one.deposit.milestone == m.number:
            same = one.deposit.external_id == line.external_id
            return () if same else (Why.ASKED,)
    return ()


def _against(line: StatementLine, m: Milestone) -> tuple[Why, ...]:
    """What does not fit, though the reference does."""
    why = []
    if line.amount != m.missing:
        why.append(Why.SHORT if line.amount < m.missing else Why.OVER)
    if line.of_batch:
        why.append(Why.BATCH)
    if line.reverses:
        why.append(Why.REVERSES)
    if line.returned:
        why.append(Why.RETURN_REASON)
    if m.claim is not None and line.name and not alike(str(m.claim.payer), line.name):
        why.append(Why.PAYER)
    return tuple(why)


def named_in(lines: Iterable[StatementLine], codes: frozenset[str]) -> frozenset[DealId]:
    """The deals that any of these may be about, so that they and no others are read."""
    matcher = Matcher(Candidates(codes, {}))
    found: set[DealId] = set()
    for line in lines:
        named = codes_in((line.end_to_end, line.text), codes)
        found |= {DealId(code) for code in named}
        if not named and (begins := matcher.begins_of(line)) is not None:
            found.add(begins)
    return frozenset(found)
