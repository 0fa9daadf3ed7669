"""What was known on a day: the same brief with only what had been published by then.

A record is known from the earliest publication of its sources (or from ``recorded``).
Its parts go by their own citations; a part without any is known with the record's latest
source.  What cannot be placed before or after the day is left out, and said.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

from geobrief.constraint import Constrained
from geobrief.model.record import Record
from geobrief.truth import Truth
from geobrief.values.mapping import FrozenMapping
from geobrief.values.source import Citation, Source
from geobrief.values.when import When

__all__ = ["any_published", "known_part", "known_record", "publications", "published_by"]

R = TypeVar("R", bound=Record)


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
    """Strip from a known record the parts and citations that were published later."""
    if record.citations:
        whole = all(published_by(each, sources, day).is_yes for each in record.citations)
    else:
        whole = record.recorded is not None
    return _stripped(record, sources, day, whole=whole)


T = TypeVar("T", bound=Constrained)


def _stripped(value: T, sources: Mapping[str, Source], day: date, *, whole: bool) -> T:
    """Strip every field of a value; a part that was not known is left out."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name) if field.init else None
        if isinstance(held, Constrained):
            changes[field.name] = _known(held, sources, day, whole=whole)
        elif isinstance(held, tuple):
            kept = (_known(each, sources, day, whole=whole) for each in held)
            changes[field.name] = tuple(each for each in kept if each is not None)
        elif isinstance(held, FrozenMapping):
            named = {key: _known(each, sources, day, whole=whole) for key, each in held.items()}
            changes[field.name] = FrozenMapping(
                {key: each for key, each in named.items() if each is not None}
            )
    changed = {name: new for name, new in changes.items() if new != getattr(value, name)}
    return attrs.evolve(value, **changed) if changed else value


def _known(part: Any, sources: Mapping[str, Source], day: date, *, whole: bool) -> Any:
    """Return what was known of a part, or None; what cites nothing is known with the whole record."""
    if not isinstance(part, Constrained):
        return part
    if isinstance(part, Citation):
        return part if published_by(part, sources, day).is_yes else None
    citations: tuple[Citation, ...] | None = getattr(part, "citations", None)
    if citations is None:
        return _stripped(part, sources, day, whole=whole)
    known = any_published(citations, sources, day).is_yes if citations else whole
    return _stripped(part, sources, day, whole=whole) if known else None
