"""The topic of a dispute: what is in it, once, and that nothing is lost with it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.cards.kit.desk import units
from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from core.deal.notice import ALWAYS, Notice
from core.deal.points import Item, ItemKind
from core.disputing import FileEvidence, MakeStatement, OpenDispute
from core.ports import CASE_WANTED
from core.values.ids import DESK
from core.working import ContestPoint, RequestChanges, SubmitWork
from tests.bot.desk.world import ARAM, BINA, CARLOS, STAFF, World, build, said
from tests.kit.parcels import Parcel


async def evidence(world: World, text: str | None, *names: str, kind: str = "document") -> None:
    files = tuple([await world.file(name, kind) for name in names])
    words = None if text is None else said(text)
    await world.do(FileEvidence(actor=CARLOS, deal=world.id, milestone=1, words=words, files=files))
    await world.deliver()


async def test_the_topic_has_positions_work_and_files_and_the_file_is_pinned(world: World) -> None:
    await world.opened()
    shown = world.group.in_topic(world.thread)
    assert shown[0] is world.case
    assert [m.file for m in shown if m.file] == [f"case-{world.id}-1.html", "drafts.svg"]
    text = world.case.text
    for part in (
        "Logo · Drafts",
        "held: 300.00 EUR",
        "Client: Carlos Vega asks for 300.00 EUR",
        "Freelancer: Bina Rahimi has not said anything yet",
        "1. three concepts",
        "Freelancer: done 1",
        "submission 1, 1 file",
        "No arbiter is called yet.",
    ):
        assert part in text
    assert world.case.labels == ["Whole file"]
    await world.state()
    assert "The two can agree between them until" in world.case.text
    await world.call()
    assert "What the rulebook lets the desk do now" in world.case.text
    assert world.case.labels == ["Take", "I know one of them", "Whole file"]


async def test_a_topic_is_made_silently_and_rings_once_an_arbiter_is_called(world: World) -> None:
    await world.opened()
    await world.state()
    assert all(m.silent for m in world.group.in_topic(world.thread))
    await world.call()
    [rings] = [m for m in world.group.in_topic(world.thread) if not m.silent]
    assert "Both sides call the arbiter." in rings.text


async def test_revision_rounds_are_told_point_by_point(world: World) -> None:
    await world.agree()
    await world.fund()
    await world.submit()
    items = (
        Item(ItemKind.DEFECT, said("Only two concepts."), 0),
        Item(ItemKind.PREFERENCE, said("A warmer red, please.")),
    )
    m = world.deal.milestone(1)
    await world.do(
        RequestChanges(actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, items=items)
    )
    m = world.deal.milestone(1)
    await world.do(
        SubmitWork(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            files=(await world.file("again.svg"),),
            notes=(said("now three"), said("still SVG")),
            answers=(said("The third is added."), said("Warmer now.")),
        )
    )
    m = world.deal.milestone(1)
    reason = said("Still not it.")
    await world.do(
        OpenDispute(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, reason=reason, sought=m.held
        )
    )
    await world.deliver()
    text = world.case.text
    assert "Rounds of changes: 1 of 2 used" in text
    assert "the client says: not as agreed (criterion 1): Only two concepts." in text
    assert "→ the freelancer says: The third is added." in text
    assert "the client says: matter of taste: A warmer red, please." in text
    assert "→ the freelancer says: Warmer now." in text
    assert "Client: Only two concepts." in text


async def test_a_point_that_is_contested_asks_for_no_amount_until_one_is_named(
    world: World,
) -> None:
    await world.agree()
    await world.fund()
    await world.submit()
    for step in (
        RequestChanges(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=world.deal.milestone(1).seen,
            items=(Item(ItemKind.DEFECT, said("Only two concepts."), 0),),
        ),
        ContestPoint(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=world.deal.milestone(1).seen + 1,
            item=0,
            words=said("There are three."),
        ),
    ):
        await world.do(step)
    world.clock.forward(timedelta(days=3))
    await world.escrow.sweep()
    await world.deliver()
    assert "Bina Rahimi disagrees with a point; no amount asked for" in world.case.text
    assert "→ the freelancer disagrees: There are three." in world.case.text
    assert "→ the client did not answer for point 1" in world.case.text
    assert "asks for 300.00 EUR" not in "".join(m.text for m in world.group.in_topic(world.thread))
    await world.state()
    assert "Bina Rahimi asks for 300.00 EUR" in world.case.text


async def test_a_notice_that_comes_twice_adds_nothing(world: World) -> None:
    await world.dispute()
    before = len(world.group.in_topic(world.thread))
    notice = next(n for n in world.store.notices if n.to == DESK and n.kind == "dispute-opened")
    await world.outgoing.deliver(Parcel(7, notice))
    assert len(world.group.in_topic(world.thread)) == before
    assert len(world.group.topics) == 1


async def test_evidence_is_posted_as_real_files_with_its_number(world: World) -> None:
    await world.dispute()
    await evidence(world, "Look at this.", "a.png", "b.pdf")
    *_, head, first, second = world.group.in_topic(world.thread)
    assert head.text.startswith("📎 Evidence 1, client Carlos Vega")
    assert "Look at this." in head.text
    assert not head.silent
    assert (first.file, second.file) == ("a.png", "b.pdf")
    assert "1. client: a.png, b.pdf, Look at this." in world.case.text


async def test_a_picture_that_telegram_does_not_take_goes_as_a_document(world: World) -> None:
    await world.dispute()
    refusal = {"description": "Bad Request: PHOTO_INVALID_DIMENSIONS"}
    world.group.refusals.append(("sendPhoto", 400, refusal))
    await evidence(world, None, "wide.png", kind="photo")
    assert world.last().file == "wide.png"
    assert world.group.calls[-1][0] != "sendPhoto"


async def test_a_file_that_the_vault_lost_is_named(world: World) -> None:
    await world.dispute()
    kept = dict(world.vault.kept)
    await world.file("gone.png")
    files = (await world.file("gone.png"),)
    world.vault.kept = kept
    await world.do(FileEvidence(actor=CARLOS, deal=world.id, milestone=1, files=files))
    await world.deliver()
    assert world.last().text.startswith("⚠️ The vault does not have this file: gone.png")


async def test_a_deleted_topic_is_made_again_with_everything_in_it(world: World) -> None:
    await world.opened()
    await evidence(world, "Look at this.", "a.png")
    before = [m.text for m in world.group.in_topic(world.thread)]
    lost = world.thread
    world.group.delete_topic(lost)
    await evidence(world, "And this.")
    assert world.thread != lost
    after = [m.text for m in world.group.in_topic(world.thread)]
    assert after[1 : len(before)] == before[1:]
    assert "And this." in after[-1]
    assert world.case.id in world.group.pinned
    assert world.case.labels == ["Whole file"]


async def test_case_makes_a_deleted_topic_again_and_links_to_it(world: World) -> None:
    await world.dispute()
    lost = world.thread
    world.group.delete_topic(lost)
    await world.write(ARAM, f"/case {world.id.lower()}", None)
    assert world.thread != lost
    shown = world.group.last()
    assert shown.buttons[0][0]["url"] == f"https://t.me/c/1000000001/{world.thread}"


async def test_a_deleted_case_file_is_pinned_anew(world: World) -> None:
    await world.opened()
    lost = world.case.id
    del world.group.messages[lost]
    await world.state()
    assert world.case.id != lost
    assert world.case.id in world.group.pinned
    assert "Freelancer: Bina Rahimi asks for 300.00 EUR" in world.case.text


async def test_marks_of_questions_survive_a_deleted_topic(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.press(ARAM, "Ask the client")
    await world.write(ARAM, "Which concept?")
    await world.told("question-asked", ok=True)
    world.group.delete_topic(world.thread)
    await world.state()
    assert "✓" in world.said("Which concept?", world.thread)[0].text


async def test_a_case_of_many_words_still_fits_one_message(world: World) -> None:
    await world.dispute(criteria=[f"{n} " + "word " * 20 for n in range(20)], title="Logo " * 20)
    long = "💥 <b>very</b> & long " * 180
    await world.do(
        MakeStatement(
            actor=BINA,
            deal=world.id,
            milestone=1,
            words=said(long[:4096]),
            sought=world.deal.milestone(1).held,
        )
    )
    await world.deliver()
    for number in range(6):
        await evidence(world, f"{number} " + "many words " * 350)
    assert units(world.case.text) <= 4096
    assert "What the rulebook lets the desk do now" in world.case.text
    whole = "".join(m.text for m in world.group.in_topic(world.thread))
    assert whole.count("very") >= long[:4096].count("very")


async def test_a_topics_name_is_cut_in_its_title(world: World) -> None:
    await world.dispute(title="🎨" * 100)
    name = world.group.topics[world.thread].name
    assert units(name) <= 128
    assert name.startswith(f"⚖️ {world.id} · 🎨")
    assert name.endswith("… · 300.00 EUR")


async def test_the_icon_follows_the_stage(world: World) -> None:
    await world.dispute()
    assert world.group.topics[world.thread].icon == "11"
    await world.press(ARAM, "Take")
    await world.deliver()
    assert world.group.topics[world.thread].icon == "12"


@pytest.mark.parametrize("status", [400, 404])
async def test_a_server_without_icons_gets_topics_without_them(world: World, status: int) -> None:
    refused = {"description": "Not Found"}
    world.group.refusals += [("getForumTopicIconStickers", status, refused)] * 2
    await world.opened()
    await world.state()
    assert world.group.topics[world.thread].icon == ""


async def test_a_topic_whose_icon_is_refused_is_made_and_renamed_without_it(world: World) -> None:
    refused = {"description": "Bad Request: unknown parameter icon_custom_emoji_id"}
    world.group.refusals += [
        (name, 400, refused) for name in ("createForumTopic", "editForumTopic")
    ]
    await world.opened()
    assert world.group.topics[world.thread].icon == ""
    await world.state()
    assert not world.group.refusals
    assert len(world.group.called("editForumTopic")) == 2


async def test_what_telegram_says_reaches_the_courier_in_its_words(world: World) -> None:
    notice = Notice(DESK, "payment-claimed", None, holds=ALWAYS)
    await world.dispute()
    notice = next(n for n in world.store.notices if n.kind == "dispute-opened" and n.to == DESK)
    world.edge.topics.clear()
    slow: dict[str, Any] = {
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    world.group.refusals.append(("createForumTopic", 429, slow))
    with pytest.raises(RetryAfter) as order:
        await world.outgoing.deliver(Parcel(1, notice))
    assert order.value.seconds == 7
    trouble: tuple[tuple[int, str, Any, type[Exception]], ...] = (
        (502, "Bad Gateway", {}, TryAgain),
        (401, "Unauthorized", {}, Revoked),
        (403, "Forbidden: bot was kicked", {}, Unreachable),
        (400, "Bad Request: chat not found", {}, Unreachable),
        (400, "Bad Request: not enough rights to create a topic", {}, Unreachable),
        (400, "Bad Request: the chat is not a forum", {}, Unreachable),
        (400, "Bad Request: migrated", {"migrate_to_chat_id": -1009}, Unreachable),
    )
    for status, description, parameters, told in trouble:
        body = {"description": description, "parameters": parameters}
        # Twice: a refused topic is asked for once more, without its icon.
        world.group.refusals += [("createForumTopic", status, body)] * (2 if status == 400 else 1)
        with pytest.raises(told):
            await world.outgoing.deliver(Parcel(1, notice))
        world.group.refusals.clear()
    await world.outgoing.deliver(Parcel(1, notice))
    assert world.case.text


async def test_a_topic_whose_filling_broke_off_is_filled_by_the_next_try(world: World) -> None:
    world.group.refusals.append(("sendDocument", 502, {"description": "Bad Gateway"}))
    with pytest.raises(TryAgain):
        await world.dispute()
    notice = next(n for n in world.store.notices if n.kind == "dispute-opened" and n.to == DESK)
    await world.outgoing.deliver(Parcel(1, notice))
    assert len(world.group.topics) == 1
    assert world.said("One of the three concepts is missing.", world.thread)
    files = [m.file for m in world.group.in_topic(world.thread) if m.file]
    assert files.count("drafts.svg") == 1


async def test_an_overdue_case_rings_in_its_topic(world: World) -> None:
    await world.dispute()
    data = {"key": "dispute-take:1", "since": world.clock.now().isoformat()}
    alarm = Notice(DESK, "desk-alarmed", world.id, 1, data=data, holds=ALWAYS)
    await world.outgoing.deliver(Parcel(50, alarm))
    assert world.last().text.startswith("⏰ No arbiter has taken this case. That was due")
    assert not world.last().silent


async def test_the_desk_reads_persian_where_the_operator_says_so() -> None:
    world = await build(staff=STAFF, locale="fa")
    await world.dispute()
    assert "معیارها" in world.case.text
    assert world.case.labels == ["برداشتن پرونده", "آشنایی با یک طرف", "کل پرونده"]


@pytest.mark.parametrize(
    ("kind", "left", "says"),
    [
        ("disk-low", 0, "almost full (0 MB left)"),
        ("disk-low", 180, "almost full (180 MB left)"),
        ("disk-again", 900, "There is room on the disk again: 900 MB"),
    ],
)
async def test_general_hears_of_a_disk_that_runs_out_and_of_room(
    world: World, kind: str, left: int, says: str
) -> None:
    await world.outgoing.deliver(
        Parcel(1, Notice(DESK, kind, None, data={"left_mb": left}, holds=ALWAYS))
    )
    assert says in world.group.in_topic(None)[-1].text


@pytest.mark.parametrize("why", ["deaf", "paused"])
async def test_the_file_of_a_case_says_that_its_clocks_wait_and_why(world: World, why: str) -> None:
    await world.dispute()
    says = {"deaf": "Messages do not reach us at the moment", "paused": "We are having a break"}
    reads: Any = world.app.reads
    wanted = Parcel(1_000, Notice(DESK, CASE_WANTED, world.id, 1, ring=False, holds=ALWAYS))
    for waits in ("", why, ""):
        reads.waits = waits
        before = len(world.group.called("sendMessage"))
        await world.outgoing.deliver(wanted)
        assert (says[why] in world.case.text) is bool(waits)
        assert len(world.group.called("sendMessage")) == before, "drawn where it stands"


NO_RIGHTS = {"description": "Bad Request: not enough rights to manage topics"}


async def test_a_topic_that_somebody_closed_is_opened_again(world: World) -> None:
    await world.dispute()
    where, world.group.shut = world.thread, True
    world.group.topics[where].closed = True
    file = await world.file("brief.pdf")
    filed = FileEvidence(actor=BINA, deal=world.id, milestone=1, words=said("look"), files=(file,))
    await world.do(filed)
    await world.deliver()
    assert world.thread == where
    assert not world.group.topics[where].closed
    assert world.group.last(where).file == "brief.pdf"


async def test_of_a_closed_topic_that_we_may_not_open_the_case_goes_on_in_a_new_one(
    world: World,
) -> None:
    await world.dispute()
    where, world.group.shut = world.thread, True
    world.group.topics[where].closed = True
    world.group.refusals.append(("reopenForumTopic", 400, NO_RIGHTS))
    await world.do(FileEvidence(actor=BINA, deal=world.id, milestone=1, words=said("look")))
    await world.deliver()
    assert world.thread != where
    assert any("look" in shown.text for shown in world.group.in_topic(world.thread))


async def test_a_closed_general_is_opened_and_waited_for_where_that_is_refused(
    world: World,
) -> None:
    world.group.shut = world.group.closed_general = True
    alarm = Parcel(1, Notice(DESK, "disk-low", None, data={"left_mb": 5}, holds=ALWAYS))
    world.group.refusals.append(("reopenGeneralForumTopic", 400, NO_RIGHTS))
    with pytest.raises(Unreachable):
        await world.outgoing.deliver(alarm)
    await world.outgoing.deliver(alarm)
    assert "almost full" in world.group.in_topic(None)[-1].text


async def test_a_colleague_who_presses_in_a_topic_that_is_gone_is_answered_in_general(
    world: World,
) -> None:
    await world.dispute()
    where = world.thread
    world.group.delete_topic(where)
    await world.write(ARAM, "/queue", where)
    assert world.group.in_topic(None)[-1].text
