"""Questions of law: the treaties of a brief, each with its acts and how far they reach, handed to the law."""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from geobrief.answer import Members
from geobrief.brief.dependency_order import circles_in_order, known_in_circle
from geobrief.brief.index import Index
from geobrief.law import TreatyStatus, status
from geobrief.law.acts.related_treaties import EitherWay
from geobrief.law.status import remade_by, settle
from geobrief.model.coverage import Coverages
from geobrief.model.references import references_in
from geobrief.model.treaty import Treaty
from geobrief.values.when import Day, When

__all__ = ["Standpoint", "Statuses", "treaties_in_force"]

_BEARING: Final = ("supersedes", "implies_consent_to")
"""The fields in which a treaty names those that depend on it; in any other it names what it depends on."""

_DEEP: Final = 8
"""How far one treaty may ask on through others before it is worked out in full beforehand."""


class Standpoint(NamedTuple):
    """From where the law is asked.

    Attributes:
        position_of: whose position on contested acts is taken.
        assume_unchanged: whether the last known state is carried on beyond the records.
    """

    position_of: str | None = None
    assume_unchanged: bool = False


@attrs.frozen(eq=False)
class Statuses:
    """The statuses of the treaties of a brief, each worked out once and after those on which it depends.

    Where treaties depend on each other in a circle, each is worked out from what is known of the others
    either way: if there were none of the circle, and if there were those that this leaves.

    Attributes:
        index: the records.
        reached: for each record what the part that holds it covers, and the day up to which that is complete.
    """

    index: Index
    reached: Mapping[str, tuple[Mapping[str, Coverages], When]]
    _made: defaultdict[Standpoint, dict[str, TreatyStatus]] = attrs.field(
        factory=lambda: defaultdict(dict), init=False
    )
    _asked: dict[str, tuple[str, ...]] = attrs.field(factory=dict, init=False)
    _depths: dict[str, int] = attrs.field(factory=dict, init=False)

    def of(self, treaty: str, standpoint: Standpoint = Standpoint()) -> TreatyStatus:  # noqa: B008 - immutable
        """Return the status of a treaty; raises `NotFound` where there is no such treaty or position."""
        made = self._made[standpoint]
        if treaty not in made:
            asked = self.index.of_kind(Treaty)[treaty]
            self.index.recognise(standpoint.position_of)
            for circle in circles_in_order(asked.id, self._asked_by, made):
                self._work_out(circle, standpoint, made)
        return made[treaty]

    def __iter__(self) -> Iterator[TreatyStatus]:
        return (self.of(treaty.id) for treaty in self.index.of_kind(Treaty))

    def _asked_by(self, treaty: str) -> tuple[str, ...]:
        """Name the treaties on which the status of one may depend, each once."""
        if treaty not in self._asked:
            text = self.index.of_kind(Treaty)[treaty]
            named = (
                each.name
                for each in references_in(text)
                if each.to == ("treaty",) and each.path[0] not in _BEARING and each.name in self._bearing
            )
            self._asked[treaty] = tuple(dict.fromkeys((*named, *self._bearing[treaty])))
        return self._asked[treaty]

    @functools.cached_property
    def _bearing(self) -> Mapping[str, tuple[str, ...]]:
        """For each treaty those that say that they supersede it, or imply consent to it."""
        found: dict[str, list[str]] = {treaty.id: [] for treaty in self.index.of_kind(Treaty)}
        for treaty in self.index.of_kind(Treaty):
            for name in dict.fromkeys(each for field in _BEARING for each in getattr(treaty, field)):
                found.get(name, []).append(treaty.id)
        return {name: tuple(each) for name, each in found.items()}

    def _work_out(
        self, circle: tuple[str, ...], standpoint: Standpoint, made: dict[str, TreatyStatus]
    ) -> None:
        outside = {name: made[name] for each in circle for name in self._asked_by(each) if name not in circle}
        known: dict[str, TreatyStatus | EitherWay] = dict(outside)
        is_circle = any(name in circle for each in circle for name in self._asked_by(each))
        if is_circle:
            known |= known_in_circle(
                circle, outside, lambda name, others: self._status(name, standpoint, others)
            )
        made |= {name: self._status(name, standpoint, known) for name in circle}
        depth = 1 + 2 * is_circle + max(map(self._depths.__getitem__, outside), default=0)
        if depth >= _DEEP:
            depth = 0
            for name in circle:
                settle(made[name])
        self._depths.update(dict.fromkeys(circle, depth))

    def _status(
        self, name: str, standpoint: Standpoint, known: Mapping[str, TreatyStatus | EitherWay]
    ) -> TreatyStatus:
        coverage, until = self.reached[name]
        treaty = self.index.of_kind(Treaty)[name]
        unplaced = self.index.unplaced_acts.get(name, ())
        acts = (*self.index.acts.get(name, ()), *unplaced)
        made = status(
            treaty,
            acts,
            as_of=until,
            treaties=known,
            others=self._bearing[name],
            covered=treaty.coverage or coverage.get(name) or coverage.get(treaty.kind_name),
            position_of=standpoint.position_of,
            assume_unchanged=standpoint.assume_unchanged,
            uncertain_acts=frozenset(act.id for act in unplaced),
        )
        return remade_by(made, functools.partial(self.of, name, standpoint))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.index, self.reached)


def treaties_in_force(statuses: Statuses, on: Day | None) -> Members:
    """Say which treaties are in force on a day; see `Brief.treaties_in_force`."""
    return Members.of({each.treaty.id: each.in_force(on).value for each in statuses})
