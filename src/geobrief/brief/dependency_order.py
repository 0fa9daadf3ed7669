"""The order in which things that ask each other are worked out: first what is asked, then what asks."""

from collections.abc import Callable, Container, Iterable, Iterator

__all__ = ["circles_in_order"]


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
