"""How to read the page: ratings, words of likelihood, and the marks in the gutter."""

from typing import Final

from geobrief.values.citation import CREDIBILITY
from geobrief.values.likelihood import LIKELIHOOD_RANGES
from geobrief.values.source import RELIABILITY
from geobrief.views.page.parts import Legend, Scale, Section, words
from geobrief.words import worded

__all__ = ["legend"]

_MARKS: Final = (
    ("unknown", "the records do not decide"),
    ("alleged", "said, not established"),
    ("open", "not admitted, not found out"),
    ("judged", "an opinion, never a fact"),
)
_REMARK: Final = (
    "A rating such as C2 joins the two axes of the Admiralty system (STANAG 2511), which are never averaged; "
    "F and 6 are no middle grades. Likelihood is how probable a thing is called, confidence how well that "
    "rests: the two are kept apart."
)


def legend() -> Section:
    """Return the scales that the page uses."""
    credibilities = tuple((str(grade), term) for grade, term in CREDIBILITY.items())
    likelihoods = tuple((f"{low}–{high} %", worded(term)) for term, (low, high) in LIKELIHOOD_RANGES.items())
    scales = (
        Scale("Reliability of a source", tuple(RELIABILITY.items())),
        Scale("Credibility of what it says", credibilities),
        Scale("Likelihood (ICD 203)", likelihoods),
        Scale("Words of this page", _MARKS),
    )
    return Section("How to read this page", Legend(scales, words(_REMARK, tone="dim")))
