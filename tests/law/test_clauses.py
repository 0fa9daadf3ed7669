"""The clauses of well-known treaties, as the documentation writes them in a file."""

import re
from pathlib import Path

import pytest

import geobrief as gb

PAGE = Path(__file__).resolve().parents[2] / "docs" / "law.md"
EXAMPLES = re.search(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
NAMES = ("paris", "ctbt", "cwc", "rome", "npt", "nato", "montreal")


def brief() -> gb.Brief:
    """Read every clause of the page as that of a treaty."""
    assert EXAMPLES is not None
    clauses = re.sub(
        r"^(\w+):\s", r"  \1:\n    title: \1\n    entry_into_force: ", EXAMPLES[1], flags=re.MULTILINE
    )
    table = "{weights: {CHN: 1}}"
    groups = (
        f"    groups: {{annex-2: [CHN, USA]}}\n    weights: {{emissions: {table}, consumption: {table}}}\n"
    )
    text = re.sub(r"(    title: \w+\n)", lambda found: found[1] + groups, clauses)
    return gb.loads("geobrief: 1\ntitle: clauses\nas_of: 2024-12-31\ntreaties:\n" + text, format="yaml")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("paris", "55 consents with at least 55 % of emissions"),
        ("ctbt", "1998-09-24"),
        ("cwc", "65 consents by ratification"),
        ("rome", "60 consents"),
        ("npt", "43 consents of the signatories"),
        ("nato", "a majority of the signatories"),
        ("montreal", "1989-01-01"),
    ],
)
def test_a_clause_reads_as_a_sentence(name: str, words: str) -> None:
    """A clause written in a file must print back as a sentence."""
    clause = brief().treaties[name].entry_into_force
    assert words in str(clause)


def test_every_clause_of_the_page_is_read() -> None:
    """The page must hold the seven clauses, each of which has a status."""
    found = brief()
    assert {treaty.id for treaty in found.treaties} == set(NAMES)
    assert all(found.status(name).entered_into_force.is_unknown for name in NAMES)
