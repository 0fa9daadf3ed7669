"""Disputed continuity: a state that claims to be the same person in law as one that is gone.

If the claim is right, what the older state did is its own doing (Federal Republic of
Yugoslavia, 1992 to 2000).  geobrief does not decide that: while the claim is made, an answer
stands only where it is the same either way.
"""

from collections.abc import Callable
from functools import cache

import attrs

from geobrief import actors
from geobrief.actors import person
from geobrief.answer import Missing
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.questions import TreatyQuestion
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, act_reason
from geobrief.law.uncertain.span import NEVER, Interval, exactly
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act, JointAct, StateAct
from geobrief.model.exchange import NoteExchange
from geobrief.truth import Truth

__all__ = ["Claim", "claim_of", "claimants", "under_claim"]


@attrs.frozen
class Claim:
    """That one state continues another, made from one day to another and disputed."""

    by: str
    to_continue: str
    days: Interval


@cache
def _claims() -> tuple[Claim, ...]:
    found: list[Claim] = []
    for state in actors.states():
        if state.claims_to_continue is not None and state.claimed is not None:
            end = state.claimed.end
            last = NEVER if end is None else end.toordinal() + 1
            days = Interval(exactly(state.claimed.start.toordinal()), exactly(last))
            found.append(Claim(person(state.code), person(state.claims_to_continue), days))
    return tuple(found)


def claim_of(who: str) -> Claim | None:
    """Give the claim that a person makes, if it makes one."""
    return next((claim for claim in _claims() if claim.by == who), None)


def claimants(persons: tuple[str, ...]) -> tuple[str, ...]:
    """Name those who claim to continue one of some persons."""
    return tuple(claim.by for claim in _claims() if claim.to_continue in persons)


def under_claim(
    interpreted: InterpretedTreaty, claim: Claim, ask: Callable[[InterpretedTreaty], TreatyQuestion]
) -> TreatyQuestion:
    """Ask with the acts of the older state as they are, and as acts of the one that claims them."""
    plain, claimed = ask(interpreted), ask(_as_continued(interpreted, claim))
    by_day = plain.by_day.disputed(claimed.by_day, TruthByDay.during([claim.days]))

    def why(day: int, value: Truth) -> Explanation:
        found = plain.why(day, plain.by_day.at(day))
        if value is plain.by_day.at(day):
            return found
        acts = [one.act for one in interpreted.acts if one.act.actors and _is_by(one, claim.to_continue)]
        who, whom = name(claim.by, day), name(claim.to_continue)
        text = f"whether {who} continued {whom}, whose acts would then be its own, was disputed"
        effect = Missing(kind="legal_effect", text=f"whether {who} continued {whom}", by=(claim.by,))
        return Explanation((act_reason(text, "VCSS 34", *acts), *found.reasons), (effect, *found.missing))

    return attrs.evolve(plain, by_day=by_day, why=why)


def _as_continued(interpreted: InterpretedTreaty, claim: Claim) -> InterpretedTreaty:
    """Take the acts of the older state for acts of the one that claims to continue it."""
    treaty = attrs.evolve(
        interpreted.treaty,
        between=_renamed(interpreted.treaty.between, claim),
        negotiating_states=_renamed(interpreted.treaty.negotiating_states, claim),
    )
    other = attrs.evolve(interpreted, treaty=treaty, acts=_taken_over(interpreted.acts, claim))
    histories = tuple(other.history_of(_taken_over(way.acts, claim)) for way in interpreted.interpretations)
    return attrs.evolve(other, histories=histories, history=other.history_of(other.acts))


def _renamed(codes: tuple[str, ...], claim: Claim) -> tuple[str, ...]:
    return tuple(claim.by if person(code) == claim.to_continue else code for code in codes)


def _taken_over(acts: tuple[DatedAct, ...], claim: Claim) -> tuple[DatedAct, ...]:
    return tuple(attrs.evolve(one, act=_claimed(one.act, claim)) for one in acts)


def _claimed(act: Act, claim: Claim) -> Act:
    if isinstance(act, NoteExchange):
        notes = (attrs.evolve(note, by=_renamed((note.by,), claim)[0]) for note in act.notes)
        return attrs.evolve(act, between=_renamed(act.between, claim), notes=notes)
    if isinstance(act, StateAct):
        return attrs.evolve(act, by=_renamed((act.by,), claim)[0])
    return attrs.evolve(act, between=_renamed(act.between, claim)) if isinstance(act, JointAct) else act


def _is_by(one: DatedAct, who: str) -> bool:
    return who in map(person, one.act.actors)
