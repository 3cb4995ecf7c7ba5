"""Statements, evidence, questions, rulings."""

from core.disputing import ending, having, rulings, stages, steps
from core.disputing.by_two import rule_of
from core.disputing.clocks import ALARMS, CLOCKS, DEADLINES
from core.disputing.commands import (
    AcceptRuling,
    AddNothing,
    AnswerQuestion,
    AskParty,
    AskReview,
    CallArbiter,
    ChallengeArbiter,
    Concede,
    FileEvidence,
    HandOver,
    MakeStatement,
    OpenDispute,
    Recuse,
    Rule,
    SendBack,
    TakeBackDispute,
    TakeDispute,
    TakeOver,
)
from core.disputing.ending import asked_of
from core.disputing.going_on import (
    MOST_ORDERED,
    can_go_on,
    gone_on,
    may_extend,
    may_order,
    order_takes,
    stands_after,
)
from core.disputing.guards import could_rule, may_approve_ruling, may_ask, may_rule
from core.disputing.notices import SILENT, TELLS
from core.disputing.rulings import RULE, least_reasons, outcome_of

__all__ = [
    "ALARMS",
    "CLOCKS",
    "DEADLINES",
    "MOST_ORDERED",
    "RULE",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptRuling",
    "AddNothing",
    "AnswerQuestion",
    "AskParty",
    "AskReview",
    "CallArbiter",
    "ChallengeArbiter",
    "Concede",
    "FileEvidence",
    "HandOver",
    "MakeStatement",
    "OpenDispute",
    "Recuse",
    "Rule",
    "SendBack",
    "TakeBackDispute",
    "TakeDispute",
    "TakeOver",
    "asked_of",
    "can_go_on",
    "could_rule",
    "gone_on",
    "least_reasons",
    "may_approve_ruling",
    "may_ask",
    "may_extend",
    "may_order",
    "may_rule",
    "order_takes",
    "outcome_of",
    "rule_of",
    "stands_after",
]

STEPS = (*steps.STEPS, *having.STEPS, *stages.STEPS, *ending.STEPS, *rulings.STEPS)
