"""The exceptions of geobrief: one root, and every leaf is also a builtin.

Faults of *data* are not exceptions but Issues (see `geobrief.issue`); an exception
says that a call cannot give a result at all.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geobrief.issue import Report

__all__ = [
    "FileBusy",
    "GeobriefError",
    "InvalidArgument",
    "InvalidBrief",
    "InvalidRecord",
    "MissingExtra",
    "NotFound",
    "Undetermined",
    "UnknownFormat",
    "WouldLoseComments",
]


class GeobriefError(Exception):
    """Root of all exceptions that geobrief raises on purpose.

    >>> from geobrief import When
    >>> try:
    ...     When("soon")
    ... except GeobriefError as error:
    ...     print(isinstance(error, ValueError))
    True
    """


class InvalidRecord(GeobriefError, ValueError):
    """A value or record breaks a rule that its class declares.

    ``problems`` lists every broken rule, each as ``field: what is wrong``.

    >>> error = InvalidRecord("When", ["text: expected an EDTF date, got 'soon'"])
    >>> print(error)
    When: text: expected an EDTF date, got 'soon'
    """

    def __init__(self, kind: str, problems: Sequence[object]) -> None:
        super().__init__(kind, tuple(problems))
        self.kind = kind
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return f"{self.kind}: " + "; ".join(map(str, self.problems))


class InvalidBrief(GeobriefError, ValueError):
    """A file cannot be read as a brief; ``report`` lists every problem in it.

    >>> from geobrief import loads
    >>> try:
    ...     loads("{geobrief: 1, title: A pact, as_of: soon}")
    ... except InvalidBrief as error:
    ...     print(error.report.codes)
    ('GB301',)
    """

    def __init__(self, report: "Report") -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return str(self.report)


class InvalidArgument(GeobriefError, ValueError):
    """An argument of a call is of the right type and none of the values that the call can take.

    >>> from geobrief import actors
    >>> try:
    ...     actors.find(2, "nato")
    ... except InvalidArgument as error:
    ...     print(error)
    expected one of iso3, iso2, iso3166-3, cow, gw, name, got 'nato'
    """


class NotFound(GeobriefError, LookupError):
    """Nothing is recorded under the name that was asked for.

    The message names the nearest names that exist.

    >>> from geobrief import example
    >>> example("ctbtt")
    Traceback (most recent call last):
    ...
    geobrief.errors.NotFound: no example is called 'ctbtt'; did you mean 'ctbt'?; ...
    """

    def __init__(self, message: str, hint: str | Callable[[], str] = "") -> None:
        super().__init__(message)
        self.message = message
        self._hint = hint

    @property
    def hint(self) -> str:
        """What was probably meant, looked for only when it is read: a caller may not want to know."""
        if not isinstance(self._hint, str):
            self._hint = self._hint()
        return self._hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.hint)


class Undetermined(GeobriefError, ValueError):
    """The records do not decide the question, so there is no ``True`` or ``False``.

    `bool` and ``len`` raise it rather than guess; ask ``answer.is_yes`` or ``answer.is_unknown`` instead.

    >>> from geobrief import Truth
    >>> bool(Truth.UNKNOWN)
    Traceback (most recent call last):
    ...
    geobrief.errors.Undetermined: ...
    """


class UnknownFormat(GeobriefError, ValueError):
    """The suffix or name given is none of the formats that geobrief reads and writes.

    >>> from geobrief import Signature, dumps
    >>> dumps(Signature(treaty="ctbt", by="USA"), format="xlsx")
    Traceback (most recent call last):
    ...
    geobrief.errors.UnknownFormat: unknown format 'xlsx', expected one of yaml, yml, json, jsonl, ndjson, toml
    """


class WouldLoseComments(GeobriefError, ValueError):
    """A file that holds comments was about to be overwritten with text that has none.

    >>> print(WouldLoseComments("notes.yaml"))
    'notes.yaml' holds comments, which writing would lose; pass overwrite=True to write all the same
    """

    def __init__(self, file: str, hint: str = "pass overwrite=True to write all the same") -> None:
        super().__init__(file, hint)
        self.file = file
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.file!r} holds comments, which writing would lose; {self.hint}"


class FileBusy(GeobriefError, TimeoutError):
    """Other processes kept writing a file for as long as the call was willing to wait.

    >>> print(FileBusy("notes.yaml", 30))
    'notes.yaml' is being written by another process, for more than 30 s; nothing was changed
    """

    def __init__(self, file: str, seconds: float) -> None:
        super().__init__(file, seconds)
        self.file = file
        self.seconds = seconds

    def __str__(self) -> str:
        return (
            f"{self.file!r} is being written by another process, for more than {self.seconds:g} s; "
            "nothing was changed"
        )


class MissingExtra(GeobriefError, ImportError):
    """A part of geobrief needs an optional dependency that is not installed.

    >>> print(MissingExtra("cli", "rich"))
    this needs rich; install it with: pip install 'geobrief[cli]'
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra = extra
        self.package = package

    def __str__(self) -> str:
        return f"this needs {self.package}; install it with: pip install 'geobrief[{self.extra}]'"
