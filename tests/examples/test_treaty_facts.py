"""The acts in the example briefs of treaties agree with published registers."""

import csv
from datetime import datetime

import geobrief as gb
from geobrief import actors
from tests.shared_data import SHARED, needs_shared

CTBT_LATER = frozenset(
    {"AGO", "COG", "COM", "CUB", "DMA", "GMB", "GNQ", "LKA", "MMR"}
    | {"PNG", "SLB", "STP", "SWZ", "THA", "TLS", "TUV", "ZWE"}
)
"""Those whose ratification the register, which ends in March 2015, does not have yet."""


def deposits(brief: gb.Brief, treaty: str) -> dict[str, set[str]]:
    """Give the days of deposit by state."""
    found: dict[str, set[str]] = {}
    for act in brief.acts_on(treaty):
        if isinstance(act, gb.Ratification) and act.instrument is not None:
            found.setdefault(act.by, set()).add(str(act.instrument.deposited))
    return found


def signatures(brief: gb.Brief, treaty: str) -> dict[str, str]:
    """Give the day of signature by state."""
    return {act.by: str(act.on) for act in brief.acts_on(treaty) if isinstance(act, gb.Signature)}


def test_ctbt_counts() -> None:
    """187 states signed and 179 ratified, one of which withdrew; of the 44 of Annex 2, 41 and 36."""
    brief = gb.example("ctbt")
    annex_2 = set(brief.treaties["ctbt"].groups["annex_2"])
    signed, ratified = signatures(brief, "ctbt"), deposits(brief, "ctbt")
    assert (len(signed), len(ratified)) == (187, 179)
    assert len(annex_2) == 44
    assert annex_2 - set(signed) == {"IND", "PAK", "PRK"}
    assert annex_2 - set(ratified) == {"CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "USA"}
    (withdrawal,) = brief.select(gb.Withdrawal)
    assert (withdrawal.by, withdrawal.withdraws) == ("RUS", "ratification")
    assert withdrawal.notified == gb.When("2023-11-03")


@needs_shared
def test_ctbt_agrees_with_the_register() -> None:
    """Every signature and ratification until March 2015 is on the day of the depositary's list."""
    brief = gb.example("ctbt")
    signed, ratified = signatures(brief, "ctbt"), deposits(brief, "ctbt")
    with (SHARED / "data" / "un-treaties" / "treaties" / "26-4.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == 183
    for name, signature, ratification in rows:
        code = {"Serbia": "SCG"}.get(name) or actors.by_name(name).code  # the code of those years
        assert signed[code] == _day(signature)
        if ratification:
            assert ratified[code] == {_day(ratification)}
        else:
            assert code not in ratified or code in CTBT_LATER


def _day(text: str) -> str:
    return datetime.strptime(text.removesuffix(" d").strip(), "%d %b %Y").date().isoformat()  # noqa: DTZ007 - a day


@needs_shared
def test_paris_agrees_with_the_register() -> None:
    """Every deposit, signature and share of emissions is that of the published table."""
    brief = gb.example("paris-agreement")
    signed, ratified = signatures(brief, "paris-agreement"), deposits(brief, "paris-agreement")
    shares = brief.treaties["paris-agreement"].weights["emissions"].weights
    with (SHARED / "data" / "paris-agreement" / "paris.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        code = {"EUU": "eu"}.get(row["Code"], row["Code"])
        assert signed.get(code, "") == row["Signature"]
        assert row["Ratification"] in ratified.get(code, {""})
        assert code == "eu" or float(shares.get(code, 0)) == float(row["Percentage"] or 0)
    assert len(ratified) == 195
    assert "eu" not in shares


@needs_shared
def test_paris_gives_the_day_of_every_party() -> None:
    """For every party it is in force from the day that the depositary reports, and not a day earlier."""
    status = gb.example("paris-agreement").status("paris-agreement")
    with (SHARED / "data" / "paris-agreement" / "paris.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Date-Of-Effect"]]
    assert len(rows) == 195
    for row in rows:
        code = {"EUU": "eu"}.get(row["Code"], row["Code"])
        effect = gb.When(row["Date-Of-Effect"])
        assert status.in_force_for(code, effect).is_yes, code
        assert status.in_force_for(code, effect.plus(days=-1)).is_no, code


def test_north_atlantic_allies() -> None:
    """Twelve founders ratified and twenty invited states acceded, and nobody else."""
    brief = gb.example("north-atlantic-treaty")
    groups = brief.treaties["north-atlantic-treaty"].groups
    by_means = {
        means: {act.by for act in brief.select(gb.Ratification) if act.means == means}
        for means in ("ratification", "accession")
    }
    assert by_means == {
        "ratification": set(groups["founding_members"]),
        "accession": set(groups["invited_members"]),
    }
    assert sum(map(len, by_means.values())) == 32
