"""Whoever decides sees all of the deal, in order, and can rely on any of it by its name."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

from bot.cards.disputing.whole import whole_file
from bot.desk.kit.topics import case_of
from core.deal.points import Item, ItemKind
from core.deal.ruling import Exhibit, ExhibitKind
from core.disputing import OpenDispute
from core.drafting import AddFile, SetDescription
from core.talking import Say, WriteDiary
from core.values.ids import PersonId
from core.values.marks import Mark, MarkKind, choice
from core.values.words import Words
from core.working import RequestChanges, SubmitWork
from tests.bot.desk.world import ARAM, BINA, CARLOS, REASONS, World, said

THREAT = Words.of(
    str(
        Mark(
            MarkKind.FORWARD,
            ("user", "Mallory (@mal)", "2025-12-31T10:00:00+00:00", "I know where you live"),
        )
    ),
    "00" * 16,
)


async def say(world: World, who: PersonId, words: str | Words, *files: str) -> None:
    text = said(words) if isinstance(words, str) else words
    found = tuple([await world.file(name) for name in files])
    await world.do(Say(actor=who, deal=world.id, words=text, files=found))


async def write(world: World, who: PersonId, words: str, *files: str) -> None:
    found = tuple([await world.file(name) for name in files])
    await world.do(WriteDiary(actor=who, deal=world.id, words=said(words), files=found))


async def full(world: World) -> None:
    """A deal with something of everything, disputed."""
    world.described = await world.file("brief.pdf")  # type: ignore[attr-defined]
    await world.agree(
        edits=(
            SetDescription(said("A logo in green, as we wrote")),
            AddFile(world.described),  # type: ignore[attr-defined]
        )
    )
    await world.fund()
    await write(world, BINA, "Began with the first concept", "sketch.png")
    await say(world, CARLOS, "Blue is fine too")
    await say(world, CARLOS, THREAT)
    m = world.deal.milestones[0]
    await world.do(
        SubmitWork(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            files=(await world.file(),),
            links=(said("https://example.org/final.zip"),),
            notes=(said("the third is the best"), said(choice("done-as-agreed", "انجام شد"))),
            words=said("the password is 1234"),
        )
    )
    await world.do(
        RequestChanges(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=world.deal.milestones[0].seen,
            items=(Item(ItemKind.DEFECT, said("it is not green"), 0),),
            due=timedelta(days=3),
        )
    )
    await world.do(
        OpenDispute(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=world.deal.milestones[0].seen,
            reason=said("Nothing is green."),
            sought=world.deal.milestones[0].held,
        )
    )
    await world.to_arbiter()


SAID = (
    "A logo in green, as we wrote",
    "Began with the first concept",
    "Blue is fine too",
    "Forwarded from Mallory (@mal), 31 Dec 2025",
    "▏ I know where you live",
    "the password is 1234",
    "https://example.org/final.zip",
    "the third is the best",
    "Done as agreed.",
    "it is not green",
    "Nothing is green.",
)


async def document(world: World) -> str:
    case = await case_of(world.app, await world.app.view(world.id), 1)
    assert case is not None
    return unescape(whole_file(world.app.t, case, world.clock.now()).content.decode())


async def test_the_topic_has_all_that_was_agreed_said_and_handed_in(world: World) -> None:
    await full(world)
    shown = world.group.in_topic(world.thread)
    told = "\n".join(m.text for m in shown)
    for words in SAID:
        assert words in told
    agreement = world.deal.agreement
    assert agreement is not None
    assert agreement.fingerprint in told
    assert "by the button" in told
    files = [m.file for m in shown if m.file]
    assert sorted(files) == sorted(
        ["brief.pdf", "drafts.svg", "sketch.png", f"case-{world.id}-1.html"]
    )
    assert "Diary: 1 entry, said across: 2 messages" in world.case.text


async def test_the_whole_file_has_everything_in_order_with_who_when_and_hash(world: World) -> None:
    await full(world)
    text = await document(world)
    for words in SAID:
        assert words in text
    places = [text.index(words) for words in ("Terms, version 1", "Acceptance 1", "Diary entry 1")]
    places += [text.index("Submission 1"), text.index("Nothing is green.")]
    assert places == sorted(places)
    agreement = world.deal.agreement
    assert agreement is not None
    assert f"SHA-256 {agreement.fingerprint}" in text
    assert world.deal.diary_head in text
    assert world.described.sha256 in text  # type: ignore[attr-defined]
    assert f"Client Carlos Vega ({CARLOS})" in text
    assert "UTC" in text


async def test_markup_in_words_stays_words_in_the_whole_file(world: World) -> None:
    await full(world)
    await say(world, BINA, "<script>alert(1)</script>")
    case = await case_of(world.app, await world.app.view(world.id), 1)
    assert case is not None
    raw = whole_file(world.app.t, case, world.clock.now()).content.decode()
    assert "<script>" not in raw
    assert "&lt;script&gt;" in raw


async def test_what_is_said_after_the_dispute_opened_reaches_whoever_decides(world: World) -> None:
    await full(world)
    await say(world, BINA, "I can make it green today", "green.png")
    await write(world, BINA, "Made it green")
    await world.deliver()
    await world.deliver()
    shown = world.group.in_topic(world.thread)
    assert len([m for m in shown if "I can make it green today" in m.text]) == 1
    assert len([m for m in shown if "Made it green" in m.text]) == 1
    assert [m.file for m in shown].count("green.png") == 1
    assert "Diary: 2 entries, said across: 3 messages" in world.case.text
    await world.press(ARAM, "Whole file", world.case)
    assert world.last().file == f"case-{world.id}-1.html"
    assert "I can make it green today" in await document(world)


async def test_a_reply_to_a_message_across_asks_whether_it_goes_out(world: World) -> None:
    await full(world)
    await say(world, BINA, "I can make it green today")
    await world.deliver()
    await world.press(ARAM, "Take", world.case)
    message = world.said("I can make it green today", world.thread)[-1]
    await world.write(ARAM, "By when?", reply_to=message)
    assert world.last().labels == ["Send to the freelancer", "Keep inside"]


async def test_a_ruling_can_rely_on_any_item_by_its_name(world: World) -> None:
    await full(world)
    await world.state()
    await world.press(ARAM, "Take", world.case)
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Refund 300.00 EUR")
    await world.press(ARAM, "1. three concepts")
    await world.press(ARAM, "Other items…")
    chapters = world.last().labels
    assert chapters == [
        "Terms",
        "Submissions, changes",
        "Diary",
        "Messages",
        "Sides and questions",
        "Back",
    ]
    for chapter in chapters[:-1]:
        await world.press(ARAM, chapter)
        offered = [label for label in world.last().labels if label.startswith("☐")]
        assert offered, chapter
        assert len(world.last().labels) <= 8
        for label in offered:
            await world.press(ARAM, label)
        await world.press(ARAM, "Back")
    await world.press(ARAM, "Back")
    await world.press(ARAM, "Next")
    await world.write(ARAM, REASONS)
    shown = world.last().text
    assert "Submission 1, 5 January, 12:00 (UTC): drafts.svg, the password is 1234" in shown
    assert "Diary entry 1" in shown
    await world.press(ARAM, "Confirm")
    ruled = world.case_now.ruling
    assert ruled is not None
    kinds = {each.kind for each in ruled.relied_on}
    assert kinds == set(ExhibitKind) - {ExhibitKind.EVIDENCE, ExhibitKind.QUESTION}
    await world.deliver()
    told = [m.text for m in world.said("Ruled by Aram Vos", world.thread)]
    assert any("Message" in text and "Blue is fine too" in text for text in told)


async def test_the_last_page_of_a_long_diary_can_be_relied_on(world: World) -> None:
    await full(world)
    for number in range(2, 13):
        await write(world, BINA, f"day {number}")
    await world.state()
    await world.press(ARAM, "Take", world.case)
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Refund 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.press(ARAM, "Other items…")
    await world.press(ARAM, "Diary")
    await world.press(ARAM, "More")
    await world.press(ARAM, "More")
    assert len(world.last().labels) <= 8
    await world.press(ARAM, "☐ Diary entry 12")
    await world.press(ARAM, "Back")
    await world.press(ARAM, "Back")
    await world.press(ARAM, "Next")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm")
    ruled = world.case_now.ruling
    assert ruled is not None
    assert ruled.relied_on == (Exhibit(ExhibitKind.DIARY, 12),)
