"""`holdfast init`: whose group it is, what an interrupted one keeps, and what is judged at once."""

from __future__ import annotations

import argparse
import io
import stat
from collections import deque
from pathlib import Path
from typing import Any

import pytest

from bot.cli import begun, init
from bot.cli.begun import Begun
from bot.cli.bot_api import RefusedError
from bot.cli.colleagues import COMMAND, Door, gather
from bot.cli.main import parser
from bot.cli.out import CannotError

Json = dict[str, Any]
ARAM, NOOR, MALLORY = (
    {"id": number, "is_bot": False, "first_name": name}
    for number, name in ((3, "Aram"), (4, "Noor"), (666, "Mallory"))
)
OURS, THEIRS, THIRD = -100, -200, -300
SEAT = {"status": "administrator", "can_manage_topics": True, "can_pin_messages": True}


class Telegram:
    """As far as setting up asks it."""

    base = "http://telegram"

    def __init__(self) -> None:
        self.token = ""
        self.updates: deque[Json] = deque()
        self.groups = {OURS: "Desk", THEIRS: "Desk", THIRD: "Desk"}
        self.seats: dict[int, Json] = {}
        self.said: list[Json] = []
        self.number = 0

    def comes(self, kind: str, **body: Any) -> None:
        self.number += 1
        self.updates.append({"update_id": self.number, kind: body})

    def taps(self, person: Json, link: str) -> None:
        chat = {"id": person["id"], "type": "private"}
        self.comes("message", chat=chat, text=f"/start {link}", **{"from": person})

    def writes(self, person: Json, group: int, text: str = "hi") -> None:
        chat = {"id": group, "type": "supergroup"}
        self.comes("message", chat=chat, text=text, **{"from": person})

    def adds(self, person: Json, group: int) -> None:
        self.comes("my_chat_member", chat={"id": group, "type": "supergroup"}, **{"from": person})

    async def call(  # noqa: C901 - a line a method of Telegram's
        self, method: str, *, wait: float = 0, **p: Any
    ) -> Any:
        del wait
        match method:
            case "getMe":
                return {"id": 7, "username": "desk_bot"}
            case "getWebhookInfo":
                return {}
            case "getUpdates":
                if p.get("timeout") and not self.updates:
                    raise KeyboardInterrupt
                return [self.updates.popleft()] if self.updates and p.get("timeout") else []
            case "getChat" if int(p["chat_id"]) in self.groups:
                number = int(p["chat_id"])
                return {"id": number, "title": self.groups[number], "is_forum": True}
            case "getChatMember":
                return self.seats.get(int(p["chat_id"]), SEAT)
            case "getChatMemberCount":
                return 5
            case "sendMessage":
                self.said.append(p)
                return {}
            case _:
                raise RefusedError(400, "Bad Request: chat not found")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


async def taken(telegram: Telegram, learnt: Begun, people: int = 1, **more: Any) -> int | None:
    """The group that an unattended init ends with; None where it would still wait."""
    api: Any = telegram
    asked = {"group": None, "ask": lambda _: "no", **more}
    try:
        return await gather(api, learnt, lambda: None, people=people, **asked)
    except KeyboardInterrupt:
        return None


