"""The table of states and organisations: read on first use, indexed once, never changed."""

import functools
import threading
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from geobrief.actors.organisation import Membership, Organisation
from geobrief.actors.spell import NumberedSpell, Spell, union
from geobrief.actors.state import IsoCodes, State

__all__ = ["Actor", "Table", "read_entries", "table"]

Actor = State | Organisation

_once = threading.Lock()


@attrs.frozen(kw_only=True)
class Table:
    """Every actor by code, and the indexes that the look-ups need."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    persons: Mapping[str, str]
    """Code of a state -> newest code of the same person in law."""
    codes: Mapping[str, tuple[State, ...]]
    """Newest code -> every state that is this person, oldest first."""
    holders: Mapping[tuple[str, str], tuple[State, ...]]
    """Code system and code -> every state that ever had this code in this system."""

    def actor(self, code: str) -> Actor | None:
        """Give the actor with exactly this code, if there is one."""
        return self.states.get(code) or self.organisations.get(code)

    def __iter__(self) -> Iterator[Actor]:
        yield from self.states.values()
        yield from self.organisations.values()


@functools.cache
def table() -> Table:
    """Give the one table, reading it on the first call; safe to call from any thread."""
    with _once:  # two threads may both be first
        return _load()


@functools.cache
def _load() -> Table:
    states = {entry["code"]: _state(entry) for entry in read_entries("states.json")}
    organisations = {entry["code"]: _organisation(entry) for entry in read_entries("organisations.json")}
    persons = _persons(states.values())
    codes: dict[str, list[State]] = {}
    for state in sorted(states.values(), key=_age):
        codes.setdefault(persons[state.code], []).append(state)
    return Table(
        states=MappingProxyType(states),
        organisations=MappingProxyType(organisations),
        persons=MappingProxyType(persons),
        codes=MappingProxyType({key: tuple(same) for key, same in codes.items()}),
        holders=MappingProxyType(_holders(states.values())),
    )


def read_entries(name: str) -> list[dict[str, Any]]:
    """Read one of the files of this room."""
    import json  # noqa: PLC0415 - importing geobrief.actors must stay cheap
    from importlib import resources  # noqa: PLC0415

    entries: list[dict[str, Any]] = json.loads(resources.files("geobrief.actors").joinpath(name).read_bytes())
    return entries


def _state(entry: dict[str, Any]) -> State:
    cow, gw = _numbered(entry.get("cow", {})), _numbered(entry.get("gw", {}))
    own = _spells(entry.get("spells", ()))
    return State(
        code=entry["code"],
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        kind=entry.get("kind", "state"),
        alpha2=entry.get("alpha2"),
        alpha3=entry.get("alpha3"),
        alpha4=entry.get("alpha4"),
        former_codes=tuple(IsoCodes(alpha2=a, alpha3=b, alpha4=c) for a, b, c in entry.get("former", ())),
        cow_spells=cow,
        gw_spells=gw,
        spells=union([*own, *(held.spell for held in (*cow, *gw))]),
        disputed=_spells(entry.get("disputed", ())),
        continues=entry.get("continues"),
        claims_to_continue=entry.get("claims_to_continue"),
        claimed=Spell.parse(entry["claimed"]) if "claimed" in entry else None,
        succeeds=tuple(entry.get("succeeds", ())),
        absorbed_by=entry.get("absorbed_by"),
        territory_of=entry.get("territory_of"),
        note=entry.get("note", ""),
    )


def _organisation(entry: dict[str, Any]) -> Organisation:
    memberships = [
        Membership(member=member, spell=Spell.parse(spell))
        for spell, members in entry.get("members", {}).items()
        for member in members.split()
    ]
    return Organisation(
        code=entry["code"],
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        spell=Spell.parse(entry["spell"]) if "spell" in entry else None,
        memberships=tuple(memberships),
        succeeds=tuple(entry.get("succeeds", ())),
        note=entry.get("note", ""),
    )


def _spells(texts: Iterable[str]) -> tuple[Spell, ...]:
    return tuple(map(Spell.parse, texts))


def _numbered(entry: dict[str, list[str]]) -> tuple[NumberedSpell, ...]:
    held = [NumberedSpell(int(number), spell) for number, texts in entry.items() for spell in _spells(texts)]
    return tuple(sorted(held, key=lambda held: held.spell.start))


def _persons(states: Iterable[State]) -> dict[str, str]:
    newer = {state.continues: state.code for state in states if state.continues}
    persons: dict[str, str] = {}
    for state in states:
        code = state.code
        while code in newer:
            code = newer[code]
        persons[state.code] = code
    return persons


def _age(state: State) -> tuple[bool, str]:
    """Order the codes of one person by when each was last held."""
    last = state.spells[-1].end if state.spells else None
    return (last is None, last.isoformat() if last else "")


def _holders(states: Iterable[State]) -> dict[tuple[str, str], tuple[State, ...]]:
    index: dict[tuple[str, str], tuple[State, ...]] = {}
    for state in states:
        for key in dict.fromkeys(_keys(state)):
            index[key] = (*index.get(key, ()), state)
    return index


def _keys(state: State) -> Iterator[tuple[str, str]]:
    every: tuple[State | IsoCodes, ...] = (state, *state.former_codes)
    for codes in every:
        lettered = (("iso2", codes.alpha2), ("iso3", codes.alpha3), ("iso3166-3", codes.alpha4))
        yield from ((system, code) for system, code in lettered if code)
    yield from (("cow", str(number)) for number in state.cow)
    yield from (("gw", str(number)) for number in state.gw)
