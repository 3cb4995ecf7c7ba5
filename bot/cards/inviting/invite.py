"""The invite on both sides: the link to pass on, who claims it, and versions between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import MOST_COPIED, Attachment, Card, rows_of
from bot.cards.kit.terms import MARK, diff_text, whole_or_file
from bot.cards.kit.wording import fitted, lines
from bot.papers.paper import qr_png
from bot.texts import Code, Safe, Text, escape
from bot.texts.invites import Secrets, shown_code
from core.deal.model import Claim
from core.deal.person import Person
from core.deal.rating import BEST
from core.deal.reputation import Record
from core.deal.step import Act
from core.deal.terms import Change, Terms, diff
from core.inviting import SAFETY_WORDS
from core.values.ids import DealId
from core.values.outside import named_in
from core.views import DealView


@dataclass(frozen=True, slots=True)
class Passing:
    """An open invite as it is passed on: by whom, the bot's name, the secrets, both languages."""

    operator: str
    username: str
    secrets: Secrets
    theirs: Text
    mine: Text

    @property
    def link(self) -> str:
        """What opens the bot at the invite."""
        return f"https://t.me/{self.username}?start={self.secrets.token}"

    @property
    def code(self) -> str:
        """What can be typed instead."""
        return shown_code(self.secrets.code)

    def words(self, view: DealView, inviter: str) -> str:
        """The text ready to paste, in the other side's language, without markup."""
        terms = view.deal.terms
        return self.theirs.plain(
            "invite-words",
            name=Safe(escape(inviter)),
            operator=Safe(escape(self.operator)),
            title=Safe(escape(str(terms.title or ""))),
            total=Safe(self.theirs.money(terms.total)) if terms.total is not None else Safe(""),
            link=Safe(self.link),
            code=Safe(self.code),
            username=Safe(self.username),
        )


def invite_card(view: DealView, passing: Passing, inviter: str, t: Text, *, picture: bool) -> Card:
    """The inviter's card: the text to paste, until when, and every way to pass it on."""
    deal = view.deal
    words = passing.words(view, inviter)
    text = lines(
        t("invite-ready", title=str(deal.terms.title or ""), deal=Code(deal.id)),
        "",
        Safe(f"<pre>{escape(words)}</pre>"),
        "",
        t("invite-until", until=deal.window.ends_at) if deal.window is not None else None,
        _waiting(view, t),
    )
    qr = (Attachment("invite.png", "image/png", qr_png(passing.link)),) if picture else ()
    return Card(text, rows_of(_passing_on(view, passing, words, t)), attachments=qr)


def _waiting(view: DealView, t: Text) -> Safe | None:
    return t("invite-claims", count=len(view.deal.claims)) if view.deal.claims else None


def _passing_on(view: DealView, passing: Passing, words: str, t: Text) -> list[Button]:
    deal = view.deal.id
    body = words.replace(passing.link, "").strip()
    share = f"https://t.me/share/url?url={quote(passing.link, safe='')}&text={quote(body, safe='')}"
    whatsapp = f"https://wa.me/?text={quote(words, safe='')}"
    waits = view.may(Act.CONFIRM)
    buttons = [
        Button(t.plain("tap-share"), url=share, style=Style.PLAIN if waits else Style.GO),
        Button(t.plain("tap-whatsapp"), url=whatsapp),
        Button(t.plain("tap-email"), Press("inv.email", deal)),
    ]
    copied = words if len(words) <= MOST_COPIED else None
    buttons.append(Button(t.plain("tap-copy"), Press("inv.text", deal), copy=copied))
    if waits:
        label = t.plain("tap-who-waits", count=len(view.deal.claims))
        buttons.insert(0, Button(label, Press("inv.claims", deal), style=Style.GO))
    else:
        buttons.append(_copies(passing, t)[0])
    if view.may(Act.RENEW):
        buttons.append(Button(t.plain("tap-new-link"), Press("inv.renew", deal)))
    if view.may(Act.WITHDRAW_INVITE):
        withdraw = Press("inv.withdraw", deal)
        buttons.append(Button(t.plain("tap-withdraw"), withdraw, style=Style.DANGER))
    buttons.append(Button(t.plain("tap-help"), Press("help", deal)))
    return buttons


def words_card(words: str, passing: Passing, t: Text) -> Card:
    """The text alone, to be forwarded or copied; link and code by themselves too."""
    return Card(escape(words), rows_of(_copies(passing, t)), ring=False)


def _copies(passing: Passing, t: Text) -> list[Button]:
    """Link and code by themselves."""
    return [
        Button(t.plain("tap-copy-link"), copy=passing.link),
        Button(t.plain("tap-copy-code"), copy=passing.code),
    ]


