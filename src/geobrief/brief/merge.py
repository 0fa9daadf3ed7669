"""Merging: several briefs as one, each part with its own day of completeness.

The same id with an equal record stands once; with a different one it is an Issue.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from geobrief.brief.brief import Brief
from geobrief.brief.parts import Part, raised
from geobrief.constraint import Problem, path_text
from geobrief.errors import InvalidArgument, InvalidBrief
from geobrief.issue import Issue, Report
from geobrief.model.record import Record

__all__ = ["clashes", "clashing", "merge"]

V = TypeVar("V")


def merge(briefs: Iterable[Brief]) -> Brief:
    """Make one brief of several.

    Raises `InvalidBrief` where one id stands for two different records, sources or actors.
    """
    briefs = tuple(dict.fromkeys(briefs))
    if not briefs:
        raise InvalidArgument("expected at least one brief to merge")
    if len(briefs) == 1:
        return briefs[0]
    if found := clashes(briefs):
        raise InvalidBrief(Report(found))
    parts = sorted({part for brief in briefs for part in brief.whole}, key=_order)
    records = {record.id: record for brief in briefs for record in brief.records}
    unplaced = {record.id: record for brief in briefs for record in brief.unplaced}
    return Brief(
        title=" + ".join(dict.fromkeys(part.title for part in parts)),
        as_of=min(raised(parts).values(), key=lambda day: day.sort_key),
        sources=_union(brief.sources for brief in briefs),
        actors=_union(brief.actors for brief in briefs),
        records=records.values(),
        parts=parts,
        unplaced=[record for record in unplaced.values() if record.id not in records],
    )


def _order(part: Part) -> tuple[tuple[int, int, str], str, str]:
    """Order parts by the day up to which they are complete, whatever the order of the files."""
    return (part.as_of.sort_key, part.id or "", part.title)


def _union(tables: Iterable[Mapping[str, V]]) -> dict[str, V]:
    return {name: value for table in tables for name, value in table.items()}


def clashes(briefs: Iterable[Brief]) -> tuple[Issue, ...]:
    """Find ids that stand for different things in different briefs."""
    return tuple(
        Issue(code=clash.code, message=clash.message, path=path_text(clash.path), hint=clash.hint)
        for clash in clashing(briefs)
    )


def clashing(briefs: Iterable[Brief]) -> tuple[Problem, ...]:
    """Find the same as problems, whose paths can be located in a file."""
    briefs = tuple(briefs)
    found: list[Problem] = []
    for noun in ("parts", "sources", "actors", "records"):
        seen: dict[str, tuple[Any, str]] = {}
        for brief in briefs:
            for name, value in _named(brief, noun):
                before = seen.setdefault(name, (value, brief.title))
                if before[0] != value:
                    found.append(_clash(noun, name, before[1], brief.title, before[0], value))
    return tuple(found)


def _named(brief: Brief, noun: str) -> Iterable[tuple[str, Any]]:
    if noun == "parts":
        return [(part.id, part) for part in brief.whole if part.id is not None]
    if noun == "records":
        return [(record.id, record) for record in brief.records]
    table: Mapping[str, Any] = getattr(brief, noun)
    return list(table.items())


def _clash(noun: str, name: str, one: str, other: str, first: Any, second: Any) -> Problem:
    differing = ", ".join(_differing(first, second))
    section = first.section if isinstance(first, Record) else noun
    return Problem(
        ("id",) if noun == "parts" else (section, name),
        "GB110",
        f"{name!r} differs between {one!r} and {other!r} in {differing}",
        hint="give one of them another id, or make them equal",
    )


def _differing(first: Any, second: Any) -> list[str]:
    if type(first) is not type(second):
        return [f"kind ({type(first).__name__}, {type(second).__name__})"]
    names = (field.name for field in attrs.fields(type(first)) if field.init)
    return [name for name in names if getattr(first, name) != getattr(second, name)]
