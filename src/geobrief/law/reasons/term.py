"""How long a treaty runs: the agreements that extended its term, and tacit renewals (VCLT 54(a))."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import reason
from geobrief.law.rules.history import History
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import Span
from geobrief.model.extension import Extension

__all__ = ["extensions", "renewals"]


def extensions(history: History, day: int) -> Iterator[Reason]:
    """Yield the extensions that were agreed by a day, each with the end that it gave the term."""
    extended = history.acts.together(Extension)
    every, duration = tuple(one for one, _ in extended), history.treaty.duration
    for number, (one, act) in enumerate(extended):
        before = Terms(duration, history.entry, every[:number]).expiry
        after = Terms(duration, history.entry, every[: number + 1]).expiry
        if before.hi < one.effect.lo <= day:
            first = f"{days.on(Span.of(act.agreed))} to take effect " if act.agreed and act.effective else ""
            text = f"an extension agreed {first}{days.on(one.effect)}, after its expiry, is without effect"
            yield reason(f"{text}: it would be a new agreement", "VCLT 54(a)", one)
        elif one.effect.lo <= day:
            was = "was" if one.effect.hi <= before.lo else "may have been"
            end = f", until {days.named(after)}" if after.must_happen else ""
            yield reason(
                f"its term {was} extended by agreement {days.on(one.effect)}{end}", "VCLT 39, 54(b)", one
            )


def renewals(history: History, day: int) -> Iterator[Reason]:
    """Yield that the term was renewed tacitly, unless an agreement extended it first."""
    duration = history.treaty.duration
    if not (duration and duration.term and duration.renewal):
        return
    first = history.entry.put_off(duration.term)
    extended = any(one.effect.hi <= first.hi for one, _ in history.acts.together(Extension))
    if first.hi <= day and first.must_happen and not extended:
        since = f"since {days.named(first)}"
        yield reason(f"its term has been renewed tacitly {since}", "VCLT 54(a)", history.treaty)