def email_card(words: str, passing: Passing, title: str, t: Text) -> Card:
    """Subject and text to paste: Telegram opens no mail program from a button."""
    subject = passing.theirs.plain("invite-subject", title=title)
    text = lines(t("invite-email"), "", Safe(f"<code>{escape(subject)}</code>"), "")
    shown = Safe(f"{text}\n<pre>{escape(words)}</pre>")
    return Card(shown, rows_of(_copies(passing, t)), ring=False)


_SURE: Final = {"withdraw": "tap-withdraw", "renew": "tap-renew", "decline": "tap-decline"}


def sure_card(view: DealView, act: str, t: Text) -> Card:
    """The second tap of *Withdraw*, *New link*, *Decline*; the deal's title on it."""
    deal = view.deal
    verb = "inv" if act in ("withdraw", "renew") else "claim"
    yes = Press(f"{verb}.{act}.do", deal.id)
    style = Style.DANGER if act != "renew" else Style.GO
    text = t(f"sure-{act}", title=str(deal.terms.title or ""))
    back = Button(t.plain("tap-back"), Press("inv", deal.id))
    return Card(text, rows_of((Button(t.plain(_SURE[act]), yes, style=style), back)))


def language_card(deal: DealId, languages: dict[str, str], mark: str, t: Text) -> Card:
    """In which language the other side is to read the invite."""
    buttons = [
        Button(name, Press("invite.language", deal, arg=f"{mark}.{code}"))
        for code, name in languages.items()
    ]
    buttons.append(Button(t.plain("tap-back"), Press("terms.preview", deal)))
    return Card(t("invite-which-language"), rows_of(buttons))


# People


def record_line(record: Record | None, person: Person | None, t: Text) -> Safe | None:
    """What somebody's finished deals say about them, and since when they are here."""
    counted = _counts(record, person, t)
    if counted is None or record is None:
        return counted
    in_time = t("record-on-time", worked=record.worked, on_time=record.on_time)
    mean = Safe(t.tenths(record.tenths))
    rated = t("record-rated", mean=mean, best=BEST, count=record.rated)
    more = ((record.worked, in_time), (record.rated, rated))
    return Safe(" ".join([counted, *(said for there_is, said in more if there_is)]))


def _counts(record: Record | None, person: Person | None, t: Text) -> Safe | None:
    since = record.since if record is not None and record.since is not None else None
    if since is None and person is not None:
        since = person.since
    if record is None:
        return None if since is None else t("record-since", since=Safe(t.day(since, year=True)))
    if since is None:
        return t("record-new")
    shown = Safe(t.day(since, year=True))
    if record.done == 0:
        return t("record-none", since=shown)
    if record.disputed == 0:
        return t("record-clean", done=record.done, since=shown)
    return t(
        "record",
        done=record.done,
        disputed=record.disputed,
        against=record.ruled_against,
        since=shown,
    )


def person_line(person: Person, t: Text) -> Safe:
    """Name, @username where there is one, and the number that never changes."""
    if person.username:
        return t(
            "person-line", name=person.name, username=Code(f"@{person.username}"), id=_id(person)
        )
    return t("person-line-bare", name=person.name, id=_id(person))


def check_words(view: DealView, claim: Claim, t: Text) -> Code:
    """The three words that both compare: in their language where both read it, else in English."""
    sides = (view.people.get(one) for one in (view.deal.creator, claim.person))
    shared = all(side is not None and side.locale == t.locale for side in sides)
    words = claim.safety_words
    if shared and t.has("check-words"):
        own = dict(zip(SAFETY_WORDS, re.split(r",\s+", t.plain("check-words")), strict=True))
        words = tuple(own.get(word, word) for word in words)
    return Code(" ".join(words))


def _id(person: Person) -> Code:
    return Code(str(person.id))


# The one invited


def outside_line(terms: Terms, t: Text) -> Safe | None:
    """A warning under terms that lead money past us."""
    kind = named_in(terms)
    return None if kind is None else t("outside-in-terms", outside=kind.value)


def waiting_card(view: DealView, claim: Claim, t: Text) -> Card:
    """The claimant, until the inviter answers: the three words, and what else may be done."""
    deal = view.deal
    inviter = view.people.get(deal.creator)
    accepted = claim.acceptance is not None
    key = "waiting-accepted" if accepted else "waiting-sent" if claim.sent else "waiting-open"
    text = lines(
        t(key, name=inviter.name if inviter is not None else ""),
        "",
        t("waiting-words", words=check_words(view, claim, t)),
        t("invite-until", until=deal.window.ends_at) if deal.window is not None else None,
    )
    buttons: list[Button] = []
    if view.may(Act.SUGGEST):
        buttons.append(_suggest(deal.id, t, begun=claim.counter is not None))
    if view.may(Act.DECLINE):
        decline = Press("claim.decline", deal.id)
        buttons.append(Button(t.plain("tap-decline"), decline, style=Style.DANGER))
    buttons.append(Button(t.plain("tap-help"), Press("help", deal.id)))
    return Card(text, rows_of(buttons))


