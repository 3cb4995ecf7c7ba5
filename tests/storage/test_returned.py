"""What was sent and came back, in the ledger, before the judge, and in a person's history."""

from core.deal.model import TransferState
from core.ledger import payable
from core.paying import ConfirmTransfer, ReturnTransfer
from core.values.ids import RAIL
from storage import queries as q
from storage.verify import verify
from tests.kit.scene import BINA, words
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
        scene.do(ConfirmTransfer(**on, external_id="w"))  # type: ignore[arg-type]
        assert (scene.ask(verify), owed(scene)) == ([], 0)
        why = words("closed")
        scene.do(ReturnTransfer(**on, returns=returns, words=why))  # type: ignore[arg-type]
        assert (scene.ask(verify), owed(scene)) == ([], whole)
    found = scene.deal.transfer(1)
    assert (found.state, found.returns, str(found.returned)) == (
        TransferState.RETURNED, 2, "closed",
    )  # fmt: skip
    history = [line.what for line in scene.ask(lambda c: q.money_of(c, BINA)).history]
    assert history[:4] == ["came-back", "payout-sent"] * 2
