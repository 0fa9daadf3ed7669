"""How each accused answers an accusation: the latest response by a day, all of them listed."""

from collections.abc import Iterable
from typing import Literal

from geobrief.answer import Reason
from geobrief.claims.dated import Dated, latest_words, made_by
from geobrief.claims.facet import Facet
from geobrief.claims.known import Known
from geobrief.claims.speaker import named, principal
from geobrief.model.response import Response
from geobrief.values.mapping import FrozenMapping
from geobrief.words import hyphenated

__all__ = ["ResponseFacet", "ResponseWord", "admissions", "responses_of"]

ResponseWord = Literal["none_recorded", "silence", "evaded", "denied", "counter_accused", "admitted"]
"""How an accused answers; none_recorded says nothing about whether it did."""

ResponseFacet = Facet[frozenset[str]]
"""The words of the latest response of one accused."""


def responses_of(
    accused: Iterable[str], involved: Iterable[str], responses: Iterable[Response], known: Known
) -> FrozenMapping[ResponseFacet]:
    """Tell how each accused answers, and each other one involved that has answered.

    A president, an agency or a former state answers for the state.  ``silence`` is a
    response that somebody recorded; ``none_recorded`` is the lack of a record.
    """
    counted, unclear = made_by(responses, known)
    answered = [each for each in involved if _by(each, counted, known)]
    facets: dict[str, ResponseFacet] = {}
    for code in dict.fromkeys((*accused, *answered)):
        own = _by(code, counted, known)
        skipped = [act for act in unclear if principal(act.by, known.actors) == principal(code, known.actors)]
        facets[code] = _facet(code, own, skipped, known)
    return FrozenMapping(facets)


def admissions(doers: Iterable[str], responses: Iterable[Response], known: Known) -> list[Dated[Response]]:
    """Give the responses in which one of those who did it admits, earliest first."""
    counted, _ = made_by(responses, known)
    return [
        each for code in sorted(doers) for each in _by(code, counted, known) if "admitted" in each.act.kinds
    ]


def _by(code: str, counted: list[Dated[Response]], known: Known) -> list[Dated[Response]]:
    speaker = principal(code, known.actors)
    return [each for each in counted if principal(each.act.by, known.actors) == speaker]


def _facet(code: str, own: list[Dated[Response]], skipped: list[Response], known: Known) -> ResponseFacet:
    options = frozenset(words or frozenset({"none_recorded"}) for words in latest_words(own))
    reasons = [_said(each.act, known) for each in reversed(own)]
    if not own:
        reasons.append(Reason(text=f"no response of {named(code, known.actors)} is recorded"))
    reasons += [_unclear(act, known) for act in skipped]
    since = own[-1].act.on if own and len(options) == 1 else None
    return Facet(options, reasons=tuple(reasons), since=since)


def _said(act: Response, known: Known) -> Reason:
    words = " and ".join(map(hyphenated, sorted(act.kinds)))
    day = f" ({act.on})" if act.on is not None else ""
    quote = f": “{act.quote}”" if act.quote else ""
    text = f"{named(act.by, known.actors)}: {words}{day}{quote}"
    return Reason(text=text, records=(act.id,), citations=act.citations)


def _unclear(act: Response, known: Known) -> Reason:
    text = f"left out: a response of {named(act.by, known.actors)} may have become known after {known.day}"
    return Reason(text=text, records=(act.id,), citations=act.citations)
