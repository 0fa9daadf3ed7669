import contextlib
import copy
import itertools
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geobrief.errors import InvalidRecord
from geobrief.truth import Truth
from geobrief.values.calendar import add_months, add_years, first_of_following_month, first_of_that_month
from geobrief.values.convert import as_when
from geobrief.values.when import InvalidWhen, When

MARKS = st.sampled_from(["", "", "?", "~", "%"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def _forms(day: date) -> list[str]:
    year, month, _ = iso = day.isoformat().split("-")
    forms = ["-".join(iso), f"{year}-{month}", year, f"{year}-{month}-XX", f"{year}-XX-XX", f"{year}-XX"]
    if day.year >= 10:
        forms.append(f"{year[:3]}X")
    if day.year >= 100:
        forms.append(f"{year[:2]}XX")
    return forms


SINGLE = st.builds("{}{}".format, DAYS.flatmap(lambda day: st.sampled_from(_forms(day))), MARKS)


def _is_read(text: str) -> bool:
    try:
        When(text)
    except InvalidWhen:
        return False
    return True


INTERVALS = st.one_of(
    st.builds("../{}".format, SINGLE),
    st.builds("{}/..".format, SINGLE),
    st.builds("{}/{}".format, SINGLE, SINGLE).filter(_is_read),
)
PLAIN_INTERVALS = INTERVALS.filter(lambda text: "X" not in text)
TEXTS = st.one_of(SINGLE, INTERVALS)


def _oracle(text: str) -> tuple[date | None, date | None]:
    """Find the bounds of a text by the edtf package, whose open bounds are infinite floats."""
    parsed: Any = parse_edtf(text)
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    return (
        None if isinstance(lower, float) else date(*lower[:3]),
        None if isinstance(upper, float) else date(*upper[:3]),
    )


# A few weeks around a month end, so that every pair of possible days can be tried.
FIRST = date(2024, 1, 27)
NEAR = st.integers(0, 40).map(lambda days: FIRST + timedelta(days=days))
SMALL = st.tuples(NEAR, NEAR).map(lambda ends: When(f"{min(ends)}/{max(ends)}")) | NEAR.map(When.of)


def _days(when: When) -> list[date]:
    assert when.earliest is not None
    assert when.latest is not None
    return [when.earliest + timedelta(days=n) for n in range((when.latest - when.earliest).days + 1)]


class TestRead:
    @given(TEXTS)
    def test_text_is_kept(self, text: str) -> None:
        """What was read is written back exactly, and its bounds are in order."""
        when = When(text)
        assert str(when) == when.text == text
        assert repr(when) == f"When({text!r})"
        if when.earliest and when.latest:
            assert when.earliest <= when.latest
        assert when.earliest or when.latest

    @given(TEXTS)
    @example("198X~")
    @example("2024-06?/..")
    def test_bounds_agree_with_the_oracle(self, text: str) -> None:
        """The edtf package finds the same bounds for every form, and for both ends of an interval."""
        first, last = text.partition("/")[0], text.rpartition("/")[2]
        when = When(text)
        assert when.earliest == (None if first == ".." else _oracle(first)[0])
        assert when.latest == (None if last == ".." else _oracle(last)[1])

    @given(PLAIN_INTERVALS)
    def test_intervals_agree_with_the_oracle(self, text: str) -> None:
        """The edtf package, which reads no unspecified digits there, finds the same bounds of intervals."""
        when = When(text)
        assert (when.earliest, when.latest) == _oracle(text)

    @pytest.mark.parametrize(
        ("text", "precision", "earliest", "latest"),
        [
            ("2024-06-19", "day", "2024-06-19", "2024-06-19"),
            ("2024-02", "month", "2024-02-01", "2024-02-29"),
            ("1900-02-XX", "month", "1900-02-01", "1900-02-28"),
            ("1800-02", "month", "1800-02-01", "1800-02-28"),
            ("2000-02", "month", "2000-02-01", "2000-02-29"),
            ("2024", "year", "2024-01-01", "2024-12-31"),
            ("2024-XX", "year", "2024-01-01", "2024-12-31"),
            ("1980-XX-XX", "year", "1980-01-01", "1980-12-31"),
            ("198X", "decade", "1980-01-01", "1989-12-31"),
            ("19XX", "century", "1900-01-01", "1999-12-31"),
            ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
            ("0001", "year", "0001-01-01", "0001-12-31"),
            ("2024-06/2024", "interval", "2024-06-01", "2024-12-31"),
            ("2024-06-19/2024-06-19", "interval", "2024-06-19", "2024-06-19"),
        ],
    )
    def test_forms(self, text: str, precision: str, earliest: str, latest: str) -> None:
        """Each form has its precision and its bounds."""
        when = When(text)
        assert when.precision == precision
        assert (str(when.earliest), str(when.latest)) == (earliest, latest)
        assert when.is_day == (earliest == latest)

    @pytest.mark.parametrize(
        ("text", "uncertain", "approximate"),
        [
            ("2024", False, False),
            ("2024?", True, False),
            ("2024-06-19~", False, True),
            ("198X%", True, True),
            ("2024?/2025~", True, True),
            ("../2024~", False, True),
            ("2024?/..", True, False),
        ],
    )
    def test_qualifiers(self, text: str, uncertain: bool, approximate: bool) -> None:
        """Qualifiers are flags and leave the bounds alone."""
        when = When(text)
        assert (when.uncertain, when.approximate) == (uncertain, approximate)
        bare = When("".join(sign for sign in text if sign not in "?~%"))
        assert (when.earliest, when.latest) == (bare.earliest, bare.latest)


class TestReject:
    @given(st.text() | st.text("0123456789X-/.?~% W\n٣", max_size=12))
    def test_junk(self, text: str) -> None:
        """Any text is either read and kept, or refused with InvalidRecord."""
        with contextlib.suppress(InvalidRecord):
            assert str(When(text)) == text

    @given(
        TEXTS, st.sampled_from([" {}", "{} ", "{}\n", "{}/", "/{}", "{}??", "?{}", "-{}", "{}Z", "\ufeff{}"])
    )
    def test_strict(self, text: str, damage: str) -> None:
        """A text with anything before or behind it is refused as not EDTF."""
        with pytest.raises(InvalidWhen) as caught:
            When(damage.format(text))
        assert caught.value.code == "GB301"

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            *(("GB301", text) for text in ["", "soon", "..", "../..", "/", "2024-06/", "/2024-06"]),
            *(
                ("GB301", text)
                for text in ["20240619", "2024-W25-3", "2024-171", "2024-6-19", "-0044", "12024"]
            ),
            *(
                ("GB301", text)
                for text in ["2024-21", "2024-41~", "2024-XX-19", "202X-06", "198X-XX", "2XXX"]
            ),
            *(
                ("GB301", text)
                for text in [
                    "198x",
                    "\uff12\uff10\uff12\uff14",
                    "2024-06-19T00:00",
                    "2024/2025/2026",
                    "../2024/..",
                ]
            ),
            *(
                ("GB301", text)
                for text in ["2024-?06", "2024-06-19\n", "..?/2024", "2024-06-1٩", "1985/open"]
            ),
            *(
                ("GB302", text)
                for text in ["2023-02-30", "2023-02-29?", "1900-02-29", "2024-06-00", "2024-06-31"]
            ),
            *(("GB302", text) for text in ["2024-13", "2024-00", "2024-13-01", "2024-99-XX", "2024-42"]),
            *(
                ("GB302", text)
                for text in ["0000", "000X", "00XX", "0000-01-01", "0000-XX-XX", "2024/2025-02-29"]
            ),
            *(
                ("GB303", text)
                for text in ["2024/2023", "2024-06-19/2024-06-18", "2024-06~/2024-05?", "199X/198X"]
            ),
        ],
    )
    def test_code(self, code: str, text: str) -> None:
        """Not EDTF, no such day, and reversed are told apart."""
        with pytest.raises(InvalidWhen) as caught:
            When(text)
        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("text", "near"),
        [
            ("19.6.2024", "2024-06-19"),
            ("6/19/2024", "2024-06-19"),
            ("2024-6-19", "2024-06-19"),
            ("2024/6/19", "2024-06-19"),
            ("20240619", "2024-06-19"),
            ("5.5.2024", "2024-05-05"),
            (" 2024-06 ", "2024-06"),
            ("2024\u201306\u201319", "2024-06-19"),
            ("2024-6", "2024-06"),
            ("198x", "198X"),
            ("2024-06-19/2024-7-1", "2024-07-01"),
        ],
    )
    def test_suggestion(self, text: str, near: str) -> None:
        """A near and unambiguous correction is named."""
        with pytest.raises(InvalidWhen) as caught:
            When(text)
        assert caught.value.hint == f"did you mean {near!r}?"
        assert str(caught.value).endswith(caught.value.hint)

    @pytest.mark.parametrize(
        "text", ["6/7/2024", "6.7.2024", "31.31.2024", "2024/06", "20241301", "soon", "x" * 999]
    )
    def test_no_guess(self, text: str) -> None:
        """Nothing is suggested where two readings are left, or none."""
        with pytest.raises(InvalidWhen) as caught:
            When(text)
        assert caught.value.hint == ""
        assert len(str(caught.value)) < 200

    def test_error_pickles(self) -> None:
        """The error survives a process boundary with all that it says."""
        with pytest.raises(InvalidWhen) as caught:
            When("2024-6-19")
        error, twin = caught.value, pickle.loads(pickle.dumps(caught.value))
        assert type(twin) is InvalidWhen
        assert (str(twin), twin.code, twin.hint) == (str(error), error.code, error.hint)
        assert twin.problems == error.problems

    @pytest.mark.parametrize(
        "value", [None, True, 2024, 2024.0, b"2024", ["2024"], datetime(2024, 6, 19, tzinfo=UTC)], ids=repr
    )
    def test_other_types(self, value: Any) -> None:
        """Only texts, dates and When are taken; a datetime is not a day."""
        with pytest.raises(TypeError, match="expected a"):
            When.of(value)
        with pytest.raises(TypeError, match="expected a text"):
            When(value)


