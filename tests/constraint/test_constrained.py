import pickle
from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.constraint import (
    Between,
    Constrained,
    Invariant,
    NonEmpty,
    Number,
    Pattern,
    PositiveInt,
    Problem,
    Text,
    problems_with,
    type_hints,
)
from geobrief.errors import InvalidRecord
from geobrief.values.mapping import EMPTY, FrozenMapping


class Stranger:
    """Something that no field can hold, equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


@attrs.frozen(kw_only=True)
class Flight(Constrained):
    """A class with a rule of each sort."""

    name: Text
    stages: PositiveInt = 1
    apogee: Number | None = None
    parts: tuple[Annotated[str, Pattern("lower-case letters", r"[a-z]+\Z")], ...] = ()
    tags: frozenset[Literal["test", "drill"]] = frozenset()
    table: FrozenMapping[Number] = EMPTY
    hot: bool = False

    def _invariants(self) -> Iterable[Problem]:
        if self.stages > 3 and self.apogee is None:
            yield Invariant("stages", "many stages need an apogee")


RIGHT: list[tuple[Any, list[object]]] = [
    (str, ["", "a\tb\nc", "\u2028", "\U0001f1f0\U0001f1f5"]),
    (bool, [True, False]),
    (int, [0, -(2**63), 2**63 - 1]),
    (float, [0, 1.5, -0.0, 1e300, 2**63 - 1]),
    (Number, [0, 1.5]),
    (Number | None, [None, 0, 1.5]),
    (Text, ["a", " a "]),
    (Literal["a", "b"], ["a", "b"]),
    (Literal["a"] | PositiveInt, ["a", 1]),
    (tuple[int, ...], [(), (1, 2)]),
    (frozenset[int], [frozenset(), frozenset({1})]),
    (Annotated[tuple[int, ...], NonEmpty()], [(0,)]),
    (FrozenMapping[int], [FrozenMapping(), FrozenMapping({"a": 1})]),
    (Annotated[Fraction, Between(0, 1)], [Fraction(0), Fraction(1), Fraction(1, 3)]),
]
WRONG: list[tuple[Any, list[object]]] = [
    (str, [None, 1, b"a", "\x00", "\x7f", "\ud800", "\ufffe", "a\x0bb"]),
    (bool, [None, 0, 1, "yes", "true"]),
    (int, [None, True, 1.0, "1", 2**63, -(2**63) - 1]),
    (float, [None, True, "1.5", float("nan"), float("inf"), -float("inf"), 2**63]),
    (Number, [None, True, "1", float("nan"), 1j]),
    (Number | None, [False, "", float("nan")]),
    (Text, ["", " ", "\n\t", None]),
    (Literal["a", "b"], ["c", "A", None, 1, ["a"]]),
    (Literal["a"] | PositiveInt, ["b", 0, None]),
    (tuple[int, ...], [[1], "12", ("1",), (1, None), None]),
    (frozenset[int], [{1}, (1,), frozenset({"1"})]),
    (Annotated[tuple[int, ...], NonEmpty()], [(), [1]]),
    (FrozenMapping[int], [{"a": 1}, FrozenMapping({"a": "1"}), FrozenMapping({"\x00": 1}), None]),
    (Annotated[Fraction, Between(0, 1)], [Fraction(-1), Fraction(4, 3), 0.5, 1]),
]


@pytest.mark.parametrize(("tp", "values"), RIGHT, ids=lambda each: str(each)[:40])
def test_right_values(tp: Any, values: list[object]) -> None:
    """What a type allows has no problems."""
    assert [value for value in values if list(problems_with(value, tp))] == []


@pytest.mark.parametrize(("tp", "values"), WRONG, ids=lambda each: str(each)[:40])
def test_wrong_values(tp: Any, values: list[object]) -> None:
    """Nothing is coerced: no bool for a number, no text for a list, no list for a tuple."""
    assert [value for value in [*values, Stranger()] if not list(problems_with(value, tp))] == []


@given(st.text() | st.integers() | st.floats() | st.booleans() | st.none())
def test_numbers_are_numbers(value: object) -> None:
    """A Number is a finite int or float within the bounds, and no bool; nothing else is."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_small = is_number and (isinstance(value, float) or -(2**63) <= value < 2**63)  # type: ignore[operator]  # just asked
    is_finite = is_small and value not in (float("inf"), -float("inf")) and value == value  # noqa: PLR0124 - not nan
    assert (not list(problems_with(value, Number))) is is_finite


