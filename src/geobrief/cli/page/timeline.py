"""The timeline: what happened and what was said, in order; what was published stands under the sources."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geobrief.brief.timeline import Entry
from geobrief.claims.speaker import named
from geobrief.cli.page.layout import DIM, HEDGE, QUOTE, heading
from geobrief.cli.page.reader import Reader, day
from geobrief.values.period import Period

__all__ = ["timeline"]

_MANY: Final = 6  # actors who do the same on one day and are named one by one


def timeline(reader: Reader) -> Iterator[RenderableType]:
    """Yield what happened and was said until the day."""
    entries = [each for each in reader.brief.timeline(until=reader.on) if each.aspect != "published"]
    if not entries:
        return
    yield heading("Timeline")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=13)
    grid.add_column(width=6)
    grid.add_column(ratio=1)
    for _, together in groupby(entries, key=lambda each: each.when):
        for alike in _alike(together, reader):
            grid.add_row(_when(alike[0]), _mark(alike[0]), _told(alike, reader))
    yield Padding(grid, (0, 1, 1, 1))


def _alike(entries: Iterable[Entry], reader: Reader) -> list[list[Entry]]:
    """Put together what several did alike: entries that differ in who acts alone."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        deed = entry.text.replace(_who(entry, reader), "", 1)
        found.setdefault((entry.aspect, deed), []).append(entry)
    return list(found.values())


def _who(entry: Entry, reader: Reader) -> str:
    return named(entry.actors[0], reader.brief.actors) if entry.actors else ""


def _when(entry: Entry) -> str:
    return entry.span if isinstance(entry.when, Period) else day(entry.when)


def _mark(entry: Entry) -> Text:
    if entry.derived:
        return Text("by law", style="bold cyan")
    return Text("said", style=QUOTE) if entry.aspect == "said" else Text()


def _told(alike: list[Entry], reader: Reader) -> Text:
    first, *others = alike
    text = Text(first.text, style="bold" if first.derived else "")
    if others:
        names = [_who(each, reader) for each in others]
        more = f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
        text.append(f"; likewise {', '.join(names[:_MANY])}{more}", style=DIM)
    if first.alleged:
        text.append(" (alleged)", style=HEDGE)
    return text
