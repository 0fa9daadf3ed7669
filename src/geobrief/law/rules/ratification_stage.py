"""Stages on the way to consent: what was done at home is not consent to be bound (VCLT 16)."""

from collections.abc import Iterator

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules.parties import Parties
from geobrief.law.uncertain.span import Span
from geobrief.model.act import Act
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Ratification, Step
from geobrief.values.when import When

__all__ = ["days_at_home", "decided", "executed", "stage"]

APPROVING = (
    *("lower_house_vote", "upper_house_vote", "parliament_vote", "referendum"),
    *("court_review", "head_of_state_signature", "decree"),
)
"""The steps by which a treaty is approved at home, or refused."""


def stage(parties: Parties, who: str, day: int) -> str:
    """Name the furthest stage that a state has surely reached by a day.

    That is none, signed, approved_domestically, instrument_executed, or one that is consent: exchanged,
    deposited, notified, or signed where the signature is definitive (12, 14).  A consent stands until a
    notice against it takes effect.
    """
    state_acts = parties.acts.of(who)
    for spell in state_acts.spells:
        if spell.start.hi <= day < parties.out(spell, parties.start(who, spell)).lo:
            return _of_consent(spell.consent.dated)
    acts = [act for _, act in state_acts.done(Ratification)]
    if any(executed(act, day) for act in acts):
        return "instrument_executed"
    if any(_approved(act, day) for act in acts):
        return "approved_domestically"
    signed = any(since.hi <= day < until.lo for since, until in state_acts.signed)
    return "signed" if signed else "none"


def _of_consent(one: DatedAct) -> str:
    act = one.act
    if isinstance(act, InstrumentExchange | NoteExchange):
        return "exchanged"
    if not isinstance(act, Ratification):
        return "signed"
    instrument = act.instrument  # none where consent to another treaty implied it
    return "notified" if instrument and not (instrument.deposited or instrument.deposits) else "deposited"


def _approved(act: Ratification, day: int) -> bool:
    """Whether it was approved at home by a day, and nobody who was asked last said no."""
    results = {step.kind: step.result for step in decided(act, day)}
    return "approved" in results.values() and "rejected" not in results.values()


def decided(act: Ratification, day: int) -> list[Step]:
    """List the steps by which it was approved or rejected at home by a day, in order."""
    results = {"approved", "rejected"}
    steps = [step for step in act.steps if step.kind in APPROVING and step.result in results]
    done = ((Span.of(step.on).hi, step) for step in steps if step.on)
    return [step for last, step in sorted(done, key=lambda each: each[0]) if last <= day]


def executed(act: Ratification, day: int) -> When | None:
    """Give when its instrument was executed, if it was by a day."""
    when = act.instrument.executed if act.instrument else None
    return when if when is not None and Span.of(when).hi <= day else None


def days_at_home(act: Act) -> Iterator[int]:
    """Yield the days on which what is said of a ratification at home changes."""
    if isinstance(act, Ratification):
        instrument = act.instrument.executed if act.instrument else None
        for when in (instrument, *(step.on for step in act.steps)):
            if when is not None:
                yield Span.of(when).hi
