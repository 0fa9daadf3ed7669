"""Why a state applies a treaty provisionally, or does not: since when, and by what that ended (VCLT 25)."""

from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.history import History
from geobrief.law.rules.provisional_application import applications
from geobrief.law.uncertain.span import Interval, Span
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["provisional"]


def provisional(history: History, who: str, day: int, _: Truth) -> Explanation:
    """Explain whether a state applies the treaty provisionally on a day, what runs first."""
    begun = [(interval, act) for interval, act in applications(history, who) if interval.start.lo <= day]
    begun.sort(key=lambda each: (0, each[0].start.lo) if each[0].end.hi > day else (1, -each[0].end.hi))
    if begun:
        return Explanation(tuple(_spell(history, who, interval, act, day) for interval, act in begun))
    text = f"no provisional application by {name(who, day)} is recorded"
    return Explanation((reason(text, "VCLT 25"),))


def _spell(history: History, who: str, interval: Interval, act: Act, day: int) -> Reason:
    start, end = interval
    clause = history.treaty.provisional_application
    part = act.part if isinstance(act, ProvisionalApplication) else clause.part if clause else None
    what = f"it ({part.rstrip('.')})" if part else "it"
    if end.lo >= start.hi and end.hi <= day:
        text, ender = _ended(history, who, end)
        applied = f"{name(who, end.lo)} applied {what} provisionally from {days.named(start)}"
        return reason(f"{applied} until {days.named(end)}{text}", "VCLT 25(2)", act, *ender)
    has = "has applied" if interval.surely_holds_on(day) else "may have applied"
    over = f", and that may have ended {days.on(end)}" if end.lo <= day else ""
    text = f"{name(who, day)} {has} {what} provisionally since {days.named(start)}{over}"
    return reason(text, "VCLT 25(1)", act)


def _ended(history: History, who: str, end: Span) -> tuple[str, tuple[Act, ...]]:
    """Say by what provisional application ended, and by which act."""
    if any(start == end for start, _ in history.party(who)):
        return ", when the treaty entered into force for it", ()
    for one, act in history.acts.of(who).done(Renunciation):
        if one.day == end:
            return ", when it made clear that it will not become a party", (act,)
    return ", when the treaty ended" if history.end == end else "", ()
