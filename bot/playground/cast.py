"""Who is on the stage: people, bots, groups. Data only; what they do is elsewhere."""

from dataclasses import dataclass, field
from typing import Literal

Status = Literal["creator", "administrator", "member"]

ADMIN_RIGHTS = frozenset(
    {
        "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_pin_messages",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
        "can_manage_topics",
    },
)  # fmt: skip


@dataclass(frozen=True)
class Resident:
    """Somebody with a phone. ``role`` is a word for the page only."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "en"
    role: str = ""


@dataclass(frozen=True)
class BotAccount:
    """A bot as BotFather would have made it. ``reads_all`` is group privacy switched off."""

    id: int
    token: str
    name: str
    username: str
    reads_all: bool = False
    inline: bool = True


@dataclass(frozen=True)
class Member:
    """A person's or a bot's place in a group."""

    id: int
    status: Status = "member"
    rights: frozenset[str] = ADMIN_RIGHTS


@dataclass(frozen=True)
class Supergroup:
    """A supergroup; its id is negative and starts with -100."""

    id: int
    title: str
    is_forum: bool = True
    members: tuple[Member, ...] = ()


@dataclass(frozen=True)
class Cast:
    """Everybody. Ids are unique across people, bots and groups."""

    people: tuple[Resident, ...]
    bots: tuple[BotAccount, ...]
    groups: tuple[Supergroup, ...] = field(default=())

    def __post_init__(self) -> None:
        """Raise ValueError when two share an id or a token."""
        ids = [w.id for w in self.people] + [b.id for b in self.bots] + [g.id for g in self.groups]
        if len(set(ids)) != len(ids) or len({bot.token for bot in self.bots}) != len(self.bots):
            message = "ids and tokens of a cast are unique"
            raise ValueError(message)

    def person(self, person_id: int) -> Resident | None:
        """None when nobody has that id."""
        return next((who for who in self.people if who.id == person_id), None)

    def bot(self, bot_id: int) -> BotAccount | None:
        """None when no bot has that id."""
        return next((bot for bot in self.bots if bot.id == bot_id), None)

    def bot_named(self, username: str) -> BotAccount | None:
        """By username without the at sign, in any case."""
        return next((bot for bot in self.bots if bot.username.lower() == username.lower()), None)

    def bot_with(self, token: str) -> BotAccount | None:
        """None for a token that nobody has."""
        return next((bot for bot in self.bots if bot.token == token), None)

    def group(self, group_id: int) -> Supergroup | None:
        """None when no group has that id."""
        return next((group for group in self.groups if group.id == group_id), None)


DESK_GROUP = -1001000000001

DEFAULT_CAST = Cast(
    people=(
        Resident(1001, "Bina", "Rahimi", "bina", role="freelancer"),
        Resident(1002, "Carlos", "Vega", "carlos", role="client"),
        Resident(1003, "Aram", "Vos", "aram", role="arbiter"),
        Resident(1004, "Noor", "Lind", "noor", role="arbiter"),
        Resident(1005, "Sam", "Stray", role="stranger"),
    ),
    bots=(
        BotAccount(7001, "7001:parties-playground", "Holdfast", "holdfast_bot"),
        BotAccount(7002, "7002:desk-playground", "Holdfast Desk", "holdfast_desk_bot"),
    ),
    groups=(
        Supergroup(
            DESK_GROUP,
            "Holdfast desk",
            # Sam reads along without being an arbiter: what they press there is to be refused.
            members=(
                Member(1003, "creator"),
                Member(1004),
                Member(1005),
                Member(7002, "administrator"),
            ),
        ),
    ),
)
