import pickle
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.actors import Spell
from geobrief.actors.spell import union

DAYS = st.dates(date(1816, 1, 1), date(1830, 12, 31))


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    """Draw a spell of some days, or one that lasts."""
    start = draw(DAYS)
    return Spell(start, draw(st.none() | st.integers(0, 900).map(lambda days: start + timedelta(days=days))))


def test_both_ends_belong_to_a_spell() -> None:
    """The first and the last day are days of the spell; the days around it are not."""
    spell = Spell.parse("1922-12-30/1991-12-25")
    days = [date(1922, 12, 29), date(1922, 12, 30), date(1991, 12, 25), date(1991, 12, 26)]
    assert [spell.covers(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    "text", ["1922-12-30", "1991-12-25/1922-12-30", "1922/..", "../1991-12-25", "1922-12-30/"]
)
def test_what_is_no_spell_is_refused(text: str) -> None:
    """A spell has a first day, and its last day, if any, is not earlier."""
    with pytest.raises(ValueError, match=r"spell|isoformat"):
        Spell.parse(text)


@given(spells())
def test_a_spell_is_read_back_as_written(spell: Spell) -> None:
    """The text of a spell gives the same spell, and so does its pickle."""
    assert Spell.parse(str(spell)) == spell == pickle.loads(pickle.dumps(spell))
    assert hash(Spell.parse(str(spell))) == hash(spell)


@given(st.lists(spells(), max_size=5), DAYS)
def test_a_union_covers_what_its_parts_cover(parts: list[Spell], day: date) -> None:
    """A day is in the union if and only if it is in one of the parts."""
    assert any(s.covers(day) for s in union(parts)) == any(s.covers(day) for s in parts)


@given(st.lists(spells(), max_size=5))
def test_a_union_is_ordered_with_days_between(parts: list[Spell]) -> None:
    """The spells of a union follow each other with at least one day between them."""
    joined = union(parts)
    for earlier, later in pairwise(joined):
        assert earlier.end is not None
        assert earlier.end + timedelta(days=1) < later.start
