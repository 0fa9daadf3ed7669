"""Text on standard output that no terminal and no program stumbles over."""

import json
import re
import sys

import click

__all__ = ["escaped", "write_json"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def write_json(value: object) -> None:
    """Write plain data as JSON, the same for equal data."""
    is_utf = sys.stdout.encoding.lower().startswith("utf")
    click.echo(json.dumps(value, ensure_ascii=not is_utf, indent=2))


def escaped(text: str) -> str:
    r"""Return a text in which nothing can steer a terminal.

    >>> escaped("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
