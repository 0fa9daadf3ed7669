"""The interim obligation: not to defeat the object and purpose before entry (VCLT 18).

It binds a signatory until it makes clear that it will not become a party (18(a)), and a
state that has consented while entry into force is pending (18(b)).
"""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.course import Course
from geobrief.law.docket import Dossier
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.span import ALWAYS, NEVER, Interval, Span, earliest_of
from geobrief.law.why import days
from geobrief.law.why.ending import ended
from geobrief.law.why.entry import withdrawn
from geobrief.law.why.names import name
from geobrief.law.why.reasons import act_reason, author, consent_reason, consent_words
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["course", "reasons_for", "renounced"]


def course(life: Life, who: str) -> Course:
    """Tell on which days a state is bound by the interim obligation."""
    party = Course.during(life.party(who))
    owed = Course.during(life.pending(who))
    for start, end in life.signed(who):
        signed = Interval(start, earliest_of([end, renounced(life, who, after=start), life.end]))
        # Once the treaty itself bound it, a state that left owes nothing by the signature before.
        since = (party & Course.during([Interval(start)])).begun()
        owed |= Course.during([signed]) & ~since
    return owed & ~party


def renounced(life: Life, who: str, after: Span = ALWAYS) -> Span:
    """Find when a state, having signed, made clear that it will not become a party."""
    acts = (one.day for one in life.docket.of(who).other if isinstance(one.act, Renunciation))
    later = (day if day.lo > after.hi else Span(day.lo, NEVER) for day in acts if day.hi > after.lo)
    return earliest_of(later)


def reasons_for(life: Life, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state is bound by the interim obligation on a day."""
    dossier = life.docket.of(who)
    begun = (*_consented(life, dossier, day), *_signed(dossier, day))
    days_of = (one[0].lo for one in (*dossier.signed, *life.contracting(who), *life.party(who)))
    ever = any(first <= day for first in days_of)
    found = begun if value.is_yes or not ever else (*_over(life, who, day), *begun)
    if not found:
        text = f"{name(who, day)} has neither signed nor consented to be bound"
        found = (Reason(text=text, rule="VCLT 18"),)
    return Explanation(found)


def _consented(life: Life, dossier: Dossier, day: int) -> Iterator[Reason]:
    for spell in dossier.spells:
        if spell.start.lo <= day < spell.noticed.hi:
            words = consent_words(spell.consent, life.setting)
            text = f"{name(dossier.who, day)} has consented to be bound ({words})"
            yield consent_reason(life, spell.consent, text, "VCLT 18(b)")


def _signed(dossier: Dossier, day: int) -> Iterator[Reason]:
    for one, (start, end) in zip(dossier.signatures, dossier.signed, strict=True):
        if start.lo <= day < end.hi:
            yield act_reason(f"{author(one)} signed {days.on(one.day)}", "VCLT 18(a)", one.act)


def _over(life: Life, who: str, day: int) -> Iterator[Reason]:
    """Yield what ended the obligation, or may have: entry, the end of the treaty, or the state's own act."""
    dossier = life.docket.of(who)
    for start, _ in [stay for stay in life.party(who) if stay.start.lo < stay.end.hi][:1]:
        if start.lo <= day:
            entered = f"the treaty entered into force for {name(who, day)} {days.on(start)}"
            yield Reason(text=f"{entered}, which ends the interim obligation", rule="VCLT 18, 26")
    for one in dossier.other:
        if isinstance(one.act, Renunciation) and one.day.lo <= day:
            text = f"{author(one)} made clear {days.on(one.day)} that it will not become a party"
            yield act_reason(text, "VCLT 18(a)", one.act)
    for spell in dossier.spells:
        if spell.noticed.lo <= day:
            yield withdrawn(life, spell)
    for one, (_, end) in zip(dossier.signatures, dossier.signed, strict=True):
        if end.lo <= day:
            text = f"{author(one)} withdrew its signature {days.on(end)}"
            yield act_reason(text, "", one.act)
    if life.end.lo <= day:
        yield from ended(life, day)
