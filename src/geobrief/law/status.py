"""The status of a treaty: every question about it, computed once and asked many times.

`status` is pure: a treaty, the acts on it, and how far the records claim to reach.
"""

import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from geobrief.actors import code_valid_on, get, person
from geobrief.answer import Answer, Members, Missing, Reason
from geobrief.law.acts.coverage import TreatyCoverage
from geobrief.law.acts.day_that_counts import DatedAct, dated
from geobrief.law.acts.interpretations import binds, interpretations
from geobrief.law.acts.openings import admitted
from geobrief.law.acts.related_treaties import EitherWay, RelatedTreaties, RelatedTreaty
from geobrief.law.answers import questions
from geobrief.law.answers.beside_reports import contradicted as contradicted_since
from geobrief.law.answers.entered_into_force import decided, explained
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.performing import APPLIED_BETWEEN, APPLIED_BY
from geobrief.law.answers.question_by_day import QuestionByDay
from geobrief.law.answers.treaty_by_day import TreatyByDay
from geobrief.law.reasons import entry_into_force as why_entry
from geobrief.law.rules.ratification_stage import stage
from geobrief.law.timeline import Timeline, timeline
from geobrief.law.uncertain.span import DAWN, NEVER, Span, day_of
from geobrief.model.act import Act
from geobrief.model.coverage import Coverage
from geobrief.model.treaty import ReportedEnd, ReportedMembership, Treaty
from geobrief.truth import Truth
from geobrief.values.period import Period
from geobrief.values.when import Day, When

__all__ = ["TreatyStatus", "status"]

Given = ParamSpec("Given")
Told = TypeVar("Told")

NOT_ACTS = frozenset({"records", "legal_effect", "publication"})
"""What may be missing besides acts of states."""


def status(  # noqa: PLR0913 - everything on which an answer depends is said here
    treaty: Treaty,
    acts: Iterable[Act],
    *,
    as_of: Day | None = None,
    treaties: "Mapping[str, TreatyStatus | EitherWay] | Callable[[str], TreatyStatus | None] | None" = None,
    others: Iterable[str] = (),
    covered: Coverage | Iterable[Coverage] | None = None,
    position_of: str | None = None,
    assume_unchanged: bool = False,
    uncertain_acts: frozenset[str] = frozenset(),
) -> "TreatyStatus":
    """Work out what the acts on a treaty amount to in law.

    ``as_of`` is the day up to which the records claim to be complete; left out, the acts are taken to be all
    there ever are.  ``covered`` narrows that; left out, the treaty's own coverage holds, and a treaty without
    any act is not covered.  ``treaties`` gives the status of other treaties, of which ``others`` names those
    that may supersede this one or imply consent to it (a mapping is searched whole).  ``position_of`` takes
    one side's reading of disputed acts; ``assume_unchanged`` carries the last known state forward;
    ``uncertain_acts`` are ids of acts that may or may not have happened.

    Raises `NotFound` where ``position_of`` has the form of a state's code and is none, `InvalidRecord`
    where two acts share an id, and `TypeError` for what is no treaty or no act.

    >>> from geobrief import Exchange, EntryIntoForce, InstrumentExchange
    >>> treaty = Treaty(id="partnership", title="Partnership", between=["PRK", "RUS"],
    ...                 entry_into_force=EntryIntoForce(upon=Exchange()))
    >>> exchange = InstrumentExchange(treaty="partnership", on="2024-12-04")
    >>> print(status(treaty, [exchange], as_of="2025-01-01").in_force("2024-12-03"))
    no: instruments of ratification have not been exchanged
    """
    acts, others = tuple(acts), tuple(others)
    if not isinstance(treaty, Treaty):
        raise TypeError(f"expected a Treaty, got {treaty!r}; by its id, ask brief.status(…)")
    if wrong := [act for act in acts if not isinstance(act, Act)]:
        raise TypeError(f"expected acts on a treaty, got {wrong[0]!r}")
    if position_of is not None and position_of.isupper():
        get(position_of)
    until = None if as_of is None else When.of(as_of)
    mine = [act for act in acts if act.treaty == treaty.id]
    last = NEVER if until is None else Span.of(until).hi
    coverage = TreatyCoverage.of(
        covered or treaty.coverage, mine, last, adopted=treaty.adopted, projected=assume_unchanged
    )
    counted = dated(treaty, mine, coverage.last)
    counted = admitted(treaty, counted) if treaty.open_to else counted
    ways = interpretations(treaty, counted, position_of, uncertain_acts)
    find, named = (treaties, ()) if callable(treaties) else ((treaties or {}).get, tuple(treaties or ()))
    related = RelatedTreaties.of(treaty, partial(_found, find), others or named)
    interpreted = InterpretedTreaty(treaty, counted, ways, coverage, related, binds(treaty, position_of))
    again = partial(
        status,
        treaty,
        acts,
        as_of=as_of,
        treaties=treaties,
        others=others,
        covered=covered,
        position_of=position_of,
        assume_unchanged=assume_unchanged,
        uncertain_acts=uncertain_acts,
    )
    return TreatyStatus(TreatyByDay(interpreted, until), position_of, again)


