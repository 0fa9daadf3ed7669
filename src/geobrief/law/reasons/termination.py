"""What ended a treaty, or may have (VCLT 54–59)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias, cast, get_args

from geobrief.actors import State, get, known, successors_of
from geobrief.answer import Reason
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, name, treaty_name
from geobrief.law.reasons.reason import grounds, reason
from geobrief.law.reasons.withdrawal import is_stated_only, which_notice
from geobrief.law.rules.bearing import Terminated
from geobrief.law.rules.history import History
from geobrief.law.rules.termination import Ending, EndingKind
from geobrief.law.rules.withdrawal import can_mean
from geobrief.law.uncertain.span import Span
from geobrief.model.termination import Basis
from geobrief.model.treaty import Treaty
from geobrief.model.withdrawal import Withdrawal
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["ceased", "ended", "ended_by", "terminated"]

Cause: TypeAlias = tuple[str, str, tuple[DatedAct | Treaty, ...]]

BASES = for_every(
    get_args(Basis),
    "BASES of geobrief.law.reasons.termination",
    {
        "treaty_provision": ("under its own terms", "VCLT 54(a)"),
        "consent_of_all": ("by agreement", "VCLT 54(b)"),
        "later_treaty": ("by a later treaty", "VCLT 59"),
        "breach": ("on the ground of a breach", "VCLT 60"),
        "impossibility": ("on the ground that it cannot be performed", "VCLT 61"),
        "changed_circumstances": ("on the ground of changed circumstances", "VCLT 62"),
        "other": ("", "VCLT 54"),
    },
)


def ended(history: History, day: int, value: Truth = Truth.UNKNOWN) -> Iterator[Reason]:
    """Yield how the treaty ended by a day, what is certain first, or how it may have.

    Where it is no, the first is told as what ended it, though only all worlds together show that.
    """
    found = [one for one in history.endings if one.day.lo <= min(day, history.end.hi)]
    found.sort(key=lambda each: (each.day.hi > day, each.day))
    for one in found:
        if one is found[0] or one.kind != "departure":
            yield ended_by(history, one, day, is_over=value.is_no and one is found[0])


def terminated(one: Terminated, history: History, _day: int, since: str, begun: str) -> Reason:
    """Say by what act it is to end, and when."""
    how, rule, on = _cause(history, one.ending)
    end = days.named(one.ending.day)
    text = f"{begun} until {end}: {how}" if since else f"{how}, with effect from {end}"
    return reason(text, rule, *on)


def ended_by(history: History, ending: Ending, day: int, *, is_over: bool = False) -> Reason:
    """Say by what a treaty ended by a day, or may have."""
    how, rule, on = _cause(history, ending)
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
    return reason(text, rule, *on)


def _by_notice(ending: Ending) -> str:
    one = ending.dated
    if one is None or not isinstance(one.act, Withdrawal):
        return ""
    ground = grounds(one.act.ground)
    if is_stated_only(one.act):
        return f", when {author(one)} ceased to be a party{ground}"
    return f", by the notice that {author(one)} gave {days.on(one.day)}{ground}"


def _cause(history: History, ending: Ending) -> Cause:
    """Say by what a treaty ends, by which rule, and on which records that rests."""
    return _CAUSES[ending.kind](history, ending)


def _by_termination(_history: History, ending: Ending) -> Cause:
    one = cast("DatedAct", ending.dated)  # the act is of this kind
    basis, ground = getattr(one.act, "basis", None), grounds(getattr(one.act, "ground", None))
    on_what, rule = BASES[basis or "other"]
    who = f"{author(one) or 'all parties'}{on_what and f' {on_what}'}"
    agreed = f" {days.on(one.day)}" if one.effect != one.day else ""
    return f"it was terminated by {who}{agreed}{ground}", rule, (one,)


def _by_denunciation(history: History, ending: Ending) -> Cause:
    one = cast("DatedAct", ending.dated)  # likewise
    ground = grounds(getattr(one.act, "ground", None))
    is_open = len(can_mean(one.act, history.treaty)) > 1
    notice = which_notice(history, one.act) if is_open else "notice"
    return f"{author(one)} gave {notice} {days.on(one.day)}{ground}", ending.rule, (one,)


def _by_dissolution(_history: History, ending: Ending) -> Cause:
    gone = ceased(ending.gone or "")
    return gone.text, gone.rule, ()


def _by_parent(history: History, ending: Ending) -> Cause:
    parent = treaty_name(history.treaty.protocol_to or "", history.related)
    return f"it ends with {parent}", ending.rule, (history.treaty,)


def _by_supersession(_history: History, ending: Ending) -> Cause:
    later = cast("Treaty", ending.by)  # an ending of this kind names it
    return f"it was superseded by {later.name}", ending.rule, (later,)


def _by_leaving(history: History, ending: Ending) -> Cause:
    clause, left = history.treaty.withdrawal, _left(history, ending)
    text = "its last party left it"
    if ending.kind == "number" and clause:
        text = f"fewer than {clause.minimum_parties} parties were left"
    words = listed(f"{author(each)} {days.on(out)}" for each, out in left[-4:])
    text += f", after withdrawal by {words}" if left else ""
    return text, ending.rule, tuple(each for each, _ in left)


_CAUSES: Final[Mapping[EndingKind, Callable[[History, Ending], Cause]]] = for_every(
    get_args(EndingKind),
    "_CAUSES of geobrief.law.reasons.termination",
    {
        "term": lambda history, ending: ("its term ended", ending.rule, (history.treaty,)),
        "termination": _by_termination,
        "supersession": _by_supersession,
        "parent": _by_parent,
        "denunciation": _by_denunciation,
        "dissolution": _by_dissolution,
        "number": _by_leaving,
        "departure": _by_leaving,
    },
)


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
    """Say that a state has ceased to exist: by uniting with others (VCSS 31), or by separation (34)."""
    state = known(who)
    heirs = [get(code) for code in successors_of(who)] if state else []
    united = isinstance(state, State) and state.absorbed_by is not None
    rule = "VCSS 34" if heirs else "VCSS 31, 34"
    if united or any(len(heir.succeeds) > 1 for heir in heirs):
        rule = "VCSS 31"
    return reason(f"{name(who)} ceased to exist {days.on(Span.on(dissolution(who)))}", rule)
