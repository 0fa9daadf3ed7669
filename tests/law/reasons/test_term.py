"""The words of terms: extensions and tacit renewals."""

from geobrief.model.condition import Consents
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, Renewal
from tests.law.given import ratified, told, treaty_of


def test_each_extension_has_its_own_end() -> None:
    """An extension must be told with the end that it gave; a late one as without effect."""
    extensions = [
        Extension(treaty="t", id=f"e{number}", agreed=agreed, until=until)
        for number, (agreed, until) in enumerate(
            [("1954-06-01", "1970-01-01"), ("1969-06-01", "1983-01-01"), ("1995-05-11", "2000-01-01")]
        )
    ]
    found = treaty_of(
        Consents(1), ratified("BEL", "1945-01-01"), *extensions, duration=Duration(term="10 years")
    )
    assert told(found.in_force("1996-01-01"))[:4] == [
        "out of force since 1983-01-01: its term ended",
        "its term was extended by agreement on 1954-06-01, until 1970-01-01",
        "its term was extended by agreement on 1969-06-01, until 1983-01-01",
        "an extension agreed on 1995-05-11, after its expiry, is without effect: it would be a new agreement",
    ]


def test_a_term_that_was_extended_was_not_renewed() -> None:
    """Tacit renewal must be told with its day, and only where no agreement came first."""
    yearly = Duration(term="5 years", renewal=Renewal(each="5 years"))
    renewed = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), duration=yearly)
    assert told(renewed.in_force("2007-01-01"))[1] == "its term has been renewed tacitly since 2005-01-01"
    longer = Extension(treaty="t", agreed="2004-01-01", lengthened="5 years")
    extended = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), longer, duration=yearly)
    assert not any("tacitly" in text for text in told(extended.in_force("2007-01-01")))
