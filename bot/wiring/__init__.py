"""The composition root: builds everything from the Settings, and is the only importer of storage.

process     both bots, for real
playground  both bots against a Telegram of our own, with a page of chats
admin       what the command line asks of the database

Nothing is imported here: a command that needs no Telegram loads none of it.
"""
