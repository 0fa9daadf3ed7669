"""Problems: what is wrong with a value, before it is known in which file it stands."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

import attrs

from geobrief.constraint.added_fields import GainsFields
from geobrief.errors import InvalidRecord
from geobrief.words import did_you_mean

__all__ = ["Invariant", "Problem", "Steps", "Unread", "path_text", "shortened"]

Steps: TypeAlias = tuple[str | int, ...]
"""The steps that lead to a value: names of fields and keys, numbers of members."""


def path_text(path: Iterable[str | int]) -> str:
    """Write a path as messages show it.

    >>> path_text(("treaties", "nato", "between", 1))
    'treaties.nato.between[1]'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


@attrs.frozen
class Problem(GainsFields):
    """One broken rule: where in the object, which rule, what would be right, and what was probably meant.

    >>> print(Problem(("by",), "GB203", "no actor is called 'DRK'", near=("PRK", "DDR")))
    by: no actor is called 'DRK'; did you mean 'PRK' or 'DDR'?
    """

    path: Steps
    code: str
    message: str
    value: object = None
    expected: str = ""
    hint: str = ""
    near: tuple[str, ...] = attrs.field(default=(), converter=tuple[str, ...])

    @property
    def said(self) -> str:
        """The message, and what was probably meant."""
        return self.message + did_you_mean(self.near)

    def under(self, *prefix: str | int) -> "Problem":
        """Move the problem below a longer path."""
        return attrs.evolve(self, path=(*prefix, *self.path))

    def __str__(self) -> str:
        return f"{path_text(self.path)}: {self.said}" if self.path else self.said


def Invariant(fields: str, message: str, code: str = "GB109") -> Problem:  # noqa: N802 - reads as a kind of problem
    """Describe fields of one object that contradict each other; the first is where it shows."""
    return Problem((fields,) if fields else (), code, message)


class Unread:
    """A value that its converter could not read, held until the check of its field says so.

    Thus the message names the field, and the other fields are checked as well.
    """

    __slots__ = ("error", "value")

    def __init__(self, value: object, error: InvalidRecord | TypeError) -> None:
        self.value = value
        self.error = error

    def problems(self) -> Iterator[Problem]:
        """Yield what the converter said."""
        if isinstance(self.error, TypeError):
            yield Problem((), "GB101", str(self.error), self.value)
            return
        is_whole = hasattr(self.error, "code")  # it speaks of the value, not of a field of it
        for each in self.error.problems:
            problem = each if isinstance(each, Problem) else Problem((), "GB105", str(each))
            about_all = is_whole or not problem.path
            yield attrs.evolve(problem, path=(), value=self.value) if about_all else problem


def shortened(value: object, limit: int = 60) -> str:
    """Show a value in a message, cut where it is long."""
    text = str(value) if isinstance(value, Fraction) else repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
