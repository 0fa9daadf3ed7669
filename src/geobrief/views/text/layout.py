"""The page laid out in columns: entries with a gutter, a body and notes on who says so.

On a wide page the notes stand in a margin of their own, on a narrow one below the body.
"""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never, get_args

import attrs
from rich.box import HORIZONTALS
from rich.columns import Columns
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from geobrief.closed import for_every
from geobrief.views.page.parts import (
    Block,
    Bullets,
    Content,
    Facts,
    Figures,
    Legend,
    Masthead,
    Notes,
    Page,
    RecordEntry,
    Scale,
    SourceTable,
    TimelineTable,
    Tone,
    Words,
    words,
)

__all__ = ["laid_out", "toned"]

WIDE: Final = 120
"""The columns from which there is a margin for the notes."""
NARROW: Final = 64
"""The columns below which the gutter stands above the body."""
GUTTER: Final = 13
MARGIN: Final = 42
LABEL: Final = 13

STYLES: Final[Mapping[Tone, str]] = for_every(
    get_args(Tone),
    "the looks of tones",
    {
        "strong": "bold",
        "dim": "dim",
        "quote": "italic",
        "hedge": "yellow",
        "good": "bold green",
        "bad": "bold red",
        "open": "bold yellow",
        "law": "bold cyan",
    },
)
"""How each tone looks."""


def laid_out(page: Page) -> Iterator[RenderableType]:
    """Yield the parts of a page, each below the last."""
    yield from _masthead(page.masthead)
    for section in page.sections:
        heading = Rule(Text(section.title, style="bold cyan"), align="left", style="cyan dim")
        yield Padding(heading, (0, 0, 1, 0))
        yield from _content(section.content)


def toned(said: Words) -> Text:
    """Give words the look of their tones."""
    text = Text(style=STYLES[said.tone] if said.tone is not None else "")
    for run, tone in said.runs:
        text.append(run, style=STYLES[tone] if tone is not None else None)
    return text


def _masthead(masthead: Masthead) -> Iterator[RenderableType]:
    top = Group(toned(masthead.title), toned(masthead.reach))
    yield Panel(top, box=HORIZONTALS, padding=0, border_style="cyan")
    for remark in masthead.remarks:
        yield Padding(toned(remark), (0, 1))
    yield Text()


def _content(content: Content) -> Iterator[RenderableType]:
    match content:
        case tuple():
            yield from map(_Entry, content)
        case TimelineTable():
            yield Padding(_timeline(content), (0, 1, 1, 1))
        case SourceTable():
            yield Padding(_SourceTable(content), (0, 1, 1, 1))
        case Legend():
            scales = [_scale(scale) for scale in content.scales]
            yield Padding(Columns(scales, padding=(0, 3)), (0, 1))
            yield Padding(toned(content.remark), (0, 1))
        case _:
            assert_never(content)


@attrs.frozen
class _Entry:
    """An entry, laid out when it is known how wide the page is."""

    entry: RecordEntry

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        gutter, notes = toned(self.entry.gutter), self.entry.notes
        body = [_block(block) for block in self.entry.body]
        below = [_paragraph(notes)] if notes.rows else []
        if options.max_width < NARROW:
            yield Padding(Group(gutter, *body, *below), (0, 1, 1, 1))
            return
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=GUTTER)
        grid.add_column(ratio=1)
        if options.max_width >= WIDE:
            grid.add_column(width=MARGIN)
            grid.add_row(gutter, Group(*body), _column(notes))
        else:
            grid.add_row(gutter, Group(*body, *below))
        yield Padding(grid, (0, 1, 1, 1))


def _block(block: Block) -> RenderableType:
    match block:
        case Words():
            return toned(block)
        case Facts():
            return _facts(block)
        case Figures():
            return _figures(block)
        case _:
            assert_never(block)


def _facts(facts: Facts) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=LABEL, style="dim")
    grid.add_column(ratio=1)
    for label, fact in facts.rows:
        grid.add_row(Text(label), _bullets(fact) if isinstance(fact, Bullets) else toned(fact))
    return grid


def _bullets(bullets: Bullets) -> RenderableType:
    if len(bullets.lines) == 1:
        return Text(bullets.lines[0])
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim")
    grid.add_column(ratio=1)
    for line in bullets.lines:
        grid.add_row("·", Text(line))
    return grid


def _figures(figures: Figures) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in figures.columns:
        table.add_column(column, no_wrap=column != figures.wrapping)
    for row in figures.rows:
        table.add_row(*map(toned, row))
    return table


def _paragraph(notes: Notes) -> Text:
    said = (f"{text} [{rating}]" if rating else text for rating, text in notes.rows)
    return Text(f"— {'; '.join(said)}", style="dim")


def _column(notes: Notes) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2, style="dim")
    grid.add_column(ratio=1, style="dim")
    for rating, text in notes.rows:
        grid.add_row(rating, Text(text))
    return grid


def _timeline(timeline: TimelineTable) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=13)
    grid.add_column(width=6)
    grid.add_column(ratio=1)
    for row in timeline.rows:
        grid.add_row(row.when, toned(row.mark), toned(row.told))
    return grid


@attrs.frozen
class _SourceTable:
    """The sources; on a narrow page in two lines each."""

    table: SourceTable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=10)
        grid.add_column(width=1, style="bold")
        grid.add_column(ratio=1)
        wide = options.max_width >= WIDE - 2
        if wide:
            grid.add_column()
        for published, grade, title, about in self.table.rows:
            told = (title, about) if wide else (words(title, "\n", about),)
            grid.add_row(published, grade, *map(toned, told))
        yield grid


def _scale(scale: Scale) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column()
    for code, term in scale.rows:
        grid.add_row(code, term)
    return Group(Text(scale.title, style="dim"), grid, Text())
