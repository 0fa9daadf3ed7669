"""Responses and findings come from those who can give them."""

from collections.abc import Iterator

import attrs

from geobrief import actors
from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.claims.events import EVENTS
from geobrief.claims.known import Known
from geobrief.claims.support import support_of
from geobrief.constraint import Problem
from geobrief.model.accusation import Accusation
from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.model.response import Response

__all__ = ["facts_of_accusers", "findings_of_a_side", "responses_of_others"]


@rule(
    "GB403",
    severity="warning",
    title="stated as fact what its sources only allege",
    remedy="mark it alleged, or cite what confirms it",
)
def facts_of_accusers(brief: Brief) -> Iterator[Problem]:
    """Find events stated as fact that nobody but their accusers says.

    Why it is bad:
        An allegation that is repeated as fact has lost its voice.  Papers that pass on one briefing do not
        confirm it, however many they are.

    Example:
        sources:
          briefing: {publisher: National Intelligence Service, actor: KOR}
        deployments:
          troops: {senders: [PRK], host: RUS, citations: [{source: briefing}]}
        accusations:
          claim: {accusers: [KOR], accused: [PRK], about: [troops], citations: [{source: briefing}]}

    Repair:
        deployments:
          troops: {senders: [PRK], host: RUS, alleged: true, citations: [{source: briefing}]}
    """
    known = Known(on=brief.as_of, as_of=brief.as_of, sources=brief.sources, actors=brief.actors)
    admitted = {response.to for response in brief.of_kind(Response) if "admitted" in response.kinds}
    for accusation in brief.of_kind(Accusation):
        for event in _stated_as_fact(brief, accusation) if accusation.id not in admitted else ():
            alone = attrs.evolve(accusation, about=[event.id])
            findings = [each for each in brief.of_kind(Finding) if each.about in {event.id, accusation.id}]
            if support_of(alone, [event], findings, known).options == frozenset({"unsupported"}):
                message = f"only those who make {accusation.id!r} say so; it is stated as fact"
                yield about(event, (), "GB403", message)


def _stated_as_fact(brief: Brief, accusation: Accusation) -> Iterator[Record]:
    for event in (brief.by_id[name] for name in accusation.about if name in brief.by_id):
        kind = EVENTS[event.kind_name]
        if kind and not kind.alleged(event) and event.revision != "withdrawn" and event.citations:
            yield event


@rule(
    "GB701",
    severity="warning",
    title="response by somebody who was not accused",
    remedy="check `by` against the accused",
)
def responses_of_others(brief: Brief) -> Iterator[Problem]:
    """Find responses of others: only those who are accused respond.

    Why it is bad:
        The answer of a third does not tell how the accused stand to the accusation, and would be counted as
        theirs.  What others say about it is a statement.

    Example:
        accusations:
          claim: {accusers: [KOR], accused: [PRK], made_on: 2024-10-18}
        responses:
          denial: {to: claim, by: RUS, kinds: [denied]}

    Repair:
        responses:
          denial: {to: claim, by: PRK, kinds: [denied]}
    """
    for response in brief.of_kind(Response):
        accusation = brief.by_id.get(response.to)
        if not isinstance(accusation, Accusation) or not accusation.accused:
            continue
        if _person(brief, response.by) not in {_person(brief, code) for code in accusation.accused}:
            message = f"{response.by!r} is not among those whom {accusation.id!r} accuses"
            yield about(response, ("by",), "GB701", message, response.by)


@rule(
    "GB702",
    severity="warning",
    title="accuser confirms its own accusation",
    remedy="a finding must come from neither side",
)
def findings_of_a_side(brief: Brief) -> Iterator[Problem]:
    """Find findings of a side: a finding comes from a body that is neither accuser nor accused.

    Why it is bad:
        Nobody is judge in a case of its own.  An agency that confirms what its state says adds no second
        voice, and would turn the accusation from open to confirmed.

    Example:
        actors:
          nis: {kind: agency, name: National Intelligence Service, of: KOR}
        accusations:
          claim: {accusers: [KOR], accused: [PRK], made_on: 2024-10-18}
        findings:
          verdict: {about: claim, by: nis, verdict: confirmed}

    Repair:
        findings:
          verdict: {about: claim, by: un, verdict: confirmed}
    """
    for finding in brief.of_kind(Finding):
        accusation = brief.by_id.get(finding.about)
        if isinstance(accusation, Accusation):
            sides = {_person(brief, code) for code in (*accusation.accusers, *accusation.accused)}
            if _person(brief, finding.by) in sides:
                yield about(
                    finding, ("by",), "GB702", f"{finding.by!r} is a side of {accusation.id!r}", finding.by
                )


def _person(brief: Brief, code: str) -> str:
    """Return the state for which an actor speaks, or the actor itself."""
    seen: set[str] = set()
    while code in brief.actors and code not in seen:
        seen.add(code)
        code = brief.actors[code].of or code
    return actors.person(code)
