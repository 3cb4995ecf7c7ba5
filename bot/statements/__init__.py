"""What a bank says of its accounts, out of a file of any kind. Pure: nothing is asked or written.

read(content, name, columns)   every statement of a CAMT.053, CAMT.054, MT940 or CSV file
Columns, guessed               where a table has what, as it was learnt once
"""

from bot.statements.columns import Columns
from bot.statements.reading import MOST_BYTES, MOST_LINES, read
from bot.statements.table import columns_of
from bot.statements.told import BankStatement

__all__ = ["MOST_BYTES", "MOST_LINES", "BankStatement", "Columns", "columns_of", "read"]
