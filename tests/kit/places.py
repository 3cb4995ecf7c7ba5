"""Where a deal can stand, each built once: what the matrix of rights is walked over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.amending import (
    AcceptProposal,
    AcceptSettlement,
    AdviseSettlement,
    AskMoreTime,
    AskPause,
    OfferSettlement,
    ProposeAmendment,
    ProposeEnd,
    SealFigure,
    WaitForMaterial,
)
from core.deal.context import Context, Staff
from core.deal.model import Deal
from core.deal.offering import terms_being_edited
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.disputing import AcceptRuling, Concede, Rule, TakeBackDispute
from core.drafting import Edit, EditTerms, SendTerms, SetMilestone, SetRules, SetTitle, StartDeal
from core.inviting import ConfirmClaimant, InviteAgain
from core.paying import CancelFunding, ClaimPaid, ConfirmTransfer
from core.people import MeetPerson, RateDeal
from core.values.ids import PersonId
from core.values.money import Money
from core.working import CancelForFee, ReleasePart, WithdrawWork
from tests.core.test_table import PLACES as FIRST
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    REASONS,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

DANA = PersonId(1008)
"""A second claimant, who waits."""


def _done_again(scene: Scene) -> None:
    """Both did one before, and the next is in front of the freelancer."""
    FIRST["completed"](scene)
    begun = scene.do(StartDeal(actor=BINA, again=scene.deal_id)).deal
    assert begun is not None
    scene.deal_id = begun.id


def _sent_again(scene: Scene) -> None:
    _done_again(scene)
    scene.do(InviteAgain(actor=BINA, deal=scene.deal_id))


def _two_claims(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed()
    scene.claimed(by=DANA, accepts=False)


def _edit(scene: Scene, actor: PersonId, title: str) -> None:
    edits = (SetTitle(words(title, title)),)
    scene.do(EditTerms(actor=actor, deal=scene.deal_id, edits=edits))


def _claim_counters(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed(accepts=False)
    _edit(scene, CARLOS, "Two logos")


def _bound(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))


def _countered(scene: Scene) -> None:
    _bound(scene)
    _edit(scene, CARLOS, "Two logos")
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))


def _countering(scene: Scene) -> None:
    _countered(scene)
    _edit(scene, BINA, "Three logos")


def _short_claimed(scene: Scene) -> None:
    FIRST["shortfall asked"](scene)
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")


def _hour_later(scene: Scene) -> None:
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.clock.to(scene.clock.now() + HOUR)


def _part_released(scene: Scene) -> None:
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("10.00 EUR"))


def _tiny(scene: Scene) -> None:
    scene.submitted("0.02 EUR", "50.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("0.01 EUR"))


def _withdrawn(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)


def _time_asked(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.clock.forward(4 * DAY)
    scene.on_milestone(AskMoreTime, BINA, more=2 * DAY, words=words("the fonts came late"))


def _asked_in_time(scene: Scene) -> None:
    """Due and grace are over, and the client has half a day left to answer."""
    _time_asked(scene)
    scene.pass_time(2 * DAY + 12 * HOUR)


def _asked_late(scene: Scene) -> None:
    FIRST["late"](scene)
    scene.on_milestone(AskMoreTime, BINA, more=2 * DAY)


def _end_proposed(scene: Scene) -> None:
    """By the freelancer, of work that is looked at."""
    scene.submitted("100.00 EUR", "50.00 EUR")
    _propose_end(scene, BINA, "40.00 EUR")


def _both_proposed(scene: Scene) -> None:
    """More time by the freelancer, an end by the client, of work that is changed."""
    FIRST["revising"](scene)
    scene.on_milestone(AskMoreTime, BINA, more=2 * DAY)
    _propose_end(scene, CARLOS, "40.00 EUR")


def _propose_end(scene: Scene, by: PersonId, share: str) -> None:
    scene.on_milestone(ProposeEnd, by, to_freelancer=amount(share), held=scene.m.held)


def _taken_back(scene: Scene) -> None:
    """The client opened a dispute, and took it back: the work is looked at again."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.on_milestone(TakeBackDispute, CARLOS)


