"""The quick converter and the explaining one: the same answers, one of them with reasons."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from geobrief.codec.records.converter import converter_of
from geobrief.codec.records.faults import faults_of
from geobrief.model.registry import KINDS
from tests.benchmarks.records import lines

ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    1,
    -1,
    2**63,
    1.5,
    float("nan"),
    "",
    " ",
    "PRK",
    "USA\n",
    "2024-06-19",
    "20240619",
    "tab\there",
    "bell\x07",
    [],
    ["PRK", "PRK"],
    [None],
    {},
    {"x-desk": 1},
)


def places(plain: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value below the top."""
    if path:
        yield path
    if isinstance(plain, dict):
        for key, each in plain.items():
            yield from places(each, (*path, key))
    elif isinstance(plain, list):
        for index, each in enumerate(plain):
            yield from places(each, (*path, index))


def mutated(plain: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Replace, drop or add one value somewhere in a record."""
    *path, last = chance.choice(list(places(plain)))
    holder: Any = plain
    for step in path:
        holder = holder[step]
    kind = chance.randrange(4)
    if kind == 0:
        del holder[last]
    elif kind == 1 and isinstance(holder, dict):
        holder[chance.choice(("x-desk", "extra", "nonsense", "id", "on", "note"))] = chance.choice(ODD)
    else:
        holder[last] = chance.choice(ODD)
    return plain


def answer(plain: dict[str, Any], kind: str, *, explaining: bool) -> Any:
    """Return the record, or None where the converter refuses; a refusal must have reasons."""
    try:
        return converter_of(explaining=explaining).structure(plain, KINDS[kind])
    except Exception as error:
        if explaining and not faults_of(error):
            raise
        return None


@pytest.mark.parametrize("seed", range(4))
def test_both_converters_give_the_same_answer(seed: int) -> None:
    """Whatever is done to a record, both make equal records of it, or both refuse it."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for line in lines(400, seed):
        plain = json.loads(line)
        kind = plain.pop("type")
        plain = mutated(plain, chance)
        quick, explained = (answer(plain, kind, explaining=each) for each in (False, True))
        assert quick == explained, plain
