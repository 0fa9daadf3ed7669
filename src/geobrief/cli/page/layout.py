"""The layout of the page: headings, and entries with a gutter, a body and notes on who says so.

On a wide page the notes stand in a margin of their own, on a narrow one below the body.
"""

from collections.abc import Iterable
from typing import Final

import attrs
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from geobrief.model.record import Record

__all__ = ["Entry", "Fact", "Notes", "bullets", "facts", "figures", "heading", "headline"]
__all__ += ["DIM", "HEDGE", "QUOTE", "STRONG", "WIDE"]

WIDE: Final = 120
"""The columns from which there is a margin for the notes."""
NARROW: Final = 64
"""The columns below which the gutter stands above the body."""
GUTTER: Final = 13
MARGIN: Final = 42
LABEL: Final = 13

STRONG: Final = "bold"
DIM: Final = "dim"
QUOTE: Final = "italic"
HEDGE: Final = "yellow"

Fact = tuple[str, RenderableType]
"""A fact with its label; facts that follow under an empty label belong to the label above."""


@attrs.frozen
class Notes:
    """Who says so: a rating and a source for each note."""

    rows: tuple[tuple[str, str], ...] = ()

    @property
    def paragraph(self) -> Text:
        """The notes one after the other."""
        said = (f"{text} [{rating}]" if rating else text for rating, text in self.rows)
        return Text(f"— {'; '.join(said)}", style=DIM)

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
        below = [self.notes.paragraph] if self.notes.rows else []
        if options.max_width < NARROW:
            yield Padding(Group(self.gutter, *self.body, *below), (0, 1, 1, 1))
            return
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=GUTTER)
        grid.add_column(ratio=1)
        if options.max_width >= WIDE:
            grid.add_column(width=MARGIN)
            grid.add_row(self.gutter, Group(*self.body), self.notes.column)
        else:
            grid.add_row(self.gutter, Group(*self.body, *below))
        yield Padding(grid, (0, 1, 1, 1))


def headline(title: str, record: Record) -> Text:
    """Return the title of a record, with the id by which it can be asked about."""
    return Text.assemble((title, STRONG), "  ", (record.id, DIM))


def heading(title: str) -> RenderableType:
    """Return the heading of a section."""
    return Padding(Rule(Text(title, style="bold cyan"), align="left", style="cyan dim"), (0, 0, 1, 0))


def facts(rows: Iterable[Fact]) -> Table:
    """Return facts with their labels."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=LABEL, style=DIM)
    grid.add_column(ratio=1)
    for label, fact in rows:
        grid.add_row(label, fact)
    return grid


def bullets(lines: Iterable[str]) -> RenderableType:
    """Return lines as a list; a single one needs no mark."""
    told = list(lines)
    if len(told) == 1:
        return Text(told[0])
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=DIM)
    grid.add_column(ratio=1)
    for line in told:
        grid.add_row("·", line)
    return grid


def figures(columns: Iterable[str], rows: Iterable[Iterable[str | Text]], *, wrapping: str) -> Table:
    """Return a table of figures, without lines, of which one column gives way where it is narrow."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=DIM)
    for column in columns:
        table.add_column(column, no_wrap=column != wrapping)
    for row in rows:
        table.add_row(*row)
    return table
