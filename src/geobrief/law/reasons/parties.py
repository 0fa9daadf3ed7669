"""Why a treaty is in force for a state, or is not: its consent, and what became of it (VCLT 2(1)(g), 24)."""

from collections.abc import Iterator

from geobrief import actors
from geobrief.answer import Missing, Reason
from geobrief.errors import NotFound
from geobrief.law.acts.consents import ActsOfState, ConsentSpell
from geobrief.law.acts.day_that_counts import DatedAct, conditions_in
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons import days
from geobrief.law.reasons.entry_into_force import in_force, not_yet, withdrawn
from geobrief.law.reasons.names import code_and_name, name
from geobrief.law.reasons.reason import (
    Explanation,
    act_reason,
    clause_reason,
    consent_reason,
    consent_words,
    day_missing,
    end_missing,
)
from geobrief.law.reasons.termination import ceased, ended, extensions
from geobrief.law.reasons.withdrawal import notices
from geobrief.law.rules.history import History
from geobrief.law.rules.ratification_stage import stages
from geobrief.law.uncertain.span import NOT_EVER, Interval, Span, day_of
from geobrief.model.condition import NoObjections
from geobrief.model.objection import Objection
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["party", "signatory", "signing"]


def party(history: History, who: str, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force for a state on a day."""
    if history.binds_without_consent:
        return _without_consent(history, who, day, value)
    begun = [(spell, stay) for spell, stay in history.stays(who) if stay.start.lo <= day]
    begun = [each for each in begun if not _never_bound(*each)] or begun
    if not begun:
        return _no_party_yet(history, who, day)
    standing = [each for each in begun if each[1].end.hi > day]
    spell, stay = standing[0] if standing else begun[-1]
    if not standing and (anew := _consented_anew(history, who, spell, day)):
        return _pending(history, who, anew, day, *_left(history, who, spell, stay, day))
    since = _bound(history, who, spell, stay, day, is_sure=value.is_yes)
    if not standing and (back := _taken_back(history, who, spell, day)):
        return Explanation((withdrawn(history, back), *_left(history, who, spell, stay, day), since))
    if not value.is_yes and (over := _over(history, who, spell, stay, day, value)):
        return Explanation((*over.reasons, since), over.missing)
    if stay.start.hi > day and not value.is_yes:
        open_day = day_missing(f"entry into force for {name(who, day)}", stay.start)
        return Explanation((since,), (open_day,))
    longer = extensions(history, day) if day >= history.unextended.lo else ()
    return Explanation((since, *longer, *notices(history, spell, stay.start, day)))


def _over(
    history: History, who: str, spell: ConsentSpell, stay: Interval, day: int, value: Truth
) -> Explanation | None:
    """Explain by what the treaty ended for a state, or may have: for all, for its own part, or by its act."""
    lapsed, gone = history.expiry_for(who, spell), dissolution(who)
    own = min(stay.end.hi, gone)
    lapsed_first = lapsed.hi < min(stay.end.lo, gone, history.end.lo)
    left_first = not history.treaty.is_bilateral and (lapsed_first or own <= history.end.hi)
    if day >= history.end.hi and not left_first:
        return Explanation(tuple(ended(history, day)))
    if lapsed_first and lapsed.hi <= day:
        return Explanation((_lapsed(history, who, lapsed, day),))
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
    parent, out = history.related.parent(history.treaty), history.out(spell, stay.start)
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


def _consented_anew(history: History, who: str, last: ConsentSpell, day: int) -> ConsentSpell | None:
    """Find a consent that a former party has given since, and that does not bind it yet."""
    found = None
    for spell, stay in _later(history, who, last, day):
        if spell.start.lo <= day < min(stay.start.lo, spell.noticed.hi):
            found = spell
    return found


def _taken_back(history: History, who: str, last: ConsentSpell, day: int) -> ConsentSpell | None:
    """Find a consent that a former party has given since, and taken back before it bound it."""
    found = None
    for spell, stay in _later(history, who, last, day):
        if spell.noticed.hi <= day and _never_bound(spell, stay):
            found = spell
    return found


def _later(
    history: History, who: str, last: ConsentSpell, day: int
) -> Iterator[tuple[ConsentSpell, Interval]]:
    """Yield the consents that came after one, while the treaty and their author are there on a day."""
    if day < min(history.end.lo, dissolution(who)):
        yield from (each for each in history.stays(who) if last.start < each[0].start)


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
    over = min([out, history.end, gone, history.expiry_for(who, spell)], key=lambda span: span.hi)
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
    if history.is_retroactive.is_yes and who in map(actors.person, history.treaty.between):
        return consent_reason(history, consent, f"{text}, to a text that names that earlier day", "VCLT 28")
    return consent_reason(history, consent, text, "VCLT 24")


def _lapsed(history: History, who: str, lapsed: Span, day: int) -> Reason:
    """Say that a term ended for one who took no part in its extension by others (41)."""
    text = f"its term ended for {name(who, day)} {days.on(lapsed)}: it took no part in the extension"
    return clause_reason(history.treaty, text, "VCLT 41, 54(a)")


def _predecessors(history: History, who: str) -> str:
    """Name those who had consented to the treaty before a state succeeded to it."""
    try:
        found = actors.get(who)
    except NotFound:
        return ""
    before = [code for code in found.succeeds if history.acts.of(actors.person(code)).consents]
    return f", succeeding {listed(map(name, before))}" if before else ""


def _no_party_yet(history: History, who: str, day: int) -> Explanation:
    named = tuple(map(actors.person, history.treaty.between))
    if named and who not in named and not history.acts.of(who).spells:
        return Explanation((clause_reason(history.treaty, f"it is closed to {name(who, day)}", "VCLT 34"),))
    consented = [spell for spell in history.acts.of(who).spells if spell.start.lo <= day]
    if day >= history.end.hi and not consented:
        return Explanation(tuple(ended(history, day)))
    if consented and consented[-1].noticed.hi <= day:
        return Explanation((withdrawn(history, consented[-1]),), (_consent_missing(who, day),))
    if dissolution(who) <= day:
        return Explanation((ceased(who),))
    if consented:
        return _pending(history, who, consented[-1], day)
    text, acts = _has_not(history.acts.of(who), day), signing(history.acts.of(who), day)
    own = tuple(stages(history, day, who))
    rule = "VCLT 14" if acts else "VCLT 2(1)(g)"
    return Explanation(
        (act_reason(text, rule, *(one.act for one in acts)), *own), (_consent_missing(who, day),)
    )


def _consent_missing(who: str, day: int) -> Missing:
    code = actors.code_valid_on(who, day_of(day))
    return Missing(kind="consent", text=f"consent to be bound by {code_and_name(code)}", by=(code,))


def _pending(history: History, who: str, spell: ConsentSpell, day: int, *before: Reason) -> Explanation:
    """Explain a consent that does not bind yet, and what came ``before`` it."""
    consent, start = spell.consent, history.start(who, spell)
    is_sure = spell.start.hi <= day
    may, will = ("has", "will") if is_sure else ("may have", "would")
    given = f"{name(who, day)} {may} consented to be bound ({consent_words(consent, history.related)})"
    waiting = day < history.entry.lo
    if start.must_happen:
        then = f"it {will} be bound from {days.named(start)}"
    elif not waiting and (parent := history.related.parent(history.treaty)):
        joins = "has signed" if history.treaty.eligibility == "signatories_of_parent" else "is a party to"
        then = f"it {will} be bound once it {joins} {parent.treaty.name}"
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
    tacit = any(isinstance(part, NoObjections) for part in conditions_in(history.clause.upon))
    for one in history.acts.of(who).other if tacit else ():
        if isinstance(one.act, Objection) and one.day.lo <= day:
            return act_reason(f"{name(who, one.day.lo)} objected {days.on(one.day)}", "VCLT 40(4)", one.act)
    text = f"it binds the parties to {of}, and {name(who, day)} is not one of them"
    return clause_reason(history.treaty, text, "VCLT 24(1), 40(1)")


# Signature --------------------------------------------------------------------------------


def signing(state_acts: ActsOfState, day: int) -> list[DatedAct]:
    """List the signatures that a state gave by a day."""
    return [one for one in state_acts.signatures if one.day.lo <= day]


def _has_not(state_acts: ActsOfState, day: int) -> str:
    named = name(state_acts.who, day)
    signed = signing(state_acts, day)
    if not signed:
        return f"{named} has not consented to be bound"
    text = f"{named} signed {days.on(signed[-1].day)}"
    withdrawn_on = state_acts.signed[state_acts.signatures.index(signed[-1])].end
    if withdrawn_on.hi <= day:
        return f"{text}, withdrew its signature {days.on(withdrawn_on)} and has not consented to be bound"
    return f"{text} and has not consented to be bound"


def signatory(history: History, who: str, day: int) -> Explanation:
    """Explain whether a state has signed."""
    state_acts = history.acts.of(who)
    signed = signing(state_acts, day)
    if not signed:
        return Explanation((Reason(text=f"{name(who, day)} has not signed"),))
    start, end = state_acts.signed[state_acts.signatures.index(signed[-1])]
    verb = "signed" if start.hi <= day else "may have signed"
    text = f"{name(who, day)} {verb} {days.on(start)}"
    if end.lo <= day:
        text += f" and withdrew its signature {days.on(end)}"
    return Explanation((act_reason(text, "", signed[-1].act),))
