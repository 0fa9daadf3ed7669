"""Who speaks: for whom an actor speaks, and under what name it is shown."""

from collections.abc import Iterable, Mapping

from geobrief.actors import name_of, person
from geobrief.errors import NotFound
from geobrief.model.declared_actor import DeclaredActor

__all__ = ["Actors", "named", "principal", "principals"]

Actors = Mapping[str, DeclaredActor]
"""The actors that a brief declares, by code."""


def principal(code: str, actors: Actors) -> str:
    """Give the actor for which another one speaks: a state for its president or its agency.

    ``of`` is followed to its end, and a state is the same through all its codes.

    >>> nis = DeclaredActor(kind="agency", name="National Intelligence Service", of="KOR")
    >>> principal("nis-korea", {"nis-korea": nis}), principal("SUN", {})
    ('KOR', 'RUS')
    """
    seen = {code}
    while (declared := actors.get(code)) is not None and declared.of is not None and declared.of not in seen:
        code = declared.of
        seen.add(code)
    return person(code)


def principals(codes: Iterable[str], actors: Actors) -> frozenset[str]:
    """Give those for whom several actors speak; a coalition speaks for its members too.

    >>> quad = DeclaredActor(kind="coalition", name="the two", members=["USA", "JPN"])
    >>> sorted(principals(["quad"], {"quad": quad}))
    ['JPN', 'USA', 'quad']
    """
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = principal(waiting.pop(), actors)
        if code not in found:
            found.add(code)
            waiting.extend(actors[code].members if code in actors else ())
    return frozenset(found)


def named(code: str, actors: Actors) -> str:
    """Give the name under which an actor is shown, or its code where it has none.

    >>> named("PRK", {}), named("nobody-knows", {})
    ('North Korea', 'nobody-knows')
    """
    if code in actors:
        return actors[code].name
    try:
        return name_of(code)
    except NotFound:
        return code
