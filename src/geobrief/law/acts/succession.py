"""Succession: what a successor gets of its predecessor's treaties, and from when (VCSS 17, 22, 23).

It gets nothing until it gives notice; the notice then works from the date of succession, which
the tables of states give where the act does not.
"""

from functools import cache

from geobrief import actors
from geobrief.law.acts.consents import ConsentSpell
from geobrief.law.uncertain.span import Span, earliest_of, latest_of

__all__ = ["begins_for"]


def begins_for(who: str, spell: ConsentSpell) -> Span:
    """Give the day from which a consent has effect for its author, the treaty being in force.

    A state may declare a later day; a succession works from the date of succession (VCSS 23).
    """
    declared = spell.consent.dated.on("effective")
    if not spell.consent.is_succession:
        return spell.start if declared is None else latest_of([spell.start, declared])
    succeeded = _date_of_succession(who)
    day = declared or (spell.start if succeeded is None else earliest_of([Span.on(succeeded), spell.start]))
    return day if spell.start.must_happen else day.or_never


@cache
def _date_of_succession(who: str) -> int | None:
    """Give the day on which a state succeeded another; None for one that succeeded nobody."""
    state = actors.known(who)
    if not isinstance(state, actors.State) or not state.succeeds or not state.spells:
        return None
    return state.spells[0].start.toordinal()
