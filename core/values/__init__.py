"""What everything is made of: ids, money, words, windows, errors, the rules of the house."""
