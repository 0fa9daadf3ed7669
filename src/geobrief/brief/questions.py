"""The questions that a brief answers: it feeds its records to the law and to the claims."""

import functools
from collections.abc import Iterable, Mapping
from datetime import date

from geobrief import actors
from geobrief.answer import Answer, Members
from geobrief.brief.bearing import bearings, day_asked
from geobrief.brief.cite import bibtex, sources_of
from geobrief.brief.coverage import coverage_of
from geobrief.brief.diff import Comparison, diff
from geobrief.brief.part import Part
from geobrief.brief.related import Mentions, Related, edges_of
from geobrief.brief.sections import Sections
from geobrief.brief.sentence import Teller
from geobrief.brief.timeline import Entry, timeline
from geobrief.claims import Standing, Strength, standing, strength
from geobrief.errors import NotFound
from geobrief.law import Obligation, TreatyStatus, allies, bound, obligations, status
from geobrief.model.act import Act
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.record import Record
from geobrief.model.references import references_in
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
    records: tuple[Record, ...]
    unplaced: tuple[Record, ...]

    @property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        raise NotImplementedError

    @property
    def mentions(self) -> Mentions:
        """For each record those that name it, each with the field in which it does."""
        raise NotImplementedError

    @property
    def reached(self) -> Mapping[str, tuple[Part, When]]:
        """For each record the part that holds it and the day up to which that is complete."""
        raise NotImplementedError

    @property
    def _statuses(self) -> dict[tuple[str, str | None, bool], TreatyStatus]:
        """The statuses that were asked for, each computed once."""
        raise NotImplementedError

    def acts_on(self, treaty: str) -> tuple[Act, ...]:
        """Return the acts on a treaty."""
        raise NotImplementedError

    def recognise(self, *codes: str | None) -> None:
        """Raise `NotFound` for a code that neither the tables nor the brief know, naming the nearest.

        A slip in a code would otherwise pass for an actor that did nothing.
        """
        for code in codes:
            if code is None or code in self.actors:
                continue
            try:
                actors.get(code)
            except NotFound:
                speaks = any(code == source.actor for source in self.sources.values())
                if not speaks and not any(code in _named(record) for record in self.by_id.values()):
                    raise

    # -- the law -----------------------------------------------------------------------

    def status(
        self, treaty: str, *, position_of: str | None = None, assume_unchanged: bool = False
    ) -> TreatyStatus:
        """Return the status of a treaty, computed once and then asked many times.

        ``position_of`` takes one side's reading of contested acts; ``assume_unchanged``
        carries the last known state beyond the day up to which the records are complete.
        Raises `NotFound` where the brief has no such treaty.

        >>> from geobrief import example
        >>> example("ctbt").status("ctbt").in_force("2024-12-31").is_no
        True
        """
        found = self.treaties[treaty]
        self.recognise(position_of)
        return self._status(found, (position_of, assume_unchanged), ())

    def _status(self, treaty: Treaty, reading: Reading, trail: tuple[str, ...]) -> TreatyStatus:
        key = (treaty.id, *reading)
        if key in self._statuses:
            return self._statuses[key]
        part, until = self.reached[treaty.id]
        unplaced = [act for act in self.unplaced if isinstance(act, Act) and act.treaty == treaty.id]
        acts = self.acts_on(treaty.id)

        @functools.cache
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
            self._statuses[key] = made
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

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024")
        >>> print(brief.in_force("dprk-russia-partnership", "2024-11-12"))
        no: instruments of ratification have not been exchanged
        >>> print(brief.in_force("dprk-russia-partnership", "2024-12-25"))
        unknown: the records are complete only up to 2024-11-12
        """
        return self.status(treaty, position_of=position_of, assume_unchanged=assume_unchanged).in_force(
            on, during=during
        )

    def treaties_in_force(self, on: Day | None = None) -> Members:
        """Return the treaties in force on a day, the certain ones and the possible ones.

        >>> from geobrief import example
        >>> print(example("dprk-russia-2024").treaties_in_force("2024-11-12"))
        none; possibly dprk-russia-friendship-2000
        """
        found = {treaty.id: self.in_force(treaty.id, on).value for treaty in self.treaties}
        return Members(
            frozenset(name for name, value in found.items() if value is Truth.YES),
            frozenset(name for name, value in found.items() if value is Truth.UNKNOWN),
        )

    def obligations(
        self, of: str, towards: str, on: Day | None = None, *, kinds: Iterable[ProvisionKind] = ()
    ) -> tuple[Obligation, ...]:
        """Return what one state owes another on a day under the treaties operative between them.

        What the records leave open is listed too, and says so.  ``kinds`` narrows the kinds.  Raises
        `NotFound` for a kind that does not exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> [owed.provision.kind for owed in brief.obligations("PRK", "RUS", "2025-01-01")]
        ['defense', 'sanctions_opposition']
        """
        self.recognise(of, towards)
        return obligations(of, towards, self.as_of if on is None else on, self._every_status(), kinds)

    def allies(
        self, of: str, on: Day | None = None, *, kinds: Iterable[ProvisionKind] = ("defense",)
    ) -> Members:
        """Return the states bound to a state, either way, by obligations of some kinds on a day.

        Raises `NotFound` for a kind that does not exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> print(brief.allies("PRK", "2024-11-12"), "|", brief.allies("PRK", "2024-12-04"))
        none | RUS
        """
        self.recognise(of)
        return allies(of, self.as_of if on is None else on, self._every_status(), kinds)

    def bound(self, kind: ProvisionKind, on: Day | None = None) -> Members:
        """Return the states on which a treaty in force lays a kind of duty on a day, such as a test ban.

        Raises `NotFound` for a kind that does not exist.

        >>> from geobrief import example
        >>> brief = example("dprk-russia-2024", "dprk-russia-2025")
        >>> print(brief.bound("defense", "2024-12-03"), "|", brief.bound("defense", "2024-12-04"))
        none | PRK, RUS
        """
        return bound(kind, self.as_of if on is None else on, self._every_status())

    def _every_status(self) -> list[TreatyStatus]:
        return [self.status(treaty.id) for treaty in self.treaties]

    # -- claims ------------------------------------------------------------------------

    def strength(self, deployment: str, on: Day | None = None, policy: Policy = "envelope") -> Strength:
        """Return how strong a deployment was by a day, and who says so.

        Only estimates made and published by then count; an imprecise day means its last.

        >>> from geobrief import example
        >>> said = example("dprk-russia-2024").strength("prk-troops-in-russia", "2024-10-28").estimate
        >>> print(said, "(alleged)" if said.alleged else "")
        about 10,000 persons (alleged)
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
        """Return where an accusation stands on a day: response, support and finding.

        Raises `NotFound` where the brief has no such accusation.

        >>> from geobrief import example
        >>> print(example("dprk-russia-2024").standing("kor-accuses-prk-deployment").finding)
        open
        """
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

    # -- the story ---------------------------------------------------------------------

    def timeline(
        self,
        *,
        actor: str | None = None,
        kind: type[Record] | str | None = None,
        place: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Entry, ...]:
        """Return what happened, was said and was published, in order of days.

        An actor is also whoever speaks for it; a kind is a class of record or its name,
        ``source`` for publications; a place is a name or the code of a state.  ``since``
        and ``until`` are both included, and so is what may lie between them.  Changes in
        the status of treaties are derived from the law and marked so.  An actor, kind or
        place that nothing knows raises `NotFound`.

        >>> from geobrief import example
        >>> for entry in example("new-start").timeline(kind="extension"):
        ...     print(entry)
        2021-01-26: happened: United States and Russia agree to extend New START
        2021-02-03: happened: the extension of New START takes effect
        """
        self.recognise(actor)
        return timeline(self, actor=actor, kind=kind, place=place, since=since, until=until)

    def at(self, day: Day) -> tuple[Entry, ...]:
        """Return what happened, lasted, was said and was published on a day, or may have been."""
        return timeline(self, since=day, until=day)

    def related(self, record: Record | str, *, on: Day | None = None) -> Related:
        """Return what a record names, what names it, and the treaties that bear on it.

        Treaties are asked about the day of the deployment or test (the first of what
        lasts), or about ``on``.  Raises `NotFound` where the brief has no such record.

        >>> from geobrief import example
        >>> print(example("new-start").related("extension-new-start"))
        extension-new-start: extension of New START between United States and Russia
          it is an act on new-start: treaty “New START” between United States and Russia
        """
        found = self.of_kind(Record)[record if isinstance(record, str) else record.id]
        teller = Teller(self.actors, self.by_id)
        day = When.of(on) if on is not None else day_asked(found) or self.as_of
        return Related(
            record=found,
            sentence=teller.tell(found),
            edges=edges_of(found, self.by_id, self.mentions, teller),
            bearings=bearings(found, day, self._every_status(), self.actors),
        )

    def diff(self, other: "Questions") -> Comparison:
        """Compare with another brief, record by record.

        Each record is confirmed, majority, unique, missing or conflict; how it was
        recorded, its note and its citations are not compared.
        """
        return diff(self.by_id, other.by_id, self.sources, other.sources)

    def cite(self, record: Record | str | None = None) -> str:
        """Return the sources in BibTeX: all of them, or those that one record cites.

        Raises `NotFound` where the brief has no such record.
        """
        if record is None:
            return bibtex(self.sources, self.sources)
        found = self.of_kind(Record)[record if isinstance(record, str) else record.id]
        return bibtex(self.sources, sources_of(found))


def _named(record: Record) -> frozenset[str]:
    return frozenset(reference.name for reference in references_in(record) if "actor" in reference.to)
