"""Strategies: any record, value or brief, generated from the declarations of the classes.

Types and constraints are read where the constructor reads them, so that a new field or
kind is generated without a word here.  Optional fields are left out or given at random,
every one of them in some example.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar, assert_never, overload

import attrs

from geobrief.brief import Brief
from geobrief.constraint import Between, Check, NonEmpty, OneLine, Pattern, Problem
from geobrief.constraint.shape import (
    AnyNumber,
    AnyText,
    Boolean,
    ListOf,
    MappingOf,
    ObjectOf,
    OptionalOf,
    ReferenceTo,
    SetOf,
    Shape,
    UnionOf,
    WholeNumber,
    WordOf,
    fields_of,
    shape_of,
)
from geobrief.errors import InvalidRecord
from geobrief.model.condition import CONDITIONS, Condition, FractionOf, Share
from geobrief.model.coverage import Coverages
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.record import MissingReason, Record
from geobrief.model.registry import KINDS
from geobrief.model.weapons_test import WeaponsTest
from geobrief.testing import leaves
from geobrief.testing.leaves import MISREAD, periods, reject, st, whens
from geobrief.values.delay import Delay
from geobrief.values.estimate import Estimate
from geobrief.values.extra import Extra
from geobrief.values.identifier import GroupName, Slug
from geobrief.values.mapping import FrozenMapping
from geobrief.values.period import Period
from geobrief.values.place import Place
from geobrief.values.plain import Plain
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["actors", "briefs", "clauses", "conditions", "of_type", "periods", "records", "sources", "whens"]

R = TypeVar("R", bound=Record)
Strategy = st.SearchStrategy

MOST_MEMBERS = 3
MOST_RECORDS = 5
MOST_REPAIRS = 4

_GIVEN = st.sampled_from([False, False, True])

_TOGETHER: dict[type, tuple[tuple[str, ...], ...]] = {
    Estimate: (("low", "high"), ("low", "best", "high")),
    Place: (("lat", "lon"),),
    WeaponsTest: (("time", "time_basis"), ("index", "count")),
}
"""Fields that a rule of the class ties to each other, besides being drawn one by one."""

_AT_LEAST_ONE: dict[type, tuple[tuple[str, ...], ...]] = {
    Estimate: (("low",), ("best",), ("high",), ("low", "high"), ("low", "best", "high")),
    FractionOf: (("at_least",), ("more_than",)),
    Place: (("name",), ("raw",), ("lat", "lon"), ("territory",)),
    Share: (("at_least",), ("more_than",)),
}
"""Fields of which a rule of the class asks for one group."""

_FAMILIAR = ("nato", "source-1", "no", "1e3")
"""Ids that recur, so that references resolve at times."""


@overload
def records() -> Strategy[Record]: ...
@overload
def records(kind: type[R]) -> Strategy[R]: ...
def records(kind: type[Record] | None = None) -> Strategy[Any]:
    """Generate records of one kind, or of all."""
    return st.one_of(*map(_objects, KINDS.values())) if kind is None else _objects(kind)


def sources() -> Strategy[Source]:
    """Generate sources."""
    return _objects(Source)


def actors() -> Strategy[DeclaredActor]:
    """Generate actors as a brief declares them."""
    return _objects(DeclaredActor)


@functools.cache
def conditions() -> Strategy[Condition]:
    """Generate conditions for entry into force, simple and combined."""
    simple = [kind for kind in CONDITIONS if kind.asks_for != "its_parts"]
    return st.recursive(st.one_of(*map(_objects, simple)), _combined, max_leaves=4)


def _combined(parts: Strategy[Condition]) -> Strategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=MOST_MEMBERS)
    joining = [kind for kind in CONDITIONS if kind.asks_for == "its_parts"]
    return st.one_of(*(st.builds(kind, several) for kind in joining))


def clauses() -> Strategy[EntryIntoForce]:
    """Generate clauses on entry into force."""
    return _objects(EntryIntoForce)


def briefs() -> Strategy[Brief]:
    """Generate briefs: ids are unique; references dangle, and resolve at times."""
    return _objects(Brief)


def of_type(tp: Any) -> Strategy[Any]:
    """Generate what a field of a declared type may hold, or objects of a class."""
    return _of_shape(shape_of(tp))


@functools.cache
def _of_shape(shape: Shape) -> Strategy[object]:
    made = _near(shape)
    return (
        made.filter(lambda value: all(check.allows(value) for check in shape.checks))
        if shape.checks
        else made
    )


def _near(shape: Shape) -> Strategy[object]:  # noqa: C901, PLR0912 - a case for each kind
    """Generate what has a shape, most of which keeps its checks as well."""
    match shape:
        case AnyText() | ReferenceTo():
            return _texts(shape.checks)
        case WordOf(words):
            return st.sampled_from(words)
        case Boolean():
            return st.booleans()
        case WholeNumber():
            return leaves.integers(*_bounds(shape.checks))
        case AnyNumber():
            return leaves.numbers(*_bounds(shape.checks))
        case ListOf(member):
            return _lists(member, shape.checks).map(tuple)
        case SetOf(member):
            return _lists(member, shape.checks).map(frozenset)
        case MappingOf((member, _)):
            members = st.dictionaries(leaves.texts(), _of_shape(member), max_size=MOST_MEMBERS)
            return members.map(FrozenMapping)
        case ObjectOf(cls):
            if cls is Fraction:
                return leaves.fractions(*_bounds(shape.checks))
            return _LEAVES[cls]() if cls in _LEAVES else _objects(cls)
        case OptionalOf(given):
            return _of_shape(given) | st.none()
        case UnionOf(options):
            return st.one_of(*map(_of_shape, options))
        case _:
            assert_never(shape)


_LEAVES: dict[type, Callable[[], Strategy[object]]] = {
    When: whens,
    Period: periods,
    Delay: leaves.delays,
    Extra: leaves.extras,
    Plain: leaves.plains,
    Condition: conditions,
    Record: records,
}


def _texts(checks: Sequence[Check]) -> Strategy[str]:
    for check in checks:
        if isinstance(check, Pattern):
            fit = [[text for text in listed if check.allows(text)] for listed in (_FAMILIAR, MISREAD)]
            matching = st.from_regex(rf"\A{check.regex}", alphabet=leaves.CHARACTERS)
            return st.one_of(*map(st.sampled_from, filter(None, fit)), matching)
    lines = [check for check in checks if isinstance(check, OneLine)]
    return leaves.texts().filter(lambda text: all(line.allows(text) for line in lines))


def _bounds(checks: Iterable[Check]) -> tuple[float | None, float | None]:
    bounds = next((check for check in checks if isinstance(check, Between)), Between())
    return bounds.low, bounds.high


def _lists(member: Shape, checks: Iterable[Check]) -> Strategy[list[object]]:
    at_least = any(isinstance(check, NonEmpty) for check in checks)
    return st.lists(_of_shape(member), min_size=int(at_least), max_size=MOST_MEMBERS)


@functools.cache
def _fields(cls: Any) -> dict[str, Strategy[object]]:
    return (
        {name: _of_shape(shape) for name, shape in fields_of(cls).items()}
        | _missing(cls)
        | _SPECIAL.get(cls, {})
    )


def _missing(cls: type) -> dict[str, Strategy[object]]:
    """Give reasons for fields that may be left out; where one is given all the same, a repair drops them."""
    if not issubclass(cls, Record):
        return {}
    fields = [field for field in attrs.fields(cls) if field.name not in {"id", "missing"}]
    optional = [field.name for field in fields if field.default is not attrs.NOTHING]
    reasons = st.dictionaries(st.sampled_from(optional), of_type(MissingReason), max_size=MOST_MEMBERS)
    return {"missing": reasons.map(FrozenMapping)}


@st.composite
def _objects(draw: st.DrawFn, cls: Any) -> Any:
    """Draw required and some optional fields; a rule of the class that is broken settles the rest."""
    fields = _fields(cls)
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    given = {name: draw(fields[name]) for name in dict.fromkeys([*required, *_chosen(draw, cls, fields)])}
    for _ in range(MOST_REPAIRS):
        try:
            return cls(**given)
        except InvalidRecord as error:
            for problem in error.problems:
                _repair(draw, problem, given, fields, required)
    return reject()


def _chosen(draw: st.DrawFn, cls: type, fields: Mapping[str, object]) -> Iterable[str]:
    tied = [group for owner in cls.__mro__ for group in _TOGETHER.get(owner, ())]
    given = [group for group in [*((name,) for name in fields), *tied] if draw(_GIVEN)]
    needed = [draw(st.sampled_from(_AT_LEAST_ONE[owner])) for owner in cls.__mro__ if owner in _AT_LEAST_ONE]
    return itertools.chain(*given, *needed)


def _repair(
    draw: st.DrawFn,
    problem: object,
    given: dict[str, object],
    fields: Mapping[str, Strategy[object]],
    required: Iterable[str],
) -> None:
    """Leave out the optional field at fault, or give the one that is missing."""
    name = str(problem.path[0]) if isinstance(problem, Problem) and problem.path else ""
    if name not in fields or name in required:
        reject()
    if name in given:
        del given[name]
    else:
        given[name] = draw(fields[name])


def _named(tp: object) -> Strategy[FrozenMapping[object]]:
    return st.dictionaries(of_type(Slug), of_type(tp), max_size=MOST_MEMBERS).map(FrozenMapping)


_SPECIAL: dict[type, dict[str, Strategy[object]]] = {
    Brief: {
        "sources": _named(Source),
        "actors": _named(DeclaredActor),
        "coverage": _named(Coverages),
        "records": st.lists(records(), max_size=MOST_RECORDS, unique_by=lambda record: record.id),
        "parts": st.just(()),
        "unplaced": st.just(()),
    },
    FractionOf: {"of": st.sampled_from(["others", "signatories", "parties"]) | of_type(GroupName)},
}
"""Fields of which the declaration does not say all: unique ids, a file as one part, sets that have names."""
