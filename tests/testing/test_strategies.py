import contextlib
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample

from geobrief.brief import Brief
from geobrief.constraint import problems_with, type_hints
from geobrief.model.act import Act
from geobrief.model.condition import CONDITIONS, Condition
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.model.signature import Signature
from geobrief.testing import strategies
from geobrief.testing.leaves import texts
from geobrief.values.source import Source

SEARCH = settings(
    database=None, phases=[Phase.generate], max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
CLASSES = [*KINDS.values(), *CONDITIONS, Source, DeclaredActor, EntryIntoForce, Brief]
NEVER_VARY = {(Brief, "parts"), (Brief, "unplaced")}  # what merging and as_known leave behind


def _default(field: Any) -> object:
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # a class at run time


def _is_derived(cls: type, name: str) -> bool:
    return (cls, name) in NEVER_VARY or (issubclass(cls, Act) and name == "id")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_varies(cls: Any) -> None:
    """Each field takes another value than its default in some example, and its default in another."""
    usual = {field.name: _default(field) for field in attrs.fields(cls) if not _is_derived(cls, field.name)}
    wanted = {(name, True) for name in usual}
    wanted |= {(name, False) for name, value in usual.items() if value is not attrs.NOTHING}

    def all_seen(made: object) -> bool:
        wanted.difference_update({(name, getattr(made, name) != value) for name, value in usual.items()})
        return not wanted

    with contextlib.suppress(NoSuchExample):
        find(strategies.of_type(cls), all_seen, settings=SEARCH)
    assert not wanted


@pytest.mark.parametrize("natural", [True, False])
def test_ids_of_acts_are_given_and_left_out(natural: bool) -> None:
    """An act has its natural id in some example, and another in another."""
    find(strategies.records(Signature), lambda act: (act.id == act.natural_id) is natural, settings=SEARCH)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_records_are_of_the_kind_asked_for(kind: type[Record]) -> None:
    """The strategy of one kind generates that kind only."""

    @given(strategies.records(kind))
    @settings(max_examples=5)
    def check(record: Record) -> None:
        assert type(record) is kind

    check()


@pytest.mark.parametrize(("base", "kinds"), [(Record, KINDS.values()), (Condition, CONDITIONS)])
def test_every_kind_occurs(base: Any, kinds: Iterable[type]) -> None:
    """Without a kind, every kind of record or condition occurs."""
    wanted = set(kinds)

    def all_seen(made: object) -> bool:
        wanted.discard(type(made))
        return not wanted

    with contextlib.suppress(NoSuchExample):
        find(strategies.of_type(base), all_seen, settings=SEARCH)
    assert not wanted


def test_conditions_nest() -> None:
    """Some condition joins conditions that join conditions."""
    find(strategies.conditions(), lambda made: any(part.parts for part in made.parts), settings=SEARCH)


@given(strategies.records())
def test_generated_fields_keep_their_declarations(record: Any) -> None:
    """What is generated breaks no declared rule."""
    for name, tp in type_hints(type(record)).items():
        assert not list(problems_with(getattr(record, name), tp))


@pytest.mark.parametrize("mark", ["\U00010000", "\u0301", "\u05e9", "\u2028", "\t", "#", "=", ":"], ids=ascii)
def test_texts_hold_what_files_get_wrong(mark: str) -> None:
    """Texts hold astral, combining and right-to-left characters, line separators and syntax."""
    find(texts(), lambda text: text >= mark if mark == "\U00010000" else mark in text, settings=SEARCH)


@given(strategies.briefs())
def test_ids_of_a_brief_are_unique(brief: Brief) -> None:
    """A brief never holds two records of one id."""
    assert len({record.id for record in brief.records}) == len(brief.records)


@pytest.mark.parametrize("resolves", [True, False])
def test_references_dangle_and_resolve(resolves: bool) -> None:
    """Some citation names a source of its brief, and some citation does not."""
    find(
        strategies.briefs(),
        lambda brief: any(
            (each.source in brief.sources) is resolves
            for record in brief.records
            for each in record.citations
        ),
        settings=SEARCH,
    )
