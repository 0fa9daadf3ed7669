"""The timeline: what happened, what was said and what was published, in order.

The three are kept apart, and so are changes in the status of a treaty, which no record
states: they are derived from the law and marked so.  A day that is known imprecisely is
shown as the span in which it lies, and matches every filter that it may match.  What has
no date is not on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

import attrs

from geobrief import actors
from geobrief.actors import person
from geobrief.brief.ask_law import Statuses
from geobrief.brief.index import Index
from geobrief.brief.records import near
from geobrief.brief.telling import Aspect, Teller, moments, places_of, those_in
from geobrief.claims.speaker import Actors, principals
from geobrief.errors import NotFound
from geobrief.law import Stretch, TreatyStatus
from geobrief.model.record import Record
from geobrief.model.registry import kind_named
from geobrief.model.treaty import Treaty
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.period import Period
from geobrief.values.source import Source
from geobrief.values.when import Day, When

__all__ = ["Entry", "entries"]

_ORDER = ("happened", "said", "published")


@attrs.frozen(kw_only=True)
class Entry(Result):
    """One line of a timeline.

    >>> print(Entry(when=When("2024-06"), aspect="said", text="a threat", kind="statement", alleged=True))
    2024-06-01/2024-06-30: said: a threat (alleged)

    Attributes:
        when: the day, or the stretch of something that lasts.
        aspect: whether it happened, was said, or was published.
        text: what, as a sentence.
        kind: the kind of record; ``source`` for what was published.
        record: the id of the record; None for what was published.
        source: the id of the source that was published.
        actors: who takes part.
        places: where, by name and by code of the state.
        alleged: whether it is only alleged to have happened.
        derived: whether it follows from the records by law and is stated by none.
        citations: where it is said.
    """

    form: ClassVar[Form] = Form(
        "when span lasts aspect text kind record source actors places alleged derived sources",
        without=(None, []),
    )

    when: When | Period
    aspect: Aspect
    text: str
    kind: str
    record: str | None = None
    source: str | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    alleged: bool = False
    derived: bool = False
    citations: tuple[Citation, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether it is a stretch of days and no single one."""
        return isinstance(self.when, Period)

    @property
    def span(self) -> str:
        """When it was: a day, the span in which one unknown day lies, or a stretch that lasts.

        >>> Entry(when=Period("2024-10/.."), aspect="happened", text="troops", kind="deployment").span
        'since 2024-10'
        """
        return _lasting(self.when) if isinstance(self.when, Period) else _spanning(self.when)

    @property
    def sort_key(self) -> tuple[tuple[int, int, str], int, bool, str, str]:
        """Order by day; what happened comes before what was said, and that before what was published."""
        place = _ORDER.index(self.aspect)
        return (self.when.sort_key, place, self.derived, self.record or self.source or "", self.text)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that say it, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))

    def told(self) -> Iterator[str]:
        """Yield where it is said."""
        if self.sources:
            yield f"  - source {', '.join(self.sources)}"

    def __str__(self) -> str:
        word = "derived" if self.derived else self.aspect
        return f"{self.span}: {word}: {self.text}{' (alleged)' if self.alleged else ''}"


def _spanning(when: When) -> str:
    if when.is_day:
        return when.text
    first = when.earliest.isoformat() if when.earliest else ".."
    last = when.latest.isoformat() if when.latest else ".."
    mark = ("%" if when.approximate else "?") if when.uncertain else "~" if when.approximate else ""
    return f"{first}/{last}{mark}"


def _lasting(period: Period) -> str:
    if period.start is not None and period.start == period.end:
        return period.text
    if period.end is not None:
        return f"{period.start} to {period.end}" if period.start else f"until {period.end}"
    return f"since {period.start}{', end unknown' if period.end_unknown else ''}"


