"""Why a treaty is in force for a state, or is not: its consent, and what became of it (VCLT 2(1)(g), 24)."""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from geobrief.answer import Missing, Reason
from geobrief.law.acts.consents import ActsOfState, ConsentSpell
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution
from geobrief.law.acts.succession import Predecessor, predecessors, succeeded, took_over_whole
from geobrief.law.reasons import days
from geobrief.law.reasons.bearing import upheld
from geobrief.law.reasons.entry_into_force import in_force, joining, not_yet, turning_on
from geobrief.law.reasons.names import author, code_on, consent_words, continuing, name, treaty_name
from geobrief.law.reasons.ratification_stage import stages
from geobrief.law.reasons.reason import (
    Explanation,
    act_missing,
    consent_reason,
    day_missing,
    end_missing,
    reason,
)
from geobrief.law.reasons.term import lapsed, merged
from geobrief.law.reasons.termination import ceased, ended
from geobrief.law.reasons.withdrawal import notices, withdrawn
from geobrief.law.rules.fulfilment import put_off_by
from geobrief.law.rules.history import History
from geobrief.law.rules.parties import Inheritance, Stay
from geobrief.law.uncertain.span import NOT_EVER, Interval, Span, earliest_of
from geobrief.model.act import Act
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["part", "party", "signatory"]

HERITAGE: Final = {
    "separation": ("VCSS 34, 35", "separated from"),
    "dissolution": ("VCSS 34", "came of the dissolution of"),
    "uniting": ("VCSS 31", "united with"),
    "accession": ("VCSS 15, 31", "was joined by"),
    "resumption": ("VCSS 34, 35", "resumed its statehood after"),
}
"""By which rule something may pass by a kind of succession, and what happened."""


def party(history: History, who: str, day: int, value: Truth = Truth.UNKNOWN) -> Explanation:
    """Explain whether the treaty is in force for a state on a day, what decides on that day first."""
    found = part(history, who, day, value)
    return found if value.is_no else upheld(found, history, day, who)


def part(  # noqa: C901 - a case for each way to be bound
    history: History, who: str, day: int, value: Truth = Truth.UNKNOWN
) -> Explanation:
    """Explain by what a state came to be bound, or why it is not."""
    if history.parties.binds_without_consent:
        return _without_consent(history, who, day, value)
    stays = history.parties.stays(who)
    begun = [stay for stay in stays if stay.start.lo <= day]
    begun = [stay for stay in begun if not stay.never_began] or begun
    is_over = all(stay.end.hi <= day for stay in begun)
    if is_over and (by_joining := _as_later_party(history, who, day, value)):
        return by_joining
    if not begun:
        heritage = [each for each in history.parties.inherited(who) if each.days.may_hold_on(day)]
        if heritage and not (value.is_no or day >= history.end.hi):
            return sum((_inherited(history, who, day, each) for each in heritage), Explanation())
        return _no_party_yet(history, who, day)
    stay = next((stay for stay in begun if stay.end.hi > day), begun[-1])
    left_while_it_stands = stay.end.hi <= day < min(history.end.lo, dissolution(who))
    later = [one for one in stays if stay.spell.start < one.spell.start] if left_while_it_stands else []
    if anew := [one for one in later if one.spell.start.lo <= day < min(one.start.lo, one.spell.noticed.hi)]:
        return _pending(history, who, anew[-1].spell, day, *_left(history, stay, day))
    since = _bound(history, stay, day, is_sure=value.is_yes)
    if back := [one.spell for one in later if one.spell.noticed.hi <= day and one.never_began]:
        return Explanation((withdrawn(history, back[-1]), *_left(history, stay, day), since))
    gap = (
        (lapsed(history, history.parties.lapses(who), day) or merged([who], day))
        if value.is_unknown
        else None
    )
    if gap:
        return gap + Explanation((since,))
    if not value.is_yes and (over := _over(history, stay, day, value)):
        return over + Explanation((since,))
    consent = stay.spell.consent
    if consent.is_succession and not value.is_yes and not history.parties.had(consent, who).is_yes:
        return Explanation((since,)) + _was_there_anything(history, stay)
    if consent.is_succession and value.is_unknown and stay.start.hi <= day:
        return Explanation((since,)) + _taken_over_under_notice(history, stay)
    if stay.start.hi > day and not value.is_yes:
        return Explanation((since,), (day_missing(f"entry into force for {name(who, day)}", stay.start),))
    return Explanation((since,))


