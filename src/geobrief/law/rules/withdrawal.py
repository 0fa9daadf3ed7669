"""Notices of withdrawal and denunciation: whether they take effect, and when (VCLT 54, 56, 68).

A notice on the cut-off day is in time, a late one works at the next boundary.  A notice can be
revoked before it takes effect (68).  Where the text speaks neither of withdrawal nor of an end,
nobody knows whether a notice works, but that it takes twelve months (56).  A notice against
renewal is no withdrawal: it waits for the end of a term, whatever the text says of leaving.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, Literal, get_args

import attrs

from geobrief.closed import for_every
from geobrief.law.acts.consents import Notice
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.rules.delays import treaty_entry
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import NOT_EVER, Span, latest_of
from geobrief.model.act import Act
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.treaty import Treaty, WithdrawalRounding
from geobrief.model.withdrawal import Withdrawal
from geobrief.truth import Truth
from geobrief.values.calendar import first_of_following_month
from geobrief.values.delay import Months

__all__ = ["can_mean", "counts_until", "effect_of_notice", "end_on_entry", "in_peace", "unrevoked"]

_ROUNDED: Final[Mapping[WithdrawalRounding, Callable[[Span, Terms], Span]]] = for_every(
    get_args(WithdrawalRounding),
    "_ROUNDED of geobrief.law.rules.withdrawal",
    {
        "first_of_following_month": lambda effect, _: effect.moved(first_of_following_month),
        "end_of_year": lambda effect, _: effect.moved(lambda day: date(day.year + 1, 1, 1)),
        "end_of_term": lambda effect, terms: terms.next_end(effect) if terms.duration else effect,
    },
)


def effect_of_notice(notice: Notice, own: Span, treaty: Treaty, terms: Terms) -> Span:
    """Find the first day on which a notice takes its author out, which is bound from ``own`` on.

    Before entry into force for the author it works on receipt, or on a later day that it states: the state
    is out of the parties, unless it is bound by then and may not leave.
    """
    noticed, outs = notice.day, list[Span]()
    if notice.is_of_renewal:
        outs.append(latest_of([own, _effect_in_force(notice, noticed, treaty, terms, own)]))
    elif own.may_happen and noticed.hi >= own.lo:
        since = Span(max(noticed.lo, own.lo), noticed.hi)
        outs.append(_effect_in_force(notice, since, treaty, terms, own))
        if noticed.lo < own.hi:
            outs += _effects_before(attrs.evolve(notice, day=noticed.until(own.hi - 1)), own, treaty, terms)
    else:
        outs += _effects_before(notice, own, treaty, terms)
    out = Span.hull(*outs)
    return out if notice.is_after else out.or_never


def _effects_before(notice: Notice, own: Span, treaty: Treaty, terms: Terms) -> Iterator[Span]:
    """Yield the first day out by a notice given before its author is bound, which may be bound by then."""
    stated = notice.dated.on("effective")
    is_bound = own.not_after(stated) if stated and _may_not_leave(notice, treaty) else Truth.NO
    if not is_bound.is_yes:
        yield notice.takes_back
    if not is_bound.is_no:
        yield _effect_in_force(notice, notice.day, treaty, terms, own)


def end_on_entry(notice: Notice, treaty: Treaty) -> Span:
    """Find the first day on which a consent cannot begin to bind because of a notice.

    One of the day of entry runs its time like any other (54(a)): only who is out that same day was never in.
    """
    clause, at_once = treaty.withdrawal, False
    if not _may_not_leave(notice, treaty):
        at_once = notice.dated.on("effective") is not None
        if not at_once and clause is not None and clause.not_before is None:
            rounding = clause.rounding if treaty.duration or clause.rounding != "end_of_term" else None
            at_once = rounding is None and notice.day.put_off(clause.notice) == notice.day
    return notice.takes_back if at_once else notice.takes_back.day_after


def counts_until(notice: Notice, treaty: Treaty, clause: EntryIntoForce, related: RelatedTreaties) -> Span:
    """Find the first day on which a consent counts no more: that of a notice, or the day after.

    A treaty that enters into force on the day of a notice does so before it (54(a)).
    """
    over, after = notice.takes_back, end_on_entry(notice, treaty)
    if not notice.due.is_day:
        return Span.hull(over, after)
    return after if treaty_entry(clause, notice.due, related) == notice.due else over


def _may_not_leave(notice: Notice, treaty: Treaty) -> bool:
    """Whether a notice has no effect on whoever is bound: of a signature, or where the text excludes it."""
    return notice.is_of_signature or (treaty.withdrawal is not None and not treaty.withdrawal.allowed)


def unrevoked(notice: Notice) -> Notice:
    """Take a notice as if it had not been revoked."""
    further = {name: span for name, span in notice.dated.further.items() if name != "revoked"}
    return attrs.evolve(notice, dated=attrs.evolve(notice.dated, further=further))


def in_peace(notice: Notice) -> Notice:
    """Take a notice as if its author was engaged in no armed conflict."""
    act = notice.dated.act
    if not isinstance(act, Withdrawal) or act.conflict == "none":
        return notice
    return attrs.evolve(notice, dated=attrs.evolve(notice.dated, act=attrs.evolve(act, conflict="none")))


def _effect_in_force(notice: Notice, noticed: Span, treaty: Treaty, terms: Terms, own: Span) -> Span:
    """Find the day of effect of a notice in force, in whichever way it can be meant."""
    if notice.is_of_signature:  # which can be taken back only before
        return NOT_EVER
    one, effects = notice.dated, list[Span]()
    revoked = one.on("revoked") or NOT_EVER
    if "renewal" in (meant := can_mean(one.act, treaty)):
        effects.append(_end_of_term(one, noticed, treaty, terms))
    if "treaty" in meant:
        effects.append(_out_of_treaty(one, noticed, treaty, terms, own))
    in_time = (effect.given(effect.not_after(revoked)) for effect in effects)  # else revoked in time (68)
    effect = Span.hull(*in_time)
    return effect if noticed.must_happen else effect.or_never


def can_mean(act: Act, treaty: Treaty) -> frozenset[Literal["treaty", "renewal"]]:
    """Tell against what a notice given in force can be: the treaty, its next term, or either (VCLT 54(a)).

    Where the text does not speak of leaving, a notice can only be against renewal; where it excludes
    that, one that does not say otherwise.  A stated day of effect where leaving is allowed shows that
    its author left.
    """
    said = act.withdraws if isinstance(act, Withdrawal) else None
    renews = treaty.duration is not None and treaty.duration.renewal is not None
    clause = treaty.withdrawal
    if said == "renewal" or (renews and clause is None):
        return frozenset({"renewal"})
    if said is not None or not renews or clause is None:
        return frozenset({"treaty"})
    if not clause.allowed:
        return frozenset({"renewal"})
    stated = isinstance(act, Withdrawal) and act.effective is not None
    return frozenset({"treaty"} if stated else {"treaty", "renewal"})


def _end_of_term(one: DatedAct, noticed: Span, treaty: Treaty, terms: Terms) -> Span:
    """Find the first end of a term by which a notice against renewal was given in time.

    A stated day is taken as it is: but where nobody may leave, what is not the end of a term leaves open
    what happens until then.  Against what does not renew itself, it is not known what a notice does.
    """
    renewal, clause, stated = (
        terms.duration and terms.duration.renewal,
        treaty.withdrawal,
        one.on("effective"),
    )
    if stated is not None:
        return stated if clause is None or clause.allowed else Span.hull(stated, terms.next_end(stated))
    return terms.next_end(noticed.put_off(renewal.notice)) if renewal else noticed.or_never


def _out_of_treaty(one: DatedAct, noticed: Span, treaty: Treaty, terms: Terms, own: Span) -> Span:
    """Find the day on which its author has left, by the clause.

    A day of effect that the record states is taken as it is, unless withdrawal is not allowed.
    """
    clause, stated = treaty.withdrawal, one.on("effective")
    if clause is not None and not clause.allowed:
        return NOT_EVER
    if stated is not None:
        return stated
    if clause is None:
        return NOT_EVER if terms.duration else noticed.put_off(Months(12)).or_never
    since = own if clause.not_before_from == "party" else terms.entry
    allowed = Truth.YES if clause.not_before is None else since.put_off(clause.not_before).not_after(noticed)
    if allowed.is_no:
        return NOT_EVER
    effect = noticed.put_off(clause.notice)
    if clause.rounding is not None:
        effect = _ROUNDED[clause.rounding](effect, terms)
    if clause.barred_during_conflict is not None:
        effect = _after_conflict(
            effect, noticed if clause.barred_during_conflict == "at_notice" else effect, one.act
        )
    return effect.given(allowed)


def _after_conflict(due: Span, asked_on: Span, act: Act) -> Span:
    """Put off an effect to the day after an armed conflict in which the author is engaged on a day."""
    conflict = act.conflict if isinstance(act, Withdrawal) else None
    if conflict == "none":
        return due
    if conflict is None:
        return due.or_never
    begun, over = (Span(*days) for days in conflict.bounds)
    engaged, put_off = begun.not_after(asked_on) & asked_on.not_after(over), latest_of([due, over.day_after])
    return put_off if engaged.is_yes else due if engaged.is_no else Span.hull(due, put_off)
