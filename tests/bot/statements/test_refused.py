"""What is wrong with a file is said with its line; nothing of it is read then."""

from __future__ import annotations

import pytest

from bot.statements import MOST_BYTES, MOST_LINES, Columns, read
from bot.statements import columns as columns_module
from core.values.errors import BadInput
from tests.kit import banks
from tests.kit.banks import OURS, Day, Paid

LOGO = Paid(minor=30_000, text="7K3F9QZM-1", reference="2026051900000001")


def refused(content: bytes, name: str = "", columns: Columns | None = None) -> BadInput:
    with pytest.raises(BadInput) as no:
        read(content, name, columns)
    return no.value


@pytest.mark.parametrize("write", [banks.camt, banks.mt940, banks.english_csv])
def test_what_does_not_add_up_is_refused_whole_with_the_line(write: banks.Writer) -> None:
    day = Day(lines=[LOGO, Paid(minor=-100, text="a"), Paid(minor=5, text="b")], off_by=1)
    no = refused(write(day))
    assert no.key == "statement-sum"
    assert no.data["apart"] == "0.01 EUR"
    assert isinstance(no.data["line"], int)


def test_a_balance_that_breaks_off_names_its_own_line() -> None:
    content = (
        f"Account,{OURS},,\nDate,Amount,Balance,Currency\n2026-05-19,10.00,110.00,EUR\n"
        "2026-05-20,10.00,121.00,EUR\n2026-05-21,10.00,131.00,EUR\n"
    )
    assert refused(content.encode()).data["line"] == 4


_BAD_LINE = b":20:A\n:25:DE1\n:60F:C260518EUR1,00\n:61:nonsense\n:62F:C260519EUR1,00"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
    b"<Document><BkToCstmrStmt>&lol2;</BkToCstmrStmt></Document>"
)
OUTSIDE = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>'


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, b'<!DOCTYPE d SYSTEM "http://x/d"><Document/>'])
def test_a_bomb_is_not_opened_and_no_other_file_is_read(content: bytes) -> None:
    assert refused(content).key == "statement-xml-entities"


def test_broken_xml_names_the_line_where_it_breaks() -> None:
    whole = banks.camt(Day(lines=[LOGO]))
    no = refused(whole[: whole.index(b"</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>")])
    assert no.key == "statement-xml"
    assert no.data["line"] != 1


def test_a_currency_that_there_is_not_is_named() -> None:
    content = banks.camt(Day(lines=[LOGO])).replace(b'"EUR"', b'"EUX"').replace(b">EUR<", b">EUX<")
    assert (refused(content).key, refused(content).data["currency"]) == (
        "statement-currency",
        "EUX",
    )
    table = banks.german_csv(Day(lines=[LOGO])).replace(b"EUR", b"EUX")
    assert refused(table).data["line"] == 2


@pytest.mark.parametrize("amount", [b"-300.00", b"3e2", b"300.001", b"", b"NaN", b"1,300.00"])
def test_an_amount_that_no_machine_writes_is_refused(amount: bytes) -> None:
    content = banks.camt(Day(lines=[LOGO])).replace(
        b'<Ntry><Amt Ccy="EUR">300.00', b'<Ntry><Amt Ccy="EUR">' + amount
    )
    assert refused(content).key == "statement-amount"


def test_a_decimal_comma_is_one_in_every_kind() -> None:
    content = banks.camt(Day(lines=[LOGO])).replace(b"300.00", b"300,00")
    [found] = read(content)
    assert found.lines[0].amount.minor == 30_000


def test_a_line_of_nothing_is_kept_as_a_line_of_nothing() -> None:
    [found] = read(banks.camt(Day(lines=[LOGO, Paid(minor=0, text="closing of the quarter")])))
    assert [line.amount.minor for line in found.lines] == [30_000, 0]


def test_amounts_that_can_be_read_in_two_ways_are_asked_about() -> None:
    content = f"Date;Amount;Currency\n19.05.2026;1.500;KWD\n\nKonto {OURS}".encode()
    kept = Columns(account=OURS)
    assert refused(content, "x.csv", kept).key == "statement-decimals"
    [found] = read(content, "x.csv", columns_module.typed("decimal=point").over(kept))
    assert found.lines[0].amount.minor == 1_500
    [found] = read(content, "x.csv", columns_module.typed("decimal=comma").over(kept))
    assert found.lines[0].amount.minor == 1_500_000


def test_days_that_can_be_read_in_two_ways_are_asked_about() -> None:
    content = b"Date,Amount,Currency\n05/06/2026,3.00,USD\n04/07/2026,4.00,USD\n"
    kept = Columns(account=OURS)
    assert refused(content, "x.csv", kept).key == "statement-days"
    [found] = read(content, "x.csv", columns_module.typed("days=mdy").over(kept))
    assert [line.booked_on.month for line in found.lines] == [5, 4]


@pytest.mark.parametrize(
    ("cell", "key"), [("31.02.2026", "statement-day"), ("soon", "statement-day")]
)
def test_a_line_between_others_that_can_not_be_read_refuses_the_file(cell: str, key: str) -> None:
    content = f"Date;Amount;Currency\n1.5.2026;1,00;EUR\n{cell};2,00;EUR\n3.5.2026;3,00;EUR\n"
    no = refused(content.encode(), "x.csv", Columns(account=OURS))
    assert (no.key, no.data["line"]) == (key, 3)


def test_a_table_of_no_account_or_currency_asks_for_it() -> None:
    content = b"Date;Amount;Name\n1.5.2026;1,00;A\n"
    assert refused(content).key == "statement-account"
    assert refused(content, columns=Columns(account=OURS)).key == "statement-columns-currency"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "statement-empty"),
        (b"\xef\xbb\xbf  \n", "statement-kind"),
        (b"PK\x03\x04\x00\x00", "statement-kind"),
        (b"hello, bank", "statement-kind"),
        (b"<html><body>Login</body></html>", "statement-kind"),
        (b"x" * (MOST_BYTES + 1), "statement-too-large"),
        (_BAD_LINE, "statement-field"),
        (b":20:A\n:25:DE1\n:61:2605190519C1,00NTRFX\n:62F:C260519EUR1,00", "statement-field"),
    ],
)  # fmt: skip
def test_what_is_no_statement_is_said_to_be_none(content: bytes, key: str) -> None:
    assert refused(content).key == key


def test_more_lines_than_a_day_can_have_are_refused_with_the_figure() -> None:
    lines = [Paid(minor=n + 1, reference=f"R{n}") for n in range(MOST_LINES + 1)]
    assert refused(banks.german_csv(Day(lines=lines))).data == {"limit": MOST_LINES}
    assert refused(b"x" * (MOST_BYTES + 1)).data == {"limit": MOST_BYTES // 1024**2}


def test_ten_thousand_lines_are_read_whole() -> None:
    lines = [Paid(minor=n + 1, text=f"{n}", reference=f"R{n}") for n in range(10_000)]
    for write in (banks.camt, banks.mt940, banks.german_csv):
        [found] = read(write(Day(lines=lines)))
        assert len(found.lines) == 10_000
