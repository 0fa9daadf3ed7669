"""Why a treaty has entered into force, or has not: the acts that decided, and what is lacking (VCLT 24)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs

from geobrief.actors import person
from geobrief.answer import Answer, Missing, Reason
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons import days
from geobrief.law.reasons.bearing import upheld
from geobrief.law.reasons.conditions import described, entry_rule, exchanged, lacking, treaty_missing, unmet
from geobrief.law.reasons.names import author, code_on, have, name, treaty_name
from geobrief.law.reasons.ratification_stage import stages
from geobrief.law.reasons.reason import FEW, Explanation, act_missing, day_missing, end_missing, reason
from geobrief.law.reasons.term import extensions, lapsed, merged
from geobrief.law.reasons.termination import ceased, ended
from geobrief.law.reasons.withdrawal import notices, withdrawn
from geobrief.law.rules.fulfilment import (
    Change,
    changes,
    deciding,
    entering,
    first_bound,
    has_whom_it_binds,
    put_off_by,
    unsettled,
)
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import Span
from geobrief.model import condition
from geobrief.model.algebra import Asked
from geobrief.model.ratification import Ratification
from geobrief.model.signature import Signature
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["entered", "in_force", "joining", "not_yet", "turning_on"]

Acts = tuple[DatedAct, ...]


def in_force(history: History, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force on a day."""
    entry, end = history.entry, history.end
    if end.hi <= min(day, entry.lo):
        return Explanation(tuple(ended(history, day)))
    if value.is_no and history.lacks_parties(day):
        return _without_parties(history, day)
    if day < entry.lo or (value.is_no and day < min(entry.hi, end.lo)):
        return not_yet(history, day)
    extended = tuple(extensions(history, day)) if day >= end.lo else ()
    if day >= end.hi or (value.is_no and day >= end.lo):
        return Explanation((*ended(history, day, Truth.NO), *extended, _entered(history, over=True)))
    if day < entry.hi and not value.is_yes:
        return _may_have_entered(history, day)
    sides = history.acts.named if history.treaty.is_bilateral else ()
    gap = (lapsed(history, history.terms.gaps, day) or merged(sides, day)) if value.is_unknown else None
    if gap:
        return gap + Explanation((_entered(history, over=True),))
    if day >= end.lo and not value.is_yes:
        told = (*ended(history, day), *extended, _entered(history, over=True))
        return Explanation(told, (end_missing("the treaty", end),))
    return upheld(Explanation((_entered(history),)), history, day)


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
        over = f"it may have ended {days.on(history.end.or_never)}"
    return Explanation((attrs.evolve(first, text=f"{first.text}; {over}"), *now.reasons[:1]))


def _may_have_entered(history: History, day: int) -> Explanation:
    acts = deciding(history)
    because, missing = _consents(acts), _open_entry(history, day)
    if history.entry.must_happen:
        text = f"it entered into force {days.on(history.entry)}; the records do not name the day"
    else:
        text = f"it may have entered into force {days.on(history.entry)}{turning_on(history)}"
        because += unmet(history.clause.upon, history.consents, day).reasons
    return Explanation((reason(text, entry_rule(history.treaty), *acts, because=because),), missing)


def turning_on(history: History) -> str:
    """Say on which other treaties it turns whether this one entered into force, if on any."""
    every = unsettled(history)
    names = listed(treaty_name(each, history.related) for each in every)
    missing = any(history.related.related(each) is None for each in every)
    known = ", of which nothing is recorded" if missing else ""
    return f"; that turns on the entry into force of {names}{known}" if every else ""


def _without_parties(history: History, day: int) -> Explanation:
    """Explain that it is not in force, whenever it entered: nobody was bound by it."""
    text, entry = "nobody was a party to it then", Explanation((_entered(history, over=True),))
    if not history.entry.is_day:
        text += ", whenever it entered into force"
        entry = _may_have_entered(history, day)
    return Explanation((reason(text, "VCLT 54(a)"), *_notices(history, day), *entry.reasons))


def _open_entry(history: History, day: int) -> tuple[Missing, ...]:
    """Say what would settle the day of entry into force."""
    bound = history.clause.not_before
    if isinstance(bound, condition.TreatyInForce) and not history.related.entry(bound.treaty).must_happen:
        return (treaty_missing(bound, history.related),)
    if history.entry.must_happen:
        return (day_missing("entry into force", history.entry),)
    by_state = history.acts.by_state.items()
    doubtful = [who for who, acts in by_state if any(one.may_be_none for one in acts.consents)]
    if doubtful and history.trigger.hi <= day:
        what = "a signature that says that it binds, or a ratification,"
        return tuple(act_missing("consent", what, code_on(who, day)) for who in doubtful)
    return unmet(history.clause.upon, history.consents, day).missing


