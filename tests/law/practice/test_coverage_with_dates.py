"""Coverage can differ before and after a day: silence has dates."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import value

UNTIL_1979 = gb.Coverage(until="1979-12-31", covered=False)
SINCE_1980 = gb.Coverage(since="1980-01-01")
ENDED = gb.Termination(treaty="t", on="1985-06-01", effective="1986-01-01")


def test_unknown_before_and_no_after_the_end() -> None:
    """What was done before 1980 is not recorded; what all ended in 1985 is not in force after (54(b))."""
    found = treaty_of(gb.Exchange(), ENDED, between=["FRA", "GBR"], coverage=[UNTIL_1979, SINCE_1980])
    days = ("1975-01-01", "1982-01-01", "1985-12-31", "1986-01-01", "2000-01-01")
    assert [value(found.in_force(day)) for day in days] == ["unknown", "unknown", "unknown", "no", "no"]


def test_an_act_in_the_covered_stretch_decides() -> None:
    """A consent on record in the covered stretch binds; who is silent may have joined before it."""
    found = treaty_of(gb.Consents(1), ratified("AUT", "1985-01-01"), coverage=[UNTIL_1979, SINCE_1980])
    assert value(found.in_force_for("AUT", "1985-01-01")) == "yes"
    assert value(found.in_force_for("BEL", "1990-01-01")) == "unknown"


def test_a_treaty_adopted_within_the_covered_stretch() -> None:
    """Where nothing can have been done before the covered stretch, silence in it means no (9, 24)."""
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1985-01-01"),
        adopted="1982-05-01",
        coverage=[UNTIL_1979, SINCE_1980],
    )
    assert value(found.in_force_for("BEL", "1990-01-01")) == "no"
    assert value(found.in_force("1981-01-01")) == "no"


def test_kinds_that_differ_before_and_after() -> None:
    """Withdrawals that are recorded only since 1980 leave open whether somebody left before."""
    before = gb.Coverage(until="1979-12-31", acts=["signature", "ratification"])
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1960-01-01"),
        ratified("BEL", "1985-01-01"),
        coverage=[before, SINCE_1980],
    )
    assert value(found.in_force_for("AUT", "1970-01-01")) == "unknown"
    assert value(found.in_force_for("BEL", "1990-01-01")) == "yes"
    assert value(found.in_force_for("CHE", "1990-01-01")) == "no"


@pytest.mark.parametrize("written", ["[{until: 1979-12-31, covered: no}, {since: 1980-01-01}]"])
def test_in_files(written: str) -> None:
    """A list stands in a header under the treaty, and in the treaty itself, and comes back equal."""
    in_header = f"coverage: {{t: {written}}}, treaties: {{t: {{title: T}}}}"
    in_treaty = f"treaties: {{t: {{title: T, coverage: {written}}}}}"
    for place in (in_header, in_treaty):
        brief = gb.loads(f"{{geobrief: 1, title: A, as_of: 2000-01-01, {place}}}")
        assert gb.loads(gb.dumps(brief)) == brief


def test_a_list_of_one_is_that_one() -> None:
    """A list of one coverage is the same as that coverage."""
    alone = gb.Coverage(acts=["signature"])
    treaty = gb.Treaty(id="t", title="T", coverage=[alone])
    assert treaty.coverage == alone
    assert treaty == gb.Treaty(id="t", title="T", coverage=alone)


def test_a_gap_between_two_stretches() -> None:
    """What was done in a gap may have an effect from then on, on whoever joined before it, or may have."""
    gap = [gb.Coverage(until="1979-12-31"), gb.Coverage(since="1985-01-01")]
    acts = [ratified("AUT", "1960-01-01"), ratified("BEL", "1990-01-01")]
    found = treaty_of(gb.Consents(1), *acts, coverage=gap)
    days = ("1970-01-01", "1979-12-31", "1980-01-01", "1995-01-01")
    assert [value(found.in_force_for("AUT", day)) for day in days] == ["yes", "yes", "unknown", "unknown"]
    assert [value(found.in_force_for("CHE", day)) for day in days] == ["no", "no", "unknown", "unknown"]
    assert value(found.in_force_for("BEL", "1995-01-01")) == "yes"
    missing = [str(each) for each in found.in_force_for("CHE", "1995-01-01").missing]
    assert missing[0] == "records of the acts of states on this treaty from 1980-01-01 up to 1984-12-31"


def test_which_days_are_missing() -> None:
    """What is missing is told with the days of which it is not recorded."""
    before = gb.Coverage(until="1979-12-31", acts=["signature", "ratification"])
    found = treaty_of(gb.Consents(1), ratified("AUT", "1960-01-01"), coverage=[before, SINCE_1980])
    assert [str(each) for each in found.in_force_for("AUT", "1970-01-01").missing] == [
        "terminations are not recorded up to 1979-12-31",
        "withdrawals are not recorded up to 1979-12-31",
    ]


def test_stretches_that_overlap() -> None:
    """What any of several covers is covered, and one that covers nothing takes nothing from the others."""
    nothing = gb.Coverage(since="1960-01-01", until="1990-12-31", covered=False)
    every = [gb.Coverage(until="1980-12-31"), nothing, gb.Coverage(since="1970-01-01")]
    found = treaty_of(gb.Consents(1), ratified("AUT", "1960-01-01"), coverage=every)
    for day in ("1975-01-01", "1985-01-01", "2020-01-01"):
        assert value(found.in_force_for("AUT", day)) == "yes"
        assert value(found.in_force_for("CHE", day)) == "no"


def test_the_last_day_of_several() -> None:
    """Beyond the last day that one of them names, everything is unknown."""
    until = [gb.Coverage(until="1979-12-31"), gb.Coverage(since="1980-01-01", until="1990-12-31")]
    found = treaty_of(gb.Consents(1), ratified("AUT", "1960-01-01"), coverage=until)
    assert [value(found.in_force(day)) for day in ("1990-12-31", "1991-01-01")] == ["yes", "unknown"]


def test_a_term_that_may_have_begun_sooner() -> None:
    """A consent before the covered days may have brought a term forward, whoever joined since (54(a))."""
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1985-01-01"),
        duration=gb.Duration(term="10 years"),
        coverage=[UNTIL_1979, SINCE_1980],
    )
    assert value(found.in_force("1990-01-01")) == "unknown"


def test_a_condition_that_an_earlier_consent_met() -> None:
    """A consent of which a withdrawal may be missing does not surely bring a treaty into force (24)."""
    before = gb.Coverage(until="1979-12-31", acts=["signature", "ratification"])
    acts = [ratified("AUT", "1960-01-01"), ratified("BEL", "1985-01-01")]
    found = treaty_of(gb.Consents(2), *acts, coverage=[before, SINCE_1980])
    assert value(found.in_force_for("BEL", "1990-01-01")) == "unknown"


def test_of_a_status_and_of_a_brief() -> None:
    """A list goes wherever one coverage goes: to a status, to a file, and to each part of a merged brief."""
    treaty = gb.Treaty(id="t", title="T", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)))
    several = [UNTIL_1979, SINCE_1980]
    acts = [ratified("AUT", "1985-01-01")]
    found = gb.status(treaty, acts, as_of="2000-01-01", covered=several)
    assert value(found.in_force_for("BEL", "1990-01-01")) == "unknown"
    assert value(gb.status(treaty, acts, as_of="2000-01-01").in_force_for("BEL", "1990-01-01")) == "no"
    mine = gb.Brief(title="A", as_of="2000-01-01", records=[treaty, *acts], coverage={"treaty": several})
    other = gb.Treaty(id="o", title="O", entry_into_force=treaty.entry_into_force)
    theirs = gb.Brief(title="B", as_of="2000-01-01", records=[other, ratified("AUT", "1985-01-01", "o")])
    both = mine.merge(theirs)
    for brief in (mine, both):
        assert value(brief.status("t").in_force_for("BEL", "1990-01-01")) == "unknown"
        assert value(brief.status("t").in_force_for("AUT", "1990-01-01")) == "yes"
    assert value(both.status("o").in_force_for("BEL", "1990-01-01")) == "no"


@pytest.mark.parametrize(
    "wrong", [{"since": "1980", "until": "1979"}, {"since": "1980-01-02", "until": "1980-01-01"}]
)
def test_the_first_day_is_not_after_the_last(wrong: dict[str, str]) -> None:
    """A coverage that ends before it begins is refused; one that may not is kept."""
    with pytest.raises(gb.InvalidRecord, match="the first day covered is after the last"):
        gb.Coverage(**wrong)  # type: ignore[arg-type]
    assert gb.Coverage(since="1980", until="1980-01").since == gb.When("1980")
