"""What was sent, or taken back by a bank, and came back: ledger, judge, and a person's history."""

from core.deal.model import TransferState
from core.ledger import payable
from core.paying import OF_MONEY, ConfirmTransfer, LoseReversal, ReturnTransfer, WinReversal
from core.values.ids import RAIL, PersonId
from storage import queries as q
from storage.tables.deals import MONEY_KINDS
from storage.verify import verify
from tests.core.test_reversals import outcome, reverse
from tests.kit.scene import BINA, CARLOS, amount, words
from tests.storage.test_whole_deals import SqlScene, meet


def owed(scene: SqlScene) -> int:
    kept = {b.account: b.minor for b in scene.ask(q.balances)}
    return kept.get(payable(BINA), 0)


def test_sent_returned_and_sent_again_the_books_hold_each_time(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    scene.submitted("100.00 EUR")
    scene.approve()
    whole = owed(scene)
    on = {"actor": RAIL, "deal": scene.deal_id, "transfer": 1}
    for returns in range(2):
        scene.do(ConfirmTransfer(**on, external_id=f"w{returns}"))  # type: ignore[arg-type]
        assert (scene.ask(verify), owed(scene)) == ([], 0)
        why = words("closed")
        scene.do(ReturnTransfer(**on, returns=returns, words=why))  # type: ignore[arg-type]
        scene.do(ConfirmTransfer(**on, external_id=f"w{returns}"))  # type: ignore[arg-type]
        assert (scene.ask(verify), owed(scene)) == ([], whole)
    found = scene.deal.transfer(1)
    assert (found.state, found.returns, str(found.returned)) == (
        TransferState.RETURNED, 2, "closed",
    )  # fmt: skip
    history = [line.what for line in scene.ask(lambda c: q.money_of(c, BINA)).history]
    assert history[:4] == ["came-back", "payout-arrived"] * 2


def test_the_index_finds_every_event_of_which_money_is_told() -> None:
    assert {kind.__name__ for kind in OF_MONEY} == {*MONEY_KINDS}


def moved(scene: SqlScene, person: PersonId) -> list[tuple[str, str]]:
    """A person's history of money, oldest first."""
    history = scene.ask(lambda c: q.money_of(c, person)).history
    return [(line.what, str(line.amount)) for line in reversed(history)]


def test_both_read_of_a_payment_that_a_bank_took_and_gave_back(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    scene.submitted("300.00 EUR")
    reverse(scene, "100.00 EUR")
    outcome(scene, WinReversal)
    assert moved(scene, CARLOS) == [
        ("held", "300.00 EUR"),
        ("taken-back", "100.00 EUR"),
        ("given-back", "100.00 EUR"),
    ]
    assert moved(scene, BINA) == [
        ("held", "300.00 EUR"),
        ("not-held", "100.00 EUR"),
        ("held", "100.00 EUR"),
    ]


def test_both_read_of_a_payment_that_was_made_once_more(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    scene.submitted("300.00 EUR")
    reverse(scene)
    outcome(scene, LoseReversal)
    scene.pay(amount("300.00 EUR"))
    assert moved(scene, CARLOS) == [
        ("held", "300.00 EUR"),
        ("taken-back", "300.00 EUR"),
        ("held", "300.00 EUR"),
    ]
    assert moved(scene, BINA)[1:] == [("not-held", "300.00 EUR"), ("held", "300.00 EUR")]
    assert scene.ask(verify) == []


def test_work_that_was_not_handed_in_holds_nothing_until_the_rest_is_there(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    scene.funded("300.00 EUR")
    reverse(scene, "100.00 EUR")
    assert moved(scene, BINA)[1:] == [("not-held", "300.00 EUR")]
    assert moved(scene, CARLOS)[1:] == [("taken-back", "100.00 EUR")]
