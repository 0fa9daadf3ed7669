"""The issues of one text, collected while it is read, up to a sensible number.

A hostile file can break a rule in every second character; an Issue for each would take
many times the memory of the file.  So only the first thousand are kept, and the last
Issue says how many more there were.
"""

import re
from collections.abc import Callable, Iterable

from geobrief.codec.document import Document
from geobrief.codec.places import Lines, Mark
from geobrief.codes import CODES
from geobrief.constraint import Steps, path_text
from geobrief.issue import Issue

__all__ = ["TextIssues", "excerpt"]

_MOST = 1000
_LONGEST_EXCERPT = 40


def excerpt(text: str) -> str:
    """Quote a text from a file for a message, cut to one short line.

    >>> excerpt("9" * 10**6)
    "'9999999999999999999999999999999999999999…'"
    """
    return repr(text if len(text) <= _LONGEST_EXCERPT else text[:_LONGEST_EXCERPT] + "…")


class TextIssues:
    """The issues of one text, in the order of discovery; their paths are below that of the text."""

    def __init__(self, lines: Lines, below: Steps = ()) -> None:
        self.lines = lines
        self._below = below
        self._issues: list[Issue] = []
        self._spoiled: set[Steps] = set()
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
                path=path_text((*self._below, *path)),
                hint=hint or CODES[code].remedy,
                location=self.lines.at(at),
            )
        )

    def spoil(self, path: Iterable[str | int]) -> None:
        """Note that the value at this path was bad and stands as None in the data."""
        if len(self._spoiled) < _MOST:
            self._spoiled.add((*self._below, *path))

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
            code=last.code,
            message=f"{self._dropped} more problems are not shown",
            path=path_text(self._below),
            location=last.location,
        )
        return (*self._issues, rest)

    def document(self, data: object, scan: Callable[[], Mark]) -> Document:
        """Return what could be read of the text, with its issues."""
        return Document(data, self.lines, scan, self.issues, frozenset(self._spoiled))

    def nothing(self) -> Document:
        """Return the document of a text of which nothing could be read."""
        self.spoil(())
        return self.document(None, lambda: 0)
