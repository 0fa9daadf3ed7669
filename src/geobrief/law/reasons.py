"""Why: the reasons of an answer, each naming the act, its sources and the rule it rests on."""

from collections.abc import Iterable, Iterator

from geobrief.answer import Missing, Reason
from geobrief.law.awaiting import unmet
from geobrief.law.dated import Dated
from geobrief.law.docket import Consent, ConsentSpell, Notice
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.names import code_and_name, joined, name
from geobrief.law.span import Span, when_of
from geobrief.law.stage import known_step
from geobrief.law.statehood import dissolution
from geobrief.law.terms import boundary
from geobrief.model.act import Act
from geobrief.model.condition import Exchange, TreatyInForce
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Ratification

__all__ = ["act_reason", "consent_words", "deciding", "in_force", "party", "when_text"]


def when_text(span: Span) -> str:
    """Write a span of days: a day, or between which days."""
    day = when_of(span)
    return "an unknown day" if day is None else str(day)


def act_reason(text: str, rule: str, *acts: Act, because: Iterable[Reason] = ()) -> Reason:
    """Make a reason that rests on acts and what their sources say."""
    citations = tuple(dict.fromkeys(citation for act in acts for citation in act.citations))
    return Reason(
        text=text,
        rule=rule,
        records=tuple(act.id for act in acts),
        citations=citations,
        because=tuple(because),
    )


def deciding(life: Life) -> tuple[Dated, ...]:
    """Find the acts by which the condition may have come to be met."""
    at = life.trigger
    if not at.must_happen:
        at = Span(at.lo, at.lo)
    counted = life.register.counted(at.hi).possible
    consents = [
        consent.dated
        for who, dossier in life.docket.dossiers.items()
        if who in counted
        for consent in dossier.consents
        if not consent.is_succession
    ]
    exchanges = [one for one in life.docket.joint if isinstance(one.act, InstrumentExchange | NoteExchange)]
    every = dict.fromkeys([*exchanges, *consents])
    return tuple(one for one in every if one.day.lo <= at.hi and one.day.hi >= at.lo and one.day.may_happen)


def in_force(life: Life, day: int) -> Explanation:
    """Explain whether the treaty is in force on a day."""
    if day < life.entry.lo:
        return _not_yet(life, day)
    if day >= life.end.hi:
        return Explanation((*_ended(life), *_extensions(life, day), _entered(life, over=True)))
    entered = _entered(life)
    if day < life.entry.hi:
        text = f"it entered into force on one day of {when_text(life.entry)}, and nobody records which"
        if not life.entry.must_happen:
            text = f"it may have entered into force on or after {when_text(life.entry)}"
        return Explanation(
            (Reason(text=text, rule="VCLT 24(1)", because=(entered,)),), _open_entry(life, day)
        )
    if day >= life.end.lo:
        ending = life.endings[0]
        return Explanation(
            (Reason(text=f"it may have ended: {ending.text}", because=tuple(_ended(life))), entered),
            (_day_missing("the end of the treaty", life.end),),
        )
    return Explanation((entered, *_still(life, day)))


def _open_entry(life: Life, day: int) -> tuple[Missing, ...]:
    """Say what would settle the day of entry into force."""
    bound = life.clause.not_before
    if isinstance(bound, TreatyInForce) and not life.register.entry_of(bound.treaty).must_happen:
        return (Missing(kind="treaty", text=f"entry into force of {bound.treaty}", treaty=bound.treaty),)
    if life.entry.must_happen:
        return (_day_missing("entry into force", life.entry),)
    return tuple(each for part in unmet(life.clause.upon, life.register, day) for each in part.missing)


def _day_missing(what: str, span: Span) -> Missing:
    return Missing(kind="day", text=f"the exact day of {what} ({when_text(span)})")


def _not_yet(life: Life, day: int) -> Explanation:
    if life.trigger.hi <= day and life.entry.must_happen:
        met = f"its condition was met on {when_text(life.trigger)}"
        text = f"{met}; it enters into force on {when_text(life.entry)}"
        acts = [one.act for one in deciding(life)]
        waiting = Missing(kind="day", text=when_text(life.entry))
        return Explanation((act_reason(text, "VCLT 24(1)", *acts),), (waiting,))
    lacking = unmet(life.clause.upon, life.register, day)
    reasons = [Reason(text=each.text, rule=each.rule) for each in lacking]
    missing = tuple(each for part in lacking for each in part.missing)
    if not lacking:
        reasons = [Reason(text="nobody had consented to be bound", rule="VCLT 24(2)")]
    return Explanation((*reasons, *_taken_back(life, day), *stages(life, day)), missing)


