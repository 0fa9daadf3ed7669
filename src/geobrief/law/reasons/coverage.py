"""Why the records leave an answer open, or carry it forward: where they end, and what they lack."""

from geobrief.answer import Missing
from geobrief.law.acts.coverage import TreatyCoverage
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import Span
from geobrief.model.treaty import Treaty

__all__ = ["assumed", "beyond", "contradicted", "entry_beyond", "extensions_unrecorded"]
__all__ += ["on_exact_days", "too_early", "uncovered"]


def beyond(coverage: TreatyCoverage, found: Explanation, missing: tuple[Missing, ...]) -> Explanation:
    """Say that a day lies after the last that the records cover."""
    text = f"the records are complete only up to {coverage.day()}"
    return Explanation((reason(text, "horizon", because=found.reasons),), missing)


def entry_beyond(coverage: TreatyCoverage, entry: Span, found: Explanation) -> Explanation:
    """Say that entry into force, if it comes to that, lies after the last day that the records cover."""
    is_to = "is to" if entry.must_happen else "may"
    text = f"it {is_to} enter into force {days.on(entry)}, beyond the records"
    after = Missing(kind="records", text=f"records after {coverage.day()}")
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
    text = f"assuming that nothing has changed since {coverage.day()}"
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
