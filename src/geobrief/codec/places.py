"""Places: paths into plain data, and where in a text each of its values stands."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from geobrief.constraint import Steps
from geobrief.issue import Location

__all__ = ["BOM", "Branch", "Lines", "Mark", "find"]

BOM = "\ufeff"
_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    r"""The lines of a text, for telling line and column of an offset into it.

    Lines end as editors end them: at ``\n``, ``\r\n`` or ``\r``.  A byte order mark is
    no part of the text and must be cut off before.  ``first`` is the number of the first
    line, for a text that is itself one line of a file.

    >>> print(Lines("a: 1\r\nb: 2\n", "x.yaml").at(9))
    x.yaml:2:4
    """

    __slots__ = ("_starts", "_text", "file", "first")

    def __init__(self, text: str, file: str, first: int = 1) -> None:
        self.file = file
        self.first = first
        self._text = text
        self._starts: list[int] | None = None

    def at(self, offset: int) -> Location:
        """Give the place of the character at this offset."""
        starts = self._starts
        if starts is None:
            starts = self._starts = [0, *(found.end() for found in _BREAK.finditer(self._text))]
        line = bisect_right(starts, offset) - 1
        return Location(self.file, self.first + line, offset - starts[line] + 1)

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a place of this text, the inverse of `at`."""
        self.at(0)
        starts = self._starts or [0]
        return starts[min(line - self.first, len(starts) - 1)] + column - 1


@attrs.define(eq=False)
class Branch:
    """Where a list or mapping starts, and where what is in it starts.

    ``children`` mirrors the data: a mapping by key, or a sequence; a scalar is only an
    offset.  ``keys`` holds the offsets of the keys of a mapping.
    """

    start: int
    children: "Mapping[str, Mark] | Sequence[Mark]"
    keys: Mapping[str, int] = attrs.field(factory=dict[str, int])


Mark: TypeAlias = int | Branch


def find(root: Mark, path: Steps) -> tuple[int, int]:
    """Give the offsets of the value at a path and of its key; in a list, of the value twice.

    Where nothing stands at the path, the key of its nearest ancestor twice, so that a
    missing key is shown at the key of the record that lacks it.
    """
    mark, key_at = root, _start(root)
    for step in path:
        found = _child(mark, step)
        if found is None:
            return key_at, key_at
        mark, key_at = found
    return _start(mark), key_at


def _start(mark: Mark) -> int:
    return mark if isinstance(mark, int) else mark.start


def _child(mark: Mark, step: str | int) -> tuple[Mark, int] | None:
    """Give the mark one step down and the offset of its key (in a list, of itself)."""
    if isinstance(mark, int):
        return None
    children = mark.children
    if isinstance(children, Mapping):
        if not isinstance(step, str) or step not in children:
            return None
        return children[step], mark.keys[step]
    if not isinstance(step, int) or not 0 <= step < len(children):
        return None
    child = children[step]
    return child, _start(child)
