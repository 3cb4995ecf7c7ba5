"""The table of rights, walked through the desk's bot: person × button × place × chat."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from telegram import Update

from bot.buttons import Press
from bot.config import Settings
from bot.desk.app import DeskApplication, build_application
from bot.desk.kit.call import DeskApp
from bot.desk.kit.seats import Seats
from core.deal.model import Deal
from core.deal.step import Act
from core.values.ids import PersonId
from tests.bot.desk.group import BOT, GROUP, Group, Json, topic_fields
from tests.core.test_rights import CAST, Cast
from tests.kit.memory import MemoryEdge, MemoryReads, MemoryVault
from tests.kit.places import PLACES
from tests.kit.rights import DISPUTED, FUNDING, OVER, expected
from tests.kit.scene import BOTH, Scene, at_once, with_policy
from tests.kit.words import TEXTS

DATA = {
    Act.TAKE: ("take", ""),
    Act.RECUSE: ("recuse", ""),
    Act.ASK: ("ask", "client"),
    Act.RULE: ("rule", ""),
    Act.REJECT_CLAIM: ("no", ""),
}
"""The first tap of each act of the desk that a button of a topic or a card carries."""


def data_of(act: Act, deal: Deal) -> str:
    """As the button has it."""
    verb, arg = DATA[act]
    seen = deal.milestone(1).seen if act is Act.REJECT_CLAIM else None
    return Press(verb, deal.id, 1, seen, arg).pack()


WALKED = sorted((DISPUTED | FUNDING | OVER | {"submitted"}) & set(PLACES))
T = TEXTS.get("en", "UTC")
DANA = PersonId(1008)


class Desk:
    """The desk's bot around a deal that stands somewhere."""

    def __init__(self, name: str) -> None:
        self.scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
        self.group, self.number = Group(), 0
        store: Any = self.scene.store
        reads = MemoryReads(store, self.scene.escrow)
        edge = MemoryEdge()
        seats = Seats(edge, GROUP)
        self.app = DeskApp(
            self.scene.escrow, reads, edge, MemoryVault(), TEXTS, Settings(), GROUP, "en", seats
        )
        PLACES[name](self.scene)
        at_once(self.scene.escrow.sweep())  # or a press finds what is overdue done

    async def begin(self) -> None:
        self.application: DeskApplication = build_application(
            self.app,
            base_url="http://127.0.0.1:9/bot",
            base_file_url="http://127.0.0.1:9/file/bot",
            token=f"{BOT['id']}:desk",
            request=self.group,
        )
        await self.application.initialize()
        self.kept = self.scene.store.rows.copy()

    def stand_for(self, cast: Cast) -> None:
        """The desk as this person's row of the matrix has it, and the deal untouched."""
        rows = self.scene.store.rows = self.kept.copy()
        self.scene.escrow.staff = cast.staff
        deal = rows.deals[self.scene.deal_id]
        dispute, m = deal.dispute(1), deal.milestone(1)
        if dispute is not None and cast.conflict == "recused":
            deal = deal.with_dispute(replace(dispute, recused=(cast.person,)))
        if dispute is not None and cast.conflict == "deposit":
            deposits = tuple(replace(one, confirmed_by=cast.person) for one in m.deposits)
            deal = deal.with_milestone(replace(m, deposits=deposits))
        rows.deals[deal.id] = deal

    async def press(self, person: PersonId, data: str, chat: Json, thread: int | None) -> str:
        """What the press was answered with; each is answered once."""
        self.number += 1
        message = {"message_id": 7, "date": 1_767_614_400, "chat": chat, "from": BOT, "text": "x"}
        query = {
            "id": str(self.number),
            "from": {"id": person, "is_bot": False, "first_name": "Somebody"},
            "chat_instance": "1",
            "message": message | topic_fields(thread),
            "data": data,
        }
        before = len(self.group.answers)
        raw = {"update_id": self.number, "callback_query": query}
        await self.application.process_update(Update.de_json(raw, self.application.bot))
        [answer] = self.group.answers[before:]
        return str(answer.get("text") or "")

    def events(self) -> int:
        """What happened to the deal so far."""
        return len(self.scene.store.events(self.scene.deal_id))


SUPERGROUP = {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True}


def told(key: str | None) -> str | None:
    """What a refusal says at the desk."""
    return None if key is None else T.plain(f"refusal-{key}")


