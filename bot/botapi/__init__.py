"""The Bot API as data: what its methods and types are, and what of an update can be read."""
