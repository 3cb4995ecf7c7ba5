"""The group: topics, rights, pins, who sees what."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram

from bot.playground import DEFAULT_CAST, Cast, Member, Running, Supergroup, World, start

from .tools import DESK, GROUP, PARTIES, Api, Play


async def test_a_topic_is_created_and_written_into(desk: telegram.Bot, play: Play) -> None:
    topic = await desk.create_forum_topic(GROUP, "⚖️ 7K3F9QZM · Logo")
    thread = topic.message_thread_id
    sent = await desk.send_message(GROUP, "Case file", message_thread_id=thread)
    assert sent.is_topic_message
    assert sent.message_thread_id == thread
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None
    chat = await play.chat(1003, GROUP)
    assert [(t["id"], t["name"], t["closed"]) for t in chat["topics"]] == [
        (thread, "⚖️ 7K3F9QZM · Logo", False)
    ]
    assert chat["messages"][-1]["thread_id"] == thread
    assert chat["messages"][-1]["reply_to"] is None


async def test_the_general_topic_has_no_number(desk_api: Api) -> None:
    refusal = await desk_api.no("sendMessage", chat_id=GROUP, text="x", message_thread_id=1)
    assert refusal == "Bad Request: message thread not found"
    sent = await desk_api.ok("sendMessage", chat_id=GROUP, text="x")
    assert "message_thread_id" not in sent
    assert await desk_api.ok("sendChatAction", chat_id=GROUP, action="typing", message_thread_id=1)


@pytest.mark.parametrize("name", ["", "  ", "x" * 129])
async def test_a_topics_name_has_1_to_128_characters(desk_api: Api, name: str) -> None:
    assert (await desk_api.call("createForumTopic", chat_id=GROUP, name=name))["error_code"] == 400


async def test_a_topic_is_renamed_closed_and_opened_again(desk_api: Api, play: Play) -> None:
    icons = await desk_api.ok("getForumTopicIconStickers")
    icon = next(item for item in icons if item["emoji"] == "✅")["custom_emoji_id"]
    topic = await desk_api.ok("createForumTopic", chat_id=GROUP, name="one")
    where = {"chat_id": GROUP, "message_thread_id": topic["message_thread_id"]}
    assert await desk_api.ok("editForumTopic", **where, name="two", icon_custom_emoji_id=icon)
    same = await desk_api.no("editForumTopic", **where, name="two")
    assert same == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await desk_api.ok("closeForumTopic", **where)
    assert await desk_api.no("closeForumTopic", **where) == "Bad Request: TOPIC_NOT_MODIFIED"
    shown = (await play.chat(1003, GROUP))["topics"][0]
    assert (shown["name"], shown["icon"], shown["closed"]) == ("two", "✅", True)
    body = {"person": 1004, "chat": GROUP, "text": "x", "thread_id": where["message_thread_id"]}
    await play.post("send", 403, **body)
    assert await desk_api.ok("reopenForumTopic", **where)
    await play.post("send", **body)
    kinds = [
        key
        for update in await desk_api.updates()
        for key in update["message"]
        if key.startswith("forum_topic_")
    ]
    assert kinds == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]


async def test_a_deleted_topic_takes_its_messages_along(desk_api: Api, play: Play) -> None:
    topic = await desk_api.ok("createForumTopic", chat_id=GROUP, name="one")
    thread = topic["message_thread_id"]
    await desk_api.ok("sendMessage", chat_id=GROUP, text="x", message_thread_id=thread)
    await play.post("topic", person=1003, chat=GROUP, action="delete", thread_id=thread)
    assert (await play.chat(1003, GROUP))["messages"] == []
    refusal = await desk_api.no("sendMessage", chat_id=GROUP, text="x", message_thread_id=thread)
    assert refusal == "Bad Request: message thread not found"
    gone = await desk_api.no("editForumTopic", chat_id=GROUP, message_thread_id=thread, name="y")
    assert gone == "Bad Request: TOPIC_ID_INVALID"


async def test_a_reply_stays_in_its_topic(desk_api: Api, play: Play) -> None:
    topic = await desk_api.ok("createForumTopic", chat_id=GROUP, name="one")
    thread = topic["message_thread_id"]
    number = await play.send(1003, GROUP, "Hm", thread_id=thread)
    reply = {"message_id": number}
    sent = await desk_api.ok("sendMessage", chat_id=GROUP, text="Yes?", reply_parameters=reply)
    assert sent["message_thread_id"] == thread
    assert sent["reply_to_message"]["message_id"] == number
    assert (await play.last(1003, GROUP))["reply_to"] == number


async def test_an_administrator_pins_and_unpins(desk: telegram.Bot, play: Play) -> None:
    numbers = [(await desk.send_message(GROUP, text)).message_id for text in ("one", "two")]
    for number in numbers:
        await desk.pin_chat_message(GROUP, number, disable_notification=True)
    chat = await play.chat(1003, GROUP)
    assert chat["pinned"] == numbers[::-1]
    assert chat["messages"][-1]["pinned_message"]["message_id"] == numbers[1]
    full = await desk.get_chat(GROUP)
    assert full.pinned_message is not None
    assert full.pinned_message.message_id == numbers[1]
    await desk.unpin_chat_message(GROUP, numbers[0])
    with pytest.raises(telegram.error.BadRequest):
        await desk.unpin_chat_message(GROUP, numbers[0])
    await desk.unpin_all_chat_messages(GROUP)
    assert (await play.chat(1003, GROUP))["pinned"] == []


async def test_who_is_in_the_group(desk: telegram.Bot) -> None:
    assert {a.user.id for a in await desk.get_chat_administrators(GROUP)} == {1003, 7002}
    assert (await desk.get_chat_member(GROUP, 1003)).status == "creator"
    assert (await desk.get_chat_member(GROUP, 1004)).status == "member"
    assert (await desk.get_chat_member(GROUP, 1005)).status == "member"
    assert (await desk.get_chat_member(GROUP, 1001)).status == "left"
    mine = await desk.get_chat_member(GROUP, 7002)
    assert isinstance(mine, telegram.ChatMemberAdministrator)
    assert mine.can_manage_topics
    assert await desk.get_chat_member_count(GROUP) == 4
    assert (await desk.export_chat_invite_link(GROUP)).startswith("https://t.me/+")


async def test_somebody_sees_the_group_only_once_inside(desk_api: Api, play: Play) -> None:
    await play.post("send", 403, person=1002, chat=GROUP, text="Hello")
    await play.post("member", person=1002, chat=GROUP, joined=True)
    await play.send(1002, GROUP, "Hello")
    joined, hello = (update["message"] for update in await desk_api.updates())
    assert [user["id"] for user in joined["new_chat_members"]] == [1002]
    assert hello["from"]["first_name"] == "Carlos"
    await play.post("member", person=1002, chat=GROUP, joined=False)
    await play.post("send", 403, person=1002, chat=GROUP, text="Still here?")


async def test_a_bot_learns_that_it_was_added_and_leaves_again(api: Api, play: Play) -> None:
    await play.post(
        "member", person=1003, who=7001, chat=GROUP, joined=True, status="administrator"
    )
    change = (await api.updates())[0]["my_chat_member"]
    assert change["old_chat_member"]["status"] == "left"
    assert change["new_chat_member"]["can_manage_topics"] is True
    assert await api.ok("leaveChat", chat_id=GROUP)
    assert (await api.call("getChat", chat_id=GROUP))["error_code"] == 403


async def test_messages_of_a_private_chat_and_of_the_group_have_their_own_numbers(
    desk_api: Api, play: Play
) -> None:
    assert await play.send(1003, 7002, "/start") == 1
    assert await play.send(1004, 7002, "/start") == 2
    assert await play.send(1003, GROUP, "x") == 2
    assert (await desk_api.ok("sendMessage", chat_id=GROUP, text="y"))["message_id"] == 3


@pytest.fixture
async def shared() -> AsyncIterator[Running]:
    """A plain group with both bots: one an ordinary member, the other an administrator."""
    members = (Member(1003, "creator"), Member(7001), Member(7002, "administrator", frozenset()))
    group = Supergroup(-1007, "Plain", is_forum=False, members=members)
    cast = Cast(DEFAULT_CAST.people, DEFAULT_CAST.bots, (group,))
    running = await start(World(cast), port=0)
    yield running
    await running.close()


async def test_bots_never_see_one_another_and_privacy_hides_talk(shared: Running) -> None:
    async with aiohttp.ClientSession(shared.url) as http:
        play, member, admin = Play(http), Api(http, PARTIES), Api(http, DESK)
        number = (await member.ok("sendMessage", chat_id=-1007, text="I am a bot"))["message_id"]
        for text in ("talk", "/help", "/help@holdfast_desk_bot", "hello @holdfast_bot"):
            await play.send(1003, -1007, text)
        await play.send(1003, -1007, "an answer", reply_to=number)
        seen = {
            bot.token: [update["message"]["text"] for update in await bot.updates()]
            for bot in (member, admin)
        }
        assert seen[PARTIES] == ["/help", "hello @holdfast_bot", "an answer"]
        assert len(seen[DESK]) == 5
        refused = {
            "createForumTopic": {"name": "x"},
            "pinChatMessage": {"message_id": number},
            "exportChatInviteLink": {},
        }
        answers = [await admin.no(m, chat_id=-1007, **p) for m, p in refused.items()]
        assert answers == [
            "Bad Request: the chat is not a forum",
            "Bad Request: not enough rights to manage pinned messages in the chat",
            "Bad Request: not enough rights to manage chat invite link",
        ]
        foreign = await admin.no("deleteMessage", chat_id=-1007, message_id=number)
        assert foreign == "Bad Request: message can't be deleted for everyone"
