"""A treaty applied provisionally by its own text: from when, by whom, and until when (VCLT 25)."""

import geobrief as gb
from tests.law.given import ratified, signed, treaty_of
from tests.law.practice.said import brief_of, value

LATER = gb.Consents(30)
"""A condition that is not met in these tests: what applies, applies provisionally."""


def test_from_adoption_by_who_negotiated_it() -> None:
    """A text applied from its adoption binds who adopted it, signed or not (25(1))."""
    found = treaty_of(
        LATER,
        signed("AUT", "2000-09-01"),
        adopted="2000-05-01",
        negotiating_states=["AUT", "BEL"],
        provisional_application=gb.ProvisionalClause(since="adoption"),
    )
    for who in ("AUT", "BEL"):
        days = ("2000-04-30", "2000-05-01", "2001-01-01")
        assert [value(found.provisionally_applied(who, day)) for day in days] == ["no", "yes", "yes"]


def test_from_a_day_by_who_consented_without_signing() -> None:
    """Part XI (art. 7) is applied from 1994-11-16 by who accepted it, also without a signature (25(1))."""
    found = treaty_of(
        LATER,
        ratified("AUT", "1994-08-01", means="accession"),
        ratified("BEL", "1995-03-01", means="accession"),
        provisional_application=gb.ProvisionalClause(since="1994-11-16"),
    )
    assert [value(found.provisionally_applied("AUT", day)) for day in ("1994-11-15", "1994-11-16")] == [
        "no",
        "yes",
    ]
    assert [value(found.provisionally_applied("BEL", day)) for day in ("1995-02-28", "1995-03-01")] == [
        "no",
        "yes",
    ]


def test_it_ends_with_entry_into_force() -> None:
    """Who applies it provisionally does so until it is a party (25(1))."""
    found = treaty_of(
        gb.Consents(1),
        signed("AUT", "2000-01-01"),
        ratified("AUT", "2001-01-01"),
        provisional_application=gb.ProvisionalClause(since="signature"),
    )
    days = ("2000-12-31", "2001-01-01")
    assert [value(found.provisionally_applied("AUT", day)) for day in days] == ["yes", "no"]


def test_a_stated_end_of_what_began_by_the_clause() -> None:
    """Russia applied the Energy Charter Treaty from its signature until 2009-10-18 (ECT 45(3)(a))."""
    found = treaty_of(
        LATER,
        signed("RUS", "1994-12-17"),
        gb.ProvisionalApplication(treaty="t", by="RUS", ended="2009-10-18"),
        provisional_application=gb.ProvisionalClause(since="signature"),
    )
    days = ("1994-12-16", "1994-12-17", "2009-10-17", "2009-10-18")
    assert [value(found.provisionally_applied("RUS", day)) for day in days] == ["no", "yes", "yes", "no"]


DUTY = gb.Provision(article="10", kind="cooperation")


def with_duty(*acts: gb.Record, **fields: object) -> gb.Brief:
    """Make a brief of a treaty with one duty, which is applied provisionally from signature."""
    treaty = gb.Treaty(
        id="t",
        title="Energy Charter Treaty",
        entry_into_force=gb.EntryIntoForce(upon=LATER),
        provisional_application=gb.ProvisionalClause(since="signature"),
        provisions=[DUTY],
        **fields,  # type: ignore[arg-type]  # only fields of a treaty are given
    )
    return brief_of(treaty, *acts)


def test_duties_are_owed_under_provisional_application() -> None:
    """Duties under a treaty that both apply provisionally are owed, and the reasons say so (25, 26)."""
    brief = with_duty(signed("AUT", "1994-12-17"), signed("RUS", "1994-12-17"))
    owed = brief.obligations("RUS", "AUT", "2000-01-01")
    assert [each.value.is_yes for each in owed] == [True]
    assert any("provisional" in reason.text for each in owed for reason in each.reasons)


def test_no_duty_before_provisional_application() -> None:
    """Nothing is owed to a state that neither applies the treaty nor is a party to it (26, 34)."""
    brief = with_duty(signed("AUT", "1994-12-17"))
    assert not brief.obligations("RUS", "AUT", "2000-01-01")
    assert not brief.obligations("AUT", "RUS", "2000-01-01")


def test_duties_are_owed_after_a_notice_of_provisional_application() -> None:
    """Syria applied the Chemical Weapons Convention from 2013-09-14 and owed it to parties (25)."""
    treaty = gb.Treaty(
        id="t",
        title="Chemical Weapons Convention",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1), after=gb.Days(30), then=gb.SAME),
        provisions=[gb.Provision(article="I", kind="arms_limitation")],
    )
    brief = brief_of(
        treaty,
        ratified("AUT", "1995-08-17"),
        ratified("SYR", "2013-09-14", means="accession"),
        gb.ProvisionalApplication(treaty="t", by="SYR", since="2013-09-14"),
    )
    assert [each.value.is_yes for each in brief.obligations("SYR", "AUT", "2013-09-20")] == [True]
    assert not brief.obligations("SYR", "AUT", "2013-09-13")


def test_beside_reported_memberships() -> None:
    """A clause on provisional application works also where memberships are only reported (25)."""
    found = treaty_of(
        LATER,
        signed("AUT", "2000-01-01"),
        provisional_application=gb.ProvisionalClause(since="signature"),
        reported_memberships=[gb.ReportedMembership(by="AUT", period="2003-01-01/..")],
    )
    days = ("1999-12-31", "2000-01-01", "2002-12-31", "2003-01-01")
    assert [value(found.provisionally_applied("AUT", day)) for day in days] == ["no", "yes", "yes", "no"]
