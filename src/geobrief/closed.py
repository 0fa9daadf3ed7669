"""Closed kinds: a table has a row for every kind of its list, or the import of its module fails.

Conditions, acts and records come in kinds that are listed once.  What differs from kind to
kind stands in tables, so that whoever adds a kind is told which rows are still to be written,
and no kind is ever answered by what was meant for others.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

__all__ = ["for_every"]

K = TypeVar("K")
V = TypeVar("V")


def for_every(kinds: Iterable[K], table: str, rows: Mapping[K, V]) -> Mapping[K, V]:
    """Return the rows of a table; raise `TypeError` unless there is one for every kind and no other.

    >>> for_every([int, str], "colours", {int: "blue"})
    Traceback (most recent call last):
    TypeError: colours: no row for str
    """
    listed = tuple(kinds)
    if missing := [kind for kind in listed if kind not in rows]:
        raise TypeError(f"{table}: no row for {', '.join(map(_name, missing))}")
    if unlisted := [kind for kind in rows if kind not in listed]:
        raise TypeError(f"{table}: a row for {', '.join(map(_name, unlisted))}, which is not listed")
    return MappingProxyType(dict(rows))


def _name(kind: object) -> str:
    return getattr(kind, "__name__", repr(kind))
