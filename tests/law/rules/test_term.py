"""How long treaties run: renewals, extensions, and notices that wait for the end of a term."""

from typing import Any

import pytest

from geobrief.model.condition import Consents, Exchange, Notifications
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.treaty import Duration, Renewal
from tests.law.given import ratified, treaty_of, withdrew

FIVE_MORE = Renewal(each="5 years", notice="1 year")


def friendship(*acts: Any, **duration: Any) -> Any:
    """Make the treaty of Finland and the Soviet Union of 1948 with some duration."""
    exchanged = InstrumentExchange(treaty="t", on="1948-05-31")
    return treaty_of(Exchange(), exchanged, *acts, between=["FIN", "SUN"], duration=Duration(**duration))


def longer(agreed: str, **more: Any) -> Extension:
    """Make an extension."""
    return Extension(treaty="t", id=f"e-{agreed}", agreed=agreed, **more)


def test_a_fixed_day_may_be_followed_by_renewals() -> None:
    """A treaty until a day that is renewed tacitly must run on, and end at a renewal by notice."""
    found = friendship(until="1955-01-01", renewal=FIVE_MORE)
    assert found.in_force("1990-01-01").is_yes
    out = friendship(withdrew("FIN", "1958-06-01"), until="1955-01-01", renewal=FIVE_MORE)
    assert str(out.in_force("1958-12-01").until) == "1960-01-01"
    thrice = Renewal(each="5 years", times=3)
    assert str(friendship(until="1955-01-01", renewal=thrice).in_force("1960-06-01").until) == "1970-01-01"


def test_an_extension_moves_the_end_of_the_running_term() -> None:
    """A notice during an extended term must wait for its end, and renewals count from it."""
    extended = longer("1955-09-19", until="1975-09-19")
    found = friendship(extended, withdrew("FIN", "1960-01-01"), term="10 years", renewal=FIVE_MORE)
    assert found.in_force("1975-09-18").is_yes
    assert found.in_force("1975-09-19").is_no
    late = friendship(extended, withdrew("FIN", "1975-01-01"), term="10 years", renewal=FIVE_MORE)
    assert str(late.in_force("1976-01-01").until) == "1980-09-19"


def test_an_extension_may_have_no_end() -> None:
    """A term that is extended indefinitely must never end (Non-Proliferation Treaty, 1995)."""
    found = friendship(longer("1957-01-01", indefinitely=True), term="10 years")
    assert found.in_force("2020-01-01").is_yes
    assert found.in_force("2020-01-01").until is None
    vague = friendship(longer("1957-01-01"), term="10 years")
    assert vague.in_force("1958-05-30").is_yes
    assert vague.in_force("2020-01-01").is_unknown


def test_some_extend_a_term_for_themselves() -> None:
    """Who takes no part in an extension must be out with the old term (41; Tashkent, 1999)."""
    acts = [ratified(who, "1994-04-20") for who in ("RUS", "ARM", "AZE")]
    among = longer("1999-04-02", between=["RUS", "ARM"], lengthened="5 years")
    found = treaty_of(Consents(1), *acts, among, duration=Duration(term="5 years"))
    assert found.parties("1999-04-19").certain == {"RUS", "ARM", "AZE"}
    assert found.parties("1999-04-20").certain == {"RUS", "ARM"}
    assert not found.parties("2004-04-20").possible


@pytest.mark.parametrize(
    ("revoked", "value"), [("2019-11-22", "yes"), ("2019-11-23", "no"), ("2020-03-01", "no")]
)
def test_a_notice_at_the_end_of_a_term_may_be_revoked_until_then(revoked: str, value: str) -> None:
    """A notice that ends a term must be revoked before that end (68; Japan and South Korea, 2019)."""
    yearly = Duration(term="1 year", renewal=Renewal(each="1 year", notice="90 days"))
    acts = [
        Ratification(treaty="t", by=who, instrument=Instrument(received="2016-11-23"))
        for who in ("JPN", "KOR")
    ]
    notice = withdrew("KOR", "2019-08-23", revoked=revoked)
    found = treaty_of(Notifications(), *acts, notice, between=["JPN", "KOR"], duration=yearly)
    assert str(found.in_force("2021-01-01").value) == value


def test_a_day_that_an_extension_does_not_move_is_not_moved_back() -> None:
    """An extension until a day before the end of the term must change nothing, also within bounds."""
    acts = [longer("1950-01-01", until="1951-01-01"), longer("1950-06", lengthened="1 year")]
    assert str(friendship(*acts, term="10 years").in_force("1955-01-01").until) == "1959-05-31"


