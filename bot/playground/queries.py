"""Questions that a person's tap asks a bot: presses, inline queries, checkouts.

Each is answered once, or never.
"""

import asyncio
import secrets
from typing import Any

from bot.playground.world import World

Json = dict[str, Any]
Question = dict[str, Any]

OPEN_SECONDS = {"press": 15 * 60, "inline": 15 * 60, "checkout": 10}


def ask(world: World, kind: str, bot: int, person: int, **about: object) -> Question:
    """Keep a question; its id is a long number, as Telegram's are."""
    number = str(secrets.randbits(62) | 1 << 61)
    question = {
        "id": number,
        "kind": kind,
        "bot": bot,
        "person": person,
        "at": world.now(),
        "answer": None,
    } | about
    world.store.put("questions", number, question)
    return question


def open_question(world: World, number: str) -> Question | None:
    """None when it never was, is answered or is too old."""
    found: Question | None = world.store.get("questions", number)
    if found is None or found["answer"] is not None:
        return None
    return found if world.now() - found["at"] < OPEN_SECONDS[found["kind"]] else None


def answer(world: World, question: Question, said: Json) -> None:
    """Keep the answer, and tell whoever waits for it."""
    world.store.put("questions", question["id"], question | {"answer": said})
    world.store.after(lambda: _tell(world, question["id"], said))


async def wait(world: World, number: str, seconds: float) -> Json | None:
    """The answer, or None when it does not come in time."""
    question = world.store.get("questions", number)
    if question["answer"] is not None:
        found: Json = question["answer"]
        return found
    future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
    world.waiting[number] = future
    try:
        return await asyncio.wait_for(future, seconds)
    except TimeoutError:
        return None
    finally:
        world.waiting.pop(number, None)


def _tell(world: World, number: str, said: Json) -> None:
    future = world.waiting.get(number)
    if future and not future.done():
        future.set_result(said)
