import base64
import dataclasses
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, duration, load, only_all_roles
from core.values.policy import OnSilence, Policy, QuietHours

SECRET = "7001:AAsecretsecret"
KEY = "5e" * 32
REAL = """
[operator]
currencies = ["EUR"]
[rails.manual]
enabled = true
acknowledge_custody = true
[rails.manual.accounts.EUR]
holder = "Holdfast"
iban = "DE89 3704 0044 0532 0130 00"
"""

Read = Callable[[str], Settings]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.chdir(tmp_path)

    def of(text: str) -> Settings:
        file = tmp_path / "config.toml"
        file.write_text(text, encoding="utf-8")
        return load(file)

    return of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7d", timedelta(days=7)),
        ("72h", timedelta(hours=72)),
        ("90m", timedelta(minutes=90)),
        ("30s", timedelta(seconds=30)),
        ("1h30m", timedelta(hours=1, minutes=30)),
        (" 7D ", timedelta(days=7)),
    ],
)
def test_durations_are_read_in_every_unit(typed: str, meant: timedelta) -> None:
    assert duration(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "7", 7, "7w", "-7d", "0d", "1h 30m", "d", "1.5h", "9999999999d"]
)
def test_what_is_no_duration_is_refused(typed: object) -> None:
    with pytest.raises(ValueError, match="write a duration"):
        duration(typed)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[parties]\ntokn = 'x'", "parties.tokn: there is no such key"),
        ("[partys]\ntoken = 'x'", "partys: there is no such key"),
        ("[rules]\ninvite_ttl = '7 weeks'", "rules.invite_ttl: write a duration"),
        ("[rules]\nrevision_rounds = 11", "rules.revision_rounds: write at most 10"),
        ("[rules]\non_silence = 'wait'", "rules.on_silence: write 'escalate' or 'release'"),
        ("[rules]\nfee_percent = 2.555", "rules.fee_percent: write a percentage"),
        ("[rules]\nsmall_claim = { EUR = '-1' }", "rules.small_claim.EUR: write an amount"),
        ("[operator]\ncurrencies = ['JPY']", "rules.small_claim.JPY: each currency needs"),
        ("[operator]\ncurrencies = ['EURO']", "operator.currencies.0: write the code"),
        ("[operator]\nlimits = { EUR = '1.234' }", "operator.limits.EUR: EUR has 2 decimals"),
        ("[operator]\ntime_zone = 'Mars/Base'", "operator.time_zone: write a time zone"),
        ("[telegram]\nmode = 'webhook'", "telegram.mode: webhooks come later"),
        ("[telegram]\napi_base = 'telegram'", "telegram.api_base: write an address"),
        ("[database]\nurl = 'mysql://x'", "database.url: write"),
        ("[database]\nurl = 'sqlite+aiosqlite:///'", "database.url: write"),
        ("[database]\nurl = 'sqlite+aiosqlite:///:memory:'", "database.url: write"),
        ("[database]\nurl = 'postgresql+asyncpg://u@h:port/d'", "database.url: write"),
        ("[desk]\nchat_id = 'group'", "desk.chat_id: write a whole number"),
        ("[desk]\nchat_id = 1001", "desk.chat_id: a group's number begins with a minus"),
        ("[parties]\ntoken = 'x'\n[desk]\ntoken = 'x'", "desk.token: it is that of the parties'"),
        ("[reminders]\nladder = ['150%']", "reminders.ladder.0: write a share"),
        ("[reminders]\nquiet_hours = '25:00-03:00'", "reminders.quiet_hours: write local hours"),
        ("[reminders]\ndigest = '9'", "reminders.digest: write a time of day"),
        ("[reminders]\ndigest = '24:00'", "reminders.digest: write a time of day"),
        ("[vault]\nkey = 'secret'", "vault.key: write 32 bytes in hex"),
        ("[web]\nlisten = 'localhost'", "web.listen: write an address and a port"),
        ("[rails.stripe]\nenabled = true", "rails.stripe.enabled: this way to pay comes later"),
        ("[rails.crypto_pay]\nenabled = true", "rails.crypto_pay.enabled: this way to pay comes"),
        ("[rails.telegram_invoice]\nenabled = true", "rails.telegram_invoice.enabled: this way"),
        ("[rails.play]\nenabled = false", "rails.play.enabled: no way to pay is on"),
        ("rules = 5", "rules: this is a section"),
        ("x = ?", "Invalid value (at line 1, column 5)"),
    ],
)
def test_a_mistake_is_named_by_its_key_in_one_line(read: Read, text: str, line: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read(text)
    assert line in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("find", "replace", "line"),
    [
        ("acknowledge_custody = true", "", "rails.manual.acknowledge_custody: holding other"),
        ('currencies = ["EUR"]', "", "rails.manual.accounts.USD: nobody could pay"),
        ("3000", "0300", "rails.manual.accounts.EUR.iban: this is not a valid IBAN"),
        ('iban = "DE89 3704 0044 0532 0130 00"', "", "accounts.EUR: give either iban or account"),
    ],
)
def test_real_money_needs_custody_and_an_account_for_each_currency(
    read: Read, find: str, replace: str, line: str
) -> None:
    text = REAL.replace("0130 00", "013000")
    find = find.replace("0130 00", "013000")
    assert find in text
    with pytest.raises(ConfigError) as refused:
        read(text.replace(find, replace))
    assert line in str(refused.value)


