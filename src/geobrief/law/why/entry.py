"""Why a treaty has entered into force, or has not: the acts that decided, and what is lacking (VCLT 24)."""

from collections.abc import Iterator

import attrs

from geobrief.actors import person
from geobrief.answer import Answer, Missing, Reason
from geobrief.law.awaiting import Unmet, described, unmet
from geobrief.law.course import Course
from geobrief.law.dated import Dated
from geobrief.law.docket import ConsentSpell
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.span import NEVER, Span, span_of
from geobrief.law.stage import stages
from geobrief.law.statehood import dissolution, is_organisation
from geobrief.law.why import days
from geobrief.law.why.ending import ceased, ended, extensions, renewals
from geobrief.law.why.leaving import notices
from geobrief.law.why.names import code_and_name, joined, name
from geobrief.law.why.reasons import (
    act_reason,
    author,
    clause_reason,
    consent_words,
    day_missing,
    end_missing,
    once,
    treaty_name,
)
from geobrief.model.condition import (
    Agreed,
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

__all__ = ["deciding", "entered", "in_force", "not_yet", "withdrawn"]

FEW = 4
"""How many acts or states are named one by one."""


def deciding(life: Life) -> tuple[Dated, ...]:
    """Find the acts by which the condition may have come to be met."""
    at = life.trigger
    if not at.must_happen:
        at = Span(at.lo, at.lo)
    counted = life.register.counted(at.hi).possible
    may_count = life.clause.organisations != "never"
    consents = [
        consent.dated
        for who, dossier in life.docket.dossiers.items()
        if who in counted or (may_count and is_organisation(who))
        for consent in dossier.consents
        if not consent.is_succession and consent.means != "implied"
    ]
    exchanges = [one for one in life.docket.joint if isinstance(one.act, InstrumentExchange | NoteExchange)]
    every = dict.fromkeys([*exchanges, *consents])
    return tuple(one for one in every if one.day.lo <= at.hi and one.day.hi >= at.lo and one.day.may_happen)


def in_force(life: Life, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force on a day."""
    if life.end.hi <= min(day, life.entry.lo):
        return Explanation(tuple(ended(life, day)))
    if value.is_no and life.lacks_parties(day):
        return _without_parties(life, day)
    if day < life.entry.lo or (value.is_no and day < min(life.entry.hi, life.end.lo)):
        return not_yet(life, day)
    if day >= life.end.hi or (value.is_no and day >= life.end.lo):
        return Explanation((*ended(life, day, Truth.NO), *extensions(life, day), _entered(life, over=True)))
    if day < life.entry.hi and not value.is_yes:
        return _may_have_entered(life, day)
    if day >= life.end.lo and not value.is_yes:
        return Explanation(
            (*ended(life, day), *extensions(life, day), _entered(life, over=True)),
            (end_missing("the treaty", life.end),),
        )
    if day >= life.unextended.lo:  # it would be over by now: the agreement decides
        return once(Explanation((*extensions(life, day), _entered(life), *_still(life, day))))
    return Explanation((_entered(life), *_still(life, day)))


def entered(life: Life, entry: Span, last: int, now: Answer, *, is_end_agreed: bool) -> Explanation:
    """Explain that a treaty has entered into force, and what has become of it by the last day.

    ``now`` answers whether it is in force then: where the records do not say, none is told as its end,
    and where the readings do not agree on its day, none is told as certain.
    """
    if now.is_yes:
        return Explanation(now.reasons)
    first = _entered(life, entry, over=True)
    if now.is_no and not (is_end_agreed and life.end.hi <= last):
        return Explanation((first, *now.reasons))
    if now.is_no:
        told = attrs.evolve(first, text=f"{first.text}; it ended {days.on(life.end)}")
        return Explanation((told, *ended(life, last), *extensions(life, last)))
    over = "whether it has ended since is not known"
    if life.end.lo <= last:
        over = f"it may have ended {days.on(Span(life.end.lo, NEVER))}"
    return Explanation((attrs.evolve(first, text=f"{first.text}; {over}"), *now.reasons[:1]))


def _may_have_entered(life: Life, day: int) -> Explanation:
    acts = deciding(life)
    because = [_act_of_consent(one) for one in acts[: FEW + 1]]
    if life.entry.must_happen:
        text = f"it entered into force {days.on(life.entry)}; the records do not name the day"
    else:
        text = f"it may have entered into force {days.on(life.entry)}"
        because += [_lacking(life, each) for each in unmet(life.clause.upon, life.register, day)]
    why = act_reason(text, _rule(life), *(one.act for one in acts), because=because)
    return Explanation((why,), _open_entry(life, day))


def _without_parties(life: Life, day: int) -> Explanation:
    """Explain that it is not in force, whenever it entered: nobody was bound by it."""
    text = "nobody was a party to it then"
    if life.entry.is_day:
        entry: tuple[Reason, ...] = (_entered(life, over=True),)
    else:
        text += ", whenever it entered into force"
        entry = _may_have_entered(life, day).reasons
    return Explanation((Reason(text=text, rule="VCLT 54(a)"), *_notices(life, day), *entry))


def _rule(life: Life) -> str:
    return "VCLT 24(1)" if life.treaty.entry_into_force else "VCLT 24(2)"


def _open_entry(life: Life, day: int) -> tuple[Missing, ...]:
    """Say what would settle the day of entry into force."""
    bound = life.clause.not_before
    if isinstance(bound, TreatyInForce) and not life.register.entry_of(bound.treaty).must_happen:
        return (_treaty_missing(life, bound.treaty),)
    if life.entry.must_happen:
        return (day_missing("entry into force", life.entry),)
    return tuple(each for part in unmet(life.clause.upon, life.register, day) for each in part.missing)


def _treaty_missing(life: Life, treaty: str) -> Missing:
    text = f"entry into force of {treaty_name(treaty, life.setting)}"
    return Missing(kind="treaty", text=text, treaty=treaty)


# Not yet ----------------------------------------------------------------------------------


def not_yet(life: Life, day: int) -> Explanation:
    """Explain why the treaty is not yet in force, and say what is missing."""
    if life.trigger.hi <= day and life.entry.must_happen:
        met = f"its condition was met {days.on(life.trigger)}"
        text = f"{met}; it enters into force {days.on(life.entry)}"
        acts = [one.act for one in deciding(life)]
        waiting = Missing(kind="day", text=days.named(life.entry))
        reason = (
            act_reason(text, _rule(life), *acts) if acts else clause_reason(life.treaty, text, _rule(life))
        )
        return Explanation((reason,), (waiting,))
    is_met = life.trigger.hi <= day  # that is final, whatever becomes of those who consented
    lacking = (() if is_met else unmet(life.clause.upon, life.register, day)) or (_held_up(life, day),)
    reasons = [_lacking(life, each) for each in lacking]
    missing = tuple(each for part in lacking for each in part.missing)
    gone = _gone(life, day) if is_met else ()
    return Explanation((*reasons, *_taken_back(life, day), *gone, *stages(life, day)), missing)


def _lacking(life: Life, part: Unmet) -> Reason:
    if part.acts:
        return act_reason(part.text, part.rule, *part.acts)
    if life.treaty.entry_into_force is None:
        return Reason(text=part.text, rule=part.rule)
    return clause_reason(life.treaty, part.text, part.rule)


def _held_up(life: Life, day: int) -> Unmet:
    """Say what a treaty whose condition is met still waits for: another treaty, or somebody to be bound."""
    bound = life.clause.not_before
    if isinstance(bound, TreatyInForce) and life.register.entry_of(bound.treaty).hi > day:
        text = f"it does not enter into force before {treaty_name(bound.treaty, life.setting)} does"
        return Unmet(text, "VCLT 24(1)", (_treaty_missing(life, bound.treaty),))
    between = map(person, life.treaty.between)
    lacking = [who for who in between if not life.register.has_consented(who, day).is_yes]
    if not lacking:
        return _nobody_to_bind(life, day)
    verb = "has" if len(lacking) == 1 else "have"
    text = f"{joined(name(who, day) for who in lacking)} {verb} not consented to be bound"
    return Unmet(text, "VCLT 24(1)", tuple(_consent_of(who) for who in lacking))


def _nobody_to_bind(life: Life, day: int) -> Unmet:
    """Say why nobody is there to be bound: none has consented, or none who has can be a party."""
    standing = [who for who in life.persons if not Course.during(life.contracting(who)).at(day).is_no]
    anyone = Missing(kind="consent", text="consent to be bound by any state", count=1)
    if not standing:
        given = any(each.start.lo <= day for one in life.docket.dossiers.values() for each in one.spells)
        text = "nobody is left who has consented to be bound" if given else "nobody has consented to be bound"
        return Unmet(text, _rule(life), (anyone,))
    parent, eligible = life.setting.parent(life.treaty), life.setting.eligible
    may = (Course.during(eligible(life.treaty, who, binding=True)).at(day) for who in standing)
    if parent is None or not all(truth.is_no for truth in may):
        return Unmet("nobody who has consented to be bound is bound yet", _rule(life), (anyone,))
    has = "has signed" if life.treaty.eligibility == "signatories_of_parent" else "is a party to"
    by = f"consent to be bound by a state that {has} {parent.treaty.name}"
    text = f"nobody who has consented to be bound {has} {parent.treaty.name}"
    return Unmet(text, _rule(life), (Missing(kind="consent", text=by, count=1),))


def _consent_of(who: str) -> Missing:
    return Missing(kind="consent", text=f"consent to be bound by {code_and_name(who)}", by=(who,))


def _gone(life: Life, day: int) -> Iterator[Reason]:
    """Yield who consented and has ceased to exist."""
    for who, dossier in life.docket.dossiers.items():
        if dossier.spells and dissolution(who) <= day:
            yield ceased(who)


def _taken_back(life: Life, day: int) -> Iterator[Reason]:
    """Yield the consents that were withdrawn before entry into force, which count no more."""
    for dossier in life.docket.dossiers.values():
        for spell in dossier.spells:
            if any(notice.day.lo <= day for notice in spell.notices):
                yield withdrawn(life, spell)


def withdrawn(life: Life, spell: ConsentSpell) -> Reason:
    """Say that a consent was withdrawn before entry into force, as depositaries accept."""
    first = min(spell.notices, key=lambda notice: notice.day)
    consent = f"consent to be bound ({consent_words(spell.consent, life.setting)})"
    act = first.dated.act
    text = f"{author(first.dated)} withdrew its {consent} {days.on(first.day)}"
    return act_reason(text, "depositary practice", act)


# In force ---------------------------------------------------------------------------------


def _entered(life: Life, entry: Span | None = None, *, over: bool = False) -> Reason:
    acts = deciding(life)
    entry = entry or (life.entered if over else life.entry)
    entered = "entered" if entry.must_happen else "may have entered"
    begun = f"it {entered} into force {days.on(entry)}" if over else f"in force {days.since(entry)}"
    text = f"{begun}{_met(life, acts)}" if entry in {life.entry, life.entered} else begun
    because = tuple(_act_of_consent(one) for one in acts[: FEW + 1])
    if life.is_retroactive.is_yes:
        text += "; it lies before its adoption, and all have consented to it"
        given = (one for who in life.beginning.named for one in life.docket.of(who).consents)
        because = tuple(dict.fromkeys(_act_of_consent(one.dated) for one in given))
        return clause_reason(life.treaty, text, "VCLT 28", because)
    if not acts or isinstance(life.clause.upon, OnDate | Agreed):
        return clause_reason(life.treaty, text, _rule(life), because)
    return act_reason(text, _rule(life), *(one.act for one in acts), because=because)


def _met(life: Life, acts: tuple[Dated, ...]) -> str:
    """Say by what the condition was met."""
    upon, met = life.clause.upon, days.on(life.trigger)
    if not life.trigger.must_happen:
        return f"; the condition is {described(upon, life.register)}"
    if isinstance(upon, OnDate | Agreed) and isinstance(upon.on, When):
        same = span_of(upon.on) == life.entry
        agreed = "the day agreed" if isinstance(upon, Agreed) else "the day that its clause names"
        return f", {agreed}" if same else f": its clause counts from {days.named(span_of(upon.on))}"
    if isinstance(upon, Exchange):
        what = "instruments of ratification" if upon.of == "instruments" else "notes"
        return f": {what} were exchanged {met}"
    if isinstance(upon, TreatyInForce):
        return f": {treaty_name(upon.treaty, life.setting)} entered into force {met}"
    if isinstance(upon, NoObjections):
        return f": the time to object to it ended {met}"
    if isinstance(upon, Notifications):
        last = author(acts[0]) if len(acts) == 1 and life.trigger.is_day else ""
        return f": the last notification{f', by {last},' if last else ''} was {upon.day} {met}"
    if isinstance(upon, Signed) and acts and all(isinstance(one.act, Signature) for one in acts):
        return f": the last signature needed was given {met}{_by_whom(life, acts)}"
    return f": the condition ({described(upon, life.register)}) was met {met}{_by_whom(life, acts)}"


def _by_whom(life: Life, acts: tuple[Dated, ...]) -> str:
    """Say whose consents were the last that it took, where the day is known and they are few."""
    if not (0 < len(acts) <= FEW) or not life.trigger.is_day or any(len(one.act.actors) != 1 for one in acts):
        return ""
    acts = _needed(life, acts)
    who = joined(map(author, acts))
    if all(isinstance(one.act, Signature) for one in acts):
        return f", by {who}"
    if len(acts) == 1 and isinstance(acts[0].act, Ratification):
        instrument = acts[0].act.instrument
        if instrument and (instrument.deposited or instrument.deposits):
            return f", when {who} deposited the last instrument needed"
    return f", when {who} gave the last consent{'' if len(acts) == 1 else 's'} needed"


def _needed(life: Life, acts: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Leave out who consented on the same day, where the day before only those named were lacking."""
    lacking = [
        each for part in unmet(life.clause.upon, life.register, life.trigger.lo - 1) for each in part.missing
    ]
    if not lacking or any(each.count is not None or not each.by for each in lacking):
        return acts
    named = {person(code) for each in lacking for code in each.by}
    return tuple(one for one in acts if named.intersection(map(person, one.act.actors))) or acts


def _act_of_consent(one: Dated) -> Reason:
    kind = one.act.kind_name.replace("_", " ")
    means = one.act.means.replace("_", " ") if isinstance(one.act, Ratification) else kind
    who = joined(name(code, one.day.lo) for code in one.act.actors)
    return act_reason(f"{means}{f' by {who}' if who else ''} {days.on(one.day)}", "", one.act)


def _still(life: Life, day: int) -> Iterator[Reason]:
    """Yield what bears on a treaty in force: extensions, renewals, notices that are running or void."""
    yield from extensions(life, day)
    yield from renewals(life, day)
    yield from _notices(life, day)


def _notices(life: Life, day: int) -> Iterator[Reason]:
    for who, dossier in life.docket.dossiers.items():
        noticed = any(spell.notices for spell in dossier.spells)
        for spell, (start, _) in life.stays(who) if noticed else ():
            yield from notices(life, spell, start, day)
