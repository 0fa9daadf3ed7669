"""Dumping: a brief or a record as text or as a file, lossless and always the same bytes."""

import os
from pathlib import Path
from typing import Any

from geobrief.brief import Brief
from geobrief.codec import files
from geobrief.codec.formats import Format, format_named, format_of
from geobrief.codec.outline import lines_of, plain_record, sections_of
from geobrief.model.record import Record

__all__ = ["dump", "dumps"]


def dumps(value: Brief | Record, *, format: str = "yaml") -> str:  # noqa: A002 - the word that users look for
    """Return a brief or one record as text; equal values give equal texts.

    >>> from geobrief import Signature
    >>> print(dumps(Signature(treaty="pact", by="PRK", on="2024-06-19"), format="jsonl"), end="")
    {"type": "signature", "treaty": "pact", "by": "PRK", "on": "2024-06-19"}
    """
    layout = format_named(format)
    return layout.render(_plain(value, layout))


def _plain(value: Brief | Record, layout: Format) -> Any:
    if isinstance(value, Record):
        return [plain_record(value)] if layout.in_lines else plain_record(value)
    if isinstance(value, Brief):
        return list(lines_of(value)) if layout.in_lines else sections_of(value)
    raise TypeError(f"expected a Brief or a record, got {value!r:.60}")


def dump(
    value: Brief | Record,
    target: files.Target,
    *,
    format: str | None = None,  # noqa: A002 - as in dumps
    overwrite: bool = False,
) -> None:
    """Write a brief or one record to a file or stream, in the format of its suffix.

    A file is replaced in one step: after a crash it holds the old text or the new one.  A
    file that holds comments is refused unless ``overwrite``; `append` keeps them.

    >>> import io
    >>> from geobrief import Signature
    >>> text = io.StringIO()
    >>> dump(Signature(treaty="ctbt", by="USA", on="1996-09-24"), text, format="json")
    >>> '"on": "1996-09-24"' in text.getvalue()
    True
    """
    layout = format_named(format) if format else format_of(_name(target))
    files.write(_plain(value, layout), target, format=format, overwrite=overwrite)


def _name(target: files.Target) -> str:
    if isinstance(target, str | os.PathLike):
        return os.fspath(target)
    name = getattr(target, "name", None)
    return name if isinstance(name, str) else str(Path("stream"))
