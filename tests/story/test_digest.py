"""What came without a sound, told with the next morning, through the program as people start it."""

import pytest

from tests.story.deals import AGREEING, BINA, CARLOS, PAYING, play
from tests.story.driver import ON_SQLITE, Playground

pytestmark = [pytest.mark.story, ON_SQLITE]
DAY = 24 * 3600.0


def test_a_message_is_told_once_more_in_the_morning_also_after_a_crash(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING))
    bina, carlos = house.person(BINA), house.person(CARLOS)
    bina.sees("[Submit work]")
    bina.says("Which blue do you like?").presses("Send to Carlos").sees("Sent to Carlos")
    carlos.sees("Which blue do you like?")
    house.kill()
    house.start()
    house.forward(DAY)
    carlos.sees("What came without a sound", "1 message")
    house.awaits("DigestTold")
    house.forward(DAY)
    assert house.events().count("DigestTold") == 1
    bina.says("And which red?").presses("Send to Carlos").sees("Sent to Carlos")
    house.forward(DAY)
    house.awaits("DigestTold", 2)
    bina.says("/settings").sees("Reminders: all", "Daily summary: on")
    bina.presses("Reminders").sees("[No daily summary]").presses("No daily summary")
    bina.sees("[Daily summary]")
    carlos.presses("Send to Bina").sees("Write to Bina")
    carlos.says("The dark one.").presses("Done")
    house.awaits("MessageSent", 3)
    bina.sees("The dark one.")
    house.forward(DAY)
    assert "What came without a sound" not in bina.screen
    bina.says("/settings").sees("[Export data]").presses("Export data")
    bina.sees("Here is what we keep about you")
    assert "<holdfast-data.zip>" in bina.screen
