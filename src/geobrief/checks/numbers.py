"""Numbers agree: estimates with themselves, parts with their total."""

from collections.abc import Iterator
from typing import Any

import attrs

from geobrief.ballistics.flight import flight_problems
from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Constrained, Number, Problem, Steps
from geobrief.model.deployment import Component, Deployment
from geobrief.model.weapons_test import WeaponsTest
from geobrief.values.estimate import Estimate

__all__ = ["best_outside_its_range", "impossible_flights", "parts_above_the_total"]


@rule(
    "GB501",
    severity="warning",
    title="best estimate outside its own range",
    remedy="check low, best and high",
)
def best_outside_its_range(brief: Brief) -> Iterator[Problem]:
    """Find best figures that do not lie between the low and the high one.

    Why it is bad:
        The three are one judgement of one voice; a best guess outside its own range is none.

    Example:
        deployments:
          troops: {senders: [PRK], strength: [{low: 1000, best: 12000, high: 10000, unit: persons}]}

    Repair:
        deployments:
          troops: {senders: [PRK], strength: [{low: 1000, best: 1200, high: 10000, unit: persons}]}
    """
    for record in brief.records:
        for path, estimate in _estimates(record, ()):
            low, best, high = estimate.low, estimate.best, estimate.high
            if best is not None and ((low is not None and best < low) or (high is not None and best > high)):
                message = f"best {best} lies outside {_bound(low)} to {_bound(high)}"
                yield about(record, (*path, "best"), "GB501", message, best)


def _bound(value: Number | None) -> str:
    return "…" if value is None else str(value)


def _estimates(value: Constrained, path: Steps) -> Iterator[tuple[Steps, Estimate]]:
    if isinstance(value, Estimate):
        yield path, value
    for field in attrs.fields(value.__class__):
        held: Any = getattr(value, field.name)
        if isinstance(held, Constrained):
            yield from _estimates(held, (*path, field.name))
        elif isinstance(held, tuple):
            for index, each in enumerate(held):
                if isinstance(each, Constrained):
                    yield from _estimates(each, (*path, field.name, index))


@rule(
    "GB505",
    severity="warning",
    title="parts do not add up to the total",
    remedy="check the parts, or the total",
)
def parts_above_the_total(brief: Brief) -> Iterator[Problem]:
    """Find deployments whose components are certainly more than the whole, unit by unit.

    Why it is bad:
        A part was counted twice, or the total is of another day or by another voice.

    Example:
        deployments:
          troops:
            senders: [PRK]
            strength: [{best: 10000, bound: at_most, unit: persons}]
            components:
              - {branch: army, strength: [{best: 9000, bound: exact, unit: persons}]}
              - {branch: engineers, strength: [{best: 3000, bound: exact, unit: persons}]}

    Repair:
        deployments:
          troops:
            senders: [PRK]
            strength: [{best: 12000, bound: at_most, unit: persons}]
            components:
              - {branch: army, strength: [{best: 9000, bound: exact, unit: persons}]}
              - {branch: engineers, strength: [{best: 3000, bound: exact, unit: persons}]}
    """
    for record in brief.of_kind(Deployment):
        for unit in dict.fromkeys(estimate.unit for estimate in record.strength):
            tops = [estimate.most for estimate in record.strength if estimate.unit == unit]
            top = max((each for each in tops if each is not None), default=None)
            least = sum(_least(part, unit) for part in record.components)
            if top is not None and None not in tops and least > top:
                message = f"the components add up to at least {least:,} {unit}, the total to at most {top:,}"
                yield about(record, ("components",), "GB505", message, least)


def _least(part: Component, unit: str) -> Number:
    """Give the least that a component has of a unit; none where no estimate bounds it from below."""
    leasts = [estimate.least for estimate in part.strength if estimate.unit == unit]
    return min((each for each in leasts if each is not None), default=0)


@rule(
    "GB506",
    title="flight that no trajectory has",
    remedy="check apogee and range",
)
def impossible_flights(brief: Brief) -> Iterator[Problem]:
    """Find measurements that no flight can have.

    Why it is bad:
        What they say about the missile is nothing: a unit was mistaken, or a digit was added.

    Example:
        weapons_tests:
          launch:
            tester: PRK
            kind: missile
            measurements: [{quantity: range, best: 25000, unit: km}]

    Repair:
        weapons_tests:
          launch:
            tester: PRK
            kind: missile
            measurements: [{quantity: range, best: 2500, unit: km}]
    """
    for test in brief.of_kind(WeaponsTest):
        for problem in flight_problems(test):
            yield problem.under(test.section, test.id)
