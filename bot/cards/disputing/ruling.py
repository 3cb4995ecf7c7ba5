"""The form of a ruling: outcome, split, criterion, evidence, reasons, and everything once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.disputing.about import Case
from bot.cards.disputing.case import evidence_label
from bot.cards.disputing.decisions import ruling_line
from bot.cards.disputing.draft import (
    MOST_POINT,
    MOST_REASONS,
    SEND_BACK,
    UPHOLD,
    Draft,
    Needs,
    Preview,
    agreed,
    preview,
)
from bot.cards.disputing.exhibits import exhibit_title, sought_args
from bot.cards.disputing.items import criterion_line
from bot.cards.disputing.outcomes import goes_on_line, ordered_lines
from bot.cards.disputing.record import Recorded, exhibits, label_of, relied_lines
from bot.cards.kit.base import Card, Rows, rows_of
from bot.cards.kit.desk import lines, paragraphs, quoted
from bot.texts import Safe, Text
from core.deal.approval import AskedRuling
from core.deal.dispute import Cause, Statement
from core.deal.milestone import Milestone
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.deal.terms import Role
from core.disputing import MOST_ORDERED, may_extend, may_order, stands_after
from core.values.errors import Refusal
from core.values.ids import PersonId
from core.values.words import Words

GOING: Final = "going"
"""Instead of what becomes of the money: that it stays held."""
PAGE: Final = 5
"""Choices at a time: with *More*, *Next* and *Back* a card has eight buttons."""


def _press(case: Case, owner: PersonId, field: str, choice: str) -> Press:
    """Bound to its owner and its question: anybody else's tap, or a late one, changes nothing."""
    return Press("r", case.part.deal.id, case.part.number, None, f"{owner}.{field}.{choice}")


def question(t: Text, case: Case, owner: PersonId, field: str, draft: Draft, needs: Needs) -> Card:
    """The card of one question."""
    body = {
        "outcome": _outcome,
        "going": _going,
        "points": _points,
        "of": _of,
        "time": _time,
        "share": _share,
        "criterion": _criterion,
        "evidence": _evidence,
        "reasons": _reasons,
        "confirm": _confirm,
    }[field]
    text, buttons = body(t, case, draft, needs)
    presses = [
        Button(label, _press(case, owner, field, choice), style=style)
        for label, choice, style in buttons
    ]
    back = Button(t.plain("desk-button-back"), _press(case, owner, field, "back"))
    head = t("desk-rule-head", name=case.colleague(owner), deal=case.part.deal_title)
    return Card(paragraphs(head, text), _rows(field, [*presses, back]))


def _rows(field: str, buttons: Sequence[Button]) -> Rows:
    if field in ("criterion", "evidence", "of"):
        return (*((button,) for button in buttons[:-2]), tuple(buttons[-2:]))
    return rows_of(buttons)


_Choices = list[tuple[str, str, Style]]


