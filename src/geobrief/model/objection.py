"""Objections to reservations (VCLT 20(4)(b), 20(5), 21(3), 22)."""

from typing import ClassVar

import attrs

from geobrief.constraint import Passage
from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_when
from geobrief.values.identifier import ActorCode
from geobrief.values.when import When

__all__ = ["Objection"]


@attrs.frozen(kw_only=True, repr=False)
class Objection(StateAct):
    """A state objects to the reservation of another.

    The treaty stays in force between the two unless the objector definitely says that it
    does not (``precludes_entry``).

    >>> Objection(treaty="genocide-convention", by="NLD", to="BGR", on="1966-06-20", precludes_entry=True).id
    'objection-genocide-convention-nld-bgr'

    Attributes:
        to: the state that made the reservation.
        on: the day of the objection.
        received: the day on which the depositary received it, which counts before that of the objection.
        precludes_entry: whether the objector keeps the treaty out of force between the two.
        withdrawn: the day it was withdrawn.
        text: its words, short.
    """

    kind_name: ClassVar[str] = "objection"
    section: ClassVar[str] = "objections"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("by",),
        "against": ("to",),
        "day": ("on", "received"),
    }
    done_on: ClassVar[tuple[str, ...]] = ("received", "on")
    further_days: ClassVar[tuple[str, ...]] = ("withdrawn",)

    to: ActorCode
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    received: When | None = attrs.field(default=None, converter=as_optional_when)
    precludes_entry: bool = False
    withdrawn: When | None = attrs.field(default=None, converter=as_optional_when)
    text: Passage | None = None

    def _natural_key(self) -> tuple[str, ...]:
        return (str(self.by), str(self.to))
