"""Sources: who published what, when, and how far each can be relied on."""

from geobrief.values.source import Source
from geobrief.views.page.parts import Section, SourceTable, Words, words
from geobrief.views.page.reader import Reader, between, day, order
from geobrief.words import worded

__all__ = ["sources"]


def sources(reader: Reader) -> Section | None:
    """Return the sources by day of publication; None where the brief has none."""
    if not reader.brief.sources:
        return None
    ordered = sorted(reader.brief.sources.items(), key=lambda named: (order(named[1].published), named[0]))
    return Section("Sources", SourceTable(tuple(_row(name, source, reader) for name, source in ordered)))


def _row(name: str, source: Source, reader: Reader) -> tuple[str, str, Words, Words]:
    title = words(source.title, tone="quote") if source.title is not None else None
    kind = worded(source.kind) if source.kind is not None else None
    voice = f"voice of {reader.names.actor(source.actor)}" if source.actor is not None else None
    derived = f"derived from {', '.join(source.derived_from)}" if source.derived_from else None
    about = words((str(between(name, kind, voice, derived)), "dim"))
    return (
        day(source.published),
        source.reliability or "–",
        between(source.publisher, title, joint=", "),
        about,
    )
