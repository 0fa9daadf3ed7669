"""Statehood: who is a state, and from which day one is no more, as the tables of states say."""

from functools import cache

from geobrief import actors
from geobrief.law.uncertain.span import NEVER

__all__ = ["dissolution", "is_organisation"]


def is_organisation(code: str) -> bool:
    """Whether a code is that of an organisation: anything but a state's."""
    return code.islower() and not code.startswith("cow-")


@cache
def dissolution(who: str) -> int:
    """Give the first day on which a state no longer exists; never for all others, and who is not known."""
    state = actors.known(who)
    last = state.spells[-1].end if isinstance(state, actors.State) and state.spells else None
    return NEVER if last is None else last.toordinal() + 1
