"""Accusations: who says that whom did what, how it is answered, and what has been found."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from geobrief.claims import Standing
from geobrief.cli.names import listed, worded
from geobrief.cli.page.layout import QUOTE, Entry, facts, heading
from geobrief.cli.page.reader import Reader, between, day
from geobrief.model.accusation import Accusation
from geobrief.model.response import Response

__all__ = ["accusations"]

_COLOUR: Final = {
    "open": "bold yellow",
    "acknowledged": "bold green",
    "confirmed": "bold green",
    "disputed": "bold yellow",
    "refuted": "bold red",
}

Fact = tuple[str, str | Text]


def accusations(reader: Reader) -> Iterator[RenderableType]:
    """Yield each accusation with where it stands on the day."""
    if not reader.brief.accusations:
        return
    yield heading("Accusations")
    for accusation in reader.brief.accusations:
        yield _entry(accusation, reader)


def _entry(accusation: Accusation, reader: Reader) -> Entry:
    standing = reader.brief.standing(accusation.id, on=reader.on)
    finding = str(standing.finding)
    body = (
        Text(_headline(accusation, reader), style="bold"),
        Text(f"that {accusation.alleges}" if accusation.alleges else _subjects(accusation), style=QUOTE),
        facts([*_made(accusation), *_standing(standing, accusation, reader)]),
    )
    return Entry(
        Text(finding.upper(), style=_COLOUR.get(finding, "bold yellow")), body, reader.notes(accusation.citations)
    )


def _headline(accusation: Accusation, reader: Reader) -> str:
    verb = {"disapprove": "disapprove of", "allege": "accuse", "investigate": "investigate"}[accusation.mode]
    accusers, accused = reader.actors(accusation.accusers), reader.actors(accusation.accused)
    if len(accusation.accusers) == 1 and accusation.accusers[0] not in reader.brief.actors:
        verb = verb.replace("prove", "proves").replace("accuse", "accuses").replace("gate", "gates")
    return f"{accusers} {verb} {accused or 'somebody who is not named'}"


def _subjects(accusation: Accusation) -> str:
    return listed(worded(each) for each in sorted(accusation.subjects))


def _made(accusation: Accusation) -> Iterator[Fact]:
    basis = f"on the basis of {listed(worded(each) for each in sorted(accusation.basis))}" if accusation.basis else None
    act = f"about an act of {day(accusation.act_on)}" if accusation.act_on is not None else None
    form = f"as {worded(accusation.form)}" if accusation.form is not None else None
    yield "made", between(day(accusation.made_on), form, basis, act, joint=", ")


def _standing(standing: Standing, accusation: Accusation, reader: Reader) -> Iterator[Fact]:
    for code, facet in standing.response.items():
        yield "answer", between(Text(standing.names.get(code, code), style="bold"), _words(str(facet)), joint=": ")
        for response in _responses(accusation, code, reader):
            yield "", _response(response, reader)
    yield "support", _words(str(standing.support))
    since = f" since {day(standing.finding.since)}" if standing.finding.since is not None else ""
    yield "finding", f"{_words(str(standing.finding))}{since}"


def _responses(accusation: Accusation, by: str, reader: Reader) -> list[Response]:
    found = [each for each in reader.brief.responses if each.to == accusation.id and each.by == by]
    made = [each for each in found if each.on is None or not each.on.after(reader.on).is_yes]
    return sorted(made, key=lambda each: each.on.sort_key if each.on else (0, 0, ""))


def _response(response: Response, reader: Reader) -> Text:
    speaker = reader.names.actor(response.speaker) if response.speaker is not None else None
    quote = Text(f"“{response.quote}”", style=QUOTE) if response.quote is not None else None
    return between(day(response.on), speaker, response.venue, quote, joint=", ")


def _words(term: str) -> str:
    return worded(term).replace("none recorded", "no answer recorded")
