"""The outline of a brief in a file: its pieces, read from and written to either of two layouts.

YAML, TOML and JSON keep one section per kind, a mapping from ids to records or, for acts,
a list.  JSONL keeps one piece per line, each with its ``type``.  Both become pieces; a
group of acts becomes one piece per state.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from geobrief.brief import Brief, Part
from geobrief.codec.records.converter import unstructure
from geobrief.codec.records.faults import unknown_key
from geobrief.constraint import Problem, Steps
from geobrief.constraint.shape import ObjectOf, OptionalOf, fields_of
from geobrief.errors import InvalidArgument
from geobrief.model.act import Act, StateAct
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.record import Record
from geobrief.model.registry import KINDS, SECTIONS
from geobrief.values.when import When

__all__ = [
    "HEADER_KEYS",
    "SCHEMA_VERSION",
    "Piece",
    "alone",
    "lines_of",
    "pieces_of",
    "pieces_of_line",
    "plain_record",
    "sections_of",
]

SCHEMA_VERSION = 1
"""The version of the file form that this release reads and writes."""


HEADER_KEYS = ("geobrief", "id", "title", "as_of", "extends", "coverage", "note", "parts")
"""The keys of a brief's header, beside those that begin with ``x-``."""

_LINE_TYPES = ("brief", "source", "actor", *KINDS, "expectation")


@attrs.frozen(kw_only=True)
class Piece:
    """One piece of a file: what kind it is, its plain data, and where it stands.

    Attributes:
        kind: brief, source, actor, expectation, or a kind of record.
        plain: its data, without the id where that is a key.
        name: the id that stands as a key.
        path: where it stands in the document.
        moved: where fields of the plain data stand that were moved from elsewhere.
    """

    kind: str
    plain: Any
    name: str | None = None
    path: Steps = ()
    moved: Mapping[Steps, Steps] = attrs.field(factory=dict)

    def is_key(self, path: Steps) -> bool:
        """Tell whether a path inside the plain data leads to what is a key in the document."""
        if path == ("id",):
            return self.name is not None and path not in self.moved
        return path == ("by",) and path in self.moved

    def place(self, path: Steps) -> Steps:
        """Tell where in the document a path inside the plain data stands."""
        if path == ("id",) and self.is_key(path):
            return self.path
        for depth in range(len(path), 0, -1):
            origin = self.moved.get(path[:depth])
            if origin is not None:
                return (*origin, *path[depth:])
        return (*self.path, *path)


def pieces_of(tree: Any, *, lines: bool) -> Iterator[Piece | Problem]:
    """Yield the pieces of a document, and problems with its outline."""
    if not lines:
        yield from _of_sections(tree)
        return
    for index, row in enumerate(tree if isinstance(tree, list) else ()):
        if row is not None:
            yield from pieces_of_line(row, (index,))


def pieces_of_line(row: object, path: Steps = ()) -> Iterator[Piece | Problem]:
    """Yield the pieces of one line: one, or one for each state of a group of acts."""
    if not isinstance(row, dict):
        yield Problem(path, "GB101", f"expected an object with a type, got {row!r:.60}", row)
    elif "type" not in row:
        yield Problem((*path, "type"), "GB103", "required key 'type' is missing")
    elif row["type"] not in _LINE_TYPES:
        problem = unknown_key(row["type"], _LINE_TYPES)
        message = f"unknown kind of record {str(row['type'])!r}"
        yield attrs.evolve(problem, path=(*path, "type"), code="GB108", message=message)
    else:
        plain = dict(row)
        yield from _of_line(plain.pop("type"), plain, path)


def _of_line(kind: str, plain: dict[str, Any], path: Steps) -> Iterator[Piece | Problem]:
    if kind in {"source", "actor"}:
        if "id" not in plain:
            yield Problem((*path, "id"), "GB103", "required key 'id' is missing")
            return
        if not isinstance(plain["id"], str):
            yield Problem((*path, "id"), "GB101", f"expected text, got {plain['id']!r:.60}", plain["id"])
            return
        name = plain.pop("id")
        yield Piece(kind=kind, plain=plain, name=name, path=path, moved={("id",): (*path, "id")})
    else:
        yield from _with_groups(Piece(kind=kind, plain=plain, path=path))


def _of_sections(tree: Any) -> Iterator[Piece | Problem]:
    if not isinstance(tree, dict):
        yield Problem(
            (), "GB101", f"expected a brief: a mapping with geobrief, title and as_of, got {tree!r:.60}", tree
        )
        return
    header = {key: value for key, value in tree.items() if key in HEADER_KEYS or str(key).startswith("x-")}
    yield Piece(kind="brief", plain=header)
    known = (*HEADER_KEYS, "sources", "actors", *SECTIONS, "expect")
    for section, held in tree.items():
        if section in header:
            continue
        if section == "expect":
            yield from _listed("expectation", held, (section,))
        elif section in {"sources", "actors"}:
            yield from _keyed(section.removesuffix("s"), held, (section,))
        elif section in SECTIONS:
            yield from _records(SECTIONS[section], held, (section,))
        else:
            yield unknown_key(section, known)


def _records(kind: type[Record], held: Any, path: Steps) -> Iterator[Piece | Problem]:
    if isinstance(held, list):
        yield from _listed(kind.kind_name, held, path)
    else:
        yield from _keyed(kind.kind_name, held, path)


