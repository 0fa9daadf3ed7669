"""An extension can concern one provision: the treaty's own term is not touched (VCLT 39)."""

import geobrief as gb
from tests.law.given import ratified
from tests.law.practice.said import brief_of, value

TREATY = gb.Treaty(
    id="t",
    title="Mutual Defence Agreement",
    between=["GBR", "USA"],
    entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2)),
    provisions=[
        gb.Provision(article="III", kind="cooperation"),
        gb.Provision(article="III bis", kind="arms_transfer", period="1958-08-04/2014-12-31"),
    ],
)
ACTS = [ratified(who, "1958-08-04") for who in ("GBR", "USA")]
LONGER = gb.Extension(treaty="t", agreed="2014-07-22", articles=["III bis"], until="2025-01-01")


def owed(*acts: gb.Record, on: str) -> list[str | None]:
    """List the articles under which something is owed on a day."""
    brief = brief_of(TREATY, *ACTS, *acts)
    return [each.provision.article for each in brief.obligations("USA", "GBR", on) if each.value.is_yes]


def test_the_article_lasts_longer() -> None:
    """The article that was prolonged is owed until its new end (39): US–UK, art. III bis."""
    assert owed(LONGER, on="2020-01-01") == ["III", "III bis"]
    assert owed(on="2020-01-01") == ["III"]


def test_the_new_end_is_the_first_day_out() -> None:
    """Until says the first day on which the article no longer applies."""
    assert owed(LONGER, on="2024-12-31") == ["III", "III bis"]
    assert owed(LONGER, on="2025-01-01") == ["III"]


def test_the_treaty_itself_runs_without_end() -> None:
    """The treaty has no term, and an extension of an article gives it none."""
    brief = brief_of(TREATY, *ACTS, LONGER)
    assert [value(brief.in_force("t", day)) for day in ("2014-12-31", "2025-06-01")] == ["yes", "yes"]


def test_it_does_not_prolong_a_treaty_that_has_a_term() -> None:
    """A treaty with a term ends with it, although one of its articles was prolonged (54(a))."""
    text = gb.Treaty(
        id="t",
        title="T",
        between=["GBR", "USA"],
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2)),
        duration=gb.Duration(until="2015-01-01"),
    )
    brief = brief_of(text, *ACTS, LONGER)
    assert value(brief.in_force("t", "2015-01-01")) == "no"


def test_what_is_agreed_after_its_end_leaves_a_gap_open() -> None:
    """An article that had run out is owed from the agreement on; before that nobody knows (39, 28)."""
    late = gb.Extension(treaty="t", agreed="2016-01-01", articles=["III bis"], until="2025-01-01")
    brief = brief_of(TREATY, *ACTS, late)
    found = {
        day: [str(each.value) for each in brief.obligations("USA", "GBR", day)]
        for day in ("2014-12-31", "2015-06-01", "2016-01-01", "2025-01-01")
    }
    assert list(found.values()) == [["yes", "yes"], ["yes", "unknown"], ["yes", "yes"], ["yes"]]
