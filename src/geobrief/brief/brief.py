"""The brief: what is recorded, by whom it is said, and what follows from it."""

# pyright: reportIncompatibleMethodOverride=false
# (a cached property stands for a property of the base, which pyright refuses)

import functools
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from geobrief.brief.known import known_part, known_record, possible_part
from geobrief.brief.part import (
    Part,
    as_coverage,
    as_expectations,
    in_any_order,
    raised,
    with_extended,
)
from geobrief.brief.questions import Questions
from geobrief.brief.records import Records, near
from geobrief.brief.related import Mentions, mentions
from geobrief.brief.select import kept
from geobrief.constraint import Constrained, Invariant, Problem, Text
from geobrief.constraint.check import broken
from geobrief.errors import NotFound
from geobrief.law import TreatyStatus
from geobrief.model.act import Act
from geobrief.model.coverage import Coverage
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.question import Expectation
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.values.convert import as_names, as_tuple, as_when
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import SLUG, Slug
from geobrief.values.mapping import FrozenMapping, frozen_mapping
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["Brief"]

R = TypeVar("R", bound=Record)

_ORDER = {cls: place for place, cls in enumerate(KINDS.values())}


def _as_records(value: Iterable[Record]) -> tuple[Record, ...]:
    records = as_tuple(value)
    if isinstance(records, tuple) and all(isinstance(each, Record) for each in records):
        return tuple(sorted(records, key=lambda record: (_ORDER.get(type(record), len(_ORDER)), record.id)))
    return records


def _as_parts(value: Iterable[Part]) -> tuple[Part, ...]:
    return as_tuple(value)


def _as_sources(value: Mapping[str, Source]) -> FrozenMapping[Source]:
    return frozen_mapping(value)


def _as_actors(value: Mapping[str, DeclaredActor]) -> FrozenMapping[DeclaredActor]:
    return frozen_mapping(value)