def _listed(kind: str, held: Any, path: Steps) -> Iterator[Piece | Problem]:
    if not isinstance(held, list):
        yield Problem(path, "GB101", f"expected a list, got {held!r:.60}", held)
        return
    for index, plain in enumerate(held):
        yield from _with_groups(Piece(kind=kind, plain=plain, path=(*path, index)))


def _keyed(kind: str, held: Any, path: Steps) -> Iterator[Piece | Problem]:
    if not isinstance(held, dict):
        yield Problem(path, "GB101", f"expected a mapping from ids to {path[-1]}, got {held!r:.60}", held)
        return
    for name, plain in held.items():
        piece = Piece(kind=kind, plain=plain, name=name, path=(*path, name))
        if not isinstance(name, str):
            yield Problem(piece.path, "GB101", f"expected text, got {name!r:.60}", name)
        elif isinstance(plain, dict) and "id" in plain:
            yield Problem(
                (*piece.path, "id"), "GB102", "the id is the key above; leave this one out", plain["id"]
            )
        else:
            yield piece


def _with_groups(piece: Piece) -> Iterator[Piece | Problem]:
    """Expand ``{treaty: nato, deposited: {BEL: 1949-06-16, …}}`` into one act per state."""
    grouped = _grouped_fields(piece)
    if not grouped:
        yield piece
        return
    if "id" in piece.plain:
        yield Problem((*piece.path, "id"), "GB102", "a group of acts has no id; write the act out to name it")
        return
    common = {key: value for key, value in piece.plain.items() if key not in grouped}
    states = dict.fromkeys(state for field in grouped for state in piece.plain[field])
    for state in states:
        yield _one_of_group(piece, common, grouped, state)


def _grouped_fields(piece: Piece) -> tuple[str, ...]:
    cls = KINDS.get(piece.kind)
    if (
        cls is None
        or not issubclass(cls, StateAct)
        or not isinstance(piece.plain, dict)
        or "by" in piece.plain
    ):
        return ()
    days = _day_fields(cls)
    return tuple(key for key, value in piece.plain.items() if key in days and isinstance(value, dict))


def _day_fields(cls: type[StateAct]) -> frozenset[str]:
    owner = Instrument if cls is Ratification else cls
    day = ObjectOf(When)
    return frozenset(name for name, shape in fields_of(owner).items() if shape in (day, OptionalOf(day)))


def _one_of_group(piece: Piece, common: dict[str, Any], grouped: tuple[str, ...], state: str) -> Piece:
    days = {field: piece.plain[field][state] for field in grouped if state in piece.plain[field]}
    moved: dict[Steps, Steps] = {("by",): (*piece.path, next(iter(days)), state)}
    inside = ("instrument",) if piece.kind == Ratification.kind_name else ()
    moved |= {(*inside, field): (*piece.path, field, state) for field in days}
    plain = {**common, "by": state}
    if inside:
        shared = common.get("instrument", {})
        plain["instrument"] = {**shared, **days} if isinstance(shared, dict) else shared
    else:
        plain |= days
    return Piece(kind=piece.kind, plain=plain, path=piece.path, moved=moved)


def sections_of(brief: Brief) -> dict[str, Any]:
    """Return a brief as one mapping: header, sources, actors, a section for each kind."""
    plain: dict[str, Any] = {"geobrief": SCHEMA_VERSION, **_header(brief)}
    for section, table in (("sources", brief.sources), ("actors", brief.actors)):
        if table:
            plain[section] = unstructure(table)
    for record in brief.records:
        _place(plain, record)
    if brief.expect:
        plain["expect"] = unstructure(brief.expect)
    return plain


def _header(brief: Brief) -> dict[str, Any]:
    if brief.unplaced:
        raise InvalidArgument(
            "a brief as known on a day leaves open which records had been published; write the whole brief"
        )
    names = [field.name for field in attrs.fields(Part) if field.name not in {"expect", "holds"}]
    header: dict[str, Any] = unstructure(Part(**{name: getattr(brief, name) for name in names}))
    if brief.parts:
        header["parts"] = unstructure(brief.parts)
    return header


def _place(plain: dict[str, Any], record: Record) -> None:
    written = unstructure(record)
    if isinstance(record, Act):
        plain.setdefault(record.section, []).append(written)
    else:
        plain.setdefault(record.section, {})[written.pop("id")] = written


def alone(record: Record, *, in_lines: bool) -> Any:
    """Return what a file holds of one record: its line, or its section with nothing else in it."""
    if in_lines:
        return [plain_record(record)]
    plain: dict[str, Any] = {}
    _place(plain, record)
    return plain


def lines_of(brief: Brief) -> Iterator[dict[str, Any]]:
    """Yield a brief flat: the header, sources, actors, records and expectations, each with its type."""
    yield {"type": "brief", "geobrief": SCHEMA_VERSION, **_header(brief)}
    for kind, table in (("source", brief.sources), ("actor", brief.actors)):
        for name, value in table.items():
            yield {"type": kind, "id": name, **unstructure(value)}
    for record in brief.records:
        yield plain_record(record)
    for expectation in brief.expect:
        yield {"type": "expectation", **unstructure(expectation)}


def plain_record(record: Record) -> dict[str, Any]:
    """Return a record flat, with its type."""
    return {"type": record.kind_name, **unstructure(record)}
