"""One estimate out of several, under a policy that has a name.

Estimates of different voices are never merged silently, and never added up.  What a policy
cannot compare it keeps, so that no figure is preferred without a reason.
"""

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import Final, get_args

from geobrief.closed import for_every
from geobrief.constraint import Number
from geobrief.errors import InvalidArgument
from geobrief.values.citation import Citation
from geobrief.values.estimate import Bound, Estimate, Policy
from geobrief.values.source import Source, admiralty

__all__ = ["POLICIES", "contributors", "reconcile"]

POLICIES: Final[dict[Policy, str]] = {
    "envelope": "from the lowest figure to the highest",
    "latest": "only the figures that may be of the latest day",
    "most_reliable": "only the figures with the best Admiralty rating",
    "median": "the median of the best figures",
}
"""What each policy does, in words."""


def contributors(
    estimates: Iterable[Estimate], policy: Policy, *, sources: Mapping[str, Source] | None = None
) -> tuple[Estimate, ...]:
    """Give the estimates that a policy uses, ordered by day, voice and figure.

    ``envelope`` uses all.  ``latest`` leaves out those that refer to a day certainly before
    that of another one, and those without a day where any has one.  ``most_reliable`` leaves
    out those whose rating is worse than that of another one on one axis of the Admiralty
    system and no better on the other: the axes are never weighed against each other.
    Ratings that cannot be judged (F, 6) or are not given are left out where any is judged;
    where none is, all are kept.  ``median`` uses those that give a best figure.

    Raises `InvalidArgument` for another policy, and for ``most_reliable`` without sources.

    >>> early = Estimate(best=3000, unit="persons", on="2024-10")
    >>> late = Estimate(best=10_000, unit="persons", on="2024-11")
    >>> [str(each) for each in contributors([late, early], "latest")]
    ['10,000 persons']
    """
    pool = tuple(sorted(estimates, key=_order))
    if policy not in _CHOOSE:
        raise InvalidArgument(f"expected one of {', '.join(POLICIES)}, got {policy!r}")
    return _CHOOSE[policy](pool, sources)


def reconcile(
    estimates: Iterable[Estimate], policy: Policy, *, sources: Mapping[str, Source] | None = None
) -> Estimate:
    """Make one estimate out of several that speak of the same thing in the same unit.

    ``envelope`` spans from the lowest figure named to the highest; a side is open where the
    outermost figure is ("at least").  It keeps a best figure if all who give one agree.
    ``latest`` and ``most_reliable`` span those that they keep; ``median`` takes the median
    of the best figures.  A single estimate is returned as it is.  The result is alleged
    if any contributor is, and cites what its contributors cite.

    Raises `InvalidArgument` where nothing is left to reconcile, where the units differ, and
    for ``most_reliable`` without the sources, which hold the ratings.

    >>> import attrs
    >>> few = Estimate(best=3000, unit="persons")
    >>> many = Estimate(best=10_000, unit="persons")
    >>> print(reconcile([few, many], "envelope"))
    3,000–10,000 persons
    >>> print(reconcile([few, attrs.evolve(many, bound="at_least")], "envelope"))
    at least 3,000 persons
    """
    pool = tuple(estimates)
    units = sorted({estimate.unit for estimate in pool})
    if len(units) != 1:
        raise InvalidArgument(f"expected estimates in one unit, got {', '.join(units) or 'none at all'}")
    chosen = contributors(pool, policy, sources=sources)
    if not chosen:
        raise InvalidArgument("no estimate gives a best figure, so there is no median")
    if policy == "median":
        return _median(chosen, units[0])
    return chosen[0] if len(chosen) == 1 else _span(chosen, units[0])


def _order(estimate: Estimate) -> tuple[tuple[int, int, str], str, str]:
    return (estimate.on.sort_key if estimate.on else (0, 0, ""), estimate.by or "", repr(estimate))


def _latest(pool: tuple[Estimate, ...]) -> tuple[Estimate, ...]:
    days = [estimate.on for estimate in pool if estimate.on is not None]
    if not days:
        return pool
    return tuple(
        estimate
        for estimate in pool
        if estimate.on is not None and not any(day.after(estimate.on).is_yes for day in days)
    )


