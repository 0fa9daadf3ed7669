"""The formats that briefs are read from and written to, by the suffix of a file.

Adding a format: one module of the same shape, and one entry here.
"""

import difflib
import importlib
from pathlib import PurePath
from typing import Final, Protocol, cast

from geobrief.codec.document import Document
from geobrief.errors import UnknownFormat

__all__ = ["SUFFIXES", "Format", "format_named", "format_of"]

_MODULES: Final = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".toml": "toml",
}

SUFFIXES: Final = tuple(_MODULES)
"""Suffixes of the files that are read when a folder is named."""


class Format(Protocol):
    """What every module that reads and writes one format offers."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """The suffixes of the format, the usual one first."""
        ...

    def parse(self, text: str, *, file: str) -> Document:
        """Read a text; never raises on bad text, its issues stand in the document."""
        ...

    def render(self, data: object) -> str:
        """Write plain data; equal data give equal text."""
        ...

    def holds_comments(self, text: str) -> bool:
        """Tell whether writing over this text would lose comments."""
        ...


def format_of(file: str | PurePath) -> Format:
    """Give the format of a file by its suffix.

    >>> format_of("north.brief.yaml").SUFFIXES
    ('.yaml', '.yml')
    """
    suffix = PurePath(file).suffix
    if not suffix:
        raise UnknownFormat(
            f"{str(file)!r} has no suffix that names its format; pass format=, one of {_listed()}"
        )
    return format_named(suffix)


def format_named(name: str) -> Format:
    """Give a format by name or suffix.

    >>> format_named("JSON").SUFFIXES
    ('.json',)

    Raises UnknownFormat with the nearest name that exists.
    """
    suffix = "." + name.lower().removeprefix(".")
    module = _MODULES.get(suffix)
    if module is None:
        near = difflib.get_close_matches(suffix, SUFFIXES, n=1)
        hint = f"; did you mean {near[0][1:]!r}?" if near else ""
        raise UnknownFormat(f"unknown format {name!r}, expected one of {_listed()}{hint}")
    return cast("Format", importlib.import_module(f"geobrief.codec.formats.{module}"))


def _listed() -> str:
    return ", ".join(suffix[1:] for suffix in SUFFIXES)
