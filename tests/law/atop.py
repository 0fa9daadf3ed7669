"""ATOP 4.01 read into treaties: members and obligations as the project reports them, never as acts."""

import csv
from collections.abc import Iterator
from datetime import date

from geobrief.actors import find
from geobrief.errors import NotFound
from geobrief.model.treaty import Provision, ProvisionKind, ReportedMembership, Treaty
from geobrief.values.citation import Citation
from geobrief.values.period import Period
from tests.shared_data import SHARED

TABLE = SHARED / "data" / "atop" / "atop-4.01-members.csv"

KINDS: dict[str, ProvisionKind] = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}

CITED = (Citation(source="atop-4.01"),)
LAST = "2003-12-31"


def rows() -> list[dict[str, str]]:
    """Read the table of members."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edtf(row: dict[str, str], end: str) -> str | None:
    """Write a date of which month and day may be 0, which means unknown; a year 0 is no date."""
    year, month, day = (int(row[f"{part}{end}"] or 0) for part in ("yr", "mo", "day"))
    if not year:
        return None
    if not month:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def code_of(row: dict[str, str]) -> str | None:
    """Find the state that a COW number meant in the year of entry; None where there was none."""
    for month in (12, 6, 1):
        try:
            return find(int(row["member"]), "cow", on=date(int(row["yrent"]), month, 28)).code
        except NotFound:
            continue
    try:
        return find(int(row["member"]), "cow").code
    except NotFound:
        return None


def treaties() -> tuple[list[Treaty], list[dict[str, str]]]:
    """Read the alliances, and the rows whose member no list of states knows."""
    grouped: dict[str, list[dict[str, str]]] = {}
    unknown: list[dict[str, str]] = []
    for row in rows():
        (grouped.setdefault(row["atopid"], []) if code_of(row) else unknown).append(row)
    return [_treaty(name, members) for name, members in grouped.items()], unknown


def _treaty(name: str, members: list[dict[str, str]]) -> Treaty:
    return Treaty(
        id=f"atop-{name}",
        title=f"Alliance {name}",
        citations=CITED,
        reported_memberships=list(_memberships(members)),
        provisions=list(_provisions(members)),
    )


def period(row: dict[str, str]) -> Period:
    """Give the spell of one row; one that has not ended is known to the end of the data."""
    start, end = edtf(row, "ent"), edtf(row, "exit")
    return Period(f"{start}/{end or '..'}")


def _memberships(members: list[dict[str, str]]) -> Iterator[ReportedMembership]:
    for row in members:
        by = code_of(row)
        assert by is not None
        yield ReportedMembership(by=by, period=period(row), begins_with="signature", citations=CITED)


def _provisions(members: list[dict[str, str]]) -> Iterator[Provision]:
    for row in members:
        for column, kind in KINDS.items():
            if row[column] == "1":
                by = code_of(row)
                assert by is not None
                yield Provision(kind=kind, duty_of=[by], period=period(row), citations=CITED)