def _outcome(t: Text, case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    choices: _Choices = [
        (t.plain("desk-button-release", amount=draft.held), "release", Style.PLAIN),
        (t.plain("desk-button-refund", amount=draft.held), "refund", Style.PLAIN),
        (t.plain("desk-button-split"), "split", Style.PLAIN),
        (t.plain("desk-button-going"), GOING, Style.PLAIN),
    ]
    made = case.dispute.ruling
    if made is not None:
        same = t.plain("desk-button-uphold"), UPHOLD, Style.PLAIN
        choices = [same, *choices, (t.plain("desk-button-send-back"), SEND_BACK, Style.PLAIN)]
    text = lines(
        "" if made is None else ruling_line(t, case, made),
        t("desk-rule-outcome", amount=draft.held, play=case.part.play),
        *(_sought(t, case, role) for role in Role),
    )
    return text, choices


def _position(case: Case, role: Role) -> Statement | None:
    return case.dispute.statement_of(case.part.deal.person(role))


def _sought(t: Text, case: Case, role: Role) -> Safe:
    said = _position(case, role)
    if said is None:
        return t("desk-rule-silent", role=role, name=case.part.side(role))
    asked = sought_args(case.dispute, said)
    return t("desk-case-position", role=role, name=case.part.side(role), **asked)


def _going(t: Text, case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    """Time is given to work that is not handed in; an old dispute has nowhere to go on from."""
    ways = [outcome for outcome in Outcome if outcome.goes_on and can_be(case, outcome)]
    choices = [
        (t.plain("desk-button-goes-on", outcome=outcome), outcome.value, Style.PLAIN)
        for outcome in ways
    ]
    return t("desk-rule-going", amount=draft.held, some=bool(ways)), choices


def can_be(case: Case, outcome: Outcome) -> bool:
    """Whether a ruling on this case can be that the work goes on so."""
    with suppress(Refusal):
        _GUARDS[outcome](case.part.milestone)
        return True
    return False


_GUARDS: Final[Mapping[Outcome, Callable[[Milestone], object]]] = MappingProxyType(
    {Outcome.EXTEND: may_extend, Outcome.DISMISS: stands_after, Outcome.ORDER: may_order}
)


def _points(t: Text, _case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    """One a message, until they are all there."""
    full = len(draft.points) >= MOST_ORDERED
    ask = t("desk-rule-points", count=len(draft.points), full=full, most=MOST_ORDERED)
    choices: _Choices = []
    if draft.points:
        choices.append((t.plain("desk-button-next"), "next", Style.GO))
        choices.append((t.plain("desk-button-drop-point"), "drop", Style.PLAIN))
    return paragraphs(ordered_lines(t, draft.points, MOST_POINT), ask), choices


def _of(t: Text, case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    text = t("desk-rule-point-of", words=t.said(draft.point))
    return _by_criterion(t, case, draft, text)


_DAYS: Final = (1, 3, 7, 14, 30)


def _time(t: Text, _case: Case, draft: Draft, needs: Needs) -> tuple[Safe, _Choices]:
    orders = draft.outcome is Outcome.ORDER
    least = needs.round if orders else needs.shortest
    days = [count for count in _DAYS if least <= timedelta(days=count) <= needs.longest]
    choices = [(t.duration(timedelta(days=count)), f"d{count}", Style.PLAIN) for count in days]
    text = t("desk-rule-time", orders=orders, least=least, most=needs.longest)
    return text, choices


def _share(t: Text, _case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    orders = draft.outcome is Outcome.ORDER
    return t("desk-rule-share", amount=draft.held, orders=orders), []


def split_lines(t: Text, case: Case, shown: Preview) -> Safe:
    """Who gets what, with fee and remainder."""
    freelancer, client = case.part.side(Role.FREELANCER), case.part.side(Role.CLIENT)
    return lines(
        t("desk-rule-to-freelancer", name=freelancer, amount=shown.gross),
        t("desk-rule-fee", fee=shown.fee, payout=shown.payout) if shown.fee else "",
        t("desk-rule-to-client", name=client, amount=shown.refund),
    )


def _decided(t: Text, case: Case, draft: Draft) -> Safe:
    if draft.review == SEND_BACK:
        return t("desk-rule-sends-back")
    comes_to = _comes_to(t, case, draft)
    if not comes_to or draft.outcome is None:
        return Safe("")
    return lines(
        t("desk-rule-upholds") if draft.review == UPHOLD else "",
        t("desk-rule-decided", outcome=draft.outcome, play=case.part.play),
        comes_to,
    )


def _comes_to(t: Text, case: Case, draft: Draft) -> Safe:
    """Nothing while the draft does not say."""
    outcome, shown = draft.outcome, preview(draft, case.part.deal.terms.fee_bps)
    shares = Safe("") if shown is None else split_lines(t, case, shown)
    if outcome is None or not outcome.goes_on:
        return shares
    if outcome is not Outcome.DISMISS and draft.more is None:
        return Safe("")
    what = goes_on_line(t, case.part, case.dispute, outcome, draft.more, case.now)
    if outcome is not Outcome.ORDER:
        return what
    return lines(
        what, ordered_lines(t, draft.points), t("ruling-fallback") if shares else "", shares
    )


def _pages(t: Text, page: int, count: int, size: int = PAGE) -> Iterator[tuple[str, str, Style]]:
    if count > size:
        last = (count - 1) // size
        following = 0 if page >= last else page + 1
        yield t.plain("desk-button-more"), f"p{following}", Style.PLAIN


def _shown(draft: Draft, count: int) -> range:
    return range(draft.page * PAGE, min((draft.page + 1) * PAGE, count))


def _criterion(t: Text, case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    asked, choices = _by_criterion(t, case, draft, t("desk-rule-criterion"))
    none = (t.plain("desk-button-no-criterion"), "none", Style.PLAIN)
    return paragraphs(_decided(t, case, draft), asked), [*choices, none]


def _by_criterion(t: Text, case: Case, draft: Draft, asked: Safe) -> tuple[Safe, _Choices]:
    """A question that one of the criteria answers."""
    criteria = case.part.terms.criteria
    found = [
        (_numbered(t, place + 1, criteria[place]), f"c{place}", Style.PLAIN)
        for place in _shown(draft, len(criteria))
    ]
    text = paragraphs(
        lines(
            asked,
            *(
                t(
                    "desk-case-criterion",
                    number=place + 1,
                    words=evidence_label(str(words), [], 120),
                )
                for place, words in enumerate(criteria)
            ),
        ),
    )
    return text, [*found, *_pages(t, draft.page, len(criteria))]


def _numbered(t: Text, number: int, words: Words) -> str:
    return f"{t.number(number)}. {evidence_label(str(words), [], 30)}"


CHAPTERS: Final[Mapping[str, tuple[ExhibitKind, ...]]] = MappingProxyType(
    {
        "": (ExhibitKind.EVIDENCE,),
        "terms": (ExhibitKind.TERMS, ExhibitKind.ACCEPTANCE),
        "work": (ExhibitKind.SUBMISSION, ExhibitKind.ROUND),
        "diary": (ExhibitKind.DIARY,),
        "talk": (ExhibitKind.MESSAGE,),
        "positions": (ExhibitKind.STATEMENT, ExhibitKind.QUESTION),
    }
)
CONTENTS: Final = "contents"
"""Where a chapter is chosen."""
_EVIDENCE_PAGE: Final = 4
"""Beside *More*, *Other items*, *Next* and *Back*."""


def chapter_of(t: Text, case: Case, chapter: str) -> list[Recorded]:
    """The exhibits of a chapter, in order."""
    kinds = CHAPTERS.get(chapter, ())
    return [e for e in exhibits(t, case) if e.exhibit is not None and e.exhibit.kind in kinds]


def _evidence(t: Text, case: Case, draft: Draft, _needs: Needs) -> tuple[Safe, _Choices]:
    """Any item of the case by its name: what was filed first, the rest by chapters."""
    if draft.chapter == CONTENTS:
        chapters = [name for name in CHAPTERS if name and chapter_of(t, case, name)]
        found = [
            (t.plain("desk-button-chapter", chapter=name), f"k{name}", Style.PLAIN)
            for name in chapters
        ]
    else:
        offered = chapter_of(t, case, draft.chapter)
        found = _ticked(t, draft, offered, PAGE if draft.chapter else _EVIDENCE_PAGE)
    if not draft.chapter:
        found.append((t.plain("desk-button-others"), f"k{CONTENTS}", Style.PLAIN))
        found.append((t.plain("desk-button-next"), "next", Style.GO))
    text = lines(
        t("desk-rule-evidence", count=len(draft.evidence)),
        relied_lines(t, case, relied(t, case, draft)),
    )
    return paragraphs(_decided(t, case, draft), text), found


def relied(t: Text, case: Case, draft: Draft) -> tuple[Exhibit, ...]:
    """What was chosen, in the order of the record."""
    found = [each.exhibit for each in exhibits(t, case)]
    return tuple(each for each in found if each is not None and str(each) in draft.evidence)


def _ticked(t: Text, draft: Draft, offered: Sequence[Recorded], page: int) -> _Choices:
    found: _Choices = []
    for each in offered[draft.page * page : (draft.page + 1) * page]:
        if each.exhibit is None:
            continue
        mark = "☑" if str(each.exhibit) in draft.evidence else "☐"
        filed = each.exhibit.kind is ExhibitKind.EVIDENCE
        name = t.number(each.exhibit.number) if filed else exhibit_title(t, each.exhibit)
        label = f"{mark} {name} · {label_of(each, 24)}"
        found.append((label, str(each.exhibit), Style.PLAIN))
    return [*found, *_pages(t, draft.page, len(offered), page)]


def _reasons(t: Text, case: Case, draft: Draft, needs: Needs) -> tuple[Safe, _Choices]:
    text = t("desk-rule-reasons", least=needs.least, most=MOST_REASONS)
    others = (t.plain("desk-button-others"), "others", Style.PLAIN)
    return paragraphs(_decided(t, case, draft), text), [others]


def _all_of_it(t: Text, case: Case, draft: Draft) -> Safe:
    named = relied_lines(t, case, relied(t, case, draft))
    return paragraphs(
        _decided(t, case, draft),
        lines(
            criterion_line(t, case, draft.criterion),
            named or t("desk-rule-no-evidence"),
        ),
        lines(t("desk-ruling-reasons"), quoted(t.said(draft.reasons), MOST_REASONS)),
        lines(*_warnings(t, case)),
    )


def ruling_asked(t: Text, case: Case, asked: AskedRuling) -> Safe:
    """A ruling that waits for a second arbiter, as its own saw it on the last question."""
    chosen = tuple(map(str, asked.relied_on))
    draft = Draft(
        asked.held,
        asked.outcome,
        asked.to_freelancer,
        asked.criterion,
        chosen,
        reasons=asked.reasons,
        more=asked.more,
        points=asked.points,
    )
    return _all_of_it(t, case, draft)


def _confirm(t: Text, case: Case, draft: Draft, needs: Needs) -> tuple[Safe, _Choices]:
    text = paragraphs(
        _all_of_it(t, case, draft),
        t("desk-rule-confirm", then=_then(case, draft, needs)),
    )
    return text, [(t.plain("desk-button-confirm-ruling"), agreed(draft), Style.DANGER)]


def _then(case: Case, draft: Draft, needs: Needs) -> str:
    if draft.review == SEND_BACK:
        return "anew"
    if draft.outcome is not None and draft.outcome.goes_on:
        return "goes-now" if needs.at_once or case.dispute.review is not None else "goes-later"
    return "now" if needs.at_once or case.dispute.review is not None else "held"


def _warnings(t: Text, case: Case) -> Iterator[Safe]:
    """A side may have let its time pass; the arbiter is to know it."""
    if case.dispute.cause is Cause.SILENCE:
        return
    for role in Role:
        if _position(case, role) is None:
            yield t("desk-rule-warning", role=role, name=case.part.side(role))


def ruled(t: Text, case: Case, draft: Draft) -> Card:
    """What the form becomes once the ruling was made."""
    done = t("desk-rule-done", back=draft.review == SEND_BACK)
    return Card(lines(done, _decided(t, case, draft)))
