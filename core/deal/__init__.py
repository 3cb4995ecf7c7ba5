"""The deal: its state, who may do what, and the one function that decides."""

from core.deal.agreeing import start, viewable
from core.deal.decide import decide
from core.deal.declared import available
from core.deal.model import Deal, DealState
from core.deal.step import Act, Offered

__all__ = ["Act", "Deal", "DealState", "Offered", "available", "decide", "start", "viewable"]
