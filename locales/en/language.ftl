# What the language calls itself, in the list of languages.
language-name = English
