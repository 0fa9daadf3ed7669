import contextlib
import copy
import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geobrief.errors import InvalidRecord
from geobrief.truth import Truth
from geobrief.values.convert import as_period
from geobrief.values.period import Period
from geobrief.values.when import InvalidWhen, When

# Two months by their first, last and some other days: enough to try every stretch that a text
# leaves possible, because its extreme worlds are among them.
CALENDAR = [date(2024, 2, day) for day in (1, 2, 26, 27, 29)] + [date(2024, 3, day) for day in (1, 2, 4, 31)]
ENDS = [
    "2024-02-26",
    "2024-02-27",
    "2024-02-29",
    "2024-03-01",
    "2024-03-04",
    "2024-02",
    "2024-03",
    "2024-03-XX",
]
BEFORE, AFTER = date(1, 1, 1), date(9999, 12, 31)


def _is_read(text: str) -> bool:
    try:
        Period(text)
    except InvalidWhen:
        return False
    return True


END = st.builds("{}{}".format, st.sampled_from(ENDS), st.sampled_from(["", "?", "~", "%"]))
TEXTS = st.one_of(
    st.builds("{}/{}".format, END, END).filter(_is_read),
    st.builds("{}{}".format, END, st.sampled_from(["/..", "/"])),
    st.builds("{}{}".format, st.sampled_from(["../", "/"]), END),
    END.filter(lambda text: "X" not in text),
)


def _possible(when: When) -> list[date]:
    return [day for day in CALENDAR if when.earliest <= day <= when.latest]  # type: ignore[operator]  # closed


def _worlds(text: str) -> list[tuple[date, date]]:
    """Every first and last day that a text leaves possible, by its definition."""
    first, slash, last = text.partition("/")
    if not slash:
        whole = When(text)
        assert whole.earliest
        assert whole.latest
        return [(whole.earliest, whole.latest)]
    starts = {"": [BEFORE, *CALENDAR], "..": [BEFORE]}.get(first) or _possible(When(first))
    ends = {"": [*CALENDAR, AFTER], "..": [AFTER]}.get(last) or _possible(When(last))
    return [(start, end) for start in starts for end in ends if start <= end]


class TestRead:
    @given(TEXTS)
    def test_text_is_kept(self, text: str) -> None:
        """What was read is written back exactly."""
        period = Period(text)
        assert str(period) == period.text == text
        assert repr(period) == f"Period({text!r})"

    @pytest.mark.parametrize(
        ("text", "start", "end", "flags"),
        [
            ("2024-10-04/2024-11", "2024-10-04", "2024-11", set()),
            ("2024-10/..", "2024-10", None, {"ongoing"}),
            ("2024-10?/", "2024-10?", None, {"end_unknown"}),
            ("../2024", None, "2024", set()),
            ("/198X~", None, "198X~", {"start_unknown"}),
            ("2024-06", "2024-06-01", "2024-06-30", set()),
            ("2024~", "2024-01-01~", "2024-12-31~", set()),
            ("2024-06-19", "2024-06-19", "2024-06-19", set()),
        ],
    )
    def test_forms(self, text: str, start: str | None, end: str | None, flags: set[str]) -> None:
        """Each form has its ends, and says which of them are open or unknown."""
        period = Period(text)
        assert period.start == (start and When(start))
        assert period.end == (end and When(end))
        assert {
            name for name in ("ongoing", "start_unknown", "end_unknown") if getattr(period, name)
        } == flags


class TestReject:
    @given(st.text() | st.text("0123456789X-/.?~% \n", max_size=12))
    def test_junk(self, text: str) -> None:
        """Any text is either read and kept, or refused with InvalidRecord."""
        with contextlib.suppress(InvalidRecord):
            assert str(Period(text)) == text

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            *(
                ("GB301", text)
                for text in ["", "soon", "..", "/", "../..", "../", "/..", "2024-06 /..", "a/b/c"]
            ),
            *(
                ("GB301", text)
                for text in ["2024/2025/2026", "2024/2025/", "198X", "2024-06-XX", "2024-6/.."]
            ),
            *(("GB302", text) for text in ["2024-02-30", "2024-02-30/..", "/2024-13", "0000/2024"]),
            *(("GB303", text) for text in ["2024/2023", "2024-06-19/2024-06-18", "2024-06~/2024-05"]),
        ],
    )
    def test_code(self, code: str, text: str) -> None:
        """Not EDTF, no such day, and reversed are told apart."""
        with pytest.raises(InvalidWhen) as caught:
            Period(text)
        assert caught.value.code == code

    def test_suggestion(self) -> None:
        """The correction of an end is named."""
        with pytest.raises(InvalidWhen, match="did you mean '2024-06-01'"):
            Period("2024-6-1/..")

    @pytest.mark.parametrize("value", [None, True, 2024, b"2024", When("2024-06-19")], ids=repr)
    def test_other_types(self, value: Any) -> None:
        """Only texts, dates and Period are taken; a When is one day, not a stretch."""
        with pytest.raises(TypeError, match="expected a"):
            Period.of(value)
        with pytest.raises(TypeError, match="expected a text"):
            Period(value)


