"""Where a table has what: guessed by the words of its heading, or said once and kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from core.paying import plain
from core.values.errors import BadInput

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date": (
            "date bookingdate bookeddate transactiondate postingdate completeddate datecompleted "
            "buchung buchungstag buchungsdatum datum boekdatum transactiedatum dateoperation "
            "datedecomptabilisation datecomptable fecha fechaoperacion fechacontable data "
            "datacontabile dataoperazione dataoperacji dataksiegowania datamovimento tarih "
            "islemtarihi تاریخ تاریختراکنش"
        ),
        "value": (
            "valuedate valuta valutadatum wertstellung wertstellungstag rentedatum datevaleur "
            "datedevaleur fechavalor datavaluta datawaluty datavalor valortarihi"
        ),
        "amount": (
            "amount transactionamount betrag umsatz bedrag montant importe importo kwota valor "
            "tutar islemtutari مبلغ betrageur amounteur umsatzineur betragineur kwotaoperacji "
            "netamount"
        ),
        "debit": (
            "debit debits paidout moneyout withdrawal withdrawals soll lastschrift belastung af "
            "uitgaven cargo cargos addebito addebiti dare obciazenia debito borc برداشت بدهکار"
        ),
        "credit": (
            "credit credits paidin moneyin deposits haben gutschrift gutschriften bij abono abonos "
            "accredito accrediti avere uznania credito alacak واریز بستانکار"
        ),
        "sign": (
            "creditdebit debitcredit creditdebitindicator dc sh sollhaben sollhabenkennzeichen "
            "afbij sens drcr crdr kennzeichen direction debitcredito debecargo darehavere "
            "dareavere cargoabono بدهکاربستانکار"
        ),
        "name": (
            "name payee payer counterparty counterpartyname counterpartname beneficiary "
            "beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger auftraggeber "
            "auftraggeberempfanger empfanger zahlungspflichtiger zahlungspflichtigere "
            "zahlungsempfanger zahlungsempfangere namezahlungsbeteiligter tegenpartij "
            "naamtegenpartij naamtegenpartijbij bénéficiaire beneficiaire contrepartie "
            "beneficiario ordenante contraparte controparte nadawcaodbiorca kontrahent "
            "nadawca alici gonderen partnername نام واریزکننده"
        ),
        "number": (
            "iban accountnumber counterpartyiban counterpartyaccount counterpartaccount "
            "partneriban kontonummeriban ibanzahlungsbeteiligter ibankontonummer kontonummer "
            "tegenrekening tegenrekeningibanbban ibantegenpartij comptecontrepartie cuenta "
            "ibanbeneficiario numerrachunku numerkonta kontoiban ibandesauftraggebers شبا"
        ),
        "text": (
            "reference description details memo narrative remittanceinformation paymentreference "
            "transactiondetails purpose particulars verwendungszweck buchungstext mededelingen "
            "omschrijving libelle communication motif concepto descripcion causale descrizione "
            "tytul tytulem opis descricao aciklama شرح توضیحات"
        ),
        "reference": (
            "transactionid id bankreference transactionreference referencenumber referenznummer "
            "transaktionsid volgnummer archiveringscode uniquereference fitid numero "
            "referencia numerotransazione numerreferencyjny referencjatransakcji "
            "fisno شمارهپیگیری شمارهتراکنش شمارهسند"
        ),
        "end_to_end": (
            "endtoendid endtoendreference endtoend kundenreferenzendtoend kundenreferenz "
            "endtoendreferenz eref"
        ),
        "currency": "currency waehrung wahrung munt devise moneda divisa valutacode waluta moeda "
        "dovizcinsi parabirimi ارز",
        "balance": (
            "balance runningbalance saldo saldonachbuchung kontostand saldonamutatie solde "
            "saldoposoperazione saldopooperacji bakiye مانده موجودی"
        ),
        "status": "status state info umsatzstatus statut estado stato durum وضعیت",
        "own": (
            "accountiban ownaccount myaccount auftragskonto kontobezeichnung ibanauftragskonto "
            "rekening rekeningnummer eigenkonto accountno bankaccount"
        ),
    }
)
FIELDS: Final = frozenset(_WORDS)
_LETTERS: Final = str.maketrans({"ł": "l", "\u0131": "i", "\u064a": "ی", "\u0643": "ک"})
"""One spelling of each: keyboards have an Arabic and a Persian letter of two."""
_MEANS: Final = {word: name for name, words in _WORDS.items() for word in words.split()}
_LEAST: Final = 2
EXAMPLE: Final = "date=1,amount=3,text=4+5,name=6"
"""How columns are told, counted from one; of words several."""
DAYS: Final = frozenset({"dmy", "mdy", "ymd"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns, counted from nought, hold what; and what the file does not say itself."""

    of: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    account: str = ""
    currency: str = ""
    decimal: str = ""
    """`.` or `,`; empty where the amounts themselves show it."""
    days: str = ""
    """`dmy`, `mdy` or `ymd`; empty where the dates themselves show it."""

    @property
    def enough(self) -> bool:
        """Whether a line can be read by them."""
        money = {"debit", "credit"} <= {*self.of} or "amount" in self.of
        return "date" in self.of and money

    def cell(self, row: Sequence[str], name: str) -> str:
        """What stands there, of all its columns."""
        found = (row[place].strip() for place in self.of.get(name, ()) if place < len(row))
        return " ".join(part for part in found if part)

    def over(self, other: Columns) -> Columns:
        """These, and where they say nothing, the others, of which none is own that these know."""
        told = {place for places in self.of.values() for place in places}
        guess = {name: at for name, at in other.of.items() if name != "own" or not told & {*at}}
        return Columns(
            {**guess, **self.of},
            self.account or other.account,
            self.currency or other.currency,
            self.decimal or other.decimal,
            self.days or other.days,
        )

    @property
    def of_any(self) -> Columns:
        """These without an account and a currency, which the next such file may not have."""
        return replace(self, account="", currency="")

    def plain(self) -> dict[str, object]:
        """As it is kept."""
        of = {name: list(places) for name, places in sorted(self.of.items())}
        kept = {"account": self.account, "currency": self.currency, "decimal": self.decimal}
        return {"of": of, **kept, "days": self.days}

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> Columns:
        """As it was kept."""
        of = kept["of"]
        places = {str(k): tuple(map(int, v)) for k, v in of.items()} if isinstance(of, dict) else {}
        words = (str(kept.get(name, "")) for name in ("account", "currency", "decimal", "days"))
        return cls(places, *words)


