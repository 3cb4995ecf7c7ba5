"""What a dispute's topic remembers of itself, and how it is made.

Several passes may write into one topic beside each other: a notice that posts evidence for minutes,
and a press that is answered at once. So what was done is written down by `note`, each step at once
and beside what the others did, and no pass holds a lock while it waits for its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken

from bot.cards.desk.case import ICONS, Case, title_of
from bot.desk.kit import DeskApp, log
from bot.desk.no_topics import no_topics, topics_again
from bot.desk.trouble import translated
from bot.mail.lasting import at_last
from bot.mail.sending import Unreachable
from bot.reads import Topic
from core.deal.dispute import Stage
from core.values.ids import DealId

DISPUTE: Final = "dispute"


class Elsewhere(Exception):  # noqa: N818 - an answer, not an error
    """The topic was made again while this pass wrote into the one before."""


@dataclass(frozen=True, slots=True)
class TopicMemory:
    """What the topic remembers of itself (`Topic.data`)."""

    posted: Mapping[str, int] = field(default_factory=dict)
    """Posting keys and the first message of each."""
    parts: Mapping[str, list[int]] = field(default_factory=dict)
    """What is being posted: its first message, and how many of its messages Telegram took."""
    delivered: Mapping[str, bool] = field(default_factory=dict)
    """Whether Telegram accepted what was sent to a party, by posting key."""
    file: str = ""
    """A digest of the pinned case file as it stands in Telegram."""
    to_pin: bool = False
    """The case file stands there, and is not pinned yet."""
    stage: str = ""
    head: str = ""
    """Name and icon, as Telegram has them."""

    @classmethod
    def of(cls, topic: Topic) -> TopicMemory:
        """From the row."""
        known: dict[str, Any] = {k: v for k, v in topic.data.items() if k in cls.__slots__}
        return cls(**known)

    def data(self) -> dict[str, object]:
        """For the row."""
        return asdict(self)


async def topic_of(app: DeskApp, deal: DealId, number: int) -> Topic | None:
    """As it stands now."""
    return await app.edge.topic(DISPUTE, deal, number, None)


async def note(
    app: DeskApp,
    topic: Topic,
    change: Callable[[TopicMemory], TopicMemory],
    pinned: int | None = None,
) -> Topic:
    """Write down what Telegram accepted, however long that takes. Raises Elsewhere."""
    async with app.lock(f"told:{topic.deal}:{topic.milestone}"):
        now = await at_last(
            lambda: app.edge.topic(topic.kind, topic.deal, topic.milestone, topic.person)
        )
        if now is None or now.thread_id != topic.thread_id:
            raise Elsewhere
        told = change(TopicMemory.of(now))
        changed = replace(now, data=told.data(), pinned=pinned or now.pinned)
        await at_last(lambda: app.edge.set_topic(changed))
        return changed


async def made(app: DeskApp, bot: Bot, case: Case, gone: int | None = None) -> Topic:
    """The topic of a case; made where there is none, or none but the one that is `gone`.

    What is known of deliveries stays. Raises Unreachable where the group lets us make none.
    """
    deal, number = case.part.deal.id, case.part.number
    async with app.lock(f"made:{deal}:{number}"):
        topic = await topic_of(app, deal, number)
        if topic is not None and topic.thread_id != gone:
            return topic
        if topic is not None:
            log.info("topic made again", deal=deal, milestone=number)
        title, icon = title_of(app.t, case), await icon_of(bot, case.dispute.stage)
        thread = await create_topic(app, bot, title, icon)
        told = TopicMemory(
            delivered={} if topic is None else TopicMemory.of(topic).delivered,
            stage=case.dispute.stage.value,
            head=head_of(title, icon),
        )
        fresh = Topic(DISPUTE, deal, number, None, thread, None, told.data())
        await at_last(lambda: app.edge.set_topic(fresh))
        return fresh


def head_of(title: str, icon: str | None) -> str:
    """For comparing: Telegram refuses a name and an icon that are so already."""
    return f"{icon or ''} {title}"


async def icon_of(bot: Bot, stage: Stage) -> str | None:
    """Telegram's own emoji for a stage, from its list; None where a server has no such list."""
    try:
        stickers = await bot.get_forum_topic_icon_stickers()
    except (BadRequest, EndPointNotFound, InvalidToken):  # a 404 is a method that it has not
        return None
    wanted = ICONS[stage]
    return next((s.custom_emoji_id for s in stickers if s.emoji == wanted), None)


async def create_topic(app: DeskApp, bot: Bot, title: str, icon: str | None = None) -> int:
    """A new topic; without its icon where that is refused.

    Raises Unreachable where the group lets us make none; then the colleagues hear of it, once.
    """
    try:
        with translated():
            try:
                topic = await bot.create_forum_topic(app.chat_id, title, icon_custom_emoji_id=icon)
            except BadRequest:
                if icon is None:
                    raise
                topic = await bot.create_forum_topic(app.chat_id, title)
    except Unreachable as no:
        await no_topics(app, bot, str(no))
        raise
    await topics_again(app, bot)
    return topic.message_thread_id
