"""How records show themselves."""

from geobrief import Citation, Consents, Signature


def test_what_is_at_its_default_is_not_shown() -> None:
    """A record shows its id first and only what was given."""
    signature = Signature(treaty="pact", by="PRK", on="2024-06-19", citations=[Citation(source="kcna")])
    assert repr(signature) == (
        "Signature(id='signature-pact-prk', citations=(Citation(source='kcna'),), "
        "treaty='pact', by='PRK', on=When('2024-06-19'))"
    )


def test_a_shown_value_can_be_typed_again() -> None:
    """A condition shows itself as it is made."""
    condition = Consents(3, of="signatories")
    assert repr(condition) == "Consents(count=3, of='signatories')"
    assert Consents(count=3, of="signatories") == condition
