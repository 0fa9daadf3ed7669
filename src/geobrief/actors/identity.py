"""Who is the same person in law, and under which code it is shown on a day.

A continuing state (Russia, the Soviet Union) is one person under several codes; a
successor (Czechia) is another one.  Disputed continuity (Federal Republic of Yugoslavia,
1992 to 2000) is recorded in ``claims_to_continue`` and collapses nothing.
"""

from datetime import date

from geobrief.actors._table import table
from geobrief.actors.lookup import get
from geobrief.actors.state import State
from geobrief.truth import Truth

__all__ = ["code_valid_on", "continues", "exists", "person", "successors_of"]


def exists(code: str, on: date) -> Truth:
    """Tell whether the actor existed under this code on that day; unknown where disputed.

    Raises NotFound where no actor has the code.

    >>> str(exists("SUN", date(1991, 12, 25))), str(exists("SUN", date(1991, 12, 26)))
    ('yes', 'no')
    """
    return get(code).existed_on(on)


def person(code: str) -> str:
    """Give the newest code of the same person in law, a key for comparing actors.

    A code that the table does not know stands for itself, so that actors declared in a
    brief can be compared too.

    >>> person("SUN"), person("RUS"), person("CSK"), person("wagner")
    ('RUS', 'RUS', 'CSK', 'wagner')
    """
    return table().persons.get(code, code)


def code_valid_on(code: str, on: date) -> str:
    """Give the code under which the same person in law is shown on that day.

    On a day on which it did not exist: the code it had last before, else its first.

    >>> code_valid_on("RUS", date(1987, 12, 8)), code_valid_on("SUN", date(2024, 6, 19))
    ('SUN', 'RUS')
    """
    known = table()
    same = known.codes.get(known.persons.get(code, ""), ())
    if len(same) < 2:
        return code
    for truth in (Truth.YES, Truth.UNKNOWN):
        for state in same:
            if state.existed_on(on) is truth:
                return state.code
    starts = sorted((state.spells[0].start, state.code) for state in same)
    begun = [code for start, code in starts if start <= on]
    return begun[-1] if begun else starts[0][1]


def continues(code: str) -> str | None:
    """Give the older code of the same person in law that this state continues, if any.

    >>> continues("RUS"), continues("CZE")
    ('SUN', None)
    """
    actor = get(code)
    return actor.continues if isinstance(actor, State) else None


def successors_of(code: str) -> tuple[str, ...]:
    """Give the states that succeeded it in law, or absorbed it, sorted by code.

    A state that continues it is the same person and not among them, nor are its former
    colonies: for these, and for days and sources, see `geobrief.actors.successions`.

    >>> successors_of("CSK"), successors_of("DDR"), "RUS" in successors_of("SUN")
    (('CZE', 'SVK'), ('DEU',), False)
    """
    actor = get(code)
    later = {other.code for other in table() if code in other.succeeds}
    if isinstance(actor, State) and actor.absorbed_by:
        later.add(actor.absorbed_by)
    return tuple(sorted(later))
