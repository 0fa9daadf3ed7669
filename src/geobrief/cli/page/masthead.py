"""The top of the page: what the brief is about, and how far it reaches."""

from collections.abc import Iterator

from rich.box import HORIZONTALS
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from geobrief.cli.page.layout import DIM, HEDGE, STRONG
from geobrief.cli.page.reader import Reader, between

__all__ = ["masthead"]


def masthead(reader: Reader) -> Iterator[RenderableType]:
    """Yield the title, the reach and the note of the brief."""
    brief = reader.brief
    yield Panel(
        Group(Text(brief.title, style=STRONG), _reach(reader)),
        box=HORIZONTALS,
        padding=0,
        border_style="cyan",
    )
    for part in brief.whole:
        if part.note is not None:
            yield Padding(Text(part.note, style=DIM), (0, 1))
    if brief.unplaced:
        yield Padding(_unplaced(reader), (0, 1))
    yield Text()


def _reach(reader: Reader) -> Text:
    brief = reader.brief
    asked = f"seen on {reader.on}" if reader.on != brief.as_of else None
    return between(
        f"complete up to {brief.as_of}",
        asked,
        _counted(len(brief.records), "record"),
        _counted(len(brief.sources), "source"),
    )


def _unplaced(reader: Reader) -> Text:
    ids = ", ".join(record.id for record in reader.brief.unplaced)
    return Text(f"Left out, because it is not known whether they had been published: {ids}", style=HEDGE)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
