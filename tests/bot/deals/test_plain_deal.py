"""Of a deal that goes as planned nobody sees more than it needs, whatever else a deal can do.

The figures are those of before a deal could change its mind; *Rate* alone came, with the end.
"""

from collections.abc import Awaitable, Callable

from tests.bot.deals.acts import handed_in
from tests.bot.deals.world import World
from tests.kit.phones import Person, plain

Step = Callable[[World], Awaitable[object]]


async def agreed(world: World) -> None:
    await world.agree("120.00")


async def paid(world: World) -> None:
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    await world.deliver()


async def approved(world: World) -> None:
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()


_WORK = "Add to diary, More…, Agreement (PDF), Receipts, Get help"
SEEN: list[tuple[Step, tuple[int, int, str], tuple[int, int, str]]] = [
    (
        agreed,
        (1, 1, ""),
        (1, 14, "Pay 120.00 EUR, Safety phrase, More…, Agreement (PDF), Get help"),
    ),
    (paid, (2, 11, f"Submit work, {_WORK}"), (1, 9, f"Remind them, {_WORK}")),
    (
        handed_in,
        (3, 9, f"Remind them, Take it back, {_WORK}"),
        (3, 18, "Approve and release, Request changes, More…, The deal, Get help"),
    ),
    (
        approved,
        (4, 9, "Do it again, Receipt, More…, Rate, The deal, Get help"),
        (4, 6, "Do it again, Receipt, More…, Agreement (PDF), Rate, Get help"),
    ),
]
"""After each step what the freelancer and the client have: messages; lines and buttons of the
newest."""


def seen(person: Person) -> tuple[int, int, str]:
    newest = person.newest
    return len(person.chat), plain(newest.text).count("\n") + 1, ", ".join(newest.labels)


async def test_a_deal_without_trouble_shows_not_one_button_line_or_message_more(
    world: World,
) -> None:
    for step, freelancer, client in SEEN:
        await step(world)
        assert (seen(world.bina), seen(world.carlos)) == (freelancer, client), step.__name__
