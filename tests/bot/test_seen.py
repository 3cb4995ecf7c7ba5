"""A view is made once for all who ask at about the same time, and never of anything older."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.wiring import seen
from bot.wiring.seen import A_MOMENT, MOST, Seen
from core.deal.context import Context, Facts, Staff
from core.values.ids import DealId, PersonId
from core.values.policy import Policy
from core.views import view_of
from tests.kit.fakes import START
from tests.storage.test_contract import ARAM, BINA, CARLOS, deal

TICK = timedelta(microseconds=1)
CTX = Context(START, Policy(), Staff())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry a view that was really made."""
    found: list[object] = []

    def making(*args: Any) -> object:
        found.append(args)
        return view_of(*args)

    monkeypatch.setattr(seen, "view_of", making)
    return found


def test_what_is_the_same_is_handed_on_with_the_instant_of_who_asks(made: list[object]) -> None:
    views, one = Seen(), deal()
    first = views.view(one, BINA, CTX)
    later = replace(CTX, now=START + A_MOMENT - TICK)
    assert views.view(one, BINA, later) == replace(first, now=later.now)
    assert len(made) == 1


OTHERWISE: dict[str, Callable[[Context], Context]] = {
    "a second later": lambda ctx: replace(ctx, now=START + A_MOMENT),
    "by a clock that was put back": lambda ctx: replace(ctx, now=START - TICK),
    "under other rules": lambda ctx: replace(ctx, policy=Policy(max_open_deals=3)),
    "with another desk": lambda ctx: replace(ctx, staff=Staff(frozenset({ARAM}))),
    "when more is known": lambda ctx: replace(ctx, facts=Facts(drafts=1)),
}


@pytest.mark.parametrize("how", OTHERWISE)
def test_what_may_differ_is_made_anew(made: list[object], how: str) -> None:
    views, one = Seen(), deal()
    views.view(one, BINA, CTX)
    ctx = OTHERWISE[how](CTX)
    assert views.view(one, BINA, ctx) == view_of(one, BINA, ctx)
    assert len(made) == 2


def test_another_reader_or_another_version_has_a_view_of_its_own(made: list[object]) -> None:
    views, one = Seen(), deal()
    assert views.view(one, BINA, CTX).viewer == BINA
    assert views.view(one, CARLOS, CTX).viewer == CARLOS
    two = replace(one, version=one.version + 1)
    assert views.view(two, BINA, CTX).deal is two
    assert len(made) == 3


def test_the_last_views_alone_are_kept(made: list[object]) -> None:
    views = Seen()
    deals = [deal(DealId(f"{number:08}")) for number in range(MOST + 1)]
    for each in deals:
        views.view(each, PersonId(BINA), CTX)
    views.view(deals[-1], BINA, CTX)
    assert len(made) == MOST + 1
    views.view(deals[0], BINA, CTX)
    assert len(made) == MOST + 2
