"""A deal that is done again has the words of the one before, and they stay their writers'."""

from __future__ import annotations

from sqlalchemy import select

from core.deal.model import Again
from core.drafting import StartDeal
from storage import tables as t
from storage.store import SqlStore
from tests.bench.road import Road, client, escrow_on, freelancer


async def test_words_that_are_said_once_more_stay_theirs_who_wrote_them(store: SqlStore) -> None:
    escrow = escrow_on(store)
    road = Road(escrow, 0)
    await road.meet()
    ended = await road.walk()
    begun = (await escrow.execute(StartDeal(actor=client(0), again=ended), request="again")).deal
    assert begun is not None
    of_it = select(t.words.c.author, t.words.c.text).where(t.words.c.deal == begun.id)
    rows = await store.read(lambda c: c.execute(of_it).all())
    assert {row.text for row in rows} >= {str(begun.terms.title)}
    assert {row.author for row in rows} == {freelancer(0)}
    kept = await store.run(lambda uow: uow.deal(begun.id))
    assert kept == begun
    assert kept is not None
    assert kept.again == Again(ended, freelancer(0))
