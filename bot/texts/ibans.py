"""IBANs as people write them, and whose account they say it is."""

from __future__ import annotations

from core.deal.events import TransferKind


def iban_in(text: str) -> str:
    """The IBAN that this is, without spaces; empty where it is none."""
    from schwifty import IBAN  # noqa: PLC0415 - reads the banks of the world
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415

    try:
        return str(IBAN(text).compact)
    except SchwiftyException:
        return ""


def account_of(to: str, kind: TransferKind, known: str) -> tuple[str, str]:
    """The IBAN and whose it is: of a payout on a line of its own, of a refund behind a name."""
    if kind is TransferKind.PAYOUT:
        first, _, holder = to.partition("\n")
        return iban_in(first), holder.strip() or known
    before, _, last = to.rpartition(",")
    return iban_in(last), before.strip() or known
