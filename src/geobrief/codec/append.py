"""Appending: one record more in a file, with its comments and everything else left as it is."""

import os
import re
from itertools import takewhile
from pathlib import Path

from geobrief.brief import Brief
from geobrief.codec.dump import dumps
from geobrief.codec.files import MAX_BYTES, parse, read
from geobrief.codec.formats import Format, format_of
from geobrief.codec.load import brief_of, loads
from geobrief.codec.outline import alone
from geobrief.codec.write_file import PATIENCE, only_writer, replace
from geobrief.errors import InvalidBrief, InvalidRecord, WouldLoseComments
from geobrief.model.record import Record

__all__ = ["append"]


def append(path: str | os.PathLike[str], record: Record, *, timeout: float = PATIENCE) -> None:
    r"""Add a record to a file of a brief, keeping its comments, its order and its line ends.

    The file is replaced in one step, and only if what it then holds is exactly the brief
    that it held and the record.  Any number of processes may append to one file: each
    waits for the others, ``timeout`` seconds at most.

    >>> from tempfile import TemporaryDirectory
    >>> from geobrief import Signature, load
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "ctbt.yaml")
    ...     _ = file.write_text("# my notes\ngeobrief: 1\ntitle: CTBT\nas_of: 1996-09-24\n", "utf-8")
    ...     append(file, Signature(treaty="ctbt", by="USA", on="1996-09-24"))
    ...     file.read_text("utf-8").splitlines()[0], load(file).records[0].id
    ('# my notes', 'signature-ctbt-usa')

    Raises `InvalidBrief` where the file cannot be read, `InvalidRecord` where the id is
    taken, `WouldLoseComments` where the file is written so that nothing can be inserted (a
    section in flow style), `FileBusy` where others keep writing it, and `MissingExtra`
    where what locks files is not installed.
    """
    if not isinstance(record, Record):
        raise TypeError(f"expected a record, got {record!r:.60}")
    name = os.fspath(path)
    layout = format_of(name)
    if not Path(path).is_file() or Path(path).stat().st_size > MAX_BYTES:
        brief_of(read(path))  # raises: nothing is appended to what cannot be read
    file = Path(os.path.realpath(path))  # a link keeps pointing to the file
    with only_writer(file, timeout=timeout, required=True):
        content = file.read_bytes()
        before = brief_of(parse(content, layout, name))
        if record.id in before.by_id:
            raise InvalidRecord(type(record).__name__, [f"id: a record is already called {record.id!r}"])
        old = content.decode()
        new = _with(old.replace("\r\n", "\n"), record, layout, before.with_(record))
        if new is None:
            raise WouldLoseComments(
                name, f"write {record.section} as a block, so that something can be inserted"
            )
        replace(file, _with_line_ends_of(old, new))


def _with(text: str, record: Record, layout: Format, wanted: Brief) -> str | None:
    """Give the text of a file with the record, or nothing where that would cost its comments."""
    changed = layout.append(text, alone(record, in_lines=layout.in_lines), record.id)
    if changed is not None and _is(changed, layout, wanted):
        return changed
    return None if layout.holds_comments(text) else dumps(wanted, format=layout.name)


def _is(text: str, layout: Format, wanted: Brief) -> bool:
    try:
        return loads(text, format=layout.name) == wanted
    except InvalidBrief:
        return False


def _with_line_ends_of(old: str, text: str) -> str:
    """Give back its line ends to every line that was there before; new lines get those that most have."""
    were, rows = old.replace("\r\n", "\n").split("\n"), text.split("\n")
    ends = re.findall("\r?\n", old)
    usual = "\r\n" if ends.count("\r\n") * 2 > len(ends) else "\n"
    above = ends[: _alike(were, rows)]
    below = ends[len(ends) + 1 - min(_alike(were[::-1], rows[::-1]), len(rows) - len(above)) :]
    new = [usual] * (len(rows) - 1 - len(above) - len(below))
    return "".join(row + end for row, end in zip(rows, [*above, *new, *below, ""], strict=True))


def _alike(first: list[str], second: list[str]) -> int:
    """Count the rows at the beginning of two texts that are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
