"""Checking: every problem of every file at once, each at its place."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from geobrief.brief import Brief
from geobrief.brief.merge import clashes, merge
from geobrief.checks import problems
from geobrief.codec import files
from geobrief.codec.formats import SUFFIXES
from geobrief.codec.load import examples, read_example
from geobrief.codec.reading import Reading, issue_at, read_document
from geobrief.constraint import Problem
from geobrief.issue import Issue, Report

__all__ = ["check"]


def check(
    *sources: files.Source | Brief,
    format: str | None = None,  # noqa: A002 - the word that users look for
    max_bytes: int = files.MAX_BYTES,
) -> Report:
    """Report everything that is wrong with files, folders or a brief; never raise on bad data.

    Each file is checked by itself, together with what it extends: a brief of that id among
    the files given, beside the file, or among the examples.
    """
    briefs = [source for source in sources if isinstance(source, Brief)]
    readings = [
        read_document(document)
        for source in sources
        if not isinstance(source, Brief)
        for document in files.read_all(source, format=format, max_bytes=max_bytes)
    ]
    found = [issue for brief in briefs for issue in _issues_of(brief)]
    for reading in readings:
        found.extend(reading.issues)
        if reading.brief is not None:
            found.extend(_checked(reading, reading.brief, readings))
    return Report(found)


def _issues_of(brief: Brief) -> Iterator[Issue]:
    return (issue_at(problem, None) for problem in problems(brief))


def _checked(reading: Reading, brief: Brief, among: Iterable[Reading]) -> Iterator[Issue]:
    earlier: dict[str, Brief] = {}
    for problem in _gather(brief, _known(reading, brief, among), earlier, (brief.id,)):
        yield issue_at(problem, reading.document)
    whole = [attrs.evolve(each, expect=()) for each in earlier.values()]
    if found := clashes([*whole, brief]):
        yield from (attrs.evolve(issue, location=reading.place_of(issue.path)) for issue in found)
        return
    for problem in problems(merge([*whole, brief])):
        if problem.path[:2] in reading.places or not whole:
            yield reading.locate(problem)


def _gather(
    brief: Brief, known: dict[str, Brief], earlier: dict[str, Brief], trail: tuple[str | None, ...]
) -> Iterator[Problem]:
    """Collect what a brief extends, directly or through others."""
    for index, name in enumerate(brief.extends):
        if name in trail:
            yield Problem(("extends", index), "GB015", f"{name!r} extends itself", name)
        elif name not in known:
            yield Problem(("extends", index), "GB014", f"no brief is called {name!r}", name)
        elif name not in earlier:
            earlier[name] = known[name]
            for problem in _gather(known[name], known, earlier, (*trail, name)):
                yield attrs.evolve(problem, path=("extends", index))


def _known(reading: Reading, brief: Brief, among: Iterable[Reading]) -> dict[str, Brief]:
    """Find briefs by their ids: among those given, then beside the file, then the examples."""
    if not brief.extends:
        return {}
    known = {name: read_example(name) for name in examples()}
    beside = Path(reading.document.file).parent
    if Path(reading.document.file).is_file():
        paths = sorted(
            path for path in beside.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()
        )
        known |= _by_id(read_document(files.read(path)) for path in paths)
    return known | _by_id(among)


def _by_id(readings: Iterable[Reading]) -> dict[str, Brief]:
    briefs = (reading.brief for reading in readings)
    return {brief.id: brief for brief in briefs if brief is not None and brief.id is not None}
