"""Weapons tests: what was tested, and what was measured by whom."""

from collections.abc import Iterator
from typing import Final, get_args

from geobrief.ballistics import flight
from geobrief.model.weapons_test import Outcome, Quantity, WeaponsTest
from geobrief.views.page.parts import Block, Fact, Facts, Figures, RecordEntry, Words, words
from geobrief.views.page.reader import Reader, between, day, few, headline
from geobrief.views.page.record_section import RecordSection
from geobrief.words import hyphenated, listed, worded

__all__ = ["WEAPONS_TESTS"]


def _entry(test: WeaponsTest, reader: Reader) -> RecordEntry:
    body: list[Block] = [headline(reader.names.record(test), test), _description(test)]
    if test.measurements:
        body += [words(), _measurements(test, reader), words()]
    body.append(Facts(tuple(_facts(test, reader))))
    return RecordEntry(words(day(test.on), tone="strong"), tuple(body), reader.notes(test.citations))


def _description(test: WeaponsTest) -> Words:
    weapon = test.weapon
    axes = [getattr(weapon, axis, None) for axis in ("range_class", "vehicle", "propulsion", "platform")]
    told = ", ".join(worded(axis) for axis in axes if axis is not None)
    flight = f"{worded(test.trajectory)} flight" if test.trajectory is not None else None
    alleged = words("alleged", tone="hedge") if test.alleged else None
    doubt = f"attribution {test.attribution}" if test.attribution not in {None, "confirmed"} else None
    purpose = listed(worded(each) for each in sorted(test.purposes - {"test", "combat_use"}))
    return between(worded(test.kind), told, purpose or None, flight, alleged, words(doubt, tone="hedge"))


def _measurements(test: WeaponsTest, reader: Reader) -> Figures:
    quantities: list[Quantity] = [each for each in get_args(Quantity) if test.measured(each)]
    voices: dict[str, dict[str, list[str]]] = {}
    for each in test.measurements:
        voice = voices.setdefault(reader.said_by(each.by, each.citations), {})
        voice.setdefault(each.quantity, []).append(str(each))
    rows = ((who, *(", ".join(said.get(each, ["–"])) for each in quantities)) for who, said in voices.items())
    told = tuple(tuple(words(cell) for cell in row) for row in rows)
    return Figures(("who measures", *map(worded, quantities)), told, wrapping="who measures")


def _facts(test: WeaponsTest, reader: Reader) -> Iterator[Fact]:
    if test.time is not None:
        yield "time", words(f"{test.time} ({'UTC' if test.time_basis == 'UTC' else f'UTC{test.time_basis}'})")
    if test.launch is not None:
        yield "launched", words(str(test.launch))
    if test.impact is not None:
        yield "came down", words(str(test.impact))
    for estimate in test.explosive_yield:
        yield "yield", words(f"{estimate}, says {reader.said_by(estimate.by, estimate.citations)}")
    for outcome in test.outcomes:
        yield "outcome", words(_outcome(outcome, reader))
    yield from _shown(test, reader)
    yield from few("in law", [str(each) for each in reader.brief.related(test.id).bearings])


def _shown(test: WeaponsTest, reader: Reader) -> Iterator[Fact]:
    """Say what the flight shows; where an apogee is given and it shows nothing, why not."""
    shown = flight(test, actors=reader.brief.actors)
    if shown.equivalent_range is None:
        if test.measured("apogee"):
            yield "shows", words(f"nothing: {shown.reasons[0].text}")
        return
    shape = hyphenated(str(shown.trajectory))
    yield "shows", words(f"{shape} flight; the missile could reach {shown.equivalent_range}")
    schemes: dict[str, list[str]] = {}
    for each in shown.classes.values():
        schemes.setdefault(each.term, []).append(each.scheme.title)
    if len(schemes) == 1:
        yield "a range of", words(f"{next(iter(schemes))}, under each scheme")
    else:
        told = (f"{term} ({', '.join(names)})" for term, names in schemes.items())
        yield from few("a range of", list(told))


def _outcome(outcome: Outcome, reader: Reader) -> str:
    phase = f" in the phase {outcome.phase}" if outcome.phase is not None else ""
    return f"{outcome.result}{phase}, says {reader.said_by(outcome.by, outcome.citations)}"


WEAPONS_TESTS: Final = RecordSection(
    kind=WeaponsTest, title="Weapons tests", entry=_entry, day=lambda test: test.on
)
"""Each test with its measurements, by day."""
