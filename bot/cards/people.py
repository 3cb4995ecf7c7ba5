"""*Settings*: language, time zone, safety phrase, where to be paid; and *Rate*, after the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, Rows, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import head, other_name
from bot.cards.kit.wording import blocks, clipped, lines
from bot.texts import Code, Safe, Text, escape
from core.deal.person import Person
from core.deal.rating import BEST, RATING_LIMIT
from core.deal.step import Act
from core.ports import Expecting
from core.values.ids import DealId
from core.values.words import Words
from core.views import DealView

MOST_CITIES: Final = 6


def settings_card(
    person: Person, languages: Mapping[str, str], city: str, t: Text, *, digests: bool
) -> Card:
    """What is set, and a button for each."""
    text = lines(
        t("settings-head"),
        "",
        t("settings-language", language=languages[t.locale]),
        t("settings-zone", city=city),
        t("settings-phrase", phrase=person.phrase) if person.phrase else t("settings-no-phrase"),
        *(
            t("settings-payout", currency=d.currency, details=Code(masked(d.details)))
            for d in person.destinations
        ),
        t("settings-muted", muted=person.muted),
        t("settings-digest", digest=not person.no_digest) if digests else None,
    )
    buttons = [
        Button(t.plain("tap-language"), Press("set.language")),
        Button(t.plain("tap-zone"), Press("set.zone")),
        Button(t.plain("tap-phrase"), Press("set.phrase")),
        Button(t.plain("tap-payout-details"), Press("set.payout")),
        Button(t.plain("tap-reminders"), Press("set.reminders")),
        Button(t.plain("tap-export"), Press("set.export")),
        Button(t.plain("tap-erase"), Press("set.erase")),
        Button(t.plain("tap-menu"), Press("menu")),
    ]
    return Card(text, rows_of(buttons))


def masked(details: str) -> str:
    """An account's first and last four characters: enough to know it by, too little to misuse."""
    first = details.splitlines()[0] if details else ""
    if len(first) <= 8:  # noqa: PLR2004 - nothing to hide
        return first
    last = first.replace(" ", "")[-4:]
    return f"{first[:4].rstrip()} … {last}"


def reminders_card(person: Person, t: Text, *, digests: bool) -> Card:
    """Of what they are reminded, and whether the silent is summed up; each has its switch."""
    muted, digest = person.muted, not person.no_digest
    text = blocks(
        t("ask-reminders", muted=muted), t("ask-digest", digest=digest) if digests else None
    )
    named = t.plain("tap-unmute" if muted else "tap-mute")
    buttons = [Button(named, Press("set.mute", arg=_bit(not muted)))]
    if digests:
        name = "tap-no-digest" if digest else "tap-digest"
        buttons.append(Button(t.plain(name), Press("set.digest", arg=_bit(not digest))))
    return Card(text, rows_of((*buttons, _back(t))))


def _bit(wanted: bool) -> str:  # noqa: FBT001 - a value
    return "1" if wanted else "0"


def languages_card(languages: Mapping[str, str], t: Text) -> Card:
    """Each language by its own name."""
    buttons = [Button(name, Press("set.language", arg=code)) for code, name in languages.items()]
    return Card(t("settings-which-language"), rows_of((*buttons, _back(t))))


def _back(t: Text) -> Button:
    return Button(t.plain("tap-back"), Press("set"))


def erase_card(t: Text) -> Card:
    """What would go, what would stay, and the button that does it."""
    sure = Button(t.plain("tap-erase-sure"), Press("set.erase-sure"), style=Style.DANGER)
    return Card(t("ask-erase"), rows_of((sure, _back(t))))


def erased_card(t: Text) -> Card:
    """It is done, and there is nothing to press: whoever writes is met anew."""
    return Card(t("erased"))


def ask_card(question: str, t: Text, *extra: Button) -> Card:
    """A question whose answer is typed."""
    return Card(t(f"ask-{question}"), rows_of((*extra, _back(t))))


def asking_city(deal: DealId, now: str, shown: str, t: Text) -> tuple[Safe, Rows]:
    """What is `shown` of a deal, and below it the question where they are; times are of `now`."""
    buttons = [
        Button(t.plain("tap-my-city"), Press("set.city", deal)),
        Button(t.plain("tap-not-now"), Press("set.later", deal)),
    ]
    return blocks(Safe(shown), t("ask-my-city", city=now)), rows_of(buttons)


def phrase_card(person: Person, t: Text) -> Card:
    """The safety phrase, and *Remove* when there is one."""
    if person.phrase is None:
        return ask_card("phrase", t)
    return ask_card("phrase", t, Button(t.plain("tap-remove"), Press("set.phrase-remove")))


