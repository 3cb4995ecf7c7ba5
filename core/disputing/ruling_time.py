"""The desk's time for a ruling: it counts from when one can be made."""

from __future__ import annotations

from dataclasses import replace

from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.model import Deal
from core.deal.stage import Stage
from core.values.window import Window, window


def time_to_rule(deal: Deal, case: Dispute, ctx: Context) -> Window:
    """From when nobody is waited for any more."""
    waits = deal.unheard(case)
    begins = ctx.now if waits is None else max(ctx.now, waits.until)
    review = case.stage is Stage.REVIEWING
    length = ctx.policy.dispute_review if review else ctx.policy.dispute_ruling
    ends = window(begins, length, ctx.policy).ends_at
    return Window(ctx.now, ends)


def clocked(deal: Deal, before: Dispute, after: Dispute, ctx: Context) -> Dispute:
    """`after`, its time to rule counted anew where the ruling waits for others than before."""
    if not after.stage.taken or deal.unheard(before) == deal.unheard(after):
        return after
    return replace(after, desk_clock=time_to_rule(deal, after, ctx))
