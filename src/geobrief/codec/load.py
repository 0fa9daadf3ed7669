"""Loading: files to a brief, or to a stream of records."""

import gc
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib import resources

from geobrief.brief import Brief
from geobrief.brief.merge import clashing, merge
from geobrief.codec import files
from geobrief.codec.document import Document
from geobrief.codec.formats import format_named, format_of
from geobrief.codec.formats.format import FormatLine
from geobrief.codec.outline import pieces_of_line
from geobrief.codec.read_file import Reading, issue_at, issues_in, read_document, record_from
from geobrief.constraint import Problem
from geobrief.errors import InvalidBrief, NotFound
from geobrief.issue import Issue, Report
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.words import meant, nearest

__all__ = ["brief_of", "example", "examples", "load", "loads", "read_example", "stream"]

_SUFFIX = ".brief.yaml"


def load(*sources: files.Source, format: str | None = None, max_bytes: int = files.MAX_BYTES) -> Brief:  # noqa: A002 - the word that users look for
    """Read a file, several, a stream, or the files of a folder as one brief.

    Raises `InvalidBrief`, whose ``report`` lists every problem, for faults of shape and
    for ids that stand for different records; references that lead nowhere are issues of
    `check`.  ``"-"`` is standard input.

    >>> import io
    >>> load(io.StringIO("{geobrief: 1, title: A pact, as_of: 2024-11-12}"), format="yaml").title
    'A pact'
    """
    if not sources:
        raise TypeError("expected at least one file, folder or stream to load")
    readings = _readings(sources, format, max_bytes)
    found = Report(issue for reading in readings for issue in reading.issues)
    briefs = [reading.brief for reading in readings if reading.brief is not None]
    if not found.ok or len(briefs) < len(readings):
        raise InvalidBrief(found)
    if clashes := clashing(briefs):
        raise InvalidBrief(Report(_placed(clash, readings) for clash in clashes))
    return merge(briefs)


def _placed(clash: Problem, readings: Iterable[Reading]) -> Issue:
    """Locate a clash in the last file that has the id."""
    holders = [reading for reading in readings if clash.path in reading.places]
    return holders[-1].clash(clash) if holders else issue_at(clash, None)


def loads(text: str, *, format: str = "yaml", file: str = "<text>") -> Brief:  # noqa: A002 - as in load
    """Read a brief from a text.

    >>> loads("{geobrief: 1, title: A pact, as_of: 2024-11-12}").as_of
    When('2024-11-12')
    """
    layout = format_named(format)
    if not isinstance(text, str):
        raise TypeError(f"expected a text, got {text!r:.60}; decode bytes, or give a file to load")
    return brief_of(layout.read(text, file=file))


def brief_of(document: Document) -> Brief:
    """Give the brief of one document; raise InvalidBrief with everything that is wrong with it."""
    reading = read_document(document)
    if reading.brief is None or not Report(reading.issues).ok:
        raise InvalidBrief(Report(reading.issues))
    return reading.brief


def examples() -> tuple[str, ...]:
    """Name the briefs that ship with the package.

    >>> "dprk-russia-2024" in examples()
    True
    """
    folder = resources.files("geobrief.examples")
    return tuple(
        sorted(each.name.removesuffix(_SUFFIX) for each in folder.iterdir() if each.name.endswith(_SUFFIX))
    )


def example(*names: str) -> Brief:
    """Return a brief that ships with the package, or several as one.

    >>> example("dprk-russia-2024", "dprk-russia-2025").as_of
    When('2025-05-01')
    """
    known = examples()
    for name in names:
        if name not in known:
            there_are = f"there are {', '.join(known)}"
            near = meant(nearest(name, known, 3))
            raise NotFound(f"no example is called {name!r}", f"{near}; {there_are}" if near else there_are)
    return merge(map(read_example, names))


def read_example(name: str) -> Brief:
    """Read one of the briefs that ship with the package."""
    file = f"{name}{_SUFFIX}"
    text = (resources.files("geobrief.examples") / file).read_text(encoding="utf-8")
    return loads(text, file=file)


def stream(
    source: files.Source,
    *,
    format: str | None = None,  # noqa: A002 - as in load
    max_bytes: int = files.MAX_BYTES,
) -> Iterator[Record | Issue]:
    """Yield the records of a file one by one, and an issue for each thing wrong with it.

    A JSONL file of any size is read line by line; other formats are read whole first.
    The header, sources and expectations are checked and not yielded.

    >>> import io
    >>> lines = io.StringIO('{"type": "signature", "treaty": "ctbt", "by": "USA", "on": "1996-09-24"}')
    >>> [record.id for record in stream(lines, format="jsonl")]
    ['signature-ctbt-usa']
    """
    name = files.name_of(source)
    layout = format_named(format) if format else format_of(name)
    if layout.iter_lines is None:
        reading = read_document(files.read(source, format=format, max_bytes=max_bytes))
        yield from sorted(reading.issues, key=lambda issue: issue.sort_key)
        yield from reading.records.values()
        return
    try:
        with files.opened(source) as lines:
            for line in layout.iter_lines(lines, file=name):
                yield from _of_line(line, name)
    except OSError as error:
        yield from files.unreadable(name, "GB001", error.strerror or str(error)).issues


def _of_line(line: FormatLine, file: str) -> Iterator[Record | Issue]:
    yield from line.issues
    if line.issues:
        return
    for piece in pieces_of_line(line.content):
        if isinstance(piece, Problem):
            yield issue_at(piece, line.document(file))
        elif piece.kind in KINDS:
            record, found = record_from(piece)
            if record is not None:
                yield record
            for problem in found:
                yield issue_at(problem, line.document(file), piece)
        else:
            yield from issues_in(piece, line.document(file))


def _readings(sources: Iterable[files.Source], format: str | None, max_bytes: int) -> list[Reading]:  # noqa: A002 - as in load
    with _collector_paused():
        return [
            read_document(document)
            for source in sources
            for document in files.read_all(source, format=format, max_bytes=max_bytes)
        ]


@contextmanager
def _collector_paused() -> Generator[None]:
    """Pause the cyclic collector: it is the largest single cost of keeping many records."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
