"""What runs while money is waited for, or is owed to somebody outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.clocks import Clock, Deadline, MeetDeadline, On, alarm, of_milestone
from core.deal.context import Context
from core.deal.deposit import PaymentClaim
from core.deal.flag import FlagKind, HoldFlag
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.settle import Decision
from core.paying.reversing import unpaid
from core.paying.sending import ask_arrived
from core.paying.steps import drop_from, void_unfunded
from core.values.ids import DESK, SYSTEM
from core.values.policy import Policy
from core.values.window import DeadlineKind, Window


def _planned(on: On) -> list[Deadline]:
    """Its turn comes with the end of the one before; a clock runs where that was no release."""
    window = on.m.window
    return (
        [] if window is None else [on.act(DeadlineKind.DROP_REST, window.ends_at, on.deal.client)]
    )


def _funding(on: On) -> list[Deadline]:
    claim, window = on.m.claim, on.m.window
    if claim is not None:
        return _claimed(on, claim)
    if window is None:
        return []
    return [on.act(DeadlineKind.FUNDING_LAPSES, window.ends_at, on.deal.client)]


def _claimed(on: On, claim: PaymentClaim) -> list[Deadline]:
    due = claim.at + on.policy.deposit_check + claim.lost
    return [on.act(DeadlineKind.DEPOSIT_CHECK, due, DESK, claim.at)]


def outgoing(deal: Deal) -> list[Deadline]:
    """Until when what is owed is to be sent, and what was sent should be there.

    A desk that does not send is alarmed for ever. Of what was sent it has done its part, and
    whether it arrived others know: its receiver is asked once, and then it stands on the desk's
    lists, by its age, until somebody says what became of it.
    """
    found = []
    for one in deal.transfers:
        clock, kind, person = one.window, DeadlineKind.TRANSFER, DESK
        if one.on_its_way:
            if one.arrival is None or one.asked_at is not None or one.missed_at is not None:
                continue
            clock, kind, person = one.arrival, DeadlineKind.ARRIVAL, one.person
        elif not one.owed:
            continue
        key = f"{kind.value}:{one.number}"
        due, began = clock.ends_at, clock.opened_at
        found.append(Deadline(key, kind, due, one.milestone, person, began, due, one.number))
    return found


def flagged(deal: Deal, policy: Policy) -> list[Deadline]:
    """Of a deal that stands still: until when the desk is to have looked into each flag."""
    kind = DeadlineKind.HOLD_FLAG
    looked_into = [flag for flag in deal.standing if not _for_money(deal, flag)]
    paying = [one for m in deal.milestones for one in _once_more(deal, m, policy)]
    return paying + [
        Deadline(
            f"{kind.value}:{flag.number}",
            kind,
            flag.window.ends_at,
            None,
            DESK,
            flag.window.opened_at,
            flag.window.ends_at,
        )
        for flag in looked_into
    ]


def _for_money(deal: Deal, flag: HoldFlag) -> bool:
    """Whether it stands until the client has paid once more: nobody of the desk is to look."""
    return any(one.flag == flag.number and one.gone for one in deal.reversals)


def _once_more(deal: Deal, m: Milestone, policy: Policy) -> list[Deadline]:
    """Until when it is to be paid again; while another flag stands, nothing of it runs."""
    if m.state.final or any(flag.kind is not FlagKind.CHARGEBACK for flag in deal.standing):
        return []
    on = On(deal, m, policy)
    if m.claim is not None:
        return _claimed(on, m.claim) if m.again is not None else []
    if m.fund_by is None:
        return []
    due, begun = m.fund_by.ends_at, m.fund_by.opened_at
    return [on.act(DeadlineKind.FUND_AGAIN, due, deal.client, begun)]


def _lapses(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    """Part of it arrived: three more days, once. Otherwise it is void."""
    if m.waiting and m.window is not None and not m.window.extended:
        more = Window(
            m.window.opened_at, m.window.ends_at + ctx.policy.funding_grace, extended=True
        )
        return deal.with_milestone(replace(m, window=more)), ()
    return void_unfunded(deal, m, ctx, Step.FUNDING_LAPSES, SYSTEM)


def _not_paid_again(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    """Part of it arrived: three more days, once. Otherwise it is void."""
    clock = m.fund_by
    if m.waiting and clock is not None and not clock.extended:
        ends = clock.ends_at + ctx.policy.funding_grace
        more = Window(clock.opened_at, ends, extended=True)
        return deal.with_milestone(replace(m, fund_by=more)), ()
    return unpaid(deal, m, cmd, ctx)


def _dropped(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return drop_from(deal, m, ctx, SYSTEM)


DEADLINES: Final[Mapping[State, Callable[[On], list[Deadline]]]] = MappingProxyType(
    {State.PLANNED: _planned, State.FUNDING: _funding}
)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        DeadlineKind.FUNDING_LAPSES: of_milestone(_lapses),
        DeadlineKind.FUND_AGAIN: of_milestone(_not_paid_again),
        DeadlineKind.DROP_REST: of_milestone(_dropped),
        DeadlineKind.DEPOSIT_CHECK: alarm,
        DeadlineKind.TRANSFER: alarm,
        DeadlineKind.ARRIVAL: ask_arrived,
        DeadlineKind.HOLD_FLAG: alarm,
    }
)
ALARMS: Final = frozenset(
    {DeadlineKind.DEPOSIT_CHECK, DeadlineKind.TRANSFER, DeadlineKind.HOLD_FLAG}
)
