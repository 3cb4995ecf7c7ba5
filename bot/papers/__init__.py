"""Papers that people get: agreements, receipts, statements, QR pictures, in any script."""
