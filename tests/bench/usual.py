"""The usual way of writing such a bot, as its authors would: what Holdfast's safety is paid beside.

aiogram's own polling and handlers, SQLAlchemy's async ORM on aiosqlite with its defaults, a session
an update, the person looked up by a middleware, one commit, and the other side told at once. There
is no ledger, no inbox, no outbox, no request id, no deadline, no journal: a kill between the commit
and the message loses the message, and a press that comes twice is stopped by a status alone.

python -m tests.bench.usual API TOKEN FILE DEALS GROUP
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    TelegramObject,
)
from sqlalchemy import BigInteger, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship

from tests.bench.bulk import client_of, copied_id, freelancer_of

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Base(DeclarativeBase):
    """Tables."""


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str]
    balance: Mapped[int] = mapped_column(default=0)


class Deal(Base):
    __tablename__ = "deals"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    amount: Mapped[int]
    status: Mapped[str]
    freelancer_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[datetime]
    freelancer: Mapped[User] = relationship(foreign_keys=[freelancer_id])
    client: Mapped[User] = relationship(foreign_keys=[client_id])


class Payment(Base):
    __tablename__ = "payments"
    id: Mapped[int] = mapped_column(primary_key=True)
    deal_id: Mapped[str] = mapped_column(ForeignKey("deals.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    amount: Mapped[int]
    status: Mapped[str]
    created_at: Mapped[datetime]


class Session(BaseMiddleware):
    """A session an update, and the person of it, who is added when they are new."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        async with self._sessions() as session:
            sender = data["event_from_user"]
            user = await session.get(User, sender.id)
            if user is None:
                user = User(id=sender.id, name=sender.first_name)
                session.add(user)
                await session.commit()
            return await handler(event, data | {"session": session, "user": user})


def card(deal: Deal) -> str:
    """What stands in the message."""
    return (
        f"<b>{deal.title}</b>\n\nFreelancer: {deal.freelancer.name}\nClient: {deal.client.name}\n"
        f"Amount: {deal.amount / 100:.2f} EUR\nStatus: {deal.status}\n"
        f"Updated: {deal.updated_at:%d.%m.%Y %H:%M}"
    )


def buttons(deal: Deal) -> InlineKeyboardMarkup:
    """What can be done."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=f"{verb}|{deal.id}")]
            for verb, text in (("deal", "Refresh"), ("menu", "Menu"))
        ]
    )


async def found(session: AsyncSession, query: CallbackQuery) -> Deal | None:
    """The deal of a press with both people."""
    number = (query.data or "").split("|")[1]
    both = (joinedload(Deal.freelancer), joinedload(Deal.client))
    return (
        await session.scalars(select(Deal).where(Deal.id == number).options(*both))
    ).one_or_none()


async def redraw(query: CallbackQuery, deal: Deal) -> None:
    """The pressed message shows the deal."""
    assert isinstance(query.message, Message)
    await query.message.edit_text(card(deal), parse_mode="HTML", reply_markup=buttons(deal))


def dispatcher(sessions: async_sessionmaker[AsyncSession], desk: int) -> Dispatcher:
    """Three presses and a hello."""
    made = Dispatcher()
    made.message.middleware(Session(sessions))
    made.callback_query.middleware(Session(sessions))

    @made.message()
    async def hello(message: Message) -> None:
        await message.answer("Hello")

    @made.callback_query(F.data.startswith("deal|"))
    async def look(query: CallbackQuery, session: AsyncSession) -> None:
        deal = await found(session, query)
        if deal is None:
            await query.answer("No such deal", show_alert=True)
            return
        await query.answer()
        await redraw(query, deal)

    @made.callback_query(F.data.startswith("take-back.do|"))
    async def take_back(query: CallbackQuery, session: AsyncSession, user: User, bot: Bot) -> None:
        deal = await found(session, query)
        if deal is None or deal.freelancer_id != user.id or deal.status != "submitted":
            await query.answer("Not possible", show_alert=True)
            return
        deal.status, deal.updated_at = "in progress", datetime.now(UTC)
        await session.commit()
        await query.answer("Taken back")
        await redraw(query, deal)
        text = f"{user.name} took the work back.\n\n{card(deal)}"
        await bot.send_message(deal.client_id, text, parse_mode="HTML", reply_markup=buttons(deal))

    @made.callback_query(F.data.startswith("approve.do|"))
    async def approve(query: CallbackQuery, session: AsyncSession, user: User, bot: Bot) -> None:
        deal = await found(session, query)
        if deal is None or deal.client_id != user.id or deal.status != "submitted":
            await query.answer("Not possible", show_alert=True)
            return
        now = datetime.now(UTC)
        deal.status, deal.updated_at = "completed", now
        deal.freelancer.balance += deal.amount
        session.add(
            Payment(
                deal_id=deal.id,
                user_id=deal.freelancer_id,
                amount=deal.amount,
                status="pending",
                created_at=now,
            )
        )
        await session.commit()
        await query.answer("Approved")
        await redraw(query, deal)
        text = f"{user.name} approved your work.\n\n{card(deal)}"
        await bot.send_message(
            deal.freelancer_id, text, parse_mode="HTML", reply_markup=buttons(deal)
        )
        await bot.send_message(desk, f"To pay out: {card(deal)}", parse_mode="HTML")

    return made


async def filled(sessions: async_sessionmaker[AsyncSession], deals: int) -> None:
    """The same people and deals as ours has, work handed in."""
    async with sessions() as session:
        for number in range(1, deals + 1):
            session.add_all(
                (
                    User(id=freelancer_of(number), name="Bina"),
                    User(id=client_of(number), name="Carlos"),
                )
            )
        await session.flush()
        for number in range(1, deals + 1):
            session.add(
                Deal(
                    id=copied_id(number),
                    title="Logo",
                    amount=30_000,
                    status="submitted",
                    freelancer_id=freelancer_of(number),
                    client_id=client_of(number),
                    updated_at=datetime.now(UTC),
                )
            )
        await session.commit()


async def run(api: str, token: str, file: str, deals: int, desk: int) -> None:
    """Fill, and poll until killed."""
    # Its author has met "database is locked" once, and raised the time to wait for it.
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}", connect_args={"timeout": 30})
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    await filled(sessions, deals)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    await dispatcher(sessions, desk).start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    api, token, file, deals, desk = sys.argv[1:]
    asyncio.run(run(api, token, file, int(deals), int(desk)))
