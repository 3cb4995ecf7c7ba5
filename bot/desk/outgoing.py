"""The desk's way out: notices to the arbiters' group, and ✓ or ✗ at what the desk sent."""

from __future__ import annotations

from typing import Final

from telegram import Bot

from bot.cards import Card
from bot.cards.desk import alarms
from bot.cards.desk import money as money_cards
from bot.desk.board import PAUSE, PinnedBoard
from bot.desk.help_threads import mark_answer, show_asked
from bot.desk.kit import DeskApp, log
from bot.desk.render import send, send_files
from bot.desk.starting import start
from bot.desk.topics import mark_question, show
from bot.desk.treasury import owed_of, part_of
from bot.desk.trouble import translated
from core.deal.model import TransferState
from core.ids import DESK, DealId, PersonId
from core.money import Money
from core.notices import Notice

IN_TOPIC: Final = frozenset(
    {
        "dispute-opened",
        "statement-made",
        "evidence-filed",
        "dispute-taken",
        "dispute-assigned",
        "answer-overdue",
        "dispute-handed-over",
        "question-answered",
        "ruling-made",
        "message-sent",
        "diary-written",
    }
)
_OF_A_COLLEAGUE: Final = ("dispute-taken", "dispute-assigned", "dispute-handed-over")
_DISPUTE_ALARMS: Final = ("dispute-take", "dispute-ruling")


class DeskOutgoing:
    """Implements `bot.outgoing.Outgoing` and `bot.outgoing.Marks` for the arbiters' group."""

    def __init__(self, app: DeskApp, bot: Bot, *, pause: float = PAUSE) -> None:
        """`pause` seconds at least between two edits of the board."""
        self.app = app
        self.bot = bot
        self.board = PinnedBoard(app, bot, pause)

    async def deliver(
        self, notice_id: int, notice: Notice, card: Card | None, live: Card | None
    ) -> None:
        """Show one notice to the desk, which renders it itself; `card` and `live` are not used."""
        del card, live
        with translated():
            await self._show(notice_id, notice)
        self.board.touch()

    async def delivered(self, notice: Notice, *, ok: bool) -> None:
        """✓ at a question or an answer that Telegram accepted, ✗ where they blocked the bot."""
        with translated():
            if notice.kind == "question-asked" and notice.deal and notice.milestone:
                question = int(str(notice.data["number"]))
                await mark_question(
                    self.app, self.bot, notice.deal, notice.milestone, question, ok=ok
                )
            elif notice.kind == "help-answered":
                await mark_answer(self.app, self.bot, notice, ok=ok)

    async def introduce(self) -> None:
        """Show what waits, learn the colleagues' names, say the commands.

        Raises as `deliver`; then it is to be done again.
        """
        self.board.touch()
        with translated():
            await start(self.app, self.bot)

    async def close(self) -> None:
        """Stop what runs by itself."""
        await self.board.close()

    async def _show(self, notice_id: int, notice: Notice) -> None:
        if notice.kind == "help-asked":
            await show_asked(self.app, self.bot, notice)
        elif notice.kind == "update-set-aside":
            await self._general(alarms.set_aside(self.app.t, notice.data))
        elif notice.kind == "books-broken":
            await self._general(alarms.books_broken(self.app.t, notice.data))
        elif notice.kind in ("bot-deaf", "bot-heard"):
            await self._general(alarms.hearing(self.app.t, notice.kind, notice.data))
        elif notice.deal is None:
            log.warning("a notice that the desk has no words for", kind=notice.kind)
        elif notice.kind in IN_TOPIC and notice.milestone is not None:
            line = await self._line(notice)
            told = None if line is None else (f"n{notice_id}", line)
            await show(
                self.app, self.bot, notice.deal, notice.milestone, ring=notice.ring, line=told
            )
        elif notice.kind == "desk-alarmed":
            await self._alarm(notice_id, notice, notice.deal)
        elif notice.milestone is not None:
            await self._money(notice, notice.deal, notice.milestone)

    async def _line(self, notice: Notice) -> Card | None:
        """A line about a colleague; what parties say is posted whole by the topic itself."""
        if notice.kind == "answer-overdue":
            return alarms.answer_overdue(self.app.t, str(notice.data["who"]))
        if notice.kind not in _OF_A_COLLEAGUE:
            return None
        arbiter = PersonId(int(str(notice.data["arbiter"])))
        view = await self.app.reads.view(notice.deal, DESK) if notice.deal is not None else None
        case = view.deal.dispute(notice.milestone or 0) if view is not None else None
        # Who knows one of them may never have had the case: there is nothing to give back then.
        recused = case is not None and arbiter in case.recused
        kind = "recused" if recused else notice.kind
        kind = "dispute-reassigned" if notice.data.get("late") else kind
        return alarms.line(self.app.t, kind, await self.app.name(arbiter))

    async def _alarm(self, notice_id: int, notice: Notice, deal: DealId) -> None:
        """What is still open rings again; an alarm that comes too late says nothing."""
        kind, _, number = str(notice.data["key"]).partition(":")
        since = str(notice.data["since"])
        if kind in _DISPUTE_ALARMS and notice.milestone is not None:
            card = alarms.overdue(self.app.t, kind, since)
            told = (f"n{notice_id}", card)
            await show(self.app, self.bot, deal, notice.milestone, ring=True, line=told)
        elif kind == "transfer":
            owed = await owed_of(self.app, deal, int(number))
            if owed.transfer.state is not TransferState.CONFIRMED:
                card = money_cards.owed_card(self.app.t, owed)
                await self._general(alarms.overdue(self.app.t, kind, since, card))
        elif notice.milestone is not None:
            part = await part_of(self.app, deal, notice.milestone)
            if part.milestone.claim is not None:
                card = money_cards.claim_card(self.app.t, part)
                await self._general(alarms.overdue(self.app.t, kind, since, card))

    async def _money(self, notice: Notice, deal: DealId, number: int) -> None:
        t, part = self.app.t, await part_of(self.app, deal, number)
        match notice.kind:
            case "payment-claimed":
                await self._general(money_cards.claim_card(t, part))
                receipt = None if part.milestone.claim is None else part.milestone.claim.receipt
                if receipt is not None:
                    lost = t.plain("desk-file-lost")
                    await send_files(
                        self.bot, self.app.chat_id, None, (receipt,), self.app.vault, lost
                    )
            case "deposit-suspense":
                await self._general(money_cards.suspense(t, part, _money_in(notice)))
            case "transfer-due" | "transfer-failed" if "transfer" in notice.data:
                owed = await owed_of(self.app, deal, int(str(notice.data["transfer"])))
                await self._general(money_cards.owed_card(t, owed))

    async def _general(self, card: Card) -> None:
        await send(self.bot, self.app.chat_id, None, card)


def _money_in(notice: Notice) -> Money:
    match notice.data["amount"]:
        case [int(minor), str(currency)]:
            return Money(minor, currency)
    msg = f"a notice {notice.kind} without an amount"
    raise TypeError(msg)
