"""Notice, opting out and a last day of provisional application (VCLT 25(2))."""

import geobrief as gb
from tests.law.given import ratified, signed, treaty_of
from tests.law.practice.said import value

LATER = gb.Consents(30)
CHARTER = gb.ProvisionalClause(since="signature", notice="60 days", opting_out=True)


def applied(found: gb.TreatyStatus, who: str, *days: str) -> list[str]:
    """Tell for some days whether a state applies a treaty provisionally."""
    return [value(found.provisionally_applied(who, day)) for day in days]


def test_sixty_days_of_notice() -> None:
    """Who notifies that it will not become a party goes on for sixty days (ECT 45(3)(a))."""
    notice = gb.Renunciation(treaty="t", by="RUS", on="2009-08-20")
    found = treaty_of(LATER, signed("RUS", "1994-12-17"), notice, provisional_application=CHARTER)
    days = ("1994-12-17", "2009-08-20", "2009-10-01", "2009-12-01")
    assert applied(found, "RUS", *days) == ["yes", "yes", "yes", "no"]


def test_notice_without_a_period_works_at_once() -> None:
    """Where the text gives no period, notice ends it at once (25(2))."""
    notice = gb.Renunciation(treaty="t", by="RUS", on="2009-08-20")
    clause = gb.ProvisionalClause(since="signature")
    found = treaty_of(LATER, signed("RUS", "1994-12-17"), notice, provisional_application=clause)
    assert applied(found, "RUS", "2009-08-19", "2009-08-20") == ["yes", "no"]


def test_opting_out_at_signature() -> None:
    """Who declared at signature that it cannot accept it never applied it (ECT 45(2)(a))."""
    declined = gb.ProvisionalApplication(treaty="t", by="NOR", declined="1995-06-16")
    found = treaty_of(
        LATER,
        signed("NOR", "1995-06-16"),
        signed("AUT", "1994-12-17"),
        declined,
        provisional_application=CHARTER,
    )
    assert applied(found, "NOR", "1995-06-15", "1995-06-16", "2005-01-01") == ["no", "no", "no"]
    assert applied(found, "AUT", "2005-01-01") == ["yes"]


def test_declining_later() -> None:
    """A declaration that comes later ends it from its day (25(2))."""
    declined = gb.ProvisionalApplication(treaty="t", by="AUT", declined="2000-01-01")
    found = treaty_of(LATER, signed("AUT", "1994-12-17"), declined, provisional_application=CHARTER)
    assert applied(found, "AUT", "1999-12-31", "2000-01-01") == ["yes", "no"]


def test_declining_what_the_text_does_not_let_decline() -> None:
    """Where the text knows no opting out, its effect is unknown (25(1))."""
    declined = gb.ProvisionalApplication(treaty="t", by="AUT", declined="2000-01-01")
    clause = gb.ProvisionalClause(since="signature")
    found = treaty_of(LATER, signed("AUT", "1994-12-17"), declined, provisional_application=clause)
    assert applied(found, "AUT", "1999-12-31", "2001-01-01") == ["yes", "unknown"]


def test_a_last_day_for_all() -> None:
    """Part XI was applied provisionally until 1998-11-16 at the latest (art. 7(3))."""
    clause = gb.ProvisionalClause(since="1994-11-16", until="1998-11-16")
    found = treaty_of(LATER, ratified("AUT", "1994-08-01", means="accession"), provisional_application=clause)
    assert applied(found, "AUT", "1994-11-15", "1994-11-16", "1998-11-15", "1998-11-16") == [
        "no",
        "yes",
        "yes",
        "no",
    ]
