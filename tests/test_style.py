"""The house rules that no linter knows."""

from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "geobrief"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400  # lines
LONG_FOR_A_REASON = {  # path within the package: why it is not split
    "brief/brief.py": "a brief is one class, and the documentation of all that it answers stands in it",
    "checks/law.py": "the rules that hold acts and clauses against their treaty are one topic",
    "law/status.py": "a status is one class, and the documentation of all that it answers stands in it",
    "model/treaty.py": "a treaty is one record, and the values of its clauses stand beside it",
}
NAMES_THAT_SAY_NOTHING = {"base", "common", "helpers", "misc", "tools", "util", "utils"}
HOLDS_FIELDS = ("actors", "model", "values")


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_one_concept_per_file(path: Path) -> None:
    """A file stays short enough to hold one concept, or says why it does not."""
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST or _name(path) in LONG_FOR_A_REASON


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_names_say_what_is_inside(path: Path) -> None:
    """No file or folder bears a name under which anything could be put."""
    assert not NAMES_THAT_SAY_NOTHING.intersection([*path.relative_to(SOURCE).parts, path.stem])


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.relative_to(SOURCE).parts[0] in HOLDS_FIELDS], ids=_name
)
def test_field_types_exist_at_run_time(path: Path) -> None:
    """Modules that define fields keep annotations that can be read while the program runs."""
    assert "from __future__ import annotations" not in path.read_text("utf-8")
