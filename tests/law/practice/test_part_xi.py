"""The Agreement on Part XI of the law of the sea, as the table of its depositary tells who applied it."""

import csv
from collections import Counter
from datetime import date, datetime, timedelta

import geobrief as gb
from geobrief.model.act import Act
from tests.law.practice.said import value
from tests.law.un_treaties import FOLDER, code_of
from tests.shared_data import needs_shared

LAST = date(1998, 11, 16)
MEANS = {"p": "simplified_procedure", "a": "accession", "c": "formal_confirmation"}


def day(cell: str) -> date | None:
    """Read the day of a cell, without its letter."""
    words = cell.split()[:3]
    return datetime.strptime(" ".join(words), "%d %b %Y").date() if words else None  # noqa: DTZ007 - no zone


def acts_of(by: str, signed: str, applied: str, declined: str, consent: str) -> list[Act]:
    """Turn the row of one participant into acts."""
    found: list[Act] = []
    if on := day(signed):
        found.append(gb.Signature(treaty="t", by=by, on=on, effect="subject_to_ratification"))
    if applied.endswith("n"):
        found.append(gb.ProvisionalApplication(treaty="t", by=by, since=day(applied), id=f"n-{by.lower()}"))
    if on := day(declined):
        found.append(gb.ProvisionalApplication(treaty="t", by=by, declined=on, id=f"d-{by.lower()}"))
    if on := day(consent):
        means = MEANS.get(consent[-1], "ratification")
        found.append(
            gb.Ratification(treaty="t", by=by, means=means, instrument=gb.Instrument(deposited=on))  # type: ignore[arg-type]  # of its words
        )
    return found


@needs_shared
def test_who_applied_part_xi() -> None:
    """Whom the depositary lists from a day begins on that day, or is unknown; two rows say otherwise.

    Who only adopted it is unknown.  Italy had declined, and is listed from the first day all the same;
    Poland had signed, and is listed only from a later one.
    """
    with (FOLDER / "21-6-a.csv").open(encoding="utf-8", newline="") as file:
        rows = [(code, *row[1:]) for row in list(csv.reader(file))[1:] if (code := code_of(row[0]))]
    treaty = gb.Treaty(
        id="t",
        title="Part XI",
        adopted="1994-07-28",
        negotiating_states=[by for by, *_ in rows],
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(40), not_before="1996-07-28", after="30 days"),
        provisional_application=gb.ProvisionalClause(since="1994-11-16", opting_out=True, until=LAST),
    )
    found = gb.status(treaty, [act for row in rows for act in acts_of(*row)], as_of="2015-03-31")
    said = Counter[tuple[str, str]]()
    otherwise: set[str] = set()
    for by, _, applied, *_ in rows:
        first = day(applied)
        if first is not None:
            told = [value(found.provisionally_applied(by, on)) for on in (first - timedelta(1), first)]
            said[told[0], told[1]] += 1
            if told not in (["no", "yes"], ["unknown", "yes"]) and told[1] != "unknown":
                otherwise.add(by)
    assert otherwise == {"ITA", "POL"}
    assert said["no", "yes"] + said["unknown", "yes"] == 62
    assert sum(said.values()) == 120