@pytest.mark.parametrize("name", WALKED)
async def test_each_button_is_allowed_or_refused_as_the_table_says(name: str) -> None:
    desk = Desk(name)
    await desk.begin()
    deal = desk.scene.deal
    for cast in CAST:
        if cast.conflict == "deals":
            continue  # needs another deal: see test_who
        for act in DATA:
            desk.stand_for(cast)
            standing = cast.standing(deal)
            cell = expected(act, standing, name, 1)
            data = data_of(act, deal)
            if cell == "not-heard":  # which names a date
                text = await desk.press(cast.person, data, SUPERGROUP, None)
                assert "still have time to answer" in text or "still has time" in text
                continue
            wanted = {told(cell)}
            if act is Act.REJECT_CLAIM and expected(Act.CONFIRM_DEPOSIT, standing, name, 1) is None:
                # What is not claimed any more is drawn anew.
                wanted = {None} if None in wanted else {T.plain("desk-old-button")}
            before = desk.events()
            text = await desk.press(cast.person, data, SUPERGROUP, None)
            refusals = wanted - {None}
            where = f"{cast.name}: {act} says {text!r}"
            if None in wanted:
                assert not text.startswith(("This is for", "That button is old")), where
                assert text not in refusals, where
            else:
                assert text in refusals, f"{where}, and not {refusals}"
                assert desk.events() == before, where


ELSEWHERE = ("another group", "a channel")
PRIVATE, GENERAL, OWN, OTHER, HELP = "private", "general", "the case's", "another's", "a help topic"


@pytest.mark.parametrize(
    "where", [PRIVATE, GENERAL, OWN, OTHER, HELP, "another group", "a channel"]
)
@pytest.mark.parametrize("gone", [False, True])
async def test_where_a_button_is_pressed_gives_nobody_a_right(where: str, gone: bool) -> None:
    for cast in CAST:
        if cast.conflict == "deals":
            continue
        desk = Desk("disputed")
        await desk.begin()
        desk.stand_for(cast)
        if gone:
            desk.group.seats[cast.person] = "left"
        chats = {
            PRIVATE: {"id": cast.person, "type": "private", "first_name": "x"},
            "another group": {"id": -1002, "type": "supergroup", "title": "Desk"},
            "a channel": {"id": -1003, "type": "channel", "title": "Desk"},
        }
        threads = {OWN: 101, OTHER: 102, HELP: 103}
        data = data_of(Act.TAKE, desk.scene.deal)
        text = await desk.press(cast.person, data, chats.get(where, SUPERGROUP), threads.get(where))
        wanted = expected(Act.TAKE, cast.standing(desk.scene.deal), "disputed", 1)
        if not cast.roles:
            assert text == T.plain("desk-for-arbiters")
        elif where in ELSEWHERE:
            assert text == T.plain("desk-old-button")
        elif gone:
            assert text == T.plain("refusal-not-in-the-group")
        elif wanted is not None:
            assert text == told(wanted)
        taken = desk.scene.case.arbiter == cast.person
        out = gone or where in ELSEWHERE
        assert taken is (wanted is None and not out), cast.name


WRITTEN = ("/queue", "/mine", "/case {deal}", "/person 1001", "/deposits", "/payouts", "/verify x")


@pytest.mark.parametrize("text", WRITTEN)
async def test_commands_tell_only_who_sits_in_the_group_and_never_a_side_its_own_case(
    text: str,
) -> None:
    desk = Desk("disputed")
    await desk.begin()
    for cast in CAST:
        for gone in (False, True):
            desk.stand_for(cast)
            desk.group.seats = {cast.person: "kicked"} if gone else {}
            desk.number += 1
            typed = text.format(deal=desk.scene.deal_id)
            command = {"type": "bot_command", "offset": 0, "length": len(typed.split()[0])}
            message = {
                "message_id": 10_000 + desk.number,
                "date": 1_767_614_400,
                "chat": SUPERGROUP,
                "from": {"id": cast.person, "is_bot": False, "first_name": "Somebody"},
                "text": typed,
                "entities": [command],
            }
            raw = {"update_id": desk.number, "message": message}
            before = set(desk.group.messages)
            await desk.application.process_update(Update.de_json(raw, desk.application.bot))
            shown = [m.text for n, m in desk.group.messages.items() if n not in before]
            own = text.startswith("/case") and cast.standing(desk.scene.deal).side is not None
            if not cast.roles:
                assert shown in ([], [T.plain("desk-for-arbiters")]), cast.name
            elif gone:
                assert shown == [T.plain("refusal-not-in-the-group")], cast.name
            elif own:
                assert shown == [T.plain("refusal-own-deal")], cast.name
            else:
                assert shown, cast.name
                assert not {T.plain("desk-for-arbiters"), told("own-deal")} & set(shown)
