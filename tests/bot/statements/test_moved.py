"""What went out, or never came, is no deposit, however a bank's table says so."""

from __future__ import annotations

import pytest

from bot.statements import BankStatement, Columns, read
from core.paying import Why
from core.values.errors import BadInput
from tests.bot.test_importing import House
from tests.kit.banks import OURS
from tests.kit.scene import at_once

OUT = [
    "D", "DR", "DBIT", "Debit", "Débit", "DEBIT", "Soll", "S", "Lastschrift", "Belastung",
    "Sortie", "Retrait", "Withdrawal", "Cargo", "Adeudo", "Salida", "Debe", "Uscita",
    "Addebito", "Dare", "Af", "Debet", "Uit", "−", "-", "برداشت", "بدهکار", "خروج",
]  # fmt: skip
IN = [
    "C", "CR", "CRDT", "Credit", "Crédit", "Haben", "H", "Gutschrift", "Eingang", "Entrée",
    "Deposit", "Abono", "Ingreso", "Haber", "Entrata", "Accredito", "Avere", "Bij", "+",
    "واریز", "بستانکار",
]  # fmt: skip


def rows_of(text: str) -> BankStatement:
    [found] = read(text.encode(), "x.csv", Columns(account=OURS, currency="EUR"))
    return found


def minors(text: str) -> list[tuple[int, bool]]:
    return [(line.amount.minor, line.reverses) for line in rows_of(text).lines]


def refused(text: str) -> BadInput:
    with pytest.raises(BadInput) as no:
        rows_of(text)
    return no.value


def signed(word: str, amount: str = "300.00", heading: str = "D/C") -> str:
    return (
        f"Date;Description;Amount;{heading}\n2026-05-19;x;{amount};{word}\n2026-05-20;y;1.25;CR\n"
    )


@pytest.mark.parametrize("word", OUT)
def test_a_word_for_what_went_out_makes_it_go_out_in_every_language(word: str) -> None:
    assert minors(signed(word)) == [(-30_000, False), (125, False)]
    assert minors(signed(word, "-300.00")) == [(-30_000, False), (125, False)]


@pytest.mark.parametrize("word", IN)
def test_a_word_for_what_came_in_makes_it_come_in_in_every_language(word: str) -> None:
    assert minors(signed(word)) == [(30_000, False), (125, False)]


@pytest.mark.parametrize("word", ["payment", "X", "A", "", "débitoire", "?"])
@pytest.mark.parametrize("heading", ["D/C", "Sens", "Af Bij", "Soll/Haben", "DrCr"])
def test_a_word_that_is_not_known_refuses_the_file_with_the_line(word: str, heading: str) -> None:
    no = refused(signed(word, heading=heading))
    assert (no.key, no.data["sign"], no.data["line"]) == ("statement-sign", word or "–", 2)


@pytest.mark.parametrize("heading", ["Sens", "Type", "نوع", "Richtung", "xyz"])
@pytest.mark.parametrize("word", ["Débit", "Withdrawal", "برداشت"])
def test_a_column_of_such_words_counts_whatever_it_is_called(heading: str, word: str) -> None:
    assert minors(signed(word, heading=heading))[0] == (-30_000, False)


def test_a_column_of_other_words_does_not_turn_what_has_its_own_minus() -> None:
    text = (
        "Date;Description;Amount;Type;Note\n2026-05-19;x;300.50;Transfer;-\n"
        "2026-05-20;y;-1.25;Debit;-\n"
    )
    assert minors(text) == [(30_050, False), (-125, False)]