def _over(history: History, stay: Stay, day: int, value: Truth) -> Explanation | None:
    """Explain by what the treaty ended for a state, or may have: for all, for its own part, or by its act."""
    who, over = stay.who, stay.end
    lapsed, gone = history.parties.expiry_for(who, stay.spell.start), dissolution(who)
    lapsed_first = lapsed.hi < min(over.lo, gone, history.end.lo)
    left_first = not history.treaty.is_bilateral and (lapsed_first or min(over.hi, gone) <= history.end.hi)
    if day >= history.end.hi and not left_first:
        return Explanation(tuple(ended(history, day)))
    if lapsed_first and lapsed.hi <= day:
        text = f"its term ended for {name(who, day)} {days.on(lapsed)}: it took no part in the extension"
        return Explanation((reason(text, "VCLT 41, 54(a)", history.treaty),))
    gone_before = gone <= day and gone < over.lo
    if over.lo <= day and not gone_before and (left := tuple(_left(history, stay, day))):
        missing = () if over.hi <= day else (end_missing(f"the treaty for {name(who, day)}", over),)
        return Explanation(left, missing)
    if gone <= day:
        return Explanation((ceased(who),))
    if day < history.end.lo:
        return None
    if value.is_no and history.in_force.at(day).is_no:
        return Explanation(tuple(ended(history, day, value)))
    return Explanation(tuple(ended(history, day)), (end_missing("the treaty", history.end),))


def _left(history: History, stay: Stay, day: int) -> Iterator[Reason]:
    """Yield how a state left by itself: by notice, or by leaving the treaty on which this one depends."""
    own = notices(history, stay, day, ending=True)
    parent, out = history.related.parent(history.treaty), history.parties.out(stay.spell, stay.start)
    member = history.related.eligible(history.treaty, stay.who, binding=True)
    ends = (end for start, end in member if start.lo <= stay.start.hi and stay.start.lo < end.hi)
    over, is_tied = next(ends, NOT_EVER), history.parties.is_tied
    if parent is not None and history.treaty.amends and parent.party_by_day(stay.who).begun().at(day).is_no:
        text = f"{name(stay.who, day)} is no party to {parent.treaty.name}, and whether this binds it is open"
        yield reason(text, "VCLT 40", parent.treaty)
        return
    if parent is None or is_tied.is_no or over.lo > day or out.hi <= over.lo:
        yield from own
        return
    ceases = "ceased" if over.hi <= day else "may have ceased"
    text = f"{name(stay.who, over.lo)} {ceases} to be a party to {parent.treaty.name} {days.on(over)}"
    if is_tied.is_unknown:
        text += f", and whether that ended {history.treaty.name} for it is not recorded"
    departure = reason(text, "VCLT 54(a)", parent.treaty)
    yield from (departure, *own) if over.hi <= out.hi else (*own, departure)


