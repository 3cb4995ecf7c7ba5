"""Documents of deals that ended: nobody writes them any more, and as JSON each fills a page.

A packed one holds terms and body: `z1:` before their zlib in base64, of which the dictionary is
part for ever: another one gets another mark. JSON begins otherwise. Of 4,000 characters some 800
stay, so that SQLite keeps four on a page; without the dictionary it would be two.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from typing import Final

_MARK: Final = "z1:"
_BETWEEN: Final = "\n"
"""JSON without indents has none of its own."""
_OFTEN: Final = (
    b'"disputes":[{"milestone":"opened_by":"statements":[{"by":"ruling":{"outcome":"split"'
    b',"arbiter":"question":"answer":"reason":"proposals":[{"kind":"extension","until":"se'
    b'ttlement","cancel","pause","note":{"w":"refund","transfers":[{"number":1,"kind":"pay'
    b'out","milestone":1,"person":,"amount":[0,"USD"],"rail":"play","source":"","window":{'
    b'"opened_at":"2026-,"ends_at":"2026-"}}],"confirmed_at":"reference":"asked":["claims"'
    b':["reminded":[["remind:milestone:1:"diary":"ended_why":"cancelled","expired","declin'
    b'ed","completed"}[{"rules":{"review_window":604800000000,"review_window_after_revisio'
    b'n":432000000000,"on_silence":"release","escalate","revision_rounds":2,"late_grace":8'
    b'6400000000,"funding_window":604800000000},"creator_role":"client","creator_role":"fr'
    b'eelancer","title":{"w":"},"summary":{"w":"},"currency":"EUR","milestones":[{"title":'
    b'{"w":"},"amount":[30000,"EUR"],"duration":432000000000,"criteria":[{"w":"},{"w":"}]}'
    b"]}]\n"
    b'{"id":"","state":"completed","creator":5000000000,"terms":{"t":0},"started_at":"2026'
    b'-01-01T00:00:00.000000+00:00","active_at":"2026-01-01T00:00:00.000000+00:00","seen":'
    b'5,"invite":{"nonce":"","token_hash":"","code_hash":"","locale":"en"},"offers":[{"ver'
    b'sion":1,"terms":{"t":0},"by":5000000000,"at":"2026-01-01T00:00:00.000000+00:00","fin'
    b'gerprint":""}],"invitee":5000000001,"agreement":{"version":1,"terms":{"t":0},"finger'
    b'print":"","at":"2026-01-01T00:00:00.000000+00:00","acceptances":[{"person":500000000'
    b'0,"version":1,"fingerprint":"","at":"2026-01-01T00:00:00.000000+00:00","locale":"en"'
    b',"request":"","button":""},{"person":5000000001,"version":1,"fingerprint":"","at":"2'
    b'026-01-01T00:00:00.000000+00:00","locale":"en","request":"","button":""}]},"acceptan'
    b'ces":[{"person":,"milestones":[{"number":1,"state":"released","refunded","amount":[3'
    b'0000,"EUR"],"seen":7,"held":[0,"EUR"],"waiting":[0,"EUR"],"released":[30000,"EUR"],"'
    b'fee":[0,"EUR"],"refunded":[0,"EUR"],"due_at":"2026-01-01T00:00:00.000000+00:00","rai'
    b'l":"manual","deposits":[{"external_id":"","rail":"manual","amount":[30000,"EUR"],"at'
    b'":"2026-01-01T00:00:00.000000+00:00","source":"","confirmed_by":3}],"submissions":[{'
    b'"number":1,"at":"2026-01-01T00:00:00.000000+00:00","files":[{"f":["","draft.png","im'
    b'age/png",10,"document"]}],"links":[],"notes":[{"w":""},{"w":""}]},{"number":2,"at":"'
    b'2026-01-01T00:00:00.000000+00:00","answers":[{"w":""}]}],"rounds":[{"number":1,"at":'
    b'"2026-01-01T00:00:00.000000+00:00","items":[{"kind":"defect","words":{"w":""},"crite'
    b'rion":0}],"due_at":"2026-01-01T00:00:00.000000+00:00","counts":false}],"ended_at":"2'
    b'026-01-01T00:00:00.000000+00:00"}],"transfers":[{"number":1,"kind":"payout","milesto'
    b'ne":1,"person":5000000000,"amount":[30000,"EUR"],"rail":"manual","source":"","window'
    b'":{"opened_at":"2026-01-01T00:00:00.000000+00:00","ends_at":"2026-01-01T00:00:00.000'
    b'000+00:00"}}],"ended_at":"2026-01-01T00:00:00.000000+00:00","ended_why":"completed"}'
)
"""What documents have in common, the most frequent last. Never changed."""


def pack(terms: str, body: str) -> tuple[str, str]:
    """(terms, body) as they are kept."""
    packing = zlib.compressobj(9, zdict=_OFTEN)
    packed = packing.compress(_BETWEEN.join((terms, body)).encode()) + packing.flush()
    return "", _MARK + b64encode(packed).decode()


def unpack(terms: str, body: str) -> tuple[str, str]:
    """(terms, body) as they were written, packed or not."""
    if not body.startswith(_MARK):
        return terms, body
    whole = zlib.decompressobj(zdict=_OFTEN).decompress(b64decode(body.removeprefix(_MARK)))
    first, _, rest = whole.decode().partition(_BETWEEN)
    return first, rest
