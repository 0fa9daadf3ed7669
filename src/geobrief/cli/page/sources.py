"""Sources: who published what, when, and how far each can be relied on."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geobrief.cli.names import worded
from geobrief.cli.page.layout import DIM, heading
from geobrief.cli.page.reader import Reader, between, day
from geobrief.values.source import Source

__all__ = ["sources"]


def sources(reader: Reader) -> Iterator[RenderableType]:
    """Yield the table of sources, by day of publication."""
    if not reader.brief.sources:
        return
    yield heading("Sources")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=10)
    grid.add_column(width=2, style="bold")
    grid.add_column(ratio=1)
    for name, source in sorted(reader.brief.sources.items(), key=_order):
        grid.add_row(day(source.published), source.reliability or "–", _source(name, source, reader))
    yield Padding(grid, (0, 1))


def _order(named: tuple[str, Source]) -> tuple[tuple[int, int, str], str]:
    name, source = named
    return (source.published.sort_key if source.published is not None else (0, 0, ""), name)


def _source(name: str, source: Source, reader: Reader) -> Text:
    kind = worded(source.kind) if source.kind is not None else None
    voice = f"voice of {reader.names.actor(source.actor)}" if source.actor is not None else None
    derived = f"from {', '.join(source.derived_from)}" if source.derived_from else None
    title = Text(source.title, style="italic") if source.title is not None else None
    first = between(Text(source.publisher), title, joint=", ")
    return first + Text("\n") + Text.assemble((f"{name}: ", DIM), between(kind, voice, derived, joint=", "), style=DIM)
