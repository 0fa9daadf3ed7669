"""Coverage: up to which day, and for which kinds of act, silence of the records means no.

Beyond that the answer is unknown.  ``assume_unchanged`` carries what held on the last
covered day forward, and says so.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, get_args

import attrs

from geobrief.answer import Missing
from geobrief.law.uncertain.span import DAWN, NEVER, SOME_DAY, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.coverage import ActKind, Coverage
from geobrief.truth import Truth
from geobrief.words import worded

__all__ = ["CONSENTING", "EVERY_DAY", "TreatyCoverage"]

CONSENTING = frozenset({"ratification", "instrument_exchange", "note_exchange"})
"""The kinds of act by which a state consents to be bound; a definitive signature is one too."""

EVERY_DAY: Final = TruthByDay.constant(Truth.YES)
"""That an act could have an effect on any day."""

COVERED, NOT_COVERED = Coverage(), Coverage(covered=False)


@attrs.frozen
class TreatyCoverage:
    """What the records of one treaty claim to hold.

    Attributes:
        last: the last day covered, as an ordinal; ``NEVER`` where nothing bounds it.
        absent: the kinds of act whose absence says nothing.
        projected: whether what held on the last day is carried forward.
    """

    last: int
    absent: frozenset[str] = frozenset()
    projected: bool = False

    @classmethod
    def of(
        cls, coverage: Coverage | None, acts: Sequence[Act], last: int, *, projected: bool
    ) -> "TreatyCoverage":
        """Read the coverage of a treaty; where none is given, one without recorded acts is not covered.

        ``last`` is the day up to which the whole claims to be complete.
        """
        coverage = coverage or (COVERED if acts else NOT_COVERED)
        kinds = frozenset(get_args(ActKind))
        absent = kinds - (coverage.acts or kinds) if coverage.covered else kinds
        until = coverage.until.latest if coverage.until else None
        bound = last if until is None else min(last, until.toordinal())
        return cls(bound, absent, projected)

    def limit(
        self,
        by_day: TruthByDay,
        *,
        bringing: Iterable[str] = (),
        ending: Iterable[str] = (),
        open_days: TruthByDay = EVERY_DAY,
    ) -> TruthByDay:
        """Make unknown what the records cannot say.

        Where a kind that could *bring* a yes is not recorded, a no is unknown on the days on which such an
        act could have an effect; where one that could *end* it is not, a yes is.
        """
        sides = ((Truth.NO, bringing), (Truth.YES, ending))
        unsure = {value for value, kinds in sides if self.absent.intersection(kinds)}
        if unsure:
            whatever = ~by_day & ~open_days
            by_day = by_day.mapped(lambda value: Truth.UNKNOWN if value in unsure else value)
            by_day = by_day.settled(whatever, Truth.NO)
        if self.last >= NEVER or self.projected:
            return by_day
        return by_day.after(self.last, Truth.UNKNOWN)

    def bounded(self, event: Span, bringing: Iterable[str]) -> Span:
        """Widen the days of an event that follows from the acts to what the records can say of it."""
        if self.absent.intersection(bringing):
            return SOME_DAY
        if event.hi <= self.last or self.last >= NEVER or self.projected:
            return event
        return Span(min(event.lo, self.last + 1), NEVER)

    def missing(
        self, value: Truth, day: int, bringing: Iterable[str], ending: Iterable[str]
    ) -> tuple[Missing, ...]:
        """Say which records would be needed on a day."""
        if day > self.last and not self.projected:
            return (Missing(kind="records", text=f"records after {self.day()}"),)
        if len(self.absent) == len(get_args(ActKind)):
            return (Missing(kind="records", text="records of the acts of states on this treaty"),)
        kinds = ending if value.is_yes else bringing if value.is_no else (*bringing, *ending)
        unrecorded = sorted(self.absent.intersection(kinds))
        return tuple(Missing(kind="records", text=f"{worded(kind)}s are not recorded") for kind in unrecorded)

    def day(self) -> str:
        """Write the last day covered."""
        return date.fromordinal(self.last).isoformat() if DAWN < self.last < NEVER else "ever"
