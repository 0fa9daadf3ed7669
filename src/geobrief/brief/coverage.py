"""Coverage of a treaty in a brief: outside it, the absence of a record is not a no.

A treaty with at least one recorded act is covered up to the ``as_of`` of its part (raised
by sequels); one without any is not covered; ``coverage`` of the treaty or of the part
overrides both.
"""

from geobrief.brief.parts import Part
from geobrief.model.coverage import Coverage
from geobrief.model.treaty import Treaty
from geobrief.values.when import When

__all__ = ["coverage_of", "earlier"]


def coverage_of(treaty: Treaty, part: Part, until: When, *, has_acts: bool) -> Coverage:
    """Resolve what is recorded about a treaty, and up to which day."""
    stated = treaty.coverage or part.coverage.get(treaty.id) or part.coverage.get(treaty.kind_name)
    if stated is None:
        return Coverage(until=until, covered=has_acts)
    return Coverage(
        acts=stated.acts,
        until=until if stated.until is None else earlier(stated.until, until),
        covered=stated.covered,
    )


def earlier(one: When, other: When) -> When:
    """Return the one that ends first."""
    if one.latest is None or other.latest is None:
        return other if one.latest is None else one
    return one if one.latest <= other.latest else other
