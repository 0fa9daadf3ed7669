"""What a record has to do with others: the references in it, and those to it.

An edge says in which field one record names another, and in which direction it is read.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final, Literal

import attrs

from geobrief.brief.bearing import Bearing, bearings, day_asked
from geobrief.brief.index import Index, Mentions, mentions, named_in
from geobrief.brief.telling import Teller, told
from geobrief.law import TreatyStatus
from geobrief.model.deployment import Deployment
from geobrief.model.record import Record
from geobrief.result import Form, Result
from geobrief.values.when import When
from geobrief.words import worded

__all__ = ["Direction", "Edge", "Mentions", "Related", "edges_of", "mentions", "related"]

Direction = Literal["out", "in"]
"""Whether the record names the other (out) or is named by it (in)."""

_VERBS: Final[dict[str, tuple[str, str]]] = {
    "about": ("is about", "be about"),
    "in_support_of": ("is in support of", "be in support of"),
    "legal_basis": ("rests on", "rest on"),
    "replaces": ("replaces", "replace"),
    "to": ("answers", "answer"),
    "treaty": ("is an act on", "be an act on"),
    "protocol_to": ("is a protocol to", "be a protocol to"),
    "amends": ("amends", "amend"),
    "supersedes": ("takes the place of", "take the place of"),
    "implies_consent_to": ("implies consent to", "imply consent to"),
    "entry_into_force": ("enters into force with", "enter into force with"),
}
"""How the field in which one record names another reads between the two: as it is, and as claimed."""


@attrs.frozen(kw_only=True)
class Edge(Result):
    """One reference between two records, seen from one of them.

    Attributes:
        role: the field in which the one names the other.
        direction: whether the other is named (out) or names (in).
        record: the other record.
        sentence: what the other record says, in one line.
        claimed: whether the link itself is only claimed, as a legal basis mostly is.
    """

    form: ClassVar[Form] = Form("role direction record=record.id kind=record.kind_name claimed sentence")

    role: str
    direction: Direction
    record: Record
    sentence: str
    claimed: bool = False

    @property
    def verb(self) -> str:
        """The role as it reads from the one that names to the one that is named."""
        under = f"under {worded(self.role)}"
        verb, plain = _VERBS.get(self.role, (f"names {under}", f"name {under}"))
        return f"is claimed to {plain}" if self.claimed else verb

    def __str__(self) -> str:
        if self.direction == "out":
            return f"it {self.verb} {self.record.id}: {self.sentence}"
        return f"{self.record.id} {self.verb} it: {self.sentence}"


@attrs.frozen(kw_only=True)
class Related(Result):
    """All that is linked to a record, and the treaties that bear on it.

    Attributes:
        record: the record.
        sentence: what it says, in one line.
        edges: the records that it names, then those that name it.
        bearings: the treaties that bear on a deployment or test, and how.
    """

    form: ClassVar[Form] = Form(
        "record=record.id kind=record.kind_name sentence=sentence edges bearings", version=1
    )

    record: Record
    sentence: str
    edges: tuple[Edge, ...] = ()
    bearings: tuple[Bearing, ...] = ()

    def by_role(self, role: str, direction: Direction | None = None) -> tuple[Record, ...]:
        """Return the records linked by a role, such as ``about``."""
        return tuple(
            edge.record
            for edge in self.edges
            if edge.role == role and (direction is None or edge.direction == direction)
        )

    def explain(self) -> str:
        """Return the sentences, with the reasons why treaties bear on it."""
        lines = [self._title, *(f"  {edge}" for edge in self.edges)]
        for bearing in self.bearings:
            lines.extend(f"  {line}" for line in bearing.explain().splitlines())
        return "\n".join(lines)

    @property
    def _title(self) -> str:
        return f"{self.record.id}: {self.sentence}"

    def __str__(self) -> str:
        found = [*map(str, self.edges), *map(str, self.bearings)] or ["nothing is linked to it"]
        return "\n".join([self._title, *(f"  {line}" for line in found)])


def related(index: Index, record: Record, on: When | None, statuses: Iterable[TreatyStatus]) -> Related:
    """Find what a record is linked to; see `Brief.related`."""
    day = on if on is not None else day_asked(record) or index.as_of
    return Related(
        record=record,
        sentence=told(record, index.teller),
        edges=edges_of(record, index.by_id, index.mentions, index.teller),
        bearings=bearings(record, day, statuses, index.actors),
    )


def edges_of(
    record: Record, known: Mapping[str, Record], named_by: Mentions, teller: Teller
) -> tuple[Edge, ...]:
    """List the links of a record, both ways, each once."""

    def edge(role: str, direction: Direction, other: Record) -> Edge:
        naming, named = (record, other) if direction == "out" else (other, record)
        return Edge(
            role=role,
            direction=direction,
            record=other,
            sentence=told(other, teller),
            claimed=_is_claimed(role, naming, named),
        )

    out = dict.fromkeys(named_in(record, known))
    return (
        *(edge(role, "out", known[name]) for role, name in out),
        *(edge(role, "in", other) for role, other in named_by.get(record.id, ())),
    )


def _is_claimed(role: str, naming: Record, named: Record) -> bool:
    if role != "legal_basis" or not isinstance(naming, Deployment):
        return False
    return all(basis.claimed for basis in naming.legal_basis if basis.treaty == named.id)
