"""Coverage: of which days, and for which kinds of act, silence of the records means no.

Beyond the last day the answer is unknown.  ``assume_unchanged`` carries what held on the last
covered day forward, and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, get_args

import attrs

from geobrief.law.uncertain.span import DAWN, NEVER, SOME_DAY, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.coverage import ActKind, Coverage
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["CONSENTING", "EVERY_DAY", "KINDS", "NO_DAY", "Gap", "TreatyCoverage"]

CONSENTING = frozenset({"ratification", "instrument_exchange", "note_exchange"})
"""The kinds of act by which a state consents to be bound; a definitive signature is one too."""

EVERY_DAY: Final = TruthByDay.constant(Truth.YES)
"""That an act could have an effect on any day."""
NO_DAY: Final = TruthByDay.constant(Truth.NO)
"""That it could have one on none."""

KINDS: Final = frozenset[str](get_args(ActKind))
COVERED: Final = (Coverage(),)
NOT_COVERED: Final = (Coverage(covered=False),)


class Gap(NamedTuple):
    """Days of which acts of a kind are not recorded, from the first to the last."""

    first: int
    last: int


@attrs.frozen
class TreatyCoverage:
    """What the records of one treaty claim to hold.

    Attributes:
        last: the last day covered, as an ordinal; ``NEVER`` where nothing bounds it.
        gaps: for each kind of act whose absence says nothing, from which day to which it does not.
        projected: whether what held on the last day is carried forward.
        absent: the kinds of act that have a gap.
    """

    last: int
    gaps: Mapping[str, Gap] = attrs.field(factory=dict)
    projected: bool = False
    absent: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: frozenset(self.gaps), takes_self=True)
    )

    @classmethod
    def of(
        cls,
        coverages: Coverage | Iterable[Coverage] | None,
        acts: Sequence[Act],
        last: int,
        *,
        adopted: When | None = None,
        projected: bool = False,
    ) -> "TreatyCoverage":
        """Read the coverage of a treaty; where none is given, one without recorded acts is not covered.

        ``last`` is the day up to which the whole claims to be complete; before it was adopted, nothing is
        done about a treaty (VCLT 9).
        """
        first = Span.of(adopted).lo if adopted else DAWN
        each = (coverages,) if isinstance(coverages, Coverage) else tuple(coverages or ())
        each = each or (COVERED if acts else NOT_COVERED)
        bounds = [Span.of(one.until).hi if one.until else last for one in each]
        last = min(last, max(bounds))
        found = ((kind, _gap(kind, each, first, last)) for kind in KINDS if each is not COVERED)
        gaps = {kind: gap for kind, gap in found if gap is not None}
        return cls(last, gaps, projected)

    def limit(
        self,
        by_day: TruthByDay,
        *,
        bringing: Iterable[str] = (),
        ending: Iterable[str] = (),
        open_days: TruthByDay = EVERY_DAY,
        kept: TruthByDay = NO_DAY,
    ) -> TruthByDay:
        """Make unknown what the records cannot say.

        Where a kind that could *bring* a yes is not recorded, a no is unknown on the days on which such an
        act could have an effect; where one that could *end* it is not, a yes is, unless it is kept by what
        was done after.
        """
        silent = ((Truth.NO, bringing, ~open_days), (Truth.YES, ending, kept)) if self.absent else ()
        for value, kinds, sure in silent:
            first = min((self.gaps[kind].first for kind in self.absent.intersection(kinds)), default=NEVER)
            if first < NEVER:
                by_day = _opened(by_day, value, first, sure)
        if self.last >= NEVER or self.projected:
            return by_day
        return by_day.after(self.last, Truth.UNKNOWN)

    def last_gap(self, kinds: Iterable[str]) -> int:
        """Give the last day of which acts of some kinds are not recorded."""
        return max((self.gaps[kind].last for kind in self.absent.intersection(kinds)), default=DAWN)

    def bounded(self, event: Span, bringing: Iterable[str]) -> Span:
        """Widen the days of an event that follows from the acts to what the records can say of it."""
        if self.absent.intersection(bringing):
            return SOME_DAY
        if event.hi <= self.last or self.last >= NEVER or self.projected:
            return event
        return Span(min(event.lo, self.last + 1), NEVER)


def _gap(kind: str, coverages: Iterable[Coverage], first: int, last: int) -> Gap | None:
    """Find from which day to which a kind of act is not recorded; days in between may well be."""
    covered = [one for one in coverages if one.covered and kind in (one.acts or KINDS)]
    stretches = sorted((_first_day(one), Span.of(one.until).hi if one.until else last) for one in covered)
    gaps: list[Gap] = []
    open_from = DAWN
    for start, end in (*stretches, (last + 1, NEVER)):
        if open_from < start and start > first:
            gaps.append(Gap(open_from, start - 1))
        open_from = max(open_from, min(end, NEVER - 1) + 1)
    if not gaps:
        return None
    return Gap(gaps[0].first, NEVER if gaps[-1].last >= last else gaps[-1].last)


def _first_day(coverage: Coverage) -> int:
    return Span.of(coverage.since).lo if coverage.since else DAWN


def _opened(by_day: TruthByDay, value: Truth, first: int, sure: TruthByDay) -> TruthByDay:
    """Make a value unknown from a day on, unless it is sure."""
    begun = TruthByDay.during([Interval(Span.on(first))])
    return TruthByDay.each_day(
        (by_day, begun, sure),
        lambda truths: (
            Truth.UNKNOWN if truths[0] is value and truths[1].is_yes and not truths[2].is_yes else truths[0]
        ),
    )