@attrs.frozen(kw_only=True)
class Brief(Questions, Constrained):
    """Immutable records with their sources, complete up to a day, that answer questions.

    Two briefs are equal if they hold the same; the order in which records were given does
    not matter.

    >>> from geobrief import Treaty, example
    >>> brief = Brief(title="Pact", as_of="2024-11-12", records=[
    ...     Treaty(id="pact", title="Pact", between=["PRK", "RUS"])])
    >>> brief.treaties["pact"].title, len(brief)
    ('Pact', 1)
    >>> print(example("dprk-russia-2024").in_force("dprk-russia-partnership", on="2024-11-12"))
    no: instruments of ratification have not been exchanged

    Attributes:
        id: its name, by which a sequel extends it.
        title: its title.
        as_of: the day up to which it claims to be complete, that day included.
        extends: the briefs that it continues.
        coverage: narrower claims, by treaty or kind of record.
        note: a remark.
        sources: the sources, by id.
        actors: actors that the tables do not have, by id.
        records: the records, in the order in which they are written.
        expect: questions with their right answers.
        parts: the files of which a merged brief is made; empty for a single one.
        unplaced: records of which it is not known whether they were published by the day of `as_known`.
        extra: keys beginning with ``x-``, kept as they are.
    """

    id: Slug | None = None
    title: Text
    as_of: When = attrs.field(converter=as_when)
    extends: tuple[Slug, ...] = attrs.field(default=(), converter=as_names)
    coverage: FrozenMapping[Coverage] = attrs.field(factory=FrozenMapping, converter=as_coverage)
    note: Text | None = None
    sources: FrozenMapping[Source] = attrs.field(factory=FrozenMapping, converter=_as_sources)
    actors: FrozenMapping[DeclaredActor] = attrs.field(factory=FrozenMapping, converter=_as_actors)
    records: tuple[Record, ...] = attrs.field(default=(), converter=_as_records)
    expect: tuple[Expectation, ...] = attrs.field(default=(), converter=as_expectations, eq=in_any_order)
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_as_parts)
    unplaced: tuple[Record, ...] = attrs.field(default=(), converter=_as_records)
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)

    def _invariants(self) -> Iterable[Problem]:
        for field, table in (("sources", self.sources), ("actors", self.actors)):
            for name in table:
                if not SLUG.allows(name):
                    yield broken(SLUG, name).under(field, name)
        seen: set[str] = set()
        for record in self.records:
            if record.id in seen:
                yield Invariant("records", f"two records are called {record.id!r}", "GB110")
            seen.add(record.id)

    # -- looking up --------------------------------------------------------------------

    @functools.cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return MappingProxyType({record.id: record for record in self.records})

    @functools.cached_property
    def _sections(self) -> dict[type[Record], Records[Any]]:
        return {}

    @functools.cached_property
    def _statuses(self) -> dict[tuple[str, str | None, bool], TreatyStatus]:
        """The statuses that were asked for, each computed once."""
        return {}

    @functools.cached_property
    def _acts(self) -> Mapping[str, tuple[Act, ...]]:
        found: dict[str, list[Act]] = {}
        for record in self.records:
            if isinstance(record, Act):
                found.setdefault(record.treaty, []).append(record)
        return {treaty: tuple(acts) for treaty, acts in found.items()}

    @functools.cached_property
    def mentions(self) -> Mentions:
        """For each record those that name it, each with the field in which it does."""
        return mentions(self.records, self.by_id)

    @functools.cached_property
    def whole(self) -> tuple[Part, ...]:
        """The parts; a brief that was never merged is one."""
        if self.parts:
            return self.parts
        header = {
            field.name: getattr(self, field.name) for field in attrs.fields(Part) if field.name != "holds"
        }
        return (Part(**header, holds=tuple(self.by_id)),)

    @functools.cached_property
    def reached(self) -> Mapping[str, tuple[Part, When]]:
        """For each record the part that holds it and the day up to which that is complete."""
        until = raised(self.whole)
        furthest = sorted(self.whole, key=lambda part: until[part].latest or date.max)
        held = {record_id: (part, until[part]) for part in furthest for record_id in part.holds}
        fallback = (self.whole[0], self.as_of)
        return MappingProxyType({record_id: held.get(record_id, fallback) for record_id in self.by_id})

    def of_kind(self, kind: type[R]) -> Records[R]:
        """Return the records of a kind, or of all kinds below a base class."""
        if not (isinstance(kind, type) and issubclass(kind, Record)):
            raise TypeError(f"expected a class of records such as Treaty, got {kind!r}")
        if kind not in self._sections:
            self._sections[kind] = Records(record for record in self.records if isinstance(record, kind))
        return self._sections[kind]

    def get(self, kind: type[R], record_id: str) -> R:
        """Return the record of a kind with an id.

        Raises `NotFound` where there is none, naming the nearest ids.

        >>> from geobrief import WeaponsTest, example
        >>> example("dprk-russia-2024").get(WeaponsTest, "srbm-2024-11-05").weapon.range_class
        'SRBM'
        """
        section = self.of_kind(kind)
        found = self.by_id.get(record_id)
        if isinstance(found, kind):
            return found
        if found is not None:
            raise NotFound(f"{record_id!r} is a {type(found).__name__}, not a {kind.__name__}")
        hint = near(record_id, section.ids)
        raise NotFound(f"no {kind.__name__} is called {record_id!r}{hint}")

    def acts_on(self, treaty: str) -> tuple[Act, ...]:
        """Return the acts on a treaty.

        >>> from geobrief import example
        >>> [act.kind_name for act in example("dprk-russia-2024").acts_on("dprk-russia-friendship-2000")]
        ['signature', 'signature']
        """
        return self._acts.get(treaty, ())

    def select(
        self,
        kind: type[R],
        *,
        by: str | None = None,
        against: str | None = None,
        since: str | date | When | None = None,
        until: str | date | When | None = None,
        possible: bool = False,
    ) -> tuple[R, ...]:
        """Return the records of a kind that certainly match.

        ``since`` and ``until`` are both included.  With ``possible`` records are returned
        as well whose date is missing or too imprecise to tell.  A role that the kind does
        not have raises ``TypeError``; a code that nothing knows raises `NotFound`.

        >>> from geobrief import WeaponsTest, example
        >>> [test.id for test in example("dprk-russia-2024").select(WeaponsTest, by="PRK", since="2024-11")]
        ['srbm-2024-11-05']
        """
        asked = {
            "by": by,
            "against": against,
            "since": None if since is None else When.of(since),
            "until": None if until is None else When.of(until),
        }
        for role, value in (("by", by), ("against", against), ("day", since or until)):
            if value is not None and role not in kind.roles:
                raise TypeError(
                    f"{kind.__name__} has no {role!r}; it has {', '.join(kind.roles) or 'no roles'}"
                )
        self.recognise(by, against)
        return tuple(kept(self.of_kind(kind), possible=possible, **asked))

    @functools.cached_property
    def views(self) -> tuple["Brief", ...]:
        """For each part a brief of that part and what it extends, with its expectations.

        A record that was added afterwards and stands in no part is in every one of them.
        """
        return (self,) if not self.parts else tuple(view_of(self, part) for part in self.parts)

    # -- changing ----------------------------------------------------------------------

    def with_(self, *records: Record, as_of: str | date | When | None = None) -> "Brief":
        """Return the brief with records added, or put in place of those with the same id.

        With ``as_of`` it claims to be complete up to that day: what if?

        >>> from geobrief import InstrumentExchange, example
        >>> exchange = InstrumentExchange(treaty="dprk-russia-partnership", on="2024-12-04")
        >>> what_if = example("dprk-russia-2024").with_(exchange, as_of="2024-12-04")
        >>> what_if.in_force("dprk-russia-partnership").is_yes
        True
        """
        if wrong := [each for each in records if not isinstance(each, Record)]:
            raise TypeError(f"expected records, got {wrong[0]!r:.60}")
        added = {record.id for record in records}
        kept_records = [record for record in self.records if record.id not in added]
        changed = attrs.evolve(self, records=(*kept_records, *records))
        return changed if as_of is None else changed.complete_to(as_of)

    def without(self, *record_ids: str) -> "Brief":
        """Return the brief without some records; raises `NotFound` for an id that it lacks."""
        for record_id in record_ids:
            self.get(Record, record_id)
        gone = set(record_ids)
        return attrs.evolve(self, records=tuple(record for record in self.records if record.id not in gone))

    def merge(self, *others: "Brief") -> "Brief":
        """Return this brief and others as one, each part with its own day of completeness.

        The same id with an equal record stands once; raises `InvalidBrief` where it stands
        for different ones.

        >>> from geobrief import example
        >>> example("dprk-russia-2024").merge(example("dprk-russia-2025")).as_of
        When('2025-05-01')
        """
        from geobrief.brief.merge import merge  # noqa: PLC0415 - it makes briefs

        return merge((self, *others))

    def complete_to(self, day: str | date | When) -> "Brief":
        """Return the brief as if every part of it were complete up to a day."""
        until = When.of(day)
        return attrs.evolve(
            self, as_of=until, parts=tuple(attrs.evolve(part, as_of=until) for part in self.parts)
        )

    def as_known(self, day: str | date | When) -> "Brief":
        """Return the brief with only what had been published by a day.

        Parts of records go by their own citations.  Records whose publication cannot be
        placed before or after the day are left out and listed under ``unplaced``; the law
        counts such an act as possible.  Sources stay unless they were certainly published
        later, so that what derives from them is not taken for independent.

        >>> from geobrief import example
        >>> earlier = example("dprk-russia-2024").as_known("2024-10-30")
        >>> len(earlier.accusations), len(earlier.ratifications)
        (1, 0)
        """
        last = When.of(day).latest or date.max
        known = {each.id: known_record(each, self.sources, last) for each in (*self.records, *self.unplaced)}
        unplaced = [each for each in self.records if known[each.id].is_unknown]
        unplaced += [each for each in self.unplaced if not known[each.id].is_no]
        return attrs.evolve(
            self,
            sources={
                name: source
                for name, source in self.sources.items()
                if source.published is None or not source.published.on_or_before(last).is_no
            },
            records=[known_part(each, self.sources, last) for each in self.records if known[each.id].is_yes],
            unplaced=[possible_part(each, self.sources, last) for each in unplaced],
        )._lowered_to(last)

    def _lowered_to(self, last: date) -> "Brief":
        def lower(as_of: When) -> When:
            return When.of(last) if as_of.latest is None or as_of.latest > last else as_of

        parts = tuple(attrs.evolve(part, as_of=lower(part.as_of)) for part in self.parts)
        return attrs.evolve(self, as_of=lower(self.as_of), parts=parts)

    def __len__(self) -> int:
        return len(self.records)

    def __repr__(self) -> str:
        return f"<Brief {self.title!r} as of {self.as_of}, {len(self.records)} records>"


def view_of(brief: Brief, part: Part) -> Brief:
    """Return what one part of a merged brief holds, together with what it extends."""
    parts = with_extended(part, brief.parts)
    held = {record_id for each in parts for record_id in each.holds}
    elsewhere = {record_id for each in brief.parts for record_id in each.holds} - held
    return attrs.evolve(
        brief,
        as_of=part.as_of,
        records=tuple(record for record in brief.records if record.id not in elsewhere),
        unplaced=tuple(record for record in brief.unplaced if record.id not in elsewhere),
        parts=tuple(attrs.evolve(each, expect=()) for each in parts),
        expect=part.expect,
    )
