"""Statements: what somebody said, where and when."""

from collections.abc import Iterable
from typing import ClassVar, Literal

import attrs

from geobrief.constraint import Invariant, Passage, Problem, Text
from geobrief.model.record import Record
from geobrief.values.convert import as_names, as_optional_when
from geobrief.values.identifier import ActorCode, Subject
from geobrief.values.when import When

__all__ = ["Statement", "StatementKind"]

StatementKind = Literal[
    "remark", "announcement", "endorsement", "claim_of_responsibility", "threat", "promise"
]
"""What the speaker does by saying it."""


@attrs.frozen(kw_only=True, repr=False)
class Statement(Record):
    """Words that an actor said; that they were said does not make them true.

    Raises `InvalidRecord` where neither its ``quote`` nor its ``text`` is given.

    >>> Statement(id="putin-breakthrough-2024-06-19", speaker="putin", kind="remark", on="2024-06-19",
    ...           quote="breakthrough document", about=["dprk-russia-partnership"]).about
    ('dprk-russia-partnership',)

    Attributes:
        speaker: who spoke.
        kind: what the speaker does by saying it.
        on: the day.
        venue: where.
        quote: the words, short.
        text: what was said, in other words.
        about: the records or actors that it is about.
    """

    kind_name: ClassVar[str] = "statement"
    section: ClassVar[str] = "statements"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("speaker",), "day": ("on",)}

    speaker: ActorCode
    kind: StatementKind | None = None
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    venue: Text | None = None
    quote: Passage | None = None
    text: Passage | None = None
    about: tuple[Subject, ...] = attrs.field(default=(), converter=as_names)

    def _invariants(self) -> Iterable[Problem]:
        if self.quote is None and self.text is None:
            yield Invariant("quote", "a statement needs a quote or a text")
