"""What people write before anything was asked of them: the invite they were sent, or hello."""

from collections.abc import Callable

import pytest

from bot.texts.invites import InviteLinks, codes_in, is_code_alone, link_in
from core.values.ids import DealId
from tests.bot.parties.world import World, build
from tests.kit.phones import Person, plain

TOKEN = "AbCdEfGhIjKlMnOpQr_-12"
WAYS = [
    "https://t.me/holdfast_bot?start={}",
    "t.me/holdfast_bot?start={}",
    "HTTPS://T.ME/Holdfast_Bot?start={}",
    "http://telegram.me/holdfast_bot?start={}.",
    "https://telegram.dog/holdfast_bot/?start={}",
    "tg://resolve?domain=holdfast_bot&start={}",
    "look: (https://t.me/holdfast_bot?start={})!",
    "\u200fبیا اینجا: \u2068https://t.me/holdfast_bot?start={}\u2069، منتظرم",
    "https://t.me/holdfast_bot?utm=x&start={}",
    "https://t.me/holdfast_bot?\nstart={}",
    "<https://t.me/holdfast_bot?start={}>",
    "https://t.me/holdfast_bot?start={}\n\nOr type the code 7K3F-9QZM-2A4B",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_link_of_ours_is_found_wherever_it_stands(way: str) -> None:
    assert link_in(way.format(TOKEN), "holdfast_bot") == TOKEN


def test_a_link_that_a_line_broke_is_joined() -> None:
    for at in range(1, len(TOKEN)):
        wrapped = f"t.me/holdfast_bot?start={TOKEN[:at]}\n{TOKEN[at:]}\nSee you"
        assert link_in(wrapped, "holdfast_bot") == TOKEN


def test_a_link_of_another_bot_is_not_ours() -> None:
    assert link_in(f"https://t.me/other_bot?start={TOKEN}", "holdfast_bot") is None
    assert link_in("https://t.me/holdfast_bot", "holdfast_bot") is None


def test_a_link_to_a_deal_carries_the_deal() -> None:
    for behind in (".", " now", "\nSee you"):
        found = link_in(f"t.me/holdfast_bot?start=deal-7K3F9QZM{behind}", "holdfast_bot")
        assert found == "deal-7K3F9QZM"


@pytest.mark.parametrize(
    "typed",
    [
        "7K3F-9QZM-2A4B", "7k3f 9qzm 2a4b", "7K3F9QZM2A4B", "7K3F–9QZM–2A4B", "۷K۳F-۹QZM-۲A۴B",
        "my code: 7k3f-9qzm-2a4b!", "７Ｋ３Ｆ－９ＱＺＭ－２Ａ４Ｂ", "\u200e7K3F-9QZM-2A4B",
    ],
)  # fmt: skip
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert codes_in(typed) == ("7K3F9QZM2A4B",)


def test_a_new_code_is_told_from_words_by_its_digits() -> None:
    links = InviteLinks(b"k" * 32)
    for number in range(2000):
        small = links.new(DealId(f"{number:08}")).code.lower().replace("0", "o").replace("1", "l")
        assert is_code_alone(f"{small[:4]}-{small[4:8]}-{small[8:]}"), small


def test_words_are_no_code() -> None:
    for text in ("good morning dear", "2026 year that", "please call me back"):
        assert not is_code_alone(text)


@pytest.fixture
async def world() -> World:
    world = build()
    await world.invite()
    return world


def code(world: World) -> str:
    return world.code


def grouped(world: World) -> str:
    small = world.code.lower().replace("0", "o").replace("1", "l")
    return f"{small[:4]}-{small[4:8]}-{small[8:]}"


def link(world: World) -> str:
    return f"t.me/holdfast_bot?start={world.link}"


def whole(world: World) -> str:
    return plain(next(m.text for m in world.bina.chat if world.link in m.text))


@pytest.mark.parametrize("pasted", [code, grouped, link, whole])
async def test_the_first_words_of_one_invited_open_the_invite(
    world: World, pasted: Callable[[World], str]
) -> None:
    await world.carlos.write(pasted(world))
    assert "Accept" in world.carlos.newest.labels


@pytest.mark.parametrize("pasted", [code, grouped, link, whole])
async def test_the_question_for_the_code_takes_the_whole_invite_too(
    world: World, pasted: Callable[[World], str]
) -> None:
    await world.carlos.write("/start")
    await world.carlos.press("I have an invite")
    await world.carlos.write(pasted(world))
    assert "Accept" in world.carlos.newest.labels


async def test_an_invite_that_is_over_is_told_of_and_not_kept_as_loose_words(world: World) -> None:
    pasted = link(world)
    await world.bina.press("Withdraw")
    await world.bina.press("Withdraw")
    await world.carlos.write(pasted)
    over = world.app.texts.get("en")("refusal-invite-over", why="withdrawn")
    assert plain(world.carlos.newest.text) == plain(over)


async def test_codes_are_not_searched_for_by_writing_many(world: World) -> None:
    for number in range(12):
        await world.sam.write(f"7K3F-9QZM-{number:04d}")
    assert world.sam.sees("You can try again in 10 minutes")


def welcomed(person: Person) -> bool:
    return "I have an invite" in person.newest.labels


@pytest.mark.parametrize(
    "said", ["hi", "Hello!", "سلام", "سلام وقت بخیر", "start", "Start", "👋", "🙏🙏", "привет", "?"]
)
async def test_hello_gets_the_welcome(world: World, said: str) -> None:
    await world.carlos.write(said)
    assert welcomed(world.carlos)


async def test_what_says_something_is_kept_and_asked_about(world: World) -> None:
    await world.carlos.write("hello, my money has not arrived")
    assert world.carlos.sees("We kept your message")


@pytest.mark.parametrize(
    "said",
    ["/Start", "/START", "/START@Holdfast_Bot", "\u200f/start", " /start ", "/sTART@holdfast_bot "],
)
async def test_commands_are_read_without_case(world: World, said: str) -> None:
    await world.carlos.write(said)
    assert welcomed(world.carlos)


async def test_a_command_with_its_words_on_the_next_line_works(world: World) -> None:
    await world.carlos.write(f"/Start\n{world.link}")
    assert "Accept" in world.carlos.newest.labels


async def test_a_command_in_any_case_works_in_the_middle_of_a_form(world: World) -> None:
    await world.sam.write("/New")
    await world.sam.press("I'm the client")
    await world.sam.write("/Deals")
    assert world.deal.terms.title is None or str(world.deal.terms.title) != "/Deals"
    await world.sam.write("/Cancel")
    assert not world.sam.sees("Nothing is open")
