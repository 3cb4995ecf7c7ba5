"""Each state, kind and act has its own words, and a text's default is never the meaning of one."""

from collections.abc import Iterator
from itertools import chain

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.cards.kit.acts import LOOKS, RARE
from core.deal.dispute import Cause
from core.deal.events import Ground
from core.deal.milestone import State
from core.deal.model import DealState, TransferState
from core.deal.pause import PauseWhy
from core.deal.points import ItemKind
from core.deal.ruling import ExhibitKind, Outcome
from core.deal.stage import Stage
from core.deal.step import Act
from core.timing import ALARMS
from core.values.outside import Outside
from core.values.policy import OnSilence
from core.values.roles import DeskRole
from core.values.window import DeadlineKind
from core.views import TURNS
from tests.house import locales

GROW = (
    Cause, DeadlineKind, DealState, DeskRole, ExhibitKind, Ground, ItemKind, Outcome, Outside,
    Stage, State, TransferState,
)  # fmt: skip
"""What may get another member: nothing that is not known yet may read as something else."""
REACHED = {"pending", "late", "sent", "missed", "arrived", "failed", "returned"}
"""How a transfer stands, as `state_of` says it of each TransferState."""
SAID: dict[tuple[str, str], set[str]] = {
    ("milestone-line", "state"): set(State),
    ("deal-transfer", "state"): REACHED | {"nowhere"},
    ("receipt-transfer", "state"): REACHED,
    ("exhibit", "kind"): set(ExhibitKind),
    ("point-heading", "kind"): {*ItemKind, "ordered"},
    ("notice-outside-named", "outside"): set(Outside),
    ("outside-in-terms", "outside"): set(Outside),
    ("notice-money-settled", "ground"): {str(each) for each in Ground}
    - {Ground.VOID, Ground.EXCESS},
    ("desk-case-cause", "cause"): set(Cause),
    ("desk-case-item", "kind"): {*ItemKind, "ordered"},
    ("desk-case-ruling", "outcome"): set(Outcome),
    ("desk-case-stage", "stage"): {str(each) for each in Stage if not each.closed},
    ("desk-rule-decided", "outcome"): set(Outcome),
    ("desk-person-role", "role"): set(DeskRole),
    ("desk-overdue", "kind"): set(ALARMS),
    ("desk-board-section", "kind"): set(ALARMS),
}
"""Texts that are said of each. Void and excess were never held; a case that is over says how."""
UNTOLD = {
    DeadlineKind.REMIND: "reminds of another",
    DeadlineKind.RETRY_NOTICE: "a matter of the courier",
    DeadlineKind.DORMANCY_NOTICE: "told when it is there",
    DeadlineKind.PROPOSAL_ENDS: "a line of its own beside whose turn it is",
    DeadlineKind.RATING_ENDS: "said with the rating that is sealed",
    DeadlineKind.ROUND_DUE: "what follows it is told with it",
    DeadlineKind.ARRIVAL: "asked about when it is there, with its buttons",
    DeadlineKind.APPROVAL_ENDS: "between two of the desk, on its own card",
}
"""Deadlines that no card counts down to, and why."""
OF_CARDS = {
    **dict.fromkeys((Act.EDIT, Act.INVITE, Act.INVITE_AGAIN, Act.DISCARD), "the draft"),
    **dict.fromkeys((Act.RENEW, Act.WITHDRAW_INVITE, Act.CONFIRM), "the invite, for its maker"),
    **dict.fromkeys((Act.SUGGEST, Act.SEND_TERMS), "a counter-offer"),
    **dict.fromkeys((Act.ACCEPT, Act.DECLINE), "the invite, for whom it is"),
    Act.CLAIM_PAID: "the ways to pay",
    Act.RATE: "the end, beside what is next",
    **dict.fromkeys((Act.ARRIVED, Act.NOT_ARRIVED), "a transfer of one's own"),
    **dict.fromkeys(
        (Act.TAKE, Act.TAKE_OVER, Act.HAND_OVER, Act.RECUSE, Act.ASK, Act.ADVISE, Act.RULE),
        "the case",
    ),
    **dict.fromkeys((Act.CONFIRM_DEPOSIT, Act.REJECT_CLAIM), "the desk's deposits"),
    Act.CONFIRM_TRANSFER: "the desk's payouts",
}
"""Acts whose button is on another card than the deal's."""


class _Choices(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, set[str], str]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        names = {_name(variant): variant.default for variant in node.variants}
        default = next(name for name, is_default in names.items() if is_default)
        if isinstance(node.selector, ftl.VariableReference):
            self.found.append((node.selector.id.name, set(names), default))
        self.generic_visit(node)


def _name(variant: ftl.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ftl.Identifier) else key.value


def choices(language: str) -> Iterator[tuple[str, str, set[str], str]]:
    """Every choice of a text: its key, the variable, the variants, and the default among them."""
    for _, entry in locales.entries(language):
        if isinstance(entry, ftl.Message):
            reader = _Choices()
            reader.visit(entry)
            yield from ((entry.id.name, *found) for found in reader.found)


@pytest.mark.parametrize("language", locales.languages())
def test_a_default_is_never_the_meaning_of_one_of_many(language: str) -> None:
    values: list[set[str]] = [{str(each) for each in kind} for kind in GROW]
    wrong = [
        f"{key}: *[{default}]"
        for key, variable, names, default in choices(language)
        if default != "other"
        and ((key, variable) in SAID or (len(names) > 2 and any(names <= each for each in values)))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize(("key", "variable"), SAID)
def test_each_of_them_has_words_of_its_own(language: str, key: str, variable: str) -> None:
    said = [names - {"other"} for k, v, names, _ in choices(language) if (k, v) == (key, variable)]
    assert said, f"{key} does not choose by {variable}"
    assert [SAID[key, variable] - names for names in said if not SAID[key, variable] <= names] == []


@pytest.mark.parametrize("language", locales.languages())
def test_each_act_has_a_button_and_each_rare_one_says_what_it_does(language: str) -> None:
    known = locales.messages(language)
    assert set(Act) - {*LOOKS} - {*OF_CARDS} == set()
    assert {*LOOKS} & {*OF_CARDS} == set()
    buttons = {Act.DIARY: "button-diary-add"}
    wanted = chain(
        (buttons.get(act, f"button-{act.value}") for act in LOOKS),
        (f"more-{act.value}" for act in RARE),
    )
    assert [key for key in wanted if key not in known] == []


@pytest.mark.parametrize("language", locales.languages())
def test_whoever_is_waited_for_reads_until_when_and_what_then(language: str) -> None:
    known = locales.messages(language)
    assert set(TURNS) | set(UNTOLD) == set(DeadlineKind)
    kinds = [kind.value for kind in TURNS if kind is not DeadlineKind.TRANSFER]
    ends = DeadlineKind.REVIEW_ENDS.value
    kinds += [f"{ends}-{each.value}" for each in OnSilence]
    kinds += [f"{DeadlineKind.PAUSE_ENDS.value}-{each.value}" for each in PauseWhy]
    varies = (ends, DeadlineKind.PAUSE_ENDS.value)
    missing = [f"turn-{k}" for k in kinds if k not in varies and f"turn-{k}" not in known]
    assert missing == []
