"""States and organisations through time: codes, spells, continuity, succession, membership.

The tables are read on first use; importing this module reads nothing.  Persons, agencies
and armed groups are declared in a brief and are not listed here.
"""

from geobrief.actors._table import Actor
from geobrief.actors.identity import code_valid_on, continues, exists, person, successors_of
from geobrief.actors.lookup import System, by_name, find, get, known, name_of, states, suggest
from geobrief.actors.membership import members
from geobrief.actors.organisation import Membership, Organisation
from geobrief.actors.spell import NumberedSpell, Spell
from geobrief.actors.state import IsoCodes, State, StateKind
from geobrief.actors.successions import (
    Succession,
    SuccessionKind,
    succession,
    successions_from,
    successions_to,
)

__all__ = [
    "Actor",
    "IsoCodes",
    "Membership",
    "NumberedSpell",
    "Organisation",
    "Spell",
    "State",
    "StateKind",
    "Succession",
    "SuccessionKind",
    "System",
    "by_name",
    "code_valid_on",
    "continues",
    "exists",
    "find",
    "get",
    "known",
    "members",
    "name_of",
    "person",
    "states",
    "succession",
    "successions_from",
    "successions_to",
    "successors_of",
    "suggest",
]
