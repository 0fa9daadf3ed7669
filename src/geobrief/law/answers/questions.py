"""The questions that can be asked of a treaty, a row each."""

from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVarTuple, cast

import attrs

from geobrief.actors import person
from geobrief.answer import Missing, Reason
from geobrief.law.acts.coverage import EVERY_DAY, NO_DAY
from geobrief.law.acts.statehood import dissolution
from geobrief.law.acts.succession import heirs
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.reasons import coverage as why_coverage
from geobrief.law.reasons import entry_into_force as why_entry
from geobrief.law.reasons import parties as why_party
from geobrief.law.reasons.between_two import between as why_between
from geobrief.law.reasons.disputes import as_disputed, effect_open, either_way
from geobrief.law.reasons.interim_obligation import interim as why_interim
from geobrief.law.reasons.names import name
from geobrief.law.reasons.provisional_application import provisional as why_provisional
from geobrief.law.reasons.reason import Explanation, once
from geobrief.law.reasons.suspension import operative as why_operative
from geobrief.law.reasons.suspension import suspended
from geobrief.law.reasons.termination import ceased, ended_by
from geobrief.law.rules import (
    between_two,
    interim_obligation,
    provisional_application,
    reported,
    silence,
    suspension,
)
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import DAWN, Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedMembership, Treaty
from geobrief.truth import Truth

__all__ = ["ANYBODY_ELSE", "BETWEEN", "CONTRACTING", "INTERIM", "IN_FORCE", "IN_FORCE_FOR", "OPERATIVE"]
__all__ += ["PROVISIONAL", "SIGNATORY", "Found", "Persons", "Put", "Question", "by_acts", "recorded_by_day"]

Persons = TypeVarTuple("Persons")
Kinds = frozenset[str]

ANYBODY_ELSE: Final = "anybody else"
"""A person of whom nothing is recorded: what may hold of it, may hold of all who are not named."""


@attrs.frozen(eq=False)
class Question(Generic[*Persons]):
    """What can be asked of a treaty about nobody, one or two persons in law.

    Attributes:
        words: the question; 0 stands for the treaty, 1 and 2 for the persons.
        by_day: on which days it holds in one history.
        why: the reasons of one history for a truth on a day.
        bringing: the kinds of act that, unrecorded, may have made a yes of a no.
        ending: the kinds of act that, unrecorded, may have made a no of a yes.
        is_of_force: whether a treaty that supersedes this one answers it.
        but: gives, for a day and persons, what a yes must not conceal though it does not change it.
        by_reports: for how long a report of a member answers it; None where reports do not.
        needs_binding: whether the answer is no where the treaty is not binding.
        ends_with_entry: whether it is no once the treaty is in force for the state, by acts or by reports.
    """

    words: str
    by_day: Callable[[History, *Persons], TruthByDay]
    why: Callable[[History, *Persons, int, Truth], Explanation]
    bringing: Callable[[InterpretedTreaty, *Persons], Kinds]
    ending: Callable[[InterpretedTreaty], Kinds]
    is_of_force: bool = False
    but: Callable[..., Iterable[Reason]] | None = None
    by_reports: Callable[[Treaty, ReportedMembership], Interval] | None = None
    needs_binding: bool = True
    ends_with_entry: bool = False


@attrs.frozen
class Put(Generic[*Persons]):
    """A question put to a treaty about certain persons in law."""

    question: Question[*Persons]
    interpreted: InterpretedTreaty
    persons: tuple[*Persons]

    @property
    def codes(self) -> tuple[str, ...]:
        """The persons, however many they are."""
        return cast("tuple[str, ...]", self.persons)

    @property
    def words(self) -> str:
        """The question in words."""
        treaty, names = self.interpreted.treaty.name, map(name, self.codes)
        if self.is_about_one_twice:
            return f"is {treaty} in force between {next(names)} and itself?"
        return self.question.words.format(treaty, *names)

    @property
    def is_about_one_twice(self) -> bool:
        """Whether it was asked about two codes that are one person in law."""
        codes = self.codes
        return len(codes) > 1 and len(set(codes)) < len(codes)

    def truth_in(self, history: History) -> TruthByDay:
        """Tell on which days it holds in a history."""
        return self.question.by_day(history, *self.persons)

    def why_in(self, history: History, day: int, value: Truth | None = None) -> Explanation:
        """Give the reasons of a history for a truth on a day: for its own, if none is given."""
        truth = self.truth_in(history).at(day) if value is None else value
        return self.question.why(history, *self.persons, day, truth)


