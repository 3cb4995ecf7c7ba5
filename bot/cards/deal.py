"""The live card of a deal: where it stands, whose turn it is, until when, and what happens then.

Its buttons are what `view.may` allows and nothing else. The wanted step is the first of them, alone
in its row, so that every reader sees it first whichever way they read; no other is green.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.amending.lines import change_line, pause_lines, proposal_lines
from bot.cards.amending.offering import offer_lines, sealed_line
from bot.cards.disputing.sides import asked_lines, decided_line
from bot.cards.kit.acts import LOOKS, OPEN, rare_acts, wanted_acts
from bot.cards.kit.base import MOST_BUTTONS, Card, Rows, rows_of
from bot.cards.kit.heading import act_button, back, head, milestone_title, of_one, other_name
from bot.cards.kit.house import House
from bot.cards.kit.ratings import rating_lines
from bot.cards.kit.shares import of_deal, told_of
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import blocks, lines
from bot.cards.paying.arrivals import arrival_buttons
from bot.cards.paying.banks import with_bank
from bot.cards.people import where_button
from bot.cards.turns import in_detail, turn_line
from bot.cards.working.contested import contested_lines
from bot.texts import Safe, Text
from core.deal.events import TransferKind
from core.deal.milestone import Milestone, State
from core.deal.model import DealState, Transfer, TransferState
from core.deal.step import Act
from core.deal.terms import Role
from core.views import AGREED_PAUSE, DealView

MOST_LINES: Final = 20
"""Milestones told one by one; of longer deals those around the current one."""

LIVE: Final = (DealState.AGREED, DealState.ACTIVE)


def deal_card(view: DealView, t: Text, house: House) -> Card:
    """The deal as its viewer sees it now."""
    deal = view.deal
    if deal.state in (DealState.DRAFT, DealState.INVITED):
        return _before_agreement(view, t)
    text = blocks(
        head(view, t),
        _milestones(view, t),
        lines(_held(view, t, house), *_owed(view, t, house), where_line(view, t, house)),
        change_line(view, t),
        turn_line(view, t),
        _ended(view, t),
        lines(*rating_lines(view, t)),
        _without_phrase(view, t),
    )
    return Card(text, deal_rows(view, t, house))


@dataclass(frozen=True, slots=True)
class Above:
    """What news above it says already, so that where it stands does not say it again."""

    held: bool = False
    ended: bool = False
    decided: bool = False
    transfers: frozenset[int] = frozenset()
    milestones: frozenset[int] = frozenset()
    """What it is about: of several that are open the first to be told of."""


def has_card(view: DealView) -> bool:
    """Whether there is a live card: a party has one once it is agreed."""
    return view.role is not None and view.deal.agreement is not None


def standing(view: DealView, t: Text, house: House, above: Above) -> Safe:
    """How the deal stands, below what happened: what it is about now, and nothing that is over."""
    about = above.milestones
    return blocks(
        head(view, t),
        lines(
            *(_current(view, t, m, above) for m in in_detail(view, about)),
            None if above.held else _held(view, t, house),
            *_owed(view, t, house, above.transfers),
            where_line(view, t, house),
        ),
        change_line(view, t),
        turn_line(view, t, about),
        None if above.ended else _ended(view, t),
        lines(*rating_lines(view, t)),
        _without_phrase(view, t),
    )


def _current(view: DealView, t: Text, m: Milestone, above: Above) -> Safe:
    title = milestone_title(view, m.number)
    stands = t("stands-milestone", number=m.number, title=title, amount=m.amount)
    return lines(stands, *_details(view, t, m, decided=above.decided))


def _ended(view: DealView, t: Text) -> Safe | None:
    final = view.deal.state.final
    if not final:
        return None
    shares = of_deal(view.deal)
    why = view.deal.ended_why
    if why == "completed" and shares["how"] == "shared":
        why = "shared"
    elif why == "unfunded" and view.deal.terms.rules.all_at_once:
        why = "unfunded-all"
    return t("deal-ended", why=why, **shares)


def _without_phrase(view: DealView, t: Text) -> Safe | None:
    """Before there is money: messages about it could not be told from a clone's by the reader."""
    return t("agreed-phrase") if _wants_phrase(view) else None


def _wants_phrase(view: DealView) -> bool:
    me = view.people.get(view.viewer)
    return view.deal.state is DealState.AGREED and me is not None and not me.phrase


def _proof_button(view: DealView, t: Text) -> list[Button]:
    """*Send the receipt*, where a treasurer asked for it."""
    return [
        Button(
            of_one(view, t, t.plain("button-send-proof"), m.number),
            Press(Act.CLAIM_PAID.value, view.deal.id, m.number, m.seen),
            style=Style.GO,
        )
        for m in view.deal.milestones
        if m.claim is not None and m.claim.proof_asked and view.may(Act.CLAIM_PAID, m.number)
    ]


