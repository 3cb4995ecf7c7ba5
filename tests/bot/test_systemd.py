"""The units: a user of its own, nothing more than it needs, no loop over a wrong configuration."""

from __future__ import annotations

import getpass
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import systemd


@pytest.fixture(params=["holdfast", "my house 100%", 'a "b" $c'])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder: Path = tmp_path / request.param
    folder.mkdir()
    for name, content in systemd.units(folder / "config.toml").items():
        (folder / name).write_text(content)
    return folder


def test_what_root_sets_up_does_not_run_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    for name, content in systemd.units(Path("/srv/holdfast/config.toml")).items():
        if name.endswith(".service"):
            assert "\nUser=holdfast\n" in content
    made, given = systemd.before(Path("/srv/holdfast"))
    assert made.startswith("useradd --system")
    assert given == "chown -R holdfast: /srv/holdfast"


def test_whoever_is_not_root_runs_it_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "bina")
    assert "\nUser=bina\n" in systemd.units(Path("config.toml"))["holdfast.service"]
    assert systemd.before(Path("/srv")) == []


def test_a_wrong_configuration_is_not_started_again() -> None:
    service = systemd.units(Path("config.toml"))["holdfast.service"]
    assert "Restart=on-failure" in service
    assert "RestartPreventExitStatus=2" in service


def test_a_backup_neither_lies_beside_the_data_nor_replaces_the_last_one(written: Path) -> None:
    unit = (written / "holdfast-backup.service").read_text()
    [command] = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    assert command.endswith("--keep 14 %S/holdfast-backups/")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_understands_the_units_whatever_the_folder_is_called(written: Path) -> None:
    for name in ("holdfast.service", "holdfast-backup.service", "holdfast-backup.timer"):
        unit = written / name
        text = unit.read_text().replace(f"User={systemd.user()}", f"User={getpass.getuser()}")
        unit.write_text(text.replace(sys.executable, "/bin/true"))
        said = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", str(unit)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert [line for line in said.stderr.splitlines() if name in line] == []
