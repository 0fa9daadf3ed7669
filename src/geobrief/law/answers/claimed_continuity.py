"""Disputed continuity: a state that claims to be the same person in law as one that is gone.

If the claim is right, what the older state did is its own doing (Federal Republic of
Yugoslavia, 1992 to 2000).  geobrief does not decide that: while the claim is made, an answer
stands only where it is the same either way.
"""

from collections.abc import Callable

import attrs

from geobrief.actors import person
from geobrief.answer import Missing
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import Claim
from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.answers.questions import Found, Persons, Put
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, reason
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act, JointAct, StateAct
from geobrief.model.exchange import NoteExchange
from geobrief.truth import Truth

__all__ = ["worked_out_either_way"]


def worked_out_either_way(
    put: Put[*Persons], claim: Claim, worked_out: Callable[[Put[*Persons]], Found]
) -> Found:
    """Take the acts of the older state as they are, and as acts of the one that claims them."""
    plain = worked_out(put)
    claimed = worked_out(attrs.evolve(put, interpreted=_as_continued(put.interpreted, claim)))
    by_day = plain.by_day.disputed(claimed.by_day, TruthByDay.during([claim.days]))

    def why(day: int, value: Truth) -> Explanation:
        found = plain.why(day, plain.by_day.at(day))
        if value is plain.by_day.at(day) and (
            value is claimed.by_day.at(day) or not claim.days.may_hold_on(day)
        ):
            return found
        acts = [one for one in put.interpreted.acts if claim.to_continue in map(person, one.act.actors)]
        who, whom = name(claim.by, day), name(claim.to_continue)
        text = f"whether {who} continued {whom}, whose acts would then be its own, was disputed"
        effect = Missing(kind="legal_effect", text=f"whether {who} continued {whom}", by=(claim.by,))
        return Explanation((reason(text, "VCSS 34", *acts),), (effect,)) + found

    return Found(by_day, why)


def _as_continued(interpreted: InterpretedTreaty, claim: Claim) -> InterpretedTreaty:
    """Take the acts of the older state for acts of the one that claims to continue it."""
    between = _renamed(interpreted.treaty.between, claim)
    negotiating = _renamed(interpreted.treaty.negotiating_states, claim)
    return attrs.evolve(
        interpreted,
        treaty=attrs.evolve(interpreted.treaty, between=between, negotiating_states=negotiating),
        acts=_taken_over(interpreted.acts, claim),
        interpretations=tuple(
            attrs.evolve(way, acts=_taken_over(way.acts, claim)) for way in interpreted.interpretations
        ),
    )


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