def _bound(history: History, stay: Stay, day: int, *, is_sure: bool) -> Reason:
    """Say since when, or from when until when, a state is bound, and by what consent."""
    who, spell, start, out = stay
    by, rule = consent_words(spell.consent, history.related), "VCLT 24"
    ends = [out, history.end, Span.on(dissolution(who)), history.parties.expiry_for(who, spell.start)]
    over = min(ends, key=lambda span: span.hi)
    bound = continuing(who, spell.consent.day.lo, day)
    if over.hi <= start.lo and not is_sure:
        text = f"{name(who, over.lo)} had consented to be bound ({by})"
    elif (not start.must_happen or history.end.lo <= start.lo) and not is_sure:
        turns = "" if history.entry.must_happen else turning_on(history)
        text = f"{bound} may have become bound {days.on(start)}: {by}{turns}"
    elif start.hi > day and not is_sure:
        text = f"{bound} became bound {days.on(start)}; the records do not name the day: {by}"
    elif over.hi <= day:
        end, was = min(over.lo, day), "was" if start.hi < over.lo else "may have been"
        text = f"{name(who, end)} {was} bound from {days.named(start)} until {days.named(over)}: {by}"
    else:
        text = f"{bound} has been bound since {days.named(start)}: {by}{_once_joined(history, who, start)}"
    if spell.consent.is_succession:
        rule, older = "VCSS 17, 22", succeeded(spell.consent, who, history.acts)
        before = [one for one in older if history.acts.of(one.who).consents]
        text += f", succeeding {_named(before)}" if before else ""
    elif history.beginning.is_retroactive.is_yes and who in history.acts.named:
        text, rule = f"{text}, to a text that names that earlier day", "VCLT 28"
    elif history.beginning.is_immediate(spell):
        text += ", with effect on the day that it states, which the text allows in situations that it names"
    text += _counted_from(history, stay, day)
    return consent_reason(history, spell.consent, text, rule)


def _once_joined(history: History, who: str, start: Span) -> str:
    """Say what its being bound waited for besides its consent: the parent, or another treaty."""
    parent, other = history.related.parent(history.treaty), put_off_by(history)
    if other is not None and start == history.entry:
        return f", with the entry into force of {treaty_name(other, history.related)}"
    eligible = history.related.eligible(history.treaty, who, binding=True)
    if parent is not None and start.must_happen and any(each.start == start for each in eligible):
        return f", as a party to {parent.treaty.name} from that day on"
    return ""


def _counted_from(history: History, stay: Stay, day: int) -> str:
    """Say from which earlier day a state counts that united with another, by its own word (VCSS 31)."""
    for one in predecessors(stay.who) if took_over_whole(stay.who) else ():
        since = earliest_of(start for start, _ in history.party(one.who))
        if one.kind == "uniting" and one.day.hi <= day and since.hi < stay.start.lo:
            before = name(one.who, one.day.lo - 1)
            return f"; by its letter to the depositary it counts from {days.named(since)}, as {before} did"
    return ""


def _inherited(history: History, who: str, day: int, one: Inheritance) -> Explanation:
    """Explain what passed, or may have passed, to a state that has not said so."""
    rule, how = HERITAGE[one.before.kind]
    before = name(one.before.who, max(one.before.day.lo - 1, 1))
    own = [stay.spell.consent.dated for stay in history.parties.stays(one.before.who)]
    own = [each for each in own if each.day.lo <= one.before.day.hi]
    on = days.on(one.before.day)
    if one.days.surely_holds_on(day):
        text = f"{name(who, day)} has been bound since {days.named(one.days.start)} as successor of {before}"
        return Explanation((reason(f"{text}, with which it united {on}", rule, *own),))
    whether = f"whether {name(who, day)} took over this treaty of {before}"
    text = f"{name(who, day)} {how} {before} {on}, and {whether} is not settled"
    missing = act_missing("consent", "notification of succession, or other consent,", code_on(who, day))
    return Explanation((reason(text, rule, *own),), (missing,))


def _named(before: Iterable[Predecessor]) -> str:
    """Name predecessors as they were called when another took over."""
    return listed(name(one.who, max(one.day.lo - 1, 1)) for one in before)


def _was_there_anything(history: History, stay: Stay) -> Explanation:
    """Say that it is open whether there was anything to succeed to."""
    before = succeeded(stay.spell.consent, stay.who, history.acts)
    what = f"whether {_named(before)} had it {days.on(before[0].day)}"
    text = f"a successor gets what its predecessor had, and {what} is not recorded, or it had not"
    return Explanation((reason(text, "VCSS 17, 34"),), (Missing(kind="consent", text=what),))


