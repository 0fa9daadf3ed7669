"""What is judged: opinions with the words in which they are hedged, which are never facts."""

from typing import Final

from geobrief.model.assessment import Assessment
from geobrief.values.likelihood import LIKELIHOOD_RANGES
from geobrief.views.page.parts import RecordEntry, Words, words
from geobrief.views.page.reader import Reader, between, day
from geobrief.views.page.record_section import RecordSection
from geobrief.words import worded

__all__ = ["ASSESSMENTS"]


def _entry(assessment: Assessment, reader: Reader) -> RecordEntry:
    holders = words(reader.names.actors(assessment.holders), tone="strong")
    hedge = words(f"“{assessment.verbatim}”", tone="hedge") if assessment.verbatim is not None else None
    sure = f"{assessment.confidence} confidence" if assessment.confidence is not None else None
    body = (
        between(holders, day(assessment.on), hedge, sure),
        words(assessment.proposition),
        *reader.about(assessment.about),
    )
    return RecordEntry(_likelihood(assessment), body, reader.notes(assessment.citations))


def _likelihood(assessment: Assessment) -> Words:
    if assessment.likelihood is None:
        return words(("JUDGED", "open"), ("\nno likelihood", "dim"))
    low, high = LIKELIHOOD_RANGES[assessment.likelihood]
    return words((worded(assessment.likelihood).upper(), "open"), (f"\n{low}–{high} %", "dim"))


ASSESSMENTS: Final = RecordSection(
    kind=Assessment,
    title="What is judged, and by whom",
    entry=_entry,
    day=lambda assessment: assessment.on,
)
"""Each judgement, by day."""