class TestMake:
    @given(DAYS)
    def test_of_date(self, day: date) -> None:
        """A date becomes exactly that day."""
        when = When.of(day)
        assert when == When(day.isoformat())
        assert (when.earliest, when.latest, when.is_day, when.precision) == (day, day, True, "day")

    @given(TEXTS)
    def test_of_is_idempotent(self, text: str) -> None:
        """Reading a text directly, by `of` and by the converter gives equals; a When is itself."""
        when = When.of(text)
        assert when == When(text) == as_when(text)
        assert When.of(when) is when

    def test_of_subclass_of_str(self) -> None:
        """A text type of another library is not kept."""
        text = type("Text", (str,), {})("1999-03-02")
        assert type(When.of(text).text) is str

    @given(st.integers(1, 9999))
    def test_from_year(self, year: int) -> None:
        """A year is its text with four digits."""
        assert When.from_year(year) == When(f"{year:04d}")

    @pytest.mark.parametrize(
        ("year", "error"), [(0, InvalidWhen), (10_000, InvalidWhen), (True, TypeError), ("2024", TypeError)]
    )
    def test_from_no_year(self, year: Any, error: type[Exception]) -> None:
        """Anything but a number of a year is refused."""
        with pytest.raises(error):
            When.from_year(year)

    @given(TEXTS)
    def test_between_is_exact(self, text: str) -> None:
        """Written anew from its bounds a date keeps them, and a text without a slash gets no longer."""
        when = When(text)
        anew = When.between(when.earliest, when.latest)
        assert (anew.earliest, anew.latest) == (when.earliest, when.latest)
        assert len(anew.text) <= len(text) or "/" in text

    @pytest.mark.parametrize(
        ("earliest", "latest", "text"),
        [
            (date(2024, 6, 19), date(2024, 6, 19), "2024-06-19"),
            (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
            (date(2023, 2, 1), date(2023, 2, 27), "2023-02-01/2023-02-27"),
            (date(2024, 1, 1), date(2024, 12, 31), "2024"),
            (date(1980, 1, 1), date(1989, 12, 31), "198X"),
            (date(1981, 1, 1), date(1990, 12, 31), "1981/1990"),
            (date(1900, 1, 1), date(1999, 12, 31), "19XX"),
            (date(1, 1, 1), date(9, 12, 31), "0001/0009"),
            (date(2024, 6, 1), date(2024, 8, 31), "2024-06/2024-08"),
            (date(2024, 6, 2), None, "2024-06-02/.."),
            (None, date(2024, 12, 31), "../2024"),
        ],
    )
    def test_between(self, earliest: date | None, latest: date | None, text: str) -> None:
        """The text between two days is the one that a person would write."""
        assert When.between(earliest, latest).text == text

    def test_between_nothing(self) -> None:
        """No bound at all, bounds without a day between them, and moments are refused."""
        with pytest.raises(InvalidWhen) as caught:
            When.between(None, None)
        assert caught.value.code == "GB301"
        with pytest.raises(InvalidWhen) as caught:
            When.between(date(2024, 1, 1), date(2023, 12, 31))
        assert caught.value.code == "GB303"
        with pytest.raises(TypeError, match="time zone"):
            When.between(datetime(2024, 1, 1, tzinfo=UTC), None)


class _Always:
    """Equal to everything, as the other side of a comparison."""

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]  # never a key


