"""A message that is corrected: until it was used its correction is taken, in every form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import pytest

from bot.buttons import Press
from bot.parties.app import ALLOWED_UPDATES
from bot.parties.tables import FORMS as KINDS
from bot.wiring.desk import UPDATES
from tests.bot.deals import states
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.test_many_at_once import burst, texts
from tests.bot.deals.world import ARAM, World
from tests.kit.phones import Person, plain
from tests.kit.scene import NOOR

TYPO, RIGHT, LATE = "the thrid concept", "the third concept", "the fourth concept"
Do = Callable[[World], Awaitable[Any]]
KEPT_AS_VALUES = {
    "part": "an amount, asked again by Back",
    "paid": "a name, a day and a picture, each asked again by Back",
    "granttime": "a length, asked again by Back",
    "sealed": "an amount, asked again by Back",
    "settings": "one value, set at once",
    "invite-code": "one value, used at once",
    "new-deal": "a whole draft, used at once",
    "ask-inviter": "sent at once",
    "answer-invited": "sent at once",
}
"""Forms that keep no words until a button sends them."""


@dataclass(frozen=True)
class Form:
    """How it is opened, whose it is, and what sends it."""

    begin: Do
    send: Do
    who: str = "bina"
    file_first: bool = False
    words_only: bool = False
    """A file is nothing for it, and waits beneath it."""

    def writer(self, world: World) -> Person:
        person: Person = getattr(world, self.who)
        return person


def pressed(reach: Do, verb: str, who: str = "bina", arg: str = "") -> Do:
    async def begin(world: World) -> None:
        await reach(world)
        await world.deliver()
        person: Person = getattr(world, who)
        seen = world.deal.milestones[0].seen
        await person.press_data(Press(verb, world.id, 1, seen, arg).pack(), person.newest)

    return begin


def taps(*labels: str, who: str = "bina") -> Do:
    async def send(world: World) -> None:
        person: Person = getattr(world, who)
        for label in labels:
            if label.isdecimal():
                await person.write(label)
            else:
                await person.press(label)

    return send


async def working(world: World) -> None:
    await funded(world, "120.00")


async def to_look_at(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)


async def asked_for_time(world: World) -> None:
    await pressed(working, "ask-time")(world)
    await world.bina.press("3 days")


async def asked_for_a_pause(world: World) -> None:
    await pressed(working, "ask-pause")(world)
    await world.bina.press("3 days")


async def waiting(world: World) -> None:
    await working(world)
    await states.waits(world)


async def a_share_named(world: World) -> None:
    await pressed(working, "propose-end")(world)
    await world.bina.write("50")


async def so_many_stars(world: World) -> None:
    await pressed(states.completed, "rate")(world)
    await world.bina.press("5 ★")


async def decided_at_a_desk_of_two(world: World) -> None:
    world.escrow.staff = replace(world.escrow.staff, arbiters=frozenset({ARAM, NOOR}))
    await states.decided(world)


async def taken_at_a_desk_of_two(world: World) -> None:
    world.escrow.staff = replace(world.escrow.staff, arbiters=frozenset({ARAM, NOOR}))
    await states.asked(world)


async def an_offer_named(world: World) -> None:
    await pressed(states.disputed, "offer")(world)
    await world.bina.write("50")


FORMS: dict[str, Form] = {
    "review": Form(
        pressed(decided_at_a_desk_of_two, "ask-review.point", arg="procedure"),
        taps("Done", "Yes, ask"),
    ),
    "challenge": Form(
        pressed(taken_at_a_desk_of_two, "challenge.point", arg="knows"),
        taps("Done", "Yes, another arbiter"),
    ),
    "rating": Form(so_many_stars, taps("Yes, 5 of 5"), words_only=True),
    "asktime": Form(asked_for_time, taps("Yes, ask"), words_only=True),
    "wait": Form(pressed(working, "wait-material"), taps("Done")),
    "give": Form(
        pressed(waiting, "give-material", "carlos"), taps("Done", who="carlos"), who="carlos"
    ),
    "askpause": Form(asked_for_a_pause, taps("Yes, ask"), words_only=True),
    "end": Form(a_share_named, taps("Yes, propose it"), words_only=True),
    "offer": Form(an_offer_named, taps("Yes, offer it"), words_only=True),
    "diary": Form(pressed(working, "diary"), taps("Done")),
    "say": Form(pressed(working, "talk"), taps("Done")),
    "help": Form(pressed(working, "help"), taps("Done")),
    "submit": Form(
        pressed(working, "submit"),
        taps("Done", "Yes, submit"),
        file_first=True,
    ),
    "dispute": Form(pressed(to_look_at, "dispute"), taps("Done", "1", "Yes")),
    "side": Form(pressed(states.disputed, "state"), taps("Done", "1", "Yes")),
    "evidence": Form(pressed(states.disputed, "evidence"), taps("Done")),
    "answer": Form(pressed(states.asked, "answer"), taps("Done")),
    "object": Form(pressed(states.cancelling, "object"), taps("Done", "Yes")),
    "contest": Form(pressed(states.revising, "contest.point", arg="0"), taps("Done", "Yes")),
    "changes": Form(
        pressed(to_look_at, "request-changes", "carlos"),
        taps("Done", "I'd like it different", "3 days", "Yes, send it", who="carlos"),
        who="carlos",
    ),
    "loose to the other side": Form(working, taps("Send to Carlos")),
    "loose into the diary": Form(working, taps("Diary")),
    "loose to the desk": Form(working, taps("Get help")),
    "loose as evidence": Form(states.disputed, taps("Add evidence")),
}


def test_every_form_that_keeps_words_is_walked_here() -> None:
    registered = KINDS.keys() - {"terms"}  # tests/bot/parties
    assert registered - KEPT_AS_VALUES.keys() <= FORMS.keys()
    assert not KEPT_AS_VALUES.keys() & FORMS.keys()


def test_both_bots_hear_of_changed_messages() -> None:
    assert "edited_message" in ALLOWED_UPDATES
    assert "edited_message" in UPDATES


def stored(world: World) -> str:
    """All words that went out, wherever they stand."""
    events = [row.event for row in world.store.journal]
    return "\n".join(_words([*events, *world.store.deals.values()]))


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _words(each)]
    if is_dataclass(value):
        return [text for each in fields(value) for text in _words(getattr(value, each.name))]
    return []


def told(person: Person, words: str) -> int:
    return sum(words in plain(shown.text) for shown in person.chat)


def reactions(world: World) -> int:
    return sum(name == "setMessageReaction" for name, _ in world.phones.calls)


def content(how: str, text: str) -> dict[str, Any]:
    return {"text" if how == "words" else "caption": text}


async def begun(world: World, form: Form, how: str) -> Person:
    """The form with the words in it that have a typo."""
    await form.begin(world)
    writer = form.writer(world)
    if form.file_first:
        await writer.send("work.svg")
    if how == "words":
        await writer.write(TYPO)
    else:
        await writer.send("concepts.svg", b"concepts", caption=TYPO)
    return writer


walked = pytest.mark.parametrize(
    ("name", "how"),
    [
        (name, how)
        for name, form in FORMS.items()
        for how in ("words", "caption")
        if how == "words" or not form.words_only
    ],
)
forms = pytest.mark.parametrize("name", FORMS)


@walked
async def test_a_correction_is_taken_before_the_words_are_used_and_not_after(
    world: World, name: str, how: str
) -> None:
    form = FORMS[name]
    writer = await begun(world, form, how)
    message, before = writer.sent, len(writer.chat)
    await writer.edit(**content(how, TYPO))
    assert reactions(world) == 0, "Telegram changed it, and nobody else"
    await writer.edit(**content(how, RIGHT))
    assert reactions(world) == 1
    await writer.again()
    assert len(writer.chat) == before, "the sign says it"
    await form.send(world)
    assert RIGHT in stored(world)
    assert TYPO not in stored(world)
    before = len(writer.chat)
    await writer.edit(message, **content(how, RIGHT))
    await writer.edit(message, **content(how, LATE), edit_date=None)
    assert len(writer.chat) == before
    await writer.edit(message, **content(how, LATE))
    assert told(writer, "sent on already") == 1
    await writer.edit(message, **content(how, LATE + "!"))
    assert told(writer, "sent on already") == 1, "once"
    assert LATE not in stored(world)
    assert reactions(world) == 1


@forms
async def test_a_correction_that_can_not_be_taken_is_refused_and_the_old_words_stay(
    world: World, name: str
) -> None:
    form = FORMS[name]
    writer = await begun(world, form, "words")
    before = len(writer.chat)
    await writer.edit(text="x" * 4097)
    await writer.edit(text="\u200b")
    refused = [plain(shown.text) for shown in writer.chat[before:]]
    assert len(refused) == 2
    assert all("What you sent first stays as it was" in text for text in refused)
    assert "4096" in refused[0].replace(",", "")
    await form.send(world)
    assert TYPO in stored(world)


async def test_words_on_a_criterion_are_corrected_too(world: World) -> None:
    await working(world)
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.write(TYPO)
    await world.bina.edit(text=RIGHT)
    await world.bina.press("Yes, submit")
    assert RIGHT in stored(world)
    assert TYPO not in stored(world)


async def test_a_summary_is_shown_anew_with_what_it_says_now(world: World) -> None:
    await working(world)
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg", caption=TYPO)
    message = world.bina.sent
    await taps("Done")(world)
    old = world.bina.newest
    assert TYPO in old.text
    await world.bina.edit(message, caption=RIGHT)
    assert RIGHT in world.bina.newest.text
    assert TYPO not in world.bina.newest.text
    assert old.labels == []
    await world.bina.press("Yes, submit")
    assert TYPO not in stored(world)


async def test_words_that_are_needed_can_not_be_taken_away_by_a_change(world: World) -> None:
    await to_look_at(world)
    await pressed(world_stays, "dispute")(world)
    await world.bina.send("proof.png", caption=TYPO)
    message = world.bina.sent
    await world.bina.press("Done")
    await world.bina.edit(message, caption=None)
    assert told(world.bina, "What you sent first stays as it was") == 1
    await world.bina.write("1")
    await world.bina.press("Yes")
    assert TYPO in stored(world)


async def world_stays(_world: World) -> None:
    """It stands where it is."""


async def test_a_caption_is_added_changed_and_taken_away(world: World) -> None:
    await pressed(working, "diary")(world)
    await world.bina.write("one")
    await world.bina.send("two.png", b"two")
    two = world.bina.sent
    await world.bina.write("three")
    two = await world.bina.edit(two, caption="two")
    assert entry_texts(world) == ["one", "two", "three"]
    two = await world.bina.edit(two, caption="2")
    assert entry_texts(world) == ["one", "2", "three"]
    await world.bina.edit(two, caption=None)
    assert entry_texts(world) == ["one", "three"]
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert [file.name for file in entry.files] == ["two.png"]


def entry_texts(world: World) -> list[str]:
    row = world.store.rows.asked(world.bina_id, "parties")
    assert row is not None
    return [text["text"] for text in row.data["texts"]]  # type: ignore[attr-defined]


async def test_a_file_that_was_replaced_in_its_message_is_the_new_one(world: World) -> None:
    await pressed(working, "diary")(world)
    await world.bina.send("old.svg", b"old", caption="the logo")
    world.phones.served["new.svg"] = b"new"
    new = {**world.bina.sent["document"], "file_id": "new.svg", "file_unique_id": "new.svg"}
    await world.bina.edit(document={**new, "file_name": "new.svg"})
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert [file.name for file in entry.files] == ["new.svg"]
    assert str(entry.words) == "the logo"


async def test_links_and_quotes_are_those_of_the_correction(world: World) -> None:
    await pressed(working, "diary")(world)
    await world.bina.write("see here")
    link = {"type": "text_link", "offset": 4, "length": 4, "url": "https://example.org/x"}
    await world.bina.edit(text="see here", entities=[link])
    assert entry_texts(world) == ["see here <https://example.org/x>"]


async def test_an_answer_to_our_question_quotes_nothing_of_it_when_corrected(
    world: World,
) -> None:
    await pressed(working, "diary")(world)
    question = world.bina.newest
    asked = {
        "message_id": question.id, "date": 1, "chat": {"id": world.bina.id, "type": "private"},
        "from": {"id": 7001, "is_bot": True, "first_name": "Holdfast"}, "text": question.text,
    }  # fmt: skip
    await world.bina.tell(text=TYPO, reply_to_message=asked)
    message = world.bina.sent
    await world.bina.write("and more")
    await world.bina.edit(message, text=RIGHT)
    assert entry_texts(world) == [RIGHT, "and more"]


async def test_of_forty_long_messages_one_that_waits_in_a_file_is_corrected(world: World) -> None:
    await pressed(working, "diary")(world)
    sent: list[dict[str, Any]] = []

    def noted(write: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def then() -> None:
            await write()
            sent.append(world.bina.sent)

        return then

    await burst([noted(write) for write in texts(world.bina, 40, 500)])
    await world.bina.edit(sent[-2], text=RIGHT)
    await world.bina.edit(sent[-2], text=RIGHT)
    assert reactions(world) == 1
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    [file] = entry.files
    kept = str(entry.words) + (await world.app.vault.get(file)).decode()
    assert RIGHT in kept
    assert "message 39." not in kept
    assert all(f"message {n}." in kept for n in (*range(1, 39), 40))


async def test_the_text_of_an_album_in_a_point_is_corrected(world: World) -> None:
    await pressed(to_look_at, "request-changes", "carlos")(world)
    await world.carlos.send("a.png", b"a", caption=TYPO, album="7")
    message = world.carlos.sent
    await world.carlos.send("b.png", b"b", caption="and this", album="7")
    await world.carlos.edit(message, caption=RIGHT)
    await taps("Done", "I'd like it different", "3 days", "Yes, send it", who="carlos")(world)
    [point] = world.deal.milestones[0].rounds[-1].items
    assert str(point.words) == f"{RIGHT}\nand this"
    assert len(point.files) == 2


async def test_words_that_moved_from_one_form_into_another_are_found_there(world: World) -> None:
    await working(world)
    await world.bina.send("drafts.svg", caption=TYPO)
    message = world.bina.sent
    await world.bina.press("Submit it")
    await world.bina.edit(message, caption=RIGHT)
    await taps("Done", "Yes, submit")(world)
    assert RIGHT in stored(world)
    assert TYPO not in stored(world)


async def test_a_form_beneath_the_one_that_is_asked_is_corrected_where_it_waits(
    world: World,
) -> None:
    await pressed(working, "diary")(world)
    await world.bina.write(TYPO)
    message = world.bina.sent
    await pressed(world_stays, "talk")(world)
    await world.bina.edit(message, text=RIGHT)
    await world.bina.write("hello")
    await world.bina.press("Done")
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert str(entry.words) == RIGHT


async def test_a_message_that_was_never_taken_is_told_once_that_it_is_not(world: World) -> None:
    await working(world)
    await world.bina.write("/deals")
    message = world.bina.sent
    await world.bina.edit(message, text="/money")
    await world.bina.edit(message, text="/settings")
    assert told(world.bina, "Changing this message changes nothing here") == 1


async def test_what_never_mind_dropped_is_not_said_to_have_been_sent(world: World) -> None:
    await working(world)
    await world.bina.write(TYPO)
    message = world.bina.sent
    await world.bina.press("Never mind")
    await world.bina.edit(message, text=RIGHT)
    assert told(world.bina, "sent on already") == 0
    assert told(world.bina, "send it again as a new message") == 1


async def test_who_is_told_that_it_is_too_late_can_go_on_from_there(world: World) -> None:
    await pressed(working, "diary")(world)
    await world.bina.write(TYPO)
    message = world.bina.sent
    await world.bina.press("Done")
    await world.bina.edit(message, text=RIGHT)
    await world.bina.press("The deal", world.bina.newest)
    assert "Logo" in world.bina.newest.text


async def test_a_change_in_a_group_is_nobodys(world: World) -> None:
    await working(world)
    await world.bina.write(TYPO)
    before = len(world.phones.calls)
    chat = {"id": -5, "type": "group", "title": "x"}
    await world.bina.edit(text=RIGHT, chat=chat)
    assert len(world.phones.calls) == before
