"""What the image is built from, and what the folder of an installation keeps to itself."""

import asyncio
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from aiohttp import web

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


@pytest.mark.parametrize(("status", "ends"), [(200, 0), (503, 1)])
async def test_the_image_is_healthy_when_and_only_when_it_is_ready(status: int, ends: int) -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    found = re.search(r"HEALTHCHECK .*\\\n\s*CMD (\[.*\])", image)
    assert found is not None
    python, *words = json.loads(found[1])
    assert python == "python"
    assert "HOLDFAST_WEB__LISTEN=0.0.0.0:8090" in image
    assert "EXPOSE 8090" in image

    async def health(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_get("/health", health)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    asked = [word.replace("127.0.0.1:8090", f"127.0.0.1:{port}") for word in words]
    asking = await asyncio.create_subprocess_exec(
        sys.executable, *asked, stderr=asyncio.subprocess.DEVNULL
    )
    assert await asking.wait() == ends
    await runner.cleanup()


def test_nothing_is_started_again_and_again_before_it_was_set_up() -> None:
    """The service waits for a check that runs once, and `init` can run before that passes."""
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert "checked: { condition: service_completed_successfully }" in compose
    assert 'command: ["doctor"]\n    restart: "no"' in compose
    assert "run --rm --no-deps holdfast init" in compose
