"""Sources: where statements come from, and how far each can be relied on.

Reliability (of the source, A to F) is the first axis of the Admiralty or NATO system (STANAG 2511);
the second, credibility, is that of a cited piece of information.  ``F`` means "cannot be judged":
it is not the middle of a scale, and the axes are never averaged.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, Literal, cast

import attrs

from geobrief.constraint import Constrained, Passage, Pattern, Text
from geobrief.errors import InvalidArgument
from geobrief.values.citation import Citation
from geobrief.values.convert import as_names, as_optional_when
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import ActorCode, Language, SourceId
from geobrief.values.when import When

__all__ = [
    "RELIABILITY",
    "Reliability",
    "Source",
    "SourceKind",
    "admiralty",
    "parse_admiralty",
]

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How far a source can be relied on (Admiralty system).

====  ============================  ====================================================
code  term                          meaning
====  ============================  ====================================================
A     completely reliable           no doubt about authenticity, trustworthiness or
                                    competence; a history of complete reliability
B     usually reliable              minor doubt; mostly valid information in the past
C     fairly reliable               some doubt; valid information in the past
D     not usually reliable          significant doubt, but valid information at times
E     unreliable                    lacks authenticity, trustworthiness and competence;
                                    a history of invalid information
F     reliability cannot be judged  no basis on which to judge; not a middle grade
====  ============================  ====================================================
"""

RELIABILITY: Final[dict[Reliability, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

SourceKind = Literal[
    "news",
    "official_statement",
    "anonymous_official",
    "legal_document",
    "treaty_collection",
    "dataset",
    "imagery",
    "technical_report",
    "academic",
    "intelligence_assessment",
    "social_media",
    "interview",
    "archive",
    "other",
]
"""What sort of source it is."""

Url = Annotated[str, Pattern("an absolute URL", r"[a-z][a-z0-9+.-]*://[^\s]+\Z")]
"""An absolute URL."""


@attrs.frozen(kw_only=True, repr=False)
class Source(Constrained):
    """Something that says something: an article, a decree, a data set, an image.

    Two sources are independent when their publishers differ and neither derives from
    the other, followed to the origin.

    >>> tass = Source(publisher="TASS", published="2024-12-05", kind="news", reliability="C",
    ...               derived_from=["kcna-1205"], actor="RUS")
    >>> tass.derived_from  # so it adds no second voice to the agency that it quotes
    ('kcna-1205',)

    Attributes:
        publisher: who published it.
        title: its title.
        author: who wrote it.
        url: where it is found.
        archived_url: where a lasting copy is found.
        published: the day it was published.
        retrieved: the day it was read.
        language: its language, as a BCP 47 tag.
        kind: what sort of source it is.
        reliability: how far the source can be relied on (Admiralty A to F).
        derived_from: the sources it reports or quotes, by id.
        actor: the actor that speaks through it, such as a state for its news agency.
        note: a remark.
        extra: keys beginning with ``x-``, kept as they are.
    """

    publisher: Text
    title: Text | None = None
    author: Text | None = None
    url: Url | None = None
    archived_url: Url | None = None
    published: When | None = attrs.field(default=None, converter=as_optional_when)
    retrieved: When | None = attrs.field(default=None, converter=as_optional_when)
    language: Language | None = None
    kind: SourceKind | None = None
    reliability: Reliability | None = None
    derived_from: tuple[SourceId, ...] = attrs.field(default=(), converter=as_names)
    actor: ActorCode | None = None
    note: Passage | None = None
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)


_RATING = r"([A-F])([1-6])\Z"


def parse_admiralty(text: str) -> tuple[Reliability, int]:
    """Read a rating as it is written, such as ``B2``, and nothing looser.

    >>> parse_admiralty("B2")
    ('B', 2)
    >>> parse_admiralty("b-2")
    Traceback (most recent call last):
    ...
    geobrief.errors.InvalidArgument: expected an Admiralty rating from A1 to F6, got 'b-2'
    """
    rating = re.match(_RATING, text)
    if rating is None:
        raise InvalidArgument(f"expected an Admiralty rating from A1 to F6, got {text!r}")
    return cast("Reliability", rating[1]), int(rating[2])  # the pattern admits A to F only


def admiralty(citation: Citation, sources: Mapping[str, Source]) -> tuple[Reliability, int] | None:
    """Give the rating of a cited piece of information, where both its axes are judged.

    None where either is left out, is F or 6, or where the source is not listed.

    >>> admiralty(Citation(source="kcna", credibility=3), {"kcna": Source(publisher="KCNA", reliability="C")})
    ('C', 3)
    >>> admiralty(Citation(source="kcna", credibility=6), {"kcna": Source(publisher="KCNA", reliability="C")})
    """
    source = sources.get(citation.source)
    if source is None or source.reliability is None or citation.credibility is None:
        return None
    is_judged = source.reliability != "F" and citation.credibility != 6
    return (source.reliability, citation.credibility) if is_judged else None


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        from geobrief.moved import old_name  # noqa: PLC0415 - hardly anybody else does

        return old_name(__name__, name)
