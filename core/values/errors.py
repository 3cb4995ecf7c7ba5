"""What a person may be told. Everything else that is raised is a bug.

Refusal                 a polite no: a text key and data, never prose
├── NotYours            the actor may not do this: stranger, wrong side, not on the list, conflict
├── NotNow              the deal's state, its clock or its money forbids the step
│   └── Stale           the person looked at an older version
├── BadInput            what was typed cannot be used
│   └── Ambiguous       it can be read in two ways: ask, never guess
├── OverLimit           an operator's limit is in the way
└── NotOffered          a later step of the rulebook, named so that nobody searches for it
"""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A polite no. `key` names the text `refusal-<key>`; `data` are its arguments, JSON-plain."""

    def __init__(self, key: str, **data: object) -> None:
        """Keep the key and the data; the message is for logs and holds no person's text."""
        super().__init__(key)
        self.key = key
        self.data = data


class NotYours(Refusal):
    """The actor may not do this at all."""


class NotNow(Refusal):
    """Right person, wrong moment."""


class Stale(NotNow):
    """The person looked at an older version; the card is drawn anew."""

    def __init__(self) -> None:
        """Every stale press says the same."""
        super().__init__("stale")


class BadInput(Refusal):
    """What was typed or sent cannot be used; it says what would."""


class Ambiguous(BadInput):
    """`data["choices"]` lists the readings, most likely first, as (minor, currency) pairs."""


class OverLimit(Refusal):
    """An operator's limit, with its figure."""


class NotOffered(Refusal):
    """A step that Holdfast does not take yet."""
