"""How actors are printed: by the name of the day, and by code and name where both matter."""

from functools import lru_cache

from geobrief import actors
from geobrief.law.uncertain.span import day_of
from geobrief.model import wording

__all__ = ["code_and_name", "name", "renamed"]


def name(code: str, day: int | None = None) -> str:
    """Name an actor as a sentence does, on a day as it was called then; its code where no table knows it.

    >>> name("PRK"), name("USA"), name("wagner")
    ('North Korea', 'the United States', 'wagner')
    >>> from datetime import date
    >>> name("RUS", date(1955, 5, 14).toordinal())
    'the Soviet Union'
    """
    return wording.actor(code if day is None else actors.code_valid_on(code, day_of(day)))


@lru_cache(maxsize=4_096)
def renamed(who: str) -> frozenset[int]:
    """Give the days on which a person in law may change its name.

    >>> from datetime import date
    >>> date(1991, 12, 26).toordinal() in renamed("RUS"), renamed("AUT")
    (True, frozenset())
    """
    chain = [actors.known(who)]
    while isinstance(state := chain[-1], actors.State) and state.continues:
        chain.append(actors.get(state.continues))
    spells = [spell for state in chain if isinstance(state, actors.State) for spell in state.spells]
    starts = {spell.start.toordinal() for spell in spells}
    ends = {spell.end.toordinal() + 1 for spell in spells if spell.end}
    return frozenset(starts | ends) if len(chain) > 1 else frozenset()


def code_and_name(code: str) -> str:
    """Give code and name of an actor.

    >>> code_and_name("PRK")
    'PRK (North Korea)'
    """
    actor = actors.known(code)
    return code if actor is None else f"{code} ({actor.name})"
