"""What people do most, by buttons alone."""

from tests.bot.deals.world import World


async def funded(world: World, *parts: str, **terms: object) -> None:
    await world.agree(*parts, **terms)  # type: ignore[arg-type]
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    await world.deliver()


async def handed_in(world: World) -> None:
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()


async def asked_for_changes(world: World, *points: str) -> None:
    """Each a departure from the first criterion."""
    await world.carlos.press("Request changes")
    for point in points:
        await world.carlos.write(point)
    await world.carlos.press("Done")
    for _ in points:
        await world.carlos.press("Not what we agreed")
        await world.carlos.press("1. three concepts")
    await world.carlos.press("3 days")
    await world.carlos.press("Yes, send it")
    await world.deliver()
