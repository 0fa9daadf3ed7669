"""Provisional application: a treaty applied before it is in force (VCLT 25)."""

from typing import ClassVar

import attrs

from geobrief.constraint import Text
from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_when
from geobrief.values.when import When

__all__ = ["ProvisionalApplication"]


@attrs.frozen(kw_only=True, repr=False)
class ProvisionalApplication(StateAct):
    """A state applies a treaty, or a part of it, provisionally, ceases to, or declares that it does not.

    It ends when the treaty enters into force for that state, or on notice that the state
    will not become a party.

    >>> act = ProvisionalApplication(treaty="chemical-weapons-convention", by="SYR", since="2013-09-14")
    >>> act.since, act.part  # the whole of it
    (When('2013-09-14'), None)

    Attributes:
        received: the day on which the depositary received the notice.
        since: the first day.
        declined: the day on which it declared that it does not apply it.
        ended: the first day after its end, where a notice ended it.
        part: the part that is applied; left out, the whole.
    """

    kind_name: ClassVar[str] = "provisional_application"
    section: ClassVar[str] = "provisional_applications"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("by",),
        "day": ("received", "since", "declined", "ended"),
    }
    done_on: ClassVar[tuple[str, ...]] = ("received", "since", "declined", "ended")
    further_days: ClassVar[tuple[str, ...]] = ("since", "declined", "ended")

    received: When | None = attrs.field(default=None, converter=as_optional_when)
    since: When | None = attrs.field(default=None, converter=as_optional_when)
    declined: When | None = attrs.field(default=None, converter=as_optional_when)
    ended: When | None = attrs.field(default=None, converter=as_optional_when)
    part: Text | None = None
