"""What the rules find: the path and code of each problem, narrowed to some codes."""

import geobrief as gb
from geobrief.checks import problems

__all__ = ["brief_of", "found"]


def brief_of(*records: gb.Record, as_of: str = "2024-11-12", **header: object) -> gb.Brief:
    """A brief of records."""
    return gb.Brief(**{"title": "A brief", "as_of": as_of, "records": records, **header})  # type: ignore[arg-type]


def found(brief: gb.Brief, *codes: str) -> list[tuple[str, str]]:
    """Where the rules find a problem of one of these codes, as dotted paths."""
    return [
        (problem.code, ".".join(map(str, problem.path)))
        for problem in problems(brief)
        if problem.code in codes
    ]
