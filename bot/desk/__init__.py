"""The desk, on python-telegram-bot: the arbiters' group, a forum topic a dispute."""

import os

# The library's next major version tells spans as timedelta and warns until one opts in.
os.environ.setdefault("PTB_TIMEDELTA", "true")
