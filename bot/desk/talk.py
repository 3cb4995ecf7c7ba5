"""What colleagues write: words for their own open form, replies that may go out, talk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Any, Final

from telegram import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.desk import left
from bot.cards.talking import desk as cards
from bot.desk import approving
from bot.desk.correcting import CLAIMED, remember_prompted, remember_sent
from bot.desk.disputing import advising, cases, ruling
from bot.desk.kit.call import BOT, Call, words
from bot.desk.kit.files import received
from bot.desk.kit.forms import same
from bot.desk.kit.gate import Commanded, Pressed
from bot.desk.kit.reply import reply_of
from bot.desk.kit.told import DISPUTE
from bot.desk.paying import (
    allowing,
    corrections,
    deposits,
    flags,
    orders,
    returns,
    reversals,
    statements,
    suspense,
    treasury,
)
from bot.desk.talking import help_threads
from bot.desk.talking.help_threads import HELP
from bot.mail.heard import saying, sent_file, typed
from bot.reads import Topic
from core.deal.terms import Role
from core.disputing import may_ask
from core.ports import Expecting
from core.values.errors import Refusal, Stale
from core.values.ids import DealId
from core.values.marks import choice, is_choice
from core.values.words import TEXT_LIMIT, FileRef, Words

UNSIGNED: Final = "unsigned"
"""A question whose an anonymous administrator's words are."""

Typed = Callable[[Call, Expecting, str], Awaitable[None]]
Filed = Callable[[Call, Expecting, FileRef | None], Awaitable[None]]

TYPED: Final[Mapping[tuple[str, str], Typed]] = MappingProxyType(
    {
        (cases.ASK, "words"): cases.asked,
        **{(ruling.RULE, field): ruling.typed for field in ("points", "time", "share")},
        (advising.ADVISE, "share"): advising.typed,
        (approving.REFUSE, "why"): approving.why_typed,
        (ruling.RULE, "reasons"): ruling.typed,
        (treasury.DEPOSIT, "amount"): treasury.amount_typed,
        (treasury.FAILED, "why"): treasury.why_typed,
        (deposits.ARRIVED, "statement"): deposits.statement_typed,
        (deposits.ARRIVED, "where"): deposits.where_typed,
        (suspense.MATCH, "deal"): suspense.deal_typed,
        **{(returns.RETURNED, field): returns.why_typed for field in ("why", "sure")},
        (flags.FREEZE, "reason"): flags.reason_typed,
        (flags.FREEZE, "sure"): flags.reason_typed,
        (flags.LIFT, "why"): flags.why_typed,
        (reversals.RECALL, "amount"): reversals.amount_typed,
        **{(reversals.RECALL, field): reversals.why_typed for field in ("why", "sure")},
        **{(reversals.OUTCOME, field): reversals.outcome_typed for field in ("why", "sure")},
        **{(allowing.ALLOW, field): allowing.why_typed for field in ("why", "sure")},
        (corrections.CORRECT, "amount"): corrections.amount_typed,
        (corrections.CORRECT, "rest"): corrections.amount_typed,
        **{(corrections.CORRECT, field): corrections.why_typed for field in ("why", "sure")},
        **{(orders.ORDER, field): orders.why_typed for field in ("why", "sure")},
    }
)
FILED: Final[Mapping[tuple[str, str], Filed]] = MappingProxyType(
    {(orders.ORDER, "document"): orders.document_sent}
)
"""What is answered by a file; None where a message has none."""
_IN_OWN_WORDS: Final = ((cases.ASK, "words"), (ruling.RULE, "reasons"))
"""What is said with its links, quotes and sources; the rest is one value."""


async def spoken(call: Call, message: Message) -> None:
    """Words in the group. Only the colleague's own form, in its own place, takes any."""
    relayed = await _relayed(call, message)
    if relayed is not None:
        await _prompt(call, message, relayed)
    elif not _to_a_colleague(call, message):
        form = await call.form()
        here = form is not None and await _here(call, form)
        if form is not None and here and (form.what, form.field) in FILED:
            await _take(call, form, message)
        elif statements.is_file(call, message) and not await _of_a_deal(call):
            await statements.sent(call, message)
        elif form is not None and here:
            await _take(call, form, message)


async def _of_a_deal(call: Call) -> bool:
    """Whether it is said in the topic of a dispute, or of somebody who asked for help."""
    return call.thread is not None and await call.app.edge.topic_of(call.thread) is not None


async def unsigned(call: Call, message: Message) -> None:
    """Ask whose words an anonymous administrator's are, where a form or a party may wait for them.

    Telegram does not say; a press tells, since it comes from its own person.
    """
    relayed = await _relayed(call, message)
    if relayed is None and (_to_a_colleague(call, message) or not await _waited_for(call)):
        return
    prompt = await call.say(cards.whose_words(call.t), reply=True)
    row = {"kind": UNSIGNED, "about": relayed}
    await call.app.edge.set_relay(BOT, call.chat, prompt.message_id, row)


