"""Files, folders, streams and standard input as documents.

A file is read only if it is a regular file and not too large; what is wrong with it is
an Issue of its document.
"""

import os
import re
import stat
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, TypeAlias, cast

import attrs

from geobrief.codec.document import Document
from geobrief.codec.formats import SUFFIXES, Format, format_named, format_of
from geobrief.codec.places import Lines
from geobrief.codec.text_issues import TextIssues

__all__ = [
    "BINARY",
    "MAX_BYTES",
    "Source",
    "name_of",
    "opened",
    "parse",
    "read",
    "read_all",
    "unreadable",
]

MAX_BYTES: Final = 256 * 2**20
"""The largest file that is read unless a call says otherwise, in bytes."""

Source: TypeAlias = str | os.PathLike[str] | IO[str] | IO[bytes]

BINARY: Final[int] = getattr(os, "O_BINARY", 0)
"""What keeps the system from changing line ends, where it would."""

_MAX_ENTRIES = 100_000
_NOT_UTF8 = re.compile(r"[\udc80-\udcff]+")


def read_all(
    sources: Source | Iterable[str | os.PathLike[str]],
    *,
    format: str | None = None,  # noqa: A002 - the word that callers expect
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document]:
    """Read a file, a stream, several files, or the brief files of a folder, sorted by path.

    ``"-"`` is standard input.  ``format`` names the format where no suffix does.
    Raises UnknownFormat for a file named with a suffix that no format has.
    """
    is_one = isinstance(sources, str | os.PathLike) or hasattr(sources, "read")
    if not is_one and (isinstance(sources, bytes) or not isinstance(sources, Iterable)):
        raise TypeError(f"expected a path or a file to read from, got {sources!r:.60}")
    for source in cast("Iterable[Source]", [sources] if is_one else sources):
        yield from _read_one(source, format, max_bytes)


def _read_one(source: Source, name: str | None, max_bytes: int) -> Iterator[Document]:
    if isinstance(source, str | os.PathLike) and source != "-" and Path(source).is_dir():
        folder = Path(source)
        paths, problem = _brief_files(folder)
        if problem or not paths:
            yield unreadable(str(folder), "GB012", problem or "there is no brief file in this folder")
        for path in paths:
            yield read(path, max_bytes=max_bytes)
    else:
        yield read(source, format=name, max_bytes=max_bytes)


def read(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002 - as above
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read one file or stream; see `read_all`."""
    file = name_of(source)
    layout = format_named(format) if format else format_of(file)
    try:
        content = _content(source, max_bytes)
    except OSError as error:
        return unreadable(file, "GB001", error.strerror or str(error))
    if len(content) > max_bytes:
        return unreadable(file, "GB005", f"larger than {max_bytes} bytes")
    return parse(content, layout, file)


def parse(content: str | bytes, layout: Format, file: str) -> Document:
    """Read what a file or stream held; bytes that are no UTF-8 are issues of the document."""
    if isinstance(content, str):
        return layout.read(content, file=file)
    try:
        return layout.read(content.decode(), file=file)
    except UnicodeDecodeError:
        text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    found = TextIssues(Lines(text, file))
    hint = "save it as UTF-8, not as UTF-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ""
    for run in _NOT_UTF8.finditer(text):
        found.add("GB002", run.start(), f"the byte 0x{ord(run[0][0]) - 0xDC00:02X} is not UTF-8", hint=hint)
        if hint:
            return found.nothing()
    document = layout.read(_NOT_UTF8.sub(lambda run: "\ufffd" * len(run[0]), text), file=file)
    return attrs.evolve(document, issues=(*found.issues, *document.issues))


def name_of(source: Source) -> str:
    """Name a file or stream as issues show it."""
    if isinstance(source, str | os.PathLike):
        return "<stdin>" if source == "-" else os.fspath(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


def _content(source: Source, max_bytes: int) -> str | bytes:
    with opened(source) as stream:
        content: str | bytes = stream.read(max_bytes + 1)
        return content


@contextmanager
def opened(source: Source) -> Generator[IO[Any]]:
    """Open a source for reading; a stream is left open.  Raises OSError for what is no regular file."""
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    if source == "-":
        yield sys.stdin.buffer
        return
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever
    try:
        descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
    except ValueError as error:
        raise OSError(str(error)) from error
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        yield stream


def unreadable(file: str, code: str, message: str) -> Document:
    """Return the document of a file that holds nothing that could be read, and why."""
    found = TextIssues(Lines("", file))
    found.add(code, 0, message)
    return found.nothing()


def _brief_files(folder: Path) -> tuple[list[Path], str]:
    """Find the brief files below a folder, each once, and what went wrong in finding them.

    Links are followed, but no folder is entered twice; hidden names are passed over.
    """
    files: dict[str, Path] = {}
    visited: set[str] = set()
    waiting = [folder]
    entries = 0
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in visited:
            continue
        visited.add(real)
        try:
            names = sorted(entry.name for entry in here.iterdir())
        except OSError as error:
            return [], f"{here}: {error.strerror}"
        entries += len(names)
        if entries > _MAX_ENTRIES:
            return [], f"more than {_MAX_ENTRIES} files and folders"
        folders: list[Path] = []
        for name in names:
            path = here / name
            if name.startswith("."):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.suffix.lower() in SUFFIXES:
                files.setdefault(os.path.realpath(path), path)
        waiting.extend(reversed(folders))
    return sorted(files.values(), key=lambda path: path.parts), ""
