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
from geobrief.values.source import Citation, Source
from geobrief.values.when import When

__all__ = ["known_part", "known_record", "publications", "published_by"]

R = TypeVar("R", bound=Record)


def publications(citations: Iterable[Citation], sources: Mapping[str, Source]) -> tuple[When, ...]:
    """Return the days on which the sources cited were published, where that is known."""
    cited = (sources.get(citation.source) for citation in citations)
    return tuple(source.published for source in cited if source is not None and source.published is not None)


def published_by(days: Iterable[When], day: date) -> Truth:
    """Whether any of several publications lies on or before a day; none at all is unknown."""
    answers = [each.on_or_before(day) for each in days]
    if Truth.YES in answers:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in answers or not answers else Truth.NO


def known_record(record: Record, sources: Mapping[str, Source], day: date) -> Truth:
    """Whether a record was known on a day."""
    if record.recorded is not None:
        return record.recorded.on_or_before(day)
    return published_by(publications(record.citations, sources), day)


def known_part(record: R, sources: Mapping[str, Source], day: date) -> R:
    """Strip from a known record the parts and citations that were published later."""
    days = publications(record.citations, sources)
    wholly = bool(days) and all(each.on_or_before(day).is_yes for each in days)
    if not days:
        wholly = record.recorded is not None
    return _stripped(record, sources, day, whole=wholly)


T = TypeVar("T", bound=Constrained)


def _stripped(value: T, sources: Mapping[str, Source], day: date, *, whole: bool) -> T:
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name) if field.init else None
        if isinstance(held, tuple) and held and isinstance(held[0], Constrained):
            kept = tuple(_kept(each, sources, day, whole=whole) for each in held)
            changes[field.name] = tuple(each for each in kept if each is not None)
        elif isinstance(held, Constrained) and hasattr(held, "citations"):
            changes[field.name] = _kept(held, sources, day, whole=whole)
    changed = {name: new for name, new in changes.items() if new != getattr(value, name)}
    return attrs.evolve(value, **changed) if changed else value


def _kept(part: T, sources: Mapping[str, Source], day: date, *, whole: bool) -> T | None:
    if isinstance(part, Citation):
        return part if published_by(publications([part], sources), day).is_yes else None
    citations = getattr(part, "citations", None)
    if citations is None:
        return part
    known = published_by(publications(citations, sources), day).is_yes if citations else whole
    return _stripped(part, sources, day, whole=whole) if known else None
