"""Stages on the way to consent: what was done at home is not consent to be bound (VCLT 16)."""

from collections.abc import Iterator

from geobrief.actors import code_valid_on
from geobrief.answer import Reason
from geobrief.law.acts.consents import ActsOfState
from geobrief.law.acts.day_that_counts import DatedAct, conditions_in
from geobrief.law.reasons import days
from geobrief.law.reasons.names import code_and_name
from geobrief.law.reasons.reason import act_reason, author
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NEVER, day_of, span_of
from geobrief.model.act import Act
from geobrief.model.condition import Notifications
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Ratification, Step
from geobrief.model.signature import Signature
from geobrief.values.when import When
from geobrief.words import listed

__all__ = ["STAGES", "days_at_home", "known_step", "stage", "stages"]

FEW = 4
"""Up to how many signatures are named one by one."""

STAGES = (
    "none",
    "approved_domestically",
    "instrument_executed",
    "exchanged",
    "deposited",
    "notified",
    "signed",
)
"""The stages; the last four are consent, and ``signed`` is a definitive signature."""

NOT_YET = ": that is not yet consent to be bound"

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


def stage(state_acts: ActsOfState, day: int) -> str:
    """Name the furthest stage that a state has surely reached by a day."""
    spells = [spell for spell in state_acts.spells if spell.start.hi <= day < spell.noticed.lo]
    if spells:
        return _of_consent(spells[0].consent.dated)
    acts = [one.act for one in state_acts.other if isinstance(one.act, Ratification)]
    if any(_done(act.instrument.executed, day) for act in acts if act.instrument):
        return "instrument_executed"
    return "approved_domestically" if any(_approved(act, day) for act in acts) else "none"


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
    results = {step.kind: step.result for step in _taken(act, day) if step.result in {"approved", "rejected"}}
    return "approved" in results.values() and "rejected" not in results.values()


def _taken(act: Ratification, day: int) -> list[Step]:
    """List the steps by which it was decided on at home by a day, in order."""
    steps = [step for step in act.steps if step.kind in APPROVING and _done(step.on, day)]
    return sorted(steps, key=lambda step: span_of(step.on).hi if step.on else NEVER)


def _done(when: When | None, day: int) -> bool:
    return when is not None and span_of(when).hi <= day


def days_at_home(act: Act) -> Iterator[int]:
    """Yield the days on which what is said of a ratification at home changes."""
    if isinstance(act, Ratification):
        executed = act.instrument.executed if act.instrument else None
        for when in (executed, *(step.on for step in act.steps)):
            if when is not None:
                yield span_of(when).hi


def stages(history: History, day: int, only: str | None = None) -> Iterator[Reason]:
    """Yield what has been done at home and by signature, by all or by one, which is not consent (14, 16)."""
    by_state = history.acts.by_state.values() if only is None else (history.acts.of(only),)
    for state_acts in by_state:
        for one in state_acts.other:
            act = one.act
            step = known_step(act, day) if isinstance(act, Ratification) and one.day.lo > day else None
            if step:
                code = code_valid_on(state_acts.who, day_of(day))
                yield act_reason(f"{code_and_name(code)} {step}", "VCLT 16", act)
    if only is None:
        yield from _signed(history, day)


def known_step(act: Ratification, day: int) -> str | None:
    """Say in words how far a ratification has come at home by a day, if anywhere."""
    executed = act.instrument.executed if act.instrument else None
    if executed is not None and _done(executed, day):
        instrument = f"instrument of {act.means.replace('_', ' ')}"
        return f"has executed its {instrument} ({days.named(span_of(executed))}){NOT_YET}"
    taken = [step for step in _taken(act, day) if step.result in {"approved", "rejected"}]
    refused = [step for step in taken if step.result == "rejected"]
    approved = [step for step in taken if step.result == "approved"]
    if approved and not refused:
        return f"has approved it at home ({'; '.join(map(_step, approved))}){NOT_YET}"
    if refused:
        before = f", after approval by {'; '.join(map(_step, approved))}" if approved else ""
        return f"has not approved it at home (rejected by {'; '.join(map(_step, refused))}{before})"
    return None


def _step(step: Step) -> str:
    what = step.body or step.kind.replace("_", " ")
    return f"{what}, {days.named(span_of(step.on))}" if step.on else what


def _signed(history: History, day: int) -> Iterator[Reason]:
    """Yield who signed and has not consented since, where they are few, and to what signature is subject."""
    by_act: dict[str, list[DatedAct]] = {}
    for who, state_acts in history.acts.by_state.items():
        binding = {consent.dated for consent in state_acts.consents}
        if not history.consents.has_consented(who, day).is_yes:
            for one, (start, end) in zip(state_acts.signatures, state_acts.signed, strict=True):
                if start.hi <= day < end.lo and one not in binding:
                    by_act.setdefault(_subject_to(history, one), []).append(one)
    if sum(map(len, by_act.values())) <= FEW:
        for what, signed in by_act.items():
            words = _signers(signed)
            rule = "VCLT 14" if what == "ratification" else "VCLT 11"
            yield act_reason(f"signed by {words}, subject to {what}", rule, *(one.act for one in signed))


def _signers(signed: list[DatedAct]) -> str:
    if len({one.day for one in signed}) == 1:
        return f"{listed(map(author, signed))} {days.on(signed[0].day)}"
    return listed(f"{author(one)} {days.on(one.day)}" for one in signed)


def _subject_to(history: History, one: DatedAct) -> str:
    """Name the act that a signature still needs."""
    effect = one.act.effect if isinstance(one.act, Signature) else None
    if effect == "ad_referendum":
        return "confirmation"
    parts = tuple(conditions_in(history.clause.upon))
    if effect is None and any(isinstance(part, Notifications) for part in parts):
        return "notification"
    return "ratification"
