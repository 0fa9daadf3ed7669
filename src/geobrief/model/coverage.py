"""Coverage: how far the records claim to be complete; outside it, absence is not a no."""

from collections.abc import Iterable
from typing import Literal

import attrs

from geobrief.constraint import Constrained
from geobrief.values.convert import as_frozenset, as_optional_when
from geobrief.values.when import When

__all__ = ["ActKind", "Coverage"]

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
    """Which kinds of act are recorded without gap, and up to which day, that day included.

    >>> only_signing = Coverage(acts=["signature"], until="2024-11-12")
    >>> "ratification" in only_signing.acts  # so that none recorded does not mean none made
    False

    Attributes:
        acts: the kinds of act; left out, all kinds.
        until: the last day covered; left out, the ``as_of`` of the brief.
        covered: whether anything is covered at all; ``false`` makes every absence unknown.
    """

    acts: frozenset[ActKind] = attrs.field(default=frozenset(), converter=_as_act_kinds)
    until: When | None = attrs.field(default=None, converter=as_optional_when)
    covered: bool = True
