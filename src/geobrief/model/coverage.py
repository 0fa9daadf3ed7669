"""Coverage: how far the records claim to be complete; outside it, absence is not a no."""

from collections.abc import Iterable
from typing import Annotated, Literal, TypeAlias

import attrs

from geobrief.constraint import Constrained, Invariant, NonEmpty, Problem
from geobrief.values.convert import as_frozenset, as_optional_when, as_tuple
from geobrief.values.when import When

__all__ = ["ActKind", "Coverage", "Coverages", "as_coverages", "as_optional_coverages"]

ActKind = Literal[
    "signature",
    "ratification",
    "instrument_exchange",
    "note_exchange",
    "withdrawal",
    "termination",
    "extension",
    "suspension",
    "renunciation",
    "objection",
    "provisional_application",
]
"""A kind of act on a treaty."""


def _as_act_kinds(value: Iterable[ActKind]) -> frozenset[ActKind]:
    return as_frozenset(value)


@attrs.frozen(kw_only=True, repr=False)
class Coverage(Constrained):
    """Which kinds of act are recorded without gap, and of which days, the first and the last included.

    What counts is the day on which an act is done.  Several coverages stand for days that differ: what one
    of them covers is covered.

    >>> only_signing = Coverage(acts=["signature"], until="2024-11-12")
    >>> "ratification" in only_signing.acts  # so that none recorded does not mean none made
    False

    >>> recent = [Coverage(until="1979-12-31", covered=False), Coverage(since="1980-01-01")]

    Attributes:
        acts: the kinds of act; left out, all kinds.
        since: the first day covered; left out, from the beginning.
        until: the last day covered; left out, the ``as_of`` of the brief.
        covered: whether anything is covered at all; ``false`` makes every absence unknown.
    """

    acts: frozenset[ActKind] = attrs.field(default=frozenset(), converter=_as_act_kinds)
    since: When | None = attrs.field(default=None, converter=as_optional_when)
    until: When | None = attrs.field(default=None, converter=as_optional_when)
    covered: bool = True

    def _invariants(self) -> Iterable[Problem]:
        if self.since is not None and self.until is not None and self.since.after(self.until).is_yes:
            yield Invariant("since", "the first day covered is after the last")


Coverages: TypeAlias = Coverage | Annotated[tuple[Coverage, ...], NonEmpty()]
"""One coverage, or several for days that differ."""


def as_coverages(value: "Coverage | Iterable[Coverage]") -> Coverages:
    """Turn any iterable of coverages into a tuple; one alone stays, or becomes, that one."""
    several = value if isinstance(value, Coverage) else as_tuple(value)
    return several[0] if isinstance(several, tuple) and len(several) == 1 else several


def as_optional_coverages(value: "Coverage | Iterable[Coverage] | None") -> Coverages | None:
    """Turn any iterable of coverages into a tuple, or into its only one; None stays."""
    return None if value is None else as_coverages(value)
