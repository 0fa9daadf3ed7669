"""What plain YAML scalars mean to us.

We read YAML 1.2's core scalars and nothing more: ``no``, ``on``, ``NO``, days and
``1_000`` are text.  Stricter than the core, a number with leading zeros (``010``, ``007``)
is text too, because readers disagree on whether it is octal.
"""

import datetime as dt
import re
from typing import Final

from geobrief.codec.plain import is_representable

__all__ = ["DIFFERS", "Differs", "is_day", "resolve"]


class Differs:
    """A number that no reader holds exactly as written."""


DIFFERS: Final = Differs()

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BEGINS_A_NUMBER = frozenset("+-.0123456789")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LONGEST_INTEGER = 25
_LONGEST_FLOAT = 400


def resolve(text: str) -> str | int | float | bool | Differs | None:
    """Give what a plain scalar stands for; `DIFFERS` for numbers out of range.

    >>> resolve("NO"), resolve("12"), resolve("1e3"), resolve("010"), resolve("~")
    ('NO', 12, 1000.0, '010', None)
    """
    if text in _NULL:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _BEGINS_A_NUMBER:
        return text
    for pattern, base in ((_DECIMAL, 10), (_OCTAL, 8), (_HEXADECIMAL, 16)):
        if pattern.fullmatch(text):
            return DIFFERS if len(text) > _LONGEST_INTEGER else _bounded(int(text, base))
    if _FLOAT.fullmatch(text):
        number = float(text) if len(text) <= _LONGEST_FLOAT else float("inf")
        return DIFFERS if number in {float("inf"), float("-inf")} else number
    return DIFFERS if _NOT_FINITE.fullmatch(text) else text


def _bounded(number: int) -> int | Differs:
    return number if is_representable(number) else DIFFERS


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar in full, such as 2024-06-19."""
    try:
        return len(text) == 10 and dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
