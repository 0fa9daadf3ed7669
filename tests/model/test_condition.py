import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given

from geobrief.errors import InvalidRecord
from geobrief.model.algebra import AllOf, AnyOf, Condition
from geobrief.model.condition import (
    CONDITIONS,
    Agreed,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.testing import strategies
from geobrief.values.delay import Months
from geobrief.values.when import When


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Signed(), "signature by all"),
        (Signed(["PRK", "RUS"]), "signature by North Korea and Russia"),
        (Exchange(), "exchange of instruments of ratification"),
        (Exchange("notes"), "exchange of notes"),
        (Notifications(), "receipt of the last notification"),
        (Notifications("sent"), "sending of the last notification"),
        (Consents(1), "1 consent"),
        (Consents(43, of="signatories"), "43 consents of the signatories"),
        (
            Consents(9, means=["consent_to_be_bound", "accession"]),
            "9 consents by accession or consent to be bound",
        ),
        (Named(["USA"]), "consent by the United States"),
        (Named(["annex_2"]), "consent by all of annex 2"),
        (
            FractionOf(of="parties", at_least="3/4", as_at="adoption"),
            "consent by at least 75 % of the parties, counted at adoption",
        ),
        (FractionOf(of="signatories", at_least=1), "consent by all of the signatories"),
        (FractionOf(of="others", more_than=0.5), "consent by a majority of the other signatories"),
        (FractionOf(of="parties", more_than="2/3"), "consent by more than 2/3 of the parties"),
        (MembersOf(group="un", at_least=26), "26 consents by members of the United Nations"),
        (Share("tonnage", at_least=0.5), "consents with at least 50 % of tonnage"),
        (OnDate("2024-01"), "2024-01"),
        (TreatyInForce("pact"), "entry into force of pact"),
        (Agreed(), "agreement of the negotiating states"),
        (Agreed("2024-01-01"), "2024-01-01, as agreed"),
        (NoObjections(within="10 months"), "10 months without objection by a party"),
        (Consents(1) & Exchange(), "1 consent and exchange of instruments of ratification"),
        (
            Consents(1) | Exchange() | Signed(),
            "1 consent or exchange of instruments of ratification or signature by all",
        ),
        (AllOf([Consents(3)]), "3 consents"),
    ],
    ids=str,
)
def test_text(condition: Condition, text: str) -> None:
    """A condition prints as a noun that fits into a sentence."""
    assert str(condition) == text


def test_values_are_converted() -> None:
    """Delays, days, shares and lists may be given as texts, numbers and iterables."""
    assert NoObjections(within="10 months", fraction="1/3") == NoObjections(
        within=Months(10), fraction=Fraction(1, 3)
    )
    assert OnDate("2024").on == Agreed("2024").on == When("2024")
    assert Share("emissions", at_least=0.55).at_least == Fraction(11, 20)
    assert Consents(1, means=["accession", "accession"]).means == frozenset({"accession"})
    assert Named(iter(["PRK"])).states == ("PRK",)


WRONG: list[tuple[Any, tuple[Any, ...], dict[str, Any], str]] = [
    (Consents, (0,), {}, "count: expected a number from 1"),
    (Consents, (True,), {}, "count: expected a whole number, got True"),
    (Consents, ("20",), {}, "count: expected a whole number, got '20'"),
    (Consents, (20,), {"means": ["signature"]}, "'signature' is not one of ratification"),
    (Consents, (20,), {"means": "ratification"}, "means: expected a set"),
    (Consents, (20,), {"of": "The Parties"}, "of: expected a lower-case id"),
    (Exchange, ("letters",), {}, "of: 'letters' is not one of instruments, notes"),
    (Notifications, ("read",), {}, "day: 'read' is not one of received, sent"),
    (Named, ("USA",), {}, "states: expected a list, got 'USA'"),
    (Named, ([],), {}, "states: expected at least one"),
    (Signed, ("USA",), {}, "by: expected 'all' or a list, got 'USA'"),
    (Signed, ([],), {}, "by: expected 'all' or a list"),
    (FractionOf, (), {"of": "parties"}, "give exactly one of at_least and more_than"),
    (FractionOf, (), {"of": "parties", "at_least": 1, "more_than": 0}, "give exactly one of"),
    (
        FractionOf,
        (),
        {"of": "parties", "at_least": "3/2"},
        "at_least: expected a number from 0 to 1, got 3/2",
    ),
    (FractionOf, (), {"of": "parties", "at_least": "most"}, "at_least: expected a share such as 0.55 or 2/3"),
    (Share, ("emissions",), {}, "give exactly one of"),
    (Share, ("emissions",), {"more_than": -0.1}, "more_than: expected a share"),
    (MembersOf, (), {"group": "un", "at_least": 0}, "at_least: expected a number from 1"),
    (OnDate, ("soon",), {}, "on: expected a date such as"),
    (Agreed, ("soon",), {}, "on: expected a date such as"),
    (TreatyInForce, ("The Pact",), {}, "treaty: expected a lower-case id"),
    (NoObjections, (), {"within": "a while"}, "within: expected a delay such as"),
    (NoObjections, (), {"within": 30}, "within: expected a Delay, got 30"),
    (AllOf, ([],), {}, "conditions: expected at least one"),
    (AnyOf, (["exchange"],), {}, "conditions[0]: expected a Condition, got 'exchange'"),
    (Condition, (), {}, "a condition is of one of its kinds"),
]


