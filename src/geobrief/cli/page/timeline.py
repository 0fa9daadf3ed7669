"""The timeline: what happened, was said and was published, in order."""

from collections.abc import Iterator

from rich.console import RenderableType

from geobrief.cli.page.reader import Reader

__all__ = ["timeline"]


def timeline(reader: Reader) -> Iterator[RenderableType]:
    """Yield every entry of the timeline until the day."""
    return iter(())
