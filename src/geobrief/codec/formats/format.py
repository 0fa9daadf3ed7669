"""What a format is: all that the rest of the package asks of it, in one object."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import attrs

from geobrief.codec.document import Document
from geobrief.codec.places import Lines
from geobrief.codec.text_issues import TextIssues
from geobrief.errors import MissingExtra
from geobrief.issue import Issue

__all__ = ["Format", "FormatLine", "ended"]


class _Parse(Protocol):
    def __call__(self, text: str, *, file: str) -> Document: ...


class FormatLine(Protocol):
    """One line of a file that is read line by line: what it holds, and what is wrong with it."""

    @property
    def content(self) -> object:
        """The plain data of the line."""
        ...

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What kept it from being read in full."""
        ...

    def document(self, file: str) -> Document:
        """Give the line as a document of its own, which knows positions."""
        ...


class _IterLines(Protocol):
    def __call__(self, lines: Iterable[str | bytes], *, file: str) -> Iterator[FormatLine]: ...


@attrs.frozen(kw_only=True)
class Format:
    """How the texts of one format are read, written and added to.

    Attributes:
        suffixes: those of its files, the usual one first.
        parse: reads a text; what is wrong with it stands in the issues of the document.
        render: writes plain data; equal data give equal text.
        append: adds to a text the one record, of this id, of a small document; None where all is rewritten.
        holds_comments: tells whether writing over a text would lose comments.
        iter_lines: reads a file whose lines are entries of their own; None where a file is one document.
    """

    suffixes: tuple[str, ...]
    parse: _Parse
    render: Callable[[object], str]
    append: Callable[[str, Any, str], str | None]
    holds_comments: Callable[[str], bool]
    iter_lines: _IterLines | None

    @property
    def name(self) -> str:
        """The name of the format: its usual suffix, without the dot."""
        return self.suffixes[0].removeprefix(".")

    def read(self, text: str, *, file: str) -> Document:
        """Parse a text; should that raise, the document holds nothing but an issue that names the format."""
        try:
            return self.parse(text, file=file)
        except MissingExtra:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a format raises, its user gets no traceback
            found = TextIssues(Lines(text, file))
            found.add("GB003", 0, f"not readable as {self.name}: {type(error).__name__}: {error!s:.80}")
            return found.nothing()

    @property
    def in_lines(self) -> bool:
        """Whether each line of a file is an entry of its own."""
        return self.iter_lines is not None

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - the name that it had
        """The suffixes, under the name that they had."""
        warnings.warn("Format.SUFFIXES has moved: use suffixes", DeprecationWarning, stacklevel=2)
        return self.suffixes


def ended(text: str) -> str:
    """Return a text whose last line is ended, so that another can follow."""
    return text if text.endswith("\n") or not text else text + "\n"
