"""The facts of succession: sound in themselves, and in agreement with the table of states."""

import pickle
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief import actors
from geobrief.actors import Succession, SuccessionKind
from geobrief.actors._table import read_entries
from geobrief.errors import NotFound
from geobrief.values.when import When

ENTRIES = read_entries("successions.json")
FACTS = [
    fact
    for entry in ENTRIES
    if (fact := actors.succession(entry["predecessor"], entry["successor"])) is not None
]
FACT = st.sampled_from(FACTS)
CODES = st.sampled_from([state.code for state in actors.states()])
SINCE = date(1945, 1, 1)

WITHOUT_SUCCESSION = {
    "DDR": "whether it separated from Germany or was another part of it was disputed",
    "PSE": "statehood disputed",
    "TWN": "statehood disputed",
    "XKX": "statehood disputed",
    "cow-396": "statehood disputed",
    "cow-397": "statehood disputed",
}
"""The states of after 1945 that took over from nobody in the table, and why."""

OLDER = {
    *(
        "AND",
        "BTN",
        "LIE",
        "MCO",
        "OMN",
        "SMR",
    ),  # the lists let them begin when they joined the United Nations
    *("BEL", "CSK", "DNK", "JPN", "NLD", "NOR", "POL", "YUG"),  # occupied until 1945, or later
}
"""States that a list lets begin again after 1944, but that were states before and remained so in law."""


LATE_IN_THE_LISTS = {
    *(
        "YUG-BIH",
        "YUG-HRV",
        "YUG-MKD",
        "YUG-SVN",
    ),  # counted from when they were recognised, or Yugoslavia gone
    *("AUS-NRU", "GBR-NRU", "NZL-NRU"),  # counted from the end of the year
    "FRA-LAO",  # counted from the day after the treaty
    "GBR-cow-511",  # counted from nine days after independence
}
"""The facts of states that both lists of states let begin on a later day."""


def test_the_file_is_sorted_and_without_duplicates() -> None:
    """Each pair stands once, in order, so that a diff of the file shows what changed."""
    pairs = [(entry["successor"], entry["predecessor"]) for entry in ENTRIES]
    assert pairs == sorted(set(pairs))
    persons = {(actors.person(before), actors.person(after)) for after, before in pairs}
    assert len(persons) == len(pairs) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.predecessor}-{fact.successor}")
def test_each_fact_is_whole(fact: Succession) -> None:
    """It names two states, a known kind, a source, and a day since 1945 with an end."""
    states = {state.code for state in actors.states()}
    assert {fact.predecessor, fact.successor} <= states
    assert fact.predecessor != fact.successor
    assert fact.kind in get_args(SuccessionKind)
    assert fact.source
    assert not any(text.endswith(".") for text in (fact.source, fact.note, fact.territory))
    assert (fact.kind == "uniting") == (fact.united_with is not None)
    assert fact.day is not None
    assert fact.day.earliest is not None
    assert fact.day.latest is not None
    assert fact.day.latest >= SINCE
    assert fact.day not in fact.other_days


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.predecessor}-{fact.successor}")
def test_the_parties_existed(fact: Succession) -> None:
    """By the last possible day the successor exists, and before it the predecessor did.

    The lists of states let some begin later than law does.
    """
    assert fact.day is not None
    assert fact.day.latest is not None
    born = actors.exists(fact.successor, fact.day.latest)
    assert born.is_no == (f"{fact.predecessor}-{fact.successor}" in LATE_IN_THE_LISTS)
    before = actors.get(fact.predecessor)
    assert isinstance(before, actors.State)
    assert any(spell.start <= fact.day.latest for spell in (*before.spells, *before.disputed))


def test_every_new_state_took_over_from_somebody() -> None:
    """Every state that begins or begins again after 1945 has a fact, or stands here with the reason."""
    begun = set()
    for state in actors.states():
        starts = [spell.start for spell in (*state.spells, *state.disputed)]
        if any(start >= SINCE for start in starts) and not actors.successions_to(state.code):
            begun.add(state.code)
    continuing = {state.code for state in actors.states() if state.continues}
    assert begun - continuing - OLDER == set(WITHOUT_SUCCESSION)


def test_the_table_of_states_agrees() -> None:
    """What a state succeeds or was absorbed by since 1945 is a fact here, and the reverse.

    Former colonies are not in the table of states, nor is Syria's part in the United Arab
    Republic, which it left again.
    """
    linked = {(before, state.code) for state in actors.states() for before in state.succeeds}
    linked |= {(state.code, state.absorbed_by) for state in actors.states() if state.absorbed_by}
    facts = {(fact.predecessor, fact.successor): fact.kind for fact in FACTS}
    named = {pair for pair, kind in facts.items() if kind not in {"newly_independent", "resumption"}}
    assert named - linked == {("SYR", "EGY")}
    assert {pair for pair in linked - facts.keys() if _is_recent(*pair)} == {
        ("cow-711", "CHN")
    }  # Tibet: disputed


def _is_recent(before: str, after: str) -> bool:
    """Tell whether the predecessor lived after 1945, and one of the two began or ended since."""
    old, new = actors.get(before), actors.get(after)
    assert isinstance(old, actors.State)
    assert isinstance(new, actors.State)
    end = old.spells[-1].end or date.max
    return end >= SINCE and (end < date.max or new.spells[0].start >= SINCE)


