"""What a person's next words are for, as a unit of work keeps it: a row a form, written at once."""

from __future__ import annotations

from core.ports import Expecting
from core.values.ids import DealId, PersonId
from storage import statements as s
from storage.columns import now_micros
from storage.mapping import dumps
from storage.rows import Row, read_form
from storage.transaction import Transaction


class SqlForms:
    """Forms of core.ports.UnitOfWork. Nothing of them waits, so each read sees each write."""

    def __init__(self, at: Transaction) -> None:
        """`at` is where the unit says what it says."""
        self._at = at

    def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        """The form that the person's next words belong to."""
        row = self._at.first(s.FORM, of_person=person, of_bot=bot)
        return None if row is None else read_form(row)

    def expect(self, expecting: Expecting) -> None:
        """Open or update this (person, bot, what, deal, milestone); it is asked next."""
        key = {"of_person": expecting.person, "of_bot": expecting.bot}
        [touched] = self._at.find(s.FORM_TOUCHED, **key)
        self._put(expecting, max(touched.last, 0) + 1)

    def form(
        self,
        person: PersonId,
        bot: str,
        what: str,
        deal: DealId | None = None,
        milestone: int | None = None,
    ) -> Expecting | None:
        """Exactly this one, if it is open; which one is asked stays as it is."""
        key = _key(Expecting(person, bot, what, deal, milestone))
        row = self._at.first(s.FORM_EXACT, **key)
        return None if row is None else read_form(row)

    def close(self, form: Expecting) -> None:
        """Close exactly this one, if it is open."""
        self._at.write(s.FORGET_ONE, _key(form))

    def rewrite(self, form: Expecting, was: Expecting) -> bool:
        """Other data in exactly this one, if it is open and holds what it did; whether it did."""
        now = self.form(form.person, form.bot, form.what, form.deal, form.milestone)
        if now is None or now.data != was.data:
            return False
        both = {"to": dumps(dict(form.data)), "was": dumps(dict(was.data))}
        self._at.write(s.REWRITE, _key(form) | both)
        return True

    def aside(self, person: PersonId, bot: str) -> Expecting | None:
        """The newest of the person's words that fit no form."""
        row = self._at.first(s.ASIDE, of_person=person, of_bot=bot)
        return None if row is None else read_form(row)

    def set_aside(self, words: Expecting, most: int) -> None:
        """Keep words that fit no form: below every form, and of one person the newest `most`."""
        key = {"of_person": words.person, "of_bot": words.bot}
        before = self._at.first(s.ASIDE, **key)
        self._put(words, (s.BENEATH if before is None else before.touched) + 1)
        self._at.write(s.TRIM_ASIDE, key | {"most": most})

    def _put(self, expecting: Expecting, touched: int) -> None:
        row = {
            "person": expecting.person,
            "bot": expecting.bot,
            "what": expecting.what,
            "deal": expecting.deal or "",
            "milestone": _place(expecting),
            "field": expecting.field,
            "data": dumps(dict(expecting.data)),
            "touched": touched,
            "at": now_micros(),
        }
        self._at.write(self._at.sql.forms, row)

    def forget(self, person: PersonId, bot: str, what: str | None = None) -> None:
        """Close one kind of form of the person, or, with None, the one that is asked now."""
        key = {"of_person": person, "of_bot": bot}
        if what is not None:
            self._at.write(s.FORGET, key | {"of_what": what})
            return
        row = self._at.first(s.FORM, **key)
        if row is not None:
            exact = {"of_what": row.what, "of_deal": row.deal, "of_milestone": row.milestone}
            self._at.write(s.FORGET_ONE, key | exact)


def _key(form: Expecting) -> Row:
    return {
        "of_person": form.person,
        "of_bot": form.bot,
        "of_what": form.what,
        "of_deal": form.deal or "",
        "of_milestone": _place(form),
    }


def _place(form: Expecting) -> int:
    """A key has no NULL: 0 stands for a form that is about no milestone."""
    return 0 if form.milestone is None else form.milestone
