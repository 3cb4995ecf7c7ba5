"""The only pipeline."""

from __future__ import annotations


class LostRace(Exception):  # noqa: N818
    """The deal's version is not what was loaded; the store runs the work again."""


class ReasonTaken(Exception):  # noqa: N818
    """The books have this reason with other postings: a bug, or a forged deposit."""
