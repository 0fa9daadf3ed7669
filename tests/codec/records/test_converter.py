"""Both converters: what they accept, and that one finds every fault of a record at once."""

import copy
import math
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geobrief.codec.records import converter
from geobrief.codec.records.faults import Fault, faults_of
from geobrief.codes import CODES
from geobrief.constraint import Problem, Steps
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.deployment import Deployment
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.testing import strategies
from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate

ODD: list[Any] = [
    None, True, False, 0, 1, -1, 12, 1.0, 0.5, -0.0, 2**63, math.nan, math.inf, "", " ", "12", "None",
    "true", "PRK", "pact", "2024", "2024-06", "2024-13", "2024-01/..", "30 days", "2/3", "instruments",
    "all", "open", "same", "x-a", "\x00", "\ud800", [], [[]], ["PRK"], [None], [1], {}, {"": 1},
    {"x-a": 1}, {"extra": {}}, {"consents": 20}, {"source": "kcna"}, {"id": "a"}, {"best": 1, "unit": "km"},
]  # fmt: skip
KEYS = ["x-mine", "x-", "extra", "id", "type", "titel", "", "citations", "by", "note", "consents", "upon"]


def _places(plain: Any, path: Steps = ()) -> Iterator[Steps]:
    """Give the path of every value of a tree, and of the tree itself."""
    yield path
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _places(value, (*path, key))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _places(value, (*path, index))


def _mutated(draw: st.DrawFn, plain: dict[str, Any]) -> Any:
    holder: dict[str, Any] = {"it": copy.deepcopy(plain)}
    for _ in range(draw(st.integers(1, 3))):
        *way, last = "it", *draw(st.sampled_from(list(_places(holder["it"]))))
        at: Any = holder
        for step in way:
            at = at[step]
        change = draw(st.sampled_from(["replace", "leave out", "add", "wrap", "repeat"]))
        held = at[last]
        if change == "leave out" and way:
            del at[last]
        elif change == "add" and isinstance(held, dict):
            held[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif change == "wrap":
            at[last] = [held]
        elif change == "repeat" and isinstance(held, list):
            at[last] = held * 2
        else:
            at[last] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return holder["it"]


@st.composite
def broken_records(draw: st.DrawFn) -> tuple[type[Record], Any]:
    """Generate plain data of a record, changed at random places, and its kind."""
    record = draw(strategies.records())
    return type(record), _mutated(draw, converter.unstructure(record))


@given(strategies.records())
def test_a_record_survives(record: Record) -> None:
    """Plain data of a record become the same record, by either converter."""
    plain = converter.unstructure(record)
    assert converter.structure(plain, type(record)) == record
    assert converter.converter_of(explaining=True).structure(plain, type(record)) == record


@given(broken_records())
@settings(max_examples=150)
def test_both_converters_accept_the_same(case: tuple[type[Record], Any]) -> None:
    """What one converter refuses the other refuses too; what one makes the other makes the same."""
    cls, plain = case
    made: list[Record | None] = []
    for explaining in (False, True):
        try:
            made.append(converter.converter_of(explaining=explaining).structure(plain, cls))
        except Exception:  # noqa: BLE001 - what is raised is tested below
            made.append(None)
    assert made[0] == made[1]


@given(broken_records())
@settings(max_examples=150)
def test_a_refusal_tells_why(case: tuple[type[Record], Any]) -> None:
    """Whatever is wrong becomes problems with known codes, at paths that lead into the data."""
    cls, plain = case
    problems = _problems(plain, cls)
    assert problems != []
    known = set(_places(plain))
    for problem in problems or ():
        assert problem.code in CODES
        assert problem.message
        assert problem.path[:-1] in known


def _problems(plain: Any, cls: type[Record]) -> list[Problem] | None:
    try:
        converter.structure(plain, cls)
    except Fault as fault:
        return list(fault.problems)
    return None


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_faulty_field_is_reported_at_once(kind: Any) -> None:
    """With every field wrong, there is a problem for each of them and for no other."""
    names = [field.name for field in attrs.fields(kind) if field.name != "extra"]
    with pytest.raises(Fault) as caught:
        converter.structure({name: {"no such": object()} for name in names}, kind)
    assert sorted({problem.path[0] for problem in caught.value.problems}) == sorted(names)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_missing_key_is_reported_at_once(kind: Any) -> None:
    """Nothing at all brings a problem for each required key."""
    required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    if not required or (required == ["id"] and issubclass(kind, Act)):
        pytest.skip("nothing is required")
    with pytest.raises(Fault) as caught:
        converter.structure({}, kind)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ((name,), "GB103") for name in required
    ]


