"""Treaties and their state: in force or not, since when, why, and what is missing."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from geobrief.answer import Answer, Members
from geobrief.brief.sentence import worded
from geobrief.cli.page.layout import DIM, STRONG, Entry, Fact, facts, heading, headline
from geobrief.cli.page.reader import Reader, day, few, order
from geobrief.cli.verdict import COLOURS, coloured
from geobrief.law import TreatyStatus
from geobrief.model.treaty import Provision, Treaty
from geobrief.truth import Truth

__all__ = ["treaties"]

_STATE: Final[dict[Truth, str]] = {Truth.YES: "IN FORCE", Truth.NO: "NOT IN FORCE", Truth.UNKNOWN: "UNKNOWN"}


def treaties(reader: Reader) -> Iterator[RenderableType]:
    """Yield each treaty with its state on the day, the newest first."""
    if not reader.brief.treaties:
        return
    yield heading("Treaties")
    for treaty in sorted(reader.brief.treaties, key=lambda each: order(each.adopted), reverse=True):
        yield _entry(treaty, reader)


def _entry(treaty: Treaty, reader: Reader) -> Entry:
    status = reader.brief.status(treaty.id)
    answer = status.in_force(reader.on)
    full = [Text(treaty.title, style=DIM)] if treaty.short_title is not None else []
    rows = [*_state(answer, reader), *_members(treaty, status, reader), *_terms(treaty, reader)]
    return Entry(
        Text(_STATE[answer.value], style=COLOURS[answer.value]),
        (headline(treaty.name, treaty), *full, facts(rows)),
        reader.notes(treaty.citations),
    )


def _state(answer: Answer, reader: Reader) -> Iterator[Fact]:
    until = f" (until {day(answer.until)})" if answer.until is not None else ""
    yield day(reader.on), coloured(f"{answer}{until}")
    yield from few("why", [reason.text for reason in answer.reasons[1:]])
    yield from few("missing", [str(each) for each in answer.missing])


def _members(treaty: Treaty, status: TreatyStatus, reader: Reader) -> Iterator[Fact]:
    if treaty.entry_into_force is not None:
        yield "clause", f"enters into force {treaty.entry_into_force}"
    if treaty.between:
        yield "between", reader.names.actors(treaty.between)
    else:
        yield "signed by", _count(status.signatories(reader.on))
        yield "consent of", _count(status.contracting_states(reader.on))
        yield "binds", _count(status.parties(reader.on))


def _count(members: Members) -> str:
    possible = f", possibly {len(members.possible)} more" if members.possible else ""
    return f"{len(members.certain)} {'state' if len(members.certain) == 1 else 'states'}{possible}"


def _terms(treaty: Treaty, reader: Reader) -> Iterator[Fact]:
    for provision in treaty.provisions:
        article = f"article {provision.article}" if provision.article is not None else "duty"
        kind = (worded(provision.kind), STRONG)
        yield article, Text.assemble(kind, f", owed by {_owing(provision, treaty, reader)}")
        if provision.trigger is not None:
            yield "", Text.assemble(("trigger: ", DIM), provision.trigger)
        if provision.text is not None:
            yield "", Text.assemble(("content: ", DIM), provision.text)


def _owing(provision: Provision, treaty: Treaty, reader: Reader) -> str:
    if not provision.duty_of:
        return "every party"
    if treaty.is_bilateral and set(provision.duty_of) == set(treaty.between):
        return "each to the other"
    return reader.names.actors(provision.duty_of)
