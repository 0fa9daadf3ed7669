"""Why: the reasons of answers, in words that can be printed, each with its acts, sources and rule.

The law itself is one floor up, in `geobrief.law`; here stands what is said of it, one file for
each thing that can be asked why: entry into force, endings, leaving, being a party.
"""
