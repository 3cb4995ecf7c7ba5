"""The desk's way out: notices to the arbiters' group, and ✓ or ✗ at what the desk sent.

Each is rendered when its turn has come, and says nothing where it is over by then. Which notices
go first, and which hold up which, is `storage.lanes`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import Card, alarms
from bot.cards.kit.desk import Part, mention
from bot.cards.paying import treasury as money_cards
from bot.cards.paying.flags import flag_card
from bot.cards.paying.reversals import reversal_card
from bot.desk.approving import told_of, two_of
from bot.desk.aside import show_aside
from bot.desk.board import PAUSE, PinnedBoard
from bot.desk.disputing.hands import before_of, changed_hands
from bot.desk.kit.call import DeskApp, log
from bot.desk.kit.topics import mark_question, show
from bot.desk.line.render import send, send_file
from bot.desk.line.trouble import translated
from bot.desk.paying.flags import stopped_of
from bot.desk.paying.reversals import recalled_of
from bot.desk.paying.suspense import waiting_card
from bot.desk.paying.treasury import owed_of, part_of
from bot.desk.starting import start
from bot.desk.talking.help_threads import mark_answer, show_asked
from bot.mail.sending import Delivered, Parcel
from bot.texts import Safe, Text
from core.deal.approval import ApprovalKind
from core.deal.notice import Notice
from core.ports import BUTTONS_OLD, CASE_WANTED, WORDS_DELIVERED
from core.talking import ASKED
from core.values.ids import DESK, DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.values.words import FileRef

IN_TOPIC: Final = frozenset(
    {
        "dispute-opened",
        "statement-made",
        "evidence-filed",
        "dispute-taken",
        "dispute-assigned",
        "answer-overdue",
        "arbitration-begun",
        "evidence-over",
        "dispute-handed-over",
        "arbiter-challenged",
        "dispute-taken-back",
        "dispute-conceded",
        "dispute-settled",
        "offer-shown",
        "question-answered",
        "ruling-made",
        "ruling-accepted",
        "ruling-executed",
        "ruling-sent-back",
        "order-ignored",
        "review-asked",
        "message-sent",
        "diary-written",
        "flag-set",
        "flag-lifted",
        CASE_WANTED,
    }
)
_BY_TWO: Final = ("approval-asked", "approval-waits", "approval-ended")
_OF_SUSPENSE: Final = ("suspense-alarmed", "suspense-return-asked")
_OF_FLAGS: Final = ("flag-set", "lift-asked", "flag-lifted")
_OF_A_COLLEAGUE: Final = (
    "dispute-taken",
    "dispute-assigned",
    "dispute-handed-over",
    "arbiter-challenged",
)
_BETWEEN_THEM: Final = ("dispute-taken-back", "dispute-conceded")
"""The two ended it without us."""
_TO_EVERYBODY: Final[Mapping[str, Callable[[Text, Notice], Card]]] = MappingProxyType(
    {
        "books-broken": lambda t, told: alarms.books_broken(t, told.data),
        "bot-deaf": lambda t, told: alarms.hearing(t, told.kind, told.data),
        "bot-heard": lambda t, told: alarms.hearing(t, told.kind, told.data),
        "disk-low": lambda t, told: alarms.disk(t, told.kind, told.data),
        "disk-again": lambda t, told: alarms.disk(t, told.kind, told.data),
        "file-lost": lambda t, told: alarms.file_lost(t, told.data),
    }
)
"""What is about no deal, in General."""
_OF_THE_CASE: Final[Mapping[str, Callable[[Text, Mapping[str, object]], Card | None]]] = (
    MappingProxyType(
        {
            "answer-overdue": lambda t, data: alarms.answer_overdue(t, str(data["who"])),
            "dispute-settled": lambda t, data: alarms.settled(t, offered=bool(data.get("number"))),
            "arbitration-begun": lambda t, data: alarms.arbitration(t, str(data["why"])),
            "evidence-over": lambda t, data: None if data["waits"] else alarms.evidence_over(t),
        }
    )
)
"""What happened in a case, in its topic."""
_DISPUTE_ALARMS: Final = ("dispute-take", "dispute-ruling")


class DeskOutgoing:
    """Implements `bot.mail.sending.Outgoing` for the arbiters' group."""

    def __init__(self, app: DeskApp, bot: Bot, *, pause: float = PAUSE) -> None:
        """`pause` seconds at least between two edits of the board."""
        self.app = app
        self.bot = bot
        self.board = PinnedBoard(app, bot, pause)

    async def deliver(self, parcel: Parcel) -> Delivered | None:
        """Show one notice to the desk, which renders it itself.

        The board shows what waits, whether or not its notice can be shown.
        """
        if parcel.notice.kind == BUTTONS_OLD:
            return await self._faded(parcel.notice)  # nothing is waited for otherwise by this
        if await parcel.render() is None:
            return None
        try:
            with translated():
                return await self._show(parcel)
        finally:
            self.board.touch()

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

    async def _show(self, parcel: Parcel) -> Delivered | None:
        notice = parcel.notice
        if notice.kind in ASKED:
            return await show_asked(self.app, self.bot, parcel)
        if notice.kind == "update-set-aside":
            return await show_aside(self.app, self.bot, parcel)
        if notice.kind in _TO_EVERYBODY:
            return await self._general(parcel, _TO_EVERYBODY[notice.kind](self.app.t, notice))
        if notice.kind == WORDS_DELIVERED:
            return await self._mark(notice)
        if notice.kind in _OF_SUSPENSE:
            data = notice.data
            return await self._general(parcel, lambda: waiting_card(self.app, data))
        if notice.deal is not None and notice.milestone is None and _is_of_flags(notice):
            return await self._flags(parcel, notice.deal)
        if notice.deal is None or notice.milestone is None:
            log.warning("a notice that the desk has no words for", kind=notice.kind)
            return Delivered()
        return await self._of_a_milestone(parcel, notice.deal, notice.milestone)

    async def _of_a_milestone(self, parcel: Parcel, deal: DealId, number: int) -> Delivered | None:
        notice = parcel.notice
        if notice.kind in _BY_TWO:
            return await self._by_two(parcel, deal, number)
        if notice.kind in IN_TOPIC:
            return await self._topic(parcel, deal, number, await self._line(notice))
        if notice.kind == "desk-alarmed":
            return await self._alarm(parcel, deal, number)
        return await self._money(parcel, deal, number)

    async def _mark(self, notice: Notice) -> Delivered:
        """✓ at a question or an answer that Telegram accepted, ✗ where they blocked the bot."""
        ok = bool(notice.data["ok"])
        if notice.data["kind"] == "help-answered":
            await mark_answer(self.app, self.bot, notice, ok=ok)
        elif notice.deal is not None and notice.milestone is not None:
            question = int(str(notice.data["number"]))
            await mark_question(self.app, self.bot, notice.deal, notice.milestone, question, ok=ok)
        return Delivered()

    async def _faded(self, notice: Notice) -> Delivered | None:
        """Unless it was pressed meanwhile, and has become another message."""
        message, buttons = int(str(notice.data["message"])), self.app.buttons

        async def act() -> bool:
            if buttons is not None and not await buttons.to_go(self.app.chat_id, message):
                return False
            with suppress(BadRequest):  # that it has none any more, or is gone, is as good
                await self.bot.edit_message_reply_markup(self.app.chat_id, message)
            if buttons is not None:
                buttons.stands(self.app.chat_id, message)
            return True

        return Delivered() if await self.app.leave(act, messages=0) else None

    async def _topic(
        self, parcel: Parcel, deal: DealId, number: int, line: Card | None
    ) -> Delivered:
        told = None if line is None else (f"n{parcel.id}", line)
        ring = parcel.notice.ring
        await show(self.app, self.bot, deal, number, ring=ring, line=told)
        return Delivered()

    async def _line(self, notice: Notice) -> Card | None:
        """A line about a colleague; what parties say is posted whole by the topic itself."""
        if notice.kind in _OF_THE_CASE:
            return _OF_THE_CASE[notice.kind](self.app.t, notice.data)
        if notice.kind in _BETWEEN_THEM:
            return await self._between_them(notice)
        return await self._colleague(notice) if notice.kind in _OF_A_COLLEAGUE else None

    async def _colleague(self, notice: Notice) -> Card:
        """Who has the case, and what becomes of what was open in it."""
        arbiter = PersonId(int(str(notice.data["arbiter"])))
        before = before_of(notice)
        view = await self.app.reads.view(notice.deal, DESK) if notice.deal is not None else None
        case = view.deal.dispute(notice.milestone or 0) if view is not None else None
        # Who knows one of them may never have had the case: there is nothing to give back then.
        recused = case is not None and arbiter in case.recused
        kind = "recused" if recused else notice.kind
        named, to = await self.app.name(arbiter), notice.data.get("to")
        given = ""
        if kind == "dispute-handed-over" and isinstance(to, int):
            kind, given = "dispute-given", await self._mentioned(PersonId(to))
        elif kind == "arbiter-challenged" and before is not None:
            kind, given = "challenged", await self._mentioned(arbiter)
            named = await self.app.name(before)
        elif kind == "dispute-taken" and before is not None:
            kind, given = "dispute-taken-over", await self.app.name(before)
        elif kind == "dispute-assigned":
            kind = kind if before is None else "dispute-reassigned"
            named = await self._mentioned(arbiter)
        return alarms.line(self.app.t, kind, named, given, await changed_hands(self.app, notice))

    async def _between_them(self, notice: Notice) -> Card | None:
        """Who of the two ended it; None for a deal that is gone."""
        view = await self.app.reads.view(notice.deal, DESK) if notice.deal is not None else None
        if view is None:
            return None
        person = PersonId(int(str(notice.data["person"])))
        part = Part(view.deal, notice.milestone or 1, view.people)
        return alarms.between_them(self.app.t, notice.kind, part.role(person), part.name(person))

    async def _mentioned(self, arbiter: PersonId) -> Safe:
        """Who has a case without having pressed anything: they are to hear of it."""
        return mention(await self.app.name(arbiter), arbiter)

    async def _alarm(self, parcel: Parcel, deal: DealId, number: int) -> Delivered | None:
        """What is still open rings again; an alarm that comes too late says nothing."""
        data = parcel.notice.data
        kind, _, transfer = str(data["key"]).partition(":")
        since = str(data["since"])
        if kind in _DISPUTE_ALARMS:
            line = alarms.overdue(self.app.t, kind, since)
            return await self._topic(parcel, deal, number, line)

        async def card() -> Card | None:
            about = await (
                self._owed(deal, int(transfer)) if kind == "transfer" else self._claim(deal, number)
            )
            return None if about is None else alarms.overdue(self.app.t, kind, since, about)

        return await self._general(parcel, card)

    async def _flags(self, parcel: Parcel, deal: DealId) -> Delivered | None:
        """A deal and its flags as they stand when this leaves; an alarm ends with them."""
        since = parcel.notice.data.get("since")

        async def card() -> Card | None:
            stopped = await stopped_of(self.app, deal)
            about = flag_card(self.app.t, stopped)
            if since is None:
                return about
            stands = stopped.part.deal.standing
            return alarms.overdue(self.app.t, "hold-flag", str(since), about) if stands else None

        return await self._general(parcel, card)

    async def _by_two(self, parcel: Parcel, deal: DealId, number: int) -> Delivered | None:
        """What waits for a second person, while it does; or that it ended without one."""
        approval, kind = int(str(parcel.notice.data["approval"])), parcel.notice.kind

        async def card() -> Card | None:
            return await told_of(self.app, deal, approval, kind)

        two = await two_of(self.app, deal, approval)
        if two.approval.kind is ApprovalKind.RULING:
            return await self._topic(parcel, deal, number, await card())
        asked = two.approval.order if parcel.notice.kind == "approval-asked" else None
        return await self._general(parcel, card, () if asked is None else (asked.document,))

    async def _claim(self, deal: DealId, number: int) -> Card | None:
        """What waits to be confirmed; None once it does not."""
        part = await part_of(self.app, deal, number)
        return None if part.milestone.claim is None else money_cards.claim_card(self.app.t, part)

    async def _owed(self, deal: DealId, number: int) -> Card | None:
        owed = await owed_of(self.app, deal, number)
        return money_cards.owed_card(self.app.t, owed) if owed.transfer.owed else None

    async def _missed(self, deal: DealId, number: int) -> Card | None:
        owed = await owed_of(self.app, deal, number)
        return money_cards.owed_card(self.app.t, owed) if owed.transfer.on_its_way else None

    async def _money(self, parcel: Parcel, deal: DealId, number: int) -> Delivered | None:
        notice = parcel.notice
        match notice.kind:
            case "payment-claimed":
                claim = (await part_of(self.app, deal, number)).milestone.claim
                receipt = None if claim is None else claim.receipt
                files = () if receipt is None else (receipt,)
                return await self._general(parcel, lambda: self._claim(deal, number), files)
            case "deposit-suspense":
                part = await part_of(self.app, deal, number)
                card = money_cards.suspense(self.app.t, part, _money_in(notice))
                return await self._general(parcel, card)
            case "transfer-doubled":
                owed = await owed_of(self.app, deal, int(str(notice.data["transfer"])))
                card = money_cards.doubled(self.app.t, owed, notice.data)
                return await self._general(parcel, card)
            case "deposit-reversed" | "reversal-over":
                recalled = await recalled_of(self.app, deal, int(str(notice.data["reversal"])))
                return await self._general(parcel, reversal_card(self.app.t, recalled))
            case "transfer-due" | "transfer-failed" if "transfer" in notice.data:
                transfer = int(str(notice.data["transfer"]))
                return await self._general(parcel, lambda: self._owed(deal, transfer))
            case "transfer-missed":
                missed = int(str(notice.data["transfer"]))
                return await self._general(parcel, lambda: self._missed(deal, missed))
        return Delivered()

    async def _general(
        self,
        parcel: Parcel,
        card: Card | Callable[[], Awaitable[Card | None]],
        files: tuple[FileRef, ...] = (),
    ) -> Delivered | None:
        """A message to everybody, as it looks when it leaves; then its files.

        None for what was over by then. What Telegram took before is not sent again.
        """

        async def act() -> bool:
            if parcel.parts:
                lost, file = self.app.t.plain("desk-file-lost"), files[parcel.parts - 1]
                await send_file(self.bot, self.app.chat_id, None, file, self.app.vault, lost)
                return True
            shown = card if isinstance(card, Card) else await card()
            if shown is None or await parcel.render() is None:
                return False
            await send(self.bot, self.app.chat_id, None, shown)
            return True

        while parcel.parts <= len(files):
            if not await self.app.leave(act):
                return None
            if parcel.parts == len(files):
                break
            await parcel.took()
        return Delivered()


def _is_of_flags(notice: Notice) -> bool:
    alarmed = str(notice.data.get("key", "")).startswith(f"{DeadlineKind.HOLD_FLAG.value}:")
    return notice.kind in _OF_FLAGS or (notice.kind == "desk-alarmed" and alarmed)


def _money_in(notice: Notice) -> Money:
    match notice.data["amount"]:
        case [int(minor), str(currency)]:
            return Money(minor, currency)
    msg = f"a notice {notice.kind} without an amount"
    raise TypeError(msg)
