"""Consents with effect at once in situations that the text names (Geneva Conventions 62, 61, 141, 157)."""

import geobrief as gb
from tests.law.given import ratified
from tests.law.practice.said import brief_of, value


def acceded(effective: str | None) -> gb.Ratification:
    """Make the accession of a party to a conflict."""
    instrument = gb.Instrument(received="1957-08-28", effective=effective)
    return gb.Ratification(treaty="t", by="PRK", means="accession", instrument=instrument)


SWISS = [ratified("CHE", "1950-03-31"), ratified("YUG", "1950-04-21")]


def convention(*, immediate: bool) -> gb.Treaty:
    """Make a Geneva Convention: six months after two, and at once in a conflict."""
    clause = gb.EntryIntoForce(
        upon=gb.Consents(2), after=gb.Months(6), then=gb.SAME, immediate_effect=immediate
    )
    return gb.Treaty(id="t", title="Geneva Convention", open_to=["all_states"], entry_into_force=clause)


def geneva(*acts: gb.Ratification, immediate: bool = True) -> gb.TreatyStatus:
    """Ask about a Geneva Convention."""
    return gb.status(convention(immediate=immediate), acts, as_of="2000-01-01")


def codes(effective: str, *, immediate: bool) -> list[str]:
    """Check a Geneva Convention and an accession with a stated day of effect."""
    brief = brief_of(convention(immediate=immediate), *SWISS, acceded(effective))
    return [issue.code for issue in gb.check(brief)]


def test_at_once_where_the_situation_is_stated() -> None:
    """A stated day of effect before the six months counts in a conflict (62, 61, 141, 157)."""
    found = geneva(*SWISS, acceded("1957-08-28"))
    assert [value(found.in_force_for("PRK", day)) for day in ("1957-08-27", "1957-08-28")] == ["no", "yes"]


def test_six_months_where_it_is_not_stated() -> None:
    """Without a stated situation the six months run."""
    found = geneva(*SWISS, acceded(None))
    assert [value(found.in_force_for("PRK", day)) for day in ("1958-02-27", "1958-02-28")] == ["no", "yes"]


def test_where_the_text_does_not_allow_it() -> None:
    """Where the text knows no immediate effect the clause's day stands, and it is an issue (24(3))."""
    found = geneva(*SWISS, acceded("1957-08-28"), immediate=False)
    assert not found.in_force_for("PRK", "1957-09-01").is_yes
    assert "GB608" in codes("1957-08-28", immediate=False)


def test_it_brings_the_treaty_in_for_its_author() -> None:
    """One of the first has effect when the condition is met, the others on the clause's day (62, 61)."""
    early = gb.Ratification(
        treaty="t", by="YUG", instrument=gb.Instrument(deposited="1950-04-21", effective="1950-04-21")
    )
    found = geneva(ratified("CHE", "1950-03-31"), early)
    assert str(found.parties("1950-04-20")) == "none"
    assert [str(found.parties(day)) for day in ("1950-04-21", "1950-10-20", "1950-10-21")] == [
        "YUG",
        "YUG",
        "CHE, YUG",
    ]
    assert "which the text allows" in str(found.in_force_for("YUG", "1950-05-01"))
    regular = geneva(ratified("CHE", "1950-03-31"), early, immediate=False)
    assert value(regular.in_force("1950-10-20")) == "no"


def test_a_day_that_is_not_early_is_no_issue() -> None:
    """A day of effect on the clause's day or after it, or one that the clause allows, is no issue (24(3))."""
    given = [("1958-02-28", False), ("1959-01-01", False), ("1957-08-28", True)]
    assert not [one for one in given if "GB608" in codes(one[0], immediate=one[1])]


def test_it_does_not_work_back_beyond_its_own_consent() -> None:
    """No text gives effect before the consent itself is given (28)."""
    found = geneva(*SWISS, acceded("1957-01-01"))
    assert not found.in_force_for("PRK", "1957-06-01").is_yes
    assert value(found.in_force_for("PRK", "1958-03-01")) == "yes"
    assert "GB608" in codes("1957-01-01", immediate=True)
