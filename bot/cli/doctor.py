"""Checks everything that has to be right before people trust it with money, and says what to do."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.cli.findings import Ended, Finding, fine, note, wrong
from bot.cli.out import DONE, WRONG, as_json, say
from bot.cli.settings import settings_of

if TYPE_CHECKING:
    from bot.cli.bot_api import BotByToken
    from bot.config import Settings
    from bot.wiring.admin import Heard
    from core.deal.context import Staff
    from core.values.policy import Policy

CLOCK_OFF: Final = 30.0
"""Seconds by which our clock may differ from Telegram's."""
UNKNOWN: Final = (401, 404)
"""What Telegram answers to a token that it does not know."""
CONFLICT: Final = 409
ASKED: Final = 3
"""Times that updates are asked for, a second each: whoever else asks does so in between."""
LATELY: Final = 90.0
"""Seconds within which a program that runs has been heard from."""
TO_REVIEW: Final = 4
"""Arbiters: two who rule on a large deal, and two who look at that once more."""
DISK_LEAST: Final = 1_000_000_000
RIGHTS: Final = {
    "can_manage_topics": "Manage topics",
    "can_pin_messages": "Pin messages",
}


def doctor(args: argparse.Namespace) -> int:
    """0 all is well, 1 something is wrong, 2 could not look."""
    settings = settings_of(args)
    findings = [*_configured(settings), *_stored(settings)]
    findings += asyncio.run(_asked(settings, _listens(settings)))
    found_wrong = any(f.verdict is Ended.WRONG for f in findings)
    if args.json:
        told = [dataclasses.asdict(finding) for finding in findings]
        as_json({"well": not found_wrong, "findings": told})
    else:
        _tell(findings)
    return WRONG if found_wrong else DONE


def _tell(findings: list[Finding]) -> None:
    signs = {Ended.FINE: "ok   ", Ended.NOTE: "note ", Ended.WRONG: "WRONG"}
    for finding in findings:
        say(f"{signs[finding.verdict]} {finding.check}: {finding.told}")
        if finding.do:
            say(f"      → {finding.do}")
    count = sum(f.verdict is Ended.WRONG for f in findings)
    say(f"\n{count} to put right." if count else "\nAll is well.")


# what the configuration says


def _configured(settings: Settings) -> Iterator[Finding]:
    from bot.config import ConfigError

    try:
        settings.check_ready()
    except ConfigError as error:
        for line in str(error).splitlines():
            key, _, what = line.partition(": ")
            yield wrong(key, "missing", f"{what}, or run `holdfast init`")
    else:
        yield fine("configuration", "every key that is needed is there")
    yield from _rails(settings)
    yield from _four_eyes(settings)


def _rails(settings: Settings) -> Iterator[Finding]:
    if settings.policy().real_money and settings.rails.play.enabled:
        yield note(
            "rails",
            "play money is on beside real money",
            "set rails.play.enabled to false once the rehearsal is over",
        )
    yield _money(settings)
    yield _new_clients(settings.policy())


def _new_clients(policy: Policy) -> Finding:
    """What is held at once for who is new here: off by default, a figure for each currency."""
    from core.deal.allowance import PROVEN
    from core.values.money import Money

    limits, check = policy.newcomer_limit, "new clients"
    if not limits:
        return fine(check, "no limit of what is held at once (operator.newcomer_limits)")
    bounds = ", ".join(str(Money(most, code)) for code, most in sorted(limits.items()))
    told = f"at most {bounds} held at once, until {PROVEN} deals are completed"
    without = sorted(set(policy.currencies) - limits.keys())
    if without:
        do = f"{', '.join(without)}: add a figure, if a limit is wanted there"
        return note(check, told, do)
    return fine(check, told)


def _money(settings: Settings) -> Finding:
    if not settings.policy().real_money:
        return note(
            "rails", "play money alone", "for real money turn rails.manual on in the configuration"
        )
    accounts = ", ".join(sorted(settings.rails.manual.accounts))
    return fine("rails", f"bank transfers in {accounts}, confirmed by a treasurer")


def _four_eyes(settings: Settings) -> Iterator[Finding]:
    from core.deal.four_eyes import LEAST

    policy, staff = settings.policy(), settings.staff()
    people = staff.who_rule | staff.treasurers
    if policy.real_money:
        yield _carries(policy, staff)
    if staff.same_hands:
        yield note(
            "desk",
            "one person confirms deposits and rules; the terms of every deal say so",
            "ask a second person to join: `holdfast init` shows the link",
        )
    elif people:
        lent = f" ({len(staff.outside)} of other houses)" if staff.outside else ""
        rule = f"{len(staff.who_rule)} who rule{lent}"
        yield fine("desk", f"{rule}, {len(staff.treasurers)} treasurers")
    if policy.real_money and policy.ruling_review and LEAST <= len(staff.who_rule) < TO_REVIEW:
        yield note(
            "review",
            "of large deals no ruling can be reviewed: that takes two arbiters who did not rule",
            "with four arbiters it can: `holdfast init` shows the link",
        )
    if len(staff.who_rule) == 1 and policy.ruling_review:
        yield note(
            "review",
            "one person rules, so nobody can review a ruling; both sides of a dispute read that",
            "ask a second arbiter to join: `holdfast init` shows the link",
        )


