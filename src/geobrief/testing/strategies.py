"""Strategies: any record, value or brief, generated from the declarations of the classes.

Types and constraints are read where the constructor reads them, so that a new field or
kind is generated without a word here.  Optional fields are left out or given at random,
every one of them in some example.
"""

import functools
import itertools
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, overload

import attrs

from geobrief.brief import Brief
from geobrief.constraint import Between, Check, NonEmpty, Pattern, Problem, type_hints
from geobrief.errors import InvalidRecord
from geobrief.model.condition import CONDITIONS, AllOf, AnyOf, Condition, FractionOf, Share
from geobrief.model.coverage import Coverage
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
    simple: Strategy[Condition] = st.one_of(
        *(_objects(kind) for kind in CONDITIONS if kind not in (AllOf, AnyOf))
    )
    return st.recursive(simple, _combined, max_leaves=4)


def _combined(parts: Strategy[Condition]) -> Strategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=MOST_MEMBERS)
    return st.builds(AllOf, several) | st.builds(AnyOf, several)


def clauses() -> Strategy[EntryIntoForce]:
    """Generate clauses on entry into force."""
    return _objects(EntryIntoForce)


def briefs() -> Strategy[Brief]:
    """Generate briefs: ids are unique; references dangle, and resolve at times."""
    return _objects(Brief)


def of_type(tp: Any) -> Strategy[Any]:
    """Generate what a field of a declared type may hold, or objects of a class."""
    return _of_type(tp)


@functools.cache
def _of_type(tp: Any) -> Strategy[Any]:
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        return _checked(arguments[0], [rule for rule in arguments[1:] if isinstance(rule, Check)])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return _union(arguments)
    if origin in (tuple, frozenset) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _collection(origin, arguments, at_least=0)
    if tp in _LEAVES:
        return _LEAVES[tp]()
    return _objects(tp)


_LEAVES: dict[Any, Callable[[], Strategy[Any]]] = {
    str: leaves.texts,
    bool: st.booleans,
    int: leaves.integers,
    float: leaves.numbers,
    Fraction: leaves.fractions,
    When: whens,
    Period: periods,
    Delay: leaves.delays,
    Extra: leaves.extras,
    Plain: leaves.plains,
    Condition: conditions,
    Record: records,
}


def _union(options: tuple[Any, ...]) -> Strategy[Any]:
    if set(options) - {types.NoneType} == {int, float}:
        return leaves.numbers() | (st.none() if types.NoneType in options else st.nothing())
    return st.one_of(*(st.none() if each is types.NoneType else of_type(each) for each in options))


def _checked(tp: Any, rules: list[Check]) -> Strategy[Any]:
    for rule in rules:
        if isinstance(rule, Pattern):
            fit = [[text for text in listed if rule.allows(text)] for listed in (_FAMILIAR, MISREAD)]
            matching = st.from_regex(rf"\A{rule.regex}", alphabet=leaves.CHARACTERS)
            return st.one_of(*map(st.sampled_from, filter(None, fit)), matching)
        if isinstance(rule, Between):
            make = {int: leaves.integers, Fraction: leaves.fractions}.get(tp, leaves.numbers)
            return make(rule.low, rule.high)
        if isinstance(rule, NonEmpty) and get_origin(tp) in (tuple, frozenset):
            return _collection(get_origin(tp), get_args(tp), at_least=1)
    made = of_type(tp)
    return made.filter(lambda value: all(rule.allows(value) for rule in rules)) if rules else made


def _collection(container: Any, arguments: tuple[Any, ...], at_least: int) -> Strategy[Any]:
    if container is FrozenMapping:
        member = of_type(arguments[-1])
        return st.dictionaries(leaves.texts(), member, max_size=MOST_MEMBERS).map(FrozenMapping)
    return st.lists(of_type(arguments[0]), min_size=at_least, max_size=MOST_MEMBERS).map(container)


@functools.cache
def _fields(cls: Any) -> dict[str, Strategy[Any]]:
    return {name: of_type(tp) for name, tp in type_hints(cls).items()} | _missing(cls) | _SPECIAL.get(cls, {})


def _missing(cls: type) -> dict[str, Strategy[Any]]:
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
    given: dict[str, Any],
    fields: Mapping[str, Strategy[Any]],
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


def _named(cls: type) -> Strategy[FrozenMapping[Any]]:
    return st.dictionaries(of_type(Slug), _objects(cls), max_size=MOST_MEMBERS).map(FrozenMapping)


_SPECIAL: dict[type, dict[str, Strategy[Any]]] = {
    Brief: {
        "sources": _named(Source),
        "actors": _named(DeclaredActor),
        "coverage": _named(Coverage),
        "records": st.lists(records(), max_size=MOST_RECORDS, unique_by=lambda record: record.id),
        "parts": st.just(()),
        "unplaced": st.just(()),
    },
    FractionOf: {"of": st.sampled_from(["others", "signatories", "parties"]) | of_type(GroupName)},
}
"""Fields of which the declaration does not say all: unique ids, a file as one part, sets that have names."""
