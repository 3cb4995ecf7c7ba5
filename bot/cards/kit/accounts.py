"""Our own bank accounts, as people read of them: whose each is, and in which country."""

from __future__ import annotations

from bot.config.rails import Account
from bot.texts import Text


def country_of(account: Account, t: Text) -> str:
    """Where the account is: as its IBAN says, else as the operator wrote; empty where unknown."""
    code = account.iban[:2].upper()
    return str(t.babel.territories.get(code, code)) if code else account.country


def held_by(account: Account, t: Text) -> str:
    """Whose it is, and where."""
    country = country_of(account, t)
    return f"{account.holder} ({country})" if country else account.holder
