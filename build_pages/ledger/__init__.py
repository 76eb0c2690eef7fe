"""The ledger: which addresses the releases published and with what text, and that none of them is broken since."""