def test_only_living_predecessors_are_separated_from() -> None:
    """A separation leaves its predecessor alive, or continued by another; a dissolution does not."""
    for fact in FACTS:
        persons = [
            state for state in actors.states() if actors.person(state.code) == actors.person(fact.predecessor)
        ]
        lives = any(spell.end is None for state in persons for spell in state.spells)
        if fact.kind in {"separation", "newly_independent"}:
            assert lives, str(fact)
        if fact.kind in {"dissolution", "accession"}:
            assert not lives, str(fact)


def test_what_united_is_told_of_both() -> None:
    """Who united with a predecessor is its counterpart, or had the code of the successor before."""
    for fact in FACTS:
        if fact.united_with not in {None, fact.successor}:
            other = actors.succession(str(fact.united_with), fact.successor)
            assert other is not None
            assert (other.day, other.united_with) == (fact.day, fact.predecessor)


@given(CODES, CODES)
def test_the_three_look_ups_agree(before: str, after: str) -> None:
    """A pair is found exactly if it is among what came from the one and what came to the other."""
    found = actors.succession(before, after)
    assert {found} - {None} == set(actors.successions_from(before)) & set(actors.successions_to(after))


@given(FACT)
def test_a_fact_is_found_by_every_code_of_its_states(fact: Succession) -> None:
    """Which of the codes of one person is given makes no difference."""
    persons = [
        [state.code for state in actors.states() if actors.person(state.code) == actors.person(code)]
        for code in (fact.predecessor, fact.successor)
    ]
    for before in persons[0]:
        assert fact in actors.successions_from(before)
        for after in persons[1]:
            assert actors.succession(before, after) is fact
            assert fact in actors.successions_to(after)


@given(CODES)
def test_facts_are_sorted(code: str) -> None:
    """They come in the order of the codes of the other side."""
    to, from_ = actors.successions_to(code), actors.successions_from(code)
    assert all(one.predecessor <= other.predecessor for one, other in pairwise(to))
    assert all(one.successor <= other.successor for one, other in pairwise(from_))


@given(FACT)
def test_facts_are_values(fact: Succession) -> None:
    """A fact is equal to its pickle, hashable, and says who, how and when."""
    assert pickle.loads(pickle.dumps(fact)) == fact
    assert len({fact, pickle.loads(pickle.dumps(fact))}) == 1
    assert str(fact).startswith(f"{actors.name_of(fact.successor)}, ")
    assert str(fact).endswith(str(fact.day))


def test_a_day_that_is_not_known_is_told() -> None:
    """A fact may have no day, and says so."""
    fact = Succession(predecessor="SUN", successor="UKR", kind="separation", source="none")
    assert str(fact) == "Ukraine, by separation from Soviet Union on a day that is not known"


@pytest.mark.parametrize(
    "ask", [actors.successions_to, actors.successions_from, lambda code: actors.succession("GBR", code)]
)
def test_nobody_succeeds_under_an_unknown_code(ask: Callable[[str], object]) -> None:
    """A mistyped code does not pass for a state that succeeded nobody."""
    with pytest.raises(NotFound):
        ask("KNY")


def test_organisations_succeed_nobody_here() -> None:
    """An organisation has a code, and no fact."""
    assert actors.successions_to("au") == actors.successions_from("oau") == ()


@pytest.mark.parametrize(
    ("before", "after", "kind", "day"),
    [
        ("SCG", "MNE", "separation", "2006-06-03"),
        ("GBR", "KEN", "newly_independent", "1963-12-12"),
        ("YUG", "SVN", "dissolution", "1991-06-25"),
        ("YUG", "HRV", "dissolution", "1991-10-08"),
        ("YUG", "MKD", "dissolution", "1991-11-17"),
        ("YUG", "BIH", "dissolution", "1992-03-06"),
        ("YUG", "SRB", "dissolution", "1992-04-27"),
        ("CSK", "SVK", "dissolution", "1993-01-01"),
        ("SUN", "KAZ", "separation", "1991-12-16/1991-12-26"),
        ("YMD", "YEM", "uniting", "1990-05-22"),
        ("cow-511", "TZA", "uniting", "1964-04-26"),
        ("DDR", "DEU", "accession", "1990-10-03"),
        ("EGY", "SYR", "resumption", "1961-09-28/1961-09-29"),
        ("SUN", "LTU", "resumption", "1990-03-11/1991-09-06"),
    ],
)
def test_days_are_those_of_law(before: str, after: str, kind: SuccessionKind, day: str) -> None:
    """The Montenegro of 1868 does not answer for that of 2006, nor a list of states for a depositary."""
    fact = actors.succession(before, after)
    assert fact is not None
    assert (fact.kind, fact.day) == (kind, When(day))


@pytest.mark.parametrize(
    ("before", "after"), [("MNE", "SCG"), ("SUN", "RUS"), ("SCG", "SRB"), ("DEU", "DDR"), ("IDN", "TLS")]
)
def test_who_continues_or_came_before_succeeds_nobody(before: str, after: str) -> None:
    """Continuity is no succession, no state succeeds its successor, and a fact has one direction."""
    assert actors.succession(before, after) is None
