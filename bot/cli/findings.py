"""What a check of the doctor found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ended(StrEnum):
    """How a check ended."""

    FINE = "fine"
    NOTE = "note"
    """It works, and the operator should know."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was looked at, how it is, what to do about it."""

    check: str
    verdict: Ended
    told: str
    do: str = ""


def fine(check: str, told: str) -> Finding:
    """As it should be."""
    return Finding(check, Ended.FINE, told)


def note(check: str, told: str, do: str = "") -> Finding:
    """Worth knowing."""
    return Finding(check, Ended.NOTE, told, do)


def wrong(check: str, told: str, do: str) -> Finding:
    """To be put right."""
    return Finding(check, Ended.WRONG, told, do)
