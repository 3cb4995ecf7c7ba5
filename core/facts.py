"""What a rule may know besides the deal, loaded here alone: by the pipeline, cards and fakes alike.

So nobody is offered what the pipeline refuses for a reason that who offered it never asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC
from typing import Final

from core.allowing import AllowMore, AllowNoMore
from core.amending import AcceptAmendment, ProposeAmendment
from core.approving import Approve, RefuseAsked
from core.deal.allowance import PROVEN, Newcomer, limits_of
from core.deal.approval import AskedCorrection
from core.deal.commands import Command, DealCommand, SuspenseCommand
from core.deal.context import Context, Facts
from core.deal.four_eyes import open_in
from core.deal.model import Deal, DealState
from core.deal.newcomer import open_of
from core.deal.stage import Stage
from core.disputing import (
    AskReview,
    ChallengeArbiter,
    HandOver,
    Rule,
    SendBack,
    TakeDispute,
    TakeOver,
)
from core.drafting import EditTerms, SendTerms, StartDeal
from core.inviting import AcceptTerms, ClaimInvite, ConfirmClaimant, CreateInvite, InviteAgain
from core.paying import (
    BookSuspense,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    CorrectDeposit,
    LiftFlag,
    MatchSuspense,
    OrderOutcome,
    Pay,
    ReversalCommand,
    ReverseDeposit,
)
from core.people import EraseMe
from core.ports import Known
from core.talking import AnswerHelp, TellDigest
from core.values.ids import DESK, RAIL, SYSTEM, DealId, PersonId, SuspenseId


def facts_for(known: Known, command: Command | None, deal: Deal | None, ctx: Context) -> Facts:
    """What this command is decided by; only what its rules ask for is loaded.

    `deal` is the one that it is about, None where it starts one or is a person's own matter; the
    command is None for a clock of the deal's.
    """
    facts = _of_a_person(known, command, ctx)
    actor = SYSTEM if command is None else command.actor
    if deal is not None or isinstance(command, StartDeal):
        facts = Facts(known.people(_deciding(deal, actor)))
    match command:
        case StartDeal() | CreateInvite() | InviteAgain():
            facts = _counted(known, facts, actor)
        case ConfirmDeposit() | Pay() | ReverseDeposit():
            facts = _booked(known, facts, command)
        case MatchSuspense() | CorrectDeposit():
            facts = _in_suspense(known, facts, command, deal)
    if isinstance(command, StartDeal) and command.again is not None:
        facts = replace(facts, ended=known.deal(command.again, lock=False))
    facts = _newcomers(known, facts, command, deal, ctx)
    if deal is not None and isinstance(command, ChallengeArbiter):
        return facts_to_assign(known, deal, replace(ctx, facts=facts))
    if deal is not None and isinstance(command, DealCommand):
        facts = _beginning(known, facts, command, deal)
        facts = _disputing(known, facts, command, deal, ctx)
    return facts


def _of_a_person(known: Known, command: Command | None, ctx: Context) -> Facts:
    """Of what is about somebody, and no deal's step."""
    match command:
        case EraseMe():
            return Facts(unfinished=known.unfinished(command.actor))
        case TellDigest():
            return Facts(unread=known.unread(command.person, ctx.now))
        case AnswerHelp():
            return _helping(known, command, ctx)
        case AllowMore() | AllowNoMore():
            return _allowing(known, command, ctx)
        case BookSuspense():
            facts = _posted(known, Facts(), command.rail, command.external_id)
            return _meant_for(known, facts, command.about)
        case SuspenseCommand():
            return _suspended(known, command, ctx)
    return Facts()


def _allowing(known: Known, command: AllowMore | AllowNoMore, ctx: Context) -> Facts:
    """Whether who allows it had a deal with them, or has, and what they are allowed already."""
    allowed = frozenset(one.amount.currency for one in known.allowances(command.person))
    dealt = _dealt(known, command.actor, (command.person,), ctx)
    return Facts(conflicted=dealt, allowed=allowed)


_MAY_HOLD: Final = (
    StartDeal,
    EditTerms,
    SendTerms,
    CreateInvite,
    InviteAgain,
    ClaimInvite,
    ConfirmClaimant,
    AcceptTerms,
    ProposeAmendment,
    AcceptAmendment,
)
"""By which a client may come to have more held."""


