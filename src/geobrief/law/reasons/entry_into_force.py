"""Why a treaty has entered into force, or has not: the acts that decided, and what is lacking (VCLT 24)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs

from geobrief.actors import person
from geobrief.answer import Answer, Missing, Reason
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution, is_organisation
from geobrief.law.reasons import days
from geobrief.law.reasons.conditions import Unmet, described, exchanged, unmet
from geobrief.law.reasons.names import name
from geobrief.law.reasons.ratification_stage import stages
from geobrief.law.reasons.reason import (
    FEW,
    Explanation,
    act_reason,
    author,
    clause_reason,
    consent_missing,
    day_missing,
    end_missing,
    joining,
    once,
    treaty_name,
)
from geobrief.law.reasons.term import extensions, renewals
from geobrief.law.reasons.termination import ceased, ended
from geobrief.law.reasons.withdrawal import notices, withdrawn
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NEVER, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.algebra import Asked
from geobrief.model.condition import (
    Agreed,
    Condition,
    Exchange,
    NoObjections,
    Notifications,
    OnDate,
    Signed,
    TreatyInForce,
)
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Ratification
from geobrief.model.signature import Signature
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["deciding", "entered", "in_force", "not_yet"]

Acts = tuple[DatedAct, ...]


def deciding(history: History) -> tuple[DatedAct, ...]:
    """Find the acts by which the condition may have come to be met."""
    at = history.trigger
    if not at.must_happen:
        at = Span(at.lo, at.lo)
    counted = history.consents.counted(at.hi).possible
    may_count = history.clause.organisations != "never"
    consents = [
        consent.dated
        for who, state_acts in history.acts.by_state.items()
        if who in counted or (may_count and is_organisation(who))
        for consent in state_acts.consents
        if not consent.is_succession and consent.means != "implied"
    ]
    exchanges = [one for one in history.acts.joint if isinstance(one.act, InstrumentExchange | NoteExchange)]
    every = dict.fromkeys([*exchanges, *consents])
    return tuple(one for one in every if one.day.lo <= at.hi and one.day.hi >= at.lo and one.day.may_happen)


def in_force(history: History, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force on a day."""
    entry, end = history.entry, history.end
    if end.hi <= min(day, entry.lo):
        return Explanation(tuple(ended(history, day)))
    if value.is_no and history.lacks_parties(day):
        return _without_parties(history, day)
    if day < entry.lo or (value.is_no and day < min(entry.hi, end.lo)):
        return not_yet(history, day)
    extended = tuple(extensions(history, day))
    if day >= end.hi or (value.is_no and day >= end.lo):
        return Explanation((*ended(history, day, Truth.NO), *extended, _entered(history, over=True)))
    if day < entry.hi and not value.is_yes:
        return _may_have_entered(history, day)
    if day >= end.lo and not value.is_yes:
        told = (*ended(history, day), *extended, _entered(history, over=True))
        return Explanation(told, (end_missing("the treaty", end),))
    begun, still = _entered(history), (*renewals(history, day), *_notices(history, day))
    if day >= history.terms.unextended.lo:  # it would be over by now: the agreement decides
        return once(Explanation((*extended, begun, *still)))
    return Explanation((begun, *extended, *still))


def entered(history: History, entry: Span, last: int, now: Answer, *, is_end_agreed: bool) -> Explanation:
    """Explain that a treaty has entered into force, and what has become of it by the last day.

    ``now`` answers whether it is in force then: where the records do not say, none is told as its end,
    and where the interpretations do not agree on its day, none is told as certain.
    """
    if now.is_yes:
        return Explanation(now.reasons)
    first = _entered(history, entry, over=True)
    if now.is_no and not (is_end_agreed and history.end.hi <= last):
        return Explanation((first, *now.reasons))
    if now.is_no:
        told = attrs.evolve(first, text=f"{first.text}; it ended {days.on(history.end)}")
        return Explanation((told, *ended(history, last), *extensions(history, last)))
    over = "whether it has ended since is not known"
    if history.end.lo <= last:
        over = f"it may have ended {days.on(Span(history.end.lo, NEVER))}"
    return Explanation((attrs.evolve(first, text=f"{first.text}; {over}"), *now.reasons[:1]))


def _may_have_entered(history: History, day: int) -> Explanation:
    acts = deciding(history)
    because = [_act_of_consent(one) for one in acts[: FEW + 1]]
    if history.entry.must_happen:
        text = f"it entered into force {days.on(history.entry)}; the records do not name the day"
    else:
        text = f"it may have entered into force {days.on(history.entry)}"
        because += [_lacking(history, each) for each in unmet(history.clause.upon, history.consents, day)]
    why = act_reason(text, _rule(history), *(one.act for one in acts), because=because)
    return Explanation((why,), _open_entry(history, day))


def _without_parties(history: History, day: int) -> Explanation:
    """Explain that it is not in force, whenever it entered: nobody was bound by it."""
    text = "nobody was a party to it then"
    if history.entry.is_day:
        entry: tuple[Reason, ...] = (_entered(history, over=True),)
    else:
        text += ", whenever it entered into force"
        entry = _may_have_entered(history, day).reasons
    return Explanation((Reason(text=text, rule="VCLT 54(a)"), *_notices(history, day), *entry))