def _taken_over_under_notice(history: History, stay: Stay) -> Explanation:
    """Say that it is open whether a notice of a predecessor goes on running for its successor."""
    given = (
        (name(before.who, notice.day.lo), notice.dated)
        for before in succeeded(stay.spell.consent, stay.who, history.acts)
        for theirs in history.parties.stays(before.who)
        for notice in theirs.spell.notices
        if not before.day.not_after(notice.day).is_yes
    )
    told = [
        reason(
            f"{who} had given notice {days.on(one.day)}, and whether that still runs is open", "VCSS 34", one
        )
        for who, one in given
    ]
    what = "whether the notice of its predecessor ended the treaty for it"
    return Explanation(tuple(told), (Missing(kind="legal_effect", text=what),)) if told else Explanation()


def _no_party_yet(history: History, who: str, day: int) -> Explanation:
    state_acts, named = history.acts.of(who), history.acts.named
    if named and who not in named and not state_acts.spells:
        return Explanation((reason(f"it is closed to {name(who, day)}", "VCLT 34", history.treaty),))
    consented = [spell for spell in state_acts.spells if spell.start.lo <= day]
    if day >= history.end.hi and not consented:
        return Explanation(tuple(ended(history, day)))
    missing = (act_missing("consent", "consent to be bound", code_on(who, day)),)
    if consented and _is_taken_back(history, who, consented[-1], day):
        return Explanation((withdrawn(history, consented[-1]),), missing)
    if dissolution(who) <= day:
        return Explanation((ceased(who),))
    if consented:
        return _pending(history, who, consented[-1], day)
    signed, text, rule = _signing(state_acts, day), name(who, day), "VCLT 2(1)(g)"
    if signed:
        (one, stands), rule = signed[-1], "VCLT 14"
        withdrew = f", withdrew its signature {days.on(stands.end)}" if stands.end.hi <= day else ""
        text += f" signed {days.on(one.day)}{withdrew} and"
    has_not = reason(f"{text} has not consented to be bound", rule, *(one for one, _ in signed))
    return Explanation((has_not, *stages(history, day, who)), missing)


def _is_taken_back(history: History, who: str, spell: ConsentSpell, day: int) -> bool:
    """Whether a consent is taken back by a day, or by a notice given by then before it binds."""
    over = max(day, history.parties.start(who, spell).lo)
    given = (each.takes_back for each in spell.withdrawals if each.day.hi <= day)
    return any(each.must_happen and each.hi <= over for each in given)


def _pending(history: History, who: str, spell: ConsentSpell, day: int, *before: Reason) -> Explanation:
    """Explain a consent that does not bind yet, and what came ``before`` it."""
    start, joins = history.parties.start(who, spell), joining(history)
    may, will = ("has", "will") if spell.start.hi <= day else ("may have", "would")
    waiting = day < history.entry.lo
    if start.must_happen:
        when = f"from {days.named(start)}{_once_joined(history, who, start)}"
    elif joins and not waiting:
        when = f"once it {joins}"
    else:
        when = "once the treaty enters into force"
    given = f"{name(who, day)} {may} consented to be bound ({consent_words(spell.consent, history.related)})"
    told = consent_reason(history, spell.consent, f"{given}; it {will} be bound {when}", "VCLT 24")
    return Explanation((told, *before)) + (not_yet(history, day) if waiting else Explanation())


def _without_consent(history: History, who: str, day: int, value: Truth) -> Explanation:
    """Explain an amendment that binds, or does not bind, without a consent of its own."""
    if day < history.entry.lo:
        return not_yet(history, day)
    if day < history.entry.hi and value.is_unknown:
        return in_force(history, day, value)
    bound = [each.start for each in history.party(who) if each.may_hold_on(day)]
    is_bound = bool(bound)
    through = Explanation((_through_parent(history, who, day, bound),))
    if value.is_yes or day < history.end.lo or (day < history.end.hi and not is_bound):
        return through
    return Explanation(tuple(ended(history, day))) + through


