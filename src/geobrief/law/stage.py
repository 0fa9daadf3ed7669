"""Stages on the way to consent: what was done at home is not consent to be bound (VCLT 16)."""

from collections.abc import Iterable

from geobrief.law.dated import Dated
from geobrief.law.docket import Dossier
from geobrief.law.span import span_of
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Ratification
from geobrief.values.when import When

__all__ = ["STAGES", "known_step", "stage"]

STAGES = (
    "none",
    "approved_domestically",
    "instrument_executed",
    "exchanged",
    "deposited",
    "notified",
    "signed",
)
"""The stages; the last three but one are consent, and ``signed`` a definitive signature."""

APPROVING = frozenset(
    {
        "lower_house_vote",
        "upper_house_vote",
        "parliament_vote",
        "referendum",
        "court_review",
        "head_of_state_signature",
        "decree",
    }
)


def stage(dossier: Dossier, day: int) -> str:
    """Name the furthest stage that a state has surely reached by a day."""
    spells = [spell for spell in dossier.spells if spell.start.hi <= day < spell.noticed.lo]
    if spells:
        return _of_consent(spells[0].consent.dated)
    acts = [one.act for one in dossier.other if isinstance(one.act, Ratification)]
    if any(_done(act.instrument.executed, day) for act in acts if act.instrument):
        return "instrument_executed"
    return "approved_domestically" if any(_approved(act, day) for act in acts) else "none"


def _of_consent(one: Dated) -> str:
    act = one.act
    if isinstance(act, InstrumentExchange | NoteExchange):
        return "exchanged"
    if not isinstance(act, Ratification):
        return "signed"
    instrument = act.instrument
    return "deposited" if instrument and (instrument.deposited or instrument.deposits) else "notified"


def _approved(act: Ratification, day: int) -> bool:
    steps = [step for step in act.steps if step.kind in APPROVING and _done(step.on, day)]
    return any(step.result == "approved" for step in steps)


def _done(when: When | None, day: int) -> bool:
    return when is not None and span_of(when).hi <= day


def known_step(act: Ratification, day: int) -> str | None:
    """Say in words how far a ratification has come at home by a day, if anywhere."""
    executed = act.instrument.executed if act.instrument else None
    if executed is not None and _done(executed, day):
        return f"has executed its instrument of {act.means.replace('_', ' ')} ({executed})"
    done = [step for step in act.steps if step.result == "approved" and _done(step.on, day)]
    if not done:
        return None
    return f"has approved it at home ({_list(f'{step.body or step.kind}, {step.on}' for step in done)})"


def _list(words: Iterable[str]) -> str:
    return "; ".join(word.replace("_", " ") for word in words)
