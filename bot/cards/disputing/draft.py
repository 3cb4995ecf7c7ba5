"""What was answered of a ruling so far, and what it would come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.values.money import Money
from core.values.words import Words

FIELDS: Final = (
    "outcome", "going", "points", "of", "time", "share",
    "criterion", "evidence", "reasons", "confirm",
)  # fmt: skip
"""In this order; not every ruling is asked all of them."""
MOST_REASONS: Final = 2500
"""Characters, so that the last question shows everything in one message."""
MOST_POINT: Final = 300
"""Characters of one point that is ordered."""
UPHOLD: Final = "uphold"
SEND_BACK: Final = "send-back"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered so far; `held` is the hold as it was when the form was opened."""

    held: Money
    outcome: Outcome | None = None
    share: Money | None = None
    """Of a split, the freelancer's."""
    criterion: int | None = None
    evidence: tuple[str, ...] = ()
    """Exhibits relied on, as they stand on buttons."""
    chapter: str = ""
    """Of the case, whose exhibits are offered; evidence where it is empty."""
    reasons: Words | None = None
    page: int = 0
    heard: int | None = None
    """The message that the reasons came in."""
    review: str = ""
    """Of a review: UPHOLD or SEND_BACK; else the answers are a ruling of its own."""
    more: timedelta | None = None
    """How much more time the freelancer is to have, or how long for what is ordered."""
    points: tuple[Item, ...] = ()
    """What is ordered."""
    point: Words | None = None
    """The next of it, while it is asked which criterion it is about."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Draft:
        """From an Expecting row."""
        held = Money(*data["held"])
        outcome, share, reasons = data.get("outcome"), data.get("share"), data.get("reasons")
        return cls(
            held,
            None if outcome is None else Outcome(outcome),
            None if share is None else Money(share, held.currency),
            data.get("criterion"),
            tuple(str(each) for each in data.get("evidence", ())),
            data.get("chapter", ""),
            None if reasons is None else Words.of(reasons["text"], reasons["salt"]),
            data.get("page", 0),
            data.get("heard"),
            data.get("review", ""),
            None if data.get("more") is None else timedelta(seconds=data["more"]),
            tuple(_point(*each) for each in data.get("points", ())),
            None if data.get("point") is None else Words.of(*data["point"]),
        )

    def data(self) -> dict[str, object]:
        """For an Expecting row."""
        reasons = self.reasons
        return {
            "held": [self.held.minor, self.held.currency],
            "outcome": None if self.outcome is None else self.outcome.value,
            "share": None if self.share is None else self.share.minor,
            "criterion": self.criterion,
            "evidence": list(self.evidence),
            "chapter": self.chapter,
            "reasons": None if reasons is None else {"text": reasons.text, "salt": reasons.salt},
            "page": self.page,
            "heard": self.heard,
            "review": self.review,
            "more": None if self.more is None else int(self.more.total_seconds()),
            "points": [[p.words.text, p.words.salt, p.criterion] for p in self.points],
            "point": None if self.point is None else [self.point.text, self.point.salt],
        }

    @property
    def skips(self) -> set[str]:
        """The questions that such a ruling is not asked."""
        own = self.outcome if not self.review else None
        asked = {
            "going": own is not None and own.goes_on,
            "points": own is Outcome.ORDER,
            "of": False,
            "time": own in (Outcome.EXTEND, Outcome.ORDER),
            "share": own in (Outcome.SPLIT, Outcome.ORDER),
        }
        return {field for field, is_asked in asked.items() if not is_asked}


def _point(text: str, salt: str, criterion: int) -> Item:
    return Item(ItemKind.DEFECT, Words.of(text, salt), criterion)


@dataclass(frozen=True, slots=True)
class Preview:
    """To the cent: `gross` and `refund` are the hold; the fee is taken of what is released."""

    gross: Money
    refund: Money
    fee: Money
    payout: Money


def preview(draft: Draft, fee_bps: int) -> Preview | None:
    """What the draft would do with the hold; None while it does not say.

    Of an order, if nothing is handed in.
    """
    none = Money(0, draft.held.currency)
    match draft.outcome:
        case Outcome.RELEASE:
            gross = draft.held
        case Outcome.REFUND:
            gross = none
        case Outcome.SPLIT | Outcome.ORDER if draft.share is not None:
            gross = draft.share
        case _:
            return None
    fee, payout = gross.share(fee_bps)
    return Preview(gross, draft.held - gross, fee, payout)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a ruling on the case is held to: characters of reasons, whether it is final at once.

    And how much more time it may give; `round`: at least for what it orders.
    """

    least: int
    at_once: bool
    shortest: timedelta
    longest: timedelta
    round: timedelta


def agreed(draft: Draft) -> str:
    """What a tap on the last question confirms: these answers alone, as its card shows them."""
    chosen = replace(draft, page=0, chapter="", heard=None).data()
    return "yes" + sha256(repr(chosen).encode()).hexdigest()[:6]
