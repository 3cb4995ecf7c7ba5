"""What was decided of a case, a line each: rulings, what is said against them, challenges."""

from __future__ import annotations

from bot.cards.disputing.about import Case
from bot.cards.disputing.exhibits import fee_args
from bot.cards.disputing.outcomes import fallback_text, goes_on_line, ordered_lines
from bot.cards.kit.desk import lines
from bot.texts import Safe, Text
from core.deal.challenge import Challenge
from core.deal.dispute import Opening
from core.deal.ruling import Outcome, Review, Ruling


def decisions(t: Text, case: Case) -> Safe:
    """Challenges; all rulings, and what is said against the first of each time."""
    dispute, refunded = case.dispute, case.part.milestone.refunded
    made = [challenge_line(t, case, each) for each in dispute.challenges]
    made += [line for each in dispute.openings for line in _ruled(t, case, each)]
    if dispute.stage.without_ruling:
        shares = {"freelancer": dispute.held - refunded, "client": refunded}
        made.append(t("desk-case-ended", stage=dispute.stage, **shares))
    return lines(*made)


def _ruled(t: Text, case: Case, opening: Opening) -> list[Safe]:
    made = [ruling_line(t, case, ruling) for ruling in opening.rulings]
    if opening.review is not None:
        made.insert(1, review_line(t, case, opening.review))
    if opening.sent_back is not None:
        made.insert(2, t("desk-case-sent-back", name=case.colleague(opening.sent_back.by)))
    return made


def review_line(t: Text, case: Case, review: Review) -> Safe:
    """Who wants it looked at once more, and why."""
    role, name = case.part.role(review.by), case.part.name(review.by)
    return t("desk-case-review", role=role, name=name, why=review.ground)


def challenge_line(t: Text, case: Case, made: Challenge) -> Safe:
    """Which side challenged whom, and why."""
    return t(
        "desk-case-challenge",
        role=case.part.role(made.by),
        name=case.part.name(made.by),
        arbiter=case.colleague(made.arbiter),
        why=made.ground,
    )


def ruling_line(t: Text, case: Case, ruling: Ruling) -> Safe:
    """Who ruled what, to the cent."""
    made = t(
        "desk-case-ruling",
        outcome=ruling.outcome,
        name=case.colleague(ruling.by),
        moves=not ruling.outcome.goes_on,
        freelancer=ruling.to_freelancer,
        client=ruling.to_client,
        **fee_args(ruling.to_freelancer, case.part.deal.terms.fee_bps),
    )
    goes_on = goes_on_line(t, case.part, case.dispute, ruling.outcome, ruling.more)
    if ruling.outcome is not Outcome.ORDER:
        return lines(made, goes_on)
    shares = ruling.to_freelancer, ruling.to_client
    stated = fallback_text(t, *shares, case.part.deal.terms.fee_bps)
    return lines(made, goes_on, ordered_lines(t, ruling.points), stated)
