"""Every way that a deal's money can move: the arguments of `way-out` and `way-back`.

A text that says when money leaves a hold refers to these two and names no way of its own, so that
none is left out where a deal has one more.
"""

from __future__ import annotations

from core.deal.terms import Role, Rules
from core.values.policy import Policy


def way_out(rules: Rules | None, reader: Role | None) -> dict[str, object]:
    """How held money comes to the freelancer; without `rules` in any deal, which is to be said."""
    return {
        "reader": "anybody" if reader is None else reader.value,
        "silence": "either" if rules is None else rules.on_silence.value,
        "review": "" if rules is None else rules.review_window,
        "again": "" if rules is None else rules.review_window_after_revision,
    }


def way_back(rules: Rules, policy: Policy, reader: Role | None) -> dict[str, object]:
    """How held money comes back to the client."""
    return {
        "reader": "anybody" if reader is None else reader.value,
        "grace": rules.late_grace,
        "object": policy.late_notice,
        "granted": rules.cancel_fee_percent > 0,
        "percent": rules.cancel_fee_percent,
        "answer": policy.fee_notice,
        "idle": policy.dormant_after,
        "warning": policy.dormancy_notice,
    }