@pytest.mark.parametrize(("kind", "positional", "named", "message"), WRONG)
def test_reject(kind: Any, positional: tuple[Any, ...], named: dict[str, Any], message: str) -> None:
    """What a condition cannot be is refused with the field and what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        kind(*positional, **named)
    assert str(caught.value).startswith(f"{kind.__name__}: ")
    assert message in str(caught.value)


def test_joining_flattens() -> None:
    """Joining what is already joined in the same way makes one list, in order."""
    a, b, c = Consents(1), Exchange(), Signed()
    assert (a & b) & c == a & (b & c) == AllOf([a, b, c])
    assert (a | b) | c == a | (b | c) == AnyOf([a, b, c])
    assert (a & b) | c == AnyOf([AllOf([a, b]), c])
    assert (a | b) & c == AllOf([AnyOf([a, b]), c])


@given(strategies.conditions(), strategies.conditions())
def test_joining_keeps_the_parts(one: Condition, other: Condition) -> None:
    """What is joined holds every part, and is of the kind that the sign says."""
    both, either = one & other, one | other
    assert isinstance(both, AllOf)
    assert isinstance(either, AnyOf)
    for joined, kind in ((both, AllOf), (either, AnyOf)):
        assert joined.parts == sum(
            (each.parts if isinstance(each, kind) else (each,) for each in (one, other)), ()
        )


@pytest.mark.parametrize("other", [3, "exchange", None, ("exchange",)])
def test_only_conditions_join(other: Any) -> None:
    """Anything else beside ``&`` or ``|`` is a TypeError."""
    with pytest.raises(TypeError, match="unsupported operand"):
        _ = Consents(1) & other
    with pytest.raises(TypeError, match="unsupported operand"):
        _ = Consents(1) | other


@given(strategies.conditions())
def test_equality_hash_evolve_and_pickle(condition: Condition) -> None:
    """A condition comes back equal, and hashes equal, from evolve and from pickle."""
    for again in (attrs.evolve(condition), pickle.loads(pickle.dumps(condition))):
        assert again == condition
        assert hash(again) == hash(condition)


def test_kinds_are_never_equal() -> None:
    """Two kinds with the same fields are different conditions."""
    parts = (Consents(1), Exchange())
    assert len({AllOf(parts), AnyOf(parts), AllOf(parts)}) == 2


@pytest.mark.parametrize("kind", CONDITIONS, ids=lambda kind: kind.key)
def test_form_in_files(kind: Any) -> None:
    """The field that stands beside the key is the first, so that Python and files agree."""
    assert kind.primary in (None, attrs.fields(kind)[0].name)


def test_a_condition_says_what_it_asks_for() -> None:
    """A condition that does not say what it asks for, or says so in a word of its own, cannot be defined."""
    with pytest.raises(TypeError, match="Fleet: asks_for is not one of signature, exchange"):

        @attrs.frozen
        class Fleet(Condition):
            key = "fleet"

    with pytest.raises(TypeError, match="Navy: asks_for is not one of"):

        @attrs.frozen
        class Navy(Condition):
            key = "navy"
            asks_for = "ships"  # type: ignore[assignment]  # a word that nobody knows


def test_what_is_asked_for_by_all_parts() -> None:
    """A combined condition asks for what its parts ask for, however deep they stand."""
    assert Named(["PRK"]).asked == {"consent"}
    assert (OnDate("2024-01-01") | (Consents(3) & (Signed() | TreatyInForce("other")))).asked == {
        "day",
        "consent",
        "signature",
        "another_treaty",
    }
