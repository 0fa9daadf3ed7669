"""Four treaties of the World Intellectual Property Organization, party by party."""

import csv
from dataclasses import dataclass

import pytest

from geobrief.actors import by_name
from geobrief.law import TreatyStatus, status
from geobrief.model.condition import Consents
from geobrief.model.entry_into_force import SAME, EntryIntoForce
from geobrief.model.means import Means
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.treaty import Treaty
from geobrief.values.delay import Months
from tests.shared_data import SHARED, needs_shared

TABLE = SHARED / "data" / "wipo-treaties" / "membership.csv"

MEANS: dict[str, Means] = {
    "Accession": "accession",
    "Ratification": "ratification",
    "Acceptance": "acceptance",
    "Declaration of Continued Application": "succession",
}

EXPLAINED = {
    # The instrument declares a day of effect one day later than the three months give.
    "CHE": "2008-07-01",
}


@dataclass(frozen=True)
class Party:
    """One row of the table: an instrument, and the day of effect that the organisation states."""

    code: str
    means: Means
    deposited: str
    effect: str


def parties(title: str) -> list[Party]:
    """Read the instruments deposited for one treaty."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Party(
                by_name(row["Contracting Party"]).code,
                MEANS[row["Instrument Type"]],
                row["Instrument Date"],
                row["Entry Into Force Date"],
            )
            for row in csv.DictReader(file)
            if row["Treaty"] == title and row["Instrument Date"]
        ]


def computed(title: str, number: int, rows: list[Party], declared: dict[str, str]) -> TreatyStatus:
    """Work out the status from the instruments."""
    treaty = Treaty(
        id="wipo",
        title=title,
        entry_into_force=EntryIntoForce(upon=Consents(number), after=Months(3), then=SAME),
    )
    acts = [
        Ratification(
            treaty="wipo",
            by=row.code,
            means=row.means,
            instrument=Instrument(deposited=row.deposited, effective=declared.get(row.code)),
        )
        for row in rows
    ]
    return status(treaty, acts, as_of="2026-01-01")


def differing(found: TreatyStatus, rows: list[Party]) -> set[str]:
    """List the parties whose day is not that of the table."""
    return {row.code for row in rows if str(found.in_force_for(row.code, "2025-12-31").since) != row.effect}


@needs_shared
@pytest.mark.parametrize(
    ("title", "number", "size", "explained"),
    [
        ("Beijing", 30, 48, set()),
        ("Marrakesh", 20, 100, set()),
        ("WIPO Copyright Treaty (WCT)", 30, 118, {"CHE"}),
        ("WIPO Performances and Phonograms Treaty (WPPT)", 30, 114, {"CHE"}),
    ],
)
def test_day_of_every_party(title: str, number: int, size: int, explained: set[str]) -> None:
    """The day of every party must follow from its instrument; the rest, once what it declares is recorded."""
    rows = parties(title)
    assert len(rows) == size
    assert differing(computed(title, number, rows, {}), rows) == explained
    assert (
        differing(computed(title, number, rows, {code: EXPLAINED[code] for code in explained}), rows) == set()
    )