def _rule(history: History) -> str:
    return "VCLT 24(1)" if history.treaty.entry_into_force else "VCLT 24(2)"


def _open_entry(history: History, day: int) -> tuple[Missing, ...]:
    """Say what would settle the day of entry into force."""
    bound = history.clause.not_before
    if isinstance(bound, TreatyInForce) and not history.related.entry(bound.treaty).must_happen:
        return (_treaty_missing(history, bound.treaty),)
    if history.entry.must_happen:
        return (day_missing("entry into force", history.entry),)
    return tuple(each for part in unmet(history.clause.upon, history.consents, day) for each in part.missing)


def _treaty_missing(history: History, treaty: str) -> Missing:
    text = f"entry into force of {treaty_name(treaty, history.related)}"
    return Missing(kind="treaty", text=text, treaty=treaty)


def not_yet(history: History, day: int) -> Explanation:
    """Explain why the treaty is not yet in force, and say what is missing."""
    is_met = history.trigger.hi <= day  # that is final, whatever becomes of those who consented
    if is_met and history.entry.must_happen:
        met = f"its condition was met {days.on(history.trigger)}"
        text, rule = f"{met}; it enters into force {days.on(history.entry)}", _rule(history)
        acts = [one.act for one in deciding(history)]
        why = act_reason(text, rule, *acts) if acts else clause_reason(history.treaty, text, rule)
        return Explanation((why,), (Missing(kind="day", text=days.named(history.entry)),))
    lacking = () if is_met else unmet(history.clause.upon, history.consents, day)
    lacking = lacking or (_held_up(history, day),)
    reasons = [_lacking(history, each) for each in lacking]
    missing = tuple(each for part in lacking for each in part.missing)
    by_state = history.acts.by_state.items()
    taken_back = [
        withdrawn(history, spell)
        for _, state_acts in by_state
        for spell in state_acts.spells
        if any(notice.day.lo <= day for notice in spell.notices)
    ]
    consented = [who for who, state_acts in by_state if state_acts.spells] if is_met else []
    gone = [ceased(who) for who in consented if dissolution(who) <= day]
    return Explanation((*reasons, *taken_back, *gone, *stages(history, day)), missing)


def _lacking(history: History, part: Unmet) -> Reason:
    if part.acts:
        return act_reason(part.text, part.rule, *part.acts)
    if history.treaty.entry_into_force is None:
        return Reason(text=part.text, rule=part.rule)
    return clause_reason(history.treaty, part.text, part.rule)


def _held_up(history: History, day: int) -> Unmet:
    """Say what a treaty whose condition is met still waits for: another treaty, or somebody to be bound."""
    bound = history.clause.not_before
    if isinstance(bound, TreatyInForce) and history.related.entry(bound.treaty).hi > day:
        text = f"it does not enter into force before {treaty_name(bound.treaty, history.related)} does"
        return Unmet(text, "VCLT 24(1)", (_treaty_missing(history, bound.treaty),))
    between = map(person, history.treaty.between)
    lacking = [who for who in between if not history.consents.has_consented(who, day).is_yes]
    if not lacking:
        return _nobody_to_bind(history, day)
    verb = "has" if len(lacking) == 1 else "have"
    text = f"{listed(name(who, day) for who in lacking)} {verb} not consented to be bound"
    return Unmet(text, "VCLT 24(1)", tuple(consent_missing(who) for who in lacking))


def _nobody_to_bind(history: History, day: int) -> Unmet:
    """Say why nobody is there to be bound: none has consented, or none who has can be a party."""
    standing = [
        who for who in history.persons if not TruthByDay.during(history.contracting(who)).at(day).is_no
    ]
    anyone = Missing(kind="consent", text="consent to be bound by any state", count=1)
    if not standing:
        given = any(each.start.lo <= day for one in history.acts.by_state.values() for each in one.spells)
        text = "nobody is left who has consented to be bound" if given else "nobody has consented to be bound"
        return Unmet(text, _rule(history), (anyone,))
    parent, eligible = history.related.parent(history.treaty), history.related.eligible
    may = (TruthByDay.during(eligible(history.treaty, who, binding=True)).at(day) for who in standing)
    if parent is None or not all(truth.is_no for truth in may):
        return Unmet("nobody who has consented to be bound is bound yet", _rule(history), (anyone,))
    joins = f"{joining(history.treaty)} {parent.treaty.name}"
    by = Missing(kind="consent", text=f"consent to be bound by a state that {joins}", count=1)
    return Unmet(f"nobody who has consented to be bound {joins}", _rule(history), (by,))


