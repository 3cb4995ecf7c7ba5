"""`holdfast …` with a minute that lasts seconds: the very program, for stories about silence."""

import bot.mail.fetching

bot.mail.fetching.LONG_POLL = 1  # type: ignore[misc]  # before anybody takes it from there
bot.mail.fetching.ANSWERED_WITHIN = 21  # type: ignore[misc]

import bot.running.web  # noqa: E402
import bot.wiring.hearing  # noqa: E402
from bot.cli.main import main  # noqa: E402

bot.running.web.DEAF = 4.0  # type: ignore[misc]
bot.wiring.hearing.DEAF_AFTER = 4.0  # type: ignore[misc]
bot.wiring.hearing.SURE_AFTER = 2.0  # type: ignore[misc]

if __name__ == "__main__":
    raise SystemExit(main())
