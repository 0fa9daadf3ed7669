"""Sources and citations: where a statement comes from, and how far it can be relied on.

Reliability (of the source, A to F) and credibility (of the piece of information, 1 to 6)
are the two axes of the Admiralty or NATO system (STANAG 2511).  ``F`` and ``6`` mean
"cannot be judged": they are not the middle of a scale, and the axes are never averaged.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Final, Literal, cast

import attrs

from geobrief.constraint import Between, Constrained, Pattern, Text
from geobrief.values.convert import as_names, as_optional_when, as_tuple
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import ActorCode, SourceId
from geobrief.values.when import When

__all__ = [
    "CREDIBILITY",
    "RELIABILITY",
    "Citation",
    "Credibility",
    "Language",
    "Reliability",
    "Source",
    "SourceKind",
    "admiralty",
    "as_citations",
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

Credibility = Annotated[int, Between(1, 6)]
"""How credible a piece of information is, apart from who gives it (Admiralty system).

====  ==========================  ======================================================
code  term                        meaning
====  ==========================  ======================================================
1     confirmed by other sources  logical, consistent with other information, and
                                  confirmed by independent sources
2     probably true               logical and consistent, but not confirmed
3     possibly true               reasonably logical, agrees with some other information
4     doubtful                    possible but not logical; nothing else on the subject
5     improbable                  not logical, and contradicted by other information
6     truth cannot be judged      no basis on which to judge; not a middle grade
====  ==========================  ======================================================
"""

RELIABILITY: Final[dict[Reliability, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

CREDIBILITY: Final[dict[int, str]] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
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

Language = Annotated[
    str, Pattern("a BCP 47 language tag such as 'ko' or 'zh-Hans'", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
]
"""A BCP 47 language tag."""

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
    note: Text | None = None
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)


@attrs.frozen(kw_only=True, repr=False)
class Citation(Constrained):
    """A place in a source that supports one record, step or figure.

    The credibility is that of this piece of information; the reliability is that of its source.

    >>> cited = Citation(source="reuters-1024", credibility=1)
    >>> cited.source, cited.quote
    ('reuters-1024', None)

    Attributes:
        source: the id of the source.
        locator: where in it: a page, an article, a paragraph, a time.
        quote: its words, short.
        credibility: how credible this piece of information is (Admiralty 1 to 6).
        note: a remark.
    """

    source: SourceId
    locator: Text | None = None
    quote: Text | None = None
    credibility: Credibility | None = None
    note: Text | None = None


def as_citations(value: Iterable[Citation]) -> tuple[Citation, ...]:
    """Turn any iterable of citations into a tuple."""
    return as_tuple(value)


_RATING = r"([A-F])([1-6])\Z"


def parse_admiralty(text: str) -> tuple[Reliability, int]:
    """Read a rating as it is written, such as ``B2``, and nothing looser.

    >>> parse_admiralty("B2")
    ('B', 2)
    >>> parse_admiralty("b-2")
    Traceback (most recent call last):
    ...
    ValueError: expected an Admiralty rating from A1 to F6, got 'b-2'
    """
    rating = re.match(_RATING, text)
    if rating is None:
        raise ValueError(f"expected an Admiralty rating from A1 to F6, got {text!r}")
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
