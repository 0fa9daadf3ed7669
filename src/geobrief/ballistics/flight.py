"""What one flight says about a missile, from the measurements of everybody who made some."""

import math
from collections.abc import Iterator
from typing import ClassVar, Final

import attrs

from geobrief.answer import Reason
from geobrief.ballistics.bounds import KILOGRAMS, KILOMETRES, Bounds, kilometres
from geobrief.ballistics.equivalent_range import EquivalentRange, equivalent_of, impossible
from geobrief.ballistics.mtcr import MtcrCategory, mtcr_category
from geobrief.ballistics.range_class import SCHEMES, Classified, SchemeName, classify
from geobrief.ballistics.trajectory import trajectory_of
from geobrief.constraint import Problem, path_text
from geobrief.issue import Issue
from geobrief.model.declared_actor import Actors, introduced
from geobrief.model.weapons_test import Quantity, Trajectory, WeaponsTest
from geobrief.result import Form, Result
from geobrief.values.estimate import Estimate
from geobrief.values.mapping import FrozenMapping
from geobrief.values.possible import Possible
from geobrief.words import hyphenated

__all__ = ["Flight", "flight", "flight_issues", "flight_problems"]

FLIES_FREELY: Final = frozenset({None, "ballistic", "marv", "sounding_rocket"})
"""The vehicles for which the formulas hold: those that fall freely for most of their way."""


@attrs.frozen(kw_only=True)
class Flight(Result):
    """What a flight shows: how far the missile could reach at least, and how it was flown.

    Everything that needs both apogee and ground range is None where one was not measured,
    where no trajectory has both, or where the vehicle does not fall freely.

    Attributes:
        test: the id of the test.
        apogee: the apogee in km that the measurements leave possible.
        ground_range: the ground range in km that they leave possible.
        equivalent_range: how far the missile could have flown at least.
        trajectory: the shape of the flight.
        classes: the class of the range shown, by name of scheme; the missile is of this class at least.
        mtcr: the MTCR category, from the capability given for the weapon.
        alleged: whether the test, or a measurement of it, is only alleged.
        reasons: who measured what, and what follows.
    """

    form: ClassVar[Form] = Form(
        "test sentence apogee ground_range equivalent_range trajectory classes mtcr alleged reasons",
        version=1,
        without=(None, False),
        classes=lambda flown: {name: each.to_dict()["classes"] for name, each in flown.classes.items()},
    )

    test: str
    apogee: Bounds | None = None
    ground_range: Bounds | None = None
    equivalent_range: EquivalentRange | None = None
    trajectory: Possible[Trajectory] | None = None
    classes: FrozenMapping[Classified] = attrs.field(factory=FrozenMapping[Classified])
    mtcr: Possible[MtcrCategory] | None = None
    alleged: bool = False
    reasons: tuple[Reason, ...] = ()

    def range_class(self, scheme: SchemeName) -> Classified | None:
        """Give the class of the range shown under a named scheme; None where no range is shown."""
        return self.classes.get(scheme)

    def __str__(self) -> str:
        if self.equivalent_range is None or self.trajectory is None:
            return (
                f"{self.test}: {self.reasons[0].text}" if self.reasons else f"{self.test}: nothing measured"
            )
        shape = hyphenated(str(self.trajectory))
        hedge = ", allegedly" if self.alleged else ""
        return f"{self.test}: {shape}; could reach {self.equivalent_range}{hedge}"


def flight(test: WeaponsTest, *, actors: Actors | None = None) -> Flight:
    """Summarise what the measurements of a test say about the missile.

    The measurements of all voices are spanned, and the result holds for the least
    favourable of them.  The formulas hold for vehicles that fall freely: not for cruise
    missiles, gliders, or missiles that stay in the air.  A figure in a unit that is not known
    is left out, which the reasons say.  ``actors`` are those that a brief declares, for their
    names.

    >>> from geobrief.model.weapons_test import Measurement
    >>> test = WeaponsTest(id="hwasong-19", tester="PRK", kind="missile", measurements=[
    ...     Measurement(quantity="apogee", best=7687.5, unit="km", by="PRK"),
    ...     Measurement(quantity="range", best=1001.2, unit="km", by="PRK")])
    >>> print(flight(test))
    hwasong-19: lofted; could reach any point on Earth (apogee 7,688 km, ground range 1,001 km)
    >>> print(flight(test).range_class("inf"))
    ICBM (INF Treaty)
    """
    apogee, ground_range = _measured(test, "apogee"), _measured(test, "range")
    known = Flight(
        test=test.id,
        apogee=apogee,
        ground_range=ground_range,
        mtcr=_mtcr(test),
        alleged=test.alleged or any(each.alleged for each in test.measurements),
        reasons=(*_measurements(test, actors or {}), *_stated(test)),
    )
    if (obstacle := _obstacle(test, apogee, ground_range)) or apogee is None or ground_range is None:
        return attrs.evolve(known, reasons=(Reason(text=obstacle, records=(test.id,)), *known.reasons))
    shown = equivalent_of(apogee, ground_range)
    classes = FrozenMapping[Classified]((name, classify(shown.bounds, name)) for name in SCHEMES)
    shape = trajectory_of(apogee, ground_range)
    concluded = _conclusions(shown, shape, classes)
    return attrs.evolve(
        known,
        equivalent_range=shown,
        trajectory=shape,
        classes=classes,
        reasons=(*concluded, *known.reasons),
    )