def _entered(history: History, entry: Span | None = None, *, over: bool = False) -> Reason:
    acts = deciding(history)
    entry = entry or (history.entered if over else history.entry)
    entered = "entered" if entry.must_happen else "may have entered"
    begun = f"it {entered} into force {days.on(entry)}" if over else f"in force since {days.named(entry)}"
    text = f"{begun}{_met(history, acts)}" if entry in {history.entry, history.entered} else begun
    because = tuple(_act_of_consent(one) for one in acts[: FEW + 1])
    if history.beginning.is_retroactive.is_yes:
        text += "; it lies before its adoption, and all have consented to it"
        given = (one for who in history.acts.named for one in history.acts.of(who).consents)
        because = tuple(dict.fromkeys(_act_of_consent(one.dated) for one in given))
        return clause_reason(history.treaty, text, "VCLT 28", because)
    if not acts or history.clause.upon.asks_for == "day":
        return clause_reason(history.treaty, text, _rule(history), because)
    return act_reason(text, _rule(history), *(one.act for one in acts), because=because)


def _met(history: History, acts: Acts) -> str:
    """Say by what the condition was met, and by which of the acts that decided."""
    upon = history.clause.upon
    if not history.trigger.must_happen:
        return f"; the condition is {described(upon, history.consents)}"
    return _MET[upon.asks_for](upon, history, acts)


def _met_by_all(condition: Condition, history: History, acts: Acts) -> str:
    words = f"the condition ({described(condition, history.consents)}) was met"
    return f": {words} {days.on(history.trigger)}{_by_whom(history, acts)}"


def _signed(condition: Signed, history: History, acts: Acts) -> str:
    if not acts or not all(isinstance(one.act, Signature) for one in acts):
        return _met_by_all(condition, history, acts)
    return f": the last signature needed was given {days.on(history.trigger)}{_by_whom(history, acts)}"


def _exchanged(condition: Exchange, history: History, _acts: Acts) -> str:
    return f": {exchanged(condition)} were exchanged {days.on(history.trigger)}"


def _notified(condition: Notifications, history: History, acts: Acts) -> str:
    last = f", by {author(acts[0])}," if len(acts) == 1 and history.trigger.is_day else ""
    return f": the last notification{last} was {condition.day} {days.on(history.trigger)}"


def _day_come(condition: OnDate | Agreed, history: History, acts: Acts) -> str:
    if not isinstance(condition.on, When):
        return _met_by_all(condition, history, acts)
    day = Span.of(condition.on)
    if day != history.entry:
        return f": its clause counts from {days.named(day)}"
    return {"date": ", the day that its clause names", "agreed": ", the day agreed"}[condition.key]


def _treaty_entered(condition: TreatyInForce, history: History, _acts: Acts) -> str:
    treaty = treaty_name(condition.treaty, history.related)
    return f": {treaty} entered into force {days.on(history.trigger)}"


def _accepted(_condition: NoObjections, history: History, _acts: Acts) -> str:
    return f": the time to object to it ended {days.on(history.trigger)}"


_MET: Final[Mapping[Asked, Callable[[Any, History, Acts], str]]] = for_every(
    get_args(Asked),
    "_MET of geobrief.law.reasons.entry_into_force",
    {
        "signature": _signed,
        "exchange": _exchanged,
        "notification": _notified,
        "consent": _met_by_all,
        "day": _day_come,
        "another_treaty": _treaty_entered,
        "silence": _accepted,
        "its_parts": _met_by_all,
    },
)
"""How to say by what a condition was met, by what it asks for."""


def _by_whom(history: History, acts: Acts) -> str:
    """Say whose consents were the last that it took, where the day is known and they are few."""
    by_one_each = all(len(one.act.actors) == 1 for one in acts)
    if not (0 < len(acts) <= FEW and history.trigger.is_day and by_one_each):
        return ""
    acts = _needed(history, acts)
    who = listed(map(author, acts))
    if all(isinstance(one.act, Signature) for one in acts):
        return f", by {who}"
    if len(acts) == 1 and isinstance(acts[0].act, Ratification):
        instrument = acts[0].act.instrument
        if instrument and (instrument.deposited or instrument.deposits):
            return f", when {who} deposited the last instrument needed"
    return f", when {who} gave the last consent{'' if len(acts) == 1 else 's'} needed"


def _needed(history: History, acts: Acts) -> Acts:
    """Leave out who consented on the same day, where the day before only those named were lacking."""
    before = unmet(history.clause.upon, history.consents, history.trigger.lo - 1)
    lacking = [each for part in before for each in part.missing]
    if not lacking or any(each.count is not None or not each.by for each in lacking):
        return acts
    named = {person(code) for each in lacking for code in each.by}
    return tuple(one for one in acts if named.intersection(map(person, one.act.actors))) or acts


def _act_of_consent(one: DatedAct) -> Reason:
    means = worded(one.act.means if isinstance(one.act, Ratification) else one.act.kind_name)
    who = listed(name(code, one.day.lo) for code in one.act.actors)
    return act_reason(f"{means}{f' by {who}' if who else ''} {days.on(one.day)}", "", one.act)


def _notices(history: History, day: int) -> Iterator[Reason]:
    for who, state_acts in history.acts.by_state.items():
        noticed = any(spell.notices for spell in state_acts.spells)
        for stay in history.parties.stays(who) if noticed else ():
            yield from notices(history, stay, day)
