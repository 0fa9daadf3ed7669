"""What was meant: where a key that is wrong belongs, and how a value that is wrong is written.

What is said is for a person and never changes what is read.  A name that is merely misspelt is
looked for in `geobrief.words`.
"""

import functools
from collections.abc import Callable, Iterable

import attrs

from geobrief import actors
from geobrief.codec.records.declared import is_object
from geobrief.constraint import Problem
from geobrief.constraint.meant import SaysWhatWasMeant
from geobrief.constraint.shape import (
    AnyText,
    ListOf,
    ObjectOf,
    OptionalOf,
    ReferenceTo,
    SetOf,
    Shape,
    UnionOf,
    fields_of,
)
from geobrief.constraint.validator import validator_of
from geobrief.errors import InvalidRecord
from geobrief.model.condition import CONDITIONS, Condition
from geobrief.values.delay import Delay
from geobrief.values.identifier import ACTOR, SUBJECT
from geobrief.values.when import When
from geobrief.words import listed

__all__ = [
    "called",
    "fields_called",
    "homes_of",
    "with_actor_meant",
    "written_as_list",
    "written_as_mapping",
    "written_under",
]

_EVERYWHERE = frozenset({"by", "citations", "kind", "name", "note", "on", "text"})
"""Keys of so many values that they do not tell where they belong."""

_ACTORS = {ACTOR.expected, SUBJECT.expected}
_CONDITION_KEYS = frozenset(cls.key for cls in CONDITIONS)

_MOST = 2
_LONGEST = 40


def homes_of(key: str, cls: type) -> tuple[str, ...]:
    """Name the fields of a class under which a key would be known, if they are few.

    >>> from geobrief import Ratification
    >>> homes_of("deposited", Ratification), homes_of("credibility", Ratification)
    (('instrument',), ('citations',))
    """
    if key in _EVERYWHERE:
        return ()
    fields = fields_of(cls).items()
    direct = [name for name, shape in fields if _is_key_of(key, _classes(shape))]
    listed = [name for name, shape in fields if _is_key_of(key, _member_classes(shape))]
    homes = direct or listed
    return tuple(homes) if len(homes) <= _MOST else ()


def written_under(key: str, cls: type) -> str:
    """Tell where a key stands that is unknown here and known one level below.

    >>> from geobrief import EntryIntoForce
    >>> written_under("exchange", EntryIntoForce)
    "a condition stands under 'upon': {upon: {exchange: …}}"
    """
    homes = homes_of(key, cls)
    if not homes:
        return ""
    classes = _classes(fields_of(cls)[homes[0]])
    if Condition in classes and key not in _CONDITION_KEYS:
        return f"put it under {homes[0]!r}, beside its condition"
    if Condition in classes:
        return f"a condition stands under {homes[0]!r}: {{{homes[0]}: {{{key}: …}}}}"
    inner = f"{{{key}: …}}" if _is_key_of(key, classes) else f"[{{{key}: …}}]"
    return f"put it under {' or '.join(map(repr, homes))}: {{{homes[0]}: {inner}}}"


def fields_called(key: str, cls: type) -> tuple[str, ...]:
    """Name the fields of a class that a key means which is a field of others.

    >>> from geobrief import Termination
    >>> fields_called("by", Termination)
    ('between',)
    """
    return cls.meant_by(key) if isinstance(cls, SaysWhatWasMeant) else ()


def called(key: str, cls: type) -> str:
    """Tell what a key is called here, or where it stands, that has another name elsewhere.

    >>> from geobrief import Ratification, Withdrawal
    >>> called("date", Withdrawal), called("date", Ratification)
    ("write 'notified', 'received' or 'effective'", "put it under 'instrument': {instrument: {deposited: …}}")
    """
    fields = fields_called(key, cls)
    if fields and "." in fields[0]:
        return written_under(fields[0].rpartition(".")[2], cls)
    here = [repr(each) for each in fields if "." not in each]
    return f"write {listed(here, 'or')}" if here else ""


def written_as_mapping(plain: object, cls: type) -> str:
    """Tell how a text is written where a mapping is expected.

    >>> from geobrief import Citation, Duration
    >>> written_as_mapping("10 years", Duration), written_as_mapping("untc", Citation)
    ('write {term: 10 years}', 'write {source: untc}')
    """
    made = _as_mapping(plain, cls)
    return f"write {made}" if made else ""


def written_as_list(plain: object, member: Shape) -> str:
    """Tell how a single value is written where a list is expected.

    >>> from geobrief.constraint.shape import AnyText
    >>> written_as_list("annex-2", AnyText(str))
    'write [annex-2]'
    """
    classes = [each for each in _classes(member) if is_object(each)]
    if isinstance(plain, dict):
        return "put it into a list: [{…}]" if classes else ""
    if not isinstance(plain, str) or not _is_short(plain):
        return ""
    may_be_text = any(isinstance(each, AnyText | ReferenceTo) for each in _options(member))
    made = _as_mapping(plain, classes[0]) if classes and not may_be_text else plain
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


def _options(shape: Shape) -> tuple[Shape, ...]:
    """List the shapes that a value may have when it is given."""
    match shape:
        case OptionalOf(given):
            return _options(given)
        case UnionOf(options):
            return tuple(each for option in options for each in _options(option))
        case _:
            return (shape,)


def _classes(shape: Shape) -> list[type]:
    """List the classes of which a value may be."""
    return [each.of for each in _options(shape) if isinstance(each, ObjectOf)]


def _member_classes(shape: Shape) -> list[type]:
    """List the classes of which the members of a list may be."""
    lists = [each for each in _options(shape) if isinstance(each, ListOf | SetOf)]
    return [cls for each in lists for cls in _classes(each.of)]


def _is_key_of(key: str, classes: Iterable[type]) -> bool:
    return any(key in _keys(each) for each in classes)


@functools.cache
def _keys(cls: type) -> frozenset[str]:
    """Give the keys of the mapping as which a class is written."""
    if cls is Condition:
        parameters = {field.name for each in CONDITIONS if each.primary for field in attrs.fields(each)}
        return _CONDITION_KEYS | parameters
    return frozenset(fields_of(cls)) if is_object(cls) else frozenset()


def _as_mapping(plain: object, cls: type) -> str:
    if not isinstance(plain, str) or not _is_short(plain):
        return ""
    field = _field_for(plain, cls)
    return f"{{{field}: {plain}}}" if field else ""


def _field_for(plain: str, cls: type) -> str:
    """Name the field that a text alone was probably meant for: by its form, else the one that is required."""
    shapes = fields_of(cls)
    delays = [name for name, shape in shapes.items() if Delay in _classes(shape)]
    days = [name for name, shape in shapes.items() if When in _classes(shape)]
    if delays and _reads(Delay.parse, plain):
        return delays[0]
    if len(days) == 1 and _reads(When.of, plain):
        return days[0]
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    names = required or [name for name in ("name",) if name in shapes]
    fits = len(names) == 1 and not validator_of(shapes[names[0]]).faults_of(plain)
    return names[0] if fits else ""


def _reads(read: Callable[[str], object], plain: str) -> bool:
    try:
        read(plain)
    except InvalidRecord:
        return False
    return True


def _is_short(plain: str) -> bool:
    return 0 < len(plain) <= _LONGEST and plain.isprintable()
