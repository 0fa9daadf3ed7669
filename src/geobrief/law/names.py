"""How actors are printed: by the name of the day, and by code and name where both matter."""

from collections.abc import Iterable

from geobrief import actors
from geobrief.errors import NotFound
from geobrief.law.span import day_of
from geobrief.model import wording

__all__ = ["code_and_name", "joined", "name"]


def name(code: str, day: int | None = None) -> str:
    """Name an actor as a sentence does, on a day as it was called then; its code where no table knows it.

    >>> name("PRK"), name("USA"), name("wagner")
    ('North Korea', 'the United States', 'wagner')
    >>> from datetime import date
    >>> name("RUS", date(1955, 5, 14).toordinal())
    'the Soviet Union'
    """
    return wording.actor(code if day is None else actors.code_valid_on(code, day_of(day)))


def code_and_name(code: str) -> str:
    """Give code and name of an actor.

    >>> code_and_name("PRK")
    'PRK (North Korea)'
    """
    try:
        return f"{code} ({actors.name_of(code)})"
    except NotFound:
        return code


def joined(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    *first, final = list(words) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final
