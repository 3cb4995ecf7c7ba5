"""Keyboards: what Telegram refuses in them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.playground.entities import is_start_payload
from bot.playground.errors import bad
from bot.playground.html_parse import valid_url

Json = dict[str, Any]

CALLBACK_DATA_BYTES = 64
_COPY_CHARACTERS = 256
_MOST_BUTTONS = 100
_KINDS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
    "copy_text", "callback_game", "pay", "disabled",
}  # fmt: skip
_STYLES = {"danger", "success", "primary"}


def inline_keyboard(markup: Json | None) -> Json | None:
    """The keyboard as it will be shown, without empty rows; None for one without buttons.

    ApiError for a bad one.
    """
    if markup is None:
        return None
    rows = [[_inline_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def split(markup: Json | None) -> tuple[Json | None, Json | None]:
    """A message's ``reply_markup`` as its inline keyboard, or else as what it is; one is None."""
    if markup is None or "inline_keyboard" in markup:
        return inline_keyboard(markup), None
    for row in markup.get("keyboard", []):
        for button in row:
            _named(button)
    return None, markup


def _inline_button(button: Json) -> Json:
    _named(button)
    kinds = _KINDS & button.keys()
    if not kinds:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(kinds) > 1:
        both = ", ".join(sorted(kinds))
        raise bad(
            "can't parse inline keyboard button: "
            f"exactly one of the optional fields is expected, not {both}"
        )
    if (
        "callback_data" in button
        and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_DATA_BYTES
    ):
        raise bad("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= _COPY_CHARACTERS:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "url" not in button:
        return button
    url = valid_url(button["url"])
    if url is None:
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if not _leads_somewhere(url):
        raise bad("START_PARAM_INVALID: a deep link carries 1 to 64 of A-Z, a-z, 0-9, _ and -")
    return button | {"url": url}


def _leads_somewhere(url: str) -> bool:
    """Telegram drops a start parameter that it does not take: the link would do nothing."""
    parts = urlsplit(url)
    if parts.hostname not in {"t.me", "telegram.me"}:
        return True
    given = parse_qs(parts.query, keep_blank_values=True)
    return all(is_start_payload(text) for text in given.get("start", []))


def _named(button: Json) -> None:
    if not button["text"].strip():
        raise bad('can\'t parse keyboard button: Field "text" must be non-empty')
    if button.get("style", "danger") not in _STYLES:
        raise bad("can't parse keyboard button: unknown style")
