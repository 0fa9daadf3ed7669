"""An amendment binds nobody without what it amends, though its text does not say who may join (VCLT 40)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, withdrew
from tests.law.practice.said import brief_of, value

CLAUSE = gb.EntryIntoForce(upon=gb.Consents(1))
PARENT = gb.Treaty(
    id="p", title="P", entry_into_force=CLAUSE, withdrawal=gb.WithdrawalClause(notice="1 year")
)
BOTH = [
    *(ratified(who, "2000-01-01", treaty="p") for who in ("AUT", "BEL")),
    ratified("AUT", "2001-01-01", treaty="a"),
]


def amended(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make an amendment that Austria alone accepted."""
    amendment = gb.Treaty(id="a", title="A", amends="p", entry_into_force=CLAUSE, **fields)  # type: ignore[arg-type]
    return brief_of(PARENT, amendment, *BOTH, *acts).status("a")


@pytest.mark.parametrize("eligibility", [None, "parties_to_parent"])
@pytest.mark.parametrize(
    ("end", "out"),
    [
        (gb.Termination(treaty="p", on="2003-01-01"), "2003-01-01"),
        (withdrew("AUT", "2003-01-01", treaty="p"), "2004-01-01"),
    ],
)
def test_it_is_left_with_what_it_amends(end: gb.Record, out: str, eligibility: str | None) -> None:
    """Who is no party any more to what is amended has no amendment of it either, nor is that in force."""
    found = amended(end, eligibility=eligibility)
    before = gb.When(out).plus(days=-1)
    assert [value(found.in_force_for("AUT", day)) for day in (before, out)] == ["yes", "no"]
    assert [value(found.in_force(day)) for day in (before, out)] == ["yes", "no"]


def test_who_was_never_a_party_to_what_is_amended() -> None:
    """Whether an amendment binds one who accepted that alone is unknown until it joins the rest."""
    found = amended(ratified("CHE", "2002-01-01", treaty="a"), ratified("CHE", "2004-01-01", treaty="p"))
    days = ("2001-12-31", "2003-01-01", "2004-01-01")
    assert [value(found.in_force_for("CHE", day)) for day in days] == ["no", "unknown", "yes"]
    anyone = amended(ratified("CHE", "2002-01-01", treaty="a"), eligibility="anyone")
    assert value(anyone.in_force_for("CHE", "2003-01-01")) == "yes"
