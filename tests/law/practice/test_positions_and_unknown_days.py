"""Positions of those who took no side, and acts whose day is not known."""

import geobrief as gb
from geobrief.checks import problems
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value

DISPUTED = gb.Suspension(
    treaty="t",
    by="RUS",
    notified="2023-02-28",
    contested=[gb.Contest(by="USA", ground="legally invalid")],
)


def new_start(position_of: str | None) -> gb.TreatyStatus:
    """Make New START as one state sees it."""
    exchange = gb.InstrumentExchange(treaty="t", on="2011-02-05")
    told = {"position_of": position_of}
    return treaty_of(gb.Exchange(), exchange, DISPUTED, told=told, between=["RUS", "USA"])


def test_a_suspension_on_which_it_took_no_side() -> None:
    """The position of a state that neither suspended nor contested that is not known (57, 65)."""
    positions = {
        who: new_start(who).operative_between("RUS", "USA", "2024-01-01") for who in ("RUS", "USA", "CHN")
    }
    assert {who: value(answer) for who, answer in positions.items()} == {
        "RUS": "no",
        "USA": "yes",
        "CHN": "unknown",
    }


def test_a_withdrawal_on_which_it_took_no_side() -> None:
    """On North Korea's withdrawal from the NPT the position of a state that is silent is unknown (X)."""
    notice = gb.Withdrawal(
        treaty="t",
        by="PRK",
        received="2003-01-10",
        effective="2003-01-11",
        contested=[gb.Contest(by="KOR", ground="the notice was not in order")],
    )
    acts = [ratified("GBR", "1968-11-27"), ratified("PRK", "1985-12-12"), notice]
    found = {
        who: treaty_of(
            gb.Consents(1),
            *acts,
            withdrawal=gb.WithdrawalClause(notice="3 months"),
            told={"position_of": who},
        ).in_force_for("PRK", "2010-01-01")
        for who in ("PRK", "KOR", "CHE")
    }
    assert {who: value(answer) for who, answer in found.items()} == {
        "PRK": "no",
        "KOR": "yes",
        "CHE": "unknown",
    }


def test_a_consent_on_which_it_took_no_side() -> None:
    """Whether a contested accession counts, a state that said nothing does not decide (15, 24)."""
    accession = ratified(
        "PSE", "2014-04-02", means="accession", contested=[gb.Contest(by="ISR", ground="no state")]
    )
    found = {
        who: treaty_of(gb.Consents(1), ratified("FRA", "1961-01-01"), accession, told={"position_of": who})
        for who in ("PSE", "ISR", "BRA")
    }
    answers = {who: value(each.in_force_for("PSE", "2015-01-01")) for who, each in found.items()}
    assert answers == {"PSE": "yes", "ISR": "no", "BRA": "unknown"}


def test_it_decides_where_nothing_is_disputed() -> None:
    """Where all readings agree, also the position of who took no side is that (26)."""
    assert value(new_start("CHN").in_force("2012-01-01")) == "yes"
    assert value(new_start("CHN").operative_between("RUS", "USA", "2012-01-01")) == "yes"


UNDATED = gb.Ratification(treaty="t", by="BEL", missing={"instrument": "unknown"})


def test_a_consent_without_a_day() -> None:
    """A consent of which the instrument is unknown may stand on any day (16)."""
    found = treaty_of(gb.Consents(1), ratified("AUT", "2000-01-01"), UNDATED)
    assert value(found.in_force_for("BEL", "2010-01-01")) == "unknown"
    assert found.contracting_states("2010-01-01").holds("BEL").is_unknown


def test_a_number_that_a_consent_without_a_day_completes() -> None:
    """A number that is complete only with a consent without a day may be met on any day (16, 24)."""
    found = treaty_of(gb.Consents(2), ratified("AUT", "2000-01-01"), UNDATED)
    assert value(found.in_force("1999-12-31")) == "no"
    assert value(found.in_force("2010-01-01")) == "unknown"


def test_a_bilateral_treaty_with_a_consent_without_a_day() -> None:
    """A treaty between two, one of whose notifications has no known day, is unknown (16(c), 24(2))."""
    found = treaty_of(gb.Consents(2), ratified("AUT", "2000-01-01"), UNDATED, between=["AUT", "BEL"])
    assert value(found.in_force("2010-01-01")) == "unknown"