def test_faults_are_found_at_every_depth_at_once() -> None:
    """A missing key, an unknown one, a wrong word and a wrong date deep down are reported together."""
    plain = {
        "id": "pact",
        "titel": "Pact",
        "provisions": [
            {"kind": "defence"},
            {"article": "4"},
            {"kind": "defense", "duty_of": ["PRK", "Prk!"]},
        ],
        "entry_into_force": {"upon": {"all_of": [{"consents": 0}, {"named": "PRK"}, {"date": "soon"}]}},
        "citations": [{"source": "kcna", "credibility": 7, "qoute": "-"}],
    }
    with pytest.raises(Fault) as caught:
        converter.structure(plain, Treaty)
    assert {(problem.path, problem.code) for problem in caught.value.problems} == {
        (("title",), "GB103"),
        (("titel",), "GB102"),
        (("provisions", 0, "kind"), "GB104"),
        (("provisions", 1, "kind"), "GB103"),
        (("provisions", 2, "duty_of", 1), "GB105"),
        (("entry_into_force", "upon", "all_of", 0, "consents"), "GB107"),
        (("entry_into_force", "upon", "all_of", 1, "named"), "GB101"),
        (("entry_into_force", "upon", "all_of", 2, "date"), "GB301"),
        (("citations", 0, "credibility"), "GB107"),
        (("citations", 0, "qoute"), "GB102"),
    }


@pytest.mark.parametrize(
    ("cls", "plain", "code"),
    [
        (Citation, {"source": "kcna", "credibility": "2"}, "GB101"),
        (Citation, {"source": "kcna", "credibility": True}, "GB101"),
        (Citation, {"source": "kcna", "credibility": 2.0}, "GB101"),
        (Citation, {"source": "kcna", "quote": None, "note": ["a"]}, "GB101"),
        (Treaty, {"id": "pact", "title": None}, "GB101"),
        (Treaty, {"id": "pact", "title": "Pact", "binding": 1}, "GB101"),
        (Treaty, {"id": "pact", "title": "Pact", "between": "PRK"}, "GB101"),
        (Treaty, {"id": "pact", "title": "Pact", "adopted": 0}, "GB101"),
        (Treaty, {"id": "pact", "title": "Pact", "adopted": 2024.0}, "GB101"),
        (Treaty, {"id": "pact", "title": "Pact", "adopted": True}, "GB101"),
        (Accusation, {"id": "claim", "accusers": {"KOR": 1}}, "GB101"),
        (Deployment, {"id": "troops", "missions": "training"}, "GB101"),
        (Deployment, {"id": "troops", "missions": {"training": True}}, "GB101"),
        (Estimate, {"unit": "persons", "best": "10000"}, "GB101"),
        (Estimate, {"unit": "persons", "best": True}, "GB101"),
        (Estimate, {"unit": "persons", "best": math.nan}, "GB013"),
        (Estimate, {"unit": "persons", "best": -math.inf}, "GB013"),
        (Estimate, {"unit": "persons", "best": 2**63}, "GB013"),
        (Estimate, {"unit": "persons", "best": -(2**63) - 1}, "GB013"),
        (WeaponsTest, {"id": "shot", "tester": "GBR", "kind": "nuclear", "mb": "5"}, "GB101"),
        (WeaponsTest, {"id": "shot", "tester": "GBR", "kind": "nuclear", "count": 2**63}, "GB013"),
    ],
    ids=range(21),
)
def test_nothing_is_bent_into_shape(cls: type[Any], plain: dict[str, Any], code: str) -> None:
    """A value of another type, or a number that not every format can hold, is refused."""
    with pytest.raises(Fault) as caught:
        converter.structure(plain, cls)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0, -0.0, 5e-324, 1e300])
def test_every_number_within_the_limits_is_kept(number: float) -> None:
    """Numbers up to the limits are read as they stand."""
    assert converter.structure({"unit": "km", "best": number}, Estimate).best == number


def test_an_error_of_the_program_is_not_taken_for_a_fault() -> None:
    """What is no fault of the data is raised as it is, not turned into a problem."""
    with pytest.raises(ZeroDivisionError):
        faults_of(ZeroDivisionError())
