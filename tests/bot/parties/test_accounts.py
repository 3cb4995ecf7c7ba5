"""Where somebody wants to be paid, as they write it."""

from itertools import product
from string import ascii_uppercase

import pytest

from bot.parties.people import accounts
from bot.parties.people.accounts import read_account, read_holder
from core.values import outside
from core.values.errors import BadInput
from tests.bot.parties.world import BINA, World, build
from tests.kit.phones import plain

GERMAN = "DE89 3704 0044 0532 0130 00"
PERSIAN = "IR06 2960 0000 0010 0324 2000 01"


@pytest.mark.parametrize(
    ("typed", "iban", "beside"),
    [
        ("de89370400440532013000", GERMAN, ""),
        ("IBAN: DE89-3704-0044-0532-0130-00.", GERMAN, ""),
        ("IBAN DE89 3704\n0044 0532 0130 00", GERMAN, ""),
        ("DE89 3704 0044 0532 0130 00 Bina Rahimi", GERMAN, "Bina Rahimi"),
        ("Name: Bina Rahimi\nIBAN: DE89370400440532013000\nN26", GERMAN, "Bina Rahimi, N26"),
        ("شبا: IR۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱ بینا رحیمی", PERSIAN, "بینا رحیمی"),
        ("062960000000100324200001", PERSIAN, ""),
        ("6037 9912 3456 7890 بینا رحیمی", "", "6037 9912 3456 7890 بینا رحیمی"),
        ("Bina, routing 021000021, no 123456789", "", "Bina, routing 021000021, no 123456789"),
        ("No 12 High Street, account 12345678", "", "No 12 High Street, account 12345678"),
    ],
)  # fmt: skip
def test_an_iban_is_found_wherever_it_stands(typed: str, iban: str, beside: str) -> None:
    account = read_account(typed)
    assert (account.iban, account.beside) == (iban, beside)


@pytest.mark.parametrize("around", ["{}", "IBAN: {}", "Bina Rahimi\n{}\nDeutsche Bank", "شبا {}"])
@pytest.mark.parametrize(
    ("iban", "key"),
    [
        ("DE89 3704 0044 0532 0130 01", "iban-wrong"),
        ("DE89 3704 0044 0532 0130 0", "iban-length"),
        ("DE89 3704 0044 0532 0130 000", "iban-length"),
        ("GB82 WEST 1234 5698 7654 33", "iban-wrong"),
    ],
)
def test_what_should_be_an_iban_and_is_none_is_refused_in_any_words(
    around: str, iban: str, key: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_account(around.format(iban))
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("IBAN XX99 1234 5678 9012 3456", "iban-country"),
        ("DE89370400440532013000 NL91ABNA0417164300", "iban-several"),
        ("300", "payout-too-short"),
    ],
)
def test_other_accounts_that_can_not_be_paid_say_why(typed: str, key: str) -> None:
    with pytest.raises(BadInput, match=key):
        read_account(typed)


@pytest.mark.parametrize("typed", ["1234", "B", "DE89370400440532013000", "…"])
def test_a_holder_has_a_name(typed: str) -> None:
    with pytest.raises(BadInput, match="holder-unreadable"):
        read_holder(typed)


@pytest.fixture
def world() -> World:
    return build(currencies=("EUR",))


async def test_words_of_an_account_are_repeated_before_they_count(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Where to be paid")
    await bina.write("Bina Rahimi, 6037 9912 3456 7890, Bank Melli")
    assert "Bina Rahimi, 6037 9912 3456 7890, Bank Melli" in plain(bina.newest.text)
    assert world.store.people[BINA].destinations == ()
    first = bina.newest
    right = first.data("Yes, it is right")
    await bina.write("Bina Rahimi, 6037 9912 3456 7891, Bank Melli")
    assert first.labels == []
    await bina.press_data(right, first)
    assert world.store.people[BINA].destinations == (), "it showed another account"
    await bina.press("Yes, it is right")
    [where] = world.store.people[BINA].destinations
    assert where.details == "Bina Rahimi, 6037 9912 3456 7891, Bank Melli"


async def test_a_wrong_iban_in_words_is_refused_and_asked_again(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Where to be paid")
    await bina.write("Bina Rahimi\nIBAN: DE89 3704 0044 0532 0130 01\nDeutsche Bank")
    assert "wrong digit" in bina.newest.text
    assert world.store.people[BINA].destinations == ()
    await bina.write(GERMAN)
    assert "In whose name is the account" in plain(bina.newest.text)
    await bina.write("12345")
    assert world.store.people[BINA].destinations == ()
    await bina.write("Bina Rahimi")
    assert world.store.people[BINA].destinations[0].details == f"{GERMAN}\nBina Rahimi"


def test_core_knows_the_accounts_of_every_country_that_has_them() -> None:
    codes = ("".join(letters) for letters in product(ascii_uppercase, repeat=2))
    known = {code.lower(): length for code in codes if (length := accounts._length(code))}  # noqa: SLF001 - as they are read
    assert known == outside._OF_COUNTRY  # noqa: SLF001 - core is stdlib only, and writes them down
