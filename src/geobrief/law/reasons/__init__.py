"""Reasons: what a rule found, in sentences with acts, sources and article; a file for each rule."""
