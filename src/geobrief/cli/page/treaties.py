"""Treaties and their state: in force or not, since when, why, and what is missing."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from geobrief.answer import Answer, Members
from geobrief.cli.names import listed, worded
from geobrief.cli.page.layout import DIM, Entry, facts, heading
from geobrief.cli.page.reader import Reader, between, day
from geobrief.cli.verdict import COLOURS
from geobrief.law import TreatyStatus
from geobrief.model.treaty import Provision, Treaty
from geobrief.truth import Truth

__all__ = ["treaties"]

_STATE: Final[dict[Truth, str]] = {Truth.YES: "IN FORCE", Truth.NO: "NOT IN FORCE", Truth.UNKNOWN: "UNKNOWN"}
_FEW = 6  # states that are told one by one

Fact = tuple[str, str | Text]


def treaties(reader: Reader) -> Iterator[RenderableType]:
    """Yield each treaty with its state on the day."""
    if not reader.brief.treaties:
        return
    yield heading("Treaties")
    for treaty in reader.brief.treaties:
        yield _entry(treaty, reader)


def _entry(treaty: Treaty, reader: Reader) -> Entry:
    status = reader.brief.status(treaty.id)
    answer = status.in_force(reader.on)
    title = Text(treaty.name, style="bold")
    full = [Text(treaty.title, style=DIM)] if treaty.short_title is not None else []
    rows = [*_state(answer, reader), *_course(treaty, status, reader), *_terms(treaty, reader)]
    return Entry(
        Text(_STATE[answer.value], style=COLOURS[answer.value]),
        (title, *full, facts(rows)),
        reader.notes(treaty.citations),
    )


def _state(answer: Answer, reader: Reader) -> Iterator[Fact]:
    yield f"{reader.on}", _sentence(answer)
    if answer.missing:
        yield "missing", "\n".join(str(each) for each in answer.missing)


def _sentence(answer: Answer) -> Text:
    sentence = Text(str(answer))
    sentence.highlight_regex(rf"^{answer.value}\b", COLOURS[answer.value])
    if answer.since is not None:
        sentence.append(f" (since {day(answer.since)})")
    if answer.until is not None:
        sentence.append(f" (until {day(answer.until)})")
    return sentence


def _course(treaty: Treaty, status: TreatyStatus, reader: Reader) -> Iterator[Fact]:
    if treaty.entry_into_force is not None:
        yield "enters", f"{treaty.entry_into_force}"
    states = treaty.between or tuple(sorted(status.signatories(reader.on)))
    if 0 < len(states) <= _FEW:
        for state in states:
            yield reader.names.actor(state), worded(status.stage(state, reader.on))
    else:
        yield from _counts(status, reader)


def _counts(status: TreatyStatus, reader: Reader) -> Iterator[Fact]:
    yield "signed", _count(status.signatories(reader.on))
    yield "consented", _count(status.contracting_states(reader.on))
    yield "bound", _count(status.parties(reader.on))


def _count(members: Members) -> str:
    possible = f", and possibly {len(members.possible)} more" if members.possible else ""
    return f"{len(members.certain)} states{possible}"


def _terms(treaty: Treaty, reader: Reader) -> Iterator[Fact]:
    for provision in treaty.provisions:
        label = f"article {provision.article}" if provision.article is not None else "duty"
        yield label, _duty(provision, reader)


def _duty(provision: Provision, reader: Reader) -> Text:
    who = listed(reader.names.actor(code) for code in provision.duty_of) if provision.duty_of else "each party"
    trigger = f"when {provision.trigger}" if provision.trigger is not None else None
    return between(Text(worded(provision.kind), style="bold"), f"owed by {who}", trigger, provision.text)
