"""Problems: what is wrong with a value, before it is known in which file it stands."""

import attrs

__all__ = ["Invariant", "Problem", "shortened"]


@attrs.frozen
class Problem:
    """One broken rule: where in the object, which rule, and what would be right."""

    path: tuple[str | int, ...]
    code: str
    message: str
    value: object = None
    expected: str = ""

    def under(self, *prefix: str | int) -> "Problem":
        """Move the problem below a longer path."""
        return attrs.evolve(self, path=(*prefix, *self.path))

    def __str__(self) -> str:
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return f"{place.lstrip('.')}: {self.message}" if place else self.message


def Invariant(fields: str, message: str, code: str = "GB109") -> Problem:  # noqa: N802 - reads as a kind of problem
    """Describe fields of one object that contradict each other; the first is where it shows."""
    return Problem((fields,) if fields else (), code, message)


def shortened(value: object, limit: int = 60) -> str:
    """Show a value in a message, cut where it is long."""
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
