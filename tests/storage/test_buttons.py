"""Messages with buttons that will be old one day: each loses them once, and live cards never."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from sqlalchemy import Connection

from core.ports import BUTTONS_OLD, Rank
from core.values.ids import DESK, DealId, PersonId
from storage.buttons import MOST, SqlButtons, StandingRow
from storage.edge import SqlEdge
from storage.engine import Database
from storage.housekeeping import erase
from storage.outbox import SqlOutbox
from storage.store import SqlStore
from tests.storage.test_contract import BINA, CARLOS, ONE, deal

T = TypeVar("T")
OTHER = DealId("00000000")


def stands(message: int, *presses: str, chat: int = BINA, of: DealId = ONE) -> StandingRow:
    return StandingRow(chat, message, of, presses or ("appr",))


def writes_of(database: Database) -> list[object]:
    """Each transaction that writes from now on."""
    wrote: list[object] = []
    write = database.write

    async def writing(work: Callable[[Connection], T]) -> T:
        wrote.append(work)
        return await write(work)

    database.write = writing  # type: ignore[method-assign]
    return wrote


@pytest.fixture
async def buttons(store: SqlStore) -> SqlButtons:
    await store.run(lambda uow: uow.add_deal(deal()))
    return SqlButtons(store.database, "parties")


async def test_what_stands_is_remembered_as_it_is_now(buttons: SqlButtons) -> None:
    await buttons.keep([stands(5, "appr", "chg"), stands(6), stands(7, chat=CARLOS)])
    await buttons.keep([stands(5, "sub"), StandingRow(BINA, 6, DealId(""), ())])
    assert await buttons.of([ONE]) == [stands(5, "sub"), stands(7, chat=CARLOS)]
    assert await buttons.of([OTHER]) == []
    assert await SqlButtons(buttons._database, "desk").of([ONE]) == []  # noqa: SLF001


async def test_of_several_that_lost_their_buttons_those_that_are_known_are_forgotten(
    buttons: SqlButtons,
) -> None:
    await buttons.keep([stands(5), stands(6), stands(6, chat=CARLOS), stands(7, chat=CARLOS)])
    bare = ((BINA, 4), (BINA, 6), (CARLOS, 5), (CARLOS, 7), (CARLOS, 8))
    await buttons.keep([StandingRow(chat, number, DealId(""), ()) for chat, number in bare])
    assert await buttons.of([ONE]) == [stands(5), stands(6, chat=CARLOS)]


async def test_what_never_had_such_buttons_costs_no_transaction(buttons: SqlButtons) -> None:
    wrote = writes_of(buttons._database)  # noqa: SLF001
    await buttons.keep([StandingRow(BINA, 5, DealId(""), ())])
    assert wrote == []


async def test_the_end_of_each_is_owed_once_and_not_if_it_became_another(
    store: SqlStore, buttons: SqlButtons
) -> None:
    await buttons.keep([stands(5), stands(6)])
    assert await buttons.owe([stands(5), stands(6)])
    assert not await buttons.owe([stands(5)])
    assert await buttons.of([ONE]) == []
    await buttons.keep([stands(6, "sub")])
    assert await buttons.owed(BINA, 5)
    assert not await buttons.owed(BINA, 6)
    [first] = await SqlOutbox(store.database, "parties").take((), 9)
    notice = first.notice
    assert (notice.to, notice.kind, notice.data["message"]) == (BINA, BUTTONS_OLD, 5)
    assert first.rank == Rank.LATER, "nobody waits for it"


async def test_the_desk_is_owed_those_of_its_group(store: SqlStore) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))
    buttons = SqlButtons(store.database, "desk")
    await buttons.keep([stands(5, chat=-100)])
    assert await buttons.owe(await buttons.of([ONE]), DESK)
    [owed] = await SqlOutbox(store.database, "desk").take((), 9)
    assert (owed.notice.to, owed.notice.data["message"]) == (DESK, 5)


async def test_the_live_card_is_not_among_them_once_there_is_an_agreement(
    store: SqlStore, buttons: SqlButtons
) -> None:
    await buttons.keep([stands(5), stands(9)])
    await SqlEdge(store.database).set_card(BINA, ONE, 9)
    found = [one.message for one in await buttons.of([ONE])]
    assert found == ([5, 9] if deal().agreement is None else [5])


async def test_a_message_that_is_the_live_card_already_costs_no_transaction(
    store: SqlStore, buttons: SqlButtons
) -> None:
    edge = SqlEdge(store.database)
    await edge.set_card(BINA, ONE, 5)
    wrote = writes_of(buttons._database)  # noqa: SLF001
    assert not await edge.set_card(BINA, ONE, 5)
    assert wrote == []
    assert await edge.set_card(BINA, ONE, 4), "an older one loses its buttons all the same"
    assert await edge.card(BINA, ONE) == 5


async def test_the_oldest_of_a_deal_in_a_chat_are_forgotten(buttons: SqlButtons) -> None:
    await buttons.keep([stands(number) for number in range(1, MOST + 6)])
    await buttons.keep([stands(1, chat=CARLOS)])
    found = await buttons.of([ONE])
    mine = [one.message for one in found if one.chat == BINA]
    assert mine == list(range(6, MOST + 6))
    assert [one.message for one in found if one.chat == CARLOS] == [1]


async def test_they_go_with_the_person(store: SqlStore, buttons: SqlButtons) -> None:
    await buttons.keep([stands(5), stands(5, chat=CARLOS)])
    await store.write(lambda connection: erase(connection, PersonId(BINA)))
    assert [one.chat for one in await buttons.of([ONE])] == [CARLOS]