def test_a_consent_that_is_not_applicable_is_none() -> None:
    """A record without an instrument, of which none is said to be unknown, is a stage and no consent (16)."""
    at_home = gb.Ratification(treaty="t", by="BEL", steps=[gb.Step(kind="parliament_vote", on="2001-01-01")])
    found = treaty_of(gb.Consents(1), ratified("AUT", "2000-01-01"), at_home)
    assert value(found.in_force_for("BEL", "2010-01-01")) == "no"


def notes(on: str | None) -> gb.Brief:
    """Make a brief of an exchange of notes whose last note is of 1940-09-05."""
    treaty = gb.Treaty(
        id="t",
        title="Destroyers for bases",
        between=["GBR", "USA"],
        entry_into_force=gb.EntryIntoForce(upon=gb.Exchange("notes")),
    )
    exchange = gb.NoteExchange(
        treaty="t", notes=[gb.Note(by="GBR", on="1940-09-02"), gb.Note(by="USA", on="1940-09-05")], on=on
    )
    return brief_of(treaty, exchange)


def test_an_exchange_of_notes_before_its_last_note_is_an_issue() -> None:
    """An exchange cannot be of a day before its last note: that is an issue at it (13)."""
    for early in ("1940-09-02", "1940-09-04"):
        found = [each for each in problems(notes(early)) if each.path[:1] == ("note_exchanges",)]
        assert any(each.code.startswith(("GB3", "GB6")) for each in found)


def test_an_exchange_of_notes_on_its_last_note() -> None:
    """An exchange on the day of its last note is none, and enters on it (13)."""
    for fine in (None, "1940-09-05"):
        brief = notes(fine)
        issues = [each for each in problems(brief) if each.path[:1] == ("note_exchanges",)]
        assert not any(each.code.startswith(("GB3", "GB6")) for each in issues)
        assert [value(brief.in_force("t", day)) for day in ("1940-09-04", "1940-09-05")] == ["no", "yes"]


def test_an_exchange_on_which_it_took_no_side() -> None:
    """Those who exchanged hold it to have effect, who contests it not; of others nothing is known (26)."""
    exchange = gb.InstrumentExchange(treaty="t", on="2011-02-05", contested=[gb.Contest(by="UKR")])
    found = {
        who: treaty_of(gb.Exchange(), exchange, told={"position_of": who}, between=["RUS", "USA"])
        for who in ("RUS", "SUN", "UKR", "CHN")
    }
    assert {who: value(each.in_force("2012-01-01")) for who, each in found.items()} == {
        "RUS": "yes",
        "SUN": "yes",
        "UKR": "no",
        "CHN": "unknown",
    }


def test_a_consent_without_a_day_comes_after_adoption() -> None:
    """A consent whose day is not known was not given before the text was adopted (9, 16)."""
    found = treaty_of(gb.Consents(1), UNDATED, adopted="2001-05-05")
    days = ("2001-05-04", "2001-05-05", "2020-01-01")
    assert [value(found.in_force_for("BEL", day)) for day in days] == ["no", "unknown", "unknown"]
    reported = gb.Ratification(treaty="t", by="BEL", missing={"instrument": "not_applicable"})
    assert value(treaty_of(gb.Consents(1), reported).in_force("2020-01-01")) == "no"


def test_an_act_of_all_parties_that_names_nobody() -> None:
    """A joint act that names nobody is that of all parties: each of them holds it to have effect (54(b))."""
    end = gb.Termination(treaty="t", on="2010-01-01", contested=[gb.Contest(by="CHE", ground="not agreed")])
    left = gb.Withdrawal(treaty="t", by="ITA", received="2005-01-01")
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE", "ITA")]
    late = ratified("FRA", "2011-01-01")
    answers = {
        who: value(
            treaty_of(
                gb.Consents(2),
                *acts,
                late,
                left,
                end,
                withdrawal=gb.WithdrawalClause(notice="1 year"),
                told={"position_of": who},
            ).in_force("2012-01-01")
        )
        for who in ("AUT", "BEL", "CHE", "FRA", "ITA", "BRA", None)
    }
    sure = {"AUT": "no", "BEL": "no", "CHE": "yes"}
    assert answers == {who: sure.get(str(who), "unknown") for who in answers}