async def mine(call: Call, _press: Press) -> None:
    """*These are my words*: taken as if the colleague had written them in their own name."""
    prompt = call.message
    row = None if prompt is None else await call.app.edge.relay(BOT, call.chat, prompt.message_id)
    message = None if prompt is None else prompt.reply_to_message
    if row is None or row.get("kind") != UNSIGNED or message is None:
        raise Stale
    relayed, form = row["about"], await call.form()
    here = form is not None and await _here(call, form)
    if not (here or isinstance(relayed, Mapping)):
        await call.alert(call.t.plain("desk-no-form"))
        return
    async with _claimed(call, row):
        if isinstance(relayed, Mapping):
            await _prompt(call, message, relayed)
        elif form is not None:
            await _take(call, form, message)
        await _answered(call, {"to": UNSIGNED})
    await call.show(cards.words_taken(call.t, call.called))


async def _relayed(call: Call, message: Message) -> Mapping[str, Any] | None:
    """What a party said that this message replies to; in a help topic all of it is to its person.

    There is nobody else there to talk to but a colleague, whom one answers.
    """
    reply = reply_of(message)
    row = None if reply is None else await call.app.edge.relay(BOT, call.chat, reply.message_id)
    if row is not None and row.get("kind") in ("party", HELP):
        return row
    topic = None if call.thread is None else await call.app.edge.topic_of(call.thread)
    if topic is None or topic.kind != HELP or _to_a_colleague(call, message):
        return None
    return {"kind": HELP, "person": topic.person, "deal": topic.deal}


def _to_a_colleague(call: Call, message: Message) -> bool:
    """An answer to a colleague is talk."""
    reply = reply_of(message)
    return reply is not None and (reply.from_user is None or reply.from_user.id != call.bot.id)


async def _waited_for(call: Call) -> bool:
    """Whether a form of any colleague takes words here."""
    staff = call.app.escrow.staff
    for person in sorted(staff.who_rule | staff.treasurers):
        form = await call.app.reads.expecting(person, BOT)
        if form is not None and await _here(call, form):
            return True
    return False


async def _here(call: Call, form: Expecting) -> bool:
    topic = None if call.thread is None else await call.app.edge.topic_of(call.thread)
    return _belongs(form, topic, call.thread)


def _belongs(form: Expecting, topic: Topic | None, thread: int | None) -> bool:
    """A dispute's form takes words in that dispute's topic alone, others where they were opened."""
    if form.what in (cases.ASK, ruling.RULE, advising.ADVISE):
        about = None if topic is None or topic.kind != DISPUTE else (topic.deal, topic.milestone)
        return about == (form.deal, form.milestone)
    return form.data.get("thread") == thread


async def _take(call: Call, form: Expecting, message: Message) -> None:
    await call.seated()
    filed = FILED.get((form.what, form.field))
    if filed is not None:
        await filed(call, form, next(iter(await received(call, message)), None))
        return
    handler = TYPED.get((form.what, form.field))
    if handler is None:
        await _ask_again(call, form)
        return
    said = saying(message) if (form.what, form.field) in _IN_OWN_WORDS else typed(message)
    if not said or sent_file(message) is not None:
        await call.say(Card(call.t("desk-form-wants-words")), reply=True)
        return
    call.heard = message.message_id
    await handler(call, form, said)
    await remember_sent(call, message, form)
    await _resume(call, form)


async def _resume(call: Call, closed: Expecting) -> None:
    """After a form closed, the one below it is asked again."""
    if closed.what == cases.ASK:
        form = await call.form()
        if form is not None and form.what == ruling.RULE and form.deal == closed.deal:
            await ruling.ask_again(call, form)


async def _ask_again(call: Call, form: Expecting) -> None:
    if form.what == ruling.RULE:
        await ruling.ask_again(call, form)


async def _prompt(call: Call, message: Message, relayed: Mapping[str, Any]) -> None:
    """Keep what was written beside the question whether it goes out.

    Words with a file go only where the file may: what cannot go out whole is not sent in part.
    """
    helps = relayed["kind"] == HELP
    await call.seated()
    await _may_send(call, relayed)
    files = await received(call, message) if helps else ()
    answered = reply_of(message)  # a card of ours, which is not theirs to read
    text = saying(message, asked=None if answered is None else answered.message_id)
    if not (text or files) or (sent_file(message) is not None and not helps):
        await call.say(Card(call.t("desk-words-only")), reply=True)
        return
    alone = choice("help-files-only", call.t.plain("help-files-only"))
    said = words(text or alone, limit=TEXT_LIMIT if helps else cases.MOST_ASKED)
    to: Role | str
    if helps:
        to = await call.app.name(relayed["person"])
    else:
        to = Role(relayed["role"])
    prompt = await call.say(cards.send_prompt(call.t, to), reply=True)
    draft = {
        **relayed,
        "kind": "draft",
        "to": relayed["kind"],
        "by": call.person,
        "text": said.text,
        "salt": said.salt,
        "files": [help_threads.plain(file) for file in files],
    }
    await call.app.edge.set_relay(BOT, call.chat, prompt.message_id, draft)
    await remember_prompted(call, message, prompt.message_id)


