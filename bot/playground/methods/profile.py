"""What a bot says of itself: name, descriptions, commands, menu."""

import json
import re
from typing import Any

from bot.playground.errors import bad
from bot.playground.methods.registry import METHODS, ApiCall, method

Json = dict[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_DESCRIPTION = range(1, 257)
_TEXTS = {
    "name": ("Name", 64),
    "description": ("Description", 512),
    "short_description": ("ShortDescription", 120),
}


@method("getMe")
def get_me(call: ApiCall) -> Json:
    """The bot itself."""
    return call.world.user(call.bot.id) | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all,
        "supports_inline_queries": call.bot.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
        "supports_join_request_queries": False,
    }


def _language(call: ApiCall) -> str:
    code: str = call.params.get("language_code", "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad("invalid language code specified")
    return code


def _scope(call: ApiCall) -> str:
    return json.dumps(call.params.get("scope", {"type": "default"}), sort_keys=True)


@method("setMyCommands")
def set_commands(call: ApiCall) -> bool:
    """The menu of commands, by scope and language."""
    commands = call.params["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    if not all(_COMMAND.fullmatch(item["command"].removeprefix("/")) for item in commands):
        raise bad("BOT_COMMAND_INVALID")
    if not all(len(item["description"]) in _DESCRIPTION for item in commands):
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    kept = [
        {"command": i["command"].removeprefix("/"), "description": i["description"]}
        for i in commands
    ]
    call.world.store.put(f"commands/{call.bot.id}", f"{_scope(call)} {_language(call)}", kept)
    call.world.tell("commands", None, bot=call.bot.id)
    return True


@method("getMyCommands")
def get_commands(call: ApiCall) -> list[Json]:
    """What was set for exactly this scope and language."""
    return (
        call.world.store.get(f"commands/{call.bot.id}", f"{_scope(call)} {_language(call)}") or []
    )


@method("deleteMyCommands")
def delete_commands(call: ApiCall) -> bool:
    """Take the menu back."""
    call.world.store.put(f"commands/{call.bot.id}", f"{_scope(call)} {_language(call)}", None)
    return True


def _offer(key: str, title: str, most: int) -> None:
    def set_text(call: ApiCall) -> bool:
        text = call.params.get(key, "")
        if len(text) > most:
            raise bad(f"{title} is too long: at most {most} characters")
        call.world.store.put(f"{key}/{call.bot.id}", _language(call), text or None)
        call.world.tell("commands", None, bot=call.bot.id)
        return True

    def get_text(call: ApiCall) -> Json:
        found = call.world.store.get(f"{key}/{call.bot.id}", _language(call))
        return {
            key: found
            or call.world.store.get(f"{key}/{call.bot.id}", "")
            or (call.bot.name if key == "name" else "")
        }

    METHODS[f"setMy{title}"] = set_text
    METHODS[f"getMy{title}"] = get_text


for _key, (_title, _most) in _TEXTS.items():
    _offer(_key, _title, _most)


@method("setChatMenuButton")
def set_menu_button(call: ApiCall) -> bool:
    """The button beside the text field, in one private chat or in all."""
    if "chat_id" in call.params:
        call.place()
    call.world.store.put(
        f"menu/{call.bot.id}", call.params.get("chat_id", ""), call.params.get("menu_button")
    )
    return True


@method("getChatMenuButton")
def get_menu_button(call: ApiCall) -> Json:
    """The button beside the text field."""
    table = f"menu/{call.bot.id}"
    found = call.world.store.get(table, call.params.get("chat_id", "")) or call.world.store.get(
        table, ""
    )
    return found or {"type": "commands"}


@method("logOut")
def log_out(call: ApiCall) -> bool:
    """Leave the cloud server; nothing changes here."""
    return call.bot is not None


@method("close")
def close(call: ApiCall) -> bool:
    """Close the bot before it moves to another server; nothing changes here."""
    return call.bot is not None
