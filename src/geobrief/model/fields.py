"""The field table: kind, name, type, required, default and meaning of every field.

Read from the classes themselves, so that documentation and schema cannot drift from them.
"""

import re
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs

from geobrief.constraint import Check, Refers, type_hints
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
    hints, meaning = type_hints(cls), meanings(cls)
    for field in attrs.fields(cls):
        if field.init:
            yield FieldRow(
                owner=cls.__name__,
                name=field.name,
                type=type_in_words(hints[field.name]),
                required=field.default is attrs.NOTHING,
                default=_default(field.default),
                meaning=meaning.get(field.name, ""),
            )


def _default(default: Any) -> str:
    if default is attrs.NOTHING:
        return ""
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time
        return "none"
    if default in (None, (), frozenset(), "", EMPTY, NO_EXTRA):
        return "none"
    return str(default).lower() if isinstance(default, bool) else str(default)


def type_in_words(tp: Any) -> str:
    """Say what a field holds, as an author of files would.

    >>> type_in_words(tuple[str, ...] | None)
    'list of text'
    """
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        return _annotated(arguments)
    if origin is Literal:
        return "one of " + ", ".join(arguments)
    if origin in (typing.Union, types.UnionType):
        rest = [each for each in arguments if each is not types.NoneType]
        return "number" if set(rest) == {int, float} else " or ".join(map(type_in_words, rest))
    if origin in (tuple, frozenset):
        noun = "list" if origin is tuple else "set"
        return f"{noun} of {type_in_words(arguments[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"mapping of {type_in_words(arguments[-1])}"
    return _PLAIN.get(tp, getattr(tp, "__name__", str(tp)))


_PLAIN = {str: "text", bool: "true or false", int: "whole number", float: "number"}


def _annotated(arguments: tuple[Any, ...]) -> str:
    for mark in arguments[1:]:
        if isinstance(mark, Refers):
            return f"id of {' or '.join(mark.to) or 'any record'}"
    words = type_in_words(arguments[0])
    checks = [mark.expected for mark in arguments[1:] if isinstance(mark, Check) and mark.code != "GB106"]
    return f"{words} ({'; '.join(checks)})" if checks else words
