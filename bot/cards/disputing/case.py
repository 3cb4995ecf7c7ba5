"""The case file of a dispute: what an arbiter needs, in the one message that is pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.disputing.about import Case
from bot.cards.disputing.decisions import decisions
from bot.cards.disputing.exhibits import sought_args
from bot.cards.disputing.moments import ended, moments
from bot.cards.disputing.offers import offers
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import MOST, lines, paragraphs, quoted, topic_name, units
from bot.texts import Code, Safe, Text, plain
from core.deal.dispute import Cause, Dispute
from core.deal.offering import judged_by
from core.deal.points import Item, ItemKind, Round
from core.deal.stage import Stage
from core.deal.step import Act
from core.deal.terms import Role
from core.talking import DiaryWritten
from core.values.ids import PersonId
from core.values.window import Window
from core.values.words import Words

_WIDTHS: Final = (600, 250, 100, 40)
"""How much of each text is shown, tried in turn until the file fits one message."""
MARKS: Final = {stage: "✅" if stage.closed else "⚖️" for stage in Stage}
ICONS: Final = {
    Stage.ANSWERING: "💬",
    Stage.NEGOTIATION: "🗣",
    Stage.OPEN: "❗️",
    Stage.TAKEN: "🔎",
    Stage.DECIDED: "📆",
    Stage.REVIEW: "‼️",
    Stage.REVIEWING: "🔬",
    **{stage: "✅" for stage in Stage if stage.closed},
}


def title_of(t: Text, case: Case) -> str:
    """The topic's name."""
    amount = plain(t.money(case.dispute.held))
    return topic_name(case.part, MARKS[case.dispute.stage], amount)


def case_file(t: Text, case: Case) -> Card:
    """The pinned message, its texts cut until it fits."""
    text = Safe("")
    for width in _WIDTHS:
        text = _text(t, case, width)
        if units(plain(text)) <= MOST - 96:
            break
    else:
        text = Safe(paragraphs(_head(t, case), _stage(t, case), _allowed(t, case)))
    return Card(text, rows_of(_buttons(t, case)))


def _text(t: Text, case: Case, width: int) -> Safe:
    return paragraphs(
        _head(t, case),
        *(_position(t, case, role, width) for role in Role),
        _criteria(t, case, width),
        _rounds(t, case, width),
        _evidence(t, case),
        offers(t, case.part, case.staff),
        _talk(t, case),
        _timeline(t, case),
        decisions(t, case),
        _stage(t, case),
        _allowed(t, case),
    )


def held_line(t: Text, case: Case, deal: str) -> Safe:
    """What is held; after the ruling or a settlement, what was."""
    dispute = case.dispute
    over = dispute.stage is Stage.SETTLED or (dispute.stage is Stage.RULED and not dispute.goes_on)
    stage = dispute.stage if over else Stage.OPEN
    held, play = case.dispute.held, case.part.play
    return t("desk-case-held", deal=deal, stage=stage, amount=held, play=play)


def _head(t: Text, case: Case) -> Safe:
    part, dispute = case.part, case.dispute
    count = len(part.deal.milestones)
    return lines(
        t(
            "desk-case-title",
            title=part.deal_title,
            milestone=part.title,
            number=part.number,
            count=count,
        ),
        held_line(t, case, Code(part.deal.id)),
        t(
            "desk-case-cause",
            cause=dispute.cause,
            name=part.name(dispute.opened_by),
            role=part.role(dispute.opened_by),
        ),
    )


def _position(t: Text, case: Case, role: Role, width: int) -> Safe:
    part, person = case.part, case.part.deal.person(role)
    said = case.dispute.statement_of(person)
    late = case.dispute.unanswered_at is not None
    if said is None and (late or case.dispute.cause is Cause.SILENCE):
        return t("desk-case-silent", role=role, name=part.side(role))
    if said is None:
        waits = case.dispute.answer_by.ends_at
        return t("desk-case-no-answer", role=role, name=part.side(role), until=waits)
    asked = sought_args(case.dispute, said)
    head = t("desk-case-position", role=role, name=part.side(role), **asked)
    return lines(head, quoted(t.said(said.words), width))


