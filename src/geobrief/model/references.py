"""References: every place in a value that names a record, a source or an actor.

Read from the declared types, so that a new field needs no second list.
"""

import functools
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import attrs

from geobrief.constraint import Constrained, Refers, type_hints

__all__ = ["Reference", "references_in"]


class Reference(NamedTuple):
    """A name that stands for something else: where it stands, and for what kinds of thing."""

    path: tuple[str | int, ...]
    name: str
    to: tuple[str, ...]


def references_in(value: Constrained) -> Iterator[Reference]:
    """Yield every reference in a value, with its path.

    >>> from geobrief.model.response import Response
    >>> response = Response(id="a", to="kor-accuses-prk", by="RUS", kinds=["evaded"])
    >>> [(reference.name, reference.to) for reference in references_in(response)]
    [('kor-accuses-prk', ('accusation',)), ('RUS', ('actor',))]
    """
    cls: Any = type(value)
    for name, marks in _fields(cls):
        held = getattr(value, name)
        if held is not None and held != ():
            yield from _in(held, marks, (name,))


@functools.cache
def _fields(cls: Any) -> tuple[tuple[str, Refers | None], ...]:
    hints = type_hints(cls)
    own = [field.name for field in attrs.fields(cls) if field.init]
    return tuple((name, _mark(hints[name])) for name in own)


def _mark(tp: Any) -> Refers | None:
    """Find the mark of a type; a list or mapping of references carries that of its members."""
    if get_origin(tp) is Annotated:
        for each in get_args(tp)[1:]:
            if isinstance(each, Refers):
                return each
        return _mark(get_args(tp)[0])
    for argument in get_args(tp):
        if not isinstance(argument, str) and (mark := _mark(argument)) is not None:
            return mark
    return None


def _in(held: Any, mark: Refers | None, path: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(held, str):
        if mark is not None and not _is_word(held, path):
            yield Reference(path, held, mark.to)
    elif isinstance(held, Constrained):
        for reference in references_in(held):
            yield reference._replace(path=(*path, *reference.path))
    elif isinstance(held, tuple | frozenset):
        for index, each in enumerate(held):
            yield from _in(each, mark, (*path, index))
    elif isinstance(held, Mapping):
        for key, each in held.items():
            yield from _in(each, mark, (*path, key))


def _is_word(held: str, path: tuple[str | int, ...]) -> bool:
    """Whether a text is one of the words that a field allows beside references."""
    return (path[-1], held) in {("by", "all"), ("then", "same")}
