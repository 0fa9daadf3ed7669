"""Rules: plain functions from a brief to problems, found in the files of this room.

A problem's path begins with the section and the id of what it is about.  A record can
accept an issue by ``ignore``, with a reason.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from geobrief.brief import Brief
from geobrief.codes import CODES
from geobrief.constraint import Problem
from geobrief.model.record import Record

__all__ = ["Rule", "about", "problems", "rule", "rules"]

Check = Callable[[Brief], Iterable[Problem]]


@attrs.frozen
class Rule:
    """A check with the codes that it can report."""

    codes: tuple[str, ...]
    check: Check


_RULES: Final[list[Rule]] = []

_TOPICS = ("references", "actors", "dates", "sources", "numbers", "law", "claims", "expectations")


def rule(*codes: str) -> Callable[[Check], Check]:
    """Register a check under its codes."""
    unknown = [code for code in codes if code not in CODES]
    if unknown:
        raise ValueError(f"no issue code is called {', '.join(unknown)}")

    def register(check: Check) -> Check:
        _RULES.append(Rule(codes, check))
        return check

    return register


def about(
    record: Record, path: tuple[str | int, ...], code: str, message: str, value: object = None
) -> Problem:
    """Describe a problem of a record at a path inside it."""
    return Problem((record.section, record.id, *path), code, message, value)


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the files of this room."""
    for topic in _TOPICS:
        importlib.import_module(f"geobrief.checks.{topic}")
    return tuple(_RULES)


def problems(brief: Brief) -> Iterator[Problem]:
    """Yield what every rule finds in a brief, but for what its records ignore."""
    ignored = {
        (record.section, record.id, ignore.code) for record in brief.records for ignore in record.ignore
    }
    for each in rules():
        for problem in each.check(brief):
            if (*problem.path[:2], problem.code) not in ignored:
                yield problem
