"""Where in a file a character stands: offsets turned into lines and columns."""

import re
from bisect import bisect_right

from geobrief.issue import Location

__all__ = ["BOM", "Lines"]

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
