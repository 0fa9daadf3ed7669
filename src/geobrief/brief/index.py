"""The index of a brief: its records found by id, by kind, by treaty, and by what names them."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from geobrief import actors
from geobrief.brief.records import Records, near
from geobrief.brief.telling import Teller
from geobrief.errors import NotFound
from geobrief.model.act import Act
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.record import Record
from geobrief.model.references import references_in
from geobrief.model.registry import KINDS
from geobrief.model.treaty import Treaty
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["Index", "Mentions", "mentions", "named_in"]

R = TypeVar("R", bound=Record)

Mentions = Mapping[str, tuple[tuple[str, Record], ...]]
"""For each record those that name it, each with the field in which it does."""


@attrs.frozen(kw_only=True, eq=False)
class Index:
    """What a brief holds, each way of finding it made when it is first used.

    Attributes:
        as_of: the day up to which the brief claims to be complete.
        records: the records, in order.
        unplaced: those of which it is not known whether they had been published.
        sources: the sources, by id.
        actors: the declared actors, by code.
    """

    as_of: When
    records: tuple[Record, ...]
    unplaced: tuple[Record, ...]
    sources: Mapping[str, Source]
    actors: Mapping[str, DeclaredActor]

    @functools.cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return MappingProxyType({record.id: record for record in self.records})

    @functools.cached_property
    def _by_kind(self) -> dict[type[Record], Records[Any]]:
        return {}

    @functools.cached_property
    def acts(self) -> Mapping[str, tuple[Act, ...]]:
        """The acts on each treaty."""
        return _by_treaty(self.records)

    @functools.cached_property
    def unplaced_acts(self) -> Mapping[str, tuple[Act, ...]]:
        """The acts on each treaty of which it is not known whether they had been published."""
        return _by_treaty(self.unplaced)

    @functools.cached_property
    def mentions(self) -> Mentions:
        """For each record those that name it, each with the field in which it does."""
        return mentions(self.records, self.by_id)

    @functools.cached_property
    def teller(self) -> Teller:
        """What tells the records."""
        return Teller(self.actors, self.by_id)

    def of_kind(self, kind: type[R]) -> Records[R]:
        """Return the records of a kind, or of all kinds below a base class."""
        if kind not in self._by_kind:
            if not (isinstance(kind, type) and issubclass(kind, Record)):
                raise TypeError(f"expected a class of records such as {_class_of(kind)}, got {kind!r}")
            self._by_kind[kind] = Records(record for record in self.records if isinstance(record, kind))
        return self._by_kind[kind]

    def get(self, kind: type[R], record_id: str) -> R:
        """Return the record of a kind with an id; `NotFound` names the nearest."""
        section = self.of_kind(kind)
        found = self.by_id.get(record_id)
        if isinstance(found, kind):
            return found
        if found is not None:
            raise NotFound(f"{record_id!r} is a {type(found).__name__}, not a {kind.__name__}")
        raise NotFound(f"no {kind.__name__} is called {record_id!r}", lambda: near(record_id, section.ids))

    def recognise(self, *codes: str | None) -> None:
        """Raise `NotFound` for a code that neither the tables nor the brief know, naming the nearest."""
        for code in codes:
            if code is None or code in self.actors:
                continue
            try:
                actors.get(code)
            except NotFound:
                speaks = any(code == source.actor for source in self.sources.values())
                if not speaks and not any(code in _actors_in(record) for record in self.by_id.values()):
                    raise


def _by_treaty(records: Iterable[Record]) -> Mapping[str, tuple[Act, ...]]:
    found: dict[str, list[Act]] = {}
    for record in records:
        if isinstance(record, Act):
            found.setdefault(record.treaty, []).append(record)
    return {treaty: tuple(acts) for treaty, acts in found.items()}


def _actors_in(record: Record) -> frozenset[str]:
    return frozenset(reference.name for reference in references_in(record) if "actor" in reference.to)


def mentions(records: Iterable[Record], known: Mapping[str, Record]) -> Mentions:
    """Find for each record those that name it."""
    found: dict[str, dict[tuple[str, str], Record]] = {}
    for record in records:
        for role, name in named_in(record, known):
            found.setdefault(name, {})[role, record.id] = record
    return {name: tuple((role, by) for (role, _), by in each.items()) for name, each in found.items()}


def named_in(record: Record, known: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """Yield the fields in which a record names others, with their ids."""
    for reference in references_in(record):
        other = known.get(reference.name)
        if other is not None and reference.to not in {("actor",), ("source",)}:
            yield str(reference.path[0]), reference.name


def _class_of(kind: object) -> str:
    """Name the class that was probably meant by what is none."""
    return KINDS.get(str(kind), Treaty).__name__
