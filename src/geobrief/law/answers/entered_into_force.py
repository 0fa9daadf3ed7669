"""Whether a treaty has entered into force by the day to which the records reach: decided, then explained."""

from functools import partial
from typing import Literal

import attrs

from geobrief.answer import Missing, Reason
from geobrief.law.answers.questions import IN_FORCE
from geobrief.law.answers.treaty_by_day import TreatyByDay
from geobrief.law.reasons import coverage as why_coverage
from geobrief.law.reasons import days
from geobrief.law.reasons import entry_into_force as why_entry
from geobrief.law.reasons.disputes import as_disputed
from geobrief.law.reasons.reason import Explanation, once
from geobrief.law.uncertain.span import DAWN, NEVER, Span, day_of
from geobrief.truth import Truth

__all__ = ["Entered", "decided", "explained"]


@attrs.frozen
class Entered:
    """Whether a treaty has entered into force, and by what that is decided.

    Attributes:
        value: yes, no or unknown.
        entry: the possible days of entry, in all interpretations.
        since: the same as the records bound it: an act that is missing may have brought it sooner.
        last: the last day on which the records say something.
        case: by the day of ``entry``; by whether it was in force on the ``last`` day, before which it may
            have ``lapsed``; by the kinds of act that are ``unrecorded``; or by what is so ``now``, after it.
    """

    value: Truth
    entry: Span
    since: Span
    last: int
    case: Literal["entry", "last", "lapsed", "unrecorded", "now"]


def decided(treaty: TreatyByDay) -> Entered:
    """Decide whether a treaty has entered into force, as far as its records reach."""
    interpreted, coverage = treaty.interpreted, treaty.interpreted.coverage
    entry, last = treaty.computed_entry(), min(coverage.last, NEVER - 1)
    since = Span(DAWN, entry.hi) if coverage.absent & interpreted.bringing else entry
    fact = partial(Entered, entry=entry, since=since, last=last)
    if entry.must_happen and entry.hi <= last and not coverage.absent & interpreted.opposing:
        return fact(interpreted.binds, case="entry")
    truth = treaty.in_force_by_day()
    on_last = truth.at(max(last, 1))
    if interpreted.is_reported and Truth.YES in truth.between(DAWN, max(last, 1)) and not entry.may_happen:
        return fact(Truth.UNKNOWN, case="last")
    if entry.may_happen or on_last.is_unknown:
        is_over = on_last.is_no and interpreted.history.end.lo <= last
        return fact(Truth.UNKNOWN, case="lapsed" if is_over else "last")
    if _unrecorded(treaty, last):
        return fact(Truth.UNKNOWN, case="unrecorded")
    if truth.on_one_of(Span.of(treaty.now)).is_unknown:  # the records end before as_of
        return fact(Truth.UNKNOWN, case="now")
    return fact(Truth.NO, case="last")


def explained(treaty: TreatyByDay, fact: Entered) -> Explanation:
    """Explain what was decided: where it lies beyond the records, by what is so within them."""
    is_disputed = fact.case == "entry" and fact.value.is_unknown
    on = None if fact.case == "now" else day_of(fact.entry.hi if is_disputed else fact.last)
    asked = treaty.ask(IN_FORCE).ask(on)
    why = Explanation(asked.reasons, asked.missing)
    if fact.case == "entry" and not is_disputed:
        interpreted, end = treaty.interpreted, treaty.interpreted.history.end
        agreed = all(other.end == end for _, other in interpreted.without)
        why = why_entry.entered(interpreted.history, fact.since, fact.last, asked, is_end_agreed=agreed)
        why = as_disputed(why, (act for act, _ in interpreted.without))
    elif fact.case == "lapsed":
        text = f"it may have entered into force {days.on(fact.entry)}"
        why = Explanation((Reason(text=text, because=why.reasons),), why.missing)
    elif fact.case == "unrecorded":
        why = why_coverage.uncovered(Explanation(), _unrecorded(treaty, fact.last))
    if fact.entry.may_happen and fact.last < fact.entry.lo:
        why = why_coverage.entry_beyond(treaty.interpreted.coverage, fact.entry, why)
    return once(why)


def _unrecorded(treaty: TreatyByDay, last: int) -> tuple[Missing, ...]:
    interpreted = treaty.interpreted
    return why_coverage.unrecorded(interpreted.coverage, Truth.NO, last, interpreted.bringing, ())
