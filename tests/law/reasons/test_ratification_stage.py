"""What is told of steps at home and of signatures, which are no consent yet."""

from geobrief.model.condition import Consents, Exchange, Notifications, Signed
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.ratification import Ratification, Step
from tests.law.given import ratified, signed, told, treaty_of


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


def test_a_ratification_at_home_waits_for_its_exchange() -> None:
    """The sentences of the example brief must stay as they are known."""
    exchange = InstrumentExchange(treaty="t", on="2024-12-04")
    found = treaty_of(Exchange(), exchange, between=["PRK", "RUS"])
    assert str(found.in_force("2024-11-12")) == "no: instruments of ratification have not been exchanged"
    assert told(found.in_force("2024-12-04"))[0] == (
        "in force since 2024-12-04: instruments of ratification were exchanged on 2024-12-04"
    )
