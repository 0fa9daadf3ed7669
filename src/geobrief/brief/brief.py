"""The brief: what is recorded, by whom it is said, and what follows from it."""

import functools
from collections.abc import Iterable, Mapping
from datetime import date
from types import GenericAlias, MappingProxyType
from typing import Generic, Self, TypeVar, overload

import attrs

from geobrief.answer import Answer, Members
from geobrief.brief.as_known import as_known
from geobrief.brief.ask_claims import standing, strength
from geobrief.brief.ask_law import Standpoint, Statuses, treaties_in_force
from geobrief.brief.cite import bibtex, sources_of
from geobrief.brief.compare import Comparison, diff
from geobrief.brief.index import Index, Mentions
from geobrief.brief.parts import (
    Part,
    as_coverage,
    as_expectations,
    in_any_order,
    raised,
    with_extended,
)
from geobrief.brief.records import Records
from geobrief.brief.related import Related, related
from geobrief.brief.select import kept
from geobrief.brief.timeline import Entry, entries
from geobrief.claims import Standing, Strength
from geobrief.closed import for_every
from geobrief.constraint import Constrained, Invariant, Passage, Problem, Text
from geobrief.constraint.check import broken
from geobrief.law import Obligation, TreatyStatus, allies, bound, obligations
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.assessment import Assessment
from geobrief.model.coverage import Coverages
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.deployment import Deployment
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.question import Expectation
from geobrief.model.ratification import Ratification
from geobrief.model.record import Record
from geobrief.model.registry import KINDS, SECTIONS
from geobrief.model.renunciation import Renunciation
from geobrief.model.response import Response
from geobrief.model.signature import Signature
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import ProvisionKind, Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.convert import as_names, as_tuple, as_when
from geobrief.values.estimate import Policy
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import SLUG, Slug
from geobrief.values.mapping import FrozenMapping, frozen_mapping
from geobrief.values.period import Period
from geobrief.values.source import Source
from geobrief.values.when import Day, When

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


class _Section(property, Generic[R]):
    """The records of one kind in a brief."""

    def __init__(self, kind: type[R]) -> None:
        def records(brief: "Brief") -> Records[R]:
            return brief.of_kind(kind)

        records.__doc__ = "The records of this kind."
        records.__annotations__["return"] = GenericAlias(Records, kind)
        super().__init__(records)
        self.kind = kind

    @overload
    def __get__(self, brief: None, owner: type, /) -> Self: ...
    @overload
    def __get__(self, brief: "Brief", owner: type | None = None, /) -> Records[R]: ...
    def __get__(self, brief: "Brief | None", owner: type | None = None, /) -> Self | Records[R]:
        return self if brief is None else brief.of_kind(self.kind)


