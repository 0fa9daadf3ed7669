"""YAML as a person would write it, and as no reader can mistake it.

Mappings and lists stand in blocks; a short one that holds only scalars stands on one
line, and so does a short row of a list.  Equal data give equal text.

We write quotes around every text that a reader of YAML 1.1 would take for something
else.  The one exception are days of the calendar that are values: ``2024-06-19`` stays
plain, as people write it, though a YAML 1.1 reader makes a date of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from geobrief.codec.formats.yaml.scalars import is_day
from geobrief.codec.plain import Tree, normalised

__all__ = ["render"]

_WIDTH: Final = 100
_LONGEST_KEY: Final = 1000  # a reader looks no further than 1024 characters for the ":"
_STEP: Final = 2

# Invisible or forbidden raw, or a line break to some readers.
_ESCAPED = re.compile(
    r"""[\x00-\x1f\x7f-\xa0\xad\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff"\\]"""
)
_MISREAD = re.compile(
    r"""
      [-+]? [0-9] [0-9_,]*                                       # integers, 1.1 octals
    | [-+]? 0 [xob] [0-9a-f_,]+
    | [-+]? [0-9_,]* \. [0-9_.,]* (?: e [-+]? [0-9_]* )?         # floats
    | [-+]? [0-9] [0-9_,.]* e [-+]? [0-9_]*
    | [-+]? [0-9] [0-9_]* (?: : [0-9_]+ )+ (?: \. [0-9_]* )?     # to the base 60
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [t\s] .* )?         # days and times
    | [-+]? \. (?: inf | nan )
    | y | n | yes | no | on | off | true | false | null | nil | none | ~ | = | <<
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Texts that some reader takes for something else when they stand without quotes."""
_PLAIN = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`.=~<][^\n]*""")
_NOT_PLAIN = re.compile(r": |:$| #|[,?\[\]{}]| $")
_SHORT = {"\n": r"\n", "\t": r"\t", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def render(data: object) -> str:
    """Write plain data; see the module for the style.

    >>> print(render({"title": "Norway", "between": ["NO", "SE"], "since": "2024-06-19"}), end="")
    title: Norway
    between: ["NO", SE]
    since: 2024-06-19
    """
    tree = normalised(data)
    if isinstance(tree, dict | list) and tree:
        return "".join(f"{line}\n" for line in _block(tree, 0))
    return "\n".join(_value("", tree, 0)).lstrip(" ") + "\n"


def _block(tree: Tree, indent: int) -> Iterator[str]:
    """Give the lines of a list or mapping that is not empty, each with its indentation."""
    margin = " " * indent
    if isinstance(tree, dict):
        for key, value in tree.items():
            name = _key(key)
            if len(name) > _LONGEST_KEY:
                yield f"{margin}? {name}"
                name = ""
            yield from _value(f"{margin}{name}:", value, indent)
    elif isinstance(tree, list):
        for value in tree:
            yield from _row(value, indent)


def _row(value: Tree, indent: int) -> Iterator[str]:
    """Give the lines of one element of a list."""
    margin = " " * indent
    line = _flow(value, levels=2)
    if line is None or indent + _STEP + len(line) > _WIDTH:
        if isinstance(value, dict | list) and value:
            first, *rest = _block(value, indent + _STEP)
            yield f"{margin}- {first[indent + _STEP :]}"
            yield from rest
            return
        yield from _value(f"{margin}-", value, indent)
    else:
        yield f"{margin}- {line}"


def _value(head: str, value: Tree, indent: int) -> Iterator[str]:
    """Give the lines of a value behind its key or dash."""
    if isinstance(value, str) and _is_literal(value):
        yield f"{head} |" if value.endswith("\n") else f"{head} |-"
        margin = " " * (indent + _STEP)
        yield from (f"{margin}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        return
    line = _flow(value, levels=1)
    is_container = isinstance(value, dict | list) and bool(value)
    if line is not None and (not is_container or len(head) + 1 + len(line) <= _WIDTH):
        yield f"{head} {line}"
    else:
        yield head
        yield from _block(value, indent + _STEP)


def _is_literal(text: str) -> bool:
    """Tell whether a text reads well, and safely, as an indented block of lines."""
    body = text.removesuffix("\n")
    if "\n" not in body or body[0] in " \n" or body[-1] == "\n":
        return False
    return not any(
        line.endswith(" ") or _ESCAPED.sub("", line) != _without_quotes(line) for line in body.split("\n")
    )


def _without_quotes(line: str) -> str:
    return line.replace('"', "").replace("\\", "")


def _flow(value: Tree, levels: int) -> str | None:
    """Write a value on one line; None where it has more levels or reads better in lines."""
    if not isinstance(value, dict | list):
        return None if isinstance(value, str) and _is_literal(value) else _scalar(value)
    if value and not levels:
        return None
    if isinstance(value, list):
        inner = [_flow(element, levels - 1) for element in value]
        return None if None in inner else "[" + ", ".join(map(str, inner)) + "]"
    pairs: list[str] = []
    for key, element in value.items():
        name, line = _key(key), _flow(element, levels - 1)
        if line is None or len(name) > _LONGEST_KEY:
            return None
        pairs.append(f"{name}: {line}")
    return "{" + ", ".join(pairs) + "}"


def _scalar(value: Tree) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        digits, exponent, power = repr(value).partition("e")
        return f"{digits}.0e{power}" if exponent and "." not in digits else f"{digits}{exponent}{power}"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    return text if is_day(text) else _key(text)


def _key(text: str) -> str:
    """Write a text so that no reader takes it for something else, a day neither."""
    is_plain = _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not _ESCAPED.search(text)
    return text if is_plain and not _MISREAD.fullmatch(text) else '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _SHORT.get(character) or (
        f"\\x{ord(character):02x}" if ord(character) <= 0xFF else f"\\u{ord(character):04x}"
    )
