"""Terminations: the end of a treaty for all (VCLT 54, 59–62)."""

from typing import ClassVar, Literal

import attrs

from geobrief.constraint import Text
from geobrief.model.act import JointAct
from geobrief.values.convert import as_optional_when
from geobrief.values.when import When

__all__ = ["Basis", "Termination"]

Basis = Literal[
    "treaty_provision",
    "consent_of_all",
    "later_treaty",
    "breach",
    "impossibility",
    "changed_circumstances",
    "other",
]
"""The legal basis that is claimed; geobrief records it and does not judge it."""


@attrs.frozen(kw_only=True, repr=False)
class Termination(JointAct):
    """The parties end a treaty, for all or, where only some agree, among themselves (VCLT 54, 41).

    >>> end = Termination(treaty="warsaw-pact", on="1991-07-01", basis="consent_of_all")
    >>> end.between, end.basis  # by all parties
    ((), 'consent_of_all')

    Attributes:
        on: the day it was agreed or declared.
        effective: the first day on which the treaty is out of force, where that is not the day of agreement.
        basis: the basis claimed.
        ground: the ground in words.
    """

    kind_name: ClassVar[str] = "termination"
    section: ClassVar[str] = "terminations"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",), "day": ("on", "effective")}
    done_on: ClassVar[tuple[str, ...]] = ("on", "effective")
    further_days: ClassVar[tuple[str, ...]] = ("effective",)

    on: When | None = attrs.field(default=None, converter=as_optional_when)
    effective: When | None = attrs.field(default=None, converter=as_optional_when)
    basis: Basis | None = None
    ground: Text | None = None