def test_every_fault_is_named_with_its_path() -> None:
    """The error lists each broken rule with its place, and rules about several fields only after that."""
    wrong: Any = {"name": " ", "stages": 0, "parts": ("ok", "No", 3), "tags": frozenset({"war"}), "hot": "no"}
    with pytest.raises(InvalidRecord) as caught:
        Flight(**wrong, table=FrozenMapping({"a": "b"}))  # type: ignore[arg-type]  # wrong on purpose
    assert [str(problem).partition(":")[0] for problem in caught.value.problems] == [
        "name",
        "stages",
        "parts[1]",
        "parts[2]",
        "tags[0]",
        "table.a",
        "hot",
    ]
    assert str(caught.value).startswith("Flight: name: expected at least one")


def test_rules_about_several_fields() -> None:
    """A contradiction of fields is reported where it shows."""
    with pytest.raises(InvalidRecord, match=r"^Flight: stages: many stages need an apogee$"):
        Flight(name="a", stages=4)
    assert Flight(name="a", stages=4, apogee=3).stages == 4


def test_evolve_checks_again() -> None:
    """A changed copy is checked like a new object."""
    flight = Flight(name="a", stages=4, apogee=3)
    with pytest.raises(InvalidRecord, match="many stages"):
        attrs.evolve(flight, apogee=None)
    with pytest.raises(InvalidRecord, match="name"):
        attrs.evolve(flight, name="")


def test_a_default_given_is_checked_like_any_value() -> None:
    """A value equal to the default but of another type is not taken for it."""
    wrong: Any = [True, 1.0, Stranger()]
    for each in wrong:
        with pytest.raises(InvalidRecord, match="stages"):
            Flight(name="a", stages=each)


def test_errors_can_be_pickled() -> None:
    """An error with its problems comes back from pickle, as process pools need."""
    with pytest.raises(InvalidRecord) as caught:
        Flight(name="", stages=0)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.kind, again.problems, str(again)) == ("Flight", caught.value.problems, str(caught.value))


def test_types_are_read_with_their_rules() -> None:
    """Codec, schema and generators read the same declarations, in the order of the fields."""
    hints = type_hints(Flight)
    assert list(hints) == ["name", "stages", "apogee", "parts", "tags", "table", "hot"]
    assert hints["name"] == Text
    assert hints["stages"] == PositiveInt


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Between(1, None), "a number from 1"),
        (Between(None, 9), "a number up to 9"),
        (Between(0.1, 10), "a number from 0.1 to 10"),
        (NonEmpty(), "at least one value"),
        (Pattern("a word", r"\w+\Z"), "a word"),
    ],
)
def test_rules_say_what_they_expect(rule: Any, expected: str) -> None:
    """The message of a rule is made from the rule."""
    assert rule.expected == expected


def test_patterns_match_the_whole_text() -> None:
    r"""A pattern without ``\Z`` would allow a newline at the end, so it is refused."""
    with pytest.raises(ValueError, match=r"must end in"):
        Pattern("letters", "[a-z]+$")
    assert not Pattern("letters", r"[a-z]+\Z").allows("a\n")


def test_long_values_are_cut_in_messages() -> None:
    """A message shows a value of any length on one short line."""
    (problem,) = problems_with("x" * 10_000, int)
    assert len(problem.message) < 120