@attrs.frozen(kw_only=True)
class Brief(Constrained):
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
    coverage: FrozenMapping[Coverages] = attrs.field(factory=FrozenMapping, converter=as_coverage)
    note: Passage | None = None
    sources: FrozenMapping[Source] = attrs.field(factory=FrozenMapping, converter=_as_sources)
    actors: FrozenMapping[DeclaredActor] = attrs.field(factory=FrozenMapping, converter=_as_actors)
    records: tuple[Record, ...] = attrs.field(default=(), converter=_as_records)
    expect: tuple[Expectation, ...] = attrs.field(default=(), converter=as_expectations, eq=in_any_order)
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_as_parts)
    unplaced: tuple[Record, ...] = attrs.field(default=(), converter=_as_records)
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)

    @classmethod
    def meant_by(cls, name: str) -> tuple[str, ...]:
        """Name the fields that a wrong keyword means: records of every kind are given together."""
        return ("records",) if name in SECTIONS or name in KINDS else type(cls).meant_by(cls, name)

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

    treaties = _Section(Treaty)
    signatures = _Section(Signature)
    ratifications = _Section(Ratification)
    instrument_exchanges = _Section(InstrumentExchange)
    note_exchanges = _Section(NoteExchange)
    provisional_applications = _Section(ProvisionalApplication)
    objections = _Section(Objection)
    renunciations = _Section(Renunciation)
    extensions = _Section(Extension)
    suspensions = _Section(Suspension)
    withdrawals = _Section(Withdrawal)
    terminations = _Section(Termination)
    deployments = _Section(Deployment)
    weapons_tests = _Section(WeaponsTest)
    accusations = _Section(Accusation)
    responses = _Section(Response)
    findings = _Section(Finding)
    statements = _Section(Statement)
    assessments = _Section(Assessment)

    @functools.cached_property
    def _index(self) -> Index:
        return Index(
            as_of=self.as_of,
            records=self.records,
            unplaced=self.unplaced,
            sources=self.sources,
            actors=self.actors,
        )

    @functools.cached_property
    def _statuses(self) -> Statuses:
        if not self.parts:
            return Statuses(self._index, dict.fromkeys(self.by_id, (self.coverage, self.as_of)))
        reached = {name: (part.coverage, until) for name, (part, until) in self.reached.items()}
        return Statuses(self._index, reached)

    @property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return self._index.by_id

    @property
    def mentions(self) -> Mentions:
        """For each record those that name it, each with the field in which it does."""
        return self._index.mentions

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
        furthest = sorted(raised(self.whole).items(), key=lambda each: each[1].latest or date.max)
        held = {record_id: each for each in furthest for record_id in each[0].holds}
        fallback = (self.whole[0], self.as_of)
        return MappingProxyType({record_id: held.get(record_id, fallback) for record_id in self.by_id})

    def of_kind(self, kind: type[R]) -> Records[R]:
        """Return the records of a kind, or of all kinds below a base class."""
        return self._index.of_kind(kind)

    def get(self, kind: type[R], record_id: str) -> R:
        """Return the record of a kind with an id.

        Raises `NotFound` where there is none, naming the nearest ids.

        >>> from geobrief import WeaponsTest, example
        >>> example("dprk-russia-2024").get(WeaponsTest, "srbm-2024-11-05").weapon.range_class
        'SRBM'
        """
        return self._index.get(kind, record_id)

    def acts_on(self, treaty: Treaty | str) -> tuple[Act, ...]:
        """Return the acts on a treaty.

        >>> from geobrief import example
        >>> [act.kind_name for act in example("dprk-russia-2024").acts_on("dprk-russia-friendship-2000")]
        ['signature', 'signature']
        """
        return self._index.acts.get(_id_of(treaty), ())

    def select(
        self,
        kind: type[R],
        *,
        by: str | None = None,
        against: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
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
        records = self.of_kind(kind)
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
        return tuple(kept(records, possible=possible, **asked))

    @functools.cached_property
    def views(self) -> tuple["Brief", ...]:
        """For each part a brief of that part and what it extends, with its expectations.

        A record that was added afterwards and stands in no part is in every one of them.
        """
        return (self,) if not self.parts else tuple(view_of(self, part) for part in self.parts)

    def recognise(self, *codes: str | None) -> None:
        """Raise `NotFound` for a code that neither the tables nor the brief know, naming the nearest.

        A slip in a code would otherwise pass for an actor that did nothing.
        """
        self._index.recognise(*codes)

    # -- the law -----------------------------------------------------------------------

    def status(
        self, treaty: Treaty | str, *, position_of: str | None = None, assume_unchanged: bool = False
    ) -> TreatyStatus:
        """Return the status of a treaty, computed once and then asked many times.

        The treaty is named by its id, or by a record that has it.
        ``position_of`` takes one side's reading of contested acts; ``assume_unchanged``
        carries the last known state beyond the day up to which the records are complete.
        Raises `NotFound` where the brief has no such treaty.

        >>> from geobrief import example
        >>> example("ctbt").status("ctbt").in_force("2024-12-31").is_no
        True
        """
        return self._statuses.of(_id_of(treaty), Standpoint(position_of, assume_unchanged))

    def in_force(
        self,
        treaty: Treaty | str,
        on: Day | None = None,
        *,
        during: str | Period | None = None,
        position_of: str | None = None,
        assume_unchanged: bool = False,
    ) -> Answer:
        """Whether a treaty is in force on a day (``as_of`` where none is given), and why.

        Raises `NotFound` where the brief has no such treaty.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024")
        >>> print(brief.in_force("dprk-russia-partnership", "2024-11-12"))
        no: instruments of ratification have not been exchanged
        >>> print(brief.in_force("dprk-russia-partnership", "2024-12-25"))
        unknown: the records are complete only up to 2024-11-12
        """
        return self.status(treaty, position_of=position_of, assume_unchanged=assume_unchanged).in_force(
            on, during=during
        )

    def treaties_in_force(self, on: Day | None = None) -> Members:
        """Return the treaties in force on a day, the certain ones and the possible ones.

        >>> from geobrief import example
        >>> print(example("dprk-russia-2024").treaties_in_force("2024-11-12"))
        none; possibly dprk-russia-friendship-2000
        """
        return treaties_in_force(self._statuses, on)

    def obligations(
        self,
        of: str,
        towards: str | None = None,
        on: Day | None = None,
        *,
        kinds: Iterable[ProvisionKind] = (),
    ) -> tuple[Obligation, ...]:
        """Return what one state owes another on a day under the treaties operative between them.

        Without ``towards`` it is what it owes everybody of whom the records tell.  What they leave open is
        listed too, and says so.  ``kinds`` narrows the kinds.  Raises `NotFound` for a kind that does not
        exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> [owed.provision.kind for owed in brief.obligations("PRK", "RUS", "2025-01-01")]
        ['defense', 'sanctions_opposition']
        """
        self.recognise(of, towards)
        return obligations(of, towards, self._day(on), self._statuses, kinds)

    def allies(
        self, of: str, on: Day | None = None, *, kinds: Iterable[ProvisionKind] = ("defense",)
    ) -> Members:
        """Return the states bound to a state, either way, by obligations of some kinds on a day.

        Raises `NotFound` for a kind that does not exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> print(brief.allies("PRK", "2024-11-12"), "|", brief.allies("PRK", "2024-12-04"))
        none | RUS
        """
        self.recognise(of)
        return allies(of, self._day(on), self._statuses, kinds)

    def bound(self, kind: ProvisionKind, on: Day | None = None) -> Members:
        """Return the states on which a treaty in force lays a kind of duty on a day, such as a test ban.

        Raises `NotFound` for a kind that does not exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> print(brief.bound("defense", "2024-12-03"), "|", brief.bound("defense", "2024-12-04"))
        none | PRK, RUS
        """
        return bound(kind, self._day(on), self._statuses)

    # -- claims ------------------------------------------------------------------------

    def strength(
        self, deployment: Deployment | str, on: Day | None = None, policy: Policy = "envelope"
    ) -> Strength:
        """Return how strong a deployment was by a day, and who says so.

        Only estimates made and published by then count; an imprecise day means its last.

        >>> from geobrief import example
        >>> said = example("dprk-russia-2024").strength("prk-troops-in-russia", "2024-10-28").estimate
        >>> print(said, "(alleged)" if said.alleged else "")
        about 10,000 persons (alleged)
        """
        return strength(self._index, _id_of(deployment), self._day(on), policy)

    def standing(self, accusation: Accusation | str, on: Day | None = None) -> Standing:
        """Return where an accusation stands on a day: response, support and finding.

        Raises `NotFound` where the brief has no such accusation.

        >>> from geobrief import example
        >>> print(example("dprk-russia-2024").standing("kor-accuses-prk-deployment").finding)
        open
        """
        return standing(self._index, _id_of(accusation), self._day(on))

    # -- the story ---------------------------------------------------------------------

    def timeline(
        self,
        *,
        actor: str | None = None,
        kind: type[Record] | str | None = None,
        place: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Entry, ...]:
        """Return what happened, was said and was published, in order of days.

        An actor is also whoever speaks for it; a kind is a class of record or its name,
        ``source`` for publications; a place is a name or the code of a state.  ``since``
        and ``until`` are both included, and so is what may lie between them.  Changes in
        the status of treaties are derived from the law and marked so.  An actor, kind or
        place that nothing knows raises `NotFound`.

        >>> from geobrief import example
        >>> for entry in example("new-start").timeline(kind="extension"):
        ...     print(entry)
        2021-01-26: happened: United States and Russia agree to extend New START
        2021-02-03: happened: the extension of New START takes effect
        """
        self.recognise(actor)
        return entries(
            self._index, self._statuses, actor=actor, kind=kind, place=place, since=since, until=until
        )

    def at(self, day: Day) -> tuple[Entry, ...]:
        """Return what happened, lasted, was said and was published on a day, or may have been."""
        return entries(self._index, self._statuses, since=day, until=day)

    def related(self, record: Record | str, *, on: Day | None = None) -> Related:
        """Return what a record names, what names it, and the treaties that bear on it.

        Treaties are asked about the day of the deployment or test (the first of what
        lasts), or about ``on``.  Raises `NotFound` where the brief has no such record.

        >>> from geobrief import example
        >>> print(example("new-start").related("extension-new-start"))
        extension-new-start: extension of New START between United States and Russia
          it is an act on new-start: treaty “New START” between United States and Russia
        """
        found = self._record(record)
        return related(self._index, found, None if on is None else When.of(on), self._statuses)

    def diff(self, other: "Brief") -> Comparison:
        """Compare with another brief, record by record.

        Each record is confirmed, majority, unique, missing or conflict; how it was
        recorded, its note and its citations are not compared.
        """
        return diff(self.by_id, other.by_id, self.sources, other.sources)

    def cite(self, record: Record | str | None = None) -> str:
        """Return the sources in BibTeX: all of them, or those that one record cites.

        Raises `NotFound` where the brief has no such record.
        """
        if record is None:
            return bibtex(self.sources, self.sources)
        return bibtex(self.sources, sources_of(self._record(record)))

    def _record(self, record: Record | str) -> Record:
        return self.of_kind(Record)[_id_of(record)]

    def _day(self, on: Day | None) -> Day:
        return self.as_of if on is None else on

    # -- changing ----------------------------------------------------------------------

    def with_(self, *records: Record, as_of: Day | None = None) -> "Brief":
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

    def complete_to(self, day: Day) -> "Brief":
        """Return the brief as if every part of it were complete up to a day."""
        until = When.of(day)
        return attrs.evolve(
            self, as_of=until, parts=tuple(attrs.evolve(part, as_of=until) for part in self.parts)
        )

    def as_known(self, day: Day) -> "Brief":
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
        return attrs.evolve(self, **as_known(self._index, self.parts, When.of(day).latest or date.max))

    def __len__(self) -> int:
        return len(self.records)

    def __repr__(self) -> str:
        return f"<Brief {self.title!r} as of {self.as_of}, {len(self.records)} records>"


def _id_of(record: Record | str) -> str:
    """Give the id under which a record is asked about, which may be named by itself."""
    return record if isinstance(record, str) else record.id


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


_KEPT = {name: section.kind for name, section in vars(Brief).items() if isinstance(section, _Section)}
for_every(SECTIONS, "the sections of Brief in geobrief.brief.brief", _KEPT)
