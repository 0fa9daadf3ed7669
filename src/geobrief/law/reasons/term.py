"""How long a treaty runs: agreements that extended its term, and tacit renewals (VCLT 39, 54(a))."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import reason
from geobrief.law.rules.bearing import Extended, Renewed
from geobrief.law.rules.history import History
from geobrief.law.rules.term import Terms
from geobrief.words import listed

__all__ = ["extended", "extensions", "renewed"]


def extensions(history: History, day: int) -> Iterator[Reason]:
    """Yield the extension that gave the term its end, if it was agreed by a day, and those without effect."""
    every, duration = history.terms.extensions, history.treaty.duration
    ends = [Terms(duration, history.entry, every[:number]).expiry for number in range(len(every) + 1)]
    for number, one in enumerate(every):
        before, after = ends[number : number + 2]
        if before.hi < one.effect.lo <= day:
            to_take_effect = "" if one.effect == one.day else f" to take effect {days.on(one.effect)}"
            text = (
                f"an extension agreed {days.on(one.day)}{to_take_effect}, after its expiry, is without effect"
            )
            yield reason(f"{text}: it would be a new agreement", "VCLT 54(a)", one)
        elif one.day.lo <= day and not any(after.hi < end.hi <= day for end in ends[number + 2 :]):
            was = "was" if one.effect.hi <= before.lo else "may have been"
            end = f" until {days.named(after)}" if after.must_happen else ""
            yield reason(f"its term {was} extended by agreement {_agreed(one)}{end}", "VCLT 39, 54(b)", one)


def renewed(one: Renewed, history: History, _day: int, since: str, _begun: str) -> Reason:
    """Say when the term was last renewed tacitly, and for how long."""
    duration = history.treaty.duration
    each = duration.renewal.each or duration.term if duration and duration.renewal else None
    how_long = f"for {each}" if each and each.count else "without a term"
    text = f"renewed {days.on(one.day)} {how_long}"
    return reason(f"{since or 'its term was'}{',' if since else ''} {text}", "VCLT 54(a)", history.treaty)


def extended(one: Extended, _history: History, _day: int, since: str, _begun: str) -> Reason:
    """Say by which agreements the term that runs was extended, and until when."""
    agreed = listed(map(_agreed, one.by))
    end = f"until {days.named(one.end)}" if one.end.must_happen else "without an end"
    text = f"extended by agreement {agreed} {end}"
    return reason(f"{since or 'its term was'}{',' if since else ''} {text}", "VCLT 39, 54(b)", *one.by)


def _agreed(one: DatedAct) -> str:
    """Say when an extension was agreed, and from when it works, where that is another day."""
    agreed = days.on(one.day)
    return agreed if one.effect == one.day else f"{agreed}, with effect from {days.named(one.effect)},"
