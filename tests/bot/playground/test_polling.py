"""How a bot gets its updates."""

import asyncio

from aiogram import Bot

from bot.playground import World

from .tools import Api, Play


async def test_updates_come_again_until_a_later_offset_confirms_them(
    api: Api, play: Play, bina: int
) -> None:
    await play.send(bina, 7001, "two")
    first = await api.updates()
    assert [u["message"]["text"] for u in first] == ["/start", "two"]
    assert await api.updates() == first
    assert await api.updates(offset=first[1]["update_id"]) == first[1:]
    assert await api.updates(offset=first[1]["update_id"] + 1) == []


async def test_update_ids_rise_by_one_and_each_bot_has_its_own(
    api: Api, desk_api: Api, play: Play, bina: int
) -> None:
    await play.send(bina, 7001, "two")
    await play.send(1003, 7002, "/start")
    numbers = [update["update_id"] for update in await api.updates()]
    assert numbers == list(range(numbers[0], numbers[0] + 2))
    assert [u["message"]["from"]["id"] for u in await desk_api.updates()] == [1003]


async def test_a_negative_offset_keeps_only_the_newest(api: Api, play: Play, bina: int) -> None:
    for text in ("two", "three"):
        await play.send(bina, 7001, text)
    assert [u["message"]["text"] for u in await api.updates(offset=-1)] == ["three"]
    assert [u["message"]["text"] for u in await api.updates()] == ["three"]


async def test_the_limit_gives_the_oldest_first(api: Api, play: Play, bina: int) -> None:
    await play.send(bina, 7001, "two")
    assert [u["message"]["text"] for u in await api.updates(limit=1)] == ["/start"]


async def test_a_long_poll_ends_when_something_arrives(parties: Bot, play: Play, bina: int) -> None:
    first = await parties.get_updates()
    poll = asyncio.create_task(parties.get_updates(offset=first[-1].update_id + 1, timeout=30))
    await play.send(bina, 7001, "now")
    found = await asyncio.wait_for(poll, 5)
    assert found[0].message is not None
    assert found[0].message.text == "now"


async def test_of_two_pollers_the_later_stays(api: Api, play: Play) -> None:
    polls = {asyncio.create_task(api.call("getUpdates", timeout=30)) for _ in range(2)}
    gone, left = await asyncio.wait(polls, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    answer = gone.pop().result()
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await play.send(1001, 7001, "/start")
    assert len((await asyncio.wait_for(left.pop(), 5))["result"]) == 1


async def test_a_webhook_closes_polling_until_it_is_deleted(api: Api, bina: int) -> None:
    assert await api.ok("setWebhook", url="https://example.org/hook", allowed_updates=["message"])
    assert (await api.call("getUpdates"))["error_code"] == 409
    about = await api.ok("getWebhookInfo")
    assert (about["url"], about["pending_update_count"]) == ("https://example.org/hook", 1)
    assert about["allowed_updates"] == ["message"]
    assert await api.ok("deleteWebhook", drop_pending_updates=True)
    assert await api.updates() == []
    assert bina


async def test_a_webhook_needs_https(api: Api) -> None:
    assert "HTTPS" in await api.no("setWebhook", url="http://example.org")


async def test_allowed_updates_leave_out_the_others_and_are_remembered(
    api: Api, play: Play, bina: int
) -> None:
    await api.updates(offset=-1, allowed_updates=["message"])
    await play.post("block", person=bina, bot=7001, blocked=True)
    await play.post("block", person=bina, bot=7001, blocked=False)
    await play.send(bina, 7001, "back")
    kinds = [set(update) - {"update_id"} for update in await api.updates()]
    assert kinds == [{"message"}, {"message"}]


async def test_what_nobody_fetches_for_a_day_is_forgotten(
    play: Play, api: Api, world: World
) -> None:
    await play.send(1001, 7001, "/start")
    yesterday = world.now() - 25 * 3600
    with world.store.change():
        for key, row in world.store.all("updates/7001").items():
            world.store.put("updates/7001", key, {**row, "at": yesterday})
    assert await api.updates() == []
