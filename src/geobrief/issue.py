"""Issues and reports: the one currency for anything wrong with data.

An `Issue` is a value: reporters render it, tests compare it.  Its code is stable and
listed in `geobrief.codes`; its message is not.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import attrs

from geobrief.words import visible

__all__ = ["Issue", "Location", "Report", "Severity"]

Severity = Literal["error", "warning"]


@attrs.frozen
class Location:
    """A place in a file: 1-based line and column, counted in code points.

    >>> print(Location("a.yaml", 3, 7))
    a.yaml:3:7
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@attrs.frozen(kw_only=True)
class Issue:
    """One thing wrong with data: what, where, and what to do about it.

    ``path`` leads to the value inside its document (``treaties.nato.between[1]``);
    ``value`` and ``expected`` are texts for a person, empty where they say nothing.

    >>> print(Issue(code="GB102", path="treaties.nato.titel", message="unknown key 'titel'",
    ...             hint="did you mean 'title'?"))
    GB102 error: unknown key 'titel' (treaties.nato.titel); did you mean 'title'?
    """

    code: str
    message: str
    severity: Severity = "error"
    path: str = ""
    value: str = ""
    expected: str = ""
    hint: str = ""
    location: Location | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order by file, line, column, code, then path and message."""
        at = self.location or Location("", 0, 0)
        return (at.file, at.line, at.column, self.code, self.path, self.message)

    @property
    def parts(self) -> tuple[str, str, str]:
        """What its one line is made of: where, which code and how serious, and what.

        >>> Issue(code="GB401", message="no citation", severity="warning").parts
        ('', 'GB401 warning', 'no citation')
        """
        where = str(self.location) if self.location else ""
        path = f" ({self.path})" if self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        return visible(where), f"{self.code} {self.severity}", visible(f"{self.message}{path}{hint}")

    def __str__(self) -> str:
        where, mark, told = self.parts
        return f"{where}: {mark}: {told}" if where else f"{mark}: {told}"


def _sorted_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: issue.sort_key))


@attrs.frozen
class Report:
    """Every issue found in one look at some data, in the order of the files.

    >>> report = Report([Issue(code="GB401", message="no citation", severity="warning")])
    >>> report.ok, len(report), report.codes
    (True, 1, ('GB401',))
    """

    issues: tuple[Issue, ...] = attrs.field(default=(), converter=_sorted_issues)

    @property
    def ok(self) -> bool:
        """Whether there is no error (warnings are allowed)."""
        return not self.errors

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that make the data wrong."""
        return self._where(lambda issue: issue.severity == "error")

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """The issues that a reader should look at."""
        return self._where(lambda issue: issue.severity == "warning")

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of each issue, in order, repeated as often as it occurs."""
        return tuple(issue.code for issue in self.issues)

    def _where(self, keep: Callable[[Issue], bool]) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if keep(issue))

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def __len__(self) -> int:
        return len(self.issues)

    def __str__(self) -> str:
        return "\n".join(map(str, self.issues)) or "no problems"
