"""Independence: which sources say the same thing because one of them said it.

Three papers that quote one briefing are one source.  Derivation (`Source.derived_from`) is
followed to the origin, and everything met on the way counts.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Self

import attrs

from geobrief.claims.speaker import Actors, principals
from geobrief.values.source import Source

__all__ = ["Voice", "ancestry", "cycles", "independent", "origins"]

Sources = Mapping[str, Source]


@attrs.frozen
class Voice:
    """What stands behind a citation: sources, publishers and speakers, up to the origin.

    Attributes:
        source: the id of the source that is cited.
        ancestry: that source and all from which it derives.
        publishers: who published them, without regard to case.
        speakers: the actors that speak through them.
    """

    source: str
    ancestry: frozenset[str]
    publishers: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, source: str, sources: Sources, actors: Actors | None = None, by: Iterable[str] = ()) -> Self:
        """Listen to a source; ``by`` names the actors whose words are cited from it."""
        lineage = ancestry(source, sources)
        known = [sources[each] for each in lineage if each in sources]
        spoken = [each.actor for each in known if each.actor is not None]
        return cls(
            source=source,
            ancestry=lineage,
            publishers=frozenset(" ".join(each.publisher.casefold().split()) for each in known),
            speakers=principals([*spoken, *by], actors or {}),
        )

    def independent_of(self, other: "Voice") -> bool:
        """Whether the two share no source, no publisher and no speaker up to their origins."""
        return (
            self.apart_from(other)
            and self.publishers.isdisjoint(other.publishers)
            and self.speakers.isdisjoint(other.speakers)
        )

    def apart_from(self, other: "Voice") -> bool:
        """Whether the two come from different sources, though maybe of one publisher."""
        return self.ancestry.isdisjoint(other.ancestry)

    def repeats(self, other: "Voice") -> bool:
        """Whether this voice derives from another one, which does not derive from it."""
        return other.source in self.ancestry and self.source not in other.ancestry


def ancestry(source: str, sources: Sources) -> frozenset[str]:
    """Give a source and all those from which it derives, listed or not.

    >>> sources = {"paper": Source(publisher="The Paper", derived_from=["briefing"])}
    >>> sorted(ancestry("paper", sources))
    ['briefing', 'paper']
    """
    found = {source}
    waiting = [source]
    while waiting:
        current = sources.get(waiting.pop())
        fresh = set(current.derived_from if current else ()) - found
        found |= fresh
        waiting.extend(fresh)
    return frozenset(found)


def origins(source: str, sources: Sources) -> frozenset[str]:
    """Give the sources at which the derivation of a source ends; none where it runs in a circle.

    >>> sources = {"paper": Source(publisher="The Paper", derived_from=["briefing"]),
    ...            "briefing": Source(publisher="A ministry")}
    >>> sorted(origins("paper", sources)), sorted(origins("briefing", sources))
    (['briefing'], ['briefing'])
    """
    return frozenset(
        each
        for each in ancestry(source, sources)
        if (known := sources.get(each)) is None or not known.derived_from
    )


def independent(one: str, other: str, sources: Sources, actors: Actors | None = None) -> bool:
    """Tell whether two sources are independent.

    They are where their publishers differ and neither derives from the other, followed to
    the origin: two that derive from a common source, from sources of one publisher, or
    through which one and the same actor speaks, are not.  A source that is not listed is
    independent of nothing, because its publisher is not known.

    >>> sources = {"a": Source(publisher="A", derived_from=["wire"]), "wire": Source(publisher="W"),
    ...            "b": Source(publisher="B", derived_from=["wire"]), "c": Source(publisher="C")}
    >>> independent("a", "b", sources), independent("a", "c", sources)
    (False, True)
    """
    if one not in sources or other not in sources:
        return False
    return Voice.of(one, sources, actors).independent_of(Voice.of(other, sources, actors))


def cycles(sources: Sources) -> tuple[tuple[str, ...], ...]:
    """Find circular reporting: sources that derive from themselves through others.

    Every source on a circle is on at least one of those given; each is a shortest one and
    begins with the first of its ids in the alphabet.

    >>> cycles({"a": Source(publisher="A", derived_from=["b"]),
    ...         "b": Source(publisher="B", derived_from=["a"]),
    ...         "c": Source(publisher="C", derived_from=["a"])})
    (('a', 'b'),)
    """
    found: list[tuple[str, ...]] = []
    covered: set[str] = set()
    for source in sorted(_deriving(sources)):
        if source not in covered and (circle := _shortest_circle(source, sources)):
            covered.update(circle)
            first = circle.index(min(circle))
            found.append(circle[first:] + circle[:first])
    return tuple(sorted(set(found)))


def _deriving(sources: Sources) -> set[str]:
    """Give what remains when sources that end a derivation are taken away again and again."""
    waits_for = {
        name: {each for each in source.derived_from if each in sources} for name, source in sources.items()
    }
    users: dict[str, list[str]] = {}
    for name, parents in waits_for.items():
        for parent in parents:
            users.setdefault(parent, []).append(name)
    done = [name for name, parents in waits_for.items() if not parents]
    while done:
        ended = done.pop()
        for user in users.get(ended, ()):
            waits_for[user].discard(ended)
            if not waits_for[user]:
                done.append(user)
    return {name for name, parents in waits_for.items() if parents}


def _shortest_circle(source: str, sources: Sources) -> tuple[str, ...]:
    """Follow derivation breadth first until it comes back; empty where it does not."""
    came_from: dict[str, str] = {}
    queue = deque([source])
    while queue:
        current = queue.popleft()
        for parent in sorted(sources[current].derived_from):
            if parent == source:
                path = [current]
                while path[-1] != source:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if parent in sources and parent not in came_from:
                came_from[parent] = current
                queue.append(parent)
    return ()
