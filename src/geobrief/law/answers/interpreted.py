"""A treaty and what the acts on it amount to in every interpretation, as far as the records reach."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs

from geobrief.actors import person
from geobrief.law.acts.coverage import TreatyCoverage
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.interpretations import Interpretation
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.acts.statehood import claims
from geobrief.law.reasons.names import renamed
from geobrief.law.rules.conditions import bringing, opposing, turning_days
from geobrief.law.rules.history import History
from geobrief.law.rules.ratification_stage import days_at_home
from geobrief.law.rules.reported import days_of
from geobrief.law.rules.silence import last_ending
from geobrief.law.rules.term import Running
from geobrief.law.rules.termination import Ending
from geobrief.law.uncertain.span import DAWN, NEVER, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.condition import TreatyInForce
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["InterpretedTreaty"]


@attrs.frozen(slots=False, eq=False)
class InterpretedTreaty:
    """Everything that a question about one treaty may need.

    Attributes:
        treaty: the treaty.
        acts: the acts on it that count.
        interpretations: the ways to take them.
        coverage: how far the records reach.
        related: the other treaties.
        binds: whether it is a treaty in law; unknown where that is disputed.
        histories: what the acts amount to in each interpretation.
        history: what they amount to if each has effect, imprecise days left as they are; reasons tell it.
    """

    treaty: Treaty
    acts: tuple[DatedAct, ...]
    interpretations: tuple[Interpretation, ...]
    coverage: TreatyCoverage
    related: RelatedTreaties
    binds: Truth
    histories: tuple[History, ...] = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: tuple(self._history(way.acts) for way in self.interpretations), takes_self=True
        ),
    )
    history: History = attrs.field(
        init=False, default=attrs.Factory(lambda self: self._as_told(), takes_self=True)
    )

    def _as_told(self) -> History:
        """Take the first: but where every world was tried, none of them is told but their bounds."""
        out = self.interpretations[0].left_out
        if sum(way.left_out == out for way in self.interpretations) == 1:
            return self.histories[0]
        return self._history(one for one in self.acts if one.act.id not in out)

    def _history(self, acts: Iterable[DatedAct]) -> History:
        recorded = "extension" not in self.coverage.absent
        return History(self.treaty, acts, self.related, extensions_recorded=recorded)

    def since(self, day: int) -> tuple[History, ...]:
        """Give what the acts that were done after a day amount to by themselves, in each interpretation."""
        ways = ([one for one in way.acts if one.day.lo > day] for way in self.interpretations)
        return tuple(map(self._history, ways))

    @cached_property
    def superseded(self) -> tuple[Ending, ...]:
        """By which treaties to which all whom it names are parties it is superseded (VCLT 59).

        That holds whatever has become of it, and needs no record of its own acts.
        """
        named = tuple(map(person, self.treaty.between))
        if not named:
            return ()
        found: list[Ending] = []
        for other in self.related.superseding:
            day = TruthByDay.all_of([other.party_by_day(who) for who in named]).first
            found.append(Ending(day, "supersession", "VCLT 59(1)", by=other.treaty))
        return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))

    @cached_property
    def over(self) -> Ending | None:
        """What ends it for sure, whatever is not recorded."""
        return last_ending(self.treaty, self.histories)

    @property
    def may_apply_provisionally(self) -> bool:
        """Whether its text, or an act on record, speaks of provisional application (VCLT 25)."""
        acts = (one.act for one in self.acts)
        by_text = self.treaty.provisional_application is not None
        return by_text or any(act.kind_name == "provisional_application" for act in acts)

    @property
    def is_only_reported(self) -> bool:
        """Whether nothing is known but memberships as sources report them."""
        return not self.acts and bool(self.treaty.reported_memberships)

    @cached_property
    def is_reported(self) -> bool:
        """Whether a source reports members, an end, or an entry into force that the acts never give."""
        if self.treaty.reported_memberships or self.treaty.reported_ends:
            return True
        if any(history.entry.may_happen for history in self.histories):
            return False
        return not all(one.provisional for one in self.treaty.reported_entries)

    @cached_property
    def bringing(self) -> frozenset[str]:
        """The kinds of act by which a state could come to be bound."""
        return bringing(self.treaty)

    @cached_property
    def opposing(self) -> frozenset[str]:
        """The kinds of act that may keep a treaty from entering into force though its condition seems met."""
        return opposing(self.treaty)

    @cached_property
    def expiring(self) -> frozenset[str]:
        """The kinds of act that, unrecorded, may have brought the beginning and the end of a term forward."""
        duration = self.treaty.duration
        runs_out = duration is not None and not (duration.renewal and duration.renewal.times is None)
        return self.bringing if runs_out else frozenset()

    @cached_property
    def without(self) -> tuple[tuple[DatedAct, History], ...]:
        """Give each act whose effect, or whose publication, is open, with the history that lacks it alone."""
        first = self.interpretations[0].left_out
        outs = {interpretation.left_out for interpretation in self.interpretations}
        found: list[tuple[DatedAct, History]] = []
        for one in self.acts:
            out = first | {one.act.id}
            if out != first and out in outs:
                kept = (each for each in self.acts if each.act.id not in out)
                found.append((one, self._history(kept)))
        return tuple(found)

    def deciding(self, truth_in: Callable[[History], TruthByDay], day: int) -> tuple[DatedAct, ...]:
        """Find the acts of which it depends on a day that they have effect, or were published."""
        first = self.interpretations[0].left_out
        truths: dict[frozenset[str], set[Truth]] = {}
        for interpretation, history in zip(self.interpretations, self.histories, strict=True):
            truths.setdefault(interpretation.left_out, set()).add(truth_in(history).at(day))
        agreed = {out: next(iter(each)) if len(each) == 1 else Truth.UNKNOWN for out, each in truths.items()}

        def decides(act: str) -> bool:
            lacking = (out for out in truths if act in out - first)
            return any(agreed[out] is not agreed.get(out - {act}) for out in lacking)

        return tuple(one for one in self.acts if decides(one.act.id)) if len(truths) > 1 else ()

    @cached_property
    def everybody(self) -> tuple[str, ...]:
        """Everybody who acted, was to act, or is reported as a member; by person in law."""
        acted = tuple(who for history in self.histories for who in history.persons)
        taking_over = (who for history in self.histories for who in history.parties.heirs)
        claiming = (claim.by for claim in claims() if claim.to_continue in acted)
        reported = (person(one.by) for one in self.treaty.reported_memberships)
        return tuple(dict.fromkeys([*acted, *taking_over, *claiming, *reported]))

    @cached_property
    def concerned(self) -> frozenset[str]:
        """The same, to look somebody up."""
        return frozenset(self.everybody)

    @cached_property
    def turning_days(self) -> frozenset[int]:
        """The days on which the reasons of an answer may change, though the answer does not.

        Every day that a reason may name is among them, so that reasons worked out for a stretch hold on all
        of its days, whichever was asked of first.
        """
        spans = [span for one in self.acts for span in (one.day, *one.further.values())]
        for history in self.histories:
            spans += (history.trigger, history.entry, history.end, history.interval.end)
            if (duration := self.treaty.duration) is not None:
                spans += (history.entry.put_off(duration.term), history.terms.unextended)
                spans += (span for each in history.stretches for span in each)
        for history in (self.history, *(history for _, history in self.without)):
            spans += history.parties.days_of_notices()
            if self.without:
                spans += (span for who in history.persons for span in _comings_and_goings(history, who))
        consents, clause = self.history.consents, self.history.clause
        if isinstance(bound := clause.not_before, TreatyInForce):
            spans.append(consents.related.entry(bound.treaty))
        found = {day for span in spans for day in span}.union(*map(renamed, self.everybody))
        found |= {day for gap in self.coverage.gaps.values() for day in (gap.first, gap.last + 1)}
        found |= {self.coverage.last + 1, *turning_days(clause.upon, consents), *self._days_elsewhere()}
        found |= {day for one in self.acts for day in days_at_home(one.act)}
        found |= {day for one in self.treaty.reported_entries for day in Span.of(one.on)}
        found |= {day for one in self.treaty.reported_ends for day in Span.of(one.on)}
        held = (days_of(self.treaty, one) for one in self.treaty.reported_memberships)
        found |= {day for interval in held for span in interval for day in span}
        return frozenset(day for day in found if DAWN <= day < NEVER)

    def running(self, day: int) -> tuple[Running, ...]:
        """Tell by what its term runs on a day in each history; renewals may go on without end."""
        if self.treaty.duration is None:
            return ()
        told = (self.history, *self.histories, *(history for _, history in self.without))
        return tuple(history.terms.running(day) for history in told)

    def _days_elsewhere(self) -> Iterator[int]:
        """Yield the days on which somebody's part changes in a treaty that bears on this one."""
        parent = self.related.parent(self.treaty)
        if parent is not None and self.treaty.ends_with_parent:
            yield from parent.in_force_by_day().starts
        above = (parent, self.history.parties.amended)
        for other in (*self.related.superseding, *filter(None, above)):
            for who in self.everybody:
                yield from other.party_by_day(who).starts

    def turning_days_of(self, persons: Iterable[str]) -> frozenset[int]:
        """Give the turning days of a question about some persons: also those on which they come and go."""
        spans = (span for who in persons for span in _comings_and_goings(self.history, who))
        return self.turning_days.union(*spans)


def _comings_and_goings(history: History, who: str) -> Iterator[Span]:
    return (span for interval in history.party(who) for span in interval)
