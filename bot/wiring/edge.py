"""`bot.reads.Edge` over the database, and what the wiring itself asks of its tables."""

from __future__ import annotations

from bot import reads as r
from core.values.ids import DealId, PersonId
from storage import edge


class Edge(edge.SqlEdge):
    """Topics in the words of the bots."""

    async def topic(  # type: ignore[override]
        self, kind: str, deal: DealId | None, milestone: int | None, person: PersonId | None
    ) -> r.Topic | None:
        """The topic of a dispute (deal, milestone) or of a person's help thread."""
        return _told(await super().topic(kind, deal, milestone, person))

    async def topic_of(self, thread_id: int) -> r.Topic | None:  # type: ignore[override]
        """What a topic is about."""
        return _told(await super().topic_of(thread_id))

    async def set_topic(self, topic: r.Topic) -> None:  # type: ignore[override]
        """Insert or replace."""
        await super().set_topic(
            edge.TopicRow(
                topic.kind,
                topic.deal,
                topic.milestone,
                topic.person,
                topic.thread_id,
                topic.pinned,
                topic.data,
            )
        )


def _told(topic: edge.TopicRow | None) -> r.Topic | None:
    if topic is None:
        return None
    return r.Topic(
        topic.kind,
        topic.deal,
        topic.milestone,
        topic.person,
        topic.thread_id,
        topic.pinned,
        topic.data,
    )
