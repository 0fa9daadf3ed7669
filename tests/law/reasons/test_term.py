"""The words of terms: extensions and tacit renewals."""

from geobrief.model.condition import Consents
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, Renewal
from tests.law.given import ratified, told, treaty_of


def test_the_extension_that_gave_the_end_is_told() -> None:
    """The extension that gave the term its end must be told, none before; a late one with the end before."""
    extensions = [
        Extension(treaty="t", id=f"e{number}", agreed=agreed, until=until)
        for number, (agreed, until) in enumerate(
            [("1954-06-01", "1970-01-01"), ("1969-06-01", "1983-01-01"), ("1995-05-11", "2000-01-01")]
        )
    ]
    found = treaty_of(
        Consents(1), ratified("BEL", "1945-01-01"), *extensions, duration=Duration(term="10 years")
    )
    late = "its term ended on 1983-01-01 and was extended afterwards, by agreement on 1995-05-11"
    assert told(found.in_force("2000-01-01"))[:2] == [
        "out of force since 2000-01-01: its term ended",
        f"{late} until 2000-01-01",
    ]
    for gap in (found.in_force("1990-01-01"), found.in_force_for("BEL", "1990-01-01")):
        assert str(gap) == f"unknown: {late}; whether that works back is not said"
    assert str(found.in_force("1996-01-01")) == (
        "yes: in force since 1995-05-11, extended by agreement on 1995-05-11 until 2000-01-01, after its "
        "term had ended on 1983-01-01"
    )
    assert "in force for Belgium since 1995-05-11, " in str(found.in_force_for("BEL", "1996-01-01"))


def test_an_extension_that_works_from_another_day() -> None:
    """The day on which it was agreed is told apart from that on which it took effect (39)."""
    longer = Extension(treaty="t", agreed="2010-06-01", effective="2009-12-01", lengthened="5 years")
    found = treaty_of(Consents(1), ratified("BEL", "2000-01-01"), longer, duration=Duration(term="10 years"))
    for day in ("2010-02-01", "2010-06-02"):
        assert str(found.in_force(day)) == (
            "yes: in force since 2000-01-01, extended by agreement on 2010-06-01, "
            "with effect from 2009-12-01, until 2015-01-01"
        )
    assert "2010-06-01" not in found.explain("2009-11-30")


def test_a_term_that_was_extended_was_not_renewed() -> None:
    """Tacit renewal must be told with its day, and only where no agreement came first."""
    yearly = Duration(term="5 years", renewal=Renewal(each="5 years"))
    renewed = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), duration=yearly)
    assert told(renewed.in_force("2007-01-01"))[0] == (
        "in force since 2000-01-01, renewed on 2005-01-01 for 5 years"
    )
    longer = Extension(treaty="t", agreed="2004-01-01", lengthened="5 years")
    extended = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), longer, duration=yearly)
    assert str(extended.in_force("2007-01-01")) == (
        "yes: in force since 2000-01-01, extended by agreement on 2004-01-01 until 2010-01-01"
    )
    assert str(extended.in_force("2012-01-01")) == (
        "yes: in force since 2000-01-01, renewed on 2010-01-01 for 5 years"
    )
