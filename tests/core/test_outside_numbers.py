"""Numbers that lead money past us, told by their check digits, in every country with IBANs."""

from __future__ import annotations

import hashlib
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.values.outside import Outside, named_in, outside
from tests.kit.scene import words

LENGTHS: Final = (
    "ad24 ae23 al28 ao25 at20 ax18 az28 ba20 be16 bf28 bg22 bh22 bi27 bj28 bl27 br29"
    " by28 cf27 cg27 ch21 ci28 cm27 cr22 cv25 cy28 cz24 de22 dj27 dk18 do28 dz26 ee20"
    " eg29 es24 fi18 fk18 fo18 fr27 ga27 gb22 ge22 gf27 gg22 gi23 gl18 gp27 gq27 gr27"
    " gt28 gw25 hn28 hr21 hu28 ie22 il23 im22 iq23 ir26 is26 it27 je22 jo30 km27 kw30"
    " kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 ma28 mc27 md24 me22 mf27 mg27 mk19 ml28"
    " mn20 mq27 mr27 mt31 mu30 mz25 nc27 ne28 ni28 nl18 no15 om23 pf27 pk24 pl28 pm27"
    " ps29 pt25 qa29 re27 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 sn28 so23"
    " st25 sv28 td27 tf27 tg28 tl23 tn24 tr26 ua29 va22 vg24 wf27 xk20 ye30 yt27"
)
"""How long an IBAN is. Source: the SWIFT IBAN registry."""
COUNTRIES: Final = [(item[:2], int(item[2:])) for item in LENGTHS.split()]
BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def iban(country: str, length: int, body: str = "987abc654def321ghi098jkl765mno43") -> str:
    """One with its check digits. Source: ISO 13616."""
    body = body[: length - 4]
    number = "".join(str(int(char, 36)) for char in f"{body}{country}00")
    return f"{country}{98 - int(number) % 97:02}{body}"


def address(version: int, filler: int = 7) -> str:
    """A wallet's, with its check sum."""
    raw = bytes([version, *[filler] * 20])
    raw += hashlib.sha256(hashlib.sha256(raw).digest()).digest()[:4]
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = BASE58[rest] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


@pytest.mark.parametrize(("country", "length"), COUNTRIES)
def test_the_iban_of_every_country_is_an_account(country: str, length: int) -> None:
    number = iban(country, length)
    assert outside(f"to {number.upper()} please") is Outside.ACCOUNT
    in_fours = " ".join(number[at : at + 4] for at in range(0, length, 4))
    assert outside(f"to {in_fours}, thanks") is Outside.ACCOUNT
    assert outside(f"to {in_fours.replace(' ', '-')}") is Outside.ACCOUNT


DIGITS: Final = st.text("0123456789", min_size=30, max_size=30)
LETTERS: Final = st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=30, max_size=30)
GAPS: Final = ("", " ", "-", ".", "  ", "\u00a0", " - "[:2])
AROUND: Final = ("{}", "to {} please", "IBAN: {}.", "شبا {} است", "no12 is {}")


def luhn(digits: str) -> str:
    """With the check digit of a card. Source: ISO/IEC 7812-1."""
    alternating = (int(d) * (2 - place % 2) for place, d in enumerate(reversed(digits)))
    return f"{digits}{-sum(sum(divmod(d, 10)) for d in alternating) % 10}"


@given(st.sampled_from(COUNTRIES), DIGITS | LETTERS, st.sampled_from(GAPS), st.sampled_from(AROUND))
def test_no_iban_however_it_is_written_is_called_a_card(
    of: tuple[str, int], body: str, gap: str, around: str
) -> None:
    number = iban(*of, body)
    in_fours = gap.join(number[at : at + 4] for at in range(0, len(number), 4))
    assert outside(around.format(in_fours.upper())) is Outside.ACCOUNT


@given(st.sampled_from(COUNTRIES), DIGITS, st.sampled_from((" ", "-")))
def test_a_mistyped_iban_is_never_called_a_card(of: tuple[str, int], body: str, gap: str) -> None:
    number = iban(*of, body)
    number = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    in_fours = gap.join(number[at : at + 4] for at in range(0, len(number), 4))
    assert outside(f"to {in_fours}") in (None, Outside.ACCOUNT)


@given(st.text("0123456789", min_size=14, max_size=14), st.sampled_from("24569"), st.booleans())
def test_a_card_is_a_card_beside_an_account_as_well(rest: str, first: str, behind: bool) -> None:
    card = luhn(f"{first}{rest}")
    assume(len(set(card)) > 1)
    in_fours = " ".join(card[at : at + 4] for at in range(0, 16, 4))
    account = iban("de", 22, "987654321098765432109876543210")
    both = (in_fours, account) if behind else (account, in_fours)
    assert outside(f"here: {in_fours}") is Outside.CARD
    assert outside("{}, or {}".format(*both)) is Outside.CARD


@pytest.mark.parametrize(("country", "length"), COUNTRIES)
def test_what_is_longer_shorter_or_mistyped_is_no_iban(country: str, length: int) -> None:
    number = iban(country, length)
    mistyped = number[:-1] + ("1" if number[-1] != "1" else "2")
    for other in (iban(country, length - 1), iban(country, length + 1), mistyped):
        assert outside(f"to {other}.") is not Outside.ACCOUNT


