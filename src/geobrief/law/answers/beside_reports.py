"""Acts and reports side by side: acts decide where they speak, reports where they do not."""

from collections.abc import Mapping

from geobrief.actors import person
from geobrief.law.acts.coverage import EVERY_DAY, NO_DAY
from geobrief.law.acts.statehood import gone
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.performing import APPLIED, APPLIED_BY
from geobrief.law.answers.questions import (
    BETWEEN,
    CONTRACTING,
    IN_FORCE,
    IN_FORCE_FOR,
    Found,
    Persons,
    Put,
    by_acts,
    recorded_by_day,
)
from geobrief.law.reasons import coverage as why_coverage
from geobrief.law.reasons.reason import Explanation
from geobrief.law.reasons.reported import reported as why_reported
from geobrief.law.rules import interim_obligation, reported
from geobrief.law.uncertain.span import ALWAYS, NOT_EVER, SOME_DAY, Interval, Span, earliest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedEnd, ReportedMembership
from geobrief.truth import Truth

__all__ = ["applied_as_reported", "beside_reports", "contradicted", "until_reported"]


def beside_reports(put: Put[*Persons], own: Found) -> Found:
    """Combine acts and reports: acts decide where they speak, reports where they do not."""
    interpreted, codes = put.interpreted, put.codes
    everybody = interpreted.everybody
    if codes and not any(
        _is_reported(interpreted, who) or _may_bind(put, who).first.may_happen for who in codes
    ):
        return own
    beside = {who: _member(put, who) for who in codes or everybody}
    if codes:
        truth = TruthByDay.all_of([beside[who] for who in codes])
        if len(codes) > 1:
            truth = truth.disputed(TruthByDay.constant(Truth.NO), _kept_apart(put, codes))
    else:
        told = reported.together([beside[who] for who in everybody if _is_reported(interpreted, who)], ())
        end = reported.end_reported(interpreted.treaty)
        if (
            not _acts_give_entry(interpreted)
            and (entered := reported.entry_reported(interpreted.treaty, None)) is not None
        ):
            told |= TruthByDay.during([entered.until(earliest_of([_ended(interpreted), end]))])
        over = TruthByDay.during([Interval(end)])
        parts = (own.by_day, recorded_by_day(put), told, _left_of(put, beside), over)
        truth = TruthByDay.each_day(parts, _of_treaty)
    limited = interpreted.coverage.limit(truth)

    def why(day: int, value: Truth) -> Explanation:
        acts, reports = own.by_day.at(day), why_reported(interpreted.treaty, codes, day)
        if not (reports.reasons or value is acts):  # what is reported of others
            reports = why_reported(interpreted.treaty, (), day)
        if value is acts:
            return own.why(day, acts) + reports if value.is_unknown else own.why(day, acts)
        if value.is_unknown:
            return why_coverage.contradicted(own.why(day, acts), reports)
        is_assumed = day > interpreted.coverage.last
        return why_coverage.assumed(interpreted.coverage, reports) if is_assumed else reports

    return Found(limited, why)


def until_reported(put: Put[*Persons], own: Found) -> Found:
    """Answer no to what ends with entry into force for a state once reports have it as a member (18, 25)."""
    [who] = put.codes
    if not _is_reported(put.interpreted, who):
        return own
    asked = Put(IN_FORCE_FOR, put.interpreted, (who,))
    party = beside_reports(asked, by_acts(asked))

    def why(day: int, value: Truth) -> Explanation:
        found = own if value is own.by_day.at(day) else party
        return found.why(day, found.by_day.at(day))

    return Found(own.by_day & ~party.by_day, why)


