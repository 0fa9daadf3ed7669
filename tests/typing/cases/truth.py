"""A Truth is no bool: what a checker must say about code that forgets it."""

from geobrief.truth import Truth


def answered(open_question: Truth) -> bool:
    """Return a Truth where a bool was promised."""
    return open_question  # expect: return-value


Truth.of("yes")  # expect: arg-type
Truth.among(["yes"])  # expect: list-item
Truth.YES & True  # expect: operator
Truth.of(None).is_yes()  # expect: operator
