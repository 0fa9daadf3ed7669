"""The front of the package: lazy, sorted, and the same for people and for type checkers."""

import ast
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest

import geobrief

SOURCE = Path(next(iter(geobrief.__path__)))
NEVER_FOR_A_RECORD = {
    *("cattrs", "yaml", "click", "rich", "tomllib", "tomli_w", "hypothesis", "pytest"),
    *(
        "geobrief.codec",
        "geobrief.brief",
        "geobrief.checks",
        "geobrief.law",
        "geobrief.actors",
        "geobrief.cli",
    ),
    *("geobrief.model.registry", "geobrief.model.condition", "geobrief.model.deployment"),
}


def _loaded_by(statement: str) -> set[str]:
    """Find the modules that a statement loads in a fresh interpreter."""
    code = (
        f"import sys; sys.path.insert(0, {str(SOURCE.parent)!r}); before = set(sys.modules); "
        f"{statement}; print(*sorted(set(sys.modules) - before), sep='\\n')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def _declared() -> dict[str, str]:
    """Read what the front declares to type checkers: name to module below geobrief."""
    tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in ast.walk(block) if isinstance(node, ast.ImportFrom)]
    assert all(alias.asname == alias.name for node in imports for alias in node.names if _is_own(node))
    return {
        alias.name: (node.module or "").removeprefix("geobrief.")
        for node in imports
        if _is_own(node)
        for alias in node.names
    }


def _is_own(node: ast.ImportFrom) -> bool:
    return (node.module or "").startswith("geobrief.")


def _by_case(name: str) -> tuple[bool, bool, str]:
    """Sort as ruff does: constants, then classes, then functions."""
    return (not name.isupper(), name[0].islower(), name)


def test_import_loads_nothing() -> None:
    """``import geobrief`` loads one module: itself."""
    assert _loaded_by("import geobrief") == {"geobrief"}


def test_a_record_loads_no_parser() -> None:
    """``from geobrief import Treaty`` loads attrs and the part of the model that a treaty names."""
    loaded = _loaded_by("from geobrief import Treaty")
    assert {"attr", "geobrief.model.treaty", "geobrief.values.when", "geobrief.constraint"} <= loaded
    assert not NEVER_FOR_A_RECORD & loaded


def test_names_are_sorted_and_complete() -> None:
    """``__all__`` is sorted, without doubles, and is what ``dir`` shows besides the version."""
    assert geobrief.__all__ == sorted(set(geobrief.__all__), key=_by_case)
    assert sorted(dir(geobrief)) == sorted([*geobrief.__all__, "__version__"])


def test_checkers_see_what_runs() -> None:
    """The names and homes declared to type checkers are those that are loaded."""
    assert _declared() == geobrief._HOMES
    assert sorted(geobrief._HOMES, key=_by_case) == geobrief.__all__


@pytest.mark.parametrize("name", geobrief.__all__)
def test_every_name_is_at_home(name: str) -> None:
    """Each name is public where it is defined, and is that very object at the front."""
    home = import_module(f"geobrief.{geobrief._HOMES[name]}")
    assert name in home.__all__
    assert getattr(geobrief, name) is getattr(home, name)


def test_names_are_looked_up_once() -> None:
    """After first use a name is an ordinary attribute of the package."""
    assert geobrief.Treaty is vars(geobrief)["Treaty"]


def test_unknown_names_are_refused() -> None:
    """A name that does not exist is an AttributeError, and an ImportError in a from-import."""
    with pytest.raises(AttributeError, match="'geobrief' has no attribute 'Treeaty'"):
        geobrief.Treeaty  # type: ignore[attr-defined]  # noqa: B018 - wrong on purpose
    with pytest.raises(ImportError, match="Treeaty"):
        from geobrief import Treeaty  # type: ignore[attr-defined]  # noqa: F401, PLC0415 - wrong on purpose


def test_version() -> None:
    """The version is that of the installed distribution."""
    assert geobrief.__version__ == version("geobrief")
