"""JSON, exactly as RFC 8259 has it, within the bounds that all formats share.

Refused beyond a syntax error: duplicate keys, NaN and Infinity, numbers that do not fit,
escapes for half of a surrogate pair, nesting deeper than a hundred levels.
"""

import json
import math
from typing import Final, cast

from geobrief.codec.document import MAX_DEPTH, Document, Tree
from geobrief.codec.formats.json_scan import scan
from geobrief.codec.places import BOM, Lines
from geobrief.codec.plain import is_representable, normalised
from geobrief.codec.text_issues import Problems
from geobrief.issue import Issue

__all__ = ["SUFFIXES", "holds_comments", "loads", "parse", "read_carefully", "render"]

SUFFIXES: Final = (".json",)

_LONGEST_NUMBER = 400


def parse(text: str, *, file: str) -> Document:
    """Read a JSON text; whatever is wrong with it stands in the issues of the document.

    >>> document = parse('{"title": 1, "title": 2}', file="a.json")
    >>> print(document.issues[0])
    a.json:1:14: GB004 error: duplicate key 'title' (title); keep one of the two
    """
    text = text.removeprefix(BOM)
    try:
        text.encode()
        data = loads(text)
    except (ValueError, RecursionError):
        return read_carefully(text, Lines(text, file))
    lines = Lines(text, file)
    return Document(data, file, lines=lines, scan=lambda: scan(text, Problems(lines))[1])


def render(data: object) -> str:
    """Write plain data, two spaces a level, keys in the order given."""
    return json.dumps(normalised(data), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def holds_comments(text: str) -> bool:  # noqa: ARG001 - all formats have the same shape
    """Tell whether a text holds comments; JSON has none."""
    return False


def read_carefully(text: str, lines: Lines) -> Document:
    """Read a text that `loads` refuses, with every position and every problem."""
    problems = Problems(lines)
    data, marks = scan(text, problems)
    issues = problems.issues or (Issue(code="GB003", message="not a JSON text", location=lines.at(0)),)
    return Document(data, lines.file, issues, problems.spoiled, lines=lines, scan=lambda: marks)


def loads(text: str) -> object:
    """Read a JSON text fast; raise ValueError or RecursionError where anything is odd."""
    value = _DECODER.decode(text)
    if "\\" in text and ("\\ud" in text or "\\uD" in text):
        json.dumps(value, ensure_ascii=False).encode()
    if len(text) > 2 * MAX_DEPTH and text.count("[") + text.count("{") > MAX_DEPTH:
        _refuse_depth(value)
    return value


def _refuse_depth(value: object) -> None:
    level = [cast("Tree", value)]
    for _ in range(MAX_DEPTH):
        inner: list[Tree] = []
        for container in level:
            if isinstance(container, dict):
                inner.extend(container.values())
            elif isinstance(container, list):
                inner.extend(container)
        if not inner:
            return
        level = inner
    if any(isinstance(deepest, dict | list) for deepest in level):
        raise ValueError("nested too deeply")


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ValueError("duplicate key")
    return mapping


def _int(written: str) -> int:
    if len(written) > 18 and (len(written) > 20 or not is_representable(int(written))):
        raise ValueError("integer out of range")
    return int(written)


def _float(written: str) -> float:
    number = float(written)
    if len(written) > _LONGEST_NUMBER or not math.isfinite(number):
        raise ValueError("number out of range")
    return number


def _constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_int, parse_float=_float, parse_constant=_constant
)
