"""Whose a table is: what it says of itself comes before what was told or is ours."""

from __future__ import annotations

import pytest

from bot.config.rails import Account
from bot.rails.importing import Looked
from bot.statements import Columns, typed
from core.paying import StatementLine
from core.values.errors import BadInput
from tests.bot.test_importing import ACCOUNT, House
from tests.kit.banks import OURS
from tests.kit.scene import at_once

DUTCH = "NL91ABNA0417164300"
BRITISH = "GB33BUKB20201555555555"
DOLLARS = Account(holder="Holdfast", iban=BRITISH)
HEAD = "Date;Description;Name;Amount\n"
ROW = "2026-05-19;x;Bina;300.00\n2026-05-20;x;Bina;-1.25\n"


@pytest.fixture
def house() -> House:
    made = House()
    made.agreed("300.00 EUR")
    return made


def look(house: House, text: str, told: str = "") -> Looked:
    columns = typed(told) if told else None
    return at_once(house.importing.look(text.encode(), "x.csv", columns))


def refused(house: House, text: str, told: str = "") -> BadInput:
    with pytest.raises(BadInput) as no:
        look(house, text, told)
    return no.value


def line(text: str, house: House) -> StatementLine:
    return look(house, text).statements[0].lines[0]


@pytest.mark.parametrize("code", ["300.00", "300.50"])
@pytest.mark.parametrize(
    "above",
    [
        f"Account {DUTCH};EUR;\n",
        f"Account;{DUTCH}\nCurrency;EUR\n",
        f"IBAN: NL91 ABNA 0417 1643 00 EUR;{OURS[:2]};\n",
        "Account number;0417164300\n",
        "Kontonummer: 0417164300;\n",
        "شماره حساب;۰۴۱۷۱۶۴۳۰۰\n",
        "Account;0000000001\n",
        "Account;000000\n",
    ],
)
def test_a_table_that_names_another_account_is_not_read_as_ours(
    house: House, above: str, code: str
) -> None:
    no = refused(house, above + HEAD + f"2026-05-19;{house.code()};Bina;{code}\n")
    assert no.key in ("statement-not-ours", "statement-apart")


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ROW.replace("300.00", "USD 300.00"),
        HEAD + ROW.replace("300.00", "300.00 usd"),
        HEAD + ROW.replace("300.00", "$300.00"),
        HEAD + ROW.replace("300.00", "£300.00"),
        "Currency;USD\n" + HEAD + ROW,
        "Currency: usd;;\n" + HEAD + ROW,
        "Opening balance;1,000.00 USD\n" + HEAD + ROW,
        ";USD;\n" + HEAD + ROW,
        HEAD.replace("Amount", "Amount (USD)") + ROW,
        HEAD.replace("Amount", "Amount (usd)") + ROW,
        HEAD.replace("Amount\n", "Amount;Currency\n") + ROW.replace("0\n", "0;USD\n", 1),
    ],
)
def test_money_of_another_currency_is_not_read_as_that_of_our_account(
    house: House, content: str
) -> None:
    assert refused(house, content).key in ("statement-currency", "statement-columns-currency")


def test_of_one_account_of_ours_a_table_need_not_say_it(house: House) -> None:
    for above in ("", f"Konto {OURS};\n", "Konto: 0532013000;\n", "Currency;EUR\n", "Typ;ALL\n"):
        found = line(above + HEAD + ROW, house)
        assert (found.account, str(found.amount)) == (OURS, "300.00 EUR")
    assert str(line(HEAD + ROW.replace("300.00", "€300.00"), house).amount) == "300.00 EUR"


def test_of_several_accounts_a_table_is_of_the_one_that_it_names(house: House) -> None:
    house.importing = house.restarted(EUR=ACCOUNT, USD=DOLLARS)
    for above in (f"Account {BRITISH};\n", "Currency;USD\n", f"Account;{BRITISH};USD\n"):
        found = line(above + HEAD + ROW, house)
        assert (found.account, str(found.amount)) == (BRITISH, "300.00 USD")
    assert refused(house, HEAD + ROW).key == "statement-account"
    assert refused(house, f"Account {DUTCH};\n" + HEAD + ROW).key == "statement-apart"


def test_whose_a_file_was_is_not_kept_for_the_next_one(house: House) -> None:
    house.importing = house.restarted(EUR=ACCOUNT, USD=DOLLARS)
    told = look(house, HEAD + ROW, f"account={OURS},currency=EUR")
    assert [one.currency for one in told.statements] == ["EUR"]
    assert refused(house, HEAD + ROW).key == "statement-account"
    dollars = line(f"Account {BRITISH};USD;\n" + HEAD + ROW, house)
    assert (dollars.account, str(dollars.amount)) == (BRITISH, "300.00 USD")


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (f"Account {BRITISH};\n", f"account={OURS},currency=EUR"),
        ("Currency;USD\n", f"account={OURS},currency=EUR"),
        (f"Account {OURS};EUR\n", f"account={BRITISH}"),
        (f"Account {OURS};EUR\n", "currency=USD"),
    ],
)
def test_a_caption_that_the_file_contradicts_is_refused(
    house: House, above: str, told: str
) -> None:
    house.importing = house.restarted(EUR=ACCOUNT, USD=DOLLARS)
    no = refused(house, above + HEAD + ROW, told)
    assert (no.key, isinstance(no.data["line"], int)) == ("statement-apart", True)


def test_a_table_that_contradicts_itself_is_refused_with_the_line(house: House) -> None:
    heads = HEAD.replace("Amount\n", "Amount;Currency\n")
    rows = "2026-05-19;x;Bina;1.25;EUR\n2026-05-20;x;Bina;USD 300.00;EUR\n"
    no = refused(house, heads + rows)
    assert (no.key, no.data["line"]) == ("statement-apart", 3)
    own = HEAD.replace("Amount\n", "Amount;Own account\n")
    rows = f"2026-05-19;x;Bina;1.25;{OURS}\n2026-05-20;x;Bina;300.25;{DUTCH}\n"
    no = refused(house, f"Account;{OURS}\n" + own + rows)
    assert (no.key, no.data["line"]) == ("statement-apart", 4)
    both = f"Account;{OURS}\nSavings;{DUTCH}\n"
    assert refused(house, both + HEAD + ROW).key == "statement-account"
    assert look(house, both + HEAD + ROW, f"account={OURS}").statements[0].account == OURS


def test_a_number_of_nobody_is_the_account_itself_unless_it_is_told(house: House) -> None:
    heads = "Date;Description;Account number;Amount\n"
    rows = f"2026-05-19;x;{DUTCH};300.50\n2026-05-20;x;{DUTCH};1.25\n"
    assert refused(house, heads + rows).key == "statement-apart"
    found = look(house, heads + rows, "number=3").statements[0].lines[0]
    assert (found.account, found.number) == (OURS, DUTCH)


def test_columns_for_any_file_hold_no_account_and_no_currency() -> None:
    told = Columns({"date": (0,)}, account=OURS, currency="EUR", decimal=",", days="dmy")
    assert told.of_any == Columns({"date": (0,)}, decimal=",", days="dmy")