def _most_reliable(pool: tuple[Estimate, ...], sources: Mapping[str, Source] | None) -> tuple[Estimate, ...]:
    if sources is None:
        raise InvalidArgument("policy 'most_reliable' needs the ratings of the sources; pass sources=")
    ratings = {
        index: {rating for citation in each.citations if (rating := admiralty(citation, sources))}
        for index, each in enumerate(pool)
    }
    every = set[tuple[str, int]]().union(*ratings.values())
    best = {rating for rating in every if not any(_outranks(other, rating) for other in every)}
    if not best:
        return pool
    return tuple(estimate for index, estimate in enumerate(pool) if ratings[index] & best)


_CHOOSE: Final[
    Mapping[Policy, Callable[[tuple[Estimate, ...], Mapping[str, Source] | None], tuple[Estimate, ...]]]
] = for_every(
    get_args(Policy),
    "the choices of geobrief.values.reconcile",
    {
        "envelope": lambda pool, _: pool,
        "latest": lambda pool, _: _latest(pool),
        "most_reliable": _most_reliable,
        "median": lambda pool, _: tuple(each for each in pool if each.best is not None),
    },
)


def _outranks(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Tell whether a rating is no worse on both axes and better on one."""
    return one != other and one[0] <= other[0] and one[1] <= other[1]


def _span(pool: tuple[Estimate, ...], unit: str) -> Estimate:
    figures = [value for each in pool for value in _figures(each)]
    low, high = _bottom(pool, min(figures)), _top(pool, max(figures))
    bests = {estimate.best for estimate in pool if estimate.best is not None}
    best = next(iter(bests)) if len(bests) == 1 else None
    if low is None and high is None and best is None:
        return _made(pool, unit, low=min(figures), best=None, high=max(figures), bound="approximate")
    bound: Bound | None = "range" if best is None else None
    if low is None or high is None:
        bound = "at_most" if low is None else "at_least"
    if best is not None and low in {best, None} and high in {best, None}:
        low = high = None
    return _made(pool, unit, low=low, best=best, high=high, bound=_hedge(pool, bound))


def _figures(estimate: Estimate) -> list[Number]:
    return [value for value in (estimate.low, estimate.best, estimate.high) if value is not None]


def _bottom(pool: tuple[Estimate, ...], lowest: Number) -> Number | None:
    """Keep the lowest figure as a bound, unless a voice that names it leaves that side open."""
    naming = [each for each in pool if min(_figures(each)) == lowest]
    is_open = any(each.low is None and (each.best is None or each.bound == "at_most") for each in naming)
    return None if is_open else lowest


def _top(pool: tuple[Estimate, ...], highest: Number) -> Number | None:
    naming = [each for each in pool if max(_figures(each)) == highest]
    is_open = any(each.high is None and (each.best is None or each.bound == "at_least") for each in naming)
    return None if is_open else highest


def _median(pool: tuple[Estimate, ...], unit: str) -> Estimate:
    middle = median(estimate.best for estimate in pool if estimate.best is not None)
    best = int(middle) if float(middle).is_integer() else middle
    return _made(pool, unit, low=None, best=best, high=None, bound=_hedge(pool, None))


def _hedge(pool: tuple[Estimate, ...], otherwise: Bound | None) -> Bound | None:
    """Let one voice that says "about" make the whole approximate, unless a side is open."""
    if otherwise in {"at_least", "at_most"}:
        return otherwise
    return "approximate" if any(estimate.bound == "approximate" for estimate in pool) else otherwise


def _made(
    pool: tuple[Estimate, ...],
    unit: str,
    *,
    low: Number | None,
    best: Number | None,
    high: Number | None,
    bound: Bound | None,
) -> Estimate:
    citations: dict[Citation, None] = dict.fromkeys(c for each in pool for c in each.citations)
    return Estimate(
        low=low,
        best=best,
        high=high,
        unit=unit,
        bound=bound,
        alleged=any(estimate.alleged for estimate in pool),
        citations=tuple(citations),
    )
