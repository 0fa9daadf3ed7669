"""The words of entry into force: what decided, and what is lacking."""

import pytest

from geobrief.model.act import Contest
from geobrief.model.condition import (
    Agreed,
    Consents,
    Exchange,
    FractionOf,
    Named,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.coverage import Coverage
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.termination import Termination
from geobrief.model.treaty import WeightTable, WithdrawalClause
from geobrief.values.citation import Citation
from geobrief.values.delay import Days, Months, Years
from tests.law.given import notified, parent, ratified, signed, told, treaty_of, withdrew


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


def test_notes_that_were_exchanged_are_those_of_nobody_alone() -> None:
    """Where the parties exchanged notes, no one of them gave the last notification."""
    exchanged = NoteExchange(treaty="t", on="2000-03-01")
    found = treaty_of(Notifications("sent"), exchanged, between=["AUT", "BEL"])
    assert str(found.in_force("2001-01-01")) == (
        "yes: in force since 2000-03-01: the last notification was sent on 2000-03-01"
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


def test_what_ended_before_it_entered_is_told_as_ended() -> None:
    """A treaty terminated before entry must wait for nothing."""
    acts = [ratified("AUT", "2000-01-01"), Termination(treaty="t", on="2001-01-01")]
    found = treaty_of(Consents(2), *acts)
    assert str(found.in_force("2002-01-01")) == (
        "no: out of force since 2001-01-01: it was terminated by all parties"
    )
    assert found.awaiting("2002-01-01") == ()


LEAVE = {"withdrawal": WithdrawalClause()}


def test_an_entry_is_told_no_more_exactly_than_it_is_known() -> None:
    """Where consents are not recorded, neither the day of entry nor an end may be told as certain."""
    given = [ratified("BRA", "2001-01-01"), ratified("ARG", "2001-01-02")]
    left = [withdrew(who, "2002-01-01") for who in ("BRA", "ARG")]
    covered = Coverage(acts=["withdrawal"])
    found = treaty_of(Consents(2), *given, *left, coverage=covered, **LEAVE).entered_into_force
    assert found.is_yes
    assert told(found)[0] == (
        "it entered into force on or before 2001-01-02; it may have ended on or after 2002-01-01"
    )
    assert not any("out of force" in text for text in told(found))


def test_only_those_needed_gave_the_last_consents() -> None:
    """Who consented on the same day, and was not needed, must not be named."""
    signatures = [signed(who, "2000-01-01") for who in ("BEL", "FRA", "DNK")]
    given = [ratified("BEL", "2001-01-01"), ratified("FRA", "2001-02-01"), ratified("DNK", "2001-02-01")]
    upon = Named(["FRA"]) & FractionOf(of="signatories", at_least="1/3")
    found = treaty_of(upon, *signatures, *given).in_force("2002-01-01")
    assert told(found)[0].endswith("on 2001-02-01, when France deposited the last instrument needed")
    either = treaty_of(Consents(3), *given).in_force("2002-01-01")
    assert told(either)[0].endswith("when Denmark and France gave the last consents needed")


def test_an_entry_after_a_partner_ceased_to_exist_is_not_told_as_certain() -> None:
    """What is open must not be told as having happened."""
    exchanged = InstrumentExchange(treaty="t", on="1992-12-01")
    found = treaty_of(Exchange(), exchanged, between=["AUT", "CSK"], after=Months(6))
    assert found.entered_into_force.is_unknown
    texts = (*told(found.entered_into_force), *told(found.in_force_for("AUT", "1994-01-01")))
    assert "it may have entered into force on or after 1993-06-01" in " ".join(texts)
    assert not any("has been bound" in text for text in texts)


def test_a_text_that_works_back_names_the_consents() -> None:
    """A day before adoption holds because all have consented to it (28)."""
    given = [ratified("AUT", "2006-05-01"), ratified("BEL", "2006-06-01")]
    for upon in (OnDate("2005-01-01"), Agreed("2005-01-01")):
        found = treaty_of(upon, *given, between=["AUT", "BEL"], adopted="2006-01-01").entered_into_force
        first = found.reasons[0]
        assert first.rule == "VCLT 28"
        assert [record for each in first.because for record in each.records] == [one.id for one in given]


def test_an_entry_that_is_disputed_is_told_as_far_as_all_agree() -> None:
    """It must have entered, on either of two days, and what has become of it must not be told as sure."""
    acts = [ratified("AUT", "2001-01-01", contested=[Contest(by="BEL")]), ratified("BEL", "2001-01-18")]
    entered = treaty_of(Consents(1), *acts, after=Days(14), **LEAVE).entered_into_force
    assert told(entered)[0].startswith(
        "with the ratification by Austria contested by Belgium: in force since"
    )
    assert "without it: in force since 2001-02-01" in told(entered)[0]
    left = withdrew("BEL", "2006-01-01")
    entered = treaty_of(Consents(1), *acts, left, after=Days(14), **LEAVE).entered_into_force
    assert entered.is_yes
    assert told(entered)[0].startswith("it entered into force between 2001-01-15 and 2001-02-01")


def test_what_a_protocol_waits_for_is_told_where_its_only_consent_cannot_bind() -> None:
    """Who has left the parent has consented still, and the records say nothing of what comes after."""
    member = (ratified("AUT", "2000-01-01", "p"), withdrew("AUT", "2002-01-01", "p"))
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2001-01-01"),
        after=Years(2),
        protocol_to="p",
        eligibility="parties_to_parent",
        told=parent(*member, ratified("BEL", "2000-01-01", "p"), **LEAVE),
    )
    assert found.contracting_states("2004-01-01").certain == {"AUT"}
    assert told(found.in_force("2004-01-01")) == [
        "nobody who has consented to be bound is a party to the Parent"
    ]
    entered = found.entered_into_force
    assert entered.is_unknown
    assert str(entered.missing[0]) == "records after 2025-12-31"


def test_an_entry_is_told_once_where_nobody_records_ends() -> None:
    """What the records do not cover must not be told beside "in force since"."""
    covered = Coverage(acts=["ratification"])
    found = treaty_of(Consents(1), ratified("AUT", "2001-01-01"), coverage=covered).entered_into_force
    assert told(found) == [
        "it entered into force on or before 2001-01-01; whether it has ended since is not known",
        "the records do not cover this: terminations are not recorded",
    ]


def test_whose_consent_stands_is_not_said_to_have_none() -> None:
    """Who will have withdrawn before the entry still is a contracting state until then."""
    acts = [ratified("AUT", "2001-01-01"), withdrew("AUT", "2001-12-01")]
    above = parent(ratified("AUT", "2000-01-01", "p"))
    found = treaty_of(Consents(1), *acts, after=Years(2), protocol_to="p", told=above, **LEAVE)
    assert found.contracting_states("2001-06-01").certain == {"AUT"}
    assert told(found.in_force("2001-06-01"))[0] == "nobody who has consented to be bound is bound yet"
    assert told(found.in_force("2002-06-01"))[0] == "nobody is left who has consented to be bound"
