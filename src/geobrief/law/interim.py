"""The interim obligation: not to defeat the object and purpose before entry (VCLT 18).

It binds a signatory until it makes clear that it will not become a party (18(a)), and a
state that has consented while entry into force is pending (18(b)).
"""

from geobrief.answer import Reason
from geobrief.law.course import Course
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.names import name
from geobrief.law.reasons import act_reason, when_text
from geobrief.law.span import ALWAYS, NEVER, Interval, Span, earliest_of
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["course", "reasons_for", "renounced"]


def course(life: Life, who: str) -> Course:
    """Tell on which days a state is bound by the interim obligation."""
    signed = (
        Interval(start, earliest_of([end, renounced(life, who, after=start), life.end]))
        for start, end in life.signed(who)
    )
    pending = Course.during(signed) | Course.during(life.contracting(who))
    # A party owes the treaty itself; one that was a party and left owes neither.
    begun = Course.during([Interval(earliest_of(start for start, _ in life.party(who)))])
    return pending & ~begun


def renounced(life: Life, who: str, after: Span = ALWAYS) -> Span:
    """Find when a state, having signed, made clear that it will not become a party."""
    acts = (one.day for one in life.docket.of(who).other if isinstance(one.act, Renunciation))
    later = (day if day.lo > after.hi else Span(day.lo, NEVER) for day in acts if day.hi > after.lo)
    return earliest_of(later)


def reasons_for(life: Life, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state is bound by the interim obligation on a day."""
    dossier = life.docket.of(who)
    named = name(who)
    found: list[Reason] = []
    for one in dossier.other:
        if isinstance(one.act, Renunciation) and one.day.lo <= day:
            text = f"{named} made clear on {when_text(one.day)} that it will not become a party"
            found.append(act_reason(text, "VCLT 18(a)", one.act))
    for spell in dossier.spells:
        if spell.start.lo <= day < spell.noticed.hi:
            text = f"{named} has consented to be bound on {when_text(spell.start)}"
            found.append(act_reason(text, "VCLT 18(b)", spell.consent.dated.act))
    found += [
        act_reason(f"{named} signed on {when_text(one.day)}", "VCLT 18(a)", one.act)
        for one in dossier.signatures
        if one.day.lo <= day
    ]
    if not found:
        found.append(Reason(text=f"{named} has neither signed nor consented to be bound", rule="VCLT 18"))
    started = [start for start, _ in life.party(who)[:1] if start.lo <= day]
    if started and not value.is_yes:
        entered = f"the treaty entered into force for {named} on {when_text(started[0])}"
        found.insert(0, Reason(text=f"{entered}, which ends the interim obligation", rule="VCLT 18, 26"))
    return Explanation(tuple(found))
