"""A section of the page that has an entry for each record of a kind."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

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
        day: the day of a record; one that is still to come is left out.
        order: whether the records are in order of their days, the newest first, or of their ids.
        answer: what the page answers about one record, as plain data.
    """

    kind: type[Record]
    title: str
    entry: Callable[[Any, Reader], RecordEntry]
    day: Callable[[Any], When | None]
    order: Literal["day", "newest", "id"] = "day"
    answer: Callable[[Any, Reader], PlainDict] | None = None

    def section(self, reader: Reader) -> Section | None:
        """Return the section; None where the brief has no record of the kind."""
        entries = tuple(self.entry(record, reader) for record in self._ordered(reader))
        return Section(self.title, entries) if entries else None

    def answers(self, reader: Reader) -> dict[str, PlainDict] | None:
        """Return what the page answers about each record, by id; None where it answers nothing."""
        if (answer := self.answer) is None:
            return None
        return {record.id: answer(record, reader) for record in self._until(reader)}

    def _until(self, reader: Reader) -> Iterable[Record]:
        records = reader.brief.of_kind(self.kind)
        return (record for record in records if not reader.is_to_come(self.day(record)))

    def _ordered(self, reader: Reader) -> Iterable[Record]:
        records = self._until(reader)
        if self.order == "id":
            return records
        newest_first = self.order == "newest"
        return sorted(records, key=lambda record: order(self.day(record)), reverse=newest_first)
