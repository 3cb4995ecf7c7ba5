"""A whole deal can be followed in the log by one id, and nothing that anybody said is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.story.deals import REASONS, TO_A_SPLIT, play
from tests.story.driver import Playground

pytestmark = pytest.mark.story

SAID = (
    "logo for a bakery", "more than one concept", "Only two concepts", REASONS[:30], "logo.svg",
    "Bina", "Carlos", "playground:", "sendMessage",
)  # fmt: skip
"""What people wrote, who they are, and what libraries say of both."""


@pytest.fixture(params=["info", "debug"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> list[dict[str, Any]]:
    """Every line of a deal that a ruling splits."""
    level = {"HOLDFAST_LOGGING__LEVEL": request.param, "HOLDFAST_LOGGING__FORMAT": "json"}
    with Playground(tmp_path / "house", environment=level) as house:
        play(house, TO_A_SPLIT)
        house.awaits("TransferConfirmed", times=2)
        house.stop()
        written = house.program.log.read_text().splitlines()
    return [json.loads(line) for line in written if line.startswith("{")]


def test_a_deal_is_followed_from_update_to_notice_and_no_word_is_told(
    log: list[dict[str, Any]],
) -> None:
    commands = [line for line in log if line["event"] == "command"]
    for kind in ("InviteCreated", "WorkSubmitted", "DisputeOpened", "RulingMade"):
        [command] = [line for line in commands if kind in line["events"]]
        request, update = command["request"], command["update"]
        assert request.split(":")[1] == str(update)
        [handled] = [
            line
            for line in log
            if (line["event"], line.get("bot"), line.get("update"))
            == ("update", command["bot"], update)
        ]
        assert handled["person"] == command["actor"]
        assert command["deal"]
    for kind, notice in (("WorkSubmitted", "work-submitted"), ("RulingMade", "ruling-made")):
        [command] = [line for line in commands if kind in line["events"]]
        told = [line for line in log if line["event"] == "notice" and line["kind"] == notice]
        assert {line["request"] for line in told} == {command["request"]}
        assert {line["deal"] for line in told} == {command["deal"]}
    whole = "\n".join(json.dumps(line, ensure_ascii=False) for line in log)
    assert [words for words in SAID if words in whole] == []