def test_a_manual_rail_is_handed_to_core_with_its_currencies(read: Read) -> None:
    settings = read(REAL)
    [rail] = settings.policy().rails
    assert rail.name == "manual"
    assert rail.real_money
    assert not rail.automatic
    assert rail.currencies == frozenset({"EUR"})
    assert settings.rails.manual.accounts["EUR"].iban == "DE89370400440532013000"


@pytest.mark.parametrize(
    ("text", "rails"),
    [
        ("", ["play"]),
        (REAL, ["manual"]),
        (f"{REAL}[rails.play]\nenabled = false", ["manual"]),
        (f"{REAL}[rails.play]\nenabled = true", ["manual", "play"]),
    ],
)
def test_play_money_is_on_without_real_money_or_when_asked_for(
    read: Read, text: str, rails: list[str]
) -> None:
    settings = read(text)
    assert [rail.name for rail in settings.policy().rails] == rails
    assert settings.rails.play.enabled == ("play" in rails)


def test_the_environment_wins_over_the_file(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_PARTIES__TOKEN", "from the environment")
    monkeypatch.setenv("HOLDFAST_RULES__INVITE_TTL", "30s")
    monkeypatch.setenv("HOLDFAST_DESK__ARBITERS", "[1001, 1002]")
    monkeypatch.setenv("HOLDFAST_RULES__SMALL_CLAIM__EUR", "70")
    settings = read("[parties]\ntoken = 'from the file'\n[rules]\nrevision_rounds = 3")
    assert settings.parties.token.get_secret_value() == "from the environment"
    assert settings.policy().invite_ttl == timedelta(seconds=30)
    assert settings.policy().revision_rounds == 3
    assert settings.staff().arbiters == {1001, 1002}
    assert settings.policy().small_claim["EUR"] == 7000


@pytest.mark.parametrize("name", ["HOLDFAST_PARTIES__TOKN", "HOLDFAST_PARTYS__TOKEN"])
def test_a_misspelt_name_in_the_environment_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, SECRET)
    with pytest.raises(ConfigError, match="there is no such") as refused:
        load()
    assert SECRET not in str(refused.value)


def test_a_list_in_the_environment_that_is_no_json_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOLDFAST_DESK__ARBITERS", "1001,1002")
    with pytest.raises(ConfigError, match="HOLDFAST_DESK"):
        load()


