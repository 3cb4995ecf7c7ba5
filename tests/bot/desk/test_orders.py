"""A legal order: its form on the flag's card, the document that is kept, the second person."""

from core.deal.flag import FlagKind
from core.deal.milestone import State
from core.paying import SetFlag
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, NOOR, TESS, World, said

PAPER = {"file_id": "f1", "file_unique_id": "f1", "file_name": "order.pdf", "file_size": 4}


async def stopped(world: World, kind: FlagKind = FlagKind.LEGAL) -> None:
    world.group.files["f1"] = b"%PDF"
    await world.agree()
    await world.fund()
    await world.submit()
    await world.do(SetFlag(actor=TESS, deal=world.id, kind=kind, words=said("a letter came")))
    await world.deliver()


async def asked(world: World, side: str = "To the client") -> None:
    await press(world, ARAM, "Move it by law")
    await press(world, ARAM, side)
    await world.write(ARAM, "", None, document=PAPER)
    await world.write(ARAM, "Court of Cadiz, 2 November.", None)
    await press(world, ARAM, "Yes, ask a colleague")
    await world.deliver()


def state(world: World) -> State:
    return world.deal.milestone(1).state


async def test_what_an_order_says_is_done_once_a_colleague_agrees(world: World) -> None:
    await stopped(world)
    await asked(world)
    assert state(world) is State.SUBMITTED
    shown = card(world, "Approve: 300.00 EUR")
    for part in ("goes back to the client", "order.pdf", "Court of Cadiz", world.id):
        assert part in shown.text
    await press(world, NOOR, "Approve: 300.00 EUR")
    await press(world, NOOR, "Yes, approve 300.00 EUR")
    assert state(world) is State.REFUNDED
    assert not world.deal.standing
    kept = world.deal.approvals[0].order
    assert kept is not None
    assert world.vault.kept[kept.document.sha256] == b"%PDF"


async def test_a_document_comes_first(world: World) -> None:
    await stopped(world)
    await press(world, ARAM, "Move it by law")
    await press(world, ARAM, "To the freelancer")
    await world.write(ARAM, "Here it is.", None)
    assert "send the document first" in world.group.in_topic(None)[-1].text
    await world.write(ARAM, "", None, document=PAPER)
    assert "of which date" in world.group.in_topic(None)[-1].text


async def test_proven_fraud_has_one_way(world: World) -> None:
    await stopped(world, FlagKind.FRAUD)
    await press(world, ARAM, "Send it back")
    shown = card(world, "To the client")
    assert shown.labels == ["To the client", "Back"]


async def test_under_another_flag_there_is_no_such_button(world: World) -> None:
    await stopped(world, FlagKind.OPERATOR)
    assert not any("by law" in label for m in world.group.in_topic(None) for label in m.labels)
