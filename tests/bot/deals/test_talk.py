"""What people type, say or send that fits no form: never lost, never ignored."""

import pytest

from core.deal.milestone import State
from core.talking import HelpAsked, MessageSent
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import plain


def messages(world: World) -> list[MessageSent]:
    return [e for e in world.store.events(world.id) if isinstance(e, MessageSent)]


async def test_free_words_are_kept_and_sent_where_they_are_meant_to_go(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("I begin on Monday")
    card = world.bina.newest
    assert {"Send to Carlos", "Diary", "Get help"} <= set(card.labels)
    await world.bina.press("Send to Carlos")
    await world.deliver()
    [sent] = messages(world)
    assert str(sent.words) == "I begin on Monday"
    assert world.carlos.sees("I begin on Monday")
    assert next(s for s in world.carlos.chat if "I begin on Monday" in s.text).silent


async def test_an_album_is_one_message(world: World) -> None:
    await funded(world, "120.00")
    before = len(world.bina.chat)
    for number in range(4):
        await world.bina.send(f"{number}.png", caption="look" if not number else "", album="77")
    assert len(world.bina.chat) == before + 1
    await world.bina.press("Diary", world.bina.newest)
    [entry] = await world.app.reads.diary(world.id)
    assert [file.name for file in entry.files] == ["0.png", "1.png", "2.png", "3.png"]
    assert str(entry.words) == "look"


async def test_several_messages_wait_side_by_side_each_for_its_own_answer(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("first")
    first = world.bina.newest
    await world.bina.write("second")
    second = world.bina.newest
    await world.bina.press("Diary", first)
    await world.bina.press("Send to Carlos", second)
    assert [str(e.words) for e in await world.app.reads.diary(world.id)] == ["first"]
    assert [str(e.words) for e in messages(world)] == ["second"]


async def test_the_same_choice_twice_sends_once(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("hello")
    card = world.bina.newest
    data = card.data("Send to Carlos")
    await world.bina.press_data(data, card)
    await world.bina.press_data(data, card)
    assert len(messages(world)) == 1
    assert world.bina.alert.startswith("That button is old")


async def test_words_that_sound_like_a_change_are_offered_as_a_formal_request(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.write("please make the letters bigger")
    assert "formal change request?" in plain(world.carlos.newest.text)
    await world.carlos.press("Make it formal")
    assert "1 point so far" in world.carlos.newest.text
    await world.carlos.press("Done")
    assert "please make the letters bigger" in world.carlos.newest.text
    await world.carlos.press("I'd like it different")
    await world.carlos.press("3 days")
    await world.carlos.press("Yes, send it")
    assert world.state() is State.REVISING


async def test_a_file_sent_while_working_is_offered_for_submission(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.send("final.zip")
    assert "Submit it, or add it to the diary?" in plain(world.bina.newest.text)
    await world.bina.press("Submit it")
    assert "Saved: 1 file" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    assert world.deal.milestones[0].submissions[0].files[0].name == "final.zip"


async def test_with_several_deals_it_is_asked_which_one(world: World) -> None:
    await funded(world, "120.00", title="Logo")
    first = world.id
    await funded(world, "80.00", title="Banner")
    await world.bina.write("hello there")
    assert any(label.startswith("Logo") for label in world.bina.newest.labels)
    await world.bina.press("Logo")
    await world.bina.press("Send to Carlos")
    world.id = first
    assert [str(e.words) for e in messages(world)] == ["hello there"]


async def test_somebody_without_a_deal_reaches_the_desk(world: World) -> None:
    await world.sam.write("is anybody there?")
    await world.sam.press("Get help")
    [asked] = [e for e in world.store.events(None) if isinstance(e, HelpAsked)]
    assert str(asked.words) == "is anybody there?"


async def test_get_help_on_the_card_opens_a_thread_with_files(world: World) -> None:
    await funded(world, "120.00")
    await world.carlos.press("Get help")
    await world.carlos.send("screenshot.png")
    await world.carlos.press("Done")
    [asked] = [e for e in world.store.events(world.id) if isinstance(e, HelpAsked)]
    assert asked.files[0].name == "screenshot.png"


async def test_a_voice_or_a_text_of_4096_characters_is_kept_whole(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("x" * 4096)
    await world.bina.press("Send to Carlos")
    await world.deliver()
    [sent] = messages(world)
    assert len(str(sent.words)) == 4096
    assert any(s.file == "message.txt" for s in world.carlos.chat), "whole, as a file"


async def test_what_one_text_can_not_hold_goes_across_as_a_file(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("x" * 4097)
    await world.bina.press("Send to Carlos")
    assert [file.size for file in messages(world)[0].files] == [4097]


async def test_what_says_nothing_is_answered(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.pin()
    assert "cannot be saved here" in world.bina.newest.text


async def test_a_file_of_more_than_20_mb_is_refused_with_what_to_do(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.send("film.mov", size=21 * 1024 * 1024)
    assert "too large: at most 20 MB fit" in world.bina.newest.text
    assert world.app.vault.kept == {}  # type: ignore[attr-defined]


async def test_words_do_not_answer_a_form_that_was_opened_before_them(world: World) -> None:
    """A loose message stands below the form that waits, and the form still gets the next words."""
    await funded(world, "120.00")
    await world.bina.write("a thought")
    await world.bina.press("Add to diary")
    await world.bina.write("an entry")
    await world.bina.press("Done")
    assert [str(e.words) for e in await world.app.reads.diary(world.id)] == ["an entry"]
    loose = next(s for s in world.bina.chat if "We kept your message" in s.text)
    await world.bina.press("Send to Carlos", loose)
    assert [str(e.words) for e in messages(world)] == ["a thought"]


@pytest.mark.parametrize(
    "words", ["I need more time, sorry", "Let us end it together", "I take the dispute back"]
)
async def test_what_is_done_later_is_told_how_it_stands(world: World, words: str) -> None:
    await funded(world, "120.00")
    await world.bina.write(words)
    assert "cannot be done by a button yet" in plain(world.bina.newest.text)


async def test_the_diary_is_read_with_its_hashes_and_its_files(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    await world.bina.send("sketch.png", caption="first sketch")
    await world.bina.press("Done")
    await world.deliver()
    assert world.carlos.sees("wrote in the diary")
    await world.carlos.write("/diary")
    shown = plain(world.carlos.newest.text)
    assert "first sketch" in shown
    assert world.deal.diary_head[:12] in shown
    assert "none changed or missing" in shown
    await world.carlos.press("Entry 1")
    assert any(s.file == "sketch.png" for s in world.carlos.chat[-3:])


async def test_of_all_that_was_kept_only_the_newest_says_done(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    question = world.bina.newest
    for words in ("one", "two", "three"):
        await world.bina.write(words)
    kept = [shown for shown in world.bina.chat if shown.text.startswith("Saved")]
    assert [bool(shown.buttons) for shown in (question, *kept)] == [False, False, False, True]
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert str(entry.words) == "one\n\ntwo\n\nthree"


async def test_of_all_points_only_the_newest_says_done(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    question = world.carlos.newest
    for words in ("one", "two"):
        await world.carlos.write(words)
    noted = [shown for shown in world.carlos.chat if "noted" in shown.text]
    assert [bool(shown.buttons) for shown in (question, *noted)] == [False, False, True]


async def test_texts_that_are_too_long_together_are_all_kept_the_rest_as_files(
    world: World,
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    for letter in "abc":
        await world.bina.write(letter * 3000)
    assert "saved as a file" in world.bina.newest.text
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert str(entry.words) == "a" * 3000
    kept = [await world.app.vault.get(file) for file in entry.files]
    assert kept == [b"b" * 3000 + b"\n\n" + b"c" * 3000]


async def test_a_dispute_takes_a_long_statement_in_several_messages(world: World) -> None:
    await funded(world, "120.00")
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("x" * 4096)
    await world.carlos.write("y" * 4096)
    await world.carlos.press("Done")
    await world.carlos.press("All: 120.00 EUR")
    await world.carlos.press("Yes, open")
    assert world.state() is State.DISPUTED
    [case] = world.deal.disputes
    [said] = case.statements
    assert len(str(said.words)) == 4096
    assert [file.size for file in said.files] == [4096]


async def test_long_words_beside_the_work_do_not_stand_in_its_way(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.write("x" * 4000)
    await world.bina.send("final.zip", caption="here it is")
    await world.bina.write("y" * 4000)
    await world.bina.press("Done")
    await world.bina.write("z" * 4000)
    await world.bina.press("Yes, submit")
    assert world.state() is State.SUBMITTED
    files = world.deal.milestones[0].submissions[0].files
    assert [file.name for file in files] == ["final.zip", "text-2.txt"]


async def test_the_file_that_is_one_too_many_is_refused_and_the_others_stay(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    for number in range(21):
        await world.bina.send(f"{number}.png")
    assert "At most this many files fit: 20" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    assert "21 (20.png)" in plain(world.bina.newest.text)
    await world.bina.press("Send it anyway")
    await world.bina.press("Yes, submit")
    assert world.state() is State.SUBMITTED
    assert len(world.deal.milestones[0].submissions[0].files) == 20
