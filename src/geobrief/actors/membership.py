"""Who was a member of an organisation on a day, for clauses that turn on membership."""

from datetime import date

from geobrief.actors._table import table
from geobrief.actors.identity import code_valid_on
from geobrief.actors.lookup import get
from geobrief.errors import NotFound

__all__ = ["members"]


def members(organisation: str, on: date) -> tuple[str, ...]:
    """Give the members on that day, sorted, each under its code of that day.

    Raises NotFound where there is no such organisation, or its memberships are not recorded.

    >>> members("eu", date(1958, 1, 1))
    ('BEL', 'DEU', 'FRA', 'ITA', 'LUX', 'NLD')
    >>> "SUN" in members("un", date(1970, 1, 1))
    True
    """
    known = table().organisations
    found = known.get(organisation)
    if found is None:
        name = get(organisation).name  # raises NotFound with suggestions where nothing has the code
        raise NotFound(f"{organisation!r} ({name}) is a state, expected an organisation such as 'eu'")
    if not found.memberships:
        recorded = ", ".join(code for code, other in known.items() if other.memberships)
        raise NotFound(f"the members of {organisation!r} are not recorded, only those of {recorded}")
    held = (code_valid_on(one.member, on) for one in found.memberships if one.spell.covers(on))
    return tuple(sorted(held))
