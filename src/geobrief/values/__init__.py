"""What a field can hold: dates, periods, estimates, places, sources."""
