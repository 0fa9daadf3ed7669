"""A protocol whose text says so ends with its parent, and for who leaves the parent (VCLT 54(a))."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import ratified, withdrew
from tests.law.practice.said import brief_of, value

CLAUSE = gb.EntryIntoForce(upon=gb.Consents(1))
WHO = ("AUT", "BEL", "CHE")


def protocol(*acts: gb.Record, **fields: Any) -> gb.TreatyStatus:
    """Make a protocol that ends with its parent."""
    parent = gb.Treaty(
        id="p", title="P", entry_into_force=CLAUSE, withdrawal=gb.WithdrawalClause(notice="1 year")
    )
    child = gb.Treaty(
        id="c", title="C", protocol_to="p", ends_with_parent=True, entry_into_force=CLAUSE, **fields
    )
    consents = [ratified(who, "2000-01-01", treaty=name) for name in ("p", "c") for who in WHO]
    return brief_of(parent, child, *consents, *acts).status("c")


@pytest.mark.parametrize("eligibility", [None, "parties_to_parent"])
def test_who_leaves_the_parent_leaves_it(eligibility: str | None) -> None:
    """Who withdraws from the Convention is considered to have left its protocols (UNFCCC 25(3))."""
    found = protocol(withdrew("CHE", "2010-01-01", treaty="p"), eligibility=eligibility)
    assert [value(found.in_force_for("CHE", day)) for day in ("2010-12-31", "2011-01-01")] == ["yes", "no"]
    assert value(found.in_force_for("AUT", "2012-01-01")) == "yes"


def test_it_ends_with_its_parent() -> None:
    """Where the text ties it to the parent it ends on that day (54(a))."""
    found = protocol(gb.Termination(treaty="p", on="2010-01-01"))
    assert [value(found.in_force(day)) for day in ("2009-12-31", "2010-01-01")] == ["yes", "no"]


def test_it_needs_a_parent() -> None:
    """A treaty that is protocol to nothing cannot end with a parent."""
    with pytest.raises(gb.InvalidRecord):
        gb.Treaty(id="c", title="C", ends_with_parent=True)


def echr(*acts: gb.Record, **fields: Any) -> gb.TreatyStatus:
    """Make the first protocol of the European Convention on Human Rights, and some parties to both."""
    convention = gb.Treaty(id="echr", title="ECHR", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)))
    text: dict[str, Any] = {"entry_into_force": CLAUSE, "eligibility": "parties_to_parent", **fields}
    first = gb.Treaty(id="p1", title="Protocol No. 1", protocol_to="echr", **text)
    days = {"GBR": "1951-03-08", "GRC": "1953-03-28", "RUS": "1998-05-05"}
    given = [ratified(who, day, treaty=name) for who, day in days.items() for name in ("echr", "p1")]
    gone = {"GRC": ("1969-12-12", "1970-06-13"), "RUS": ("2022-03-16", "2022-09-16")}
    left = [withdrew(who, day, treaty="echr", effective=out) for who, (day, out) in gone.items()]
    return brief_of(convention, first, *given, *left, *acts).status("p1")


@pytest.mark.parametrize(
    ("who", "last", "out"),
    [
        ("GRC", "1970-06-12", "1970-06-13"),
        ("RUS", "2022-09-15", "2022-09-16"),
    ],
)
def test_greece_1970_and_russia_2022(who: str, last: str, out: str) -> None:
    """Who ceased to be a party to the Convention ceased to be one to its protocols (ECHR 58(3))."""
    found = echr(ends_with_parent=True)
    assert [value(found.in_force_for(who, day)) for day in (last, out)] == ["yes", "no"]
    assert value(found.in_force_for("GBR", "2023-01-01")) == "yes"


def test_greece_came_back_by_consents_of_its_own() -> None:
    """Joining the Convention again brings its protocols back only by consent to each of them."""
    convention = ratified("GRC", "1974-11-28", treaty="echr", id="again")
    both = [convention, ratified("GRC", "1974-11-28", treaty="p1", id="again-p1")]
    assert value(echr(convention, ends_with_parent=True).in_force_for("GRC", "1980-01-01")) == "no"
    assert value(echr(*both, ends_with_parent=True).in_force_for("GRC", "1980-01-01")) == "yes"


@pytest.mark.parametrize(("tied", "values"), [(None, "unknown"), (False, "yes"), (True, "no")])
def test_a_text_for_parties_to_the_parent_alone(*, tied: bool | None, values: str) -> None:
    """Where it says that it goes on it does, and where nobody recorded what it says that is unknown."""
    answer = echr(ends_with_parent=tied).in_force_for("RUS", "2023-01-01")
    assert value(answer) == values
    assert ("is not recorded" in answer.explain()) is (tied is None)


def test_who_joins_after_leaving_the_parent_was_never_let_in() -> None:
    """That one need not remain a party to the parent does not let in who was none when it joined."""
    parent = gb.Treaty(
        id="p", title="P", entry_into_force=CLAUSE, withdrawal=gb.WithdrawalClause(notice="1 year")
    )
    text: dict[str, Any] = {"protocol_to": "p", "eligibility": "parties_to_parent", "ends_with_parent": False}
    child = gb.Treaty(id="c", title="C", entry_into_force=CLAUSE, **text)
    acts = [ratified(who, "2000-01-01", treaty="p") for who in WHO]
    acts += [ratified("AUT", "2000-01-01", treaty="c")]
    left = withdrew("CHE", "2010-01-01", treaty="p")
    for day, held in (("2005-01-01", "yes"), ("2012-01-01", "no"), ("2010-12-31/2011-01-02", "unknown")):
        found = brief_of(parent, child, *acts, left, ratified("CHE", day, treaty="c")).status("c")
        assert value(found.in_force_for("CHE", "2015-01-01")) == held


def test_the_end_of_the_parent_is_told() -> None:
    """The reason names the treaty with which it ended, for all and for each."""
    found = protocol(gb.Termination(treaty="p", on="2010-01-01"))
    assert "it ends with P" in str(found.in_force("2011-01-01"))
    assert "P" in str(found.in_force_for("CHE", "2011-01-01"))


def test_it_ends_with_a_parent_to_which_not_all_are_parties() -> None:
    """Who was never a party to the parent is out as well once that has ended (54(a))."""
    stranger = ratified("FIN", "2001-01-01", treaty="c")
    found = protocol(stranger, gb.Termination(treaty="p", on="2010-01-01"))
    assert [value(found.in_force_for("FIN", day)) for day in ("2009-12-31", "2010-01-01")] == ["yes", "no"]
    gone = protocol(stranger, *(withdrew(who, "2010-01-01", treaty="p") for who in WHO[:2]))
    assert sorted(gone.parties("2012-01-01")) == ["CHE", "FIN"]


def test_a_parent_that_is_not_recorded() -> None:
    """Of a parent of which nothing is recorded nobody knows whether it goes on."""
    child = gb.Treaty(id="c", title="C", protocol_to="p", ends_with_parent=True, entry_into_force=CLAUSE)
    found = gb.status(child, [ratified("AUT", "2000-01-01", treaty="c")], as_of="2010-01-01")
    assert value(found.in_force("2005-01-01")) == "unknown"
