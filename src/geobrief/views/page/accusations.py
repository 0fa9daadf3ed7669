"""Accusations: who says that whom did what, how it is answered, and what has been found."""

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from geobrief.claims import Conclusion, Standing
from geobrief.closed import for_every
from geobrief.model.accusation import Accusation, AccusationMode
from geobrief.result import PlainDict
from geobrief.views.page.parts import Fact, Facts, RecordEntry, Tone, words
from geobrief.views.page.reader import Reader, between, day, few, headline
from geobrief.views.page.record_section import RecordSection
from geobrief.words import listed, worded

__all__ = ["ACCUSATIONS"]

_TONES: Final[Mapping[Conclusion, Tone]] = for_every(
    get_args(Conclusion),
    "the tones of findings",
    {"acknowledged": "good", "confirmed": "good", "refuted": "bad", "disputed": "open", "open": "open"},
)
_VERBS: Final = for_every(
    get_args(AccusationMode),
    "the verbs of accusations",
    {
        "disapprove": ("disapproves of", "disapprove of"),
        "allege": ("accuses", "accuse"),
        "investigate": ("investigates", "investigate"),
    },
)


def _entry(accusation: Accusation, reader: Reader) -> RecordEntry:
    standing = reader.brief.standing(accusation.id, on=reader.on)
    finding = standing.finding
    body = (
        headline(_told(accusation, reader), accusation),
        words(_alleged(accusation), tone="quote"),
        Facts((*_made(accusation), *_standing(standing))),
    )
    gutter = words(str(finding).upper(), tone=_TONES[finding.value] if finding.is_certain else "open")
    return RecordEntry(gutter, body, reader.notes(accusation.citations))


def _told(accusation: Accusation, reader: Reader) -> str:
    one, many = _VERBS[accusation.mode]
    names = reader.names
    declared = reader.brief.actors.get(accusation.accusers[0])
    single = len(accusation.accusers) == 1 and (declared is None or declared.kind != "coalition")
    accused = names.actors(accusation.accused) if accusation.accused else "somebody who is not named"
    return f"{names.actors(accusation.accusers)} {one if single else many} {accused}"


def _alleged(accusation: Accusation) -> str:
    if accusation.alleges is not None:
        return f"that {accusation.alleges}"
    return f"of {listed(map(worded, sorted(accusation.subjects))) or 'something that is not recorded'}"


def _made(accusation: Accusation) -> Iterator[Fact]:
    form = worded(accusation.form) if accusation.form is not None else None
    act = f"about an act of {day(accusation.act_on)}" if accusation.act_on is not None else None
    yield "made", between(day(accusation.made_on), form, act, joint=", ")
    if accusation.basis:
        yield "on basis of", words(listed(worded(each) for each in sorted(accusation.basis)))
    if accusation.quote is not None:
        yield "in words", words(f"“{accusation.quote}”", tone="quote")


def _standing(standing: Standing) -> Iterator[Fact]:
    answers = (reason.text for facet in standing.response.values() for reason in facet.reasons)
    yield from few("answer", list(answers))
    yield from few("support", [f"{worded(str(standing.support))}: {standing.support.reasons[0]}"])
    since = f" since {day(standing.finding.since)}" if standing.finding.since is not None else ""
    found = f"{standing.finding}{since}"
    if len(reasons := [reason.text for reason in standing.finding.reasons]) == 1:
        yield "finding", words(f"{found}: {reasons[0]}")
    else:
        yield "finding", words(found)
        yield from few("", reasons)


def _answer(accusation: Accusation, reader: Reader) -> PlainDict:
    return reader.brief.standing(accusation.id, on=reader.on).to_dict()


ACCUSATIONS: Final = RecordSection(
    kind=Accusation,
    title="Accusations",
    entry=_entry,
    day=lambda accusation: accusation.made_on,
    order="id",
    answer=_answer,
)
"""Each accusation with where it stands on the day."""
