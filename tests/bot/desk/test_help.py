"""Help threads: a topic a person, and answers that go out only when somebody says so."""

import pytest

from bot.mail.sending import TryAgain
from core.deal.commands import Command
from core.talking import AnswerHelp, AskHelp, HelpAnswered
from core.values.ids import DealId, PersonId
from core.values.words import FileRef
from tests.bot.desk.group import Shown
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, TESS, World, said
from tests.kit.parcels import Parcel


async def ask(
    world: World, person: PersonId, text: str, deal: DealId | None = None, *files: FileRef
) -> None:
    await world.do(AskHelp(actor=person, about=deal, words=said(text), files=files))
    await world.deliver()


def thread(world: World, person: PersonId, deal: DealId | None = None) -> int:
    return world.edge.topics["help", deal, None, person].thread_id


def answers(world: World) -> list[HelpAnswered]:
    return [row.event for row in world.store.journal if isinstance(row.event, HelpAnswered)]


async def prompted(world: World, where: int, text: str, to: Shown, **more: object) -> Shown:
    await world.write(ARAM, text, where, to, **more)
    return world.group.last(where)


async def test_help_makes_a_topic_for_the_person(world: World) -> None:
    deal = await world.agree()
    await ask(world, BINA, "How do I get paid?")
    await ask(world, BINA, "And about this one?", deal)
    await ask(world, BINA, "Are you there?")
    names = [room.name for room in world.group.topics.values()]
    assert names == ["💬 Bina Rahimi", f"💬 Bina Rahimi · {deal}"]
    asked = [m.text for m in world.group.in_topic(thread(world, BINA))]
    assert [text.splitlines()[-1] for text in asked] == ["How do I get paid?", "Are you there?"]
    assert f"About {deal}" in world.group.last(thread(world, BINA, deal)).text


async def test_a_files_bytes_come_along(world: World) -> None:
    await ask(world, CARLOS, "Here is the bank's paper.", None, await world.file("bank.pdf"))
    assert world.group.last(thread(world, CARLOS)).file == "bank.pdf"


async def test_who_had_a_deal_with_them_is_not_asked_whether_an_answer_goes_out(
    world: World,
) -> None:
    await world.agree(client=ARAM)
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    refused = await prompted(world, where, "By bank transfer.", world.group.last(where))
    assert "You had a deal with one of them" in refused.text
    assert refused.labels == []
    assert answers(world) == []


