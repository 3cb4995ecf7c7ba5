"""Everything that touches the outside world.

The two bots, payments, the clock, documents and the command line.
"""
