"""Names of files, and which messages hold one."""

import pytest

from bot.mail.heard import clean_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("drafts.svg", "drafts.svg"),
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\work\\logo.ai", "C_work_logo.ai"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("a\x00b\nc.txt", "abc.txt"),
        ("طرح نهایی.pdf", "طرح نهایی.pdf"),
        (" . ", "document-1.bin"),
        ("", "document-1.bin"),
        (None, "document-1.bin"),
    ],
)
def test_a_name_loses_what_could_fool_somebody(given: str | None, kept: str) -> None:
    assert clean_name(given, "document-1.bin") == kept


def test_a_long_name_keeps_its_ending() -> None:
    name = clean_name("x" * 300 + ".tar.gz", "f")
    assert len(name) <= 100
    assert name.endswith(".gz")
