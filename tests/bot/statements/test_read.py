"""The same days, in every dialect: what a bank says is read as it was meant."""

from __future__ import annotations

import pytest

from bot.statements import Columns, columns_of, read
from bot.statements.reading import text_of
from core.values.errors import BadInput
from core.values.money import Money
from tests.kit import banks
from tests.kit.banks import OURS, THEIRS, WRITERS, Day, Paid

LOGO = Paid(minor=30_000, text="Logo für Müller 7K3F9QZM-1", reference="2026051900000001")
PAYOUT = Paid(minor=-12_000, text="Payout", end_to_end="7K3F9QZM-1-0", reference="2026051900000002")
EURO = Money(1, "EUR").currency


@pytest.mark.parametrize("kind", WRITERS)
def test_amount_day_words_and_the_other_end_are_the_same_in_every_dialect(kind: str) -> None:
    [found] = read(WRITERS[kind](Day(lines=[LOGO, PAYOUT])), f"x.{kind}")
    came, went = found.lines
    assert (found.account, found.currency) == (OURS, EURO)
    assert (str(came.amount), str(went.amount)) == ("300.00 EUR", "-120.00 EUR")
    assert came.booked_on.isoformat() == came.value_on.isoformat() == "2026-05-19"
    assert "7K3F9QZM-1" in came.text
    assert "Müller" in came.text
    assert (came.name, came.number) == ("Bina Rastegar", THEIRS)
    assert went.end_to_end == "7K3F9QZM-1-0"


@pytest.mark.parametrize("kind", WRITERS)
def test_each_line_has_a_reference_of_its_own_and_the_same_in_the_same_file_again(
    kind: str,
) -> None:
    twins = [Paid(minor=5_000, text="same"), Paid(minor=5_000, text="same")]
    content = WRITERS[kind](Day(lines=[LOGO, *twins, PAYOUT]))
    first, again = ([line.reference for s in read(content) for line in s.lines] for _ in range(2))
    assert first == again
    assert len(set(first)) == 4


def test_overlapping_days_name_each_line_alike() -> None:
    others = [Paid(minor=n, text=f"{n}", day="2026-05-20", reference=f"R{n}") for n in (1, 2)]
    early = read(banks.camt(Day(lines=[LOGO, PAYOUT])))[0].lines
    both = read(banks.camt(Day(lines=[PAYOUT, *others, LOGO])))[0].lines
    assert {line.external_id for line in early} < {line.external_id for line in both}


def test_a_fee_with_the_reference_of_its_payment_is_another_line() -> None:
    fee = Paid(minor=-150, text="fee", reference=LOGO.reference)
    lines = read(banks.camt(Day(lines=[LOGO, fee])))[0].lines
    assert len({line.external_id for line in lines}) == 2


def test_a_notification_and_the_statement_after_it_name_a_line_alike() -> None:
    [notified] = read(banks.camt(Day(lines=[LOGO]), "054.001.08"))[0].lines
    [stated] = read(banks.camt(Day(lines=[LOGO])))[0].lines
    assert notified.external_id == stated.external_id


def test_of_two_kinds_of_file_the_same_money_has_a_likeness() -> None:
    marks = {read(write(Day(lines=[LOGO])))[0].lines[0].likeness for write in WRITERS.values()}
    assert len(marks) == 1


def test_pending_lines_are_counted_and_are_in_no_sum() -> None:
    waits = Paid(minor=9_900, text="not yet", state="PDNG")
    for version in ("053.001.02", "053.001.08"):
        [found] = read(banks.camt(Day(lines=[LOGO, waits]), version))
        assert (len(found.lines), found.pending) == (1, 1)
    [table] = read(banks.german_csv(Day(lines=[LOGO, waits])))
    assert (len(table.lines), table.pending) == (1, 1)


def batch(*minors: int, total: int) -> Paid:
    parts = tuple(
        Paid(minor=m, text=f"7K3F9QZ{n}-1", reference=f"P{n}") for n, m in enumerate(minors)
    )
    return Paid(minor=total, text="batch", reference="B1", parts=parts)


def test_a_batch_of_ten_is_ten_lines_where_they_add_up() -> None:
    [found] = read(banks.camt(Day(lines=[batch(*[1_000] * 10, total=10_000)])))
    assert [line.amount.minor for line in found.lines] == [1_000] * 10
    assert len({line.external_id for line in found.lines}) == 10
    assert found.lines[3].text == "7K3F9QZ3-1"


def test_a_batch_that_does_not_add_up_is_one_line_that_says_of_how_many() -> None:
    [found] = read(banks.camt(Day(lines=[batch(*[1_000] * 9, total=10_000)])))
    assert [(line.amount.minor, line.of_batch) for line in found.lines] == [(10_000, 9)]
    [bare] = read(banks.camt(Day(lines=[batch(*[1_000] * 10, total=10_000)]), bare=True))
    assert [(line.amount.minor, line.of_batch) for line in bare.lines] == [(10_000, 10)]


