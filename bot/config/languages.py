"""Which languages there are: the folders of texts, without reading any."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGED: Final = Path(__file__).parents[1] / "_locales"
_CHECKED_OUT: Final = Path(__file__).parents[2] / "locales"


def folder() -> Path:
    """The texts that come with the program."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKED_OUT


def languages(root: Path | None = None) -> dict[str, Path]:
    """Each language's folder, by its code."""
    found = sorted((root or folder()).iterdir())
    return {one.name: one for one in found if (one / "language.ftl").is_file()}
