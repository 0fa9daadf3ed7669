"""Ways from low rooms to higher ones."""

import ast
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from geobrief.ways_up import WAYS_UP, way_up

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "geobrief"
LOADERS = {
    "__init__.py": "the front: names are loaded when they are first used",
    "moved.py": "modules under their old names",
    "ways_up.py": "the ways themselves",
    "checks/rule.py": "the files of its own room",
    "cli/command.py": "the commands, each when it runs",
    "reporters/__init__.py": "the reporters, each when it is used",
}
"""The only files that load modules by name, and what."""


def _rows() -> dict[str, int]:
    """Number the rooms from the lowest row to the highest."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = {}
    for row, layer in enumerate(reversed(layers)):
        for room in layer.replace("|", " ").replace(":", " ").split():
            rows[room.strip("()")] = row
    return rows


@pytest.mark.parametrize(("lower", "upper"), WAYS_UP.items())
def test_every_way_leads_up_from_what_is_there(lower: str, upper: str) -> None:
    """Both ends must exist, and the upper one must stand in a higher row."""
    owner, _, name = lower.rpartition(".")
    try:
        below: object = import_module(owner)
    except ModuleNotFoundError:
        module, _, kind = owner.rpartition(".")
        below = getattr(import_module(module), kind)
    assert hasattr(below, name)
    assert callable(way_up(lower))
    rows = _rows()
    assert rows[upper.split(":", maxsplit=1)[0].split(".")[1]] > rows[lower.split(".")[1]]


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix()
)
def test_nothing_else_loads_modules_by_name(path: Path) -> None:
    """A room that loads another by its name would escape the contract on who imports whom."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {getattr(each, "attr", getattr(each, "id", "")) for each in calls}
    loads = not names.isdisjoint({"import_module", "__import__"})
    assert loads == (path.relative_to(SOURCE).as_posix() in LOADERS)
