"""The interim obligation: not to defeat the object and purpose before entry (VCLT 18).

It binds a signatory until it makes clear that it will not become a party (18(a)), and a
state that has consented while entry into force is pending (18(b)).
"""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.consents import ActsOfState
from geobrief.law.reasons import days
from geobrief.law.reasons.entry_into_force import withdrawn
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, act_reason, author, consent_reason, consent_words
from geobrief.law.reasons.termination import ended
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import ALWAYS, NEVER, Interval, Span, earliest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["by_day", "reasons_for", "renounced"]


def by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state is bound by the interim obligation."""
    party = TruthByDay.during(history.party(who))
    owed = TruthByDay.during(history.pending(who))
    for start, end in history.signed(who):
        signed = Interval(start, earliest_of([end, renounced(history, who, after=start), history.end]))
        # Once the treaty itself bound it, a state that left owes nothing by the signature before.
        since = (party & TruthByDay.during([Interval(start)])).begun()
        owed |= TruthByDay.during([signed]) & ~since
    return owed & ~party


def renounced(history: History, who: str, after: Span = ALWAYS) -> Span:
    """Find when a state, having signed, made clear that it will not become a party."""
    acts = (one.day for one in history.acts.of(who).other if isinstance(one.act, Renunciation))
    later = (day if day.lo > after.hi else Span(day.lo, NEVER) for day in acts if day.hi > after.lo)
    return earliest_of(later)


def reasons_for(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state is bound by the interim obligation on a day."""
    state_acts = history.acts.of(who)
    begun = (*_consented(history, state_acts, day), *_signed(state_acts, day))
    days_of = (one[0].lo for one in (*state_acts.signed, *history.contracting(who), *history.party(who)))
    ever = any(first <= day for first in days_of)
    found = begun if value.is_yes or not ever else (*_over(history, who, day), *begun)
    if not found:
        text = f"{name(who, day)} has neither signed nor consented to be bound"
        found = (Reason(text=text, rule="VCLT 18"),)
    return Explanation(found)


def _consented(history: History, state_acts: ActsOfState, day: int) -> Iterator[Reason]:
    for spell in state_acts.spells:
        if spell.start.lo <= day < spell.noticed.hi:
            words = consent_words(spell.consent, history.related)
            text = f"{name(state_acts.who, day)} has consented to be bound ({words})"
            yield consent_reason(history, spell.consent, text, "VCLT 18(b)")


def _signed(state_acts: ActsOfState, day: int) -> Iterator[Reason]:
    for one, (start, end) in zip(state_acts.signatures, state_acts.signed, strict=True):
        if start.lo <= day < end.hi:
            yield act_reason(f"{author(one)} signed {days.on(one.day)}", "VCLT 18(a)", one.act)


def _over(history: History, who: str, day: int) -> Iterator[Reason]:
    """Yield what ended the obligation, or may have: entry, the end of the treaty, or the state's own act."""
    state_acts = history.acts.of(who)
    for start, _ in [stay for stay in history.party(who) if stay.start.lo < stay.end.hi][:1]:
        if start.lo <= day:
            entered = f"the treaty entered into force for {name(who, day)} {days.on(start)}"
            yield Reason(text=f"{entered}, which ends the interim obligation", rule="VCLT 18, 26")
    for one in state_acts.other:
        if isinstance(one.act, Renunciation) and one.day.lo <= day:
            text = f"{author(one)} made clear {days.on(one.day)} that it will not become a party"
            yield act_reason(text, "VCLT 18(a)", one.act)
    for spell in state_acts.spells:
        if spell.noticed.lo <= day:
            yield withdrawn(history, spell)
    for one, (_, end) in zip(state_acts.signatures, state_acts.signed, strict=True):
        if end.lo <= day:
            text = f"{author(one)} withdrew its signature {days.on(end)}"
            yield act_reason(text, "", one.act)
    if history.end.lo <= day:
        yield from ended(history, day)
