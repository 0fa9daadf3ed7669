"""What is reported and what is computed stand side by side, for each state and stretch."""

import geobrief as gb
from tests.law.given import ratified, signed, treaty_of
from tests.law.practice.said import brief_of, value


def member(by: str, period: str) -> gb.ReportedMembership:
    """Make a report of membership."""
    return gb.ReportedMembership(by=by, period=period, begins_with="entry_into_force")


TWO = [member("FRA", "1904-05-01/.."), member("GBR", "1904-05-01/..")]
ENDED = gb.Termination(treaty="t", on="1950-06-01", effective="1951-01-01")


def test_a_termination_beside_reported_members() -> None:
    """A termination ends what is reported; before it the reports answer (54)."""
    found = treaty_of(gb.Agreed(), ENDED, reported_memberships=TWO)
    days = ("1904-05-01", "1920-01-01", "1950-12-31", "1951-01-01")
    assert [value(found.in_force(day)) for day in days] == ["yes", "yes", "yes", "no"]
    assert [value(found.in_force_for("FRA", day)) for day in days] == ["yes", "yes", "yes", "no"]


def test_an_act_of_one_state_beside_reports_of_others() -> None:
    """A ratification of one state says nothing against the reported membership of another."""
    found = treaty_of(
        gb.Consents(1), ratified("AUT", "2000-01-01"), reported_memberships=[member("BEL", "1990-01-01/..")]
    )
    assert value(found.in_force_for("AUT", "2000-01-01")) == "yes"
    assert not found.in_force_for("BEL", "1995-01-01").is_no
    assert not found.in_force_for("BEL", "2005-01-01").is_no


def test_signatures_beside_reported_members() -> None:
    """A signature on record does not unmake a membership that is reported from the entry on."""
    acts = [signed("FRA", "1904-04-08"), signed("GBR", "1904-04-08")]
    found = treaty_of(gb.Agreed(), *acts, reported_memberships=TWO)
    assert value(found.in_force("1920-01-01")) == "yes"
    assert value(found.in_force_for("GBR", "1920-01-01")) == "yes"
    assert sorted(found.signatories("1920-01-01")) == ["FRA", "GBR"]


def test_a_contradiction_is_unknown() -> None:
    """Where the acts say no and a report says yes of the same state and day, it is unknown."""
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1990-01-01"),
        ratified("BEL", "1990-01-01"),
        gb.Withdrawal(treaty="t", by="BEL", received="1999-01-01", effective="2000-01-01"),
        reported_memberships=[member("BEL", "1990-01-01/..")],
        withdrawal=gb.WithdrawalClause(notice="1 year"),
    )
    assert value(found.in_force_for("BEL", "1995-01-01")) == "yes"
    answer = found.in_force_for("BEL", "2005-01-01")
    assert value(answer) == "unknown"
    assert len(answer.reasons) >= 2


def test_a_contradiction_is_an_issue() -> None:
    """Where acts and reports contradict each other, the check says so at the report."""
    treaty = gb.Treaty(
        id="t",
        title="Convention",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
        withdrawal=gb.WithdrawalClause(notice="1 year"),
        reported_memberships=[member("BEL", "1990-01-01/..")],
    )
    notice = gb.Withdrawal(treaty="t", by="BEL", received="1999-01-01")
    brief = brief_of(treaty, ratified("AUT", "1990-01-01"), ratified("BEL", "1990-01-01"), notice)
    assert any(issue.code == "GB603" for issue in gb.check(brief))
    fine = brief_of(treaty, ratified("AUT", "1990-01-01"), ratified("BEL", "1990-01-01"))
    assert not any(issue.code == "GB603" for issue in gb.check(fine))


def test_a_single_reported_member() -> None:
    """One reported member makes a treaty at least possibly in force, never a flat no (2(1)(g))."""
    found = treaty_of(gb.Agreed(), reported_memberships=[member("FRA", "1904-05-01/..")])
    assert value(found.in_force_for("FRA", "1920-01-01")) == "yes"
    assert not found.in_force("1920-01-01").is_no


def test_one_of_two_reported_members_is_left() -> None:
    """Where the reports let all members but one go, the treaty is not a flat no by that (55)."""
    reports = [member("FRA", "1904-05-01/1930-12-31"), member("GBR", "1904-05-01/..")]
    found = treaty_of(gb.Agreed(), reported_memberships=reports)
    assert value(found.in_force("1920-01-01")) == "yes"
    assert not found.in_force("1940-01-01").is_no


def test_reported_and_never_computed() -> None:
    """A reported entry into force that the acts never give is an issue as one on another day is."""
    clause = gb.EntryIntoForce(upon=gb.Consents(2))
    treaty = gb.Treaty(
        id="t", title="Pact", entry_into_force=clause, reported_entries=[gb.ReportedEntry(on="2001-01-01")]
    )
    brief = brief_of(treaty, ratified("AUT", "2000-01-01"))
    assert [issue.code for issue in gb.check(brief) if issue.code == "GB603"] == ["GB603"]


def test_a_reported_entry_where_no_act_speaks() -> None:
    """An entry that a source reports is not denied by the absence of acts (24)."""
    found = treaty_of(
        gb.Exchange(),
        signed("FRA", "1904-04-08"),
        signed("GBR", "1904-04-08"),
        between=["FRA", "GBR"],
        reported_entries=[gb.ReportedEntry(on="1904-12-08")],
    )
    assert not found.in_force("1910-01-01").is_no
    assert not found.in_force("1904-12-08").is_no


