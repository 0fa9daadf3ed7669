"""What holds for every kind of record; what is special to one is tested beside its file."""

import copy
import itertools
import pickle
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given

from geobrief.constraint import Constrained, type_hints
from geobrief.errors import InvalidRecord
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act, StateAct
from geobrief.model.record import Ignore, Origin, Record
from geobrief.model.registry import KINDS
from geobrief.model.statement import Statement
from geobrief.testing import strategies
from geobrief.values.citation import Citation
from geobrief.values.mapping import FrozenMapping
from geobrief.values.period import Period
from geobrief.values.plain import Plain
from geobrief.values.when import When

LEAVES = (str, bool, int, float, type(None), date, Fraction, When, Period, Plain)
LEAST: dict[str, dict[str, Any]] = {
    "treaty": {"title": "Pact"},
    "objection": {"to": "RUS"},
    "weapons_test": {"tester": "PRK", "kind": "missile"},
    "accusation": {"accusers": ["KOR"]},
    "response": {"to": "kor-accuses-prk", "by": "PRK", "kinds": ["denied"]},
    "finding": {"about": "kor-accuses-prk", "by": "un", "verdict": "confirmed"},
    "statement": {"speaker": "PRK", "text": "We did not."},
    "assessment": {"holders": ["USA"], "proposition": "It will."},
}
"""What a kind needs besides an id, or besides a treaty and a state."""


def least(kind: type[Record]) -> Any:
    """Make a record of a kind out of what it needs and nothing else."""
    needed = dict(LEAST.get(kind.kind_name, {}))
    needed |= {"treaty": "pact"} if issubclass(kind, Act) else {"id": "one"}
    needed |= {"by": "PRK"} if issubclass(kind, StateAct) else {}
    return kind(**needed)


evolve: Any = attrs.evolve  # untyped, to give it what it must refuse
EACH_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def _parts(value: object) -> Iterable[object]:
    """List what a value is made of, down to the leaves."""
    if isinstance(value, LEAVES):
        return
    if attrs.has(type(value)):
        inner: Iterable[object] = (getattr(value, field.name) for field in attrs.fields(type(value)))  # type: ignore[arg-type]  # just asked
    elif isinstance(value, FrozenMapping):
        inner = itertools.chain(value.keys(), value.values())
    else:
        assert isinstance(value, tuple | frozenset), f"{value!r} can be changed"
        inner = value
    for each in inner:
        yield each
        yield from _parts(each)


@EACH_KIND
def test_construct(kind: type[Record]) -> None:
    """A record needs only what its kind cannot do without; the rest is left out."""
    record = least(kind)
    assert record.citations == ()
    assert (record.recorded, record.note, record.origin) == (None, None, None)
    assert not record.extra
    assert not record.missing


@EACH_KIND
def test_none_is_the_same_as_left_out(kind: Any) -> None:
    """Where a field is None when left out, None can be given as well."""
    record = least(kind)
    left_out = {field.name: None for field in attrs.fields(kind) if field.default is None}
    assert left_out
    assert evolve(record, **{name: None for name in left_out if getattr(record, name) is None}) == record


@EACH_KIND
def test_reject_unknown_fields(kind: type[Record]) -> None:
    """A misspelt field is a TypeError, as for any call."""
    with pytest.raises(TypeError, match="colour"):
        evolve(least(kind), colour="red")


@EACH_KIND
def test_reject_positional_arguments(kind: Any) -> None:
    """Fields of records are given by name."""
    with pytest.raises(TypeError, match="positional"):
        kind("one")


@pytest.mark.parametrize("wrong", [" ", "Upper", "two words", "-a", "a-", "a--b", "é", "a\n", 1, None, True])
@EACH_KIND
def test_reject_ids_that_are_no_slugs(kind: type[Record], wrong: object) -> None:
    """An id is a lower-case slug."""
    with pytest.raises(InvalidRecord, match=r"^\w+: id: expected "):
        evolve(least(kind), id=wrong)


