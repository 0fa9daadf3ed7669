"""What has been found out: by the accused's own words, or by a body that is neither side."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final, Literal, get_args

import attrs

from geobrief.answer import Reason
from geobrief.claims.dated import Dated, made_by
from geobrief.claims.facet import Facet
from geobrief.claims.known import Known
from geobrief.claims.responses import ResponseFacet
from geobrief.claims.speaker import named, principals
from geobrief.claims.support import Support, heard
from geobrief.closed import for_every
from geobrief.model.finding import Finding, Verdict
from geobrief.model.response import Response
from geobrief.values.mapping import FrozenMapping
from geobrief.values.when import When

__all__ = ["Conclusion", "conclusion_of", "findings_that_count"]

Conclusion = Literal["open", "acknowledged", "confirmed", "disputed", "refuted"]
"""What has been found out about an accusation."""

_FINDS: Final[Mapping[Verdict, str]] = for_every(
    get_args(Verdict),
    "the words for findings of geobrief.claims.conclusion",
    {"confirmed": "confirms it", "refuted": "refutes it", "inconclusive": "comes to no conclusion"},
)


@attrs.frozen
class _World:
    """What holds in one of the possible courses of events."""

    admitted: bool
    confirmed: bool
    refuted: bool
    denied: bool
    corroborated: bool

    def conclusion(self) -> Conclusion:
        if self.refuted and (self.admitted or self.confirmed):
            return "disputed"
        if self.admitted:
            return "acknowledged"
        if self.confirmed:
            return "confirmed"
        if self.refuted:
            return "refuted"
        return "disputed" if self.corroborated and self.denied else "open"


def conclusion_of(
    admitted: list[Dated[Response]],
    findings: tuple[list[Dated[Finding]], list[Reason]],
    responses: FrozenMapping[ResponseFacet],
    support: Facet[Support],
    known: Known,
) -> Facet[Conclusion]:
    """Tell what has been found out.

    ============  ==========================================================================
    acknowledged  the accused, or for a joint act any of those who did it, admits
    confirmed     a body that is neither side finds so; cited, credibility 1 or 2
    refuted       likewise
    disputed      corroborated and denied; or refuted by one, and admitted or confirmed by
                  another
    open          otherwise
    ============  ==========================================================================

    An admission stays one when its author says something else later; the response shows that.
    Where dates are imprecise, every value is given that some course of events allows.
    """
    counted, notes = findings
    confirmed = [each for each in counted if each.act.verdict == "confirmed"]
    refuted = [each for each in counted if each.act.verdict == "refuted"]
    worlds = product(
        _possible(admitted),
        _possible(confirmed),
        _possible(refuted),
        _denied(responses),
        [support.value == "corroborated"],
    )
    options: frozenset[Conclusion] = frozenset(_World(*world).conclusion() for world in worlds)
    reasons = [_admits(each.act, known) for each in admitted]
    reasons += [_finds(each.act, known) for each in counted]
    if "disputed" in options and not (confirmed or refuted):
        reasons.append(Reason(text="corroborated, and denied by the accused", because=support.reasons[:1]))
    if not reasons:
        reasons.append(
            Reason(text="no admission, and no finding of a body that is neither side, is recorded")
        )
    return Facet(options, reasons=(*reasons, *notes), since=_since(options, admitted, confirmed, refuted))


def findings_that_count(
    findings: Iterable[Finding], sides: Iterable[str], known: Known
) -> tuple[list[Dated[Finding]], list[Reason]]:
    """Keep the findings of bodies that are neither side, cited, of credibility 1 or 2; say which others."""
    parties = principals(sides, known.actors)
    made, unclear = made_by(findings, known)
    counted: list[Dated[Finding]] = []
    notes = [_aside(act, f"left out: it may have become known after {known.day}") for act in unclear]
    for each in made:
        if not principals([each.act.by], known.actors).isdisjoint(parties):
            notes.append(_aside(each.act, f"not counted: {named(each.act.by, known.actors)} is a side"))
        elif not _is_credible(each.act, known):
            notes.append(_aside(each.act, "not counted: no citation of credibility 1 or 2 is known"))
        else:
            counted.append(each)
    return counted, notes


def _aside(act: Finding, why: str) -> Reason:
    return Reason(text=why, records=(act.id,), citations=act.citations)


def _is_credible(finding: Finding, known: Known) -> bool:
    given = [(finding.id, finding.by, citation) for citation in finding.citations]
    supporting, _ = heard(given, known)
    return any(each.citation.credibility in {1, 2} for each in supporting)


def _possible(acts: list[Dated[Response]] | list[Dated[Finding]]) -> list[bool]:
    if any(each.certain for each in acts):
        return [True]
    return [False, True] if acts else [False]


def _denied(responses: FrozenMapping[ResponseFacet]) -> list[bool]:
    """Whether any of the accused denies, in the latest response."""
    facets = responses.values()
    if any(all("denied" in words for words in facet.options) for facet in facets):
        return [True]
    return [False, True] if any("denied" in words for facet in facets for words in facet.options) else [False]


def _since(
    options: frozenset[Conclusion],
    admitted: list[Dated[Response]],
    confirmed: list[Dated[Finding]],
    refuted: list[Dated[Finding]],
) -> When | None:
    """Find the day from which a conclusion holds that rests on an act with a day."""
    if len(options) > 1:
        return None
    days = {
        "acknowledged": [each.act.on for each in admitted],
        "confirmed": [each.act.on for each in confirmed],
        "refuted": [each.act.on for each in refuted],
    }.get(next(iter(options)), [])
    return min(filter(None, days), key=lambda day: day.sort_key, default=None)


def _admits(act: Response, known: Known) -> Reason:
    day = f" on {act.on}" if act.on is not None else ""
    return Reason(
        text=f"{named(act.by, known.actors)} admits it{day}", records=(act.id,), citations=act.citations
    )


def _finds(act: Finding, known: Known) -> Reason:
    day = f" on {act.on}" if act.on is not None else ""
    text = f"{named(act.by, known.actors)} {_FINDS[act.verdict]}{day}"
    return Reason(text=text, records=(act.id,), citations=act.citations)
