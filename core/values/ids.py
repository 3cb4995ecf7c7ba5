"""Names of things: deal ids, people, and who acts when nobody does."""

from __future__ import annotations

from typing import Final, NewType

DealId = NewType("DealId", str)
"""8 Crockford base32 characters: key, button payload, what support reads aloud. No secret."""

SuspenseId = NewType("SuspenseId", str)
"""The same of money that matches nothing."""

PersonId = NewType("PersonId", int)
"""The numeric Telegram id, always positive for a human; never the username."""

SYSTEM: Final = PersonId(0)
"""The clock, or the core itself, acting."""
RAIL: Final = PersonId(-1)
"""A way to pay, reporting what happened to money."""
DESK: Final = PersonId(-2)
"""The arbiters' group, as the receiver of a notice."""

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH: Final = 8


def deal_id(number: int) -> DealId:
    """The id that 40 random bits spell.

    Raises ValueError outside 0 <= number < 2**40. Source: https://www.crockford.com/base32.html
    """
    if not 0 <= number < 1 << (5 * ID_LENGTH):
        msg = "a deal id is made of 40 bits"
        raise ValueError(msg)
    return DealId(
        "".join(CROCKFORD[(number >> (5 * place)) & 31] for place in reversed(range(ID_LENGTH)))
    )


def read_code(typed: str) -> str:
    """What a person typed for a code: case, spaces, dashes and look-alikes forgiven."""
    folded = typed.upper().translate(str.maketrans("OIL", "011"))
    return "".join(char for char in folded if char in CROCKFORD)
