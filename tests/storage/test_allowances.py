"""Who is new, what they may have held, and what counts: on the fake and on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from core.allowing import AllowMore
from core.deal.allowance import Allowance
from core.deal.model import DealState
from core.deal.terms import Role
from core.drafting import SetMilestone, SetTitle
from core.escrow import Escrow
from core.people import MeetPerson
from core.values.errors import OverLimit
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy
from storage import queries as q
from storage.housekeeping import erase
from storage.store import SqlStore
from tests.kit.agreeing import InviteSecret, draft, invite
from tests.kit.fakes import START, FakeClock, FakeIds
from tests.kit.scene import CARLOS as CLIENT
from tests.kit.scene import DAY, STAFF, TESS, amount, words
from tests.storage.look import Look
from tests.storage.test_contract import ARAM, BINA, CARLOS, added, deal, do, terms, text


def allowed(person: PersonId, price: str, why: str = "they run a shop") -> Allowance:
    return Allowance(person, amount(price), ARAM, START, text(why))


async def test_completed_deals_are_counted_on_either_side(look: Look) -> None:
    await added(
        look,
        deal(DealId("DONE0001"), state=DealState.COMPLETED, invitee=CARLOS),
        deal(DealId("DONE0002"), state=DealState.COMPLETED, creator=CARLOS, invitee=BINA),
        deal(DealId("GONE0001"), state=DealState.CANCELLED, invitee=CARLOS),
        deal(DealId("ACTIVE01"), state=DealState.ACTIVE, invitee=ARAM),
    )
    people = (BINA, CARLOS, ARAM)
    assert await do(look, lambda uow: dict(uow.completed(people))) == {BINA: 2, CARLOS: 2}


async def test_one_pays_in_the_open_deals_in_which_they_are_the_client(look: Look) -> None:
    mine = replace(terms(), creator_role=Role.CLIENT)
    await added(
        look,
        deal(DealId("ACTIVE01"), state=DealState.ACTIVE, invitee=CARLOS),
        deal(DealId("INVITED1"), state=DealState.INVITED, creator=CARLOS, terms=mine),
        deal(DealId("DRAFT001"), creator=CARLOS, terms=mine),
        deal(DealId("WORKS001"), state=DealState.ACTIVE, creator=CARLOS, invitee=BINA),
        deal(DealId("DONE0001"), state=DealState.COMPLETED, invitee=CARLOS),
    )
    found = await do(look, lambda uow: [one.id for one in uow.paying(CARLOS)])
    assert found == ["ACTIVE01", "INVITED1"]


async def test_what_the_desk_allows_is_kept_by_person_and_currency_and_taken_back(
    look: Look,
) -> None:
    for one in (
        allowed(CARLOS, "600.00 EUR"),
        allowed(CARLOS, "700.00 USD"),
        allowed(BINA, "800.00 EUR"),
        allowed(CARLOS, "900.00 EUR", "and pay in time"),
    ):
        await do(look, lambda uow, one=one: uow.set_allowance(one))  # type: ignore[misc]
    found = await do(look, lambda uow: list(uow.allowances(CARLOS)))
    expected = [allowed(CARLOS, "900.00 EUR", "and pay in time"), allowed(CARLOS, "700.00 USD")]
    assert found == expected
    await do(look, lambda uow: uow.drop_allowance(CARLOS, "EUR"))
    assert await do(look, lambda uow: list(uow.allowances(CARLOS))) == expected[1:]
    assert len(await do(look, lambda uow: list(uow.allowances(BINA)))) == 1  # type: ignore[arg-type]


def house(store: SqlStore) -> Escrow:
    policy = Policy(quiet_hours=None, newcomer_limit={"EUR": 50000})
    return Escrow(store, FakeClock(), FakeIds(), policy, STAFF)


async def met(escrow: Escrow) -> None:
    for person in (CLIENT, TESS):
        await escrow.execute(
            MeetPerson(actor=person, name="C", username=None, locale="en", zone="UTC")
        )


async def test_why_is_read_as_it_was_written_until_who_wrote_it_is_forgotten(
    store: SqlStore,
) -> None:
    escrow = house(store)
    await met(escrow)
    said = words("they run a shop")
    await escrow.execute(
        AllowMore(actor=TESS, person=CLIENT, amount=amount("600.00 EUR"), words=said)
    )
    (kept,) = await store.read(lambda c: q.allowances_of(c, CLIENT))
    assert (kept.why.text, kept.why.salt, kept.by) == (said.text, said.salt, TESS)
    await store.run(lambda uow: uow.erase(TESS))
    (kept,) = await store.read(lambda c: q.allowances_of(c, CLIENT))
    assert (kept.why.text, kept.why.digest) == (None, said.digest)


async def test_of_who_is_forgotten_nothing_that_they_were_allowed_is_left(store: SqlStore) -> None:
    await store.run(lambda uow: uow.set_allowance(allowed(CARLOS, "600.00 EUR")))
    await store.run(lambda uow: erase(uow.connection, CARLOS))  # type: ignore[attr-defined]
    assert await store.read(lambda c: q.allowances_of(c, CARLOS)) == []


async def test_of_two_deals_at_once_that_do_not_fit_together_one_is_refused(
    store: SqlStore,
) -> None:
    escrow = house(store)
    await met(escrow)
    part = SetMilestone(1, words("Logo"), amount("300.00 EUR"), 5 * DAY, (words("SVG"),))

    async def drafted() -> DealId:
        edits = (SetTitle(words("Logo")), part)
        return await draft(escrow.execute, CLIENT, edits, "EUR", Role.CLIENT)

    drafts = [await drafted() for _ in range(3)]
    secrets = [InviteSecret(f"{n}" * 64, f"{n + 3}" * 64, f"n{n}") for n in range(1, 4)]
    came = await asyncio.gather(
        *(
            invite(escrow.execute, CLIENT, number, secret)
            for number, secret in zip(drafts, secrets, strict=True)
        ),
        return_exceptions=True,
    )
    refused = [no for no in came if isinstance(no, BaseException)]
    assert [type(no) for no in refused] == [OverLimit] * 2


async def test_an_amount_of_nothing_is_no_allowance(store: SqlStore) -> None:
    nothing = replace(allowed(CARLOS, "1.00 EUR"), amount=Money(0, "EUR"))
    with pytest.raises(IntegrityError):
        await store.run(lambda uow: uow.set_allowance(nothing))
