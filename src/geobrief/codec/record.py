"""One record by itself: as text in any format, and as a dict for who has a form of storage of their own."""

from collections.abc import Mapping
from typing import Any

from geobrief.codec.document import Document
from geobrief.codec.formats import format_named
from geobrief.codec.outline import Piece, pieces_of_line, plain_record
from geobrief.codec.read_file import issue_at, record_from
from geobrief.constraint import Problem
from geobrief.errors import InvalidBrief, InvalidRecord
from geobrief.issue import Report
from geobrief.model.record import Record
from geobrief.model.registry import KINDS

__all__ = ["from_dict", "loads_record", "to_dict"]


def loads_record(text: str, *, format: str = "yaml", file: str = "<text>") -> Record:  # noqa: A002 - as in loads
    """Read one record from a text, as `dumps` writes it.

    >>> loads_record("{type: signature, treaty: ctbt, by: USA, on: 1996-09-24}").id
    'signature-ctbt-usa'

    Raises `InvalidBrief`, whose ``report`` lists every problem with its place, also where
    the text holds no record or more than one.
    """
    layout = format_named(format)
    if not isinstance(text, str):
        raise TypeError(f"expected a text, got {text!r:.60}; decode bytes")
    document = layout.read(text, file=file)
    rows = [row for row in _rows(document) if row is not None]
    record, problems, piece = _one(rows)
    issues = [*document.issues, *(issue_at(problem, document, piece) for problem in problems)]
    if record is None or issues:
        raise InvalidBrief(Report(issues))
    return record


def to_dict(record: Record) -> dict[str, Any]:
    """Return a record as plain data, with its type: what `from_dict` makes the same record of.

    >>> from geobrief import Signature
    >>> to_dict(Signature(treaty="ctbt", by="USA", on="1996-09-24"))
    {'type': 'signature', 'treaty': 'ctbt', 'by': 'USA', 'on': '1996-09-24'}
    """
    if not isinstance(record, Record):
        raise TypeError(f"expected a record, got {record!r:.60}")
    return plain_record(record)


def from_dict(plain: Mapping[str, Any]) -> Record:
    """Make a record of plain data with its type, such as ``{"type": "signature", "treaty": …}``.

    >>> from_dict({"type": "signature", "treaty": "ctbt", "by": "USA"}).kind_name
    'signature'

    Raises `InvalidRecord`, which lists everything that is wrong.
    """
    if not isinstance(plain, Mapping):
        raise TypeError(f"expected a mapping, got {plain!r:.60}")
    record, problems, _ = _one([dict(plain)])
    if record is None:
        raise InvalidRecord(str(plain.get("type", "record")), problems)
    return record


def _rows(document: Document) -> list[object]:
    data: Any = document.data
    return data if document.in_lines and isinstance(data, list) else [data]


def _one(rows: list[object]) -> tuple[Record | None, tuple[Problem, ...], Piece | None]:
    """Make the record of the one row, or say what is wrong; what a piece is not told of stands at the row."""
    if len(rows) != 1:
        return None, (Problem((), "GB101", f"expected one record, got {len(rows)}"),), None
    pieces = list(pieces_of_line(rows[0]))
    problems = tuple(piece for piece in pieces if isinstance(piece, Problem))
    if problems:
        return None, problems, None
    records = [piece for piece in pieces if isinstance(piece, Piece) and piece.kind in KINDS]
    if len(records) != 1 or len(pieces) != 1:
        return None, (Problem((), "GB101", "expected one record, and nothing else"),), None
    return *record_from(records[0]), records[0]
