"""What a message of the group answers."""

from __future__ import annotations

from telegram import Message


def reply_of(message: Message) -> Message | None:
    """What a message answers. In a topic each message carries the topic's creation: no reply."""
    reply = message.reply_to_message
    if reply is None or reply.forum_topic_created is not None:
        return None
    return reply
