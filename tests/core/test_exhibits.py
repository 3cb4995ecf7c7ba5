"""A ruling relies on things of the case, by name; on nothing that there is not."""

from __future__ import annotations

import pytest

from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.talking import Say, WriteDiary
from core.values.errors import BadInput
from core.values.ids import DESK
from tests.core.test_disputes import rule
from tests.kit.scene import BINA, CARLOS, Scene, words


def case() -> Scene:
    scene = Scene()
    scene.funded()
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("began")))
    scene.do(Say(actor=CARLOS, deal=scene.deal_id, words=words("blue is fine")))
    scene.submit()
    scene.dispute()
    scene.heard()
    return scene


def message(scene: Scene) -> int:
    return next(
        row.seq or 0 for row in scene.store.journal if type(row.event).__name__ == "MessageSent"
    )


@pytest.mark.parametrize(
    "kind",
    [
        ExhibitKind.TERMS,
        ExhibitKind.ACCEPTANCE,
        ExhibitKind.DIARY,
        ExhibitKind.SUBMISSION,
        ExhibitKind.STATEMENT,
    ],
)
def test_everything_of_the_case_can_be_relied_on(kind: ExhibitKind) -> None:
    scene = case()
    rule(scene, Outcome.REFUND, relied_on=(Exhibit(kind, 1),))
    ruled = scene.deal.disputes[0].ruling
    assert ruled is not None
    assert ruled.relied_on == (Exhibit(kind, 1),)


def test_a_message_across_can_be_relied_on() -> None:
    scene = case()
    rule(scene, Outcome.REFUND, relied_on=(Exhibit(ExhibitKind.MESSAGE, message(scene)),))


@pytest.mark.parametrize("kind", ExhibitKind)
def test_nothing_that_there_is_not_can_be_relied_on(kind: ExhibitKind) -> None:
    scene = case()
    for number in (0, 99):
        with pytest.raises(BadInput, match="no-such-evidence"):
            rule(scene, Outcome.REFUND, relied_on=(Exhibit(kind, number),))


def test_an_event_that_is_no_message_is_no_message_to_rely_on() -> None:
    scene = case()
    with pytest.raises(BadInput, match="no-such-evidence"):
        rule(scene, Outcome.REFUND, relied_on=(Exhibit(ExhibitKind.MESSAGE, 1),))


def test_what_is_said_while_somebody_decides_reaches_them() -> None:
    scene = case()
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("and now green")))
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("made it green")))
    assert scene.told(DESK)[-2:] == ["message-sent", "diary-written"]


def test_what_is_said_where_nobody_decides_does_not() -> None:
    scene = Scene()
    scene.funded()
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("hello")))
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("began")))
    assert not {"message-sent", "diary-written"} & set(scene.told(DESK))
