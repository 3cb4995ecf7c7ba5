"""The table of rights, walked through the parties' bot: person × button × place."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import Bot

from bot.buttons import Press
from bot.cards.kit.acts import LOOKS
from bot.cards.kit.proposals import ABOUT
from bot.config import Settings
from bot.parties.app import build_dispatcher
from bot.parties.kit.update import App
from bot.texts.invites import InviteLinks
from core.deal.context import Staff
from core.deal.proposal import OF_DEAL
from core.deal.step import Act
from core.people import MeetPerson
from core.values.ids import PersonId
from tests.core.test_rights import CAST
from tests.kit.memory import MemoryEdge, MemoryReads, MemoryVault
from tests.kit.phones import BOT_ID, Person, Phones
from tests.kit.places import DANA, PLACES
from tests.kit.rights import RULES, TERMS, expected
from tests.kit.scene import ARAM, BINA, BOTH, CARLOS, SAM, Scene, with_policy
from tests.kit.words import TEXTS

AFTER = sorted(set(PLACES) - TERMS)
"""Before the agreement there is no milestone that a button of a running deal could be about."""
PEOPLE = [cast for cast in CAST if not cast.conflict and cast.person in (BINA, CARLOS, SAM, DANA)]
PEOPLE += [cast for cast in CAST if cast.name == "arbiter"]
NAMES = {BINA: "Bina", CARLOS: "Carlos", SAM: "Sam", DANA: "Dana", ARAM: "Aram"}
LIMITS = {"messages_a_minute": 10**5, "presses_a_minute": 10**5}


class House:
    """The parties' bot around a deal that stands somewhere."""

    def __init__(self, name: str) -> None:
        self.scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
        store: Any = self.scene.store
        for person in (DANA, ARAM):
            self.scene.do(
                MeetPerson(actor=person, name="Who", username=None, locale="en", zone="UTC")
            )
        app = App(
            self.scene.escrow,
            MemoryReads(store, self.scene.escrow),
            MemoryEdge(),
            MemoryVault(),
            TEXTS,
            Settings.model_validate({"limits": LIMITS}),
            InviteLinks(b"k" * 32),
            "holdfast_bot",
        )
        self.phones = Phones()
        bot = Bot(f"{BOT_ID}:parties", session=self.phones)
        dispatcher = build_dispatcher(app)
        PLACES[name](self.scene)
        self.people = {
            person: Person(dispatcher, bot, self.phones, person, name)
            for person, name in (
                (BINA, "Bina"),
                (CARLOS, "Carlos"),
                (SAM, "Sam"),
                (DANA, "D"),
                (ARAM, "A"),
            )
        }

    async def press(self, person: PersonId, data: str) -> str:
        """What the press was answered with; each is answered once."""
        phone = self.people[person]
        if not phone.chat:
            await phone.write("/start")
        before = len(self.phones.answers)
        await phone.press_data(data, phone.newest)
        assert len(self.phones.answers) == before + 1, data
        return phone.alert


CHANGES = (Act.AMEND, Act.ACCEPT_CHANGE, Act.REJECT_CHANGE, Act.WITHDRAW_CHANGE)
OF_THE_DEAL = (Act.DIARY, Act.TALK, *CHANGES)
REFUSALS = {
    TEXTS.get("en", "UTC").plain(f"refusal-{key}", state=state)
    for key in ("stranger", "other-side", "wrong-state", "no-dispute", "diary-closed")
    for state in ("agreed", "completed")
}


@pytest.mark.parametrize("name", AFTER)
async def test_each_button_of_a_deal_is_taken_or_does_nothing_as_the_table_says(name: str) -> None:
    house = House(name)
    deal = house.scene.deal
    kept = house.scene.store.rows.copy()
    for cast in PEOPLE:
        for act in LOOKS:
            if act not in RULES:
                continue
            house.scene.store.rows = kept.copy()
            house.scene.escrow.staff = cast.staff
            on_deal = act in OF_THE_DEAL
            number = None if on_deal else 1
            seen = deal.seen if on_deal else deal.milestone(1).seen
            of = OF_DEAL if on_deal else 1
            waits = deal.open_proposal(of, ABOUT[act]) if act in ABOUT else None
            arg = "" if waits is None else str(waits.number)
            press = Press(act.value, deal.id, number, seen, arg)
            alert = await house.press(cast.person, press.pack())
            final = not on_deal and deal.milestone(1).state.final
            wanted = expected(act, cast.standing(deal), name, None if on_deal else 1)
            where = f"{cast.name}: {act} says {alert!r}, and the table {wanted}"
            if wanted is None and not final:
                assert alert not in REFUSALS, where
                assert "is old" not in alert, where
            else:
                assert alert, where
                assert house.scene.store.deals[deal.id] == kept.deals[deal.id], where
            if cast.standing(deal).side is None:
                assert not any("Logo" in shown.text for shown in house.people[cast.person].chat)


async def test_who_asks_for_help_knows_that_the_other_side_sits_at_the_desk() -> None:
    house = House("working")
    bina = house.people[BINA]
    await house.press(BINA, Press("help", house.scene.deal_id).pack())
    assert "is one of our team" not in bina.newest.text
    house.scene.escrow.staff = Staff(frozenset({CARLOS, ARAM}))
    house.scene.store.rows.forms.clear()
    await house.press(BINA, Press("help", house.scene.deal_id).pack())
    assert "Carlos is one of our team, and can read what you write here" in bina.newest.text
