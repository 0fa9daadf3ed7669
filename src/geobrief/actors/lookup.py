"""Find an actor by its code or name: exactly, or not at all.

Data sets write codes of several systems, and one code has meant different states at
different times; `find` therefore takes the system and the day.  Names have moved from one
state to another too, and `by_name` takes a day for them.  Similar names are suggested and
never resolved.
"""

import functools
from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from geobrief.actors._table import Actor, table
from geobrief.actors.names import Bearers, bearer, bearers, fold, proper, words
from geobrief.actors.spell import Spell
from geobrief.actors.state import State
from geobrief.errors import InvalidArgument, NotFound
from geobrief.truth import Truth
from geobrief.words import nearest

__all__ = ["System", "by_name", "find", "get", "known", "name_of", "states", "suggest"]

System = Literal["iso3", "iso2", "iso3166-3", "cow", "gw", "name"]


def known(code: str) -> Actor | None:
    """Give the state or organisation with exactly this primary code, if there is one.

    >>> str(known("PRK")), known("wagner")
    ('North Korea', None)
    """
    return table().actor(code)


def get(code: str) -> Actor:
    """Give the state or organisation with exactly this primary code.

    Raises NotFound, whose message names the nearest codes.

    >>> get("PRK").name, get("nato").name
    ('North Korea', 'NATO')
    """
    actor = known(code)
    if actor is None:
        raise NotFound(f"no actor has the code {code!r}", lambda: _hint(code))
    return actor


def name_of(code: str) -> str:
    """Give the short English name of an actor, for printing.

    >>> name_of("RUS"), name_of("un")
    ('Russia', 'United Nations')
    """
    return get(code).name


def by_name(name: str, on: date | None = None) -> Actor:
    """Give the actor with this name or known alias, as people and the field's data sets write it.

    Case, accents, punctuation, articles, the order of words and the usual abbreviations do
    not matter; of ``Myanmar (Burma)`` or ``Samoa/Western Samoa`` every part must mean the
    same actor.  Without a day a name means the actor that bears it for good.  With a day, it
    means the one that bore it and existed then, disputed ones last: a state, under an older
    code that it continues where that one was valid (Russia in 1970 is ``SUN``), a member of
    an organisation that was no state for the lists (Ukraine in 1950), or an organisation.

    "Germany" between 1949 and 1990 is the Federal Republic, which is the same person in law
    and under this name in the depositaries' lists; East Germany is found under its own names
    only.  "Vietnam" from 1954 to 1976 is ambiguous, since the lists write it of either.

    Raises NotFound, whose message names the nearest codes or who bore the name when, also
    where several did.  Codes are not names: ``NA`` resolves to nothing.

    >>> by_name("Congo, Dem. Rep.").code, by_name("Korea, South").code, by_name("Viet Nam").code
    ('COD', 'KOR', 'VNM')
    >>> by_name("Serbia").code, by_name("Serbia", on=date(1900, 1, 1)).code
    ('SRB', 'cow-340')
    """
    found = bearer(name) if on is None else None
    return found or get(_meant(name, on))


def find(code: str | int, system: System = "iso3", on: date | None = None) -> State:
    """Give the state that a code of some system means, on a day.

    ``iso3166-3`` takes the four letters of withdrawn codes; ISO codes match a state that
    existed that day, disputed ones last; names are those of `by_name`.  Without a day, a code
    that different states have held is ambiguous.  Raises NotFound, also where the state had
    another code that day, and InvalidArgument where there is no such system.

    >>> find(255, "cow", on=date(1900, 1, 1)).code, find("260", "cow", on=date(1970, 1, 1)).code
    ('DEU', 'DEU')
    >>> find("CS", "iso2", on=date(1980, 1, 1)).name, find("NA", "iso2").name
    ('Czechoslovakia', 'Namibia')
    """
    if system not in get_args(System):
        raise InvalidArgument(f"expected one of {', '.join(get_args(System))}, got {system!r}")
    known = table()
    if system == "name":
        named = by_name(str(code), on)
        if isinstance(named, State):
            return named
        raise NotFound(f"no state has the name code {code!r}; {named.code!r} is an organisation")
    holders = known.holders.get((system, _key(code, system)), ())
    if not holders:
        raise NotFound(f"no state has the {system} code {code!r}", lambda: _hint(str(code)))
    then = holders if on is None else _on_day(holders, code, system, on)
    if not then:
        held = _held_by(holders, code, system)
        raise NotFound(f"no state had the {system} code {code!r} on {on}; it was held by {held}")
    persons = {known.persons[state.code] for state in then}
    if len(persons) > 1:
        held = _held_by(holders, code, system)
        raise NotFound(f"the {system} code {code!r} is ambiguous without a day; it was held by {held}")
    return [state for state in known.codes[persons.pop()] if state in then][-1]


def suggest(text: str, n: int = 3) -> tuple[str, ...]:
    """Give the codes of the actors whose name or code is nearest to a text, best first.

    A text that is itself a name, or a code of some system, brings only those that it names.

    >>> suggest("North Corea", n=1), suggest("USSR")
    (('PRK',), ('SUN',))
    """
    labelled = _codes_by_label().get(fold(text))
    found = labelled or _for_good(bearers(text)) or _nearest(words(text), n)
    return tuple(dict.fromkeys(found))[:n]