def _dismissed(scene: Scene) -> None:
    """The client's dispute had no ground, and both accept that: the work is looked at again."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    _ruled(scene, zero(), outcome=Outcome.DISMISS)


def _ordered(scene: Scene) -> None:
    """One point in five days, or 40 for the freelancer; both accept that."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    points = (Item(ItemKind.DEFECT, words("the third concept"), 0),)
    share = amount("40.00 EUR")
    given: dict[str, Any] = {"more": 5 * DAY, "points": points, "to_freelancer": share}
    _ruled(scene, share, outcome=Outcome.ORDER, **given)


def _ruled(scene: Scene, share: Money, **given: Any) -> None:
    scene.heard()
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    scene.do(Rule(actor=ARAM, held=scene.m.held, reasons=words(REASONS), **given, **at))
    for side in (BINA, CARLOS):
        scene.do(AcceptRuling(actor=side, to_freelancer=share, **at))


def _disputed_again(scene: Scene) -> None:
    """By the freelancer this time; an arbiter has it."""
    _taken_back(scene)
    scene.dispute(BINA)
    scene.take()


def _conceded(scene: Scene) -> None:
    """The freelancer gave the client all of it."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.on_milestone(Concede, BINA, sought=scene.m.held, held=scene.m.held)


def _rate(scene: Scene, by: PersonId, stars: int = 4) -> None:
    scene.do(RateDeal(actor=by, deal=scene.deal_id, stars=stars, words=words("in time")))


def _on_its_way(scene: Scene) -> None:
    """A treasurer has sent the payout, and it should be there by now."""
    FIRST["completed"](scene)
    scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1, external_id="w"))
    scene.pass_time(scene.policy.arrival)


def _rated(scene: Scene) -> None:
    """By the freelancer."""
    FIRST["completed"](scene)
    _rate(scene, BINA)


def _both_rated(scene: Scene) -> None:
    _rated(scene)
    _rate(scene, CARLOS, 5)


def _long_over(scene: Scene) -> None:
    """Nobody rated, and the time is over."""
    FIRST["completed"](scene)
    scene.clock.forward(14 * DAY)


def _never_paid(scene: Scene) -> None:
    scene.agreed("100.00 EUR")
    scene.on_milestone(CancelFunding, CARLOS)


def _fee_granted(scene: Scene) -> None:
    """The client may cancel for a fee."""
    fee = SetRules(cancel_fee_percent=25)
    scene.funded("100.00 EUR", "50.00 EUR", rules=fee)


def _leaving(scene: Scene) -> None:
    """For the agreed fee."""
    _fee_granted(scene)
    scene.on_milestone(CancelForFee, CARLOS, amount=scene.m.held)


def _pause_asked(scene: Scene) -> None:
    """By the client, of work that is under way."""
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.on_milestone(AskPause, CARLOS, length=3 * DAY, words=words("our office is closed"))


def _material_asked(scene: Scene) -> None:
    """A day before the work is due."""
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.clock.forward(4 * DAY)
    scene.on_milestone(WaitForMaterial, BINA, words=words("the logo as SVG"), files=(FILE,))


def _paused(scene: Scene) -> None:
    """As both agreed, a round of changes."""
    FIRST["revising"](scene)
    scene.on_milestone(AskPause, BINA, length=3 * DAY)
    scene.do(AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=1))


def _all_contested(scene: Scene) -> None:
    """The only point of a round."""
    FIRST["revising"](scene)
    scene.contest()


def _left_waiting(scene: Scene) -> None:
    """The client never answered, and the work is late since."""
    _material_asked(scene)
    for passed in (7 * DAY, 4 * DAY):
        scene.pass_time(passed)


def _offered(scene: Scene) -> None:
    """The freelancer offers something to the client, and told us alone to take less."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.on_milestone(OfferSettlement, BINA, to_freelancer=amount("60.00 EUR"), held=scene.m.held)
    scene.on_milestone(SealFigure, BINA, figure=amount("45.00 EUR"), held=scene.m.held)