def _criteria(t: Text, case: Case, width: int) -> Safe:
    milestone = case.part.milestone
    notes = _notes(case)
    found = [t("desk-case-criteria")]
    for place, criterion in enumerate(case.part.terms.criteria):
        found.append(t("desk-case-criterion", number=place + 1, words=str(criterion)))
        if criterion in notes:
            noted = _cut(t.said(notes[criterion]), width)
            found.append(t("desk-case-note", role=Role.FREELANCER, words=noted))
        defects = [
            item
            for each in milestone.rounds
            for item in each.items
            if said_as(each, item) == ItemKind.DEFECT
            and _departs_from(case, each, item) == criterion
        ]
        found += [
            t("desk-case-note", role=Role.CLIENT, words=_cut(t.said(item.words), width))
            for item in defects
        ]
    return lines(*found)


def _notes(case: Case) -> Mapping[Words, Words]:
    """The freelancer's word on each criterion, as it was agreed when the work was handed in."""
    work, part = case.part.milestone.submission, case.part
    if work is None:
        return {}
    criteria = judged_by(part.deal, part.milestone.number, work.under).criteria
    return dict(zip(criteria, work.notes, strict=False))


def _departs_from(case: Case, asked: Round, item: Item) -> Words | None:
    """The criterion that a defect names, as it was agreed then."""
    criteria = judged_by(case.part.deal, case.part.milestone.number, asked.under).criteria
    return None if item.criterion is None else criteria[item.criterion]