def _taken_back(life: Life, day: int) -> Iterator[Reason]:
    """Yield the consents that were withdrawn before entry into force, which count no more."""
    for dossier in life.docket.dossiers.values():
        for spell in dossier.spells:
            if any(notice.day.lo <= day for notice in spell.notices):
                yield _withdrawn(dossier.who, spell)


def _withdrawn(who: str, spell: ConsentSpell) -> Reason:
    first = min(spell.notices, key=lambda notice: notice.day)
    consent = f"consent to be bound ({consent_words(spell.consent)})"
    text = f"{name(who)} withdrew its {consent} on {when_text(first.day)}"
    return act_reason(text, "VCLT 18(b)", first.dated.act)


def _consent_missing(who: str) -> Missing:
    return Missing(kind="consent", text=f"consent to be bound by {code_and_name(who)}", by=(who,))


def stages(life: Life, day: int) -> Iterator[Reason]:
    """Yield what has been done at home and by signature, which is not consent (14, 16)."""
    for dossier in life.docket.dossiers.values():
        for one in dossier.other:
            act = one.act
            step = known_step(act, day) if isinstance(act, Ratification) and one.day.lo > day else None
            if step:
                text = f"{code_and_name(str(act.actors[0]))} {step}: that is not yet consent to be bound"
                yield act_reason(text, "VCLT 16", act)
    signed = [
        one for dossier in life.docket.dossiers.values() for one in dossier.signatures if one.day.hi <= day
    ]
    binding = {consent.dated for dossier in life.docket.dossiers.values() for consent in dossier.consents}
    signed = [one for one in signed if one not in binding]
    if 0 < len(signed) <= 4:
        words = joined(f"{name(one.act.actors[0])} on {when_text(one.day)}" for one in signed)
        yield act_reason(
            f"signed by {words}, subject to ratification", "VCLT 14", *(one.act for one in signed)
        )


def _entered(life: Life, *, over: bool = False) -> Reason:
    acts = deciding(life)
    since = "it entered into force on" if over else "in force since"
    text = f"{since} {when_text(life.entry)}: {_met(life)}"
    rule = "VCLT 24(1)" if life.treaty.entry_into_force else "VCLT 24(2)"
    return act_reason(text, rule, *(one.act for one in acts), because=map(_act_of_consent, acts[:5]))


def _met(life: Life) -> str:
    """Say by what the condition was met."""
    upon = life.clause.upon
    if not life.trigger.must_happen:
        return f"the condition is {upon}"
    if isinstance(upon, Exchange):
        what = "instruments of ratification" if upon.of == "instruments" else "notes"
        return f"{what} were exchanged on {when_text(life.trigger)}"
    return f"the condition ({upon}) was met on {when_text(life.trigger)}"


def _act_of_consent(one: Dated) -> Reason:
    kind = one.act.kind_name.replace("_", " ")
    means = one.act.means if isinstance(one.act, Ratification) else kind
    who = joined(name(code) for code in one.act.actors)
    return act_reason(
        f"{means.replace('_', ' ')}{f' by {who}' if who else ''} on {when_text(one.day)}", "", one.act
    )


def _still(life: Life, day: int) -> Iterator[Reason]:
    """Yield what bears on a treaty in force: extensions, renewals, notices that are running or void."""
    yield from _extensions(life, day)
    duration = life.treaty.duration
    if duration and duration.term and duration.renewal:
        first_end = boundary(life.entry.hi, duration.term, duration.term, 0)
        if first_end <= day:
            yield Reason(text="its term was renewed tacitly", rule="VCLT 54(a)")
    for who in life.docket.dossiers:
        for spell, (start, _) in life.stays(who):
            yield from _notices(life, spell, start, day)


def _notices(life: Life, spell: ConsentSpell, start: Span, day: int) -> Iterator[Reason]:
    """Yield the notices that were given by a day, the last first."""
    for notice in sorted(spell.notices, key=lambda each: each.day, reverse=True):
        if notice.day.lo <= day:
            yield _notice(life, notice, start, day)


def _extensions(life: Life, day: int) -> Iterator[Reason]:
    for one in life.docket.acts:
        if isinstance(one.act, Extension) and one.day.lo <= day:
            text = f"its term was extended by agreement on {when_text(one.day)}"
            if life.expiry.may_happen:
                text += f", until {when_text(life.expiry)}"
            yield act_reason(text, "VCLT 39, 54(b)", one.act)


