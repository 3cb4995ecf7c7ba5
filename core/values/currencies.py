"""The registry of currencies: ISO 4217 exponents, and a few rows of our own.

The rows of `_ISO` are generated from the `iso4217` package and compared with it in a test; Babel's
precision differs from the standard for 13 currencies and is never used for amounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.values.errors import BadInput


@dataclass(frozen=True, slots=True)
class Currency:
    """A code and how many decimals its minor unit has."""

    code: str
    exponent: int


_ISO: Final = {
    0: ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
        "GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KPW KYD KZT LAK LBP "
        "LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK "
        "NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD "
        "SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD "
        "XCD XCG YER ZAR ZMW ZWG"
    ),
    3: ("BHD IQD JOD KWD LYD OMR TND"),
    4: ("CLF UYW"),
}
OWN: Final = {"IRR": 0, "XTR": 0, "USDT": 6, "TON": 9, "BTC": 8, "ETH": 8}
"""IRR has no coins and tomans are never stored; the rest are no ISO currencies."""

_REGISTRY: Final = {
    code: Currency(code, exponent) for exponent, codes in _ISO.items() for code in codes.split()
} | {code: Currency(code, exponent) for code, exponent in OWN.items()}


def known(code: str) -> bool:
    """Whether the registry has it."""
    return code in _REGISTRY


def get(code: str) -> Currency:
    """The currency of an upper-case code. Raises BadInput("currency-unknown", currency)."""
    try:
        return _REGISTRY[code]
    except KeyError:
        raise BadInput("currency-unknown", currency=code) from None


def every() -> tuple[Currency, ...]:
    """All of them, by code."""
    return tuple(sorted(_REGISTRY.values(), key=lambda currency: currency.code))
