"""What was known by a day: only what had been published by then.

A day that is imprecise means its last one.  Publication that may lie after the day does not
count; whoever asks is told what was left out.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from geobrief.claims.speaker import Actors
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.record import Record
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.convert import as_optional_when, as_when
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["Known", "judged"]


@attrs.frozen(kw_only=True)
class Known:
    """What can be known by a day, from given sources.

    Attributes:
        on: the day; where it is imprecise, its last day is meant.
        sources: the sources, by id.
        actors: the actors that the brief declares, by code.
        as_of: the day by which everything without a date was known; left out, nobody knows.
    """

    on: When = attrs.field(converter=as_when)
    sources: Mapping[str, Source]
    actors: Actors = attrs.field(factory=dict[str, DeclaredActor])
    as_of: When | None = attrs.field(default=None, converter=as_optional_when)

    @property
    def day(self) -> date:
        """The last day that counts."""
        return self.on.latest or date.max

    def published(self, citation: Citation) -> Truth:
        """Whether what is cited had been published by the day."""
        source = self.sources.get(citation.source)
        if source is not None and source.published is not None:
            return source.published.on_or_before(self.day)
        return self.undated()

    def undated(self) -> Truth:
        """Whether something without a date was known by the day."""
        if self.as_of is not None and self.as_of.on_or_before(self.day).is_yes:
            return Truth.YES
        return Truth.UNKNOWN

    def any_published(self, citations: Iterable[Citation]) -> Truth:
        """Whether at least one of several citations had been published by the day."""
        known = Truth.NO
        for citation in citations:
            known = known | self.published(citation)
        return known

    def all_published(self, citations: Iterable[Citation]) -> Truth:
        """Whether all of several citations had been published by the day."""
        known = Truth.YES
        for citation in citations:
            known = known & self.published(citation)
        return known

    def recorded(self, record: Record) -> Truth | None:
        """Whether a record had become known by the day; None where nothing says when it did.

        What counts is the day ``recorded``, else the earliest dated publication of its
        sources; those that cannot be judged tell nothing.
        """
        if record.recorded is not None:
            return record.recorded.on_or_before(self.day)
        dated = [
            citation
            for citation in record.citations
            if judged(citation, self.sources) and self.sources[citation.source].published is not None
        ]
        return self.any_published(dated) if dated else None


def judged(citation: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether a citation counts at all: listed, and neither F nor 6, which cannot be judged.

    >>> judged(Citation(source="leak"), {"leak": Source(publisher="A blog", reliability="F")})
    False
    """
    source = sources.get(citation.source)
    return source is not None and source.reliability != "F" and citation.credibility != 6
