"""The table itself: sound, lazy, and in agreement with the lists that it re-expresses."""

import csv
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from typing import cast

import pytest

from geobrief import actors
from geobrief.actors import Organisation, Spell, State, System
from geobrief.actors._table import table
from geobrief.actors.spell import union
from geobrief.errors import NotFound
from tests.shared_data import SHARED, needs_shared

STATES = tuple(table().states.values())
ORGANISATIONS = tuple(table().organisations.values())
ACTORS: tuple[actors.Actor, ...] = (*STATES, *ORGANISATIONS)


def _is_disjoint(spells: tuple[Spell, ...]) -> bool:
    return union(spells) == spells


def test_codes_have_the_shape_of_actor_codes() -> None:
    """States have three capitals or cow- and a number; organisations a lower-case slug."""
    assert not [s.code for s in STATES if not re.fullmatch(r"[A-Z]{3}|cow-[1-9]\d*", s.code)]
    assert not [o.code for o in ORGANISATIONS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", o.code)]
    assert not [o.code for o in ORGANISATIONS if o.code.startswith("cow-")]


def test_the_table_is_sorted_and_without_duplicates() -> None:
    """Each code stands once, in order, so that a diff of the files shows what changed."""
    for held in (STATES, ORGANISATIONS):
        codes = [actor.code for actor in held]
        assert codes == sorted(set(codes))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.code)
def test_spells_are_ordered_and_disjoint(state: State) -> None:
    """Spells, disputed spells and the spells of each number follow each other."""
    assert _is_disjoint(state.spells)
    assert _is_disjoint(state.disputed)
    for held in (state.cow_spells, state.gw_spells):
        assert [h.spell for h in held] == sorted((h.spell for h in held), key=lambda spell: spell.start)
        assert all(
            earlier.spell.end is not None and earlier.spell.end < later.spell.start
            for earlier, later in pairwise(held)
        )


def test_every_state_has_a_life_or_is_a_territory() -> None:
    """Only territories may be without any spell, and nothing else has a parent."""
    assert all(s.spells or s.disputed or s.kind == "territory" for s in STATES)
    assert all(s.kind == "territory" for s in STATES if s.territory_of)


def test_every_relation_leads_to_a_state() -> None:
    """What a state continues, succeeds or became part of is in the table, and not itself."""
    for state in STATES:
        links = (state.continues, state.claims_to_continue, state.absorbed_by, state.territory_of)
        targets = [*filter(None, links), *state.succeeds]
        assert set(targets) <= set(table().states) - {state.code}, state.code


def test_a_state_is_continued_once() -> None:
    """At most one state continues another, and none both continues and succeeds it."""
    continued = [s.continues for s in STATES if s.continues]
    assert len(set(continued)) == len(continued)
    assert not [s.code for s in STATES if s.continues in s.succeeds]


def test_codes_of_one_person_are_never_valid_together() -> None:
    """On no day was a person in law shown under two codes with certainty."""
    for same in table().codes.values():
        spells = sorted((spell for state in same for spell in state.spells), key=lambda spell: spell.start)
        for earlier, later in pairwise(spells):
            assert earlier.end is not None
            assert earlier.end < later.start


def test_no_code_means_two_states_on_one_day() -> None:
    """Whenever the state that held a code changed, the code still meant at most one of them."""
    for (system, code), holders in table().holders.items():
        spells = [spell for state in holders for spell in (*state.spells, *state.disputed)]
        for day in {day for spell in spells for day in (spell.start, spell.end) if day}:
            try:
                found = actors.find(code, cast("System", system), day)
            except NotFound as none:
                assert "no state had" in str(none)  # noqa: PT017 - both outcomes are right
            else:
                assert found in holders


def test_members_are_states_under_their_newest_code() -> None:
    """Memberships name the newest code of a state, and no state joins twice at once."""
    for organisation in ORGANISATIONS:
        spells: dict[str, list[Spell]] = {}
        for one in organisation.memberships:
            assert actors.person(one.member) == one.member
            assert one.member in table().states
            spells.setdefault(one.member, []).append(one.spell)
        assert all(_is_disjoint(tuple(held)) for held in spells.values())


