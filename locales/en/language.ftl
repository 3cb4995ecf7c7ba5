# What the language calls itself, in the list of languages. A language may also have `check-words`:
# a list of as many words as core/inviting/safety.py has, between commas. Where both sides read the
# language, the three check words of an invite are shown from it, and else in English.
language-name = English
