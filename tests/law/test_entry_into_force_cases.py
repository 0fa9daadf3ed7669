"""The 59 treaties deposited with the UN Secretary-General, from the raw acts to the official day."""

import csv
from datetime import date, timedelta

import pytest

from geobrief.actors import by_name
from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act
from geobrief.model.condition import Consents, TreatyInForce
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.treaty import Treaty
from geobrief.values.delay import Delay
from tests.law.un_treaties import FOLDER, read_table
from tests.shared_data import SHARED, needs_shared

FORMER = {"SFR Yugoslavia": "Yugoslavia", "German Dem. Rep.": "German Democratic Republic"}

TWINS = {"4-4": "4-3"}
"""The former states deposited both Covenants of 1966 on the same days; the table lists one of them."""


def rows(name: str) -> list[dict[str, str]]:
    """Read a table of the reference cases; none where it is absent."""
    path = SHARED / "cases" / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES = rows("entry_into_force.csv")


def clause(row: dict[str, str]) -> EntryIntoForce:
    """Build a clause from the columns of a row."""
    kind, _, argument = row["condition"].partition(":")
    return EntryIntoForce(
        upon=Consents(int(row["deposits"])),
        after=Delay.parse(f"{row['delay']} {row['delay_unit']}"),
        rounding=row["rounding"] or None,  # type: ignore[arg-type]  # the words of the table are ours
        not_before=TreatyInForce(f"un-{argument}")
        if kind == "later"
        else argument
        if kind == "notbefore"
        else None,
        on_date_if_met_by=argument if kind == "fixedor" else None,
    )


def acts_on(row: dict[str, str]) -> list[Act]:
    """Read the acts, with those of states that today's tables no longer name where the row needs them."""
    name = f"un-{row['treaty']}"
    acts = list(read_table(FOLDER / f"{row['treaty']}.csv", name).acts)
    former = rows("former_states.csv") if row["needs_former_states"] == "yes" else []
    for each in former:
        if each["treaty"] == TWINS.get(row["treaty"], row["treaty"]):
            by = by_name(FORMER.get(each["state"], each["state"])).code
            instrument = Instrument(deposited=each["consent"])
            acts.append(Ratification(id=f"former-{by}".lower(), treaty=name, by=by, instrument=instrument))
    return acts


def covenant(name: str) -> TreatyStatus | None:
    """Give the status of a treaty on which another one of the table waits."""
    known = {f"un-{row['treaty']}": row for row in CASES}
    if name in known:
        return computed(known[name])
    if name == "un-4-4":  # the International Covenant on Civil and Political Rights
        row = {"treaty": "4-4", "deposits": "35", "delay": "3", "delay_unit": "months"}
        return computed(
            row | {"rounding": "", "condition": "", "needs_former_states": "yes", "title": "ICCPR"}
        )
    return None


def computed(row: dict[str, str]) -> TreatyStatus:
    """Work out the status of a treaty of the table."""
    treaty = Treaty(id=f"un-{row['treaty']}", title=row["title"], entry_into_force=clause(row))
    return status(treaty, acts_on(row), as_of="2015-03-31", treaties=covenant)


@needs_shared
@pytest.mark.parametrize("row", CASES, ids=[row["treaty"] for row in CASES])
def test_official_day_from_the_raw_acts(row: dict[str, str]) -> None:
    """The day computed from the states' acts must be the official day of entry into force."""
    found = computed(row)
    answer = found.entered_into_force
    assert str(answer.value) == "yes"
    assert str(answer.since) == row["entry_into_force"]
    day = date.fromisoformat(row["entry_into_force"])
    assert found.in_force(day).is_yes
    assert found.in_force(day - timedelta(1)).is_no
    assert found.in_force(day.replace(year=day.year - 1)).is_no
