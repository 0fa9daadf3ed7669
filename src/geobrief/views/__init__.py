"""Views: what a brief says, for people.

``page`` is what is said, as plain values; every other module is a rendering of it or of a brief.
"""
