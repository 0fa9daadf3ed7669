"""Plain JSON values, frozen: an expected answer as an author writes it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from geobrief.constraint import Problem, Steps, problems_with
from geobrief.errors import InvalidRecord
from geobrief.values.convert import read

__all__ = ["MAX_DEPTH", "Plain", "as_plain", "canonical_json"]

MAX_DEPTH = 90
"""How deeply a value may be nested; a file holds a few levels more."""


def canonical_json(value: Any) -> str:
    """Write a JSON value in the one form that equal values share.

    Raises InvalidRecord for what a file could not hold: keys that are no text, numbers
    beyond ±2⁶³, control characters, halves of surrogate pairs, what is nested too
    deeply, and what is not JSON.
    """
    if isinstance(value, dict) and not value:
        return "{}"
    import json  # noqa: PLC0415 - records import without it, and most hold nothing but "{}"

    try:
        text = json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        refused = list(_refused(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidRecord("JSON", [f"expected plain JSON values: {error}"]) from None
    if refused:
        raise InvalidRecord("JSON", refused)
    return text


def _refused(value: object, path: Steps = ()) -> Iterator[Problem]:
    """Say where there is what the standard library would write and no file could hold."""
    if len(path) > MAX_DEPTH:
        yield Problem(path[:1], "GB006", f"nested deeper than {MAX_DEPTH} levels")
    elif isinstance(value, Mapping):
        table = cast("Mapping[object, object]", value)
        for key, member in table.items():
            below = (*path, cast("str", key))
            yield from (problem.under(*below) for problem in problems_with(key, str))
            yield from _refused(member, below)
    elif isinstance(value, list | tuple):
        for index, member in enumerate(cast("Iterable[object]", value)):
            yield from _refused(member, (*path, index))
    elif value is not None and not isinstance(value, bool):
        kind = str if isinstance(value, str) else float
        yield from (problem.under(*path) for problem in problems_with(value, kind))


class Plain:
    """Any JSON value, immutable and hashable; equal if the canonical JSON texts are.

    >>> Plain(["PRK", "RUS"]).value, Plain(1) == Plain(True)
    (['PRK', 'RUS'], False)
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, value: Any) -> None:
        object.__setattr__(self, "_text", canonical_json(value))

    @property
    def text(self) -> str:
        """The canonical JSON text."""
        return self._text

    @property
    def value(self) -> Any:
        """A fresh copy of the value."""
        import json  # noqa: PLC0415 - likewise

        return json.loads(self._text)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.value,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.value!r})"


def as_plain(value: object) -> Plain:
    """Freeze a JSON value given by a caller."""
    return value if isinstance(value, Plain) else read(Plain, value)