def _through_parent(history: History, who: str, day: int, bound: list[Span]) -> Reason:
    """Say whether an amendment binds a party to its parent that has not consented itself."""
    parent = history.related.parent(history.treaty)
    of = parent.treaty.name if parent else "the treaty that it amends"
    tacit = "silence" in history.clause.upon.asked
    for one, _ in history.acts.of(who).done(Objection) if tacit and not bound else ():
        if one.day.lo <= day:
            return reason(f"{author(one)} objected {days.on(one.day)}", "VCLT 40(4)", one)
    text = f"it binds the parties to {of}, and {name(who, day)} is not one of them"
    if bound:
        text = f"since {days.named(bound[0])} it binds {name(who, day)} as a party to {of}"
    return reason(text, "VCLT 24(1), 40(1)", history.treaty)


def _as_later_party(history: History, who: str, day: int, value: Truth) -> Explanation | None:
    """Explain what an amendment is to who joined what it amends afterwards, or may have (VCLT 40(5))."""
    parties, amends = history.parties, history.treaty.amends
    if amends is None or not history.entry.lo <= day < history.end.lo:
        return None
    of, treaty = treaty_name(amends, history.related), history.treaty
    if parties.amended is None:
        if not any(each.may_hold_on(day) for each in parties.as_later_party(who)):
            return None
        text = f"it may bind who joined {of} after it entered into force, and who did is not recorded"
        lacking = Missing(kind="treaty", text=f"the parties to {of}", treaty=amends)
        return Explanation((reason(text, "VCLT 40(5)", treaty),), (lacking,))
    if_it_binds = attrs.evolve(parties.amendment, binds_later=True)
    if parties.amended.party_as_amended(who, if_it_binds).at(day).is_no:
        return None
    act = next((one.act for one in reversed(parties.amended.joined(who)) if one.day.lo <= day), None)
    spell = next(each for each in parties.amended.party_by_day(who).spells() if each.may_hold_on(day))
    called, code, on_day = name(who, day), code_on(who, day), days.on(spell.start)
    became = "became" if spell.surely_holds_on(day) else "may have become"
    after = "after" if spell.start.lo > history.entry.hi else "maybe after"
    text = f"{called} {became} a party to {of} {on_day}, {after} this amendment entered into force"
    told, on = f"{text}, and {_of_the_text(act, treaty)}", (treaty,) if act is None else (act, treaty)
    whether = Missing(kind="consent", text=f"whether {called} joined {of} as amended", by=(code,))
    return Explanation((reason(told, "VCLT 40(1), 40(5)", *on),), (whether,) if value.is_unknown else ())


def _of_the_text(act: Act | None, treaty: Treaty) -> str:
    """Write what a later party said of the text that it joined, and the amending text of later parties."""
    said, text_says = act.as_amended if isinstance(act, Ratification) else None, treaty.binds_later_parties
    found = [] if said is None else [f"it joined that {'as amended' if said else 'as it stood'}"]
    if text_says is not None:
        found.append(f"the amending text binds {'who joins later' if text_says else 'only who accepts it'}")
    return listed(found) if found else "whether it joined that as amended is not recorded"


def _signing(state_acts: ActsOfState, day: int) -> list[tuple[DatedAct, Interval]]:
    """List the signatures that a state gave by a day, and from when to when each stands."""
    both = zip(state_acts.signatures, state_acts.signed, strict=True)
    return [(one, stands) for one, stands in both if one.day.lo <= day]


def signatory(history: History, who: str, day: int, _: Truth) -> Explanation:
    """Explain whether a state has signed."""
    signed = _signing(history.acts.of(who), day)
    if not signed:
        return Explanation((reason(f"{name(who, day)} has not signed"),))
    one, (start, end) = signed[-1]
    verb = "signed" if start.hi <= day else "may have signed"
    over = f" and withdrew its signature {days.on(end)}" if end.lo <= day else ""
    return Explanation((reason(f"{name(who, day)} {verb} {days.on(start)}{over}", "", one),))
