"""JSON Lines: one JSON value a line; blank lines mean nothing.

`parse` reads a whole file as a list with one element a line; `iter_lines` reads line by
line without keeping any, for bulk loads.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, cast, overload

import attrs

from geobrief.codec.document import Document
from geobrief.codec.formats.format import Format, ended
from geobrief.codec.formats.json import holds_comments, loads, read_carefully, scan
from geobrief.codec.places import BOM, Branch, Lines, Mark
from geobrief.codec.plain import normalised
from geobrief.codec.text_issues import TextIssues
from geobrief.constraint import Steps
from geobrief.issue import Issue

__all__ = ["JSONL", "SUFFIXES", "Line", "append", "holds_comments", "iter_lines", "parse", "render"]

SUFFIXES: Final = (".jsonl", ".ndjson")

_BLANK = " \t\r\n"
_MOST_ISSUES = 1000


class Line(NamedTuple):
    """One line of a file: its 1-based number, its text, what it holds, what is wrong."""

    number: int
    text: str
    content: object
    issues: tuple[Issue, ...] = ()

    def document(self, file: str, below: Steps = ()) -> Document:
        """Give the line as a document of its own, which knows positions; its issues lead ``below`` a path."""
        lines = Lines(self.text, file, self.number)
        if self.issues:
            return read_carefully(self.text, lines, below)
        return Document(self.content, lines, lambda: scan(self.text, TextIssues(lines))[1])


def iter_lines(lines: Iterable[str | bytes], *, file: str = "<lines>") -> Iterator[Line]:
    r"""Read lines one by one; a bad line carries its issues and never stops the reading.

    >>> [line.content for line in iter_lines(['{"by": "PRK"}\n', "\n", "[1]"])]
    [{'by': 'PRK'}, [1]]
    """
    for number, written in enumerate(lines, 1):
        try:
            text = written if isinstance(written, str) else written.decode()
            content = loads(text)
        except (ValueError, RecursionError):
            line = _odd_line(number, written, file)
            if line is not None:
                yield line
        else:
            yield Line(number, text, content)


def parse(text: str, *, file: str) -> Document:
    """Read a whole text; the data are a list with one element for each line that is not blank."""
    text = text.removeprefix(BOM)
    contents: list[object] = []
    starts: list[tuple[int, int]] = []
    issues: list[Issue] = []
    spoiled: set[Steps] = set()
    for start, line in _lines_with_offsets(text, file):
        index = len(contents)
        starts.append((start, start + len(line.text)))
        contents.append(line.content)
        if line.issues and len(issues) < _MOST_ISSUES:
            document = line.document(file, below=(index,))
            issues.extend(document.issues)
            spoiled |= document.spoiled
            if line.content is None:
                spoiled.add((index,))
    if len(issues) >= _MOST_ISSUES:
        issues.append(attrs.evolve(issues[-1], message="further problems are not shown", path="", hint=""))
    return Document(
        contents,
        Lines(text, file),
        lambda: Branch(0, _LineMarks(text, file, starts)),
        tuple(issues),
        frozenset(spoiled),
        in_lines=True,
    )


def render(data: object) -> str:
    """Write a list, one compact line for each element."""
    if not isinstance(data, list | tuple):
        raise TypeError(f"JSON Lines hold a list, one line for each element, got {type(data).__name__}")
    return "".join(
        json.dumps(normalised(line), ensure_ascii=False, allow_nan=False) + "\n"
        for line in cast("list[object]", data)
    )


def append(text: str, more: object, name: str) -> str:  # noqa: ARG001 - all formats have the same shape
    """Add a line."""
    return ended(text) + render(more)


def _odd_line(number: int, written: str | bytes, file: str) -> Line | None:
    """Read a line that is not plainly right; a blank one is none at all."""
    decoded = written if isinstance(written, str) else written.decode("utf-8", "surrogateescape")
    text = (decoded.removeprefix(BOM) if number == 1 else decoded).rstrip("\r\n")  # the line ends there
    if not text.strip(_BLANK):
        return None
    lines = Lines(text, file, number)
    try:
        text.encode()
        return Line(number, text, loads(text))
    except (ValueError, RecursionError):
        document = read_carefully(text, lines)
        return Line(number, text, document.data, document.issues)


def _lines_with_offsets(text: str, file: str) -> Iterator[tuple[int, Line]]:
    offset = 0
    starts: dict[int, int] = {}

    def cut() -> Iterator[str]:
        nonlocal offset
        number = 1
        while offset < len(text):
            end = text.find("\n", offset) + 1 or len(text)
            starts.clear()
            starts[number] = offset
            yield text[offset:end]
            offset, number = end, number + 1

    for line in iter_lines(cut(), file=file):
        yield starts[line.number], line


class _LineMarks(Sequence[Mark]):
    """The marks of the lines of a text, each computed only when asked for."""

    def __init__(self, text: str, file: str, spans: list[tuple[int, int]]) -> None:
        self._text = text
        self._file = file
        self._spans = spans

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, index: int) -> Mark: ...

    @overload
    def __getitem__(self, index: slice) -> list[Mark]: ...

    def __getitem__(self, index: int | slice) -> Mark | list[Mark]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        start, end = self._spans[index]
        line = self._text[start:end]
        return scan(line, TextIssues(Lines(line, self._file)), start)[1]


JSONL: Final = Format(
    suffixes=SUFFIXES,
    parse=parse,
    render=render,
    append=append,
    holds_comments=holds_comments,
    iter_lines=iter_lines,
)
