"""Results as plain data."""

import importlib
import pkgutil

import attrs
import pytest

import geobrief
from geobrief.result import Form, Result, as_plain
from geobrief.truth import Truth
from geobrief.values.when import When

for _module in pkgutil.walk_packages(geobrief.__path__, "geobrief."):
    if "__main__" not in _module.name:
        importlib.import_module(_module.name)


def _kinds(base: type[Result] = Result) -> list[type[Result]]:
    return [each for kind in base.__subclasses__() for each in (kind, *_kinds(kind))]


@pytest.mark.parametrize(
    "kind", [kind for kind in _kinds() if "form" in vars(kind)], ids=lambda each: each.__name__
)
def test_every_key_of_a_form_is_an_attribute_of_its_result(kind: type[Result]) -> None:
    """A key that shows an attribute which the class lacks must not wait for a user to be found."""
    names = {field.name for field in attrs.fields(kind)} | set(dir(kind))  # type: ignore[arg-type]  # attrs' own
    assert kind.form.attributes
    assert {path.partition(".")[0] for path in kind.form.attributes} <= names


def test_what_is_left_out_is_told_by_type_and_value() -> None:
    """Zero is a figure: it must stay where False and None are left out."""

    @attrs.frozen
    class Counted(Result):
        form = Form("count alleged by sentence", version=2, without=(None, False))
        count: int
        alleged: bool = False
        by: str | None = None

        def __str__(self) -> str:
            return f"{self.count} counted"

    assert Counted(0).to_dict() == {"version": 2, "count": 0, "sentence": "0 counted"}
    assert Counted(1, alleged=True, by="KOR").to_dict()["alleged"] is True
    assert Counted(3).explain() == "3 counted"


def test_values_become_plain_data() -> None:
    """Dates and truths must be written as they print, sets in order, and mappings kept."""
    value = {
        "on": When("2024-06"),
        "held": (Truth.YES, Truth.UNKNOWN),
        "by": frozenset({"RUS", "PRK"}),
        "n": 1.5,
    }
    assert as_plain(value) == {"on": "2024-06", "held": ["yes", "unknown"], "by": ["PRK", "RUS"], "n": 1.5}
