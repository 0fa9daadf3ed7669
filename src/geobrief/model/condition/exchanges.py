"""Conditions on what the negotiating states do together: sign, exchange, notify (VCLT 12, 13, 16)."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import NonEmpty
from geobrief.model import wording
from geobrief.model.algebra import Asked, Condition
from geobrief.values.convert import as_tuple
from geobrief.values.identifier import ActorCode

__all__ = ["Exchange", "Notifications", "Signed"]


def _all_or_states(value: Iterable[str]) -> Literal["all"] | tuple[str, ...]:
    return "all" if value == "all" else as_tuple(value)


@attrs.frozen(repr=False)
class Signed(Condition):
    """Definitive signature by all, or by the states named (VCLT 12).

    >>> print(Signed(["PRK", "RUS"]))
    signature by North Korea and Russia

    Attributes:
        by: ``all`` who negotiated it, or the states named.
    """

    key: ClassVar[str] = "signature"
    primary: ClassVar[str | None] = "by"
    asks_for: ClassVar[Asked] = "signature"

    by: Literal["all"] | Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(
        default="all", converter=_all_or_states
    )

    def __str__(self) -> str:
        return "signature by all" if self.by == "all" else f"signature by {wording.states(self.by)}"


@attrs.frozen(repr=False)
class Exchange(Condition):
    """Exchange of instruments of ratification (VCLT 16(a)) or of notes (13).

    >>> print(Exchange())
    exchange of instruments of ratification

    Attributes:
        of: what is exchanged.
    """

    key: ClassVar[str] = "exchange"
    primary: ClassVar[str | None] = "of"
    asks_for: ClassVar[Asked] = "exchange"

    of: Literal["instruments", "notes"] = "instruments"

    def __str__(self) -> str:
        return "exchange of instruments of ratification" if self.of == "instruments" else "exchange of notes"


@attrs.frozen(repr=False)
class Notifications(Condition):
    """The last notification by all that domestic procedures are complete.

    >>> print(Notifications())
    receipt of the last notification

    Attributes:
        day: whether the day of receipt or of sending counts.
    """

    key: ClassVar[str] = "notifications"
    primary: ClassVar[str | None] = "day"
    asks_for: ClassVar[Asked] = "notification"

    day: Literal["received", "sent"] = "received"

    def __str__(self) -> str:
        return f"{'receipt' if self.day == 'received' else 'sending'} of the last notification"