def _nearest(written: tuple[str, ...], n: int) -> list[str]:
    """Compare first what tells names from each other, and only then all their words.

    Else every republic would be nearer to another republic than to its own misspelt name.
    """
    known = _names_by_proper()
    close = nearest(" ".join(proper(written)), known, 3 * n)
    every = {name: code for label in close for name, code in known[label].items()}
    best = nearest(" ".join(written), every, len(every)) if every else []
    return [every[name] for name in (*best, *every)]


@functools.cache
def _names_by_proper() -> dict[str, dict[str, str]]:
    """Give every name with its code, by what tells it from others."""
    names: dict[str, dict[str, str]] = {}
    for actor in table():
        for label in _labels(actor):
            written = words(label) or (fold(label),)  # AND is Andorra's code
            names.setdefault(" ".join(proper(written)), {})[" ".join(written)] = actor.code
    return names


@functools.cache
def _codes_by_label() -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    for actor in table():
        for label in _labels(actor):
            labels.setdefault(fold(label), []).append(actor.code)
    return labels


def states(on: date | None = None) -> tuple[State, ...]:
    """Give all states, without territories, sorted by code.

    With a day: those that existed then, disputed ones included.

    >>> len([state for state in states(date(1914, 7, 28)) if state.name == "Austria-Hungary"])
    1
    """
    every = (state for state in table().states.values() if state.kind == "state")
    return tuple(state for state in every if on is None or not state.existed_on(on).is_no)


def _labels(actor: Actor) -> Iterable[str]:
    yield from (actor.code, actor.name, *actor.aliases)
    if isinstance(actor, State):
        yield from filter(None, (actor.alpha2, actor.alpha4))
        for former in actor.former_codes:
            yield from filter(None, (former.alpha2, former.alpha3, former.alpha4))


def _meant(name: str, on: date | None) -> str:
    """Give the code of the one actor that a name means, on a day or for good."""
    borne = bearers(name)
    if not borne:
        raise NotFound(f"no actor has the name {name!r}", lambda: _hint(name))
    then = _for_good(borne) if on is None else _then(borne, on)
    if len(then) == 1:
        return then[0]
    day = "without a day" if on is None else f"on {on}"
    lives = ", ".join(f"{code} ({_borne(code, spell)})" for code, spell in borne.items())
    if then:
        raise NotFound(f"the name {name!r} is ambiguous {day}; it was borne by {lives}")
    raise NotFound(f"no actor has the name {name!r} {day}; it was borne by {lives}", lambda: _hint(name))


def _for_good(borne: Bearers) -> list[str]:
    return [code for code, spell in borne.items() if spell is None]


def _then(borne: Bearers, on: date) -> list[str]:
    """Give the codes of those that bore a name and existed on a day, if none surely did of the disputed."""
    alive: dict[Truth, set[str]] = {}
    for code, spell in borne.items():
        if spell is None or spell.covers(on):
            valid, truth = _alive(get(code), on)
            alive.setdefault(truth, set()).add(valid)
    return sorted(alive.get(Truth.YES) or alive.get(Truth.UNKNOWN) or ())


def _alive(actor: Actor, on: date) -> tuple[str, Truth]:
    """Tell under which code, its own or one that it continues, an actor existed on a day."""
    older: Actor | None = actor
    while older is not None:
        truth = older.existed_on(on)
        if not truth.is_no:
            return older.code, truth
        older = known(older.continues) if isinstance(older, State) and older.continues else None
    return actor.code, Truth.of(_was_member(actor.code, on))


def _was_member(code: str, on: date) -> bool:
    memberships = (one for organisation in table().organisations.values() for one in organisation.memberships)
    return any(one.member == code and one.spell.covers(on) for one in memberships)


def _borne(code: str, spell: Spell | None) -> str:
    if spell is not None:
        return str(spell)
    actor = get(code)
    lives = actor.spells if isinstance(actor, State) else filter(None, (actor.spell,))
    return ", ".join(map(str, lives)) or "no spells"


def _hint(text: str) -> str:
    near = [f"{code!r} ({table().actor(code)})" for code in suggest(text)]
    return f"did you mean {' or '.join(near)}?" if near else ""


def _key(code: str | int, system: System) -> str:
    if system not in {"cow", "gw"}:
        return str(code)
    if isinstance(code, str) and code.isascii() and code.isdecimal():
        return str(int(code))
    if isinstance(code, int) and not isinstance(code, bool):
        return str(code)
    raise NotFound(f"a {system} code is a number such as 365, got {code!r}")


def _spells(state: State, code: str | int, system: System) -> tuple[Spell, ...]:
    """Give the spells for which the state held the number, or its life for other codes."""
    if system not in {"cow", "gw"}:
        return state.spells
    listed = state.cow_spells if system == "cow" else state.gw_spells
    return tuple(held.spell for held in listed if held.number == int(code))


def _on_day(holders: Iterable[State], code: str | int, system: System, on: date) -> tuple[State, ...]:
    if system in {"cow", "gw"}:
        return tuple(s for s in holders if any(spell.covers(on) for spell in _spells(s, code, system)))
    for truth in (Truth.YES, Truth.UNKNOWN):
        then = [state for state in holders if state.existed_on(on) is truth]
        if then:  # ISO gives a code to another state only when its holder is gone: the older one has it
            return (min(then, key=lambda state: [spell.start for spell in state.spells]),)
    return ()


def _held_by(holders: Iterable[State], code: str | int, system: System) -> str:
    lives = {state.code: ", ".join(map(str, _spells(state, code, system))) for state in holders}
    return ", ".join(f"{code} ({life or 'no spells'})" for code, life in lives.items())
