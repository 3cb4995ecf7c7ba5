"""Answers to presses and to inline queries."""

from typing import Any

from bot.playground import keyboards
from bot.playground.entities import is_start_payload, text_of
from bot.playground.errors import bad
from bot.playground.methods.registry import ApiCall, method
from bot.playground.queries import Question, answer, open_question
from bot.playground.world import Spot

Json = dict[str, Any]

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_ANSWER_CHARACTERS = 200
_MOST_RESULTS = 50


def _asked(call: ApiCall, kind: str, number: str) -> Question:
    question = open_question(call.world, number)
    if question is None or question["kind"] != kind or question["bot"] != call.bot.id:
        raise bad(_TOO_OLD)
    return question


@method("answerCallbackQuery")
def answer_callback(call: ApiCall) -> bool:
    """Once, within 15 minutes."""
    question = _asked(call, "press", call.params["callback_query_id"])
    if len(call.params.get("text", "")) > _ANSWER_CHARACTERS:
        raise bad("MESSAGE_TOO_LONG")
    if "url" in call.params and not call.params["url"].startswith(
        f"https://t.me/{call.bot.username}?start="
    ):
        raise bad("URL_INVALID")
    said = {"text": call.params.get("text", ""), "show_alert": call.params.get("show_alert", False)}
    said |= {"url": call.params["url"]} if "url" in call.params else {}
    answer(call.world, question, said)
    call.world.tell(
        "answer",
        Spot.named(question["place"]),
        person=question["person"],
        query_id=question["id"],
        message_id=question["message"],
        answer=said,
    )
    return True


@method("answerInlineQuery")
def answer_inline(call: ApiCall) -> bool:
    """Up to 50 results, each with an id of its own."""
    question = _asked(call, "inline", call.params["inline_query_id"])
    results = call.params["results"]
    numbers = [result["id"] for result in results]
    if len(results) > _MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    if len(set(numbers)) != len(numbers):
        raise bad("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(number.encode()) <= keyboards.CALLBACK_DATA_BYTES for number in numbers):
        raise bad("RESULT_ID_INVALID")
    start = call.params.get("button", {}).get("start_parameter")
    if start is not None and not is_start_payload(start):
        raise bad("START_PARAM_INVALID")
    answer(
        call.world,
        question,
        {"results": [_result(result) for result in results], "button": call.params.get("button")},
    )
    return True


def _result(result: Json) -> Json:
    keyboards.inline_keyboard(result.get("reply_markup"))
    said = result.get("input_message_content", {})
    if "message_text" not in said:
        return result
    text, found = text_of(said["message_text"], said.get("parse_mode"), said.get("entities"))
    return result | {"input_message_content": {"message_text": text, "entities": found}}


@method("answerPreCheckoutQuery")
def answer_pre_checkout(call: ApiCall) -> bool:
    """Yes or no to a payment, within 10 seconds."""
    question = _asked(call, "checkout", call.params["pre_checkout_query_id"])
    if not call.params["ok"] and not call.params.get("error_message"):
        raise bad("error message must be non-empty")
    answer(
        call.world,
        question,
        {"ok": call.params["ok"], "error_message": call.params.get("error_message")},
    )
    return True