async def test_the_group_is_the_one_where_a_colleague_is(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.adds(ARAM, OURS)
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.adds(MALLORY, THEIRS)
    telegram.writes(MALLORY, THEIRS)
    assert await taken(telegram, learnt) == OURS


async def test_a_strangers_group_of_the_same_name_is_never_taken(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.adds(MALLORY, THEIRS)
    telegram.writes(MALLORY, THEIRS, "/desk GUESS1")
    telegram.taps(MALLORY, "arbiter-guessed")
    assert await taken(telegram, learnt) is None
    assert learnt.people == {3}


async def test_of_two_groups_of_ours_the_one_with_the_code_is_taken(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["head"])
    telegram.writes(ARAM, OURS)
    telegram.writes(ARAM, THIRD)
    telegram.taps(NOOR, learnt.links["treasurer"])
    assert await taken(telegram, learnt, 2) is None
    telegram.writes(ARAM, THIRD, f"{COMMAND}@desk_bot {learnt.code}")
    assert await taken(telegram, learnt, 2) == THIRD


async def test_a_group_where_the_bot_already_is_is_found_by_its_code(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    telegram.writes(anonymous, OURS, f"{COMMAND} {learnt.code}")
    assert await taken(telegram, learnt) == OURS


async def test_a_group_where_the_bot_already_is_is_found_by_its_id(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    assert await taken(telegram, learnt, group=str(OURS)) == OURS
    with pytest.raises(CannotError, match="--group"):
        await taken(telegram, Begun(), group="-999")


async def test_a_group_that_the_bot_has_left_is_none(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.seats[OURS] = {"status": "left"}
    telegram.writes(ARAM, OURS)
    assert await taken(telegram, learnt) is None
    assert not learnt.groups


async def test_a_group_without_rights_waits_until_it_has_them(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.seats[OURS] = {"status": "member"}
    telegram.writes(ARAM, OURS)
    assert await taken(telegram, learnt) is None
    del telegram.seats[OURS]
    telegram.writes(ARAM, OURS)
    assert await taken(telegram, learnt) == OURS


async def test_a_group_that_became_a_supergroup_is_its_new_self(telegram: Telegram) -> None:
    learnt = Begun()
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.seats[OURS] = {"status": "member"}
    telegram.writes(ARAM, OURS)
    telegram.comes("message", chat={"id": OURS, "type": "group"}, migrate_to_chat_id=THIRD)
    telegram.writes(ARAM, THIRD)
    assert await taken(telegram, learnt) == THIRD
    assert set(learnt.groups) == {THIRD}


# what is kept


async def test_who_tapped_and_which_group_it_is_survive_an_interrupt(
    telegram: Telegram, tmp_path: Path
) -> None:
    config, learnt, api = tmp_path / "config.toml", Begun(tokens={"desk": "7:x"}, bot=7), telegram
    door: Any = Door(api, "desk_bot", learnt, lambda: begun.keep(config, learnt))  # type: ignore[arg-type]
    telegram.taps(ARAM, learnt.links["arbiter"])
    telegram.taps(NOOR, learnt.links["treasurer"])
    telegram.writes(ARAM, OURS)
    for _ in range(3):
        await door.listen()
    kept = begun.found(config)
    assert kept == learnt
    assert kept.names == {3: "Aram", 4: "Noor"}
    assert stat.S_IMODE(begun.path_beside(config).stat().st_mode) == 0o600
    telegram.taps(NOOR, kept.links["arbiter"])  # an old link still opens
    assert await taken(telegram, kept, 2) == OURS
    begun.forget(config)
    assert begun.found(config) is None


def test_where_nobody_came_nothing_is_kept(tmp_path: Path) -> None:
    begun.keep(tmp_path / "config.toml", Begun(tokens={"desk": "7:x"}))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"tokens": 3}', "\0"])
def test_what_cannot_be_read_is_begun_anew(tmp_path: Path, content: str) -> None:
    begun.path_beside(tmp_path / "config.toml").write_text(content)
    assert begun.found(tmp_path / "config.toml") is None


def test_another_bot_of_the_desk_begins_anew() -> None:
    learnt = Begun(bot=7, roles={"arbiter": [3], "head": [], "treasurer": []})
    same = init._of_this_bot(learnt, "1:a", "7:b")  # noqa: SLF001
    assert same.people == {3}
    other = init._of_this_bot(learnt, "1:a", "8:b")  # noqa: SLF001
    assert not other.people
    assert other.tokens == {"parties": "1:a", "desk": "8:b"}


# tokens and options


async def test_the_same_token_twice_is_asked_again(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["1:a", "7:b"])
    monkeypatch.setattr(init, "ask", lambda _: next(answers))
    api: Any = telegram
    await init._named(api, None, "the arbiters' bot", None, besides="1:a")  # noqa: SLF001
    assert api.token == "7:b"
    assert "both tokens are the same" in capsys.readouterr().out
    with pytest.raises(CannotError, match="both tokens are the same"):
        await init._named(api, "1:a", "the arbiters' bot", None, besides="1:a")  # noqa: SLF001


def options(*words: str) -> argparse.Namespace:
    return parser().parse_args(["init", *words])


GIVEN = ("--parties-token", "1:a", "--desk-token", "2:b", "--people", "2", "--name", "House")
BANK = "EUR;House;DE89370400440532013000"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--account", "EUR;House;DE00370400440532013000"), "--account"),
        (("--account", "EUR;House"), "--account"),
        (("--account", "XXX;House;123"), "--account"),
        (("--account", BANK, "--account", BANK), "twice"),
        (("--currencies", "USD", "--account", BANK), "not among --currencies USD"),
        (("--currencies", "EUR,XXX"), "--currencies"),
        (("--currencies", "JPY", "--about-50-usd", "JPY;much"), "--about-50-usd"),
        (("--currencies", "EUR,USD", "--account", BANK), "--account of USD"),
        (("--account", BANK), "--acknowledge-custody"),
        (("--website", "not a site"), "--website"),
        (("--people", "0"), "--people"),
        (("--name", ""), "--name"),
    ],
)
def test_a_wrong_option_is_told_before_anybody_is_asked_to_join(
    tmp_path: Path,
    words: tuple[str, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    config = ("--config", str(tmp_path / "config.toml"))
    with pytest.raises(CannotError, match=told):
        init.init(options(*GIVEN, *config, *words))
    assert capsys.readouterr().out == ""