def test_a_reported_entry_that_the_acts_on_record_never_give() -> None:
    """Consents that do not suffice, and a source that says that it entered, contradict each other (24)."""
    entered = gb.ReportedEntry(on="1950-01-01")
    for acts in ([ratified("FRA", "1949-01-01")], [signed("FRA", "1949-01-01")]):
        found = treaty_of(gb.Consents(3), *acts, reported_entries=[entered])
        assert [value(found.in_force(day)) for day in ("1949-12-31", "1950-01-01")] == ["no", "unknown"]
    found = treaty_of(gb.Consents(3), ratified("FRA", "1949-01-01"), reported_entries=[entered])
    assert [value(found.in_force_for("FRA", day)) for day in ("1949-12-31", "1950-01-01")] == [
        "no",
        "unknown",
    ]
    assert value(found.in_force_for("BEL", "1960-01-01")) == "no"
    late = [*(ratified(who, "1949-01-01") for who in ("FRA", "ITA")), ratified("BEL", "1955-01-01")]
    given = treaty_of(gb.Consents(3), *late, reported_entries=[entered])
    assert [value(given.in_force(day)) for day in ("1951-01-01", "1955-01-01")] == ["no", "yes"]


def test_reports_alone() -> None:
    """Where no act is recorded, the reports alone answer."""
    found = treaty_of(gb.Agreed(), reported_memberships=TWO)
    assert [value(found.in_force(day)) for day in ("1904-04-30", "1904-05-01")] == ["no", "yes"]


def test_a_notice_of_a_reported_member() -> None:
    """A notice on record leaves open what is reported of its author after it, though not of others (54)."""
    notice = gb.Withdrawal(treaty="t", by="FRA", received="1930-01-01", effective="1931-01-01")
    three = [*TWO, member("ITA", "1904-05-01/..")]
    found = treaty_of(gb.Agreed(), notice, reported_memberships=three)
    assert [value(found.in_force_for(who, "1929-12-31")) for who in ("FRA", "ITA")] == ["yes", "yes"]
    assert [value(found.in_force_for(who, "1940-01-01")) for who in ("FRA", "ITA")] == ["unknown", "yes"]
    closed = treaty_of(gb.Agreed(), notice, between=["FRA", "GBR"], reported_memberships=TWO)
    assert value(closed.in_force("1940-01-01")) == "unknown"
    assert value(closed.in_force_for("GBR", "1940-01-01")) == "unknown"


def test_a_report_that_outlasts_the_end() -> None:
    """A report with a last day after the end that all agreed on contradicts it: unknown."""
    longer = [member(who, "1904-05-01/1960-12-31") for who in ("FRA", "GBR")]
    found = treaty_of(gb.Agreed(), ENDED, reported_memberships=longer)
    assert value(found.in_force_for("FRA", "1950-12-31")) == "yes"
    assert value(found.in_force_for("FRA", "1955-01-01")) == "unknown"
    assert not found.in_force("1955-01-01").is_yes


def test_an_end_among_some_of_the_reported() -> None:
    """What some of the reported members ended among themselves leaves the third open (54(b), 58)."""
    among = gb.Termination(treaty="t", on="1950-06-01", effective="1951-01-01", between=["FRA", "GBR"])
    found = treaty_of(gb.Agreed(), among, reported_memberships=[*TWO, member("ITA", "1904-05-01/..")])
    assert value(found.in_force_for("ITA", "1955-01-01")) == "unknown"


def test_an_objection_beside_reports() -> None:
    """An objection on record leaves open what is in force between two reported members (20(4))."""
    objection = gb.Objection(treaty="t", by="GBR", to="FRA", on="1904-06-01")
    found = treaty_of(gb.Agreed(), objection, reported_memberships=TWO)
    assert value(found.in_force_between("FRA", "GBR", "1904-05-15")) == "yes"
    assert value(found.in_force_between("FRA", "GBR", "1920-01-01")) == "unknown"


def test_the_reasons_say_whose_word_it_is() -> None:
    """The report is told where it decides, and beside the acts where they contradict it."""
    found = treaty_of(gb.Agreed(), ENDED, reported_memberships=TWO)
    assert "reports France as a member" in str(found.in_force_for("FRA", "1920-01-01"))
    assert "no act is recorded" not in str(found.in_force_for("FRA", "1920-01-01"))
    left = treaty_of(
        gb.Consents(1),
        ratified("BEL", "1990-01-01"),
        gb.Withdrawal(treaty="t", by="BEL", received="1999-01-01", effective="2000-01-01"),
        reported_memberships=[member("BEL", "1990-01-01/..")],
        withdrawal=gb.WithdrawalClause(notice="1 year"),
    )
    answer = left.in_force_for("BEL", "2005-01-01")
    assert [str(each) for each in answer.missing] == [
        "whether the acts that are recorded or the reports are right"
    ]
    assert "reports Belgium as a member" in answer.reasons[0].text
    assert "notice" in " ".join(reason.text for reason in answer.reasons[1:])


def test_of_two_the_acts_decide_about_one_and_reports_about_the_other() -> None:
    """Between a party by its acts and a reported member it is in force while the report says so."""
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1990-01-01"),
        reported_memberships=[member("BEL", "1995-01-01/1999-12-31")],
    )
    days = ("1994-12-31", "1996-01-01", "2000-01-01")
    assert [value(found.in_force_between("AUT", "BEL", day)) for day in days] == ["no", "yes", "no"]


def test_an_entry_that_is_reported_for_one_state_says_nothing_of_another() -> None:
    """A source that reports entry for Austria alone leaves Belgium as its acts have it."""
    found = treaty_of(
        gb.Consents(5),
        ratified("BEL", "1990-01-01"),
        reported_entries=[gb.ReportedEntry(on="1992-01-01", by="AUT")],
        reported_memberships=[gb.ReportedMembership(by="AUT")],
    )
    assert value(found.in_force_for("AUT", "1993-01-01")) == "unknown"
    assert value(found.in_force_for("BEL", "1993-01-01")) == "no"
