"""Every field of an act or a clause is read by some code: what a lawyer fills in is never for nothing."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import attrs
import pytest

import geobrief
from geobrief.constraint import Constrained
from geobrief.model.act import Act
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.model.treaty import Treaty

ROOMS = ("law", "checks", "brief")
"""The rooms whose code may read a field; what only files and pages read decides nothing."""

FOR_THE_READER: dict[str, str] = {
    "InstrumentExchange.protocol": "what was drawn up is evidence of the exchange, and adds nothing to it",
    "Ratification.territorial_scope": "territorial scope is recorded only (29)",
    "Registration.register": "registration is recorded only (80)",
    "Registration.volume": "registration is recorded only (80)",
    "Reservation.articles": "effects of reservations on single provisions are not computed (21)",
    "Signature.office": "powers are not judged (7)",
    "Treaty.languages": "which texts are authentic is a question of interpretation (33)",
    "Treaty.registrations": "registration is recorded only (80)",
}
"""The fields that nothing reads, each with the reason."""

AWAITED = {
    "Instrument.reported_effect": "a depositary's reported day is compared with the computed one (77)",
}
"""The fields that are to be read."""


def concepts() -> Iterator[type]:
    """Yield the classes of treaties and acts, and of every value that they hold."""
    waiting: list[type] = [Treaty, *(kind for kind in KINDS.values() if issubclass(kind, Act))]
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


def parsed(*rooms: str) -> Iterator[ast.AST]:
    """Yield every node of the code of some rooms."""
    for room in rooms:
        for path in (Path(geobrief.__file__).parent / room).rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


@cache
def names_read() -> frozenset[str]:
    """Collect the names that the code of the rooms reads: as an attribute, or as the text of a name."""
    found: set[str] = set()
    for node in parsed(*ROOMS):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return frozenset(found)


@cache
def read_by_its_class() -> frozenset[str]:
    """Collect the fields that a property of their own class reads, which the code of the rooms reads."""
    return frozenset(
        f"{cls.name}.{node.attr}"
        for cls in parsed("model")
        if isinstance(cls, ast.ClassDef)
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and method.name in names_read()
        for node in ast.walk(method)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    )


@cache
def declared_days() -> frozenset[str]:
    """Collect the fields that a kind of act declares as its days, which the law reads by that list."""
    kinds = [kind for kind in KINDS.values() if issubclass(kind, Act)]
    return frozenset(
        f"{kind.__name__}.{name}" for kind in kinds for name in (*kind.done_on, *kind.further_days)
    )


def is_read(field: str) -> bool:
    """Whether some code reads a field by its name; two fields of one name are not told apart."""
    return field in declared_days() | read_by_its_class() or field.partition(".")[2] in names_read()


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
def test_a_field_is_read(field: str) -> None:
    """A field of an act or a clause is read by code of the law, the checks or the brief."""
    assert is_read(field)


@pytest.mark.parametrize("field", sorted(FOR_THE_READER))
def test_an_exception_is_needed(field: str) -> None:
    """An exception names a field that there is and that nothing reads, so that none outlives its reason."""
    assert field in fields()
    assert not is_read(field)


def test_a_field_that_nothing_reads_is_found() -> None:
    """A field of a name that occurs nowhere is not taken for one that is read."""
    assert not is_read("Treaty.no_code_reads_this")
