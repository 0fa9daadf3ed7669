"""A treaty that is asked: each question is prepared once, and put on behalf of other treaties too.

What other treaties ask of it is told in courses and spans of day ordinals; what a caller asks
is told in answers, by `geobrief.law.status.TreatyStatus`.
"""

from functools import cached_property

from geobrief.actors import get, person
from geobrief.law.answers.claimed_continuity import claim_of, claimants, under_claim
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.question_by_day import Day, QuestionByDay
from geobrief.law.answers.questions import QUESTIONS, TreatyQuestion
from geobrief.law.answers.turning_days import parts_of, turning_days
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import DAWN, NEVER, NOT_EVER, Interval, Span, day_of, hull, span_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import Treaty
from geobrief.values.when import When

__all__ = ["AskedTreaty"]


class AskedTreaty:
    """The questions that can be put to one case, each prepared when it is first put."""

    def __init__(self, interpreted: InterpretedTreaty, as_of: When | None) -> None:
        """Take the case, and the day up to which its records claim to be complete."""
        self.interpreted = interpreted
        self.as_of = as_of
        self._asked: dict[tuple[str, ...], QuestionByDay] = {}

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        return self.interpreted.treaty

    # As other treaties ask it -------------------------------------------------------------

    def computed_entry(self) -> Span:
        """Give the possible days of entry into force over all readings, wherever the records end."""
        return hull(*(history.entered for history in self.interpreted.histories))

    def entry_span(self) -> Span:
        """Give the possible days of entry into force, as far as the records reach."""
        return self.interpreted.coverage.bounded(self.computed_entry(), self.interpreted.bringing)

    def in_force_by_day(self) -> TruthByDay:
        """Tell on which days the treaty is in force."""
        return self._in_force.by_day

    def party_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a party."""
        return self._inquiry("party", who).by_day

    def consent_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person's consent to be bound stands."""
        return self._inquiry("contracting", who).by_day

    def signed_by_day(self, who: str) -> TruthByDay:
        """Tell on which days a person is a signatory."""
        return self._inquiry("signatory", who).by_day

    def party_span(self, who: str) -> Span:
        """Give the possible days on which a person first becomes a party."""
        return next(self.party_by_day(who).spells(), Interval(NOT_EVER)).start

    def standing(self, what: str, day: int) -> PartialSet:
        """Give who is a signatory, contracting state or party on a day, by person."""
        asked = {"parties": "party", "contracting_states": "contracting", "signatories": "signatory"}[what]
        truths = ((who, self._inquiry(asked, who).by_day.at(day)) for who in self.everybody)
        return PartialSet.told(truths, is_open=not self._for_others(asked).at(day).is_no)

    def _for_others(self, asked: str) -> TruthByDay:
        """Tell whether somebody of whom nothing is recorded may be one of a set."""
        return QUESTIONS[asked](self.interpreted, "").by_day

    def may_bind(self, *states: str) -> bool:
        """Whether the treaty may have anything to do with all of some states."""
        return self.is_open or self._concerned.issuperset(map(person, states))

    @cached_property
    def is_open(self) -> bool:
        """Whether, also within the records, others may be parties of whom nothing is recorded."""
        return not self._for_others("party").on_one_of(Span(DAWN, self.interpreted.coverage.last)).is_no

    def is_open_on(self, day: Day) -> bool:
        """Whether others may be parties on a day of whom nothing is recorded."""
        return not self._for_others("party").on_one_of(span_of(When.of(day))).is_no

    @cached_property
    def _concerned(self) -> frozenset[str]:
        return frozenset(self.everybody)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who acted, was to act, or is reported as a member; by person in law."""
        return self._everybody

    # Questions ----------------------------------------------------------------------------

    @cached_property
    def _everybody(self) -> tuple[str, ...]:
        reported = (person(one.by) for one in self.treaty.reported_memberships)
        acted = tuple(who for history in self.interpreted.histories for who in history.persons)
        return tuple(dict.fromkeys([*acted, *claimants(acted), *reported]))

    @cached_property
    def _in_force(self) -> QuestionByDay:
        return self._inquiry("in-force")

    @cached_property
    def _now(self) -> When:
        """The day that is meant where none is named: ``as_of``, else the last on which anything changes."""
        if self.as_of is not None:
            return self.as_of
        days = [
            day
            for history in self.interpreted.histories
            for span in history.interval
            for day in span
            if DAWN < day < NEVER
        ]
        days += [day for one in self.interpreted.acts for day in one.day if DAWN < day < NEVER]
        return When.of(day_of(max(days))) if days else When.of(day_of(1))

    @cached_property
    def _turns(self) -> frozenset[int]:
        return turning_days(self.interpreted, self.everybody)

    def _inquiry(self, asked: str, *states: str) -> QuestionByDay:
        found = self._asked.get((asked, *states))
        if found is None:
            found = self._asked[asked, *states] = self._prepare(asked, *map(person, states))
        return found

    def _expect_actor(self, who: str) -> None:
        """Raise NotFound for a code that no state has: it is a slip, not a state that did nothing."""
        if who not in self.everybody and who and (who.isupper() or person(who.upper()) in self.everybody):
            get(who)

    def _put(self, asked: str, persons: tuple[str, ...]) -> TreatyQuestion:
        """Put a question; where somebody claims to continue a state that acted, both ways of taking that."""
        for who in persons:
            claim = claim_of(who)
            if claim is not None and claim.to_continue in self.interpreted.history.acts.by_state:
                return under_claim(
                    self.interpreted, claim, lambda interpreted: QUESTIONS[asked](interpreted, *persons)
                )
        return QUESTIONS[asked](self.interpreted, *persons)

    def _turns_for(self, persons: tuple[str, ...]) -> frozenset[int]:
        return self._turns.union(
            *(span for who in persons for span in parts_of(self.interpreted.history, who))
        )

    def _prepare(self, asked: str, *persons: str) -> QuestionByDay:
        for who in persons:
            self._expect_actor(who)
        prepared = self._put(asked, persons)
        return QuestionByDay(
            prepared.question,
            prepared.by_day,
            prepared.why,
            turns=lambda: self._turns_for(persons),
            now=self._now,
            as_of=self.as_of,
        )
