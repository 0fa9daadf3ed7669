"""The words of disputes: who contests what, and what follows with the act and without it."""

from geobrief.law import status
from geobrief.model.act import Contest
from geobrief.model.condition import Consents
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, WithdrawalClause
from geobrief.truth import Truth
from tests.law.given import ratified, told, treaty_of, withdrew

FRENCH = Contest(by="FRA", ground="no power.")
AMERICAN = Contest(by="USA", ground="ninety days had not run.")


def test_grounds_are_joined_without_their_full_stops() -> None:
    """Who contests an act and on what grounds must read as one clause; the article must fit the act."""
    away = withdrew("AUT", "2003-01-01", contested=[AMERICAN, FRENCH])
    found = treaty_of(
        Consents(1), ratified("AUT", "2000-01-01"), away, withdrawal=WithdrawalClause(notice="1 year")
    )
    answer = found.in_force_for("AUT", "2005-01-01")
    assert str(answer) == (
        "unknown: the legal effect of the withdrawal by Austria on 2003-01-01 is contested by "
        "the United States and France (ninety days had not run; no power)"
    )
    assert answer.reasons[0].rule == "VCLT 65–66"
    assert told(answer)[1:] == [
        (
            "with the withdrawal by Austria contested by the United States and France: "
            "Austria gave notice of withdrawal on 2003-01-01, which took effect on 2004-01-01"
        ),
        "without it: Austria has been bound since 2000-01-01: ratification on 2000-01-01",
    ]
    assert [str(each) for each in answer.missing] == [
        "legal effect of the withdrawal by Austria, contested by the United States and France"
    ]


def test_a_certain_no_is_not_told_by_a_disputed_act() -> None:
    """Where a treaty is over on either reading, its end must be told on both."""
    longer = Extension(treaty="t", agreed="2004-01-01", lengthened="5 years", contested=[FRENCH])
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), longer, duration=Duration(term="5 years"))
    answer = found.in_force("2012-01-01")
    assert str(answer) == (
        "no: with the extension contested by France: out of force since 2010-01-01: its term ended; "
        "without it: out of force since 2005-01-01: its term ended"
    )
    assert answer.reasons[0].records == (longer.id,)
    assert str(found.in_force("2003-01-01")).startswith("yes: in force since 2000-01-01")
    disputed = found.in_force("2007-01-01")
    assert disputed.is_unknown
    assert disputed.reasons[0].rule == ""


def test_two_notices_one_of_them_contested() -> None:
    """The notice that nobody contests must be told beside the one that somebody does."""
    notices = [
        withdrew("AUT", "2003-01-01", id="w1", contested=[FRENCH]),
        withdrew("AUT", "2005-01-01", id="w2"),
    ]
    found = treaty_of(
        Consents(1), ratified("AUT", "2000-01-01"), *notices, withdrawal=WithdrawalClause(notice="1 year")
    )
    assert str(found.in_force_for("AUT", "2010-01-01")) == (
        "no: with the withdrawal by Austria contested by France: Austria gave notice of withdrawal on "
        "2003-01-01, which took effect on 2004-01-01; without it: Austria gave notice of withdrawal on "
        "2005-01-01, which took effect on 2006-01-01"
    )


def test_one_side_is_told_as_it_sees_it() -> None:
    """The reading of who contests an act must leave that act out."""
    away = withdrew("AUT", "2003-01-01", contested=[FRENCH])
    clause = WithdrawalClause(notice="1 year")
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        away,
        withdrawal=clause,
        told={"position_of": "FRA"},
    )
    assert found.in_force_for("AUT", "2005-01-01").value is Truth.YES
    assert "2003" not in found.in_force_for("AUT", "2005-01-01").explain()
    assert status(found.treaty, (), as_of="2000-01-01").in_force().is_unknown
