"""The desk's way to and from Telegram."""
