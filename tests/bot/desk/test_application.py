"""python-telegram-bot as the desk uses it: nothing is swallowed, nothing runs by itself."""

import pytest
from telegram import Update
from telegram.error import RetryAfter

from bot.mail.sending import TryAgain
from core.deal.stage import Stage
from tests.bot.desk.world import ARAM, World


async def test_what_a_handler_raises_comes_out_of_process_update(world: World) -> None:
    await world.dispute()
    press = world.press_of(ARAM, world.case, "Take")

    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    world.escrow.execute = broken  # type: ignore[method-assign,assignment]
    with pytest.raises(ZeroDivisionError):
        await world.update(callback_query=press)


async def test_trouble_with_telegram_comes_out_too_and_the_second_try_ends_it(world: World) -> None:
    await world.dispute()
    press = world.press_of(ARAM, world.case, "Take")
    world.group.refusals.append(("editMessageText", 502, {"description": "Bad Gateway"}))
    with pytest.raises(TryAgain):
        await world.update(callback_query=press)
    assert world.case_now.stage is Stage.TAKEN
    await world.again(501, callback_query=press)
    assert "Aram Vos has it" in world.case.text


async def test_a_flood_wait_comes_out_with_its_seconds(world: World) -> None:
    body = {"description": "Too Many Requests: retry after 9", "parameters": {"retry_after": 9}}
    world.group.refusals.append(("sendMessage", 429, body))
    with pytest.raises(RetryAfter):
        await world.write(ARAM, "/queue", None)


async def test_a_press_that_is_too_old_to_answer_is_still_done(world: World) -> None:
    await world.dispute()
    body = {"description": "Bad Request: query is too old and response timeout expired"}
    world.group.refusals.append(("answerCallbackQuery", 400, body))
    await world.update(callback_query=world.press_of(ARAM, world.case, "Take"))
    assert world.case_now.stage is Stage.TAKEN


async def test_each_press_is_answered_exactly_once(world: World) -> None:
    await world.dispute()
    await world.state()
    for label in ("Take", "Ask the client", "Back", "Rule…", "Release 300.00 EUR", "Back", "Back"):
        await world.press(ARAM, label)


async def test_without_styles_where_the_server_does_not_know_them(world: World) -> None:
    body = {"description": "Bad Request: can't parse inline keyboard button: unknown style"}
    await world.opened()
    await world.state()
    world.group.refusals.append(("editMessageText", 400, body))
    await world.call()
    assert world.case.labels == ["Take", "I know one of them", "Whole file"]
    assert "style" not in world.case.buttons[0][0]


async def test_buttons_have_styles_where_it_does(world: World) -> None:
    await world.dispute()
    assert world.case.buttons[0][0]["style"] == "success"


async def test_there_is_no_updater_and_no_second_scheduler(world: World) -> None:
    assert world.application.updater is None
    with pytest.warns(UserWarning, match="JobQueue"):
        assert world.application.job_queue is None


async def test_edits_channels_and_joins_are_no_ones_words(world: World) -> None:
    await world.dispute()
    before = len(world.group.calls)
    edited = world.words_of(ARAM, "Changed", world.thread)
    await world.update(edited_message=edited)
    joined = world.words_of(ARAM, "", world.thread)
    joined["new_chat_members"] = [joined["from"]]
    await world.update(message=joined)
    await world.application.process_update(
        Update.de_json({"update_id": 1, "poll": POLL}, world.application.bot)
    )
    assert len(world.group.calls) == before


POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
