"""Appending: one record more in a file, with its comments and everything else left as it is."""

import os
from pathlib import Path

from geobrief.brief import Brief
from geobrief.codec import files
from geobrief.codec.dump import dumps
from geobrief.codec.formats import Format, format_of
from geobrief.codec.load import load, loads
from geobrief.codec.outline import alone
from geobrief.errors import InvalidRecord
from geobrief.model.record import Record

__all__ = ["append"]


def append(path: str | os.PathLike[str], record: Record) -> None:
    r"""Add a record to a file of a brief, keeping its comments, its order and its line ends.

    The file is replaced in one step, and only if what it then holds is exactly the brief
    that it held and the record.  Raises `InvalidBrief` where the file cannot be read,
    `InvalidRecord` where the id is taken, and ``ValueError`` where the file is written so
    that nothing can be inserted (a section in flow style).

    >>> from tempfile import TemporaryDirectory
    >>> from geobrief import Signature
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "ctbt.yaml")
    ...     _ = file.write_text("# my notes\ngeobrief: 1\ntitle: CTBT\nas_of: 1996-09-24\n", "utf-8")
    ...     append(file, Signature(treaty="ctbt", by="USA", on="1996-09-24"))
    ...     file.read_text("utf-8").splitlines()[0], load(file).records[0].id
    ('# my notes', 'signature-ctbt-usa')
    """
    layout = format_of(os.fspath(path))
    before = load(os.fspath(path))
    if record.id in before.by_id:
        raise InvalidRecord(type(record).__name__, [f"id: a record is already called {record.id!r}"])
    wanted = before.with_(record)
    file = Path(os.path.realpath(path))  # a link keeps pointing to the file
    old = file.read_bytes().decode()
    ending = "\r\n" if old.count("\r\n") * 2 > old.count("\n") else "\n"
    text = _with(old.replace("\r\n", "\n"), record, layout, wanted)
    files.replace(file, text.replace("\n", ending))


def _with(text: str, record: Record, layout: Format, wanted: Brief) -> str:
    changed = layout.append(text, alone(record, in_lines=layout.in_lines), record.id)
    if changed is not None and _is(changed, layout, wanted):
        return changed
    if layout.holds_comments(text):
        raise ValueError(f"{record.section} is written so that nothing can be inserted; write it as a block")
    return dumps(wanted, format=layout.name)


def _is(text: str, layout: Format, wanted: Brief) -> bool:
    try:
        return loads(text, format=layout.name) == wanted
    except ValueError:
        return False
