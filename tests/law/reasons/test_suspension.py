"""Why a treaty is operative between two states, or is not."""

from geobrief.model.condition import Consents
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Duration
from tests.law.given import ratified, treaty_of


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


def test_only_the_suspensions_of_the_day_are_told() -> None:
    """What one suspended in another year must not be told as what stops performance on a day."""
    both = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    first = Suspension(treaty="t", by="AUT", notified="2000-01-01", ended="2001-01-01", id="first")
    second = Suspension(treaty="t", by="BEL", notified="2010-01-01", id="second")
    stopped = treaty_of(Consents(1), *both, first, second).operative_between("AUT", "BEL", "2011-01-01")
    assert [each.records for each in stopped.reasons if "suspended" in each.text] == [("second",)]