MOST_MORE: Final = MOST_BUTTONS - 1
"""Buttons on one page of *More…*, beside *Back*; of more, *More…* takes one's place on each."""


def more_card(view: DealView, t: Text, page: int = 0) -> Card:
    """What is rare, each with what it does."""
    found = rare_acts(view)
    why = Button(t.plain("button-why"), Press("why", view.deal.id))
    a_page = MOST_MORE if len(found) < MOST_MORE else MOST_MORE - 1
    rest, after = found[page * a_page : (page + 1) * a_page], found[(page + 1) * a_page :]
    args = {"name": other_name(view, t), **way_out(view.deal.terms.rules, view.role)}
    told = [t(f"more-{act.value}", **args) for act, _ in rest]
    buttons = [act_button(view, t, act, milestone) for act, milestone in rest]
    more = Button(t.plain("button-more"), Press("more", view.deal.id, arg=f"{page + 1}"))
    buttons.append(more if after else why)
    text = blocks(head(view, t), lines(*told) if told else t("more-nothing"))
    return Card(text, rows_of([*buttons, back(view, t)]))


def _before_agreement(view: DealView, t: Text) -> Card:
    draft = view.deal.state is DealState.DRAFT
    key = "draft" if draft else "invite"
    text = blocks(head(view, t), t(f"deal-{key}"), turn_line(view, t))
    press = Press("draft" if draft else "inv", view.deal.id)
    return Card(text, ((Button(t.plain(f"button-deal-{key}"), press, style=Style.GO),),))


# Lines


def _milestones(view: DealView, t: Text) -> Safe:
    milestones = view.deal.milestones
    shown, before, after = _around_current(view)
    whole = in_detail(view)
    told = [_milestone(view, t, m, whole=m in whole) for m in shown]
    if before:
        told.insert(0, t("milestones-before", count=before))
    if after:
        told.append(t("milestones-after", count=after))
    return lines(*told) if milestones else Safe("")


