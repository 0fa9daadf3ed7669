"""Appending: one record more in a file, with its comments and everything else left as it is."""

import os
import re
import textwrap
from pathlib import Path
from typing import Any

from geobrief.brief import Brief
from geobrief.codec import files
from geobrief.codec.dump import dumps
from geobrief.codec.formats import Format, format_of, jsonl, toml, yaml
from geobrief.codec.load import load, loads
from geobrief.codec.writing import plain_record, sections_of
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
    name = layout.SUFFIXES[0].removeprefix(".")
    if layout.SUFFIXES == jsonl.SUFFIXES:
        changed = _on_new_line(text) + dumps(record, format=name)
    elif layout.SUFFIXES == yaml.SUFFIXES:
        changed = _into_yaml(text, record)
    elif layout.SUFFIXES == toml.SUFFIXES:
        changed = _on_new_line(text) + "\n" + layout.render(_alone(record, "list"))
    else:
        changed = dumps(wanted, format=name)
    if _is(changed, name, wanted):
        return changed
    if layout.holds_comments(text):
        raise ValueError(f"{record.section} is written so that nothing can be inserted; write it as a block")
    return dumps(wanted, format=name)


def _is(text: str, name: str, wanted: Brief) -> bool:
    try:
        return loads(text, format=name) == wanted
    except ValueError:
        return False


def _on_new_line(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"


def _alone(record: Record, shape: str) -> dict[str, Any]:
    """Return the section with only this record, as a list or as a mapping."""
    alone = sections_of(Brief(title="-", as_of="2000-01-01", records=[record]))[record.section]
    if shape == "mapping" and isinstance(alone, list):
        plain = plain_record(record)
        del plain["type"]
        alone = {plain.pop("id", record.id): plain}
    return {record.section: alone}


def _into_yaml(text: str, record: Record) -> str:
    document = yaml.parse(text, file="")
    tree: Any = document.data
    held = tree.get(record.section)
    if not held:
        return _on_new_line(text) + "\n" + yaml.render(_alone(record, "list"))
    lines = text.splitlines(keepends=True)
    starts = sorted(document.locate_key((key,)).line for key in tree)
    own = document.locate_key((record.section,)).line
    end = next((line for line in starts if line > own), len(lines) + 1) - 1
    while end > own and re.match(r"\s*(#.*)?$", lines[end - 1]):
        end -= 1
    shape = "list" if isinstance(held, list) else "mapping"
    first = lines[document.locate((record.section, _first(held))).line - 1]
    if shape == "mapping":
        first = lines[document.locate_key((record.section, _first(held))).line - 1]
    indent = first[: len(first) - len(first.lstrip())]
    block = "".join(yaml.render(_alone(record, shape)).splitlines(keepends=True)[1:])
    lines[end - 1] = _on_new_line(lines[end - 1])
    lines.insert(end, textwrap.indent(textwrap.dedent(block), indent))
    return "".join(lines)


def _first(held: Any) -> str | int:
    return 0 if isinstance(held, list) else next(iter(held))
