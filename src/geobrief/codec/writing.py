"""Writing: from a brief to plain data, in one order, so that equal briefs give equal bytes."""

from collections.abc import Iterator
from typing import Any

import attrs

from geobrief.brief import Brief, Part
from geobrief.codec.read_file import SCHEMA_VERSION
from geobrief.codec.records.converter import unstructure
from geobrief.model.act import Act
from geobrief.model.record import Record

__all__ = ["lines_of", "plain_record", "sections_of"]


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
        raise ValueError(
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
