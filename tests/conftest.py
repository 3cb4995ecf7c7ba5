"""What every test shares: the parts that need something, and saying aloud which were left out.

A test marked `postgres`, `web` or `story` skips on a machine without what it needs, with a reason.
`HOLDFAST_TEST_REQUIRE=postgres,web,story` turns such a skip into a failure, and a part of which no
test ran at all too: CI sets it.
"""

import os
from collections import defaultdict
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

PARTS = ("postgres", "web", "story")
POSTGRES = "HOLDFAST_TEST_POSTGRES"
REQUIRE = "HOLDFAST_TEST_REQUIRE"

# Deadlines measure the machine, not the code: two cores that are shared miss them at random.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("dev", settings(max_examples=50, **_COMMON))  # type: ignore[arg-type]
settings.register_profile("ci", settings(max_examples=200, derandomize=True, **_COMMON))  # type: ignore[arg-type]
settings.register_profile("mutants", settings(max_examples=30, derandomize=True, **_COMMON))  # type: ignore[arg-type]
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def required() -> set[str]:
    """The parts that must run here, from the environment."""
    named = {part.strip() for part in os.environ.get(REQUIRE, "").split(",")} - {""}
    if named - set(PARTS):
        msg = f"{REQUIRE} knows {', '.join(PARTS)}; not {', '.join(sorted(named - set(PARTS)))}"
        raise pytest.UsageError(msg)
    return named


def pytest_configure() -> None:
    required()


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A server where tests may create and drop databases; the skip that reports its absence."""
    url = os.environ.get(POSTGRES)
    if not url:
        pytest.skip(f"no PostgreSQL: set {POSTGRES}=postgresql+asyncpg://user@host/postgres")
    return url


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a required part into a failure."""
    report = yield
    parts = [part for part in PARTS if item.get_closest_marker(part)]
    report.user_properties.append(("parts", ",".join(parts)))
    if report.skipped and not hasattr(report, "wasxfail") and required().intersection(parts):
        report.outcome = "failed"
        report.longrepr = f"{REQUIRE} wants this to run, and it was skipped: {reason(report)}"
    return report


def reason(report: pytest.TestReport) -> str:
    """Why a test was skipped, in the words of the skip."""
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return str(report.longrepr)


def parts_of(report: object) -> str:
    """The parts that a test belongs to; reports of other things have none."""
    return str(dict(getattr(report, "user_properties", ())).get("parts", ""))


def never_ran(reporter: pytest.TerminalReporter) -> set[str]:
    """Required parts of which no test passed or failed."""
    done = [*reporter.stats.get("passed", []), *reporter.stats.get("failed", [])]
    return required().difference(*(parts_of(report).split(",") for report in done))


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and not session.exitstatus and never_ran(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which parts were left out, how many tests each, and why."""
    for part in sorted(never_ran(terminalreporter)):
        terminalreporter.line(f"{REQUIRE} wants {part}, and none of its tests ran", red=True)
    left_out: dict[tuple[str, str], int] = defaultdict(int)
    for report in terminalreporter.stats.get("skipped", []):
        if parts := parts_of(report):
            left_out[parts, reason(report)] += 1
    if not left_out:
        return
    terminalreporter.section("LEFT OUT", sep="!", red=True, bold=True)
    for (parts, why), count in sorted(left_out.items()):
        terminalreporter.line(f"{count} of {parts}: {why}", red=True)
