"""Reads as plain functions of a Connection, for `SqlStore.read`; they take no locks.

deals     load_deal, deals_of, open_invites, deal_by_secret, journal, diary, talk, search
people    person, people, find_person, record, allowances_of, written, expecting, forms, answered
money     money_of, on_its_way, balances, postings_of, held_in_all, open_suspense, one_suspense,
          booked_as, kept_lines, booked_ids, codes, payout_lines
desk      queue
inspect   inspect: what happened since a place in the journal, for the playground
"""

from __future__ import annotations

from storage.allowances import allowances_of
from storage.bank_lines import booked_ids, codes, kept_lines, on_their_way
from storage.payout_files import payout_lines
from storage.queries.deals import (
    DealLine,
    JournalLine,
    charged_back,
    deal_by_secret,
    deals_of,
    diary,
    journal,
    list_deals,
    load_deal,
    load_deals,
    open_invites,
    schedule_of,
    talk,
)
from storage.queries.desk import QueueLine, queue
from storage.queries.inspect import Happened, inspect
from storage.queries.money import (
    Balance,
    Booked,
    MoneyFound,
    SettledLine,
    balances,
    books,
    held_in_all,
    money_of,
    on_its_way,
    owed,
    postings_of,
)
from storage.queries.people import (
    answered,
    expecting,
    find_person,
    forms,
    known,
    people,
    person,
    record,
    written,
)
from storage.suspense import booked_as, one_suspense, open_suspense, suspended_as

__all__ = [
    "Balance",
    "Booked",
    "DealLine",
    "Happened",
    "JournalLine",
    "MoneyFound",
    "QueueLine",
    "SettledLine",
    "allowances_of",
    "answered",
    "balances",
    "booked_as",
    "booked_ids",
    "books",
    "charged_back",
    "codes",
    "deal_by_secret",
    "deals_of",
    "diary",
    "expecting",
    "find_person",
    "forms",
    "held_in_all",
    "inspect",
    "journal",
    "kept_lines",
    "known",
    "list_deals",
    "load_deal",
    "load_deals",
    "money_of",
    "on_its_way",
    "on_their_way",
    "one_suspense",
    "open_invites",
    "open_suspense",
    "owed",
    "payout_lines",
    "people",
    "person",
    "postings_of",
    "queue",
    "record",
    "schedule_of",
    "suspended_as",
    "talk",
    "written",
]
