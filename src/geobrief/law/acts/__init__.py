"""What states did: the day on which an act counts, who did what, how it may be taken, what silence means."""
