"""Taking, giving back, asking, and what colleagues say among themselves."""

from dataclasses import replace

from bot.desk.kit.topics import show
from core.deal.dispute import Cause
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing import AnswerQuestion, AskParty
from core.values.ids import PersonId
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, World, said


async def taken(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()


async def answer(world: World, person: PersonId, number: int, text: str) -> None:
    await world.do(
        AnswerQuestion(actor=person, deal=world.id, milestone=1, number=number, words=said(text))
    )
    await world.deliver()


async def test_a_case_that_is_handed_over_may_be_taken_by_a_colleague(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Hand over")
    assert world.last().labels[-2:] == ["Leave it open", "Back"]
    await world.press(ARAM, "Leave it open")
    await world.deliver()
    assert world.case.labels[0] == "Take"
    assert "Aram Vos gave this case back" in world.last().text
    await world.press(NOOR, "Take")
    assert world.case_now.arbiter == NOOR


async def test_who_knows_one_of_them_never_rules_here(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "I know one of them")
    assert not world.case_now.recused
    answered = await world.press(ARAM, "I know one of them", world.last())
    assert answered["show_alert"]
    assert ARAM in world.case_now.recused
    await world.deliver()
    assert world.last().text == "↩️ Aram Vos knows one of them and does not rule here."
    refused = await world.press(ARAM, "Take")
    assert "stepped back" in refused["text"]


async def test_another_arbiters_buttons_are_refused_with_the_reason(world: World) -> None:
    await taken(world)
    await world.state()
    for label in ("Rule…", "Ask the client", "Hand over"):
        answered = await world.press(NOOR, label)
        assert answered["text"] == "Another arbiter has this case."
    assert not world.store.rows.forms


async def test_a_question_goes_to_the_side_that_was_named(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the freelancer")
    await world.write(ARAM, "Where is the third concept?")
    question = world.case_now.questions[0]
    assert (question.to, str(question.words)) == (Role.FREELANCER, "Where is the third concept?")
    assert not world.store.rows.forms
    assert "Where is the third concept?" in world.last().text


async def test_a_colleagues_words_do_not_become_the_question(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    await world.write(NOOR, "I would ask him about the files.")
    assert not world.case_now.questions
    await world.write(ARAM, "Which concept is missing?", None)
    assert not world.case_now.questions
    await world.write(ARAM, "Which concept is missing?")
    assert len(world.case_now.questions) == 1


async def test_an_answer_to_a_colleague_is_talk_even_with_a_form_open(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    colleague = world.words_of(NOOR, "Shall we?", world.thread)
    await world.write(ARAM, "Yes.", reply_to=colleague)
    assert not world.case_now.questions


async def test_a_question_that_was_begun_can_be_left(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    await world.press(ARAM, "Back")
    await world.write(ARAM, "Just thinking aloud.")
    assert not world.case_now.questions
    await world.press(ARAM, "Ask the client")
    await world.write(ARAM, "/cancel")
    await world.write(ARAM, "Still thinking.")
    assert not world.case_now.questions


async def test_a_question_shows_whether_telegram_accepted_it(world: World) -> None:
    await taken(world)
    for number, (ok, mark) in enumerate(((True, "✓"), (False, "✗")), 1):
        await world.press(ARAM, "Ask the client")
        await world.write(ARAM, f"Question {number}?")
        shown = world.last()
        assert "…" in shown.text
        await world.told("question-asked", ok=ok)
        assert mark in shown.text
        await world.told("question-asked", ok=ok)
        assert world.last() is shown


async def test_a_question_delivered_before_it_is_shown_is_shown_with_its_mark(world: World) -> None:
    await taken(world)
    await world.do(
        AskParty(actor=ARAM, deal=world.id, milestone=1, to=Role.CLIENT, words=said("Why?"))
    )
    await world.told("question-asked", ok=True)
    assert "✓" in world.last().text
    assert "Why?" in world.last().text


async def test_an_answer_comes_into_the_topic_with_its_authors_role(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    await world.write(ARAM, "Which concept?")
    await answer(world, CARLOS, 1, "The third, <b>the blue one</b>.")
    shown = world.last()
    assert shown.text.startswith("💬 Client Carlos Vega answers question 1")
    assert "&lt;b&gt;" in shown.html
    assert not shown.silent


async def test_a_reply_to_a_partys_words_asks_before_it_goes_out(world: World) -> None:
    await taken(world)
    position = world.said("One of the three concepts is missing.", world.thread)[-1]
    await world.write(ARAM, "Please send us a picture.", reply_to=position)
    prompt = world.last()
    assert prompt.labels == ["Send to the client", "Keep inside"]
    assert not world.case_now.questions
    await world.press(ARAM, "Send to the client", prompt)
    question = world.case_now.questions[0]
    assert (question.to, str(question.words)) == (Role.CLIENT, "Please send us a picture.")
    assert prompt.labels == []


async def test_a_reply_that_is_kept_inside_stays_inside(world: World) -> None:
    await taken(world)
    position = world.said("One of the three concepts is missing.", world.thread)[-1]
    await world.write(ARAM, "I do not believe him.", reply_to=position)
    prompt = world.last()
    sending = world.press_of(ARAM, prompt, "Send to the client")
    await world.press(ARAM, "Keep inside", prompt)
    await world.update(callback_query=sending)
    assert "old" in world.group.answers[-1]["text"]
    assert not world.case_now.questions


async def test_a_reply_is_sent_once_however_often_it_is_tapped(world: World) -> None:
    await taken(world)
    position = world.said("One of the three concepts is missing.", world.thread)[-1]
    await world.write(ARAM, "Please send us a picture.", reply_to=position)
    sending = world.press_of(ARAM, world.last(), "Send to the client")
    await world.update(callback_query=sending)
    await world.update(callback_query=sending)
    assert len(world.case_now.questions) == 1


async def test_a_colleague_can_not_send_what_another_wrote(world: World) -> None:
    await taken(world)
    position = world.said("One of the three concepts is missing.", world.thread)[-1]
    await world.write(ARAM, "Please send us a picture.", reply_to=position)
    answered = await world.press(NOOR, "Send to the client", world.last())
    assert answered["text"] == "This form belongs to a colleague."
    assert not world.case_now.questions


async def test_plain_words_in_a_topic_go_nowhere(world: World) -> None:
    await taken(world)
    before = len(world.group.calls)
    await world.write(ARAM, "What do you think?")
    await world.write(NOOR, "Half and half.")
    assert len(world.group.calls) == before
    assert not world.case_now.questions
    assert world.case_now.stage is Stage.TAKEN


async def test_a_question_handled_twice_is_asked_once(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    message = world.words_of(ARAM, "Which concept?", world.thread)
    number = await world.update(message=message)
    await world.again(number, message=message)
    assert len(world.case_now.questions) == 1


async def test_a_picture_is_no_question_and_the_form_stays(world: World) -> None:
    await taken(world)
    await world.press(ARAM, "Ask the client")
    photo = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9, "file_size": 3}
    for caption in ("", "This one?"):
        await world.write(ARAM, "", photo=[photo], caption=caption)
        assert "in words" in world.last().text
    await world.write(ARAM, "Which concept?")
    assert [str(q.words) for q in world.case_now.questions] == ["Which concept?"]


async def test_a_reply_with_a_picture_is_not_sent_without_it(world: World) -> None:
    await taken(world)
    position = world.said("One of the three concepts is missing.", world.thread)[-1]
    photo = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9, "file_size": 3}
    await world.write(ARAM, "", reply_to=position, photo=[photo], caption="This one?")
    assert world.last().labels == []
    assert "cannot be sent" in world.last().text


async def test_nobody_is_waited_for_where_the_client_stayed_silent(world: World) -> None:
    await taken(world)
    silent = replace(world.case_now, cause=Cause.SILENCE, statements=())
    world.store.deals[world.id] = world.deal.with_dispute(silent)
    await show(world.app, world.application.bot, world.id, 1)
    assert "Client: Carlos Vega has not said anything about this." in world.case.text
    assert "waited for until" not in world.case.text


async def test_the_freelancers_words_are_answered_to_the_freelancer(world: World) -> None:
    await taken(world)
    await world.state(BINA)
    await world.write(ARAM, "Where?", reply_to=world.last())
    assert world.last().labels[0] == "Send to the freelancer"


async def test_play_money_is_called_so_wherever_the_desk_decides_over_it(world: World) -> None:
    await world.dispute()
    await world.state()
    played = replace(world.deal.milestone(1), rail="play")
    world.store.deals[world.id] = replace(world.deal, milestones=(played,))
    await world.press(ARAM, "Take")
    await world.deliver()
    assert "held: 300.00 EUR (play money)" in world.case.text
    await world.press(ARAM, "Rule…")
    assert "300.00 EUR held? (play money)" in world.last().text
