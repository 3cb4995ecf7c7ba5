"""Steps of one button around paying: play money, money that is short, a milestone that is next."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards.kit.house import PLAY
from bot.parties.kit.taps import Tap, plain, tapped
from core.deal.commands import Command
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.paying import AcceptShortfall, AskShortfall, CancelFunding, DropRest, GoOn, Pay
from core.views import DealView


def _pay(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = tapped(m, press)
    return Pay(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
        rail=PLAY,
    )


def _accept_shortfall(view: DealView, m: Milestone, press: Press) -> Command:
    _, amount = tapped(m, press)
    return AcceptShortfall(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )


PAY = Tap(Act.PAY, _pay, first=False)
_TAPS = (
    PAY,
    Tap(Act.ASK_SHORTFALL, plain(AskShortfall)),
    Tap(Act.ACCEPT_SHORTFALL, _accept_shortfall),
    Tap(Act.CANCEL_FUNDING, plain(CancelFunding)),
    Tap(Act.GO_ON, plain(GoOn)),
    Tap(Act.DROP, plain(DropRest)),
)
PRESSES = tuple(press for tap in _TAPS for press in tap.presses())
