"""Conditions on days: one that is fixed or agreed, or the end of a time in which too few object."""

from datetime import date
from typing import ClassVar, Literal

import attrs

from geobrief.model import wording
from geobrief.model.algebra import Asked, Condition
from geobrief.values.convert import as_delay, as_when
from geobrief.values.delay import Delay
from geobrief.values.exact import Proportion, as_optional_exact
from geobrief.values.identifier import WeightsName
from geobrief.values.when import When

__all__ = ["Agreed", "NoObjections", "OnDate"]


@attrs.frozen(repr=False)
class OnDate(Condition):
    """A fixed day.

    >>> print(OnDate("1994-11-16"))
    1994-11-16

    Attributes:
        on: the day.
    """

    key: ClassVar[str] = "date"
    primary: ClassVar[str | None] = "on"
    asks_for: ClassVar[Asked] = "day"

    on: When = attrs.field(converter=as_when)

    @property
    def preposition(self) -> str:
        """The word that a day takes."""
        return "on"

    def __str__(self) -> str:
        return str(self.on)


def _open_or_when(value: str | date | When) -> Literal["open"] | When:
    return "open" if value == "open" else as_when(value)


@attrs.frozen(repr=False)
class Agreed(Condition):
    """A day on which the negotiating states agree (VCLT 24(1)).

    >>> print(Agreed())
    agreement of the negotiating states

    Attributes:
        on: the day agreed, or ``open`` while none is recorded.
    """

    key: ClassVar[str] = "agreed"
    primary: ClassVar[str | None] = "on"
    asks_for: ClassVar[Asked] = "day"

    on: Literal["open"] | When = attrs.field(default="open", converter=_open_or_when)

    @property
    def preposition(self) -> str:
        """The word that a day takes, once there is one."""
        return "upon" if self.on == "open" else "on"

    def __str__(self) -> str:
        return "agreement of the negotiating states" if self.on == "open" else f"{self.on}, as agreed"


@attrs.frozen(kw_only=True, repr=False)
class NoObjections(Condition):
    """Tacit acceptance: too few object within a time (MARPOL annexes, International Health Regulations).

    The condition is met at the end of the time, unless as many as the fraction objected.

    >>> print(NoObjections(within="10 months", fraction="1/3"))
    10 months without objection by 1/3 of the parties

    Attributes:
        within: how long the parties have, counted from adoption.
        fraction: the fraction of the parties whose objection stops it; left out, any one does.
        weights: a table of weights of which objectors must not carry the fraction either.
    """

    key: ClassVar[str] = "no_objections"
    asks_for: ClassVar[Asked] = "silence"

    within: Delay = attrs.field(converter=as_delay)
    fraction: Proportion | None = attrs.field(default=None, converter=as_optional_exact)
    weights: WeightsName | None = None

    @property
    def preposition(self) -> str:
        """The word that a time takes."""
        return "after"

    def __str__(self) -> str:
        who = "a party" if self.fraction is None else f"{wording.share(self.fraction)} of the parties"
        return f"{self.within} without objection by {who}"
