"""Collecting what is wrong with a text while it is read, up to a sensible number.

A hostile file can break a rule in every second character; an Issue for each would take
many times the memory of the file.  So only the first thousand are kept, and the last
Issue says how many more there were.
"""

import re
from collections.abc import Iterable

from geobrief.codec.document import Path
from geobrief.codec.places import Lines
from geobrief.codes import CODES
from geobrief.constraint import path_text
from geobrief.issue import Issue

__all__ = ["Problems", "excerpt"]

_MOST = 1000
_LONGEST_EXCERPT = 40


def excerpt(text: str) -> str:
    """Quote a text from a file for a message, cut to one short line.

    >>> excerpt("9" * 10**6)
    "'9999999999999999999999999999999999999999…'"
    """
    return repr(text if len(text) <= _LONGEST_EXCERPT else text[:_LONGEST_EXCERPT] + "…")


class Problems:
    """The issues of one text, in the order of discovery."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._issues: list[Issue] = []
        self._spoiled: set[Path] = set()
        self._dropped = 0

    def add(
        self, code: str, at: int, message: str, *, path: Iterable[str | int] = (), hint: str = ""
    ) -> None:
        """Note a problem at an offset; the hint defaults to the remedy of the code."""
        if len(self._issues) >= _MOST:
            self._dropped += 1
            return
        self._issues.append(
            Issue(
                code=code,
                message=message,
                severity=CODES[code].severity,
                path=path_text(path),
                hint=hint or CODES[code].remedy,
                location=self._lines.at(at),
            )
        )

    def spoil(self, path: Iterable[str | int]) -> None:
        """Note that the value at this path was bad and stands as None in the data."""
        if len(self._spoiled) < _MOST:
            self._spoiled.add(tuple(path))

    def scan(self, text: str, refused: re.Pattern[str]) -> str:
        """Note every run of characters that may not occur, and put U+FFFD in their place.

        The text keeps its length, so that the reading can go on and all offsets hold.
        """
        if refused.search(text) is None:
            return text

        def replace(run: re.Match[str]) -> str:
            first = ord(run[0][0])
            code, what = (
                ("GB002", "half of a surrogate pair") if 0xD800 <= first <= 0xDFFF else ("GB009", "character")
            )
            self.add(code, run.start(), f"{what} U+{first:04X} is not allowed here")
            return "\ufffd" * len(run[0])

        return refused.sub(replace, text)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All problems noted so far; the last one counts those beyond the first thousand."""
        if not self._dropped:
            return tuple(self._issues)
        last = self._issues[-1]
        rest = Issue(
            code=last.code, message=f"{self._dropped} more problems are not shown", location=last.location
        )
        return (*self._issues, rest)

    @property
    def spoiled(self) -> frozenset[Path]:
        """The paths whose value stands as None because it was bad."""
        return frozenset(self._spoiled)
