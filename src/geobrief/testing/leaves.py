"""Leaves: the texts, numbers, dates and JSON values of which generated records are made.

They lean towards what files get wrong: words that look like numbers, dates or switches,
blanks at the ends, marks of other writing systems, line separators, and numbers at the
edge of what is allowed.
"""

import math
from datetime import date
from fractions import Fraction
from typing import Any

from geobrief.constraint import INTEGER_LIMIT, Between, problems_with
from geobrief.errors import MissingExtra
from geobrief.values.delay import Days, Delay, Months, Years
from geobrief.values.extra import Extra
from geobrief.values.period import Period
from geobrief.values.plain import Plain
from geobrief.values.when import When

try:
    from hypothesis import reject
    from hypothesis import strategies as st
except ImportError:  # pragma: no cover - the tests need hypothesis
    raise MissingExtra("testing", "hypothesis") from None

__all__ = [
    "CHARACTERS",
    "MISREAD",
    "delays",
    "extras",
    "fractions",
    "integers",
    "numbers",
    "periods",
    "plains",
    "reject",
    "st",
    "texts",
    "whens",
]

_NO_TEXT_TO_YAML = "no NO on y null ~ true nan .inf 1e3 0x1f 012 1_000 1:30 12 -1 1.0 2024 2024-06-19"
_SYNTAX = """ = << * &a !t | > - ? # : a: {a [a] , % @ ` ' " \"\"\" \\ \\n --- ... x- a.b type """
_BLANKS = (
    " ",
    "\t",
    "\xa0",
    " ahead",
    "behind ",
    "\tahead",
    "- x",
    "? x",
    "a #b",
    "a: b",
    "\ufeffa",
    "a\u200db",
)
_LINES = (
    "two\nlines",
    "two\r\nlines",
    "a\rb",
    "\nahead",
    "behind\n",
    "a\n\n b\n",
    "a\u2028b",
    "a\u2029",
)
_SCRIPTS = ("북한", "Росси́я", "\u05e9\u05dc", "\u202eab", "🇰🇵", "\U0001033a", "\U0010fffd")
_ALIKE = ("\xe9", "e\u0301", "\u0130", "\u017f", "\ufb01")

MISREAD = (*_NO_TEXT_TO_YAML.split(), *_SYNTAX.split(), *_BLANKS, *_LINES, *_SCRIPTS, *_ALIKE)
"""Texts that a careless reader or writer changes."""

_ODD_FLOATS = (0.0, -0.0, 1.0, 0.1, 1.0e3, 2.0**53, 1e16, 1e300, 5e-324)
_REFUSED = [each for each in (*map(chr, range(0xA0)), "\ufffe", "\uffff") if problems_with(each, str)]

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=_REFUSED)
"""Every character that a text may hold."""


def texts() -> st.SearchStrategy[str]:
    """Generate any text, also an empty or blank one."""
    return st.text(CHARACTERS, max_size=12) | st.sampled_from(MISREAD)


def integers(low: float | None = None, high: float | None = None) -> st.SearchStrategy[int]:
    """Generate whole numbers between bounds, as far out as a record may hold them."""
    least = -INTEGER_LIMIT if low is None else math.ceil(low)
    most = INTEGER_LIMIT - 1 if high is None else math.floor(high)
    return st.integers(least, most)


def numbers(low: float | None = None, high: float | None = None) -> st.SearchStrategy[float]:
    """Generate whole and broken numbers between bounds, among them whole floats and -0.0."""
    bounds = Between(low, high)
    odd = st.sampled_from([each for each in _ODD_FLOATS if bounds.allows(each)])
    floats = st.floats(low, high, allow_nan=False, allow_infinity=False)
    whole = integers(low, high)
    return st.one_of(whole, floats, whole.map(float).filter(bounds.allows), odd)


def fractions(low: float | None = None, high: float | None = None) -> st.SearchStrategy[Fraction]:
    """Generate exact numbers between bounds, both decimals such as 0.55 and others such as 2/3."""
    least, most = Fraction(low or 0), Fraction(10**12 if high is None else high)
    places = st.integers(0, 6).map(lambda count: 10**count)
    decimals = places.flatmap(
        lambda parts: st.integers(math.ceil(least * parts), math.floor(most * parts)).map(
            lambda count: Fraction(count, parts)
        )
    )
    return decimals | st.fractions(least, most, max_denominator=10**6)


def delays() -> st.SearchStrategy[Delay]:
    """Generate delays in days, months and years."""
    counts = st.integers(0, 99_999)
    return st.one_of(st.builds(Days, counts), st.builds(Months, counts), st.builds(Years, counts))


def whens() -> st.SearchStrategy[When]:
    """Generate days, known in every way in which a When can know one."""
    single = _singles()
    between = st.tuples(single, single).map(lambda ends: "/".join(sorted(ends, key=_earliest)))
    spans = st.one_of(between, single.map("../{}".format), single.map("{}/..".format))
    return st.one_of(_days().map(date.isoformat), single, spans).map(When)


def periods() -> st.SearchStrategy[Period]:
    """Generate stretches: whole, open, of unknown end, and with imprecise ends."""
    single = _singles()
    whole = single.filter(lambda text: "X" not in text)
    between = st.tuples(single, single).map(lambda ends: "/".join(sorted(ends, key=_earliest)))
    forms = st.sampled_from(["{}/..", "{}/", "../{}", "/{}"])
    return st.one_of(whole, between, st.builds(str.format, forms, single)).map(Period)


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2030, 12, 31)) | st.dates()


def _singles() -> st.SearchStrategy[str]:
    marks = st.sampled_from(["", "?", "~", "%"])
    return st.builds("{}{}".format, _days().flatmap(lambda day: st.sampled_from(_written(day))), marks)


def _written(day: date) -> list[str]:
    """Write a day in every precision; decades and centuries do not begin in the year 0."""
    text = day.isoformat()
    year, month = text[:4], text[:7]
    decade, century = [f"{year[:3]}X"] * (day.year >= 10), [f"{year[:2]}XX"] * (day.year >= 100)
    return [text, month, year, f"{month}-XX", f"{year}-XX", f"{year}-XX-XX", *decade, *century]


def _earliest(text: str) -> date:
    return When(text).earliest or date.min


def _json() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | numbers() | texts()
    return st.recursive(leaves, _nested, max_leaves=6)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3)


def plains() -> st.SearchStrategy[Plain]:
    """Generate JSON values: the answers that an author may expect."""
    return _json().map(Plain)


def extras() -> st.SearchStrategy[Extra]:
    """Generate mappings of ``x-`` keys to JSON values."""
    keys = texts().filter(bool).map("x-{}".format)
    return st.dictionaries(keys, _json(), max_size=3).map(Extra)
