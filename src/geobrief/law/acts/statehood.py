"""Statehood: from which day a state succeeds another, and from which day it is no more.

The tables of states say so; a person that they do not know, or an organisation, neither
succeeds anybody nor ceases to exist.
"""

from functools import cache

from geobrief import actors
from geobrief.errors import NotFound
from geobrief.law.uncertain.span import NEVER

__all__ = ["dissolution", "is_organisation", "succession"]


def is_organisation(code: str) -> bool:
    """Whether a code is that of an organisation: anything but a state's."""
    return code.islower() and not code.startswith("cow-")


@cache
def dissolution(who: str) -> int:
    """Give the first day on which a state no longer exists; never for all others."""
    state = _state(who)
    last = state.spells[-1].end if state is not None and state.spells else None
    return NEVER if last is None else last.toordinal() + 1


@cache
def succession(who: str) -> int | None:
    """Give the day on which a state succeeded another; None for one that succeeded nobody."""
    state = _state(who)
    if state is None or not state.succeeds or not state.spells:
        return None
    return state.spells[0].start.toordinal()


def _state(who: str) -> actors.State | None:
    try:
        found = actors.get(who)
    except NotFound:
        return None
    return found if isinstance(found, actors.State) else None
