from typing import Any

import pytest

from geobrief.model.condition import AllOf, OnDate, Signed
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.references import Reference, references_in
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty
from geobrief.values.citation import Citation
from geobrief.values.mapping import FrozenMapping


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Citation(source="untc"), [(("source",), "untc", ("source",))]),
        (Signed(by="all"), []),
        (Signed(by=("PRK",)), [(("by", 0), "PRK", ("actor",))]),
        (Signed(by=("all",)), [(("by", 0), "all", ("actor",))]),
        (
            AllOf((OnDate("2024-01-01"), Signed(by=("PRK",)))),
            [(("conditions", 1, "by", 0), "PRK", ("actor",))],
        ),
        (EntryIntoForce(upon=Signed(by="all"), then="same"), []),
        (Coverage(), []),
    ],
    ids=repr,
)
def test_references_stand_where_the_declaration_says(value: Any, expected: list[tuple[Any, ...]]) -> None:
    """A text is a reference by its declared shape; the words that a field allows beside them are none."""
    assert [tuple(each) for each in references_in(value)] == expected


def test_a_name_is_no_word_in_another_field() -> None:
    """An actor called ``all`` is a reference where no field declares that word."""
    signature = Signature(treaty="pact", by="all", on="2024-01-01")
    assert Reference(("by",), "all", ("actor",)) in list(references_in(signature))


def test_references_in_mappings_have_their_keys() -> None:
    """A reference in a mapping of lists is placed by its key and its number."""
    treaty = Treaty(id="pact", title="Pact", groups=FrozenMapping({"east": ("PRK", "RUS")}))
    assert [tuple(each) for each in references_in(treaty)] == [
        (("groups", "east", 0), "PRK", ("actor",)),
        (("groups", "east", 1), "RUS", ("actor",)),
    ]
