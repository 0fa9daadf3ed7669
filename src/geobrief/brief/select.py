"""Selection: records of one kind by who acts, against whom, and when.

Each kind declares which of its fields play ``by``, ``against`` and ``day``; asking for a
role that a kind lacks is a TypeError, not an empty result.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from geobrief import actors
from geobrief.constraint import Steps
from geobrief.model.record import Record
from geobrief.truth import Truth
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = ["day_of", "kept", "matches", "placed", "values_at"]


R = TypeVar("R", bound=Record)


def matches(
    record: Record, *, by: str | None, against: str | None, since: When | None, until: When | None
) -> Truth:
    """Whether a record fits: yes, no, or unknown where its date is imprecise or missing."""
    if by is not None and not _names(record, "by", by):
        return Truth.NO
    if against is not None and not _names(record, "against", against):
        return Truth.NO
    if since is None and until is None:
        return Truth.YES
    return _dated(record, since, until)


def _names(record: Record, role: str, actor: str) -> bool:
    person = actors.person(actor)
    return any(
        actors.person(each) == person for path in record.roles[role] for each in values_at(record, path)
    )


def placed(value: object, dotted: str, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield what stands at a dotted path with its exact path, through tuples; what is missing is left out.

    >>> from geobrief import Accusation
    >>> list(placed(Accusation(id="a", accusers=["KOR", "USA"]), "accusers"))
    [(('accusers', 0), 'KOR'), (('accusers', 1), 'USA')]
    """
    name, _, rest = dotted.partition(".")
    held = getattr(value, name)
    members = enumerate(held) if isinstance(held, tuple | frozenset) else [(None, held)]
    for index, each in members:
        here = (*path, name) if index is None else (*path, name, index)
        if each is not None:
            yield from placed(each, rest, here) if rest else [(here, each)]


def values_at(value: object, dotted: str) -> Iterator[Any]:
    """Yield what stands at a dotted path, through tuples, leaving out what is missing."""
    return (each for _, each in placed(value, dotted))


def day_of(record: Record) -> When | Period | None:
    """Return the day or period of a record: the first of its day fields that is given."""
    for path in record.roles.get("day", ()):
        for day in values_at(record, path):
            if isinstance(day, When | Period):
                return day
    return None


def _dated(record: Record, since: When | None, until: When | None) -> Truth:
    day = day_of(record)
    if day is None:
        return Truth.UNKNOWN
    first = (since.earliest if since else None) or date.min
    last = (until.latest if until else None) or date.max
    if first > last:
        return Truth.NO
    span = Period(f"{first.isoformat()}/{last.isoformat()}")
    return day.overlaps(span) if isinstance(day, Period) else day.within(span)


def kept(records: Iterable[R], *, possible: bool, **asked: Any) -> Iterator[R]:
    """Yield the records that certainly match, or with ``possible`` those that may."""
    for record in records:
        answer = matches(record, **asked)
        if answer.is_yes or (possible and answer.is_unknown):
            yield record
