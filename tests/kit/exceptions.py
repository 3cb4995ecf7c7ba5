"""Every exception class of a library, for the tests that each of them is somebody's trouble."""

from __future__ import annotations

import importlib
import pkgutil
import warnings
from functools import cache

_UNASKED = ("testing", "_testbase", "cluster", "__main__", "pytest", "worker", "ext.mypy")
"""Modules that a program in service never loads."""


@cache
def exceptions_of(library: str) -> tuple[type[BaseException], ...]:
    """Found by importing all of it; what needs a package that is not there is no part of ours."""
    root = importlib.import_module(library)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for module in pkgutil.walk_packages(root.__path__, f"{library}.", onerror=lambda _: None):
            if any(part in module.name for part in _UNASKED):
                continue
            try:
                importlib.import_module(module.name)
            except ImportError:
                continue
    found: set[type[BaseException]] = set()
    _below(BaseException, found)
    own = (kind for kind in found if kind.__module__.partition(".")[0] == library)
    return tuple(
        kind
        for kind in sorted(own, key=lambda kind: (kind.__module__, kind.__name__))
        if not issubclass(kind, Warning)
    )


def _below(kind: type[BaseException], found: set[type[BaseException]]) -> None:
    for child in type.__subclasses__(kind):
        if child not in found:
            found.add(child)
            _below(child, found)


def named(kind: type[BaseException], table: object) -> bool:
    """Whether a family of the table, of the same library, has this class."""
    library = kind.__module__.partition(".")[0]
    families = (c for c in kind.__mro__ if c.__module__.partition(".")[0] == library)
    return any(family in table for family in families)  # type: ignore[operator]
