"""Typed collections of records: iterate over them, or look one up by its id."""

from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

from geobrief.errors import NotFound
from geobrief.model.record import Record
from geobrief.words import meant, nearest

__all__ = ["Records", "near"]

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Records(Collection[R_co], Generic[R_co]):
    """Records of one kind in order of their ids; ``records[id]`` looks one up.

    >>> from geobrief import Treaty
    >>> treaties = Records([Treaty(id="nato", title="North Atlantic Treaty")])
    >>> [treaty.id for treaty in treaties], treaties["nato"].title, "nato" in treaties
    (['nato'], 'North Atlantic Treaty', True)
    """

    __slots__ = ("_by_id",)
    _by_id: dict[str, R_co]

    def __init__(self, records: Iterable[R_co]) -> None:
        object.__setattr__(self, "_by_id", {record.id: record for record in records})

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._by_id)

    def __getitem__(self, record_id: str) -> R_co:
        try:
            return self._by_id[record_id]
        except KeyError:
            raise NotFound(
                f"no record is called {record_id!r} here", lambda: near(str(record_id), self._by_id)
            ) from None

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, member: object) -> bool:
        if isinstance(member, str):
            return member in self._by_id
        return isinstance(member, Record) and self._by_id.get(member.id) == member

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Records) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Records is immutable")

    def __reduce__(self) -> "tuple[type[Records[R_co]], tuple[tuple[R_co, ...]]]":
        return type(self), (tuple(self),)

    def __repr__(self) -> str:
        return f"Records({list(self)!r})"


def near(name: str, known: Iterable[str]) -> str:
    """Ask whether a name that is close to one not found was meant; nothing where none is."""
    return meant(nearest(name, known, most=3))
