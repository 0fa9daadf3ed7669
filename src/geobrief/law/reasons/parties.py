"""Why a treaty is in force for a state, or is not: its consent, and what became of it (VCLT 2(1)(g), 24)."""

from collections.abc import Iterator

from geobrief import actors
from geobrief.answer import Reason
from geobrief.law.acts.consents import ActsOfState, ConsentSpell
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons import days
from geobrief.law.reasons.entry_into_force import in_force, not_yet
from geobrief.law.reasons.names import name
from geobrief.law.reasons.ratification_stage import stages
from geobrief.law.reasons.reason import (
    Explanation,
    act_reason,
    clause_reason,
    consent_missing,
    consent_reason,
    consent_words,
    day_missing,
    end_missing,
    joining,
)
from geobrief.law.reasons.termination import ceased, ended, extensions
from geobrief.law.reasons.withdrawal import notices, withdrawn
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NOT_EVER, Interval, Span, day_of
from geobrief.model.objection import Objection
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["party", "signatory"]


def party(history: History, who: str, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force for a state on a day."""
    if history.parties.binds_without_consent:
        return _without_consent(history, who, day, value)
    begun = [(spell, stay) for spell, stay in history.parties.stays(who) if stay.start.lo <= day]
    begun = [each for each in begun if not _never_bound(*each)] or begun
    if not begun:
        return _no_party_yet(history, who, day)
    standing = [each for each in begun if each[1].end.hi > day]
    spell, stay = standing[0] if standing else begun[-1]
    later = [] if standing else _consented_since(history, who, spell, day)
    if anew := [one for one, each in later if one.start.lo <= day < min(each.start.lo, one.noticed.hi)]:
        return _pending(history, who, anew[-1], day, *_left(history, who, spell, stay, day))
    since = _bound(history, who, spell, stay, day, is_sure=value.is_yes)
    if back := [one for one, each in later if one.noticed.hi <= day and _never_bound(one, each)]:
        told = (withdrawn(history, back[-1]), *_left(history, who, spell, stay, day), since)
        return Explanation(told)
    if not value.is_yes and (over := _over(history, who, spell, stay, day, value)):
        return Explanation((*over.reasons, since), over.missing)
    if stay.start.hi > day and not value.is_yes:
        open_day = day_missing(f"entry into force for {name(who, day)}", stay.start)
        return Explanation((since,), (open_day,))
    longer = extensions(history, day) if day >= history.terms.unextended.lo else ()
    return Explanation((since, *longer, *notices(history, spell, stay.start, day)))


def _over(
    history: History, who: str, spell: ConsentSpell, stay: Interval, day: int, value: Truth
) -> Explanation | None:
    """Explain by what the treaty ended for a state, or may have: for all, for its own part, or by its act."""
    lapsed, gone = history.parties.expiry_for(who, spell), dissolution(who)
    own = min(stay.end.hi, gone)
    lapsed_first = lapsed.hi < min(stay.end.lo, gone, history.end.lo)
    left_first = not history.treaty.is_bilateral and (lapsed_first or own <= history.end.hi)
    if day >= history.end.hi and not left_first:
        return Explanation(tuple(ended(history, day)))
    if lapsed_first and lapsed.hi <= day:
        text = f"its term ended for {name(who, day)} {days.on(lapsed)}: it took no part in the extension"
        return Explanation((clause_reason(history.treaty, text, "VCLT 41, 54(a)"),))
    if gone <= day and gone < stay.end.lo:
        return Explanation((ceased(who),))
    if stay.end.lo <= day and (left := tuple(_left(history, who, spell, stay, day))):
        missing = () if stay.end.hi <= day else (end_missing(f"the treaty for {name(who, day)}", stay.end),)
        return Explanation(left, missing)
    if gone <= day:
        return Explanation((ceased(who),))
    if day >= history.end.lo:
        if value.is_no and history.in_force.at(day).is_no:
            return Explanation(tuple(ended(history, day, value)))
        return Explanation(tuple(ended(history, day)), (end_missing("the treaty", history.end),))
    return None


def _left(history: History, who: str, spell: ConsentSpell, stay: Interval, day: int) -> Iterator[Reason]:
    """Yield how a state left by itself: by notice, or by leaving the treaty on which this one depends."""
    own = notices(history, spell, stay.start, day, until=stay.end)
    parent, out = history.related.parent(history.treaty), history.parties.out(spell, stay.start)
    member = history.related.eligible(history.treaty, who, binding=True)
    over = next(
        (end for start, end in member if start.lo <= stay.start.hi and stay.start.lo < end.hi), NOT_EVER
    )
    if parent is None or over.lo > day or out.hi <= over.lo:
        yield from own
        return
    ceases = "ceased" if over.hi <= day else "may have ceased"
    text = f"{name(who, over.lo)} {ceases} to be a party to {parent.treaty.name} {days.on(over)}"
    departure = clause_reason(parent.treaty, text, "VCLT 54(a)")
    yield from (departure, *own) if over.hi <= out.hi else (*own, departure)


def _consented_since(
    history: History, who: str, last: ConsentSpell, day: int
) -> list[tuple[ConsentSpell, Interval]]:
    """List the consents that came after one, while the treaty and their author are there on a day."""
    if day >= min(history.end.lo, dissolution(who)):
        return []
    return [each for each in history.parties.stays(who) if last.start < each[0].start]


def _never_bound(spell: ConsentSpell, stay: Interval) -> bool:
    """Whether a consent was taken back before it could bind."""
    return spell.noticed.hi < stay.start.lo


def _bound(
    history: History, who: str, spell: ConsentSpell, stay: Interval, day: int, *, is_sure: bool
) -> Reason:
    """Say since when, or from when until when, a state is bound, and by what consent."""
    start, out = stay
    consent, by = spell.consent, consent_words(spell.consent, history.related)
    gone = Span(dissolution(who), dissolution(who))
    over = min([out, history.end, gone, history.parties.expiry_for(who, spell)], key=lambda span: span.hi)
    if over.hi <= start.lo and not is_sure:
        text = f"{name(who, over.lo)} had consented to be bound ({by})"
    elif (not start.must_happen or history.end.lo <= start.lo) and not is_sure:
        text = f"{name(who, day)} may have become bound {days.on(start)}: {by}"
    elif start.hi > day and not is_sure:
        text = f"{name(who, day)} became bound {days.on(start)}; the records do not name the day: {by}"
    elif over.hi <= day:
        end, was = min(over.lo, day), "was" if start.hi < over.lo else "may have been"
        text = f"{name(who, end)} {was} bound from {days.named(start)} {days.until(over)}: {by}"
    else:
        text = f"{name(who, day)} has been bound {days.since(start)}: {by}"
    if consent.is_succession:
        text += _predecessors(history, who)
        return consent_reason(history, consent, text, "VCSS 17, 22")
    if history.beginning.is_retroactive.is_yes and who in history.beginning.named:
        return consent_reason(history, consent, f"{text}, to a text that names that earlier day", "VCLT 28")
    return consent_reason(history, consent, text, "VCLT 24")


def _predecessors(history: History, who: str) -> str:
    """Name those who had consented to the treaty before a state succeeded to it."""
    found = actors.known(who)
    succeeded = found.succeeds if found else ()
    before = [code for code in succeeded if history.acts.of(actors.person(code)).consents]
    return f", succeeding {listed(map(name, before))}" if before else ""


def _no_party_yet(history: History, who: str, day: int) -> Explanation:
    state_acts, named = history.acts.of(who), history.beginning.named
    if named and who not in named and not state_acts.spells:
        return Explanation((clause_reason(history.treaty, f"it is closed to {name(who, day)}", "VCLT 34"),))
    consented = [spell for spell in state_acts.spells if spell.start.lo <= day]
    if day >= history.end.hi and not consented:
        return Explanation(tuple(ended(history, day)))
    missing = (consent_missing(actors.code_valid_on(who, day_of(day))),)
    if consented and consented[-1].noticed.hi <= day:
        return Explanation((withdrawn(history, consented[-1]),), missing)
    if dissolution(who) <= day:
        return Explanation((ceased(who),))
    if consented:
        return _pending(history, who, consented[-1], day)
    acts = [one.act for one in _signing(state_acts, day)]
    has_not = act_reason(_has_not(state_acts, day), "VCLT 14" if acts else "VCLT 2(1)(g)", *acts)
    return Explanation((has_not, *stages(history, day, who)), missing)


def _pending(history: History, who: str, spell: ConsentSpell, day: int, *before: Reason) -> Explanation:
    """Explain a consent that does not bind yet, and what came ``before`` it."""
    consent, start = spell.consent, history.parties.start(who, spell)
    may, will = ("has", "will") if spell.start.hi <= day else ("may have", "would")
    given = f"{name(who, day)} {may} consented to be bound ({consent_words(consent, history.related)})"
    waiting = day < history.entry.lo
    if start.must_happen:
        then = f"it {will} be bound from {days.named(start)}"
    elif not waiting and (parent := history.related.parent(history.treaty)):
        then = f"it {will} be bound once it {joining(history.treaty)} {parent.treaty.name}"
    else:
        then = f"it {will} be bound once the treaty enters into force"
    why = not_yet(history, day) if waiting else Explanation()
    reason = consent_reason(history, consent, f"{given}; {then}", "VCLT 24")
    return Explanation((reason, *before, *why.reasons), why.missing)


def _without_consent(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain an amendment that binds, or does not bind, without a consent of its own."""
    if day < history.entry.lo:
        return not_yet(history, day)
    if day < history.entry.hi and value.is_unknown:
        return in_force(history, day, value)
    through = _through_parent(history, who, day)
    is_bound = any(start.lo <= day < end.hi for start, end in history.party(who))
    if value.is_yes or day < history.end.lo or (day < history.end.hi and not is_bound):
        return Explanation((through,))
    return Explanation((*ended(history, day), through))


def _through_parent(history: History, who: str, day: int) -> Reason:
    """Say whether an amendment binds a party to its parent that has not consented itself."""
    parent = history.related.parent(history.treaty)
    of = parent.treaty.name if parent else "the treaty that it amends"
    if any(start.lo <= day < end.hi for start, end in history.party(who)):
        text = f"it binds {name(who, day)} as a party to {of}"
        return clause_reason(history.treaty, text, "VCLT 24(1), 40(1)")
    tacit = "silence" in history.clause.upon.asked
    for one in history.acts.of(who).other if tacit else ():
        if isinstance(one.act, Objection) and one.day.lo <= day:
            return act_reason(f"{name(who, one.day.lo)} objected {days.on(one.day)}", "VCLT 40(4)", one.act)
    text = f"it binds the parties to {of}, and {name(who, day)} is not one of them"
    return clause_reason(history.treaty, text, "VCLT 24(1), 40(1)")


def _signing(state_acts: ActsOfState, day: int) -> list[DatedAct]:
    """List the signatures that a state gave by a day."""
    return [one for one in state_acts.signatures if one.day.lo <= day]


def _has_not(state_acts: ActsOfState, day: int) -> str:
    named = name(state_acts.who, day)
    signed = _signing(state_acts, day)
    if not signed:
        return f"{named} has not consented to be bound"
    text = f"{named} signed {days.on(signed[-1].day)}"
    withdrawn_on = state_acts.signed[state_acts.signatures.index(signed[-1])].end
    if withdrawn_on.hi <= day:
        return f"{text}, withdrew its signature {days.on(withdrawn_on)} and has not consented to be bound"
    return f"{text} and has not consented to be bound"


def signatory(history: History, who: str, day: int, _: Truth) -> Explanation:
    """Explain whether a state has signed."""
    state_acts = history.acts.of(who)
    signed = _signing(state_acts, day)
    if not signed:
        return Explanation((Reason(text=f"{name(who, day)} has not signed"),))
    start, end = state_acts.signed[state_acts.signatures.index(signed[-1])]
    verb = "signed" if start.hi <= day else "may have signed"
    text = f"{name(who, day)} {verb} {days.on(start)}"
    if end.lo <= day:
        text += f" and withdrew its signature {days.on(end)}"
    return Explanation((act_reason(text, "", signed[-1].act),))
