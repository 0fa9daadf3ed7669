"""Checks: rules for one value, written beside its type in ``Annotated[T, ...]``."""

import functools
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Annotated, Any, ClassVar

import attrs

from geobrief.constraint.problem import Problem, shortened

__all__ = [
    "Between",
    "Check",
    "KeyOf",
    "Mark",
    "NonEmpty",
    "Number",
    "OneLine",
    "Passage",
    "Pattern",
    "PositiveInt",
    "Refers",
    "Text",
    "broken",
]


class Mark:
    """What stands beside a type in ``Annotated[T, ...]``."""

    def __repr__(self) -> str:
        """Show all fields; one method for all kinds keeps imports short, on which attrs asks it often."""
        cls: Any = type(self)
        fields = [f"{field.name}={getattr(self, field.name)!r}" for field in cls.__attrs_attrs__]
        return f"{cls.__name__}({', '.join(fields)})"


@attrs.frozen(repr=False)
class Check(Mark):
    """A rule for one value; subclasses say what is expected and under which code.

    One without fields is equal to every other of its class.
    """

    code: ClassVar[str]

    @property
    def expected(self) -> str:
        """What a right value looks like, for a message."""
        raise NotImplementedError

    def allows(self, value: Any) -> bool:
        """Whether the value keeps the rule."""
        raise NotImplementedError

    @property
    def test(self) -> Callable[[Any], object]:
        """The quickest function that is true of a value that keeps the rule, and of no other."""
        return self.allows


@attrs.frozen(repr=False)
class Pattern(Check):
    r"""The whole text matches a regular expression (which must end in ``\Z``)."""

    code: ClassVar[str] = "GB105"
    form: str
    regex: str

    @property
    def expected(self) -> str:
        """The form in words."""
        return self.form

    def __attrs_post_init__(self) -> None:
        if not self.regex.endswith(r"\Z"):
            raise ValueError(rf"the pattern must end in \Z, got {self.regex!r}")

    def allows(self, value: str) -> bool:
        """Whether the text matches."""
        return _matcher(self.regex)(value) is not None

    @property
    def test(self) -> Callable[[str], object]:
        """The matching itself."""
        return _matcher(self.regex)


_TURNS_OR_ENDS_A_LINE = "(?s:.*)[\t\n\r\x85\u2028-\u202e\u2066-\u2069]"


@functools.cache
def _matcher(regex: str) -> Callable[[str], object]:
    """Compile a pattern when it is first needed, which keeps imports short."""
    return re.compile(regex).match


@attrs.frozen(repr=False)
class Between(Check):
    """A number within bounds, both included; a missing bound is open."""

    code: ClassVar[str] = "GB107"
    low: float | None = None
    high: float | None = None

    @property
    def expected(self) -> str:
        """The bounds in words."""
        if self.low is None:
            return f"a number up to {self.high}"
        if self.high is None:
            return f"a number from {self.low}"
        return f"a number from {self.low} to {self.high}"

    def allows(self, value: float | Fraction) -> bool:
        """Whether the number lies within the bounds."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class NonEmpty(Check):
    """A text that is not blank, or a collection with at least one member."""

    code: ClassVar[str] = "GB106"

    @property
    def expected(self) -> str:
        """What is asked for."""
        return "at least one value"

    def allows(self, value: str | Iterable[object]) -> bool:
        """Whether there is something in it."""
        return bool(value.strip()) if isinstance(value, str) else bool(value)


class OneLine(Check):
    """A text on one line that reads in the order in which it is written.

    Line ends, and the signs that turn the direction of writing (U+202A to U+202E, U+2066 to
    U+2069), would let a title forge whole lines of what is shown beside it.  Writing from
    right to left needs none of them.
    """

    code: ClassVar[str] = "GB016"

    @property
    def expected(self) -> str:
        """What is asked for."""
        return "one line, without signs that turn the direction of writing"

    def allows(self, value: str) -> bool:
        """Whether nothing ends the line or turns its direction."""
        return value.isprintable() or not _matcher(_TURNS_OR_ENDS_A_LINE)(value)


@attrs.frozen(repr=False)
class Refers(Mark):
    """The text is the id of a record of one of these kinds, or of any kind where empty.

    ``source`` and ``actor`` are namespaces of their own.  It is a mark, not a check:
    whether the reference resolves is asked of a whole brief.
    """

    to: tuple[str, ...] = ()


class KeyOf(str):
    """The name of a mapping of the treaty: the text is a key of it, or the name of what needs no entry there.

    It is a mark, as `Refers` is.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Show that it is a mark."""
        return f"KeyOf({str(self)!r})"


Text = Annotated[str, NonEmpty(), OneLine()]
"""A text of one line."""
Passage = Annotated[str, NonEmpty()]
"""A text of one line or several."""
Number = int | float
PositiveInt = Annotated[int, Between(1, None)]


def broken(rule: Check, value: object) -> Problem:
    """Describe a value that breaks a rule."""
    return Problem(
        (),
        rule.code,
        f"expected {rule.expected}, got {shortened(value)}",
        value,
        rule.expected,
    )
