"""Suspensions: performance stops, the treaty stays (VCLT 57, 58, 60–62, 72)."""

from typing import ClassVar

import attrs

from geobrief.constraint import Text
from geobrief.model.act import StateAct
from geobrief.model.termination import Basis
from geobrief.values.convert import as_names, as_optional_when
from geobrief.values.identifier import ActorCode
from geobrief.values.when import When

__all__ = ["Suspension"]


@attrs.frozen(kw_only=True, repr=False)
class Suspension(StateAct):
    """A state suspends the operation of a treaty, towards some parties or all.

    The treaty remains in force and the state remains a party; what stops is performance.

    >>> stopped = Suspension(treaty="new-start", by="RUS", notified="2023-02-28")
    >>> stopped.towards, stopped.ended  # towards all parties, and lasting
    ((), None)

    Attributes:
        towards: the parties towards which; left out, all.
        notified: the day it was notified.
        received: the day on which notice was received, which counts before that of notice.
        effective: the first day of suspension, where that is not the day of notice.
        ended: the first day on which performance resumed.
        basis: the basis claimed.
        ground: the ground in words.
    """

    kind_name: ClassVar[str] = "suspension"
    section: ClassVar[str] = "suspensions"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("by",),
        "against": ("towards",),
        "day": ("notified", "received", "effective"),
    }
    done_on: ClassVar[tuple[str, ...]] = ("received", "notified", "effective")
    further_days: ClassVar[tuple[str, ...]] = ("effective", "ended")

    towards: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    notified: When | None = attrs.field(default=None, converter=as_optional_when)
    received: When | None = attrs.field(default=None, converter=as_optional_when)
    effective: When | None = attrs.field(default=None, converter=as_optional_when)
    ended: When | None = attrs.field(default=None, converter=as_optional_when)
    basis: Basis | None = None
    ground: Text | None = None
