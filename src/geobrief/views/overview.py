"""What the page of a brief answers, as plain data."""

from geobrief.brief import Brief
from geobrief.result import PlainDict
from geobrief.values.when import When
from geobrief.views.page.reader import Reader
from geobrief.views.page.selection import SECTIONS

__all__ = ["overview"]


def overview(brief: Brief, *, on: When | None = None) -> PlainDict:
    """Return what each section answers about its records on a day, and the timeline."""
    reader = Reader(brief, on if on is not None else brief.as_of)
    return {
        "version": 1,
        "title": brief.title,
        "as_of": str(brief.as_of),
        "on": str(reader.on),
        **{each.kind.section: answers for each in SECTIONS if (answers := each.answers(reader)) is not None},
        "timeline": [entry.to_dict() for entry in brief.timeline(until=reader.on)],
    }
