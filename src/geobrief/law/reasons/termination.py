"""What ended a treaty, or may have (VCLT 54–59)."""

from collections.abc import Iterator

from geobrief.actors import State, get, known, successors_of
from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import act_reason, author, clause_reason, grounds
from geobrief.law.reasons.withdrawal import is_stated_only
from geobrief.law.rules.history import History
from geobrief.law.rules.termination import Ending
from geobrief.law.uncertain.span import Span
from geobrief.model.termination import Termination
from geobrief.model.withdrawal import Withdrawal
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["ceased", "ended", "ended_by"]

BASES = {
    "treaty_provision": ("under its own terms", "VCLT 54(a)"),
    "consent_of_all": ("by agreement", "VCLT 54(b)"),
    "later_treaty": ("by a later treaty", "VCLT 59"),
    "breach": ("on the ground of a breach", "VCLT 60"),
    "impossibility": ("on the ground that it cannot be performed", "VCLT 61"),
    "changed_circumstances": ("on the ground of changed circumstances", "VCLT 62"),
}


def ended(history: History, day: int, value: Truth = Truth.UNKNOWN) -> Iterator[Reason]:
    """Yield how the treaty ended by a day, what is certain first, or how it may have.

    Where it is no, the first is told as what ended it, though only all worlds together show that.
    """
    found = [one for one in history.endings if one.day.lo <= min(day, history.end.hi)]
    found.sort(key=lambda each: (each.day.hi > day, each.day))
    for one in found:
        if one is found[0] or one.kind != "departure":
            yield ended_by(history, one, day, is_over=value.is_no and one is found[0])


def ended_by(history: History, ending: Ending, day: int, *, is_over: bool = False) -> Reason:
    """Say by what a treaty ended by a day, or may have."""
    how = _how(history, ending)
    if ending.day.hi <= day:
        text = f"out of force since {days.named(ending.day)}{_by_notice(ending) or f': {how}'}"
    elif is_over:
        last = history.interval.end.hi
        by = f" by {days.named(Span.on(last))}" if last <= day else ""
        text = f"out of force{by}: {how}"
    elif ending.day.must_happen:
        text = f"it ended {days.on(ending.day)}; the records do not name the day: {how}"
    else:
        text = f"it may have ended {days.on(ending.day)}: {how}"
    return _resting(history, ending, text)


def _by_notice(ending: Ending) -> str:
    one = ending.dated
    if one is None or not isinstance(one.act, Withdrawal):
        return ""
    ground = grounds(one.act.ground)
    if is_stated_only(one.act):
        return f", when {author(one)} ceased to be a party{ground}"
    return f", by the notice that {author(one)} gave {days.on(one.day)}{ground}"


def _resting(history: History, ending: Ending, text: str) -> Reason:
    """Rest an ending on its act, on the withdrawals that made the number fall, or on the treaty."""
    if ending.dated is not None:
        act = ending.dated.act
        _, rule = BASES.get(getattr(act, "basis", None) or "", ("", "VCLT 54"))
        return act_reason(text, rule if isinstance(act, Termination) else ending.rule, act)
    if ending.gone is not None:
        return Reason(text=text, rule=_rule_of_end(ending.gone))
    if ending.kind in {"number", "departure"}:
        return act_reason(text, ending.rule, *(one.act for one, _ in _left(history, ending)))
    return clause_reason(ending.by or history.treaty, text, ending.rule)


def _how(history: History, ending: Ending) -> str:
    """Say by what a treaty ends."""
    one, act, text = ending.dated, ending.dated.act if ending.dated else None, "its term ended"
    if one is not None and isinstance(act, Termination):
        who = listed(name(code, one.day.lo) for code in act.between) or "all parties"
        on_what, _ = BASES.get(act.basis or "", ("", ""))
        return f"it was terminated by {who}{f' {on_what}' if on_what else ''}{grounds(act.ground)}"
    if one is not None:
        return f"{author(one)} gave notice {days.on(one.day)}{grounds(getattr(act, 'ground', None))}"
    if ending.gone is not None:
        return f"{name(ending.gone)} ceased to exist {days.on(Span.on(dissolution(ending.gone)))}"
    if ending.by is not None:
        return f"it was superseded by {ending.by.name}"
    if ending.kind == "departure":
        text = "its last party left it"
    elif ending.kind == "number" and history.treaty.withdrawal:
        text = f"fewer than {history.treaty.withdrawal.minimum_parties} parties were left"
    left = _left(history, ending) if ending.kind in {"number", "departure"} else []
    words = listed(f"{author(each)} {days.on(out)}" for each, out in left[-4:])
    return f"{text}, after withdrawal by {words}" if left else text


def _left(history: History, ending: Ending) -> list[tuple[DatedAct, Span]]:
    """List the withdrawals that had taken effect when the number fell, by their day of effect."""
    found = [
        (notice.dated, out)
        for who in history.persons
        for stay in history.parties.stays(who)
        for notice in stay.spell.notices
        if stay.start.lo < (out := history.parties.effect(notice, stay.start)).hi and out.lo <= ending.day.lo
    ]
    first = {one.act.id: (one, out) for one, out in sorted(found, key=lambda pair: pair[1], reverse=True)}
    return sorted(first.values(), key=lambda pair: (pair[1], pair[0].act.id))


def ceased(who: str) -> Reason:
    """Say that a state has ceased to exist."""
    gone = dissolution(who)
    return Reason(text=f"{name(who)} ceased to exist {days.on(Span(gone, gone))}", rule=_rule_of_end(who))


def _rule_of_end(who: str) -> str:
    """Tell the uniting of states (VCSS 31) from separation (34)."""
    state = known(who)
    if state is None:
        return "VCSS 31, 34"
    heirs = [get(code) for code in successors_of(who)]
    absorbed = isinstance(state, State) and state.absorbed_by is not None
    if absorbed or any(isinstance(heir, State) and len(heir.succeeds) > 1 for heir in heirs):
        return "VCSS 31"
    return "VCSS 34" if heirs else "VCSS 31, 34"
