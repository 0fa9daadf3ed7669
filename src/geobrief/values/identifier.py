"""Identifiers: the names under which records, sources and actors are kept.

An id is a lower-case slug.  A state goes by its ISO 3166-1 alpha-3 code (former
states by the code they had, or ``cow-300``); every other actor by a slug.
"""

from typing import Annotated

from geobrief.constraint import KeyOf, Pattern, Refers

__all__ = [
    "ActorCode",
    "GroupName",
    "Language",
    "RecordId",
    "Slug",
    "SourceId",
    "Subject",
    "TreatyId",
    "WeightsName",
]

SLUG = Pattern("a lower-case id such as 'hwasong-19-2024-10-31'", r"[a-z0-9]+(?:[-._][a-z0-9]+)*\Z")
ACTOR = Pattern(
    "an ISO 3166-1 alpha-3 code such as 'PRK', or a lower-case id such as 'nato'",
    r"(?:[A-Z]{3}|[a-z0-9]+(?:[-._][a-z0-9]+)*)\Z",
)
SUBJECT = Pattern("the id of a record or the code of an actor", ACTOR.regex)

Slug = Annotated[str, SLUG]
"""A lower-case name in a file: letters and digits joined by ``-``, ``.`` or ``_``."""

ActorCode = Annotated[str, ACTOR, Refers(("actor",))]
"""The code of a state, or the id of an organisation or of an actor declared in the brief."""

SourceId = Annotated[str, SLUG, Refers(("source",))]
"""The id of a source listed in the brief."""

RecordId = Annotated[str, SLUG, Refers()]
"""The id of any record of the brief."""

TreatyId = Annotated[str, SLUG, Refers(("treaty",))]
"""The id of a treaty of the brief."""

Subject = Annotated[str, SUBJECT, Refers(("actor", "record"))]
"""The code of an actor or the id of a record."""

GroupName = Annotated[str, SLUG, KeyOf("groups")]
"""The name of a group of the treaty, an organisation, or a set that the law knows."""

WeightsName = Annotated[str, SLUG, KeyOf("weights")]
"""The name of a table of weights of the treaty."""

Language = Annotated[
    str, Pattern("a BCP 47 language tag such as 'ko' or 'zh-Hans'", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
]
"""A BCP 47 language tag."""
