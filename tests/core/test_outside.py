"""A card, an account, a wallet, "pay me directly": seen in any digits, and never in an order."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from core.disputing import OpenDispute
from core.drafting import EditTerms, SetDescription
from core.talking import Say, WriteDiary
from core.values.outside import Outside, outside
from core.working import ContestPoint, RequestChanges, SubmitWork
from tests.core.test_table import ITEM
from tests.kit.scene import BINA, CARLOS, FILE, Scene, words

SEEN = {
    Outside.CARD: [
        "6037 9975 9900 0008",
        "my card: 4111-1111-1111-1111 thanks",
        "4111111111111111",
        "شماره: ۶۰۳۷۹۹۷۵۹۹۰۰۰۰۰۸",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "6037.9975.9900.0008",
        "3782 822463 10005",
    ],
    Outside.ACCOUNT: [
        "DE89 3704 0044 0532 0130 00",
        "iban de89370400440532013000, name Bina",
        "IR06 2960 0000 0010 0324 2000 01",
        "شبا ۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱",
        "GB82 WEST 1234 5698 7654 32 please",
    ],
    Outside.WALLET: [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "USDT: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2",
    ],
    Outside.DIRECT: [
        "Pay me directly, it is cheaper",
        "Could you pay me outside?",
        "just send it to my PayPal",
        "transfer the money to my bank account",
        "pay me via WhatsApp",
        "let us settle outside the bot",
        "you can pay directly to me",
        "https://paypal.me/bina",
        "my wallet address is below",
        "کارت‌به‌کارت کن",
        "پول را مستقیم به من بدهید",
        "لطفاً به حسابم واریز کنید",
        "بیرون از ربات تسویه کنیم",
        "پرداخت بدون ربات ارزان‌تر است",
        "شماره کارتم را می‌فرستم",
        "مستقیماً برایم واریز کن",
    ],
}
QUIET = [
    "Order 4111 1111 1111 1111",
    "tracking number: 4111111111111111",
    "شمارهٔ سفارش ۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱",
    "4111 1111 1111 1112",
    "1234 5678 9012 3456",
    "0000 0000 0000 0000",
    "120,000,000,000 IRR",
    "4,111,111,111,111,111 IRR",
    "4 111 111 111 111 111",
    "۱۲۰٬۰۰۰٬۰۰۰ تومان",
    "300.00 EUR in 2 payments",
    "2026-11-27 14:10:00",
    "+49 170 1234567",
    "call me at 0912 345 6789",
    "https://example.com/order/4111111111111111/view",
    "sha 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "DE89 3704 0044 0532 0130 01",
    "7K3F9QZM",
    "users pay directly on the page with their card",
    "the app sends money to the customer's account",
    "Integrate PayPal and Stripe",
    "Please pay attention to my notes",
    "It must work without the bot",
    "the order is outside the system",
    "I sent the drafts to my account manager",
    "درگاه پرداخت مستقیم برای سایت",
    "طراحی کارت ویزیت و کارت تبریک",
    "فایل را مستقیم برایم بفرست",
    "عکس را به من بده",
    "پرداخت را از همین ربات انجام می‌دهم",
    "شماره کارت خریدار در فاکتور بیاید",
]


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in SEEN.items() for t in ts])
def test_a_way_past_us_is_seen(kind: Outside, text: str) -> None:
    assert outside(text) is kind
    assert outside(f"Hello!\n{text}\nBye") is kind


@pytest.mark.parametrize("text", QUIET)
def test_what_is_none_raises_no_alarm(text: str) -> None:
    assert outside(text) is None


def test_the_houses_own_account_leads_no_money_past_it() -> None:
    ours = frozenset({"DE89370400440532013000"})
    assert outside("I paid to DE89 3704 0044 0532 0130 00", ours) is None
    assert outside("to GB82 WEST 1234 5698 7654 32", ours) is Outside.ACCOUNT


def test_both_are_warned_wherever_it_is_written_and_nothing_is_stopped() -> None:
    scene = Scene()
    card = words("to 4111 1111 1111 1111")
    scene.funded("100.00 EUR")
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=card))
    scene.do(Say(actor=CARLOS, deal=scene.deal_id, words=card))
    scene.on_milestone(
        SubmitWork, BINA, files=(FILE,), notes=(words("done"), words("done")), words=card
    )
    scene.on_milestone(RequestChanges, CARLOS, items=(replace(ITEM, words=card),))
    scene.on_milestone(ContestPoint, BINA, item=0, words=card)
    for person in (BINA, CARLOS):
        assert scene.told(person).count("outside-named") == 5
    assert not scene.notice(BINA, "outside-named").ring
    assert len(scene.deal.milestone(1).submissions) == 1


def test_what_somebody_asked_for_is_evidence_in_a_dispute() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    m = scene.m
    scene.do(
        OpenDispute(
            actor=CARLOS,
            deal=scene.deal_id,
            milestone=1,
            seen=m.seen,
            reason=words("She wrote: pay me directly"),
            sought=m.held,
        )
    )
    assert "outside-named" not in scene.told(BINA)


def test_in_a_draft_only_its_writer_is_there_to_be_warned() -> None:
    scene = Scene()
    scene.draft("100.00 EUR")
    edits = (SetDescription(words("to 4111 1111 1111 1111")),)
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    assert scene.told(BINA) == ["outside-named"]


def test_a_long_text_is_read_at_once() -> None:
    rng = random.Random(7)
    letters = "pay my to me direct 0123456789 -. به من حساب پول مستقیم DE89 T1 0x"
    text = "".join(rng.choice(letters) for _ in range(4096))
    begun = time.perf_counter()
    for _ in range(20):
        outside(text)
    assert time.perf_counter() - begun < 4
