"""A treaty that is asked: each question is prepared once, and put on behalf of other treaties too.

What other treaties ask of it is told in courses and spans of day ordinals; what a caller asks
is told in answers, by `geobrief.law.status.TreatyStatus`.
"""

from functools import cached_property

from geobrief.actors import get, person
from geobrief.law.case import Case
from geobrief.law.continuity import claim_of, claimants, under_claim
from geobrief.law.course import Course
from geobrief.law.inquiry import Day, Inquiry
from geobrief.law.span import DAWN, NEVER, NOT_EVER, Interval, Span, day_of, hull, span_of
from geobrief.law.standing import Standing
from geobrief.law.topics import TOPICS, Topic
from geobrief.law.turns import parts_of, turning_days
from geobrief.model.treaty import Treaty
from geobrief.values.when import When

__all__ = ["AskedTreaty"]


class AskedTreaty:
    """The questions that can be put to one case, each prepared when it is first put."""

    def __init__(self, case: Case, as_of: When | None) -> None:
        """Take the case, and the day up to which its records claim to be complete."""
        self.case = case
        self.as_of = as_of
        self._asked: dict[tuple[str, ...], Inquiry] = {}

    @property
    def treaty(self) -> Treaty:
        """The treaty."""
        return self.case.treaty

    # As other treaties ask it -------------------------------------------------------------

    def computed_entry(self) -> Span:
        """Give the possible days of entry into force over all readings, wherever the records end."""
        return hull(*(life.entered for life in self.case.lives))

    def entry_span(self) -> Span:
        """Give the possible days of entry into force, as far as the records reach."""
        return self.case.horizon.bounded(self.computed_entry(), self.case.bringing)

    def in_force_course(self) -> Course:
        """Tell on which days the treaty is in force."""
        return self._in_force.course

    def party_course(self, who: str) -> Course:
        """Tell on which days a person is a party."""
        return self._inquiry("party", who).course

    def consent_course(self, who: str) -> Course:
        """Tell on which days a person's consent to be bound stands."""
        return self._inquiry("contracting", who).course

    def signed_course(self, who: str) -> Course:
        """Tell on which days a person is a signatory."""
        return self._inquiry("signatory", who).course

    def party_span(self, who: str) -> Span:
        """Give the possible days on which a person first becomes a party."""
        return next(self.party_course(who).spells(), Interval(NOT_EVER)).start

    def standing(self, what: str, day: int) -> Standing:
        """Give who is a signatory, contracting state or party on a day, by person."""
        topic = {"parties": "party", "contracting_states": "contracting", "signatories": "signatory"}[what]
        truths = ((who, self._inquiry(topic, who).course.at(day)) for who in self.everybody)
        return Standing.told(truths, is_open=not self._for_others(topic).at(day).is_no)

    def _for_others(self, topic: str) -> Course:
        """Tell whether somebody of whom nothing is recorded may be one of a set."""
        return TOPICS[topic](self.case, "").course

    def may_bind(self, *states: str) -> bool:
        """Whether the treaty may have anything to do with all of some states."""
        return self.is_open or self._concerned.issuperset(map(person, states))

    @cached_property
    def is_open(self) -> bool:
        """Whether, also within the records, others may be parties of whom nothing is recorded."""
        return not self._for_others("party").on_one_of(Span(DAWN, self.case.horizon.last)).is_no

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
        acted = tuple(who for life in self.case.lives for who in life.persons)
        return tuple(dict.fromkeys([*acted, *claimants(acted), *reported]))

    @cached_property
    def _in_force(self) -> Inquiry:
        return self._inquiry("in-force")

    @cached_property
    def _now(self) -> When:
        """The day that is meant where none is named: ``as_of``, else the last on which anything changes."""
        if self.as_of is not None:
            return self.as_of
        days = [
            day for life in self.case.lives for span in life.interval for day in span if DAWN < day < NEVER
        ]
        days += [day for one in self.case.acts for day in one.day if DAWN < day < NEVER]
        return When.of(day_of(max(days))) if days else When.of(day_of(1))

    @cached_property
    def _turns(self) -> frozenset[int]:
        return turning_days(self.case, self.everybody)

    def _inquiry(self, topic: str, *states: str) -> Inquiry:
        found = self._asked.get((topic, *states))
        if found is None:
            found = self._asked[topic, *states] = self._prepare(topic, *map(person, states))
        return found

    def _expect_actor(self, who: str) -> None:
        """Raise NotFound for a code that no state has: it is a slip, not a state that did nothing."""
        if who not in self.everybody and who and (who.isupper() or person(who.upper()) in self.everybody):
            get(who)

    def _put(self, topic: str, persons: tuple[str, ...]) -> Topic:
        """Put a question; where somebody claims to continue a state that acted, both ways of taking that."""
        for who in persons:
            claim = claim_of(who)
            if claim is not None and claim.to_continue in self.case.life.docket.dossiers:
                return under_claim(self.case, claim, lambda case: TOPICS[topic](case, *persons))
        return TOPICS[topic](self.case, *persons)

    def _turns_for(self, persons: tuple[str, ...]) -> frozenset[int]:
        return self._turns.union(*(span for who in persons for span in parts_of(self.case.life, who)))

    def _prepare(self, topic: str, *persons: str) -> Inquiry:
        for who in persons:
            self._expect_actor(who)
        prepared = self._put(topic, persons)
        return Inquiry(
            prepared.question,
            prepared.course,
            prepared.why,
            turns=lambda: self._turns_for(persons),
            now=self._now,
            as_of=self.as_of,
        )
