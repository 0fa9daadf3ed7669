"""A section of the page that has an entry for each record of a kind."""

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from geobrief.model.record import Record
from geobrief.result import PlainDict
from geobrief.values.when import When
from geobrief.views.page.parts import RecordEntry, Section
from geobrief.views.page.reader import Reader, order

__all__ = ["RecordSection"]


@attrs.frozen(kw_only=True)
class RecordSection:
    """How the records of a kind stand on the page.

    Attributes:
        kind: the kind of record.
        title: the heading.
        entry: what is said of one record.
        day: the day by which the records are in order; left out, they are in order of their ids.
        newest_first: whether the latest day comes first.
        answer: what the page answers about one record, as plain data.
    """

    kind: type[Record]
    title: str
    entry: Callable[[Any, Reader], RecordEntry]
    day: Callable[[Any], When | None] | None = None
    newest_first: bool = False
    answer: Callable[[Any, Reader], PlainDict] | None = None

    def section(self, reader: Reader) -> Section | None:
        """Return the section; None where the brief has no record of the kind."""
        entries = tuple(self.entry(record, reader) for record in self._ordered(reader))
        return Section(self.title, entries) if entries else None

    def answers(self, reader: Reader) -> dict[str, PlainDict] | None:
        """Return what the page answers about each record, by id; None where it answers nothing."""
        if (answer := self.answer) is None:
            return None
        return {record.id: answer(record, reader) for record in reader.brief.of_kind(self.kind)}

    def _ordered(self, reader: Reader) -> Iterable[Record]:
        records = reader.brief.of_kind(self.kind)
        if (day := self.day) is None:
            return records
        return sorted(records, key=lambda record: order(day(record)), reverse=self.newest_first)
