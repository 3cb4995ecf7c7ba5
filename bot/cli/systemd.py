"""What `holdfast init` writes for systemd: the service, and a backup every night."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Final

USER: Final = "holdfast"
"""Who runs it where root sets it up."""
KEPT: Final = 14
"""Backups that stay; the older ones go."""
_HARDENED: Final = """\
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProcSubset=pid
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
"""


def user() -> str:
    """Whoever sets it up; never root, who gives it to a user of its own."""
    name = getpass.getuser()
    return USER if name == "root" else name


def before(folder: Path) -> list[str]:
    """What root still has to run, so that the units find their user and their folder."""
    if getpass.getuser() != "root":
        return []
    return [
        f"useradd --system --home-dir {folder} --shell /usr/sbin/nologin {USER}",
        f"chown -R {USER}: {folder}",
    ]


def units(config: Path) -> dict[str, str]:
    """By name. A wrong configuration ends it for good (exit code 2); trouble starts it again."""
    file = config.absolute()
    folder, run = file.parent, f"{_quoted(sys.executable)} -m bot"
    shared = (
        f"User={user()}\nWorkingDirectory={_path(folder)}\n{_HARDENED}"
        f"ReadWritePaths={_quoted(str(folder))}\n"
    )
    option = f"--config {_quoted(str(file))}"
    return {
        "holdfast.service": (
            "[Unit]\nDescription=Holdfast\nAfter=network-online.target postgresql.service\n"
            "Wants=network-online.target\nStartLimitIntervalSec=10min\nStartLimitBurst=30\n\n"
            f"[Service]\n{shared}ExecStart={run} run {option}\n"
            "Restart=on-failure\nRestartSec=5\nRestartPreventExitStatus=2\nTimeoutStopSec=15\n\n"
            "[Install]\nWantedBy=multi-user.target\n"
        ),
        "holdfast-backup.service": (
            "[Unit]\nDescription=Backup of Holdfast\n\n"
            f"[Service]\nType=oneshot\n{shared}"
            # Outside the folder of the data: who deletes the one has the other.
            "StateDirectory=holdfast-backups\nStateDirectoryMode=0700\n"
            f"ExecStart={run} backup {option} --keep {KEPT} %S/holdfast-backups/\n"
        ),
        "holdfast-backup.timer": (
            "[Unit]\nDescription=Backup of Holdfast every night\n\n"
            "[Timer]\nOnCalendar=*-*-* 03:30:00\nPersistent=true\n\n"
            "[Install]\nWantedBy=timers.target\n"
        ),
    }


def _quoted(word: str) -> str:
    """One word of a command line: quotes, and no specifiers or variables of systemd's."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _path(folder: Path) -> str:
    """A setting that is one path takes it as it stands, but for specifiers."""
    return str(folder).replace("%", "%%")
