"""Steps of one button around paying: play money, money that is short, a milestone that is next."""

from __future__ import annotations

from bot.cards.kit.house import PLAY
from bot.parties.kit.taps import Tap, plain, priced
from core.deal.step import Act
from core.paying import AcceptShortfall, AskShortfall, CancelFunding, DropRest, GoOn, Pay

PAY = Tap(Act.PAY, priced(Pay, rail=PLAY), first=False)
_TAPS = (
    PAY,
    Tap(Act.ASK_SHORTFALL, plain(AskShortfall)),
    Tap(Act.ACCEPT_SHORTFALL, priced(AcceptShortfall)),
    Tap(Act.CANCEL_FUNDING, plain(CancelFunding)),
    Tap(Act.GO_ON, plain(GoOn)),
    Tap(Act.DROP, plain(DropRest)),
)
PRESSES = tuple(press for tap in _TAPS for press in tap.presses())
