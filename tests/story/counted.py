"""The simplest deal, counted: what each side presses and writes, and what it receives.

    python -m tests.story.counted

prints the table of docs/counted.md.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.story.deals import AGREEING, APPROVING, BINA, CARLOS, Step, play, presses, says, sends
from tests.story.driver import PARTIES, Playground

SIDES: Final = {BINA: "freelancer", CARLOS: "client"}
BEGIN: Final = (
    (BINA, Step(says(BINA, "/start"), BINA, "[New deal]")),
    (BINA, Step(presses(BINA, "New deal"), BINA, "[I'm the freelancer]")),
)
WAYS: Final[dict[str, tuple[tuple[int, Step], ...]]] = {
    "one question after the other": (
        (BINA, Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]")),
        (BINA, Step(says(BINA, "A logo"), BINA, "Describe the work")),
        (BINA, Step(presses(BINA, "Skip"), BINA, "How much?")),
        (BINA, Step(says(BINA, "120 EUR"), BINA, "[7 days]")),
        (BINA, Step(says(BINA, "5 days"), BINA, "One criterion a line")),
        (BINA, Step(says(BINA, "three concepts\nSVG files"), BINA, "[Create invite]")),
    ),
    "two questions answered together": (
        (BINA, Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]")),
        (BINA, Step(says(BINA, "A logo\nFor a coffee house."), BINA, "How much?")),
        (
            BINA,
            Step(says(BINA, "120 EUR, 5 days: three concepts; SVG"), BINA, "[Create invite]"),
        ),
    ),
    "from a template": (
        (BINA, Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]")),
        (BINA, Step(presses(BINA, "Logo"), BINA, "How much?")),
        (BINA, Step(says(BINA, "120 EUR"), BINA, "[Create invite]")),
    ),
    "all in one go": (
        (
            BINA,
            Step(says(BINA, "Logo, 120 EUR, 5 days: three concepts; SVG"), BINA, "[Create invite]"),
        ),
    ),
}
"""How the terms are written."""
OPENING: Final = tuple(step for step in AGREEING if step.words == "[Accept]")
"""The link is opened."""
AGREE: Final = (
    (BINA, Step(presses(BINA, "Create invite"), event="InviteCreated")),
    (
        CARLOS,
        Step(
            lambda house: house.person(CARLOS).opens(house.person(BINA).link()), CARLOS, "[Accept]"
        ),
    ),
    (CARLOS, Step(presses(CARLOS, "Accept"), event="InviteClaimed")),
    (BINA, Step(presses(BINA, "Yes, it's them"), event="DealAgreed")),
)
DO: Final = (
    (CARLOS, Step(presses(CARLOS, "Pay 120.00 EUR"), CARLOS, "[Yes, pay 120.00 EUR]")),
    (CARLOS, Step(presses(CARLOS, "Yes, pay 120.00 EUR"), event="MilestoneFunded")),
    (BINA, Step(presses(BINA, "Submit work"), BINA, "Then press Done.")),
    (BINA, Step(sends(BINA, "logo.svg"), BINA, "Saved: 1 file")),
    (BINA, Step(presses(BINA, "Done"), BINA, "[Yes, submit]")),
    (BINA, Step(presses(BINA, "Yes, submit"), event="WorkSubmitted")),
    *((CARLOS, step) for step in APPROVING),
)


@dataclass(frozen=True)
class Count:
    """Of one side: presses and messages that it sent, messages that it got."""

    did: int
    got: int


def counted(house: Playground, way: str) -> dict[str, Count]:
    """The deal is played to its end, and everything that is owed has arrived."""
    steps = (*BEGIN, *WAYS[way], *AGREE, *DO)
    play(house, tuple(step for _, step in steps))
    house.awaits("TransferConfirmed")
    house.person(BINA).sees("[Receipt]")
    found = {}
    for person, side in SIDES.items():
        did = sum(who == person for who, _ in steps)
        told = [m for m in house.person(person).messages() if m["from"]["id"] == PARTIES]
        found[side] = Count(did, len(told))
    return found


def main() -> None:
    """Print the table."""
    print("| the terms are written | freelancer does | gets | client does | gets |")  # noqa: T201
    print("|---|---|---|---|---|")  # noqa: T201
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder, Playground(Path(folder) / "play") as house:
            cells = (f"{count.did} | {count.got}" for count in counted(house, way).values())
            print(f"| {way} | {' | '.join(cells)} |")  # noqa: T201


if __name__ == "__main__":
    main()
