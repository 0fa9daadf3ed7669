"""The timeline of a treaty: what was so from when to when, without gap or overlap."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from geobrief.law.answers.questions import IN_FORCE
from geobrief.law.answers.treaty_by_day import TreatyByDay
from geobrief.law.uncertain.span import DAWN, NEVER, day_of
from geobrief.truth import Truth

__all__ = ["Stretch", "Timeline", "timeline"]


class Stretch(NamedTuple):
    """Days on which an answer is the same, with the reason.

    >>> from geobrief import example
    >>> first = example("new-start").status("new-start").timeline()[0]
    >>> print(first)
    .. to 2011-02-05: no: not yet in force

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
    """The stretches of a treaty in order; prints one a line.

    >>> from geobrief import example
    >>> print(example("new-start").status("new-start").timeline())
    .. to 2011-02-05: no: not yet in force
    2011-02-05 to 2026-02-05: yes: in force since 2011-02-05: instruments of ratification were exchanged ...
    2026-02-05 to 2026-03-02: no: out of force since 2026-02-05: its term ended
    2026-03-02 to ..: unknown: the records are complete only up to 2026-03-01
    """

    __slots__ = ()

    def on(self, day: date) -> Stretch:
        """Give the stretch in which a day lies.

        >>> from geobrief import example
        >>> print(example("new-start").status("new-start").timeline().on(date(2026, 2, 5)).value)
        no
        """
        return next(one for one in self if one.end is None or day < one.end)

    def lines(self) -> Iterator[str]:
        """Yield the stretches as text."""
        return map(str, self)

    def __str__(self) -> str:
        return "\n".join(self.lines())


def timeline(by_day: TreatyByDay) -> Timeline:
    """Give the whole life of a treaty."""
    return Timeline(
        Stretch(
            day_of(start) if start > DAWN else None,
            day_of(end) if end < NEVER else None,
            value,
            _reason(by_day, start, end, value),
        )
        for start, end, value in by_day.in_force_by_day().stretches()
    )


def _reason(by_day: TreatyByDay, start: int, end: int, value: Truth) -> str:
    """Say why it is so in a stretch: as on its first day, of the first stretch as on its last covered."""
    entry = by_day.computed_entry()
    is_treaty = not by_day.interpreted.binds.is_no
    if value.is_no and is_treaty and entry.may_happen and end <= entry.lo:
        return "not yet in force"
    last = max(min(end - 1, by_day.interpreted.coverage.last), 1)
    why = by_day.ask(IN_FORCE).ask(day_of(start if start > DAWN else last)).reasons
    return why[0].text if why else ""
