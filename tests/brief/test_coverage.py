"""Coverage: how far the absence of a record means that nothing happened."""

import geobrief as gb
from geobrief.brief import Part

PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
SIGNED = gb.Signature(treaty="pact", by="PRK", on="2019-06-19")


def _last_no(**header: object) -> int:
    """Give the last year in which the pact is surely not in force."""
    brief = gb.Brief(title="A brief", as_of="2024-11-12", **header)  # type: ignore[arg-type]
    found = [year for year in range(2019, 2026) if brief.in_force("pact", f"{year}-07-01").is_no]
    assert found == list(range(2019, found[-1] + 1))
    return found[-1]


def test_treaties_without_acts_are_unknown_and_with_acts_are_decided() -> None:
    """Whether a treaty of which nothing is recorded is in force is unknown, not no."""
    brief = gb.Brief(title="A brief", as_of="2024-11-12", records=[PACT])
    assert brief.in_force("pact").is_unknown
    assert brief.with_(gb.Signature(treaty="pact", by="PRK", on="2024-06-19")).in_force("pact").is_no


def test_a_stated_coverage_stands_above() -> None:
    """What the treaty says of itself stands above what its file says of it, and that above its kind."""
    by_itself = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"], coverage=gb.Coverage(until="2020"))
    by_id = {"pact": gb.Coverage(until="2021"), "treaty": gb.Coverage(until="2022")}
    by_kind = {"treaty": gb.Coverage(until="2022")}
    assert _last_no(records=[by_itself, SIGNED], coverage=by_id) == 2020
    assert _last_no(records=[PACT, SIGNED], coverage=by_id) == 2021
    assert _last_no(records=[PACT, SIGNED], coverage=by_kind) == 2022
    assert _last_no(records=[PACT, SIGNED]) == 2024


def test_it_never_reaches_beyond_the_file() -> None:
    """A coverage without a day, or with a later one, ends with the file."""
    of_all = {"pact": gb.Coverage()}
    assert _last_no(records=[PACT], coverage=of_all) == 2024
    assert _last_no(records=[PACT], coverage={"pact": gb.Coverage(until="2030")}) == 2024
    assert _last_no(records=[PACT], coverage={"pact": gb.Coverage(until="2024/..")}) == 2024


def test_each_part_of_a_brief_covers_what_it_holds() -> None:
    """After a merge, what a file says of coverage must hold for the treaties of that file alone."""
    other = gb.Treaty(id="other", title="Other", between=["PRK", "CHN"])
    parts = [
        Part(
            id="a",
            title="A",
            as_of="2024-11-12",
            coverage={"treaty": gb.Coverage(until="2021")},
            holds=["pact"],
        ),
        Part(id="b", title="B", as_of="2022-12-31", coverage={"treaty": gb.Coverage()}, holds=["other"]),
    ]
    brief = gb.Brief(title="Both", as_of="2022-12-31", records=[PACT, other], parts=parts)
    days = ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01")
    assert [str(brief.in_force("pact", day).value) for day in days] == ["no", *["unknown"] * 3]
    assert [str(brief.in_force("other", day).value) for day in days] == [*["no"] * 3, "unknown"]
