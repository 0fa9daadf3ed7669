import inspect
import pkgutil
from importlib import import_module
from typing import get_args

import attrs
import pytest

import geobrief
import geobrief.model
from geobrief.brief import Brief
from geobrief.brief.bearing import BEARS_ON
from geobrief.brief.telling import TELLINGS
from geobrief.constraint.shape import ObjectOf, fields_of, within
from geobrief.errors import NotFound
from geobrief.model.act import Act
from geobrief.model.condition import CONDITIONS, Condition
from geobrief.model.coverage import ActKind
from geobrief.model.record import Record
from geobrief.model.registry import ACTS, KINDS, SECTIONS, kind_named

MODULES = [
    import_module(f"geobrief.model.{module.name}") for module in pkgutil.iter_modules(geobrief.model.__path__)
]


def _defined(base: type) -> set[type]:
    """Find every class of the model below a base that has a name in files."""
    named = "kind_name" if issubclass(base, Record) else "key"
    return {
        cls
        for module in MODULES
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if issubclass(cls, base) and named in vars(cls)
    }


def _missing_places(kind: type[Record]) -> list[str]:
    """List the places that adding a kind of record touches and that do not know this one."""
    places = {
        f"geobrief/model/{kind.kind_name}.py, or a file named for its concept": kind in _defined(Record),
        "geobrief/model/registry.py": KINDS.get(kind.kind_name) is kind,
        "geobrief/__init__.py": kind.__name__ in geobrief.__all__,
        f"geobrief/brief/brief.py: {kind.section}": getattr(getattr(Brief, kind.section, None), "kind", None)
        is kind,
        "geobrief/brief/telling/tellings.py": kind.kind_name in TELLINGS,
        "geobrief/brief/bearing.py": kind.kind_name in BEARS_ON,
    }
    return [place for place, known in places.items() if not known]


@pytest.mark.parametrize("kind", sorted(_defined(Record), key=str))
def test_a_kind_is_known_in_all_places(kind: type[Record]) -> None:
    """A kind of record stands in its file, the registry, the front, the sections of a brief, all tables."""
    assert _missing_places(kind) == []


def test_missing_places_are_listed() -> None:
    """The list for a kind that somebody forgot names every place."""

    class Forgotten(Record):
        kind_name = "forgotten"
        section = "forgotten_ones"

    assert len(_missing_places(Forgotten)) == 6


def test_names_and_sections_are_unique() -> None:
    """No two kinds share a name or a section."""
    assert len(KINDS) == len(SECTIONS) == len(set(KINDS.values())) == len(set(SECTIONS.values()))
    assert [cls.section for cls in KINDS.values()] == list(SECTIONS)


def test_conditions_are_complete() -> None:
    """Every kind of condition stands in the list of conditions and in the lazy front, under its own key."""
    assert set(CONDITIONS) == _defined(Condition)
    assert len({kind.key for kind in CONDITIONS}) == len(CONDITIONS)
    assert {kind.__name__ for kind in CONDITIONS} <= set(geobrief.__all__)


def test_coverage_knows_every_act() -> None:
    """Coverage can name every kind of act, and nothing else."""
    assert set(get_args(ActKind)) == {act.kind_name for act in ACTS}
    assert set(ACTS) == {kind for kind in KINDS.values() if issubclass(kind, Act)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_roles_name_fields(kind: type[Record]) -> None:
    """Every role is played by fields that exist, with a day or period for ``day``."""
    assert set(kind.roles) <= {"by", "against", "day"}
    for fields in kind.roles.values():
        for path in fields:
            _follow(kind, path)


def _follow(cls: type, path: str) -> None:
    name, _, rest = path.partition(".")
    assert name in fields_of(cls)
    if rest:
        classes = [each.of for each in within(fields_of(cls)[name]) if isinstance(each, ObjectOf)]
        inner = [each for each in classes if attrs.has(each) and rest.partition(".")[0] in fields_of(each)]
        assert inner
        _follow(inner[0], rest)


@pytest.mark.parametrize("name", KINDS)
def test_kinds_are_found_by_name(name: str) -> None:
    """A kind is found by the name that it has in files."""
    assert kind_named(name).kind_name == name


@pytest.mark.parametrize(
    ("name", "hint"), [("weapon_test", "did you mean 'weapons_test'"), ("xyzzy", "one of treaty, signature")]
)
def test_unknown_kinds_get_a_hint(name: str, hint: str) -> None:
    """An unknown name is answered with the nearest, or with all."""
    with pytest.raises(NotFound, match=hint):
        kind_named(name)
