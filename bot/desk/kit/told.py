"""What a dispute's topic remembers of itself, and how it is made.

Several passes may write into one topic beside each other: a notice that posts evidence for minutes,
and a press that is answered at once. So what was done is written down by `note`, each step at once
and beside what the others did, and no pass holds a lock while it waits for its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken

from bot.cards.disputing.about import Case
from bot.cards.disputing.case import ICONS, title_of
from bot.desk.kit.call import DeskApp, log
from bot.desk.kit.missing import TopicMemory
from bot.desk.kit.no_topics import no_topics, topics_again
from bot.desk.line.trouble import translated
from bot.mail.lasting import at_last
from bot.mail.sending import RetryAfter, Revoked, Unreachable
from bot.reads import Topic
from core.deal.stage import Stage
from core.values.ids import DealId

DISPUTE: Final = "dispute"


class Elsewhere(Exception):  # noqa: N818 - an answer, not an error
    """The topic was made again while this pass wrote into the one before."""


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
        told = TopicMemory(
            delivered={} if topic is None else TopicMemory.of(topic).delivered,
            stage=case.dispute.stage.value,
            head=head_of(title, icon),
        )
        fresh = Topic(DISPUTE, deal, number, None, 0, None, told.data())
        return await opened(app, bot, fresh, title, icon)


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


async def opened(
    app: DeskApp, bot: Bot, topic: Topic, title: str, icon: str | None = None
) -> Topic:
    """Make it in Telegram, and keep which it is before anything else can fail.

    That it is begun is written first: a database that takes no row, as on a full disk, raises
    StoreAway before Telegram has made a topic that nobody knows. Where an answer of Telegram or
    the end of the process came between, the next try says in the log that an empty topic of this
    name may stand in the group: a bot can not list topics, so a colleague has to delete it.
    Raises Unreachable where the group lets us make none; then the colleagues hear of it, once.
    """
    begun = f"topic-begun:{topic.kind}:{topic.deal}:{topic.milestone}:{topic.person}"
    if await app.edge.flag(begun) is not None:
        log.warning("an empty topic of this name may stand in the group", topic=title)
    await app.edge.set_flag(begun, title)
    try:
        thread = await _created(app, bot, title, icon)
    except (Unreachable, RetryAfter, Revoked, BadRequest) as no:
        await at_last(partial(app.edge.set_flag, begun, None))
        if isinstance(no, Unreachable):
            await no_topics(app, bot, str(no))
        raise
    fresh = replace(topic, thread_id=thread)
    await at_last(lambda: app.edge.set_topic(fresh))
    await at_last(partial(app.edge.set_flag, begun, None))
    await topics_again(app, bot)
    return fresh


async def _created(app: DeskApp, bot: Bot, title: str, icon: str | None) -> int:
    """A new topic; without its icon where that is refused."""
    with translated():
        try:
            topic = await bot.create_forum_topic(app.chat_id, title, icon_custom_emoji_id=icon)
        except BadRequest:
            if icon is None:
                raise
            topic = await bot.create_forum_topic(app.chat_id, title)
    return topic.message_thread_id
