import csv
import re
from datetime import UTC, date, datetime

import pytest

from geobrief import actors
from geobrief.errors import NotFound
from tests.shared_data import SHARED, needs_shared


@pytest.mark.parametrize(
    ("organisation", "on", "count"),
    [
        ("eu", date(1957, 12, 31), 0),
        ("eu", date(1973, 1, 1), 9),
        ("eu", date(2016, 11, 4), 28),
        ("eu", date(2020, 1, 31), 28),
        ("eu", date(2020, 2, 1), 27),
        ("nato", date(1949, 8, 24), 12),
        ("nato", date(1990, 10, 3), 16),
        ("nato", date(2024, 3, 7), 32),
        ("un", date(1945, 12, 31), 51),
        ("un", date(1955, 12, 31), 76),
        ("un", date(1960, 12, 31), 99),
        ("un", date(1973, 12, 31), 135),
        ("un", date(1990, 1, 1), 159),
        ("un", date(1991, 12, 31), 166),
        ("un", date(1993, 12, 31), 184),
        ("un", date(2000, 12, 31), 189),
        ("un", date(2024, 1, 1), 193),
    ],
)
def test_how_many_members_there_were(organisation: str, on: date, count: int) -> None:
    """The number of members is that which the organisation itself gives for the day."""
    members = actors.members(organisation, on)
    assert len(members) == count
    assert list(members) == sorted(set(members))


def test_members_bear_the_code_of_the_day() -> None:
    """One membership is shown under each code that its member had."""
    assert "SUN" in actors.members("un", date(1980, 1, 1))
    assert "RUS" not in actors.members("un", date(1980, 1, 1))
    assert {"RUS", "SCG"} <= set(actors.members("un", date(2001, 1, 1)))
    assert {"SRB", "MNE"} <= set(actors.members("un", date(2007, 1, 1)))


def test_a_membership_lasts_to_its_last_day() -> None:
    """Zanzibar was a member until the day before its union with Tanganyika of 26 April 1964."""
    assert "cow-511" in actors.members("un", date(1964, 4, 25))
    assert "cow-511" not in actors.members("un", date(1964, 4, 26))


def test_members_that_are_not_recorded_are_not_nobody() -> None:
    """Asking for unrecorded members, or the members of a state, is refused."""
    with pytest.raises(NotFound, match="members of 'who' are not recorded, only those of eu, nato, un"):
        actors.members("who", date(2020, 1, 1))
    with pytest.raises(NotFound, match=r"'FRA' \(France\) is a state, expected an organisation"):
        actors.members("FRA", date(2020, 1, 1))
    with pytest.raises(NotFound, match="no actor has the code 'European Union'; did you mean 'eu'"):
        actors.members("European Union", date(2020, 1, 1))


@needs_shared
def test_admissions_to_the_united_nations_agree_with_the_depositary() -> None:
    """Members joined on the day of the resolution, or in 1946 on that of the instrument then needed."""
    path = SHARED / "data" / "un-treaties" / "treaties" / "1-2.csv"
    nations = actors.get("un")
    assert isinstance(nations, actors.Organisation)
    recorded = {(one.member, one.spell.start) for one in nations.memberships}
    with path.open(encoding="utf-8", newline="") as lines:
        listed = {
            (actors.by_name(re.sub(r"[\s\d,]+$", "", row["Participant"])).code, _day(row["Date of Adoption"]))
            for row in csv.DictReader(lines)
        }
    assert {code for code, _ in listed - recorded} == {"AFG", "ISL", "SWE", "THA"}
    assert len(listed) > 130


def _day(text: str) -> date:
    return datetime.strptime(text, "%d %b %Y").replace(tzinfo=UTC).date()
