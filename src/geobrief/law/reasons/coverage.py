"""Why the records leave an answer open, or carry it forward: where they end, and what they lack."""

from collections.abc import Iterable
from datetime import date

from geobrief.answer import Missing
from geobrief.law.acts.coverage import KINDS, Gap, TreatyCoverage
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import DAWN, NEVER, Span
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.words import worded

__all__ = ["assumed", "beyond", "contradicted", "entry_beyond", "extensions_unrecorded"]
__all__ += ["on_exact_days", "too_early", "uncovered", "unrecorded"]


def beyond(coverage: TreatyCoverage, found: Explanation, missing: tuple[Missing, ...]) -> Explanation:
    """Say that a day lies after the last that the records cover."""
    text = f"the records are complete only up to {_last(coverage)}"
    return Explanation((reason(text, "horizon", because=found.reasons),), missing)


def unrecorded(
    coverage: TreatyCoverage, value: Truth, day: int, bringing: Iterable[str], ending: Iterable[str]
) -> tuple[Missing, ...]:
    """Say which records would be needed on a day."""
    if day > coverage.last and not coverage.projected:
        return (Missing(kind="records", text=f"records after {_last(coverage)}"),)
    begun = {kind: gap for kind, gap in coverage.gaps.items() if gap.first <= day}
    if len(begun) == len(KINDS):
        what = f"records of the acts of states on this treaty{_of_days(min(begun.values()))}"
        return (Missing(kind="records", text=what),)
    kinds = ending if value.is_yes else bringing if value.is_no else (*bringing, *ending)
    lacking = ((kind, begun[kind]) for kind in sorted(begun.keys() & frozenset(kinds)))
    texts = (f"{worded(kind)}s are not recorded{_of_days(gap)}" for kind, gap in lacking)
    return tuple(Missing(kind="records", text=text) for text in texts)


def _last(coverage: TreatyCoverage) -> str:
    """Write the last day covered."""
    return date.fromordinal(coverage.last).isoformat() if DAWN < coverage.last < NEVER else "ever"


def _of_days(gap: Gap) -> str:
    """Say of which days something is not recorded, unless it is of none."""
    since = "" if gap.first <= DAWN else f" from {date.fromordinal(gap.first)}"
    until = "" if gap.last >= NEVER else f" up to {date.fromordinal(gap.last)}"
    return since + until


def entry_beyond(coverage: TreatyCoverage, entry: Span, found: Explanation) -> Explanation:
    """Say that entry into force, if it comes to that, lies after the last day that the records cover."""
    is_to = "is to" if entry.must_happen else "may"
    text = f"it {is_to} enter into force {days.on(entry)}, beyond the records"
    after = Missing(kind="records", text=f"records after {_last(coverage)}")
    missing = (after,) if entry.must_happen else (after, *found.missing)
    return Explanation((reason(text, "VCLT 24", because=found.reasons),), missing)


def uncovered(found: Explanation, missing: tuple[Missing, ...]) -> Explanation:
    """Say that the records do not cover a question, and what they lack."""
    text = "the records do not cover this" + (f": {missing[0]}" if missing else "")
    return Explanation((reason(text, "coverage"),), missing) + found


def contradicted(acts: Explanation, reports: Explanation) -> Explanation:
    """Say that the acts on record and what is reported contradict each other, or one of them is silent."""
    open_ = Missing(kind="records", text="whether the acts that are recorded or the reports are right")
    return Explanation(reports.reasons + acts.reasons, (open_,))


def too_early(treaty: Treaty, first: int) -> Explanation:
    """Say that nothing can have had an effect before a day: it is named, or that of adoption."""
    day = days.named(Span.on(first))
    return Explanation((reason(f"whatever is not recorded had no effect before {day}", "VCLT 24", treaty),))


def assumed(coverage: TreatyCoverage, found: Explanation) -> Explanation:
    """Say that the last known state is carried forward."""
    text = f"assuming that nothing has changed since {_last(coverage)}"
    return found + Explanation((reason(text, "assumption"),))


def extensions_unrecorded(
    coverage: TreatyCoverage, history: History, day: int, found: Explanation
) -> Explanation:
    """Add that extensions are not recorded, once the term may be over but for one."""
    if not history.terms.expiry.lo <= day <= coverage.last:
        return found
    return Explanation(missing=(Missing(kind="records", text="extensions are not recorded"),)) + found


def on_exact_days(found: Explanation) -> Explanation:
    """Say that it turns on days that are not known exactly, unless that is said."""
    missing = (Missing(kind="day", text="the exact days of the acts"),)
    if found.reasons and " may " in found.reasons[0].text:
        return Explanation(found.reasons, missing)
    turning = reason("it turns on the exact days of the acts, which are not recorded")
    return Explanation((turning, *found.reasons), missing)
