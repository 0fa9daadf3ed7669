"""Questions about a treaty, asked of every interpretation of its records and answered for any day."""
