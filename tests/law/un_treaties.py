"""The tables of the UN Treaty Collection, read into acts and issues for the tests of the law.

A table has a row for each participant and a column for each kind of act, whose header says
what a date means, bare or with a letter after it.  Every cell of such a column becomes an act
or an issue; the columns that are about no act of consent are named here and left out.
"""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

import attrs

from geobrief.actors import by_name
from geobrief.errors import NotFound
from geobrief.issue import Issue, Location
from geobrief.model.act import Act
from geobrief.model.means import Means
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature, SignatureEffect
from tests.shared_data import SHARED

__all__ = ["FOLDER", "Table", "cells", "read_table", "treaty_files"]

FOLDER = SHARED / "data" / "un-treaties" / "treaties"

NOT_ACTS = (
    "Date of Adoption",
    "Extension",
    "Notification of non-provisional application",
    "Notification under article",
    "Registration",
    "Resolution",
    "UNTS",
)
"""How the headers begin of columns that are about no consent.

The notifications are that the time has come (UNIDO, art. 25; ICGEB, art. 21(1)), or that an
agreement is *not* applied provisionally; the Charter's dates are of resolutions and registrations.
"""

Maker = Callable[..., Act]
"""Makes the act that a date stands for."""


def _consent(means: Means) -> Maker:
    def make(day: date, **fields: Any) -> Act:
        return Ratification(means=means, instrument=Instrument(deposited=day), **fields)

    return make


def _signature(effect: SignatureEffect) -> Maker:
    def make(day: date, **fields: Any) -> Act:
        return Signature(on=day, effect=effect, **fields)

    return make


def _provisional_application(day: date, **fields: Any) -> Act:
    return ProvisionalApplication(since=day, **fields)


KINDS: dict[str, Maker] = {
    "Acceptance": _consent("acceptance"),
    "Accession": _consent("accession"),
    "Application": _consent("consent_to_be_bound"),  # to an agency, undertaken by notice
    "Approval": _consent("approval"),
    "Consent to be bound": _consent("consent_to_be_bound"),
    "Definitive acceptance": _consent("acceptance"),
    "Definitive signature": _signature("definitive"),
    "Definitive signature or": _consent("consent_to_be_bound"),
    "Formal confirmation": _consent("formal_confirmation"),
    "Notification in respect of": _consent("succession"),
    "Participation": _consent("consent_to_be_bound"),
    "Provisional": _provisional_application,
    "Ratification": _consent("ratification"),
    "Signature": _signature("subject_to_ratification"),
    "Signature ad referendum": _signature("ad_referendum"),
    "Simplified procedure": _consent("simplified_procedure"),
    "Succession": _consent("succession"),
    "Succession to signature": _signature("subject_to_ratification"),
    "Undertaking of provisional application": _provisional_application,
}
"""What the parts of a header mean, by how they begin; a confirmation of signature has no kind of record."""

CELL = re.compile(r"(?P<day>\d{1,2} [A-Z][a-z]{2} \d{4})(?: +(?P<letter>[A-Za-z]{1,2}))?")
PART = re.compile(r"(?P<words>.*?) ?(?:\((?P<letter>[A-Za-z]{1,2})\))?")


@attrs.frozen
class Cell:
    """What a table says that one participant did."""

    participant: str
    header: str
    text: str
    location: Location

    def issue(self, code: str, message: str, expected: str = "") -> Issue:
        """Say what is wrong with it."""
        return Issue(code=code, message=message, value=self.text, expected=expected, location=self.location)


@attrs.frozen
class Table:
    """What one table says: its acts in the order of the rows, and an issue for each cell that is none."""

    acts: tuple[Act, ...]
    issues: tuple[Issue, ...]


def treaty_files() -> list[Path]:
    """List the tables, sorted."""
    return sorted(FOLDER.glob("*.csv"))


def read_table(path: Path, treaty: str) -> Table:
    """Read one table."""
    read = [_read(cell, treaty, f"act-{number}") for number, cell in enumerate(cells(path), 1)]
    return Table(
        tuple(each for each in read if not isinstance(each, Issue)),
        tuple(each for each in read if isinstance(each, Issue)),
    )


def cells(path: Path) -> Iterator[Cell]:
    """Yield every cell of a column of acts that is not empty."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        headers = next(lines)
        for row in lines:
            for index, (header, text) in enumerate(zip_longest(headers, row, fillvalue="")):
                if index and text.strip() and not header.startswith(NOT_ACTS):
                    at = Location(path.name, lines.line_num, _column(row[:index]))
                    yield Cell(row[0], header, text.strip(), at)


def _column(before: list[str]) -> int:
    """Count the column at which a cell begins, from the cells before it."""
    written = StringIO()
    csv.writer(written, lineterminator=",").writerow(before)
    return len(written.getvalue()) + 1


def _read(cell: Cell, treaty: str, name: str) -> Act | Issue:
    """Read a cell into an act, or say why it is none."""
    by = code_of(cell.participant)
    if by is None:
        return cell.issue("GB203", f"no actor has the name {cell.participant!r}")
    entry = CELL.fullmatch(cell.text)
    if entry is None:
        return cell.issue("GB301", f"not a date: {cell.text!r}", "4 Sep 1996, and a letter at most")
    try:
        day = datetime.strptime(entry["day"], "%d %b %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return cell.issue("GB302", f"no such day: {entry['day']!r}")
    letter, known = entry["letter"] or "", meanings(cell.header)
    if letter not in known:
        expected = ", ".join(each or "no letter" for each in sorted(known))
        return cell.issue("GB104", f"letter {letter!r} that {cell.header!r} does not explain", expected)
    make = known[letter]
    if make is None:
        return cell.issue("GB108", f"no kind of record for what {cell.header!r} means by {letter!r}")
    return make(day, id=name, treaty=treaty, by=by)


@cache
def code_of(participant: str) -> str | None:
    """Find the code of a participant, whose name may end in footnote digits."""
    try:
        return by_name(re.sub(r"[\d, ]+\Z", "", participant)).code
    except NotFound:
        return None


@cache
def meanings(header: str) -> dict[str, Maker | None]:
    """Tell what each letter, or none, means in a column; None where there is no kind of record for it.

    Where several acts go without a letter, all that is known of a date is that it is one of consent.
    """
    parts = [found for part in re.split(r", (?=[A-Z])", header) if (found := PART.fullmatch(part))]
    known = {part["letter"]: maker_of(part["words"]) for part in parts if part["letter"]}
    bare = [maker_of(part["words"]) for part in parts if len(parts) == 1 or not part["letter"]]
    if bare:
        known[""] = _consent("consent_to_be_bound") if len(bare) > 1 and all(bare) else bare[0]
    return known


def maker_of(words: str) -> Maker | None:
    """Find what makes the acts that words in a header mean: those of the longest beginning that is known."""
    known = [beginning for beginning in KINDS if words.startswith(beginning)]
    return KINDS[max(known, key=len)] if known else None