def flight_issues(test: WeaponsTest) -> tuple[Issue, ...]:
    """Find measurements that no flight has: each as an Issue with the code GB506.

    A height or range below zero, a range beyond the far side of the Earth, or either in a unit
    that is no length is reported for the measurement; a range without any height for the flight.

    >>> from geobrief.model.weapons_test import Measurement
    >>> far = Measurement(quantity="range", best=25_000, unit="km")
    >>> test = WeaponsTest(id="t", tester="PRK", kind="missile", measurements=[far])
    >>> [str(each) for each in flight_issues(test)]
    ['GB506 error: expected a ground range up to 20,015 km, got 25,000 km (measurements[0])']
    """
    return tuple(
        Issue(code=each.code, message=each.message, path=path_text(each.path), value=str(each.value))
        for each in flight_problems(test)
    )


def flight_problems(test: WeaponsTest) -> Iterator[Problem]:
    """Yield the same as problems, whose paths lead into the record."""
    anything = Bounds(0, math.inf)
    fine = True
    for index, each in enumerate(test.measurements):
        if each.quantity not in {"apogee", "range"}:
            continue
        if not _is_length(each):
            problem = f"expected one of {', '.join(KILOMETRES)} as unit, got {each.unit!r}"
        elif each.quantity == "apogee":
            problem = impossible(kilometres(each), Bounds(0, 0))
        else:
            bounds = kilometres(each)
            problem = impossible(anything, bounds) if _falls(test) or bounds.high < 0 else ""
        if problem:
            fine = False
            yield Problem(("measurements", index), "GB506", problem, str(each))
    apogee, ground_range = _measured(test, "apogee"), _measured(test, "range")
    if fine and _falls(test) and apogee and ground_range and (problem := impossible(apogee, ground_range)):
        yield Problem(("measurements",), "GB506", problem, "")


def _falls(test: WeaponsTest) -> bool:
    vehicle = test.weapon.vehicle if test.weapon else None
    return vehicle in FLIES_FREELY and test.kind == "missile"


def _obstacle(test: WeaponsTest, apogee: Bounds | None, ground_range: Bounds | None) -> str:
    """Say why the formulas cannot be applied; empty where they can."""
    if not _falls(test):
        vehicle = test.weapon.vehicle if test.weapon else None
        what = (
            f"a vehicle of the kind {vehicle}"
            if vehicle not in FLIES_FREELY
            else f"a test of the kind {test.kind}"
        )
        return f"the formulas of free flight do not hold for {what}"
    if apogee is None or ground_range is None:
        absent = [name for name, each in (("apogee", apogee), ("ground range", ground_range)) if each is None]
        return f"no {' and no '.join(absent)} is recorded"
    if apogee.high <= 0 and ground_range.high <= 0:
        return impossible(apogee, ground_range) or "it did not leave the ground"
    return impossible(apogee, ground_range)


def _measured(test: WeaponsTest, quantity: Quantity) -> Bounds | None:
    several = [kilometres(each) for each in test.measured(quantity) if _is_length(each)]
    return Bounds.around(several) if several else None


def _is_length(estimate: Estimate) -> bool:
    return estimate.unit in KILOMETRES


def _mtcr(test: WeaponsTest) -> Possible[MtcrCategory] | None:
    if test.weapon is None or test.weapon.max_range is None or not _is_length(test.weapon.max_range):
        return None
    payload = test.weapon.payload
    readable = payload is not None and payload.unit in KILOGRAMS
    return mtcr_category(test.weapon.max_range, payload if readable else None)


def _measurements(test: WeaponsTest, actors: Actors) -> Iterator[Reason]:
    for each in test.measurements:
        if each.quantity in {"apogee", "range"}:
            voice = f", according to {introduced(each.by, actors)}" if each.by else ""
            hedge = ", allegedly" if each.alleged else ""
            aside = "" if _is_length(each) else "left out, for its unit is no known length: "
            text = f"{aside}{each.quantity} {each}{hedge}{voice}"
            yield Reason(text=text, records=(test.id,), citations=each.citations)


def _stated(test: WeaponsTest) -> Iterator[Reason]:
    """Tell what the sources call it, which is kept apart from what is computed."""
    if test.trajectory is not None:
        text = f"stated to be {hyphenated(test.trajectory)}"
        yield Reason(text=text, records=(test.id,), citations=test.citations)
    if test.weapon is not None and test.weapon.range_class is not None:
        scheme = test.weapon.range_scheme or "a scheme that is not named"
        text = f"the missile is stated to be of the class {test.weapon.range_class} under {scheme}"
        yield Reason(text=text, records=(test.id,), citations=test.citations)


def _conclusions(
    shown: EquivalentRange, shape: Possible[Trajectory], classes: FrozenMapping[Classified]
) -> Iterator[Reason]:
    yield Reason(text=f"the missile could reach {shown}", rule=shown.method)
    yield Reason(
        text=f"the flight was {hyphenated(str(shape))}",
        rule="apogee against that of the flight of least energy to the same range, limits 3/4 and 4/3",
    )
    for each in classes.values():
        yield Reason(text=f"the range shown is that of {each}", rule=each.scheme.source)