@EACH_KIND
def test_reject_names_every_fault(kind: type[Record]) -> None:
    """The message lists every field at fault, not only the first."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(least(kind), id="NO", note=" ", confidence="sure", recorded="soon", extra={"x": 1})
    at_fault = [str(problem).partition(":")[0] for problem in caught.value.problems]
    assert sorted(at_fault) == ["confidence", "extra", "id", "note", "recorded"]
    assert all(f"{name}: expected " in str(caught.value) for name in ("id", "note", "recorded", "extra"))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("citations", "bbc"),
        ("citations", ["bbc"]),
        ("citations", Citation(source="bbc")),
        ("recorded", "soon"),
        ("recorded", 2024),
        ("recorded", datetime(2024, 6, 19, tzinfo=UTC)),
        ("extra", {"desk": 1}),
        ("extra", {"x-desk": {1}}),
        ("note", 3),
        ("note", "\x00"),
        ("note", "\ud800"),
        ("replaces", "No Slug"),
        ("missing", {"on": "forgotten"}),
        ("missing", ["on"]),
        ("missing", {1: "unknown"}),
        ("origin", "UCDP"),
        ("ignore", ["GB401"]),
    ],
)
def test_reject_wrong_common_fields(field: str, wrong: object) -> None:
    """Each common field refuses what it does not mean, without guessing."""
    with pytest.raises(InvalidRecord, match=field):
        evolve(least(Accusation), **{field: wrong})


@given(strategies.records(), strategies.records())
def test_equality_and_hash(one: Record, two: Record) -> None:
    """Records are equal if kind and all fields are, and then their hashes are."""
    assert one == copy.deepcopy(one)
    assert hash(one) == hash(copy.deepcopy(one))
    same = type(one) is type(two) and attrs.asdict(one, recurse=False) == attrs.asdict(two, recurse=False)
    assert (one == two) is same


def test_kinds_are_never_equal() -> None:
    """Equal fields of two kinds do not make equal records."""
    accusation: Record = Accusation(id="one", accusers=["KOR"])
    statement: object = Statement(id="one", speaker="KOR", text="so")
    assert accusation != statement


@given(strategies.records())
def test_evolve_without_change(record: Record) -> None:
    """Evolving nothing gives an equal record, since every field passes its own checks again."""
    assert attrs.evolve(record) == record


@given(strategies.records())
def test_evolve_changes_only_what_it_names(record: Record) -> None:
    """The new record has the new value, and the old record the old one."""
    assume("note" not in record.missing)  # what is given is not missing
    before = copy.deepcopy(record)
    changed = attrs.evolve(record, note="changed")
    assert changed.note == "changed"
    assert attrs.evolve(changed, note=record.note) == record == before


@given(strategies.records())
def test_pickle_and_copy(record: Record) -> None:
    """A record comes back equal from pickle and from copy."""
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.copy(record) == record


@given(strategies.records())
def test_immutable_all_the_way_down(record: Record) -> None:
    """Nothing in a record can be changed: it is hashable and holds neither list, dict nor set."""
    hash(record)
    for part in _parts(record):
        assert not isinstance(part, list | dict | set | bytearray)
        if isinstance(part, Constrained):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                part.note = "changed"  # type: ignore[attr-defined]  # wrong on purpose


@EACH_KIND
def test_fields_cannot_be_set_or_deleted(kind: type[Record]) -> None:
    """Neither setting, deleting nor adding an attribute works."""
    record = least(kind)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.id = "two"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del record.id
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        record.colour = "red"


@EACH_KIND
def test_a_text_is_no_list(kind: type[Record]) -> None:
    """A bare text for a list, set or mapping is refused, not taken apart into letters."""
    record = least(kind)
    for name in type_hints(kind):
        if isinstance(getattr(record, name), tuple | frozenset | Mapping):
            with pytest.raises(InvalidRecord, match=rf"{name}: expected a"):
                evolve(record, **{name: "PRK"})


@pytest.mark.parametrize("day", ["2024-06-19", date(2024, 6, 19), When("2024-06-19")])
def test_days_are_taken_as_text_date_or_when(day: str | date | When) -> None:
    """A day may be given in any of its three forms and is held as a When."""
    assert Accusation(id="one", accusers=["KOR"], made_on=day, recorded=day).made_on == When("2024-06-19")


@pytest.mark.parametrize(
    "several", [["KOR", "USA"], ("KOR", "USA"), {"KOR": 1, "USA": 2}.keys(), iter(["KOR", "USA"])]
)
def test_lists_are_taken_from_any_iterable(several: Iterable[str]) -> None:
    """A collection may be any iterable and is held as a tuple."""
    assert Accusation(id="one", accusers=several).accusers == ("KOR", "USA")


def test_mappings_are_frozen() -> None:
    """A mapping given as a dict is held frozen, and changing the dict changes nothing."""
    missing = {"made_on": "withheld"}
    extra: dict[str, Any] = {"x-desk": {"shift": [1]}}
    record = Accusation(id="one", accusers=["KOR"], missing=missing, extra=extra)  # type: ignore[arg-type]  # a literal in a dict
    missing.clear()
    extra["x-desk"]["shift"].append(2)
    assert record.missing == {"made_on": "withheld"}
    assert record.extra["x-desk"] == {"shift": [1]}
    assert isinstance(record.missing, Mapping)


def test_origin_and_ignore() -> None:
    """A record keeps the row that it was read from, and which issues its author accepts."""
    record = Accusation(
        id="one",
        accusers=["KOR"],
        origin=Origin(dataset="ICEWS", row="7"),
        ignore=[Ignore(code="GB401", reason="known to the desk")],
    )
    assert record.origin is not None
    assert (record.origin.dataset, record.ignore[0].code) == ("ICEWS", "GB401")


@pytest.mark.parametrize(("code", "reason"), [("401", "known"), ("GB4011", "known"), ("GB401", " ")])
def test_ignoring_needs_a_code_and_a_reason(code: str, reason: str) -> None:
    """What is ignored is named by its code, with a reason."""
    with pytest.raises(InvalidRecord):
        Ignore(code=code, reason=reason)
