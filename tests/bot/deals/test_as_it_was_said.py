"""Wherever people may speak, whoever reads it later gets it as it was said.

Every kind of message of `kinds` in one form, and one of each sort in every form that takes words;
the other side's chat, or what is kept, is looked at.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from core.deal.milestone import State
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.disputing import OpenDispute, Rule, TakeDispute
from core.paying import ConfirmDeposit
from core.people import ChangeSettings
from core.talking import HelpAsked
from core.values.ids import RAIL
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.kinds import SAYINGS, Saying, link
from tests.bot.deals.states import add_nothing, to_arbiter
from tests.bot.deals.test_overtaken import dispute_of_carlos
from tests.bot.deals.world import ARAM, World, build, said
from tests.kit.phones import NOW, plain

Speak = Callable[[World, Saying], Awaitable[str]]
"""Says it in one form, and returns everything that its reader gets to see."""


def chat_of(world: World) -> str:
    return "\n".join(f"{plain(shown.text)}\n{shown.file}" for shown in world.carlos.chat)


async def across(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await world.bina.tell(**saying.content)
    await world.bina.press("Send to Carlos")
    await world.deliver()
    return chat_of(world)


async def into_the_diary(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    await world.bina.tell(**saying.content)
    await world.bina.press("Done")
    await world.deliver()
    return chat_of(world)


async def beside_the_work(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.tell(**saying.content)
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()
    assert world.state() is State.SUBMITTED
    return chat_of(world)


async def of_a_criterion(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.tell(**saying.content)
    if world.bina.newest.labels[0] == "Done as agreed":  # a file alone is no word
        await world.bina.press("Done as agreed")
    await world.bina.press("Yes, submit")
    await world.deliver()
    return chat_of(world)


async def as_a_point(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.tell(**saying.content)
    await world.carlos.press("Done")
    await world.carlos.press("I'd like it different")
    await world.carlos.press("3 days")
    await world.carlos.press("Yes, send it")
    await world.deliver()
    return "\n".join(f"{plain(shown.text)}\n{shown.file}" for shown in world.bina.chat)


async def as_a_reason(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await handed_in(world)
    await world.bina.press("More…")
    await world.bina.press("Open dispute")
    await world.bina.write("Look:")
    await world.bina.tell(**saying.content)
    await world.bina.press("Done")
    await world.bina.write("120")
    await world.bina.press("Yes")
    await world.deliver()
    assert world.state() is State.DISPUTED
    return chat_of(world)


async def as_evidence(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await handed_in(world)
    await dispute_of_carlos(world)
    await world.bina.press("Add evidence")
    await world.bina.tell(**saying.content)
    await world.bina.press("Done")
    await world.deliver()
    return chat_of(world)


async def to_the_desk(world: World, saying: Saying) -> str:
    await funded(world, "120.00")
    await world.bina.press("Get help")
    await world.bina.tell(**saying.content)
    await world.bina.press("Done")
    asked = next(r.event for r in world.store.journal if isinstance(r.event, HelpAsked))
    t = world.app.texts.get("en")
    return "\n".join([t.said(asked.words), *(file.name for file in asked.files)])


FORMS: dict[str, Speak] = {
    "across": across,
    "into the diary": into_the_diary,
    "beside the work": beside_the_work,
    "a word on a criterion": of_a_criterion,
    "a point of a change request": as_a_point,
    "the reason of a dispute": as_a_reason,
    "evidence": as_evidence,
    "help": to_the_desk,
}


EVERYWHERE = (
    "a link behind a word",
    "a threat forwarded from a person",
    "an answer to a part of a message",
    "a voice message",
)
CELLS = [
    (form, kind) for form in FORMS for kind in SAYINGS if form == "across" or kind in EVERYWHERE
]


@pytest.mark.parametrize(("form", "kind"), CELLS)
async def test_what_is_said_is_read_as_it_was_said(world: World, form: str, kind: str) -> None:
    saying = SAYINGS[kind]
    read = await FORMS[form](world, saying)
    for words in saying.seen:
        assert words in read, read[-1500:]
    if saying.file:
        assert "voice-" in read or "video-" in read


async def test_a_link_behind_a_word_is_work_that_can_be_handed_in(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.tell(**link())
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    [work] = world.deal.milestone(1).submissions
    assert [str(each) for each in work.links] == ["https://example.org/final.zip"]
    assert "The work is here" in str(work.words)


async def test_messages_of_one_sender_forwarded_together_come_under_one_heading(
    world: World,
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    for _ in range(3):
        await world.bina.tell(**SAYINGS["a threat forwarded from a person"].content)
    await world.bina.write("He wrote this three times.")
    await world.bina.press("Done")
    await world.deliver()
    news = plain(world.carlos.newest.text)
    assert news.count("Forwarded from Mallory") == 1
    assert news.count("▏ I know where you live") == 3
    assert "\nHe wrote this three times." in news


async def funded_by_play(world: World) -> None:
    """For a client of any language."""
    await world.agree("120.00")
    await world.do(
        ConfirmDeposit(
            actor=RAIL,
            deal=world.id,
            milestone=1,
            amount=Money(12000, "EUR"),
            rail="play",
            external_id="x",
            source="play",
        )
    )
    await world.deliver()


async def test_what_was_chosen_by_a_button_is_read_in_the_readers_language() -> None:
    world = await build(languages=("en", "fa"))
    await funded_by_play(world)
    await handed_in(world)
    assert world.carlos.sees("طبق توافق انجام شد")
    assert not world.carlos.sees("Done as agreed")


async def test_a_language_that_changes_in_a_form_leaves_a_choice_a_choice(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.do(ChangeSettings(actor=world.bina_id, locale="fa"))
    await dispute_of_carlos(world)
    await world.bina.write("و این")
    row = await world.app.reads.expecting(world.bina_id, "parties")
    assert row is not None
    assert [text["text"] for text in row.data["texts"]] == ["و این"]  # type: ignore[attr-defined]


async def test_a_link_in_what_is_answered_is_no_work(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.tell(**SAYINGS["an answer to a link"].content)
    await world.bina.press("Done")
    assert "at least one file or link" in plain(world.bina.newest.text) + world.bina.alert
    assert world.deal.milestone(1).state is State.IN_PROGRESS


async def test_a_decision_names_what_it_relies_on_in_the_readers_language() -> None:
    world = await build(languages=("en", "fa"))
    await funded_by_play(world)
    await handed_in(world)
    m = world.deal.milestone(1)
    case: dict[str, Any] = {"deal": world.id, "milestone": 1}
    seen = m.seen
    await world.do(
        OpenDispute(actor=world.carlos_id, seen=seen, reason=said("late"), sought=m.held, **case)
    )
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, **case))
    await add_nothing(world)
    named = (Exhibit(ExhibitKind.SUBMISSION, 1, NOW), Exhibit(ExhibitKind.ACCEPTANCE, 2, NOW))
    await world.do(
        Rule(
            actor=ARAM,
            outcome=Outcome.REFUND,
            held=m.held,
            reasons=said("Nothing of what was agreed is in what was handed in. " * 3),
            relied_on=named,
            **case,
        )
    )
    await world.deliver()
    assert world.bina.sees("– Submission 1, 5 January, 13:00 (Madrid)\n– Acceptance 2")
    assert world.carlos.sees("تحویل ۱")
