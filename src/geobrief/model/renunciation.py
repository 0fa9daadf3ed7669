"""Renunciations: a signatory makes clear that it will not become a party (VCLT 18(a))."""

from typing import ClassVar

import attrs

from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_when
from geobrief.values.when import When

__all__ = ["Renunciation"]


@attrs.frozen(kw_only=True, repr=False)
class Renunciation(StateAct):
    """A state declares that it does not intend to become a party (USA 2002, Russia 2016, and the ICC).

    It ends the interim obligation of article 18; the signature itself is not undone.

    >>> Renunciation(treaty="rome-statute", by="RUS", on="2016-11-16", received="2016-11-30").id
    'renunciation-rome-statute-rus'

    Attributes:
        on: the day it was declared.
        received: the day the depositary received it.
    """

    kind_name: ClassVar[str] = "renunciation"
    section: ClassVar[str] = "renunciations"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",), "day": ("on", "received")}
    done_on: ClassVar[tuple[str, ...]] = ("received", "on")
    further_days: ClassVar[tuple[str, ...]] = ()

    on: When | None = attrs.field(default=None, converter=as_optional_when)
    received: When | None = attrs.field(default=None, converter=as_optional_when)
