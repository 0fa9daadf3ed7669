"""The field table: kind, name, type, required, default and meaning of every field.

Read from the classes themselves, so that documentation and schema cannot drift from them.
"""

import re
from collections.abc import Iterator
from typing import Any, assert_never

import attrs

from geobrief.constraint import NonEmpty, OneLine
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
from geobrief.values.extra import NO_EXTRA
from geobrief.values.mapping import EMPTY

__all__ = ["FieldRow", "field_rows", "meanings"]

_ENTRY = re.compile(r"^ {4,}(\w+): (.+)$")


@attrs.frozen(kw_only=True)
class FieldRow:
    """One row of the field table.

    Attributes:
        owner: the class.
        name: attribute, file key, JSON key and column name alike.
        type: the type, in words.
        required: whether it must be given.
        default: what it is when left out, as text.
        meaning: what it means.
    """

    owner: str
    name: str
    type: str
    required: bool
    default: str
    meaning: str


def meanings(cls: type) -> dict[str, str]:
    """Read what each field means from the ``Attributes:`` of the class and its bases."""
    found: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        section = (owner.__doc__ or "").partition("Attributes:\n")[2]
        for line in section.splitlines():
            if match := _ENTRY.match(line):
                found[match[1]] = match[2].strip()
    return found


def field_rows(cls: Any) -> Iterator[FieldRow]:
    """Yield the fields of an attrs class in order."""
    shapes, meaning = fields_of(cls), meanings(cls)
    for field in attrs.fields(cls):
        if field.init:
            yield FieldRow(
                owner=cls.__name__,
                name=field.name,
                type=_in_words(shapes[field.name]),
                required=field.default is attrs.NOTHING,
                default=_default(field.default),
                meaning=meaning.get(field.name, ""),
            )


def _default(default: object) -> str:
    if default is attrs.NOTHING:
        return ""
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time
        return "none"
    if default in (None, (), frozenset(), "", EMPTY, NO_EXTRA):
        return "none"
    return str(default).lower() if isinstance(default, bool) else str(default)


def type_in_words(tp: object) -> str:
    """Say what a field holds, as an author of files would.

    >>> type_in_words(tuple[str, ...] | None)
    'list of text'
    """
    return _in_words(shape_of(tp))


def _in_words(shape: Shape) -> str:
    words = _kind_in_words(shape)
    checks = [check.expected for check in shape.checks if not isinstance(check, NonEmpty | OneLine)]
    return f"{words} ({'; '.join(checks)})" if checks and not isinstance(shape, ReferenceTo) else words


def _kind_in_words(shape: Shape) -> str:  # noqa: C901, PLR0912 - a case for each kind
    match shape:
        case AnyText():
            return "text"
        case ReferenceTo(kinds):
            return f"id of {' or '.join(kinds) or 'any record'}"
        case WordOf(words):
            return f"{'one of ' if len(words) > 1 else ''}{', '.join(words)}"
        case Boolean():
            return "true or false"
        case WholeNumber():
            return "whole number"
        case AnyNumber():
            return "number"
        case ListOf(member):
            return f"list of {_in_words(member)}"
        case SetOf(member):
            return f"set of {_in_words(member)}"
        case MappingOf((member, _)):
            return f"mapping of {_in_words(member)}"
        case ObjectOf(cls):
            return cls.__name__
        case OptionalOf(given):
            return _in_words(given)
        case UnionOf(options):
            return " or ".join(map(_in_words, options))
        case _:
            assert_never(shape)
