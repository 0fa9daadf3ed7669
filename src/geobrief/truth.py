"""Three-valued truth: what the records decide, and what they leave open.

``Truth`` follows Kleene's strong logic.  ``UNKNOWN`` is not a third fact about the
world: it says that the records do not decide.
"""

import enum
from collections.abc import Iterable

from geobrief.errors import InvalidArgument, Undetermined

__all__ = ["Truth"]


class Truth(enum.Enum):
    """Yes, no, or not decided by the records.

    ``bool()`` of ``UNKNOWN`` raises `Undetermined`, so that an open question never
    passes for a no.

    >>> Truth.YES & Truth.UNKNOWN
    <Truth.UNKNOWN: 'unknown'>
    >>> Truth.NO & Truth.UNKNOWN
    <Truth.NO: 'no'>
    >>> ~Truth.YES
    <Truth.NO: 'no'>
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":  # noqa: FBT001 - a conversion
        """Turn ``True``, ``False`` or ``None`` (undecided) into a Truth.

        >>> Truth.of(None)
        <Truth.UNKNOWN: 'unknown'>
        """
        if value is None:
            return cls.UNKNOWN
        return cls.YES if value else cls.NO

    @classmethod
    def among(cls, possible: "Iterable[bool]") -> "Truth":
        """Tell what holds in all possible worlds, given what holds in each.

        >>> Truth.among([True, True]), Truth.among([True, False])
        (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
        """
        seen = set(possible)
        if not seen:
            raise InvalidArgument("no possible world was given")
        return cls.UNKNOWN if len(seen) > 1 else cls.of(seen.pop())

    @property
    def is_yes(self) -> bool:
        """Whether the records decide for yes."""
        return self is Truth.YES

    @property
    def is_no(self) -> bool:
        """Whether the records decide for no."""
        return self is Truth.NO

    @property
    def is_unknown(self) -> bool:
        """Whether the records leave the question open."""
        return self is Truth.UNKNOWN

    def __bool__(self) -> bool:
        if self is Truth.UNKNOWN:
            raise Undetermined("the records do not decide this; ask .is_yes, .is_no or .is_unknown")
        return self is Truth.YES

    def __and__(self, other: "Truth") -> "Truth":
        if not isinstance(other, Truth):
            return NotImplemented
        if self is Truth.NO or other is Truth.NO:
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: "Truth") -> "Truth":
        if not isinstance(other, Truth):
            return NotImplemented
        if self is Truth.YES or other is Truth.YES:
            return Truth.YES
        return Truth.NO if self is other is Truth.NO else Truth.UNKNOWN

    def __invert__(self) -> "Truth":
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    __hash__ = object.__hash__  # there is one object of each; that of Enum is slower

    def __str__(self) -> str:
        return self.value
