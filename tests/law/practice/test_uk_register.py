"""The UK register of treaties: what it reports, and what it is silent about, day by day.

Parties and the day of entry are reported; signatures and terminations are acts.  The register is
silent, not negative, where a cell is empty: consents are not recorded.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache

import attrs

import geobrief as gb
from geobrief.actors import by_name
from tests.shared_data import SHARED, needs_shared

FILE = SHARED / "data" / "uk-treaties" / "register.csv"
AS_OF = "2022-06-30"
DAY = timedelta(days=1)


@attrs.frozen
class Row:
    """A treaty of the register: whose it is, and its days of signature, entry and end."""

    name: str
    is_bilateral: bool
    parties: tuple[str, ...]
    signed: date | None
    entered: date | None
    ended: date | None
    done: date | None

    @property
    def status(self) -> gb.TreatyStatus:
        """Work out what the row amounts to in law."""
        entered = self.entered and gb.ReportedEntry(on=self.entered)
        period = f"{self.entered}/.."
        treaty = gb.Treaty(
            id=self.name,
            title=self.name,
            between=self.parties if len(self.parties) == 2 else (),
            reported_entries=[entered] if entered else [],
            reported_memberships=[gb.ReportedMembership(by=who, period=period) for who in self.parties]
            if self.entered
            else [],
            coverage=gb.Coverage(acts=["signature", "termination", "withdrawal"]),
        )
        acts: list[gb.Signature | gb.Termination] = []
        if self.signed:
            acts += [gb.Signature(treaty=self.name, by=who, on=self.signed) for who in self.parties]
        if self.ended:
            acts.append(gb.Termination(treaty=self.name, on=self.done, effective=self.ended))
        return gb.status(treaty, acts, as_of=AS_OF)


@cache
def code_of(party: str) -> str:
    """Find the code of a party, or make a slug of a name that the tables do not know."""
    try:
        return by_name(party.title()).code
    except gb.NotFound:
        return re.sub(r"[^a-z0-9]+", "-", party.lower()).strip("-")


def day_of(*cells: str) -> date | None:
    """Read the first cell that is filled."""
    found = next((cell.strip() for cell in cells if cell.strip()), None)
    return datetime.strptime(found, "%d/%m/%Y").date() if found else None  # noqa: DTZ007 - a day has no zone


@cache
def register() -> tuple[Row, ...]:
    """Read the register; names in upper case are parties, others territories."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(read(row) for row in csv.DictReader(file))


def read(row: dict[str, str]) -> Row:
    """Read one row."""
    named = [name.strip() for name in row["country_name"].split(";")]
    parties = dict.fromkeys(code_of(name) for name in named if name and name == name.upper())
    done = day_of(row["terminated_event_date"])
    return Row(
        name=f"uk-{row['id']}",
        is_bilateral=row["field3"] == "BI",
        parties=tuple(parties),
        signed=day_of(row["signed_event_date"], row["adopted_event_date"]),
        entered=day_of(row["definative_eif_event_effective_date"], row["definative_eif_event_date"]),
        ended=day_of(row["terminated_event_effective_date"], row["terminated_event_date"]),
        done=done,
    )


def shown(title: str, found: Iterable[object]) -> Counter[object]:
    """Count, and print the figures."""
    counted = Counter(found)
    print(f"{title}: {dict(counted)}")  # noqa: T201 - a figure to look at
    return counted


def cannot_agree(row: Row) -> bool:
    """Whether a row names but one party, all others in mixed case, or ended on the day of its entry."""
    return len(row.parties) < 2 or row.entered == row.ended


@needs_shared
def test_those_that_cannot_agree() -> None:
    """Fourteen of the 499 cannot agree: thirteen name one party alone, one ended on the day of its entry."""
    rows = [row for row in register() if row.entered and row.ended and cannot_agree(row)]
    assert Counter(len(row.parties) for row in rows) == {1: 13, 2: 1}


@needs_shared
def test_starts_and_ends_agree_to_the_day() -> None:
    """Of the treaties with a recorded start and end, 485 of 499 agree in both to the day."""
    both = [row for row in register() if row.entered and row.ended]
    assert Counter(row.is_bilateral for row in both) == {True: 418, False: 81}

    def agrees(row: Row) -> bool:
        assert row.entered
        assert row.ended
        status = row.status
        return (
            status.in_force(row.entered).is_yes
            and not status.in_force(row.entered - DAY).is_yes
            and status.in_force(row.ended - DAY).is_yes
            and status.in_force(row.ended).is_no
        )

    counted = shown("start and end agree", map(agrees, both))
    assert counted[True] >= 485
    assert all(agrees(row) for row in both if not cannot_agree(row))


@needs_shared
def test_silence_is_not_negative() -> None:
    """No bilateral treaty without entry and termination is denied to be in force after its signature."""
    silent = [row for row in register() if row.is_bilateral and not row.entered and not row.ended]
    assert len(silent) == 3034

    def answer(row: Row) -> str:
        since = row.signed or date(1900, 1, 1)
        years = (since + timedelta(days=365 * number) for number in (1, 20))
        answers = {str(row.status.in_force(day).value) for day in years if day < date(2022, 1, 1)}
        return " ".join(sorted(answers))

    counted = shown("neither entry nor termination", map(answer, silent))
    assert not any("no" in str(each).split() for each in counted)


@needs_shared
def test_no_end_is_lost() -> None:
    """After a recorded termination a treaty is not in force, whatever else is not recorded."""
    ended = [row for row in register() if row.ended and row.ended < date(2022, 1, 1)]

    def answer(row: Row) -> tuple[str, ...]:
        assert row.ended
        status = row.status
        return tuple(str(status.in_force(day).value) for day in (row.ended, date(2022, 1, 1)))

    counted = shown("after a termination", map(answer, ended))
    assert set(counted) == {("no", "no")}


@needs_shared
def test_no_life_is_denied() -> None:
    """Between its recorded start and its end no treaty is said not to be in force."""
    lives = [row for row in register() if row.entered and row.ended and row.entered < row.ended - DAY]

    def answer(row: Row) -> str:
        assert row.entered
        assert row.ended
        return str(row.status.in_force(row.entered + (row.ended - row.entered) / 2).value)

    counted = shown("in the middle of its life", map(answer, lives))
    assert set(counted) <= {"yes", "unknown"}
