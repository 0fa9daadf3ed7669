"""States through time, with the codes and numbers under which data sets know them.

The spells are those of the Correlates of War (COW) and Gleditsch-Ward (GW) lists, which
count states of the international *system*: when they let a state begin is not always when
law does.  Whether a disputed state exists is not decided here.
"""

from datetime import date
from typing import Literal

import attrs

from geobrief.actors.spell import NumberedSpell, Spell
from geobrief.truth import Truth

__all__ = ["IsoCodes", "State", "StateKind"]

StateKind = Literal["state", "territory"]


@attrs.frozen(kw_only=True)
class IsoCodes:
    """The ISO 3166-1 codes that a state had once, and their ISO 3166-3 code.

    ``alpha4`` is None where ISO 3166-3 does not list the change (ROM, now ROU).
    """

    alpha2: str
    alpha3: str
    alpha4: str | None = None


@attrs.frozen(kw_only=True)
class State:
    """A state, or a territory with an ISO code, and what became of it.

    ``code`` is the primary code: ISO 3166-1 alpha-3; for former states the one they had;
    for states that never had one ``cow-`` and their COW or GW number.  ``continues`` names
    the same person in law under an older code; ``succeeds`` the states whose successor it is
    by separation, dissolution or merger (former colonies are not listed);
    ``claims_to_continue`` a continuity that others dispute, ``claimed`` for how long it was
    claimed.  ``spells`` joins both lists;
    on the days in ``disputed`` statehood is disputed, or the lists disagree with law.

    >>> from geobrief import actors
    >>> russia = actors.get("RUS")
    >>> russia.name, russia.continues, russia.cow, str(russia.spells[-1])
    ('Russia', 'SUN', (365,), '1991-12-26/..')
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: StateKind = "state"
    alpha2: str | None = None
    alpha3: str | None = None
    alpha4: str | None = None
    former_codes: tuple[IsoCodes, ...] = ()
    cow_spells: tuple[NumberedSpell, ...] = ()
    gw_spells: tuple[NumberedSpell, ...] = ()
    spells: tuple[Spell, ...] = ()
    disputed: tuple[Spell, ...] = ()
    continues: str | None = None
    claims_to_continue: str | None = None
    claimed: Spell | None = None
    succeeds: tuple[str, ...] = ()
    absorbed_by: str | None = None
    territory_of: str | None = None
    note: str = ""

    @property
    def cow(self) -> tuple[int, ...]:
        """The numbers it had in the COW list, each once."""
        return tuple(dict.fromkeys(held.number for held in self.cow_spells))

    @property
    def gw(self) -> tuple[int, ...]:
        """The numbers it had in the Gleditsch-Ward list, each once."""
        return tuple(dict.fromkeys(held.number for held in self.gw_spells))

    def existed_on(self, day: date) -> Truth:
        """Tell whether it was a state on that day.

        Unknown on disputed days, and where no spells are recorded (territories).
        """
        if not (self.spells or self.disputed) or any(spell.covers(day) for spell in self.disputed):
            return Truth.UNKNOWN
        return Truth.of(any(spell.covers(day) for spell in self.spells))

    def __str__(self) -> str:
        return self.name
