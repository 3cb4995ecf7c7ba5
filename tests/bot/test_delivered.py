"""What the desk learns of its own words, once Telegram took them or did not."""

from typing import Final

import pytest

from bot.mail.courier.parcel import delivered
from core.deal.notice import ALWAYS, Notice
from core.ports import WORDS_DELIVERED
from core.values.ids import DESK, DealId
from storage.lanes import lane_of
from tests.kit.scene import BINA, FILE, words

DEAL: Final = DealId("0123ABCD")


@pytest.mark.parametrize("ok", [True, False])
def test_the_desk_learns_whether_its_words_arrived(ok: bool) -> None:
    said = Notice(
        BINA,
        "help-answered",
        DEAL,
        2,
        data={"a": 1},
        words=words("it is"),
        files=(FILE,),
        holds=ALWAYS,
    )
    told = delivered(said, ok=ok)
    assert (told.to, told.kind, told.deal, told.milestone) == (DESK, WORDS_DELIVERED, DEAL, 2)
    assert (told.words, told.files, told.ring) == (words("it is"), (), False)
    lane = f"words:{DEAL}:2:{int(BINA)}"
    assert told.data == {
        "a": 1, "kind": "help-answered", "person": BINA, "ok": ok, "lane": lane,
    }  # fmt: skip
    assert lane_of(told) == f"{int(DESK)}:{lane}"
