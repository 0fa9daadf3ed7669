"""Why a treaty is in force between two states, or is not: what decides first (VCLT 20, 30, 41)."""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.bearing import upheld
from geobrief.law.reasons.names import name
from geobrief.law.reasons.parties import part
from geobrief.law.reasons.reason import Explanation, grounds, reason
from geobrief.law.reasons.reservations import barring, ineffective
from geobrief.law.rules.history import History
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.termination import Termination
from geobrief.truth import Truth

__all__ = ["between"]


def between(history: History, a: str, b: str, day: int, value: Truth) -> Explanation:
    """Explain whether the treaty is in force between two states on a day."""
    parts = {who: TruthByDay.during(history.party(who)) for who in (a, b)}

    def order(who: str) -> int:
        """Put first the one by whom it is decided: who is no party, or who became one last."""
        by_day, own = parts[who], parts[who].at(day)
        return -by_day.starts[by_day.index(day)] if value.is_yes else (not own.is_no) + own.is_yes

    found = [
        part(history, who, day, value if value.is_yes else parts[who].at(day))
        for who in sorted((a, b), key=order)
    ]
    missing = tuple(dict.fromkeys(each for part in found for each in part.missing))
    every = tuple(dict.fromkeys(each for part in found for each in part.reasons))
    if any(by_day.at(day).is_no for by_day in parts.values()):
        return Explanation(every, missing)
    if value.is_yes:
        told = Explanation((*every, *ineffective(history, a, b, day)), missing)
        return upheld(told, history, day, a, b)
    return Explanation((*barring(history, a, b, day), *_apart(history, a, b, day), *every), missing)


def _apart(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield which treaty applies between the two instead, and by which acts they ended this one (41)."""
    both = f"{name(a, day)} and {name(b, day)}"
    for other in history.related.superseding:
        if other.standing("parties", day).certain.issuperset({a, b}):
            text = f"{other.treaty.name} applies between {both} instead"
            yield reason(text, "VCLT 30(4)(a)", other.treaty)
    for one, act in history.acts.together(Termination) if day < history.end.hi else ():
        if one.effect.lo <= day and {a, b}.issubset(map(person, act.between)):
            ended = "ended" if one.effect.hi <= day else "may have ended"
            text = f"{both} {ended} it between them {days.on(one.effect)}{grounds(act.ground)}"
            yield reason(text, "VCLT 41", one)
