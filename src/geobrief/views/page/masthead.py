"""The top of the page: what the brief is about, and how far it reaches."""

from geobrief.views.page.parts import Masthead, Words, words
from geobrief.views.page.reader import Reader, between

__all__ = ["masthead"]


def masthead(reader: Reader) -> Masthead:
    """Return the title, the reach and the notes of the brief."""
    brief = reader.brief
    remarks = [words(part.note, tone="dim") for part in brief.whole if part.note is not None]
    if brief.unplaced:
        remarks.append(_unplaced(reader))
    return Masthead(words(brief.title, tone="strong"), _reach(reader), tuple(remarks))


def _reach(reader: Reader) -> Words:
    brief = reader.brief
    asked = f"seen on {reader.on}" if reader.on != brief.as_of else None
    return between(
        f"complete up to {brief.as_of}",
        asked,
        _counted(len(brief.records), "record"),
        _counted(len(brief.sources), "source"),
    )


def _unplaced(reader: Reader) -> Words:
    ids = ", ".join(record.id for record in reader.brief.unplaced)
    text = f"Left out, because it is not known whether they had been published: {ids}"
    return words(text, tone="hedge")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
