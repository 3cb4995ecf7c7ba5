"""*Export data*: everything of one's own, and nothing that others know alone."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_type_hints

import pytest

from bot.cards.export import LEFT_OUT, MOST_BYTES, TOLD, Mine, chosen, written, zipped
from bot.cards.people import settings_card
from bot.parties.people.exporting import gathered
from bot.reads import MoneyOverview
from core.amending import SealFigure
from core.deal.approval import Approval
from core.deal.deposit import Deposit
from core.deal.flag import FlagKind
from core.deal.model import Claim, Deal, Invite
from core.deal.reputation import Record
from core.paying import SetFlag
from core.people import RateDeal
from core.talking import Say, WriteDiary
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import FileRef, Words
from core.views import view_of
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import disputed
from tests.bot.deals.world import BINA, CARLOS, World, build, said
from tests.kit.phones import plain
from tests.kit.places import PLACES, place
from tests.kit.scene import ARAM, NOOR, TESS
from tests.kit.words import TEXTS


@pytest.fixture
async def world() -> World:
    return await build()


async def mine(world: World, person: PersonId) -> Mine:
    return await gathered(world.app, world.store.people[person])


def nouns(kind: Any) -> Iterator[type]:
    """Every dataclass that a deal is made of."""
    todo, known = [kind], set()
    while todo:
        one = todo.pop()
        if is_dataclass(one) and isinstance(one, type):
            if one in known:
                continue
            known.add(one)
            hints = get_type_hints(one)
            left = LEFT_OUT.get(one, {})
            todo += [hints[field.name] for field in fields(one) if field.name not in left]
        todo += getattr(one, "__args__", ())
    yield from known


def test_every_noun_of_a_deal_is_written_out_or_its_field_left_out_for_a_reason() -> None:
    own = {Words, FileRef, Money}
    assert {kind.__name__ for kind in {*nouns(Deal)} - TOLD - own} == set()


def test_what_is_left_out_is_there_to_be_left_out() -> None:
    for kind, left in LEFT_OUT.items():
        assert left.keys() <= {field.name for field in fields(kind)}, kind
    assert not {Invite, Claim, Approval} & TOLD


@pytest.mark.parametrize("name", PLACES)
def test_nobody_of_the_desk_and_no_stranger_is_named_in_any_place(name: str) -> None:
    at = place(name)
    for me in at.deal.parties:
        other = at.deal.other(me)
        view = view_of(at.deal, me, at.ctx)
        told = _told(Mine(at.scene.store.people[me], _nobody(), [view], {}, (), _no_money()))
        text = json.dumps(told)
        for person in (other, ARAM, NOOR, TESS):
            assert person is None or str(person) not in text
        assert "token_hash" not in text
        assert '"salt"' not in text


def _told(one: Mine) -> dict[str, object]:
    return written(one)[0]


def _nobody() -> Any:
    return Record(0, 0, 0, None, 0, 0, 0, 0)


def _no_money() -> Any:
    return MoneyOverview((), (), (), (), (), ())


async def test_all_that_was_said_and_done_is_in_it(world: World) -> None:
    await funded(world, "120.00")
    await world.do(Say(actor=BINA, deal=world.id, words=said("which blue?")))
    await world.do(WriteDiary(actor=BINA, deal=world.id, words=said("two drafts")))
    await handed_in(world)
    told, files = written(await mine(world, CARLOS))
    deals: Any = told["deals"]
    [deal] = deals
    assert (deal["id"], deal["you are"], deal["the other side"]) == (world.id, "client", "Bina")
    assert [(s["what"], s["by"], s["words"]) for s in deal["said"]] == [
        ("message", "the other side", "which blue?"),
        ("diary", "the other side", "two drafts"),
    ]
    [part] = deal["milestones"]
    assert (part["state"], part["held"]) == ("submitted", "120.00 EUR")
    assert part["deposits"][0]["amount"] == "120.00 EUR"
    assert deal["agreement"]["fingerprint"] == world.deal.agreement.fingerprint  # type: ignore[union-attr]
    assert {file.sha256 for file in files} == {
        file.sha256 for file in world.deal.milestone(1).submissions[0].files
    }


async def test_everything_that_somebody_wrote_is_in_theirs_alone(world: World) -> None:
    await funded(world, "120.00")
    await world.do(Say(actor=BINA, deal=world.id, words=said("which blue?")))
    theirs, others = await mine(world, BINA), await mine(world, CARLOS)
    assert (world.id, "which blue?") in theirs.written
    assert (world.id, "which blue?") not in others.written


async def test_a_bank_account_is_its_owners_alone(world: World) -> None:
    world = await build(manual=True)
    await world.agree("120.00")
    for deposit in ("source", "external_id"):
        assert deposit in {field.name for field in fields(_deposit(world))}
    milestone = replace(world.deal.milestone(1), deposits=(_deposit(world),))
    world.store.rows.deals[world.id] = world.deal.with_milestone(milestone)
    for person, sees in ((CARLOS, True), (BINA, False)):
        text = json.dumps(_told(await mine(world, person)))
        assert ("DE89 CARLOS" in text) is sees
        assert ("BANK-REF-1" in text) is sees


def _deposit(world: World) -> Any:
    amount = Money(12000, "EUR")
    return Deposit("BANK-REF-1", "manual", amount, world.clock.now(), "DE89 CARLOS", ARAM)


async def test_a_sealed_figure_is_in_the_export_of_who_said_it_alone(world: World) -> None:
    await disputed(world)
    part = world.deal.milestone(1)
    figure = Money(4711, "EUR")
    seal = SealFigure(
        actor=CARLOS, deal=world.id, milestone=1, seen=part.seen, figure=figure, held=part.held
    )
    await world.do(seal)
    assert "47.11 EUR" in json.dumps(_told(await mine(world, CARLOS)))
    assert "47.11" not in json.dumps(_told(await mine(world, BINA)))


async def test_why_a_deal_stands_still_tips_nobody_off(world: World) -> None:
    await funded(world, "120.00")
    for kind, told in ((FlagKind.FRAUD, False), (FlagKind.OPERATOR, True)):
        why = said(f"a matter of {kind.value} words")
        await world.do(SetFlag(actor=ARAM, deal=world.id, kind=kind, words=why))
        text = json.dumps(_told(await mine(world, CARLOS)))
        assert (f"{kind.value} words" in text) is told
        assert (f'"kind": "{kind.value}"' in text) is told


async def test_a_rating_is_its_writers_until_both_are_open(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    rate = RateDeal(actor=CARLOS, deal=world.id, stars=2, words=said("it came late"))
    await world.do(rate)
    assert "it came late" in json.dumps(_told(await mine(world, CARLOS)))
    assert "it came late" not in json.dumps(_told(await mine(world, BINA)))
    await world.do(RateDeal(actor=BINA, deal=world.id, stars=4))
    assert "it came late" in json.dumps(_told(await mine(world, BINA)))


async def test_the_button_gives_one_file_below_the_settings(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.write("/settings")
    settings = world.carlos.newest
    await world.carlos.press("Export data", settings)
    new = [shown for shown in world.carlos.chat if shown.id > settings.id]
    assert [shown.file for shown in new if shown.file] == ["holdfast-data.zip"]
    assert "Here is what we keep about you" in plain(new[-1].text)
    assert "too large" not in new[-1].text


async def test_a_fourth_export_of_a_day_waits(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.write("/settings")
    card = world.carlos.newest
    for _ in range(3):
        await world.carlos.press("Export data", card)
    before = len(world.carlos.chat)
    await world.carlos.press("Export data", card)
    assert len(world.carlos.chat) == before
    assert "3" in world.carlos.alert


def test_the_zip_holds_the_data_the_money_and_the_files_wherever_their_names_lead() -> None:
    at = place("completed")
    view = view_of(at.deal, CARLOS, at.ctx)
    one = Mine(at.scene.store.people[CARLOS], _nobody(), [view], {}, (), _no_money())
    evil = FileRef("ab" * 32, "../../etc/passwd\n", "text/plain", 3)
    lost = FileRef("cd" * 32, "film.mp4", "video/mp4", 3)
    content = zipped(one, _told(one), [(evil, b"abc")], [lost], TEXTS.get("en"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        assert names == {"data.json", "money.csv", f"files/{'ab' * 6}-_.._etc_passwd_"}
        data = json.loads(archive.read("data.json"))
    assert [file["name"] for file in data["files left out"]] == ["film.mp4"]
    assert data["person"]["telegram id"] == CARLOS


def test_what_a_bot_can_not_send_is_left_out_and_a_smaller_one_after_it_is_not() -> None:
    sizes = (MOST_BYTES - 10, 20, 5)
    files = [FileRef(f"{n:064}", f"{n}.bin", "x/y", size) for n, size in enumerate(sizes)]
    taken, left = chosen(files)
    assert [file.size for file in taken] == [MOST_BYTES - 10, 5]
    assert left == (files[1],)


def test_the_settings_still_fit_eight_buttons() -> None:
    at = place("completed")
    t = TEXTS.get("en")
    card = settings_card(at.scene.store.people[CARLOS], {"en": "English"}, "UTC", t, digests=True)
    assert sum(len(row) for row in card.rows) <= 8
