"""Statuses of treaties that depend on each other: in dependency order, each once."""

from itertools import pairwise
from typing import Any

import attrs
import pytest

import geobrief as gb
from geobrief.brief import ask_law
from geobrief.law.status import either_way

evolve: Any = attrs.evolve  # untyped, to give it what the test names

IDS = [f"t{number:04}" for number in range(5_000)]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The treaties of which a status was made, in order."""
    names: list[str] = []

    def counted(treaty: gb.Treaty, *given: Any, **named: Any) -> gb.TreatyStatus:
        names.append(treaty.id)
        return gb.status(treaty, *given, **named)

    monkeypatch.setattr(ask_law, "status", counted)
    return names


def treaty(name: str, **fields: Any) -> gb.Treaty:
    """A treaty between two, signed by both in the year that its name has."""
    return gb.Treaty(id=name, title=name.upper(), between=["PRK", "RUS"], **fields)


def signed(name: str, year: int) -> list[gb.Record]:
    """Its signatures, by which it enters into force where its clause says so."""
    return [gb.Signature(treaty=name, by=state, on=f"{year}-01-01") for state in ("PRK", "RUS")]


def brief(*records: gb.Record) -> gb.Brief:
    """A brief of some records."""
    return gb.Brief(title="Order", as_of="2020-01-01", records=records)


def after(name: str) -> gb.EntryIntoForce:
    """A clause by which a treaty enters into force with another."""
    return gb.EntryIntoForce(upon=gb.TreatyInForce(name))


BY_SIGNATURE = gb.EntryIntoForce(upon=gb.Signed())


# -- each once -------------------------------------------------------------------------


def test_treaties_that_each_supersede_all_earlier_ones(made: list[str]) -> None:
    """Each status must be made once, the last treaty first, however many ways lead to it."""
    names = IDS[:200]
    asked = brief(
        *(gb.Treaty(id=name, title=name, supersedes=names[:place]) for place, name in enumerate(names))
    )
    asked.in_force(names[0])
    assert made == names[::-1]


def test_treaties_that_each_need_all_earlier_ones_in_force(made: list[str]) -> None:
    """Each status must be made once, the first treaty first."""
    names = IDS[:40]
    chain = [treaty(names[0], entry_into_force=BY_SIGNATURE), *signed(names[0], 1990)]
    for place, name in enumerate(names[1:], 1):
        every = gb.AllOf([gb.TreatyInForce(earlier) for earlier in names[:place]]) if place > 1 else None
        chain.append(
            treaty(name, entry_into_force=gb.EntryIntoForce(upon=every or gb.TreatyInForce(names[0])))
        )
        chain.extend(signed(name, 1990))
    assert brief(*chain).in_force(names[-1]).is_yes
    assert made == names


def test_only_what_a_treaty_depends_on_is_worked_out(made: list[str]) -> None:
    """What does not bear on the treaty asked about must be left alone, and nothing is made again."""
    asked = brief(
        treaty("apart"),
        treaty("new", supersedes=["old"]),
        treaty("old"),
        treaty("protocol", protocol_to="old"),
    )
    asked.in_force("new")
    assert made == ["new"]
    asked.in_force("old")
    assert made == ["new", "old"]
    asked.in_force("protocol")
    assert made == ["new", "old", "protocol"]


def test_each_standpoint_has_its_own_statuses(made: list[str]) -> None:
    """One side's position must be taken of what a treaty depends on as well."""
    asked = brief(treaty("new", supersedes=["old"]), treaty("old"))
    asked.in_force("old")
    asked.in_force("old", position_of="RUS")
    asked.in_force("old", position_of="RUS")
    assert made == ["new", "old"] * 2


# -- chains ----------------------------------------------------------------------------


def test_a_chain_may_be_longer_than_the_stack() -> None:
    """The last of 5,000 treaties, each of which enters into force with the one before, must be answered."""
    chain = [
        treaty(IDS[0], entry_into_force=BY_SIGNATURE),
        *(treaty(name, entry_into_force=after(before)) for before, name in pairwise(IDS)),
    ]
    acts = (act for name in IDS for act in signed(name, 1990))
    assert brief(*chain, *acts).in_force(IDS[-1]).is_yes


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (lambda before: {"supersedes": [before]}, 0),
        (lambda before: {"implies_consent_to": [before]}, 0),
        (lambda before: {"protocol_to": before, "eligibility": "parties_to_parent"}, -1),
        (lambda before: {"amends": before, "binds": "all_parties"}, -1),
    ],
    ids=["supersedes", "implies_consent_to", "protocol_to", "amends"],
)
def test_chains_of_every_kind_may_be_long(fields: Any, asked: int) -> None:
    """Asking at the end of a chain must not ask on through the whole of it."""
    names = IDS[:300]
    chain = [treaty(names[0], entry_into_force=BY_SIGNATURE)]
    chain += [
        treaty(name, entry_into_force=BY_SIGNATURE, **fields(before)) for before, name in pairwise(names)
    ]
    acts = [act for place, name in enumerate(names) for act in signed(name, 1700 + place)]
    status = brief(*chain, *acts).status(names[asked])
    assert status.explain("2019-01-01")
    assert not status.in_force_between("PRK", "RUS", "2019-01-01").is_unknown


