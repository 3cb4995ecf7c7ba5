"""The terms: a draft, a counter-offer, question by question, up to sending them."""