class TestValue:
    @given(TEXTS, TEXTS)
    def test_equal_by_text(self, one: str, two: str) -> None:
        """Two are equal, with equal hashes, exactly if their texts are."""
        assert (When(one) == When(two)) == (one == two)
        assert hash(When(one)) == hash(When(one))

    def test_other_side_decides(self) -> None:
        """Comparison with a foreign object is left to that object."""
        assert When("2024").__eq__("2024") is NotImplemented
        assert When("2024") == _Always()
        assert not When("2024") != _Always()  # noqa: SIM202 - __ne__ is what is tested

    @pytest.mark.parametrize("compare", [lambda a, b: a < b, lambda a, b: a >= b])
    def test_no_order(self, compare: Callable[[Any, Any], bool]) -> None:
        """Imprecise dates have no order of their own."""
        with pytest.raises(TypeError):
            compare(When("2024"), When("2025"))

    def test_frozen(self) -> None:
        """Nothing about a When can be changed or added."""
        when: Any = When("2024")
        for name in ("text", "earliest", "more"):
            with pytest.raises(AttributeError):
                setattr(when, name, None)

    @given(TEXTS)
    def test_copies(self, text: str) -> None:
        """Pickled, copied and evolved it stays equal in every field."""
        when = When(text)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            twin = pickle.loads(pickle.dumps(when, protocol))
            assert attrs.astuple(twin) == attrs.astuple(when)
        assert copy.deepcopy(when) == when == attrs.evolve(when)
        assert attrs.evolve(when, text="1999").latest == date(1999, 12, 31)

    @given(st.lists(TEXTS))
    def test_sort_key(self, texts: list[str]) -> None:
        """Sorting goes by earliest (open first), latest (open last) and text, in any input order."""
        ordered = sorted(map(When, texts), key=lambda when: when.sort_key)
        assert ordered == sorted(map(When, reversed(texts)), key=lambda when: when.sort_key)
        for one, two in itertools.pairwise(ordered):
            assert one.earliest is None or (two.earliest is not None and one.earliest <= two.earliest)
            if one.earliest == two.earliest:
                assert two.latest is None or (one.latest is not None and one.latest <= two.latest)

    def test_open_sorts_outside(self) -> None:
        """An open side lies beyond the first and the last day of the calendar."""
        texts = ["2024/..", "0001-01-01/2024", "../2024", "2024/9999"]
        ordered = sorted(map(When, texts), key=lambda when: when.sort_key)
        assert [when.text for when in ordered] == ["../2024", "0001-01-01/2024", "2024/9999", "2024/.."]


