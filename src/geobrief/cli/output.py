"""Text on standard output that no terminal and no program stumbles over."""

import json
import re
import sys
from typing import Final

import click

__all__ = ["write_json"]

_STEERING: Final = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # what JSON itself lets stand


def write_json(value: object) -> None:
    """Write plain data as JSON, the same for equal data."""
    is_utf = sys.stdout.encoding.lower().startswith("utf")
    text = json.dumps(value, ensure_ascii=not is_utf, indent=2)
    click.echo(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
