"""Who may do what with the work, and when."""

from __future__ import annotations

from core.deal.context import Context
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.terms import Role
from core.deal.who import asked_in_time, side, state
from core.values.errors import NotNow
from core.values.ids import PersonId


def may_submit(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, while working, revising, or against a late cancel."""
    side(deal, actor, Role.FREELANCER)
    if m.state is not State.CANCELLING:
        state(m, Step.SUBMIT)


def may_take_back(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The freelancer, within the hour, while the client has not acted.

    A part that the client released would be an advance on work that was never submitted.
    """
    side(deal, actor, Role.FREELANCER)
    state(m, Step.TAKE_BACK_FIRST)
    work = m.submission
    until = None if work is None else work.at + work.lost + ctx.policy.submission_take_back
    if until is None or ctx.over(until) or m.before is None:
        raise NotNow("take-back-late")


def may_approve(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, of something submitted."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.APPROVE)


def may_request_changes(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, while it is under review."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.REQUEST_CHANGES)


def may_release_part(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, after a first submission, while there is more than one minor unit."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.RELEASE_PART)
    if m.held.minor <= 1:
        raise NotNow("nothing-to-part")


def may_withdraw(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, while working or revising."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.WITHDRAW)


def may_cancel_late(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The client, past due and grace, nothing ever submitted.

    Not one who left the freelancer's last question for material unanswered: nobody gains by hiding.
    """
    side(deal, actor, Role.CLIENT)
    state(m, Step.CANCEL_LATE)
    if m.submissions or m.due_at is None:
        raise NotNow("submitted-already")
    late_at = m.due_at + deal.terms.rules.late_grace
    if not ctx.over(late_at):
        raise NotNow("not-late", late_at=late_at.isoformat())
    if asked_in_time(deal, m) is not None:
        raise NotNow("time-asked")
    if m.left_waiting:
        raise NotNow("left-waiting")


def may_cancel_for_fee(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, where both agreed to it, while nothing was submitted.

    Raises NotNow: "no-cancel-fee", "submitted-already", "cancel-fee-too-small".
    """
    side(deal, actor, Role.CLIENT)
    state(m, Step.CANCEL_FOR_FEE)
    if not deal.terms.rules.cancel_fee_percent:
        raise NotNow("no-cancel-fee")
    if m.submissions:
        raise NotNow("submitted-already")
    if m.held.minor <= 1:
        raise NotNow("cancel-fee-too-small")


def may_take_back_cancel(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.TAKE_BACK_CANCEL)


def may_object(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.OBJECT)