def entries(
    index: Index,
    statuses: Statuses,
    *,
    actor: str | None = None,
    kind: type[Record] | str | None = None,
    place: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
) -> tuple[Entry, ...]:
    """Put in order what happened, was said and was published; see `Brief.timeline`."""
    first = None if since is None else When.of(since)
    last = None if until is None else When.of(until)
    wanted = kind if kind is None or isinstance(kind, str) else kind.kind_name
    if wanted is not None and wanted != "source":
        kind_named(wanted)
    if place is not None:
        _recognise(place, index.records)
    found = (
        entry
        for entry in _every_entry(index, statuses)
        if (wanted is None or entry.kind == wanted)
        and (actor is None or _takes_part(actor, entry, index.actors))
        and (place is None or _lies_in(place, entry))
        and _possibly_within(entry.when, first, last)
    )
    return tuple(sorted(found, key=lambda entry: entry.sort_key))


def _every_entry(index: Index, statuses: Statuses) -> Iterator[Entry]:
    for record in index.records:
        yield from _recorded(record, index.teller)
    for status in statuses:
        yield from _derived(status)
    yield from _published(index.sources)


def _recorded(record: Record, teller: Teller) -> Iterator[Entry]:
    involved, places = those_in(record), places_of(record)
    for moment in moments(record, teller):
        yield Entry(
            when=moment.when,
            aspect=moment.aspect,
            text=moment.text,
            kind=record.kind_name,
            record=record.id,
            actors=tuple(dict.fromkeys((*involved, *moment.actors))),
            places=places,
            alleged=moment.alleged,
            citations=moment.citations or record.citations,
        )


def _derived(status: TreatyStatus) -> Iterator[Entry]:
    """Tell where the status of a treaty changes, as far as the records on it reach."""
    treaty, last = status.treaty, (status.as_of.latest if status.as_of else None) or date.max
    before = Truth.NO
    unclear: tuple[date, Stretch] | None = None
    for stretch in status.timeline():
        if stretch.start is None or stretch.start > last:
            continue
        if stretch.value.is_unknown:
            unclear = stretch.start, stretch
        elif stretch.value is not before:
            first = unclear[0] if unclear else stretch.start
            yield _change(treaty, When.between(first, stretch.start), stretch)
            before, unclear = stretch.value, None
        elif unclear is not None:
            yield _change(treaty, When.of(unclear[0]), unclear[1])
            unclear = None
    if unclear is not None:
        yield _change(treaty, When.of(unclear[0]), unclear[1])


def _change(treaty: Treaty, when: When, stretch: Stretch) -> Entry:
    unknown = "whether it is in force is unknown: " if stretch.value.is_unknown else ""
    return Entry(
        when=when,
        aspect="happened",
        text=f"{treaty.name}: {unknown}{stretch.reason}",
        kind=treaty.kind_name,
        record=treaty.id,
        actors=treaty.between,
        derived=True,
        citations=treaty.citations,
    )


def _published(sources: Mapping[str, Source]) -> Iterator[Entry]:
    for name, source in sources.items():
        if source.published is not None:
            title = f", “{source.title}”" if source.title else ""
            yield Entry(
                when=source.published,
                aspect="published",
                text=f"{source.publisher}{title}",
                kind="source",
                source=name,
                actors=(source.actor,) if source.actor else (),
                citations=(Citation(source=name),),
            )


def _takes_part(actor: str, entry: Entry, declared: Actors) -> bool:
    """Whether an actor, or somebody who speaks for it, takes part."""
    return actor in entry.actors or person(actor) in principals(entry.actors, declared)


def _recognise(place: str, records: Iterable[Record]) -> None:
    """Raise `NotFound` for a place that no record names and that is no state, naming the nearest."""
    named = {each for record in records for each in places_of(record)}
    if place.casefold() in {each.casefold() for each in named}:
        return
    try:
        actors.get(place.upper())
    except NotFound:
        raise NotFound(f"no place is called {place!r}", lambda: near(place, named)) from None


def _lies_in(place: str, entry: Entry) -> bool:
    asked = place.casefold()
    return any(asked == each.casefold() for each in entry.places)


def _possibly_within(when: When | Period, since: When | None, until: When | None) -> bool:
    first = (since.earliest if since else None) or date.min
    last = (until.latest if until else None) or date.max
    if first > last:
        return False
    if isinstance(when, When):
        return (when.latest or date.max) >= first and (when.earliest or date.min) <= last
    return not when.overlaps(f"{first.isoformat()}/{last.isoformat()}").is_no


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        from geobrief.moved import old_name  # noqa: PLC0415 - hardly anybody else does

        return old_name(__name__, name)
