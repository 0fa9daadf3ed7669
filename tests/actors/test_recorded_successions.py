"""The facts of succession against what depositaries recorded.

The UN tables date the notification only, so that what they confirm is the pair and that the day
does not lie after it; those of WIPO also date the effect.  A cell without a letter, in a column
of several kinds of act, is not counted: nobody can tell whether it is a succession.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

import attrs

from geobrief import actors
from geobrief.actors import Succession
from geobrief.values.when import When
from tests.law.un_treaties import CELL, PART, Cell, cells, code_of, treaty_files
from tests.shared_data import SHARED, needs_shared

NOT_REPRODUCED = {
    ("6-13", "VNM"): "notified by the State of Viet-Nam, whose fact is that of cow-817",
}
"""The successions in the UN tables for which there is no fact whose day fits, and why."""

OLDER_TEXTS = {
    "18-3": "Slavery Convention of 1926",
    "6-2": "Opium Convention of 1912",
    "6-6-a": "Opium Convention of 1925",
    "6-6-b": "its protocol",
    "6-8-a": "Narcotics Convention of 1931",
    "6-8-b": "its protocol",
    "7-3": "Convention on Traffic in Women and Children of 1921",
    "7-8": "Agreement on White Slave Traffic of 1904",
    "7-10": "Convention on White Slave Traffic of 1910",
    "8-3": "Convention on Obscene Publications of 1923",
    "8-6": "Agreement on Obscene Publications of 1910",
}
"""Texts before the United Nations amended them: the tables leave out most who had consented by then."""

OTHER_EFFECT = {
    ("MDG", "Berne"): "counts from 1966, after six years of independence",
    ("MLI", "Berne"): "counts from its declaration",
    ("IDN", "Paris"): "was treated like a new member, with effect after four months",
    ("ZMB", "Paris"): "was treated like a new member, with effect after three months",
    ("SRB", "Madrid"): "counts from a day of 2000 for this agreement alone",
}
"""The successions at WIPO that are effective on another day than that of succession, and why."""


@attrs.frozen
class Recorded:
    """A succession as a depositary recorded it."""

    treaty: str
    successor: str
    day: date
    participants: frozenset[str]


@cache
def recorded() -> tuple[Recorded, ...]:
    """List the successions in the UN tables, with everyone else that each table names."""
    found: list[Recorded] = []
    for path in treaty_files():
        every = list(cells(path))
        parties = frozenset(code for cell in every if (code := code_of(cell.participant)))
        found += [
            Recorded(path.stem, str(code_of(cell.participant)), day, parties | former(path.stem))
            for cell in every
            for day in _succession_days(cell)
        ]
    return tuple(found)


def _succession_days(cell: Cell) -> Iterator[date]:
    entry = CELL.fullmatch(cell.text)
    if entry is None:
        return
    parts = [PART.fullmatch(part) for part in re.split(r", (?=[A-Z])", cell.header)]
    meant = [part["words"] for part in parts if part and (part["letter"] or "") == (entry["letter"] or "")]
    if len(meant) == 1 and meant[0].startswith("Succession"):
        yield datetime.strptime(entry["day"], "%d %b %Y").date()  # noqa: DTZ007 - a day has no zone


def former(treaty: str) -> frozenset[str]:
    """Give those former states, no longer in the tables, of whose consent there is a record."""
    with (SHARED / "cases" / "former_states.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row["state"] for row in csv.DictReader(lines) if row["treaty"] == treaty]
    return frozenset(actors.by_name(name).code for name in rows)


def fitting(one: Recorded) -> list[Succession]:
    """Give the facts by which the state succeeded on a day not after the notification."""
    facts = actors.successions_to(one.successor)
    return [
        fact
        for fact in facts
        if fact.kind != "resumption" and fact.day and fact.day.earliest and fact.day.earliest <= one.day
    ]


@needs_shared
def test_recorded_successions_are_reproduced() -> None:
    """Every pair of the UN tables is known, with a day that does not lie after the notification."""
    missing = {(one.treaty, one.successor) for one in recorded() if not fitting(one)}
    assert missing == set(NOT_REPRODUCED)
    assert (len(recorded()) - len(missing), len(recorded())) == (1238, 1239)
    assert len({one.successor for one in recorded()}) == 68


@needs_shared
def test_notifications_come_after_a_day_that_is_known_exactly() -> None:
    """No fact with one exact day is notified before it, so that none can be off by more than the notice."""
    for one in recorded():
        for fact in fitting(one):
            assert fact.day
            assert fact.day.latest
            exact = fact.day.earliest == fact.day.latest
            assert not exact or fact.day.latest <= one.day


@needs_shared
def test_the_predecessor_had_what_was_succeeded_to() -> None:
    """A state that succeeds to a treaty has a predecessor that took part in it.

    The tables no longer name Yugoslavia and Czechoslovakia: for them it is shown where there
    is a record of former states, and elsewhere cannot be.
    """
    shown = Counter[str]()
    for one in recorded():
        before = {actors.person(fact.predecessor) for fact in fitting(one)}
        if before & {actors.person(code) for code in one.participants}:
            shown["shown"] += 1
        elif before & {"YUG", "CSK"}:
            shown["of a former state"] += 1
        elif one.treaty in OLDER_TEXTS:
            shown["of an older text"] += 1
        else:
            assert (one.treaty, one.successor) in NOT_REPRODUCED, one
    assert shown == {"shown": 683, "of a former state": 470, "of an older text": 85}


@needs_shared
def test_effects_at_wipo_are_reproduced() -> None:
    """Where WIPO states the day of effect, it is the day of succession, or one that is told beside it."""
    agreed, others = Counter[str](), set()
    with (SHARED / "data" / "wipo-treaties" / "membership.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            effect = date.fromisoformat(row["Entry Into Force Date"] or "0001-01-01")
            if not row["Instrument Type"].startswith("Declaration") or effect.year < 1945:
                continue
            code = actors.by_name(row["Contracting Party"]).code
            kinds = {_agreement(fact, When.of(effect)) for fact in actors.successions_to(code)} - {""}
            agreed.update(kinds)
            if not kinds:
                others.add((code, row["Treaty"]))
    assert others == set(OTHER_EFFECT)
    assert agreed == {"the day": 47, "possible": 13, "another day": 4}


def _agreement(fact: Succession, effect: When) -> str:
    """Tell how a day of effect agrees with a fact."""
    if fact.day == effect:
        return "the day"
    if effect in fact.other_days:
        return "another day"
    if fact.day and fact.day.overlaps(effect).is_unknown:
        return "possible"
    return ""
