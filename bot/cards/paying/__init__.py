"""Paying: a bank transfer and its report, the receipts, and the treasurer's cards."""
