"""What people of the desk may be."""

from __future__ import annotations

from enum import StrEnum


class DeskRole(StrEnum):
    """What somebody on the operator's list may do."""

    ARBITER = "arbiter"
    HEAD = "head"
    TREASURER = "treasurer"
    OUTSIDE = "outside"
    """An arbiter of another house, who lends an eye to this one."""
