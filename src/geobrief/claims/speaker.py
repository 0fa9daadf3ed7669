"""Who speaks: for whom an actor speaks."""

from collections.abc import Iterable

from geobrief.actors import person
from geobrief.model.declared_actor import Actors, introduced, named

__all__ = ["Actors", "introduced", "named", "principal", "principals"]


def principal(code: str, actors: Actors) -> str:
    """Give the actor for which another one speaks: a state for its president or its agency.

    ``of`` is followed to its end, and a state is the same through all its codes.

    >>> from geobrief.model.declared_actor import DeclaredActor
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

    >>> from geobrief.model.declared_actor import DeclaredActor
    >>> quad = DeclaredActor(kind="coalition", name="the two", members=["USA", "JPN"])
    >>> sorted(principals(["quad"], {"quad": quad}))
    ['JPN', 'USA', 'quad']
    """
    found: set[str] = set()
    waiting = list(codes)
    seen: set[str] = set()
    while waiting:
        code = waiting.pop()
        if code not in seen:
            seen.add(code)
            found.add(principal(code, actors))
            waiting.extend(actors[code].members if code in actors else ())
    return frozenset(found)
