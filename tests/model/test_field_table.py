import builtins
import inspect
import keyword
import pkgutil
import re
from importlib import import_module
from typing import Any

import attrs
import pytest

import geobrief
from geobrief.constraint import Constrained, type_hints
from geobrief.model.condition import Consents
from geobrief.model.field_table import FieldRow, field_rows, meanings, type_in_words
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import Measurement
from geobrief.values.estimate import Estimate

ROOMS = ("values", "model", "brief")
ALLOWED_NAMES = {"id"}  # by design: the word that everybody uses for it
UNSAID = {"count"}  # of a delay: its class says all


def _classes() -> list[Any]:
    """Find every class that holds fields of records, values or briefs."""
    found: set[type] = set()
    for room in ROOMS:
        package = import_module(f"geobrief.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            members = inspect.getmembers(import_module(f"geobrief.{room}.{module.name}"), inspect.isclass)
            found |= {cls for _, cls in members if issubclass(cls, Constrained) and cls is not Constrained}
    return sorted(found, key=lambda cls: cls.__name__)


EACH_CLASS = pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)


def test_classes_are_found() -> None:
    """The tests below look at all rooms."""
    names = {cls.__name__ for cls in _classes()}
    assert {"Treaty", "Estimate", "Brief", "Consents", "Days", "Expectation"} <= names


@EACH_CLASS
def test_types_are_no_strings(cls: Any) -> None:
    """Types can be read while the program runs; as strings no constraint would be checked."""
    assert not [field.name for field in attrs.fields(cls) if isinstance(field.type, str)]
    assert list(type_hints(cls)) == [field.name for field in attrs.fields(cls)]


@EACH_CLASS
def test_names_are_free(cls: Any) -> None:
    """No field has the name of a keyword or a builtin, which would need another name in Python."""
    taken = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins)} - ALLOWED_NAMES
    assert not taken.intersection(field.name for field in attrs.fields(cls))


@EACH_CLASS
def test_every_field_has_a_meaning(cls: Any) -> None:
    """The class, or the base that brings the field, says what it means."""
    said = meanings(cls)
    public = {field.name for field in attrs.fields(cls) if field.init and not field.name.startswith("_")}
    assert not public - said.keys() - UNSAID


@EACH_CLASS
def test_no_meaning_without_a_field(cls: Any) -> None:
    """What a class describes under ``Attributes`` are its fields, each on one line."""
    section = inspect.cleandoc(cls.__doc__ or "").partition("Attributes:\n")[2]
    entries = [line for line in section.splitlines() if line.strip()]
    names = {field.name for field in attrs.fields(cls)}
    assert all(re.match(r"    \w+: \S.*\.$", line) for line in entries)
    assert {line.split(":")[0].strip() for line in entries} <= names


def test_rows() -> None:
    """A row holds the name, type, need, default and meaning of a field."""
    rows = {row.name: row for row in field_rows(Consents)}
    assert rows["count"] == FieldRow(
        owner="Consents",
        name="count",
        type="whole number (a number from 1)",
        required=True,
        default="",
        meaning="how many.",
    )
    assert (rows["of"].required, rows["of"].default) == (False, "none")


def test_rows_of_inherited_fields() -> None:
    """Inherited fields have the meaning that the base gives them."""
    assert meanings(Measurement)["low"] == meanings(Estimate)["low"]
    assert meanings(Measurement)["quantity"] == "what was measured."


@pytest.mark.parametrize(
    ("name", "default"),
    [("title", ""), ("between", "none"), ("binding", "true"), ("weights", "none"), ("binds", "acceptors")],
)
def test_defaults_in_words(name: str, default: str) -> None:
    """A default is written as it would be in a file."""
    assert {row.name: row.default for row in field_rows(Treaty)}[name] == default


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("title", "text"),
        ("between", "list of id of actor"),
        ("protocol_to", "id of treaty"),
        ("binding", "true or false or disputed"),
        ("binds", "one of acceptors, all_parties"),
        ("weights", "mapping of WeightTable"),
        ("adopted", "When"),
        ("replaces", "id of any record"),
        ("citations", "list of Citation"),
    ],
)
def test_types_in_words(name: str, words: str) -> None:
    """A type is said as an author of files would say it."""
    assert type_in_words(type_hints(Treaty)[name]) == words


def test_numbers_in_words() -> None:
    """A whole or broken number is just a number."""
    assert type_in_words(type_hints(Estimate)["best"]) == "number"
    assert type_in_words(float) == "number"
    assert type_in_words(frozenset[str]) == "set of text"


def test_the_front_offers_every_kind_of_value() -> None:
    """Every class that a caller needs to make a record can be imported from the front."""
    inner = {"Record", "Act", "StateAct", "JointAct", "Condition", "Part"}
    offered = set(geobrief.__all__)
    assert {cls.__name__ for cls in _classes()} - inner <= offered
