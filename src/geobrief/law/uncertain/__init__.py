"""What is only partly known: possible days, truth by day, sets with uncertain members; no law is in here."""
