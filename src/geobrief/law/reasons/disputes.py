"""Why an answer turns on disputed acts: who contests what, and what follows with an act and without it.

An act to which the treaty is not open, or that may not have been published by the day of the records, is told
in the same way.
"""

from collections.abc import Iterable
from typing import get_args

import attrs

from geobrief.answer import Missing, Reason
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, name
from geobrief.law.reasons.reason import Explanation, grounds, reason
from geobrief.law.uncertain.span import DAWN, Span
from geobrief.model.act import Act
from geobrief.model.coverage import ActKind
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["as_disputed", "binding_open", "effect_open", "either_way"]

DISPUTABLE = for_every(
    get_args(ActKind),
    "DISPUTABLE of geobrief.law.reasons.disputes",
    {
        **dict.fromkeys(("withdrawal", "termination", "suspension"), "VCLT 65–66"),
        **dict.fromkeys(("signature", "ratification", "instrument_exchange", "note_exchange"), ""),
        **dict.fromkeys(("extension", "renunciation", "objection", "provisional_application"), ""),
    },
)


def effect_open(one: DatedAct) -> Explanation:
    """Say of an act that decides that its effect, or its publication, is open."""
    act, what = one.act, _words(one.act)
    if not one.is_admitted.is_yes:
        missing = Missing(kind="agreement", text=f"whether {author(one)} was let in", by=act.actors)
        joins = f"{worded(getattr(act, 'means', act.kind_name))} by {author(one)} {days.on(one.day)}"
        text = f"the treaty {_is_not_open(one)} to {joins}, and whether it was let in is not recorded"
        return Explanation((reason(text, "VCLT 15(c)", act),), (missing,))
    if not act.contested:
        missing = Missing(kind="publication", text=f"when the {what} was published", by=act.actors)
        text = f"it is not known whether the {what} had been published"
        return Explanation((reason(text, "horizon", act),), (missing,))
    by = tuple(contest.by for contest in act.contested)
    missing = Missing(kind="legal_effect", text=f"legal effect of the {what}, {_dispute(one)}", by=by)
    when = f" {days.on(one.day)}" if one.day.may_happen and one.day.hi > DAWN else ""
    ground = grounds(*(contest.ground for contest in act.contested))
    text = f"the legal effect of the {what}{when} is {_dispute(one)}{ground}"
    told = reason(text, DISPUTABLE[act.kind_name], act)
    cited = (citation for contest in act.contested for citation in contest.citations)
    told = attrs.evolve(told, citations=tuple(dict.fromkeys([*told.citations, *cited])))
    return Explanation((told,), (missing,))


def binding_open(treaty: Treaty) -> Explanation:
    """Say that it is disputed whether a text is a treaty in law, and who holds which view."""
    views: list[Reason] = []
    for view in treaty.binding_views:
        what = "a treaty" if view.binding else "a political commitment"
        text = f"{name(view.by)} holds that it is {what}{grounds(view.ground)}"
        views.append(Reason(text=text, rule="VCLT 2(1)(a)", records=(treaty.id,), citations=view.citations))
    what = "whether it is a treaty in law"
    by = tuple(dict.fromkeys(view.by for view in treaty.binding_views))
    told = reason(f"{what} is disputed", "VCLT 2(1)(a)", treaty, because=views)
    return Explanation((told,), (Missing(kind="legal_effect", text=what, by=by),))


def as_disputed(found: Explanation, acts: Iterable[DatedAct]) -> Explanation:
    """Say of each reason that rests on one of some acts whose effect is open, that it is."""
    by_id = {one.act.id: one for one in acts}

    def told(reason: Reason) -> Reason:
        because = tuple(map(told, reason.because))
        one = by_id.get(reason.records[0]) if len(reason.records) == 1 else None
        if one is None or _dispute(one) in reason.text:
            return attrs.evolve(reason, because=because)
        which = "which " if _is_unpublished(one) else ""
        return attrs.evolve(reason, text=f"{reason.text}, {which}{_dispute(one)}", because=because)

    return Explanation(tuple(map(told, found.reasons)), found.missing) if by_id else found


def either_way(
    found: Explanation, with_all: Explanation, without: Iterable[tuple[DatedAct, Explanation]], value: Truth
) -> Explanation:
    """Tell what follows with disputed acts and without each of them, where that is told otherwise."""
    every = tuple(without)
    other: dict[str, tuple[Reason, list[DatedAct]]] = {}
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


def _named(one: DatedAct) -> str:
    return f"the {_words(one.act)} {'that ' if _is_unpublished(one) else ''}{_dispute(one)}"


def _dispute(one: DatedAct) -> str:
    """Say by whom an act is contested, that the treaty is not open to it, or that it may be unpublished."""
    if one.act.contested:
        return f"contested by {listed(name(contest.by) for contest in one.act.contested)}"
    if _is_unpublished(one):
        return "may not have been published"
    return f"to which the treaty {_is_not_open(one)}"


def _is_unpublished(one: DatedAct) -> bool:
    """Whether an act whose effect is open may not have been published."""
    return not one.act.contested and one.is_admitted.is_yes


def _is_not_open(one: DatedAct) -> str:
    return "is not open" if one.is_admitted.is_no else "may not be open"


def _words(act: Act) -> str:
    recorded = (getattr(act, field) for field in act.done_on)
    last = next((Span.of(day).hi for day in recorded if isinstance(day, When) and day.latest), None)
    who = listed(name(code, last) for code in act.actors)
    return f"{worded(act.kind_name)}{f' by {who}' if who else ''}"
