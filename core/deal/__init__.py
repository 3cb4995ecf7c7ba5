"""The nouns of a deal, and what every topic stands on. It imports no topic."""