def _carries(policy: Policy, staff: Staff) -> Finding:
    """The largest deal that this desk can carry to its end, and what it lacks for more."""
    from core.deal.four_eyes import Lacks, lacks, largest
    from core.values.money import Money

    most = [largest(policy, staff, currency) for currency in policy.currencies]
    bounds = ", ".join(str(each) for each in most if each is not None)
    missing = lacks(policy, staff)
    if missing is None:
        two = [str(Money(policy.four_eyes_threshold[c], c)) for c in policy.currencies]
        told = f"two people do together what is from {', '.join(two)} on"
        return fine("four eyes", f"{told}; {f'deals up to {bounds}' if bounds else 'any deal'}")
    why, do = {
        Lacks.ARBITERS: ("no two arbiters rule together", "a second arbiter"),
        Lacks.TREASURERS: ("no two treasurers confirm together", "a second treasurer"),
        Lacks.PEOPLE: ("who confirms a deposit does not rule on it", "a third person"),
    }[missing]
    told = f"{why}, so the largest deals are {bounds}"
    return note("four eyes", told, f"ask {do} to join: `holdfast init` shows the link")


# what is on this machine


def _stored(settings: Settings) -> Iterator[Finding]:
    from bot.config import ConfigError
    from bot.wiring.schema import remedy, state_of

    try:
        state = state_of(settings)
    except ConfigError as error:
        yield wrong("database", str(error).partition(": ")[2], "see database.url")
    else:
        if state.ready:
            yield fine("database", f"reachable, {state.found}")
        elif state.current is None:
            yield note("database", "empty", "`holdfast run` makes it, or `holdfast db upgrade`")
        else:
            told = f"{state.found}, and {state.head} is wanted"
            yield wrong("migrations", told, remedy(state))
    yield _vault(settings.vault.path)
    yield from _private(settings)


def _private(settings: Settings) -> Iterator[Finding]:
    """What is made now is nobody else's to read; what is older may have been made otherwise."""
    from sqlalchemy import make_url

    url = make_url(settings.database.url)
    places = [settings.vault.path]
    if url.get_backend_name() == "sqlite" and url.database:
        places.append(Path(url.database))
    for place in places:
        if place.exists() and place.stat().st_mode & 0o077:
            rights = "700" if place.is_dir() else "600"
            do = f"chmod {rights} {place}"
            yield wrong("privacy", f"{place} can be read by others on this machine", do)


def _vault(path: Path) -> Finding:
    existing = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    if not os.access(existing, os.W_OK):
        return wrong("vault", f"{path} cannot be written", "see vault.path, and whose folder it is")
    free = shutil.disk_usage(existing).free
    told = f"{free // 1_000_000_000} GB free at {path}"
    if free < DISK_LEAST:
        return wrong("disk", told, "make room: evidence is kept here")
    return fine("disk", told)


# what Telegram says


async def _asked(settings: Settings, listens: dict[str, Heard]) -> list[Finding]:
    import aiohttp

    from bot.cli.bot_api import BotByToken

    base = settings.telegram.api_base
    tokens = {
        "parties": settings.parties.token.get_secret_value(),
        "desk": settings.desk.token.get_secret_value(),
    }
    findings: list[Finding] = []
    async with aiohttp.ClientSession() as session:
        for name, token in tokens.items():
            if token:
                api = BotByToken(base, token, session)
                here = [finding async for finding in bot_findings(name, api)]
                findings += here
                if not any(finding.verdict is Ended.WRONG for finding in here):
                    findings.append(await rival_finding(name, api, listens.get(name)))
                if name == "parties":
                    findings += _clock(api)
                else:
                    findings += [finding async for finding in _group(settings, api)]
    return findings


