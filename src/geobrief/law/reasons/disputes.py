"""Why an answer turns on disputed acts: who contests what, and what follows with an act and without it.

An act that may not have been published by the day of the records is told in the same way.
"""

from collections.abc import Iterable

import attrs

from geobrief.answer import Missing, Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, act_reason, grounds
from geobrief.law.uncertain.span import DAWN, Span
from geobrief.model.act import Act
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["as_disputed", "effect_open", "either_way"]

DISPUTABLE = {"withdrawal": "VCLT 65–66", "termination": "VCLT 65–66", "suspension": "VCLT 65–66"}


def effect_open(acts: Iterable[DatedAct]) -> Explanation:
    """Say of acts that decide that their effect, or their publication, is open."""
    every = tuple(acts)
    return Explanation(tuple(map(_disputed, every)), tuple(_missing(one.act) for one in every))


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
        for reason in told.reasons[:1]:
            if reason.text != with_all.reasons[0].text:
                other.setdefault(reason.text, (reason, []))[1].append(act)
    if not other:
        return as_disputed(found, (act for act, _ in every))
    acts = tuple(dict.fromkeys(act for _, left_out in other.values() for act in left_out))
    either = [_given(f"with {listed(map(_named, acts))}", *with_all.reasons)]
    for reason, left_out in other.values():
        alone = "it" if len(acts) == 1 else listed(map(_named, left_out), "or")
        either.append(_given(f"without {alone}", reason))
    if value.is_unknown:
        return Explanation(tuple(either), found.missing)
    text = "; ".join(each.text for each in either)
    return Explanation((act_reason(text, "", *acts, because=either),), found.missing)


def _given(condition: str, first: Reason, *rest: Reason) -> Reason:
    return attrs.evolve(first, text=f"{condition}: {first.text}", because=(*first.because, *rest))


def _disputed(one: DatedAct) -> Reason:
    act, when = one.act, f" {days.on(one.day)}" if one.day.may_happen and one.day.hi > DAWN else ""
    if not act.contested:
        return act_reason(f"it is not known whether the {_words(act)} had been published", "horizon", act)
    text = f"the legal effect of the {_words(act)}{when} is {_dispute(act)}"
    told = act_reason(
        f"{text}{grounds(*(contest.ground for contest in act.contested))}",
        DISPUTABLE.get(act.kind_name, ""),
        act,
    )
    cited = (citation for contest in act.contested for citation in contest.citations)
    return attrs.evolve(told, citations=tuple(dict.fromkeys([*told.citations, *cited])))


def _missing(act: Act) -> Missing:
    if not act.contested:
        return Missing(kind="publication", text=f"when the {_words(act)} was published", by=act.actors)
    text = f"legal effect of the {_words(act)}, {_dispute(act)}"
    return Missing(kind="legal_effect", text=text, by=tuple(contest.by for contest in act.contested))


def _named(act: Act) -> str:
    return f"the {_words(act)} {'' if act.contested else 'that '}{_dispute(act)}"


def _dispute(act: Act) -> str:
    """Say by whom an act is contested, or that it may not have been published."""
    if not act.contested:
        return "may not have been published"
    return f"contested by {listed(name(contest.by) for contest in act.contested)}"


def _words(act: Act) -> str:
    who = listed(name(code, _day(act)) for code in act.actors)
    return f"{worded(act.kind_name)}{f' by {who}' if who else ''}"


def _day(act: Act) -> int | None:
    """Find a day on which those who act can be named: none where none is recorded."""
    recorded = (getattr(act, field, None) for field in ("notified", "received", "effective", "on", "since"))
    return next((Span.of(day).hi for day in recorded if isinstance(day, When) and day.latest), None)
