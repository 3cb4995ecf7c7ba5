"""Terms in words: whole, as a list of differences, and their rules. Shared by several cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from bot.cards.kit.base import Attachment
from bot.cards.kit.ways import way_back, way_out
from bot.cards.kit.wording import MOST, length, lines
from bot.texts import Safe, Text, escape, plain
from core.deal.terms import Change, MilestoneTerms, Role, Rules, Terms
from core.values.money import Money
from core.values.policy import OnSilence, Policy
from core.values.words import FileRef, Words

_OF_MILESTONE: Final = re.compile(
    r"milestones\.(\d+)\.(title|amount|duration|criteria|dropped)(?:\.(\d+))?"
)
MARK: Final = 12
"""Characters of a fingerprint by which a button is bound to the terms that were shown."""


def terms_text(terms: Terms, t: Text) -> Safe:
    """Everything that binds, in the order in which it was asked."""
    return lines(
        *_head(terms, t),
        *(line for n, m in enumerate(terms.milestones, 1) for line in _milestone(n, m, terms, t)),
        "",
        binding_text(terms, t),
    )


def whole_or_file(
    head: Safe, terms: Terms, tail: Safe, t: Text
) -> tuple[Safe, tuple[Attachment, ...]]:
    """The terms in the message; where they do not fit, whole in a file and said so."""
    whole = terms_text(terms, t)
    text = lines(head, whole, tail)
    if length(text) <= MOST:
        return text, ()
    file = Attachment("terms.txt", "text/plain", plain(whole).encode())
    short = t(
        "terms-in-file",
        title=str(terms.title or ""),
        total=terms.total if terms.total is not None else "",
        count=len(terms.kept),
    )
    return lines(head, short, tail), (file,)


def _head(terms: Terms, t: Text) -> Iterator[Safe | None]:
    yield title_line(terms, t)
    total = terms.total
    if total:
        yield t("terms-total", total=total, count=len(terms.kept))
    if terms.description is not None:
        yield lines("", t("terms-work"), quoted(t.said(terms.description)))
    if terms.files:
        names = t.listed(file.name for file in terms.files)
        yield t("terms-files", count=len(terms.files), names=names)


def title_line(terms: Terms, t: Text) -> Safe:
    """What it is about, as the head of a card."""
    return t("terms-title", title=str(terms.title)) if terms.title else t("terms-untitled")


def quoted(text: str) -> Safe:
    """A person's longer words, each line escaped, so that they cannot pass for ours."""
    return Safe("\n".join(f"▏ {escape(line)}" for line in text.splitlines()))


def _milestone(
    number: int, m: MilestoneTerms, terms: Terms, t: Text
) -> Iterator[Safe | str | None]:
    yield ""
    yield milestone_line(number, m, len(terms.milestones), t)
    if m.dropped:
        return
    if m.duration is not None:
        yield t("terms-duration", length=m.duration)
    for criterion in m.criteria:
        yield t("terms-criterion", criterion=str(criterion))


def milestone_line(number: int, m: MilestoneTerms, count: int, t: Text) -> Safe:
    """`1. Drafts: 120.00 EUR`; a part of it may still be missing."""
    title = str(m.title) if m.title else t("terms-untitled")
    if m.dropped:
        return t("terms-milestone-dropped", number=number, title=title)
    if m.amount is None:
        return t("terms-milestone-unpriced", number=number, title=title, count=count)
    return t("terms-milestone", number=number, title=title, amount=m.amount, count=count)


def rules_text(rules: Rules, t: Text) -> Safe:
    """Every rule of the deal that binds, one a line."""
    return lines(
        t("terms-rounds", rounds=rules.revision_rounds),
        t(
            "terms-review",
            length=rules.review_window,
            again=rules.review_window_after_revision,
        ),
        t(f"terms-silence-{rules.on_silence.value}"),
        t("terms-late", grace=rules.late_grace),
        t("terms-cancel-fee", percent=rules.cancel_fee_percent)
        if rules.cancel_fee_percent
        else None,
        t("terms-at-once") if rules.all_at_once else None,
        t(
            "terms-funding-at-once" if rules.all_at_once else "terms-funding",
            length=rules.funding_window,
        ),
    )


def binding_text(terms: Terms, t: Text) -> Safe:
    """What binds beside the work and its price: the same lines before and in the agreement."""
    return lines(
        rules_text(terms.rules, t),
        fee_line(terms, t),
        t("terms-same-hands") if terms.same_hands else None,
    )


def fee_line(terms: Terms, t: Text) -> Safe | None:
    """Our fee, who bears it and what remains; nothing where there is none."""
    if not terms.fee_bps:
        return None
    total = terms.total
    nets = [m.amount.share(terms.fee_bps)[1] for m in terms.kept if m.amount is not None]
    return t(
        "terms-fee",
        percent=t.percent(terms.fee_bps),
        priced=bool(nets),
        total=total if total is not None else "",
        net=sum(nets[1:], nets[0]) if nets else "",
    )


def safety_text(terms: Terms, role: Role, policy: Policy, t: Text) -> Safe:
    """What happens to the money of the one who reads it, by every way that it can move."""
    rules = terms.rules
    return t(
        f"terms-money-{role.value}",
        funding=rules.funding_window,
        at_once=rules.all_at_once,
        **way_out(rules, role) | way_back(rules, policy, role),
    )


# Differences


def diff_text(changes: Iterable[Change], t: Text) -> Safe:
    """Each difference as a line: what it was, struck through, and what it is."""
    return lines(*(_change(change, t) for change in changes))


def _change(change: Change, t: Text) -> Safe:
    label = _label(change.path, t)
    if change.path.endswith(".dropped"):
        return t("diff-dropped", label=label, dropped=bool(change.after))
    before, after = _value(change.path, change.before, t), _value(change.path, change.after, t)
    if before is None and after is not None:
        return t("diff-added", label=label, after=after)
    if after is None and before is not None:
        return t("diff-removed", label=label, before=before)
    return t("diff-changed", label=label, before=before or "", after=after or "")


def _label(path: str, t: Text) -> Safe:
    found = _OF_MILESTONE.fullmatch(path)
    if found is not None:
        number = int(found[1]) + 1
        return t(f"diff-milestone-{found[2]}", number=number, place=int(found[3] or 0) + 1)
    name = path.removeprefix("rules.").partition(".")[0]
    return t(f"diff-{name.replace('_', '-')}")


def _value(path: str, value: object, t: Text) -> Safe | None:
    match value:
        case None:
            return None
        case Words():
            return escape(t.said(value))
        case Money():
            return Safe(t.money(value))
        case timedelta():
            return Safe(t.duration(value))
        case FileRef():
            return escape(value.name)
        case OnSilence():
            return t(f"diff-silence-{value.value}")
        case Role():
            return t(f"role-{value.value}")
        case bool():
            return t("diff-yes" if value else "diff-no")
        case int():
            return Safe(_figure(path, value, t))
        case _:
            return escape(str(value))


def _figure(path: str, value: int, t: Text) -> str:
    """A whole number of the terms: a share in per cent, or how many."""
    if path == "fee_bps":
        return t.percent(value)
    return t.percent(value * 100) if path == "rules.cancel_fee_percent" else t.number(value)
