"""The judge of the books: every invariant, recomputed from the rows, in bounded memory.

    verify(connection, told)    the problems; `told(done, all)` is called once a page of deals

Of each deal: its chain of entries is whole and gapless, each entry asks for what its hash says,
no hold, waiting or clearing account ever fell below zero, the accounts agree with the milestones
and transfers of its document and with the running totals, each deposit has one entry, the fee is
within what was agreed, the journal is gapless, the diary's chain is whole, and the rows of its
lists agree with its document. Of each rail: the chain of what
belongs to no deal, the same way, and each item in suspense has the entries of its story. Of all:
suspense is what its open items are, what people are owed never fell below zero and is what the
deals say, the totals of holds are what the chains say, and client money is covered by assets.
"""

from __future__ import annotations

from storage.verify.judge import verify
from storage.verify.of_a_deal import Problem

__all__ = ["Problem", "verify"]
