"""The clauses of well-known treaties, as the documentation writes them in a file."""

import re
from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec.formats import NAMES

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLES = re.search(r"```yaml\n(.*?)```", (DOCS / "law.md").read_text("utf-8"), re.DOTALL)
RECIPE = re.search(
    r"^## Seven well-known clauses\n.*?```yaml\n(.*?)```",
    (DOCS / "cookbook.md").read_text("utf-8"),
    re.DOTALL | re.MULTILINE,
)
HEADER = "geobrief: 1\ntitle: clauses\nas_of: 2024-12-31\n"
AFTER_ENTRY = gb.LaterParties(after=gb.Days(30), to="deposited_after_entry")

CLAUSES = {
    "paris": (
        gb.EntryIntoForce(
            upon=gb.Consents(55) & gb.Share("emissions", at_least="0.55"), after=gb.Days(30), then=gb.SAME
        ),
        (
            "on the 30th day after 55 consents with at least 55 % of emissions"
            "; for each later party on the 30th day after its own"
        ),
    ),
    "ctbt": (
        gb.EntryIntoForce(
            upon=gb.Named(["annex-2"]), after=gb.Days(180), not_before="1998-09-24", then=AFTER_ENTRY
        ),
        (
            "on the 180th day after consent by all of annex 2, but not before 1998-09-24"
            "; for each state that consents after entry into force, on the 30th day after its own"
        ),
    ),
    "cwc": (
        gb.EntryIntoForce(
            upon=gb.Consents(65, means=["ratification"]),
            after=gb.Days(180),
            not_before="1995-01-13",
            then=AFTER_ENTRY,
        ),
        (
            "on the 180th day after 65 consents by ratification, but not before 1995-01-13"
            "; for each state that consents after entry into force, on the 30th day after its own"
        ),
    ),
    "rome": (
        gb.EntryIntoForce(
            upon=gb.Consents(60), after=gb.Days(60), rounding="first_of_following_month", then=gb.SAME
        ),
        (
            "on the first day of the month after the 60th day after 60 consents"
            "; for each later party on the first day of the month after the 60th day after its own"
        ),
    ),
    "npt": (
        gb.EntryIntoForce(
            upon=gb.Named(["GBR", "SUN", "USA"]) & gb.Consents(43, of="signatories"),
            then=gb.LaterParties(),
        ),
        (
            "upon consent by the United Kingdom, the Soviet Union and the United States"
            ", and 43 consents of the signatories; for each later party on the day of its own consent"
        ),
    ),
    "nato": (
        gb.EntryIntoForce(
            upon=gb.Named(["BEL", "CAN", "FRA", "LUX", "NLD", "GBR", "USA"])
            & gb.FractionOf(of="signatories", more_than="1/2")
        ),
        (
            "upon consent by Belgium, Canada, France, Luxembourg, the Netherlands, the United Kingdom"
            " and the United States, and by a majority of the signatories"
        ),
    ),
    "montreal": (
        gb.EntryIntoForce(
            upon=gb.Consents(11)
            & gb.Share("consumption", at_least="2/3")
            & gb.TreatyInForce("vienna-convention-ozone"),
            on_date_if_met_by="1989-01-01",
            after=gb.Days(90),
            then=gb.LaterParties(after=gb.Days(90), to="deposited_after_entry"),
        ),
        (
            "on 1989-01-01 given 11 consents with at least 2/3 of consumption"
            " and entry into force of vienna-convention-ozone by that day"
            ", otherwise on the 90th day after that"
            "; for each state that consents after entry into force, on the 90th day after its own"
        ),
    ),
}
"""Each clause as it is made in Python, and the whole sentence that it prints."""


def page() -> gb.Brief:
    """Read every clause of the guide to the law as that of a treaty."""
    assert EXAMPLES is not None
    clauses = re.sub(
        r"^([\w-]+):\s", r"  \1:\n    title: \1\n    entry_into_force: ", EXAMPLES[1], flags=re.MULTILINE
    )
    tables = ", ".join(f"{name}: {{weights: {{CHN: 1}}}}" for name in ("emissions", "consumption", "tonnage"))
    lists = ", ".join(f"{name}: [CHN, USA]" for name in ("annex-2", "pioneers", "developed-pioneers"))
    beside = f"    groups: {{{lists}}}\n    weights: {{{tables}}}\n"
    text = re.sub(r"(    title: [\w-]+\n)", lambda found: found[1] + beside, clauses)
    return gb.loads(f"{HEADER}treaties:\n{text}", format="yaml")


def recipe() -> gb.Brief:
    """Read the recipe of the cookbook."""
    assert RECIPE is not None
    return gb.loads(HEADER + RECIPE[1], format="yaml")


@pytest.mark.parametrize("name", CLAUSES)
def test_a_clause_reads_as_a_sentence(name: str) -> None:
    """A clause written in a file must print back as one whole sentence."""
    assert str(recipe().treaties[name].entry_into_force) == CLAUSES[name][1]


@pytest.mark.parametrize("name", CLAUSES)
def test_a_file_says_what_python_says(name: str) -> None:
    """A clause must be the same whether it is read from either page or made in Python."""
    made = CLAUSES[name][0]
    assert recipe().treaties[name].entry_into_force == made
    assert page().treaties[name].entry_into_force == made


@pytest.mark.parametrize("written", NAMES)
def test_clauses_are_written_back_as_they_were_read(written: str) -> None:
    """Every clause, with its groups and tables, must survive each format."""
    for found in (recipe(), page()):
        again = gb.loads(gb.dumps(found, format=written), format=written)
        assert again.treaties == found.treaties


def test_every_clause_of_the_guide_has_a_status() -> None:
    """The guide must hold the seven clauses and more, and each must be open while no act is recorded."""
    found = page()
    names = [treaty.id for treaty in found.treaties]
    assert set(CLAUSES) < set(names)
    assert all(found.status(name).entered_into_force.is_unknown for name in names)