def not_yet(history: History, day: int) -> Explanation:
    """Explain why the treaty is not yet in force, and say what is missing."""
    is_met = history.trigger.hi <= day  # that is final, whatever becomes of those who consented
    if is_met and history.entry.must_happen and has_whom_it_binds(history, day):
        met = f"its condition was met {days.on(history.trigger)}"
        other = put_off_by(history)
        waits = f", when {treaty_name(other, history.related)} does" if other else ""
        text = f"{met}; it enters into force {days.on(history.entry)}{waits}"
        why = reason(text, entry_rule(history.treaty), *(deciding(history) or (history.treaty,)))
        return Explanation((why,), (Missing(kind="day", text=days.named(history.entry)),))
    found = Explanation() if is_met else unmet(history.clause.upon, history.consents, day)
    by_state = history.acts.by_state
    spells = [spell for one in by_state.values() for spell in one.spells]
    noticed = [spell for spell in spells if spell.noticed.lo <= day]
    gone = [who for who, one in by_state.items() if is_met and one.spells and dissolution(who) <= day]
    told = (*(withdrawn(history, spell) for spell in noticed), *map(ceased, gone), *stages(history, day))
    return (found if found.reasons else _held_up(history, day)) + Explanation(told)


def _held_up(history: History, day: int) -> Explanation:
    """Say what a treaty whose condition is met still waits for: another treaty, or somebody to be bound."""
    bound = history.clause.not_before
    if isinstance(bound, condition.TreatyInForce) and history.related.entry(bound.treaty).hi > day:
        text = f"it does not enter into force before {treaty_name(bound.treaty, history.related)} does"
        return lacking(history.treaty, text, treaty_missing(bound, history.related))
    between = map(person, history.treaty.between)
    if lack := [who for who in between if not history.consents.has_consented(who, day).is_yes]:
        missing = (act_missing("consent", "consent to be bound", who) for who in lack)
        text = f"{have(lack, day)} not consented to be bound"
        return lacking(history.treaty, text, *missing, rule="VCLT 24(1)")
    return _nobody_to_bind(history, day)


def _nobody_to_bind(history: History, day: int) -> Explanation:
    """Say why nobody is there to be bound: none has consented, or none who has can be a party."""
    by, joins, related = "any state", joining(history), history.related
    standing = [
        who for who in history.persons if any(each.may_hold_on(day) for each in history.contracting(who))
    ]
    eligible = (each for who in standing for each in related.eligible(history.treaty, who, binding=True))
    if not standing:
        given = any(each.start.lo <= day for one in history.acts.by_state.values() for each in one.spells)
        text = "nobody is left who has consented to be bound" if given else "nobody has consented to be bound"
    elif joins is None or any(each.may_hold_on(day) for each in eligible):
        text = "nobody who has consented to be bound is bound yet"
    else:
        text, by = f"nobody who has consented to be bound {joins}", f"a state that {joins}"
    missing = Missing(kind="consent", text=f"consent to be bound by {by}", count=1)
    return lacking(history.treaty, text, missing)


def joining(history: History) -> str | None:
    """Say what a treaty asks of those whom it is to bind about its parent; nothing where it has none."""
    parent = history.related.parent(history.treaty)
    has = "has signed" if history.treaty.eligibility == "signatories_of_parent" else "is a party to"
    return f"{has} {parent.treaty.name}" if parent else None


def _entered(history: History, entry: Span | None = None, *, over: bool = False) -> Reason:
    acts = deciding(history)
    entry = entry or (history.entered if over else history.entry)
    entered = "entered" if entry.must_happen else "may have entered"
    begun = f"it {entered} into force {days.on(entry)}" if over else f"in force since {days.named(entry)}"
    if entry in {history.entry, history.entered}:
        text = f"{begun}{_waited_for(history)}{_met(history, acts)}"
    else:
        text = begun
    if history.beginning.is_retroactive.is_yes:
        text += "; it lies before its adoption, and all have consented to it"
        given = (one.dated for who in history.acts.named for one in history.acts.of(who).consents)
        because = tuple(dict.fromkeys(map(_act_of_consent, given)))
        return reason(text, "VCLT 28", history.treaty, because=because)
    on = (history.treaty,) if not acts or history.clause.upon.asks_for == "day" else acts
    return reason(text, entry_rule(history.treaty), *on, because=_consents(acts))


def _waited_for(history: History) -> str:
    """Say which treaty, or whom, its entry into force waited for once its condition was met."""
    if (other := put_off_by(history)) is not None:
        return f", when {treaty_name(other, history.related)} did"
    if not (first := first_bound(history)) or history.beginning.is_retroactive.is_yes:
        return ""
    if history.acts.named:
        return ", the first day on which all whom it names could be bound"
    bound = listed(name(who, history.entry.lo) for who in first[:FEW])
    return f", when {bound if len(first) <= FEW else f'{len(first)} states'} could be bound first"


def _met(history: History, acts: Acts) -> str:
    """Say by what the condition was met, and by which of the acts that decided."""
    upon = history.clause.upon
    if not history.trigger.must_happen:
        return f"; the condition is {described(upon, history.consents)}"
    return _MET[upon.asks_for](upon, history, acts)


