"""Treaties and their state: in force or not, since when, why, and what is missing."""

from collections.abc import Iterator, Mapping
from typing import Final

from geobrief.answer import Answer, Members
from geobrief.closed import for_every
from geobrief.law import TreatyStatus
from geobrief.model.treaty import Provision, Treaty
from geobrief.result import PlainDict
from geobrief.truth import Truth
from geobrief.views.page.parts import Fact, Facts, RecordEntry, words
from geobrief.views.page.reader import Reader, day, few, headline
from geobrief.views.page.record_section import RecordSection
from geobrief.views.page.terms import term_in_words, withdrawal_in_words
from geobrief.views.page.verdict import VERDICTS, verdict
from geobrief.words import worded

__all__ = ["TREATIES"]

_STATE: Final[Mapping[Truth, str]] = for_every(
    Truth,
    "the states of a treaty",
    {Truth.YES: "IN FORCE", Truth.NO: "NOT IN FORCE", Truth.UNKNOWN: "UNKNOWN"},
)


def _entry(treaty: Treaty, reader: Reader) -> RecordEntry:
    status = reader.brief.status(treaty.id)
    answer = status.in_force(reader.on)
    full = [words(treaty.title, tone="dim")] if treaty.short_title is not None else []
    rows = [*_state(answer, reader), *_members(treaty, status, reader), *_terms(treaty, reader)]
    is_text_only = treaty.binding is False
    gutter = words("NOT BINDING" if is_text_only else _STATE[answer.value], tone=VERDICTS[answer.value])
    return RecordEntry(
        gutter,
        (headline(treaty.name, treaty), *full, Facts(tuple(rows))),
        reader.notes(treaty.citations),
    )


def _state(answer: Answer, reader: Reader) -> Iterator[Fact]:
    until = f" (until {day(answer.until)})" if answer.until is not None else ""
    yield day(reader.on), verdict(answer, until)
    yield from few("why", [reason.text for reason in answer.reasons[1:]])
    yield from few("missing", [str(each) for each in answer.missing])


def _members(treaty: Treaty, status: TreatyStatus, reader: Reader) -> Iterator[Fact]:
    if treaty.entry_into_force is not None:
        yield "clause", words(f"enters into force {treaty.entry_into_force}")
    if treaty.between:
        yield "between", words(reader.names.actors(treaty.between))
    else:
        yield "signed by", words(_count(status.signatories(reader.on)))
        yield "consent of", words(_count(status.contracting_states(reader.on)))
        yield "binds", words(_count(status.parties(reader.on)))


def _count(members: Members) -> str:
    possible = f", possibly {len(members.possible)} more" if members.possible else ""
    return f"{len(members.certain)} {'state' if len(members.certain) == 1 else 'states'}{possible}"


def _terms(treaty: Treaty, reader: Reader) -> Iterator[Fact]:
    if treaty.duration is not None:
        yield "term", words(term_in_words(treaty.duration))
    if treaty.withdrawal is not None:
        yield "leaving", words(withdrawal_in_words(treaty.withdrawal))
    for provision in treaty.provisions:
        article = f"article {provision.article}" if provision.article is not None else "duty"
        yield (
            article,
            words((worded(provision.kind), "strong"), f", owed by {_owing(provision, treaty, reader)}"),
        )
        if provision.trigger is not None:
            yield "", words(("trigger: ", "dim"), provision.trigger)
        if provision.text is not None:
            yield "", words(("content: ", "dim"), provision.text)


def _owing(provision: Provision, treaty: Treaty, reader: Reader) -> str:
    if not provision.duty_of:
        return "every party"
    if treaty.is_bilateral and set(provision.duty_of) == set(treaty.between):
        return "each to the other"
    return reader.names.actors(provision.duty_of)


def _answer(treaty: Treaty, reader: Reader) -> PlainDict:
    return reader.brief.in_force(treaty.id, on=reader.on).to_dict()


TREATIES: Final = RecordSection(
    kind=Treaty,
    title="Treaties",
    entry=_entry,
    day=lambda treaty: treaty.adopted,
    order="newest",
    answer=_answer,
)
"""Each treaty with its state on the day, the newest first."""