def _newcomers(
    known: Known, facts: Facts, command: Command | None, deal: Deal | None, ctx: Context
) -> Facts:
    """Of who may pay here, those who are new, and what all their other open deals may hold.

    Open are an invite that may become a deal, and a deal that is agreed, until it is over: as
    `count_deals` counts them, of those alone that the person pays in.
    """
    general = ctx.policy.newcomer_limit
    if not general or not isinstance(command, _MAY_HOLD):
        return facts
    people = _deciding(deal or facts.ended, command.actor)
    done = known.completed(people)
    found = {}
    for person in people:
        if done.get(person, 0) < PROVEN:
            others = [one for one in known.paying(person) if deal is None or one.id != deal.id]
            limits = limits_of(general, known.allowances(person))
            found[person] = Newcomer(done.get(person, 0), limits, open_of(others))
    return replace(facts, newcomers=found)


def _suspended(known: Known, command: SuspenseCommand, ctx: Context) -> Facts:
    """Money that matches nothing, under lock, and what was sent back of it today."""
    item = known.suspense(command.item)
    if item is None:
        return Facts()
    midnight = ctx.now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    facts = Facts(
        suspense=item,
        returned=known.returned(item.rail, item.amount.currency, midnight),
        gone=known.gone(_everybody(ctx)),
    )
    return _meant_for(known, facts, item.about)


def _in_suspense(
    known: Known, facts: Facts, command: MatchSuspense | CorrectDeposit, deal: Deal | None
) -> Facts:
    if isinstance(command, MatchSuspense):
        return _matching(known, facts, command.item)
    return facts if deal is None else _set_aside(known, facts, deal, command)


def _matching(known: Known, facts: Facts, number: SuspenseId) -> Facts:
    """Money that matches nothing, under lock, and whose it seemed to be."""
    item = known.suspense(number)
    return _meant_for(known, replace(facts, suspense=item), None if item is None else item.about)


def _set_aside(
    known: Known, facts: Facts, deal: Deal, asked: CorrectDeposit | AskedCorrection
) -> Facts:
    """Where what is wrong of a deposit goes back to: the money in suspense that it was."""
    found = deal.milestone(asked.milestone).deposit(asked.rail, asked.deposit)
    if not asked.aside or found is None or found.item is None:
        return facts
    return replace(facts, suspense=known.suspense(found.item))


def _meant_for(known: Known, facts: Facts, about: DealId | None) -> Facts:
    found = None if about is None else known.deal(about, lock=False)
    return replace(facts, about=found)


def facts_to_see(known: Known, viewer: PersonId, deal: Deal, ctx: Context) -> Facts:
    """What a card of the deal says and offers by."""
    facts = Facts(known.people(sorted(_shown(deal, viewer))))
    if deal.state is DealState.DRAFT:
        facts = _counted(known, facts, deal.creator)
    if deal.disputes and viewer in ctx.staff.who_rule:
        facts = replace(
            facts,
            conflicted=_dealt(known, viewer, deal.parties, ctx),
            gone=known.gone(_having(deal)),
        )
    elif any(case.stage.taken or case.stage is Stage.DECIDED for case in deal.disputes):
        facts = _free(known, facts, deal, ctx)
    return facts


def facts_to_assign(known: Known, deal: Deal, ctx: Context) -> Facts:
    """Who of the desk may not have a case of this deal, and who has how many."""
    facts = _free(known, ctx.facts, deal, ctx)
    return replace(facts, load=known.cases(sorted(ctx.staff.who_rule)))


def _deciding(deal: Deal | None, actor: PersonId) -> Sequence[PersonId]:
    """Whom a command's rules may ask about."""
    found = set() if deal is None else _around(deal)
    return sorted(found | ({actor} if actor > SYSTEM else set()))


def _around(deal: Deal) -> set[PersonId]:
    """Its parties, who waits to be one, and who is about to be asked."""
    waiting = {claim.person for claim in deal.claims}
    asked = deal.again if deal.state is DealState.DRAFT else None
    return {*deal.parties, *waiting} | (set() if asked is None else {asked.to})


def _shown(deal: Deal, viewer: PersonId) -> set[PersonId]:
    """Everybody whose name a card of the deal may say."""
    found = {*_around(deal), *deal.asked, viewer}
    for dispute in deal.disputes:
        found |= {dispute.arbiter or SYSTEM, *(statement.by for statement in dispute.statements)}
    return {person for person in found if person > SYSTEM and person != DESK}


def _counted(known: Known, facts: Facts, person: PersonId) -> Facts:
    drafts, opened = known.count_deals(person)
    return replace(facts, drafts=drafts, open_deals=opened)


def _posted(known: Known, facts: Facts, rail: str, external_id: str) -> Facts:
    return replace(facts, posted=known.posted(f"deposit:{rail}:{external_id}"))


def _reversed(known: Known, facts: Facts, rail: str, external_id: str) -> Facts:
    return replace(facts, posted=known.posted(f"reversal:{rail}:{external_id}"))