def remade_by(status: "TreatyStatus", again: "Callable[[], TreatyStatus]") -> "TreatyStatus":
    """Let a pickle of a status hold what works it out again."""
    status._again = again  # pyright: ignore[reportPrivateUsage] - of the class below
    return status


def settle(status: "TreatyStatus") -> None:
    """Work out what other treaties may ask of one, so that it asks no further then."""
    _asked(status).settle()


def acts_on(status: "TreatyStatus") -> tuple[DatedAct, ...]:
    """Give the acts on the treaty with the days that count, for what asks about its provisions."""
    return _asked(status).interpreted.acts


def contradicted(status: "TreatyStatus", report: ReportedMembership | ReportedEnd) -> When | None:
    """Give the first day on which acts contradict what is reported of a member, or of an end, if they do."""
    return contradicted_since(_asked(status).interpreted, report).when


def _asked(status: "TreatyStatus") -> TreatyByDay:
    """Give a treaty as other treaties ask it; callers are told no ordinals of days."""
    return status._by_day  # pyright: ignore[reportPrivateUsage] - of the class below


def either_way(one: "TreatyStatus", other: "TreatyStatus") -> EitherWay:
    """Give a treaty as other treaties ask it where only what two statuses of it both say is known."""
    return EitherWay((_asked(one), _asked(other)))


def _found(find: "Callable[[str], TreatyStatus | EitherWay | None]", name: str) -> RelatedTreaty | None:
    found = find(name)
    return _asked(found) if isinstance(found, TreatyStatus) else found


def _by_ordinal(
    ask: Callable[Concatenate[TreatyByDay, Given], Told], name: str, instead: str
) -> "Callable[Concatenate[TreatyStatus, Given], Told]":
    """Keep the old name of a question that is put, or answered, in ordinals of days."""

    @wraps(ask)
    def asked(self: "TreatyStatus", /, *args: Given.args, **kwargs: Given.kwargs) -> Told:
        warnings.warn(f"TreatyStatus.{name} will go: use {instead}", DeprecationWarning, stacklevel=2)
        return ask(_asked(self), *args, **kwargs)

    asked.__doc__ = f"Is deprecated: use ``{instead}``."
    return asked


