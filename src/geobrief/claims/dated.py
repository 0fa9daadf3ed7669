"""Acts of speech on a time line: which had been made by a day, and which came last.

Publication that may lie after the day does not count.  Where only the day of the act tells,
and that is imprecise, the act may or may not have been made: both stay possible.
"""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import attrs

from geobrief.claims.known import Known
from geobrief.model.finding import Finding
from geobrief.model.response import Response

__all__ = ["Dated", "latest_words", "made_by"]

ActT = TypeVar("ActT", Response, Finding)


@attrs.frozen
class Dated(Generic[ActT]):
    """An act that had been, or may have been, made by a day.

    Attributes:
        act: the record.
        first: the earliest possible day, as an ordinal.
        last: the latest possible day by then, as an ordinal.
        certain: whether it had certainly been made by the day.
    """

    act: ActT
    first: int
    last: int
    certain: bool


def made_by(acts: Iterable[ActT], known: Known) -> tuple[list[Dated[ActT]], list[ActT]]:
    """Find the acts made by the day, in order, and those left out since they may be known later.

    Acts that are withdrawn, or replaced by one that is known, are not counted.
    """
    counted: list[Dated[ActT]] = []
    unclear: list[ActT] = []
    for act in sorted(acts, key=_order):
        placed = _place(act, known)
        if placed is None:
            unclear.append(act)
        else:
            counted.extend(placed)
    replaced = {each.act.replaces for each in counted if each.certain}
    standing = [each for each in counted if each.act.id not in replaced and each.act.revision != "withdrawn"]
    return standing, unclear


def _order(act: Response | Finding) -> tuple[tuple[int, int, str], str]:
    return (act.on.sort_key if act.on else (0, 0, ""), act.id)


def _place(act: ActT, known: Known) -> list[Dated[ActT]] | None:
    """Place an act among the days up to the day; nothing if it is later, None if unclear."""
    today = known.day.toordinal()
    first = act.on.earliest.toordinal() if act.on and act.on.earliest else 0
    last = act.on.latest.toordinal() if act.on and act.on.latest else today
    if first > today:
        return []
    recorded = known.recorded(act)
    if recorded is None and act.on is not None:
        return [Dated(act, first, min(last, today), last <= today)]
    if recorded is None:
        recorded = known.undated()
    if recorded.is_unknown:
        return None
    return [Dated(act, first, min(last, today), certain=True)] if recorded.is_yes else []


def latest_words(acts: Iterable[Dated[Response]]) -> Iterator[frozenset[str]]:
    """Give every set of words that the latest responses may consist of; empty for none.

    Responses of one day are one.  Where days are imprecise, each order that they allow is
    looked at: on a last day, those that can only lie on it speak, and those that can do.
    """
    pool = list(acts)
    if not any(each.certain for each in pool):
        yield frozenset()
    for day in sorted({day for each in pool for day in (each.first, each.first + 1, each.last)}):
        if any(each.certain and each.first > day for each in pool):
            continue
        here = [each for each in pool if each.first <= day <= each.last]
        must = frozenset[str]().union(
            *(each.act.kinds for each in here if each.certain and each.first == day)
        )
        possible = {must}
        for each in here:
            if not (each.certain and each.first == day):
                possible |= {words | each.act.kinds for words in possible}
        yield from (words for words in possible if words)