def _booked(known: Known, facts: Facts, command: ConfirmDeposit | Pay | ReverseDeposit) -> Facts:
    if isinstance(command, ReverseDeposit):
        return _reversed(known, facts, command.rail, command.external_id)
    deposit = command.deposit if isinstance(command, Pay) else command
    return _posted(known, facts, deposit.rail, deposit.external_id)


def _beginning(known: Known, facts: Facts, command: DealCommand, deal: Deal) -> Facts:
    """Who may begin no deal, where this begins one or pays for one that is not under way."""
    pays = isinstance(command, Pay | ClaimPaid) and deal.state is DealState.AGREED
    begins = CreateInvite | InviteAgain | ClaimInvite | ConfirmClaimant | AcceptTerms
    if not pays and not isinstance(command, begins):
        return facts
    charged_back = known.charged_back(_deciding(deal, command.actor))
    return replace(facts, charged_back=charged_back)


def _approving(
    known: Known, facts: Facts, command: Approve | RefuseAsked, deal: Deal, ctx: Context
) -> Facts:
    """All that the act asks for which a second person looks at, of everybody at the desk."""
    waits = next((one for one in open_in(deal) if one.number == command.approval), None)
    if waits is None:
        return facts
    if waits.deposit is not None:
        facts = _posted(known, facts, waits.deposit.rail, waits.deposit.external_id)
        if waits.deposit.item is not None:
            facts = _matching(known, facts, waits.deposit.item)
    if waits.correction is not None:
        facts = _set_aside(known, facts, deal, waits.correction)
    if waits.reversal is not None:
        facts = _reversed(known, facts, waits.reversal.rail, waits.reversal.external_id)
    if waits.ruling is None:
        return replace(facts, gone=known.gone(_everybody(ctx)))
    return _free(known, replace(facts, messages=known.messages(deal.id)), deal, ctx)


def _everybody(ctx: Context) -> Sequence[PersonId]:
    return sorted(ctx.staff.who_rule | ctx.staff.treasurers)


def _helping(known: Known, command: AnswerHelp, ctx: Context) -> Facts:
    """Whose deal it is about, and whether who answers had one with any of them, or has."""
    deal = None if command.about is None else known.deal(command.about, lock=False)
    sides = frozenset() if deal is None else frozenset((*deal.parties, *deal.invited))
    asked = sorted({*sides, command.to})
    return Facts(sides=sides, conflicted=_dealt(known, command.actor, asked, ctx))


_BY_TWO: Final = (
    LiftFlag,
    ConfirmDeposit,
    MatchSuspense,
    ConfirmTransfer,
    ReverseDeposit,
    ReversalCommand,
    OrderOutcome,
)


def _disputing(known: Known, facts: Facts, command: DealCommand, deal: Deal, ctx: Context) -> Facts:
    """Who may have a case, and what a ruling may go by."""
    if isinstance(command, HandOver) and command.to is not None:
        to = frozenset({command.to} if _dealt(known, command.to, deal.parties, ctx) else ())
        facts = replace(facts, conflicts=to, gone=known.gone((command.to,)))
    if isinstance(command, TakeDispute | TakeOver | Rule | SendBack):
        facts = replace(facts, conflicted=_dealt(known, command.actor, deal.parties, ctx))
    if isinstance(command, TakeOver):
        facts = replace(facts, gone=known.gone(_having(deal)))
    if isinstance(command, _BY_TWO) and command.actor != RAIL:
        facts = replace(facts, gone=known.gone(_everybody(ctx)))
    if isinstance(command, Approve | RefuseAsked):
        facts = _approving(known, facts, command, deal, ctx)
    if isinstance(command, Rule | SendBack):
        facts = replace(facts, messages=known.messages(deal.id))
    if isinstance(command, Rule | AskReview):
        facts = _free(known, facts, deal, ctx)
    return facts


def _free(known: Known, facts: Facts, deal: Deal, ctx: Context) -> Facts:
    """Who of the desk could review a ruling of this deal."""
    desk = sorted(ctx.staff.who_rule)
    dealt = frozenset(p for p in desk if _dealt(known, p, deal.parties, ctx))
    return replace(facts, conflicts=dealt, gone=known.gone(desk))


def _having(deal: Deal) -> Sequence[PersonId]:
    """Who has its cases."""
    return [case.arbiter for case in deal.disputes if case.arbiter is not None]


def _dealt(known: Known, person: PersonId, others: Collection[PersonId], ctx: Context) -> bool:
    """Whether they had an agreed deal with any of these within the lookback."""
    since = ctx.now - ctx.policy.conflict_lookback
    return known.shared_deals(person, tuple(others), since)