def _advised(scene: Scene) -> None:
    """The arbiter proposes something, and the freelancer has said yes."""
    FIRST["taken"](scene)
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    share, held = amount("55.00 EUR"), scene.m.held
    scene.do(AdviseSettlement(actor=ARAM, to_freelancer=share, held=held, **at))
    scene.do(AcceptSettlement(actor=BINA, proposal=1, **at))


def change(scene: Scene, by: PersonId, *edits: Edit) -> None:
    """A change of what is agreed is begun."""
    scene.do(EditTerms(actor=by, deal=scene.deal_id, edits=edits))


def propose_change(scene: Scene, by: PersonId, *edits: Edit) -> None:
    """A change of what is agreed is proposed, as it was begun and with these edits."""
    if edits:
        change(scene, by, *edits)
    shown = terms_being_edited(scene.deal, by).fingerprint(0)
    scene.do(ProposeAmendment(actor=by, deal=scene.deal_id, shown=shown, button="Send"))


def one_more(number: int, price: str = "30.00 EUR") -> SetMilestone:
    """A milestone behind those that there are."""
    part = words(f"Part {number}", f"p{number}")
    return SetMilestone(number, part, amount(price), 3 * DAY, (words("as asked", "c"),))


def _change_proposed(scene: Scene) -> None:
    """By the freelancer: one milestone more."""
    scene.funded("100.00 EUR", "50.00 EUR")
    propose_change(scene, BINA, one_more(3))


def _changing(scene: Scene) -> None:
    """By the client, who has not proposed it yet."""
    scene.funded("100.00 EUR", "50.00 EUR")
    change(scene, CARLOS, SetMilestone(2, amount=amount("40.00 EUR")))


def _all_at_once(scene: Scene) -> None:
    """Both milestones are open: the first is worked on, the second handed in."""
    scene.agreed("100.00 EUR", "50.00 EUR", rules=SetRules(all_at_once=True))
    for number in (2, 1):
        scene.pay(milestone=number, price=scene.deal.milestone(number).missing)
    scene.focus = 2
    scene.submit()
    scene.focus = None


PLACES: dict[str, Callable[[Scene], None]] = {
    **FIRST,
    "done again": _done_again,
    "sent again": _sent_again,
    "two claims": _two_claims,
    "claim counters": _claim_counters,
    "bound": _bound,
    "countered": _countered,
    "countering": _countering,
    "short claimed": _short_claimed,
    "hour later": _hour_later,
    "part released": _part_released,
    "tiny": _tiny,
    "withdrawn": _withdrawn,
    "time asked": _time_asked,
    "asked in time": _asked_in_time,
    "asked late": _asked_late,
    "end proposed": _end_proposed,
    "both proposed": _both_proposed,
    "taken back": _taken_back,
    "dismissed": _dismissed,
    "ordered": _ordered,
    "disputed again": _disputed_again,
    "conceded": _conceded,
    "on its way": _on_its_way,
    "rated": _rated,
    "both rated": _both_rated,
    "long over": _long_over,
    "never paid": _never_paid,
    "pause asked": _pause_asked,
    "fee granted": _fee_granted,
    "leaving": _leaving,
    "material asked": _material_asked,
    "paused": _paused,
    "all contested": _all_contested,
    "left waiting": _left_waiting,
    "offered": _offered,
    "advised": _advised,
    "change proposed": _change_proposed,
    "changing": _changing,
    "all at once": _all_at_once,
}


@dataclass(frozen=True)
class Place:
    """A deal as it stands, and the world around it."""

    deal: Deal
    ctx: Context
    scene: Scene

    def context(self, staff: Staff) -> Context:
        """The same instant with other people at the desk."""
        return Context(self.ctx.now, self.ctx.policy, staff)


@cache
def place(name: str) -> Place:
    """Built once: `decide` and the guards change nothing."""
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
    person = MeetPerson(actor=DANA, name="Dana", username=None, locale="en", zone="UTC")
    scene.do(person)
    PLACES[name](scene)
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return Place(scene.deal, ctx, scene)