def _met_by_all(upon: condition.Condition, history: History, acts: Acts) -> str:
    words = f"the condition ({described(upon, history.consents)}) was met"
    return f": {words} {days.on(history.trigger)}{_by_whom(history, acts)}"


def _signed(upon: condition.Signed, history: History, acts: Acts) -> str:
    if not acts or not _are_signatures(acts):
        return _met_by_all(upon, history, acts)
    return f": the last signature needed was given {days.on(history.trigger)}{_by_whom(history, acts)}"


def _notified(upon: condition.Notifications, history: History, acts: Acts) -> str:
    is_told = history.trigger.is_day and len(acts) == 1 and acts[0].act.actors
    last = f", by {author(acts[0])}," if is_told else ""
    return f": the last notification{last} was {upon.day} {days.on(history.trigger)}"


def _day_come(upon: condition.OnDate | condition.Agreed, history: History, acts: Acts) -> str:
    if not isinstance(upon.on, When):
        return _met_by_all(upon, history, acts)
    day = Span.of(upon.on)
    if day != history.entry:
        return f": its clause counts from {days.named(day)}"
    return {"date": ", the day that its clause names", "agreed": ", the day agreed"}[upon.key]


def _treaty_entered(upon: condition.TreatyInForce, history: History, _acts: Acts) -> str:
    return f": {treaty_name(upon.treaty, history.related)} entered into force {days.on(history.trigger)}"


_MET: Final[Mapping[Asked, Callable[[Any, History, Acts], str]]] = for_every(
    get_args(Asked),
    "_MET of geobrief.law.reasons.entry_into_force",
    {
        "signature": _signed,
        "exchange": lambda upon, history, _: f": {exchanged(upon)} were exchanged {days.on(history.trigger)}",
        "notification": _notified,
        "consent": _met_by_all,
        "day": _day_come,
        "another_treaty": _treaty_entered,
        "silence": lambda _upon, history, _: f": the time to object to it ended {days.on(history.trigger)}",
        "its_parts": _met_by_all,
    },
)
"""How to say by what a condition was met, by what it asks for."""


def _by_whom(history: History, acts: Acts) -> str:
    """Say whose consents were the last that it took, where the day is known and they are few."""
    by_one_each = all(len(one.act.actors) == 1 for one in acts)
    if not acts:
        return _by_change(history)
    if not (len(acts) <= FEW and history.trigger.is_day and by_one_each):
        return ""
    acts = _needed(history, acts)
    who, act = listed(map(author, acts)), acts[0].act
    if _are_signatures(acts):
        return f", by {who}"
    if all(isinstance(one.act, Ratification) and one.act.means == "succession" for one in acts):
        return f", when {who} gave notice of {'its' if len(acts) == 1 else 'their'} succession"
    instrument = act.instrument if len(acts) == 1 and isinstance(act, Ratification) else None
    if instrument and (instrument.deposited or instrument.deposits):
        return f", when {who} deposited the last instrument needed"
    return f", when {who} gave the last consent{'' if len(acts) == 1 else 's'} needed"


def _by_change(history: History) -> str:
    """Say who came to, or left, a group that is counted, where that completed the number."""
    told = [f"{name(each.who, history.trigger.lo)} {_moved(each, history)}" for each in changes(history)]
    told += [f"{treaty_name(each, history.related)} entered into force" for each in entering(history)]
    return f", when {listed(told)}" if 0 < len(told) <= FEW else ""


def _moved(change: Change, history: History) -> str:
    parent = history.related.parent(history.treaty)
    if change.group == "parties" and parent is not None:
        return f"{'ceased to be' if change.has_left else 'became'} a party to {parent.treaty.name}"
    if change.group in {"parties", "signatories", "others", "negotiating_states"}:
        return "withdrew" if change.has_left else "came to be counted"
    return f"{'left' if change.has_left else 'joined'} {name(change.group)}"


def _are_signatures(acts: Acts) -> bool:
    return all(isinstance(one.act, Signature) for one in acts)


def _needed(history: History, acts: Acts) -> Acts:
    """Leave out who consented on the same day, where the day before only those named were lacking."""
    lack = unmet(history.clause.upon, history.consents, history.trigger.lo - 1).missing
    if any(each.count is not None or not each.by for each in lack):
        return acts
    named = {person(code) for each in lack for code in each.by}
    return tuple(one for one in acts if named.intersection(map(person, one.act.actors))) or acts


def _consents(acts: Acts) -> tuple[Reason, ...]:
    return tuple(map(_act_of_consent, acts[: FEW + 1]))


def _act_of_consent(one: DatedAct) -> Reason:
    means = worded(one.act.means if isinstance(one.act, Ratification) else one.act.kind_name)
    by = f" by {author(one)}" if one.act.actors else ""
    return reason(f"{means}{by} {days.on(one.day)}", "", one)


def _notices(history: History, day: int) -> Iterator[Reason]:
    for who, state_acts in history.acts.by_state.items():
        noticed = any(spell.notices for spell in state_acts.spells)
        for stay in history.parties.stays(who) if noticed else ():
            yield from notices(history, stay, day)
