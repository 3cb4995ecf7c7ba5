"""Ways to pay, one file each.

A rail that confirms by itself sends what core says is owed, under a key of ours, and tells core.
Bank transfers need no file here: their account stands in the configuration, the parties' bot shows
it with a reference, and a treasurer confirms at the desk.
"""

from bot.rails.play import PlayMoney
from bot.rails.rail import Rail

__all__ = ["PlayMoney", "Rail"]
