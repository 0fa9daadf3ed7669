"""Where an accusation stands on a day: response, support and finding, side by side.

The three are never one score, and counting voices never makes a fact.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Final, get_args

import attrs

from geobrief.answer import Reason
from geobrief.claims.conclusion import Conclusion, conclusion_of, findings_that_count
from geobrief.claims.events import EVENTS
from geobrief.claims.facet import Facet
from geobrief.claims.known import Known
from geobrief.claims.responses import ResponseFacet, admissions, responses_of
from geobrief.claims.speaker import Actors, named
from geobrief.claims.support import Support, support_of
from geobrief.closed import for_every
from geobrief.model.accusation import Accusation, Modality
from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.model.response import Response, ResponseKind
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.mapping import FrozenMapping
from geobrief.values.source import Source
from geobrief.values.when import When

__all__ = ["Standing", "standing"]

_ANSWERS: Final[Mapping[ResponseKind, str]] = for_every(
    get_args(ResponseKind),
    "the words for answers of geobrief.claims.standing",
    {  # in the order in which they are told
        "silence": "keeps silent",
        "evaded": "evades it",
        "denied": "denies it",
        "admitted": "admits it",
        "counter_accused": "accuses in turn",
    },
)
_SUPPORT: Final[Mapping[Support, str]] = for_every(
    get_args(Support),
    "the words for support of geobrief.claims.standing",
    {
        "unsupported": "supported by nobody but the accusers",
        "single_source": "supported by a single source",
        "several_sources": "supported by several sources, not independent and reliable ones",
        "corroborated": "corroborated by independent sources",
    },
)


@attrs.frozen(kw_only=True)
class Standing(Result):
    """Where an accusation stands on a day: three facets, each with its reasons.

    Attributes:
        accusation: the id of the accusation.
        on: the day; where it is imprecise, its last day is meant.
        made: whether the accusation had been made by then.
        response: how each accused answers, by code.
        support: how far sources other than the accusers support it.
        finding: what has been found out.
        modality: whether the accusation says that the act happened; not so, if not ``actual``.
        names: the names of those who answer, by code.
    """

    form: ClassVar[Form] = Form(
        "accusation on made modality sentence response support finding since reasons",
        version=1,
        response=lambda where: {code: facet.plain() for code, facet in where.response.items()},
        support=lambda where: where.support.plain(),
        finding=lambda where: where.finding.plain(),
        since=lambda where: {
            name: facet.since
            for name, facet in (("support", where.support), ("finding", where.finding))
            if facet.since is not None
        },
    )

    accusation: str
    on: When
    made: Truth
    response: FrozenMapping[ResponseFacet]
    support: Facet[Support]
    finding: Facet[Conclusion]
    modality: Modality = "actual"
    names: FrozenMapping[str] = attrs.field(factory=FrozenMapping[str])

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons of all facets, in the order of the facets."""
        answers = (reason for facet in self.response.values() for reason in facet.reasons)
        return (*answers, *self.support.reasons, *self.finding.reasons)

    def told(self) -> Iterator[str]:
        """Yield each facet with its reasons."""
        for code, answer in self.response.items():
            yield from _tree(f"response of {self.names.get(code, code)}", answer)
        yield from _tree("support", self.support)
        yield from _tree("finding", self.finding)

    def __str__(self) -> str:
        parts = [_answered(facet, self.names.get(code, code)) for code, facet in self.response.items()]
        parts.append(" or ".join(_SUPPORT[value] for value in self.support))
        since = f" since {self.finding.since}" if self.finding.since is not None else ""
        parts.append(f"{self.finding}{since}")
        early = {"no": "not yet made; ", "unknown": "perhaps not yet made; "}.get(str(self.made), "")
        hedge = f"of a {self.modality} act; " if self.modality != "actual" else ""
        return f"by {self.on}: {early}{hedge}{'; '.join(parts)}"


def standing(
    accusation: Accusation,
    *,
    sources: Mapping[str, Source],
    on: When | str | date,
    responses: Iterable[Response] = (),
    findings: Iterable[Finding] = (),
    about: Iterable[Record] = (),
    actors: Actors | None = None,
    as_of: When | str | date | None = None,
) -> Standing:
    """Tell where an accusation stands on a day, from what had been published by then.

    Of the records given, those count that speak of this accusation or of what it is about:
    responses to it, findings on it or on the records that it names, and those records.
    Sources and records without any date count from ``as_of`` on, the day up to which the
    brief is complete.

    The response is that of each accused, and of everybody else who took part in what it is
    about (senders, host, tester) and has answered it; the rules of the other two facets are
    those of `geobrief.claims.support.support_of` and `geobrief.claims.conclusion.conclusion_of`.

    >>> claim = Accusation(id="claim", accusers=["KOR"], accused=["PRK", "RUS"])
    >>> evasion = Response(id="evasion", to="claim", by="RUS", on="2024-10-24", kinds=["evaded"])
    >>> state = standing(claim, sources={}, on="2024-11-12", responses=[evasion])
    >>> sorted(state.response["RUS"].value), sorted(state.response["PRK"].value), state.finding.value
    (['evaded'], ['none_recorded'], 'open')
    """
    known = Known(on=on, sources=sources, actors=actors or {}, as_of=as_of)
    replies = [each for each in responses if each.to == accusation.id]
    subjects = {accusation.id, *accusation.about}
    verdicts = [each for each in findings if each.about in subjects]
    events = sorted((each for each in about if each.id in subjects), key=lambda record: record.id)
    kinds = ((event, EVENTS[event.kind_name]) for event in events)
    doers = tuple(dict.fromkeys(code for event, kind in kinds if kind for code in kind.doers(event)))
    sides = {*accusation.accusers, *accusation.accused, *doers}

    answers = responses_of(accusation.accused, doers, replies, known)
    support = support_of(accusation, events, _neutral(verdicts, accusation), known)
    admitted = admissions(answers, replies, known)
    finding = conclusion_of(admitted, findings_that_count(verdicts, sides, known), answers, support, known)
    return Standing(
        accusation=accusation.id,
        on=known.on,
        made=_made(accusation, known),
        response=answers,
        support=support,
        finding=finding,
        modality=accusation.modality,
        names=FrozenMapping({code: named(code, known.actors) for code in answers}),
    )


def _neutral(findings: list[Finding], accusation: Accusation) -> list[Finding]:
    return [each for each in findings if each.by not in accusation.accusers]


def _made(accusation: Accusation, known: Known) -> Truth:
    if accusation.made_on is not None:
        return accusation.made_on.on_or_before(known.day)
    recorded = known.recorded(accusation)
    return known.undated() if recorded is None else recorded


def _answered(facet: ResponseFacet, name: str) -> str:
    answers = [" and ".join(phrase for word, phrase in _ANSWERS.items() if word in words) for words in facet]
    if facet.is_certain and not answers[0]:
        return f"no response of {name} is recorded"
    return f"{name} {' or '.join(answer or 'has not answered' for answer in answers)}"


def _tree(title: str, facet: Facet[Any]) -> Iterator[str]:
    yield f"  {title}: {facet}"
    for reason in facet.reasons:
        yield from reason.lines(2)
