"""The desk, on python-telegram-bot: the arbiters' group, a forum topic a dispute."""
