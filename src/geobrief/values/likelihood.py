"""Likelihood and confidence: how probable a thing is called, and how well that rests.

The seven terms and their ranges are those of the US Intelligence Community Directive 203
(2015), section D.6.e(2)(a).  Confidence is a separate field: the directive forbids
mixing the two in one sentence.
"""

from typing import Final, Literal

from geobrief.errors import InvalidArgument
from geobrief.words import worded

__all__ = ["CONFIDENCE", "LIKELIHOOD_RANGES", "Confidence", "Likelihood", "parse_likelihood"]

Likelihood = Literal[
    "almost_no_chance",
    "very_unlikely",
    "unlikely",
    "roughly_even_chance",
    "likely",
    "very_likely",
    "almost_certain",
]
"""An ICD 203 term of likelihood.

===================  ===================  =======================  ========
term                 first wording        second wording           per cent
===================  ===================  =======================  ========
almost_no_chance     almost no chance     remote                   1 to 5
very_unlikely        very unlikely        highly improbable        5 to 20
unlikely             unlikely             improbable (improbably)  20 to 45
roughly_even_chance  roughly even chance  roughly even odds        45 to 55
likely               likely               probable (probably)      55 to 80
very_likely          very likely          highly probable          80 to 95
almost_certain       almost certain(ly)   nearly certain           95 to 99
===================  ===================  =======================  ========

A word such as "may" or "possibly" is no term of likelihood: leave the field out.
"""

Confidence = Literal["low", "moderate", "high"]
"""How well the sources and the reasoning support a judgement (ICD 203); see `CONFIDENCE`."""

CONFIDENCE: Final[dict[Confidence, str]] = {
    "low": "uncorroborated or marginal sources, many assumptions, or weak inference",
    "moderate": "good sources, partly corroborated; some assumptions and gaps",
    "high": "proven sources, well corroborated; few assumptions, strong inference, minor gaps at most",
}
"""What each level of confidence means, after US Joint Publication 2-0, appendix A."""

LIKELIHOOD_RANGES: Final[dict[Likelihood, tuple[int, int]]] = {
    "almost_no_chance": (1, 5),
    "very_unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly_even_chance": (45, 55),
    "likely": (55, 80),
    "very_likely": (80, 95),
    "almost_certain": (95, 99),
}
"""The range of each term in per cent; never 0 or 100."""

_SYNONYMS: Final[dict[str, Likelihood]] = {
    "remote": "almost_no_chance",
    "highly improbable": "very_unlikely",
    "improbable": "unlikely",
    "improbably": "unlikely",
    "roughly even odds": "roughly_even_chance",
    "probable": "likely",
    "probably": "likely",
    "highly probable": "very_likely",
    "nearly certain": "almost_certain",
    "almost certainly": "almost_certain",
}


def parse_likelihood(text: str) -> Likelihood:
    """Read a published ICD 203 term, in either of its two wordings, and nothing looser.

    >>> parse_likelihood("highly probable")
    'very_likely'
    >>> parse_likelihood("maybe")
    Traceback (most recent call last):
    ...
    geobrief.errors.InvalidArgument: expected an ICD 203 term, got 'maybe'
    """
    words = " ".join(worded(text.lower()).replace("-", " ").split())
    for term in LIKELIHOOD_RANGES:
        if worded(term) == words:
            return term
    if words in _SYNONYMS:
        return _SYNONYMS[words]
    raise InvalidArgument(f"expected an ICD 203 term, got {text!r}")
