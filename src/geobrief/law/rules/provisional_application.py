"""Provisional application: a treaty applied before it is in force (VCLT 25).

It begins by a state's own notice, or as the text says: with its signature, its consent, or the adoption.
It ends when the treaty enters into force for the state, on its notice that it will not become a party
(25(2)), with a declaration that it does not apply it, and when the text says.
"""

from collections.abc import Iterator
from typing import NamedTuple

from geobrief.actors import person
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import gone
from geobrief.law.rules.history import History
from geobrief.law.rules.interim_obligation import renounced
from geobrief.law.rules.suspension import operative_by_day
from geobrief.law.uncertain.span import (
    ALWAYS,
    DAWN,
    NOT_EVER,
    SOME_DAY,
    Interval,
    Span,
    earliest_of,
    latest_of,
)
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.treaty import ProvisionalClause, Treaty
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["NO_CLAUSE", "applications", "applied_by_day", "between_by_day", "by_day", "part_of"]

NO_CLAUSE = ProvisionalClause(since="notification")


class Basis(NamedTuple):
    """By what a state applies a treaty provisionally: from when, until when at most, and what says so.

    ``done`` is when it signed, consented or adopted the text, from which it can take that back.
    """

    start: Span
    end: Span
    done: Span
    by: Act | Treaty
    notice: DatedAct | None = None


def by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state applies the treaty provisionally."""
    return TruthByDay.during(interval for interval, _ in applications(history, who))


def applied_by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state performs the treaty, as a party or provisionally.

    Where it applies a part alone, nobody knows whether a provision belongs to that.
    """
    applied = (
        Interval(start.or_never if part_of(history, by) else start, end)
        for (start, end), by in applications(history, who)
    )
    return TruthByDay.during((*history.party(who), *applied))


def between_by_day(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days the treaty is operative between two states, or else applied provisionally."""
    return operative_by_day(history, a, b, applied_by_day)


def part_of(history: History, by: Act | Treaty) -> str | None:
    """Give the part that is applied provisionally by an act or by the text; None where the whole is."""
    clause = history.treaty.provisional_application or NO_CLAUSE
    return by.part if isinstance(by, ProvisionalApplication) else clause.part


def applications(history: History, who: str) -> Iterator[tuple[Interval, Act | Treaty]]:
    """Yield from when to when a state applies it provisionally, by its notice or by the text, and by what."""
    begun: list[Span] = []
    for basis in (*_notified(history, who), *_by_clause(history, who)):
        begun.append(basis.start)
        ends = (basis.end, *_over(history, who, basis), *_stated(history, who, basis))
        interval = Interval(basis.start, earliest_of(ends))
        if interval.may_hold:
            yield interval, basis.by
    for one, act in history.acts.of(who).done(ProvisionalApplication):
        ended = one.on("ended")
        if act.since is None and ended is not None and all(start.lo > ended.hi for start in begun):
            yield Interval(Span(DAWN, ended.hi), ended), act  # it began, and no record says when


def _notified(history: History, who: str) -> Iterator[Basis]:
    """Yield what began by a state's own notice; a record without any day may have begun on any."""
    for one, act in history.acts.of(who).done(ProvisionalApplication):
        start = one.on("since") if act.since or act.declined or act.ended else one.day
        if start is not None:
            yield Basis(start, one.on("ended") or NOT_EVER, one.day, act, one)


def _by_clause(history: History, who: str) -> Iterator[Basis]:
    """Yield what began as the text says: with a signature, a consent or the adoption, not before its day."""
    treaty, clause = history.treaty, history.treaty.provisional_application or NO_CLAUSE
    if clause.since == "notification":
        return
    by_signature = Span(DAWN, (history.acts.adoption or SOME_DAY).hi)
    adopted = Span.of(treaty.adopted) if treaty.adopted else by_signature
    named = treaty.adopted if clause.since == "adoption" else clause.since
    first = Span.of(named) if isinstance(named, When) else ALWAYS
    own, out = history.acts.of(who), gone(who)
    for one, (start, withdrawn) in zip(own.signatures, own.signed, strict=True):
        end = earliest_of([withdrawn.put_off(clause.notice), out])
        yield Basis(latest_of([start, first]), end, start, one.act)
    if clause.since == "signature":
        return
    for spell, (start, end) in zip(own.spells, history.not_bound_yet(who), strict=True):
        consent = spell.consent
        by = treaty if consent.means == "implied" else consent.dated.act
        yield Basis(latest_of([start, first]), end, start, by)
    if clause.since == "adoption" and who in map(person, treaty.negotiating_states or treaty.between):
        yield Basis(adopted, out, adopted, treaty)
    elif who in map(person, treaty.negotiating_states):  # a text may mean those who adopted it, or not
        yield Basis(latest_of([first, adopted]).or_never, out, adopted, treaty)


def _over(history: History, who: str, basis: Basis) -> Iterator[Span]:
    """Yield what ends it for whoever applies it: entry into force, its notice, the time of the text (25)."""
    clause = history.treaty.provisional_application or NO_CLAUSE
    yield from (start for start, end in history.party(who) if end.hi > basis.start.lo)
    yield renounced(history, who, after=basis.done).put_off(clause.notice)
    yield from (history.end, gone(who))
    if clause.until is not None:
        until = Span.of(clause.until)
        yield until if basis.notice is None else until.given(~until.not_after(basis.start))


def _stated(history: History, who: str, basis: Basis) -> Iterator[Span]:
    """Yield the ends that a state's records state, and its declarations that it does not apply it.

    An end without a beginning of its own stops what began before, and any what began by the text.  A
    declaration is about what its author had done by then, and may be about what it signs or accepts later;
    one that the text does not provide for may be without effect.
    """
    clause = history.treaty.provisional_application or NO_CLAUSE
    for one, act in history.acts.of(who).done(ProvisionalApplication):
        ended, declined = one.on("ended"), one.on("declined")
        if ended is not None and (basis.notice is None or act.since is None):
            yield ended.given(basis.start.not_after(ended))
        if declined is not None:
            stops = basis.start.not_after(declined)
            if basis.notice is None:
                stops = basis.done.not_after(declined) | Truth.UNKNOWN
            yield declined.given(stops & Truth.of(clause.opting_out or None))
