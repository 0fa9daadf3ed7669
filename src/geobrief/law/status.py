"""The status of a treaty: every question about it, computed once and asked many times.

`status` is pure: a treaty, the acts on it, and how far the records claim to reach.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from geobrief.actors import code_valid_on, get, person
from geobrief.answer import Answer, Members, Missing, Reason
from geobrief.law.acts.coverage import TreatyCoverage
from geobrief.law.acts.day_that_counts import dated
from geobrief.law.acts.interpretations import interpretations
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.question_by_day import Day
from geobrief.law.answers.questions import as_disputed, uncovered
from geobrief.law.asked import AskedTreaty
from geobrief.law.reasons import days
from geobrief.law.reasons import entry_into_force as why_entry
from geobrief.law.reasons.reason import Explanation, once
from geobrief.law.rules.ratification_stage import stage
from geobrief.law.timeline import Stretch, Timeline
from geobrief.law.uncertain.span import DAWN, NEVER, NOT_EVER, Span, day_of, span_of, when_of
from geobrief.model.act import Act
from geobrief.model.coverage import Coverage
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = ["TreatyStatus", "status"]

NOT_ACTS = frozenset({"records", "legal_effect", "publication"})
"""What may be missing besides acts of states."""


def status(  # noqa: PLR0913 - everything on which an answer depends is said here
    treaty: Treaty,
    acts: Iterable[Act],
    *,
    as_of: Day | None = None,
    treaties: "Mapping[str, TreatyStatus] | Callable[[str], TreatyStatus | None] | None" = None,
    others: Iterable[str] = (),
    covered: Coverage | None = None,
    position_of: str | None = None,
    assume_unchanged: bool = False,
    uncertain_acts: frozenset[str] = frozenset(),
) -> "TreatyStatus":
    """Work out what the acts on a treaty amount to in law.

    ``as_of`` is the day up to which the records claim to be complete; left out, the acts
    are taken to be all there ever are.  ``covered`` narrows that; left out, the treaty's
    own coverage holds, and a treaty without any act is not covered.  ``treaties`` gives the
    status of other treaties, of which ``others`` names those that may supersede this one
    or imply consent to it (a mapping is searched whole).  ``position_of`` takes one side's
    reading of disputed acts; ``assume_unchanged`` carries the last known state forward;
    ``uncertain_acts`` are ids of acts that may or may not have happened.

    Raises `NotFound` where ``position_of`` has the form of a state's code and is none, and `TypeError` for
    what is no treaty or no act.

    >>> from geobrief import Exchange, EntryIntoForce, InstrumentExchange
    >>> treaty = Treaty(id="partnership", title="Partnership", between=["PRK", "RUS"],
    ...                 entry_into_force=EntryIntoForce(upon=Exchange()))
    >>> exchange = InstrumentExchange(treaty="partnership", on="2024-12-04")
    >>> print(status(treaty, [exchange], as_of="2025-01-01").in_force("2024-12-03"))
    no: instruments of ratification have not been exchanged
    """
    acts = tuple(acts)
    if not isinstance(treaty, Treaty):
        raise TypeError(f"expected a Treaty, got {treaty!r}; by its id, ask brief.status(…)")
    if wrong := [act for act in acts if not isinstance(act, Act)]:
        raise TypeError(f"expected acts on a treaty, got {wrong[0]!r}")
    return TreatyStatus(
        treaty,
        acts,
        as_of=None if as_of is None else When.of(as_of),
        related=RelatedTreaties.of(treaty, treaties if treaties is not None else {}, others),
        coverage=covered or treaty.coverage,
        position_of=position_of,
        assume_unchanged=assume_unchanged,
        uncertain_acts=uncertain_acts,
    )


class TreatyStatus(AskedTreaty):
    """What holds about one treaty on every day, and why.

    An omitted ``on`` means ``as_of``, and the answer says so.  Methods that take a state raise `NotFound`
    where a code in the form of a state's is none, those that take a day `InvalidWhen` where it is none, and
    those that take ``on`` and ``during`` `TypeError` where both are given.

    What other treaties that depend on it ask is in its base, and speaks in day ordinals and persons.

    >>> from geobrief import example
    >>> pact = example("dprk-russia-2024", "dprk-russia-2025").status("dprk-russia-partnership")
    >>> pact.entered_into_force.since
    When('2024-12-04')
    >>> print(pact.parties("2024-12-03"), "|", pact.parties("2024-12-04"))
    none | PRK, RUS
    """

    def __init__(
        self,
        treaty: Treaty,
        acts: tuple[Act, ...],
        *,
        as_of: When | None,
        related: RelatedTreaties,
        coverage: Coverage | None,
        position_of: str | None,
        assume_unchanged: bool,
        uncertain_acts: frozenset[str],
    ) -> None:
        """Work out the readings of the acts; made by `status`."""
        self.position_of = position_of
        if position_of is not None and position_of.isupper():
            get(position_of)
        mine = [act for act in acts if act.treaty == treaty.id]
        last = NEVER if as_of is None else span_of(as_of).hi
        told = coverage or Coverage(covered=bool(mine))
        covered = TreatyCoverage.of(told, last, projected=assume_unchanged)
        counted = dated(treaty, mine, covered.last)
        ways = interpretations(treaty, counted, position_of, uncertain_acts)
        super().__init__(InterpretedTreaty.of(treaty, counted, ways, covered, related), as_of)

    # Entry into force ---------------------------------------------------------------------

    @cached_property
    def entered_into_force(self) -> Answer:
        """Whether the treaty has entered into force by ``as_of``, and since when.

        Unknown, with the computed day in ``since``, while that day lies beyond ``as_of``.
        """
        coverage, entry = self.interpreted.coverage, self.computed_entry()
        if not self.treaty.binding or self.interpreted.is_only_reported:
            return self.in_force()
        last = min(coverage.last, NEVER - 1)
        decided = not coverage.absent & self.interpreted.opposing
        if entry.must_happen and entry.hi <= last and decided:
            now, since = self.in_force(day_of(last)), self._bounded_entry(entry)
            agreed = all(
                history.end == self.interpreted.history.end for _, history in self.interpreted.tellings
            )
            why = why_entry.entered(self.interpreted.history, since, last, now, is_end_agreed=agreed)
            value, why = Truth.YES, as_disputed(self.interpreted, why)
        else:
            found = self.in_force(day_of(last))
            why = Explanation(found.reasons, found.missing)
            value = Truth.UNKNOWN if entry.may_happen or found.is_unknown else Truth.NO
            if value.is_unknown and found.is_no and self.interpreted.history.end.lo <= last:
                may = Reason(text=f"it may have entered into force {days.on(entry)}", because=found.reasons)
                why = Explanation((may,), found.missing)
            if value.is_no and (unrecorded := coverage.missing(value, last, self.interpreted.bringing, ())):
                value, why = Truth.UNKNOWN, Explanation((uncovered(unrecorded),), unrecorded)
        if value.is_no and (found := self.in_force()).is_unknown:  # the records end before as_of
            value, why = Truth.UNKNOWN, Explanation(found.reasons, found.missing)
        if entry.may_happen and last < entry.lo:
            is_to = "is to" if entry.must_happen else "may"
            text = f"it {is_to} enter into force {days.on(entry)}, beyond the records"
            after = Missing(kind="records", text=f"records after {coverage.day()}")
            missing = (after,) if entry.must_happen else (after, *why.missing)
            why = Explanation((Reason(text=text, rule="VCLT 24", because=why.reasons),), missing)
        why = once(why)
        return Answer(
            value=value,
            question=f"has {self.treaty.name} entered into force?",
            on=self._now,
            as_of=self.as_of,
            assumed_day=True,
            reasons=why.reasons,
            missing=why.missing,
            since=when_of(self._bounded_entry(entry)) if entry.may_happen else None,
        )

    def _bounded_entry(self, entry: Span) -> Span:
        """Give a day of entry as the records bound it: an act that is missing may have brought it sooner."""
        return Span(DAWN, entry.hi) if self.interpreted.coverage.absent & self.interpreted.bringing else entry

    def in_force(self, on: Day | None = None, *, during: str | Period | None = None) -> Answer:
        """Answer whether the treaty is in force on a day, or throughout a period.

        >>> from geobrief import example
        >>> str(example("new-start").status("new-start").in_force(during="2012/2020").value)
        'yes'
        """
        return self._in_force.ask(on, during)

    def in_force_for(
        self, state: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force for a state: whether it is a party.

        >>> from geobrief import example
        >>> print(example("paris-agreement").status("paris-agreement").in_force_for("USA", "2020-12-01"))
        no: the United States gave notice of withdrawal on 2019-11-04, which took effect on 2020-11-04
        """
        return self._inquiry("party", state).ask(on, during)

    def in_force_between(
        self, a: str, b: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force between two states; never between a state and itself.

        >>> from geobrief import example
        >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
        >>> print(pact.in_force_between("FIN", "SWE", "2024-03-06"))
        no: Sweden has not consented to be bound
        """
        return self._inquiry("between", a, b).ask(on, during)

    def operative_between(
        self, a: str, b: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force between two states and not suspended between them.

        >>> from geobrief import example
        >>> russian_view = example("new-start").status("new-start", position_of="RUS")
        >>> print(russian_view.operative_between("RUS", "USA", "2023-03-01").value)
        no
        """
        return self._inquiry("operative", a, b).ask(on, during)

    def provisionally_applied(self, state: str, on: Day | None = None) -> Answer:
        """Answer whether a state applies the treaty provisionally (VCLT 25)."""
        return self._inquiry("provisional", state).ask(on)

    def bound_by_interim_obligation(self, state: str, on: Day | None = None) -> Answer:
        """Answer whether a state must not defeat the treaty's object and purpose before entry (VCLT 18)."""
        return self._inquiry("interim", state).ask(on)

    def signatories(self, on: Day | None = None) -> Members:
        """Give the states that have signed."""
        return self._members("signatory", on)

    def contracting_states(self, on: Day | None = None) -> Members:
        """Give the states whose consent to be bound is established, in force or not."""
        return self._members("contracting", on)

    def parties(self, on: Day | None = None) -> Members:
        """Give the states for which the treaty is in force.

        >>> from geobrief import example
        >>> print(example("new-start").status("new-start").parties("2011-02-05"))
        RUS, USA
        """
        return self._members("party", on)

    def _members(self, asked: str, on: Day | None) -> Members:
        when = self._now if on is None else When.of(on)
        span = span_of(when)
        first, last = max(span.lo, 1), min(span.hi, NEVER - 1)
        certain, possible = set(), set()
        why: dict[Reason, None] = {}
        for who in self.everybody:
            question_by_day = self._inquiry(asked, who)
            truth = question_by_day.by_day.on_one_of(Span(first, last))
            code = code_valid_on(who, day_of(first))
            if truth.is_yes:
                certain.add(code)
            elif truth.is_unknown:
                possible.add(code)
                why |= dict.fromkeys(question_by_day.ask(when).reasons[:1])
        is_open = not self._for_others(asked).on_one_of(Span(first, last)).is_no
        return Members(frozenset(certain), frozenset(possible), is_open=is_open, reasons=tuple(why))

    def stage(self, state: str, on: Day | None = None) -> str:
        """Name how far a state has come: none, approved_domestically, instrument_executed and so on.

        >>> from geobrief import example
        >>> example("dprk-russia-2024").status("dprk-russia-partnership").stage("PRK")
        'instrument_executed'
        """
        self._expect_actor(person(state))
        day = span_of(self._now if on is None else When.of(on)).hi
        return stage(self.interpreted.history.acts.of(person(state)), min(day, NEVER - 1))

    def awaiting(self, on: Day | None = None) -> tuple[Missing, ...]:
        """List what is still to happen before the treaty enters into force; nothing once it has.

        An imprecise day means its last.  Disputed acts count; where only they, or records that are
        not there, leave it open, that is what is awaited.

        >>> from geobrief import example
        >>> print(example("ctbt").status("ctbt").awaiting()[0])
        ratification by CHN (China)
        """
        day = min(span_of(self._now if on is None else When.of(on)).hi, NEVER - 1)
        histories = self.interpreted.histories
        if not self.treaty.binding or all(
            min(history.entry.hi, history.end.hi) <= day for history in histories
        ):
            return ()
        told = self.interpreted.history
        acts = () if min(told.entry.hi, told.end.hi) <= day else why_entry.not_yet(told, day).missing
        answer = self._in_force.ask(day_of(day))
        beyond = (each for each in answer.missing if answer.is_unknown and each.kind in NOT_ACTS)
        return tuple(dict.fromkeys((*acts, *beyond)))

    def timeline(self) -> Timeline:
        """Give the whole life of the treaty as stretches without gap or overlap.

        >>> from geobrief import example
        >>> [str(stretch.value) for stretch in example("new-start").status("new-start").timeline()]
        ['no', 'yes', 'no', 'unknown']
        """
        return Timeline(
            Stretch(
                day_of(start) if start > DAWN else None,
                day_of(end) if end < NEVER else None,
                value,
                self._reason_of(start, end, value),
            )
            for start, end, value in self._in_force.by_day.stretches()
        )

    def _reason_of(self, start: int, end: int, value: Truth) -> str:
        """Say why it is so in a stretch: as on its first day, of the first stretch as on its last covered."""
        entry = self.computed_entry() if self.treaty.binding else NOT_EVER
        if value.is_no and self.treaty.binding and entry.may_happen and end <= entry.lo:
            return "not yet in force"
        last = max(min(end - 1, self.interpreted.coverage.last), 1)
        why = self._in_force.ask(day_of(start if start > DAWN else last)).reasons
        return why[0].text if why else ""

    def explain(self, on: Day | None = None) -> str:
        """Explain on one page whether the treaty is in force, and who is bound by it."""
        lines = [self.in_force(on).explain()]
        for noun, members in (
            ("signatories", self.signatories(on)),
            ("contracting states", self.contracting_states(on)),
            ("parties", self.parties(on)),
        ):
            lines.append(f"{noun}: {members}")
        return "\n".join(lines)
