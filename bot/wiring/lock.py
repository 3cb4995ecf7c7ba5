"""A lock on a file, which ends with the process, however that ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config import ConfigError


@contextmanager
def locked(file: Path, key: str, *, taken: str) -> Iterator[None]:
    """Hold it, in a folder that is made when missing; `key` names where the file was chosen.

    Raises ConfigError: `taken` where another process holds it.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        msg = f"{key}: {file.parent} cannot be used ({error.strerror}); name another folder"
        raise ConfigError(msg) from None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(number)
        msg = f"{key}: {taken}"
        raise ConfigError(msg) from None
    try:
        yield
    finally:
        os.close(number)
