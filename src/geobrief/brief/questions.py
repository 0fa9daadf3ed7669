"""The questions that a brief answers: it feeds its records to the law and to the claims."""

from collections.abc import Iterable, Mapping
from datetime import date

from geobrief.answer import Answer, Members
from geobrief.brief.coverage import coverage_of
from geobrief.brief.part import Part
from geobrief.brief.sections import Sections
from geobrief.claims import Standing, Strength, standing, strength
from geobrief.law import Obligation, TreatyStatus, allies, obligations, status
from geobrief.model.act import Act
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.record import Record
from geobrief.model.treaty import ProvisionKind, Treaty
from geobrief.truth import Truth
from geobrief.values.estimate import Policy
from geobrief.values.period import Period
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["Day", "Questions", "Reading"]

Day = str | date | When
"""A day as a caller may name it."""

Reading = tuple[str | None, bool]
"""Whose position on contested acts is taken, and whether the last state is carried on."""


class Questions(Sections):
    """What can be asked of a brief; each answer comes with its reasons."""

    __slots__ = ()

    as_of: When
    sources: Mapping[str, Source]
    actors: Mapping[str, DeclaredActor]
    unplaced: tuple[Record, ...]

    @property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        raise NotImplementedError

    @property
    def reached(self) -> Mapping[str, tuple[Part, When]]:
        """For each record the part that holds it and the day up to which that is complete."""
        raise NotImplementedError

    @property
    def statuses(self) -> dict[tuple[str, str | None, bool], TreatyStatus]:
        """The statuses that were asked for, each computed once."""
        raise NotImplementedError

    def acts_on(self, treaty: str) -> tuple[Act, ...]:
        """Return the acts on a treaty."""
        raise NotImplementedError

    # -- the law -----------------------------------------------------------------------

    def status(
        self, treaty: str, *, position_of: str | None = None, assume_unchanged: bool = False
    ) -> TreatyStatus:
        """Return the status of a treaty, computed once and then asked many times.

        ``position_of`` takes one side's reading of contested acts; ``assume_unchanged``
        carries the last known state beyond the day up to which the records are complete.
        Raises `NotFound` where the brief has no such treaty.
        """
        found = self.treaties[treaty]
        return self._status(found, (position_of, assume_unchanged), ())

    def _status(self, treaty: Treaty, reading: Reading, trail: tuple[str, ...]) -> TreatyStatus:
        key = (treaty.id, *reading)
        if key in self.statuses:
            return self.statuses[key]
        part, until = self.reached[treaty.id]
        unplaced = [act for act in self.unplaced if isinstance(act, Act) and act.treaty == treaty.id]
        acts = self.acts_on(treaty.id)

        def other(name: str) -> TreatyStatus | None:
            record = self.by_id.get(name)
            if not isinstance(record, Treaty) or name in trail:
                return None
            return self._status(record, reading, (*trail, treaty.id))

        made = status(
            treaty,
            (*acts, *unplaced),
            as_of=until,
            treaties=other,
            others=[each.id for each in self._bearing_on(treaty) if each.id not in trail],
            covered=coverage_of(treaty, part, until, has_acts=bool(acts) or bool(unplaced)),
            position_of=reading[0],
            assume_unchanged=reading[1],
            uncertain_acts=frozenset(act.id for act in unplaced),
        )
        if not trail:
            self.statuses[key] = made
        return made

    def _bearing_on(self, treaty: Treaty) -> list[Treaty]:
        return [each for each in self.treaties if treaty.id in (*each.supersedes, *each.implies_consent_to)]

    def in_force(
        self,
        treaty: str,
        on: Day | None = None,
        *,
        during: str | Period | None = None,
        position_of: str | None = None,
        assume_unchanged: bool = False,
    ) -> Answer:
        """Whether a treaty is in force on a day (``as_of`` where none is given), and why.

        Raises `NotFound` where the brief has no such treaty.
        """
        return self.status(treaty, position_of=position_of, assume_unchanged=assume_unchanged).in_force(
            on, during=during
        )

    def treaties_in_force(self, on: Day | None = None) -> Members:
        """Return the treaties in force on a day, the certain ones and the possible ones."""
        found = {treaty.id: self.in_force(treaty.id, on).value for treaty in self.treaties}
        return Members(
            frozenset(name for name, value in found.items() if value is Truth.YES),
            frozenset(name for name, value in found.items() if value is Truth.UNKNOWN),
        )

    def obligations(
        self, of: str, towards: str, on: Day | None = None, *, kinds: Iterable[ProvisionKind] = ()
    ) -> tuple[Obligation, ...]:
        """Return what one state owes another on a day under the treaties operative between them.

        What the records leave open is listed too, and says so.  ``kinds`` narrows the kinds.
        """
        return obligations(of, towards, self.as_of if on is None else on, self._every_status(), kinds)

    def allies(
        self, of: str, on: Day | None = None, *, kinds: Iterable[ProvisionKind] = ("defense",)
    ) -> Members:
        """Return the states bound to a state, either way, by obligations of some kinds on a day."""
        return allies(of, self.as_of if on is None else on, self._every_status(), kinds)

    def _every_status(self) -> list[TreatyStatus]:
        return [self.status(treaty.id) for treaty in self.treaties]

    # -- claims ------------------------------------------------------------------------

    def strength(self, deployment: str, on: Day | None = None, policy: Policy = "envelope") -> Strength:
        """Return how strong a deployment was by a day, and who says so.

        Only estimates made and published by then count; an imprecise day means its last.
        """
        return strength(
            self.deployments[deployment],
            self.sources,
            on=self.as_of if on is None else on,
            policy=policy,
            actors=self.actors,
            as_of=self.as_of,
        )

    def standing(self, accusation: str, on: Day | None = None) -> Standing:
        """Return where an accusation stands on a day: response, support and finding."""
        accused = self.accusations[accusation]
        about = [self.by_id[name] for name in accused.about if name in self.by_id]
        return standing(
            accused,
            sources=self.sources,
            on=self.as_of if on is None else on,
            responses=self.responses,
            findings=self.findings,
            about=about,
            actors=self.actors,
            as_of=self.as_of,
        )
