"""Values that are missing for a reason."""

import pytest

from geobrief import InvalidRecord, Statement


def test_a_field_that_is_empty_can_be_missing_for_a_reason() -> None:
    """The reason stands beside the field that has no value."""
    said = Statement(id="said", speaker="PRK", text="so", missing={"venue": "not_reported"})
    assert said.missing["venue"] == "not_reported"


@pytest.mark.parametrize(
    ("key", "message"),
    [("venu", "did you mean 'venue'"), ("text", "'text' is given"), ("speaker", "no field 'speaker'")],
)
def test_only_a_field_without_a_value_can_be_missing(key: str, message: str) -> None:
    """A field that does not exist, is given, or is required cannot be missing."""
    with pytest.raises(InvalidRecord, match=message):
        Statement(id="said", speaker="PRK", text="so", missing={key: "unknown"})