def typed(text: str) -> Columns:
    """`date=1,amount=3,text=4+5,decimal=.,days=mdy,account=…`, counted from one.

    Raises BadInput("statement-columns-typed").
    """
    wrong = BadInput("statement-columns-typed", typed=text[:100], example=EXAMPLE)
    found = Columns()
    for piece in text.replace("decimal=,", "decimal=comma").split(","):
        name, equals, value = (part.strip() for part in piece.partition("="))
        if not equals or not value:
            raise wrong
        found = _with(found, name.lower().replace("-", "_"), value, wrong)
    return found


def _with(found: Columns, name: str, value: str, wrong: BadInput) -> Columns:
    if name == "account":
        return replace(found, account=plain(value))
    if name == "currency":
        return replace(found, currency=value.upper())
    if name == "decimal" and value in ("comma", ",", "point", "."):
        return replace(found, decimal="," if value in ("comma", ",") else ".")
    if name == "days" and value.lower() in DAYS:
        return replace(found, days=value.lower())
    places = value.split("+")
    if name not in FIELDS or not all(place.isdecimal() and int(place) > 0 for place in places):
        raise wrong
    return replace(found, of={**found.of, name: tuple(int(place) - 1 for place in places)})


def guessed(heading: Sequence[str]) -> Columns:
    """By its words; the first column of each kind counts, of words all."""
    of: dict[str, tuple[int, ...]] = {}
    for place, cell in enumerate(heading):
        name = _MEANS.get(folded(cell)) or _MEANS.get(folded(cell.partition("(")[0]))
        if name is not None and (name not in of or name == "text"):
            of[name] = (*of.get(name, ()), place)
    return Columns(_settled(of))


def _settled(of: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """What a word means by what else is there.

    A value date alone is the date; a reference beside no other words is what was written; a number
    of nobody's name is the account itself.
    """
    if "date" not in of and "value" in of:
        of["date"] = of["value"]
    if "text" not in of and "reference" in of:
        of["text"] = of.pop("reference")
    if "number" in of and not {"name", "own"} & {*of}:
        of["own"] = of.pop("number")
    return of


def is_heading(row: Sequence[str]) -> bool:
    """Whether these are words of a heading: a date, an amount, and something besides."""
    found = guessed(row)
    return found.enough and len(found.of) > _LEAST


def mark_of(heading: Sequence[str]) -> str:
    """By which the columns of every table with this heading are found again."""
    return sha256("\0".join(folded(cell) for cell in heading).encode()).hexdigest()[:16]


def folded(text: str) -> str:
    """A word as it is looked up: small letters without their marks, and digits."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in apart if char.isalnum())


def words_of(words: str) -> frozenset[str]:
    """Each as it is looked up."""
    return frozenset(map(folded, words.split()))
