"""Rules: plain functions from a brief to problems, each of which carries its page.

The code, its severity, what it means and what to do about it stand above the function.  The
docstring says what the rule finds; three parts with a heading say why that is bad, give an
example as it would stand in a file, and its repair: the sections that change.

A problem's path begins with the section and the id of what it is about.  A record can
accept an issue by ``ignore``, with a reason.
"""

import functools
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from geobrief.brief import Brief
from geobrief.codes import OF_FILES, Code
from geobrief.constraint import Problem, Steps
from geobrief.issue import Severity
from geobrief.model.record import Record

__all__ = ["Rule", "RuleFunction", "about", "problems", "rule", "rules"]

RuleFunction = Callable[[Brief], Iterable[Problem]]
"""A function that finds one sort of problem."""


@attrs.frozen(kw_only=True)
class Rule:
    """A rule with its page.

    Attributes:
        code: the code under which it reports, what that means, and what to do about it.
        finds: what it finds, in a sentence or two.
        why: why that is bad.
        example: a brief, without its header, in which it finds something.
        repair: the sections of the example that change.
        function: what finds it.
    """

    code: Code
    finds: str
    why: str
    example: str
    repair: str
    function: RuleFunction


_RULES: Final[dict[str, Rule]] = {}

_HEADINGS: Final = {"Why it is bad": "why", "Example": "example", "Repair": "repair"}
_HEADING: Final = re.compile(rf"^({'|'.join(_HEADINGS)}):$", re.MULTILINE)


def rule(
    code: str, *, title: str, remedy: str, severity: Severity = "error"
) -> Callable[[RuleFunction], RuleFunction]:
    """Make a function a rule, which reports under a code of its own.

    Raises ``ValueError`` where the code is taken, or a part of the page is missing.
    """
    if code in OF_FILES or code in _RULES:
        raise ValueError(f"{code} is the code of something else")

    def register(function: RuleFunction) -> RuleFunction:
        _RULES[code] = Rule(
            code=Code(code, title, remedy, severity), function=function, **_page(code, function)
        )
        return function

    return register


def _page(code: str, function: RuleFunction) -> dict[str, str]:
    """Divide a docstring into the parts of a page."""
    finds, *parts = _HEADING.split(inspect.getdoc(function) or "")
    texts = {"finds": finds, **dict(zip(map(_HEADINGS.__getitem__, parts[::2]), parts[1::2], strict=True))}
    page = {part: inspect.cleandoc(texts.get(part, "")) for part in ("finds", *_HEADINGS.values())}
    if (missing := [part for part, text in page.items() if not text]) and sys.flags.optimize < 2:
        raise ValueError(f"the page of {code} lacks: {', '.join(missing)}")
    return page


def about(
    record: Record, path: Steps, code: str, message: str, value: object = None, near: Iterable[str] = ()
) -> Problem:
    """Describe a problem of a record at a path inside it."""
    return Problem((record.section, record.id, *path), code, message, value, near=near)


def rules() -> tuple[Rule, ...]:
    """Return every rule that stands in a file of this room, in the order of their codes."""
    _load_room()
    return tuple(_RULES[code] for code in sorted(_RULES))


@functools.cache
def _load_room() -> None:
    room = importlib.import_module("geobrief.checks")
    for module in pkgutil.iter_modules(room.__path__):
        importlib.import_module(f"geobrief.checks.{module.name}")


def problems(brief: Brief) -> Iterator[Problem]:
    """Yield what every rule finds in a brief, but for what its records ignore."""
    ignored = {
        (record.section, record.id, ignore.code) for record in brief.records for ignore in record.ignore
    }
    for each in rules():
        for problem in each.function(brief):
            if (*problem.path[:2], problem.code) not in ignored:
                yield problem