def test_a_secret_can_come_from_a_file(read: Read, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{SECRET}\n", encoding="utf-8")
    settings = read("[parties]\ntoken_file = 'token'")
    assert settings.parties.token.get_secret_value() == SECRET


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("token_file = 'nowhere'", "parties.token_file: this file cannot be read"),
        ("token_file = 'empty'", "parties.token_file: the first line of this file is empty"),
        ("token = 'x'\ntoken_file = 'empty'", "parties: token and token_file are both set"),
    ],
)
def test_a_secret_file_that_is_no_use_is_refused(
    read: Read, tmp_path: Path, text: str, line: str
) -> None:
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read(f"[parties]\n{text}")
    assert line in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        f"[parties]\ntoken = '{SECRET}'\ntoken_file = 'x'",
        f"[parties]\ntoken = ['{SECRET}']",
        f"[parties]\ntokn = '{SECRET}'",
        f"[parties]\ntoken = '{SECRET}'\n[database]\nurl = 'mysql://u:{SECRET}@h/d'",
        f"parties = '{SECRET}'",
    ],
)
def test_a_refusal_never_repeats_what_was_typed(read: Read, text: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read(text)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("key", [KEY, base64.b64encode(bytes.fromhex(KEY)).decode()])
def test_the_vaults_key_is_read_in_hex_or_base64_and_never_shown(read: Read, key: str) -> None:
    settings = read(f"[vault]\nkey = '{key}'")
    assert settings.vault.key.get_secret_value() == key
    assert key not in repr(settings)


def test_settings_can_be_printed_without_their_secrets(read: Read) -> None:
    assert SECRET not in repr(read(f"[parties]\ntoken = '{SECRET}'\n[desk]\ntoken = '{SECRET}2'"))


def test_without_a_file_everything_has_its_default() -> None:
    given = dataclasses.asdict(load().policy())
    plain = dataclasses.asdict(Policy())
    asked_of_the_operator = {"small_claim", "four_eyes_threshold"}
    assert {key for key, value in given.items() if value != plain[key]} == asked_of_the_operator


# One key for each field of the policy, with a value that is not the default.
CHANGED = {
    "currencies": ("[operator]\ncurrencies = ['GBP']", ("GBP",)),
    "newcomer_limit": ("[operator]\nnewcomer_limits = { EUR = '700.50' }", {"EUR": 70_050}),
    "max_deal": ("[operator]\nlimits = { EUR = '5000' }", {"EUR": 500_000}),
    "rails": (REAL, ("manual",)),
    "accounts": (REAL, {"DE89370400440532013000"}),
    "on_silence": ("[rules]\non_silence = 'release'", OnSilence.RELEASE),
    "conflict_lookback": ("[rules]\nconflict_months = 12", timedelta(days=365)),
    "fee_bps": ("[rules]\nfee_percent = '2.5'", 250),
    "reminders": ("[reminders]\nladder = ['25%', '1h']", (0.25, timedelta(hours=1))),
    "quiet_hours": (
        "[reminders]\nquiet_hours = '23:30-07:00'",
        QuietHours(time(23, 30), time(7)),
    ),
    "quiet_at_most": ("[reminders]\nquiet_at_most = '1s'", timedelta(seconds=1)),
    "digest": ("[reminders]\ndigest = '18:30'", time(18, 30)),
    "quiet_from": ("[reminders]\nquiet_from = '1s'", timedelta(seconds=1)),
    "max_drafts": ("[limits]\ndrafts = 7", 7),
    "max_open_deals": ("[limits]\nopen_deals = 7", 7),
    "max_milestones": ("[limits]\nmilestones = 7", 7),
    "max_criteria": ("[limits]\ncriteria = 7", 7),
    "max_files": ("[limits]\nfiles = 7", 7),
    "small_claim": (
        "[rules]\nsmall_claim = { EUR = '1', JPY = '2' }",
        {"EUR": 100, "USD": 5000, "GBP": 4000, "CHF": 4500, "JPY": 2},
    ),
    "four_eyes_threshold": (
        "[rules]\nfour_eyes_threshold = { EUR = '1', JPY = '2' }",
        {"EUR": 100, "USD": 50_000, "GBP": 40_000, "CHF": 45_000, "JPY": 2},
    ),
}


@pytest.mark.parametrize("field", dataclasses.fields(Policy), ids=lambda field: field.name)
def test_every_rule_of_the_policy_can_be_set(read: Read, field: dataclasses.Field[object]) -> None:
    default = getattr(Policy(), field.name)
    if field.name in CHANGED:
        text, expected = CHANGED[field.name]
    elif field.name.startswith("review_window"):
        text = f"[rules]\nmin_review = '1s'\n{field.name} = '17s'"
        expected = timedelta(seconds=17)
    elif isinstance(default, timedelta):
        text, expected = f"[rules]\n{field.name} = '17s'", timedelta(seconds=17)
    else:
        text, expected = f"[rules]\n{field.name} = 9", 9
    found = getattr(read(text).policy(), field.name)
    if field.name == "rails":
        found = tuple(rail.name for rail in found)
    assert found == expected
    assert found != default


def test_a_currency_that_is_named_twice_is_there_once(read: Read) -> None:
    assert read("[operator]\ncurrencies = ['EUR', 'eur', 'USD']").operator.currencies == (
        "EUR",
        "USD",
    )


def test_quiet_hours_can_be_off(read: Read) -> None:
    assert read("[reminders]\nquiet_hours = 'off'").policy().quiet_hours is None


def test_the_digest_can_be_off(read: Read) -> None:
    assert read("[reminders]\ndigest = 'off'").policy().digest is None


def test_the_desk_is_who_the_operator_listed(read: Read) -> None:
    lists = "arbiters = [1]\nhead_arbiters = [2]\ntreasurers = [3]\noutside = [4]"
    staff = read(f"[desk]\n{lists}").staff()
    found = [*staff.arbiters, *staff.heads, *staff.treasurers, *staff.outside]
    assert found == [1, 2, 3, 4]


def test_what_running_needs_is_asked_for_all_at_once(read: Read) -> None:
    with pytest.raises(ConfigError) as refused:
        read("[parties]\ntoken = 'x'").check_ready()
    keys = [line.partition(":")[0] for line in str(refused.value).splitlines()]
    assert keys == ["desk.token", "desk.chat_id", "desk.arbiters"]


def test_bank_transfers_need_a_treasurer(read: Read) -> None:
    with pytest.raises(ConfigError, match=r"desk\.treasurers"):
        read(REAL).check_ready()


def test_roles_are_refused_by_name() -> None:
    only_all_roles(None)
    with pytest.raises(ConfigError, match="--role"):
        only_all_roles("parties")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="holdfast init"):
        load(tmp_path / "config.toml")


@pytest.mark.parametrize("ours", ["arbiters", "head_arbiters", "treasurers"])
def test_nobody_is_of_this_house_and_of_another(read: Read, ours: str) -> None:
    with pytest.raises(ConfigError, match=r"^desk\.outside: 7 is on a list of this house too"):
        read(f"[desk]\n{ours} = [6, 7]\noutside = [7, 8]")
