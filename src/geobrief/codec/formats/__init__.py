"""The formats that briefs are read from and written to, by the suffix of a file.

Adding a format: one file that makes its `Format`, and its row in `FORMATS`.
"""

from pathlib import PurePath
from typing import Final

from geobrief.codec.formats.format import Format
from geobrief.codec.formats.json import JSON
from geobrief.codec.formats.jsonl import JSONL
from geobrief.codec.formats.toml import TOML
from geobrief.codec.formats.yaml import YAML
from geobrief.errors import UnknownFormat
from geobrief.words import did_you_mean, nearest

__all__ = ["FORMATS", "NAMES", "SUFFIXES", "Format", "format_named", "format_of"]

FORMATS: Final[dict[str, Format]] = {
    suffix: each for each in (YAML, JSON, JSONL, TOML) for suffix in each.suffixes
}
"""Every format by each of its suffixes."""

NAMES: Final = tuple(dict.fromkeys(each.name for each in FORMATS.values()))
"""The name of each format, the usual one first."""

SUFFIXES: Final = tuple(FORMATS)
"""Suffixes of the files that are read when a folder is named."""


def format_of(file: str | PurePath) -> Format:
    """Give the format of a file by its suffix.

    >>> format_of("north.brief.yaml").suffixes
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

    >>> format_named("JSON").suffixes
    ('.json',)

    Raises UnknownFormat with the nearest name that exists.
    """
    if not isinstance(name, str):
        raise UnknownFormat(f"expected the name of a format, one of {_listed()}, got {name!r:.60}")
    suffix = "." + name.lower().removeprefix(".")
    if suffix not in FORMATS:
        hint = did_you_mean(near.removeprefix(".") for near in nearest(suffix, SUFFIXES))
        raise UnknownFormat(f"unknown format {name!r}, expected one of {_listed()}{hint}")
    return FORMATS[suffix]


def _listed() -> str:
    return ", ".join(suffix.removeprefix(".") for suffix in SUFFIXES)
