"""International organisations, and whose membership is recorded for how long.

Memberships are recorded only of organisations on which treaty clauses commonly turn.
"""

from datetime import date

import attrs

from geobrief.actors.spell import Spell
from geobrief.truth import Truth

__all__ = ["Membership", "Organisation"]


@attrs.frozen(kw_only=True)
class Membership:
    """One state's membership, from the day it joined to its last day as a member.

    ``member`` is the newest code of the state: Russia stands for the Soviet Union too.
    """

    member: str
    spell: Spell


@attrs.frozen(kw_only=True)
class Organisation:
    """An organisation that can conclude treaties, accuse or be a member's forum.

    ``spell`` is its life, None where it is not recorded.  It begins on the day on which the
    text that founds the organisation entered into force; where another day is meant, such
    as that of the signing, from which it already acted, ``note`` says so.  ``memberships``
    is empty where they are not recorded, which never means that it has no members.

    >>> from geobrief import actors
    >>> union = actors.get("eu")
    >>> union.name, str(union.spell), len(union.memberships)
    ('European Union', '1958-01-01/..', 28)
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    spell: Spell | None = None
    memberships: tuple[Membership, ...] = ()
    succeeds: tuple[str, ...] = ()
    note: str = ""

    def existed_on(self, day: date) -> Truth:
        """Tell whether it existed on that day; unknown where its life is not recorded."""
        return Truth.of(None if self.spell is None else self.spell.covers(day))

    def __str__(self) -> str:
        return self.name
