"""Writing to the terminal or into a pipe: colour only where it is wanted, text always whole."""

import json
import re
import sys
from typing import Any

import click
from rich.console import Console

__all__ = ["console", "escaped", "write_json"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def console(*, width: int | None = None) -> Console:
    """Return a console on standard output, as wide as asked, as the terminal, or 80 columns.

    It colours only on a terminal, and never under ``NO_COLOR``.
    """
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def write_json(value: Any) -> None:
    """Write plain data as JSON, the same for equal data."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def escaped(text: str) -> str:
    r"""Return a text in which nothing can steer a terminal.

    >>> escaped("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
