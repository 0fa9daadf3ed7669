"""The timeline of a treaty: what was so from when to when, without gap or overlap."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from geobrief.truth import Truth

__all__ = ["Stretch", "Timeline"]


class Stretch(NamedTuple):
    """Days on which an answer is the same, with the reason.

    Attributes:
        start: the first day; None where it reaches back without end.
        end: the first day after it; None where it lasts.
        value: whether the treaty is in force.
        reason: why, in words.
    """

    start: date | None
    end: date | None
    value: Truth
    reason: str

    def __str__(self) -> str:
        start = self.start.isoformat() if self.start else ".."
        end = self.end.isoformat() if self.end else ".."
        return f"{start} to {end}: {self.value}: {self.reason}"


class Timeline(tuple[Stretch, ...]):
    """The stretches of a treaty in order; prints one a line."""

    __slots__ = ()

    def on(self, day: date) -> Stretch:
        """Give the stretch in which a day lies."""
        return next(one for one in self if one.end is None or day < one.end)

    def lines(self) -> Iterator[str]:
        """Yield the stretches as text."""
        return map(str, self)

    def __str__(self) -> str:
        return "\n".join(self.lines())
