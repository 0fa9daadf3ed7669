"""Sentences: what a record says, in one line, with the names of those who are in it.

A record that is alleged, planned, contested or withdrawn says so; an allegation is told as
the words of whoever makes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from geobrief.claims.speaker import named
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.assessment import Assessment
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.record import Record
from geobrief.model.response import Response
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal

__all__ = ["Teller", "listed", "worded"]


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def worded(term: str) -> str:
    """Write a term of a vocabulary as people do.

    >>> worded("troop_deployment")
    'troop deployment'
    """
    return term.replace("_", " ")


@attrs.frozen
class Teller:
    """Tells the records of a brief, and names what they name.

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

    def tell(self, record: Record) -> str:
        """Say what a record says, with its hedges.

        >>> from geobrief.model.signature import Signature
        >>> Teller({}, {}).tell(Signature(treaty="pact", by="PRK", planned=True))
        'signature of pact by North Korea (planned)'
        """
        told = next(say for kind, say in _TOLD.items() if isinstance(record, kind))
        return self.hedged(record, told(self, record))

    def hedged(self, record: Record, text: str) -> str:
        """Add to a text what a reader must know before believing the record."""
        notes = list(self._hedges(record))
        return f"{text} ({'; '.join(notes)})" if notes else text

    def _hedges(self, record: Record) -> Iterator[str]:
        if getattr(record, "alleged", False):
            yield "alleged"
        if isinstance(record, Act):
            if record.planned:
                yield "planned"
            if record.contested:
                yield f"contested by {self.names(each.by for each in record.contested)}"
        if record.revision == "withdrawn":
            yield "record withdrawn"


def _treaty(teller: Teller, record: Treaty) -> str:
    between = f" between {teller.names(record.between)}" if record.between else ""
    return f"{worded(record.kind or 'treaty')} “{record.name}”{between}"


def _objection(teller: Teller, record: Objection) -> str:
    return (
        f"objection of {teller.name(record.by)} to the reservation of {teller.name(record.to)}"
        f" to {teller.name(record.treaty)}"
    )


def _withdrawal(teller: Teller, record: Withdrawal) -> str:
    what = "" if record.withdraws == "treaty" else f"its {record.withdraws} of "
    return f"withdrawal of {teller.name(record.by)} from {what}{teller.name(record.treaty)}"


def _suspension(teller: Teller, record: Suspension) -> str:
    towards = f" towards {teller.names(record.towards)}" if record.towards else ""
    return f"suspension of {teller.name(record.treaty)} by {teller.name(record.by)}{towards}"


def _act(teller: Teller, record: Act) -> str:
    noun = worded(getattr(record, "means", record.kind_name))
    joint = "by" if hasattr(record, "by") else "between"
    who = f" {joint} {teller.names(record.actors)}" if record.actors else ""
    return f"{noun} of {teller.name(record.treaty)}{who}"


def _deployment(teller: Teller, record: Deployment) -> str:
    place = record.territory or (teller.name(record.host) if record.host else None)
    where = f" in {place}" if place else ""
    action = "" if record.action in {None, "deploy"} else f", {record.action}"
    return f"forces of {teller.names(record.senders) or 'nobody named'}{where}{action}"


def _weapons_test(teller: Teller, record: WeaponsTest) -> str:
    weapon = record.weapon
    what = (weapon.name or weapon.raw or weapon.range_class) if weapon else None
    return f"{worded(record.kind)} test by {teller.name(record.tester)}{f': {what}' if what else ''}"


def _accusation(teller: Teller, record: Accusation) -> str:
    noun = {"allege": "accusation", "disapprove": "disapproval", "investigate": "investigation"}[record.mode]
    against = f" against {teller.names(record.accused)}" if record.accused else ""
    what = record.alleges or listed(sorted(map(worded, record.subjects)))
    return f"{noun} by {teller.names(record.accusers)}{against}{f': {what}' if what else ''}"


def _response(teller: Teller, record: Response) -> str:
    speaker = f", by {teller.name(record.speaker)}," if record.speaker else ""
    quote = f": “{record.quote}”" if record.quote else ""
    kinds = listed(sorted(map(worded, record.kinds)))
    return f"response of {teller.name(record.by)}{speaker} to {record.to}: {kinds}{quote}"


def _finding(teller: Teller, record: Finding) -> str:
    text = f": {record.text}" if record.text else ""
    return f"finding of {teller.name(record.by)} on {teller.name(record.about)}: {record.verdict}{text}"


def _statement(teller: Teller, record: Statement) -> str:
    words = record.text or f"“{record.quote}”"
    return f"{worded(record.kind or 'statement')} of {teller.name(record.speaker)}: {words}"


def _assessment(teller: Teller, record: Assessment) -> str:
    words = worded(record.likelihood) if record.likelihood else record.verbatim
    hedge = f" ({words})" if words else ""
    return f"judgement of {teller.names(record.holders)}{hedge}: {record.proposition}"


_TOLD: dict[type[Record], Callable[[Teller, Any], str]] = {
    Treaty: _treaty,
    Objection: _objection,
    Withdrawal: _withdrawal,
    Suspension: _suspension,
    Act: _act,
    Deployment: _deployment,
    WeaponsTest: _weapons_test,
    Accusation: _accusation,
    Response: _response,
    Finding: _finding,
    Statement: _statement,
    Assessment: _assessment,
}
"""How each kind is told; a kind below another stands before it."""
