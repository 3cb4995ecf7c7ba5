"""A case changes hands: what is open in it goes with it, and what was begun by hand is closed.

It is one rule however that comes: given back, handed over, taken over, given to another by lot
since the ruling was overdue, or an arbiter whom a side challenged or who knows one of them.
Questions belong to the case: they stay open with the time that they have, and whoever has the case
reads the answers. A form of the one before is closed, since nobody else can go on with it; what
waited for a second yes is void, as core says of every approval that is about something else by now.
"""

from __future__ import annotations

from bot.desk.kit.call import BOT, DeskApp
from bot.texts import Safe
from core.deal.dispute import Dispute
from core.deal.notice import Notice
from core.ports import UnitOfWork
from core.values.ids import DESK, PersonId


def before_of(notice: Notice) -> PersonId | None:
    """Who had the case before, as its notice tells; None where nobody did."""
    late = notice.data.get("late")
    gave = notice.data["arbiter"] if notice.kind == "dispute-handed-over" else late
    return PersonId(int(str(gave))) if gave else None


async def changed_hands(app: DeskApp, notice: Notice) -> list[Safe]:
    """Close what the one before had begun; what the topic is told of that and of open questions.

    Whoever has the case again by now goes on with what they began since.
    """
    before = before_of(notice)
    view = None if notice.deal is None else await app.reads.view(notice.deal, DESK)
    number = notice.milestone
    case = None if view is None or number is None else view.deal.dispute(number)
    if before is None or case is None or case.arbiter == before:
        return []
    said = []
    if await _closed(app, notice, before):
        said.append(app.t("desk-hands-begun", name=await app.name(before)))
    if _asked(case):
        said.append(app.t("desk-hands-questions"))
    return said


def _asked(case: Dispute) -> bool:
    return any(question.answer is None for question in case.questions)


async def _closed(app: DeskApp, notice: Notice, before: PersonId) -> bool:
    """Whether there was a form of theirs about this case; those of their other cases stay."""
    about = (notice.deal, notice.milestone)
    forms = await app.reads.forms(before, BOT)
    begun = [form for form in forms if (form.deal, form.milestone) == about]

    def drop(uow: UnitOfWork) -> None:
        for form in begun:
            uow.close(form)

    if begun:
        what = "-".join(sorted(form.what for form in begun))
        at = app.escrow.now().isoformat()
        request = f"hands:{notice.deal}:{notice.milestone}:{before}:{what}:{at}"
        await app.escrow.note(drop, request=request)
    return bool(begun)