def applied_as_reported(put: Put[*Persons], own: Found) -> Found:
    """Answer by reports of provisional application where no act speaks of it (25), until it is in force."""
    [who], interpreted = put.codes, put.interpreted
    applied = reported.applied_during(interpreted.treaty, who)
    if not applied.may_hold:
        return own
    asked, recorded = Put(IN_FORCE_FOR, interpreted, (who,)), recorded_by_day(put)
    over = (interim_obligation.renounced(each, who, after=applied.start) for each in interpreted.histories)
    until = applied.until(earliest_of([*over, gone(who)]))
    party = recorded_by_day(asked)
    if reported.reports(interpreted.treaty, (who,)):
        party |= _reported(asked, who)[0]
    told = TruthByDay.during([until]) & ~party
    acts_speak = recorded.first.may_happen
    truth = TruthByDay.each_day(
        (own.by_day, told),
        lambda truths: (
            truths[1]
            if not (truths[0].is_yes or truths[1].is_no or acts_speak)
            else truths[0] | truths[1] & Truth.UNKNOWN
        ),
    )

    def why(day: int, value: Truth) -> Explanation:
        reports = why_reported(interpreted.treaty, put.codes, day)
        if value is own.by_day.at(day):
            return own.why(day, value)
        return why_coverage.contradicted(own.why(day, value), reports) if value.is_unknown else reports

    return Found(interpreted.coverage.limit(truth), why)


def _is_reported(interpreted: InterpretedTreaty, who: str) -> bool:
    """Whether sources report that somebody is a member, or that the treaty entered or left force for it."""
    treaty = interpreted.treaty
    is_member = bool(reported.reports(treaty, (who,))) or _entry_reported(interpreted, who) is not None
    return is_member or reported.end_reported(treaty, who).may_happen


def _ended(interpreted: InterpretedTreaty) -> Span:
    return Span.hull(*(reported.ended(interpreted.treaty, each) for each in interpreted.histories))


def _acts_give_entry(interpreted: InterpretedTreaty) -> bool:
    return any(each.entry.may_happen for each in interpreted.histories)


def _entry_reported(interpreted: InterpretedTreaty, who: str) -> Interval | None:
    """Tell from when on it is reported in force for one: by its name, or who is named or has consented."""
    if not interpreted.treaty.reported_entries:
        return None
    has_consented = any(each.acts.of(who).spells for each in interpreted.histories)
    return reported.entry_reported(
        interpreted.treaty, who, is_meant=has_consented and not _acts_give_entry(interpreted)
    )


def _member(put: Put[*Persons], who: str) -> TruthByDay:
    """Tell on which days one person is a member, or has consented, by acts and reports together."""
    asked = CONTRACTING if put.question is CONTRACTING else IN_FORCE_FOR
    own = Put(asked, put.interpreted, (who,))
    found = by_acts(own).by_day
    if _is_reported(put.interpreted, who):
        found = TruthByDay.each_day((recorded_by_day(own), found, *_reported(own, who)), _of_one)
    found |= _may_bind(put, who)
    if put.question in APPLIED:
        found |= by_acts(Put(APPLIED_BY, put.interpreted, (who,))).by_day
    return found


def _may_bind(put: Put[*Persons], who: str) -> TruthByDay:
    """Tell on which days a recorded consent may bind because a treaty is reported to be in force (24)."""
    if put.question is CONTRACTING:
        return NO_DAY
    treaty = put.interpreted.treaty
    days = (reported.days_of(treaty, one) for one in treaty.reported_memberships if one.period)
    consented = by_acts(Put(CONTRACTING, put.interpreted, (who,))).by_day
    return consented & TruthByDay.during(days) & TruthByDay.constant(Truth.UNKNOWN)


def _reported(own: Put[str], who: str) -> tuple[TruthByDay, TruthByDay]:
    """Tell on which days a person is reported as a member, and on which the acts speak of it."""
    interpreted, held = own.interpreted, own.question.by_reports or reported.days_of
    treaty, history = interpreted.treaty, interpreted.history
    over = _ended(interpreted)
    decides = any(reported.acts_speak(each, who) for each in interpreted.histories)
    gone = over if decides else earliest_of([over, reported.left(history, who)])
    since = recorded_by_day(own).first if decides else ALWAYS
    mine = reported.reports(treaty, (who,))
    entered, end = (
        None if decides and _acts_give_entry(interpreted) else _entry_reported(interpreted, who),
        reported.end_reported(treaty, who),
    )
    if not mine and entered is None:  # that it ended is all that is reported
        return TruthByDay.during([Interval(SOME_DAY, end)]), EVERY_DAY
    told = TruthByDay.during(reported.beside(one, held(treaty, one), over=gone, since=since) for one in mine)
    if entered is not None:
        told |= TruthByDay.during([entered.until(earliest_of([gone, end]))])
    if decides and entered is not None:  # the acts bind nobody, which the report denies
        return told, TruthByDay.constant(Truth.UNKNOWN)
    return told, TruthByDay.during([Interval(ALWAYS if decides else over)])


