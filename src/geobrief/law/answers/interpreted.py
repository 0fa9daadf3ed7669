"""A case: a treaty, its lives in all readings, and how far the records reach."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial

import attrs

from geobrief.actors import person
from geobrief.answer import Missing, Reason
from geobrief.law.acts.coverage import TreatyCoverage
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.interpretations import Interpretation
from geobrief.law.acts.related_treaties import RelatedTreaties, RelatedTreaty
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, act_reason, grounds
from geobrief.law.rules.conditions import bringing, opposing
from geobrief.law.rules.history import History
from geobrief.law.rules.termination import Ending
from geobrief.law.uncertain.span import DAWN, NOT_EVER, Interval, Span, span_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed

__all__ = ["InterpretedTreaty", "dispute_words", "disputed_words"]


@attrs.frozen(slots=False, eq=False)
class InterpretedTreaty:
    """Everything that a question about one treaty may need.

    Attributes:
        treaty: the treaty.
        acts: the acts on it that count.
        readings: the ways to take them.
        lives: the life of the treaty in each.
        life: the life in which every act has effect, its imprecise days left as they are; reasons tell it.
        horizon: how far the records reach.
        setting: the other treaties.
    """

    treaty: Treaty
    acts: tuple[DatedAct, ...]
    interpretations: tuple[Interpretation, ...]
    histories: tuple[History, ...]
    history: History
    coverage: TreatyCoverage
    related: RelatedTreaties

    @classmethod
    def of(
        cls,
        treaty: Treaty,
        acts: tuple[DatedAct, ...],
        ways: tuple[Interpretation, ...],
        coverage: TreatyCoverage,
        related: RelatedTreaties,
    ) -> "InterpretedTreaty":
        """Work out the lives of a treaty in all readings."""
        made = partial(_history, treaty, related=related, coverage=coverage)
        histories = tuple(made(way.acts) for way in ways)
        out = ways[0].left_out
        # Where every world was tried, none of them is told but their bounds.
        is_one = sum(way.left_out == out for way in ways) == 1
        told = histories[0] if is_one else made(one for one in acts if one.act.id not in out)
        return cls(treaty, acts, ways, histories, told, coverage, related)

    @cached_property
    def superseded(self) -> tuple[Ending, ...]:
        """By which treaties to which all whom it names are parties it is superseded (VCLT 59).

        That holds whatever has become of it, and needs no record of its own acts.
        """
        named = tuple(map(person, self.treaty.between))
        if not named:
            return ()
        found = [
            Ending(_together(other, named), "supersession", "VCLT 59(1)", by=other.treaty)
            for other in self.related.superseding
        ]
        return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))

    @property
    def is_only_reported(self) -> bool:
        """Whether nothing is known but memberships as sources report them."""
        return not self.acts and bool(self.treaty.reported_memberships)

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

    def history_of(self, acts: Iterable[DatedAct]) -> History:
        """Work out the life of the treaty with some acts."""
        return _history(self.treaty, acts, related=self.related, coverage=self.coverage)

    @cached_property
    def tellings(self) -> tuple[tuple[Act | None, History], ...]:
        """Give the lives to be told: with every disputed act, and without each of them alone."""
        first = self.interpretations[0].left_out
        outs = dict.fromkeys(interpretation.left_out for interpretation in self.interpretations)
        found: list[tuple[Act | None, History]] = [(None, self.history)]
        for one in self.acts:
            out = first | {one.act.id}
            if out != first and out in outs:
                kept = (each for each in self.acts if each.act.id not in out)
                found.append((one.act, self.history_of(kept)))
        return tuple(found)

    def agreed(self, by_day_of: Callable[[History], TruthByDay]) -> TruthByDay:
        """Keep what holds in every reading."""
        if len(self.histories) == 1:
            return by_day_of(self.histories[0])
        return TruthByDay.agreed([by_day_of(history) for history in self.histories])

    def dispute(self, by_day_of: Callable[[History], TruthByDay], day: int) -> Explanation | None:
        """Explain an answer that turns on acts whose effect, or whose publication, is open."""
        if len({interpretation.left_out for interpretation in self.interpretations}) < 2:
            return None
        by_reading: dict[frozenset[str], set[Truth]] = {}
        for interpretation, history in zip(self.interpretations, self.histories, strict=True):
            by_reading.setdefault(interpretation.left_out, set()).add(by_day_of(history).at(day))
        with_all = self.interpretations[0].left_out
        matter = [
            one
            for one in self.acts
            if any(
                values != by_reading.get(out - {one.act.id})
                for out, values in by_reading.items()
                if one.act.id in out - with_all
            )
        ]
        if not matter:
            return None
        return Explanation(tuple(map(_disputed, matter)), tuple(map(_open_effect, matter)))


def _history(
    treaty: Treaty, acts: Iterable[DatedAct], *, related: RelatedTreaties, coverage: TreatyCoverage
) -> History:
    return History(treaty, acts, related, extensions_recorded="extension" not in coverage.absent)


def _together(other: RelatedTreaty, persons: Sequence[str]) -> Span:
    """Find the first day on which all of some persons are parties to a treaty."""
    truths = [other.party_by_day(who) for who in persons]
    return next(TruthByDay.at_least(len(truths), truths).spells(), Interval(NOT_EVER)).start


def disputed_words(act: Act) -> str:
    """Name an act whose effect, or whose publication, is open."""
    return f"{_words(act)} {'' if act.contested else 'that '}{dispute_words(act)}"


def dispute_words(act: Act) -> str:
    """Say by whom an act is contested, or that it may not have been published."""
    if not act.contested:
        return "may not have been published"
    return f"contested by {listed(name(contest.by) for contest in act.contested)}"


def _words(act: Act) -> str:
    who = listed(name(code, _day(act)) for code in act.actors)
    return f"{act.kind_name.replace('_', ' ')}{f' by {who}' if who else ''}"


def _day(act: Act) -> int | None:
    """Find a day on which those who act can be named: none where none is recorded."""
    recorded = (getattr(act, field, None) for field in ("notified", "received", "effective", "on", "since"))
    return next((span_of(day).hi for day in recorded if isinstance(day, When) and day.latest), None)


DISPUTABLE = {"withdrawal": "VCLT 65–66", "termination": "VCLT 65–66", "suspension": "VCLT 65–66"}


def _disputed(one: DatedAct) -> Reason:
    act, when = one.act, f" {days.on(one.day)}" if one.day.may_happen and one.day.hi > DAWN else ""
    if not act.contested:
        return act_reason(f"it is not known whether the {_words(act)} had been published", "horizon", act)
    by = listed(name(contest.by) for contest in act.contested)
    ground = grounds(*(contest.ground for contest in act.contested))
    text = f"the legal effect of the {_words(act)}{when} is contested by {by}{ground}"
    told = act_reason(text, DISPUTABLE.get(act.kind_name, ""), act)
    cited = (citation for contest in act.contested for citation in contest.citations)
    return attrs.evolve(told, citations=tuple(dict.fromkeys([*told.citations, *cited])))


def _open_effect(one: DatedAct) -> Missing:
    act = one.act
    if not act.contested:
        return Missing(kind="publication", text=f"when the {_words(act)} was published", by=act.actors)
    by = tuple(contest.by for contest in act.contested)
    names = listed(map(name, by))
    return Missing(
        kind="legal_effect", text=f"legal effect of the {_words(act)}, contested by {names}", by=by
    )
