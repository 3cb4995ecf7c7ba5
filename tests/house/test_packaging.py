"""What the image is built from, and what the folder of an installation keeps to itself."""

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_image_gets_all_that_the_wheel_is_made_of_and_nothing_else() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], PROJECT["project"]["readme"]}
    needed |= {"LICENSE", "pyproject.toml", "requirements.lock"}
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == needed


@pytest.mark.parametrize(
    "left_behind",
    ["config.toml", "invite.key", "holdfast.db", "vault/ab/c", "playground-data/telegram.jsonl"],
)
def test_what_an_installation_leaves_behind_is_not_committed(left_behind: str) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout of git")
    done = subprocess.run(["git", "check-ignore", "-q", left_behind], cwd=ROOT, check=False)
    assert done.returncode == 0