def test_a_country_without_ibans_has_no_accounts_that_we_know() -> None:
    assert outside(iban("us", 22)) is None


def test_what_stands_right_behind_an_account_belongs_to_no_check() -> None:
    assert outside(f"to {iban('de', 22)} bina") is Outside.ACCOUNT


def test_iranian_accounts_are_known_without_their_letters() -> None:
    digits = iban("ir", 26, "0" * 6 + "1234567890" * 2)[2:]
    assert outside(f"شبا {digits}") is Outside.ACCOUNT
    assert outside(f"شبا {digits}0") is None
    assert outside(f"شبا {digits[:-1]}") is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("4111 1111 1111 1111", True),
        ("4111-1111-1111-1111", True),
        ("4111_1111_1111_1111", True),
        ("4111/1111/1111/1111", True),
        ("4111\u20101111\u20131111-1111", True),
        ("4111  1111  1111  1111", True),
        ("4111   1111   1111   1111", False),
        ("2221 0000 0000 0009", True),
        ("5555 5555 5555 4444", True),
        ("6011 1111 1111 1117", True),
        ("9792 0000 0000 0003", True),
        ("3782 822463 10005", True),
        ("3714 496353 98431", True),
        ("3714 496353 98432", False),
        ("1111 1111 1111 1117", False),
        ("7000 0000 0000 0005", False),
        ("8000 0000 0000 0003", False),
        ("4444 4444 4444 4444", False),
        ("4111 1111 1111 1112", False),
        ("14111111111111111", False),
        ("41111111111111111", False),
        ("4111 1111 1111 1111, thanks", True),
        ("4111 1111 1111 1111.", True),
        ("4111 1111 1111 1111.5", False),
        ("0.4111111111111111", False),
    ],
)
def test_a_card_is_told_by_its_check_digit(text: str, seen: bool) -> None:
    assert (outside(text) is Outside.CARD) is seen


@pytest.mark.parametrize(
    "word",
    [
        "order", "invoice", "tracking", "shipment", "parcel", "ticket", "case", "ref",
        "reference", "serial", "isbn", "imei", "sku", "سفارش", "فاکتور", "رهگیری", "پیگیری",
        "مرسوله", "سریال",
    ],
)  # fmt: skip
def test_the_number_of_an_order_is_no_card(word: str) -> None:
    assert outside(f"{word}: 4111 1111 1111 1111") is None
    assert outside(f"{word}\nmy card 4111 1111 1111 1111") is Outside.CARD
    assert outside(f"{word}, and then pay to 4111 1111 1111 1111") is Outside.CARD


@pytest.mark.parametrize("version", [0, 5, 0x41, 0x30, 0x1E])
def test_a_wallet_is_told_by_its_check_sum(version: int) -> None:
    wallet = address(version)
    assert outside(f"to {wallet}.") is Outside.WALLET
    wrong = wallet[:-1] + ("2" if wallet[-1] != "2" else "3")
    assert outside(f"to {wrong}.") is None
    assert outside(f"to x{wallet}.") is None
    assert outside(f"to {wallet}x.") is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("0x" + "a1" * 20, True),
        ("0x" + "a1" * 20 + "b", False),
        ("0x" + "a1" * 19, False),
        ("bc1" + "q" * 39, True),
        ("ltc1" + "q" * 39, True),
        ("bc1" + "b" * 39, False),
        ("EQ" + "a" * 46, True),
        ("UQ" + "a_-" * 15 + "b", True),
        ("kQ" + "a" * 46, True),
        ("0Q" + "a" * 46, True),
        ("AQ" + "a" * 46, False),
        ("EQ" + "a" * 45, False),
    ],
)
def test_a_wallet_without_a_sum_is_told_by_its_form(text: str, seen: bool) -> None:
    assert (outside(f"to {text}") is Outside.WALLET) is seen


def test_the_first_way_past_us_is_named_cards_before_wallets() -> None:
    text = f"pay me directly to {iban('de', 22)} or {address(0)}"
    assert outside(f"{text} or 4111 1111 1111 1111") is Outside.CARD
    assert outside(text) is Outside.ACCOUNT
    assert outside(f"pay me directly to {address(0)}") is Outside.DIRECT


def test_the_houses_accounts_are_its_own_however_they_are_spaced() -> None:
    ours = frozenset({iban("de", 22).upper(), "4111111111111111"})
    assert outside("to 4111-1111 1111-1111", ours) is None
    assert outside(f"to {iban('de', 22)} or {iban('fr', 27)}", ours) is Outside.ACCOUNT
    assert outside("or to 5555 5555 5555 4444", ours) is Outside.CARD


def test_words_are_looked_at_however_deep_they_stand() -> None:
    card = words("4111 1111 1111 1111")
    assert named_in(card) is Outside.CARD
    assert named_in((1, None, (words("x"), card))) is Outside.CARD
    assert named_in((words("x"), "4111 1111 1111 1111")) is None
    assert named_in(card, frozenset({"4111111111111111"})) is None
