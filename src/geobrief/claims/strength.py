"""How strong a deployment is: one estimate out of many, and who says so.

Stocks are never added up: two voices that each count 10,000 have not counted 20,000.  No
estimate is not zero.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import ClassVar

import attrs

from geobrief.answer import Reason
from geobrief.claims.independence import Voice
from geobrief.claims.known import Known
from geobrief.claims.speaker import Actors, introduced
from geobrief.constraint import Number
from geobrief.model.deployment import Deployment
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.estimate import Estimate, Policy
from geobrief.values.reconcile import POLICIES, contributors, reconcile
from geobrief.values.source import Source
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["Strength", "strength"]

_FIGURE = attrgetter("low", "best", "high", "bound", "unit", "on")


@attrs.frozen(kw_only=True)
class Strength(Result):
    """What the estimates made and published by a day say together, under a policy.

    The figures are read straight from it (``low``, ``best``, ``high``, ``unit``); they are
    None where there is no estimate, which is not zero.

    Attributes:
        deployment: the id of the deployment.
        on: the day; where it is imprecise, its last day is meant.
        policy: how the estimates were reconciled.
        estimate: the result, citing what its contributors cite; None where there is none.
        contributors: the estimates that it is made of, with what they inherit of their record.
        reasons: who says what, and what was left out.
        said_by: who says so, in words, or why nobody does although there are figures.
    """

    form: ClassVar[Form] = Form(
        "deployment on policy sentence estimate said_by contributors reasons", version=1
    )

    deployment: str
    on: When
    policy: Policy
    estimate: Estimate | None
    contributors: tuple[Estimate, ...] = ()
    reasons: tuple[Reason, ...] = ()
    said_by: str = ""

    @property
    def low(self) -> Number | None:
        """The lower bound, if there is one."""
        return self.estimate.low if self.estimate else None

    @property
    def best(self) -> Number | None:
        """The best single figure, if there is one."""
        return self.estimate.best if self.estimate else None

    @property
    def high(self) -> Number | None:
        """The upper bound, if there is one."""
        return self.estimate.high if self.estimate else None

    @property
    def unit(self) -> str | None:
        """What is counted: persons, mostly."""
        return self.estimate.unit if self.estimate else None

    @property
    def alleged(self) -> bool:
        """Whether any of it is only alleged."""
        return self.estimate is not None and self.estimate.alleged

    def __str__(self) -> str:
        if self.estimate is None:
            why = f": {self.said_by}" if self.said_by else ""
            return f"no estimate by {self.on}, which is not zero{why}"
        hedge = ", allegedly" if self.alleged else ""
        return f"{self.estimate}{hedge}, by {self.on} ({worded(self.policy)}), {self.said_by}"


def strength(
    deployment: Deployment,
    sources: Mapping[str, Source],
    *,
    on: When | str | date,
    policy: Policy = "envelope",
    unit: str | None = None,
    actors: Actors | None = None,
    as_of: When | str | date | None = None,
) -> Strength:
    """Reconcile the estimates of a deployment that were made and published by a day.

    An estimate is known with the earliest of its own sources; one that cites none inherits
    the citations of its record and is known with the latest of those.  Publication that may
    lie after the day does not count, nor does what has no date, unless ``as_of`` (the day
    up to which the brief is complete) had been reached.  A figure that repeats the same
    figure of a voice from which it derives counts once.  Figures in another unit than
    ``unit`` (persons, where there are several) are left out.  All that is left out is said in the
    reasons.  For the policies see `geobrief.values.reconcile.contributors`.

    >>> sent = Deployment(id="troops", strength=[Estimate(best=10_000, unit="persons", by="KOR")])
    >>> print(strength(sent, {}, on="2024-11-30", as_of="2024-11-12"))
    10,000 persons, by 2024-11-30 (envelope), according to South Korea
    """
    known = Known(on=on, sources=sources, actors=actors or {}, as_of=as_of)
    given = [_inheriting(estimate, deployment) for estimate in deployment.strength]
    pool, unclear = _published(given, deployment, known)
    pool, other_units = _in_one_unit(pool, unit)
    pool, repeated = _said_once(pool, known)
    chosen = contributors(pool, policy, sources=sources)
    used = set(chosen)
    left = [estimate for estimate in pool if estimate not in used]
    notes = [
        *_left_out(unclear, f"may have been published after {known.day}", known),
        *_left_out(other_units, "is in another unit", known),
        *_left_out(repeated, "repeats the figure of a voice from which it derives", known),
        *_left_out(left, f"is not used: the policy takes {POLICIES[policy]}", known),
        *_about(deployment, known),
    ]
    return Strength(
        deployment=deployment.id,
        on=known.on,
        policy=policy,
        estimate=reconcile(chosen, policy, sources=sources) if chosen else None,
        contributors=chosen,
        reasons=(*(_said(estimate, known) for estimate in chosen), *notes),
        said_by=_voices(chosen, known) or _why_none(pool, other_units),
    )


def _inheriting(estimate: Estimate, deployment: Deployment) -> Estimate:
    citations = estimate.citations or deployment.citations
    return attrs.evolve(estimate, citations=citations, alleged=estimate.alleged or deployment.alleged)


def _published(
    given: list[Estimate], deployment: Deployment, known: Known
) -> tuple[list[Estimate], list[Estimate]]:
    """Keep what had been made and published by the day, and apart from it what may be later."""
    kept: list[Estimate] = []
    unclear: list[Estimate] = []
    for own, estimate in zip(deployment.strength, given, strict=True):
        if own.citations:
            published = known.any_published(own.citations)
        else:
            published = known.all_published(estimate.citations) if estimate.citations else known.undated()
        if estimate.on is not None and estimate.on.after(known.day).is_yes:
            published = Truth.NO
        if published.is_yes:
            kept.append(estimate)
        if published.is_unknown:
            unclear.append(estimate)
    return kept, unclear


def _in_one_unit(pool: list[Estimate], unit: str | None) -> tuple[list[Estimate], list[Estimate]]:
    """Keep the figures in one unit: the one asked for, persons, or the only one."""
    units = {estimate.unit for estimate in pool}
    if unit is None and len(units) > 1:
        unit = "persons"
    chosen = [estimate for estimate in pool if unit in {None, estimate.unit}]
    return chosen, [estimate for estimate in pool if unit not in {None, estimate.unit}]


def _said_once(pool: list[Estimate], known: Known) -> tuple[list[Estimate], list[Estimate]]:
    """Set aside a figure that is passed on from somebody who gives the same figure here."""
    alike: dict[object, list[Estimate]] = {}
    for each in pool:
        alike.setdefault(_FIGURE(each), []).append(each)
    repeated = {
        each
        for same in alike.values()
        if len(same) > 1
        for each in same
        if any(_repeats(each, other, known) for other in same)
    }
    return [each for each in pool if each not in repeated], sorted(repeated, key=repr)


def _repeats(one: Estimate, other: Estimate, known: Known) -> bool:
    heard, origins = _heard(one, known), _heard(other, known)
    passed_on = bool(heard) and all(any(voice.repeats(origin) for origin in origins) for voice in heard)
    return passed_on and one.by in {None, other.by}


def _heard(estimate: Estimate, known: Known) -> list[Voice]:
    return [Voice.of(citation.source, known.sources, known.actors) for citation in estimate.citations]


def _voices(chosen: tuple[Estimate, ...], known: Known) -> str:
    names = sorted({_who(estimate, known) for estimate in chosen})
    if len(chosen) < 2:
        return f"according to {listed(names)}" if names else ""
    return f"from {len(chosen)} estimates of {listed(names)}"


def _why_none(pool: list[Estimate], other_units: list[Estimate]) -> str:
    """Say why there is no result although somebody has given figures."""
    if pool:
        return "no figure is of the sort that the policy takes"
    units = sorted({estimate.unit for estimate in other_units})
    return f"figures are given in {listed(units)}" if units else ""


def _said(estimate: Estimate, known: Known) -> Reason:
    day = f" as of {estimate.on}" if estimate.on is not None else ""
    words = f" (“{estimate.verbatim}”)" if estimate.verbatim else ""
    hedge = ", allegedly" if estimate.alleged else ""
    text = f"{estimate}{day}{hedge}, according to {_who(estimate, known)}{words}"
    return Reason(text=text, citations=estimate.citations)


def _who(estimate: Estimate, known: Known) -> str:
    if estimate.by is not None:
        return introduced(estimate.by, known.actors)
    publishers = {
        known.sources[citation.source].publisher
        for citation in estimate.citations
        if citation.source in known.sources
    }
    return listed(sorted(publishers)) if publishers else "somebody who is not named"


def _left_out(estimates: Iterable[Estimate], why: str, known: Known) -> list[Reason]:
    found = [
        Reason(text=f"left out: {_who(each, known)}: {each}, which {why}", citations=each.citations)
        for each in estimates
    ]
    return sorted(found, key=lambda reason: (reason.text, repr(reason.citations)))


def _about(deployment: Deployment, known: Known) -> list[Reason]:
    """Say what a reader of the figures should know about the record."""
    notes: list[Reason] = []
    record = (deployment.id,)
    if not deployment.strength and any(part.strength for part in deployment.components):
        text = "only parts of the force have figures, and parts are not added up"
        notes.append(Reason(text=text, records=record))
    if deployment.period is not None and not deployment.period.covers(known.day).is_yes:
        text = f"the deployment is recorded for {deployment.period}, which may not include {known.day}"
        notes.append(Reason(text=text, records=record))
    return notes
