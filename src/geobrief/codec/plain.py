"""The plain data that every format can hold, and the one form in which it is written."""

import math
import re
from typing import Final, TypeAlias, cast

from geobrief.constraint import Steps, path_text

__all__ = ["HIGHEST", "LOWEST", "MAX_DEPTH", "Tree", "is_representable", "normalised"]

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"
"""Plain data, as every format can hold it."""

MAX_DEPTH: Final = 100
"""How deeply lists and mappings may be nested in a file."""

LOWEST: Final = -(2**63)
HIGHEST: Final = 2**63 - 1

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def is_representable(number: float) -> bool:
    """Tell whether every format and every reader can hold this number.

    >>> is_representable(2**63), is_representable(float("nan")), is_representable(1e300)
    (False, False, True)
    """
    return LOWEST <= number <= HIGHEST if isinstance(number, int) else math.isfinite(number)


def normalised(data: object) -> Tree:
    """Check a tree before it is written; tuples become lists.

    Raises TypeError for what is no plain data, ValueError for numbers and texts that
    cannot be written and for trees nested deeper than a file may be.

    >>> normalised({"x-share": 1.0, "between": ("PRK", "RUS")})
    {'x-share': 1.0, 'between': ['PRK', 'RUS']}
    """
    return _normalised(data, ())


def _normalised(data: object, path: Steps) -> Tree:
    if isinstance(data, str):
        return _text(data, path)
    if isinstance(data, bool):
        return data
    if data is None:
        return None
    if isinstance(data, int | float):
        return _number(data, path)
    if len(path) >= MAX_DEPTH and isinstance(data, dict | list | tuple):
        raise ValueError(f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(data, dict):
        return {
            _key(key, path): _normalised(value, (*path, str(key)))
            for key, value in cast("dict[object, object]", data).items()
        }
    if isinstance(data, list | tuple):
        return [_normalised(value, (*path, index)) for index, value in enumerate(cast("list[object]", data))]
    raise TypeError(f"{path_text(path)}: cannot write {data!r}")


def _text(text: str, path: Steps) -> str:
    if not text.isascii() and _SURROGATE.search(text):
        raise ValueError(f"{path_text(path)}: text with half of a surrogate pair: {text!r}")
    return str(text)


def _key(key: object, path: Steps) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{path_text(path)}: a key must be text, got {key!r}")
    return _text(key, (*path, key))


def _number(number: float, path: Steps) -> float:
    if not is_representable(number):
        raise ValueError(f"{path_text(path)}: expected a finite number within ±2⁶³, got {number!r}")
    return number