async def test_a_reply_goes_out_only_when_it_is_sent(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    question = world.group.last(where)
    prompt = await prompted(world, where, "By bank transfer, within a day.", question)
    assert prompt.labels == ["Send to Bina Rahimi", "Keep inside"]
    assert not answers(world)
    await world.press(ARAM, "Send to Bina Rahimi", prompt)
    answer = answers(world)[0]
    assert (answer.person, str(answer.words)) == (BINA, "By bank transfer, within a day.")
    assert prompt.text.startswith("To Bina Rahimi …")
    await world.told("help-answered", ok=True)
    assert prompt.text.startswith("To Bina Rahimi ✓")


async def test_an_answer_delivered_before_it_is_shown_gets_its_mark(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    prompt = await prompted(world, where, "By bank transfer.", world.group.last(where))
    press = world.press_of(ARAM, prompt, "Send to Bina")
    execute = world.escrow.execute

    async def at_once(command: Command, **more: object) -> object:
        outcome = await execute(command, **more)  # type: ignore[arg-type]
        if isinstance(command, AnswerHelp):
            await world.told("help-answered", ok=False)
        return outcome

    world.escrow.execute = at_once  # type: ignore[method-assign,assignment]
    await world.update(callback_query=press)
    assert prompt.text.startswith("To Bina Rahimi ✗ they blocked the bot")


async def test_what_colleagues_say_to_each_other_stays_inside(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    await world.write(NOOR, "Who knows her?", where)
    await world.press(NOOR, "Keep inside", world.group.last(where))
    assert world.group.last(where).text == "It stays among colleagues."
    assert not answers(world)


async def test_a_file_may_be_the_answer(world: World) -> None:
    await ask(world, BINA, "Where is my receipt?")
    where = thread(world, BINA)
    world.group.files["f1"] = b"%PDF"
    document = {"file_id": "f1", "file_unique_id": "f1", "file_name": "receipt.pdf", "file_size": 4}
    question = world.group.last(where)
    prompt = await prompted(world, where, "", question, document=document, caption="Here.")
    await world.press(ARAM, "Send to Bina", prompt)
    answer = answers(world)[0]
    assert [file.name for file in answer.files] == ["receipt.pdf"]
    assert world.vault.kept[answer.files[0].sha256] == b"%PDF"


async def test_a_treasurer_who_is_no_arbiter_answers_nobody(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    await world.write(TESS, "Tomorrow.", where, world.group.last(where))
    assert world.group.last(where).text == "This is for arbiters."
    assert not world.group.last(where).labels
    assert not answers(world)


async def test_a_deleted_help_topic_is_made_again_for_the_next_words(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    lost = thread(world, BINA)
    world.group.delete_topic(lost)
    await ask(world, BINA, "Hello?")
    assert thread(world, BINA) != lost
    assert "Hello?" in world.group.last(thread(world, BINA)).text


async def test_words_that_telegram_took_are_not_posted_again_because_their_file_fails(
    world: World,
) -> None:
    world.group.refusals.append(("sendDocument", 502, {"description": "Bad Gateway"}))
    file = await world.file("bank.pdf")
    await world.do(AskHelp(actor=BINA, about=None, words=said("Look."), files=(file,)))
    parcel = Parcel(3, world.notice("stranger-asked"))
    with pytest.raises(TryAgain):
        await world.post(parcel)
    assert parcel.parts == 1
    await world.post(parcel)
    shown = world.group.in_topic(thread(world, BINA))
    assert [message.file for message in shown] == ["", "bank.pdf"]


async def asked_in_a_row(world: World, *said_: tuple[str, tuple[FileRef, ...]]) -> list[Parcel]:
    """As they wait in the queue."""
    before = len(world.store.notices)
    for text, files in said_:
        await world.do(AskHelp(actor=BINA, about=None, words=said(text), files=files))
    parcels = [Parcel(n, notice) for n, notice in enumerate(world.store.notices[before:], 1)]
    for number, parcel in enumerate(parcels, 1):
        parcel.behind = parcels[number:]
    return parcels


async def test_what_one_person_wrote_meanwhile_leaves_in_one_message_with_each_line(
    world: World,
) -> None:
    photo, paper = await world.file("photo.jpg"), await world.file("bank.pdf")
    parcels = await asked_in_a_row(
        world, ("Hello?", ()), ("Where is <it>?", (photo, paper)), ("", ()), ("Are you there?", ())
    )
    for parcel in parcels:
        await world.post(parcel)
    first, *files = world.group.in_topic(thread(world, BINA))
    lines = first.text.splitlines()[1:]
    assert lines == ["Hello?", "Where is <it>?", "📎 photo.jpg, bank.pdf", "Are you there?"]
    assert [message.file for message in files] == ["photo.jpg", "bank.pdf"]
    assert len(world.edge.relays) == 1, "a reply to it is an answer to them"


async def test_what_does_not_fit_into_the_message_is_posted_at_its_own_turn(world: World) -> None:
    texts = ["a" * 2000, "b" * 1400, "c" * 2000, "d" * 4096]
    for parcel in await asked_in_a_row(world, *((text, ()) for text in texts)):
        await world.post(parcel)
    shown = [message.text for message in world.group.in_topic(thread(world, BINA))]
    assert len(shown) == 4
    assert "".join(shown).count("c") >= 2000
    assert [text[-1] for text in shown] == ["b", "c", "d", "d"]


async def test_a_message_of_several_that_telegram_took_is_not_posted_again(world: World) -> None:
    world.group.refusals.append(("sendDocument", 502, {"description": "Bad Gateway"}))
    file = await world.file("bank.pdf")
    parcels = await asked_in_a_row(world, ("One.", (file,)), ("Two.", ()))
    with pytest.raises(TryAgain):
        await world.post(parcels[0])
    for parcel in parcels:
        await world.post(parcel)
    shown = world.group.in_topic(thread(world, BINA))
    assert [message.file for message in shown] == ["", "bank.pdf"]


async def test_of_a_long_call_for_help_each_turn_posts_one_message(world: World) -> None:
    file = await world.file("bank.pdf")
    [parcel] = await asked_in_a_row(world, ("x" * 4000, (file, file)))
    turns = [await world.outgoing.deliver(parcel) for _ in range(4)]
    assert [turn.more for turn in turns if turn is not None] == [True, True, True, False]
    assert len(world.group.in_topic(thread(world, BINA))) == 4


async def test_a_closed_help_topic_is_opened_for_the_next_words_or_made_again(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where, world.group.shut = thread(world, BINA), True
    world.group.topics[where].closed = True
    await ask(world, BINA, "Hello?")
    assert "Hello?" in world.group.last(where).text
    world.group.topics[where].closed = True
    refused = {"description": "Bad Request: not enough rights"}
    world.group.refusals.append(("reopenForumTopic", 400, refused))
    await ask(world, BINA, "Anybody?")
    assert thread(world, BINA) != where
    assert "Anybody?" in world.group.last(thread(world, BINA)).text
