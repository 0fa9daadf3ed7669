"""Problems: what is wrong with a value, before it is known in which file it stands."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from geobrief.errors import InvalidRecord

__all__ = ["Invariant", "Problem", "Unread", "shortened"]


@attrs.frozen
class Problem:
    """One broken rule: where in the object, which rule, and what would be right."""

    path: tuple[str | int, ...]
    code: str
    message: str
    value: object = None
    expected: str = ""
    hint: str = ""

    def under(self, *prefix: str | int) -> "Problem":
        """Move the problem below a longer path."""
        return attrs.evolve(self, path=(*prefix, *self.path))

    def __str__(self) -> str:
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return f"{place.lstrip('.')}: {self.message}" if place else self.message


def Invariant(fields: str, message: str, code: str = "GB109") -> Problem:  # noqa: N802 - reads as a kind of problem
    """Describe fields of one object that contradict each other; the first is where it shows."""
    return Problem((fields,) if fields else (), code, message)


@attrs.frozen
class Unread:
    """A value that its converter could not read, held until the check of its field says so.

    Thus the message names the field, and the other fields are checked as well.
    """

    value: object
    error: InvalidRecord | TypeError

    def problems(self) -> Iterator[Problem]:
        """Yield what the converter said."""
        if isinstance(self.error, TypeError):
            yield Problem((), "GB101", str(self.error), self.value)
            return
        code = getattr(self.error, "code", "GB105")
        for problem in self.error.problems:
            if isinstance(problem, Problem):
                yield problem
            else:
                yield Problem((), code, str(problem).removeprefix("text: "), self.value)


def shortened(value: object, limit: int = 60) -> str:
    """Show a value in a message, cut where it is long."""
    text = str(value) if isinstance(value, Fraction) else repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
