"""The invite: who may open it, claim it, change it, and every plain no."""

from datetime import timedelta

import pytest

from bot.buttons import Press
from bot.cards.deal import deal_card
from bot.cards.kit.house import House
from bot.cards.turns import turn_line
from core.deal.model import DealState
from core.values.ids import DealId, PersonId
from core.values.money import Money
from tests.bot.parties.world import BINA, CARLOS, SAM, World, build
from tests.kit.phones import Person, plain
from tests.kit.words import TEXTS


@pytest.fixture
def world() -> World:
    return build()


def told(person: Person) -> str:
    return plain(person.newest.text)


def refusal(world: World, key: str, **data: object) -> str:
    return plain(world.app.texts.get("en")(f"refusal-{key}", **data))


async def test_the_invite_comes_as_link_picture_code_and_text_of_its_own(world: World) -> None:
    await world.invite()
    bina = world.bina
    assert any(shown.file == "invite.png" for shown in bina.chat)
    assert bina.sees("press “I have an invite”")
    urls = {b["text"]: str(b.get("url")) for row in bina.newest.buttons for b in row}
    assert urls["Share in Telegram"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me")
    assert urls["WhatsApp"].startswith("https://wa.me/?text=Bina")
    assert {"Email", "Copy text", "Withdraw", "New link"} <= set(bina.newest.labels)
    assert copied(bina)["Copy link"].endswith(world.link)


def copied(person: Person) -> dict[str, str]:
    """What each button of the newest message copies."""
    buttons = [button for row in person.newest.buttons for button in row]
    return {b["text"]: b["copy_text"]["text"] for b in buttons if b.get("copy_text")}


async def test_email_gives_subject_and_text_to_paste(world: World) -> None:
    await world.invite()
    await world.bina.press("Email")
    assert "Invite: “Logo”" in told(world.bina)
    assert world.link in told(world.bina)
    assert copied(world.bina)["Copy link"].endswith(world.link)
    assert copied(world.bina)["Copy code"].replace("-", "") == world.code


async def test_the_invite_is_written_in_the_language_of_the_other_side(world: World) -> None:
    await world.draft()
    await world.bina.press("Change…")
    await world.bina.press("In another language…")
    await world.bina.press("فارسی")
    assert "دعوت می‌کند" in world.bina.newest.text
    assert world.deal.invite is not None
    assert world.deal.invite.locale == "fa"


async def test_the_invited_see_everything_before_anything_is_asked(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    text = told(world.carlos)
    for part in ("Bina", "Logo", "300.00 EUR", "three concepts", "Accepting is free"):
        assert part in text
    assert world.deal.claims == ()


async def test_a_code_can_be_typed_with_dashes_spaces_and_look_alikes(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write("/start")
    await carlos.press("I have an invite")
    code = world.code.lower().replace("0", "o").replace("1", "l")
    await carlos.write(f"{code[:4]}-{code[4:8]} {code[8:]}")
    assert "Accept" in carlos.newest.labels


async def test_a_wrong_code_is_refused_and_can_be_typed_again(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write("/start")
    await carlos.press("I have an invite")
    await carlos.write("hello")
    assert told(carlos) == refusal(world, "code-unreadable")
    await carlos.write("0000-0000-0000")
    assert told(carlos) == refusal(world, "invite-unknown")
    await carlos.write(world.code)
    assert "Accept" in carlos.newest.labels


async def test_codes_can_not_be_searched_for(world: World) -> None:
    await world.invite()
    for number in range(10):
        await world.sam.write(f"/start {number:012d}")
    await world.sam.write(f"/start {world.link}")
    assert told(world.sam) == refusal(world, "too-many-guesses", seconds=timedelta(minutes=10))


async def test_nobody_accepts_their_own_invite(world: World) -> None:
    await world.invite()
    await world.bina.write(f"/start {world.link}")
    assert told(world.bina) == refusal(world, "own-invite")


async def test_a_used_invite_is_refused(world: World) -> None:
    await world.agree()
    link = world.link
    await world.sam.write(f"/start {link}")
    assert told(world.sam) == refusal(world, "invite-used")


async def test_an_expired_invite_is_refused(world: World) -> None:
    await world.invite()
    link = world.link
    world.clock.forward(timedelta(days=8))
    await world.escrow.sweep()
    await world.carlos.write(f"/start {link}")
    assert told(world.carlos) == refusal(world, "invite-over", why="expired")


async def test_a_withdrawn_invite_is_refused(world: World) -> None:
    await world.invite()
    link = world.link
    await world.bina.press("Withdraw")
    assert world.deal.state is DealState.INVITED
    await world.bina.press("Withdraw")
    assert world.deal.ended_why == "withdrawn"
    await world.carlos.write(f"/start {link}")
    assert told(world.carlos) == refusal(world, "invite-over", why="withdrawn")


async def test_a_new_link_kills_the_old_one(world: World) -> None:
    await world.invite()
    old = world.link
    await world.bina.press("New link")
    await world.bina.press("New link")
    await world.carlos.write(f"/start {old}")
    assert told(world.carlos) == refusal(world, "invite-unknown")
    await world.carlos.write(f"/start {world.link}")
    assert "Accept" in world.carlos.newest.labels


async def test_a_stranger_with_a_forwarded_link_is_shown_to_the_inviter_and_refused(
    world: World,
) -> None:
    await world.claimed(by=world.sam)
    assert world.bina.sees("Sam")
    assert world.bina.sees(str(SAM))
    await world.bina.press("No")
    assert world.deal.claims == ()
    await world.deliver()
    assert world.sam.sees("not the one they mean")
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Accept")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    assert world.deal.invitee == CARLOS


async def test_the_fourth_claimant_is_told_that_three_wait(world: World) -> None:
    await world.invite()
    four = [world.carlos, world.sam, world.noor]
    extra = Person(world.carlos.dispatcher, world.bot, world.telegram, 1007, "Extra")
    for person in (*four, extra):
        await person.write(f"/start {world.link}")
        await person.press("Accept")
    assert len(world.deal.claims) == 3
    assert extra.alert == refusal(world, "claims-full", limit=3)


async def test_a_forged_claim_without_the_secret_is_refused(world: World) -> None:
    await world.invite()
    await world.sam.write("/start")
    offer = world.deal.offer
    assert offer is not None
    forged = Press("claim.ok", world.deal.id, arg=f"wrong.{offer.fingerprint[:12]}").pack()
    await world.sam.press_data(forged, world.sam.newest)
    assert world.deal.claims == ()
    assert world.sam.alert.startswith("That button is old")
    assert told(world.sam) == refusal(world, "invite-unknown")


@pytest.mark.parametrize(
    ("verb", "arg"),
    [
        ("invite.create", "x"),
        ("terms.edit", ""),
        ("terms.role", ""),
        ("terms.discard.do", ""),
        ("terms.change", "title"),
        ("terms.nonsense", ""),
    ],
)
async def test_a_strangers_press_on_a_foreign_draft_does_nothing(
    world: World, verb: str, arg: str
) -> None:
    await world.draft()
    await world.sam.write("/start")
    before = world.deal
    forged = Press(verb, world.deal.id, arg=arg).pack()
    await world.sam.press_data(forged, world.sam.newest)
    assert world.deal == before
    assert "Logo" not in "".join(shown.text for shown in world.sam.chat)


@pytest.mark.parametrize(
    "verb", ["draft", "inv", "inv.withdraw.do", "deals", "claimant.yes", "claim.see"]
)
async def test_a_deal_id_opens_nothing_for_a_stranger(world: World, verb: str) -> None:
    await world.invite()
    await world.sam.write("/start")
    forged = Press(verb, world.deal.id).pack()
    await world.sam.press_data(forged, world.sam.newest)
    assert world.deal.state is DealState.INVITED
    assert not world.sam.sees("Logo")


@pytest.mark.parametrize(
    "data", ["x", "|||", "terms.edit|ZZZZZZZZ|9|9", "deal|" + "9" * 40, "\u202e"]
)
async def test_forged_callback_data_gets_a_kind_answer(world: World, data: str) -> None:
    await world.sam.write("/start")
    await world.sam.press_data(data, world.sam.newest)
    assert world.sam.alert


async def test_a_deal_link_opens_nothing_for_a_stranger(world: World) -> None:
    await world.invite()
    await world.sam.write(f"/start deal-{world.deal.id}")
    assert not world.sam.sees("Logo")
    await world.bina.write(f"/start deal-{world.deal.id}")
    assert "Share in Telegram" in world.bina.newest.labels


async def test_a_question_reaches_the_inviter_and_the_answer_comes_back(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Is <printing> included?")
    await world.deliver()
    assert "&lt;printing&gt;" in world.bina.newest.text
    await world.bina.press("Answer")
    await world.bina.write("No, files only.")
    await world.deliver()
    assert world.carlos.sees("No, files only.")
    assert world.deal.claims == ()


async def test_declining_ends_ones_own_claim_alone(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Decline")
    assert world.deal.state is DealState.INVITED
    await world.sam.write(f"/start {world.link}")
    assert "Accept" in world.sam.newest.labels


async def test_changes_are_shown_as_differences_on_both_sides_and_bind_the_new_version(
    world: World,
) -> None:
    await world.invite()
    carlos, bina = world.carlos, world.bina
    await carlos.write(f"/start {world.link}")
    await carlos.press("Suggest changes")
    await carlos.press("The payment")
    await carlos.press("Amount")
    await carlos.write("250")
    assert "300.00 EUR → 250.00 EUR" in told(carlos)
    assert world.terms.milestones[0].amount == Money(30000, "EUR")
    await carlos.press("Send changes")
    await world.deliver()
    assert bina.sees("300.00 EUR → 250.00 EUR")
    await bina.press("Yes, it's them")
    assert world.deal.offer is not None
    assert world.deal.offer.version == 2
    assert {"Accept", "Suggest changes", "Withdraw"} <= set(bina.newest.labels)
    await bina.press("Accept")
    assert world.deal.agreement is not None
    assert world.deal.agreement.terms.total == Money(25000, "EUR")


async def test_a_counter_offer_may_be_countered_and_declined(world: World) -> None:
    await world.invite()
    carlos, bina = world.carlos, world.bina
    await carlos.write(f"/start {world.link}")
    await carlos.press("Suggest changes")
    await carlos.press("Title")
    await carlos.write("Big logo")
    await carlos.press("Send changes")
    await world.deliver()
    await bina.press("Yes, it's them")
    await bina.press("Suggest changes")
    await bina.press("Title")
    await bina.write("Middle logo")
    await bina.press("Send changes")
    await world.deliver()
    assert carlos.sees("Big logo → Middle logo")
    await carlos.press("Decline")
    assert world.deal.state is DealState.INVITED
    await carlos.press("Decline")
    assert world.deal.ended_why == "declined"


async def test_an_acceptance_of_an_older_version_is_old(world: World) -> None:
    await world.invite()
    carlos, bina = world.carlos, world.bina
    await carlos.write(f"/start {world.link}")
    await carlos.press("Suggest changes")
    await carlos.press("Title")
    await carlos.write("Big logo")
    await carlos.press("Send changes")
    await world.deliver()
    await bina.press("Yes, it's them")
    old = bina.newest
    data = old.data("Accept")
    await bina.press("Suggest changes")
    await bina.press("Title")
    await bina.write("Middle logo")
    await bina.press("Send changes")
    await world.deliver()
    await carlos.press("Suggest changes")
    await carlos.press("Title")
    await carlos.write("Small logo")
    await carlos.press("Send changes")
    await bina.press_data(data, old)
    assert world.deal.agreement is None
    assert bina.alert == "That button is old. Here is how it stands"


async def test_changes_that_were_begun_can_be_left(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    await carlos.press("Suggest changes")
    await carlos.press("Title")
    await carlos.write("Big logo")
    await carlos.press("Delete changes")
    claim = world.deal.claim_of(PersonId(carlos.id))
    assert claim is not None
    assert claim.counter is None


async def test_a_name_of_direction_marks_alone_is_shown_as_the_number(world: World) -> None:
    await world.invite()
    odd = Person(world.carlos.dispatcher, world.bot, world.telegram, 1008, "\u202e\u200f")
    await odd.write(f"/start {world.link}")
    assert world.store.people[PersonId(1008)].name == "1008"


async def test_markup_in_a_name_stays_a_name(world: World) -> None:
    await world.invite()
    odd = Person(world.carlos.dispatcher, world.bot, world.telegram, 1009, "<a href='x'>Bank</a>")
    await odd.write(f"/start {world.link}")
    await odd.press("Accept")
    await world.deliver()
    assert "&lt;a href='x'&gt;Bank&lt;/a&gt;" in world.bina.newest.text


async def test_a_double_tap_on_accept_is_one_claim(world: World) -> None:
    await world.claimed()
    before = world.deal
    await world.carlos.again()
    assert world.deal == before


async def test_confirming_twice_changes_nothing(world: World) -> None:
    await world.claimed()
    card = world.bina.newest
    data = card.data("Yes, it's them")
    await world.bina.press_data(data, card)
    before = world.deal
    await world.bina.press_data(data, card)
    assert world.deal == before
    assert world.bina.alert


async def test_inline_one_offers_ones_own_open_invites_alone(world: World) -> None:
    await world.invite()
    for person, count in ((world.bina, 1), (world.carlos, 0)):
        query = {"id": "1", "from": person.user, "query": "", "offset": ""}
        await person.feed(inline_query=query)
        name, args = world.telegram.calls[-1]
        assert name == "answerInlineQuery"
        assert len(args["results"]) == count
        assert args["is_personal"] is True
    assert DealId(world.deal.id)


async def test_from_whether_it_is_safe_the_way_leads_back_to_the_invite(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    terms = carlos.newest.text
    await carlos.press("Is this safe?")
    assert "Whoever writes from another account in our name" in told(carlos)
    await carlos.press("Back")
    assert carlos.newest.text == terms
    assert "Accept" in carlos.newest.labels


async def test_a_question_to_the_inviter_can_be_left_and_nothing_is_sent(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    await carlos.press("Ask a question")
    await carlos.press("Back")
    assert "Accept" in carlos.newest.labels
    await carlos.write("never mind")
    await world.deliver()
    assert not world.bina.sees("never mind")


async def test_an_answer_to_the_one_invited_can_be_left(world: World) -> None:
    await world.invite()
    bina, carlos = world.bina, world.carlos
    await carlos.write(f"/start {world.link}")
    await carlos.press("Ask a question")
    await carlos.write("Which fonts?")
    await world.deliver()
    await bina.press("Answer")
    await bina.press("Back")
    assert "Withdraw" in bina.newest.labels
    await bina.write("never mind")
    await world.deliver()
    assert not carlos.sees("never mind")


async def test_the_inviter_reads_until_when_a_claim_can_be_answered(world: World) -> None:
    await world.claimed()
    assert "Open until 12 January" in told(world.bina)


async def test_whoever_waits_for_a_withdrawn_invite_is_told_that_it_is_over(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Suggest changes")
    await world.bina.press("Withdraw")
    await world.bina.press("Withdraw", world.bina.newest)
    assert world.deal.state is DealState.CANCELLED
    await world.carlos.press("Title")
    assert "That button is old" in world.carlos.alert
    assert "This invite is over" in told(world.carlos)


async def test_a_question_about_an_invite_that_is_over_is_told_so_and_closed(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    await carlos.press("Ask a question")
    await world.bina.press("Withdraw")
    await world.bina.press("Withdraw", world.bina.newest)
    await carlos.write("Which fonts?")
    assert "Your question cannot be sent any more" in told(carlos)
    assert "Get help" in carlos.newest.labels
    await carlos.write("hello?")
    assert "cannot be sent" not in told(carlos), "the form is closed"


async def test_an_answer_that_nobody_waits_for_is_told_so_and_closed(world: World) -> None:
    await world.invite()
    bina, carlos, sam = world.bina, world.carlos, world.sam
    await carlos.write(f"/start {world.link}")
    await carlos.press("Ask a question")
    await carlos.write("Which fonts?")
    await sam.write(f"/start {world.link}")
    await sam.press("Accept")
    await world.deliver()
    await bina.press("Answer", next(shown for shown in bina.chat if "Which fonts?" in shown.text))
    await bina.press("Yes, it's them")
    await bina.write("Only our own")
    assert "This question does not need an answer" in told(bina)
    await bina.write("hello?")
    assert "does not need an answer" not in told(bina), "the form is closed"
    await world.deliver()
    assert not carlos.sees("Only our own")


async def test_nobody_is_there_to_be_reminded_of_an_invite_that_ran_out(world: World) -> None:
    await world.invite()
    world.clock.forward(timedelta(days=8))
    await world.escrow.sweep()
    view = await world.app.reads.view(world.deal.id, world.deal.creator)
    assert view is not None
    t = world.app.texts.get("en", "UTC")
    card = deal_card(view, t, House(world.app.username, world.play))
    assert [b.label for row in card.rows for b in row] == ["Get help"]


async def test_an_inviter_is_asked_for_no_answer_while_nobody_has_accepted(world: World) -> None:
    async def turn() -> str:
        view = await world.app.reads.view(world.deal.id, PersonId(BINA))
        assert view is not None
        return plain(str(turn_line(view, TEXTS.get("en", "UTC"))))

    await world.claimed()
    assert "Your turn: say whether it is who you mean, by" in await turn()
    await world.deliver()
    await world.bina.press("No")
    assert "It has not been accepted yet. It is open until" in await turn()
