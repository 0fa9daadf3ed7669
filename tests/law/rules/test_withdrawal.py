"""What a notice ends, and when: the treaty, its author's part, or only the next term (VCLT 54(a))."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value

FIVE_YEARLY = gb.Duration(term="5 years", renewal=gb.Renewal(each="5 years", notice="1 year"))
FORBIDDEN = gb.WithdrawalClause(allowed=False)
SHORT = gb.WithdrawalClause(notice="3 months")


def of_two(entered: str, notice: gb.Withdrawal, *between: str, **fields: Any) -> gb.TreatyStatus:
    """Make a treaty between two that gives notice of no leaving but against renewal."""
    exchanged = gb.InstrumentExchange(treaty="t", on=entered)
    return treaty_of(gb.Exchange(), exchanged, notice, between=between, **fields)


def in_force(found: gb.TreatyStatus, *days: str) -> list[str]:
    """Tell for some days whether it is in force."""
    return [value(found.in_force(day)) for day in days]


@pytest.mark.parametrize("withdraws", [None, "renewal"])
def test_china_and_the_soviet_union_1979(withdraws: Any) -> None:
    """China said a year before the thirty years were over that it would not prolong them."""
    thirty = gb.Duration(term="30 years", renewal=gb.Renewal(each="5 years", notice="1 year"))
    notice = withdrew("CHN", "1979-04-03", withdraws=withdraws)
    found = of_two("1950-04-11", notice, "CHN", "SUN", duration=thirty)
    assert in_force(found, "1980-04-10", "1980-04-11") == ["yes", "no"]
    assert value(of_two("1950-04-11", notice, "CHN", "SUN").in_force("1980-04-10")) == "unknown"


def test_the_neutrality_pact_of_1941() -> None:
    """The Soviet Union denounced it in time for the end of its term, and was bound by it until then."""
    notice = withdrew("SUN", "1945-04-05", withdraws="renewal")
    found = of_two("1941-04-25", notice, "JPN", "SUN", duration=FIVE_YEARLY)
    assert in_force(found, "1945-08-09", "1946-04-24", "1946-04-25") == ["yes", "yes", "no"]


@pytest.mark.parametrize("revoked", ["2003-01-01", "2004-12-31"])
def test_notice_against_renewal_is_revoked_until_the_term_ends(revoked: str) -> None:
    """It can be taken back as long as it has not taken effect (68)."""
    notice = withdrew("ITA", "2002-01-01", withdraws="renewal", revoked=revoked)
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=FIVE_YEARLY, withdrawal=SHORT)
    assert in_force(found, "2002-06-01", "2005-01-01", "2010-01-01") == ["yes"] * 3


def test_revoked_too_late_for_one_and_in_time_for_the_other() -> None:
    """A notice that may be either, revoked between both days of effect, leaves it open (68)."""
    notice = withdrew("ITA", "2002-01-01", revoked="2003-01-01")
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=FIVE_YEARLY, withdrawal=SHORT)
    assert in_force(found, "2002-03-31", "2002-06-01", "2020-01-01") == ["yes", "unknown", "unknown"]


def test_a_stated_day_of_effect_shows_which_was_meant() -> None:
    """Who left on a stated day within a term has withdrawn, where that is allowed (54(a))."""
    notice = withdrew("ITA", "2002-01-01", effective="2002-04-01")
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=FIVE_YEARLY, withdrawal=SHORT)
    assert in_force(found, "2002-03-31", "2002-04-01") == ["yes", "no"]


@pytest.mark.parametrize(
    ("effective", "between"), [("2005-01-01", "yes"), ("2003-01-01", "unknown"), ("2004-12-31", "yes")]
)
def test_a_stated_day_where_nobody_may_leave(effective: str, between: str) -> None:
    """Where leaving is excluded, a stated day that is no end of a term leaves open what is so until it."""
    notice = withdrew("ITA", "2002-01-01", effective=effective)
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=FIVE_YEARLY, withdrawal=FORBIDDEN)
    assert in_force(found, "2002-12-31", "2004-06-01", "2005-01-01") == ["yes", between, "no"]


def test_both_ways_are_the_same() -> None:
    """Where leaving, too, waits for the end of a term, it does not matter which of the two was meant."""
    clause = gb.WithdrawalClause(notice="1 year", rounding="end_of_term")
    notice = withdrew("ITA", "2002-01-01")
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=FIVE_YEARLY, withdrawal=clause)
    assert in_force(found, "2004-12-31", "2005-01-01") == ["yes", "no"]


def test_notice_against_renewal_before_entry_takes_back_no_consent() -> None:
    """A state that refuses the next term in advance is bound for the first."""
    acts = [ratified("AUT", "2000-01-01"), withdrew("AUT", "2000-06-01", withdraws="renewal")]
    found = treaty_of(gb.Consents(2), *acts, ratified("BEL", "2001-01-01"), duration=FIVE_YEARLY)
    assert value(found.in_force("2001-01-01")) == "yes"
    assert sorted(found.contracting_states("2000-12-31")) == ["AUT"]
    assert sorted(found.parties("2005-12-31")) == ["AUT", "BEL"]
    assert sorted(found.parties("2006-01-01")) == ["BEL"]


def test_notice_against_the_renewal_of_what_does_not_renew_itself() -> None:
    """What such a notice does is in no text: unknown from its day, and over with the term (54(a))."""
    notice = withdrew("ITA", "2002-01-01", withdraws="renewal")
    found = of_two("2000-01-01", notice, "FRA", "ITA", duration=gb.Duration(term="5 years"))
    assert in_force(found, "2001-12-31", "2002-01-01", "2005-01-01") == ["yes", "unknown", "no"]
    assert "the treaty does not renew itself" in found.in_force_for("ITA", "2003-01-01").explain()


def test_a_second_notice_says_what_the_first_did_not() -> None:
    """A notice of withdrawal after one against renewal takes effect by the clause, if that is sooner."""
    notices = [withdrew("ITA", "2001-01-01", withdraws="renewal", id="first")]
    notices += [withdrew("ITA", "2002-01-01", withdraws="treaty", id="second")]
    exchanged = gb.InstrumentExchange(treaty="t", on="2000-01-01")
    clause: dict[str, Any] = {"between": ["FRA", "ITA"], "duration": FIVE_YEARLY, "withdrawal": SHORT}
    found = treaty_of(gb.Exchange(), exchanged, *notices, **clause)
    assert in_force(found, "2002-03-31", "2002-04-01") == ["yes", "no"]


def test_the_last_of_many_renewals() -> None:
    """Notice against the last renewal comes in time or not, and then the term ends by itself."""
    twice = gb.Duration(term="5 years", renewal=gb.Renewal(each="5 years", times=1, notice="1 year"))
    for day, out in (("2004-01-01", "2005-01-01"), ("2004-01-02", "2010-01-01")):
        notice = withdrew("ITA", day, withdraws="renewal")
        found = of_two("2000-01-01", notice, "FRA", "ITA", duration=twice)
        assert str(found.in_force("2003-01-01").until) == out


def test_which_of_the_two_is_told() -> None:
    """The reason says against what a notice is, and where it may be either that it may."""
    said = [("renewal", "notice against renewal"), ("treaty", "notice of withdrawal")]
    for withdraws, words in (*said, (None, "notice, of withdrawal or only against renewal,")):
        notice = withdrew("CHE", "2002-01-01", withdraws=withdraws)
        acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
        found = treaty_of(gb.Consents(3), *acts, notice, duration=FIVE_YEARLY, withdrawal=SHORT)
        assert f"Switzerland gave {words} on 2002-01-01" in found.in_force_for("CHE", "2002-06-01").explain()
        assert value(found.in_force_for("AUT", "2006-01-01")) == "yes"


BARRED = gb.WithdrawalClause(notice="6 months", barred_during_conflict="at_effect")


def left(clause: gb.WithdrawalClause, notice: gb.Withdrawal, *days: str) -> list[str]:
    """Tell for some days whether Lithuania is a party to a convention that it left."""
    acts = [ratified(who, "2011-03-24") for who in ("AUT", "LTU")]
    found = treaty_of(gb.Consents(1), *acts, notice, withdrawal=clause)
    return [value(found.in_force_for("LTU", day)) for day in days]


@pytest.mark.parametrize("said", [{"conflict": "none"}, {"effective": "2025-03-06"}], ids=str)
def test_cluster_munitions_2025(said: dict[str, Any]) -> None:
    """Lithuania left six months after its notice, in no conflict, or as a source says without more."""
    assert left(BARRED, withdrew("LTU", "2024-09-06", **said), "2025-03-05", "2025-03-06") == ["yes", "no"]


@pytest.mark.parametrize(
    ("conflict", "values"),
    [
        ("2025-03-06/2025-03-06", ["yes", "no", "no"]),
        ("2025-03-07/..", ["no", "no", "no"]),
        ("2024-01-01/2025-03-05", ["no", "no", "no"]),
        ("2024-01-01/2025-04", ["yes", "unknown", "no"]),
        ("2025-03/2025-04-30", ["unknown", "unknown", "no"]),
        ("2024-01-01/", ["unknown", "unknown", "unknown"]),
    ],
)
def test_bounds_of_a_conflict(conflict: str, values: list[str]) -> None:
    """It counts on the day of effect itself, and what is not known of its days leaves the rest open."""
    notice = withdrew("LTU", "2024-09-06", conflict=conflict)
    assert left(BARRED, notice, "2025-03-05") == ["yes"]
    assert left(BARRED, notice, "2025-03-06", "2025-04-15", "2025-05-01") == values


def test_a_notice_is_revoked_while_a_conflict_puts_it_off() -> None:
    """What has not taken effect can still be taken back (68)."""
    notice = withdrew("LTU", "2024-09-06", conflict="2025-01-01/2025-06-30", revoked="2025-06-01")
    assert left(BARRED, notice, "2025-03-06", "2025-07-01") == ["yes", "yes"]


@pytest.mark.parametrize(
    ("conflict", "words"),
    [
        (None, "takes effect on 2025-03-06 unless Lithuania was engaged in an armed conflict then"),
        ("2025-01-01/2025-06-30", "takes effect on 2025-07-01, not before the end of the armed conflict"),
        ("2025-01-01/..", "does not take effect before the end of the armed conflict"),
    ],
)
def test_a_conflict_is_told(conflict: str | None, words: str) -> None:
    """The reason says that a conflict puts the effect off, or that none is recorded."""
    acts = [ratified("LTU", "2011-03-24"), withdrew("LTU", "2024-09-06", conflict=conflict)]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=BARRED).in_force_for("LTU", "2025-03-10")
    assert words in found.explain()


def test_a_notice_of_the_day_of_entry_runs_to_the_day_to_which_it_is_rounded() -> None:
    """Where leaving works at the end of a year, who gives notice is a party until then."""
    clause = gb.WithdrawalClause(notice=gb.Days(0), rounding="end_of_year")
    acts = [ratified("AUT", "2000-03-01"), withdrew("AUT", "2000-03-01")]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=clause)
    days = ("2000-03-01", "2000-12-31", "2001-01-01")
    assert [str(found.in_force_for("AUT", day).value) for day in days] == ["yes", "yes", "no"]
