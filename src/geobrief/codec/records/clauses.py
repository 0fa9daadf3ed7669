"""Conditions in files: exactly one condition key per mapping, its other keys are parameters.

``{consents: 43, of: signatories}`` and ``{share: {of: emissions, at_least: 0.55}}`` are the
two forms; which one a condition takes is declared by its class.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

import attrs

from geobrief.codec.records.faults import Fault, faults_of, unknown_key
from geobrief.constraint import Problem, Steps
from geobrief.model.condition import CONDITIONS, Condition
from geobrief.words import nearest

__all__ = ["condition_from", "condition_to", "path_in_file"]

_BY_KEY = {cls.key: cls for cls in CONDITIONS}


def condition_from(plain: object, structure: Callable[[Any, Any], Any]) -> Condition:
    """Read a condition from its mapping."""
    if not isinstance(plain, dict):
        raise Fault(
            [Problem((), "GB112", f"expected a condition such as {{consents: 20}}, got {plain!r:.60}", plain)]
        )
    cls = _BY_KEY[_condition_key(plain)]
    value = plain[cls.key]
    parameters = {key: each for key, each in plain.items() if key != cls.key}
    if cls.primary is None:
        return _made(cls, _whole(cls, value, parameters), structure, cls.key)
    if clash := parameters.keys() & {cls.primary}:
        raise Fault(unknown_key(key, _names(cls)) for key in clash)
    return _made(cls, {cls.primary: value, **parameters}, structure, None)


def _condition_key(plain: Mapping[str, Any]) -> str:
    found = [key for key in plain if key in _BY_KEY]
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(
            [
                Problem(
                    (),
                    "GB112",
                    f"two conditions in one mapping: {' and '.join(found)}; join them by all_of or any_of",
                )
            ]
        )
    near = [match for key in plain for match in nearest(str(key), _BY_KEY)]
    listed = ", ".join(_BY_KEY)
    raise Fault([Problem((), "GB112", f"expected one of {listed}", plain, listed, near=near[:1])])


def _whole(cls: type[Condition], value: object, parameters: Mapping[str, Any]) -> dict[str, Any]:
    if parameters:
        raise Fault(
            unknown_key(key, [f"{cls.key}: {{{name}}}" for name in _names(cls)]) for key in parameters
        )
    if not isinstance(value, dict):
        names = ", ".join(_names(cls))
        raise Fault(
            [Problem((cls.key,), "GB101", f"expected a mapping with {names}, got {value!r:.60}", value)]
        )
    return value


def _made(
    cls: type[Condition], fields: dict[str, Any], structure: Callable[[Any, Any], Any], below: str | None
) -> Condition:
    try:
        made: Condition = structure(fields, cls)
    except Exception as error:  # noqa: BLE001 - told apart by faults_of
        raise Fault(_placed(problem, cls, below) for problem in faults_of(error)) from None
    return made


def _placed(problem: Problem, cls: type[Condition], below: str | None) -> Problem:
    if below is not None:
        return problem.under(below)
    if problem.path[:1] == (cls.primary,):
        return attrs.evolve(problem, path=(cls.key, *problem.path[1:]))
    return problem


def _names(cls: type[Condition]) -> list[str]:
    return [field.name for field in attrs.fields(cls) if field.name != cls.primary]


def condition_to(condition: Condition, unstructure: Callable[[Any], Any]) -> dict[str, Any]:
    """Write a condition as its mapping."""
    held = {
        field.name: unstructure(getattr(condition, field.name))
        for field in attrs.fields(type(condition))
        if field.name == condition.primary or getattr(condition, field.name) != field.default
    }
    if condition.primary is None:
        return {condition.key: held}
    return {condition.key: held.pop(condition.primary), **held}


def path_in_file(value: Any, path: Steps) -> Steps:
    """Turn a path along the fields of a value into the path of the same thing in a file."""
    steps: list[str | int] = []
    for step in path:
        if isinstance(value, Condition) and value.primary is None:
            steps += [value.key, step]
        else:
            steps.append(value.key if isinstance(value, Condition) and step == value.primary else step)
        is_container = isinstance(value, tuple | Mapping)
        value = cast("Any", value)[step] if is_container else getattr(value, str(step), None)
    return tuple(steps)