def contradicted(interpreted: InterpretedTreaty, report: ReportedMembership | ReportedEnd) -> Span:
    """Find the first day on which the acts say of a reported member, or end, what the report denies."""
    if interpreted.is_only_reported:
        return NOT_EVER
    if isinstance(report, ReportedEnd):
        return _contradicted_end(interpreted, report)
    own = Put(IN_FORCE_FOR, interpreted, (person(report.by),))
    told, speaking = _reported(own, person(report.by))
    differ = TruthByDay.each_day(
        (by_acts(own).by_day, told, speaking),
        lambda truths: Truth.of(
            not truths[2].is_no and Truth.UNKNOWN not in truths and truths[0] is not truths[1]
        ),
    )
    return differ.first


def _contradicted_end(interpreted: InterpretedTreaty, report: ReportedEnd) -> Span:
    """Find from when on acts keep in force what is reported to have ended, or had ended it before."""
    if report.by is None:
        acts = by_acts(Put(IN_FORCE, interpreted, ())).by_day
    else:
        acts = by_acts(Put(IN_FORCE_FOR, interpreted, (person(report.by),))).by_day

    def differ(truths: tuple[Truth, ...]) -> Truth:
        held, has_held, over = truths
        return Truth.of((held.is_yes and over.is_yes) or (held.is_no and has_held.is_yes and over.is_no))

    ended = TruthByDay.during([Interval(Span.of(report.on))])
    return TruthByDay.each_day((acts, acts.begun(), ended), differ).first


def _of_one(truths: tuple[Truth, ...]) -> Truth:
    """Judge one person on one day: what is recorded, and covered, and reported, and whether acts speak."""
    recorded, covered, told, speaking = truths
    if speaking.is_no:
        return told
    if speaking.is_unknown:
        return covered if covered is told else Truth.UNKNOWN
    if told.is_unknown or recorded.is_unknown:
        return covered
    return recorded if recorded is told else Truth.UNKNOWN


def _of_treaty(truths: tuple[Truth, ...]) -> Truth:
    """Judge a treaty on one day: by acts, by reports of members and of its end, and by who is left."""
    acts, recorded, told, left, over = truths
    if over.is_yes and recorded.is_no and told.is_no:
        return Truth.NO
    return acts & left if acts.is_yes else acts | told


def _left_of(put: Put[*Persons], beside: Mapping[str, TruthByDay]) -> TruthByDay:
    """Tell where all who are parties by the acts are contradicted: unknown there, yes elsewhere."""
    persons = [Put(IN_FORCE_FOR, put.interpreted, (who,)) for who in beside]
    acts = TruthByDay.at_least(1, [by_acts(one).by_day for one in persons])
    together = TruthByDay.at_least(1, list(beside.values()))
    return TruthByDay.each_day(
        (acts, together),
        lambda truths: Truth.UNKNOWN if truths[0].is_yes and not truths[1].is_yes else Truth.YES,
    )


def _kept_apart(put: Put[*Persons], codes: tuple[str, ...]) -> TruthByDay:
    """Tell from when on an act on record may keep a treaty from being in force, or operative, between two."""
    kinds = frozenset({"objection"} if put.question is BETWEEN else {"objection", "suspension"})
    days = (
        one.effect
        for one in put.interpreted.acts
        if one.act.kind_name in kinds and (not one.act.actors or {*map(person, one.act.actors)} & {*codes})
    )
    return TruthByDay.during([Interval(earliest_of(days))])