@pytest.mark.parametrize("write", [banks.camt, banks.mt940])
def test_what_is_taken_back_is_below_nothing_and_says_that_it_reverses(
    write: banks.Writer,
) -> None:
    back = Paid(minor=-30_000, text="Storno 7K3F9QZM-1", reference="S1", reverses=True)
    [found] = read(write(Day(lines=[LOGO, back])))
    assert [(line.amount.minor, line.reverses) for line in found.lines] == [
        (30_000, False),
        (-30_000, True),
    ]


@pytest.mark.parametrize("write", [banks.camt, banks.mt940])
def test_what_came_back_says_why(write: banks.Writer) -> None:
    back = Paid(minor=12_000, end_to_end="7K3F9QZM-1-0", returned="AC04", reference="R1")
    [line] = read(write(Day(lines=[back])))[0].lines
    assert line.returned in ("AC04", "901")
    assert line.end_to_end == "7K3F9QZM-1-0"


def test_words_as_they_came_keep_a_reference_that_the_bank_broke_in_two() -> None:
    long = Paid(minor=30_000, text="x" * 60 + " 7K3F9QZM-1 thank you")
    [line] = read(banks.mt940(Day(lines=[long]), structured=False))[0].lines
    assert "7K3F9QZM" in line.text.replace(" ", "")


def test_several_days_in_one_file_are_several_statements() -> None:
    two = banks.mt940(Day(lines=[LOGO])) + banks.mt940(Day(lines=[PAYOUT], opening=130_000))
    first, second = read(two)
    assert (first.closing, second.opening) == (Money(130_000, "EUR"), Money(130_000, "EUR"))
    assert second.lines[0].at > first.lines[0].at


@pytest.mark.parametrize(("currency", "minor"), [("JPY", 30_000), ("KWD", 30_500), ("EUR", 1)])
@pytest.mark.parametrize("kind", ["camt.053.001.08", "mt940", "german csv"])
def test_each_currency_has_its_own_decimals(kind: str, currency: str, minor: int) -> None:
    paid = [Paid(minor=minor, text="x"), Paid(minor=500, text="y")]
    [found] = read(WRITERS[kind](Day(lines=paid, currency=currency)))
    assert found.lines[0].amount == Money(minor, currency)


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_table_with_a_balance_is_proved_line_by_line(newest_first: bool) -> None:
    day = Day(lines=[LOGO, PAYOUT, Paid(minor=7, text="z")])
    [found] = read(banks.english_csv(day, newest_first=newest_first))
    assert (found.opening, found.closing) == (Money(100_000, "EUR"), Money(day.closing, "EUR"))
    assert {line.bank_reference for line in found.lines} >= {LOGO.reference}


def test_columns_that_nobody_can_guess_are_learnt_once() -> None:
    content = b"aaa;bbb;ccc\n19.05.2026;7K3F9QZM-1;300,00\n20.05.2026;nothing;-1,50\n"
    with pytest.raises(BadInput) as no:
        read(content, "bank.csv")
    assert no.value.key == "statement-columns"
    assert no.value.data["columns"] == "1: aaa; 2: bbb; 3: ccc"
    learnt = Columns({"date": (0,), "text": (1,), "amount": (2,)}, account=OURS, currency="EUR")
    [found] = read(content, "bank.csv", Columns.read(learnt.plain()))
    assert [str(line.amount) for line in found.lines] == ["300.00 EUR", "-1.50 EUR"]
    heading, _, _ = columns_of(text_of(content))
    assert heading == ["aaa", "bbb", "ccc"]


def test_sums_below_the_last_line_are_no_lines() -> None:
    content = (
        "Date;Amount;Name;Purpose;Currency\n19.05.2026;1.300,00;A;7K3F9QZM-1;EUR\n"
        "\n;1.300,00;;Total;EUR\n"
    )
    [found] = read(content.encode(), "x.csv", Columns(account=OURS))
    assert [line.amount.minor for line in found.lines] == [130_000]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_mark_before_the_text_and_windows_letters_change_nothing(mark: bytes) -> None:
    [line] = read(mark + banks.camt(Day(lines=[LOGO])))[0].lines
    assert "Müller" in line.text
    windows = banks.camt(Day(lines=[LOGO])).decode().encode("cp1252")
    [line] = read(windows)[0].lines
    assert "Müller" in line.text
    wide = ("\ufeff" + banks.german_csv(Day(lines=[LOGO]), "utf-8").decode()).encode("utf-16-le")
    [line] = read(wide)[0].lines
    assert "Müller" in line.text