@pytest.mark.parametrize("code", ["RUS", "un"])
def test_actors_are_values(code: str) -> None:
    """Actors are equal to their pickles, hashable and frozen all the way down."""
    actor = actors.get(code)
    assert pickle.loads(pickle.dumps(actor)) == actor
    assert len({actor, pickle.loads(pickle.dumps(actor))}) == 1
    with pytest.raises(AttributeError):
        actor.name = "other"  # type: ignore[misc]  # that it is frozen is the point


def test_importing_reads_no_table() -> None:
    """Importing the module opens neither file; the first look-up does."""
    program = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append(str(args[0])) if event == 'open' else None)\n"
        "import geobrief.actors as actors\n"
        "assert not [name for name in seen if name.endswith('.json')], seen\n"
        "actors.person('SUN')\n"
        "assert len([name for name in seen if name.endswith('.json')]) == 2, seen\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_threads_share_one_table() -> None:
    """Whoever asks first, every thread gets the same table."""
    from geobrief.actors import _table  # noqa: PLC0415 - its cache is emptied here

    _table._load.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert len({id(found) for found in pool.map(lambda _: table(), range(32))}) == 1


def test_iso_codes_agree_with_iso_3166_1() -> None:
    """Every country of ISO 3166-1 is there with its codes; Kosovo's are the only others."""
    pycountry = pytest.importorskip("pycountry")
    expected = {(c.alpha_3, c.alpha_2) for c in pycountry.countries}
    found = {(s.alpha3, s.alpha2) for s in STATES if s.alpha3 and not s.alpha4}
    assert found == expected | {("XKX", "XK")}


def test_former_codes_agree_with_iso_3166_3() -> None:
    """Withdrawn codes are those of ISO 3166-3; every state that it lists has its entry."""
    pycountry = pytest.importorskip("pycountry")
    expected = {(c.alpha_4, c.alpha_3, c.alpha_2) for c in pycountry.historic_countries}
    found = {(s.alpha4, s.alpha3, s.alpha2) for s in STATES if s.alpha4}
    found |= {(c.alpha4, c.alpha3, c.alpha2) for s in STATES for c in s.former_codes if c.alpha4}
    assert found <= expected
    dependencies = {
        *("ATBQ", "ATFQ", "BQAQ", "CTKI", "FQHH", "FXFR", "GEHH", "JTUM", "MIUM", "NQAQ", "NTHH"),
        *("PCHH", "PUUM", "PZPA", "SKIN", "WKUM"),
    }
    assert {alpha4 for alpha4, _, _ in expected - found} <= dependencies


def _listed(file: str, column: str) -> dict[int, list[Spell]]:
    with (SHARED / "data" / "states" / file).open(encoding="utf-8", newline="") as lines:
        listed: dict[int, list[Spell]] = {}
        for row in csv.DictReader(lines):
            end = None if row["end"] == "9999-12-31" else date.fromisoformat(row["end"])
            number = int(row[column].removesuffix(".0"))
            listed.setdefault(number, []).append(Spell(date.fromisoformat(row["start"]), end))
    return {number: sorted(spells, key=lambda spell: spell.start) for number, spells in listed.items()}


def _held(system: str) -> dict[int, list[Spell]]:
    held: dict[int, list[Spell]] = {}
    for state in STATES:
        for one in state.cow_spells if system == "cow" else state.gw_spells:
            held.setdefault(one.number, []).append(one.spell)
    return {number: list(union(spells)) for number, spells in held.items()}


@needs_shared
@pytest.mark.parametrize(
    ("system", "file", "column"), [("cow", "cowstates.csv", "cowcode"), ("gw", "gwstates.csv", "gwcode")]
)
def test_numbers_and_spells_agree_with_the_lists(system: str, file: str, column: str) -> None:
    """Put together, the states that held a number held it exactly as long as the list says."""
    assert _held(system) == _listed(file, column)


@needs_shared
def test_codes_of_the_paris_agreement_agree() -> None:
    """The name and the code beside it mean the same state."""
    with (SHARED / "data" / "paris-agreement" / "paris.csv").open(encoding="utf-8", newline="") as lines:
        pairs = {(row["Code"], actors.by_name(row["Name"])) for row in csv.DictReader(lines)}
    assert {(code, actor.code) for code, actor in pairs if code != actor.code} == {("EUU", "eu")}


def test_kinds_of_actor_are_told_apart() -> None:
    """States and organisations are of different classes under one look-up."""
    assert isinstance(actors.get("DEU"), State)
    assert isinstance(actors.get("iaea"), Organisation)
