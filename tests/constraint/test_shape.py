import re
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

import attrs
import pytest
from cattrs import Converter

import geobrief
from geobrief.codec.records.structure import Structuring
from geobrief.constraint import (
    Between,
    Constrained,
    NonEmpty,
    Number,
    OneLine,
    Passage,
    Pattern,
    Refers,
    Text,
)
from geobrief.constraint.shape import (
    AnyNumber,
    AnyText,
    Boolean,
    ListOf,
    MappingOf,
    ObjectOf,
    OptionalOf,
    ReferenceTo,
    SetOf,
    Shape,
    UnionOf,
    WholeNumber,
    WordOf,
    fields_of,
    parts_of,
    shape_of,
    type_hints,
    within,
)
from geobrief.constraint.validator import validator_of
from geobrief.model.field_table import type_in_words
from geobrief.model.registry import KINDS
from geobrief.testing import strategies
from geobrief.values.mapping import FrozenMapping
from geobrief.values.when import When

WORD = Pattern("a word", r"\w+\Z")
SHAPES: list[tuple[Any, Shape]] = [
    (str, AnyText(str)),
    (bool, Boolean(bool)),
    (int, WholeNumber(int)),
    (float, AnyNumber(float)),
    (Number, AnyNumber(float)),
    (Text, AnyText(str, marks=(NonEmpty(), OneLine()))),
    (Passage, AnyText(str, marks=(NonEmpty(),))),
    (Literal["a", "b"], WordOf(("a", "b"))),
    (Annotated[str, WORD, Refers(("treaty",))], ReferenceTo(("treaty",), marks=(WORD,))),
    (Annotated[str, Refers(), "km"], ReferenceTo((), marks=("km",))),
    (tuple[int, ...], ListOf(WholeNumber(int))),
    (frozenset[str], SetOf(AnyText(str))),
    (FrozenMapping[When], MappingOf((ObjectOf(When), FrozenMapping))),
    (Fraction, ObjectOf(Fraction)),
    (When | None, OptionalOf(ObjectOf(When))),
    (int | float | None, OptionalOf(AnyNumber(float))),
    (Literal["open"] | When, UnionOf((WordOf(("open",)), ObjectOf(When)))),
    (Literal["open"] | When | None, OptionalOf(UnionOf((WordOf(("open",)), ObjectOf(When))))),
    (
        Annotated[tuple[Passage, ...], NonEmpty()],
        ListOf(AnyText(str, marks=(NonEmpty(),)), marks=(NonEmpty(),)),
    ),
    (Annotated[Annotated[int, Between(1, None)], "km"], WholeNumber(int, marks=(Between(1, None), "km"))),
]


@pytest.mark.parametrize(("tp", "expected"), SHAPES, ids=lambda each: str(each)[:40])
def test_each_declaration_has_one_shape(tp: Any, expected: Shape) -> None:
    """A type is parsed into the node of its kind, and what stands beside it hangs on the node."""
    assert shape_of(tp) == expected
    assert hash(shape_of(tp)) == hash(expected)


def test_words_keep_their_order() -> None:
    """The same words in another order are told apart, though Python takes the two types for equal."""
    assert shape_of(Literal["a", "b"]) == WordOf(("a", "b"))
    assert shape_of(Literal["b", "a"]) == WordOf(("b", "a"))


@pytest.mark.parametrize("tp", [Any, "str", None, 3, tuple[Any, ...]], ids=str)
def test_what_is_no_type_is_refused(tp: Any) -> None:
    """A declaration that could not be checked is an error when it is parsed."""
    with pytest.raises(TypeError, match="no field can be declared as"):
        shape_of(tp)


def test_only_texts_refer() -> None:
    """A mark of reference on anything but a text would never be looked at, so it is refused."""
    with pytest.raises(TypeError, match="only a text refers"):
        shape_of(Annotated[int, Refers()])


def test_checks_are_the_rules_among_the_marks() -> None:
    """Marks that are no rules, such as units, are kept and not asked."""
    marked = shape_of(Annotated[int, Between(0, 9), "km"])
    assert marked.marks == (Between(0, 9), "km")
    assert marked.checks == (Between(0, 9),)


def test_fields_are_parsed_in_order() -> None:
    """The fields of a class come in their order, each with the shape of its type."""
    for kind in KINDS.values():
        assert list(fields_of(kind)) == [field.name for field in attrs.fields(kind)]
        assert fields_of(kind) == {name: shape_of(tp) for name, tp in type_hints(kind).items()}


def test_every_shape_inside_is_found() -> None:
    """A walk meets the shape itself, its parts and theirs."""
    inner = Annotated[tuple[Text, ...], NonEmpty()]
    outer = shape_of(FrozenMapping[inner | Literal["all"] | None])
    assert [type(each) for each in within(outer)] == [MappingOf, OptionalOf, UnionOf, ListOf, AnyText, WordOf]


@attrs.frozen
class Novel:
    """A kind of node that nobody knows."""

    marks: tuple[object, ...] = ()
    checks: tuple[object, ...] = ()


@pytest.mark.parametrize("consumer", [parts_of, validator_of])
def test_a_new_kind_of_node_is_named_where_it_is_forgotten(consumer: Any) -> None:
    """Who works from shapes fails at a kind that it does not know, and says its name."""
    with pytest.raises(AssertionError, match="Novel"):
        consumer(Novel())


def _reader_of(tp: Any) -> object:
    return Structuring(Converter(), explaining=True).read(shape_of(tp))


@pytest.mark.parametrize("consumer", [type_in_words, strategies.of_type, _reader_of])
def test_every_kind_of_node_is_known(consumer: Any) -> None:
    """Whatever can be declared can be told in words, generated, and read from a file."""
    for tp, _ in SHAPES:
        assert consumer(tp) is not None


def test_declared_types_are_taken_apart_in_one_file() -> None:
    """Nobody else looks inside a type: a second parser would drift from the first."""
    package = Path(geobrief.__file__).parent
    looking = re.compile(r"\bget_origin\b|__origin__|__metadata__|\bget_type_hints\b|\bis_union_type\b")
    found = [path for path in package.rglob("*.py") if looking.search(path.read_text("utf-8"))]
    assert [path.relative_to(package).as_posix() for path in found] == ["constraint/shape.py"]


@attrs.frozen(kw_only=True)
class Branch(Constrained):
    """A class that mentions itself."""

    name: Text
    branches: "tuple[Branch, ...]" = ()


def test_a_class_may_hold_its_own_kind() -> None:
    """Parsing ends at a class, so that classes may mention each other."""
    assert fields_of(Branch)["branches"] == ListOf(ObjectOf(Branch))
    assert Branch(name="a", branches=(Branch(name="b"),)).branches[0].name == "b"
