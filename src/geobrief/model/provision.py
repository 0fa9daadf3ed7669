"""Provisions: what a treaty obliges to, who owes it, and to whom."""

from typing import Literal

import attrs

from geobrief.constraint import Constrained, Passage, Text
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_names, as_optional_period
from geobrief.values.identifier import ActorCode
from geobrief.values.period import Period

__all__ = ["Provision", "ProvisionKind"]

ProvisionKind = Literal[
    "defense",
    "offense",
    "neutrality",
    "nonaggression",
    "consultation",
    "arms_limitation",
    "test_ban",
    "nonproliferation",
    "basing",
    "arms_transfer",
    "technology",
    "sanctions_opposition",
    "verification",
    "dispute_settlement",
    "cooperation",
    "other",
]
"""What a provision obliges to; the first five are those of the ATOP project."""


@attrs.frozen(kw_only=True, repr=False)
class Provision(Constrained):
    """An obligation that a treaty lays on some for the benefit of others.

    >>> aid = Provision(article="4", kind="defense", duty_of=["PRK", "RUS"],
    ...                 text="military and other assistance without delay")
    >>> aid.kind, aid.duty_of
    ('defense', ('PRK', 'RUS'))

    Attributes:
        article: the article.
        kind: what it obliges to.
        duty_of: who owes the duty; left out, every party.
        owed_to: to whom it is owed; left out, every other party.
        trigger: what sets it off, in words.
        text: its words, short.
        period: when it applies, where that is not as long as the treaty is in force.
        citations: where it is said.
    """

    article: Text | None = None
    kind: ProvisionKind
    duty_of: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    owed_to: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    trigger: Text | None = None
    text: Passage | None = None
    period: Period | None = attrs.field(default=None, converter=as_optional_period)
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)
