"""Findings: what a body that is neither side concludes about a record."""

from typing import ClassVar, Literal

import attrs

from geobrief.constraint import Passage
from geobrief.model.record import Record
from geobrief.values.convert import as_optional_when
from geobrief.values.identifier import ActorCode, RecordId
from geobrief.values.when import When

__all__ = ["Finding", "Verdict"]

Verdict = Literal["confirmed", "refuted", "inconclusive"]
"""What a body found."""


@attrs.frozen(kw_only=True, repr=False)
class Finding(Record):
    """A body concludes whether an allegation or a reported event holds.

    What the accuser or the accused says is no finding, however often it is repeated.

    >>> Finding(id="un-mission-ghouta", about="ghouta-2013-08-21", by="un", on="2013-09-16",
    ...         verdict="confirmed", text="sarin was used").verdict
    'confirmed'

    Attributes:
        about: the record it is about.
        by: the body.
        verdict: what it found.
        on: the day.
        text: the finding in words, short.
    """

    kind_name: ClassVar[str] = "finding"
    section: ClassVar[str] = "findings"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",), "day": ("on",)}

    about: RecordId
    by: ActorCode
    verdict: Verdict
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    text: Passage | None = None
