"""A lasting stretch of days, whose ends may each be imprecise, open or unknown.

A `Period` is what a deployment, a mandate or a suspension has; one day that is only
imprecisely known is a `geobrief.values.when.When`.
"""

from datetime import date
from functools import lru_cache

import attrs

from geobrief.truth import Truth
from geobrief.values import edtf
from geobrief.values.edtf import InvalidWhen
from geobrief.values.when import When

__all__ = ["Period"]

_BEFORE_ALL_DAYS = 0
_AFTER_ALL_DAYS = date.max.toordinal() + 1


@attrs.frozen(repr=False, order=False)
class Period:
    """A stretch from its first to its last day, both included.

    =====================================  =======================================================
    text                                   meaning
    =====================================  =======================================================
    ``a/b``                                starts on one day of a, ends on one day of b
    ``a/..``                               ongoing: it has not ended
    ``a/``                                 it ended, or not; when is unknown
    ``../b``                               without a beginning: it covers every day before its end
    ``/b``                                 when it started is unknown
    ``2024-06-19``, ``2024-06``, ``2024``  the whole day, month or year
    =====================================  =======================================================

    So ``2024-06`` covers all of June, while ``2024-06/2024-06`` starts and ends on unknown
    days of June.  Unspecified digits name one unknown day and stand only beside a slash.
    ``start`` and ``end`` are None where they are open or unknown.  Equality is by text.
    How far "ongoing" reaches is not decided here: a brief knows nothing past its as_of.
    Raises InvalidWhen (an InvalidRecord) on other texts.

    >>> troops = Period("2024-10/..")
    >>> troops.start, troops.end, troops.ongoing, str(troops.covers("2024-11-12"))
    (When('2024-10'), None, True, 'yes')
    """

    text: str
    start: When | None = attrs.field(init=False, eq=False)
    end: When | None = attrs.field(init=False, eq=False)
    ongoing: bool = attrs.field(init=False, eq=False)
    start_unknown: bool = attrs.field(init=False, eq=False)
    end_unknown: bool = attrs.field(init=False, eq=False)
    _starts: tuple[int, int] = attrs.field(init=False, eq=False)
    _ends: tuple[int, int] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"expected a text such as '2024-10/..', got {self.text!r}")
        first, slash, last = self.text.partition("/")
        start, end = _read_ends(self.text, first, last) if slash else _read_whole(self.text)
        ongoing, start_unknown, end_unknown = last == "..", not first, bool(slash) and not last
        assign = object.__setattr__
        assign(self, "start", start)
        assign(self, "end", end)
        assign(self, "ongoing", ongoing)
        assign(self, "start_unknown", start_unknown)
        assign(self, "end_unknown", end_unknown)
        starts = _possible(start, otherwise=_BEFORE_ALL_DAYS)
        ends = _possible(end, otherwise=_AFTER_ALL_DAYS)
        # It cannot start after its latest end, nor end before its earliest start.
        assign(self, "_starts", (starts[0], ends[1] if start_unknown else min(starts[1], ends[1])))
        assign(self, "_ends", (starts[0] if end_unknown else max(starts[0], ends[0]), ends[1]))

    @classmethod
    def of(cls, value: "str | date | Period") -> "Period":
        """Turn a text or a date into a Period.

        Raises InvalidWhen for a text that is none, and TypeError for everything else,
        also for a When: one unknown day of June is not the whole of June.

        >>> Period.of(date(2024, 6, 19))
        Period('2024-06-19')
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, str):
            return _interned(str(value))
        if isinstance(value, When):
            raise TypeError(f"expected a stretch, got {value!r}, which is one day; write it as a Period")
        return _interned(When.of(value).text)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order by the earliest possible start (open first), the latest end (open last), then text."""
        return (self._starts[0], self._ends[1], self.text)

    @property
    def bounds(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The possible first days and the possible last days, from the earliest to the latest, as ordinals.

        >>> [(last - first) for first, last in Period("2024-02/2024-03-01").bounds]
        [28, 0]
        """
        return self._starts, self._ends

    def covers(self, day: "str | date | When") -> Truth:
        """Tell whether a day lies in the stretch, given all that is imprecise about both.

        >>> june = Period("2024-05/2024-07")
        >>> str(june.covers("2024-06")), str(june.covers("2024-05-02")), str(june.covers("2024-08-01"))
        ('yes', 'unknown', 'no')
        """
        earliest, latest, _ = When.of(day).sort_key
        if self._starts[1] <= earliest and latest <= self._ends[0]:
            return Truth.YES
        return Truth.UNKNOWN if self._starts[0] <= latest and earliest <= self._ends[1] else Truth.NO

    def overlaps(self, other: "str | date | Period") -> Truth:
        """Tell whether two stretches have a day in common.

        >>> str(Period("2024-01/..").overlaps("2025")), str(Period("2024-01/").overlaps("2025"))
        ('yes', 'unknown')
        """
        that = Period.of(other)
        if self._starts[1] <= that._ends[0] and that._starts[1] <= self._ends[0]:
            return Truth.YES
        can = self._starts[0] <= that._ends[1] and that._starts[0] <= self._ends[1]
        return Truth.UNKNOWN if can else Truth.NO

    def __reduce__(self) -> "tuple[type[Period], tuple[str]]":
        return (type(self), (self.text,))

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=16_384)
def _interned(text: str) -> Period:
    return Period(text)


def _possible(end: When | None, otherwise: int) -> tuple[int, int]:
    """Bound one end of a stretch, as ordinals."""
    return (otherwise, otherwise) if end is None else end.sort_key[:2]


def _read_whole(text: str) -> tuple[When, When]:
    """Read a text without a slash as the whole day, month or year that it names."""
    named = _read_end(text)
    if "X" in text:
        raise InvalidWhen(
            "Period", "GB301", f"{text!r} names one unknown day, not a stretch", "write the stretch as a/b"
        )
    mark = edtf.qualifier(uncertain=named.uncertain, approximate=named.approximate)
    return When.of(f"{named.earliest}{mark}"), When.of(f"{named.latest}{mark}")


def _read_ends(text: str, first: str, last: str) -> tuple[When | None, When | None]:
    not_dates = ("", "..")
    if first in not_dates and last in not_dates:
        raise InvalidWhen("Period", "GB301", f"{text!r} says nothing", "leave an unknown period out")
    start = None if first in not_dates else _read_end(first)
    end = None if last in not_dates else _read_end(last)
    if start and end and start.after(end).is_yes:
        raise InvalidWhen("Period", "GB303", f"{text!r} ends before it starts", "swap or correct the dates")
    return start, end


def _read_end(text: str) -> When:
    """Read one end of a period, which is a day, month, year, decade or century."""
    try:
        edtf.read_one(text)
    except InvalidWhen as error:
        raise InvalidWhen("Period", error.code, error.message, error.hint) from None
    return When.of(text)
