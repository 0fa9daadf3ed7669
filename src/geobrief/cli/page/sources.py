"""Sources: who published what, when, and how far each can be relied on."""

from collections.abc import Iterable, Iterator

import attrs
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geobrief.brief.sentence import worded
from geobrief.cli.page.layout import DIM, QUOTE, STRONG, WIDE, heading
from geobrief.cli.page.reader import Reader, between, day, order
from geobrief.values.source import Source

__all__ = ["sources"]


def sources(reader: Reader) -> Iterator[RenderableType]:
    """Yield the table of sources, by day of publication."""
    if not reader.brief.sources:
        return
    yield heading("Sources")
    ordered = sorted(reader.brief.sources.items(), key=lambda named: (order(named[1].published), named[0]))
    yield Padding(_Listing([_row(name, source, reader) for name, source in ordered]), (0, 1, 1, 1))


@attrs.frozen
class _Listing:
    """The sources; on a narrow page in two lines each."""

    rows: Iterable[tuple[str, str, Text, Text]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=10)
        grid.add_column(width=1, style=STRONG)
        grid.add_column(ratio=1)
        wide = options.max_width >= WIDE - 2
        if wide:
            grid.add_column()
        for published, grade, title, kind in self.rows:
            grid.add_row(published, grade, *((title, kind) if wide else (Text.assemble(title, "\n", kind),)))
        yield grid


def _row(name: str, source: Source, reader: Reader) -> tuple[str, str, Text, Text]:
    title = Text(source.title, style=QUOTE) if source.title is not None else None
    kind = worded(source.kind) if source.kind is not None else None
    voice = f"voice of {reader.names.actor(source.actor)}" if source.actor is not None else None
    derived = f"derived from {', '.join(source.derived_from)}" if source.derived_from else None
    about = between(name, kind, voice, derived)
    about.stylize(DIM)
    published = between(source.publisher, title, joint=", ")
    return day(source.published), source.reliability or "–", published, about
