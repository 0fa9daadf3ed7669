"""A treaty as other treaties ask it: in possible days, truths by day and persons in law.

Every question about it is put and worked out once.  What callers ask is told in dates and answers, by
`geobrief.law.status.TreatyStatus`.
"""

from collections.abc import Iterator
from functools import cached_property, partial
from typing import cast

import attrs

from geobrief.actors import get, person
from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import Amendment
from geobrief.law.acts.statehood import claims
from geobrief.law.answers import questions
from geobrief.law.answers.beside_reports import applied_as_reported, beside_reports, until_reported
from geobrief.law.answers.claimed_continuity import worked_out_either_way
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.performing import APPLIED
from geobrief.law.answers.question_by_day import QuestionByDay
from geobrief.law.answers.questions import Found, Persons, Put, Question, by_acts, recorded_by_day
from geobrief.law.reasons.disputes import binding_open
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, grounds
from geobrief.law.reasons.reported import reported as why_reported
from geobrief.law.reasons.termination import ended_by
from geobrief.law.rules import reported
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import DAWN, NEVER, Interval, Span, day_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["TreatyByDay"]

SETS = {
    "parties": questions.IN_FORCE_FOR,
    "contracting_states": questions.CONTRACTING,
    "signatories": questions.SIGNATORY,
}


