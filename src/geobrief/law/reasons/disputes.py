"""Why an answer turns on disputed acts: who contests what, and what follows with an act and without it.

An act that may not have been published by the day of the records is told in the same way.
"""

from collections.abc import Iterable

import attrs

from geobrief.answer import Missing, Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, grounds, reason
from geobrief.law.uncertain.span import DAWN, Span
from geobrief.model.act import Act
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["as_disputed", "effect_open", "either_way"]

DISPUTABLE = {"withdrawal": "VCLT 65–66", "termination": "VCLT 65–66", "suspension": "VCLT 65–66"}


def effect_open(one: DatedAct) -> Explanation:
    """Say of an act that decides that its effect, or its publication, is open."""
    act, what = one.act, _words(one.act)
    if not act.contested:
        missing = Missing(kind="publication", text=f"when the {what} was published", by=act.actors)
        text = f"it is not known whether the {what} had been published"
        return Explanation((reason(text, "horizon", act),), (missing,))
    by = tuple(contest.by for contest in act.contested)
    missing = Missing(kind="legal_effect", text=f"legal effect of the {what}, {_dispute(act)}", by=by)
    when = f" {days.on(one.day)}" if one.day.may_happen and one.day.hi > DAWN else ""
    ground = grounds(*(contest.ground for contest in act.contested))
    text = f"the legal effect of the {what}{when} is {_dispute(act)}{ground}"
    told = reason(text, DISPUTABLE.get(act.kind_name, ""), act)
    cited = (citation for contest in act.contested for citation in contest.citations)
    told = attrs.evolve(told, citations=tuple(dict.fromkeys([*told.citations, *cited])))
    return Explanation((told,), (missing,))


def as_disputed(found: Explanation, acts: Iterable[Act]) -> Explanation:
    """Say of each reason that rests on one of some acts whose effect is open, that it is."""
    by_id = {act.id: act for act in acts}

    def told(reason: Reason) -> Reason:
        because = tuple(map(told, reason.because))
        act = by_id.get(reason.records[0]) if len(reason.records) == 1 else None
        if act is None or _dispute(act) in reason.text:
            return attrs.evolve(reason, because=because)
        which = "" if act.contested else "which "
        return attrs.evolve(reason, text=f"{reason.text}, {which}{_dispute(act)}", because=because)

    return Explanation(tuple(map(told, found.reasons)), found.missing) if by_id else found


def either_way(
    found: Explanation, with_all: Explanation, without: Iterable[tuple[Act, Explanation]], value: Truth
) -> Explanation:
    """Tell what follows with disputed acts and without each of them, where that is told otherwise."""
    every = tuple(without)
    other: dict[str, tuple[Reason, list[Act]]] = {}
    for act, told in every:
        for why in told.reasons[:1]:
            if why.text != with_all.reasons[0].text:
                other.setdefault(why.text, (why, []))[1].append(act)
    if not other:
        return as_disputed(found, (act for act, _ in every))
    acts = tuple(dict.fromkeys(act for _, left_out in other.values() for act in left_out))
    either = [_given(f"with {listed(map(_named, acts))}", *with_all.reasons)]
    for why, left_out in other.values():
        alone = "it" if len(acts) == 1 else listed(map(_named, left_out), "or")
        either.append(_given(f"without {alone}", why))
    if value.is_unknown:
        return Explanation(tuple(either), found.missing)
    text = "; ".join(each.text for each in either)
    return Explanation((reason(text, "", *acts, because=either),), found.missing)


def _given(condition: str, first: Reason, *rest: Reason) -> Reason:
    return attrs.evolve(first, text=f"{condition}: {first.text}", because=(*first.because, *rest))


def _named(act: Act) -> str:
    return f"the {_words(act)} {'' if act.contested else 'that '}{_dispute(act)}"


def _dispute(act: Act) -> str:
    """Say by whom an act is contested, or that it may not have been published."""
    if not act.contested:
        return "may not have been published"
    return f"contested by {listed(name(contest.by) for contest in act.contested)}"


def _words(act: Act) -> str:
    recorded = (getattr(act, field) for field in act.done_on)
    last = next((Span.of(day).hi for day in recorded if isinstance(day, When) and day.latest), None)
    who = listed(name(code, last) for code in act.actors)
    return f"{worded(act.kind_name)}{f' by {who}' if who else ''}"
