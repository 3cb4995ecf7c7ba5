"""What people can make grow has a bound: no table and no map of the program is forgotten."""

from __future__ import annotations

from storage import housekeeping
from storage.tables import metadata


def test_every_table_has_an_age_or_a_reason_to_be_kept() -> None:
    aged = {rule.table for rule in housekeeping.AGED}
    kept = set(housekeeping.KEPT)
    assert aged | kept == set(metadata.tables.values())
    assert not aged & kept


def test_every_reason_says_what_bounds_the_table() -> None:
    assert all(len(reason) > 10 for reason in housekeeping.KEPT.values())