def _suggest(deal: DealId, t: Text, *, begun: bool) -> Button:
    """*Suggest changes*, or back to those that were begun."""
    if begun:
        return Button(t.plain("tap-change-terms"), Press("terms.preview", deal))
    return Button(t.plain("tap-suggest"), Press("terms.edit", deal))


def claim_card(view: DealView, claim: Claim, record: Record | None, t: Text) -> Card:
    """The inviter: who it is, what they want, the three words, *Yes, it's them* and *No*."""
    deal = view.deal
    person = view.people.get(claim.person)
    wants = "accepts" if claim.acceptance is not None else "counters" if claim.sent else "wants"
    changes: Sequence[Change] = ()
    if claim.sent and claim.counter is not None:
        changes = diff(deal.terms, claim.counter)
    text = lines(
        t(f"claim-{wants}", title=str(deal.terms.title or "")),
        person_line(person, t) if person is not None else None,
        record_line(record, person, t),
        *(("", diff_text(changes, t)) if changes else ()),
        "",
        t("claim-words", words=check_words(view, claim, t)),
        t("invite-until", until=deal.window.ends_at) if deal.window is not None else None,
    )
    return Card(text, rows_of(claim_buttons(deal.id, claim.person, t)))


def claim_buttons(deal: DealId, person: int, t: Text) -> tuple[Button, ...]:
    """The inviter's answer about one who claims."""
    return (
        Button(
            t.plain("tap-its-them"), Press("claimant.yes", deal, arg=str(person)), style=Style.GO
        ),
        Button(
            t.plain("tap-not-them"), Press("claimant.no", deal, arg=str(person)), style=Style.DANGER
        ),
        Button(t.plain("tap-answer"), Press("claimant.say", deal, arg=str(person))),
        Button(t.plain("tap-help"), Press("help", deal)),
    )


# Versions between two who are bound


def proposal_card(view: DealView, t: Text) -> Card:
    """The version on the table: its differences to the one before, and what may be answered."""
    deal = view.deal
    offers = deal.offers
    other = view.other
    changes = diff(offers[-2].terms, offers[-1].terms) if len(offers) > 1 else ()
    mine = bool(offers) and offers[-1].by == view.viewer
    name = other.name if other is not None else ""
    first = not mine and len(offers) == 1 and deal.again is not None
    head = lines(
        t("invited-again", name=name, role=deal.terms.creator_role or "")
        if first
        else t(
            "proposal-mine" if mine else "proposal-theirs",
            name=name,
            title=str(deal.terms.title or ""),
            version=len(offers),
        ),
        *(("", diff_text(changes, t)) if changes else ()),
        "",
    )
    until = t("invite-until", until=deal.window.ends_at) if deal.window is not None else None
    tail = lines("", until, outside_line(deal.terms, t))
    text, files = whole_or_file(head, deal.terms, tail, t)
    return Card(text, rows_of(_of_proposal(view, t)), attachments=files)


def _of_proposal(view: DealView, t: Text) -> list[Button]:
    deal = view.deal
    buttons: list[Button] = []
    if view.may(Act.ACCEPT) and deal.offer is not None:
        accept = Press("claim.accept", deal.id, arg=deal.offer.fingerprint[:MARK])
        buttons.append(Button(t.plain("tap-accept"), accept, style=Style.GO))
    if view.may(Act.SUGGEST):
        buttons.append(_suggest(deal.id, t, begun=deal.working is not None))
    if view.may(Act.DECLINE):
        decline = Press("claim.decline", deal.id)
        buttons.append(Button(t.plain("tap-decline"), decline, style=Style.DANGER))
    if view.viewer == deal.invitee and deal.invite is None:
        buttons.append(Button(t.plain("tap-ask"), Press("claim.ask", deal.id)))
    if view.may(Act.WITHDRAW_INVITE):
        withdraw = Press("inv.withdraw", deal.id)
        buttons.append(Button(t.plain("tap-withdraw"), withdraw, style=Style.DANGER))
    buttons.append(Button(t.plain("tap-help"), Press("help", deal.id)))
    return buttons


def words_wanted_card(asked: Safe, back: Press, t: Text) -> Card:
    """A question before the agreement, or its answer, is waited for; *Back* leaves it."""
    return Card(asked, rows_of((Button(t.plain("tap-back"), back),)))


def question_answer_card(
    deal: DealId, person: Person | None, words: str, until: datetime | None, t: Text
) -> Card:
    """A question of somebody who was invited, with *Answer* and until when the invite is open."""
    name = person.name if person is not None else ""
    buttons: tuple[Button, ...] = ()
    last = () if until is None else (t("invite-until", until=until),)
    if person is not None and until is not None:
        say = Press("claimant.say", deal, arg=str(person.id))
        buttons = (Button(t.plain("tap-answer"), say, style=Style.GO),)
    text, attached = fitted((), [(t("invite-asked", name=name), words)], last, "question.txt")
    return Card(text, rows_of(buttons), attachments=attached)
