"""What a bank says of its accounts, out of a file of any kind. Pure: nothing is asked or written.

read(content, name, columns, house)   every statement of a CAMT.053, CAMT.054, MT940 or CSV file
heading_of(content)            by which the columns of a table are kept
Columns, typed                 where a table has what, as it was learnt once
"""

from bot.statements.columns import Columns, typed
from bot.statements.reading import MOST_BYTES, MOST_LINES, heading_of, read
from bot.statements.table import columns_of
from bot.statements.told import BankStatement
from bot.statements.whose import same_account

__all__ = [
    "MOST_BYTES",
    "MOST_LINES",
    "BankStatement",
    "Columns",
    "columns_of",
    "heading_of",
    "read",
    "same_account",
    "typed",
]
