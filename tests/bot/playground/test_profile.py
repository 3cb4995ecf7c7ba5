"""What a bot says of itself."""

import telegram
from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat, MenuButtonCommands

from .tools import GROUP, Api


async def test_commands_are_kept_by_scope_and_language(parties: Bot, bina: int) -> None:
    command = BotCommand(command="new", description="New deal")
    scope = BotCommandScopeChat(chat_id=bina)
    assert await parties.set_my_commands([command], scope, "fa")
    assert await parties.get_my_commands() == []
    assert [item.command for item in await parties.get_my_commands(scope, "fa")] == ["new"]
    assert await parties.delete_my_commands(scope, "fa")
    assert await parties.get_my_commands(scope, "fa") == []


async def test_a_command_is_32_small_letters_at_most(api: Api) -> None:
    for command in ("New", "x" * 33, "a-b"):
        commands = [{"command": command, "description": "x"}]
        assert (
            await api.no("setMyCommands", commands=commands) == "Bad Request: BOT_COMMAND_INVALID"
        )
    commands = [{"command": "x", "description": ""}]
    refusal = await api.no("setMyCommands", commands=commands)
    assert refusal == "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"


async def test_names_and_descriptions_fall_back_to_no_language(desk: telegram.Bot) -> None:
    await desk.set_my_description("Long", None)
    await desk.set_my_short_description("Short")
    await desk.set_my_short_description("کوتاه", language_code="fa")
    assert (await desk.get_my_description("fa")).description == "Long"
    assert (await desk.get_my_short_description("fa")).short_description == "کوتاه"
    assert (await desk.get_my_name()).name == "Holdfast Desk"
    await desk.set_my_name("Another")
    assert (await desk.get_my_name()).name == "Another"


async def test_a_description_has_a_length(api: Api) -> None:
    assert "too long" in await api.no("setMyDescription", description="x" * 513)
    assert "too long" in await api.no("setMyShortDescription", short_description="x" * 121)


async def test_the_menu_button_is_kept(parties: Bot) -> None:
    assert await parties.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await parties.get_chat_menu_button()).type == "commands"


async def test_a_chat_tells_about_itself(parties: Bot, desk: telegram.Bot, bina: int) -> None:
    chat = await parties.get_chat(bina)
    assert (chat.first_name, chat.username) == ("Bina", "bina")
    assert (await desk.get_chat(GROUP)).is_forum


async def test_somebody_who_never_started_is_no_chat(api: Api) -> None:
    assert await api.no("getChat", chat_id=1002) == "Bad Request: chat not found"


async def test_leaving_the_server_is_acknowledged(parties: Bot) -> None:
    assert await parties.log_out()
    assert await parties.close()
