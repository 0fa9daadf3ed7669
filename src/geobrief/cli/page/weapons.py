"""Weapons tests: what was tested, and what was measured by whom."""

from collections.abc import Iterator
from typing import get_args

from rich.console import RenderableType
from rich.text import Text

from geobrief.cli.names import worded
from geobrief.cli.page.layout import Entry, facts, figures, heading
from geobrief.cli.page.reader import Reader, between, day
from geobrief.model.weapons_test import Outcome, Quantity, WeaponsTest

__all__ = ["weapons_tests"]

Fact = tuple[str, str | Text]


def weapons_tests(reader: Reader) -> Iterator[RenderableType]:
    """Yield each test with its measurements."""
    if not reader.brief.weapons_tests:
        return
    yield heading("Weapons tests")
    for test in sorted(reader.brief.weapons_tests, key=lambda each: each.on.sort_key if each.on else (0, 0, "")):
        yield _entry(test, reader)


def _entry(test: WeaponsTest, reader: Reader) -> Entry:
    body: list[RenderableType] = [Text(_headline(test, reader), style="bold"), _description(test)]
    if test.measurements:
        body += [Text(), _measurements(test, reader), Text()]
    body.append(facts(_facts(test, reader)))
    return Entry(Text(day(test.on), style="bold"), tuple(body), reader.notes(test.citations))


def _headline(test: WeaponsTest, reader: Reader) -> str:
    weapon = test.weapon
    what = (weapon.name or weapon.range_class) if weapon is not None else None
    return f"{reader.names.actor(test.tester)}: {what or f'{worded(test.kind)} test'}"


def _description(test: WeaponsTest) -> Text:
    weapon = test.weapon
    axes = (weapon.range_class, weapon.vehicle, weapon.propulsion, weapon.platform) if weapon is not None else ()
    words = [worded(axis) for axis in axes if axis is not None]
    flight = f"{worded(test.trajectory)} flight" if test.trajectory is not None else None
    sure = f"attribution {test.attribution}" if test.attribution not in {None, "confirmed"} else None
    return between(", ".join([f"{worded(test.kind)} test", *words]), flight, sure, "alleged" if test.alleged else None)


def _measurements(test: WeaponsTest, reader: Reader) -> RenderableType:
    quantities: list[Quantity] = [each for each in get_args(Quantity) if test.measured(each)]
    voices: dict[str, dict[str, list[str]]] = {}
    for each in test.measurements:
        voice = voices.setdefault(reader.said_by(each.by, each.citations), {})
        voice.setdefault(each.quantity, []).append(str(each))
    rows = ([who, *(", ".join(said.get(each, ["–"])) for each in quantities)] for who, said in voices.items())
    return figures(["who says so", *map(worded, quantities)], rows)


def _facts(test: WeaponsTest, reader: Reader) -> Iterator[Fact]:
    if test.time is not None:
        yield "time", f"{test.time} ({'UTC' if test.time_basis == 'UTC' else f'UTC{test.time_basis}'})"
    if test.launch is not None:
        yield "launched", str(test.launch)
    if test.impact is not None:
        yield "came down", str(test.impact)
    for estimate in test.explosive_yield:
        yield "yield", f"{estimate} ({reader.said_by(estimate.by, estimate.citations)})"
    for outcome in test.outcomes:
        yield "outcome", _outcome(outcome, reader)


def _outcome(outcome: Outcome, reader: Reader) -> str:
    phase = f" in the phase {outcome.phase}" if outcome.phase is not None else ""
    return f"{outcome.result}{phase}, says {reader.said_by(outcome.by, outcome.citations)}"
