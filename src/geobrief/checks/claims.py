"""Responses and findings come from those who can give them."""

from collections.abc import Iterator

from geobrief import actors
from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem
from geobrief.model.accusation import Accusation
from geobrief.model.finding import Finding
from geobrief.model.response import Response

__all__ = ["findings_of_a_side", "responses_of_others"]


@rule("GB701")
def responses_of_others(brief: Brief) -> Iterator[Problem]:
    """Find responses of others: only those who are accused respond."""
    for response in brief.of_kind(Response):
        accusation = brief.by_id.get(response.to)
        if not isinstance(accusation, Accusation) or not accusation.accused:
            continue
        if _person(brief, response.by) not in {_person(brief, code) for code in accusation.accused}:
            message = f"{response.by!r} is not among those whom {accusation.id!r} accuses"
            yield about(response, ("by",), "GB701", message, response.by)


@rule("GB702")
def findings_of_a_side(brief: Brief) -> Iterator[Problem]:
    """Find findings of a side: a finding comes from a body that is neither accuser nor accused."""
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