@attrs.frozen
class Found:
    """On which days the answer to a question is which, and why."""

    by_day: TruthByDay
    why: Callable[[int, Truth], Explanation]


LEAVING: Final = frozenset({"termination", "withdrawal"})


def _consenting(interpreted: InterpretedTreaty, *persons: str) -> Kinds:
    """Give the kinds of act by which some persons could come to be bound; none, where it is closed to one.

    It is open to those whom it names, and what they did may be what one that takes over from them keeps.
    """
    named = frozenset(map(person, interpreted.treaty.between))
    others = () if not named else (who for who in persons if who not in named)
    is_open = all(any(who in heirs(each) for each in named) for who in others)
    return interpreted.bringing if is_open else frozenset()


def _ending(interpreted: InterpretedTreaty) -> Kinds:
    clause = interpreted.treaty.withdrawal
    if interpreted.treaty.is_bilateral or (clause is not None and clause.minimum_parties is not None):
        return _unbinding(interpreted)
    return frozenset({"termination"}) | interpreted.opposing | interpreted.expiring


def _unbinding(interpreted: InterpretedTreaty) -> Kinds:
    return LEAVING | interpreted.opposing | interpreted.expiring


def _applying_provisionally(interpreted: InterpretedTreaty, _who: str) -> Kinds:
    clause = interpreted.treaty.provisional_application
    found = frozenset({"provisional_application"})
    if clause is None or clause.since == "notification":
        return found
    return found | {"signature"} | (frozenset() if clause.since == "signature" else interpreted.bringing)


IN_FORCE: Final = Question[()](
    "is {0} in force?",
    by_day=lambda history: history.in_force,
    why=why_entry.in_force,
    bringing=lambda interpreted: interpreted.bringing,
    ending=_ending,
    is_of_force=True,
    but=suspended,
    by_reports=reported.days_of,
)
IN_FORCE_FOR: Final = Question[str](
    "is {0} in force for {1}?",
    by_day=lambda history, who: TruthByDay.during(history.party(who)),
    why=why_party.party,
    bringing=_consenting,
    ending=_unbinding,
    is_of_force=True,
    but=suspended,
    by_reports=reported.days_of,
)
BETWEEN: Final = Question[str, str](
    "is {0} in force between {1} and {2}?",
    by_day=between_two.by_day,
    why=why_between,
    bringing=_consenting,
    ending=lambda interpreted: _unbinding(interpreted) | {"objection"},
    is_of_force=True,
    but=suspended,
    by_reports=reported.days_of,
)
OPERATIVE: Final = Question[str, str](
    "is {0} operative between {1} and {2}?",
    by_day=suspension.operative_by_day,
    why=why_operative,
    bringing=_consenting,
    ending=lambda interpreted: _unbinding(interpreted) | {"objection", "suspension"},
    is_of_force=True,
    by_reports=reported.days_of,
)
SIGNATORY: Final = Question[str](
    "has {1} signed {0}?",
    by_day=lambda history, who: TruthByDay.during(history.signed(who)),
    why=why_party.signatory,
    bringing=lambda _interpreted, _who: frozenset({"signature"}),
    ending=lambda _: frozenset({"withdrawal"}),
    needs_binding=False,
)
CONTRACTING: Final = Question[str](
    "is {1} a contracting state of {0}?",
    by_day=lambda history, who: TruthByDay.during(history.contracting(who)),
    why=lambda history, who, day, _: why_party.party(history, who, day),
    bringing=_consenting,
    ending=lambda interpreted: LEAVING | interpreted.expiring,
    by_reports=reported.consent_of,
)
PROVISIONAL: Final = Question[str](
    "does {1} apply {0} provisionally?",
    by_day=provisional_application.by_day,
    why=why_provisional,
    bringing=_applying_provisionally,
    ending=lambda interpreted: LEAVING | {"renunciation", "provisional_application"} | interpreted.bringing,
    ends_with_entry=True,
)
INTERIM: Final = Question[str](
    "is {1} bound by the interim obligation of {0}?",
    by_day=interim_obligation.by_day,
    why=why_interim,
    bringing=lambda interpreted, _: interpreted.bringing | {"signature"},
    ending=lambda interpreted: LEAVING | {"renunciation"} | interpreted.bringing,
    ends_with_entry=True,
)


# What the acts say ------------------------------------------------------------------------


