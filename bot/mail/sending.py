"""How a notice leaves: what the courier asks of each bot, and what a bot says when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.cards import Attachment, Card
from core.deal.notice import Notice
from core.values.ids import DealId, PersonId
from core.values.words import FileRef


class Unreachable(Exception):  # noqa: N818 - an answer of Telegram, not an error of ours
    """The person blocked the bot, or is gone (403): trying again helps only once they are back."""


class RetryAfter(Exception):  # noqa: N818 - an order of Telegram
    """Telegram says when (429); `seconds` is an order."""

    def __init__(self, seconds: float) -> None:
        """Keep the seconds from now."""
        super().__init__(f"in {seconds} s")
        self.seconds = seconds


class TryAgain(Exception):  # noqa: N818 - the network's, not ours
    """A 5xx, a time-out, a broken connection: nobody knows whether it arrived."""


class Revoked(TryAgain):
    """Telegram no longer knows the token (401): nothing is lost, and a new token goes on with it.

    Only the operator can help, so a poller that meets it ends the process.
    """


@dataclass(frozen=True, slots=True)
class Prepared:
    """What goes out, as of now; no card where the bot renders it itself.

    `version` is that of the deal which is shown; `live`: it is the receiver's live card of it.
    `parts` go before the card, those of each notice that it tells: the parcel's own first.
    """

    card: Card | None = None
    version: int | None = None
    live: bool = False
    parts: tuple[tuple[Attachment | FileRef, ...], ...] = ()
    also: tuple[int, ...] = ()
    """Of what waits behind it, the places of what the card tells too."""
    over: tuple[int, ...] = ()
    """And of what is true no longer, or shown by the card."""
    was_unreachable: bool = False
    lost: Callable[[str], Card] | None = None
    """What is said in the place of a file that cannot be sent, by its name."""


@dataclass(frozen=True, slots=True)
class Live:
    """A message that is a person's live card of a deal, and the version of the deal that it shows.

    The newest message is the live card; an older one loses its buttons, and a version that is no
    longer the deal's is drawn anew. Both are owed with the mark.
    """

    person: PersonId
    deal: DealId
    message: int
    version: int | None
    news: tuple[int, ...] = ()
    """Which notices it tells: drawn anew it tells them again."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What Telegram accepted, and what is owed because of it."""

    follows: tuple[Notice, ...] = ()
    live: Live | None = None
    more: bool = False
    """Some of its messages are left for another turn: others of its rank come first."""


class Alike(Protocol):
    """A notice that waits behind another in its lane, and may leave in the same message."""

    @property
    def id(self) -> int:
        """In the queue."""
        ...

    @property
    def notice(self) -> Notice:
        """What is to be said."""
        ...

    @property
    def parts(self) -> int:
        """How many of its messages Telegram took."""
        ...


class Parcel(Protocol):
    """One notice on its way."""

    @property
    def id(self) -> int:
        """The same when the notice is tried again."""
        ...

    @property
    def notice(self) -> Notice:
        """What is to be said."""
        ...

    @property
    def parts(self) -> int:
        """How many of its messages Telegram took before this try: these are not sent again."""
        ...

    @property
    def ids(self) -> tuple[int, ...]:
        """Of all that the last `render` tells, its own first."""
        ...

    def taken(self, place: int) -> int:
        """As `parts`, of one of these."""
        ...

    @property
    def folds(self) -> bool:
        """As it was rendered: it changes the live card, and is no message of its own."""
        ...

    @property
    def news(self) -> tuple[int, ...]:
        """Which notices the card tells, as it was rendered."""
        ...

    async def render(self) -> Prepared | None:
        """How it looks now; None for what is true no longer. Raises StoreAway."""
        ...

    async def alike(self) -> Sequence[Alike]:
        """What may leave with it, in order. Raises StoreAway."""
        ...

    async def took(self, also: Collection[int] = (), place: int = 0) -> None:
        """Telegram accepted one more of its messages, and with it the first of each of `also`.

        `place`: it was a part of that one of `ids`. It is kept at once. Not said of the last one,
        unless others went with it.
        """
        ...


class Outgoing(Protocol):
    """One bot's way out. Retries, order and marks are the courier's, not its."""

    async def deliver(self, parcel: Parcel) -> Delivered | None:
        """Send one notice, rendered as it leaves, and return as soon as Telegram accepted it.

        None where it was true no longer when its turn came. Nothing is done after the last message:
        what follows is returned, and owed with the mark.
        Raises Unreachable, RetryAfter or TryAgain; anything else is a bug: the notice is set aside.
        """
        ...


class Voice(Protocol):
    """What the program itself says by a bot. Raises RetryAfter, TryAgain or Unreachable."""

    async def tell(self, person: int, html: str) -> None:
        """A message to somebody."""
        ...

    async def soothe(self, update: dict[str, Any], html: str) -> None:
        """The answer to an update that is not handled."""
        ...
