"""The order in which treaties that ask each other are worked out, and what a circle knows of its members.

First what is asked, then what asks.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from geobrief.law.acts.related_treaties import EitherWay
from geobrief.law.status import TreatyStatus, either_way

__all__ = ["circles_in_order", "known_in_circle"]


def circles_in_order(
    start: str, asks: Callable[[str], Iterable[str]], done: Container[str]
) -> Iterator[tuple[str, ...]]:
    """Yield what a thing asks, directly or through others, and last itself, each once and after what it asks.

    Those that ask each other in a circle come together (Tarjan's strongly connected components, kept
    on a list of our own, so that no chain is too long).  What is ``done`` is not looked at.

    >>> asked = {"a": ["b", "d"], "b": ["c"], "c": ["b", "d"], "d": []}
    >>> list(circles_in_order("a", asked.__getitem__, ()))
    [('d',), ('b', 'c'), ('a',)]
    """
    place = {start: 0}  # in the order in which they were met
    least = {start: 0}  # the first place on the waiting list that is asked, through whomever
    waiting = [start]
    path = [(start, iter(asks(start)))]
    while path:
        name, others = path[-1]
        for other in others:
            if other not in place and other not in done:
                place[other] = least[other] = len(place)
                waiting.append(other)
                path.append((other, iter(asks(other))))
                break
            if other in least:
                least[name] = min(least[name], place[other])
        else:
            path.pop()
            if path and least[name] < place[name]:
                least[path[-1][0]] = min(least[path[-1][0]], least[name])
            if least[name] == place[name]:
                circle = [waiting.pop()]
                while circle[-1] != name:
                    circle.append(waiting.pop())
                for each in circle:
                    del least[each]
                yield tuple(reversed(circle))


def known_in_circle(
    circle: Iterable[str],
    outside: Mapping[str, TreatyStatus],
    work_out: Callable[[str, Mapping[str, TreatyStatus]], TreatyStatus],
) -> dict[str, EitherWay]:
    """Tell what treaties that ask each other in a circle may know of one another: what holds either way.

    That is, if there were none of the circle, and if there were those that this leaves.
    """
    alone = {name: work_out(name, outside) for name in circle}
    among_them = {name: work_out(name, {**outside, **alone}) for name in circle}
    return {name: either_way(alone[name], among_them[name]) for name in circle}