async def bot_findings(name: str, api: BotByToken) -> AsyncIterator[Finding]:
    """Whether the token is known, and whether updates can be fetched with it."""
    from bot.cli.bot_api import AwayError, RefusedError

    try:
        me = await api.call("getMe")
        hook = {}
        with suppress(RefusedError):  # an own server may not have it
            hook = await api.call("getWebhookInfo")
    except RefusedError as error:
        if error.code in UNKNOWN:
            what, do = "Telegram does not know it", "copy it again from @BotFather"
            yield wrong(f"{name}.token", what, do)
        else:
            yield wrong("telegram", f"{api.base}: {error}", "try again; see telegram.api_base")
    except AwayError as error:
        yield wrong(
            "telegram",
            f"{api.base} does not answer ({error})",
            "see telegram.api_base, the network",
        )
    else:
        yield fine(f"{name}.token", f"@{me.get('username')}")
        if hook.get("url"):
            yield wrong(
                f"{name} webhook",
                "one is set, so no updates can be fetched",
                "stop the program that set it; `deleteWebhook` takes it away",
            )


def _listens(settings: Settings) -> dict[str, Heard]:
    """What a program of ours that runs has heard lately, by the bot."""
    from bot.config import ConfigError
    from bot.wiring.admin import heard

    with suppress(ConfigError):  # said already, where the database was looked at
        return {one.bot: one for one in heard(settings)}
    return {}


async def rival_finding(name: str, api: BotByToken, ours: Heard | None) -> Finding:
    """Whether somebody else fetches this bot's updates.

    A program of ours that runs knows, and is not disturbed. Else we ask a few times, since whoever
    asks last is the one whom Telegram answers; nothing is confirmed by it.
    """
    from bot.cli.bot_api import AwayError, RefusedError
    from bot.mail.listening import ADVICE, contested

    check = f"{name} updates"
    if ours is not None and ours.seconds_ago < LATELY:
        if ours.why in ADVICE:
            return wrong(check, "another program takes them", ADVICE[ours.why])
        return fine(check, f"heard {max(ours.seconds_ago, 0):.0f} s ago by the program that runs")
    try:
        for _ in range(ASKED):
            await api.call("getUpdates", wait=1.0, timeout=1, limit=1)
    except RefusedError as error:
        if error.code == CONFLICT:
            told = contested(str(error))
            return wrong(check, "another program takes them", ADVICE[told.why])
        return wrong(check, str(error), "try again; see telegram.api_base")
    except AwayError as error:
        return wrong(check, f"no answer ({error})", "see telegram.api_base, the network")
    return fine(check, "nobody else fetches them")


def _clock(api: BotByToken) -> Iterator[Finding]:
    if api.off_by is None:
        return
    if abs(api.off_by) > CLOCK_OFF:
        told = f"{abs(api.off_by):.0f} s {'ahead of' if api.off_by > 0 else 'behind'} Telegram's"
        yield wrong("clock", told, "let the machine set its clock by the network (NTP)")
    else:
        yield fine("clock", "as Telegram's")


async def _group(settings: Settings, api: BotByToken) -> AsyncIterator[Finding]:
    from bot.cli.bot_api import AwayError, RefusedError

    chat = settings.desk.chat_id
    if not chat:
        return
    try:
        group = await api.call("getChat", chat_id=chat)
        me = await api.call("getMe")
        seat = await api.call("getChatMember", chat_id=chat, user_id=me["id"])
    except RefusedError as error:
        yield wrong("desk.chat_id", str(error), "add the desk's bot to the group, as administrator")
        return
    except AwayError:
        return
    for finding in group_findings(group, seat):
        yield finding
    async for finding in _colleagues(settings, api):
        yield finding


def group_findings(group: dict[str, Any], seat: dict[str, Any]) -> list[Finding]:
    """Whether the group is one that the desk can work in."""
    title = group.get("title", group.get("id"))
    findings = []
    if not group.get("is_forum"):
        findings.append(wrong("group", f"{title} has no topics", "turn on Topics in its settings"))
    if seat.get("status") not in ("administrator", "creator"):
        findings.append(wrong("group", "the desk's bot is no administrator there", "make it one"))
    elif seat.get("status") == "administrator":
        lacking = [told for right, told in RIGHTS.items() if not seat.get(right)]
        if lacking:
            do = f"give it: {', '.join(lacking)}"
            findings.append(wrong("group", "the desk's bot lacks rights there", do))
    return findings or [fine("group", f"{title}, with topics; the bot is administrator")]


async def _colleagues(settings: Settings, api: BotByToken) -> AsyncIterator[Finding]:
    from bot.cli.bot_api import AwayError, RefusedError

    staff = settings.staff()
    for person in sorted(staff.who_rule | staff.treasurers):
        status = "left"
        with suppress(RefusedError, AwayError):
            seat = await api.call("getChatMember", chat_id=settings.desk.chat_id, user_id=person)
            status = seat.get("status", "left")
        if status in ("left", "kicked"):
            yield wrong(
                "desk", f"{person} is not in the group", "invite them, or take them off the list"
            )