@pytest.mark.parametrize("binds", ["acceptors", "all_parties"])
@pytest.mark.parametrize("who", ["CHE", "BEL"])
def test_a_stranger_to_a_long_chain_of_amendments(binds: str, who: str) -> None:
    """Asking at the end about one who did nothing, or joined only the first, must not ask on through all."""
    names = IDS[:300]
    clause = gb.EntryIntoForce(upon=gb.Consents(1))
    chain = [gb.Treaty(id=names[0], title="First", entry_into_force=clause)]
    for before, name in pairwise(names):
        chain.append(evolve(chain[0], id=name, amends=before, binds=binds))
    joined = gb.Instrument(deposited="2010-01-01")
    acts = [
        gb.Ratification(treaty=name, by="AUT", instrument=gb.Instrument(deposited="2000-01-01"))
        for name in names
    ]
    acts.append(gb.Ratification(treaty=names[0], by="BEL", instrument=joined))
    answer = brief(*chain, *acts).status(names[-1]).in_force_for(who, "2015-01-01")
    expected = "no" if who == "CHE" else "yes" if binds == "all_parties" else "unknown"
    assert str(answer.value) == expected


# -- circles ---------------------------------------------------------------------------


def mutual() -> gb.Brief:
    """Two treaties of which each says that it supersedes the other, the second from 2000."""
    first = treaty("first", entry_into_force=BY_SIGNATURE, supersedes=["second"])
    second = treaty("second", entry_into_force=BY_SIGNATURE, supersedes=["first"])
    return brief(first, second, *signed("first", 1990), *signed("second", 2000))


def test_in_a_circle_only_that_is_known_of_the_others_which_two_accounts_say() -> None:
    """Each must be answered from what the others are without the circle and with those that this leaves."""
    asked = mutual()
    for name, other in (("first", "second"), ("second", "first")):

        def of_law(name: str, treaties: dict[str, Any]) -> gb.TreatyStatus:
            return gb.status(asked.treaties[name], asked.acts_on(name), as_of=asked.as_of, treaties=treaties)

        alone = of_law(other, {})
        among_them = of_law(other, {name: of_law(name, {})})
        expected = of_law(name, {other: either_way(alone, among_them)})
        assert asked.status(name).explain("2010") == expected.explain("2010")
        assert [*asked.status(name).timeline()] == [*expected.timeline()]


def test_what_turns_on_the_circle_itself_is_unknown() -> None:
    """Of two that each supersede the other neither may surely end the other, but before that all is known."""
    asked = mutual()
    assert asked.in_force("first", "1995").is_yes
    assert asked.in_force("second", "1995").is_no
    assert (
        str(asked.in_force("first", "2010"))
        == "unknown: it may have ended on or after 2000-01-01: it was superseded by SECOND"
    )


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_the_order_of_asking_does_not_matter(order: tuple[str, str]) -> None:
    """Whichever of a circle is asked about first, each must be answered as if it had been."""
    asked = mutual()
    found = {name: asked.status(name).explain("2010") for name in order}
    assert found == {name: mutual().status(name).explain("2010") for name in order}


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_circles_take_three_statuses_each(made: list[str], size: int) -> None:
    """Treaties of which each waits for the next must not be in force, and be made three times, no more."""
    names = IDS[:size]
    circle = [
        treaty(name, coverage=gb.Coverage(), entry_into_force=after(names[(place + 1) % size]))
        for place, name in enumerate(names)
    ]
    asked = brief(*circle)
    assert {str(asked.in_force(name).value) for name in names} == {"no"}
    assert sorted(made) == sorted(names * 3)


@pytest.mark.parametrize("size", [2, 3, 50])
def test_circles_of_supersession_are_answered(made: list[str], size: int) -> None:
    """Where each supersedes all others, each may have been superseded."""
    names = IDS[:size]
    circle = [
        treaty(name, entry_into_force=BY_SIGNATURE, supersedes=[other for other in names if other != name])
        for name in names
    ]
    asked = brief(*circle, *(act for place, name in enumerate(names) for act in signed(name, 1950 + place)))
    found = {name: str(asked.in_force(name, "2019-01-01")) for name in names}
    assert all("superseded by" in found[name] for name in names)
    assert len(made) == 3 * size
