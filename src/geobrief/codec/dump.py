"""Dumping: a brief or a record as text or as a file, lossless and always the same bytes."""

from typing import Any

from geobrief.brief import Brief
from geobrief.codec.files import name_of
from geobrief.codec.formats import Format, format_named, format_of
from geobrief.codec.outline import lines_of, plain_record, sections_of
from geobrief.codec.write_file import PATIENCE, Target, write
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
    target: Target,
    *,
    format: str | None = None,  # noqa: A002 - as in dumps
    overwrite: bool = False,
    timeout: float = PATIENCE,
) -> None:
    """Write a brief or one record to a file or stream, in the format of its suffix.

    A file is replaced in one step: after a crash it holds the old text or the new one.  It
    keeps its permissions, and one that forbids writing is refused; so is, unless
    ``overwrite``, a file that holds comments, which `append` keeps.  Where other processes
    write the same file, each waits for the others, ``timeout`` seconds at most.  A link
    keeps pointing to its file; of several names of one file (hard links) only the one
    that is given gets the new text.  A pipe or device is written to as it stands.

    >>> import io
    >>> from geobrief import Signature
    >>> text = io.StringIO()
    >>> dump(Signature(treaty="ctbt", by="USA", on="1996-09-24"), text, format="json")
    >>> '"on": "1996-09-24"' in text.getvalue()
    True

    Raises `UnknownFormat`, `WouldLoseComments`, `FileBusy`, and OSError where the file cannot be written.
    """
    layout = format_named(format) if format else format_of(name_of(target))
    write(layout.render(_plain(value, layout)), target, overwrite=overwrite, timeout=timeout)
