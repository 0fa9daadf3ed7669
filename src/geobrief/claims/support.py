"""Who supports an accusation, apart from those who make it: counted by origin, not by voice."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

import attrs

from geobrief.answer import Reason
from geobrief.claims.dated import made_by
from geobrief.claims.events import EVENTS
from geobrief.claims.facet import Facet
from geobrief.claims.independence import Voice
from geobrief.claims.known import Known, judged
from geobrief.claims.speaker import principals
from geobrief.model.accusation import Accusation
from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate
from geobrief.values.source import admiralty

__all__ = ["Support", "heard", "support_of"]

Support = Literal["unsupported", "single_source", "several_sources", "corroborated"]
"""How far sources other than the accusers support an accusation."""


@attrs.frozen
class Supporting:
    """A citation that counts, what stands behind it, and the record that cites it."""

    citation: Citation
    voice: Voice
    record: str


def support_of(
    accusation: Accusation, about: Iterable[Record], findings: Iterable[Finding], known: Known
) -> Facet[Support]:
    """Count the origins that support an accusation.

    Supporting are the citations of the events that it is about (deployments and weapons
    tests, with their figures that are not zero) and of the findings that confirm it or
    them.  The citations of the accusation itself do not count: they show that it was made,
    not that it is true.  Nor do those behind which an accuser stands, up to the origin;
    those that cannot be judged (F, 6, or a source that is not listed); and those that repeat
    another one that counts.

    ======================  ================================================================
    unsupported             nobody but the accusers
    single_source           all that counts comes from one origin
    several_sources         several, but no two of them as below
    corroborated            two independent ones, each of reliability A to C and credibility
                            1 to 3
    ======================  ================================================================
    """
    counted, _ = made_by([each for each in findings if each.verdict == "confirmed"], known)
    kinds = ((each, EVENTS[each.kind_name]) for each in about if each.revision != "withdrawn")
    events = [(each, kind) for each, kind in kinds if kind is not None]
    given = [cited for event, kind in events for cited in _cited(event, kind.figures(event))]
    given += [(each.act.id, each.act.by, citation) for each in counted for citation in each.act.citations]
    accusers = principals(accusation.accusers, known.actors)
    supporting, notes = heard(given, known, without=accusers)
    notes += [
        Reason(text=f"{each.id} is recorded as alleged", records=(each.id,))
        for each, kind in events
        if kind.alleged(each)
    ]
    strong = [each for each in supporting if _is_strong(each.citation, known)]
    for one, other in combinations(strong, 2):
        if one.voice.independent_of(other.voice):
            text = "two independent sources other than the accusers support it"
            return _facet("corroborated", text, [one, other], supporting, notes)
    for one, other in combinations(supporting, 2):
        if one.voice.apart_from(other.voice):
            text = "several sources support it, but no two that are independent and rated A to C and 1 to 3"
            return _facet("several_sources", text, [], supporting, notes)
    if supporting:
        text = "a single source other than the accusers supports it"
        return _facet("single_source", text, [], supporting, notes)
    return _facet("unsupported", "no source other than the accusers is recorded to support it", [], [], notes)


def heard(
    given: Iterable[tuple[str, str | None, Citation]], known: Known, *, without: frozenset[str] = frozenset()
) -> tuple[list[Supporting], list[Reason]]:
    """Keep the citations that count, each with what stands behind it; say which do not, and why.

    Each is given with its record and the actor whose words are cited, if one is named.
    Not counted are those that cannot be judged, those behind which one of ``without``
    stands, and those that repeat one that counts; the notes say which.
    """
    pool: list[Supporting] = []
    aside: dict[str, list[Supporting]] = {}
    for record, by, citation in given:
        voice = Voice.of(citation.source, known.sources, known.actors, by=[by] if by else [])
        each, published = Supporting(citation, voice, record), known.published(citation)
        if published.is_no:
            continue
        if not judged(citation, known.sources):
            aside.setdefault("not counted: it cannot be judged (F, 6, or not listed)", []).append(each)
        elif not voice.speakers.isdisjoint(without):
            why = "not counted: an accuser speaks through it, or stands at its origin"
            aside.setdefault(why, []).append(each)
        elif published.is_unknown:
            aside.setdefault(f"left out: it may have been published after {known.day}", []).append(each)
        else:
            pool.append(each)
    first = [each for each in pool if not any(each.voice.repeats(other.voice) for other in pool)]
    repeating = [each for each in pool if each not in first]
    if repeating:
        aside["not counted: it repeats a source that counts"] = repeating
    notes = [_note(why, sorted(set(several), key=_by_key)) for why, several in sorted(aside.items())]
    return sorted(set(first), key=_by_key), notes


def _note(why: str, several: list[Supporting]) -> Reason:
    return Reason(
        text=why,
        records=tuple(dict.fromkeys(each.record for each in several)),
        citations=tuple(dict.fromkeys(each.citation for each in several)),
    )


def _by_key(supporting: Supporting) -> str:
    return repr((supporting.voice.source, supporting.record, supporting.citation))


def _cited(event: Record, figures: Iterable[Estimate]) -> Iterator[tuple[str, str | None, Citation]]:
    """Yield the citations of an event and of its figures, each with the actor whose words they are."""
    for citation in event.citations:
        yield event.id, None, citation
    for figure in figures:
        for citation in () if _is_zero(figure) else figure.citations:
            yield event.id, figure.by, citation


def _is_zero(estimate: Estimate) -> bool:
    """Whether a figure says that there is nothing: a denial in numbers."""
    return not any((estimate.low, estimate.best, estimate.high))


def _is_strong(citation: Citation, known: Known) -> bool:
    rating = admiralty(citation, known.sources)
    return rating is not None and rating[0] in {"A", "B", "C"} and rating[1] <= 3


def _facet(
    value: Support, text: str, deciding: list[Supporting], supporting: list[Supporting], notes: list[Reason]
) -> Facet[Support]:
    named = deciding or supporting
    reason = Reason(
        text=text,
        records=tuple(dict.fromkeys(each.record for each in named)),
        citations=tuple(dict.fromkeys(each.citation for each in named)),
    )
    return Facet(frozenset({value}), reasons=(reason, *notes))
