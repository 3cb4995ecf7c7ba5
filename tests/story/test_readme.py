"""What the README shows is what the bots say."""

import re
from pathlib import Path

import pytest

from tests.story.driver import ROOT, Playground
from tests.story.transcript import timeless, transcript

pytestmark = pytest.mark.story


def test_the_transcript_of_the_readme_is_what_the_two_people_read(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pasted = re.search(r"<!-- transcript -->.*?```\n(.*?)\n```", readme, re.DOTALL)
    assert pasted is not None
    with Playground(tmp_path / "play", cold=True) as house:
        assert timeless(transcript(house)) == timeless(pasted[1])
