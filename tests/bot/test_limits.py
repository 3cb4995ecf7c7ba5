"""How much one person may send, and from when on they may again."""

from bot.mail.limits import Limit, Verdict


def test_one_more_fits_as_soon_as_it_is_said() -> None:
    now = 1000.0
    limit = Limit(2, 600.0, lambda: now)
    assert limit.free_in(1) == 0
    limit.ask(1)
    now += 250
    limit.ask(1)
    assert limit.ask(1) is Verdict.TOO_MANY
    assert limit.free_in(1) == 360, "350 seconds, in whole minutes"
    assert limit.free_in(2) == 0
    now += 310
    assert limit.free_in(1) == 40
    now += 40
    assert limit.ask(1) is Verdict.FINE


def test_being_refused_makes_nobody_wait_longer() -> None:
    now = 0.0
    limit = Limit(1, clock=lambda: now)
    for _ in range(5):
        limit.ask(1)
        now += 10
    assert limit.free_in(1) == limit.seconds - 50
