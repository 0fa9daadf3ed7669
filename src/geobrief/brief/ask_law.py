"""Questions of law: the treaties of a brief, each with its acts and how far they reach, handed to the law."""

import functools
from collections.abc import Iterator, Mapping

import attrs

from geobrief.answer import Members
from geobrief.brief.coverage import coverage_of
from geobrief.brief.index import Index
from geobrief.brief.parts import Part
from geobrief.law import TreatyStatus, status
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import Day, When

__all__ = ["Standpoint", "Statuses", "treaties_in_force"]


@attrs.frozen
class Standpoint:
    """From where the law is asked.

    Attributes:
        position_of: whose position on contested acts is taken.
        assume_unchanged: whether the last known state is carried on beyond the records.
    """

    position_of: str | None = None
    assume_unchanged: bool = False


@attrs.frozen(eq=False)
class Statuses:
    """The statuses of the treaties of a brief, each worked out once.

    Attributes:
        index: the records.
        reached: for each record the part that holds it and the day up to which that is complete.
    """

    index: Index
    reached: Mapping[str, tuple[Part, When]]
    _made: dict[tuple[str, Standpoint], TreatyStatus] = attrs.field(factory=dict, init=False)

    def of(self, treaty: Treaty, standpoint: Standpoint) -> TreatyStatus:
        """Return the status of a treaty."""
        return self._status(treaty, standpoint, ())

    def __iter__(self) -> Iterator[TreatyStatus]:
        return (self.of(treaty, Standpoint()) for treaty in self.index.of_kind(Treaty))

    def _status(self, treaty: Treaty, standpoint: Standpoint, trail: tuple[str, ...]) -> TreatyStatus:
        key = (treaty.id, standpoint)
        if key in self._made:
            return self._made[key]
        part, until = self.reached[treaty.id]
        acts = self.index.acts.get(treaty.id, ())
        unplaced = self.index.unplaced_acts.get(treaty.id, ())

        @functools.cache
        def other(name: str) -> TreatyStatus | None:
            record = self.index.by_id.get(name)
            if not isinstance(record, Treaty) or name in trail:
                return None
            return self._status(record, standpoint, (*trail, treaty.id))

        made = status(
            treaty,
            (*acts, *unplaced),
            as_of=until,
            treaties=other,
            others=[each.id for each in self._bearing_on(treaty) if each.id not in trail],
            covered=coverage_of(treaty, part, until, has_acts=bool(acts) or bool(unplaced)),
            position_of=standpoint.position_of,
            assume_unchanged=standpoint.assume_unchanged,
            uncertain_acts=frozenset(act.id for act in unplaced),
        )
        if not trail:
            self._made[key] = made
        return made

    def _bearing_on(self, treaty: Treaty) -> list[Treaty]:
        return [
            each
            for each in self.index.of_kind(Treaty)
            if treaty.id in (*each.supersedes, *each.implies_consent_to)
        ]


def treaties_in_force(statuses: Statuses, on: Day | None) -> Members:
    """Say which treaties are in force on a day; see `Brief.treaties_in_force`."""
    found = {each.treaty.id: each.in_force(on).value for each in statuses}
    return Members(
        frozenset(name for name, value in found.items() if value is Truth.YES),
        frozenset(name for name, value in found.items() if value is Truth.UNKNOWN),
    )
