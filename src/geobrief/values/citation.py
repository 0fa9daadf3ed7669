"""Citations: the place in a source that supports a statement, and how credible it is.

Credibility (of the piece of information, 1 to 6) is the second axis of the Admiralty or NATO
system (STANAG 2511); the first, reliability, is that of the source.  ``6`` means "cannot be
judged": it is not the middle of a scale, and the axes are never averaged.
"""

from collections.abc import Iterable
from typing import Annotated, Final

import attrs

from geobrief.constraint import Between, Constrained, Passage, Text
from geobrief.values.convert import as_tuple
from geobrief.values.identifier import SourceId

__all__ = ["CREDIBILITY", "Citation", "Credibility", "as_citations"]

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

CREDIBILITY: Final[dict[int, str]] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


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
    quote: Passage | None = None
    credibility: Credibility | None = None
    note: Passage | None = None


def as_citations(value: Iterable[Citation]) -> tuple[Citation, ...]:
    """Turn any iterable of citations into a tuple."""
    return as_tuple(value)
