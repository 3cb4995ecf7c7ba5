"""The menu, and what the house says of itself: how it works, whether it is safe, privacy, help."""

from __future__ import annotations

from bot.buttons import Button, Press, Style
from bot.cards.kit.accounts import held_by
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import blocks, lines
from bot.cards.rulebook import rulebook
from bot.config import Settings
from bot.texts import Code, Safe, Text

PAGES = ("how", "rules", "figures", "safe", "privacy", "help")
RULES = ("rules", "figures")
"""The rules for people, on two pages: all of them are longer than a message."""


def menu_card(t: Text, settings: Settings) -> Card:
    """What this is in three lines, and where to go."""
    buttons = (
        Button(t.plain("tap-new-deal"), Press("new"), style=Style.GO),
        Button(t.plain("tap-have-invite"), Press("menu.code")),
        Button(t.plain("tap-my-deals"), Press("deals")),
        Button(t.plain("tap-money"), Press("money")),
        Button(t.plain("tap-settings"), Press("set")),
        Button(t.plain("tap-how"), Press("menu.page", arg="how")),
        Button(t.plain("tap-safe"), Press("menu.page", arg="safe")),
        Button(t.plain("tap-help"), Press("help")),
    )
    return Card(t("menu", operator=settings.operator.name), rows_of(buttons))


def page_card(page: str, t: Text, settings: Settings) -> Card:
    """One of the pages of words; *Back* leads to the menu."""
    buttons = [Button(t.plain("tap-menu"), Press("menu"))]
    if page == "help":
        buttons.insert(0, Button(t.plain("tap-help"), Press("help"), style=Style.GO))
        buttons.insert(1, Button(t.plain("tap-rules"), Press("menu.page", arg="rules")))
    elif page == "how":
        buttons.insert(0, Button(t.plain("tap-new-deal"), Press("new"), style=Style.GO))
        buttons.insert(1, Button(t.plain("tap-rules"), Press("menu.page", arg="rules")))
    elif page == "rules":
        buttons.insert(0, Button(t.plain("tap-figures"), Press("menu.page", arg="figures")))
    elif page == "figures":
        buttons.insert(0, Button(t.plain("tap-rules"), Press("menu.page", arg="rules")))
    elif page == "safe":
        buttons.insert(0, Button(t.plain("tap-help"), Press("help")))
    return Card(_page(page, t, settings), rows_of(buttons))


def _page(page: str, t: Text, settings: Settings) -> Safe:
    operator = settings.operator
    if page in RULES:
        return rules_text(page, t, settings)
    if page != "safe":
        told = {"operator": operator.name, "shown": operator.shown, **way_out(None, None)}
        return t(f"page-{page}", **told)
    country = operator.country or "none"
    return lines(
        t("safe-who", operator=operator.name, country=country),
        t("safe-website", operator=operator.name, website=operator.website)
        if operator.website
        else None,
        _where(t, settings),
        t("safe-decides", months=settings.rules.conflict_months),
        t("safe-never"),
        t("safe-complaint", country=country),
    )


def rules_text(page: str, t: Text, settings: Settings) -> Safe:
    """The rules for people, or this house's figures in them."""
    *steps, figures = rulebook(t, settings.policy())
    told = (
        lines(Safe(f"<b>{section.title}</b>"), *(Safe(f"• {line}") for line in section.lines))
        for section in ([figures] if page == "figures" else steps)
    )
    return blocks(Safe(f"<b>{t('rules-title')}</b>"), *told)


def _where(t: Text, settings: Settings) -> Safe:
    """In whose account real money is; where none is taken, that it is play money."""
    manual = settings.rails.manual
    if not manual.enabled:
        return t("safe-play")
    holders = t.listed(dict.fromkeys(held_by(account, t) for account in manual.accounts.values()))
    operator = settings.operator.name
    return t("safe-real", operator=operator, holder=holders, **way_out(None, None))


def safe_card(back: Press, t: Text, settings: Settings) -> Card:
    """*Is this safe?* from a card that *Back* leads to."""
    buttons = (
        Button(t.plain("tap-back"), back, style=Style.GO),
        Button(t.plain("tap-help"), Press("help")),
    )
    return Card(_page("safe", t, settings), rows_of(buttons))


def code_card(t: Text) -> Card:
    """*I have an invite*: where the code goes."""
    return Card(t("ask-code"), rows_of((Button(t.plain("tap-back"), Press("menu")),)))


def elsewhere_card(t: Text, username: str) -> Card:
    """In a group: the way to the private chat, and nothing about anybody's deals."""
    link = Button(t.plain("tap-open-private"), url=f"https://t.me/{username}")
    return Card(t("frame-private-only"), rows_of((link,)))


def blank_card(t: Text) -> Card:
    """Words that nothing was waiting for, of somebody without a deal."""
    return Card(t("frame-no-form"), rows_of((Button(t.plain("tap-menu"), Press("menu")),)))


def verify_card(key: str, t: Text, **told: str) -> Card:
    """What `/verify` found; codes and numbers as code."""
    shown = {
        name: Code(value) if name in ("code", "fingerprint") else value
        for name, value in told.items()
    }
    return Card(t(f"verify-{key}", **shown))
