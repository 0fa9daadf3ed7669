"""What was said: words, which are never facts."""

from typing import Final

from geobrief.model.statement import Statement
from geobrief.views.page.parts import RecordEntry, words
from geobrief.views.page.reader import Reader, between, day
from geobrief.views.page.record_section import RecordSection
from geobrief.words import worded

__all__ = ["STATEMENTS"]


def _entry(statement: Statement, reader: Reader) -> RecordEntry:
    speaker = words(reader.names.actor(statement.speaker), tone="strong")
    kind = worded(statement.kind) if statement.kind is not None else None
    said = [between(speaker, kind, statement.venue)]
    if statement.quote is not None:
        said.append(words(f"“{statement.quote}”", tone="quote"))
    if statement.text is not None:
        said.append(words(statement.text))
    gutter = words(day(statement.on), tone="strong")
    return RecordEntry(gutter, (*said, *reader.about(statement.about)), reader.notes(statement.citations))


STATEMENTS: Final = RecordSection(
    kind=Statement, title="What was said", entry=_entry, day=lambda statement: statement.on
)
"""Each statement, by day."""