def _notice(life: Life, notice: Notice, start: Span, day: int) -> Reason:
    act, out = notice.dated.act, life.effect(notice, start)
    given = f"{name(act.actors[0])} gave notice of withdrawal on {when_text(notice.day)}"
    if out.may_happen:
        takes = "took" if out.hi <= day else "takes"
        return act_reason(f"{given}, which {takes} effect on {when_text(out)}", "VCLT 54(a), 67", act)
    revoked = notice.dated.on("revoked")
    if revoked is not None and revoked.lo <= day:
        return act_reason(f"{given} and revoked it on {when_text(revoked)}", "VCLT 68", act)
    clause = life.treaty.withdrawal
    if clause is None:
        return act_reason(
            f"{given}, which is without effect: the treaty has no withdrawal clause", "VCLT 56", act
        )
    if not clause.allowed:
        return act_reason(
            f"{given}, which is without effect: the treaty does not allow it", "VCLT 54(a)", act
        )
    return act_reason(
        f"{given}, which is without effect: it came before the first day allowed", "VCLT 54(a)", act
    )


def _ended(life: Life) -> Iterator[Reason]:
    for ending in life.endings:
        if ending.day.lo <= life.end.hi:
            acts = (ending.dated.act,) if ending.dated else ()
            yield act_reason(f"out of force since {when_text(ending.day)}: {ending.text}", ending.rule, *acts)


def consent_words(consent: Consent) -> str:
    """Write a consent: its means and its day."""
    words = {"exchange": "exchange of instruments", "signature": "definitive signature"}
    return f"{words.get(consent.means, consent.means.replace('_', ' '))} on {when_text(consent.day)}"


def party(life: Life, who: str, day: int) -> Explanation:
    """Explain whether the treaty is in force for a state on a day."""
    named = name(who)
    begun = [(spell, stay) for spell, stay in life.stays(who) if stay.start.lo <= day]
    if not begun:
        return _no_party_yet(life, who, day)
    standing = [each for each in begun if each[1].end.hi > day]
    spell, (start, out) = standing[0] if standing else begun[-1]
    since = act_reason(
        f"{named} is bound since {when_text(start)}: {consent_words(spell.consent)}",
        "VCLT 24",
        spell.consent.dated.act,
    )
    if day >= life.end.lo:
        return Explanation((*_ended(life), since))
    notices = tuple(_notices(life, spell, start, day))
    if out.lo <= day and notices:
        return Explanation((*notices, since))
    gone = dissolution(who)
    if gone <= day:
        text = f"{named} ceased to exist on {when_text(Span(gone, gone))}"
        return Explanation((Reason(text=text, rule="VCSS 34"), since))
    if start.hi > day:
        return Explanation((since,), (_day_missing(f"entry into force for {named}", start),))
    return Explanation((since, *notices))


def _no_party_yet(life: Life, who: str, day: int) -> Explanation:
    named = name(who)
    consented = [spell for spell in life.docket.of(who).spells if spell.start.lo <= day]
    if life.binds_without_consent and life.entry.lo <= day < life.end.lo:
        bound = any(start.lo <= day < end.hi for start, end in life.party(who))
        text = f"it binds {named} as a party to its parent"
        if not bound:
            text = f"it binds the parties to its parent, and {named} is none of them"
        return Explanation((Reason(text=text, rule="VCLT 40(4)"),))
    if consented and consented[-1].noticed.hi <= day:
        return Explanation((_withdrawn(who, consented[-1]),), (_consent_missing(who),))
    if consented:
        consent = consented[-1].consent
        start = life.start(who, consented[-1])
        when = f"on {when_text(start)}" if start.may_happen else "once the treaty enters into force"
        text = f"{named} has consented to be bound ({consent_words(consent)}); it is bound {when}"
        why = _not_yet(life, day) if day < life.entry.lo else Explanation()
        return Explanation((act_reason(text, "VCLT 24", consent.dated.act), *why.reasons), why.missing)
    signatures = [one.act for one in life.docket.of(who).signatures if one.day.lo <= day]
    text = f"{named} has not consented to be bound"
    if signatures:
        text = f"{named} has signed and has not consented to be bound"
    own = [
        reason
        for reason in stages(life, day)
        if any(act.id in reason.records for act in (one.act for one in life.docket.of(who).other))
    ]
    return Explanation((act_reason(text, "VCLT 14, 16", *signatures), *own), (_consent_missing(who),))
