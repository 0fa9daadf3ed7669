"""From when to when a treaty is applied provisionally: by a notice, or as the text says (VCLT 25)."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import ratified, signed, told, treaty_of
from tests.law.practice.said import value

LATER = gb.Consents(30)
BY_SIGNATURE = gb.ProvisionalClause(since="signature")
PART_XI = gb.ProvisionalClause(since="1994-11-16", opting_out=True, until="1998-11-16")


def applied(who: str, days: str, *acts: gb.Record, **fields: Any) -> list[str]:
    """Tell for some days whether a state applies a treaty provisionally."""
    found = treaty_of(LATER, *acts, **fields)
    return [value(found.provisionally_applied(who, day)) for day in days.split()]


def notice(by: str, **fields: Any) -> gb.ProvisionalApplication:
    """Make a notice about provisional application."""
    return gb.ProvisionalApplication(treaty="t", by=by, **fields)


def test_a_notice_before_the_day_of_the_text() -> None:
    """Who makes clear before the day of the text that it will not be a party never applies it (25(2))."""
    out = gb.Renunciation(treaty="t", by="AUT", on="1994-10-01")
    fields = {"provisional_application": gb.ProvisionalClause(since="1994-11-16")}
    assert applied("AUT", "1994-11-16 1995-06-01", signed("AUT", "1994-08-01"), out, **fields) == ["no", "no"]


def test_a_withdrawn_signature_runs_its_notice() -> None:
    """Who takes back its signature makes clear that it will not be a party: the notice runs (25(2))."""
    clause = gb.ProvisionalClause(since="signature", notice="60 days")
    act = signed("AUT", "1994-12-17", withdrawn="2000-01-01")
    days = "2000-01-01 2000-02-29 2000-03-01"
    assert applied("AUT", days, act, provisional_application=clause) == ["yes", "yes", "no"]


def test_a_state_that_is_gone_applies_nothing() -> None:
    """Czechoslovakia applied nothing after 1992, by signature or by notice."""
    days = "1992-12-31 1993-01-01"
    assert applied("CSK", days, notice("CSK", since="1990-01-01")) == ["yes", "no"]
    by_signature = {"provisional_application": BY_SIGNATURE}
    assert applied("CSK", days, signed("CSK", "1990-01-01"), **by_signature) == ["yes", "no"]


def test_a_stated_end_stops_what_began_before_it() -> None:
    """An end that is recorded by itself stops what began before it, and nothing that begins later."""
    acts = [notice("AUT", since="2000-01-01", id="a"), notice("AUT", ended="2001-01-01", id="b")]
    days = "1999-12-31 2000-01-01 2001-01-01"
    assert applied("AUT", days, *acts) == ["no", "yes", "no"]
    fields = {"provisional_application": BY_SIGNATURE}
    own = notice("AUT", since="1990-01-01", ended="1991-01-01")
    assert applied("AUT", "1990-06-01 1991-01-01 2000-01-01", own, signed("AUT", "1995-01-01"), **fields) == [
        "yes",
        "no",
        "yes",
    ]


def test_an_end_alone_leaves_the_beginning_open() -> None:
    """Where only an end is recorded, it began on some day before it, and no record says on which."""
    assert applied("AUT", "1990-01-01 2001-01-01", notice("AUT", ended="2001-01-01")) == ["unknown", "no"]


def test_declined_and_applied_after_all() -> None:
    """Who declined at first and then gives notice that it applies it does so from then (25(1))."""
    acts = [
        signed("AUT", "1994-08-01"),
        notice("AUT", declined="1994-11-01", id="a"),
        notice("AUT", since="1996-01-01", id="b"),
    ]
    days = "1994-11-16 1995-12-31 1996-01-01"
    assert applied("AUT", days, *acts, provisional_application=PART_XI) == ["no", "no", "yes"]


def test_declined_and_signed_later() -> None:
    """Of those who had declined Part XI, Cameroon applied it from its later signature, Slovenia did not."""
    acts = [notice("CMR", declined="1994-11-15"), signed("CMR", "1995-05-24")]
    days = "1994-11-16 1995-05-23 1995-05-24"
    found = applied("CMR", days, *acts, adopted="1994-07-28", provisional_application=PART_XI)
    assert found == ["no", "no", "unknown"]


def test_what_is_sure_is_told_first() -> None:
    """Who may have applied a text by its adoption and does by its signature is told to do so by that."""
    fields = {"adopted": "1994-07-28", "negotiating_states": ["BFA"], "provisional_application": PART_XI}
    answer = treaty_of(LATER, signed("BFA", "1994-11-30"), **fields).provisionally_applied(
        "BFA", "1995-01-01"
    )
    assert str(answer) == "yes: Burkina Faso has applied it provisionally since 1994-11-30"


def test_who_adopted_a_text_that_is_applied_from_a_day() -> None:
    """Part XI was applied by who had consented to its adoption; whether a text says so is not recorded."""
    fields = {
        "adopted": "1994-07-28",
        "negotiating_states": ["AUT", "BEL", "CHE"],
        "provisional_application": PART_XI,
    }
    declined = notice("CHE", declined="1994-10-01")
    days = "1994-11-15 1994-11-16 1998-11-16"
    assert applied("BEL", days, signed("AUT", "1994-07-29"), declined, **fields) == ["no", "unknown", "no"]
    assert applied("AUT", days, signed("AUT", "1994-07-29"), **fields) == ["no", "yes", "no"]
    assert applied("CHE", days, signed("AUT", "1994-07-29"), declined, **fields) == ["no", "no", "no"]
    assert applied("FIN", days, signed("AUT", "1994-07-29"), **fields) == ["no", "no", "no"]


def test_a_notice_after_the_time_of_the_text() -> None:
    """The last day of the text ends what began by then, and nothing that states agree on later."""
    late = notice("AUT", since="2000-01-01")
    assert applied("AUT", "1999-12-31 2000-01-01", late, provisional_application=PART_XI) == ["no", "yes"]
    in_time = notice("AUT", since="1995-01-01")
    days = "1995-01-01 1998-11-15 1998-11-16"
    assert applied("AUT", days, in_time, provisional_application=PART_XI) == ["yes", "yes", "no"]


def test_a_consent_that_was_withdrawn() -> None:
    """Who consented without signing and withdrew before entry applies it no longer (25(2))."""
    acts = [
        ratified("AUT", "1994-08-01", means="accession"),
        gb.Withdrawal(treaty="t", by="AUT", received="1996-01-01"),
    ]
    days = "1994-11-16 1995-12-31 1996-01-01"
    assert applied("AUT", days, *acts, provisional_application=PART_XI) == ["yes", "yes", "no"]


def test_signature_is_not_accession() -> None:
    """A text applied from signature is not applied by who accedes without having signed (ECT 45(1))."""
    act = ratified("AUT", "1996-01-01", means="accession")
    assert applied("AUT", "1997-01-01", act, provisional_application=BY_SIGNATURE) == ["no"]


def test_an_unknown_day_of_adoption() -> None:
    """Without the day of adoption it is open from when who negotiated it applies it, before it signed."""
    clause = gb.ProvisionalClause(since="adoption")
    fields = {"negotiating_states": ["AUT", "BEL"], "provisional_application": clause}
    act = signed("AUT", "2000-09-01")
    assert applied("BEL", "2000-08-31 2000-09-01", act, **fields) == ["unknown", "yes"]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2009-08-19", "yes: Russia has applied it provisionally since 1994-12-17"),
        (
            "2009-08-20",
            "yes: Russia has applied it provisionally since 1994-12-17, until 2009-10-19: it gave notice",
        ),
        (
            "2009-10-19",
            "no: Russia applied it provisionally from 1994-12-17 until 2009-10-19, after it made clear",
        ),
    ],
)
def test_russia_and_the_energy_charter(day: str, text: str) -> None:
    """Its notice of 2009-08-20 ran sixty days (ECT 45(3)(a)), and the sentence says so from that day."""
    clause = gb.ProvisionalClause(since="signature", notice="60 days", opting_out=True)
    out = gb.Renunciation(treaty="t", by="RUS", on="2009-08-20")
    found = treaty_of(LATER, signed("RUS", "1994-12-17"), out, provisional_application=clause)
    answer = found.provisionally_applied("RUS", day)
    assert str(answer).startswith(text)
    assert ("on 2009-08-20" in str(answer)) is (day > "2009-08-19")


def test_a_declaration_is_told() -> None:
    """Why it is not applied must be the declaration, and that it may be without effect where it may be."""
    clause = gb.ProvisionalClause(since="signature", opting_out=True)
    acts = [signed("NOR", "1995-06-16"), notice("NOR", declined="1995-06-16")]
    found = treaty_of(LATER, *acts, provisional_application=clause)
    answer = found.provisionally_applied("NOR", "2000-01-01")
    assert str(answer) == "no: Norway declared on 1995-06-16 that it does not apply it provisionally"
    unsure = treaty_of(LATER, *acts, provisional_application=BY_SIGNATURE)
    answer = unsure.provisionally_applied("NOR", "2000-01-01")
    may_have, declared = told(answer)
    assert may_have.endswith("and that may have ended on or after 1995-06-16")
    assert declared.endswith("does not apply it provisionally, which the text does not provide for")
    assert (
        str(answer.missing[0]) == "whether Norway could decline to apply it provisionally, and for how long"
    )


def test_the_time_of_the_text_is_told() -> None:
    """Why nobody applies it any more must be that its time is over."""
    found = treaty_of(LATER, signed("AUT", "1994-07-29"), provisional_application=PART_XI)
    assert str(found.provisionally_applied("AUT", "1999-01-01")) == (
        "no: Austria applied it provisionally from 1994-11-16 until 1998-11-16, "
        "when the time that the text gives was over"
    )


def test_a_reported_member_owes_nothing_in_the_interim() -> None:
    """Who signed and is reported as a member is no more bound by the interim obligation alone (18)."""
    members = [gb.ReportedMembership(by="AUT", period="2003-01-01/..")]
    found = treaty_of(LATER, signed("AUT", "2000-01-01"), reported_memberships=members)
    days = ("2002-12-31", "2003-01-01")
    assert [value(found.bound_by_interim_obligation("AUT", day)) for day in days] == ["yes", "no"]
    assert value(found.bound_by_interim_obligation("BEL", "2003-01-01")) == "no"
