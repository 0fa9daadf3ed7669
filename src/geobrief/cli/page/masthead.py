"""The top of the page: what the brief is about, and how far it reaches."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from geobrief.cli.page.layout import DIM
from geobrief.cli.page.reader import Reader, between

__all__ = ["masthead"]


def masthead(reader: Reader) -> Iterator[RenderableType]:
    """Yield the title, the reach and the note of the brief."""
    brief = reader.brief
    yield Rule(characters="━", style="bold")
    yield Padding(Text(brief.title, style="bold"), (0, 1))
    yield Padding(_reach(reader), (0, 1))
    yield Rule(characters="━", style="bold")
    if brief.note is not None:
        yield Padding(Text(brief.note, style=DIM), (0, 1))
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
    return Text(f"Left out, because it is not known whether they had been published: {ids}", style="yellow")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
