"""Frozen mappings: dictionaries that are immutable and hashable, in sorted order."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar, cast

from geobrief.values.convert import as_tuple

__all__ = ["EMPTY", "FrozenMapping", "frozen_lists", "frozen_mapping"]

V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[str, V_co], Generic[V_co]):
    """An immutable mapping from names to hashable values, kept in order of its keys.

    >>> table = FrozenMapping({"USA": 2, "CAN": 1})
    >>> table, table["USA"], table == {"CAN": 1, "USA": 2}
    (FrozenMapping({'CAN': 1, 'USA': 2}), 2, True)
    """

    __slots__ = ("_entries",)
    _entries: dict[str, V_co]

    def __init__(self, entries: Mapping[str, V_co] | Iterable[tuple[str, V_co]] = ()) -> None:
        object.__setattr__(self, "_entries", dict(sorted(dict(entries).items(), key=_by_name)))

    def __getitem__(self, key: str) -> V_co:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def items(self) -> ItemsView[str, V_co]:
        """Give the entries; that of the dictionary is quicker than that of a Mapping."""
        return self._entries.items()

    def __hash__(self) -> int:
        return hash(tuple(self._entries.items()))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (dict(self._entries),)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._entries!r})"


def _by_name(entry: tuple[object, object]) -> str:
    return str(entry[0])  # a key that is no text is left for the check to reject


EMPTY: Final[FrozenMapping[Any]] = FrozenMapping()
"""The mapping without entries, for fields that are left out."""


def frozen_mapping(value: Mapping[str, V_co]) -> FrozenMapping[V_co]:
    """Freeze a mapping given by a caller (anything else is left for the check to reject)."""
    if isinstance(value, FrozenMapping) or not isinstance(value, Mapping):
        return value
    return FrozenMapping(value)


def frozen_lists(value: Mapping[str, Iterable[str]]) -> FrozenMapping[tuple[str, ...]]:
    """Freeze a mapping from names to lists given by a caller; a single text is left to reject."""
    if isinstance(value, FrozenMapping) or not hasattr(value, "items"):
        return cast("FrozenMapping[tuple[str, ...]]", value)  # the check of the field rejects what is none
    return FrozenMapping({key: as_tuple(each) for key, each in value.items()})