class TestCompare:
    @given(SMALL, SMALL)
    @example(When("2024-01-31"), When("2024-01-31"))
    def test_all_worlds(self, one: When, two: When) -> None:
        """Each comparison says what holds for all pairs of possible days, some, or none."""
        pairs = list(itertools.product(_days(one), _days(two)))
        assert one.before(two) is Truth.among(a < b for a, b in pairs)
        assert one.after(two) is Truth.among(a > b for a, b in pairs)
        assert one.on_or_before(two) is Truth.among(a <= b for a, b in pairs)
        assert one.on_or_after(two) is Truth.among(a >= b for a, b in pairs)
        assert one.overlaps(two) is Truth.among(a == b for a, b in pairs)
        whole = f"{two.earliest}/{two.latest}"
        assert one.within(whole) is Truth.among(a in _days(two) for a in _days(one))

    @given(SMALL, SMALL)
    def test_open_sides_leave_open(self, one: When, two: When) -> None:
        """Opening a side of a date never turns an answer round, it only unsettles it."""
        for opened in (When(f"{one.earliest}/.."), When(f"../{one.latest}")):
            for name in ("before", "after", "on_or_before", "on_or_after", "overlaps"):
                answer = getattr(opened, name)(two)
                assert answer.is_unknown or answer is getattr(one, name)(two)

    def test_open(self) -> None:
        """A side that is open lies beyond every day."""
        assert When("2024/..").before("2024").is_no is False
        assert When("2024/..").before("2023").is_no
        assert When("../2023").before("2024").is_yes
        assert When("../2023").after("../2024").is_unknown

    def test_equal_texts_are_not_the_same_day(self) -> None:
        """Two dates with the same imprecise text may be different days."""
        june = When("2024-06")
        assert june.before(june).is_unknown
        assert june.overlaps(june).is_unknown

    def test_accepts_what_of_accepts(self) -> None:
        """The other day may be a text or a date."""
        assert When("2024-06-19").before(date(2024, 6, 20)).is_yes
        assert When("2024-06-19").within(date(2024, 6, 19)).is_yes
        with pytest.raises(TypeError, match="expected a"):
            When("2024").before(2025)  # type: ignore[arg-type]  # wrong on purpose