def _cut(words: str, width: int) -> str:
    text = " ".join(words.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _rounds(t: Text, case: Case, width: int) -> Safe:
    milestone = case.part.milestone
    if not milestone.rounds:
        return Safe("")
    agreed = case.part.deal.terms.rules.revision_rounds
    found = [t("desk-case-rounds", used=milestone.rounds_used, agreed=agreed)]
    for each in milestone.rounds:
        found.append(t("desk-case-round", number=each.number, at=each.at))
        answers = answers_to(case, each)
        said = dict(zip(each.places, answers, strict=False))
        for place, item in enumerate(each.items):
            found.append(_item(t, each, item, width))
            found += _contested(t, each, place, width)
            if place in said:
                found.append(t("desk-case-answered", words=_cut(t.said(said[place]), width)))
    return lines(*found)


def _contested(t: Text, asked: Round, place: int, width: int) -> list[Safe]:
    """Why the freelancer disagrees with the point, and what came of that."""
    contest = asked.contest(place)
    if contest is None:
        return []
    why = t("desk-case-contested", words=_cut(t.said(contest.words), width))
    if contest.end is None:
        return [why]
    return [why, t("desk-case-contest-ended", what=ended(t, contest))]


def _item(t: Text, asked: Round, item: Item, width: int) -> Safe:
    return t(
        "desk-case-item",
        kind=said_as(asked, item),
        criterion=0 if item.criterion is None else item.criterion + 1,
        words=_cut(t.said(item.words), width),
    )


def said_as(asked: Round, item: Item) -> str:
    """What a point is: of a round that an arbiter ordered it is no client's."""
    return item.kind.value if asked.fallback is None else "ordered"


def answers_to(case: Case, asked: Round) -> Sequence[Words]:
    """The freelancer's words on each point of a round, from the submission that answered it."""
    later = [s for s in case.part.milestone.submissions if s.at >= asked.at and s.answers]
    nexts = [r.at for r in case.part.milestone.rounds if r.number > asked.number]
    within = [s for s in later if not nexts or s.at <= min(nexts)]
    return within[-1].answers if within else ()


def _evidence(t: Text, case: Case) -> Safe:
    filed = case.dispute.evidence
    if not filed:
        return Safe("")
    return lines(
        t("desk-case-evidence"),
        *(
            t(
                "desk-case-filed",
                number=item.number,
                role=case.part.role(item.by),
                what=evidence_label(t.said(item.words), [f.name for f in item.files]),
            )
            for item in filed
        ),
    )


def evidence_label(words: str, names: Sequence[str], most: int = 60) -> str:
    """Evidence in a few words."""
    text = ", ".join([*names, *([words] if words else [])])
    return _cut(text, most)


def _talk(t: Text, case: Case) -> Safe:
    """How much else there is to read; all of it is in the whole file."""
    diary = sum(isinstance(row.event, DiaryWritten) for row in case.said)
    return t("desk-case-said", diary=diary, messages=len(case.said) - diary)


def _timeline(t: Text, case: Case) -> Safe:
    found = sorted(moments(t, case.part, case.dispute), key=lambda moment: moment[0])
    return lines(
        t("desk-case-timeline"), *(t("desk-case-moment", at=at, what=what) for at, what in found)
    )


def _stage(t: Text, case: Case) -> Safe:
    dispute = case.dispute
    clock = _clock(dispute)
    if dispute.stage.closed or clock is None:
        return Safe("")
    arbiter = case.colleague(dispute.arbiter)
    stage = t("desk-case-stage", stage=dispute.stage, name=arbiter, until=clock.ends_at)
    since = case.part.deal.frozen_at
    if since is not None:
        return lines(stage, t("desk-case-frozen", since=since))
    waits = t("desk-case-waits", why=case.waits) if case.waits else ""
    hears = "" if dispute.stage.between_them else _hears(t, case)
    lent = t("desk-case-outside") if dispute.outside else ""
    return lines(stage, lent, hears, _challengeable(t, case), waits)


def _challengeable(t: Text, case: Case) -> Safe:
    clock = case.dispute.challenge_by
    if not case.challenge or clock is None:
        return Safe("")
    return t("desk-case-challengeable", may=case.challenge, until=clock.ends_at)


def _clock(dispute: Dispute) -> Window | None:
    """Until when it stands as it does."""
    if dispute.stage is Stage.ANSWERING:
        return dispute.answer_by
    if dispute.stage is Stage.NEGOTIATION and dispute.negotiation is not None:
        return dispute.negotiation.ends
    return dispute.final_by if dispute.stage is Stage.DECIDED else dispute.desk_clock


def _hears(t: Text, case: Case) -> Safe:
    """From when it can be ruled, and whom that waits for."""
    waits = case.part.deal.unheard(case.dispute)
    if waits is None:
        return Safe("")
    role = waits.roles[0] if len(waits.roles) == 1 else "both"
    return t("desk-case-hears", role=role, until=waits.until)


_TOLD: Final = (
    Act.TAKE, Act.TAKE_OVER, Act.ASK, Act.ADVISE, Act.RULE, Act.HAND_OVER, Act.RECUSE
)  # fmt: skip
_DECIDES: Final = (Act.TAKE, Act.TAKE_OVER, Act.ASK, Act.RULE)
"""With one of these somebody is on the way to a ruling: who has it asks, and may not rule yet."""


def _allowed(t: Text, case: Case) -> Safe:
    """What the rulebook lets the desk do now, and whom."""
    told = [
        t("desk-case-may", act=act, names=t.listed(sorted(map(case.colleague, case.may[act]))))
        for act in _TOLD
        if case.may.get(act)
    ]
    if case.dispute.stage.closed:
        return t("desk-case-closed")
    if case.dispute.stage is Stage.DECIDED:
        accepted = [part_name(t, case, person) for person in case.dispute.accepted]
        made = case.dispute.ruling
        return t(
            "desk-case-decided",
            reviewable=made is not None and made.reviewable,
            accepted=bool(accepted),
            names=t.listed(accepted),
        )
    frozen = case.part.deal.frozen_at is not None or case.dispute.stage.between_them
    stuck = not frozen and not any(case.may.get(act) for act in _DECIDES)
    return lines(
        t("desk-case-nobody") if stuck else "",
        t("desk-case-allowed") if told else "",
        *told,
    )


def part_name(t: Text, case: Case, person: PersonId) -> str:
    """A side by its role and name."""
    return t.plain("desk-case-side", role=case.part.role(person), name=case.part.name(person))


def _buttons(t: Text, case: Case) -> Iterator[Button]:
    for act, verb, key, style, arg in _BUTTONS:
        if case.may.get(act):
            press = Press(verb, case.part.deal.id, case.part.number, None, arg)
            yield Button(t.plain(key), press, style=style)
    whole = Press("whole", case.part.deal.id, case.part.number)
    yield Button(t.plain("desk-button-whole"), whole)


_BUTTONS: Final = (
    (Act.TAKE, "take", "desk-button-take", Style.GO, ""),
    (Act.RULE, "rule", "desk-button-rule", Style.GO, ""),
    (Act.ASK, "ask", "desk-button-ask-client", Style.PLAIN, Role.CLIENT.value),
    (Act.ASK, "ask", "desk-button-ask-freelancer", Style.PLAIN, Role.FREELANCER.value),
    (Act.ADVISE, "advise", "desk-button-propose", Style.PLAIN, ""),
    (Act.HAND_OVER, "hand", "desk-button-hand-over", Style.PLAIN, ""),
    (Act.TAKE_OVER, "over", "desk-button-take-over", Style.PLAIN, ""),
    (Act.RECUSE, "recuse", "desk-button-recuse", Style.PLAIN, ""),
)
