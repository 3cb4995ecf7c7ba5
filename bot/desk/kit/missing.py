"""What a dispute's topic lacks: what is wanted of it, less what it remembers of itself.

A list of operations, each one message or one call, in the order in which they are done. Nothing
here reads or sends; `bot.desk.kit.filling` does one after the other, and looks again before each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, Final

from bot.cards import Card
from bot.cards.disputing.about import Case
from bot.cards.disputing.case import case_file
from bot.cards.disputing.items import TopicPost, postings
from bot.mail.pacing import Urgency
from bot.reads import Topic
from bot.texts import Text
from core.deal.stage import Stage
from core.deal.terms import Role
from core.values.words import FileRef


@dataclass(frozen=True, slots=True)
class TopicMemory:
    """What the topic remembers of itself (`Topic.data`)."""

    posted: Mapping[str, int] = field(default_factory=dict)
    """Posting keys and the first message of each."""
    parts: Mapping[str, list[int]] = field(default_factory=dict)
    """What is being posted: its first message, and how many of its messages Telegram took."""
    delivered: Mapping[str, bool] = field(default_factory=dict)
    """Whether Telegram accepted what was sent to a party, by posting key."""
    file: str = ""
    """A digest of the pinned case file as it stands in Telegram."""
    to_pin: bool = False
    """The case file stands there, and is not pinned yet."""
    stage: str = ""
    head: str = ""
    """Name and icon, as Telegram has them."""

    @classmethod
    def of(cls, topic: Topic) -> TopicMemory:
        """From the row."""
        known: dict[str, Any] = {k: v for k, v in topic.data.items() if k in cls.__slots__}
        return cls(**known)

    def data(self) -> dict[str, object]:
        """For the row."""
        return asdict(self)

    def took(self, key: str) -> int | None:
        """How many messages of a posting Telegram took; None for all of them."""
        return None if key in self.posted else self.parts.get(key, (0, 0))[1]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a pass is to see to, beside the case file."""

    ring: bool = False
    line: tuple[str, Card] | None = None
    """(key, card) to say besides, once."""
    only: str | None = ""
    """Postings whose key begins so; "" is all of them and the stage, None neither."""
    force: bool = False
    """Look whether the case file is still there."""


@dataclass(frozen=True, slots=True)
class ShowFile:
    """The case file is edited where it stands, or posted where there is none."""

    ring: bool
    force: bool


@dataclass(frozen=True, slots=True)
class PinFile:
    """The case file is pinned, if it is not yet."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The document of the whole case, made as it leaves."""


@dataclass(frozen=True, slots=True)
class Post:
    """Message `place` of the `parts` of a posting; `role` whose words it is, for who replies."""

    key: str
    place: int
    parts: int
    message: Card | FileRef | Whole
    ring: bool
    role: Role | None = None
    rank: Urgency = Urgency.ANSWER


@dataclass(frozen=True, slots=True)
class Follow:
    """Name, icon and lock follow the stage."""


Operation = ShowFile | PinFile | Post | Follow


def missing(
    t: Text, case: Case, told: TopicMemory, pinned: int | None, wanted: Wishes
) -> list[Operation]:
    """The case file first, and pinned, then what was never posted, the line, the stage."""
    operations: list[Operation] = []
    stands = pinned is not None and digest(case_file(t, case)) == told.file
    if wanted.force or not stands:
        operations.append(ShowFile(wanted.ring, wanted.force))
    if operations or told.to_pin:
        operations.append(PinFile())
    if wanted.only is not None:
        # What comes with a file that is new does not ring beside it.
        ring = wanted.ring and pinned is not None
        rank = Urgency.ANSWER if wanted.only else Urgency.TALK
        for posting in postings(t, case, told.delivered):
            if posting.key.startswith(wanted.only):
                operations += _posts(case, posting, told, ring=ring, rank=rank)
    if wanted.line is not None and told.took(wanted.line[0]) is not None:
        key, card = wanted.line
        operations.append(Post(key, 0, 1, card, ring=wanted.ring and card.ring))
    if wanted.only == "" and told.stage != reached(case.dispute.stage):
        operations.append(Follow())
    return operations


def _posts(
    case: Case, posting: TopicPost, told: TopicMemory, *, ring: bool, rank: Urgency
) -> Iterator[Post]:
    """Its texts, then its files, then the whole case: those that Telegram did not take."""
    took = told.took(posting.key)
    if took is None:
        return
    role = None if posting.author is None else case.part.deal.role_of(posting.author)
    whole = (Whole(),) if posting.whole else ()
    parts = (*posting.cards, *posting.files, *whole)
    for place, part in enumerate(parts[took:], took):
        whose = role if isinstance(part, Card) else None
        yield Post(posting.key, place, len(parts), part, ring and not place, whose, rank)


def reached(stage: Stage) -> str:
    """What a topic remembers once it follows this stage; it is closed once the case is over."""
    return f"{stage.value}:closed" if stage.closed else stage.value


def shut(told: TopicMemory) -> bool:
    """Whether we closed it."""
    return told.stage.endswith(":closed")


def digest(card: Card) -> str:
    """For comparing: what a card looks like."""
    return sha256(repr(card).encode()).hexdigest()[:_DIGITS]


_DIGITS: Final = 16
