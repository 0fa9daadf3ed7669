"""Reading: from a document to a brief, with every problem in it and a map of places."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

from geobrief.brief import Brief, Part
from geobrief.codec.document import Document
from geobrief.codec.outline import SCHEMA_VERSION, Piece, pieces_of
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
from geobrief.words import guessing, meant

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
    places: dict[Steps, Piece] = attrs.Factory(dict)
    records: dict[str, Record] = attrs.Factory(dict)

    def note(self, problem: Problem, piece: Piece | None = None) -> None:
        """Keep a problem, with a path inside the piece, unless the text there could not even be read."""
        path = problem.path if piece is None else piece.place(problem.path)
        spoiled = self.document.spoiled
        follows = problem.code == "GB109" and any(each[: len(path)] == path for each in spoiled)
        if path not in spoiled and not follows:
            self.issues.append(issue_at(problem, self.document, piece))

    def locate(self, problem: Problem) -> Issue:
        """Turn a problem whose path begins with a section and an id into an issue."""
        piece = self.places.get(problem.path[:2])
        if piece is None:
            return issue_at(problem, self.document)
        steps = problem.path[2:]
        record = self.records.get(str(problem.path[1]))
        inside = steps if record is None else path_in_file(record, steps)
        issue = issue_at(attrs.evolve(problem, path=inside), self.document, piece)
        return attrs.evolve(issue, path=path_text(problem.path))

    def clash(self, problem: Problem) -> Issue:
        """Locate an id that stands for something else elsewhere at its key, or else at the start."""
        piece = self.places.get(problem.path)
        location = self.document.locate_key(piece.path if piece else ())
        return attrs.evolve(issue_at(problem, None), location=location)


def issue_at(problem: Problem, document: Document | None, piece: Piece | None = None) -> Issue:
    """Turn a problem into an issue, with file, line and column where it stands in a document.

    With an piece, the path of the problem is one inside its plain data.
    """
    code = CODES[problem.code]
    path = problem.path if piece is None else piece.place(problem.path)
    at_key = problem.code in _AT_KEY or (piece is not None and piece.is_key(problem.path))
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
    with guessing():
        for piece in pieces_of(document.data, lines=lines):
            if isinstance(piece, Problem):
                reading.note(piece)
            else:
                collected.take(piece)
        collected.finish(lines=lines)
    return reading


def issues_in(piece: Piece, document: Document) -> Iterator[Issue]:
    """Yield what is wrong with an piece that is no record: a header, source, actor or expectation."""
    reading = Reading(document)
    collected = _Collected(reading)
    collected.take(piece)
    if collected.header is not None:
        collected.read_header(collected.header)
    yield from reading.issues


class _Collected:
    """What has been read of one document so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.header: Piece | None = None
        self.sources: dict[str, Source] = {}
        self.actors: dict[str, DeclaredActor] = {}
        self.records = reading.records
        self.expect: list[Expectation] = []

    def take(self, piece: Piece) -> None:
        """Structure one piece and keep it."""
        if piece.kind == "brief":
            self._take_header(piece)
        elif piece.kind == "source":
            self._take_named(piece, Source, self.sources, "sources")
        elif piece.kind == "actor":
            self._take_named(piece, DeclaredActor, self.actors, "actors")
        elif piece.kind == "expectation":
            self._take_expectation(piece)
        else:
            self._take_record(piece)

    def _take_header(self, piece: Piece) -> None:
        if self.header is not None or piece.path not in {(), (0,)}:
            self.reading.note(Problem(piece.path, "GB108", "a file has one brief, and it comes first"))
        self.header = self.header or piece

    def _made(self, piece: Piece, cls: type[T], plain: object) -> T | None:
        try:
            return structure(plain, cls)
        except Fault as fault:
            for problem in fault.problems:
                self.reading.note(problem, piece)
            return None

    def _take_named(self, piece: Piece, cls: type[T], table: dict[str, T], section: str) -> None:
        name = str(piece.name)
        self.reading.places[section, name] = piece
        if not SLUG.allows(name):
            self.reading.note(_bad_id(name), piece)
        made = self._made(piece, cls, piece.plain)
        if made is None:
            return
        if table.setdefault(name, made) != made:
            self.reading.note(Problem(piece.path, "GB110", f"{name!r} already stands for something else"))

    def _take_expectation(self, piece: Piece) -> None:
        made = self._made(piece, Expectation, piece.plain)
        if made is not None:
            self.reading.places["expect", len(self.expect)] = piece
            self.expect.append(made)

    def _take_record(self, piece: Piece) -> None:
        made = self._record(piece)
        if made is None:
            return
        before = self.records.setdefault(made.id, made)
        if before is made:
            self.reading.places[made.section, made.id] = piece
        elif before != made:
            self.reading.note(_second(piece, made))

    def _record(self, piece: Piece) -> Record | None:
        made, problems = record_from(piece)
        for problem in problems:
            self.reading.note(problem, piece)
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

    def read_header(self, piece: Piece) -> dict[str, Any] | None:
        """Read the fields of the header; None where they cannot all be read."""
        plain = dict(piece.plain)
        version = plain.pop("geobrief", None)
        if version != SCHEMA_VERSION or type(version) is not int:
            self.reading.note(_version(piece, version, given="geobrief" in piece.plain))
        parts = plain.pop("parts", [])
        part = self._made(piece, Part, plain)
        made_parts = [self._part(piece, each, index) for index, each in enumerate(_list(parts))]
        if not isinstance(parts, list):
            self.reading.note(
                Problem(piece.place(("parts",)), "GB101", f"expected a list, got {parts!r:.60}", parts)
            )
        if part is None or None in made_parts:
            return None
        names = [field.name for field in attrs.fields(Part) if field.name not in {"holds", "expect"}]
        return {name: getattr(part, name) for name in names} | {"parts": tuple(made_parts)}

    def _part(self, piece: Piece, plain: object, index: int) -> Part | None:
        below = Piece(kind="part", plain=plain, path=piece.place(("parts", index)))
        return self._made(below, Part, plain)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _version(piece: Piece, version: object, *, given: bool) -> Problem:
    if not given:
        return Problem(piece.place(("geobrief",)), "GB011", "the version of the file form is missing")
    return Problem(
        piece.place(("geobrief",)),
        "GB011",
        f"expected version {SCHEMA_VERSION} of the file form, got {version!r:.60}",
        version,
    )


def _bad_id(name: str) -> Problem:
    return Problem(("id",), SLUG.code, f"expected {SLUG.expected}, got {name!r}", name, SLUG.expected)


def _second(piece: Piece, made: Record) -> Problem:
    if isinstance(made, Act) and piece.name is None and made.id == made.natural_id:
        return Problem(
            piece.path,
            "GB111",
            f"there is already a {made.kind_name} called {made.id!r}; give this one an id",
        )
    return Problem(piece.path, "GB110", f"{made.id!r} already stands for another record")


def record_from(piece: Piece) -> tuple[Record | None, tuple[Problem, ...]]:
    """Make the record of an piece, or say everything that is wrong with it, by paths inside the piece."""
    plain: Any = piece.plain
    if piece.name is not None and isinstance(plain, Mapping):
        plain = {"id": piece.name, **plain}
    try:
        return structure(plain, KINDS[piece.kind]), ()
    except Fault as fault:
        return None, fault.problems