MOVES = st.tuples(st.integers(-40, 40), st.integers(-14, 14), st.integers(-3, 3))


class TestMove:
    @given(SMALL, MOVES)
    def test_plus_covers_every_day(self, when: When, move: tuple[int, int, int]) -> None:
        """Moving a date gives the hull of what each of its days becomes."""
        days, months, years = move
        moved = when.plus(days=days, months=months, years=years)
        images = [add_months(day, months + 12 * years) + timedelta(days=days) for day in _days(when)]
        assert (moved.earliest, moved.latest) == (min(images), max(images))

    @given(SMALL, st.sampled_from([first_of_following_month, first_of_that_month]))
    def test_rounding_covers_every_day(self, when: When, rounded: Callable[[date], date]) -> None:
        """Rounding a date gives the hull of what each of its days becomes."""
        images = [rounded(day) for day in _days(when)]
        result = getattr(when, rounded.__name__)()
        assert (result.earliest, result.latest) == (min(images), max(images))

    @given(TEXTS, st.integers(-400, 400))
    def test_plus_keeps_what_is_known_of_it(self, text: str, days: int) -> None:
        """Qualifiers and open sides are kept."""
        when = When(text)
        try:
            moved = when.plus(days=days)
        except OverflowError:
            assume(False)
            raise
        assert (moved.uncertain, moved.approximate) == (when.uncertain, when.approximate)
        assert (moved.earliest is None, moved.latest is None) == (when.earliest is None, when.latest is None)

    @pytest.mark.parametrize(
        ("text", "move", "result"),
        [
            ("2024-01-31", {"months": 1}, "2024-02-29"),
            ("2024-02-29", {"years": 1}, "2025-02-28"),
            ("2024-01-31", {"months": 1, "days": 1}, "2024-03-01"),
            ("2024-03-31", {"months": -1}, "2024-02-29"),
            ("2024-12-04", {"days": 30}, "2025-01-03"),
            ("2024?", {"years": 20}, "2044?"),
            ("../2024~", {"years": 1}, "../2025~"),
            ("2024-06-19%", {}, "2024-06-19%"),
        ],
    )
    def test_plus(self, text: str, move: dict[str, int], result: str) -> None:
        """Years and months go first, clipped to the end of the month; days follow."""
        assert When(text).plus(**move).text == result

    @pytest.mark.parametrize("move", [{"days": 1}, {"months": 1}, {"years": 10**9}, {"days": 10**12}])
    def test_plus_past_the_calendar(self, move: dict[str, int]) -> None:
        """There is nothing past the year 9999."""
        with pytest.raises(OverflowError):
            When("9999-12-31").plus(**move)

    @given(DAYS, st.integers(-200, 200))
    def test_add_months(self, day: date, months: int) -> None:
        """The month moves by the number given and the day is kept or clipped to the last."""
        assume(12 <= day.year * 12 + day.month - 1 + months < 120_000)
        moved = add_months(day, months)
        assert (moved.year - day.year) * 12 + moved.month - day.month == months
        is_last = moved == date.max or (moved + timedelta(days=1)).day == 1
        assert moved.day == day.day or (moved.day < day.day and is_last)

    @given(DAYS)
    def test_first_of_following_month(self, day: date) -> None:
        """The next month begins strictly later, within 31 days, and nothing begins between."""
        assume((day.year, day.month) != (9999, 12))
        first = first_of_following_month(day)
        assert first.day == 1
        assert 1 <= (first - day).days <= 31
        assert first_of_that_month(first - timedelta(days=1)) == first_of_that_month(day)

    def test_add_years(self) -> None:
        """29 February becomes 28 February in common years."""
        assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
        assert add_years(date(2024, 2, 29), -4) == date(2020, 2, 29)
