"""In what order notices leave: what frees somebody's money first; nothing holds up another."""

from __future__ import annotations

from typing import Any, Final

import pytest

from core.deal.notice import ALWAYS, Notice
from core.ports import BUTTONS_OLD, CARD_OLD, Rank
from core.values.ids import DESK, DealId, PersonId
from storage.lanes import lane_of, old_buttons, old_card, rank_of
from tests.kit.scene import BINA, CARLOS

DEAL: Final = DealId("0123ABCD")
AT_THE_DESK: Final = {
    Rank.FIRST: (
        "payment-claimed deposit-suspense transfer-due transfer-failed words-delivered"
        " dispute-taken dispute-handed-over ruling-made"
    ),
    Rank.NOTICE: "dispute-opened desk-alarmed answer-overdue dispute-assigned bot-deaf",
    Rank.TALK: "statement-made evidence-filed question-answered message-sent diary-written",
    Rank.HELP: "help-asked",
    Rank.STRANGERS: "stranger-asked",
}


@pytest.mark.parametrize(
    ("kind", "rank"),
    [(kind, rank) for rank, kinds in AT_THE_DESK.items() for kind in kinds.split()],
)
def test_the_desk_hears_first_of_what_frees_money_and_last_of_talk(kind: str, rank: Rank) -> None:
    assert rank_of(Notice(DESK, kind, DEAL, holds=ALWAYS)) is rank
    assert rank_of(Notice(BINA, kind, DEAL, holds=ALWAYS)) is Rank.NOTICE, "a person's are one row"


@pytest.mark.parametrize("kind", ["reminded", "clocks-extended"])
def test_a_reminder_to_a_person_comes_after_what_is_waited_for(kind: str) -> None:
    assert rank_of(Notice(BINA, kind, DEAL, holds=ALWAYS)) is Rank.LATER
    assert rank_of(Notice(DESK, kind, DEAL, holds=ALWAYS)) is Rank.NOTICE


def test_ranks_go_in_their_order() -> None:
    assert [rank.name for rank in sorted(Rank)] == [
        "FIRST",
        "NOTICE",
        "TALK",
        "HELP",
        "STRANGERS",
        "LATER",
    ]
    assert [int(rank) for rank in Rank] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("kind", "deal", "milestone", "data", "lane"),
    [
        ("help-asked", DEAL, None, {"person": BINA}, f"help:{BINA}"),
        ("help-asked", None, None, {"person": BINA}, f"help:{BINA}"),
        ("desk-alarmed", DEAL, 1, {"key": "transfer:1"}, f"alarm:{DEAL}:1:transfer:1"),
        ("bot-deaf", None, None, {"bot": "desk"}, "hearing:desk"),
        ("bot-heard", None, None, {"bot": "desk"}, "hearing:desk"),
        ("disk-low", None, None, {}, "disk"),
        ("disk-again", None, None, {}, "disk"),
        ("transfer-due", DEAL, 1, {"transfer": 2}, f"transfer:{DEAL}:2"),
        ("digest", None, None, {}, "digest"),
        ("payment-claimed", DEAL, 1, {}, f"money:{DEAL}:1"),
        ("deposit-suspense", DEAL, 1, {}, f"money:{DEAL}:1"),
        ("dispute-opened", DEAL, 1, {}, f"case:{DEAL}:1"),
        ("statement-made", DEAL, 1, {}, f"case:{DEAL}:1"),
        ("words-delivered", DEAL, 1, {"lane": "words:x"}, "words:x"),
    ],
)
def test_at_the_desk_each_matter_has_a_lane_of_its_own(
    kind: str, deal: DealId | None, milestone: int | None, data: dict[str, Any], lane: str
) -> None:
    assert (
        lane_of(Notice(DESK, kind, deal, milestone, data=data, holds=ALWAYS))
        == f"{int(DESK)}:{lane}"
    )


def test_what_is_owed_to_a_person_is_one_lane_but_for_what_names_its_own() -> None:
    one = Notice(BINA, "help-asked", DEAL, 1, data={"transfer": 1}, holds=ALWAYS)
    assert (
        lane_of(one) == lane_of(Notice(BINA, "deal-agreed", None, holds=ALWAYS)) == str(int(BINA))
    )
    assert (
        lane_of(Notice(BINA, "x", DEAL, data={"lane": "card"}, holds=ALWAYS)) == f"{int(BINA)}:card"
    )
    assert lane_of(Notice(CARLOS, "deal-agreed", None, holds=ALWAYS)) == str(int(CARLOS))


def test_an_old_card_waits_for_nothing_and_rings_nobody() -> None:
    card = old_card(BINA, DEAL, 7)
    assert (card.to, card.kind, card.deal, card.ring) == (BINA, CARD_OLD, DEAL, False)
    assert card.data["message"] == 7
    assert lane_of(card) == f"{int(BINA)}:card:{DEAL}"


@pytest.mark.parametrize("to", [BINA, DESK])
def test_old_buttons_go_one_after_the_other_behind_everything_that_somebody_waits_for(
    to: PersonId,
) -> None:
    old = old_buttons(to, DEAL, 7)
    assert (old.to, old.kind, old.deal, old.ring) == (to, BUTTONS_OLD, DEAL, False)
    assert old.data["message"] == 7
    assert lane_of(old) == lane_of(old_buttons(to, DEAL, 8)) == f"{int(to)}:buttons:{DEAL}"
    assert rank_of(old) is Rank.LATER
