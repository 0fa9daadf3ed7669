"""What is told as lacking before a treaty enters into force."""

from typing import Any

import pytest

from geobrief.law import status
from geobrief.model.condition import (
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    Share,
)
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.objection import Objection
from geobrief.model.signature import Signature
from geobrief.model.treaty import (
    Treaty,
    WeightTable,
)
from tests.law.given import parent, ratified, signed, treaty_of


@pytest.mark.parametrize(
    ("upon", "sentence", "missing"),
    [
        (
            Consents(3, means=["ratification"]),
            "1 of the 3 consents by ratification needed has been given",
            "2 more consents by ratification",
        ),
        (
            Consents(3, of="signatories"),
            "1 of the 3 consents by signatories needed has been given",
            "2 more consents by signatories",
        ),
        (Consents(4), "3 of the 4 consents needed have been given", "1 more consent"),
    ],
)
def test_only_consents_that_count_are_counted(upon: Consents, sentence: str, missing: str) -> None:
    """How many have been given must be how many count, and whose are awaited must be said."""
    acts = [
        ratified("BEL", "2000-01-01", means="accession"),
        ratified("FRA", "2000-01-01", means="accession"),
    ]
    found = treaty_of(upon, signed("AUT", "1999-01-01"), ratified("AUT", "2000-01-01"), *acts)
    assert str(found.in_force("2001-01-01")) == f"no: {sentence}"
    assert [str(each) for each in found.awaiting("2001-01-01")] == [missing]


def test_half_is_not_more_than_half() -> None:
    """A share to be exceeded must be said to be exceeded."""
    table = WeightTable(weights={"AUT": 50, "FRA": 30}, total=100)
    found = treaty_of(
        Share("emissions", more_than="1/2"), ratified("AUT", "2000-01-01"), weights={"emissions": table}
    )
    assert str(found.in_force("2001-01-01")) == (
        "no: the consents carry 50 % of emissions, more than 50 % is needed"
    )
    assert str(found.awaiting("2001-01-01")[0]) == "one more consent that carries any emissions"


def test_who_objected_to_a_tacit_amendment_is_named() -> None:
    """What stops tacit acceptance must be the objections; one that does not keeps its author out."""
    three = [ratified(who, "1980-01-01", "p") for who in ("FRA", "NLD", "USA")]
    objection = Objection(treaty="t", by="USA", to="FRA", on="1985-01-01")
    fields: dict[str, Any] = {"amends": "p", "adopted": "1984-06-01", "told": parent(*three)}
    stopped = treaty_of(NoObjections(within="10 months", fraction="1/3"), objection, **fields)
    answer = stopped.in_force("1986-01-01")
    assert str(answer) == (
        "no: it was not accepted: objection by the United States on 1985-01-01; "
        "acceptance takes 10 months without objection by 1/3 of the parties"
    )
    assert answer.reasons[0].records == (objection.id,)
    assert str(stopped.in_force_for("FRA", "1986-01-01")) == str(answer)
    accepted = treaty_of(NoObjections(within="10 months", fraction="1/2"), objection, **fields)
    assert str(accepted.in_force_for("USA", "1986-01-01")) == "no: the United States objected on 1985-01-01"
    bound = accepted.in_force_for("NLD", "1986-01-01")
    assert str(bound) == "yes: since 1985-04-01 it binds the Netherlands as a party to the Parent"
    assert bound.reasons[0].rule == "VCLT 24(1), 40(1)"
    assert str(accepted.in_force_for("BEL", "1986-01-01")) == (
        "no: it binds the parties to the Parent, and Belgium is not one of them"
    )
    waiting = accepted.in_force("1984-08-01")
    assert str(waiting) == (
        "no: it was to enter into force after 10 months without objection by 50 % of the parties"
    )


def test_alternatives_are_not_ambiguous() -> None:
    """What belongs together in one of several ways must stand in brackets."""
    upon = Exchange("notes") | (Consents(2) & Named(["USA"]))
    found = treaty_of(upon, signed("AUT", "2000-01-01"))
    assert str(found.in_force("2001-01-01")) == (
        "no: none of these has happened: exchange of notes or "
        "(2 more consents and signature and ratification by USA (United States))"
    )


def test_who_is_absent_from_the_table_is_said_to_carry_nothing() -> None:
    """That a consent counts for nothing in a table of weights must be told."""
    table = {"weights": {"tonnage": WeightTable(weights={"AUT": 40, "BEL": 60})}}
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "CHE", "FIN")]
    found = treaty_of(Share("tonnage", at_least="1/2"), *acts, **table)
    assert str(found.in_force("2001-01-01")) == (
        "no: the consents carry 40 % of tonnage, 50 % are needed; "
        "Switzerland and Finland, absent from the table, carry nothing"
    )


def test_a_group_that_nobody_defined_is_what_is_missing() -> None:
    """Who is meant by a name that is no group and no actor must be asked for."""
    found = treaty_of(Named(["annex-2"]), ratified("AUT", "2000-01-01"))
    answer = found.in_force("2001-01-01")
    assert [str(each) for each in answer.missing] == ["who is meant by annex 2"]


def test_all_of_the_signatories_are_awaited_by_name() -> None:
    """Where all must consent, each that has not must be named."""
    treaty = Treaty(
        id="t",
        title="T",
        entry_into_force=EntryIntoForce(upon=FractionOf(of="signatories", at_least=1)),
    )
    signed = [Signature(treaty="t", by=who, on="1959-12-01") for who in ("ARG", "CHL", "GBR")]
    found = status(treaty, [*signed, ratified("GBR", "1960-05-31")], as_of="1961-01-01")
    assert [each.by for each in found.awaiting()] == [("ARG",), ("CHL",)]
    assert str(found.in_force("1961-01-01")) == ("no: Argentina and Chile have not consented to be bound")


def test_a_majority_and_members_are_awaited_by_number() -> None:
    """Where any of a group will do, their number must be said."""
    signed = [Signature(treaty="t", by=who, on="1946-07-22") for who in ("CAN", "CHN", "GBR", "USA")]
    for upon, words, lacking in (
        (
            FractionOf(of="signatories", more_than="1/2"),
            "1 of the 3 consents by signatories needed has been given (a majority of 4)",
            2,
        ),
        (
            MembersOf(group="un", at_least=2),
            "1 of the 2 consents by members of the United Nations needed has been given",
            1,
        ),
    ):
        treaty = Treaty(id="t", title="T", entry_into_force=EntryIntoForce(upon=upon))
        found = status(treaty, [*signed, ratified("CAN", "1946-08-29")], as_of="1947-01-01")
        assert str(found.in_force("1947-01-01")) == f"no: {words}"
        [missing] = found.awaiting()
        assert missing.count == lacking
