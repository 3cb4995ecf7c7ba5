"""Lines of a bank's statement, as every kind of store keeps them: once, whatever is said later."""

from __future__ import annotations

from dataclasses import replace

from core.paying import KeptLine, LineEnd
from core.values.money import Money
from tests.kit.fakes import START
from tests.kit.scene import TESS
from tests.storage.look import Look
from tests.storage.test_contract import ONE, added, deal


def kept_before(reference: str, end: LineEnd = LineEnd.SUSPENSE) -> KeptLine:
    return KeptLine(
        account="DE1", reference=reference, amount=Money(-300, "EUR"), booked_on="2026-05-19",
        likeness="l", end=end, by=TESS, at=START,
    )  # fmt: skip


async def test_what_came_of_a_line_is_kept_once(look: Look) -> None:
    await added(look, deal())
    about = replace(kept_before("R1", LineEnd.SENT), deal=ONE, number=2)
    assert await look.store.run(lambda uow: uow.keep_line(about))
    assert not await look.store.run(lambda uow: uow.keep_line(kept_before("R1")))
    assert await look.store.run(lambda uow: uow.kept_line("DE1", "R1")) == about
    assert await look.store.run(lambda uow: uow.kept_line("DE2", "R1")) is None


async def test_the_same_reference_of_another_account_is_another_line(look: Look) -> None:
    other = replace(kept_before("R1"), account="DE2")
    assert await look.store.run(lambda uow: uow.keep_line(kept_before("R1")))
    assert await look.store.run(lambda uow: uow.keep_line(other))
    assert await look.store.run(lambda uow: uow.kept_line("DE2", "R1")) == other


async def test_what_was_asked_for_gives_way_to_what_came_of_it_and_to_that_alone(
    look: Look,
) -> None:
    asked, came = kept_before("R1", LineEnd.ASKED), kept_before("R1", LineEnd.DEPOSIT)
    assert await look.store.run(lambda uow: uow.keep_line(asked))
    assert await look.store.run(lambda uow: uow.keep_line(came))
    assert not await look.store.run(lambda uow: uow.keep_line(asked))
    assert await look.store.run(lambda uow: uow.kept_line("DE1", "R1")) == came
