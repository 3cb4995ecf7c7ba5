"""Words beside an amount: which way the money went, and whether it moved at all."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.statements.columns import folded, words_of


class BankSays(StrEnum):
    """What a bank says of a line."""

    BOOKED = "booked"
    PENDING = "pending"
    NEVER = "never"
    """It was turned down, or taken back before it was booked: no money moved."""


_OUT: Final = words_of(
    "d dr db dbit debit debits debited out outgoing outflow withdrawal withdrawals withdrawn "
    "paidout moneyout sent spent s soll lastschrift belastung abgang ausgang ausgabe ausgaben "
    "auszahlung abbuchung sortie sorties retrait depense decaissement debe cargo cargos "
    "adeudo debito salida salidas gasto retiro retirada dare addebito uscita uscite prelievo "
    "af debet afschrijving afgeschreven uit uitgaand uitgaande uitgaven borc obciazenie wn "
    "برداشت برداشتی بدهکار بدهی بد خروج خروجی"
)
_IN: Final = words_of(
    "c cr crdt credit credits credited in incoming inflow deposit deposits received paidin "
    "moneyin h haben gutschrift eingang einnahme einnahmen zugang einzahlung entree entrees "
    "encaissement recette haber abono abonos ingreso ingresos entrada entradas credito "
    "deposito avere accredito entrata entrate bij bijschrijving bijgeschreven inkomend "
    "inkomende inkomsten ontvangen alacak uznanie ma واریز واریزی بستانکار بستانکاری بس "
    "دریافت ورود ورودی"
)
_BOOKED: Final = words_of(
    "booked book posted complete completed settled cleared executed processed success "
    "successful successfully final finalised finalized done gebucht umsatzgebucht verbucht "
    "ausgeführt ausgefuehrt abgeschlossen erledigt durchgeführt comptabilisé comptabilisée "
    "exécuté exécutée effectué effectuée terminé terminée contabilizado contabilizada "
    "completado completada realizado realizada ejecutado ejecutada liquidado liquidada "
    "finalizado contabilizzato contabilizzata eseguito eseguita completato completata geboekt "
    "verwerkt uitgevoerd voltooid afgerond concluído efetuado zaksięgowana zaksięgowano "
    "zrealizowana tamamlandi gerçekleşti ثبت‌شده ثبتشد انجام‌شده انجامشد موفق موفقیت‌آمیز "
    "قطعی نهایی"
)
_PENDING: Final = re.compile(
    r"pend|vorgemerkt|offen|reserv|voorlopig|en ?attente|en ?cours|in ?attesa|oczekuj|bekley|"
    r"authori|processing|in ?bearbeitung|in ?behandeling|scheduled|geplant|gepland|programad|"
    r"planifi|on ?hold|در ?انتظار|معلق|در ?حال",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(
    r"declin|fail|rever[ts]|reject|refus|cancel|void|expired|storn|abgelehnt|zur(?:u|ue)ck|"
    r"fehlgeschlagen|r(?:u|ue)ckg|annul|rejet|echou|echec|rechaz|fallid|anulad|devuelt|rifiutat|"
    r"respint|fallit|geweigerd|mislukt|afgewezen|teruggedraaid|ناموفق|ردشد|لغو|برگشت|باطل"
)


def way_of(word: str) -> int | None:
    """1 for what came in, −1 for what went out, None of a word that is not known."""
    said = word.strip()
    if said in ("+", "-", "−", "–"):
        return 1 if said == "+" else -1
    plain = folded(said)
    if plain in _OUT:
        return -1
    return 1 if plain in _IN else None


def happened(status: str) -> BankSays | None:
    """Nothing said is booked, as in files that have no such column; None of what is not known."""
    plain = folded(status)
    if not plain or plain in _BOOKED:
        return BankSays.BOOKED
    if _NEVER.search(plain):
        return BankSays.NEVER
    return BankSays.PENDING if _PENDING.search(status) or _PENDING.search(plain) else None
