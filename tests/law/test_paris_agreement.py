"""The Paris Agreement from the states' acts and the table of emissions of its article 21."""

import csv

import pytest

from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act
from geobrief.model.condition import Consents, Share
from geobrief.model.entry_into_force import SAME, EntryIntoForce
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty, WeightTable, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Days, Years
from tests.shared_data import SHARED, needs_shared

TABLE = SHARED / "data" / "paris-agreement" / "paris.csv"

USA_AGAIN = "acceptance-2021"
CLAUSE = EntryIntoForce(upon=Consents(55) & Share("emissions", at_least="0.55"), after=Days(30), then=SAME)


def rows() -> list[dict[str, str]]:
    """Read the table; nothing where it is absent."""
    if not TABLE.exists():
        return []
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def code(row: dict[str, str]) -> str:
    """Give our code of a row."""
    return {"EUU": "eu"}.get(row["Code"], row["Code"])


def acts(table: list[dict[str, str]]) -> list[Act]:
    """Read signatures and instruments, with the whole history of the United States."""
    found: list[Act] = [
        Signature(treaty="paris", by=code(row), on=row["Signature"]) for row in table if row["Signature"]
    ]
    for row in table:
        if row["Ratification"]:
            first = "2016-09-03" if row["Code"] == "USA" else row["Ratification"]
            instrument = Instrument(deposited=first)
            found.append(
                Ratification(treaty="paris", by=code(row), means=row["Kind"].lower(), instrument=instrument)  # type: ignore[arg-type]
            )
    found += [
        Withdrawal(id="withdrawal-2019", treaty="paris", by="USA", notified="2019-11-04"),
        Ratification(
            id=USA_AGAIN,
            treaty="paris",
            by="USA",
            means="acceptance",
            instrument=Instrument(deposited="2021-01-20"),
        ),
        Withdrawal(id="withdrawal-2025", treaty="paris", by="USA", notified="2025-01-27"),
    ]
    return found


@pytest.fixture(scope="module")
def paris() -> TreatyStatus:
    """The status of the Agreement."""
    table = rows()
    emissions = {code(row): row["Emissions"] for row in table if row["Emissions"] and row["Code"] != "EUU"}
    treaty = Treaty(
        id="paris",
        title="Paris Agreement",
        entry_into_force=CLAUSE,
        withdrawal=WithdrawalClause(notice=Years(1), not_before=Years(3), not_before_from="party"),  # art. 28
        weights={"emissions": WeightTable(weights=emissions)},
    )
    return status(treaty, acts(table), as_of="2026-03-01")


@needs_shared
def test_trigger_and_entry(paris: TreatyStatus) -> None:
    """The threshold must be met on 2016-10-05, and entry follow on the thirtieth day."""
    assert str(paris.entered_into_force.since) == "2016-11-04"
    assert "was met on 2016-10-05" in str(paris.entered_into_force)
    assert paris.in_force("2016-11-03").is_no
    assert paris.in_force("2016-11-04").is_yes


@needs_shared
def test_the_union_is_not_counted_beside_its_members(paris: TreatyStatus) -> None:
    """The row of the European Union must add neither a consent nor emissions."""
    consents = paris._by_day.interpreted.history.consents
    day = paris._by_day.interpreted.history.trigger.lo
    assert "eu" not in consents.counted(day).possible
    assert "eu" in paris.contracting_states("2016-10-05")


@needs_shared
def test_date_of_effect_of_every_party(paris: TreatyStatus) -> None:
    """For every party the day computed must be the depositary's."""
    checked = 0
    for row in rows():
        if row["Date-Of-Effect"]:
            since = paris.in_force_for(code(row), row["Date-Of-Effect"]).since
            assert str(since) == row["Date-Of-Effect"], row["Code"]
            checked += 1
    assert checked >= 190


@needs_shared
def test_the_united_states_left_returned_and_left(paris: TreatyStatus) -> None:
    """Each spell of the United States must be its own, with the notice that ended it."""
    assert paris.in_force_for("USA", "2020-01-01").is_yes
    for day, value, act in (
        ("2020-11-03", "yes", "withdrawal-2019"),
        ("2020-11-04", "no", "withdrawal-2019"),
        ("2020-12-01", "no", "withdrawal-2019"),
        ("2021-02-18", "no", "withdrawal-2019"),
        ("2021-02-19", "yes", USA_AGAIN),
        ("2021-03-01", "yes", USA_AGAIN),
        ("2026-01-26", "yes", "withdrawal-2025"),
        ("2026-01-27", "no", "withdrawal-2025"),
        ("2026-02-01", "no", "withdrawal-2025"),
    ):
        answer = paris.in_force_for("USA", day)
        assert str(answer.value) == value, day
        assert any(act in reason.records for reason in answer.reasons), (day, answer.explain())
