"""Weapons tests: what was tested, and what was measured by whom."""

from collections.abc import Iterator
from typing import Final, get_args

from rich.console import RenderableType
from rich.text import Text

from geobrief.ballistics import flight
from geobrief.brief.sentence import worded
from geobrief.cli.page.layout import HEDGE, STRONG, Entry, Fact, facts, figures, heading, headline
from geobrief.cli.page.reader import Reader, between, day, few, order
from geobrief.model.weapons_test import Outcome, Quantity, WeaponsTest

__all__ = ["weapons_tests"]

_DOUBTS: Final = {each: f"attribution {each}" for each in ("unconfirmed", "putative", "disputed")}


def weapons_tests(reader: Reader) -> Iterator[RenderableType]:
    """Yield each test with its measurements, by day."""
    if not reader.brief.weapons_tests:
        return
    yield heading("Weapons tests")
    for test in sorted(reader.brief.weapons_tests, key=lambda each: order(each.on)):
        yield _entry(test, reader)


def _entry(test: WeaponsTest, reader: Reader) -> Entry:
    body: list[RenderableType] = [headline(reader.names.record(test), test), _description(test)]
    if test.measurements:
        body += [Text(), _measurements(test, reader), Text()]
    body.append(facts(_facts(test, reader)))
    return Entry(Text(day(test.on), style=STRONG), tuple(body), reader.notes(test.citations))


def _description(test: WeaponsTest) -> Text:
    weapon = test.weapon
    axes = [getattr(weapon, axis, None) for axis in ("range_class", "vehicle", "propulsion", "platform")]
    words = ", ".join(worded(axis) for axis in axes if axis is not None)
    flight = f"{worded(test.trajectory)} flight" if test.trajectory is not None else None
    alleged = Text("alleged", style=HEDGE) if test.alleged else None
    doubt = Text(_DOUBTS.get(test.attribution or "", ""), style=HEDGE)
    return between(worded(test.kind), words, flight, alleged, doubt)


def _measurements(test: WeaponsTest, reader: Reader) -> RenderableType:
    quantities: list[Quantity] = [each for each in get_args(Quantity) if test.measured(each)]
    voices: dict[str, dict[str, list[str]]] = {}
    for each in test.measurements:
        voice = voices.setdefault(reader.said_by(each.by, each.citations), {})
        voice.setdefault(each.quantity, []).append(str(each))
    rows = ([who, *(", ".join(said.get(each, ["–"])) for each in quantities)] for who, said in voices.items())
    return figures(["who measures", *map(worded, quantities)], rows, wrapping="who measures")


def _facts(test: WeaponsTest, reader: Reader) -> Iterator[Fact]:
    if test.time is not None:
        yield "time", f"{test.time} ({'UTC' if test.time_basis == 'UTC' else f'UTC{test.time_basis}'})"
    if test.launch is not None:
        yield "launched", str(test.launch)
    if test.impact is not None:
        yield "came down", str(test.impact)
    for estimate in test.explosive_yield:
        yield "yield", f"{estimate}, says {reader.said_by(estimate.by, estimate.citations)}"
    for outcome in test.outcomes:
        yield "outcome", _outcome(outcome, reader)
    yield from _shown(test, reader)
    yield from few("in law", [str(each) for each in reader.brief.related(test.id).bearings])


def _shown(test: WeaponsTest, reader: Reader) -> Iterator[Fact]:
    """Say what the flight shows; where an apogee is given and it shows nothing, why not."""
    shown = flight(test, actors=reader.brief.actors)
    if shown.equivalent_range is None:
        if test.measured("apogee"):
            yield "shows", f"nothing: {shown.reasons[0].text}"
        return
    shape = worded(str(shown.trajectory)).replace("minimum energy", "minimum-energy")
    yield "shows", f"{shape} flight; the missile could reach {shown.equivalent_range}"
    schemes: dict[str, list[str]] = {}
    for each in shown.classes.values():
        term, _, scheme = str(each).partition(" (")
        schemes.setdefault(term, []).append(scheme.removesuffix(")"))
    if len(schemes) == 1:
        yield "a range of", f"{next(iter(schemes))}, under each scheme"
    else:
        told = (f"{term} ({', '.join(names)})" for term, names in schemes.items())
        yield from few("a range of", list(told))


def _outcome(outcome: Outcome, reader: Reader) -> str:
    phase = f" in the phase {outcome.phase}" if outcome.phase is not None else ""
    return f"{outcome.result}{phase}, says {reader.said_by(outcome.by, outcome.citations)}"