def cities_card(cities: Sequence[tuple[str, str]], t: Text) -> Card:
    """(zone, how it is shown): the places that may be meant. Long zone names do fit a button."""
    buttons = [Button(shown, Press("set.zone", arg=zone)) for zone, shown in cities[:MOST_CITIES]]
    return Card(t("ask-which-city"), rows_of((*buttons, _back(t))))


def payout_currency_card(currencies: Sequence[str], deal: DealId | None, t: Text) -> Card:
    """Of which currency the payout details are."""
    buttons = [Button(t.currency(code), Press("set.payout", deal, arg=code)) for code in currencies]
    return Card(t("ask-payout-currency"), rows_of((*buttons, _back(t))))


def payout_card(currency: str, known: str | None, t: Text) -> Card:
    """Where payouts of one currency are to go."""
    now = t("ask-so-far", value=Code(masked(known))) if known else None
    text: Safe = lines(t("ask-payout", currency=currency), now)
    return Card(text, rows_of((_back(t),)))


def holder_card(iban: str, name: str, t: Text) -> Card:
    """In whose name an account is: a bank that compares sends the money back."""
    own = Button(name[:40], Press("set.holder"))
    return Card(t("ask-payout-holder", details=Code(masked(iban))), rows_of((own, _back(t))))


def payout_sure_card(currency: str, details: str, mark: str, t: Text) -> Card:
    """What was read of somebody's words, whole, before it counts."""
    shown = Safe("\n".join(f"<code>{escape(line)}</code>" for line in details.splitlines()))
    text = t("ask-payout-sure", currency=currency, details=shown)
    yes = Button(t.plain("tap-payout-sure"), Press("set.payto", arg=mark), style=Style.GO)
    return Card(text, rows_of((yes, _back(t))))


@dataclass(frozen=True, slots=True)
class PayoutChange:
    """Other payout details than before; `mark` binds the tap to them, `wait` is how long it may."""

    currency: str
    old: str
    new: str
    mark: str
    wait: timedelta


def payout_change_card(change: PayoutChange, t: Text) -> Card:
    """Before payouts go somewhere else: from where to where, and from when on."""
    text = t(
        "ask-payout-change",
        currency=change.currency,
        old=Code(masked(change.old)),
        new=Code(masked(change.new)),
        wait=t.duration(change.wait),
    )
    press = Press("set.payto", arg=change.mark)
    yes = Button(t.plain("tap-payout-change"), press, style=Style.GO)
    return Card(text, rows_of((yes, _back(t))))


def where_button(deal: DealId, currency: str, t: Text) -> Button:
    """*Where to be paid*."""
    return Button(t.plain("tap-payout-details"), Press("set.payout", deal, arg=currency))


# How they found each other


def stars_card(view: DealView, row: Expecting, t: Text, *, said: Words | None) -> Card:
    """One star to five; who reads it, and when."""
    deal, mine = view.deal, view.deal.rating_by(view.viewer)
    asked = t(
        "ask-stars",
        name=other_name(view, t),
        best=BEST,
        until=view.now if deal.window is None else deal.window.ends_at,
        again=mine is not None,
        before=0 if mine is None else mine.stars,
    )
    stars = [
        Button(
            t.plain("tap-stars", stars=number),
            Press("stars", deal.id, arg=f"{row.what}.{number}"),
        )
        for number in range(1, BEST + 1)
    ]
    kept = None if said is None else _said(said, t)
    return Card(blocks(head(view, t), asked, kept), rows_of([*stars, leave(row, t)]))


def _said(said: Words, t: Text) -> Safe:
    """The words that go with the stars as they are, so that nothing goes along unseen."""
    return t("rating-said", words=clipped(t.said(said)))


def sure_rating_card(
    view: DealView, row: Expecting, stars: int, t: Text, *, said: Words | None
) -> Card:
    """The tap that gives them, and that words may go with them."""
    deal = view.deal
    named = {"name": other_name(view, t), "stars": stars, "best": BEST}
    text = blocks(
        head(view, t),
        t(
            "confirm-rate",
            until=view.now if deal.window is None else deal.window.ends_at,
            **named,
        ),
        t("rating-why", limit=RATING_LIMIT, **named) if said is None else _said(said, t),
    )
    yes = Button(
        t.plain("yes-rate", **named),
        Press(Act.RATE + DO, deal.id, arg=str(stars)),
        style=Style.GO,
    )
    return Card(text, rows_of([yes, leave(row, t)]))
