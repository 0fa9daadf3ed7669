"""The layout of the page: headings, and entries with a gutter, a body and notes on who says so.

On a wide page the notes stand in a margin of their own, on a narrow one below the body.
"""

from collections.abc import Iterable

import attrs
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

__all__ = ["DIM", "QUOTE", "Entry", "Notes", "facts", "figures", "heading"]

GUTTER = 14
MARGIN = 38
WIDE = 120  # columns from which there is a margin for the notes

DIM = "dim"
QUOTE = "italic"
LABEL = "dim"


@attrs.frozen
class Notes:
    """Who says so: a rating and a source for each note."""

    rows: tuple[tuple[str, str], ...] = ()

    @property
    def paragraph(self) -> Text:
        """The notes one after the other."""
        return Text("; ".join(f"{text} [{rating}]" if rating else text for rating, text in self.rows), style=DIM)

    @property
    def column(self) -> Table:
        """The notes below each other."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=2, style=DIM)
        grid.add_column(ratio=1, style=DIM)
        for rating, text in self.rows:
            grid.add_row(rating, text)
        return grid


@attrs.frozen
class Entry:
    """One thing on the page."""

    gutter: Text
    body: tuple[RenderableType, ...]
    notes: Notes = Notes()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=GUTTER)
        grid.add_column(ratio=1)
        if options.max_width >= WIDE:
            grid.add_column(width=MARGIN)
            grid.add_row(self.gutter, Group(*self.body), self.notes.column)
        else:
            below = [self.notes.paragraph] if self.notes.rows else []
            grid.add_row(self.gutter, Group(*self.body, *below))
        yield Padding(grid, (0, 1, 1, 1))


def heading(title: str) -> RenderableType:
    """Return the heading of a section."""
    return Padding(Rule(Text(f" {title} ", style="bold"), align="left", style=DIM), (1, 0))


def facts(rows: Iterable[tuple[str, str | Text]]) -> Table:
    """Return facts with their labels."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=11, style=LABEL)
    grid.add_column(ratio=1)
    for label, fact in rows:
        grid.add_row(label, fact)
    return grid


def figures(columns: Iterable[str], rows: Iterable[Iterable[str | Text]]) -> Table:
    """Return a table of figures, without lines."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=LABEL)
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    return table
