"""Plain data to values and records, and back, through cattrs."""
