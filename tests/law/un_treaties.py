"""The acts of the UN Treaty Collection tables, read into records for the tests of the law."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import count
from pathlib import Path

from geobrief.actors import by_name
from geobrief.model.act import Act
from geobrief.model.means import Means
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from tests.shared_data import SHARED

FOLDER = SHARED / "data" / "un-treaties" / "treaties"

MEANS: dict[str, Means] = {
    "": "ratification",
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "d": "succession",
    "c": "formal_confirmation",
    "P": "consent_to_be_bound",
    "p": "simplified_procedure",
}

ENTRY = re.compile(r"(\d{1,2} [A-Z][a-z]{2} \d{4})\s*([A-Za-z]*)")


def treaty_files() -> list[Path]:
    """List the tables, sorted."""
    return sorted(FOLDER.glob("*.csv"))


def read_day(text: str) -> date:
    """Read ``4 Sep 1996``."""
    return datetime.strptime(text, "%d %b %Y").date()  # noqa: DTZ007 - a day has no zone


@cache
def code_of(participant: str) -> str:
    """Find the code of a participant, whose name may end in footnote digits."""
    return by_name(re.sub(r"[\d, ]+\Z", "", participant).strip()).code


def read_acts(path: Path, treaty: str) -> list[Act]:
    """Read one table: a row for each participant, a column for each kind of act."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if header[0] != "Participant":
        return []
    number = count(1)
    return [
        act
        for row in rows
        for column, cell in zip(header[1:], row[1:], strict=False)
        for act in _acts(treaty, code_of(row[0]), column, cell, number)
    ]


def _acts(treaty: str, by: str, column: str, cell: str, number: Iterator[int]) -> Iterable[Act]:
    for text, letter in ENTRY.findall(cell):
        day = read_day(text)
        name = f"act-{next(number)}"
        if letter == "n" or column.startswith(
            ("Provisional", "Application", "Undertaking", "Notification of non")
        ):
            yield ProvisionalApplication(id=name, treaty=treaty, by=by, since=day)
        elif letter == "s" or (column == "Definitive signature(s)"):
            yield Signature(id=name, treaty=treaty, by=by, on=day, effect="definitive")
        elif column.startswith("Signature"):
            yield Signature(id=name, treaty=treaty, by=by, on=day, effect="subject_to_ratification")
        elif letter in MEANS:
            instrument = Instrument(deposited=day)
            yield Ratification(id=name, treaty=treaty, by=by, means=MEANS[letter], instrument=instrument)
