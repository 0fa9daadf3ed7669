"""In force between two states: both are parties, and nothing keeps it out between them."""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.parties import party
from geobrief.law.reasons.reason import Explanation, act_reason, clause_reason, grounds
from geobrief.law.rules.history import History
from geobrief.law.rules.reservations import barring, barring_reasons, ineffective
from geobrief.law.uncertain.span import Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.termination import Termination
from geobrief.truth import Truth

__all__ = ["between_by_day", "between_reasons"]


def between_by_day(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days the treaty is in force between two states."""
    both = TruthByDay.during(history.party(a)) & TruthByDay.during(history.party(b))
    for other in history.related.superseding:
        both &= ~(other.party_by_day(a) & other.party_by_day(b))
    for one in history.acts.joint:
        if isinstance(one.act, Termination) and {a, b}.issubset(map(person, one.act.between)):
            both &= ~TruthByDay.during([Interval(one.day)])
    return both & ~barring(history, a, b)


def between_reasons(history: History, a: str, b: str, day: int, value: Truth) -> Explanation:
    """Explain whether the treaty is in force between two states on a day, what decides first."""
    found = [
        party(history, who, day, value if value.is_yes else TruthByDay.during(history.party(who)).at(day))
        for who in _order(history, a, b, day, value)
    ]
    missing = tuple(dict.fromkeys(each for part in found for each in part.missing))
    every = dict.fromkeys(reason for part in found for reason in part.reasons)
    if any(TruthByDay.during(history.party(who)).at(day).is_no for who in (a, b)):
        return Explanation(tuple(every), missing)
    if value.is_yes:
        return Explanation((*every, *ineffective(history, a, b, day)), missing)
    apart = (
        *barring_reasons(history, a, b, day),
        *_superseded(history, a, b, day),
        *_ended(history, a, b, day),
    )
    return Explanation((*apart, *every), missing)


def _order(history: History, a: str, b: str, day: int, value: Truth) -> tuple[str, str]:
    """Put first the one by whom it is decided: who is no party, or who became one last."""
    first, second = (TruthByDay.during(history.party(who)) for who in (a, b))
    if value.is_yes:
        starts = [by_day.starts[by_day.index(day)] for by_day in (first, second)]
        return (b, a) if starts[1] > starts[0] else (a, b)
    decides, other = second.at(day), first.at(day)
    is_second = (decides.is_no and not other.is_no) or (other.is_yes and not decides.is_yes)
    return (b, a) if is_second else (a, b)


def _superseded(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    for other in history.related.superseding:
        if other.standing("parties", day).certain.issuperset({a, b}):
            text = f"{other.treaty.name} applies between {name(a, day)} and {name(b, day)} instead"
            yield clause_reason(other.treaty, text, "VCLT 30(4)(a)")


def _ended(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the acts by which two ended it between them, which some may do among themselves (41)."""
    for one in history.acts.joint:
        both = {a, b}.issubset(map(person, one.act.actors))
        if isinstance(one.act, Termination) and one.day.lo <= day and both and day < history.end.hi:
            ended = "ended" if one.day.hi <= day else "may have ended"
            text = f"{name(a, day)} and {name(b, day)} {ended} it between them {days.on(one.day)}"
            yield act_reason(f"{text}{grounds(one.act.ground)}", "VCLT 41", one.act)
