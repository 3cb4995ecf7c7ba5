"""What people see, one function a card: domain values in, a Card in the reader's language out.

A card is pure: no query, no sending. `text` is Telegram HTML with every person's text escaped.
"""

from bot.cards.kit.base import Attachment, Card, Rows, rows_of

__all__ = ["Attachment", "Card", "Rows", "rows_of"]
