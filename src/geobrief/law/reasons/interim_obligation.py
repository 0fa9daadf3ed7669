"""Why a state is bound by the interim obligation, or is not: its signature or consent, and what ended it."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.consents import ActsOfState
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, consent_words, name
from geobrief.law.reasons.reason import Explanation, consent_reason, reason
from geobrief.law.reasons.termination import ended
from geobrief.law.reasons.withdrawal import withdrawn
from geobrief.law.rules.history import History
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["interim"]


def interim(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain whether a state is bound by the interim obligation on a day."""
    state_acts = history.acts.of(who)
    found = tuple(_begun(history, state_acts, day))
    began = (*state_acts.signed, *history.contracting(who), *history.party(who))
    if not value.is_yes and any(start.lo <= day for start, _ in began):
        found = (*_over(history, state_acts, day), *found)
    neither = f"{name(who, day)} has neither signed nor consented to be bound"
    return Explanation(found or (reason(neither, "VCLT 18"),))


def _begun(history: History, state_acts: ActsOfState, day: int) -> Iterator[Reason]:
    """Yield the consents and the signatures from which it follows."""
    for spell in state_acts.spells:
        if spell.start.lo <= day < spell.noticed.hi and not spell.consent.may_be_none:
            words = consent_words(spell.consent, history.related)
            text = f"{name(state_acts.who, day)} has consented to be bound ({words})"
            yield consent_reason(history, spell.consent, text, "VCLT 18(b)")
    for one, stands in zip(state_acts.signatures, state_acts.signed, strict=True):
        if stands.may_hold_on(day):
            yield reason(f"{author(one)} signed {days.on(one.day)}", "VCLT 18(a)", one)


def _over(history: History, state_acts: ActsOfState, day: int) -> Iterator[Reason]:
    """Yield what ended the obligation, or may have: entry, the end of the treaty, or the state's own act."""
    who = state_acts.who
    for start in [start for start, end in history.party(who) if start.lo < end.hi][:1]:
        if start.lo <= day:
            entered = f"the treaty entered into force for {name(who, day)} {days.on(start)}"
            yield reason(f"{entered}, which ends the interim obligation", "VCLT 18, 26")
    for one, _ in state_acts.done(Renunciation):
        if one.day.lo <= day:
            text = f"{author(one)} made clear {days.on(one.day)} that it will not become a party"
            yield reason(text, "VCLT 18(a)", one)
    for spell in state_acts.spells:
        if spell.noticed.lo <= day:
            yield withdrawn(history, spell)
    for one, (_, end) in zip(state_acts.signatures, state_acts.signed, strict=True):
        if end.lo <= day:
            yield reason(f"{author(one)} withdrew its signature {days.on(end)}", "", one)
    if history.end.lo <= day:
        yield from ended(history, day)
