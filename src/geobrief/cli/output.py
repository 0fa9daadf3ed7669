"""Writing to the terminal or into a pipe: colour only where it is wanted, text always whole."""

import json
import re
import sys
from collections.abc import Iterable
from typing import Any, Final

import click
from rich.console import Console, RenderableType

__all__ = ["console", "escaped", "write", "write_json"]

WIDEST: Final = 140
"""The columns that a page takes on a terminal that has more."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def console(*, width: int | None = None) -> Console:
    """Return a console on standard output, as wide as asked, as the terminal, or 80 columns.

    It colours only on a terminal, and never under ``NO_COLOR``.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a letter that cannot be written there becomes a question mark
    return Console(width=width, highlight=False, markup=False, emoji=False)


def write(parts: Iterable[RenderableType], *, width: int | None = None) -> None:
    """Write what is to be laid out, no wider than can be read; a pipe gets lines without trailing blanks."""
    out = console(width=width)
    if width is None:
        out.width = min(out.width, WIDEST)
    if out.is_terminal:
        for part in parts:
            out.print(part)
        return
    with out.capture() as captured:
        for part in parts:
            out.print(part)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()), file=sys.stdout)


def write_json(value: Any) -> None:
    """Write plain data as JSON, the same for equal data."""
    is_utf = sys.stdout.encoding.lower().startswith("utf")
    click.echo(json.dumps(value, ensure_ascii=not is_utf, indent=2))


def escaped(text: str) -> str:
    r"""Return a text in which nothing can steer a terminal.

    >>> escaped("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
