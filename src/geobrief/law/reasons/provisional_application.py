"""Why a state applies a treaty provisionally, or does not: since when, and by what that ended (VCLT 25)."""

from collections.abc import Iterator

from geobrief.answer import Missing, Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.parties import party
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.reasons.suspension import operative, suspended
from geobrief.law.rules.between_two import party_by_day
from geobrief.law.rules.history import History
from geobrief.law.rules.provisional_application import NO_CLAUSE, applications, by_day, part_of
from geobrief.law.rules.suspension import operative_by_day
from geobrief.law.uncertain.span import Interval, Span
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.renunciation import Renunciation
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["applied", "applied_between", "provisional"]


def applied(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state is a party on a day, or applies the treaty provisionally (25, 26)."""
    own = party_by_day(history, who).at(day)
    if own.is_yes or by_day(history, who).at(day).is_no:
        return party(history, who, day, own)
    parts = (part_of(history, by) for interval, by in applications(history, who) if interval.may_hold_on(day))
    what = f"whether the provision belongs to the part that {name(who, day)} applies provisionally"
    missing = (Missing(kind="agreement", text=what),) if value.is_unknown and any(parts) else ()
    return provisional(history, who, day, value) + Explanation((), missing)


def applied_between(history: History, a: str, b: str, day: int, value: Truth) -> Explanation:
    """Explain whether a treaty is operative between two states, or else applied provisionally (25, 26)."""
    stopped = tuple(suspended(history, day, a, b))
    if operative_by_day(history, a, b).at(day) is value and not (value.is_no and stopped):
        return operative(history, a, b, day, value)
    return Explanation(stopped) + applied(history, a, day, value) + applied(history, b, day, value)


def provisional(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state applies the treaty provisionally on a day, what runs first."""
    begun = [(interval, by) for interval, by in applications(history, who) if interval.start.lo <= day]

    def order(each: tuple[Interval, Act | Treaty]) -> tuple[int, int]:
        """Put first what surely runs, then what may, then what ended last."""
        (start, end), is_sure = each[0], each[0].surely_holds_on(day)
        return (0 if is_sure else 1, start.lo) if end.hi > day else (2, -end.hi)

    begun.sort(key=order)
    told = [_spell(history, who, interval, by, day) for interval, by in begun]
    declined = list(_declined(history, who, day)) if value.is_unknown or not told else []
    if told or declined:
        what = f"whether {name(who, day)} could decline to apply it provisionally, and for how long"
        missing = (Missing(kind="legal_effect", text=what, by=(who,)),)
        return Explanation((*told, *declined), missing if declined and value.is_unknown else ())
    text = f"no provisional application by {name(who, day)} is recorded"
    return Explanation((reason(text, "VCLT 25"),))


def _declined(history: History, who: str, day: int) -> Iterator[Reason]:
    """Yield the declarations that it does not apply the treaty provisionally."""
    clause = history.treaty.provisional_application or NO_CLAUSE
    for one, act in history.acts.of(who).done(ProvisionalApplication):
        declined = one.on("declined")
        if declined is not None and declined.lo <= day:
            without = "" if clause.opting_out else ", which the text does not provide for"
            text = f"{name(who, declined.lo)} declared {days.on(declined)} that it does not apply it"
            yield reason(f"{text} provisionally{without}", "VCLT 25(1)", act)


def _spell(history: History, who: str, interval: Interval, by: Act | Treaty, day: int) -> Reason:
    start, end = interval
    part = part_of(history, by)
    what = f"it ({part.rstrip('.')})" if part else "it"
    how, ender = _ended(history, who, end)
    if end.lo >= start.hi and end.hi <= day:
        applied = f"{name(who, end.lo)} applied {what} provisionally from {days.named(start)}"
        return reason(f"{applied} until {days.named(end)}{how and f', {how}'}", "VCLT 25(2)", by, *ender)
    has = "has applied" if interval.surely_holds_on(day) else "may have applied"
    over = f", and that may have ended {days.on(end)}" if end.lo <= day else ""
    text = f"{name(who, day)} {has} {what} provisionally since {days.named(start)}{over}"
    running = (each for each in _renounced(history, who, end) if each[0].lo <= day < end.lo)
    for notified, act in running:
        gave = f"it gave notice {days.on(notified)} that it will not be a party"
        return reason(f"{text}, until {days.named(end)}: {gave}", "VCLT 25(2)", by, act)
    return reason(text, "VCLT 25(1)", by)


def _renounced(history: History, who: str, end: Span) -> Iterator[tuple[Span, Act]]:
    """Yield the notices that it will not become a party by which it ends on a day."""
    clause = history.treaty.provisional_application or NO_CLAUSE
    for one, act in history.acts.of(who).done(Renunciation):
        if one.day.put_off(clause.notice) == end:
            yield one.day, act


def _ended(history: History, who: str, end: Span) -> tuple[str, tuple[Act, ...]]:
    """Say by what provisional application ended, and by which act."""
    clause = history.treaty.provisional_application or NO_CLAUSE
    if any(start == end for start, _ in history.party(who)):
        return "when the treaty entered into force for it", ()
    for day, act in _renounced(history, who, end):
        made_clear = "it made clear that it will not become a party"
        return f"when {made_clear}" if day == end else f"after {made_clear}, {days.on(day)}", (act,)
    for one, act in history.acts.of(who).done(ProvisionalApplication):
        if one.on("declined") == end:
            return "when it declared that it does not apply it", (act,)
    if clause.until is not None and Span.of(clause.until) == end:
        return "when the time that the text gives was over", ()
    return ("when the treaty ended" if history.end == end else ""), ()
