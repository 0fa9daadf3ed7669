"""Names and hedges: what every sentence about a record needs beside the record."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from geobrief.claims.speaker import named
from geobrief.model.act import Act
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.record import Record
from geobrief.model.treaty import Treaty
from geobrief.words import listed

__all__ = ["Teller"]


@attrs.frozen
class Teller:
    """Names what the records of a brief name, and says how far they are to be believed.

    Attributes:
        actors: the actors that the brief declares, by code.
        records: its records, by id.
    """

    actors: Mapping[str, DeclaredActor]
    records: Mapping[str, Record]

    def name(self, subject: str) -> str:
        """Name an actor or a record, as far as either is known."""
        record = self.records.get(subject)
        if isinstance(record, Treaty):
            return record.name
        return subject if record is not None else named(subject, self.actors)

    def names(self, subjects: Iterable[str]) -> str:
        """Name several actors or records."""
        return listed(map(self.name, subjects))

    def hedged(self, record: Record, text: str, *hedges: str) -> str:
        """Add to a text what a reader must know before believing the record."""
        notes = [*hedges, *self._hedges(record)]
        return f"{text} ({'; '.join(notes)})" if notes else text

    def _hedges(self, record: Record) -> Iterator[str]:
        if isinstance(record, Act):
            if record.planned:
                yield "planned"
            if record.contested:
                yield f"contested by {self.names(each.by for each in record.contested)}"
        if record.revision == "withdrawn":
            yield "record withdrawn"