class TestValue:
    @given(TEXTS, TEXTS)
    def test_equal_by_text(self, one: str, two: str) -> None:
        """Two are equal, with equal hashes, exactly if their texts are."""
        assert (Period(one) == Period(two)) == (one == two)
        assert hash(Period(one)) == hash(Period(one))
        assert Period(one).__eq__(one) is NotImplemented

    @given(TEXTS)
    def test_copies(self, text: str) -> None:
        """Pickled, copied, evolved and converted it stays equal in every field."""
        period = Period(text)
        twin = pickle.loads(pickle.dumps(period))
        assert attrs.astuple(twin) == attrs.astuple(period)
        assert copy.deepcopy(period) == period == attrs.evolve(period) == as_period(text)
        assert Period.of(period) is period

    def test_of_date(self) -> None:
        """A date is the stretch of that one day."""
        assert Period.of(date(2024, 6, 19)) == Period("2024-06-19")

    def test_frozen(self) -> None:
        """Nothing about a Period can be changed."""
        period: Any = Period("2024")
        with pytest.raises(AttributeError):
            period.end = None

    def test_sort_key(self) -> None:
        """Sorting goes by earliest start (open first), then latest end (open last)."""
        texts = ["2024-02/..", "2024", "2023/", "../2024", "2024-02/9999", "0001/2024"]
        ordered = sorted(map(Period, texts), key=lambda period: period.sort_key)
        assert [period.text for period in ordered] == [
            "../2024",
            "0001/2024",
            "2023/",
            "2024",
            "2024-02/9999",
            "2024-02/..",
        ]


class TestAsk:
    @given(TEXTS, st.lists(st.sampled_from(CALENDAR), min_size=2, max_size=2).map(sorted))
    @example("2024-03/2024-03-01", [date(2024, 3, 1)] * 2)
    @example("2024-02-29/2024-02", [date(2024, 2, 29)] * 2)
    def test_covers_in_all_worlds(self, text: str, bounds: list[date]) -> None:
        """A day is covered if it is in every stretch that is possible, and not if it is in none."""
        days = [day for day in CALENDAR if bounds[0] <= day <= bounds[1]]
        when = When.between(*bounds)
        expected = Truth.among(start <= day <= end for start, end in _worlds(text) for day in days)
        assert Period(text).covers(when) is expected
        assert when.within(text) is expected

    @given(TEXTS, TEXTS)
    def test_overlaps_in_all_worlds(self, one: str, two: str) -> None:
        """Two stretches overlap if they do in every possible world, and not if they do in none."""
        expected = Truth.among(a <= d and c <= b for a, b in _worlds(one) for c, d in _worlds(two))
        assert Period(one).overlaps(two) is expected
        assert Period(two).overlaps(Period(one)) is expected

    def test_whole_and_within(self) -> None:
        """June as a stretch covers each of its days; a stretch within June may not."""
        assert Period("2024-06").covers("2024-06-15").is_yes
        assert Period("2024-06/2024-06").covers("2024-06-15").is_unknown

    def test_open_and_unknown(self) -> None:
        """What is open reaches as far as the calendar; what is unknown may have ended at once."""
        assert Period("2024-10/..").covers("9999-12-31").is_yes
        assert Period("2024-10/").covers("2024-11").is_unknown
        assert Period("../2024-10-04").covers("../2024").is_unknown
        assert Period("../2024-10-04").covers("../2023").is_yes
        assert Period("/2024-10-04").covers(date(2024, 10, 4)).is_yes
        assert Period("/2024-10-04").covers("2024-10-05").is_no