async def _may_send(call: Call, relayed: Mapping[str, Any]) -> None:
    """Who may not send it is not asked whether it goes out. Raises NotYours or NotNow."""
    if relayed["kind"] == HELP:
        await help_threads.may_answer(call, relayed)
        return
    view = await call.app.view(DealId(relayed["deal"]))
    milestone = view.deal.milestone(int(relayed["milestone"]))
    may_ask(view.deal, call.person, milestone, call.app.context())


async def _draft(call: Call) -> Mapping[str, Any] | None:
    """What the pressed prompt is about, if it is this colleague's and not answered yet."""
    message = call.message
    if message is None:
        raise Stale
    draft = await call.app.edge.relay(BOT, call.chat, message.message_id)
    if draft is None or draft.get("kind") != "draft":
        raise Stale
    if draft["by"] != call.person:
        await call.alert(call.t.plain("desk-not-your-form"))
        return None
    return draft


@asynccontextmanager
async def _claimed(call: Call, row: Mapping[str, Any]) -> AsyncIterator[None]:
    """Nobody else answers this prompt meanwhile; where it is refused, it is anybody's again.

    Who had claimed it when we were killed goes on. Raises Stale where somebody was faster.
    """
    message = call.message
    claimed = {**row, CLAIMED: call.person}
    mine = message is not None and row.get(CLAIMED, call.person) == call.person
    edge = call.app.edge
    if message is None or not mine:
        raise Stale
    if not await edge.swap_relay(BOT, call.chat, message.message_id, row, claimed):
        raise Stale
    try:
        yield
    except Refusal:
        free = {name: value for name, value in row.items() if name != CLAIMED}
        await edge.set_relay(BOT, call.chat, message.message_id, free)
        raise


async def _answered(call: Call, draft: Mapping[str, Any], *, sent: bool = False) -> None:
    """The prompt was answered: a second tap finds nothing to send."""
    if call.message is not None:
        said = _digest(draft) if sent else None
        done = {"kind": "answered", "to": draft["to"], "sent": said}
        await call.app.edge.set_relay(BOT, call.chat, call.message.message_id, done)


def _digest(draft: Mapping[str, Any]) -> dict[str, str]:
    """By which a change of what was sent is told from none; nothing for files alone."""
    said = Words.of(draft["text"], draft["salt"])
    return {} if is_choice(draft["text"]) else {"salt": said.salt, "digest": said.digest}


async def send(call: Call, _press: Press) -> None:
    """*Send to the client*, *Send to Bina*: now it goes out."""
    draft = await _draft(call)
    if draft is None:
        return
    said = Words.of(draft["text"], draft["salt"])
    async with _claimed(call, draft):
        if draft["to"] == HELP:
            await help_threads.answer(call, draft, said)
        else:
            role = Role(draft["role"])
            deal, number = DealId(draft["deal"]), int(draft["milestone"])
            await cases.send_question(call, deal, number, role, said)
            await call.show(cards.sent_as_question(call.t, role))
        await _answered(call, draft, sent=True)


async def keep(call: Call, _press: Press) -> None:
    """*Keep inside*."""
    draft = await _draft(call)
    if draft is not None:
        await _answered(call, draft)
        await call.show(cards.kept(call.t))


async def leave(call: Call, press: Press) -> None:
    """*Back* and *Leave it* on a form that one is in."""
    owner, _, what = press.arg.partition(".")
    if owner != str(call.person):
        await call.alert(call.t.plain("desk-not-your-form"))
        return
    form = await call.form()
    if form is None or not same(form, what, press.deal, press.milestone):
        raise Stale
    await call.forget()
    await call.show(left(call.t))
    await _resume(call, form)


async def cancel(call: Call, _arguments: list[str]) -> None:
    """`/cancel` leaves the form that is asked now."""
    form = await call.form()
    if form is None:
        await call.say(Card(call.t("desk-no-form")))
        return
    await call.forget()
    await call.say(left(call.t))
    await _resume(call, form)


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"cancel": cancel})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {"send": send, "keep": keep, "leave": leave, "mine": mine}
)
