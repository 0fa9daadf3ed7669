"""The words of entry into force: what decided, and what is lacking."""

from typing import Any

import pytest

from geobrief.model.condition import (
    Agreed,
    Consents,
    Exchange,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.objection import Objection
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.termination import Termination
from geobrief.model.treaty import WeightTable
from geobrief.values.source import Citation
from tests.law.given import notified, parent, ratified, signed, told, treaty_of


def test_the_last_instrument_needed_is_named() -> None:
    """What met the condition must be the act that did, its author called as on that day."""
    codes = ["BGR", "HUN", "SUN", "ALB"]
    acts = [ratified(code, f"1955-06-0{day}") for day, code in enumerate(codes, start=1)]
    found = treaty_of(Named(codes), *acts)
    assert str(found.in_force("1955-07-01")) == (
        "yes: in force since 1955-06-04: the condition (consent by Bulgaria, Hungary, the Soviet Union and "
        "Albania) was met on 1955-06-04, when Albania deposited the last instrument needed"
    )
    assert str(found.in_force_for("RUS", "1960-01-01")) == (
        "yes: the Soviet Union has been bound since 1955-06-04: ratification on 1955-06-03"
    )


def test_several_last_consents_are_named_together() -> None:
    """Where some complete the number on one day, all of them must be named."""
    found = treaty_of(Consents(2), ratified("USA", "2000-01-01"), ratified("NLD", "2000-01-01"))
    assert str(found.in_force("2001-01-01")).endswith(
        "when the Netherlands and the United States gave the last consents needed"
    )


def test_the_last_notification_is_that_of_somebody() -> None:
    """Of notifications the author of the last must be named."""
    found = treaty_of(
        Notifications(), notified("AUT", "2000-01-01"), notified("BEL", "2000-03-01"), between=["AUT", "BEL"]
    )
    assert str(found.in_force("2001-01-01")) == (
        "yes: in force since 2000-03-01: the last notification, by Belgium, was received on 2000-03-01"
    )


def test_a_last_signature_is_named() -> None:
    """Where signature binds, who signed last must be named."""
    found = treaty_of(
        Signed(), signed("AUT", "2000-01-01"), signed("BEL", "2000-03-01"), between=["AUT", "BEL"]
    )
    assert str(found.in_force("2001-01-01")) == (
        "yes: in force since 2000-03-01: the last signature needed was given on 2000-03-01, by Belgium"
    )


@pytest.mark.parametrize(
    ("upon", "words"),
    [
        (OnDate("2000-01-01"), "the day that its clause names"),
        (Agreed("2000-01-01"), "the day agreed"),
    ],
)
def test_a_day_in_the_clause_rests_on_the_treaty(upon: OnDate | Agreed, words: str) -> None:
    """A day that the clause names must be said once, and rest on the treaty and its sources."""
    found = treaty_of(
        upon,
        signed("AUT", "1999-01-01"),
        signed("BEL", "1999-01-01"),
        between=["AUT", "BEL"],
        citations=[Citation(source="unts")],
    )
    answer = found.in_force("2001-01-01")
    assert str(answer) == f"yes: in force since 2000-01-01, {words}"
    assert answer.reasons[0].records == ("t",)
    assert [each.source for each in answer.reasons[0].citations] == ["unts"]


def test_what_is_cited_for_an_instrument_is_cited() -> None:
    """The sources of an instrument must reach the reasons that rest on it."""
    instrument = Instrument(deposited="2000-01-01", citations=[Citation(source="depositary")])
    found = treaty_of(Consents(1), Ratification(treaty="t", by="AUT", instrument=instrument))
    for answer in (found.in_force("2001-01-01"), found.in_force_for("AUT", "2001-01-01")):
        assert [each.source for each in answer.reasons[0].citations] == ["depositary"]


def test_the_deposit_of_an_organisation_decides_for_its_members() -> None:
    """Where an organisation counts as its members, its deposit must be the record."""
    found = treaty_of(Consents(20), ratified("eu", "2010-01-01"), organisations="as_its_members")
    answer = found.in_force("2011-01-01")
    assert str(answer).endswith("when the European Union deposited the last instrument needed")
    assert answer.reasons[0].records == ("ratification-t-eu",)


def test_a_treaty_for_a_day_waits_for_those_who_are_named() -> None:
    """Once the day has come, who has not consented must be named and awaited."""
    found = treaty_of(OnDate("2000-01-01"), signed("AUT", "1999-01-01"), between=["AUT", "BEL"])
    answer = found.in_force("2001-01-01")
    assert str(answer) == "no: Belgium has not consented to be bound"
    assert answer.reasons[0].rule == "VCLT 24(1)"
    assert [each.by for each in found.awaiting("2001-01-01")] == [("BEL",)]


def test_a_treaty_is_held_up_by_another() -> None:
    """Another treaty that must enter first must be named, not its id."""
    other = {
        "treaties": {
            "o": treaty_of(Consents(9), ratified("AUT", "1999-01-01", "o"), id="o", title="the Other")
        }
    }
    bound = treaty_of(Consents(1), ratified("AUT", "1999-01-01"), not_before=TreatyInForce("o"), told=other)
    assert str(bound.in_force("2001-01-01")) == "no: it does not enter into force before the Other does"
    assert [str(each) for each in bound.awaiting("2001-01-01")] == ["entry into force of the Other"]
    upon = treaty_of(TreatyInForce("o"), ratified("AUT", "1999-01-01"), told=other)
    assert str(upon.in_force("2001-01-01")) == "no: the Other is not in force"
    unknown = treaty_of(TreatyInForce("x"), ratified("AUT", "1999-01-01"))
    assert str(unknown.awaiting("2001-01-01")[0]) == "entry into force of x"


def test_nobody_may_have_consented() -> None:
    """Where anybody's consent would do, that must be what is missing."""
    found = treaty_of(OnDate("2000-01-01"), signed("AUT", "1999-01-01", effect="subject_to_ratification"))
    assert str(found.in_force("2001-01-01")) == "no: nobody has consented to be bound"
    assert str(found.awaiting("2001-01-01")[0]) == "consent to be bound by any state"


def test_imprecise_entry_is_told_in_words() -> None:
    """Between which days it entered must be said without notation, and never one of them."""
    found = treaty_of(Consents(1), ratified("AUT", "2001-01-31/2001-03-05"))
    between = "between 2001-01-31 and 2001-03-05"
    answer = found.in_force("2001-02-01")
    assert str(answer) == f"unknown: it entered into force {between}; the records do not name the day"
    assert str(answer.missing[0]) == f"the exact day of entry into force (a day {between})"
    assert str(found.in_force("2005-01-01")) == (
        f"yes: in force since a day {between}: the condition (1 consent) was met {between}"
    )
    assert str(found.in_force("2001-01-31/2001-03-05")) == (
        f"unknown: it depends on which day {between} is meant"
    )
    assert str(found.in_force("2001")) == "unknown: it depends on which day of 2001 is meant"


def test_an_entry_that_turns_on_an_unknown_weight_may_have_happened() -> None:
    """Whose weight is unknown must be missing; the share must not be rounded to what is needed."""
    table = WeightTable(weights={"AUT": "54.9999", "FRA": 30}, total=100, unknown=["BEL"])
    upon = Share("emissions", at_least="0.55")
    found = treaty_of(
        upon, ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01"), weights={"emissions": table}
    )
    answer = found.in_force("2001-01-01")
    assert str(answer) == "unknown: it may have entered into force on or after 2000-01-01"
    assert [str(each) for each in answer.missing] == [
        "the weight of BEL (Belgium) in the table of emissions",
        "consents that carry another 0.01 % of emissions",
    ]
    assert answer.reasons[0].because[-1].text == (
        "the consents carry at least 54.99 % of emissions, 55 % are needed; "
        "the weight of Belgium is not known"
    )


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
    assert str(bound) == "yes: it binds the Netherlands as a party to the Parent"
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


def test_a_ratification_at_home_waits_for_its_exchange() -> None:
    """The sentences of the example brief must stay as they are known."""
    exchange = InstrumentExchange(treaty="t", on="2024-12-04")
    found = treaty_of(Exchange(), exchange, between=["PRK", "RUS"])
    assert str(found.in_force("2024-11-12")) == "no: instruments of ratification have not been exchanged"
    assert told(found.in_force("2024-12-04"))[0] == (
        "in force since 2024-12-04: instruments of ratification were exchanged on 2024-12-04"
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


def test_what_ended_before_it_entered_is_told_as_ended() -> None:
    """A treaty terminated before entry must wait for nothing."""
    acts = [ratified("AUT", "2000-01-01"), Termination(treaty="t", on="2001-01-01")]
    found = treaty_of(Consents(2), *acts)
    assert str(found.in_force("2002-01-01")) == (
        "no: out of force since 2001-01-01: it was terminated by all parties"
    )
    assert found.awaiting("2002-01-01") == ()
