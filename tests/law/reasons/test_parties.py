"""The words of parties and signatories: from when, by what, and what one waits for."""

from typing import Any

import pytest

from geobrief.law import status
from geobrief.model.condition import Consents, Notifications, Signed
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Instrument, Ratification, Reservation, Step
from geobrief.model.renunciation import Renunciation
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Duration, ProvisionalClause, ReportedMembership, Treaty
from tests.law.given import parent, ratified, signed, told, treaty_of, withdrew


def test_a_protocol_waits_for_its_parent() -> None:
    """Who may join only as a party to the parent must be told which treaty that is."""
    options = parent(ratified("AUT", "1980-01-01", "p"))
    acts = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    found = treaty_of(Consents(1), *acts, protocol_to="p", eligibility="parties_to_parent", told=options)
    assert str(found.in_force_for("BEL", "2000-01-01")) == (
        "no: Belgium has consented to be bound (ratification on 1990-01-01); "
        "it will be bound once it is a party to the Parent"
    )


def test_a_consent_before_its_day_will_bind() -> None:
    """What is still to come must be told as to come."""
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        ratified("BEL", "2001-01-01"),
        after="30 days",
        then="same",
    )
    assert str(found.in_force_for("BEL", "2001-01-05")) == (
        "no: Belgium has consented to be bound (ratification on 2001-01-01); it will be bound from 2001-01-31"
    )