@pytest.mark.parametrize(
    ("text", "all_of_it"),
    [
        ("Paid out;Paid in\n{};;-300.00\n{};;1.25\n", [(-30_000, True), (125, False)]),
        ("Paid out;Paid in\n{};300.00;\n{};;1.25\n", [(-30_000, False), (125, False)]),
        ("Paid out;Paid in\n{};-300.00;\n{};;1.25\n", [(-30_000, False), (125, False)]),
        ("Paid out;Paid in\n{};-300.00;\n{};1.25;\n", [(30_000, True), (-125, False)]),
        ("Amount;DC\n{};-300.00;C\n{};1.25;C\n", [(-30_000, True), (125, False)]),
        ("Amount;DC\n{};-300.00;D\n{};1.25;D\n", [(30_000, True), (-125, False)]),
    ],
)
def test_a_credit_below_nothing_goes_out_and_takes_back(
    text: str, all_of_it: list[tuple[int, bool]]
) -> None:
    content = "Date;Description;" + text.format("2026-05-19;x", "2026-05-20;y")
    assert minors(content) == all_of_it


@pytest.mark.parametrize(
    ("heading", "went"),
    [("Amount;Sens", "300.00;Débit"), ("Paid out;Paid in", ";-300.00"), ("Amount;DC", "-300.00;C")],
)
def test_what_went_out_under_the_reference_of_a_deal_is_no_certain_deposit(
    heading: str, went: str
) -> None:
    house = House()
    house.agreed("300.00 EUR")
    content = f"Date;Description;{heading}\n2026-05-19;{house.code()};{went}\n"
    looked = at_once(house.importing.look(content.encode(), "x.csv"))
    assert not looked.certain
    assert looked.findings[0].line.amount.minor == -30_000


def test_a_debit_that_was_taken_back_is_looked_at_by_a_treasurer() -> None:
    house = House()
    house.agreed("300.00 EUR")
    content = (
        f"Date;Description;Amount;DC\n2026-05-19;{house.code()};-300.00;D\n2026-05-20;y;1.25;D\n"
    )
    [found] = at_once(house.importing.look(content.encode(), "x.csv")).likely
    assert Why.REVERSES in found.why


def stated(status: str) -> str:
    rows = f"2026-05-19;x;300.00;{status}\n2026-05-20;y;1.25;COMPLETED\n"
    return f"Date;Description;Amount;State\n{rows}"


@pytest.mark.parametrize(
    "status",
    ["DECLINED", "FAILED", "REVERTED", "Reversed", "storniert", "abgelehnt", "Zurückgewiesen",
     "rejeté", "refusé", "annulée", "rechazada", "anulado", "rifiutato", "geweigerd", "mislukt",
     "cancelled", "void", "ناموفق", "رد شد", "لغو شده", "برگشت خورده"],
)  # fmt: skip
def test_what_a_bank_turned_down_is_neither_booked_nor_waited_for(status: str) -> None:
    found = rows_of(stated(status))
    assert ([line.amount.minor for line in found.lines], found.pending) == ([125], 0)


@pytest.mark.parametrize(
    "status",
    ["PENDING", "vorgemerkt", "Umsatz vorgemerkt", "en attente", "en cours", "pendiente",
     "in attesa", "in behandeling", "in Bearbeitung", "authorised", "در انتظار", "در حال انجام"],
)  # fmt: skip
def test_what_a_bank_has_not_booked_yet_is_waited_for(status: str) -> None:
    found = rows_of(stated(status))
    assert ([line.amount.minor for line in found.lines], found.pending) == ([125], 1)


@pytest.mark.parametrize(
    "status",
    ["", "Booked", "posted", "gebucht", "Umsatz gebucht", "comptabilisé", "exécutée", "ejecutada",
     "contabilizzato", "verwerkt", "geboekt", "موفق", "انجام شده", "ثبت شد"],
)  # fmt: skip
def test_what_a_bank_says_it_booked_is_booked(status: str) -> None:
    assert len(rows_of(stated(status)).lines) == 2


@pytest.mark.parametrize("status", ["not booked", "nicht gebucht", "maybe", "unposted", "X7"])
def test_a_status_that_is_not_known_refuses_the_file_with_the_line(status: str) -> None:
    no = refused(stated(status))
    assert (no.key, no.data) == ("statement-status", {"status": status, "line": 2})
