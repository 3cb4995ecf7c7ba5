"""What people read: Fluent texts, and money, instants and durations in words of their language.

texts = Texts()
t = texts.get("fa", zone="Asia/Tehran")
t("milestone-due", title=title, amount=Money(30000, "EUR"), by=deadline)   # HTML for Telegram
t.plain("button-pay", amount=amount)                                       # for a button
"""

from bot.texts.catalogue import Text, TextError, Texts, typed
from bot.texts.markup import Code, Safe, escape, plain

__all__ = ["Code", "Safe", "Text", "TextError", "Texts", "escape", "plain", "typed"]
