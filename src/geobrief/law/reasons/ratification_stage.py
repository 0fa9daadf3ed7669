"""What was done at home, and by signature, on the way to consent, which is not consent yet (VCLT 14, 16)."""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, code_and_name, code_on
from geobrief.law.reasons.reason import FEW, reason
from geobrief.law.rules.history import History
from geobrief.law.rules.ratification_stage import decided, executed
from geobrief.law.uncertain.span import Span
from geobrief.model.ratification import Ratification, Step
from geobrief.model.signature import Signature
from geobrief.words import listed, worded

__all__ = ["stages"]

NOT_YET = ": that is not yet consent to be bound"


def stages(history: History, day: int, only: str | None = None) -> Iterator[Reason]:
    """Yield what has been done at home and by signature, by all or by one."""
    by_state = history.acts.by_state.values() if only is None else (history.acts.of(only),)
    for state_acts in by_state:
        for one, act in state_acts.done(Ratification):
            if one.day.lo > day and (step := _furthest(act, day)):
                yield reason(f"{code_and_name(code_on(state_acts.who, day))} {step}", "VCLT 16", act)
    if only is None:
        yield from _signed(history, day)


def _furthest(act: Ratification, day: int) -> str | None:
    """Say how far a ratification has come at home by a day, if anywhere."""
    if when := executed(act, day):
        return f"has executed its instrument of {worded(act.means)} ({days.named(Span.of(when))}){NOT_YET}"
    steps = decided(act, day)
    refused = "; ".join(_step(step) for step in steps if step.result == "rejected")
    approved = "; ".join(_step(step) for step in steps if step.result == "approved")
    if refused:
        before = f", after approval by {approved}" if approved else ""
        return f"has not approved it at home (rejected by {refused}{before})"
    return f"has approved it at home ({approved}){NOT_YET}" if approved else None


def _step(step: Step) -> str:
    what = step.body or worded(step.kind)
    return f"{what}, {days.named(Span.of(step.on))}" if step.on else what


def _signed(history: History, day: int) -> Iterator[Reason]:
    """Yield who signed and has not consented since, where they are few, and to what signature is subject."""
    by_act: dict[str, list[DatedAct]] = {}
    for who, state_acts in history.acts.by_state.items():
        binding = {consent.dated for consent in state_acts.consents}
        if not history.consents.has_consented(who, day).is_yes:
            for one, stands in zip(state_acts.signatures, state_acts.signed, strict=True):
                if stands.surely_holds_on(day) and one not in binding:
                    by_act.setdefault(_subject_to(history, one), []).append(one)
    if sum(map(len, by_act.values())) <= FEW:
        for what, signed in by_act.items():
            words = listed(f"{author(one)} {days.on(one.day)}" for one in signed)
            if len({one.day for one in signed}) == 1:
                words = f"{listed(map(author, signed))} {days.on(signed[0].day)}"
            rule = "VCLT 14" if what == "ratification" else "VCLT 11"
            yield reason(f"signed by {words}, subject to {what}", rule, *signed)


def _subject_to(history: History, one: DatedAct) -> str:
    """Name the act that a signature still needs."""
    effect = one.act.effect if isinstance(one.act, Signature) else None
    if effect == "ad_referendum":
        return "confirmation"
    by_notice = effect is None and "notification" in history.clause.upon.asked
    return "notification" if by_notice else "ratification"
