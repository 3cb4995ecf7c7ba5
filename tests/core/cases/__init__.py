"""Cases to get right: what went wrong elsewhere, each a test that is named by it."""
