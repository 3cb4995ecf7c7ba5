"""The README's transcript: what two people read on the way to handed-in work.

python -m tests.story.transcript      prints it for the README
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.story.deals import (
    BINA,
    CARLOS,
    SUBMITTING,
    Step,
    play,
    presses,
    says,
)
from tests.story.driver import Playground, buttons

_TITLE: Final = "Logo for a café"
_MOST_LINES: Final = 12
_BEGIN: Final = (
    Step(says(BINA, "/new"), BINA, "[I'm the freelancer]"),
    Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]"),
    Step(says(BINA, _TITLE), BINA, "Describe the work"),
    Step(says(BINA, "A sign and a word mark."), BINA, "[Several milestones]"),
    Step(presses(BINA, "Several milestones"), BINA, "Milestone 1"),
    Step(says(BINA, "Drafts; 120 EUR; 5; three concepts"), BINA, "[That's all]"),
    Step(says(BINA, "Final files; 180; 10; SVG and PDF"), BINA, "[That's all]"),
    Step(presses(BINA, "That's all"), BINA, "[Create invite]"),
    Step(presses(BINA, "Create invite"), event="InviteCreated"),
    Step(lambda house: house.person(CARLOS).opens(house.person(BINA).link()), CARLOS, "[Accept]"),
)


@dataclass(frozen=True)
class Scene:
    """What is done, told in a line, and the message that somebody reads then."""

    told: str
    steps: tuple[Step, ...]
    reader: int
    words: str


SCENES: Final = (
    Scene("Carlos follows the link:", _BEGIN, CARLOS, "invites you as the client"),
    Scene(
        "Carlos presses [Accept]:",
        (Step(presses(CARLOS, "Accept"), event="InviteClaimed"),),
        CARLOS,
        "You accepted.",
    ),
    Scene(
        "Bina presses [Yes, it's them]; Carlos presses [Pay 120.00 EUR], [Yes, pay 120.00 EUR]:",
        (
            Step(presses(BINA, "Yes, it's them"), event="DealAgreed"),
            Step(presses(CARLOS, "Pay 120.00 EUR"), CARLOS, "[Yes, pay 120.00 EUR]"),
            Step(presses(CARLOS, "Yes, pay 120.00 EUR"), event="MilestoneFunded"),
        ),
        BINA,
        "You can start now.",
    ),
    Scene(
        "Bina hands it in; Carlos reads:",
        (
            *SUBMITTING[:2],
            Step(presses(BINA, "Done"), BINA, "[Yes, submit]"),
            Step(presses(BINA, "Yes, submit"), event="WorkSubmitted"),
        ),
        CARLOS,
        "submitted “Drafts”",
    ),
)


def transcript(house: Playground) -> str:
    """Play the scenes, and tell them."""
    return "\n\n".join("\n".join(_told(house, scene)) for scene in SCENES)


def _told(house: Playground, scene: Scene) -> Iterator[str]:
    play(house, scene.steps)
    phone = house.person(scene.reader).sees(scene.words)
    [*_, message] = (m for m in phone.messages() if scene.words in (m.get("text") or ""))
    yield scene.told
    lines = [line for line in message["text"].splitlines() if line.strip()]
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 2 : -1] = ["…"]
    yield from (f"  {line}" for line in lines)
    yield "  " + "  ".join(f"[{button['text']}]" for button in buttons(message))


def timeless(told: str) -> str:
    """The same without what is another each time: dates, the deal's number, the safety words."""
    told = re.sub(r"Deal [0-9A-Z]{8}", "Deal NUMBER", told)
    told = re.sub(r"\d{1,2} \w+(?: \d{4})?(?:, \d\d:\d\d)?", "DATE", told)
    return re.sub(r"(words where you met: ).*", r"\1WORDS", told)


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as made,
        Playground(Path(made) / "play") as playground,
    ):
        print(transcript(playground))  # noqa: T201 - for the README
