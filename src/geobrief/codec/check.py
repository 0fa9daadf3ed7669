"""Checking: every problem of every file at once, each at its place."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from geobrief.brief import Brief
from geobrief.brief.merge import clashing, merge
from geobrief.checks import problems
from geobrief.codec import files
from geobrief.codec.formats import SUFFIXES
from geobrief.codec.load import examples, read_example
from geobrief.codec.read_file import Reading, issue_at, read_document
from geobrief.constraint import Problem, Steps
from geobrief.issue import Issue, Report
from geobrief.words import guessing

__all__ = ["check"]

Finder = Callable[[str], Brief | None]
Place = Steps


def check(
    *sources: files.Source | Brief,
    format: str | None = None,  # noqa: A002 - the word that users look for
    max_bytes: int = files.MAX_BYTES,
) -> Report:
    """Report everything that is wrong with files, folders or briefs; never raise on bad data.

    Each is checked by itself, together with what it extends: a brief of that id among those
    given, beside the file, or among the examples.

    >>> import io
    >>> from geobrief import example
    >>> print(check(example("dprk-russia-2024")))
    no problems
    >>> print(check(io.StringIO("{geobrief: 1, title: Pact, as_of: 2024-11-12, treatys: {}}"), format="yaml"))
    <stream>:1:47: GB102 error: unknown key 'treatys' (treatys); did you mean 'treaties'?
    """
    briefs = [source for source in sources if isinstance(source, Brief)]
    readings = [
        read_document(document)
        for source in sources
        if not isinstance(source, Brief)
        for document in files.read_all(source, format=format, max_bytes=max_bytes)
    ]
    given = _by_id([*(reading.brief for reading in readings), *briefs])
    found: list[Issue] = []
    for brief in briefs:
        found += _checked(brief, _finder(given, None), None)
    for reading in readings:
        found += reading.issues
        if reading.brief is not None:
            found += _checked(reading.brief, _finder(given, Path(reading.document.lines.file)), reading)
    return Report(found)


def _checked(brief: Brief, find: Finder, reading: Reading | None) -> list[Issue]:
    with guessing():
        return list(_issues(brief, find, reading))


def _issues(brief: Brief, find: Finder, reading: Reading | None) -> Iterator[Issue]:
    earlier: dict[str, Brief] = {}
    for problem in _gather(brief, find, earlier, (brief.id,)):
        yield issue_at(problem, reading.document if reading else None)
    whole = [attrs.evolve(each, expect=()) for each in earlier.values()]
    if found := clashing([*whole, brief]):
        yield from (reading.clash(each) if reading else issue_at(each, None) for each in found)
        return
    own = _places(brief)
    for problem in problems(merge([*whole, brief])):
        if problem.path[:2] in own:
            yield reading.locate(problem) if reading else issue_at(problem, None)


def _places(brief: Brief) -> set[Place]:
    """List where each thing of a brief stands, without what it extends."""
    return {
        *(("sources", name) for name in brief.sources),
        *(("actors", name) for name in brief.actors),
        *((record.section, record.id) for record in brief.records),
        *(("expect", index) for part in brief.whole for index in range(len(part.expect))),
    }


def _gather(
    brief: Brief, find: Finder, earlier: dict[str, Brief], trail: tuple[str | None, ...]
) -> Iterator[Problem]:
    """Collect what a brief extends, directly or through others."""
    for index, name in enumerate(brief.extends):
        if name in trail:
            yield Problem(("extends", index), "GB015", f"{name!r} extends itself", name)
        elif name not in earlier:
            found = find(name)
            if found is None:
                yield Problem(("extends", index), "GB014", f"no brief is called {name!r}", name)
                continue
            earlier[name] = found
            for problem in _gather(found, find, earlier, (*trail, name)):
                yield attrs.evolve(problem, path=("extends", index))


def _finder(given: Mapping[str, Brief], file: Path | None) -> Finder:
    """Return what finds briefs by id: among those given, then beside the file, then the examples."""

    @functools.cache
    def beside() -> dict[str, Brief]:
        if file is None or not file.is_file():
            return {}
        try:
            paths = sorted(path for path in file.parent.iterdir() if path.suffix.lower() in SUFFIXES)
        except OSError:
            return {}
        return _by_id(read_document(files.read(path)).brief for path in paths if path.is_file())

    def find(name: str) -> Brief | None:
        found = given[name] if name in given else beside().get(name)
        return read_example(name) if found is None and name in examples() else found

    return find


def _by_id(briefs: Iterable[Brief | None]) -> dict[str, Brief]:
    return {brief.id: brief for brief in briefs if brief is not None and brief.id is not None}
