"""Reading: from a document to a brief, with every problem in it and a map of places."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

from geobrief.brief import Brief, Part
from geobrief.codec.document import Document
from geobrief.codec.outline import SCHEMA_VERSION, Entry, entries_of
from geobrief.codec.records.clauses import path_in_file
from geobrief.codec.records.converter import structure
from geobrief.codec.records.faults import Fault
from geobrief.codes import CODES
from geobrief.constraint import Problem, Steps, path_text
from geobrief.issue import Issue
from geobrief.model.act import Act
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.question import Expectation
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.values.identifier import SLUG
from geobrief.values.source import Source
from geobrief.words import meant

__all__ = ["Reading", "issue_at", "issues_in", "read_document", "record_from"]

T = TypeVar("T")

_AT_KEY = {"GB004", "GB102", "GB103", "GB110", "GB111", "GB401", "GB403"}
"""Codes of what is wrong with a key, or with a whole record."""


@attrs.define
class Reading:
    """What came of reading one document.

    Attributes:
        document: the document.
        brief: the brief, unless its header could not be read.
        issues: every problem found.
        places: where each source, actor, record and expectation stands, by section and id.
        records: the records that could be read, by id.
    """

    document: Document
    brief: Brief | None = None
    issues: list[Issue] = attrs.Factory(list)
    places: dict[Steps, Entry] = attrs.Factory(dict)
    records: dict[str, Record] = attrs.Factory(dict)

    def note(self, problem: Problem, entry: Entry | None = None) -> None:
        """Keep a problem, with a path inside the entry, unless the text there could not even be read."""
        path = problem.path if entry is None else entry.place(problem.path)
        spoiled = self.document.spoiled
        follows = problem.code == "GB109" and any(each[: len(path)] == path for each in spoiled)
        if path not in spoiled and not follows:
            self.issues.append(issue_at(problem, self.document, entry))

    def locate(self, problem: Problem) -> Issue:
        """Turn a problem whose path begins with a section and an id into an issue."""
        entry = self.places.get(problem.path[:2])
        if entry is None:
            return issue_at(problem, self.document)
        steps = problem.path[2:]
        record = self.records.get(str(problem.path[1]))
        inside = steps if record is None else path_in_file(record, steps)
        issue = issue_at(attrs.evolve(problem, path=inside), self.document, entry)
        return attrs.evolve(issue, path=path_text(problem.path))

    def clash(self, problem: Problem) -> Issue:
        """Locate an id that stands for something else elsewhere at its key, or else at the start."""
        entry = self.places.get(problem.path)
        location = self.document.locate_key(entry.path if entry else ())
        return attrs.evolve(issue_at(problem, None), location=location)


def issue_at(problem: Problem, document: Document | None, entry: Entry | None = None) -> Issue:
    """Turn a problem into an issue, with file, line and column where it stands in a document.

    With an entry, the path of the problem is one inside its plain data.
    """
    code = CODES[problem.code]
    path = problem.path if entry is None else entry.place(problem.path)
    at_key = problem.code in _AT_KEY or (entry is not None and entry.is_key(problem.path))
    place = None if document is None else document.locate_key if at_key else document.locate
    return Issue(
        code=problem.code,
        severity=code.severity,
        path=path_text(path),
        message=problem.message,
        value="" if problem.value is None else f"{problem.value!r:.80}",
        expected=problem.expected,
        hint=meant(problem.near) or problem.hint or code.remedy,
        location=None if place is None else place(path),
    )


def read_document(document: Document) -> Reading:
    """Read a document as a brief; whatever is wrong becomes an issue."""
    lines = document.in_lines
    reading = Reading(document, issues=list(document.issues))
    collected = _Collected(reading)
    for entry in entries_of(document.data, lines=lines):
        if isinstance(entry, Problem):
            reading.note(entry)
        else:
            collected.take(entry)
    collected.finish(lines=lines)
    return reading


def issues_in(entry: Entry, document: Document) -> Iterator[Issue]:
    """Yield what is wrong with an entry that is no record: a header, source, actor or expectation."""
    reading = Reading(document)
    collected = _Collected(reading)
    collected.take(entry)
    if collected.header is not None:
        collected.read_header(collected.header)
    yield from reading.issues


class _Collected:
    """What has been read of one document so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.header: Entry | None = None
        self.sources: dict[str, Source] = {}
        self.actors: dict[str, DeclaredActor] = {}
        self.records = reading.records
        self.expect: list[Expectation] = []

    def take(self, entry: Entry) -> None:
        """Structure one entry and keep it."""
        if entry.kind == "brief":
            self._take_header(entry)
        elif entry.kind == "source":
            self._take_named(entry, Source, self.sources, "sources")
        elif entry.kind == "actor":
            self._take_named(entry, DeclaredActor, self.actors, "actors")
        elif entry.kind == "expectation":
            self._take_expectation(entry)
        else:
            self._take_record(entry)

    def _take_header(self, entry: Entry) -> None:
        if self.header is not None or entry.path not in {(), (0,)}:
            self.reading.note(Problem(entry.path, "GB108", "a file has one brief, and it comes first"))
        self.header = self.header or entry

    def _made(self, entry: Entry, cls: type[T], plain: object) -> T | None:
        try:
            return structure(plain, cls)
        except Fault as fault:
            for problem in fault.problems:
                self.reading.note(problem, entry)
            return None

    def _take_named(self, entry: Entry, cls: type[T], table: dict[str, T], section: str) -> None:
        name = str(entry.name)
        self.reading.places[section, name] = entry
        if not SLUG.allows(name):
            self.reading.note(_bad_id(name), entry)
        made = self._made(entry, cls, entry.plain)
        if made is None:
            return
        if table.setdefault(name, made) != made:
            self.reading.note(Problem(entry.path, "GB110", f"{name!r} already stands for something else"))

    def _take_expectation(self, entry: Entry) -> None:
        made = self._made(entry, Expectation, entry.plain)
        if made is not None:
            self.reading.places["expect", len(self.expect)] = entry
            self.expect.append(made)

    def _take_record(self, entry: Entry) -> None:
        made = self._record(entry)
        if made is None:
            return
        before = self.records.setdefault(made.id, made)
        if before is made:
            self.reading.places[made.section, made.id] = entry
        elif before != made:
            self.reading.note(_second(entry, made))

    def _record(self, entry: Entry) -> Record | None:
        made, problems = record_from(entry)
        for problem in problems:
            self.reading.note(problem, entry)
        return made

    def finish(self, *, lines: bool) -> None:
        """Make the brief, if there is a header that can be read."""
        if self.header is None:
            if lines:
                self.reading.note(
                    Problem((0,), "GB011", "the first line of a JSONL brief is its header, of type 'brief'")
                )
            return
        header = self.read_header(self.header)
        if header is None or any(issue.severity == "error" for issue in self.reading.issues):
            return
        self.reading.brief = Brief(
            **header,
            sources=self.sources,
            actors=self.actors,
            records=tuple(self.records.values()),
            expect=tuple(self.expect),
        )

    def read_header(self, entry: Entry) -> dict[str, Any] | None:
        """Read the fields of the header; None where they cannot all be read."""
        plain = dict(entry.plain)
        version = plain.pop("geobrief", None)
        if version != SCHEMA_VERSION or type(version) is not int:
            self.reading.note(_version(entry, version, given="geobrief" in entry.plain))
        parts = plain.pop("parts", [])
        part = self._made(entry, Part, plain)
        made_parts = [self._part(entry, each, index) for index, each in enumerate(_list(parts))]
        if not isinstance(parts, list):
            self.reading.note(
                Problem(entry.place(("parts",)), "GB101", f"expected a list, got {parts!r:.60}", parts)
            )
        if part is None or None in made_parts:
            return None
        names = [field.name for field in attrs.fields(Part) if field.name not in {"holds", "expect"}]
        return {name: getattr(part, name) for name in names} | {"parts": tuple(made_parts)}

    def _part(self, entry: Entry, plain: object, index: int) -> Part | None:
        below = Entry(kind="part", plain=plain, path=entry.place(("parts", index)))
        return self._made(below, Part, plain)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _version(entry: Entry, version: object, *, given: bool) -> Problem:
    if not given:
        return Problem(entry.place(("geobrief",)), "GB011", "the version of the file form is missing")
    return Problem(
        entry.place(("geobrief",)),
        "GB011",
        f"expected version {SCHEMA_VERSION} of the file form, got {version!r:.60}",
        version,
    )


def _bad_id(name: str) -> Problem:
    return Problem(("id",), SLUG.code, f"expected {SLUG.expected}, got {name!r}", name, SLUG.expected)


def _second(entry: Entry, made: Record) -> Problem:
    if isinstance(made, Act) and entry.name is None and made.id == made.natural_id:
        return Problem(
            entry.path,
            "GB111",
            f"there is already a {made.kind_name} called {made.id!r}; give this one an id",
        )
    return Problem(entry.path, "GB110", f"{made.id!r} already stands for another record")


def record_from(entry: Entry) -> tuple[Record | None, tuple[Problem, ...]]:
    """Make the record of an entry, or say everything that is wrong with it, by paths inside the entry."""
    plain: Any = entry.plain
    if entry.name is not None and isinstance(plain, Mapping):
        plain = {"id": entry.name, **plain}
    try:
        return structure(plain, KINDS[entry.kind]), ()
    except Fault as fault:
        return None, fault.problems
