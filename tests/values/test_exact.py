from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.errors import InvalidRecord
from geobrief.testing.leaves import fractions
from geobrief.values.exact import exact_from, exact_number, exact_text

DIGITS = st.from_regex(r"\A[0-9]{1,30}\Z", alphabet="0123456789")


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("2/3", Fraction(2, 3)),
        ("4/6", Fraction(2, 3)),
        ("0.55", Fraction(11, 20)),
        (0.55, Fraction(11, 20)),
        (0.1, Fraction(1, 10)),
        (1e-7, Fraction(1, 10**7)),
        (1, Fraction(1)),
        ("007", Fraction(7)),
        (Fraction(1, 7), Fraction(1, 7)),
    ],
)
def test_read(written: Any, exact: Fraction) -> None:
    """A number means what is printed, not the nearest binary fraction."""
    assert exact_from(written) == exact


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        " 1",
        "1 ",
        "-1",
        "+1",
        ".5",
        "5.",
        "1e3",
        "1/0",
        "1/00",
        "1/-2",
        "1/2/3",
        "½",
        "٣",
        "1_000",
        "nan",
        "55 %",
        "9" * 31,
        "1/" + "9" * 31,
        "0." + "1" * 31,
        "1" * 30 + "." + "1" * 30,
        True,
        False,
        None,
        [1],
        -1,
        -0.5,
        -0.0,
        1e300,
        10**40,
        float("nan"),
        float("inf"),
        Fraction(-1, 2),
        Fraction(1, 10**30),
        Fraction(10**30),
    ],
)
def test_refused(wrong: Any) -> None:
    """Nothing else is a share: no sign, blank, exponent, other digits, nor more than a file can hold."""
    with pytest.raises(InvalidRecord, match=r"^share: expected"):
        exact_from(wrong)


@given(fractions())
def test_written_as_text_and_read_back(value: Fraction) -> None:
    """The text of a number is read as that number."""
    assert exact_from(exact_text(value)) == value


@given(fractions())
def test_written_as_number_and_read_back(value: Fraction) -> None:
    """What a file holds for a number, a number or a text, is read as that number."""
    assert exact_from(exact_number(value)) == value


@given(
    st.one_of(st.tuples(DIGITS, st.just("/"), DIGITS), st.tuples(DIGITS, st.just("."), DIGITS)).map("".join)
)
def test_whatever_is_read_can_be_written(text: str) -> None:
    """Every text that is read has a number that can be written and read again."""
    try:
        value = exact_from(text)
    except InvalidRecord:
        return
    assert exact_from(exact_text(value)) == exact_from(exact_number(value)) == value


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        (Fraction(11, 20), "0.55", 0.55),
        (Fraction(3), "3", 3),
        (Fraction(0), "0", 0),
        (Fraction(2, 3), "2/3", "2/3"),
        (Fraction(10**20), "1" + "0" * 20, "1" + "0" * 20),
        (Fraction(1, 2**50), f"1/{2**50}", f"1/{2**50}"),
    ],
)
def test_written(value: Fraction, text: str, number: float | str) -> None:
    """A decimal where it ends, else a fraction; a number where a float holds it exactly, else a text."""
    assert (exact_text(value), exact_number(value)) == (text, number)
    assert type(exact_number(value)) is type(number)
