"""Sources: every record has one, and none rests on itself."""

from collections.abc import Iterator

from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.claims import cycles
from geobrief.constraint import Problem

__all__ = ["circular_reporting", "no_citation"]


@rule("GB401")
def no_citation(brief: Brief) -> Iterator[Problem]:
    """Find records that cite no source."""
    for record in brief.records:
        if not record.citations:
            yield about(record, (), "GB401", f"{record.id!r} cites no source")


@rule("GB402")
def circular_reporting(brief: Brief) -> Iterator[Problem]:
    """Find sources that derive from themselves, directly or through others."""
    for cycle in cycles(brief.sources):
        message = f"circular reporting: {' → '.join((*cycle, cycle[0]))}"
        yield Problem(("sources", cycle[0], "derived_from"), "GB402", message, cycle[0])
