"""How actors are printed: by name, and by code and name where both matter."""

from collections.abc import Iterable

from geobrief import actors
from geobrief.errors import NotFound

__all__ = ["code_and_name", "joined", "name"]


def name(code: str) -> str:
    """Give the name of an actor, or its code where no table knows it.

    >>> name("PRK"), name("wagner")
    ('North Korea', 'wagner')
    """
    try:
        return actors.name_of(code)
    except NotFound:
        return code


def code_and_name(code: str) -> str:
    """Give code and name of an actor.

    >>> code_and_name("PRK")
    'PRK (North Korea)'
    """
    known = name(code)
    return code if known == code else f"{code} ({known})"


def joined(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last
