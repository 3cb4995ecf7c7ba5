"""How the two found each other, as the ended deal's card tells it."""

from __future__ import annotations

from bot.cards.kit.heading import other_name
from bot.texts import Safe, Text, escape
from core.deal.rating import BEST, Rating
from core.views import DealView


def rating_lines(view: DealView, t: Text) -> list[Safe]:
    """One's own while it is sealed, and until when; once they are shown, both."""
    deal, mine = view.deal, view.deal.rating_by(view.viewer)
    name, other = other_name(view, t), deal.other(view.viewer)
    if view.role is None or other is None:
        return []
    if not deal.ratings_shown:
        if mine is None or deal.window is None:
            return []
        until = deal.window.ends_at
        own = t("rating-sealed", name=name, until=until, **_said(mine, t))
        return [own]
    theirs = deal.rating_by(other)
    return [
        t("rating-theirs", name=name, **_said(theirs, t)),
        t("rating-mine", name=name, **_said(mine, t)),
    ]


def _said(rating: Rating | None, t: Text) -> dict[str, object]:
    """Whether they did, the stars, and the words beside them, where there are any."""
    if rating is None:
        return {"rated": False, "stars": 0, "best": BEST, "said": False, "words": ""}
    erased = rating.words is not None and rating.words.text is None
    words = t("words-erased") if erased else Safe(escape(t.said(rating.words)))
    said = rating.words is not None
    return {"rated": True, "stars": rating.stars, "best": BEST, "said": said, "words": words}
