"""Reporters: the issues of a report as text, for people and for programs.

Each stands in the module of its name, with one function: ``render(report)``.
"""

import importlib
from collections.abc import Callable
from typing import Final, cast

from geobrief.errors import NotFound
from geobrief.issue import Report

__all__ = ["REPORTERS", "Renderer", "reporter"]

Renderer = Callable[[Report], str]

REPORTERS: Final[dict[str, str]] = {
    "text": "geobrief.reporters.text",
    "json": "geobrief.reporters.json",
}
"""The module of each reporter, loaded when it is asked for."""


def reporter(name: str) -> Renderer:
    """Return what writes reports in a form; raise `NotFound` where there is no such form.

    >>> reporter("text")(Report())
    'no problems'
    """
    if name not in REPORTERS:
        raise NotFound(f"no reporter is called {name!r}; one of {', '.join(REPORTERS)}")
    return cast(
        "Renderer", importlib.import_module(REPORTERS[name]).render
    )  # what a module holds has no type
