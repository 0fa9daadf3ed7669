"""A case: a treaty, its lives in all readings, and how far the records reach."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial

import attrs

from geobrief.actors import person
from geobrief.answer import Missing, Reason
from geobrief.law.course import Course
from geobrief.law.dated import Dated, conditions_in
from geobrief.law.endings import Ending, superseded_by
from geobrief.law.horizon import CONSENTING, Horizon
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.readings import Reading
from geobrief.law.setting import Setting, TreatyLike
from geobrief.law.span import DAWN, NOT_EVER, Interval, Span, span_of
from geobrief.law.why import days
from geobrief.law.why.names import joined, name
from geobrief.law.why.reasons import act_reason, grounds
from geobrief.model.act import Act
from geobrief.model.condition import Agreed, Exchange, FractionOf, NoObjections, OnDate, TreatyInForce
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["Case", "dispute_words", "disputed_words"]


@attrs.frozen(slots=False, eq=False)
class Case:
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
    acts: tuple[Dated, ...]
    readings: tuple[Reading, ...]
    lives: tuple[Life, ...]
    life: Life
    horizon: Horizon
    setting: Setting

    @classmethod
    def of(
        cls,
        treaty: Treaty,
        acts: tuple[Dated, ...],
        ways: tuple[Reading, ...],
        horizon: Horizon,
        setting: Setting,
    ) -> "Case":
        """Work out the lives of a treaty in all readings."""
        made = partial(_life, treaty, setting=setting, horizon=horizon)
        lives = tuple(made(way.acts) for way in ways)
        out = ways[0].left_out
        # Where every world was tried, none of them is told but their bounds.
        is_one = sum(way.left_out == out for way in ways) == 1
        told = lives[0] if is_one else made(one for one in acts if one.act.id not in out)
        return cls(treaty, acts, ways, lives, told, horizon, setting)

    @cached_property
    def superseded(self) -> tuple[Ending, ...]:
        """By which treaties to which all whom it names are parties it is superseded (VCLT 59).

        That holds whatever has become of it, and needs no record of its own acts.
        """
        named = tuple(map(person, self.treaty.between))
        if not named:
            return ()
        found = [superseded_by(other.treaty, _together(other, named)) for other in self.setting.superseding]
        return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))

    @property
    def is_only_reported(self) -> bool:
        """Whether nothing is known but memberships as sources report them."""
        return not self.acts and bool(self.treaty.reported_memberships)

    @cached_property
    def bringing(self) -> frozenset[str]:
        """The kinds of act by which a state could come to be bound."""
        clause = self.treaty.entry_into_force
        if clause is None:
            return CONSENTING | {"signature"}
        simple = [part for part in conditions_in(clause.upon) if not part.parts]
        if any(isinstance(part, NoObjections) for part in simple):
            return frozenset()
        kinds = {f"{part.of.removesuffix('s')}_exchange" for part in simple if isinstance(part, Exchange)}
        if not all(isinstance(part, Exchange) for part in simple):
            kinds |= {"ratification", "signature"}
        if self.treaty.between and all(isinstance(part, OnDate | Agreed | TreatyInForce) for part in simple):
            kinds |= CONSENTING
        return frozenset(kinds)

    @cached_property
    def opposing(self) -> frozenset[str]:
        """The kinds of act that may keep a treaty from entering into force though its condition seems met."""
        clause = self.treaty.entry_into_force
        if clause is None:
            named = self.treaty.negotiating_states or self.treaty.between
            return frozenset(() if named else {"signature"})
        parts = tuple(conditions_in(clause.upon))
        kinds = {"objection"} if any(isinstance(part, NoObjections) for part in parts) else set[str]()
        sets = {part.of for part in parts if isinstance(part, FractionOf)}
        return frozenset(kinds | ({"signature"} if sets & {"signatories", "others"} else set()))

    @cached_property
    def expiring(self) -> frozenset[str]:
        """The kinds of act that, unrecorded, may have brought the beginning and the end of a term forward."""
        duration = self.treaty.duration
        runs_out = duration is not None and not (duration.renewal and duration.renewal.times is None)
        return self.bringing if runs_out else frozenset()

    def life_of(self, acts: Iterable[Dated]) -> Life:
        """Work out the life of the treaty with some acts."""
        return _life(self.treaty, acts, setting=self.setting, horizon=self.horizon)

    @cached_property
    def tellings(self) -> tuple[tuple[Act | None, Life], ...]:
        """Give the lives to be told: with every disputed act, and without each of them alone."""
        first = self.readings[0].left_out
        outs = dict.fromkeys(reading.left_out for reading in self.readings)
        found: list[tuple[Act | None, Life]] = [(None, self.life)]
        for one in self.acts:
            out = first | {one.act.id}
            if out != first and out in outs:
                kept = (each for each in self.acts if each.act.id not in out)
                found.append((one.act, self.life_of(kept)))
        return tuple(found)

    def agreed(self, course_of: Callable[[Life], Course]) -> Course:
        """Keep what holds in every reading."""
        if len(self.lives) == 1:
            return course_of(self.lives[0])
        return Course.agreed([course_of(life) for life in self.lives])

    def dispute(self, course_of: Callable[[Life], Course], day: int) -> Explanation | None:
        """Explain an answer that turns on acts whose effect, or whose publication, is open."""
        if len({reading.left_out for reading in self.readings}) < 2:
            return None
        by_reading: dict[frozenset[str], set[Truth]] = {}
        for reading, life in zip(self.readings, self.lives, strict=True):
            by_reading.setdefault(reading.left_out, set()).add(course_of(life).at(day))
        with_all = self.readings[0].left_out
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


def _life(treaty: Treaty, acts: Iterable[Dated], *, setting: Setting, horizon: Horizon) -> Life:
    return Life(treaty, acts, setting, extensions_recorded="extension" not in horizon.absent)


def _together(other: TreatyLike, persons: Sequence[str]) -> Span:
    """Find the first day on which all of some persons are parties to a treaty."""
    courses = [other.party_course(who) for who in persons]
    return next(Course.at_least(len(courses), courses).spells(), Interval(NOT_EVER)).start


def disputed_words(act: Act) -> str:
    """Name an act whose effect, or whose publication, is open."""
    return f"{_words(act)} {'' if act.contested else 'that '}{dispute_words(act)}"


def dispute_words(act: Act) -> str:
    """Say by whom an act is contested, or that it may not have been published."""
    if not act.contested:
        return "may not have been published"
    return f"contested by {joined(name(contest.by) for contest in act.contested)}"


def _words(act: Act) -> str:
    who = joined(name(code, _day(act)) for code in act.actors)
    return f"{act.kind_name.replace('_', ' ')}{f' by {who}' if who else ''}"


def _day(act: Act) -> int | None:
    """Find a day on which those who act can be named: none where none is recorded."""
    recorded = (getattr(act, field, None) for field in ("notified", "received", "effective", "on", "since"))
    return next((span_of(day).hi for day in recorded if isinstance(day, When) and day.latest), None)


DISPUTABLE = {"withdrawal": "VCLT 65–66", "termination": "VCLT 65–66", "suspension": "VCLT 65–66"}


def _disputed(one: Dated) -> Reason:
    act, when = one.act, f" {days.on(one.day)}" if one.day.may_happen and one.day.hi > DAWN else ""
    if not act.contested:
        return act_reason(f"it is not known whether the {_words(act)} had been published", "horizon", act)
    by = joined(name(contest.by) for contest in act.contested)
    ground = grounds(*(contest.ground for contest in act.contested))
    text = f"the legal effect of the {_words(act)}{when} is contested by {by}{ground}"
    told = act_reason(text, DISPUTABLE.get(act.kind_name, ""), act)
    cited = (citation for contest in act.contested for citation in contest.citations)
    return attrs.evolve(told, citations=tuple(dict.fromkeys([*told.citations, *cited])))


def _open_effect(one: Dated) -> Missing:
    act = one.act
    if not act.contested:
        return Missing(kind="publication", text=f"when the {_words(act)} was published", by=act.actors)
    by = tuple(contest.by for contest in act.contested)
    names = joined(map(name, by))
    return Missing(
        kind="legal_effect", text=f"legal effect of the {_words(act)}, contested by {names}", by=by
    )