def _around_current(view: DealView) -> tuple[tuple[Milestone, ...], int, int]:
    """The milestones that are told one by one, how many stand before and after them."""
    milestones = view.deal.milestones
    if len(milestones) <= MOST_LINES:
        return milestones, 0, 0
    current = view.deal.current
    start = 0 if current is None else max(current.number - 1 - MOST_LINES // 2, 0)
    start = min(start, len(milestones) - MOST_LINES)
    return milestones[start : start + MOST_LINES], start, len(milestones) - start - MOST_LINES


def _milestone(view: DealView, t: Text, m: Milestone, *, whole: bool) -> Safe:
    line = t(
        "milestone-line",
        number=m.number,
        title=milestone_title(view, m.number),
        amount=m.amount,
        state=m.state.value,
        current=m in view.deal.under_way,
    )
    return lines(line, *_details(view, t, m)) if whole else line


def _details(view: DealView, t: Text, m: Milestone, *, decided: bool = False) -> list[Safe]:
    told: list[Safe] = []
    if m.waiting and m.state is State.FUNDING:
        told.append(t("milestone-arrived", arrived=m.waiting, missing=m.missing))
    told += with_bank(view, t, m)
    if m.claim is not None:
        told.append(t("milestone-claimed", at=m.claim.at, proof=m.claim.proof_asked))
    if m.released:
        told.append(t("milestone-part-released", amount=m.released + m.fee))
    if m.rounds and m.state in (State.SUBMITTED, State.REVISING, State.CONTESTED):
        rules = view.deal.terms.rules
        told.append(t("milestone-rounds", used=m.rounds_used, agreed=rules.revision_rounds))
    told += [*pause_lines(view, m, t), *contested_lines(view, m, t)]
    if view.deal.frozen_at is not None:  # no answer is waited for, and no date holds
        return told
    if m.state is State.DISPUTED:
        ruled = None if decided else decided_line(view, m, t)
        told += [*asked_lines(view, m, t), *offer_lines(view, m, t)]
        told += [line for line in (ruled, sealed_line(view, m, t)) if line]
    return [*told, *proposal_lines(view, m, t)]


def _held(view: DealView, t: Text, house: House) -> Safe | None:
    held = view.held
    if held is None or view.deal.state.final:
        return None
    paid = [m for m in view.deal.milestones if m.held] or view.deal.under_way[:1]
    return t("deal-held", amount=held, play=all(map(house.plays, paid)))


def _owed(view: DealView, t: Text, house: House, told: frozenset[int] = frozenset()) -> list[Safe]:
    own = [tr for tr in view.deal.transfers if tr.person == view.viewer][-3:]
    return [transfer_line(view, t, house, tr) for tr in own if tr.number not in told]


def transfer_line(view: DealView, t: Text, house: House, transfer: Transfer) -> Safe:
    """What its reader is owed and by when it is sent, or that it is sent, or has arrived."""
    return t("deal-transfer", **told_of(view, house, transfer))


def asks_where(view: DealView, house: House) -> bool:
    """Whether a freelancer is asked where to be paid: nowhere yet, or it failed there."""
    failed = any(
        tr.person == view.viewer
        and tr.kind is TransferKind.PAYOUT
        and tr.state in (TransferState.FAILED, TransferState.RETURNED)
        for tr in view.deal.transfers
    )
    running = not view.deal.state.final and house.asks_where(view)
    return view.role is Role.FREELANCER and (failed or running or house.pays_nowhere(view))


def where_line(view: DealView, t: Text, house: House) -> Safe | None:
    """Asks for it in words."""
    return t("agreed-where") if asks_where(view, house) else None


# Buttons


def deal_rows(view: DealView, t: Text, house: House, *, kept: bool = False) -> Rows:
    """The wanted step alone in the first row; no other is green.

    `kept`: the message keeps its words, so the deal opens below it and has the rest there.
    """
    wanted, others = wanted_buttons(view, t, house), _others(view, t, kept=kept)
    if not wanted:
        return rows_of(others[:MOST_BUTTONS])
    first, *more = wanted
    rest = [replace(one, style=_not_green(one)) for one in (*more, *others)]
    return ((first,), *rows_of([*rest[:-1][: MOST_BUTTONS - 2], rest[-1]]))


def _not_green(button: Button) -> Style:
    return Style.PLAIN if button.style is Style.GO else button.style


def wanted_buttons(view: DealView, t: Text, house: House) -> list[Button]:
    """The one or two steps that are wanted now, the first before all; none where nothing is."""
    deal = view.deal
    acts = sorted(wanted_acts(view), key=lambda one: LOOKS[one[0]] is not Style.GO)
    buttons = [*_proof_button(view, t), *(act_button(view, t, act, n) for act, n in acts)]
    there = arrival_buttons(view, t)
    first = not buttons or any(button.style is Style.GO for button in there)
    buttons = [*there, *buttons] if first and not _green(buttons) else [*buttons, *there]
    at_once = _green(buttons)
    if _others_turn(view):
        remind = Button(t.plain("button-remind"), Press("moreremind", deal.id), style=Style.GO)
        buttons.insert(len(buttons) if at_once else 0, remind)
    if asks_where(view, house):
        where = where_button(deal.id, str(deal.currency), t)
        waits = not at_once or house.pays_nowhere(view)
        buttons.insert(0 if waits else 1, replace(where, style=Style.GO))
    if _wants_phrase(view):
        buttons.append(Button(t.plain("tap-phrase"), Press("set.phrase")))
    return buttons


def _green(buttons: Sequence[Button]) -> bool:
    return any(button.style is Style.GO for button in buttons)


_NEXT: Final = {"again": Style.GO}
"""What an end has next."""


def _others(view: DealView, t: Text, *, kept: bool) -> list[Button]:
    """What is there at any time; the desk's help last."""
    deal, final = view.deal, view.deal.state.final
    paid = any(m.deposits for m in deal.milestones)
    papers = not kept
    offered = [
        (final and view.role is not None and deal.agreement is not None, "again", "again"),
        (final and paid, "receipt", "docrec"),
        (bool(rare_acts(view)), "more", "more"),
        (papers and _has_diary(view), "diary", "diary.read"),
        (papers and deal.agreement is not None, "agreement", "docagr"),
        (papers and paid and not final, "receipts", "docrec"),
        (view.may(Act.RATE), _rates(view), Act.RATE),
        (kept, "open-deal", OPEN),
        (True, "help", "help"),
    ]
    return [
        Button(t.plain(f"button-{key}"), Press(verb, deal.id), style=_NEXT.get(key, Style.PLAIN))
        for is_there, key, verb in offered
        if is_there
    ]


def _rates(view: DealView) -> str:
    """*Rate*, or what was said is changed while nobody has read it."""
    return "rate" if view.deal.rating_by(view.viewer) is None else "rate-again"


def _others_turn(view: DealView) -> bool:
    """Somebody is the other side, and waited for; not while both agreed that nobody is."""
    if view.awaited.otherwise == AGREED_PAUSE:
        return False
    waited = view.awaited.person
    return waited is not None and waited == view.deal.other(view.viewer)


def _has_diary(view: DealView) -> bool:
    """There is something to read, or to add and no button for that yet."""
    adding = any(act is Act.DIARY for act, _ in wanted_acts(view))
    return view.deal.diary_count > 0 or (view.may(Act.DIARY) and not adding)
