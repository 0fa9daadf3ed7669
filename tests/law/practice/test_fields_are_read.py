"""Every field of an act or a clause is read by some code: what a lawyer fills in is never for nothing.

The law and the checks are run over briefs in which everything is said, and every reading of a field is
noted: a field of the same name in another class does not stand for it.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import geobrief as gb
from geobrief.checks import problems
from geobrief.constraint import Constrained
from geobrief.model.record import Record
from geobrief.model.registry import ACTS

PACKAGE = Path(next(iter(gb.__path__)))
CORPUS = Path(__file__).parents[2] / "corpus"
READERS = tuple(f"{PACKAGE / room}/" for room in ("law", "checks"))
"""The rooms whose code is to read a field; what only files and pages read decides nothing."""
OWN = f"{PACKAGE / 'model'}/"
"""A class may read its own fields for them: whose actors, which id."""
WALKERS = {"_estimates", "_in", "_invariants", "references_in"}
"""Functions that walk every field of every class, or only look whether fields contradict each other."""

SAID = "it is said where it is shown, and nothing in law follows from it"
FOR_THE_READER: dict[str, str] = {
    "Instrument.by": SAID,
    "InstrumentExchange.at": SAID,
    "InstrumentExchange.protocol": "what was drawn up is evidence of the exchange, and adds nothing to it",
    "NoteExchange.at": SAID,
    "Objection.text": SAID,
    "Provision.trigger": "whether a case has arisen in which it is owed is a judgement",
    "Ratification.territorial_scope": "territorial scope is recorded only (29)",
    "Registration.number": "registration is recorded only (80)",
    "Registration.on": "registration is recorded only (80)",
    "Registration.register": "registration is recorded only (80)",
    "Registration.url": "registration is recorded only (80)",
    "Registration.volume": "registration is recorded only (80)",
    "Reservation.articles": "effects of reservations on single provisions are not computed (21)",
    "Reservation.citations": SAID,
    "Reservation.text": "effects of reservations on single provisions are not computed (21)",
    "Signature.at": SAID,
    "Signature.office": "powers are not judged (7)",
    "Signature.signatory": "powers are not judged (7)",
    "Step.by": SAID,
    "Treaty.adopted_at": SAID,
    "Treaty.kind": "what it calls itself has no effect in law (2(1)(a))",
    "Treaty.languages": "which texts are authentic is a question of interpretation (33)",
    "Treaty.registrations": "registration is recorded only (80)",
    "Treaty.subjects": SAID,
    "WeightTable.citations": SAID,
    "WeightTable.unit": SAID,
}
"""The fields that nothing reads, each with the reason."""

AWAITED: dict[str, str] = {}
"""The fields that are to be read."""


def concepts() -> Iterator[type]:
    """Yield the classes of treaties and acts, and of every value that they hold."""
    waiting: list[type] = [gb.Treaty, *ACTS]
    seen: set[type] = set()
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        yield cls
        hints = get_type_hints(cls)
        for field in own_fields(cls):
            waiting += [
                part for part in parts_of(hints[field]) if part.__module__.startswith("geobrief.model")
            ]


def own_fields(cls: type) -> list[str]:
    """List the fields of a class but those of every record, which tests of their own are about."""
    common = {field.name for field in attrs.fields(Record)} if issubclass(cls, Record) else set()
    return [field.name for field in attrs.fields(cls) if field.name not in common]


def parts_of(hint: object) -> Iterator[type]:
    """Yield the attrs classes within a type."""
    if isinstance(hint, type) and attrs.has(hint) and issubclass(hint, Constrained):
        yield hint
    for part in get_args(hint):
        yield from parts_of(part)


def fields() -> list[str]:
    """List the fields, each as ``Class.field``."""
    return sorted(f"{cls.__name__}.{field}" for cls in concepts() for field in own_fields(cls))


def everything() -> gb.Brief:
    """Say in one brief what those of the corpus do not: whatever a clause or an act can, once."""
    old = gb.Treaty(
        id="old",
        title="Old",
        adopted="1999-01-01",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2), deposits="all"),
        depositaries=["GBR", "USA"],
        duration=gb.Duration(term="5 years", renewal=gb.Renewal(each="5 years", notice="6 months")),
        provisional_application=gb.ProvisionalClause(since="signature", notice="60 days", part="Part II"),
        weights={"tonnage": gb.WeightTable(weights={"AUT": 1}, unit="percent")},
        registrations=[gb.Registration(register="UNTS", number="I-1")],
        provisions=[gb.Provision(article="1", kind="defense", trigger="armed attack")],
    )
    reserved = gb.Reservation(
        text="Not article 1.", on="2000-01-01", notified="2000-02-01", withdrawn="2003-01-01"
    )
    both = [gb.Deposit(depositary=who, on="2000-01-01") for who in ("GBR", "USA")]
    contest = gb.Contest(by="BEL", ground="no power", citations=[gb.Citation(source="untc")])
    acts = [
        gb.Ratification(
            treaty="old", by="AUT", instrument=gb.Instrument(deposits=both), reservations=[reserved]
        ),
        gb.Ratification(treaty="old", by="BEL", instrument=gb.Instrument(deposits=both)),
        gb.Objection(treaty="old", by="BEL", to="AUT", on="2000-03-01", precludes_entry=True),
        gb.Suspension(
            treaty="old",
            by="AUT",
            notified="2001-01-01",
            basis="breach",
            ground="breach",
            contested=[contest],
        ),
        gb.Signature(treaty="old", by="CHE", on="1999-06-01"),
        gb.Renunciation(treaty="old", by="CHE", on="2001-01-01"),
    ]
    short = gb.Treaty(
        id="short",
        title="Short",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
        duration=gb.Duration(until="2005-01-01"),
        binding="disputed",
        binding_views=[gb.BindingView(by="CHE", binding=False, ground="a plan", citations=contest.citations)],
        reported_ends=[gb.ReportedEnd(on="2004-01-01", by="BEL", citations=[gb.Citation(source="untc")])],
    )
    at_home = gb.Step(kind="parliament_vote", body="parliament", on="2000-01-01")
    acts += [
        gb.Withdrawal(treaty="old", by="BEL", notified="2003-01-01"),
        gb.Ratification(treaty="short", by="AUT", steps=[at_home]),
        gb.Ratification(treaty="short", by="BEL", instrument=gb.Instrument(deposited="2002-01-01")),
    ]
    amended = gb.Treaty(
        id="new",
        title="New",
        amends="short",
        binds_later_parties=False,
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
    )
    deposited = gb.Instrument(deposited="2003-01-01")
    acts += [
        gb.Ratification(treaty="new", by="BEL", instrument=deposited),
        gb.Ratification(
            treaty="short",
            by="CHE",
            instrument=attrs.evolve(deposited, deposited="2004-01-01"),
            as_amended=False,
        ),
    ]
    return gb.Brief(title="Everything", as_of="2010-01-01", records=[old, short, amended, *acts])


def asked(brief: gb.Brief) -> None:
    """Ask the checks, and the law on every treaty, all that can be asked."""
    list(problems(brief))
    for treaty in brief.treaties:
        found = brief.status(treaty.id)
        for tell in (found.explain, found.timeline, found.awaiting):
            tell()
        for who in found.everybody[:4]:
            found.stage(who)
            for ask in (found.applied_by, found.provisionally_applied, found.bound_by_interim_obligation):
                for day in (brief.as_of, "2004-06-01"):
                    str(ask(who, day))
        for a, b in permutations(found.everybody[:4], 2):
            for day in (brief.as_of, "2004-06-01"):
                str(found.operative_between(a, b, day))
                brief.obligations(a, b, day)


def noted(read: set[str], cls: type) -> Callable[[Any, str], Any]:
    """Make what looks up an attribute of a class, and notes a field that a reader asks for."""
    plain: Callable[[object, str], Any] = cls.__getattribute__  # type: ignore[assignment]  # unbound
    names = set(own_fields(cls))

    def look_up(self: object, name: str) -> Any:
        if name in names:
            code = sys._getframe(1).f_code
            if code.co_filename.startswith((*READERS, OWN)) and code.co_name not in WALKERS:
                read.add(f"{cls.__name__}.{name}")
        return plain(self, name)

    return look_up


@pytest.fixture(scope="module")
def read() -> set[str]:
    """Which fields are read while everything is asked."""
    found: set[str] = set()
    files = [*(CORPUS / "good").glob("*.yaml"), *(CORPUS / "bad" / "law").glob("*.yaml")]
    briefs = [everything(), gb.load(CORPUS / "pickles" / "every-kind.yaml"), *map(gb.load, sorted(files))]
    briefs += [gb.example(name) for name in ("north-atlantic-treaty", "paris-agreement", "new-start", "ctbt")]
    with pytest.MonkeyPatch.context() as patch:
        for cls in concepts():
            patch.setattr(cls, "__getattribute__", noted(found, cls))
        for brief in briefs:
            asked(brief)
    return found


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(
            name, marks=pytest.mark.xfail(strict=True, reason=AWAITED[name]) if name in AWAITED else ()
        )
        for name in fields()
        if name not in FOR_THE_READER
    ],
)
def test_a_field_is_read(field: str, read: set[str]) -> None:
    """A field of an act or a clause is read by code of the law or the checks."""
    assert field in read, f"nothing reads {field}, or `everything` does not say it"


@pytest.mark.parametrize("field", sorted(FOR_THE_READER))
def test_an_exception_is_needed(field: str, read: set[str]) -> None:
    """An exception names a field that there is and that nothing reads, so that none outlives its reason."""
    assert field in fields()
    assert field not in read


def test_every_act_and_every_clause_is_walked() -> None:
    """No kind of act is left out, nor a value that a treaty or an act can hold."""
    walked = set(concepts())
    assert walked.issuperset(ACTS)
    assert {gb.Treaty, gb.ProvisionalClause, gb.Opening, gb.WithdrawalClause, gb.Renewal} <= walked
    assert {gb.Instrument, gb.Deposit, gb.Step, gb.Note, gb.Reservation, gb.Contest} <= walked


def test_a_reading_of_another_class_does_not_count() -> None:
    """What is read of one class is not taken for read of another with a field of the same name."""
    found: set[str] = set()
    reader = compile("said = period.until", f"{READERS[0]}rules/some.py", "exec")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gb.Opening, "__getattribute__", noted(found, gb.Opening))
        exec(reader, {"period": gb.Opening(to=["AUT"])})  # noqa: S102 - the code above, as if of the law
        assert gb.Opening(to=["AUT"]).since is None
    assert found == {"Opening.until"}
