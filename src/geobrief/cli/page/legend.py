"""How to read the ratings and the words: Admiralty codes and terms of likelihood."""

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geobrief.cli.names import worded
from geobrief.cli.page.layout import DIM, heading
from geobrief.cli.page.reader import Reader
from geobrief.values.likelihood import LIKELIHOOD_RANGES
from geobrief.values.source import CREDIBILITY, RELIABILITY

__all__ = ["legend"]


def legend(reader: Reader) -> Iterator[RenderableType]:  # noqa: ARG001 - the same for every brief
    """Yield the scales that the page uses."""
    yield heading("How to read the ratings")
    scales = [
        _scale("Reliability of a source", RELIABILITY.items()),
        _scale("Credibility of what it says", ((str(grade), term) for grade, term in CREDIBILITY.items())),
        _scale("Words of likelihood (ICD 203)", ((f"{low}–{high} %", worded(term)) for term, (low, high) in LIKELIHOOD_RANGES.items())),
    ]
    yield Padding(Columns(scales, padding=(1, 4)), (0, 1))
    yield Padding(
        Text(
            "A rating such as C2 joins the two Admiralty axes (STANAG 2511), which are never averaged; F and 6 are "
            "no middle grades. Likelihood is how probable a thing is called, confidence how well that rests.",
            style=DIM,
        ),
        (1, 1, 0, 1),
    )


def _scale(title: str, rows: "Iterator[tuple[str, str]] | object") -> Table:
    grid = Table(title=Text(title, style="bold"), title_justify="left", box=None, show_header=False, padding=(0, 1, 0, 0))
    grid.add_column(style="bold")
    grid.add_column()
    for code, term in rows:  # type: ignore[attr-defined]
        grid.add_row(code, term)
    return grid