def test_who_joins_after_an_extension_joins_the_treaty_as_extended() -> None:
    """A later party must have part in what the parties had agreed among themselves (40(5)(a))."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "FIN")]
    among = longer("2004-01-01", between=["AUT", "BEL"], lengthened="5 years")
    five = {"duration": Duration(term="5 years")}
    found = treaty_of(Consents(2), *acts, among, ratified("DNK", "2007-01-01"), **five)
    assert found.parties("2008-01-01").certain == {"AUT", "BEL", "DNK"}


def values(found: Any, *days: str) -> list[str]:
    """Tell whether a treaty is in force on some days."""
    return [str(found.in_force(day).value) for day in days]


def test_what_is_agreed_after_the_end_holds_from_then_on() -> None:
    """The gap between the end of a term and a later agreement must stay open, on either of its sides (39)."""
    late = longer("1960-01-01", lengthened="5 years")
    found = friendship(late, term="10 years")
    days = ("1958-05-30", "1958-05-31", "1959-12-31", "1960-01-01", "1963-05-30", "1963-05-31")
    assert values(found, *days) == ["yes", "unknown", "unknown", "yes", "yes", "no"]
    assert [str(found.in_force_between("FIN", "SUN", day).value) for day in days[2:4]] == ["unknown", "yes"]
    again = longer("1964-01-01", until="1970-01-01")
    assert values(friendship(late, again, term="10 years"), "1963-12-31", "1969-12-31") == ["unknown", "yes"]


def test_what_is_in_time_and_works_after_the_end_leaves_a_gap() -> None:
    """An extension agreed in time that is to take effect only after the end must not fill the gap (39)."""
    found = friendship(longer("1958-01-01", effective="1958-07-01", lengthened="1 year"), term="10 years")
    days = ("1958-05-30", "1958-06-30", "1958-07-01", "1959-05-31")
    assert values(found, *days) == ["yes", "unknown", "yes", "no"]


def test_what_works_back_only_in_part_leaves_the_rest_open() -> None:
    """An extension that works back to a day after the end must leave the days before that open (28)."""
    late = longer("1960-01-01", effective="1959-01-01", lengthened="5 years")
    found = friendship(late, term="10 years")
    assert values(found, "1958-12-31", "1959-01-01", "1960-01-01") == ["unknown", "yes", "yes"]


def test_what_ends_before_it_is_agreed_concerns_the_gap_alone() -> None:
    """An agreement on days that are over must bring nothing back for sure."""
    found = friendship(longer("1960-01-01", until="1959-01-01"), term="10 years")
    assert values(found, "1958-12-31", "1959-12-31", "1960-01-01") == ["unknown", "unknown", "no"]
    short = friendship(longer("1960-01-01", lengthened="1 year"), term="10 years")
    assert values(short, "1960-06-01", "1961-01-01") == ["unknown", "no"]


def test_a_late_agreement_of_some_is_theirs_alone() -> None:
    """Who took no part in it must be out with the old term, and the others open until they agreed (41)."""
    acts = [ratified(who, "1994-04-20") for who in ("RUS", "ARM", "AZE")]
    among = longer("1999-06-01", between=["RUS", "ARM"], lengthened="5 years")
    found = treaty_of(Consents(1), *acts, among, duration=Duration(term="5 years"))
    assert not found.parties("1999-05-01").certain
    assert found.parties("1999-05-01").possible == {"RUS", "ARM"}
    assert found.parties("1999-06-01").certain == {"RUS", "ARM"}
    assert not found.parties("1999-06-01").possible


def test_an_inexact_day_of_agreement_may_leave_a_gap() -> None:
    """Where the month of agreement holds the end, it must be open whether there was a gap, and no more."""
    found = friendship(Extension(treaty="t", agreed="1958-05/1958-06", lengthened="5 years"), term="10 years")
    assert values(found, "1958-05-30", "1958-05-31", "1958-06-30") == ["yes", "unknown", "yes"]


def test_one_of_two_extends_nothing() -> None:
    """A treaty of two must not run on for one of them and a stranger."""
    among = longer("1957-01-01", between=["FIN", "SWE"], lengthened="5 years")
    assert friendship(among, term="10 years").in_force("1959-01-01").is_no
