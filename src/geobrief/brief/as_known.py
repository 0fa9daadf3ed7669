"""What was known on a day: the same brief with only what had been published by then.

A record is known from the earliest publication of its sources (or from ``recorded``).
Its parts go by their own citations; a part without any is known with the record's latest
source.  What cannot be placed before or after the day is left out, and said; a record that
is left out so keeps no part that was certainly published later.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

from geobrief.brief.index import Index
from geobrief.brief.parts import Part
from geobrief.constraint import Constrained
from geobrief.model.record import Record
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.mapping import FrozenMapping
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = [
    "any_published",
    "as_known",
    "known_part",
    "known_record",
    "possible_part",
    "publications",
    "published_by",
]

R = TypeVar("R", bound=Record)


def as_known(index: Index, parts: Iterable[Part], last: date) -> dict[str, Any]:
    """Give those fields of a brief that are not the same if nothing had been published after a day."""
    sources = index.sources
    known = {each.id: known_record(each, sources, last) for each in (*index.records, *index.unplaced)}
    unplaced = [each for each in index.records if known[each.id].is_unknown]
    unplaced += [each for each in index.unplaced if not known[each.id].is_no]
    return {
        "as_of": _lowered(index.as_of, last),
        "sources": {
            name: source
            for name, source in sources.items()
            if source.published is None or not source.published.on_or_before(last).is_no
        },
        "records": [known_part(each, sources, last) for each in index.records if known[each.id].is_yes],
        "parts": tuple(attrs.evolve(part, as_of=_lowered(part.as_of, last)) for part in parts),
        "unplaced": [possible_part(each, sources, last) for each in unplaced],
    }


def _lowered(as_of: When, last: date) -> When:
    return When.of(last) if as_of.latest is None or as_of.latest > last else as_of


def publications(citations: Iterable[Citation], sources: Mapping[str, Source]) -> tuple[When, ...]:
    """Return the days on which the sources cited were published, where that is known."""
    cited = (sources.get(citation.source) for citation in citations)
    return tuple(source.published for source in cited if source is not None and source.published is not None)


def published_by(citation: Citation, sources: Mapping[str, Source], day: date) -> Truth:
    """Whether what is cited had been published by a day; unknown where its source has no date."""
    source = sources.get(citation.source)
    if source is None or source.published is None:
        return Truth.UNKNOWN
    return source.published.on_or_before(day)


def any_published(citations: Iterable[Citation], sources: Mapping[str, Source], day: date) -> Truth:
    """Whether any of several citations had been published by a day; of none it is unknown."""
    answers = [published_by(each, sources, day) for each in citations]
    if Truth.YES in answers:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in answers or not answers else Truth.NO


def known_record(record: Record, sources: Mapping[str, Source], day: date) -> Truth:
    """Whether a record was known on a day."""
    if record.recorded is not None:
        return record.recorded.on_or_before(day)
    return any_published(record.citations, sources, day)


def known_part(record: R, sources: Mapping[str, Source], day: date) -> R:
    """Strip from a known record the parts and citations that may have been published later."""
    if record.citations:
        whole = all(published_by(each, sources, day).is_yes for each in record.citations)
    else:
        whole = record.recorded is not None
    return _Stripper(sources, day, whole=whole).strip(record)


def possible_part(record: R, sources: Mapping[str, Source], day: date) -> R:
    """Strip from a record that may have been known what was certainly published later."""
    whole = not any(published_by(each, sources, day).is_no for each in record.citations)
    return _Stripper(sources, day, whole=whole, possible=True).strip(record)


T = TypeVar("T", bound=Constrained)


@attrs.frozen
class _Stripper:
    """What leaves out of a value the parts that were not known on a day.

    Attributes:
        sources: the sources, by id.
        day: the day.
        whole: whether the whole record was known, and so whatever cites nothing in it.
        possible: whether what may have been known stays as well.
    """

    sources: Mapping[str, Source]
    day: date
    whole: bool = attrs.field(kw_only=True)
    possible: bool = attrs.field(kw_only=True, default=False)

    def strip(self, value: T) -> T:
        """Strip every field of a value; a part that was not known is left out."""
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name) if field.init else None
            if isinstance(held, Constrained):
                changes[field.name] = self._known(held)
            elif isinstance(held, tuple):
                kept = (self._known(each) for each in held)
                changes[field.name] = tuple(each for each in kept if each is not None)
            elif isinstance(held, FrozenMapping):
                named = {key: self._known(each) for key, each in held.items()}
                changes[field.name] = FrozenMapping(
                    {key: each for key, each in named.items() if each is not None}
                )
        changed = {name: new for name, new in changes.items() if new != getattr(value, name)}
        return attrs.evolve(value, **changed) if changed else value

    def _known(self, part: Any) -> Any:
        """Return what was known of a part, or None; what cites nothing is known with the whole record."""
        if not isinstance(part, Constrained):
            return part
        if isinstance(part, Citation):
            return part if self._counts(published_by(part, self.sources, self.day)) else None
        citations: tuple[Citation, ...] | None = getattr(part, "citations", None)
        if citations is None:
            return self.strip(part)
        known = self._counts(any_published(citations, self.sources, self.day)) if citations else self.whole
        return self.strip(part) if known else None

    def _counts(self, published: Truth) -> bool:
        return published.is_yes or (self.possible and published.is_unknown)
