"""Hints: what was probably meant by a key or value that is wrong.

A hint is for a person: it never changes what is read.
"""

import functools
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import attrs

from geobrief import actors
from geobrief.codec.records.declared import is_object
from geobrief.constraint import Problem, problems_with, type_hints
from geobrief.errors import InvalidRecord
from geobrief.model.condition import CONDITIONS, Condition
from geobrief.values.delay import Delay
from geobrief.values.identifier import ACTOR, SUBJECT
from geobrief.values.when import When

__all__ = ["homes_of", "with_actor_meant", "written_as_list", "written_as_mapping", "written_under"]

_EVERYWHERE = frozenset({"by", "citations", "kind", "name", "note", "on", "text"})
"""Keys of so many values that they do not tell where they belong."""

_ACTORS = {ACTOR.expected, SUBJECT.expected}
_CONDITION_KEYS = frozenset(cls.key for cls in CONDITIONS)

_MOST = 2
_LONGEST = 40


def homes_of(key: str, cls: Any) -> tuple[str, ...]:
    """Name the fields of a class under which a key would be known, if they are few.

    >>> from geobrief import Ratification
    >>> homes_of("deposited", Ratification), homes_of("credibility", Ratification)
    (('instrument',), ('citations',))
    """
    if key in _EVERYWHERE:
        return ()
    fields = type_hints(cls).items()
    direct = [name for name, tp in fields if any(key in _keys(each) for each in _options(tp))]
    listed = [name for name, tp in fields if any(key in _keys(each) for each in _members(tp))]
    homes = direct or listed
    return tuple(homes) if len(homes) <= _MOST else ()


def written_under(key: str, cls: Any) -> str:
    """Tell where a key stands that is unknown here and known one level below.

    >>> from geobrief import EntryIntoForce
    >>> written_under("exchange", EntryIntoForce)
    "a condition stands under 'upon': {upon: {exchange: …}}"
    """
    homes = homes_of(key, cls)
    if not homes:
        return ""
    options = _options(type_hints(cls)[homes[0]])
    if Condition in options and key not in _CONDITION_KEYS:
        return f"put it under {homes[0]!r}, beside its condition"
    if Condition in options:
        return f"a condition stands under {homes[0]!r}: {{{homes[0]}: {{{key}: …}}}}"
    inner = f"{{{key}: …}}" if any(key in _keys(each) for each in options) else f"[{{{key}: …}}]"
    return f"put it under {' or '.join(map(repr, homes))}: {{{homes[0]}: {inner}}}"


def written_as_mapping(plain: object, cls: Any) -> str:
    """Tell how a text is written where a mapping is expected.

    >>> from geobrief import Citation, Duration
    >>> written_as_mapping("10 years", Duration), written_as_mapping("untc", Citation)
    ('write {term: 10 years}', 'write {source: untc}')
    """
    made = _as_mapping(plain, cls)
    return f"write {made}" if made else ""


def written_as_list(plain: object, member: Any) -> str:
    """Tell how a single value is written where a list is expected.

    >>> written_as_list("annex-2", str)
    'write [annex-2]'
    """
    classes = [each for each in _options(member) if is_object(each)]
    if isinstance(plain, dict):
        return "put it into a list: [{…}]" if classes else ""
    if not isinstance(plain, str) or not _is_short(plain):
        return ""
    made = _as_mapping(plain, classes[0]) if classes else plain
    return f"write [{made}]" if made else ""


def with_actor_meant(problem: Problem) -> Problem:
    """Add the code of the actor whose name or other code was written.

    >>> wrong = Problem((), "GB105", "no code", "USSR", ACTOR.expected)
    >>> with_actor_meant(wrong).near
    ('SUN',)
    """
    name = problem.value
    if problem.expected not in _ACTORS or not isinstance(name, str) or not _is_short(name):
        return problem
    return attrs.evolve(problem, near=actors.suggest(name))


def _options(tp: Any) -> tuple[Any, ...]:
    """List the types that a value may have, without their checks."""
    if get_origin(tp) is Annotated:
        return _options(get_args(tp)[0])
    if get_origin(tp) in (typing.Union, types.UnionType):
        return tuple(each for option in get_args(tp) for each in _options(option))
    return (tp,)


def _members(tp: Any) -> Iterator[Any]:
    for option in _options(tp):
        if get_origin(option) in (tuple, frozenset):
            yield from _options(get_args(option)[0])


@functools.cache
def _keys(tp: Any) -> frozenset[str]:
    """Give the keys of the mapping as which a type is written."""
    if tp is Condition:
        parameters = {field.name for cls in CONDITIONS if cls.primary for field in attrs.fields(cls)}
        return _CONDITION_KEYS | parameters
    return frozenset(type_hints(tp)) if is_object(tp) else frozenset()


def _as_mapping(plain: object, cls: Any) -> str:
    if not isinstance(plain, str) or not _is_short(plain):
        return ""
    field = _field_for(plain, cls)
    return f"{{{field}: {plain}}}" if field else ""


def _field_for(plain: str, cls: Any) -> str:
    """Name the field that a text alone was probably meant for: by its form, else the one that is required."""
    fields = {name: _options(tp) for name, tp in type_hints(cls).items()}
    delays = [name for name, options in fields.items() if Delay in options]
    days = [name for name, options in fields.items() if When in options]
    if delays and _reads(Delay.parse, plain):
        return delays[0]
    if len(days) == 1 and _reads(When.of, plain):
        return days[0]
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    names = required or [name for name in ("name",) if name in fields]
    fits = len(names) == 1 and not list(problems_with(plain, type_hints(cls)[names[0]]))
    return names[0] if fits else ""


def _reads(read: Any, plain: str) -> bool:
    try:
        read(plain)
    except InvalidRecord:
        return False
    return True


def _is_short(plain: str) -> bool:
    return 0 < len(plain) <= _LONGEST and plain.isprintable()