class TreatyStatus:
    """What holds about one treaty on every day, and why.

    An omitted ``on`` means ``as_of``, and the answer says so.  Methods that take a state raise `NotFound`
    where a code in the form of a state's is none, those that take a day `InvalidWhen` where it is none, and
    those that take ``on`` and ``during`` `TypeError` where both are given.

    >>> from geobrief import example
    >>> pact = example("dprk-russia-2024", "dprk-russia-2025").status("dprk-russia-partnership")
    >>> pact.entered_into_force.since
    When('2024-12-04')
    >>> print(pact.parties("2024-12-03"), "|", pact.parties("2024-12-04"))
    none | PRK, RUS
    """

    def __init__(
        self, by_day: TreatyByDay, position_of: str | None, again: Callable[[], "TreatyStatus"]
    ) -> None:
        """Take a treaty as it is worked out, and what works it out again from a pickle; made by `status`."""
        self.as_of = by_day.as_of
        self.position_of = position_of
        self._again = again
        self._by_day = by_day
        self._ask = by_day.ask

    def __reduce__(self) -> tuple[Callable[[], "TreatyStatus"], tuple[()]]:
        return self._again, ()

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        return self._by_day.treaty

    @cached_property
    def entered_into_force(self) -> Answer:
        """Whether the treaty has entered into force by ``as_of``, and since when.

        Unknown, with the computed day in ``since``, while that day lies beyond ``as_of``.
        """
        if self._by_day.interpreted.binds.is_no or self._by_day.interpreted.is_only_reported:
            return self.in_force()
        by_day, fact = self._by_day, decided(self._by_day)
        return Answer.told_later(
            lambda _: explained(by_day, fact).why,
            value=fact.value,
            question=f"has {self.treaty.name} entered into force?",
            on=by_day.now,
            as_of=self.as_of,
            assumed_day=True,
            since=fact.since.when,
        )

    def in_force(self, on: Day | None = None, *, during: str | Period | None = None) -> Answer:
        """Answer whether the treaty is in force on a day, or throughout a period.

        >>> from geobrief import example
        >>> str(example("new-start").status("new-start").in_force(during="2012/2020").value)
        'yes'
        """
        return self._in_force.ask(on, during)

    @cached_property
    def _in_force(self) -> QuestionByDay:
        return self._ask(questions.IN_FORCE)

    def in_force_for(
        self, state: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force for a state: whether it is a party.

        >>> from geobrief import example
        >>> print(example("paris-agreement").status("paris-agreement").in_force_for("USA", "2020-12-01"))
        no: the United States gave notice of withdrawal on 2019-11-04, which took effect on 2020-11-04
        """
        return self._ask(questions.IN_FORCE_FOR, state).ask(on, during)

    def in_force_between(
        self, a: str, b: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force between two states; never between a state and itself.

        >>> from geobrief import example
        >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
        >>> print(pact.in_force_between("FIN", "SWE", "2024-03-06"))
        no: Sweden has not consented to be bound
        """
        return self._ask(questions.BETWEEN, a, b).ask(on, during)

    def operative_between(
        self, a: str, b: str, on: Day | None = None, *, during: str | Period | None = None
    ) -> Answer:
        """Answer whether the treaty is in force between two states and not suspended between them.

        >>> from geobrief import example
        >>> russian_view = example("new-start").status("new-start", position_of="RUS")
        >>> print(russian_view.operative_between("RUS", "USA", "2023-03-01").value)
        no
        """
        return self._ask(questions.OPERATIVE, a, b).ask(on, during)

    def provisionally_applied(self, state: str, on: Day | None = None) -> Answer:
        """Answer whether a state applies the treaty provisionally (VCLT 25)."""
        return self._ask(questions.PROVISIONAL, state).ask(on)

    def applied_by(self, state: str, on: Day | None = None) -> Answer:
        """Answer whether a state is to perform the treaty: as a party, or provisionally (VCLT 25, 26)."""
        if not self._by_day.interpreted.may_apply_provisionally:
            return self.in_force_for(state, on)
        return self._ask(APPLIED_BY, state).ask(on)

    def applied_between(self, a: str, b: str, on: Day | None = None) -> Answer:
        """Answer whether the treaty is operative between two states, or applied provisionally (25, 26)."""
        if not self._by_day.interpreted.may_apply_provisionally:
            return self.operative_between(a, b, on)
        return self._ask(APPLIED_BETWEEN, a, b).ask(on)

    def bound_by_interim_obligation(self, state: str, on: Day | None = None) -> Answer:
        """Answer whether a state must not defeat the treaty's object and purpose before entry (VCLT 18)."""
        return self._ask(questions.INTERIM, state).ask(on)

    def signatories(self, on: Day | None = None) -> Members:
        """Give the states that have signed."""
        return self._members(questions.SIGNATORY, on)

    def contracting_states(self, on: Day | None = None) -> Members:
        """Give the states whose consent to be bound is established, in force or not."""
        return self._members(questions.CONTRACTING, on)

    def parties(self, on: Day | None = None) -> Members:
        """Give the states for which the treaty is in force.

        >>> from geobrief import example
        >>> print(example("new-start").status("new-start").parties("2011-02-05"))
        RUS, USA
        """
        return self._members(questions.IN_FORCE_FOR, on)

    def _members(self, question: questions.Question[str], on: Day | None) -> Members:
        days = self._days_meant(on)
        day, truths = day_of(days.lo), dict[str, Truth]()
        why: dict[Reason, None] = {}
        for who in self.everybody:
            asked = self._ask(question, who)
            truth = truths[code_valid_on(who, day)] = asked.by_day.on_one_of(days)
            if truth.is_unknown:
                why |= dict.fromkeys(asked.ask(on).reasons[:1])
        return Members.of(truths, is_open=self._by_day.is_open(question, days), reasons=why)

    def _days_meant(self, on: Day | None) -> Span:
        days = Span.of(self._by_day.now if on is None else When.of(on))
        return Span(max(days.lo, 1), min(days.hi, NEVER - 1))

    def stage(self, state: str, on: Day | None = None) -> str:
        """Name how far a state has come: none, signed, approved_domestically, instrument_executed and so on.

        >>> from geobrief import example
        >>> example("dprk-russia-2024").status("dprk-russia-partnership").stage("PRK")
        'instrument_executed'
        """
        who = person(state)
        self._by_day.expect_actor(who)
        return stage(self._by_day.interpreted.history.parties, who, self._days_meant(on).hi)

    def awaiting(self, on: Day | None = None) -> tuple[Missing, ...]:
        """List what is still to happen before the treaty enters into force; nothing once it has.

        An imprecise day means its last.  Disputed acts count; where only they, or records that are
        not there, leave it open, that is what is awaited.

        >>> from geobrief import example
        >>> print(example("ctbt").status("ctbt").awaiting()[0])
        ratification by CHN (China)
        """
        day, told = self._days_meant(on).hi, self._by_day.interpreted.history
        settled = [each.is_settled_by(day) for each in self._by_day.interpreted.histories]
        if self._by_day.interpreted.binds.is_no or all(settled):
            return ()
        acts = () if told.is_settled_by(day) else why_entry.not_yet(told, day).missing
        answer = self.in_force(day_of(day))
        beyond = (each for each in answer.missing if answer.is_unknown and each.kind in NOT_ACTS)
        return tuple(dict.fromkeys((*acts, *beyond)))

    def timeline(self) -> Timeline:
        """Give the whole life of the treaty as stretches without gap or overlap.

        >>> from geobrief import example
        >>> [str(stretch.value) for stretch in example("new-start").status("new-start").timeline()]
        ['no', 'yes', 'no', 'unknown']
        """
        return timeline(self._by_day)

    def explain(self, on: Day | None = None) -> str:
        """Explain on one page whether the treaty is in force, and who is bound by it."""
        lines = (
            self.in_force(on).explain(),
            f"signatories: {self.signatories(on)}",
            f"contracting states: {self.contracting_states(on)}",
            f"parties: {self.parties(on)}",
        )
        return "\n".join(lines)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who acted, was to act, or is reported as a member; by person in law."""
        return self._by_day.everybody

    def may_bind(self, *states: str) -> bool:
        """Whether the treaty may have anything to do with all of some states."""
        return self.is_open or self._by_day.interpreted.concerned.issuperset(map(person, states))

    @cached_property
    def is_open(self) -> bool:
        """Whether, also within the records, others may be parties of whom nothing is recorded."""
        return self._by_day.is_open(
            questions.IN_FORCE_FOR, Span(DAWN, self._by_day.interpreted.coverage.last)
        )

    def is_open_on(self, day: Day) -> bool:
        """Whether others may be parties on a day of whom nothing is recorded."""
        return self._by_day.is_open(questions.IN_FORCE_FOR, Span.of(When.of(day)))

    def entry(self, state: str | None = None) -> When | None:
        """Give the possible days of entry into force, or of a state's first, as far as the records reach.

        None where nothing is known about it, or it never happens; open at its end where it may still
        come, after the records or never.

        >>> from geobrief import example
        >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
        >>> pact.entry(), pact.entry("FIN"), pact.entry("AUT")
        (When('1949-08-24'), When('2023-04-04'), When('2025/..'))
        """
        return (self._by_day.entry_span() if state is None else self._by_day.party_span(state)).when

    computed_entry = _by_ordinal(TreatyByDay.computed_entry, "computed_entry", "entered_into_force.since")
    entry_span = _by_ordinal(TreatyByDay.entry_span, "entry_span", "entry()")
    party_span = _by_ordinal(TreatyByDay.party_span, "party_span", "entry(state)")
    in_force_course = _by_ordinal(TreatyByDay.in_force_by_day, "in_force_course", "timeline()")
    party_course = _by_ordinal(TreatyByDay.party_by_day, "party_course", "in_force_for(state, on)")
    consent_course = _by_ordinal(TreatyByDay.consent_by_day, "consent_course", "contracting_states(on)")
    signed_course = _by_ordinal(TreatyByDay.signed_by_day, "signed_course", "signatories(on)")
    standing = _by_ordinal(TreatyByDay.standing, "standing", "parties(on)")
