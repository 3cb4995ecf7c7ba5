"""Statements, evidence, questions, rulings."""

from core.disputing import rulings, steps
from core.disputing.clocks import ALARMS, CLOCKS, DEADLINES
from core.disputing.commands import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    HandOver,
    MakeStatement,
    OpenDispute,
    Recuse,
    Rule,
    TakeDispute,
    TakeOver,
)
from core.disputing.guards import could_rule, may_ask, may_rule
from core.disputing.notices import TELLS
from core.disputing.rulings import least_reasons, outcome_of

__all__ = [
    "ALARMS",
    "CLOCKS",
    "DEADLINES",
    "STEPS",
    "TELLS",
    "AnswerQuestion",
    "AskParty",
    "FileEvidence",
    "HandOver",
    "MakeStatement",
    "OpenDispute",
    "Recuse",
    "Rule",
    "TakeDispute",
    "TakeOver",
    "could_rule",
    "least_reasons",
    "may_ask",
    "may_rule",
    "outcome_of",
]

STEPS = (*steps.STEPS, *rulings.STEPS)
