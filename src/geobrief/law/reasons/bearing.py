"""What decides on a day that a treaty is in force: the headline names it, with its author and its day."""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from geobrief.answer import Reason
from geobrief.closed import for_every
from geobrief.law.reasons import days
from geobrief.law.reasons.names import continuing, name
from geobrief.law.reasons.reason import Explanation
from geobrief.law.reasons.term import extended, renewed
from geobrief.law.reasons.termination import terminated
from geobrief.law.reasons.withdrawal import noticed
from geobrief.law.rules.bearing import Bearing, Extended, Noticed, Renewed, Terminated, bearing
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import Span, latest_of
from geobrief.words import listed

__all__ = ["upheld"]


def upheld(found: Explanation, history: History, day: int, *persons: str) -> Explanation:
    """Put before the reasons why a treaty came into force, at all or for some, what decides on a day."""
    since = _since(history, persons, day)
    facts = bearing(history, persons, day) if since is not None else []
    if since is None or not facts:
        return found
    begun = "in force"
    if len(persons) == 1:
        begun += f" for {continuing(persons[0], since.lo, day)}"
    elif persons:
        begun += f" between {listed(name(who, day) for who in persons)}"
    first, *others = facts
    headline = _tell(first, history, day, f"{begun} since {days.named(since)}", begun)
    rest = (_tell(one, history, day) for one in others)
    return Explanation((headline, *found.reasons, *rest), found.missing)


def _since(history: History, persons: tuple[str, ...], day: int) -> Span | None:
    """Find since when it is in force on a day; None where that is not certain."""
    if not persons:
        begun = (each.start for each in history.stretches if each.surely_holds_on(day))
        return next(begun, history.entry) if history.in_force.at(day).is_yes else None
    stretches = [[each for each in history.party(who) if each.surely_holds_on(day)] for who in persons]
    return latest_of(each[0].start for each in stretches) if all(stretches) else None


def _tell(one: Bearing, history: History, day: int, since: str = "", begun: str = "") -> Reason:
    return _TOLD[type(one)](one, history, day, since, begun)


_TOLD: Final[Mapping[type[Bearing], Callable[[Any, History, int, str, str], Reason]]] = for_every(
    get_args(Bearing),
    "_TOLD of geobrief.law.reasons.bearing",
    {Renewed: renewed, Extended: extended, Noticed: noticed, Terminated: terminated},
)
"""How each kind of what bears on a day is told, alone or as a headline."""
