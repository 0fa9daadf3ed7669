import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.errors import InvalidRecord
from geobrief.testing.leaves import delays
from geobrief.values.convert import as_delay, as_optional_delay
from geobrief.values.delay import Days, Delay, Months, Years

DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("30 days", Days(30)),
        ("1 day", Days(1)),
        ("0 days", Days(0)),
        ("6 months", Months(6)),
        ("1 month", Months(1)),
        ("25 years", Years(25)),
        ("1 year", Years(1)),
    ],
)
def test_parse(text: str, delay: Delay) -> None:
    """A number and a unit make a delay, which prints as that text."""
    assert Delay.parse(text) == delay
    assert str(delay) == text


@given(delays())
def test_text_and_back(delay: Delay) -> None:
    """Every delay is read back from its own text, and its repr is code that makes it."""
    assert Delay.parse(str(delay)) == as_delay(str(delay)) == delay
    assert repr(delay) == f"{type(delay).__name__}({delay.count})"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "30",
        "days",
        "30days",
        "30  days",
        " 30 days",
        "30 days\n",
        "-1 days",
        "1.5 years",
        "1 week",
        "100000 days",
        "٣ days",
        "30 Days",
        30,
        None,
    ],
)
def test_reject_texts(wrong: Any) -> None:
    """Only whole numbers of days, months or years are read."""
    with pytest.raises(InvalidRecord, match=r"expected a delay such as '30 days'"):
        Delay.parse(wrong)


@pytest.mark.parametrize("count", [-1, 100_000, True, 1.0, "30", None])
@pytest.mark.parametrize("unit", [Days, Months, Years])
def test_reject_counts(unit: type[Delay], count: Any) -> None:
    """The count is a whole number from 0 to 99,999."""
    with pytest.raises(InvalidRecord, match="count: expected a"):
        unit(count)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 weeks", "14 days"),
        ("1 week", "7 days"),
        ("1 year 6 months", "18 months"),
        ("2 years and 1 month", "25 months"),
        ("1 year, 6 months", "18 months"),
    ],
)
def test_another_unit_brings_the_same_delay(text: str, meant: str) -> None:
    """Weeks, and years with months, are refused with the delay that they are."""
    with pytest.raises(InvalidRecord, match=f"did you mean '{meant}'"):
        Delay.parse(text)
    assert str(Delay.parse(meant)) == meant


@pytest.mark.parametrize("text", ["1 month 15 days", "99999 weeks", "1 year 6 monthss", "weeks"])
def test_a_delay_without_one_unit_brings_none(text: str) -> None:
    """A delay that no single unit gives is refused without a guess."""
    with pytest.raises(InvalidRecord) as caught:
        Delay.parse(text)
    assert "did you mean" not in str(caught.value)


def test_reject_delays_without_unit() -> None:
    """A bare Delay says nothing."""
    with pytest.raises(InvalidRecord, match="Days, Months or Years"):
        Delay(30)


def test_equality_and_hash() -> None:
    """Equal are the same number of the same unit; twelve months are not a year."""
    assert Days(30) == Days(30)
    assert len({Days(30), Days(30), Months(30), Years(30)}) == 3
    months: Delay = Months(12)
    assert months != Years(1)


def test_evolve() -> None:
    """A changed delay is checked again."""
    assert attrs.evolve(Days(30), count=31) == Days(31)
    with pytest.raises(InvalidRecord):
        attrs.evolve(Days(30), count=-1)


@given(delays())
def test_pickle(delay: Delay) -> None:
    """A delay comes back equal from pickle."""
    assert pickle.loads(pickle.dumps(delay)) == delay


@pytest.mark.parametrize(
    ("delay", "day", "after"),
    [
        (Days(30), date(2016, 10, 5), date(2016, 11, 4)),  # Paris Agreement
        (Months(1), date(2024, 1, 31), date(2024, 2, 29)),
        (Months(3), date(2023, 11, 30), date(2024, 2, 29)),
        (Years(1), date(2024, 2, 29), date(2025, 2, 28)),
        (Years(25), date(1970, 3, 5), date(1995, 3, 5)),  # NPT
        (Days(0), date(2024, 1, 31), date(2024, 1, 31)),
    ],
)
def test_after(delay: Delay, day: date, after: date) -> None:
    """Days are counted; months and years go to the same day, or the last of a shorter month."""
    assert delay.after(day) == after


@given(st.integers(0, 99_999), DAYS)
def test_days_count_there_and_back(count: int, day: date) -> None:
    """Counting days back undoes counting them."""
    if count < 60_000:
        assert Days(count).before(Days(count).after(day)) == day


@given(delays().filter(lambda delay: delay.count < 500), DAYS, DAYS)
def test_later_days_stay_later(delay: Delay, one: date, other: date) -> None:
    """A delay never changes the order of two days, so that bounds stay bounds."""
    first, last = sorted([one, other])
    assert delay.after(first) <= delay.after(last)
    assert delay.before(first) <= delay.before(last)


@pytest.mark.parametrize("delay", [Days(99_999), Months(99_999), Years(99_999)])
def test_beyond_the_calendar(delay: Delay) -> None:
    """Beyond the years 1 to 9999 the calendar ends with an OverflowError."""
    with pytest.raises(OverflowError):
        delay.after(date(9999, 1, 1))
    with pytest.raises(OverflowError):
        delay.before(date(1, 1, 1))


def test_optional() -> None:
    """None stays None."""
    assert as_optional_delay(None) is None
    assert as_optional_delay("2 years") == Years(2)
