"""How long a treaty runs: agreements that extended its term, and tacit renewals (VCLT 39, 54(a))."""

from collections.abc import Iterable, Iterator

from geobrief.answer import Missing, Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.succession import interruptions
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.rules.bearing import Extended, Renewed
from geobrief.law.rules.history import History
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import Interval, Span
from geobrief.words import listed

__all__ = ["extended", "extensions", "lapsed", "merged", "renewed"]


def extensions(history: History, day: int) -> Iterator[Reason]:
    """Yield the extension that gave the term its end, if it works by a day: also one agreed after the end."""
    every, duration = history.terms.extensions, history.treaty.duration
    ends = [Terms(duration, history.entry, every[:number]).expiry for number in range(len(every) + 1)]
    for number, one in enumerate(every):
        before, after = ends[number : number + 2]
        if one.effect.lo > day or any(after.hi < end.hi <= day for end in ends[number + 2 :]):
            continue
        was = "was" if one.effect.hi <= before.lo else "may have been"
        end = f" until {days.named(after)}" if after.must_happen else ""
        if before.hi < one.effect.lo:
            yield reason(f"{_afterwards(one, before)}{end}", "VCLT 39", one)
        else:
            yield reason(f"its term {was} extended by agreement {_agreed(one)}{end}", "VCLT 39, 54(b)", one)


def lapsed(history: History, gaps: Iterable[Interval], day: int) -> Explanation | None:
    """Say that a day lies between the end of a term and what prolonged it afterwards, if one does."""
    over = [gap.start for gap in gaps if gap.may_hold_on(day)]
    if not over:
        return None
    ended = Span.hull(*over)
    later = min(
        (one for one in history.terms.extensions if one.effect.hi > ended.lo), key=lambda one: one.effect
    )
    text = f"{_afterwards(later, ended)}; whether that works back is not said"
    missing = Missing(kind="day", text="whether the extension works back")
    return Explanation((reason(text, "VCLT 39", later),), (missing,))


def merged(who: Iterable[str], day: int) -> Explanation | None:
    """Say that a state was merged in another on a day and resumed its place afterwards, if one was."""
    for each in who:
        if any(gap.may_hold_on(day) for gap in interruptions(each)):
            text = f"{name(each)} had united with another state, and resumed its own place only afterwards"
            missing = Missing(kind="records", text=f"whether {name(each)} was a party itself in that time")
            return Explanation((reason(text, "VCSS 31(2)"),), (missing,))
    return None


def _afterwards(one: DatedAct, ended: Span) -> str:
    was = "was" if one.effect.lo > ended.hi else "may have been"
    return f"its term ended {days.on(ended)} and {was} extended afterwards, by agreement {_agreed(one)}"


def renewed(one: Renewed, history: History, _day: int, since: str, _begun: str) -> Reason:
    """Say when the term was last renewed tacitly, and for how long."""
    duration = history.treaty.duration
    each = duration.renewal.each or duration.term if duration and duration.renewal else None
    how_long = f"for {each}" if each and each.count else "for an indefinite time"
    text = f"renewed {days.on(one.day)} {how_long}"
    return reason(f"{since or 'its term was'}{',' if since else ''} {text}", "VCLT 54(a)", history.treaty)


def extended(one: Extended, history: History, _day: int, since: str, _begun: str) -> Reason:
    """Say by which agreements the term that runs was extended, and until when; also after it had ended."""
    agreed = listed(map(_agreed, one.by))
    end = f" until {days.named(one.end)}" if one.end.must_happen else ""
    works = [each.effect for each in one.by]
    over = [gap.start for gap in history.terms.gaps if gap.end in works]
    late = f", after its term had ended {days.on(Span.hull(*over))}" if over else ""
    text = f"extended {'' if end else 'indefinitely '}by agreement {agreed}{end}{late}"
    return reason(f"{since or 'its term was'}{',' if since else ''} {text}", "VCLT 39, 54(b)", *one.by)


def _agreed(one: DatedAct) -> str:
    """Say when an extension was agreed, and from when it works, where that is another day."""
    agreed = days.on(one.day)
    return agreed if one.effect == one.day else f"{agreed}, with effect from {days.named(one.effect)},"