def by_acts(put: Put[*Persons]) -> Found:
    """Answer by acts alone, as far as the records cover."""
    interpreted, question = put.interpreted, put.question
    truth = recorded_by_day(put)
    bringing, ending, open_days, kept = frozenset[str](), frozenset[str](), EVERY_DAY, NO_DAY
    if interpreted.coverage.absent:
        bringing, ending = question.bringing(interpreted, *put.persons), question.ending(interpreted)
        kept = _kept(put, ending)
    if question.needs_binding and interpreted.coverage.absent & bringing:
        over, of_force = interpreted.over, question.is_of_force
        open_days = silence.open_days(interpreted.treaty, over, put.codes, is_of_force=of_force)
    limited = interpreted.coverage.limit(
        truth, bringing=bringing, ending=ending, open_days=open_days, kept=kept
    )

    def why(day: int, value: Truth) -> Explanation:
        if value.is_no and open_days.at(day).is_no:
            return _whatever_is_missing(put, day)
        missing = why_coverage.unrecorded(interpreted.coverage, truth.at(day), day, bringing, ending)
        return _qualified(put, day, value, _explained(put, day, truth.at(day), value, missing))

    return Found(limited, why)


def _kept(put: Put[*Persons], ending: Kinds) -> TruthByDay:
    """Tell where a yes stands by acts that are all later than what may lack among those that end it.

    What was done before them they outlast; but a beginning brought forward may bring a term forward.
    """
    interpreted, coverage = put.interpreted, put.interpreted.coverage
    gap, turned = coverage.last_gap(ending), interpreted.expiring | interpreted.opposing
    if not DAWN < gap < coverage.last or coverage.absent & ending & turned:
        return NO_DAY
    return TruthByDay.agreed([put.truth_in(history) for history in interpreted.since(gap)])


def recorded_by_day(put: Put[*Persons]) -> TruthByDay:
    """Tell what the acts say in all histories, as if nothing else had been done."""
    return TruthByDay.agreed([put.truth_in(history) for history in put.interpreted.histories])


def _whatever_is_missing(put: Put[*Persons], day: int) -> Explanation:
    """Say why no act that is not recorded could have an effect on a day."""
    interpreted, over = put.interpreted, put.interpreted.over
    if over is not None and over.day.hi <= day:
        return Explanation((ended_by(interpreted.history, over, day),))
    gone = tuple(ceased(who) for who in put.codes if dissolution(who) <= day)
    first = silence.earliest_day(interpreted.treaty, is_of_force=put.question.is_of_force)
    return Explanation(gone) if gone else why_coverage.too_early(interpreted.treaty, first)


def _explained(
    put: Put[*Persons], day: int, recorded: Truth, value: Truth, unrecorded: tuple[Missing, ...]
) -> Explanation:
    """Explain what the histories agree on for a day, and what limits that."""
    history, coverage = put.interpreted.history, put.interpreted.coverage
    if day > coverage.last and not coverage.projected:
        return why_coverage.beyond(coverage, once(put.why_in(history, day, recorded)), unrecorded)
    found = once(_told(put, day, recorded))
    disputed = put.interpreted.deciding(put.truth_in, day) if recorded.is_unknown else ()
    if disputed:
        found = once(sum(map(effect_open, disputed), Explanation()) + found)
    elif value is not recorded:
        found = why_coverage.uncovered(found, unrecorded)
    elif day > coverage.last:
        found = why_coverage.assumed(coverage, found)
    elif value.is_unknown and not found.missing:
        found = why_coverage.on_exact_days(found)
    if not value.is_yes and found.missing and "extension" in coverage.absent:
        found = why_coverage.extensions_unrecorded(coverage, history, day, found)
    return found


def _qualified(put: Put[*Persons], day: int, value: Truth, found: Explanation) -> Explanation:
    """Add to the headline of a yes what it must not conceal."""
    history, but, without = put.interpreted.history, put.question.but, put.interpreted.without
    told = Explanation(tuple(but(history, day, *put.codes)) if but is not None and value.is_yes else ())
    if not told.reasons:
        return found
    told = as_disputed(told, (act for act, _ in without))
    first, *rest = found.reasons
    text = "; ".join(each.text for each in (first, *told.reasons))
    return Explanation((attrs.evolve(first, text=text), *told.reasons, *rest), found.missing)


def _told(put: Put[*Persons], day: int, value: Truth) -> Explanation:
    """Give the reasons; where disputed acts change them, those with and those without each act."""
    history, without = put.interpreted.history, put.interpreted.without
    found = put.why_in(history, day, value)
    if not without:
        return found
    others = ((act, put.why_in(other, day)) for act, other in without)
    return either_way(found, put.why_in(history, day), others, value)
