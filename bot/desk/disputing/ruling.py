"""*Rule…*: a form of its arbiter, question by question, kept in the database until it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.disputing.about import Case
from bot.cards.disputing.draft import (
    FIELDS,
    MOST_POINT,
    MOST_REASONS,
    SEND_BACK,
    Draft,
    Needs,
    agreed,
)
from bot.cards.disputing.outcomes import until_if_now
from bot.cards.disputing.ruling import CONTENTS, question, relied, ruled, ruling_asked
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import left, over
from bot.desk.disputing.answers import after_time, answered
from bot.desk.disputing.shares import read_share, read_time
from bot.desk.kit.call import BOT, Call, words
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Pressed, about
from bot.desk.kit.topics import case_of, show_file
from bot.mail.kept import USED
from core.deal.approval import ApprovalKind
from core.deal.milestone import Milestone
from core.deal.ruling import Outcome
from core.disputing import (
    MOST_ORDERED,
    Rule,
    SendBack,
    can_go_on,
    least_reasons,
    may_rule,
    order_takes,
    outcome_of,
)
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import SYSTEM, DealId
from core.values.money import Money
from core.values.words import Words

RULE: Final = "rule"
_MOST_DIGITS: Final = 4


async def begin(call: Call, press: Press) -> None:
    """*Rule…*: the form opens, or goes on where it was."""
    deal, number = about(press)
    milestone = await _may(call, deal, number)
    if not await leave_room(call, RULE, deal, number):
        return
    form = await call.form()
    if form is None or not same(form, RULE, deal, number):
        await _keep(call, deal, number, "outcome", Draft(milestone.held))
    await _ask(call, anew=True)


async def _may(call: Call, deal: DealId, number: int) -> Milestone:
    """Asked before the form opens and at each of its steps. Raises what core would."""
    deal_now, known = await call.app.escrow.seen_by(call.person, deal)
    milestone = deal_now.milestone(number)
    may_rule(deal_now, call.person, milestone, known)
    return milestone


async def chosen(call: Call, press: Press) -> None:
    """A button of the form: only its owner's, and only of the question that is open.

    The last one confirms only what its card showed.
    """
    deal, number = about(press)
    owner, field, choice = (*press.arg.split(".", 2), "", "")[:3]
    if owner != str(call.person):
        await call.alert(call.t.plain("desk-not-your-form"))
        return
    form = await call.form()
    if form is None or not same(form, RULE, deal, number):
        await call.show(over(call.t))
        raise Stale
    draft = Draft.of(form.data)
    other = field == "confirm" and choice not in ("back", agreed(draft))
    if form.field != field or other:
        await call.alert(call.t.plain("desk-old-button"))
        await _ask(call, anew=True)
        return
    case = await _case(call, deal, number)
    if choice != "back":
        await _may(call, deal, number)
    if choice == "back":
        await _back(call, case, field, draft)
    elif field == "confirm":
        await _make(call, case, draft)
    else:
        field, draft = answered(call.t, case, field, draft, choice)
        _fits(call, case, draft)
        await _keep(call, deal, number, field, draft)
        await _ask(call)


async def _case(call: Call, deal: DealId, number: int) -> Case:
    case = await case_of(call.app, await call.app.view(deal), number)
    if case is None:
        raise NotNow("no-dispute")
    return case


def _fits(call: Call, case: Case, draft: Draft) -> None:
    """Raises what core would where the work is to go on."""
    outcome, more, known = draft.outcome, draft.more, call.app.context()
    if outcome is Outcome.ORDER and more:
        order_takes(more, known)
    elif outcome is not None and outcome.goes_on and (more or outcome is Outcome.DISMISS):
        can_go_on(case.part.milestone, outcome, more, known)


async def _back(call: Call, case: Case, field: str, draft: Draft) -> None:
    """The question before, or out of a chapter; from the first, the form is left."""
    if field == "evidence" and draft.chapter:
        above = "" if draft.chapter == CONTENTS else CONTENTS
        draft = replace(draft, chapter=above, page=0)
        await _keep(call, case.part.deal.id, case.part.number, field, draft)
        await _ask(call)
        return
    skipped = draft.skips | (set() if case.dispute.evidence else {"evidence"})
    before = [f for f in FIELDS[: FIELDS.index(field)] if f not in skipped]
    if not before:
        await call.forget()
        await call.show(left(call.t))
        return
    draft = replace(draft, page=0)
    await _keep(call, case.part.deal.id, case.part.number, before[-1], draft)
    await _ask(call)


async def typed(call: Call, form: Expecting, text: str) -> None:
    """Words for the question that is open. Raises BadInput, and the form stays as it is."""
    if form.deal is None or form.milestone is None:
        return
    await _may(call, form.deal, form.milestone)
    draft, field = Draft.of(form.data), form.field
    if field == "share":
        draft = _shared(draft, read_share(text, draft.held))
        await _keep(call, form.deal, form.milestone, "criterion", draft)
    elif field == "time":
        case = await _case(call, form.deal, form.milestone)
        draft = replace(draft, more=_until(call, case, draft, text))
        _fits(call, case, draft)
        await _keep(call, form.deal, form.milestone, after_time(draft), draft)
    elif field == "points":
        draft = _one_more(draft, text)
        await _keep(call, form.deal, form.milestone, "of", draft)
    elif field == "reasons":
        draft = replace(draft, reasons=_reasons(call, draft, text), heard=call.heard)
        await _keep(call, form.deal, form.milestone, "confirm", draft)
    await _ask(call, anew=True)


def _until(call: Call, case: Case, draft: Draft, text: str) -> timedelta:
    """A time, or a date in the zone of the freelancer, whom it is for. Raises as `read_time`.

    As if the ruling were carried out now: later, it is a later date. More time comes on top of what
    was left.
    """
    now = call.app.escrow.now()
    outcome = Outcome.ORDER if draft.outcome is None else draft.outcome
    after = until_if_now(case.part, outcome, timedelta(0), now) or now
    freelancer = case.part.people.get(case.part.deal.freelancer or SYSTEM)
    zone = call.app.settings.operator.time_zone if freelancer is None else freelancer.zone
    return read_time(text, after, now, zone)


def _shared(draft: Draft, share: Money) -> Draft:
    """A split that leaves one side nothing is what it comes to; an order stays one."""
    if draft.outcome is Outcome.ORDER:
        return replace(draft, share=share)
    outcome = outcome_of(share, draft.held - share)
    return replace(draft, outcome=outcome, share=share if outcome is Outcome.SPLIT else None)


def _one_more(draft: Draft, text: str) -> Draft:
    """Raises BadInput("too-many-points"), or as `words`."""
    if len(draft.points) >= MOST_ORDERED:
        raise BadInput("too-many-points", limit=MOST_ORDERED)
    return replace(draft, point=words(text, limit=MOST_POINT), page=0)


def _reasons(call: Call, draft: Draft, text: str) -> Words:
    """Raises BadInput("reasons-too-short"), or as `words`."""
    reasons = words(text, limit=MOST_REASONS)
    least = least_reasons(draft.held, call.app.context())
    if len(str(reasons)) < least:
        raise BadInput("reasons-too-short", least=least, length=len(str(reasons)))
    return reasons


def reasons_in(form: Expecting, message: int) -> bool:
    """Whether a form keeps reasons that came in this message."""
    return form.what == RULE and form.data.get("heard") == message


async def correct_reasons(call: Call, form: Expecting, text: str, *, asked: bool) -> bool:
    """The reasons as their message says them now; whether they are others. Raises BadInput.

    The form is shown anew where it is the one that is `asked`: its card has the old ones.
    """
    draft = Draft.of(form.data)
    if draft.reasons is None or draft.reasons.text == text:
        return False
    draft = replace(draft, reasons=_reasons(call, draft, text))
    after = replace(form, data=draft.data())
    taken: list[bool] = []
    await call.app.escrow.note(
        lambda uow: taken.append(uow.rewrite(after, form)), request=call.next_request()
    )
    if asked and any(taken):
        await ask_again(call, after)
    return any(taken)


async def _keep(call: Call, deal: DealId, number: int, field: str, draft: Draft) -> None:
    await call.expect(RULE, deal=deal, milestone=number, question=field, data=draft.data())


async def _ask(call: Call, *, anew: bool = False) -> None:
    """The question as the database has it, since this update may be handled a second time."""
    form = await call.form()
    if form is not None and form.what == RULE:
        await ask_again(call, form, anew=anew)


async def ask_again(call: Call, form: Expecting, *, anew: bool = True) -> None:
    """The question that is open, in a new message or in the place of the pressed one."""
    if form.deal is None or form.milestone is None:
        return
    case, draft = await _case(call, form.deal, form.milestone), Draft.of(form.data)
    known = call.app.context()
    policy = known.policy
    times = policy.ruled_time_least, policy.ruled_time_longest, policy.min_round
    needs = Needs(least_reasons(draft.held, known), not policy.ruling_review, *times)
    card = question(call.t, case, form.person, form.field, draft, needs)
    await (call.say_alone(f"desk-form:{form.person}", card) if anew else call.show(card))


async def _make(call: Call, case: Case, draft: Draft) -> None:
    if draft.reasons is None:
        raise Stale
    deal, number = case.part.deal.id, case.part.number
    await call.do(_command(call, case, draft, draft.reasons), call.closing())
    if draft.heard is not None:
        known = {"salt": draft.reasons.salt, "digest": draft.reasons.digest}
        row = {"kind": USED, "text": "desk-edit-ruled", **known}
        await call.app.edge.set_relay(BOT, call.app.chat_id, draft.heard, row)
    await call.show(await _made(call, case, draft))
    await show_file(call, deal, number)


async def _made(call: Call, case: Case, draft: Draft) -> Card:
    """What the form becomes: the ruling is made, or waits for a second arbiter."""
    deal = (await call.app.view(case.part.deal.id)).deal
    approval = asked_for(deal, ApprovalKind.RULING, case.part.number)
    if approval is None or approval.ruling is None:
        return ruled(call.t, case, draft)
    two = ByTwo(deal, approval, case.staff)
    return approval_card(call.t, two, ruling_asked(call.t, case, approval.ruling))


def _command(call: Call, case: Case, draft: Draft, reasons: Words) -> Rule | SendBack:
    """Raises Stale where it is not said yet what becomes of the money."""
    deal, number = case.part.deal.id, case.part.number
    named = relied(call.t, case, draft)
    if draft.review == SEND_BACK:
        return SendBack(
            actor=call.person,
            deal=deal,
            milestone=number,
            held=draft.held,
            reasons=reasons,
            criterion=draft.criterion,
            relied_on=named,
        )
    if draft.outcome is None:
        raise Stale
    return Rule(
        actor=call.person,
        deal=deal,
        milestone=number,
        outcome=draft.outcome,
        held=draft.held,
        reasons=reasons,
        to_freelancer=draft.share,
        more=draft.more,
        points=draft.points,
        criterion=draft.criterion,
        relied_on=named,
    )


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType({"rule": begin, "r": chosen})
