"""Spells: stretches of whole days known exactly, such as the life of a state or a membership.

The tables of states and organisations hold many and ask them all the time, so a spell is
two plain dates; what is imprecisely known is a `geobrief.values.Period`.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self

import attrs

from geobrief.errors import InvalidArgument

__all__ = ["NumberedSpell", "Spell", "union"]

_DAY = timedelta(days=1)


@attrs.frozen
class Spell:
    """The days from ``start`` to ``end``, both included; ``end`` is None while it lasts.

    >>> nato = Spell.parse("1949-08-24/..")
    >>> nato.covers(date(1949, 8, 24)), nato.end is None, str(nato)
    (True, True, '1949-08-24/..')
    """

    start: date
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise InvalidArgument(f"a spell must not end before it starts, got {str(self)!r}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1922-12-30/1991-12-25``, or ``1991-12-26/..`` where it still lasts."""
        first, slash, last = text.partition("/")
        if not slash:
            raise InvalidArgument(f"expected a spell such as '1922-12-30/1991-12-25', got {text!r}")
        return cls(date.fromisoformat(first), None if last == ".." else date.fromisoformat(last))

    def covers(self, day: date) -> bool:
        """Tell whether the day is one of this spell."""
        return self.start <= day and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return f"{self.start.isoformat()}/{self.end.isoformat() if self.end else '..'}"


@attrs.frozen
class NumberedSpell:
    """The spell during which a state held a number of the COW or Gleditsch-Ward list."""

    number: int
    spell: Spell


def union(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Join spells that overlap or follow each other without a day between them.

    >>> [str(spell) for spell in union([Spell.parse("1955-05-05/1990-10-02"), Spell.parse("1990-10-03/..")])]
    ['1955-05-05/..']
    """
    joined: list[Spell] = []
    for spell in sorted(spells, key=lambda spell: spell.start):
        last = joined[-1] if joined else None
        if last is None or (last.end is not None and last.end + _DAY < spell.start):
            joined.append(spell)
        elif last.end is not None and (spell.end is None or spell.end > last.end):
            joined[-1] = Spell(last.start, spell.end)
    return tuple(joined)
