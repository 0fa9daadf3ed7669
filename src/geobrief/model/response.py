"""Responses: what the accused said, or did not say."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import NonEmpty, Passage, Refers, Text
from geobrief.model.record import Record
from geobrief.values.convert import as_frozenset, as_optional_when
from geobrief.values.identifier import SLUG, ActorCode
from geobrief.values.when import When

__all__ = ["AccusationId", "Response", "ResponseKind"]

ResponseKind = Literal["denied", "admitted", "evaded", "silence", "counter_accused"]
"""How an actor responds; "did not answer directly" is evaded, not denied."""

AccusationId = Annotated[str, SLUG, Refers(("accusation",))]
"""The id of an accusation of the brief."""


def _as_response_kinds(value: Iterable[ResponseKind]) -> frozenset[ResponseKind]:
    return as_frozenset(value)


@attrs.frozen(kw_only=True, repr=False)
class Response(Record):
    """An accused actor responds to an accusation; several kinds can hold at once.

    Asked about the troops, he neither confirmed nor denied, and accused others instead:

    >>> answer = Response(id="putin-evades-2024-10-24", to="kor-accuses-prk-deployment", by="RUS",
    ...                   kinds=["evaded", "counter_accused"], speaker="putin", on="2024-10-24")
    >>> sorted(answer.kinds), "denied" in answer.kinds
    (['counter_accused', 'evaded'], False)

    Attributes:
        to: the accusation.
        by: who responds.
        on: the day.
        kinds: how it responds.
        quote: its words, short.
        venue: where it was said.
        speaker: the person who spoke.
    """

    kind_name: ClassVar[str] = "response"
    section: ClassVar[str] = "responses"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",), "day": ("on",)}

    to: AccusationId
    by: ActorCode
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    kinds: Annotated[frozenset[ResponseKind], NonEmpty()] = attrs.field(converter=_as_response_kinds)
    quote: Passage | None = None
    venue: Text | None = None
    speaker: ActorCode | None = None
