"""Which objections to reservations keep a treaty out of force between two states, and which do not."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, name
from geobrief.law.reasons.reason import reason
from geobrief.law.rules.history import History
from geobrief.law.rules.reservations import Bar, bars

__all__ = ["barring", "ineffective"]


def barring(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the objections that bar it on a day."""
    for bar in bars(history, a, b):
        if bar.interval.may_hold_on(day):
            one, keeps = bar.objection, "keeps" if bar.interval.surely_holds_on(day) else "may keep"
            on = days.on(one.day) if one.day.lo <= day else f"later, {days.on(one.day)},"
            text = f"{author(one)} objected {on} to {_reservation(bar)} and {keeps} the treaty out of force"
            yield reason(f"{text} between the two", "VCLT 20(4)(b)", one)


def ineffective(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the objections made by a day that do not bar it, though they were meant to."""
    for bar in bars(history, a, b):
        one, made, (start, end) = bar.objection, bar.made, bar.interval
        if one.day.hi > day:
            continue
        said = f"{author(one)} objected {days.on(one.day)} to {_reservation(bar)}"
        withdrawn = one.on("withdrawn")
        if not start.may_happen:
            late = "more than twelve months after its notification, when that kept nothing out of force"
            yield reason(f"{said} {late}", "VCLT 20(5)", one)
        elif withdrawn is not None and withdrawn.hi <= day:
            yield reason(f"{said} and withdrew that {days.on(withdrawn)}", "VCLT 22(2)", one)
        elif made.withdrawn.hi <= day and made.withdrawn.hi <= made.left.hi:
            yield reason(f"{said}, which was withdrawn {days.on(made.withdrawn)}", "VCLT 22(1)", one)
        elif end.hi <= day:
            ended = f"which ended {days.on(end)}"
            if made.left.hi <= made.withdrawn.lo:
                reserving = name(bar.to, one.day.lo)
                ended = f"which ended {days.on(made.left)}, when {reserving} ceased to be bound"
            yield reason(f"{said}, {ended}", "VCLT 2(1)(d)", one)


def _reservation(bar: Bar) -> str:
    return f"the reservation of {name(bar.to, bar.objection.day.lo)}"
