"""One pinned message in General, edited in place a moment after something changed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from telegram import Bot, Message
from telegram.error import BadRequest, TelegramError

from bot.cards import Card
from bot.cards.board import Board, board
from bot.desk.kit.call import DeskApp, log
from bot.desk.kit.told import DISPUTE
from bot.desk.line.render import edit, message_is_gone, send
from bot.desk.line.trouble import translated
from bot.mail.lasting import at_last
from bot.mail.sending import RetryAfter, TryAgain, Unreachable
from bot.reads import QueueRow
from core.ports import StoreAway

FLAG: Final = "desk-board"
PAUSE: Final = 5.0
"""Seconds between two edits: a group takes 20 messages a minute."""


async def gathered(app: DeskApp, rows: Sequence[QueueRow] | None = None) -> Board:
    """What waits, with links to the topics that exist."""
    rows = await app.reads.queue() if rows is None else rows
    links = {}
    for row in rows:
        topic = await app.edge.topic(DISPUTE, row.deal, row.milestone, None)
        if topic is not None:
            links[row.deal, row.milestone] = app.link(topic.thread_id)
    play = app.settings.rails.play.enabled
    held, suspense = await app.reads.held_in_all(), await app.reads.suspense()
    sent = await app.reads.on_its_way()
    return Board(rows, held, app.escrow.now(), links, play, suspense, sent)


class PinnedBoard:
    """Refreshed by `touch`, coalesced: however many touches, one edit in `pause` seconds."""

    def __init__(self, app: DeskApp, bot: Bot, pause: float = PAUSE) -> None:
        """Nothing is sent before the first touch."""
        self._app = app
        self._bot = bot
        self._pause = pause
        self._task: asyncio.Task[None] | None = None
        self._touched = False

    def touch(self) -> None:
        """Something changed."""
        self._touched = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())

    async def settled(self) -> None:
        """Wait until what was touched is shown."""
        if self._task is not None:
            await self._task

    async def close(self) -> None:
        """Stop; the next start shows what was missed."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while self._touched:
            self._touched = False
            wait = self._pause
            try:
                await self.refresh()
            except RetryAfter as order:
                self._touched = True
                wait = max(wait, order.seconds)
            except (TryAgain, Unreachable, TelegramError, StoreAway) as error:
                # The board shows what the database has: the next touch shows it all.
                log.warning("board not shown", error=str(error))
            await asyncio.sleep(wait)

    async def refresh(self) -> None:
        """Show the board as it stands when it leaves; a deleted one is pinned anew.

        Raises RetryAfter, TryAgain, Unreachable, BadRequest or StoreAway.
        """
        pinned = await self._app.edge.flag(FLAG)
        if pinned is not None and await self._app.leave(lambda: self._edited(pinned), messages=0):
            return
        message = await self._app.leave(self._sent)
        # Before it is pinned: where that is refused, the next touch edits it and sends no other.
        await at_last(lambda: self._app.edge.set_flag(FLAG, str(message.message_id)))
        with translated():
            await self._bot.pin_chat_message(
                self._app.chat_id, message.message_id, disable_notification=True
            )

    async def _card(self) -> Card:
        return board(self._app.t, await gathered(self._app))

    async def _sent(self) -> Message:
        return await send(self._bot, self._app.chat_id, None, await self._card())

    async def _edited(self, pinned: str) -> bool:
        try:
            await edit(self._bot, self._app.chat_id, int(pinned), await self._card())
        except BadRequest as error:
            if not message_is_gone(error):
                raise
            return False
        return True
