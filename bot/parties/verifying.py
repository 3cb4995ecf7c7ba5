"""`/verify`: whether a deal, an invite, or somebody who says they are of the desk is real."""

from __future__ import annotations

from bot.cards import Card
from bot.cards.menu import verify_card
from bot.parties.kit.update import Update
from bot.texts.invites import hash_of, link_in, typed_code
from core.ports import gone_flag
from core.values.ids import ID_LENGTH, DealId, PersonId, read_code
from core.views import DealView

MOST_DEALS = 20
"""Of those that run, and of those that ended, in which somebody's other side is looked for."""


async def verified(update: Update, typed: str) -> Card:
    """What is known of a code, an invite, a name or a number."""
    t, reads = update.t, update.app.reads
    number = typed.isascii() and typed.isdecimal()
    if typed.startswith("@") or (number and len(typed) > ID_LENGTH):
        return await _verified_person(update, typed)
    secret = link_in(typed, update.app.username) or typed_code(typed)
    if secret is not None and await reads.invite(hash_of(secret)) is not None:
        return verify_card("invite", t, code=typed)
    view = await update.view(DealId(read_code(typed)))
    if view is not None and update.person.id in view.deal.parties:
        agreement = view.deal.agreement
        return verify_card(
            "deal" if agreement is not None else "open-deal",
            t,
            code=view.deal.id,
            title=str(view.deal.terms.title or ""),
            other=view.other.name if view.other is not None else "-",
            fingerprint=agreement.fingerprint[:16] if agreement is not None else "",
        )
    if number:
        return await _verified_person(update, typed)
    return verify_card("nothing", t, code=typed[:40])


async def _verified_person(update: Update, typed: str) -> Card:
    """Who is of the team, and who is one's own other side.

    Whether anybody else is known here is told to nobody.
    """
    app, t, code = update.app, update.t, typed[:40]
    known = await app.reads.find_person(typed)
    found = int(typed) if not typed.startswith("@") else known.id if known is not None else 0
    person = PersonId(found)
    if person == update.person.id:
        return verify_card("yourself", t, code=code)
    if app.escrow.staff.roles(person) and await app.edge.flag(gone_flag(person)) is None:
        return verify_card("desk", t, code=code)
    theirs = await _deal_with(update, person)
    if theirs is not None and theirs.other is not None:
        title = str(theirs.deal.terms.title or "")
        return verify_card("other-side", t, code=code, other=theirs.other.name, title=title)
    return verify_card("not-desk", t, code=code)


async def _deal_with(update: Update, person: PersonId) -> DealView | None:
    """One's newest deal with somebody, running ones first."""
    for ended in (False, True):
        for row in await update.app.reads.deals(update.person.id, ended=ended, limit=MOST_DEALS):
            view = await update.view(row.deal)
            if view is not None and person in view.deal.parties:
                return view
    return None
