"""The rules for people, from what decides: the table of steps, the ways of money, the figures.

rulebook(t, policy)     the sections, with this house's own figures
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.cards.kit.acts import LOOKS
from bot.cards.kit.ways import way_back, way_out
from bot.texts import Safe, Text
from core.deal.milestone import TABLE, State, Step
from core.deal.step import Act
from core.deal.terms import Rules
from core.values.policy import Policy


def _in(step: Step) -> tuple[State, ...]:
    return tuple(state for state in State if (state, step) in TABLE)


UNTOLD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "currencies": "chosen as a deal is drafted",
        "rails": "said where it is paid",
        "draft_idle": "about what nobody else has seen",
        "max_claimants": "a matter of the link",
        "max_versions": "said when it is reached",
        "min_review": "said where it is chosen",
        "on_silence": "said with the ways of money",
        "notice_retry": "a matter of Telegram",
        "desk_alarm": "the desk's own",
        "lift_yes": "the desk's own",
        "approval_wait": "the desk's own",
        "lift_alone": "the desk's own",
        "outage": "said when it happens",
        "reminders": "they say themselves what they are",
        "quiet_hours": "each window's end is said as an instant",
        "quiet_at_most": "of quiet hours",
        "quiet_from": "of quiet hours",
        "digest": "said where it is turned off",
        "conflict_lookback": "said where it is asked whether it is safe",
        "dispute_call": "said where the arbiter is called",
        "min_reasons": "the desk's own",
        "min_reasons_small": "the desk's own",
        "small_claim": "the desk's own",
        "four_eyes_threshold": "the desk's own",
        "max_deal": "said when it is reached",
        "newcomer_limit": "said when it is reached",
        "accounts": "said where it is paid",
        "max_drafts": "said when it is reached",
        "max_open_deals": "said when it is reached",
        "max_milestones": "said when it is reached",
        "max_criteria": "said when it is reached",
        "max_files": "said when it is reached",
    }
)
"""Figures of the house that the rules for people leave out, and why."""


_DISPUTED: Final = (State.DISPUTED,)
ALSO: Final[Mapping[Act, tuple[State, ...]]] = MappingProxyType(
    {
        Act.PAY: (State.FUNDING,),
        Act.SUBMIT: (State.CANCELLING,),
        Act.TAKE_BACK: (State.SUBMITTED,),
        Act.ASK_TIME: _in(Step.MORE_TIME),
        Act.GRANT_TIME: _in(Step.MORE_TIME),
        Act.WAIT_MATERIAL: _in(Step.PAUSE),
        Act.ASK_PAUSE: _in(Step.PAUSE),
        Act.GIVE_MATERIAL: (State.PAUSED,),
        Act.ALL_THERE: (State.PAUSED,),
        Act.RESUME: (State.PAUSED,),
        Act.PROPOSE_END: _in(Step.AGREED_SPLIT),
        Act.ANSWER: _DISPUTED,
        Act.STATE: _DISPUTED,
        Act.EVIDENCE: _DISPUTED,
        Act.CALL_ARBITER: _DISPUTED,
        Act.ADD_NOTHING: _DISPUTED,
        Act.TAKE_BACK_DISPUTE: _DISPUTED,
        Act.CONCEDE: _DISPUTED,
        Act.OFFER: _DISPUTED,
        Act.SEAL: _DISPUTED,
        Act.UNSEAL: _DISPUTED,
        Act.ACCEPT_RULING: _DISPUTED,
        Act.ASK_REVIEW: _DISPUTED,
        Act.CHALLENGE: _DISPUTED,
    }
)
"""Acts that are called otherwise than the step of the table, or that leave the state as it is.

A test compares with what is offered wherever a deal can stand.
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, and what stands below it."""

    title: Safe
    lines: tuple[Safe, ...]


def rulebook(t: Text, policy: Policy) -> tuple[Chapter, ...]:
    """What holds where a deal says nothing else."""
    rules = Rules.default(policy)
    ways = (
        t("rules-out", **way_out(None, None)),
        t("rules-back", **way_back(rules, policy, None)),
        t("rules-bank"),
        t("rules-law"),
    )
    return (
        Chapter(t("rules-money"), ways),
        Chapter(t("rules-steps"), _steps(t)),
        Chapter(t("rules-figures"), _figures(t, policy)),
    )


def _steps(t: Text) -> tuple[Safe, ...]:
    """Of each state that is not final what people can do in it."""
    return tuple(
        t("rules-step", when=t("why-when", state=state.value), steps=t.listed(_labels(acts, t)))
        for state in State
        if (acts := acts_in(state))
    )


def acts_in(state: State) -> list[Act]:
    """What either side may do with a milestone that stands so."""
    steps = {step.value for before, step in TABLE if before is state}
    return [act for act in LOOKS if act.value in steps or state in ALSO.get(act, ())]


def _labels(acts: list[Act], t: Text) -> list[str]:
    return [t.plain(f"button-{act.value}", amount="…", name="…", more="…").strip() for act in acts]


def _figures(t: Text, policy: Policy) -> tuple[Safe, ...]:
    told = [name for name in Policy.__dataclass_fields__ if name not in UNTOLD]
    return tuple(
        t("rules-figure", what=t(_key(name)), figure=_figure(name, getattr(policy, name), t))
        for name in told
        if t.has(_key(name))
    )


def _key(name: str) -> str:
    return f"rule-{name.replace('_', '-')}"


def _figure(name: str, value: object, t: Text) -> Safe:
    if isinstance(value, timedelta):
        return Safe(t.duration(value))
    number = value if isinstance(value, int) else 0
    return Safe(t.percent(number) if name == "fee_bps" else t.number(number))