def test_an_imprecise_beginning_is_no_fact() -> None:
    """While it is open whether a state is bound already, no sentence may say that it is."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), ratified("BEL", "2002"))
    assert str(found.in_force_for("BEL", "2002-05-01")) == (
        "unknown: Belgium became bound in 2002; the records do not name the day: ratification in 2002"
    )


def test_a_successor_names_its_predecessor() -> None:
    """A succession must rest on the articles about it, and name the state succeeded."""
    found = treaty_of(
        Consents(1), ratified("CSK", "1980-01-01"), ratified("CZE", "1993-02-22", means="succession")
    )
    answer = found.in_force_for("CZE", "1995-01-01")
    assert str(answer) == (
        "yes: Czechia has been bound since 1993-01-01: succession on 1993-02-22, succeeding Czechoslovakia"
    )
    assert answer.reasons[0].rule == "VCSS 17, 22"


def test_an_implied_consent_invents_no_record() -> None:
    """Consent that follows from another treaty must name that treaty, and no act that is not recorded."""
    options = parent(ratified("USA", "1980-01-01", "p"), implies_consent_to=["t"])
    answer = treaty_of(Consents(1), ratified("AUT", "1990-01-01"), told=options).in_force_for(
        "USA", "2000-01-01"
    )
    assert str(answer) == (
        "yes: the United States has been bound since 1980-01-01: by its consent to the Parent on 1980-01-01"
    )
    assert answer.reasons[0].records == ("p",)


def test_between_two_the_later_decides() -> None:
    """Since when it is in force between two must be told of the one that came last."""
    found = treaty_of(Consents(1), ratified("AUT", "1990-01-01"), ratified("BEL", "2005-01-01"))
    answer = found.in_force_between("AUT", "BEL", "2006-01-01")
    assert str(answer) == "yes: Belgium has been bound since 2005-01-01: ratification on 2005-01-01"
    assert str(answer.since) == "2005-01-01"


def test_a_suspension_that_ended_is_told() -> None:
    """Since when performance resumed must be told, and by which suspension it had stopped."""
    both = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    stop = Suspension(treaty="t", by="AUT", notified="2010-01-01", ended="2012-01-01", ground="a breach.")
    found = treaty_of(Consents(1), *both, stop)
    assert str(found.operative_between("AUT", "BEL", "2011-01-01")) == (
        "no: Austria has suspended its operation since 2010-01-01 (a breach)"
    )
    resumed = found.operative_between("AUT", "BEL", "2013-01-01")
    assert str(resumed) == "yes: Austria ended on 2012-01-01 the suspension that began on 2010-01-01"
    assert str(resumed.since) == "2012-01-01"
    over = treaty_of(Consents(1), *both, stop, duration=Duration(term="20 years"))
    assert str(over.operative_between("AUT", "BEL", "2011-01-01")) == (
        "no: out of force since 2010-01-01: its term ended"
    )


def test_an_objection_names_both_and_its_day() -> None:
    """Who objected to whose reservation, and when, must be said."""
    reserving = ratified("BGR", "1950-07-21", reservations=[Reservation(on="1966-01-01")])
    objection = Objection(treaty="t", by="NLD", to="BGR", on="1966-06-20", precludes_entry=True)
    found = treaty_of(Consents(1), reserving, ratified("NLD", "1966-06-20"), objection)
    assert str(found.in_force_between("NLD", "BGR", "1970-01-01")) == (
        "no: the Netherlands objected on 1966-06-20 to the reservation of Bulgaria "
        "and keeps the treaty out of force between the two"
    )


INTERIM = [
    ("FRA", "no: France withdrew its signature on 1985-01-01"),
    (
        "GBR",
        "no: the United Kingdom withdrew its consent to be bound (ratification on 1980-01-01) on 1990-01-01",
    ),
    ("AUT", "yes: Austria has consented to be bound (ratification on 2005-01-01)"),
    ("USA", "no: the United States made clear on 2002-05-06 that it will not become a party"),
    ("BEL", "no: Belgium has neither signed nor consented to be bound"),
]


@pytest.mark.parametrize(("who", "sentence"), INTERIM)
def test_the_interim_obligation_says_what_it_rests_on_or_what_ended_it(who: str, sentence: str) -> None:
    """A yes must name what binds, a no what ended it."""
    acts: list[Any] = [
        signed("FRA", "1980-01-01", withdrawn="1985-01-01"),
        ratified("GBR", "1980-01-01"),
        withdrew("GBR", "1990-01-01", withdraws="ratification"),
        signed("AUT", "2000-01-01"),
        Renunciation(treaty="t", by="AUT", on="2002-05-06"),
        ratified("AUT", "2005-01-01"),
        signed("USA", "2000-12-31"),
        Renunciation(treaty="t", by="USA", on="2002-05-06"),
    ]
    assert str(treaty_of(Consents(5), *acts).bound_by_interim_obligation(who, "2010-01-01")) == sentence


def test_provisional_application_names_what_runs_and_what_ended() -> None:
    """What runs must come first, with the part applied; what ended it must be named."""
    first = ProvisionalApplication(treaty="t", by="IRN", since="2003-12-18", ended="2006-02-06", id="a")
    second = ProvisionalApplication(treaty="t", by="IRN", since="2016-01-16", part="the protocol", id="b")
    found = treaty_of(Consents(9), first, second)
    assert told(found.provisionally_applied("IRN", "2017-01-01")) == [
        "Iran has applied it (the protocol) provisionally since 2016-01-16",
        "Iran applied it provisionally from 2003-12-18 until 2006-02-06",
    ]
    charter = treaty_of(
        Consents(9),
        signed("RUS", "1994-12-17"),
        Renunciation(treaty="t", by="RUS", on="2009-08-20"),
        provisional_application=ProvisionalClause(since="signature"),
    )
    answer = charter.provisionally_applied("RUS", "2017-01-01")
    assert str(answer) == (
        "no: Russia applied it provisionally from 1994-12-17 until 2009-08-20, "
        "when it made clear that it will not become a party"
    )
    assert answer.reasons[0].records == ("signature-t-rus", "renunciation-t-rus")


def test_no_reason_comes_twice() -> None:
    """What an act and the clause say alike must be said once."""
    found = treaty_of(
        Consents(9),
        signed("SYR", "2013-09-14"),
        ProvisionalApplication(treaty="t", by="SYR", since="2013-09-14"),
        provisional_application=ProvisionalClause(since="signature"),
    )
    assert told(found.provisionally_applied("SYR", "2014-01-01")) == [
        "Syria has applied it provisionally since 2013-09-14"
    ]


def test_steps_at_home_count_only_as_decisions_taken_by_the_day() -> None:
    """A submission is no approval, a rejection undoes one, and what comes later is not told."""
    act = Ratification(
        treaty="t",
        by="AUT",
        steps=[
            Step(kind="submission", on="2000-01-01"),
            Step(kind="lower_house_vote", on="2000-02-01", body="Assembly"),
            Step(kind="upper_house_vote", on="2000-03-01", result="rejected"),
        ],
    )
    found = treaty_of(Consents(9), act)
    assert told(found.in_force("2000-01-15"))[1:] == []
    assert told(found.in_force("2000-02-15"))[1:] == [
        "AUT (Austria) has approved it at home (Assembly, 2000-02-01): that is not yet consent to be bound"
    ]
    assert told(found.in_force("2000-03-15"))[1:] == [
        (
            "AUT (Austria) has not approved it at home "
            "(rejected by upper house vote, 2000-03-01, after approval by Assembly, 2000-02-01)"
        )
    ]
    assert [found.stage("AUT", f"2000-0{month}-15") for month in (1, 2, 3)] == [
        "none",
        "approved_domestically",
        "none",
    ]


def test_reasons_do_not_depend_on_the_order_of_questions() -> None:
    """An instrument executed at home must not be told of the days before, whatever was asked first."""
    act = Ratification(treaty="t", by="AUT", instrument=Instrument(executed="2000-02-01"))
    found = treaty_of(Consents(9), act)
    assert told(found.in_force("2000-03-01"))[1:] == [
        (
            "AUT (Austria) has executed its instrument of ratification (2000-02-01): "
            "that is not yet consent to be bound"
        )
    ]
    assert told(found.in_force("2000-01-01"))[1:] == []


def test_a_signature_is_subject_to_what_the_clause_asks_for() -> None:
    """Who has consented since is not named; what a signature still needs follows the clause."""
    both = [signed(who, "2000-01-01") for who in ("AUT", "USA")]
    noted = treaty_of(Notifications(), *both, between=["AUT", "USA"]).in_force("2001-01-01")
    assert told(noted) == [
        "notification by Austria and the United States has not been received",
        "signed by Austria and the United States on 2000-01-01, subject to notification",
    ]
    one = treaty_of(Consents(2), *both, ratified("AUT", "2000-06-01")).in_force("2001-01-01")
    assert told(one) == [
        "1 of the 2 consents needed has been given",
        "signed by the United States on 2000-01-01, subject to ratification",
    ]
    marked = signed("USA", "2000-01-02", effect="subject_to_ratification")
    waiting = treaty_of(Signed(), both[0], marked, between=["AUT", "USA"])
    assert str(waiting.in_force("2001-01-01")) == "no: the United States has not consented to be bound"
    assert [str(each) for each in waiting.awaiting("2001-01-01")] == ["ratification by USA (United States)"]


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


def test_a_reported_membership_is_told_in_words() -> None:
    """From when to when a source counts a member must be said without notation."""
    members = [
        ReportedMembership(by="USA", period="1949-04-04/..", begins_with="signature"),
        ReportedMembership(by="FRA", period="1949-04-04/1966-06-30"),
    ]
    treaty = Treaty(id="t", title="the treaty", reported_memberships=members)
    assert told(status(treaty, (), as_of="2000-01-01").in_force_between("USA", "FRA", "1950-01-01")) == [
        (
            "a source reports the United States as a member since 1949-04-04, counted from signature; "
            "no act is recorded"
        ),
        (
            "a source reports France as a member from 1949-04-04 to 1966-06-30, "
            "without saying from which act; no act is recorded"
        ),
    ]


def test_a_state_is_called_as_on_the_day_asked() -> None:
    """One person in law must be called by its name of the day, whatever was asked first."""
    found = treaty_of(Consents(1), ratified("SUN", "1955-06-03"))
    words = "has been bound since 1955-06-03: ratification on 1955-06-03"
    assert str(found.in_force_for("RUS", "2000-01-01")) == f"yes: Russia {words}"
    assert str(found.in_force_for("RUS", "1960-01-01")) == f"yes: the Soviet Union {words}"


def test_a_closed_treaty_says_so() -> None:
    """Why a stranger is no party must be that the treaty is closed to it, with nothing missing."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
    answer = treaty_of(Consents(2), *acts, between=["AUT", "BEL"]).in_force_for("CHE", "2001-01-01")
    assert (str(answer), answer.missing) == ("no: it is closed to Switzerland", ())
