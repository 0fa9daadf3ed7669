"""Sources: every record has one, and none rests on itself."""

from collections.abc import Iterator

from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.claims import cycles
from geobrief.constraint import Problem

__all__ = ["circular_reporting", "no_citation"]


@rule(
    "GB401",
    severity="warning",
    title="no citation",
    remedy="cite the source",
)
def no_citation(brief: Brief) -> Iterator[Problem]:
    """Find records that cite no source.

    Why it is bad:
        Nobody can tell who says so and since when, and it rests on nothing that could be weighed.

    Example:
        sources:
          kcna: {publisher: KCNA}
        statements:
          remark: {speaker: PRK, text: It is a pact.}

    Repair:
        statements:
          remark: {speaker: PRK, text: It is a pact., citations: [{source: kcna}]}
    """
    for record in brief.records:
        if not record.citations:
            yield about(record, (), "GB401", f"{record.id!r} cites no source")


@rule(
    "GB402",
    title="circular reporting",
    remedy="correct derived_from",
)
def circular_reporting(brief: Brief) -> Iterator[Problem]:
    """Find sources that derive from themselves, directly or through others.

    Why it is bad:
        Two that quote each other look like two voices, and have no origin: each would confirm the other.

    Example:
        sources:
          one: {publisher: One, derived_from: [two]}
          two: {publisher: Two, derived_from: [one]}

    Repair:
        sources:
          one: {publisher: One}
          two: {publisher: Two, derived_from: [one]}
    """
    for cycle in cycles(brief.sources):
        message = f"circular reporting: {' → '.join((*cycle, cycle[0]))}"
        yield Problem(("sources", cycle[0], "derived_from"), "GB402", message, cycle[0])
