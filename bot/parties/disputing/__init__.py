"""Disputing: going to the arbiter, and what a side says there."""

from bot.parties.disputing import cases, challenging, decided, ending, evidence, stages

FORMS = (*cases.FORMS, *evidence.FORMS)
PRESSES = (
    *cases.PRESSES,
    *evidence.PRESSES,
    *stages.PRESSES,
    *ending.PRESSES,
    *decided.PRESSES,
    *challenging.PRESSES,
)

__all__ = ["FORMS", "PRESSES"]
