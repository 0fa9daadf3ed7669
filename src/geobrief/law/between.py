"""In force between two states: both are parties, and nothing keeps it out between them."""

from geobrief.actors import person
from geobrief.law import reasons
from geobrief.law.course import Course
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.names import name
from geobrief.law.objections import barring, barring_reasons
from geobrief.law.span import Interval
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
    """Explain whether the treaty is in force between two states on a day."""
    if a == b:
        return reasons.party(life, a, day)
    kept_out = tuple(barring_reasons(life, a, b, day))
    found = [reasons.party(life, who, day) for who in (a, b)]
    truths = [Course.during(life.party(who)).at(day) for who in (a, b)]
    if not value.is_yes and truths[0].is_yes and not truths[1].is_yes:
        found.reverse()
    superseding = tuple(
        reasons.act_reason(
            f"{other.treaty.name} applies between {name(a)} and {name(b)} instead", "VCLT 30(4)(a)"
        )
        for other in life.setting.superseding
        if other.standing("parties", day).certain.issuperset({a, b})
    )
    ended = tuple(
        reasons.act_reason(f"{name(a)} and {name(b)} ended it between them", "VCLT 54(b)", one.act)
        for one in life.docket.joint
        if isinstance(one.act, Termination)
        and one.day.lo <= day
        and {a, b}.issubset(map(person, one.act.between))
    )
    every = dict.fromkeys(reason for part in found for reason in part.reasons)
    return Explanation(
        (*kept_out, *superseding, *ended, *every),
        tuple(dict.fromkeys(each for part in found for each in part.missing)),
    )
