"""What stands where in a record, so that an issue points at the one name or day it is about."""

from collections.abc import Iterator
from typing import Any

__all__ = ["placed"]


def placed(
    value: Any, dotted: str, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield what stands at a dotted path with its exact path, through tuples; what is missing is left out.

    >>> from geobrief import Accusation
    >>> list(placed(Accusation(id="a", accusers=["KOR", "USA"]), "accusers"))
    [(('accusers', 0), 'KOR'), (('accusers', 1), 'USA')]
    """
    name, _, rest = dotted.partition(".")
    held = getattr(value, name)
    members = enumerate(held) if isinstance(held, tuple) else [(None, held)]
    for index, each in members:
        here = (*path, name) if index is None else (*path, name, index)
        if each is not None:
            yield from placed(each, rest, here) if rest else [(here, each)]
