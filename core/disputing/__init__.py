"""Statements, evidence, questions, rulings."""

from core.disputing import ending, rulings, steps
from core.disputing.clocks import ALARMS, CLOCKS, DEADLINES
from core.disputing.commands import (
    AcceptRuling,
    AnswerQuestion,
    AskParty,
    AskReview,
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
from core.disputing.ending import asked_of, gone_on
from core.disputing.guards import could_rule, may_ask, may_rule
from core.disputing.notices import TELLS
from core.disputing.rulings import least_reasons, outcome_of

__all__ = [
    "ALARMS",
    "CLOCKS",
    "DEADLINES",
    "STEPS",
    "TELLS",
    "AcceptRuling",
    "AnswerQuestion",
    "AskParty",
    "AskReview",
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
    "could_rule",
    "gone_on",
    "least_reasons",
    "may_ask",
    "may_rule",
    "outcome_of",
]

STEPS = (*steps.STEPS, *ending.STEPS, *rulings.STEPS)