@attrs.frozen(slots=False, eq=False)
class TreatyByDay:
    """The questions that can be put to one treaty, each worked out when it is first put.

    Attributes:
        interpreted: the treaty in all interpretations.
        as_of: the day up to which its records claim to be complete.
    """

    interpreted: InterpretedTreaty
    as_of: When | None
    _asked: dict[tuple[object, ...], QuestionByDay] = attrs.field(factory=dict, init=False)

    def ask(self, question: Question[*Persons], *states: *Persons) -> QuestionByDay:
        """Give a question about some states, worked out for every day."""
        found = self._asked.get((question, states))
        if found is None:
            found = self._asked[question, states] = self._worked_out(question, states)
        return found

    def is_open(self, question: Question[str], days: Span) -> bool:
        """Whether it may hold on one of some days of somebody of whom nothing is recorded."""
        return not self.ask(question, questions.ANYBODY_ELSE).by_day.on_one_of(days).is_no

    def expect_actor(self, who: str) -> None:
        """Raise NotFound for a code that no state has: it is a slip, not a state that did nothing."""
        known = self.interpreted.concerned
        if who not in known and (who.isupper() or person(who.upper()) in known):
            get(who)

    def settle(self) -> None:
        """Work out what other treaties may ask about whoever acted, or anybody else: it asks no further."""
        self.in_force_by_day()
        for who in (*self.everybody, questions.ANYBODY_ELSE):
            for question in SETS.values():
                self.ask(question, who)

    @cached_property
    def now(self) -> When:
        """The day that is meant where none is named: ``as_of``, else the last on which anything changes."""
        if self.as_of is not None:
            return self.as_of
        spans = [span for history in self.interpreted.histories for span in history.interval]
        spans += [one.day for one in self.interpreted.acts]
        return When.of(day_of(max((day for span in spans for day in span if day < NEVER), default=DAWN)))

    def _worked_out(self, question: Question[*Persons], states: tuple[*Persons]) -> QuestionByDay:
        persons = tuple(person(str(state)) for state in states)
        for who in persons:
            self.expect_actor(who)
        put = Put(question, self.interpreted, cast("tuple[*Persons]", persons))  # as many as states
        acted = self.interpreted.history.acts.by_state
        claimed = [each for each in claims() if each.by in persons and each.to_continue in acted]
        found = worked_out_either_way(put, claimed[0], _worked_out) if claimed else _worked_out(put)
        turns = partial(self.interpreted.turning_days_of, persons)
        recurring = self.interpreted.running
        return QuestionByDay(put.words, found.by_day, found.why, turns, recurring, self.now, self.as_of)

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        return self.interpreted.treaty

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who acted, was to act, or is reported as a member; by person in law."""
        return self.interpreted.everybody

    def computed_entry(self) -> Span:
        """Give the possible days of entry into force in all interpretations, wherever the records end."""
        return Span.hull(*(history.entered for history in self.interpreted.histories))

    def entry_span(self) -> Span:
        """Give the possible days of entry into force, as far as the records reach."""
        entry = self.computed_entry()
        entry = entry.or_never if self.interpreted.binds.is_unknown else entry
        return self.interpreted.coverage.bounded(entry, self.interpreted.bringing)

    def in_force_by_day(self) -> TruthByDay:
        """Tell on which days the treaty is in force."""
        return self.ask(questions.IN_FORCE).by_day

    def party_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a party; in a long line of parents, the first is asked first."""
        for above in reversed(tuple(self._unasked(who))):
            above.ask(questions.IN_FORCE_FOR, who)
        return self.ask(questions.IN_FORCE_FOR, who).by_day

    def _unasked(self, who: str) -> Iterator["TreatyByDay"]:
        """Yield the treaties above it of which nobody asked yet for a person, the nearest first."""
        above = self.interpreted.history.parties.above
        while isinstance(above, TreatyByDay) and (questions.IN_FORCE_FOR, (who,)) not in above._asked:
            yield above
            above = above.interpreted.history.parties.above

    def party_as_amended(self, who: str, amendment: Amendment) -> TruthByDay:
        """Tell on which days a person is a party to the text as an amendment has it, without accepting that.

        Of who is one by what is reported, or not recorded, nobody knows how and when it joined.
        """
        party, put = self.party_by_day(who), Put(questions.IN_FORCE_FOR, self.interpreted, (who,))
        each = [TruthByDay.during(one.as_amended(who, amendment)) for one in self.interpreted.histories]
        later, earlier = amendment.binds(None), Truth.of(amendment.binds_earlier)
        either = later if later is earlier else Truth.UNKNOWN
        return TruthByDay.each_day(
            (TruthByDay.agreed(each), party, recorded_by_day(put)),
            lambda truths: truths[0] if truths[1] is truths[2] else truths[1] & either,
        )

    def joined(self, who: str) -> tuple[DatedAct, ...]:
        """List the acts by which a person consented to be bound."""
        return tuple(spell.consent.dated for spell in self.interpreted.history.acts.of(who).spells)

    def consent_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person's consent to be bound stands."""
        return self.ask(questions.CONTRACTING, who).by_day

    def signed_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a signatory."""
        return self.ask(questions.SIGNATORY, who).by_day

    def party_span(self, who: str) -> Span:
        """Give the possible days on which a person first becomes a party."""
        return self.party_by_day(who).first

    def standing(self, what: str, day: int) -> PartialSet:
        """Give who is a signatory, contracting state or party on a day, by person."""
        question = SETS[what]
        truths = ((who, self.ask(question, who).by_day.at(day)) for who in self.everybody)
        return PartialSet.told(truths, is_open=self.is_open(question, Span.on(day)))


def _worked_out(put: Put[*Persons]) -> Found:
    """Work out what the records say to a question on every day, in whichever way they are interpreted."""
    question, interpreted = put.question, put.interpreted
    if put.is_about_one_twice:
        return _never(f"a treaty is between different states, and this is {name(put.codes[0])} twice")
    if question.needs_binding and interpreted.binds.is_no:
        ground = grounds(*(view.ground for view in interpreted.treaty.binding_views if not view.binding))
        return _never(f"it is not a treaty but a political commitment{ground}")
    by_reports_alone = interpreted.is_only_reported and question not in APPLIED
    if question.by_reports is not None and by_reports_alone:
        why = why_reported(interpreted.treaty, put.codes)
        over = Span.hull(*(reported.ended(interpreted.treaty, each) for each in interpreted.histories))
        told = reported.reported_alone(interpreted.treaty, put.codes, question.by_reports, over)
        found = Found(interpreted.coverage.limit(told), lambda _day, _: why)
    else:
        found = by_acts(put)
        if question.by_reports is not None and interpreted.is_reported:
            found = beside_reports(put, found)
        elif question.ends_with_entry and interpreted.is_reported and interpreted.acts:
            found = until_reported(put, found)
        if question is questions.PROVISIONAL:
            found = applied_as_reported(put, found)
    if question.needs_binding and interpreted.binds.is_unknown:
        found = _if_it_binds(interpreted, found)
    return _until_superseded(interpreted, found) if question.is_of_force else found


def _never(text: str) -> Found:
    why = Explanation((Reason(text=text, rule="VCLT 2(1)(a)"),))
    return Found(TruthByDay.constant(Truth.NO), lambda _day, _: why)


def _if_it_binds(interpreted: InterpretedTreaty, found: Found) -> Found:
    """Leave open what would be so if a text of which that is disputed were a treaty (VCLT 2(1)(a))."""
    by_day = found.by_day.mapped(lambda value: Truth.UNKNOWN if value.is_yes else value)

    def why(day: int, _: Truth) -> Explanation:
        value = found.by_day.at(day)
        told = found.why(day, value)
        return told if value.is_no else binding_open(interpreted.treaty) + told

    return Found(by_day, why)


def _until_superseded(interpreted: InterpretedTreaty, found: Found) -> Found:
    """Answer no once a treaty is superseded, though nobody recorded what had become of it."""
    if not (interpreted.superseded and interpreted.coverage.absent & interpreted.bringing):
        return found
    ending = interpreted.superseded[0]
    over = interpreted.coverage.limit(TruthByDay.during([Interval(ending.day)]))

    def why(day: int, value: Truth) -> Explanation:
        if over.at(day).is_yes and found.by_day.at(day).is_unknown:
            return Explanation((ended_by(interpreted.history, ending, day),))
        return found.why(day, value)

    return Found(found.by_day.settled(over, Truth.NO), why)
