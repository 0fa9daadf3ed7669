"""In force between two states: both are parties, and nothing keeps it out between them."""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.course import Course
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.objections import barring, barring_reasons, ineffective
from geobrief.law.span import Interval
from geobrief.law.why import days
from geobrief.law.why.names import name
from geobrief.law.why.party import party
from geobrief.law.why.reasons import act_reason, clause_reason, grounds
from geobrief.model.termination import Termination
from geobrief.truth import Truth

__all__ = ["between_course", "between_reasons"]


def between_course(life: Life, a: str, b: str) -> Course:
    """Tell on which days the treaty is in force between two states."""
    both = Course.during(life.party(a)) & Course.during(life.party(b))
    for other in life.setting.superseding:
        both &= ~(other.party_course(a) & other.party_course(b))
    for one in life.docket.joint:
        if isinstance(one.act, Termination) and {a, b}.issubset(map(person, one.act.between)):
            both &= ~Course.during([Interval(one.day)])
    return both & ~barring(life, a, b)


def between_reasons(life: Life, a: str, b: str, day: int, value: Truth) -> Explanation:
    """Explain whether the treaty is in force between two states on a day, what decides first."""
    found = [
        party(life, who, day, value if value.is_yes else Course.during(life.party(who)).at(day))
        for who in _order(life, a, b, day, value)
    ]
    missing = tuple(dict.fromkeys(each for part in found for each in part.missing))
    every = dict.fromkeys(reason for part in found for reason in part.reasons)
    if any(Course.during(life.party(who)).at(day).is_no for who in (a, b)):
        return Explanation(tuple(every), missing)
    if value.is_yes:
        return Explanation((*every, *ineffective(life, a, b, day)), missing)
    apart = (*barring_reasons(life, a, b, day), *_superseded(life, a, b, day), *_ended(life, a, b, day))
    return Explanation((*apart, *every), missing)


def _order(life: Life, a: str, b: str, day: int, value: Truth) -> tuple[str, str]:
    """Put first the one by whom it is decided: who is no party, or who became one last."""
    first, second = (Course.during(life.party(who)) for who in (a, b))
    if value.is_yes:
        starts = [course.starts[course.index(day)] for course in (first, second)]
        return (b, a) if starts[1] > starts[0] else (a, b)
    decides, other = second.at(day), first.at(day)
    is_second = (decides.is_no and not other.is_no) or (other.is_yes and not decides.is_yes)
    return (b, a) if is_second else (a, b)


def _superseded(life: Life, a: str, b: str, day: int) -> Iterator[Reason]:
    for other in life.setting.superseding:
        if other.standing("parties", day).certain.issuperset({a, b}):
            text = f"{other.treaty.name} applies between {name(a, day)} and {name(b, day)} instead"
            yield clause_reason(other.treaty, text, "VCLT 30(4)(a)")


def _ended(life: Life, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the acts by which two ended it between them, which some may do among themselves (41)."""
    for one in life.docket.joint:
        both = {a, b}.issubset(map(person, one.act.actors))
        if isinstance(one.act, Termination) and one.day.lo <= day and both and day < life.end.hi:
            ended = "ended" if one.day.hi <= day else "may have ended"
            text = f"{name(a, day)} and {name(b, day)} {ended} it between them {days.on(one.day)}"
            yield act_reason(f"{text}{grounds(one.act.ground)}", "VCLT 41", one.act)
