"""How long a treaty runs: the agreements that extended its term, and tacit renewals (VCLT 54(a))."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import act_reason, clause_reason
from geobrief.law.rules.history import History
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import Span
from geobrief.model.extension import Extension

__all__ = ["extensions", "renewals"]


def extensions(history: History, day: int) -> Iterator[Reason]:
    """Yield the extensions that were agreed by a day, each with the end that it gave the term."""
    every = tuple(one for one in history.acts.acts if isinstance(one.act, Extension))
    for number, one in enumerate(every):
        if one.day.lo <= day:
            before = Terms(history.treaty.duration, history.entry, every[:number]).expiry
            after = Terms(history.treaty.duration, history.entry, every[: number + 1]).expiry
            yield _extension(one, before, after)


def _extension(one: DatedAct, before: Span, after: Span) -> Reason:
    act, on = one.act, days.on(one.day)
    if one.day.lo > before.hi:
        agreed = act.agreed if isinstance(act, Extension) and act.effective is not None else None
        first = f"{days.on(Span.of(agreed))} to take effect " if agreed is not None else ""
        text = f"an extension agreed {first}{on}, after its expiry, is without effect"
        return act_reason(f"{text}: it would be a new agreement", "VCLT 54(a)", act)
    end = f", until {days.named(after)}" if after.must_happen else ""
    may = "was" if one.day.hi <= before.lo else "may have been"
    return act_reason(f"its term {may} extended by agreement {on}{end}", "VCLT 39, 54(b)", act)


def renewals(history: History, day: int) -> Iterator[Reason]:
    """Yield that the term was renewed tacitly, unless an agreement extended it first."""
    duration = history.treaty.duration
    if not (duration and duration.term and duration.renewal):
        return
    first = history.entry.put_off(duration.term)
    extended = any(isinstance(one.act, Extension) and one.day.hi <= first.hi for one in history.acts.acts)
    if first.hi <= day and first.must_happen and not extended:
        since = f"since {days.named(first)}"
        yield clause_reason(history.treaty, f"its term has been renewed tacitly {since}", "VCLT 54(a)")
