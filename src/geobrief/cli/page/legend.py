"""How to read the page: ratings, words of likelihood, and the marks in the gutter."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geobrief.brief.sentence import worded
from geobrief.cli.page.layout import DIM, STRONG, heading
from geobrief.cli.page.reader import Reader
from geobrief.values.likelihood import LIKELIHOOD_RANGES
from geobrief.values.source import CREDIBILITY, RELIABILITY

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


def legend(_: Reader) -> Iterator[RenderableType]:
    """Yield the scales that the page uses."""
    yield heading("How to read this page")
    likelihoods = ((f"{low}–{high} %", worded(term)) for term, (low, high) in LIKELIHOOD_RANGES.items())
    credibilities = ((str(grade), term) for grade, term in CREDIBILITY.items())
    scales = [
        _scale("Reliability of a source", RELIABILITY.items()),
        _scale("Credibility of what it says", credibilities),
        _scale("Likelihood (ICD 203)", likelihoods),
        _scale("Words of this page", _MARKS),
    ]
    yield Padding(Columns(scales, padding=(0, 3)), (0, 1))
    yield Padding(Text(_REMARK, style=DIM), (0, 1))


def _scale(title: str, rows: Iterable[tuple[str, str]]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=STRONG)
    grid.add_column()
    for code, term in rows:
        grid.add_row(code, term)
    return Group(Text(title, style=DIM), grid, Text())
