"""By which means a state consents to be bound by a treaty, and to whom, and when, it is open by them."""

from collections.abc import Iterable
from typing import Annotated, Literal

import attrs

from geobrief.constraint import Constrained, NonEmpty
from geobrief.values.convert import as_frozenset, as_names, as_optional_when
from geobrief.values.identifier import ActorCode
from geobrief.values.when import When

__all__ = ["Means", "OpenBy", "Opening"]

Means = Literal[
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal_confirmation",
    "consent_to_be_bound",
    "simplified_procedure",
    "ratification_ad_referendum",
]
"""How a state consents to be bound (VCLT 2(1)(b), 11, 14–16; VCSS 17, 22; VCLT-IO 14)."""

OpenBy = Literal["signature", Means]
"""By which act a treaty is open to a state."""


def _as_acts(value: Iterable[OpenBy]) -> frozenset[OpenBy]:
    return as_frozenset(value)


@attrs.frozen(kw_only=True, repr=False)
class Opening(Constrained):
    """To whom a treaty is open, by which means and when (VCLT 11, 15, 83).

    What was signed in time can be ratified, accepted or approved at any time (14).

    >>> late = Opening(to=["all_states"], means=["accession"], since="1970-03-05")
    >>> late.to, late.until
    (('all_states',), None)

    Attributes:
        to: who may join: all_states, groups of the treaty, organisations and their members, or states.
        means: by signature or which means of consent; left out, by all.
        since: the first day.
        until: the last day.
    """

    to: Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(converter=as_names)
    means: frozenset[OpenBy] = attrs.field(default=frozenset(), converter=_as_acts)
    since: When | None = attrs.field(default=None, converter=as_optional_when)
    until: When | None = attrs.field(default=None, converter=as_optional_when)
