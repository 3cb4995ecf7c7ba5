"""``python -m tests.story.crowd --port 0``: the playground with a larger desk than its own."""

import asyncio
from dataclasses import replace

from bot.playground import DEFAULT_CAST
from bot.playground.cast import Cast, Member, Resident
from bot.playground.server import start
from bot.playground.world import World

VERA, TESS, SOL = 1006, 1007, 1008
"""A third arbiter and two treasurers, beside Aram, Noor and Sam."""


def cast() -> Cast:
    """Who rules, who rules anew, and who says yes to either of them, with others for the money."""
    more = (
        Resident(VERA, "Vera", "Falk", "vera"),
        Resident(TESS, "Tess", "Kern", "tess"),
        Resident(SOL, "Sol", "Berg", "sol"),
    )
    [desk] = DEFAULT_CAST.groups
    group = replace(desk, members=(*desk.members, *(Member(one.id) for one in more)))
    return replace(DEFAULT_CAST, people=(*DEFAULT_CAST.people, *more), groups=(group,))


async def _serve() -> None:
    running = await start(World(cast()), port=0)
    print(f"Bot API and page: {running.url}", flush=True)  # noqa: T201 - the test reads it
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
